//! Eurostat's TSV: the dimensions packed into the first column, a column for each period, flags behind the values.

use super::chosen::obey;
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Role, RowReader as _, Titles};
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::plan::ColumnUse;
use crate::import::unit::{UnitRead, unit};
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "eurostat",
    name: label!(import::layout_eurostat_tsv),
    publisher: "Eurostat",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let first = head.titles(0);
        let packed = first.names.first().is_some_and(|name| name.to_uppercase().contains("\\TIME"));
        (packed && !periods_of(&first.names).is_empty()).then_some(0)
    },
    begin,
};

/// The flow of one of Eurostat's codes: the number of a flow, or an indicator such as `MIO_EXP_VAL`.
pub fn flow_of(code: &str) -> Option<Direction> {
    match code {
        "1" => return Some(Direction::Import),
        "2" => return Some(Direction::Export),
        _ => {}
    }
    Some(match code.strip_prefix("MIO_")?.split('_').next()? {
        "EXP" => Direction::Export,
        "IMP" => Direction::Import,
        "BAL" => Direction::Balance,
        _ => return None,
    })
}

/// What figures are in by one of Eurostat's indicators: the codes of values in millions of euros name no currency.
pub fn unit_of(text: &str) -> UnitRead {
    let in_millions = text.starts_with("TRD_VAL") || (text.starts_with("MIO_") && text.ends_with("_VAL"));
    if !in_millions {
        return unit(text);
    }
    UnitRead { currency: "EUR".to_owned(), power: 6, ..UnitRead::default() }
}

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let first = titles.name(0).split('\\').next().unwrap_or_default().to_owned();
    let dimensions = Titles::of(first.split(',').map(|name| name.trim().to_owned()).collect());
    let label = |names: &[&str]| Columns { code: dimensions.any(names), name: None };
    let packed = Dimensions {
        reporter: label(&["reporter", "declarant", "geo"]),
        partner: label(&["partner", "c_partner"]),
        flow: label(&["flow", "stk_flow", "na_item", "bop_item", "indic_et", "indic"]),
        product: label(&["product", "sitc06", "sitc", "prod_nrg"]),
    };
    let mut reader = Wide {
        periods: periods_of(&titles.names),
        dimensions: packed,
        unit: dimensions.any(&["unit", "currency", "indicators", "indic_et"]),
        read_unit: unit_of,
        flags: true,
        packed: dimensions.names.len(),
        direction: |code, name| flow_of(code).unwrap_or_else(|| direction(code, name)),
        ..Wide::default()
    };
    obey(head, at, &dimensions, &mut reader)?;
    let roles = reader.roles();
    let role = |column: usize| {
        let mut own = roles.iter().filter(|(_, role)| *role != Role::Value);
        own.find(|(own, _)| *own == column).map(|(_, role)| *role)
    };
    // What is known of the flow and the unit may not be all that their codes say.
    let is_open = |column: &usize| {
        let whole = [Role::Reporter, Role::ReporterCode, Role::Partner, Role::PartnerCode];
        let whole = whole.into_iter().chain([Role::Product, Role::ProductCode]);
        dimensions.name(*column) != "freq" && !role(*column).is_some_and(|own| whole.clone().any(|whole| whole == own))
    };
    reader.apart = (0..dimensions.names.len()).filter(is_open).collect();
    let sample = |column: usize| {
        let packed = head.below(at, 0).next().and_then(|cell| cell.split(',').nth(column));
        packed.unwrap_or_default().trim().to_owned()
    };
    let mut columns: Vec<ColumnUse> = dimensions
        .names
        .iter()
        .enumerate()
        .map(|(column, name)| ColumnUse::new(name, role(column).map(Role::key), &sample(column)))
        .collect();
    let value: Vec<(usize, Role)> = reader.periods.iter().map(|(column, _)| (*column, Role::Value)).collect();
    columns.extend(titles.uses(head, at, &value).into_iter().filter(|column| column.role.is_some()));
    let apart = reader.apart.iter().map(|column| dimensions.name(*column).to_owned()).collect();
    Ok(Begun { apart, ..Begun::new(columns, reader) })
}
