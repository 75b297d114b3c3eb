//! Days by their dates, and days that are counted from that of the document.

use jiff::Span;

use super::{Found, Passage, Suggested};
use crate::analysis::reading::{Day, Unit, What};
use crate::briefing::{Briefing, Date, DateUnit, Precision, RelativeDate};

/// The days of a passage.
pub(super) fn found(passage: &Passage<'_>, briefing: &Briefing) -> Vec<Found> {
    let as_of = briefing.manifest.as_of;
    let counts = is_dated(briefing);
    let mut found = Vec::new();
    for mention in &passage.reading.mentions {
        let mut days = mention.days().filter(|day| day.is_day()).filter_map(|day| date(in_year(day, as_of)));
        match mention.what {
            What::Day(_) | What::Span(..) => {
                if let Some(from) = days.next() {
                    let until = days.next().filter(|until| until.first_day() > from.first_day());
                    found.push((mention.range.clone(), Suggested::Day(from, until)));
                }
            }
            What::Weekday(weekday) => {
                // `Tuesday, 12 March` is a date.
                let dated = passage.reading.mentions.iter().any(|other| {
                    let near = passage.reading.apart(&mention.range, &other.range).is_some_and(|apart| apart <= 3);
                    near && other.days().any(Day::is_day)
                });
                let words = passage.part(&mention.range);
                // `sat` and `sun` are words; a day of the week in short is written with a capital.
                if words.len() <= 3 && words.chars().all(|letter| letter.is_ascii_lowercase()) {
                    continue;
                }
                if let Some(relative) = last(weekday, words, as_of).filter(|_| !dated && counts) {
                    found.push((mention.range.clone(), Suggested::Relative(relative)));
                }
            }
            _ => {}
        }
    }
    for (range, step, unit) in passage.reading.counted_from_today() {
        if let Some(relative) = counted(passage.part(&range), step, unit, as_of).filter(|_| counts) {
            found.push((range, Suggested::Relative(relative)));
        }
    }
    found
}

/// Whether it is known of what day the document is. Where it is not, it is as of the day on which the briefing was made, and
/// nothing counts from that.
fn is_dated(briefing: &Briefing) -> bool {
    let published = briefing.document_source().and_then(|key| briefing.source(key)).and_then(|source| source.published);
    published.is_some() || briefing.manifest.as_of != briefing.manifest.checked
}

/// A day as far as it is said, as a date.
pub(super) fn date(day: Day) -> Option<Date> {
    let year = day.year?;
    if day.turned {
        return None;
    }
    let text = match (day.month, day.day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    };
    text.parse().ok()
}

/// A day without a year is of that in which the document was written.
fn in_year(day: Day, as_of: Date) -> Day {
    Day { year: day.year.or_else(|| Some(as_of.first_day().year())), ..day }
}

/// A day of the week, taken to be the last before the document or its own.
fn last(weekday: u8, words: &str, as_of: Date) -> Option<RelativeDate> {
    if as_of.precision() != Precision::Day {
        return None;
    }
    let own = i16::from(as_of.first_day().weekday().to_monday_one_offset());
    counted(words, -(own - i16::from(weekday)).rem_euclid(7), Unit::Days, as_of)
}

/// What an expression means that counts from the day of the document.
pub(super) fn counted(words: &str, step: i16, unit: Unit, as_of: Date) -> Option<RelativeDate> {
    let (unit, span) = match unit {
        Unit::Days if as_of.precision() == Precision::Day => (DateUnit::Day, Span::new().try_days(step).ok()?),
        Unit::Months if as_of.precision() != Precision::Year => (DateUnit::Month, Span::new().try_months(step).ok()?),
        Unit::Years => (DateUnit::Year, Span::new().try_years(step).ok()?),
        _ => return None,
    };
    let day = as_of.first_day().checked_add(span).ok()?;
    let means = match unit {
        DateUnit::Day => Date::day(day),
        DateUnit::Month => format!("{:04}-{:02}", day.year(), day.month()).parse().ok()?,
        DateUnit::Year => format!("{:04}", day.year()).parse().ok()?,
    };
    Some(RelativeDate { words: words.to_owned(), step, unit, means })
}
