//! Parts of years in a text: `the first half of 2025`, `Q3 2024`, `January to September 2025`, `2025年上半年`.

use std::ops::Range;

use super::tokens::Token;
use super::tongue::{LONGEST, Lexicon, Sense};
use super::{Mention, What};
use crate::briefing::Period;

/// A part of a year, as far as a text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Part {
    pub range: Range<usize>,
    /// The year, where it is said.
    pub year: Option<i16>,
    /// Its first and its last month.
    pub months: (u8, u8),
}

impl Part {
    /// Whether a period can be it.
    pub fn is(&self, period: Period) -> bool {
        let (first, last) = period.days();
        let months = [first.month(), last.month()].map(|month| u8::try_from(month).unwrap_or(0));
        let whole = period.months().is_some() && first.year() == last.year();
        whole && months == [self.months.0, self.months.1] && self.year.is_none_or(|year| year == first.year())
    }

    /// The period, where its year is known.
    pub fn period(&self) -> Option<Period> {
        let day = |month: u8| jiff::civil::Date::new(self.year?, i8::try_from(month).ok()?, 1).ok();
        Period::of_days(day(self.months.0)?, day(self.months.1)?.last_of_month())
    }
}

/// The parts of years that a text names, in its order. Where it counts years that do not begin in January, none: their
/// halves and quarters are others.
pub(super) fn parts(tokens: &[Token<'_>], mentions: &[Mention], lexicon: &Lexicon) -> Vec<Part> {
    let is_fiscal = |token: &Token<'_>| token.word().is_some_and(|word| lexicon.means(word, Sense::Fiscal));
    let mut found = named(tokens, mentions, lexicon);
    found.extend(from_month_to_month(tokens, mentions, lexicon));
    if !found.is_empty() && tokens.iter().any(is_fiscal) {
        found.clear();
    }
    found.sort_by_key(|part| part.range.start);
    found
}

/// The year that is mentioned next to a place: within so many words after it, or right before it.
fn year_at(tokens: &[Token<'_>], mentions: &[Mention], range: &Range<usize>) -> Option<i16> {
    const AFTER: usize = 2;
    let first_from = |place: usize| tokens.partition_point(|token| token.range.start < place);
    let between = |from: usize, to: usize| first_from(to).saturating_sub(first_from(from));
    let at = mentions.partition_point(|mention| mention.range.start < range.end);
    let after = mentions.get(at).filter(|next| between(range.end, next.range.start) <= AFTER).and_then(Mention::year);
    let before = || {
        let last = mentions[..at].iter().rev().find(|mention| mention.range.end <= range.start)?;
        last.year().filter(|_| between(last.range.end, range.start) == 0)
    };
    after.or_else(before)
}

/// Those that have a name: halves, quarters, `H1`, `Q3`.
fn named(tokens: &[Token<'_>], mentions: &[Mention], lexicon: &Lexicon) -> Vec<Part> {
    let mut found = Vec::new();
    let mut end = 0;
    for at in 0..tokens.len() {
        // What was read as a name is not read again from its middle.
        let Some(word) = tokens[at].word().filter(|_| at >= end) else { continue };
        let short = || {
            let number = tokens.get(at + 1).filter(|next| !next.spaced).and_then(Token::digits)?;
            let number = u8::try_from(number).ok()?;
            match (word, number) {
                ("h", 1..=2) => Some(((number * 6 - 5, number * 6), 2)),
                ("q" | "t", 1..=4) => Some(((number * 3 - 2, number * 3), 2)),
                _ => None,
            }
        };
        let long = || {
            (1..=LONGEST.min(tokens.len() - at)).rev().find_map(|length| {
                let senses = lexicon.senses(&super::tokens::phrase(&tokens[at..at + length]));
                senses.iter().find_map(|sense| match sense {
                    Sense::Part(first, last) => Some(((*first, *last), length)),
                    _ => None,
                })
            })
        };
        let part = if tokens[at].begins.part { long() } else { short() };
        let Some((months, length)) = part else { continue };
        end = at + length;
        let range = tokens[at].range.start..tokens[end - 1].range.end;
        let year = year_at(tokens, mentions, &range);
        found.push(Part { range, year, months });
    }
    found
}

/// Those from a month to another of one year.
fn from_month_to_month(tokens: &[Token<'_>], mentions: &[Mention], lexicon: &Lexicon) -> Vec<Part> {
    let month = |mention: &Mention| match mention.what {
        What::Day(day) if day.day.is_none() => Some((day.year, u8::try_from(day.month?).ok()?)),
        _ => None,
    };
    let pair = |pair: &[Mention]| {
        let [from, until] = pair else { return None };
        let ((early, first), (late, last)) = (month(from)?, month(until)?);
        let at = tokens.partition_point(|token| token.range.start < from.range.end);
        let end = tokens.partition_point(|token| token.range.start < until.range.start);
        let [between] = tokens.get(at..end)? else { return None };
        let leads = between.is_mark("-–—~") || between.word().is_some_and(|word| lexicon.means(word, Sense::To));
        let of_one = early.is_none() || late.is_none() || early == late;
        let range = from.range.start..until.range.end;
        (leads && of_one && first < last).then(|| Part { range, year: late.or(early), months: (first, last) })
    };
    mentions.windows(2).filter_map(pair).collect()
}
