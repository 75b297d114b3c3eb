//! Figures with their units, and rates.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Found, Passage, Suggested, cites};
use crate::analysis::reading::{Mention, Quantity, Reading, What};
use crate::briefing::{Briefing, Date, Sentence, StatedMeasure};

/// The figures and rates of a passage, but for those that stand in a series already.
pub(super) fn found(passage: &Passage<'_>, briefing: &Briefing) -> Vec<Found> {
    let mentions = &passage.reading.mentions;
    let (values, rates) = taken(briefing, passage.sentence);
    let of = |mention: &Mention| {
        let range = whole(passage, mention);
        let what = match &mention.what {
            What::Quantity(quantity) if quantity.is_rate() => {
                let is_taken = rates.iter().any(|rate| quantity.number.agrees(*rate));
                (!is_taken).then_some(Suggested::Rate)?
            }
            What::Fraction(..) => Suggested::Rate,
            What::Quantity(quantity) if is_figure(quantity) => {
                let number = &quantity.number;
                let is_taken =
                    values.iter().any(|(value, scale)| number.agrees(*value) || number.agrees_in(*value, scale));
                (!is_taken).then(|| Suggested::Figure(period(mentions, mention)))?
            }
            _ => return None,
        };
        Some((range, what))
    };
    mentions.iter().filter_map(of).collect()
}

/// What stands in the series of a briefing and is cited to a sentence: values, each with the scale of its unit, and rates.
fn taken<'b>(briefing: &'b Briefing, sentence: &Sentence) -> (Vec<(Decimal, &'b str)>, Vec<Decimal>) {
    let (mut values, mut rates) = (Vec::new(), Vec::new());
    for series in briefing.trades.iter().flat_map(|trade| &trade.series) {
        let scale = series.unit.scale.as_str();
        let observed = series.observations.iter().filter(|one| cites(briefing, &one.citations, sentence));
        values.extend(observed.map(|one| (one.value, scale)));
        for stated in series.stated_figures.iter().filter(|one| cites(briefing, &one.citations, sentence)) {
            match stated.measure {
                StatedMeasure::Balance => values.push((stated.value, scale)),
                _ => rates.push(stated.value),
            }
        }
    }
    (values, rates)
}

/// Whether a number is a figure: of money, or so large that its scale is said.
const fn is_figure(quantity: &Quantity) -> bool {
    quantity.unit.is_none() && (quantity.number.sign.is_some() || quantity.number.scale.is_some())
}

/// The day, month or year that stands nearest to a figure.
fn period(mentions: &[Mention], figure: &Mention) -> Option<Date> {
    let dates = mentions.iter().filter_map(|mention| {
        let date = super::days::date(mention.days().next()?)?;
        let apart = mention.range.start.abs_diff(figure.range.end).min(figure.range.start.abs_diff(mention.range.end));
        Some((apart, date))
    });
    dates.min_by_key(|(apart, _)| *apart).map(|(_, date)| date)
}

/// A number with the sign before it and the words after it that say what it counts.
pub(super) fn whole(passage: &Passage<'_>, mention: &Mention) -> Range<usize> {
    /// `per cent`, `тысяч долларов`.
    const WORDS: usize = 3;
    let What::Quantity(quantity) = &mention.what else { return mention.range.clone() };
    let before = passage.text.get(..mention.range.start).unwrap_or_default().trim_end();
    let sign = quantity.number.sign.filter(|sign| before.ends_with(sign));
    let start = sign.map_or(mention.range.start, |sign| before.len() - sign.len());
    // As many words as are needed for it to be read as it is.
    let reads = |end: &usize| {
        let text = passage.text.get(mention.range.start..*end).unwrap_or_default();
        Reading::of(text, passage.usual)
            .quantities()
            .next()
            .is_some_and(|own| own.unit == quantity.unit && own.number.scale == quantity.number.scale)
    };
    let mut ends = (0..=WORDS).map(|words| match words {
        0 => mention.range.end,
        words => passage.reading.ahead(mention.range.end, words),
    });
    start..ends.find(reads).unwrap_or(mention.range.end)
}
