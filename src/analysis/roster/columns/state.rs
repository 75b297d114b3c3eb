//! The state a row is of: its name, and in files its key, every name and its codes.

use super::{Alignment, ColumnSpec, Field, Fields, Kind, Order, TableColumn, Value};
use crate::briefing::Briefing;

pub(super) const SPEC: ColumnSpec = ColumnSpec {
    key: "state",
    title: "State",
    printed_title: Some("State, as printed"),
    about: "The name of the state",
    kind: Kind::Text,
    value: |briefing, row| {
        let own = || briefing.name(&row.state_in(&briefing.roster).names);
        Value::text(row.printed_in(&briefing.roster).unwrap_or_else(own))
    },
    order: Order::List,
    table: Some(TableColumn { wanted: 186.0, least: 150.0, alignment: Alignment::Left, priority: None }),
    fields: Fields::Several(fields),
};

fn fields(briefing: &Briefing) -> Vec<Field> {
    let key = Field::new("state", "Key", "The key of the state in the briefing", Kind::Text, |briefing, row| {
        Value::text(row.state_in(&briefing.roster).id.as_str())
    });
    let names = briefing.manifest.languages.iter().cloned().map(|language| {
        let about = "The name in the language of the column's ending, a BCP 47 tag";
        let (name, title) = (format!("name_{language}"), format!("Name ({language})"));
        Field::new(name, title, about, Kind::Text, move |briefing, row| {
            row.state_in(&briefing.roster).names.get(&language).map_or(Value::Missing, Value::text)
        })
    });
    let codes = [
        Field::new("iso_alpha2", "Alpha-2", "ISO 3166-1 alpha-2", Kind::Text, |briefing, row| {
            Value::text(&row.state_in(&briefing.roster).alpha2)
        }),
        Field::new("iso_alpha3", "Alpha-3", "ISO 3166-1 alpha-3", Kind::Text, |briefing, row| {
            Value::text(&row.state_in(&briefing.roster).alpha3)
        }),
    ];
    std::iter::once(key).chain(names).chain(codes).collect()
}
