//! Growth of the total on the year before: computed, and beside it as it was published.

use crate::analysis::trade::flows::flow_name;
use crate::analysis::trade::measure::{Meaning, MeasureSpec};
use crate::analysis::trade::rows::{GROWTH as COMPUTED, PUBLISHED_GROWTH, TOTAL};
use crate::briefing::FlowRole;

pub(super) static GROWTH: MeasureSpec = MeasureSpec {
    key: "growth",
    label: "Growth",
    opening: "Change on the year before: ",
    lead: |series, _| format!("{}, change on the year before in per cent", flow_name(series, FlowRole::Total)),
    drawn: &[COMPUTED, PUBLISHED_GROWTH],
    beside: &[TOTAL],
    meanings: &[
        Meaning { row: COMPUTED, text: "Bar or line: computed from the totals shown." },
        Meaning {
            row: PUBLISHED_GROWTH,
            text: "Level tick: as published; it differs where the reporter has since restated the year before.",
        },
    ],
    ..MeasureSpec::NOTHING
};
