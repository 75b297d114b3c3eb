//! The World Bank's WITS: reporter, partner and flow by name, a column for each year, in thousands of dollars.

use super::layout::{Begun, Head, Layout, Role};
use super::long::Usual;
use super::wide::{Label, Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::unit::UnitRead;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "wits",
    name: label!(import::layout_wits),
    publisher: "World Bank",
    data_set: "World Integrated Trade Solution",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| head.row_with(5, &["Reporter Name", "Partner Name", "Trade Flow", "Product Group"]),
    begin: |head, at| Ok(begin(head, at)),
};

fn begin(head: &Head<'_>, at: usize) -> Begun {
    let titles = head.titles(at);
    let label = |name: &str| Label { code: None, name: titles.find(name) };
    let (reporter, partner) = (label("Reporter Name"), label("Partner Name"));
    let (flow, product) = (label("Trade Flow"), label("Product Group"));
    let unit = titles.any(&["Measure", "Indicator"]);
    let periods = periods_of(&titles.names);
    let roles = [
        (reporter.name, Role::Reporter),
        (partner.name, Role::Partner),
        (flow.name, Role::Flow),
        (product.name, Role::Product),
        (unit, Role::Unit),
    ];
    let roles = roles.into_iter().filter_map(|(column, role)| Some((column?, role)));
    let roles: Vec<_> = roles.chain(periods.iter().map(|(column, _)| (*column, Role::Value))).collect();
    let thousands = UnitRead { currency: "USD".to_owned(), power: 3, label: String::new() };
    let usual = Usual { unit: thousands, ..Usual::default() };
    let reader = Wide { periods, reporter, partner, flow, product, unit, usual, ..Wide::default() };
    Begun::new(titles.uses(head, at, &roles), reader)
}
