//! The World Bank's WITS: reporter, partner and flow by name, a column for each year, in thousands of dollars.

use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "wits",
    name: label!(import::layout_wits),
    publisher: "World Bank",
    data_set: "World Integrated Trade Solution",
    kind: SourceKind::Reference,
    primary: false,
    choosable: &[],
    head: |head| head.row_with(5, &["Reporter Name", "Partner Name", "Trade Flow", "Product Group"]),
    begin: |head, at| Ok(begin(head, at)),
};

fn begin(head: &Head<'_>, at: usize) -> Begun {
    let titles = head.titles(at);
    let label = |name: &str| Columns { code: None, name: titles.find(name) };
    let (reporter, partner) = (label("Reporter Name"), label("Partner Name"));
    let (flow, product) = (label("Trade Flow"), label("Product Group"));
    let unit = titles.any(&["Measure", "Indicator"]);
    let periods = periods_of(&titles.names);
    let dimensions = Dimensions { reporter, partner, flow, product };
    let reader = Wide { periods, dimensions, unit, usual: Usual::in_dollars(3), ..Wide::default() };
    Begun::of(head, at, &titles, reader)
}
