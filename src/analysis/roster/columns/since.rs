//! The date since which a status holds.

use super::{Alignment, CellValue, ColumnSpec, Field, Fields, Kind, Order, TableColumn};
use crate::analysis::roster::RosterRow;
use crate::briefing::Members;
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "since",
    title: label!(roster::column_since),
    printed_title: None,
    about: label!(roster::column_since_about),
    kind: Kind::Date,
    value,
    order: Order::Value,
    table: Some(TableColumn { wanted: 106.0, least: 106.0, alignment: Alignment::Right, priority: Some(50) }),
    fields: Fields::Several(fields),
};

fn value<'a>(members: Members<'a>, row: &RosterRow) -> CellValue<'a> {
    row.spell_in(members.roster).map_or(CellValue::Missing, |spell| CellValue::Date(spell.from, spell.within_days))
}

fn fields(_: Members<'_>) -> Vec<Field> {
    let (title, about) = (label!(roster::field_within_days), label!(roster::field_within_days_about));
    vec![
        SPEC.own_field(),
        Field::new("since_within_days", title, about, Kind::Number, |members, row| {
            CellValue::number(row.spell_in(members.roster).and_then(|spell| spell.within_days))
        }),
    ]
}
