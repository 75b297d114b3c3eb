//! Each direction's part of both.

use crate::analysis::trade::flows::flow_name;
use crate::analysis::trade::formula::share;
use crate::analysis::trade::measure::{Axis, MeasureSpec, Stacking};
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Row, RowMark, RowSpec};
use crate::analysis::trade::rows;
use crate::briefing::FlowRole;

pub(super) static SHARE: MeasureSpec = MeasureSpec {
    key: "share",
    label: "Share",
    opening: "Share of each direction: ",
    lead: |series, _| format!("{}, share of each direction in per cent", flow_name(series, FlowRole::Total)),
    drawn: &[FORWARD, BACKWARD],
    beside: &[rows::FORWARD, rows::BACKWARD],
    stacking: Stacking::Always,
    axis: Axis::Hundred,
    ..MeasureSpec::NOTHING
};

/// The part of forward in both.
const FORWARD: Row = Row::new(&RowSpec {
    key: "forward-share",
    name: |ledger| format!("{}, %", flow_name(ledger.series, FlowRole::Forward)),
    spoken: |ledger| flow_name(ledger.series, FlowRole::Forward).to_owned(),
    quantity: Quantity::SHARE,
    value: |ledger, period| {
        let (forward, backward) = ledger.directions(period)?;
        Some(ledger.computed(share(forward.value, backward.value)?, &[forward, backward]))
    },
    flow: FlowRole::Forward,
    mark: RowMark::Value,
});

/// The part of backward in both.
const BACKWARD: Row = Row::new(&RowSpec {
    key: "backward-share",
    name: |ledger| format!("{}, %", flow_name(ledger.series, FlowRole::Backward)),
    spoken: |ledger| flow_name(ledger.series, FlowRole::Backward).to_owned(),
    quantity: Quantity::SHARE,
    value: |ledger, period| {
        let (forward, backward) = ledger.directions(period)?;
        Some(ledger.computed(share(backward.value, forward.value)?, &[backward, forward]))
    },
    flow: FlowRole::Backward,
    mark: RowMark::Value,
});
