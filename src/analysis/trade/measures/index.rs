//! The total, where that of the first year shown is 100.

use crate::analysis::trade::flows::flow_value;
use crate::analysis::trade::formula::index;
use crate::analysis::trade::ledger::Ledger;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Row, RowMark, RowSpec};
use crate::analysis::trade::rows::TOTAL;
use crate::briefing::{FlowRole, Period, Value};
use crate::{label, message};

pub(super) static INDEX: MeasureSpec = MeasureSpec {
    key: "index",
    label: &label!(figures::measure_index),
    within: &label!(figures::measure_index_within),
    lead: |series, lines| {
        let index = lines.first().map_or_else(|| label!(figures::unit_points).into(), |line| line.name.clone());
        message!(figures::lead_index, total = flow_value(series, FlowRole::Total), index = index)
    },
    chart: |lines| message!(figures::chart_index, lines = lines).into(),
    drawn: &[ROW],
    beside: &[TOTAL],
    spanned: true,
    ..MeasureSpec::NOTHING
};

const ROW: Row = Row::new(&RowSpec {
    key: "index",
    name,
    within: |ledger| {
        let total = flow_value(ledger.series, FlowRole::Total);
        message!(figures::row_index_within, total = total, index = name(ledger)).into()
    },
    quantity: Quantity::INDEX,
    value: |ledger, period| {
        let (_, first) = ledger.first.filter(|_| period.is_year())?;
        let now = ledger.figure(FlowRole::Total, period)?;
        Some(ledger.computed(index(first.value, now.value)?, &[now, first]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// What it is measured against.
fn name(ledger: &Ledger<'_>) -> Value {
    let unknown = label!(figures::row_index_unknown);
    let first = ledger.first.map(|(year, _)| message!(figures::row_index, year = Period::of_year(year)));
    first.unwrap_or(unknown).into()
}
