//! The period that a figure of a sentence is of.

use std::ops::Range;

use super::Passage;
use super::days::{counted, date};
use crate::analysis::reading::{Says, What};
use crate::briefing::{Date, Period, Precision};

/// So many words and marks stand between a figure and the period behind it: `US$244.8 bn in 2024`.
const AFTER: usize = 3;

/// The years, parts of years and months that a sentence names, in its order.
pub(super) struct Periods {
    named: Vec<(Range<usize>, Period)>,
    /// The first and the last of a span of years.
    span: Option<[Period; 2]>,
    /// What something is compared with, `than in 2020`, `since 2015`.
    base: Option<Period>,
}

impl Periods {
    /// None where it speaks of a part of a year that it does not name.
    pub fn of(passage: &Passage<'_>, as_of: Date) -> Option<Self> {
        let reading = &passage.reading;
        let parts: Option<Vec<(Range<usize>, Period)>> =
            reading.parts.iter().map(|part| Some((part.range.clone(), part.period()?))).collect();
        let mut named = parts?;
        let of_a_part = |range: &Range<usize>, year: i16| {
            let near = |part: &Range<usize>| {
                part.start < range.end && range.start < part.end || reading.apart(part, range).is_some_and(|n| n <= 2)
            };
            named.iter().any(|(part, period)| period.year() == year && near(part))
        };
        let (mut others, mut span) = (Vec::new(), None);
        for mention in &reading.mentions {
            match mention.what {
                What::Day(day) => {
                    let period = date(day).and_then(period_of);
                    others.extend(
                        period
                            .filter(|period| !of_a_part(&mention.range, period.year()))
                            .map(|period| (mention.range.clone(), period)),
                    );
                }
                What::Span(from, until) => {
                    let ends = [from, until].map(|day| date(day).and_then(period_of));
                    span = span.or_else(|| ends[0].zip(ends[1]).map(|(from, until)| [from, until]));
                }
                _ => {}
            }
        }
        for (range, step, unit) in reading.counted_from_today() {
            let meant = counted(passage.part(&range), step, unit, as_of).and_then(|relative| period_of(relative.means));
            others.extend(meant.map(|period| (range, period)));
        }
        let is_base = |range: &Range<usize>| {
            let leads = |says: Says| matches!(says, Says::Than | Says::Since | Says::From);
            let mut signs = reading.signs.iter().filter(|sign| leads(sign.says) && sign.range.end <= range.start);
            signs.any(|sign| reading.apart(&sign.range, range).is_some_and(|apart| apart <= 1))
        };
        let base = others.iter().position(|(range, _)| is_base(range)).map(|at| others.remove(at).1);
        named.extend(others);
        named.sort_by_key(|(range, _)| range.start);
        Some(Self { named, span, base })
    }

    /// That of a figure: the one right behind it, else the last before it, else the only one there is.
    pub fn of_figure(&self, passage: &Passage<'_>, figure: &Range<usize>) -> Option<Period> {
        let reading = &passage.reading;
        let behind = |start: usize| {
            let between = figure.end..start;
            let near = start >= figure.end && reading.between(between.clone()).is_some_and(|apart| apart <= AFTER);
            near && !reading.parts_clauses(between.clone())
                && !reading.words_between(between).any(|(_, word)| reading.is_and(word))
        };
        let after = self.named.iter().find(|(range, _)| behind(range.start));
        let before = || self.named.iter().rfind(|(range, _)| range.end <= figure.start);
        let only = || self.named.first().filter(|_| self.named.len() == 1);
        after.or_else(before).or_else(only).map(|(_, period)| *period)
    }

    /// The period of a rate, and the one that it is counted from, where the sentence says that.
    pub fn of_rate(&self, passage: &Passage<'_>, rate: &Range<usize>) -> Option<(Option<Period>, Period)> {
        if let Some([from, until]) = self.span {
            return Some((Some(from), until));
        }
        Some((self.base, self.of_figure(passage, rate)?))
    }
}

/// A year or a month as a period; a day is none that is traded over.
fn period_of(date: Date) -> Option<Period> {
    match date.precision() {
        Precision::Year => Some(Period::of_year(date.first_day().year())),
        Precision::Month => Some(Period::of_month(date.first_day())),
        Precision::Day => None,
    }
}
