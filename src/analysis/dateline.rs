//! The line of a document that says where and when it was written.

use jiff::civil;

use super::reading::{Day, Reading, What, in_each_language, language};
use crate::briefing::Date;

/// No longer is such a line, in characters.
const LONGEST: usize = 60;
/// So many words stand in it besides the day: a place, and an agency or an office.
const WORDS: usize = 4;

/// Small words that lead to a day or follow it.
const SMALL: [&str; 8] = ["le", "den", "el", "de", "г", "года", "р", "року"];

/// The day of a line such as `Hanoi, 12 May 2024`, or of what stands before a dash at the beginning of a paragraph; none of
/// any other text.
pub fn dateline(text: &str) -> Option<Date> {
    let line = beginning(text)?;
    in_each_language(line).find_map(|reading| {
        let mut days = reading.mentions.iter().filter_map(|mention| match &mention.what {
            What::Day(day) => Some((mention.range.clone(), day.whole())),
            _ => None,
        });
        let ((range, day), None) = (days.next()?, days.next()) else { return None };
        let (before, after) = (line.get(..range.start)?, line.get(range.end..)?);
        (is_place(before, before.chars().next_back()) && is_place(after, after.chars().next())).then_some(())?;
        let words = before.split_whitespace().count() + after.split_whitespace().count();
        (words <= WORDS).then(|| day.map(Date::day))?
    })
}

/// The day of which a text speaks that says of itself none: the last whole day that it names, where it names it at its
/// beginning, no later year, and nothing of long ago. A report of today names an old day as well, and then none is known.
pub fn day_told(sentences: &[&str], today: civil::Date) -> Option<Date> {
    /// So many sentences are its beginning.
    const BEGINNING: usize = 8;
    /// So many are read.
    const MOST: usize = 500;
    /// What lies further back was long ago.
    const YEARS: i16 = 3;
    let usual = language(sentences.iter().copied().take(MOST));
    let mut last: Option<(usize, civil::Date)> = None;
    let mut last_year = i16::MIN;
    for (at, text) in sentences.iter().take(MOST).enumerate() {
        let reading = Reading::of(text, usual);
        let days = reading.days().filter(|day| day.is_day()).filter_map(Day::whole).filter(|day| *day <= today);
        for day in days {
            if last.is_none_or(|(_, last)| last < day) {
                last = Some((at, day));
            }
        }
        last_year = reading.years().filter(|year| *year <= today.year()).fold(last_year, i16::max);
    }
    let (at, day) = last?;
    let is_now = last_year <= day.year() && day.year().saturating_add(YEARS) >= today.year();
    (at < BEGINNING && is_now).then(|| Date::day(day))
}

/// As much of a text as may be such a line.
fn beginning(text: &str) -> Option<&str> {
    let line = text.split(['—', '–']).next().filter(|_| text.chars().count() > LONGEST).unwrap_or(text);
    (line.chars().count() <= LONGEST).then_some(line)
}

/// Whether a part of the line has only names in it, set off from the day: `edge` is what stands next to the day.
fn is_place(part: &str, edge: Option<char>) -> bool {
    let words = || part.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        let first = word.chars().next().unwrap_or_default();
        !first.is_numeric() && !first.is_lowercase() || SMALL.contains(&word)
    };
    edge.is_none_or(|c| !c.is_alphanumeric()) && words().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::{dateline, day_told};

    #[test]
    fn a_text_is_of_the_last_day_that_it_names_at_its_beginning() {
        let today = jiff::civil::date(2026, 11, 28);
        for (text, day) in [
            (
                &["They met in Astana on Tuesday, 17 June 2025, for the second summit since May 2022."][..],
                Some("2025-06-17"),
            ),
            (&["Они встретились 17 июня 2025 года.", "До этого они виделись 3 мая 2024 года."], Some("2025-06-17")),
            (&["They had last met on 3 May 2024.", "Now, on 17 June 2025, they met again."], Some("2025-06-17")),
            (&["On 2 July the bloc announced it."], None),
            // What is told of long ago, or of a later year, is no report of that day.
            (&["The crossing that was closed on 3 March 1994 opens again on Tuesday."], None),
            (&["The rules of 4 May 2024 still hold.", "In 2025 trade fell by a tenth."], None),
            (&["They will meet on 3 May 2027."], None),
            (&["a", "b", "c", "d", "e", "f", "g", "h", "The protocol is of 4 May 2025."], None),
            (&[], None),
        ] {
            assert_eq!(day_told(text, today).map(|day| day.to_string()).as_deref(), day, "{text:?}");
        }
    }

    #[test]
    fn a_dateline_is_a_place_and_a_day() {
        for (text, meant) in [
            ("Hanoi, 12 May 2024", Some("2024-05-12")),
            ("HANOI, May 12, 2024 — The ministers met in the old town and spoke of ferries.", Some("2024-05-12")),
            ("Москва, 13 июля 2025 года", Some("2025-07-13")),
            ("Paris, le 3 mars 2024", Some("2024-03-03")),
            ("Berlin, den 3. März 2024", Some("2024-03-03")),
            ("Madrid, 3 de marzo de 2024", Some("2024-03-03")),
            ("2024年5月12日，河内", Some("2024-05-12")),
            ("12 May 2024", Some("2024-05-12")),
            ("They met on 12 May 2024.", None),
            ("他们于2024年5月12日会见", None),
            ("Hanoi, 12 May", None),
            ("Hanoi, May 2024", None),
            ("From 12 May 2024 to 14 May 2024", None),
            ("Hanoi, 12 May 2024, Room 4", None),
            ("Ferries, fares, freight and the harbour of Hanoi as they were on 12 May 2024 in all of the year", None),
            ("", None),
        ] {
            assert_eq!(dateline(text).map(|day| day.to_string()).as_deref(), meant, "{text}");
        }
    }
}
