//! How many people live in a state.

use super::{Alignment, CellValue, ColumnSpec, Fields, Kind, Order, TableColumn};
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "population",
    title: label!(roster::column_population),
    printed_title: None,
    about: label!(roster::column_population_about),
    kind: Kind::Number,
    value: |members, row| CellValue::number(row.state_in(members.roster).population),
    order: Order::Value,
    table: Some(TableColumn { wanted: 74.0, least: 72.0, alignment: Alignment::Right, priority: Some(20) }),
    fields: Fields::Own,
};
