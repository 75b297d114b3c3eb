//! What is shown of a series: the periods of a range as columns, and for a measure the rows that chart, table and file
//! share.

use super::beside::Beside;
use super::line::Line;
use super::point::Part;
use super::query::TradeQuery;
use super::row::Row;
use crate::briefing::{Message, Period, PeriodKind, Series};
use crate::message;

/// What is shown of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeView {
    /// The query, with measure and range as they came out.
    pub query: TradeQuery,
    /// What its columns are.
    pub kind: PeriodKind,
    /// The first and the last column that the layer has; none where there is no figure.
    pub span: Option<(Period, Period)>,
    /// The periods, in the order they are shown.
    pub columns: Vec<Period>,
    /// The rows, those that the chart draws first.
    pub lines: Vec<Line>,
    /// How many of the rows the chart draws.
    pub drawn: usize,
    /// The parts of years in the range of which something is known.
    pub parts: Vec<Period>,
    /// The series that is laid beside the one that is shown, whose rows stand after it.
    pub beside: Option<Beside>,
}

impl TradeView {
    /// What its chart shows and in which unit, under the title.
    pub fn lead(&self, series: &Series) -> Message {
        let lead = (self.query.measure.lead)(series, self.query.layer, self.kind, self.drawn());
        match &self.beside {
            Some(beside) => message!(figures::lead_beside, lead = lead, series = beside.name().to_owned()),
            None => lead,
        }
    }

    /// What the chart draws.
    pub fn drawn(&self) -> &[Line] {
        &self.lines[..self.drawn.min(self.lines.len())]
    }

    /// The same with no more than so many columns, the last of them.
    pub fn last(&self, columns: usize) -> Self {
        let from = self.columns.len().saturating_sub(columns);
        let line = |line: &Line| {
            let parts = line.parts.iter().filter(|part| part.column >= from);
            let parts = parts.map(|part| Part { column: part.column - from, ..part.clone() }).collect();
            Line { points: line.points[from..].to_vec(), parts, ..line.without_values() }
        };
        Self {
            columns: self.columns[from..].to_vec(),
            lines: self.lines.iter().map(line).collect(),
            parts: self.parts.clone(),
            beside: self.beside.clone(),
            ..*self
        }
    }

    /// The line that stands for those drawn where they are not known, being their sum; none where
    /// there are several sums.
    pub fn whole(&self) -> Option<&Line> {
        let whole = self.query.measure.whole?;
        let several = self.lines.iter().filter(|line| line.row.key == whole.key).count() > 1;
        self.line(whole).filter(|_| !several && self.beside.is_none())
    }

    /// A row, where it is shown.
    pub fn line(&self, row: Row) -> Option<&Line> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// The column of a period.
    pub fn column(&self, period: Period) -> Option<usize> {
        self.columns.iter().position(|column| *column == period)
    }

    /// The column that a period lies in, or the last that lies in it.
    pub fn column_of(&self, period: Period) -> Option<usize> {
        let within = || self.columns.iter().position(|column| column.holds(period));
        let around =
            || (0..self.columns.len()).filter(|at| period.holds(self.columns[*at])).max_by_key(|at| self.columns[*at]);
        self.column(period).or_else(within).or_else(around)
    }

    /// The first and the last period in view, whatever their order.
    pub fn ends(&self) -> Option<(Period, Period)> {
        Some((self.columns.iter().copied().min()?, self.columns.iter().copied().max()?))
    }

    /// Whether the columns stand in the order of time, the earliest first.
    pub fn in_time(&self) -> bool {
        self.columns.is_sorted()
    }

    /// The unbroken runs of a line: neighbouring columns of periods that follow each other. A run ends where one is
    /// missing, and where columns stand in the order of their values no two are joined.
    pub fn runs(&self, line: &Line) -> Vec<Vec<usize>> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for column in (0..self.columns.len()).filter(|column| line.point(*column).is_some()) {
            let follows = |run: &&mut Vec<usize>| {
                run.last().is_some_and(|last| {
                    self.query.order.by.is_none() && last + 1 == column && self.are_neighbours(*last, column)
                })
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(column),
                None => runs.push(vec![column]),
            }
        }
        runs
    }

    /// Whether one of two columns begins on the day after the other ends.
    fn are_neighbours(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.columns[one].min(self.columns[other]), self.columns[one].max(self.columns[other]));
        one.days().1.tomorrow().is_ok_and(|day| day == other.days().0)
    }

    /// How many columns have no value in any row that is drawn.
    pub fn missing(&self) -> usize {
        let empty = |column: &usize| self.drawn().iter().all(|line| line.point(*column).is_none());
        (0..self.columns.len()).filter(empty).count()
    }
}
