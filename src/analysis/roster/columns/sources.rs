//! What a row rests on.

use super::{Alignment, CellValue, ColumnSpec, Fields, Kind, Order, TableColumn};
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "sources",
    title: label!(roster::column_sources),
    printed_title: None,
    about: label!(roster::column_sources_about),
    kind: Kind::List,
    value: |members, row| {
        let citations = row.citations(members);
        CellValue::List(citations.iter().map(|citation| citation.source.to_string().into()).collect())
    },
    // A row without a spell rests on its place in the printed list.
    order: Order::Number(|members, row| {
        Some(row.spell_in(members.roster).map_or(1, |spell| spell.citations.len() as u64))
    }),
    table: Some(TableColumn { wanted: 86.0, least: 78.0, alignment: Alignment::Right, priority: Some(40) }),
    fields: Fields::Own,
};
