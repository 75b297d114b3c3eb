//! Our World in Data: entity, code, year, and one column or several of values.

use super::layout::{Begun, Head, Layout, Role};
use super::long::{Columns, Long, Usual};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::unit::unit;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "owid",
    name: label!(import::layout_owid),
    publisher: "Our World in Data",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let first = head.titles(0);
        let is = |column: usize, names: &[&str]| names.iter().any(|name| first.find(name) == Some(column));
        let known = is(0, &["Entity"]) && is(1, &["Code"]) && is(2, &["Year", "Day"]);
        (known && first.names.len() > 3).then_some(0)
    },
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let values: Vec<(usize, String)> = match head.choices.columns.get(Role::Value.key()) {
        Some(given) => {
            let column = titles.chosen(head, given)?;
            vec![(column, titles.name(column).to_owned())]
        }
        None => (3..titles.names.len())
            .filter(|column| !titles.name(*column).is_empty())
            .map(|column| (column, titles.name(column).to_owned()))
            .collect(),
    };
    let roles = [(0, Role::Reporter), (1, Role::ReporterCode), (2, Role::Period)];
    let roles: Vec<_> = roles.into_iter().chain(values.iter().map(|(column, _)| (*column, Role::Value))).collect();
    let given = head.choices.unit.as_deref().map(unit);
    let told = values.first().map(|(_, name)| unit(name)).filter(|unit| !unit.currency.is_empty());
    let reader = Long {
        reporter: Columns { code: Some(1), name: Some(0) },
        period: Some(2),
        values,
        usual: Usual { unit: given.or(told).unwrap_or_default(), ..Usual::default() },
        ..Long::default()
    };
    Ok(Begun::new(titles.uses(head, at, &roles), reader))
}
