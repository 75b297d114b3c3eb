//! A row of the table, which is a line of the chart: what is said of each period.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use super::figures::Figures;
use super::flows::Total;
use super::ledger::Ledger;
use super::point::Point;
use super::quantity::Quantity;
use crate::briefing::{FlowRole, Period, Value};

/// A row, cheap to hand about: what is said, and of which flow where several play one part. Two are the same where their
/// keys, flows and series are.
#[derive(Clone, Copy)]
pub struct Row {
    spec: &'static RowSpec,
    number: usize,
    beside: bool,
}

/// What a row is.
pub struct RowSpec {
    /// Its key, which no other row has.
    pub key: &'static str,
    /// What there is one of it for.
    pub each: Each,
    /// Its name at its head; the number is that of its flow among those it is one of.
    pub name: fn(&Ledger<'_>, usize) -> Value,
    /// Its name within the sentence that says what the chart shows.
    pub within: fn(&Ledger<'_>, usize) -> Value,
    /// What its values are.
    pub quantity: Quantity,
    /// Its value in a period, with its formula where it is computed.
    pub value: fn(&Ledger<'_>, usize, Period) -> Option<Point>,
    /// The flow that it is of, whose colour it has.
    pub flow: FlowRole,
    /// What marks its values on a chart.
    pub mark: RowMark,
}

/// What there is a row for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Each {
    /// Each total.
    Total,
    /// Each total of which growth was published.
    PublishedTotal,
    /// Each direction of a role.
    Direction(FlowRole),
    /// Each direction of a role that is a part of the first total that has any.
    DirectionOfMain(FlowRole),
    /// Each direction of a role that is a part of another total.
    DirectionOfOthers(FlowRole),
    /// Each direction of a role of which growth was published.
    PublishedDirection(FlowRole),
    /// Each total that has a balance.
    Balance,
}

impl Each {
    /// The numbers of those there are.
    pub fn numbers(self, figures: &Figures) -> Vec<usize> {
        let flows = &figures.flows;
        let main = flows.totals().iter().find(|total| !total.directions.is_empty());
        let of_main = |index: &usize| main.is_none_or(|total| total.directions.contains(index));
        let directions = |role, wanted: &dyn Fn(&usize) -> bool| {
            let of_role = flows.directions(role).iter().enumerate();
            of_role.filter(|(_, index)| wanted(index)).map(|(number, _)| number).collect()
        };
        match self {
            Self::Total => (0..flows.totals().len()).collect(),
            Self::PublishedTotal => {
                let published = |total: &Total| total.flow.is_some_and(|flow| figures.has_published(flow));
                let totals = flows.totals().iter().enumerate();
                totals.filter(|(_, total)| published(total)).map(|(number, _)| number).collect()
            }
            Self::Direction(role) => directions(role, &|_| true),
            Self::DirectionOfMain(role) => directions(role, &of_main),
            Self::DirectionOfOthers(role) => {
                directions(role, &|index| !of_main(index) && flows.total_of(*index).is_some())
            }
            Self::PublishedDirection(role) => directions(role, &|index| figures.has_published(*index)),
            Self::Balance => (0..flows.balanced().count()).collect(),
        }
    }
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
    /// The row that a specification describes, of the first flow that it is for.
    pub const fn new(spec: &'static RowSpec) -> Self {
        Self { spec, number: 0, beside: false }
    }

    /// The number of its flow among those it is one of.
    pub const fn number(self) -> usize {
        self.number
    }

    /// The same of the series that is laid beside the one that is shown.
    pub const fn beside(self) -> Self {
        Self { beside: true, ..self }
    }

    /// Whether it is of the series that is laid beside the one that is shown.
    pub const fn is_beside(self) -> bool {
        self.beside
    }

    /// Whether another row is of the same flow, where both are of flows of one role.
    pub const fn is_of_flow_of(self, other: Self) -> bool {
        self.number == other.number && self.beside == other.beside
    }

    /// The rows there are of it: one for each flow that it is for.
    pub fn all(self, figures: &Figures) -> impl Iterator<Item = Self> + use<> {
        self.each.numbers(figures).into_iter().map(move |number| Self { number, ..self })
    }

    /// Its name at its head.
    pub fn name(self, ledger: &Ledger<'_>) -> Value {
        (self.name)(ledger, self.number)
    }

    /// Its name within a sentence.
    pub fn within(self, ledger: &Ledger<'_>) -> Value {
        (self.within)(ledger, self.number)
    }

    /// Its value in a period.
    pub fn value(self, ledger: &Ledger<'_>, period: Period) -> Option<Point> {
        (self.value)(ledger, self.number, period)
    }

    /// Whether its values are ticks beside those of another row.
    pub const fn is_tick(self) -> bool {
        matches!(self.spec.mark, RowMark::Tick)
    }
}

impl Deref for Row {
    type Target = RowSpec;

    fn deref(&self) -> &RowSpec {
        self.spec
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.is_of_flow_of(*other)
    }
}

impl Eq for Row {}

impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
        self.number.hash(state);
        self.beside.hash(state);
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.key, self.number)
    }
}
