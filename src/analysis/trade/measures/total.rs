//! Both directions together.

use crate::analysis::trade::flows::{flow_name, money};
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE, FORWARD, GROWTH, PUBLISHED_GROWTH, TOTAL as ROW};
use crate::briefing::FlowRole;

pub(super) static TOTAL: MeasureSpec = MeasureSpec {
    key: "total",
    label: "Total",
    lead: |series, _| format!("{}, {}", flow_name(series, FlowRole::Total), money(series)),
    drawn: &[ROW],
    beside: &[GROWTH, PUBLISHED_GROWTH, FORWARD, BACKWARD, BALANCE],
    said_beside: &[GROWTH, PUBLISHED_GROWTH],
    spanned: true,
    ..MeasureSpec::NOTHING
};
