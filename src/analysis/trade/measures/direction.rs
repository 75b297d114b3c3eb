//! Each direction by itself.

use crate::analysis::trade::flows::{flow_value, money};
use crate::analysis::trade::measure::{MeasureSpec, Stacking};
use crate::analysis::trade::rows::{BACKWARD, FORWARD, TOTAL};
use crate::briefing::FlowRole;
use crate::{label, message};

pub(super) static DIRECTION: MeasureSpec = MeasureSpec {
    key: "direction",
    label: &label!(figures::measure_direction),
    within: &label!(figures::measure_direction_within),
    lead: |series, _| {
        message!(figures::lead_direction, total = flow_value(series, FlowRole::Total), money = money(series))
    },
    drawn: &[FORWARD, BACKWARD],
    beside: &[TOTAL],
    stacking: Stacking::OnRequest,
    whole: Some(TOTAL),
    ..MeasureSpec::NOTHING
};
