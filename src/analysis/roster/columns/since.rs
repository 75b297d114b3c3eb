//! The date since which a status holds.

use super::{Alignment, ColumnSpec, Field, Fields, Kind, Order, TableColumn, Value};
use crate::analysis::roster::RosterRow;
use crate::briefing::Briefing;

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "since",
    title: "Since",
    printed_title: None,
    about: "The first day of the status, as far as it is known",
    kind: Kind::Date,
    value,
    order: Order::Value,
    table: Some(TableColumn { wanted: 98.0, least: 96.0, alignment: Alignment::Right, priority: Some(50) }),
    fields: Fields::Several(fields),
};

fn value<'a>(briefing: &'a Briefing, row: &RosterRow) -> Value<'a> {
    row.spell_in(&briefing.roster).map_or(Value::Missing, |spell| Value::Date(spell.from, spell.within_days))
}

fn fields(_: &Briefing) -> Vec<Field> {
    let within = "By how many days that may be wrong";
    vec![
        Field::new(SPEC.key, SPEC.title, SPEC.about, SPEC.kind, value),
        Field::new("since_within_days", "Within days", within, Kind::Number, |briefing, row| {
            Value::number(row.spell_in(&briefing.roster).and_then(|spell| spell.within_days))
        }),
    ]
}
