//! How many people live in a state.

use super::{Alignment, ColumnSpec, Fields, Kind, Order, TableColumn, Value};

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "population",
    title: "Population",
    printed_title: None,
    about: "Persons",
    kind: Kind::Number,
    value: |briefing, row| Value::number(row.state_in(&briefing.roster).population),
    order: Order::Value,
    table: Some(TableColumn { wanted: 74.0, least: 72.0, alignment: Alignment::Right, priority: Some(20) }),
    fields: Fields::Own,
};
