//! Each direction by itself.

use crate::analysis::trade::flows::{flow_name, money};
use crate::analysis::trade::measure::{MeasureSpec, Stacking};
use crate::analysis::trade::rows::{BACKWARD, FORWARD, TOTAL};
use crate::briefing::FlowRole;

pub(super) static DIRECTION: MeasureSpec = MeasureSpec {
    key: "direction",
    label: "By direction",
    lead: |series, _| format!("{} by direction, {}", flow_name(series, FlowRole::Total), money(series)),
    drawn: &[FORWARD, BACKWARD],
    beside: &[TOTAL],
    stacking: Stacking::OnRequest,
    whole: Some(TOTAL),
    ..MeasureSpec::NOTHING
};
