//! What the values of rows are taken from: the figures of a series as a layer shows them, over the years in view.

use super::figures::{Figure, Figures, Standing};
use super::formula::Computed;
use super::layer::Layer;
use super::point::Point;
use crate::briefing::{Citation, FlowRole, Period, Series, Value};

/// The figures of a series as a layer shows them, over the years in view.
#[derive(Clone, Copy, Debug)]
pub struct Ledger<'a> {
    /// The series.
    pub series: &'a Series,
    /// The first year in view that has a total, with that total: what an index is measured against.
    pub first: Option<(i16, Figure)>,
    figures: &'a Figures,
    layer: Layer,
}

impl<'a> Ledger<'a> {
    /// The ledger of a series over some years.
    pub fn new(series: &'a Series, figures: &'a Figures, layer: Layer, years: &[i16]) -> Self {
        let total = |year: &i16| Some((*year, figures.get(FlowRole::Total, Period::of_year(*year), layer)?));
        Self { series, figures, layer, first: years.iter().find_map(total) }
    }

    /// The figure of a flow in a period.
    pub fn figure(&self, role: FlowRole, period: Period) -> Option<Figure> {
        self.figures.get(role, period, self.layer)
    }

    /// The figure of a flow in the year before; none before a part of a year, whose months of the year before are not
    /// in the series.
    pub fn year_before(&self, role: FlowRole, period: Period) -> Option<Figure> {
        let before = period.year().checked_sub(1).filter(|_| period.is_year())?;
        self.figure(role, Period::of_year(before))
    }

    /// The figures of both directions in a period: forward, and backward.
    pub fn directions(&self, period: Period) -> Option<(Figure, Figure)> {
        Some((self.figure(FlowRole::Forward, period)?, self.figure(FlowRole::Backward, period)?))
    }

    /// A figure as it is given.
    pub fn given(&self, figure: Figure) -> Point {
        let observation = self.series.observations.get(figure.observation);
        Point {
            value: figure.value,
            standing: figure.standing,
            computed: false,
            formula: observation.and_then(|observation| observation.formula.clone()).map(Value::from),
            citations: figure.citations(self.series).to_vec(),
        }
    }

    /// What was computed from figures: as firm as the least firm of them, and read where they are.
    pub fn computed(&self, computed: Computed, from: &[Figure]) -> Point {
        let mut citations: Vec<Citation> = Vec::new();
        for citation in from.iter().flat_map(|figure| figure.citations(self.series)) {
            if !citations.contains(citation) {
                citations.push(citation.clone());
            }
        }
        let standing = from.iter().map(|figure| figure.standing).max().unwrap_or(Standing::Reported);
        Point { value: computed.value, standing, computed: true, formula: Some(computed.formula.into()), citations }
    }

    /// Growth of a flow on the same period a year before, as it was published.
    pub fn published_growth(&self, role: FlowRole, period: Period) -> Option<Point> {
        let growth = self.series.published_growth.get(self.figures.published(role, period, self.layer)?)?;
        Some(Point {
            value: growth.percent,
            standing: Standing::Reported,
            computed: false,
            formula: None,
            citations: growth.citations.clone(),
        })
    }
}
