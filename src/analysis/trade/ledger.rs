//! What the values of rows are taken from: the figures of a series as a layer shows them, over the columns in view.

use super::figures::{Figure, Figures, cited};
use super::flows::Flows;
use super::formula::Computed;
use super::layer::Layer;
use super::point::Point;
use super::standing::Standing;
use crate::briefing::{Period, PeriodKind, Series, Value};

/// The figures of a series as a layer shows them, over the columns in view.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    /// The series.
    pub series: &'a Series,
    /// The kind of its columns.
    pub kind: PeriodKind,
    /// For each total the first column in view that has it, with its figure: what an index is measured against.
    pub first: Vec<Option<(Period, Figure)>>,
    figures: &'a Figures,
    layer: Layer,
}

impl<'a> Ledger<'a> {
    /// The ledger of a series over columns of a kind.
    pub fn new(series: &'a Series, figures: &'a Figures, layer: Layer, kind: PeriodKind, columns: &[Period]) -> Self {
        let first = |number| columns.iter().find_map(|period| Some((*period, figures.total(number, *period, layer)?)));
        let first = (0..figures.flows.totals().len()).map(first).collect();
        Self { series, kind, first, figures, layer }
    }

    /// The flows of the series.
    pub const fn flows(&self) -> &'a Flows {
        &self.figures.flows
    }

    /// The figure of a flow in a period, as it is given.
    pub fn figure(&self, flow: usize, period: Period) -> Option<Figure> {
        self.figures.get(flow, period, self.layer)
    }

    /// The figure of a total in a period, by its place among the totals: given, or the sum of its parts.
    pub fn total(&self, number: usize, period: Period) -> Option<Figure> {
        self.figures.total(number, period, self.layer)
    }

    /// The figure of a total in the period that its growth is counted from.
    pub fn base(&self, number: usize, period: Period) -> Option<Figure> {
        self.total(number, self.series.growth_on.of(period)?)
    }

    /// A figure of the series.
    pub fn given(&self, figure: &Figure) -> Point {
        let observation = figure.observations.first().and_then(|index| self.series.observations.get(*index));
        let of_editors = || observation.and_then(|observation| observation.formula.clone()).map(Value::from);
        Point {
            value: figure.value,
            standing: figure.standing,
            computed: figure.formula.is_some(),
            formula: figure.formula.clone().map_or_else(of_editors, |formula| Some(formula.into())),
            citations: figure.citations(self.series),
        }
    }

    /// What was computed from figures: as firm as the least firm of them, and read where they are.
    pub fn computed(&self, computed: Computed, from: &[&Figure]) -> Point {
        let standing = from.iter().map(|figure| figure.standing).max().unwrap_or(Standing::Reported);
        let citations = cited(self.series, from.iter().copied());
        Point { value: computed.value, standing, computed: true, formula: Some(computed.formula.into()), citations }
    }

    /// Growth of a flow as it was published.
    pub fn published_growth(&self, flow: usize, period: Period) -> Option<Point> {
        let growth = self.series.published_growth.get(self.figures.published(flow, period, self.layer)?)?;
        Some(Point {
            value: growth.percent,
            standing: Standing::Reported,
            computed: false,
            formula: None,
            citations: growth.citations.clone(),
        })
    }
}
