//! Growth between two years.

use super::figures::{Figures, Year};
use super::formula::{Computed, compound_growth, growth};
use super::layer::Layer;
use crate::briefing::{Briefing, Series};

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

/// What the document's own figures say, in its first and last year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The first year for which the document prints a total.
    pub first: Year,
    /// The last.
    pub last: Year,
}

/// The document's own figures; none where it prints fewer than two totals.
pub fn headline(briefing: &Briefing, series: &Series) -> Option<Headline> {
    let figures = Figures::new(briefing, series);
    let (first, last) = figures.span(Layer::Document)?;
    let mut years = (first..=last).map(|year| figures.year(year, Layer::Document)).filter(|year| year.total.is_some());
    let first = years.next()?;
    Some(Headline { first, last: years.next_back()? })
}

impl Headline {
    /// Growth over the whole span.
    pub fn growth(&self) -> Option<Computed> {
        growth(self.first.total?.value, self.last.total?.value)
    }

    /// Compound annual growth.
    pub fn compound_growth(&self) -> Option<Computed> {
        compound_growth(self.first.total?.value, self.last.total?.value, self.steps())
    }

    /// Years between the first and the last.
    pub const fn steps(&self) -> u16 {
        self.last.year.abs_diff(self.first.year)
    }
}

#[cfg(test)]
mod tests {
    use super::{headline, span};
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

    #[test]
    fn headline_figures_are_those_of_the_reference() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let headline = headline(&briefing, &briefing.trade.series[0]).expect("two printed totals");
        assert_eq!((headline.first.year, headline.last.year, headline.steps()), (2021, 2024, 3));
        let formula = |computed: Option<super::Computed>| {
            Words::english().say(&computed.expect("computed").formula).replace('\u{a0}', " ")
        };
        assert_eq!(formula(headline.growth()), "244.8 / 146.88 − 1 = 66.7 %");
        assert_eq!(formula(headline.compound_growth()), "(244.8 / 146.88)^(1/3) − 1 = 18.6 %");
    }
}
