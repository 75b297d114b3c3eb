//! Growth between two years.

use super::figures::{Figures, Year};
use super::formula::{Computed, compound_growth, growth};
use super::layer::Layer;

/// Two years and what happened between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The earlier year.
    pub from: Year,
    /// The later year.
    pub to: Year,
    /// Growth over the whole span in per cent, where both totals are known.
    pub growth: Option<Computed>,
    /// Compound annual growth in per cent.
    pub compound: Option<Computed>,
}

/// Growth between two years in a layer.
pub fn span(figures: &Figures, layer: Layer, from: i16, to: i16) -> Span {
    let (from, to) = (figures.year(from.min(to), layer), figures.year(from.max(to), layer));
    let values = from.total.zip(to.total).map(|(from, to)| (from.value, to.value));
    let years = to.year.abs_diff(from.year);
    Span {
        from,
        to,
        growth: values.filter(|_| years > 0).and_then(|(from, to)| growth(from, to)),
        compound: values.and_then(|(from, to)| compound_growth(from, to, years)),
    }
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::analysis::trade::{Figures, Layer};
    use crate::briefing::Briefing;
    use crate::words::Words;

    fn formulas(layer: Layer, from: i16, to: i16) -> [Option<String>; 2] {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let figures = Figures::new(&briefing, &briefing.trade.series[0]);
        let span = span(&figures, layer, from, to);
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
