//! Both directions together.

use crate::analysis::trade::basis::unit;
use crate::analysis::trade::flows::total_name;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE, FORWARD, GROWTH, PUBLISHED_GROWTH, TOTAL as ROW};
use crate::{label, message};

pub(super) static TOTAL: MeasureSpec = MeasureSpec {
    key: "total",
    label: &label!(figures::measure_total),
    within: &label!(figures::measure_total_within),
    lead: |series, layer, _, _| message!(figures::lead_total, total = total_name(series), money = unit(series, layer)),
    drawn: &[ROW],
    beside: &[GROWTH, PUBLISHED_GROWTH, FORWARD, BACKWARD, BALANCE],
    said_beside: &[GROWTH, PUBLISHED_GROWTH],
    spanned: true,
    ..MeasureSpec::NOTHING
};
