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
    let within = Field::new("since_within_days", title, about, Kind::Number, |members, row| {
        CellValue::number(row.spell_in(members.roster).and_then(|spell| spell.within_days))
    });
    let (title, about) = (label!(roster::field_decided), label!(roster::field_decided_about));
    let decided = Field::new("decided", title, about, Kind::Date, |members, row| {
        let decided = row.spell_in(members.roster).and_then(|spell| spell.decided);
        decided.map_or(CellValue::Missing, |date| CellValue::Date(date, None))
    });
    let (title, about) = (label!(roster::field_occasion), label!(roster::field_occasion_about));
    let occasion = Field::new("occasion", title, about, Kind::Text, |members, row| {
        text(row.spell_in(members.roster).and_then(|spell| spell.occasion.as_deref()))
    });
    let (title, about) = (label!(roster::field_since_note), label!(roster::field_since_note_about));
    let note = Field::new("since_note", title, about, Kind::Text, |members, row| {
        text(row.spell_in(members.roster).and_then(|spell| spell.note.as_deref()))
    });
    vec![SPEC.own_field(), within, decided, occasion, note]
}

fn text(text: Option<&str>) -> CellValue<'_> {
    text.map_or(CellValue::Missing, CellValue::text)
}
