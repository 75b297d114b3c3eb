//! A row with its values over the columns of a view.

use super::ledger::Ledger;
use super::point::{Part, Point};
use super::row::Row;
use super::scale::float;
use crate::briefing::{Message, Period, Unit, Value};
use crate::message;

/// A row of the table; the first of them are what the chart draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which row.
    pub row: Row,
    /// Its name.
    pub name: Value,
    /// Its name within a sentence.
    pub within: Value,
    /// One for each column; a period without a figure has none.
    pub points: Vec<Option<Point>>,
    /// Parts of years, which are never compared with whole ones.
    pub parts: Vec<Part>,
}

impl Line {
    /// A row over some columns and the parts of them.
    pub fn new(row: Row, ledger: &Ledger<'_>, columns: &[Period], parts: &[Period]) -> Self {
        let points = columns.iter().map(|period| row.value(ledger, *period)).collect();
        let part = |period: &Period| {
            let column = columns.iter().position(|column| column.holds(*period))?;
            Some(Part { column, period: *period, point: row.value(ledger, *period)? })
        };
        let parts = parts.iter().filter_map(part).collect();
        Self { row, name: row.name(ledger), within: row.within(ledger), points, parts }
    }

    /// The row without its values.
    pub(super) fn without_values(&self) -> Self {
        let (name, within) = (self.name.clone(), self.within.clone());
        Self { row: self.row, name, within, points: Vec::new(), parts: Vec::new() }
    }

    /// A cell of the table: the value, with `≈` where it rests on what was derived, or a dash.
    pub fn cell(&self, column: usize) -> Value {
        self.point(column).map_or_else(|| message!(figures::no_value).into(), |point| self.figure(point))
    }

    /// The value of a column.
    pub fn point(&self, column: usize) -> Option<&Point> {
        self.points.get(column)?.as_ref()
    }

    /// A value of this row, with `≈` where it rests on what was derived.
    pub fn figure(&self, point: &Point) -> Value {
        point.about(self.row.quantity.of(point).into())
    }

    /// The same with its unit, as it stands in a sentence.
    pub fn with_unit(&self, point: &Point, unit: &Unit) -> Value {
        point.about(self.row.quantity.with_unit(self.row.quantity.of(point), unit))
    }

    /// A value and its unit as they are written large: in a scale in which the value is short.
    pub fn large(&self, point: &Point, unit: &Unit) -> (Value, Message) {
        let quantity = self.row.quantity;
        let fit = quantity.fit(unit, float(point.value));
        (point.about(fit.figure(quantity.of(point)).into()), quantity.unit(unit, fit))
    }

    /// The parts of the year in a column.
    pub fn parts_of(&self, column: usize) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.column == column)
    }

    /// The part that stands for a year without a figure: the longest, and of several as long the latest.
    pub fn part_for(&self, column: usize) -> Option<&Part> {
        let longest = self.parts_of(column).max_by_key(|part| (part.period.length(), part.period));
        longest.filter(|_| self.point(column).is_none())
    }

    /// Whether it has any value, of a column or of a part of one.
    pub fn has_values(&self) -> bool {
        !self.parts.is_empty() || self.points.iter().any(Option::is_some)
    }
}
