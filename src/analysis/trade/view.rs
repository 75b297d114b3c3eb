//! What is shown of a series: the years of a range as columns, and for a measure the rows that chart, table and file share.

use super::figures::PartYear;
use super::line::Line;
use super::query::TradeQuery;
use super::row::Row;

/// What is shown of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeView {
    /// The query, with the range as it came out.
    pub query: TradeQuery,
    /// The first and the last year that the layer has; none where there is no figure of a year.
    pub span: Option<(i16, i16)>,
    /// The years, in the order they are shown.
    pub columns: Vec<i16>,
    /// The rows, those that the chart draws first.
    pub lines: Vec<Line>,
    /// How many of the rows the chart draws.
    pub drawn: usize,
    /// The parts of years in the range.
    pub part_years: Vec<PartYear>,
}

impl TradeView {
    /// What the chart draws.
    pub fn drawn(&self) -> &[Line] {
        &self.lines[..self.drawn.min(self.lines.len())]
    }

    /// The line that stands for those drawn where they are not known, being their sum.
    pub fn whole(&self) -> Option<&Line> {
        self.line(self.query.measure.whole?)
    }

    /// A row, where it is shown.
    pub fn line(&self, row: Row) -> Option<&Line> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// The column of a year.
    pub fn column(&self, year: i16) -> Option<usize> {
        self.columns.iter().position(|column| *column == year)
    }

    /// Whether the years stand in the order of time, the earliest first.
    pub fn in_time(&self) -> bool {
        self.columns.is_sorted()
    }

    /// The unbroken runs of a line: neighbouring columns of neighbouring years. A run ends where a year is missing, and
    /// where columns stand in the order of their values no two are joined.
    pub fn runs(&self, line: &Line) -> Vec<Vec<usize>> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for column in (0..self.columns.len()).filter(|column| line.point(*column).is_some()) {
            let follows = |run: &&mut Vec<usize>| {
                run.last().is_some_and(|last| {
                    let years = self.columns[column].abs_diff(self.columns[*last]);
                    self.query.order.by.is_none() && last + 1 == column && years == 1
                })
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(column),
                None => runs.push(vec![column]),
            }
        }
        runs
    }

    /// How many columns have no value in any row that is drawn.
    pub fn missing(&self) -> usize {
        let empty = |column: &usize| self.drawn().iter().all(|line| line.point(*column).is_none());
        (0..self.columns.len()).filter(empty).count()
    }
}
