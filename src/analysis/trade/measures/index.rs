//! Each total, where that of the first column shown is 100.

use crate::analysis::trade::flows::total_name;
use crate::analysis::trade::formula::index;
use crate::analysis::trade::ledger::Ledger;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::quantity::Quantity;
use crate::analysis::trade::row::{Each, Row, RowMark, RowSpec};
use crate::analysis::trade::rows::{self, TOTAL};
use crate::briefing::{FlowRole, Value};
use crate::{label, message};

pub(super) static INDEX: MeasureSpec = MeasureSpec {
    key: "index",
    label: &label!(figures::measure_index),
    within: &label!(figures::measure_index_within),
    lead: |series, _, _, drawn| {
        let first = drawn.first().filter(|_| drawn.len() == 1);
        let index = first.map_or_else(|| label!(figures::unit_points).into(), |line| line.name.clone());
        message!(figures::lead_index, total = total_name(series), index = index)
    },
    chart: |_, _, lines| message!(figures::chart_index, lines = lines).into(),
    drawn: &[ROW],
    beside: &[TOTAL],
    spanned: true,
    ..MeasureSpec::NOTHING
};

const ROW: Row = Row::new(&RowSpec {
    key: "index",
    each: Each::Total,
    name: |ledger, number| {
        let name = name(ledger, number);
        if ledger.flows().totals().len() > 1 {
            message!(figures::row_index_within, total = rows::total_name(ledger, number), index = name).into()
        } else {
            name
        }
    },
    within: |ledger, number| {
        let total = rows::total_name(ledger, number);
        message!(figures::row_index_within, total = total, index = name(ledger, number)).into()
    },
    quantity: Quantity::INDEX,
    value: |ledger, number, period| {
        let (_, first) = ledger.first.get(number)?.as_ref().filter(|_| period.kind() == ledger.kind)?;
        let now = ledger.total(number, period)?;
        Some(ledger.computed(index(first.value, now.value)?, &[&now, first]))
    },
    flow: FlowRole::Total,
    mark: RowMark::Value,
});

/// What it is measured against.
fn name(ledger: &Ledger<'_>, number: usize) -> Value {
    let unknown = label!(figures::row_index_unknown);
    let first = ledger.first.get(number).and_then(Option::as_ref);
    first.map_or(unknown, |(period, _)| message!(figures::row_index, year = *period)).into()
}
