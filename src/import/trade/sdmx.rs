//! SDMX-CSV, 1.0 and 2.x, of whoever publishes it: OECD, IMF, Eurostat and others name their dimensions in their own ways.

use super::chosen::{begun, obey};
use super::eurostat_tsv::{flow_of, unit_of};
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, RowReader as _, Titles, Told};
use super::long::{Long, Whole};
use super::units::Units;
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::{label, message};

/// SDMX-CSV 2.x: it begins with the kind of structure.
pub const TWO: Layout = Layout {
    key: "sdmx",
    name: label!(import::layout_sdmx_2),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let first = head.titles(0);
        let begins = first.names.first().is_some_and(|name| name.split('[').next() == Some("STRUCTURE"));
        (begins && first.coded(&["OBS_VALUE"]).is_some()).then_some(0)
    },
    begin,
};

/// SDMX-CSV 1.0: it begins with the data flow.
pub const ONE: Layout = Layout {
    key: "sdmx-1",
    name: label!(import::layout_sdmx_1),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let first = head.titles(0);
        let begins = first.names.first().is_some_and(|name| name == "DATAFLOW");
        (begins && first.coded(&["OBS_VALUE"]).is_some()).then_some(0)
    },
    begin,
};

const REPORTERS: &[&str] = &["REPORTER", "REF_AREA", "COUNTRY", "REPORTING_COUNTRY", "REPORTING_ECONOMY", "geo"];
const PARTNERS: &[&str] =
    &["PARTNER", "COUNTERPART_AREA", "COUNTERPART_COUNTRY", "PARTNER_COUNTRY", "PARTNER_ECONOMY", "VIS_AREA"];
const FLOWS: &[&str] =
    &["TRADE_FLOW", "FLOW", "INDICATOR", "MEASURE", "STK_FLOW", "stk_flow", "na_item", "bop_item", "indic_et"];
const PRODUCTS: &[&str] = &["PRODUCT", "COMMODITY", "CMD", "SITC", "sitc06", "CPA", "HS", "ACTIVITY"];
const UNITS: &[&str] = &["UNIT_MEASURE", "UNIT", "CURRENCY", "indicators", "CURRENCY_DENOM", "indic_et"];
const MULTIPLIERS: &[&str] = &["UNIT_MULT", "UNIT_MULTIPLIER", "SCALE"];

/// Columns that tell no figures apart: what a table is of, keys made of other columns, and how figures are printed.
const BESIDE: &[&str] = &[
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "DATAFLOW",
    "DATASET",
    "ACTION",
    "SERIES_KEY",
    "OBS_KEY",
    "SERIES_CODE",
    "OBS_MEASURE",
    "SERIES_NAME",
    "LAST UPDATE",
    "DECIMALS",
    "DECIMALS_DISPLAYED",
    "PRECISION",
];

/// Whether a head is a label, and no code of a dimension.
fn is_label(name: &str) -> bool {
    let has = |is: fn(char) -> bool| name.chars().any(is);
    let begins = name.chars().next().is_some_and(char::is_uppercase);
    !name.contains(": ") && (name.contains(' ') || (begins && has(char::is_lowercase)))
}

/// A code with the label beside it, where the publisher gives both.
fn labelled(titles: &Titles, code: Option<usize>) -> Columns {
    let label = code.map(|code| code + 1).filter(|next| is_label(titles.name(*next)));
    Columns { code, name: label }
}

/// What figures are of, by what agencies call it.
pub fn dimensions(head: &Head<'_>, titles: &Titles, at: usize) -> Dimensions {
    // Of several columns that may say which way goods go, the one that does.
    let says =
        |column: usize| head.below(at, column).take(50).any(|cell| said_direction(cell, cell) != Direction::Other);
    let candidates = || FLOWS.iter().filter_map(|name| titles.coded(&[name]));
    let flow = candidates().find(|column| says(*column)).or_else(|| candidates().next());
    let of = |names: &[&str]| labelled(titles, titles.coded(names));
    Dimensions { reporter: of(REPORTERS), partner: of(PARTNERS), flow: labelled(titles, flow), product: of(PRODUCTS) }
}

/// The columns that say what figures are in, and by which power of ten.
pub fn units(titles: &Titles) -> (Columns, Option<usize>) {
    (labelled(titles, titles.coded(UNITS)), titles.coded(MULTIPLIERS))
}

