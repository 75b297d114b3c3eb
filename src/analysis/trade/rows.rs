//! The rows of a view, made of the figures of a series: what is given, and what is computed from it.

use super::figures::{Figure, Figures, PartYear, Standing};
use super::query::{Layer, Row};
use super::view::{Line, Measured, Part, Point};
use super::{Computed, balance, flow_name, growth, index, share};
use crate::briefing::{Citation, FlowRole, Period, Series};

/// Makes lines of figures.
pub(super) struct Maker<'a> {
    series: &'a Series,
    figures: &'a Figures,
    layer: Layer,
    /// The first year that has a total, which an index is measured against.
    first: Option<(i16, Figure)>,
}

impl<'a> Maker<'a> {
    /// A maker of rows over some years.
    pub(super) fn new(series: &'a Series, figures: &'a Figures, layer: Layer, years: &[i16]) -> Self {
        let total = |year: &i16| Some((*year, figures.get(FlowRole::Total, Period::of_year(*year), layer)?));
        Self { series, figures, layer, first: years.iter().find_map(total) }
    }

    /// A row over some years.
    pub(super) fn line(&self, row: Row, columns: &[i16]) -> Line {
        let points = columns.iter().map(|year| self.point(row, Period::of_year(*year))).collect();
        let part = |part: PartYear| {
            let column = columns.iter().position(|year| *year == part.period.year())?;
            Some(Part { column, period: part.period, point: self.point(row, part.period)? })
        };
        let parts = self.figures.part_years(self.layer).into_iter().filter_map(part).collect();
        Line { row, name: self.name(row), measured: measured(row), points, parts }
    }

    fn name(&self, row: Row) -> String {
        match row {
            Row::Flow(role) => flow_name(self.series, role).to_owned(),
            Row::Balance => self.series.balance.clone(),
            Row::Growth => "Change, % computed".to_owned(),
            Row::PublishedGrowth => "Change, % published".to_owned(),
            Row::Share(role) => format!("{}, %", flow_name(self.series, role)),
            Row::Index => match self.first {
                Some((year, _)) => format!("{year} = 100"),
                None => "Index".to_owned(),
            },
        }
    }

    /// The value of a row in a period.
    fn point(&self, row: Row, period: Period) -> Option<Point> {
        let get = |role| self.figures.get(role, period, self.layer);
        let both = || Some((get(FlowRole::Forward)?, get(FlowRole::Backward)?));
        match row {
            Row::Flow(role) => get(role).map(|figure| self.given(figure)),
            Row::Balance => {
                let (forward, backward) = both()?;
                Some(self.computed(balance(forward.value, backward.value)?, &[forward, backward]))
            }
            Row::Share(role) => {
                let (forward, backward) = both()?;
                let (part, rest) = if role == FlowRole::Forward { (forward, backward) } else { (backward, forward) };
                Some(self.computed(share(part.value, rest.value)?, &[part, rest]))
            }
            Row::Growth => {
                if !period.is_year() {
                    // The same months of the year before are not in the series.
                    return None;
                }
                let before = Period::of_year(period.year().checked_sub(1)?);
                let (before, now) = (self.figures.get(FlowRole::Total, before, self.layer)?, get(FlowRole::Total)?);
                Some(self.computed(growth(before.value, now.value)?, &[now, before]))
            }
            Row::PublishedGrowth => {
                let published = self.figures.published(FlowRole::Total, period, self.layer)?;
                let growth = self.series.published_growth.get(published)?;
                Some(Point {
                    value: growth.percent,
                    standing: Standing::Reported,
                    computed: false,
                    formula: None,
                    citations: growth.citations.clone(),
                })
            }
            Row::Index => {
                let (_, first) = self.first.filter(|_| period.is_year())?;
                let now = get(FlowRole::Total)?;
                Some(self.computed(index(first.value, now.value)?, &[now, first]))
            }
        }
    }

    fn given(&self, figure: Figure) -> Point {
        let observation = self.series.observations.get(figure.observation);
        Point {
            value: figure.value,
            standing: figure.standing,
            computed: false,
            formula: observation.and_then(|observation| observation.formula.clone()),
            citations: figure.citations(self.series).to_vec(),
        }
    }

    fn computed(&self, computed: Computed, from: &[Figure]) -> Point {
        let mut citations: Vec<Citation> = Vec::new();
        for citation in from.iter().flat_map(|figure| figure.citations(self.series)) {
            if !citations.contains(citation) {
                citations.push(citation.clone());
            }
        }
        let standing = from.iter().map(|figure| figure.standing).max().unwrap_or(Standing::Reported);
        Point { value: computed.value, standing, computed: true, formula: Some(computed.formula), citations }
    }
}

const fn measured(row: Row) -> Measured {
    match row {
        Row::Flow(_) => Measured::Money,
        Row::Balance => Measured::Difference,
        Row::Growth | Row::PublishedGrowth => Measured::Change,
        Row::Share(_) => Measured::Share,
        Row::Index => Measured::Index,
    }
}
