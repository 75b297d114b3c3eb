//! The capital of a state; it leaves in files only.

use super::{CellValue, ColumnSpec, Fields, Kind, Order};
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "capital",
    title: label!(roster::column_capital),
    printed_title: None,
    about: label!(roster::column_capital_about),
    kind: Kind::Text,
    value: |members, row| CellValue::text(&row.state_in(members.roster).capital),
    order: Order::Value,
    table: None,
    fields: Fields::Own,
};
