//! Each direction by itself.

use crate::analysis::trade::basis::unit;
use crate::analysis::trade::flows::total_name;
use crate::analysis::trade::measure::{MeasureSpec, Stacking};
use crate::analysis::trade::rows::{BACKWARD, FORWARD, TOTAL};
use crate::{label, message};

pub(super) static DIRECTION: MeasureSpec = MeasureSpec {
    key: "direction",
    label: &label!(figures::measure_direction),
    within: &label!(figures::measure_direction_within),
    lead: |series, layer, _, _| {
        message!(figures::lead_direction, total = total_name(series), money = unit(series, layer))
    },
    drawn: &[FORWARD, BACKWARD],
    beside: &[TOTAL],
    stacking: Stacking::OnRequest,
    whole: Some(TOTAL),
    ..MeasureSpec::NOTHING
};