/// The columns before some column that may tell figures apart: those of which nothing is known but that they are no
/// others, and the codes of flows, units and prices, of which more than one may mean the same.
pub fn apart(titles: &Titles, taken: &[usize], before: usize, codes: &[Option<usize>]) -> Vec<usize> {
    let beside: Vec<usize> = BESIDE.iter().filter_map(|name| titles.coded(&[name])).collect();
    let is_open = |column: &usize| {
        let is_known = taken.contains(column) || beside.contains(column);
        !is_known && !titles.name(*column).is_empty() && !is_label(titles.name(*column))
    };
    let mut apart: Vec<usize> = (0..before).filter(is_open).chain(codes.iter().copied().flatten()).collect();
    apart.sort_unstable();
    apart.dedup();
    apart
}

/// A figure a row, described as agencies do.
pub fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let found = |names: &[&str]| titles.coded(names);
    let (unit, multiplier) = units(&titles);
    let value = found(&["OBS_VALUE"]).unwrap_or_default();
    // What is to be deleted is no figure.
    let kept = |action: &str| !matches!(action, "D" | "Delete");
    let deleted = found(&["ACTION"]).map(|column| Whole { column, holds: kept, why: message!(import::left_deleted) });
    let level = |code: &str| !matches!(code.as_bytes(), [b'G', ..]);
    let growth =
        found(&["TRANSFORMATION"]).map(|column| Whole { column, holds: level, why: message!(import::left_changes) });
    let mut reader = Long {
        dimensions: dimensions(head, &titles, at),
        period: found(&["TIME_PERIOD"]),
        frequency: found(&["FREQ", "FREQUENCY"]),
        values: vec![(value, String::new())],
        unit: unit.code,
        unit_label: unit.name,
        unit_in_flow: true,
        units: Units::read_by(unit_of),
        multiplier,
        prices: found(&["PRICE_BASE", "PRICES"]),
        valuation: found(&["VALUATION"]),
        status: found(&["OBS_STATUS", "OBS_FLAG", "STATUS"]),
        whole: deleted.into_iter().chain(growth).collect(),
        labelled: titles.names.iter().any(|name| name.contains(": ")),
        direction: said_direction,
        ..Long::default()
    };
    obey(head, at, &titles, &mut reader)?;
    let taken: Vec<usize> = reader.roles().into_iter().map(|(column, _)| column).collect();
    let Dimensions { flow, .. } = reader.dimensions;
    let before = reader.values.first().map_or(0, |(column, _)| *column);
    reader.apart = apart(&titles, &taken, before, &[flow.code.or(flow.name), reader.unit, reader.prices]);
    Ok(Begun { told: told(head, &titles, at), ..begun(head, at, &titles, reader)? })
}

/// Who published a table, by the agency before what it is called: `OECD.SDD.TPS:DSD_BOP@DF_TRADE(1.0)`.
pub fn told(head: &Head<'_>, titles: &Titles, at: usize) -> Told {
    const AGENCIES: [(&str, &str, &str); 6] = [
        ("ESTAT", "eurostat", "Eurostat"),
        ("OECD", "oecd", "OECD"),
        ("IMF", "imf", "International Monetary Fund"),
        ("ECB", "ecb", "European Central Bank"),
        ("BIS", "bis", "Bank for International Settlements"),
        ("UNSD", "un", "United Nations Statistics Division"),
    ];
    let first = |names: &[&str]| {
        let column = titles.any(names)?;
        head.below(at, column).find(|cell| !cell.is_empty()).map(str::to_owned)
    };
    let id = first(&["DATAFLOW", "STRUCTURE_ID", "DATASET"]).unwrap_or_default();
    let (agency, flow) = id.split_once(':').unwrap_or(("", &id));
    let known = AGENCIES.iter().find(|(code, ..)| agency.split('.').next() == Some(code));
    let name = flow.split('(').next().unwrap_or_default().to_owned();
    Told {
        prefix: known.map(|(_, prefix, _)| (*prefix).to_owned()),
        publisher: known
            .map(|(.., name)| (*name).to_owned())
            .or_else(|| Some(agency.to_owned()))
            .filter(|name| !name.is_empty()),
        data_set: first(&["STRUCTURE_NAME"]).or(Some(name)).filter(|name| !name.is_empty()),
    }
}

/// Which way a code of a dimension goes: Eurostat counts the flows, the IMF puts them before what they are in.
pub fn said_direction(code: &str, name: &str) -> Direction {
    // `X: Exports` is both.
    let (code, name) = match code.split_once(':') {
        Some((code, label)) if name.is_empty() || name == code => (code.trim(), label.trim()),
        _ => (code, name),
    };
    if let Some(known) = flow_of(code) {
        return known;
    }
    match code.split('_').next().unwrap_or_default() {
        "XG" | "TXG" | "EXP" | "X" => Direction::Export,
        "MG" | "TMG" | "IMP" | "M" => Direction::Import,
        "TBG" | "BAL" => Direction::Balance,
        "TTG" | "TRADE" => Direction::Total,
        _ => direction(code, name),
    }
}
