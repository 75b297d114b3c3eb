//! UN Comtrade as it has been since 2022: CSV of 47 columns, and the same names in JSON.

use super::chosen::begun;
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::{Long, Whole};
use super::usual::Usual;
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::{label, message};

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "comtrade",
    name: label!(import::layout_comtrade),
    publisher: "United Nations Statistics Division",
    data_set: "UN Comtrade",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| head.row_with(1, &["reporterCode", "flowCode", "partnerCode", "cmdCode", "period", "primaryValue"]),
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let find = |name: &str| titles.find(name);
    // The code of the standard is known to all, the number only mostly.
    let code = |iso: &str, number: &str| {
        let filled = find(iso).filter(|column| head.below(at, *column).any(|cell| !cell.is_empty()));
        filled.or_else(|| find(number))
    };
    let reporter = Columns { code: code("reporterISO", "reporterCode"), name: find("reporterDesc") };
    let partner = Columns { code: code("partnerISO", "partnerCode"), name: find("partnerDesc") };
    let flow = Columns { code: find("flowCode"), name: find("flowDesc") };
    let product = Columns { code: find("cmdCode"), name: find("cmdDesc") };
    let value = find("primaryValue").unwrap_or_default();
    // Of a total and its parts by customs procedure, means of transport and second partner only the total is taken.
    let part = |name: &str, holds: fn(&str) -> bool| {
        find(name).map(|column| Whole { column, holds, why: message!(import::left_parts) })
    };
    let whole = [
        part("partner2Code", |code| matches!(code, "" | "0")),
        part("customsCode", |code| matches!(code, "" | "C00")),
        part("motCode", |code| matches!(code, "" | "0")),
        part("mosCode", |code| matches!(code, "" | "0")),
    ];
    let reader = Long {
        dimensions: Dimensions { reporter, partner, flow, product },
        period: find("period"),
        frequency: find("freqCode"),
        values: vec![(value, String::new())],
        valued: find("cifvalue").zip(find("fobvalue")),
        whole: whole.into_iter().flatten().collect(),
        usual: Usual::in_dollars(0),
        ..Long::default()
    };
    begun(head, at, &titles, reader)
}
