//! Forward less backward.

use crate::analysis::trade::flows::money;
use crate::analysis::trade::measure::MeasureSpec;
use crate::analysis::trade::rows::{BACKWARD, BALANCE as ROW, FORWARD};

pub(super) static BALANCE: MeasureSpec = MeasureSpec {
    key: "balance",
    label: "Balance",
    lead: |series, _| format!("{}, {}", series.balance, money(series)),
    drawn: &[ROW],
    beside: &[FORWARD, BACKWARD],
    ..MeasureSpec::NOTHING
};
