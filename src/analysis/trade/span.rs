//! Growth between two periods.

use super::figures::{Figure, Figures, PeriodFigures};
use super::formula::{Computed, compound_growth, growth};
use super::layer::Layer;
use crate::briefing::Period;

/// Two periods and what happened between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The earlier period.
    pub from: PeriodFigures,
    /// The later period.
    pub to: PeriodFigures,
    /// Growth over the whole span in per cent, where both totals are known.
    pub growth: Option<Computed>,
    /// Compound annual growth in per cent, where the span is a whole number of years.
    pub compound: Option<Computed>,
}

impl Span {
    /// Whether what follows rests on what was derived.
    pub fn is_approximate(&self) -> bool {
        [&self.from.total, &self.to.total].into_iter().flatten().any(Figure::is_approximate)
    }
}

/// Growth between two periods in a layer.
pub fn span(figures: &Figures, layer: Layer, from: Period, to: Period) -> Span {
    let (from, to) = (figures.period(from.min(to), layer), figures.period(from.max(to), layer));
    let values = from.total.as_ref().zip(to.total.as_ref()).map(|(from, to)| (from.value, to.value));
    let apart = from.period != to.period;
    let years = from.period.years_to(to.period);
    Span {
        growth: values.filter(|_| apart).and_then(|(from, to)| growth(from, to)),
        compound: values.and_then(|(from, to)| compound_growth(from, to, years?)),
        from,
        to,
    }
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::analysis::trade::{Figures, Layer};
    use crate::briefing::{Briefing, Period};
    use crate::words::Words;

    fn formulas(layer: Layer, from: i16, to: i16) -> [Option<String>; 2] {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let figures = Figures::new(&briefing, &briefing.trades[0].series[0]);
        let span = span(&figures, layer, Period::of_year(from), Period::of_year(to));
        [span.growth, span.compound]
            .map(|computed| computed.map(|computed| Words::english().say(&computed.formula).replace('\u{a0}', " ")))
    }

    /// 228.105 / 69.52 is 3.2811, whose ninth root is 1.1412.
    #[test]
    fn growth_between_any_two_years() {
        let expected = ["228.105 / 69.52 − 1 = 228.1 %", "(228.105 / 69.52)^(1/9) − 1 = 14.1 %"];
        assert_eq!(formulas(Layer::All, 2016, 2025), expected.map(|text| Some(text.to_owned())));
        assert_eq!(formulas(Layer::All, 2025, 2016), expected.map(|text| Some(text.to_owned())), "either way round");
        assert_eq!(formulas(Layer::All, 2024, 2024), [None, None], "no time passes within a year");
        assert_eq!(formulas(Layer::Document, 2021, 2025), [None, None], "the article has no figure for 2025");
    }
}
