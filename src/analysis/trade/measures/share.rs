//! Each direction's part of both.

use crate::analysis::trade::flows::flow_value;
use crate::analysis::trade::formula::share;
use crate::analysis::trade::measure::{Axis, MeasureSpec, Stacking};
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Row, RowMark, RowSpec};
use crate::analysis::trade::rows;
use crate::briefing::FlowRole;
use crate::{label, message};

pub(super) static SHARE: MeasureSpec = MeasureSpec {
    key: "share",
    label: &label!(figures::measure_share),
    within: &label!(figures::measure_share_within),
    lead: |series, _| message!(figures::lead_share, total = flow_value(series, FlowRole::Total)),
    chart: |lines| message!(figures::chart_share, lines = lines).into(),
    drawn: &[FORWARD, BACKWARD],
    beside: &[rows::FORWARD, rows::BACKWARD],
    stacking: Stacking::Always,
    axis: Axis::Hundred,
    ..MeasureSpec::NOTHING
};

/// The part of forward in both.
const FORWARD: Row = Row::new(&RowSpec {
    key: "forward-share",
    name: |ledger| message!(figures::row_share, flow = flow_value(ledger.series, FlowRole::Forward)).into(),
    within: |ledger| flow_value(ledger.series, FlowRole::Forward),
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
    name: |ledger| message!(figures::row_share, flow = flow_value(ledger.series, FlowRole::Backward)).into(),
    within: |ledger| flow_value(ledger.series, FlowRole::Backward),
    quantity: Quantity::SHARE,
    value: |ledger, period| {
        let (forward, backward) = ledger.directions(period)?;
        Some(ledger.computed(share(backward.value, forward.value)?, &[backward, forward]))
    },
    flow: FlowRole::Backward,
    mark: RowMark::Value,
});
