//! A row of the table, which is a line of the chart: what is said of each period.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use super::ledger::Ledger;
use super::point::Point;
use super::quantity::Quantity;
use crate::briefing::{FlowRole, Period, Value};

/// A row, cheap to hand about. Two are the same where their keys are.
#[derive(Clone, Copy)]
pub struct Row(&'static RowSpec);

/// What a row is.
pub struct RowSpec {
    /// Its key, which no other row has.
    pub key: &'static str,
    /// Its name at its head.
    pub name: fn(&Ledger<'_>) -> Value,
    /// Its name within the sentence that says what the chart shows.
    pub within: fn(&Ledger<'_>) -> Value,
    /// What its values are.
    pub quantity: Quantity,
    /// Its value in a period, with its formula where it is computed.
    pub value: fn(&Ledger<'_>, Period) -> Option<Point>,
    /// The flow that it is of, whose colour it has.
    pub flow: FlowRole,
    /// What marks its values on a chart.
    pub mark: RowMark,
}

/// What marks the values of a row on a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowMark {
    /// A bar of its own, or a point of its line.
    Value,
    /// A level tick across the bar of another row, joined to nothing.
    Tick,
}

impl Row {
    /// The row that a specification describes.
    pub const fn new(spec: &'static RowSpec) -> Self {
        Self(spec)
    }

    /// Whether its values are ticks beside those of another row.
    pub const fn is_tick(self) -> bool {
        matches!(self.0.mark, RowMark::Tick)
    }
}

impl Deref for Row {
    type Target = RowSpec;

    fn deref(&self) -> &RowSpec {
        self.0
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Row {}

impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}
