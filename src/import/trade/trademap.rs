//! Trade Map of the International Trade Centre: a row for each partner, a column for each period, and only the page that
//! the table was taken from says whose trade it is and in what.

use super::chosen::begun;
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::told_unit::table_unit;
use super::usual::Usual;
use super::wide::Wide;
use crate::briefing::{Period, SourceKind};
use crate::import::{ImportError, period};
use crate::{label, message};

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "trade-map",
    name: label!(import::layout_trade_map),
    publisher: "International Trade Centre",
    data_set: "Trade Map",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        (0..head.rows.len().min(15)).find(|at| {
            let titles = head.titles(*at);
            titles.any(&PARTNERS).is_some() && titles.names.iter().any(|name| valued(name).is_some())
        })
    },
    begin,
};

/// Those with whom was traded, by what they did.
const PARTNERS: [&str; 2] = ["Importers", "Exporters"];

/// Which way goods went in a column, and when: `Exported value in 2023`.
fn valued(name: &str) -> Option<(Direction, Period)> {
    let (flow, when) = name.split_once(" value in ")?;
    let flow = match flow.to_lowercase().as_str() {
        "exported" => Direction::Export,
        "imported" => Direction::Import,
        _ => return None,
    };
    Some((flow, period::read(when)?))
}

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let columns = titles.names.iter().enumerate();
    let values: Vec<(usize, (Direction, Period))> =
        columns.filter_map(|(column, name)| Some((column, valued(name)?))).collect();
    let flow = values.first().map(|(_, (flow, _))| *flow);
    // The lines above may say what it is in.
    let above = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
    let (unit, mut remarks) = table_unit(head, above)?.usual(false);
    if head.choices.reporter.is_none() {
        remarks.push(message!(import::no_reporter));
    }
    let partner = Columns { code: None, name: titles.any(&PARTNERS) };
    let reader = Wide {
        periods: values.into_iter().map(|(column, (_, period))| (column, period)).collect(),
        dimensions: Dimensions { partner, ..Dimensions::default() },
        usual: Usual { unit, direction: flow, ..Usual::default() },
        direction,
        ..Wide::default()
    };
    Ok(Begun { remarks, ..begun(head, at, &titles, reader)? })
}
