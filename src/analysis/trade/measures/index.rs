//! The total, where that of the first year shown is 100.

use crate::analysis::trade::flows::flow_name;
use crate::analysis::trade::formula::index;
use crate::analysis::trade::ledger::Ledger;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Row, RowMark, RowSpec};
use crate::analysis::trade::rows::TOTAL;
use crate::briefing::FlowRole;

pub(super) static INDEX: MeasureSpec = MeasureSpec {
    key: "index",
    label: "Index",
    opening: "Index of the total: ",
    lead: |series, lines| {
        let name = lines.first().map_or("index", |line| line.name.as_str());
        format!("{}, {name}", flow_name(series, FlowRole::Total))
    },
    drawn: &[ROW],
    beside: &[TOTAL],
    spanned: true,
    ..MeasureSpec::NOTHING
};

const ROW: Row = Row::new(&RowSpec {
    key: "index",
    name,
    spoken: |ledger| format!("{} ({})", flow_name(ledger.series, FlowRole::Total), name(ledger)),
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
fn name(ledger: &Ledger<'_>) -> String {
    ledger.first.map_or_else(|| "Index".to_owned(), |(year, _)| format!("{year} = 100"))
}
