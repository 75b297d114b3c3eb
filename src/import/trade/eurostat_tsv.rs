//! Eurostat's TSV: the dimensions packed into the first column, a column for each period, flags behind the values.

use super::figure::Direction;
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Role, Titles};
use super::long::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::plan::ColumnUse;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "eurostat",
    name: label!(import::layout_eurostat_tsv),
    publisher: "Eurostat",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    choosable: &[],
    head: |head| {
        let first = head.titles(0);
        let packed = first.names.first().is_some_and(|name| name.to_uppercase().contains("\\TIME"));
        (packed && !periods_of(&first.names).is_empty()).then_some(0)
    },
    begin: |head, at| Ok(begin(head, at)),
};

fn begin(head: &Head<'_>, at: usize) -> Begun {
    let titles = head.titles(at);
    let first = titles.name(0).split('\\').next().unwrap_or_default().to_owned();
    let dimensions = Titles::of(first.split(',').map(|name| name.trim().to_owned()).collect());
    let label = |names: &[&str]| Columns { code: dimensions.any(names), name: None };
    let reporter = label(&["reporter", "declarant", "geo"]);
    let partner = label(&["partner", "c_partner"]);
    let flow = label(&["flow", "stk_flow", "na_item", "bop_item", "indic_et", "indic"]);
    let product = label(&["product", "sitc06", "sitc", "prod_nrg"]);
    let units = dimensions.any(&["unit", "currency", "indicators", "indic_et"]);
    let periods = periods_of(&titles.names);
    let packed = Dimensions { reporter, partner, flow, product };
    let roles: Vec<_> = packed.roles().chain(units.map(|column| (column, Role::Unit))).collect();
    let role = |column: usize| roles.iter().find(|(own, _)| *own == column).map(|(_, role)| role.key());
    let sample = |column: usize| {
        let packed = head.below(at, 0).next().and_then(|cell| cell.split(',').nth(column));
        packed.unwrap_or_default().trim().to_owned()
    };
    let mut columns: Vec<ColumnUse> = dimensions
        .names
        .iter()
        .enumerate()
        .map(|(column, name)| ColumnUse::new(name, role(column), &sample(column)))
        .collect();
    let value: Vec<(usize, Role)> = periods.iter().map(|(column, _)| (*column, Role::Value)).collect();
    columns.extend(titles.uses(head, at, &value).into_iter().filter(|column| column.role.is_some()));
    let reader = Wide {
        periods,
        dimensions: packed,
        unit: units,
        flags: true,
        packed: dimensions.names.len(),
        usual: Usual { unit: head.unit([]).unwrap_or_default(), ..Usual::default() },
        direction: |code, name| match code {
            "1" => Direction::Import,
            "2" => Direction::Export,
            _ => super::figure::direction(code, name),
        },
        ..Wide::default()
    };
    Begun::new(columns, reader)
}
