//! The status on the date of the roster.

use super::{Alignment, ColumnSpec, Fields, Kind, Order, TableColumn, Value};
use crate::analysis::facets::Facet;

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "status",
    title: "Status",
    printed_title: None,
    about: "The status on the date of the roster",
    kind: Kind::Text,
    value: |briefing, row| Value::text(&row.status_in(&briefing.roster).name),
    order: Order::Facet(Facet::Status),
    table: Some(TableColumn { wanted: 128.0, least: 118.0, alignment: Alignment::Left, priority: Some(30) }),
    fields: Fields::Own,
};
