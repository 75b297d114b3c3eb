//! The rows that several measures show. One that a single measure shows stands beside it, under `measures`.

use super::formula::{balance, growth};
use super::ledger::Ledger;
use super::point::Point;
use super::quantity::Quantity;
use super::row::{Each, Row, RowMark, RowSpec};
use crate::briefing::{FlowRole, Period, Value};
use crate::message;

/// A total, given or the sum of its parts.
pub const TOTAL: Row = Row::new(&RowSpec {
    key: "total",
    each: Each::Total,
    name: total_name,
    within: total_name,
    quantity: Quantity::MONEY,
    value: |ledger, number, period| ledger.total(number, period).map(|figure| ledger.given(&figure)),
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// From the partner whose balance is shown, as it is given.
pub const FORWARD: Row = Row::new(&RowSpec {
    key: "forward",
    each: Each::Direction(FlowRole::Forward),
    name: |ledger, number| direction_name(ledger, FlowRole::Forward, number),
    within: |ledger, number| direction_name(ledger, FlowRole::Forward, number),
    quantity: Quantity::MONEY,
    value: |ledger, number, period| given(ledger, FlowRole::Forward, number, period),
    flow: FlowRole::Forward,
    mark: RowMark::Value,
});

/// To that partner, as it is given.
pub const BACKWARD: Row = Row::new(&RowSpec {
    key: "backward",
    each: Each::Direction(FlowRole::Backward),
    name: |ledger, number| direction_name(ledger, FlowRole::Backward, number),
    within: |ledger, number| direction_name(ledger, FlowRole::Backward, number),
    quantity: Quantity::MONEY,
    value: |ledger, number, period| given(ledger, FlowRole::Backward, number, period),
    flow: FlowRole::Backward,
    mark: RowMark::Value,
});

/// Forward less backward.
pub const BALANCE: Row = Row::new(&RowSpec {
    key: "balance",
    each: Each::Balance,
    name: balance_name,
    within: balance_name,
    quantity: Quantity::DIFFERENCE,
    value: |ledger, number, period| {
        let (_, (forward, backward)) = ledger.flows().balanced().nth(number)?;
        let (forward, backward) = (ledger.figure(forward, period)?, ledger.figure(backward, period)?);
        Some(ledger.computed(balance(forward.value, backward.value)?, &[&forward, &backward]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// Growth of a total on the period that the series compares with, computed.
pub const GROWTH: Row = Row::new(&RowSpec {
    key: "growth",
    each: Each::Total,
    name: |ledger, number| match several(ledger, number) {
        Some(flow) => message!(figures::row_growth_of, flow = flow).into(),
        None => message!(figures::row_growth).into(),
    },
    within: |ledger, number| match several(ledger, number) {
        Some(flow) => message!(figures::row_growth_within_of, flow = flow).into(),
        None => message!(figures::row_growth_within).into(),
    },
    quantity: Quantity::CHANGE,
    value: |ledger, number, period| {
        let (before, now) = (ledger.base(number, period)?, ledger.total(number, period)?);
        Some(ledger.computed(growth(before.value, now.value)?, &[&now, &before]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// Growth of a total as it was published.
pub const PUBLISHED_GROWTH: Row = Row::new(&RowSpec {
    key: "published-growth",
    each: Each::PublishedTotal,
    name: |ledger, number| match several(ledger, number) {
        Some(flow) => message!(figures::row_published_growth_of, flow = flow).into(),
        None => message!(figures::row_published_growth).into(),
    },
    within: |ledger, number| match several(ledger, number) {
        Some(flow) => message!(figures::row_published_growth_within_of, flow = flow).into(),
        None => message!(figures::row_published_growth_within).into(),
    },
    quantity: Quantity::CHANGE,
    value: |ledger, number, period| ledger.published_growth(ledger.flows().totals().get(number)?.flow?, period),
    flow: FlowRole::Total,
    mark: RowMark::Tick,
});

/// The index of a direction in its series.
pub(super) fn direction(ledger: &Ledger<'_>, role: FlowRole, number: usize) -> Option<usize> {
    ledger.flows().directions(role).get(number).copied()
}

/// The name of a direction.
pub(super) fn direction_name(ledger: &Ledger<'_>, role: FlowRole, number: usize) -> Value {
    let flow = direction(ledger, role, number).and_then(|index| ledger.series.flows.get(index));
    flow.map_or_else(String::new, |flow| flow.name.clone()).into()
}

/// The name of a total.
pub(super) fn total_name(ledger: &Ledger<'_>, number: usize) -> Value {
    ledger.flows().total_name(ledger.series, number)
}

/// The name of a total where there are several to tell apart.
fn several(ledger: &Ledger<'_>, number: usize) -> Option<Value> {
    (ledger.flows().totals().len() > 1).then(|| total_name(ledger, number))
}

/// The name of a balance, and of which total it is where several have one.
fn balance_name(ledger: &Ledger<'_>, number: usize) -> Value {
    let balance = &ledger.series.balance;
    let mut balanced = ledger.flows().totals().iter().enumerate().filter(|(_, total)| total.pair.is_some());
    let of = if ledger.flows().balanced().count() > 1 { balanced.nth(number) } else { None };
    match of {
        Some((total, _)) => {
            message!(figures::row_balance_of, balance = balance, flow = total_name(ledger, total)).into()
        }
        None => balance.into(),
    }
}

/// The figure of a direction as it is given.
fn given(ledger: &Ledger<'_>, role: FlowRole, number: usize, period: Period) -> Option<Point> {
    let figure = ledger.figure(direction(ledger, role, number)?, period)?;
    Some(ledger.given(&figure))
}
