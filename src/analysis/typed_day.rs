//! A day as somebody types it: in any form that is written or read here, in the words of any language.

use jiff::civil;

use super::reading::{Day, What, in_each_language, is_today};
use crate::briefing::Date;

/// The day that a text is, and nothing else: `1 Jan 2018`, `14.07.2025`, `2018-01-01`, `14 juillet 2025`, `2025年7月14日`,
/// `today`. A month or a year is its first day; of `03/04/2025` the first number is the day.
pub fn typed_day(text: &str, today: civil::Date) -> Option<civil::Date> {
    let text = with_plain_spaces(text);
    if text.is_empty() {
        return None;
    }
    if is_today(&text) {
        return Some(today);
    }
    // As a file has it, whatever the century.
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let first = |day: Day| civil::Date::new(day.year?, day.month.unwrap_or(1), day.day.unwrap_or(1)).ok();
    [text.clone(), with_capitals(&text)].iter().find_map(|text| days(text).find_map(|(day, _)| first(day)))
}

/// The date that a text is, and nothing else, as far as it says it: `4th April 2001`, `26 de marzo de 1991`, `2001年6月`.
/// None of `03/04/2025`, which can be two, and of a text that goes on with a number.
pub fn typed_date(text: &str) -> Option<Date> {
    let text = with_plain_spaces(text);
    let date = |(day, rest): (Day, &str)| {
        let goes_on = rest.chars().any(char::is_numeric);
        let written = match (day.month, day.day) {
            (Some(month), Some(day_of)) => format!("{:04}-{month:02}-{day_of:02}", day.year?),
            (Some(month), None) => format!("{:04}-{month:02}", day.year?),
            (None, _) => format!("{:04}", day.year?),
        };
        written.parse().ok().filter(|_| !day.turned && !goes_on)
    };
    [text.clone(), with_capitals(&text)].iter().find_map(|text| days(text).find_map(date))
}

/// What is written here has no-break spaces.
fn with_plain_spaces(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// The days that a text is in one language or another, each with what follows it: the word of a year, as in Russian, and
/// no other day.
fn days(text: &str) -> impl Iterator<Item = (Day, &str)> {
    in_each_language(text).filter_map(move |reading| {
        let [mention] = reading.mentions.as_slice() else { return None };
        let rest = text.get(mention.range.end..)?;
        let says_no_more = rest.chars().filter(|c| c.is_alphanumeric()).count() <= 2;
        let What::Day(day) = mention.what else { return None };
        (mention.range.start == 0 && says_no_more).then_some((day, rest))
    })
}

/// The same with a capital at each word: in some languages a month is none without.
fn with_capitals(text: &str) -> String {
    let mut begins = true;
    let capital = |letter: char| {
        let first = std::mem::replace(&mut begins, !letter.is_alphabetic());
        if first { letter.to_uppercase().collect::<String>() } else { letter.to_string() }
    };
    text.chars().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::typed_day;
    use crate::words::Words;

    #[test]
    fn a_day_is_read_in_every_form_that_people_type() {
        let today = date(2026, 11, 26);
        for (typed, day) in [
            ("1 Jan 2018", date(2018, 1, 1)),
            ("1\u{a0}Jan\u{a0}2018", date(2018, 1, 1)),
            ("1 january 2018", date(2018, 1, 1)),
            ("3 may 2019", date(2019, 5, 3)),
            ("May 3, 2019", date(2019, 5, 3)),
            ("2018", date(2018, 1, 1)),
            ("Mar 2016", date(2016, 3, 1)),
            ("14.07.2025", date(2025, 7, 14)),
            ("14/07/2025", date(2025, 7, 14)),
            ("03/04/2025", date(2025, 4, 3)),
            (" 2016-03-14 ", date(2016, 3, 14)),
            ("9 июня 2017", date(2017, 6, 9)),
            ("9 июня 2017 г.", date(2017, 6, 9)),
            ("14 juillet 2025", date(2025, 7, 14)),
            ("14. Juli 2025", date(2025, 7, 14)),
            ("14 de julio de 2025", date(2025, 7, 14)),
            ("2025年7月14日", date(2025, 7, 14)),
            ("Today", today),
            ("heute", today),
            ("сегодня", today),
            ("今天", today),
            ("aujourd’hui", today),
        ] {
            assert_eq!(typed_day(typed, today), Some(day), "{typed}");
        }
    }

    #[test]
    fn what_the_program_writes_it_reads() {
        let words = Words::english();
        for day in [date(2001, 6, 15), date(2018, 1, 1), date(2025, 9, 1), date(2012, 2, 29), date(1999, 5, 31)] {
            assert_eq!(typed_day(&words.day(day), date(2026, 1, 1)), Some(day), "{}", words.day(day));
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in ["", "soon", "31 Feb 2018", "2018-13-01", "5", "from 2015 to 2018", "1 Jan 2018 and 2 Feb 2018"] {
            assert_eq!(typed_day(typed, date(2026, 1, 1)), None, "{typed}");
        }
    }
}
