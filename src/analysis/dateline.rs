//! The line of a document that says where and when it was written.

use super::reading::{Mention, What, in_each_language};
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

/// The first day with its month and its year that a text names.
pub fn first_day(text: &str) -> Option<Date> {
    in_each_language(text).find_map(|reading| {
        let mut days = reading.mentions.iter().flat_map(Mention::days).filter(|day| day.is_day());
        days.find_map(|day| day.whole().map(Date::day))
    })
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
    use super::{dateline, first_day};

    #[test]
    fn the_first_whole_day_of_a_text_is_found() {
        for (text, day) in [
            ("They met in Astana on Tuesday, 17 June 2025, for the second summit since May 2022.", Some("2025-06-17")),
            ("Они встретились 17 июня 2025 года.", Some("2025-06-17")),
            ("On 2 July the bloc announced it.", None),
        ] {
            assert_eq!(first_day(text).map(|day| day.to_string()).as_deref(), day, "{text}");
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
