//! UN Comtrade as it was before 2022: 22 columns with blanks in their names.

use super::chosen::begun;
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::Long;
use super::usual::Usual;
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "comtrade-old",
    name: label!(import::layout_comtrade_old),
    publisher: "United Nations Statistics Division",
    data_set: "UN Comtrade",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        head.row_with(1, &["Classification", "Period", "Trade Flow", "Reporter", "Partner", "Trade Value (US$)"])
    },
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let find = |name: &str| titles.find(name);
    let reporter = Columns { code: find("Reporter ISO"), name: find("Reporter") };
    let partner = Columns { code: find("Partner ISO"), name: find("Partner") };
    let flow = Columns { code: None, name: find("Trade Flow") };
    let product = Columns { code: find("Commodity Code"), name: find("Commodity") };
    let value = find("Trade Value (US$)").unwrap_or_default();
    let reader = Long {
        dimensions: Dimensions { reporter, partner, flow, product },
        period: find("Period"),
        values: vec![(value, String::new())],
        usual: Usual::in_dollars(0),
        ..Long::default()
    };
    begun(head, at, &titles, reader)
}
