//! The state a row is of: its name, and in files its key, every name and its codes.

use super::{Alignment, CellValue, ColumnSpec, Field, Fields, Kind, Order, TableColumn};
use crate::briefing::Members;
use crate::{label, message};

pub(super) static SPEC: ColumnSpec = ColumnSpec {
    key: "state",
    title: label!(roster::column_state),
    printed_title: Some(label!(roster::column_state_printed)),
    about: label!(roster::column_state_about),
    kind: Kind::Text,
    value: |members, row| {
        let own = || members.name(&row.state_in(members.roster).names);
        CellValue::text(row.printed_in(members.roster).unwrap_or_else(own))
    },
    order: Order::List,
    table: Some(TableColumn { wanted: 178.0, least: 150.0, alignment: Alignment::Left, priority: None }),
    fields: Fields::Several(fields),
};

fn fields(members: Members<'_>) -> Vec<Field> {
    let key =
        Field::new("state", label!(roster::field_key), label!(roster::field_key_about), Kind::Text, |members, row| {
            CellValue::text(row.state_in(members.roster).id.as_str())
        });
    let names = members.manifest.languages.iter().cloned().map(|language| {
        let title = message!(roster::field_name, language = &language);
        Field::new(
            format!("name_{language}"),
            title,
            label!(roster::field_name_about),
            Kind::Text,
            move |members, row| {
                row.state_in(members.roster).names.get(&language).map_or(CellValue::Missing, CellValue::text)
            },
        )
    });
    let others = Field::new(
        "other_names",
        label!(roster::field_other_names),
        label!(roster::field_other_names_about),
        Kind::List,
        |members, row| {
            CellValue::List(row.state_in(members.roster).aliases.iter().map(|name| name.as_str().into()).collect())
        },
    );
    let [alpha2, alpha3, numeric] =
        [label!(roster::field_alpha2), label!(roster::field_alpha3), label!(roster::field_numeric)];
    let codes = [
        Field::new("iso_alpha2", alpha2, label!(roster::field_alpha2_about), Kind::Text, |members, row| {
            CellValue::text(&row.state_in(members.roster).alpha2)
        }),
        Field::new("iso_alpha3", alpha3, label!(roster::field_alpha3_about), Kind::Text, |members, row| {
            CellValue::text(&row.state_in(members.roster).alpha3)
        }),
        Field::new("iso_numeric", numeric, label!(roster::field_numeric_about), Kind::Text, |members, row| {
            CellValue::text(&row.state_in(members.roster).numeric)
        }),
    ];
    std::iter::once(key).chain(names).chain([others]).chain(codes).collect()
}
