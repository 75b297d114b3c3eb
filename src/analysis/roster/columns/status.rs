//! The status on the date of the roster.

use std::borrow::Cow;

use super::{Alignment, CellValue, ColumnSpec, Fields, Kind, Order, TableColumn};
use crate::analysis::facets::Facet;
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "status",
    title: label!(roster::column_status),
    printed_title: None,
    about: label!(roster::column_status_about),
    kind: Kind::Text,
    value: |members, row| match row.beside_in(members.roster) {
        None => CellValue::text(&row.status_in(members.roster).name),
        Some(beside) => CellValue::List(vec![
            Cow::Borrowed(row.status_in(members.roster).name.as_str()),
            Cow::Borrowed(beside.name.as_str()),
        ]),
    },
    order: Order::Facet(Facet::Status),
    table: Some(TableColumn { wanted: 138.0, least: 134.0, alignment: Alignment::Left, priority: Some(30) }),
    fields: Fields::Own,
};
