//! Our World in Data: entity, code, year, and one column or several of values.

use super::chosen::begun;
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::Long;
use super::usual::Usual;
use crate::briefing::SourceKind;
use crate::import::ImportError;
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
    let named = |column: usize| (column, titles.name(column).to_owned());
    let values: Vec<_> = (3..titles.names.len()).map(named).filter(|(_, name)| !name.is_empty()).collect();
    let read = head.unit(values.first().map(|(_, name)| name.as_str()));
    let reader = Long {
        dimensions: Dimensions { reporter: Columns { code: Some(1), name: Some(0) }, ..Dimensions::default() },
        period: Some(2),
        values,
        usual: Usual { unit: read.unwrap_or_default(), ..Usual::default() },
        ..Long::default()
    };
    begun(head, at, &titles, reader)
}
