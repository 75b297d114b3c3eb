//! What the printed list says of a state; it leaves in files only.

use super::{CellValue, ColumnSpec, Field, Fields, Kind, Order};
use crate::analysis::roster::RosterRow;
use crate::briefing::Members;
use crate::label;

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "printed_as",
    title: label!(roster::column_printed_as),
    printed_title: None,
    about: label!(roster::column_printed_as_about),
    kind: Kind::Text,
    value,
    order: Order::Value,
    table: None,
    fields: Fields::Several(fields),
};

fn value<'a>(members: Members<'a>, row: &RosterRow) -> CellValue<'a> {
    row.printed_in(members.roster).map_or(CellValue::Missing, |name| CellValue::Text(name.into()))
}

fn fields(_: Members<'_>) -> Vec<Field> {
    let (title, about) = (label!(roster::field_named_again), label!(roster::field_named_again_about));
    vec![SPEC.own_field(), Field::new("named_again", title, about, Kind::Flag, |_, row| CellValue::Flag(row.repeated))]
}
