//! Growth of the total on the year before: computed, and beside it as it was published.

use crate::analysis::trade::flows::flow_value;
use crate::analysis::trade::measure::{Meaning, MeasureSpec};
use crate::analysis::trade::rows::{GROWTH as COMPUTED, PUBLISHED_GROWTH, TOTAL};
use crate::briefing::FlowRole;
use crate::{label, message};

pub(super) static GROWTH: MeasureSpec = MeasureSpec {
    key: "growth",
    label: &label!(figures::measure_growth),
    within: &label!(figures::measure_growth_within),
    lead: |series, _| message!(figures::lead_growth, total = flow_value(series, FlowRole::Total)),
    chart: |lines| message!(figures::chart_growth, lines = lines).into(),
    drawn: &[COMPUTED, PUBLISHED_GROWTH],
    beside: &[TOTAL],
    meanings: &[
        Meaning { row: COMPUTED, text: label!(figures::mark_growth) },
        Meaning { row: PUBLISHED_GROWTH, text: label!(figures::mark_published_growth) },
    ],
    ..MeasureSpec::NOTHING
};
