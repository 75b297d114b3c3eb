//! Both directions together.

use crate::analysis::trade::flows::{flow_value, money};
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE, FORWARD, GROWTH, PUBLISHED_GROWTH, TOTAL as ROW};
use crate::briefing::FlowRole;
use crate::{label, message};

pub(super) static TOTAL: MeasureSpec = MeasureSpec {
    key: "total",
    label: &label!(figures::measure_total),
    within: &label!(figures::measure_total_within),
    lead: |series, _| message!(figures::lead_total, total = flow_value(series, FlowRole::Total), money = money(series)),
    drawn: &[ROW],
    beside: &[GROWTH, PUBLISHED_GROWTH, FORWARD, BACKWARD, BALANCE],
    said_beside: &[GROWTH, PUBLISHED_GROWTH],
    spanned: true,
    ..MeasureSpec::NOTHING
};
