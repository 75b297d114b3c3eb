//! The region of a state.

use super::{Alignment, CellValue, ColumnSpec, Fields, Kind, Order, TableColumn};
use crate::analysis::facets::Facet;
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "region",
    title: label!(roster::column_region),
    printed_title: None,
    about: label!(roster::column_region_about),
    kind: Kind::Text,
    value: |members, row| CellValue::text(&row.state_in(members.roster).region),
    order: Order::Facet(Facet::Region),
    table: Some(TableColumn { wanted: 122.0, least: 76.0, alignment: Alignment::Left, priority: Some(10) }),
    fields: Fields::Own,
};
