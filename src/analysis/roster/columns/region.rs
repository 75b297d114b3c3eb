//! The region of a state.

use super::{Alignment, ColumnSpec, Fields, Kind, Order, TableColumn, Value};
use crate::analysis::facets::Facet;

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "region",
    title: "Region",
    printed_title: None,
    about: "The region",
    kind: Kind::Text,
    value: |briefing, row| Value::text(&row.state_in(&briefing.roster).region),
    order: Order::Facet(Facet::Region),
    table: Some(TableColumn { wanted: 122.0, least: 76.0, alignment: Alignment::Left, priority: Some(10) }),
    fields: Fields::Own,
};
