//! What the document's own figures say, in the first and the last period of which it prints a total.

use super::figures::{Figure, Figures, PeriodFigures, cited};
use super::flows::observations;
use super::formula::{Computed, balance, compound_growth, growth};
use super::layer::Layer;
use super::quantity::{Counted, Quantity};
use super::scale::float;
use super::standing::is_printed;
use crate::briefing::{Briefing, Citation, Figure as Written, Message, Period, Series, Value};
use crate::message;

/// What the document's own figures say, in its first and last period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The first period for which the document prints a total, or its directions.
    pub first: PeriodFigures,
    /// The last.
    pub last: PeriodFigures,
    /// The name of the total.
    name: Value,
}

/// The document's own figures in the columns that are shown first; none where it prints fewer than two totals.
pub fn headline(briefing: &Briefing, series: &Series) -> Option<Headline> {
    briefing.document_source()?;
    let figures = Figures::new(briefing, series);
    let columns = figures.columns(figures.first_kind()?, Layer::Document);
    let total = |period: &Period| figures.total(0, *period, Layer::Document);
    // A sum of printed directions stands in only where no total is printed at all.
    let is_printed = |period: &Period| total(period).is_some_and(|total| total.formula.is_none());
    let prints = columns.iter().any(is_printed);
    let known = |period: &Period| if prints { is_printed(period) } else { total(period).is_some() };
    let of = |period: Period| figures.period(period, Layer::Document);
    let first = columns.iter().copied().find(known)?;
    let last = columns.iter().copied().rfind(known).filter(|last| *last != first)?;
    let name = figures.flows.total_name(series, 0);
    Some(Headline { first: of(first), last: of(last), name })
}

impl Headline {
    /// Growth over the whole span.
    pub fn growth(&self) -> Option<Computed> {
        growth(self.first.total.as_ref()?.value, self.last.total.as_ref()?.value)
    }

    /// Compound annual growth; none where the span is no whole number of years.
    pub fn compound_growth(&self) -> Option<Computed> {
        compound_growth(self.first.total.as_ref()?.value, self.last.total.as_ref()?.value, self.years()?)
    }

    /// Years between the first and the last; none where they are no whole number.
    pub fn years(&self) -> Option<u16> {
        self.first.period.years_to(self.last.period)
    }
}

/// One of the large figures: the document's own, or what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: Message,
    /// The figure, to be written large: in a scale in which it is short.
    pub value: Written,
    /// The sign of its currency, where it is an amount that is printed.
    pub sign: String,
    /// The unit after it.
    pub unit: Value,
    /// How it is computed; what is printed has none.
    pub formula: Option<Message>,
    /// What is reported elsewhere in place of what is printed: context.
    pub elsewhere: Option<Value>,
    /// Where the document prints it, or what it is computed from.
    pub citations: Vec<Citation>,
}

impl Headline {
    /// The large figures: the last total, growth since the first, over all and a year, and the balance of the last period.
    pub fn key_figures(&self, briefing: &Briefing, series: &Series) -> Vec<KeyFigure> {
        let (first, last) = (&self.first, &self.last);
        let cite = |figures: [Option<&Figure>; 2]| {
            let mut citations = cited(series, figures.into_iter().flatten());
            citations.retain(|citation| briefing.is_document(citation));
            citations
        };
        let computed = |label, quantity: Quantity, computed: Computed, citations| {
            let (value, unit) = large(quantity, quantity.figure(computed.value), series);
            let formula = Some(computed.formula);
            KeyFigure { label, value, sign: String::new(), unit, formula, elsewhere: None, citations }
        };
        let mut figures = Vec::new();
        if let Some(total) = &last.total {
            let (value, unit) = large(Quantity::MONEY, Quantity::MONEY.given(total.value), series);
            figures.push(KeyFigure {
                label: message!(figures::key_of_year, name = self.name.clone(), year = last.period),
                value,
                sign: series.unit.sign.clone(),
                unit,
                formula: total.formula.clone(),
                elsewhere: elsewhere(briefing, series, last.period, total),
                citations: cite([Some(total), None]),
            });
        }
        let both = || cite([first.total.as_ref(), last.total.as_ref()]);
        if let Some(growth) = self.growth() {
            let label = message!(figures::key_growth, first = first.period, last = last.period);
            figures.push(computed(label, Quantity::CHANGE, growth, both()));
        }
        if let Some(growth) = self.compound_growth() {
            let label = message!(figures::key_yearly_growth);
            figures.push(computed(label, Quantity::CHANGE, growth, both()));
        }
        if let (Some(forward), Some(backward)) = (&last.forward, &last.backward)
            && let Some(balance) = balance(forward.value, backward.value)
        {
            let label = message!(figures::key_of_year, name = &series.balance, year = last.period);
            figures.push(computed(label, Quantity::DIFFERENCE, balance, cite([Some(forward), Some(backward)])));
        }
        figures
    }
}

/// A figure and its unit as they are written large.
fn large(quantity: Quantity, figure: Written, series: &Series) -> (Written, Value) {
    if quantity.counted != Counted::Money {
        return (figure, message!(figures::unit_per_cent).into());
    }
    let fit = quantity.fit(&series.unit, float(figure.value));
    (fit.figure(figure), fit.scale(&series.unit))
}

/// The first value that another source gives of a total that the document prints.
fn elsewhere(briefing: &Briefing, series: &Series, period: Period, total: &Figure) -> Option<Value> {
    let printed = series.observations.get(*total.observations.first().filter(|_| total.formula.is_none())?)?;
    let flow = series.flows.iter().find(|flow| flow.id == printed.flow)?;
    let others = observations(series, flow, period);
    let other = others.into_iter().find(|other| !is_printed(briefing, other))?;
    let value = Value::exact(other.value);
    Some(if other.formula.is_some() { message!(figures::about, value = value).into() } else { value })
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::briefing::Briefing;
    use crate::words::Words;

    #[test]
    fn headline_figures_are_those_of_the_reference() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let headline = headline(&briefing, &briefing.trades[0].series[0]).expect("two printed totals");
        assert_eq!(
            (headline.first.period.year(), headline.last.period.year(), headline.years()),
            (2021, 2024, Some(3))
        );
        let formula = |computed: Option<crate::analysis::trade::Computed>| {
            Words::english().say(&computed.expect("computed").formula).replace('\u{a0}', " ")
        };
        assert_eq!(formula(headline.growth()), "244.8 / 146.88 − 1 = 66.7 %");
        assert_eq!(formula(headline.compound_growth()), "(244.8 / 146.88)^(1/3) − 1 = 18.6 %");
    }

    #[test]
    fn the_key_figures_are_the_documents_own_and_what_follows() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = briefing.main_series().expect("a series");
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
