//! SDMX-CSV, 1.0 and 2.x, of whoever publishes it: OECD, IMF, Eurostat and others name their dimensions in their own ways.

use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Role, Titles, Told};
use super::long::{Long, Usual, Whole};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::number::{DecimalMark, mark_of};
use crate::{label, message};

/// SDMX-CSV 2.x: it begins with the kind of structure.
pub const TWO: Layout = Layout {
    key: "sdmx",
    name: label!(import::layout_sdmx_2),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    choosable: CHOOSABLE,
    head: |head| {
        let first = head.titles(0);
        let begins = first.names.first().is_some_and(|name| name.split('[').next() == Some("STRUCTURE"));
        (begins && first.find("OBS_VALUE").is_some()).then_some(0)
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
    choosable: CHOOSABLE,
    head: |head| {
        let first = head.titles(0);
        let begins = first.names.first().is_some_and(|name| name == "DATAFLOW");
        (begins && first.find("OBS_VALUE").is_some()).then_some(0)
    },
    begin,
};

const REPORTERS: &[&str] = &["REPORTER", "REF_AREA", "COUNTRY", "REPORTING_COUNTRY", "REPORTING_ECONOMY", "geo"];
const PARTNERS: &[&str] =
    &["PARTNER", "COUNTERPART_AREA", "COUNTERPART_COUNTRY", "PARTNER_COUNTRY", "PARTNER_ECONOMY", "VIS_AREA"];
const FLOWS: &[&str] = &["TRADE_FLOW", "FLOW", "INDICATOR", "MEASURE", "STK_FLOW", "stk_flow", "na_item", "bop_item"];
const PRODUCTS: &[&str] = &["PRODUCT", "COMMODITY", "CMD", "SITC", "sitc06", "CPA", "HS", "ACTIVITY"];
const UNITS: &[&str] = &["UNIT_MEASURE", "UNIT", "CURRENCY", "indicators", "CURRENCY_DENOM"];
const MULTIPLIERS: &[&str] = &["UNIT_MULT", "UNIT_MULTIPLIER", "SCALE"];

/// A column by its code; some publishers put it and its label into one, with a colon between.
fn column(titles: &Titles, names: &[&str]) -> Option<usize> {
    titles.any(names).or_else(|| {
        let code = |name: &String| name.split(':').next().unwrap_or_default().trim().to_owned();
        Titles::of(titles.names.iter().map(code).collect()).any(names)
    })
}

/// The label beside a code, where the publisher gives both: the next column, which is no dimension of its own.
fn named(titles: &Titles, code: Option<usize>) -> Columns {
    let label = code.map(|code| code + 1).filter(|next| {
        let name = titles.name(*next);
        name.contains(' ')
            || name.chars().any(char::is_lowercase) && name.chars().next().is_some_and(char::is_uppercase)
    });
    let both = code.is_some_and(|code| titles.name(code).chars().any(char::is_uppercase));
    Columns { code, name: label.filter(|_| both) }
}

/// Agencies call dimensions as they like.
const CHOOSABLE: &[Role] = &[
    Role::Reporter,
    Role::Partner,
    Role::Product,
    Role::Flow,
    Role::Value,
    Role::Period,
    Role::Frequency,
    Role::Unit,
    Role::Multiplier,
    Role::Status,
    Role::Valuation,
];

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let pick = |role: Role, names: &[&str]| -> Result<Option<usize>, ImportError> {
        Ok(head.chosen(&titles, role)?.or_else(|| column(&titles, names)))
    };
    let reporter = named(&titles, pick(Role::Reporter, REPORTERS)?);
    let partner = named(&titles, pick(Role::Partner, PARTNERS)?);
    let product = named(&titles, pick(Role::Product, PRODUCTS)?);
    // Of several columns that may say which way goods go, the one that does.
    let says =
        |column: usize| head.below(at, column).take(50).any(|cell| said_direction(cell, cell) != Direction::Other);
    let candidates = || FLOWS.iter().filter_map(|name| column(&titles, &[name]));
    let found = || candidates().find(|column| says(*column)).or_else(|| candidates().next());
    let flow = named(&titles, head.chosen(&titles, Role::Flow)?.or_else(found));
    let value = head.chosen(&titles, Role::Value)?.or_needed(|| column(&titles, &["OBS_VALUE"])).unwrap_or_default();
    let period = pick(Role::Period, &["TIME_PERIOD"])?;
    let frequency = pick(Role::Frequency, &["FREQ", "FREQUENCY"])?;
    let units = pick(Role::Unit, UNITS)?;
    let multiplier = pick(Role::Multiplier, MULTIPLIERS)?;
    let status = pick(Role::Status, &["OBS_STATUS", "OBS_FLAG", "STATUS"])?;
    let valuation = pick(Role::Valuation, &["VALUATION"])?;
    let mark = head.choices.decimal.or_else(|| mark_of(head.below(at, value)));
    let action = column(&titles, &["ACTION"]);
    let whole = action.map(|column| Whole {
        column,
        // What is to be deleted is no figure.
        holds: |action| !matches!(action, "D" | "Delete"),
        why: message!(import::left_deleted),
    });
    // An indicator such as `XG_FOB_USD` says what it is in where no column does.
    let indicator = flow.code.and_then(|column| head.below(at, column).find(|cell| !cell.is_empty()));
    let unit = head.unit(indicator.and_then(|code| code.rsplit('_').next())).unwrap_or_default();
    let reader = Long {
        dimensions: Dimensions { reporter, partner, flow, product },
        period,
        frequency,
        values: vec![(value, String::new())],
        unit: units,
        multiplier,
        valuation,
        status,
        whole: whole.into_iter().collect(),
        mark: mark.unwrap_or(DecimalMark::Point),
        usual: Usual::chosen(head, unit),
        direction: said_direction,
        ..Long::default()
    };
    Ok(Begun { told: told(head, &titles, at), ..Begun::of(head, at, &titles, reader) })
}

/// Who published a table, by the agency before what it is called: `OECD.SDD.TPS:DSD_BOP@DF_TRADE(1.0)`.
fn told(head: &Head<'_>, titles: &Titles, at: usize) -> Told {
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
    let id = first(&["DATAFLOW", "STRUCTURE_ID"]).unwrap_or_default();
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
fn said_direction(code: &str, name: &str) -> Direction {
    // `X: Exports` is both.
    let (code, name) = match code.split_once(':') {
        Some((code, label)) if name.is_empty() || name == code => (code.trim(), label.trim()),
        _ => (code, name),
    };
    match code {
        "1" => return Direction::Import,
        "2" => return Direction::Export,
        _ => {}
    }
    match code.split('_').next().unwrap_or_default() {
        "XG" | "TXG" | "EXP" | "X" => Direction::Export,
        "MG" | "TMG" | "IMP" | "M" => Direction::Import,
        "TBG" | "BAL" => Direction::Balance,
        "TTG" | "TRADE" => Direction::Total,
        _ => direction(code, name),
    }
}
