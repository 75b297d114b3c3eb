//! Forward less backward.

use crate::analysis::trade::basis::unit;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE as ROW, FORWARD};
use crate::{label, message};

pub(super) static BALANCE: MeasureSpec = MeasureSpec {
    key: "balance",
    label: &label!(figures::measure_balance),
    within: &label!(figures::measure_balance_within),
    lead: |series, layer, _, _| message!(figures::lead_balance, balance = &series.balance, money = unit(series, layer)),
    drawn: &[ROW],
    beside: &[FORWARD, BACKWARD],
    ..MeasureSpec::NOTHING
};
