//! Forward less backward.

use crate::analysis::trade::flows::money;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE as ROW, FORWARD};
use crate::{label, message};

pub(super) static BALANCE: MeasureSpec = MeasureSpec {
    key: "balance",
    label: &label!(figures::measure_balance),
    within: &label!(figures::measure_balance_within),
    lead: |series, _| message!(figures::lead_balance, balance = &series.balance, money = money(series)),
    drawn: &[ROW],
    beside: &[FORWARD, BACKWARD],
    ..MeasureSpec::NOTHING
};
