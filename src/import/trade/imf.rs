//! The International Monetary Fund beside SDMX: what its data portal writes, with a column for each period or a figure a
//! row, and the files of its older Direction of Trade Statistics. States, indicators and scales go by their names.

use super::chosen::{begun, obey};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, RowReader as _};
use super::long::Long;
use super::sdmx::{self, said_direction};
use super::usual::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "imf",
    name: label!(import::layout_imf),
    publisher: "International Monetary Fund",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let portal = head.row_with(1, &["DATASET", "SERIES_CODE"]).filter(|at| {
            let titles = head.titles(*at);
            titles.find("OBS_VALUE").is_some() || !periods_of(&titles.names).is_empty()
        });
        portal.or_else(|| head.row_with(1, &["Country Name", "Indicator Code", PARTNER, "Time Period", "Value"]))
    },
    begin: |head, at| {
        let titles = head.titles(at);
        if titles.find(PARTNER).is_some() {
            bulk(head, at)
        } else if titles.find("OBS_VALUE").is_some() {
            sdmx::begin(head, at)
        } else {
            portal(head, at)
        }
    },
};

const PARTNER: &str = "Counterpart Country Name";

/// A column for each period.
fn portal(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let periods = periods_of(&titles.names);
    let before = periods.first().map_or(0, |(column, _)| *column);
    let (unit, multiplier) = sdmx::units(&titles);
    let mut reader = Wide {
        periods,
        dimensions: sdmx::dimensions(head, &titles, at),
        unit: unit.code,
        unit_in_flow: true,
        multiplier,
        valuation: titles.find("VALUATION"),
        direction: said_direction,
        ..Wide::default()
    };
    obey(head, at, &titles, &mut reader)?;
    let frequency = titles.any(&["FREQ", "FREQUENCY"]);
    let taken: Vec<usize> = reader.roles().into_iter().map(|(column, _)| column).chain(frequency).collect();
    let Dimensions { flow, .. } = reader.dimensions;
    reader.apart = sdmx::apart(&titles, &taken, before, &[flow.code.or(flow.name), reader.unit]);
    Ok(Begun { told: sdmx::told(head, &titles, at), ..begun(head, at, &titles, reader)? })
}

/// A figure a row, in ones of the dollars that the indicator names. The numbers of states are the fund's own: some are
/// those of other states elsewhere.
fn bulk(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let named = |name: &str| Columns { code: None, name: titles.find(name) };
    let flow = Columns { code: titles.find("Indicator Code"), name: titles.find("Indicator Name") };
    let reader = Long {
        dimensions: Dimensions {
            reporter: named("Country Name"),
            partner: named(PARTNER),
            flow,
            product: Columns::default(),
        },
        period: titles.find("Time Period"),
        values: titles.find("Value").map(|column| (column, String::new())).into_iter().collect(),
        unit_in_flow: true,
        status: titles.find("Status"),
        apart: flow.code.into_iter().collect(),
        direction: said_direction,
        usual: Usual::in_dollars(0),
        ..Long::default()
    };
    let told = sdmx::told(head, &titles, at);
    let told = super::layout::Told { data_set: Some("Direction of Trade Statistics".to_owned()), ..told };
    Ok(Begun { told, ..begun(head, at, &titles, reader)? })
}
