//! The state a row is of: its name, and in files its key, every name and its codes.

use super::{Alignment, CellValue, ColumnSpec, Field, Fields, Kind, Order, TableColumn};
use crate::briefing::Briefing;
use crate::{label, message};

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "state",
    title: label!(roster::column_state),
    printed_title: Some(label!(roster::column_state_printed)),
    about: label!(roster::column_state_about),
    kind: Kind::Text,
    value: |briefing, row| {
        let own = || briefing.name(&row.state_in(&briefing.roster).names);
        CellValue::text(row.printed_in(&briefing.roster).unwrap_or_else(own))
    },
    order: Order::List,
    table: Some(TableColumn { wanted: 178.0, least: 150.0, alignment: Alignment::Left, priority: None }),
    fields: Fields::Several(fields),
};

fn fields(briefing: &Briefing) -> Vec<Field> {
    let key =
        Field::new("state", label!(roster::field_key), label!(roster::field_key_about), Kind::Text, |briefing, row| {
            CellValue::text(row.state_in(&briefing.roster).id.as_str())
        });
    let names = briefing.manifest.languages.iter().cloned().map(|language| {
        let title = message!(roster::field_name, language = &language);
        Field::new(
            format!("name_{language}"),
            title,
            label!(roster::field_name_about),
            Kind::Text,
            move |briefing, row| {
                row.state_in(&briefing.roster).names.get(&language).map_or(CellValue::Missing, CellValue::text)
            },
        )
    });
    let [alpha2, alpha3] = [label!(roster::field_alpha2), label!(roster::field_alpha3)];
    let codes = [
        Field::new("iso_alpha2", alpha2, label!(roster::field_alpha2_about), Kind::Text, |briefing, row| {
            CellValue::text(&row.state_in(&briefing.roster).alpha2)
        }),
        Field::new("iso_alpha3", alpha3, label!(roster::field_alpha3_about), Kind::Text, |briefing, row| {
            CellValue::text(&row.state_in(&briefing.roster).alpha3)
        }),
    ];
    std::iter::once(key).chain(names).chain(codes).collect()
}
