//! Over what the figures of a column are counted, where its cells alone do not tell: days that stand for months, and years
//! that begin in another month than January.

use jiff::civil;

use super::period::{Frequency, of_months, read, year};
use crate::briefing::Period;

/// How often a table counts whose periods are all days, and all first or all last days of what is counted: `2023-01-01`,
/// `2023-02-01`.
pub fn frequency_of(periods: impl IntoIterator<Item = Period>) -> Option<Frequency> {
    let mut days = Vec::new();
    for period in periods {
        let (first, last) = period.days();
        if first != last {
            return None;
        }
        days.push(first);
    }
    days.sort_unstable();
    days.dedup();
    let month = |day: &civil::Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let shortest = days.windows(2).filter_map(|pair| Some(month(pair.get(1)?) - month(pair.first()?))).min()?;
    let frequency = match shortest {
        12 => Frequency::Year,
        6 => Frequency::HalfYear,
        3 => Frequency::Quarter,
        1 | 2 => Frequency::Month,
        _ => return None,
    };
    let fit = days.iter().all(|day| stands_for(frequency, *day).is_some()) && is_one_end(frequency, &days);
    fit.then_some(frequency)
}

/// The period that a day stands for, where it is its first or its last.
pub fn stands_for(frequency: Frequency, day: civil::Date) -> Option<Period> {
    let around = frequency.around(day)?;
    let (first, last) = around.days();
    (day == first || day == last).then_some(around)
}

/// Whether days are all the first ones, or all the last ones.
fn is_one_end(frequency: Frequency, days: &[civil::Date]) -> bool {
    let is_first = |day: &civil::Date| frequency.around(*day).is_some_and(|around| around.days().0 == *day);
    let firsts = days.iter().filter(|day| is_first(day)).count();
    firsts == 0 || firsts == days.len()
}

/// The year in which a fiscal year begins: `2013-14`, `2013/14`, `FY 2013–2014`. It may be a month as well, `2005-06`.
pub fn fiscal(text: &str) -> Option<i16> {
    let text = text.trim();
    let text = text.strip_prefix("FY").or_else(|| text.strip_prefix("fy")).unwrap_or(text).trim_start();
    let (one, other) = text.split_once(['-', '/', '–', '—'])?;
    let first = year(one.trim())?;
    let other = other.trim();
    let next = first + 1;
    let is_next = match other.len() {
        2 => other.parse::<i16>().is_ok_and(|other| other == next % 100),
        4 => year(other) == Some(next),
        _ => false,
    };
    is_next.then_some(first)
}

/// The fiscal years among texts, where most that begin with a year are such, and there are several, or they are no months.
pub fn fiscals<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    let is_dated =
        |text: &&str| text.trim_start_matches("FY").trim_start().get(..4).is_some_and(|of| year(of).is_some());
    let dated: Vec<&str> = texts.into_iter().map(str::trim).filter(is_dated).collect();
    let mut own: Vec<&str> = dated.iter().copied().filter(|text| fiscal(text).is_some()).collect();
    let are_most = own.len() * 2 > dated.len();
    own.sort_unstable();
    own.dedup();
    let are_sure = own.len() > 1 || own.iter().any(|text| read(text).is_none());
    if are_most && are_sure { own } else { Vec::new() }
}

/// The fiscal year that begins in a month of a year.
pub fn fiscal_year(text: &str, begins: i8) -> Option<Period> {
    let first = fiscal(text)?;
    if begins == 1 {
        return None;
    }
    let (start, _) = of_months(first, begins, begins)?.days();
    let (_, end) = of_months(first + 1, begins - 1, begins - 1)?.days();
    Period::of_days(start, end)
}

#[cfg(test)]
mod tests {
    use super::{fiscal, fiscal_year, fiscals, frequency_of};
    use crate::briefing::Period;
    use crate::import::period::Frequency;

    #[test]
    fn days_that_are_all_first_or_last_ones_stand_for_what_they_begin_or_end() {
        let of = |days: &str| {
            let days = days.split(' ').map(|day| Period::try_from(day.to_owned()).expect("a day"));
            frequency_of(days)
        };
        assert_eq!(of("2023-03-01 2023-01-01 2023-02-01 2023-02-01"), Some(Frequency::Month));
        assert_eq!(of("2023-01-31 2023-02-28"), Some(Frequency::Month));
        assert_eq!(of("2023-01-01 2023-04-01 2023-10-01"), Some(Frequency::Quarter));
        assert_eq!(of("2022-06-30 2022-09-30"), Some(Frequency::Quarter));
        assert_eq!(of("2022-06-30 2022-12-31"), Some(Frequency::HalfYear));
        assert_eq!(of("2021-01-01 2022-01-01"), Some(Frequency::Year));
        assert_eq!(of("2021-04-01 2022-04-01"), None, "years that begin in April, or second quarters");
        assert_eq!(of("2023-01-01 2023-02-28"), None, "one end or the other");
        for days in ["2023-01-01 2023-01-02", "2023-01-15 2023-02-15", "2023-01-01", "2023-01 2023-02"] {
            assert_eq!(of(days), None, "{days}");
        }
    }

    #[test]
    fn fiscal_years_are_told_from_months() {
        let begins =
            ["2013-14", "FY2013–2014", "2013/14", "1999-00", "2005-06", "2013-15", "2013", "2005-06-01"].map(fiscal);
        assert_eq!(begins, [Some(2013), Some(2013), Some(2013), Some(1999), Some(2005), None, None, None]);
        let are = |texts: &str| !fiscals(texts.split(' ')).is_empty();
        assert!(are("2005-06 2006-07 Source:") && are("2013-14") && are("2005-06 2006-07 2012-13p"));
        assert!(!are("2005-06") && !are("2005-06 2005-07 2005-08") && !are(""));
        let year = fiscal_year("2005-06", 4).map(|year| year.to_string());
        assert_eq!(year.as_deref(), Some("2005-04/2006-03"));
    }
}
