//! What the printed list says of a state; it leaves in files only.

use super::{ColumnSpec, Field, Fields, Kind, Order, Value};
use crate::analysis::roster::RosterRow;
use crate::briefing::Briefing;

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "printed_as",
    title: "Printed as",
    printed_title: None,
    about: "The name in the printed list",
    kind: Kind::Text,
    value,
    order: Order::Value,
    table: None,
    fields: Fields::Several(fields),
};

fn value<'a>(briefing: &'a Briefing, row: &RosterRow) -> Value<'a> {
    row.printed_in(&briefing.roster).map_or(Value::Missing, |name| Value::Text(name.into()))
}

fn fields(_: &Briefing) -> Vec<Field> {
    let again = "Whether the printed list has named the state before";
    vec![
        Field::new(SPEC.key, SPEC.title, SPEC.about, SPEC.kind, value),
        Field::new("named_again", "Named again", again, Kind::Flag, |_, row| Value::Flag(row.repeated)),
    ]
}
