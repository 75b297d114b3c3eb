//! The rows that several measures show. One that a single measure shows stands beside it, under `measures`.

use super::flows::flow_value;
use super::formula::{balance, growth};
use super::ledger::Ledger;
use super::point::Point;
use super::quantity::Quantity;
use super::row::{Row, RowMark, RowSpec};
use crate::briefing::{FlowRole, Period};
use crate::message;

/// Both directions together, as they are given.
pub const TOTAL: Row = Row::new(&RowSpec {
    key: "total",
    name: |ledger| flow_value(ledger.series, FlowRole::Total),
    within: |ledger| flow_value(ledger.series, FlowRole::Total),
    quantity: Quantity::MONEY,
    value: |ledger, period| given(ledger, FlowRole::Total, period),
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// From the partner whose balance is shown, as it is given.
pub const FORWARD: Row = Row::new(&RowSpec {
    key: "forward",
    name: |ledger| flow_value(ledger.series, FlowRole::Forward),
    within: |ledger| flow_value(ledger.series, FlowRole::Forward),
    quantity: Quantity::MONEY,
    value: |ledger, period| given(ledger, FlowRole::Forward, period),
    flow: FlowRole::Forward,
    mark: RowMark::Value,
});

/// To that partner, as it is given.
pub const BACKWARD: Row = Row::new(&RowSpec {
    key: "backward",
    name: |ledger| flow_value(ledger.series, FlowRole::Backward),
    within: |ledger| flow_value(ledger.series, FlowRole::Backward),
    quantity: Quantity::MONEY,
    value: |ledger, period| given(ledger, FlowRole::Backward, period),
    flow: FlowRole::Backward,
    mark: RowMark::Value,
});

/// Forward less backward.
pub const BALANCE: Row = Row::new(&RowSpec {
    key: "balance",
    name: |ledger| (&ledger.series.balance).into(),
    within: |ledger| (&ledger.series.balance).into(),
    quantity: Quantity::DIFFERENCE,
    value: |ledger, period| {
        let (forward, backward) = ledger.directions(period)?;
        Some(ledger.computed(balance(forward.value, backward.value)?, &[forward, backward]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// Growth of the total on the year before, computed.
pub const GROWTH: Row = Row::new(&RowSpec {
    key: "growth",
    name: |_| message!(figures::row_growth).into(),
    within: |_| message!(figures::row_growth_within).into(),
    quantity: Quantity::CHANGE,
    value: |ledger, period| {
        let before = ledger.year_before(FlowRole::Total, period)?;
        let now = ledger.figure(FlowRole::Total, period)?;
        Some(ledger.computed(growth(before.value, now.value)?, &[now, before]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// Growth of the total on the year before, as it was published.
pub const PUBLISHED_GROWTH: Row = Row::new(&RowSpec {
    key: "published-growth",
    name: |_| message!(figures::row_published_growth).into(),
    within: |_| message!(figures::row_published_growth_within).into(),
    quantity: Quantity::CHANGE,
    value: |ledger, period| ledger.published_growth(FlowRole::Total, period),
    flow: FlowRole::Total,
    mark: RowMark::Tick,
});

/// The figure of a flow as it is given.
fn given(ledger: &Ledger<'_>, role: FlowRole, period: Period) -> Option<Point> {
    ledger.figure(role, period).map(|figure| ledger.given(figure))
}
