//! The World Bank's indicators: four lines of preamble, a row for each country and indicator, a column for each year.

use super::chosen::begun;
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "world-bank",
    name: label!(import::layout_world_bank),
    publisher: "World Bank",
    data_set: "World Development Indicators",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let one = head.row_with(10, &["Country Name", "Country Code", "Indicator Name", "Indicator Code"]);
        let found =
            one.or_else(|| head.row_with(10, &["Country Name", "Country Code", "Series Name", "Series Code"]))?;
        // Others have the same heads before a column of periods.
        (!periods_of(&head.titles(found).names).is_empty()).then_some(found)
    },
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let any = |names: &[&str]| titles.any(names);
    let reporter = Columns { code: any(&["Country Code"]), name: any(&["Country Name"]) };
    let flow = Columns { code: any(&["Indicator Code", "Series Code"]), name: any(&["Indicator Name", "Series Name"]) };
    let periods = periods_of(&titles.names);
    let reader = Wide {
        periods,
        dimensions: Dimensions { reporter, flow, ..Dimensions::default() },
        unit_in_flow: true,
        // The code of an indicator is no code of a direction.
        direction: |_, name| match direction("", name) {
            // `Exports of goods` go out of the country; a share or a price of them does not.
            known @ (Direction::Export | Direction::Import) if begins(name) => known,
            _ => Direction::Other,
        },
        ..Wide::default()
    };
    begun(head, at, &titles, reader)
}

fn begins(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["exports of", "imports of", "merchandise exports", "merchandise imports", "goods exports", "goods imports"]
        .iter()
        .any(|start| lower.starts_with(start))
}
