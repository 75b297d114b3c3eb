//! Lengths of time that a text counts from one day to another, `six days after`, `two months before`: whether as much lies
//! between two days that are known.

use std::ops::Range;

use jiff::civil;

use crate::analysis::reading::{Day, Reading, Says, Unit, What};

/// A year with every day that a year can have.
const LEAP: i16 = 2000;

/// A length of time in days, and by how many of them it may be off: whoever counts weeks or months rounds.
#[derive(Clone, Copy)]
pub(super) struct Length {
    days: i64,
    off: i64,
}

impl Length {
    const fn of(unit: Unit, count: i64) -> Option<Self> {
        let (days, off) = match unit {
            Unit::Days => (count, 0),
            Unit::Weeks => (count * 7, 3),
            Unit::Months => (count * 30 + count * 7 / 16, 8),
            Unit::Years => (count * 365 + count / 4, 45),
            Unit::PerCent | Unit::Points => return None,
        };
        Some(Self { days, off })
    }

    /// Whether as much lies between two days, whichever comes first.
    fn fits(self, a: civil::Date, b: civil::Date) -> bool {
        let apart = i64::from((b - a).get_days()).abs();
        (apart - self.days).abs() <= self.off
    }
}

/// The lengths that a sentence counts from something.
fn counted(reading: &Reading<'_>, sentence: &Range<usize>) -> Vec<Length> {
    let numbers = reading.mentions.iter().filter(|mention| sentence.contains(&mention.range.start));
    let numbers = numbers.filter_map(|mention| {
        let What::Quantity(quantity) = &mention.what else { return None };
        let count = quantity.count().filter(|_| reading.is_counted_from(mention.range.end))?;
        Length::of(quantity.unit?, i64::from(count))
    });
    let words = reading.signs.iter().filter(|sign| sentence.contains(&sign.range.start));
    let words = words.filter_map(|sign| match sign.says {
        Says::DaysOff(days) if days != 0 => Length::of(Unit::Days, i64::from(days).abs()),
        _ => None,
    });
    numbers.chain(words).collect()
}

/// Whether the sentence around a day counts from it to one of some that are known, or from that one to it: then it is the
/// day of something else, `six days after the coup of 5 May`.
pub(super) fn is_counted(reading: &Reading<'_>, place: usize, day: Day, known: &[Day]) -> bool {
    let Some(sentence) = reading.sentences.iter().find(|sentence| sentence.contains(&place)) else { return false };
    let lengths = counted(reading, sentence);
    let fits = |day: Day, other: civil::Date| {
        // A day of no year is of the year of the other, or lies in the year beside it.
        let years = day.year.map_or_else(|| other.year() - 1..=other.year() + 1, |year| year..=year);
        let mut days = years.into_iter().filter_map(|year| Day { year: Some(year), ..day }.whole());
        days.any(|day| lengths.iter().any(|length| length.fits(day, other)))
    };
    let is_from = |other: &Day| match (other.year, day.whole()) {
        (None, Some(day)) => fits(*other, day),
        (None, None) => Day { year: Some(LEAP), ..*other }.whole().is_some_and(|other| fits(day, other)),
        (Some(_), _) => other.whole().is_some_and(|other| fits(day, other)),
    };
    !lengths.is_empty() && known.iter().any(is_from)
}
