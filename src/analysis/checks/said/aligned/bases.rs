//! Days and periods that something else is held against, which are no rivals of its own.

use std::ops::Range;

use super::things::{Kind, Thing};
use crate::analysis::checks::texts::Text;
use crate::analysis::reading::{Says, What};

/// Whether a day or a period is what something else is held against: `more than in 2024`, `compared with May`.
pub(super) fn is_base(text: &Text<'_>, thing: &Thing<'_>) -> bool {
    /// So many words stand between a comparison and its period.
    const NEAR: usize = 6;
    /// So many words stand between what is more or less and what it is so than.
    const MORE: usize = 3;
    let reading = &text.reading;
    let before = |range: &Range<usize>, end: usize, most: usize| {
        range.end <= end
            && reading.between(range.end..end).is_some_and(|words| words <= most)
            && !reading.parts_clauses(range.end..end)
    };
    let counts = |range: Range<usize>| {
        let within = |own: &Range<usize>| own.start >= range.start && own.end <= range.end;
        let is_number = |what: &What| matches!(what, What::Quantity(_));
        reading.mentions.iter().any(|mention| is_number(&mention.what) && within(&mention.range))
    };
    let more = |than: &Range<usize>| {
        let ways = [Says::Above, Says::Below, Says::Faster, Says::Slower, Says::Rise, Says::Fall];
        reading.signs.iter().any(|sign| ways.contains(&sign.says) && before(&sign.range, than.start, MORE))
    };
    thing.kind == Kind::Day
        && reading.signs.iter().any(|sign| {
            let compares = match sign.says {
                Says::Against | Says::Over | Says::Under => true,
                Says::Than => more(&sign.range),
                _ => false,
            };
            compares && before(&sign.range, thing.range.start, NEAR) && !counts(sign.range.end..thing.range.start)
        })
}
