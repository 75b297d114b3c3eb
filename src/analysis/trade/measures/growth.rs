//! Growth of the total: computed, and beside it as it was published.

use crate::analysis::trade::flows::total_name;
use crate::analysis::trade::ledger::Ledger;
use crate::analysis::trade::measure::{Meaning, MeasureSpec, base};
use crate::analysis::trade::point::Point;
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Each, Row, RowMark, RowSpec};
use crate::analysis::trade::rows::{GROWTH as COMPUTED, PUBLISHED_GROWTH, TOTAL, direction, direction_name};
use crate::briefing::{FlowRole, Period, Value};
use crate::{label, message};

pub(super) static GROWTH: MeasureSpec = MeasureSpec {
    key: "growth",
    label: &label!(figures::measure_growth),
    within: &label!(figures::measure_growth_within),
    lead: |series, _, kind, _| message!(figures::lead_growth, total = total_name(series), base = base(series, kind)),
    chart: |series, kind, lines| message!(figures::chart_growth, base = base(series, kind), lines = lines).into(),
    drawn: &[COMPUTED, PUBLISHED_GROWTH],
    beside: &[TOTAL, FORWARD, BACKWARD],
    meanings: &[
        Meaning { row: COMPUTED, text: label!(figures::mark_growth) },
        Meaning { row: PUBLISHED_GROWTH, text: label!(figures::mark_published_growth) },
    ],
    ..MeasureSpec::NOTHING
};

/// Growth of a forward direction as it was published.
const FORWARD: Row = Row::new(&RowSpec {
    key: "forward-published-growth",
    each: Each::PublishedDirection(FlowRole::Forward),
    name: |ledger, number| name(ledger, FlowRole::Forward, number),
    within: |ledger, number| name(ledger, FlowRole::Forward, number),
    quantity: Quantity::CHANGE,
    value: |ledger, number, period| value(ledger, FlowRole::Forward, number, period),
    flow: FlowRole::Forward,
    mark: RowMark::Tick,
});

/// Growth of a backward direction as it was published.
const BACKWARD: Row = Row::new(&RowSpec {
    key: "backward-published-growth",
    each: Each::PublishedDirection(FlowRole::Backward),
    name: |ledger, number| name(ledger, FlowRole::Backward, number),
    within: |ledger, number| name(ledger, FlowRole::Backward, number),
    quantity: Quantity::CHANGE,
    value: |ledger, number, period| value(ledger, FlowRole::Backward, number, period),
    flow: FlowRole::Backward,
    mark: RowMark::Tick,
});

fn name(ledger: &Ledger<'_>, role: FlowRole, number: usize) -> Value {
    message!(figures::row_published_growth_of, flow = direction_name(ledger, role, number)).into()
}

fn value(ledger: &Ledger<'_>, role: FlowRole, number: usize, period: Period) -> Option<Point> {
    ledger.published_growth(direction(ledger, role, number)?, period)
}
