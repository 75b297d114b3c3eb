//! The World Bank's WITS. Its tables by country have reporter, partner and flow by name and a column for each year, in
//! thousands of dollars; what its queries bring has a row for each year, and codes beside the names.

use super::chosen::begun;
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::Long;
use super::usual::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "wits",
    name: label!(import::layout_wits),
    publisher: "World Bank",
    data_set: "World Integrated Trade Solution",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let query = || head.row_with(5, &["ReporterName", "PartnerName", "TradeFlowName", "Year", VALUE]);
        by_year(head, "Reporter Name").or_else(|| by_year(head, "Country Name")).or_else(query)
    },
    begin: |head, at| if head.titles(at).find(VALUE).is_some() { query(head, at) } else { begin(head, at) },
};

/// The values of a query.
const VALUE: &str = "TradeValue in 1000 USD";

fn by_year(head: &Head<'_>, reporter: &str) -> Option<usize> {
    head.row_with(5, &[reporter, "Partner Name", "Trade Flow", "Product Group"])
}

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let label = |names: &[&str]| Columns { code: None, name: titles.any(names) };
    let dimensions = Dimensions {
        reporter: label(&["Reporter Name", "Country Name"]),
        partner: label(&["Partner Name"]),
        flow: label(&["Trade Flow"]),
        product: label(&["Product Group"]),
    };
    let unit = titles.any(&["Measure", "Indicator"]);
    let periods = periods_of(&titles.names);
    let reader = Wide { periods, dimensions, unit, usual: Usual::in_dollars(3), ..Wide::default() };
    begun(head, at, &titles, reader)
}

fn query(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let both = |code: &str, name: &str| Columns { code: titles.find(code), name: titles.find(name) };
    let flow = titles.find("TradeFlowName");
    let dimensions = Dimensions {
        reporter: both("ReporterISO3", "ReporterName"),
        partner: both("PartnerISO3", "PartnerName"),
        // The code is a number that other flows have as well.
        flow: Columns { code: None, name: flow },
        product: both("ProductCode", "ProductDescription"),
    };
    let reader = Long {
        dimensions,
        period: titles.find("Year"),
        values: titles.find(VALUE).map(|column| (column, String::new())).into_iter().collect(),
        // `Import` and `Gross Imp.` are both imports, and not the same.
        apart: flow.into_iter().collect(),
        usual: Usual::in_dollars(3),
        direction: |code, name| match name.to_lowercase().as_str() {
            "gross imp." => Direction::Import,
            "gross exp." => Direction::Export,
            _ => direction(code, name),
        },
        ..Long::default()
    };
    begun(head, at, &titles, reader)
}
