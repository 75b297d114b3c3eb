//! What the document's own figures say, in the first and the last year of which it prints a total.

use rust_decimal::Decimal;

use super::figures::{Figure, Figures, Year};
use super::flows::{flow_value, is_printed, observations};
use super::formula::{Computed, balance, compound_growth, growth};
use super::layer::Layer;
use super::quantity::Quantity;
use crate::briefing::{Briefing, Citation, Figure as Written, FlowRole, Message, Period, Series, Value};
use crate::message;

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

/// One of the large figures: the document's own, or what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: Message,
    /// The figure, to be written large.
    pub value: Written,
    /// The sign of its currency, where it is an amount that is printed.
    pub sign: String,
    /// The unit after it.
    pub unit: Value,
    /// How it is computed; what is printed has none.
    pub formula: Option<Message>,
    /// What is reported elsewhere in place of what is printed.
    pub elsewhere: Option<Decimal>,
    /// Where the document prints it, or what it is computed from.
    pub citations: Vec<Citation>,
}

impl Headline {
    /// The large figures: the last total, growth since the first, over all and a year, and the balance of the last year.
    pub fn key_figures(&self, briefing: &Briefing, series: &Series) -> Vec<KeyFigure> {
        let (first, last) = (&self.first, &self.last);
        let cite = |figures: &[Option<Figure>]| {
            let mut citations: Vec<Citation> = Vec::new();
            for citation in figures.iter().flatten().flat_map(|figure| figure.citations(series)) {
                if briefing.is_document(citation) && !citations.contains(citation) {
                    citations.push(citation.clone());
                }
            }
            citations
        };
        let computed = |label, quantity: Quantity, unit: Value, computed: Computed, citations| KeyFigure {
            label,
            value: quantity.figure(computed.value),
            sign: String::new(),
            unit,
            formula: Some(computed.formula),
            elsewhere: None,
            citations,
        };
        let year = |year: &Year| Period::of_year(year.year);
        let scale = || Value::from(&series.unit.scale);
        let per_cent = || Value::from(message!(figures::unit_per_cent));
        let others = observations(series, FlowRole::Total, year(last));
        let mut figures = vec![KeyFigure {
            label: message!(figures::key_of_year, name = flow_value(series, FlowRole::Total), year = year(last)),
            value: Quantity::MONEY.figure(last.total.map_or(Decimal::ZERO, |figure| figure.value)),
            sign: series.unit.sign.clone(),
            unit: scale(),
            formula: None,
            elsewhere: others.into_iter().find(|other| !is_printed(briefing, other)).map(|other| other.value),
            citations: cite(&[last.total]),
        }];
        let both = || cite(&[first.total, last.total]);
        if let Some(growth) = self.growth() {
            let label = message!(figures::key_growth, first = year(first), last = year(last));
            figures.push(computed(label, Quantity::CHANGE, per_cent(), growth, both()));
        }
        if let Some(growth) = self.compound_growth() {
            let label = message!(figures::key_yearly_growth);
            figures.push(computed(label, Quantity::CHANGE, per_cent(), growth, both()));
        }
        if let (Some(forward), Some(backward)) = (last.forward, last.backward)
            && let Some(balance) = balance(forward.value, backward.value)
        {
            let label = message!(figures::key_of_year, name = &series.balance, year = year(last));
            let citations = cite(&[last.forward, last.backward]);
            figures.push(computed(label, Quantity::DIFFERENCE, scale(), balance, citations));
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::briefing::Briefing;
    use crate::words::Words;

    #[test]
    fn headline_figures_are_those_of_the_reference() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let headline = headline(&briefing, &briefing.trade.series[0]).expect("two printed totals");
        assert_eq!((headline.first.year, headline.last.year, headline.steps()), (2021, 2024, 3));
        let formula = |computed: Option<crate::analysis::trade::Computed>| {
            Words::english().say(&computed.expect("computed").formula).replace('\u{a0}', " ")
        };
        assert_eq!(formula(headline.growth()), "244.8 / 146.88 − 1 = 66.7 %");
        assert_eq!(formula(headline.compound_growth()), "(244.8 / 146.88)^(1/3) − 1 = 18.6 %");
    }

    #[test]
    fn the_key_figures_are_the_documents_own_and_what_follows() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = briefing.trade.main().expect("a series");
        let words = Words::english();
        let figures = headline(&briefing, series).expect("two printed totals").key_figures(&briefing, series);
        let said = figures
            .iter()
            .map(|figure| format!("{}: {}{}", words.say(&figure.label), figure.sign, words.large(figure.value)));
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                "Turnover, 2024: US$244.8",
                "Growth, 2021 to 2024: +66.7",
                "Average a year (CAGR): +18.6",
                "Russia’s balance, 2024: +13.83",
            ]
        );
        assert!(figures.iter().all(|figure| !figure.citations.is_empty()));
    }
}
