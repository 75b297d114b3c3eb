//! Tables of whoever: a figure a row, or a column for each period, their columns known by what they are called in several
//! languages, or chosen.

use std::collections::BTreeSet;

use super::across::{is_across, is_number, periods};
use super::called::{code_beside, column, which_party};
use super::chosen::begun;
use super::columns::{Others, values};
use super::dated::{dated, named};
use super::figure::{Direction, direction};
use super::layout::{Begun, Columns, Dimensions, Head, Layout, Role, RowReader as _, Titles};
use super::long::Long;
use super::months::{Months, months};
use super::told_unit::table_unit;
use super::units::{Units, said_of_flow};
use super::usual::Usual;
use super::wide::{Wide, periods_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::choices::Choices;
use crate::import::number::{DecimalMark, mark_of};
use crate::import::plan::ColumnUse;
use crate::import::table::Row;
use crate::import::unit::Said;
use crate::{label, message};

/// A figure a row.
pub const LONG: Layout = Layout {
    key: "long",
    name: label!(import::layout_long),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| found(head, is_long),
    begin: begin_long,
};

/// A column for each period.
pub const WIDE: Layout = Layout {
    key: "wide",
    name: label!(import::layout_wide),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| found(head, is_across),
    begin: begin_wide,
};

/// Rows of notes may stand above a head.
const ABOVE: usize = 15;

fn found(head: &Head<'_>, is: fn(&Head<'_>, usize, &Titles) -> bool) -> Option<usize> {
    (0..ABOVE.min(head.rows.len())).find(|at| {
        let titles = head.titles(*at);
        titles.names.iter().filter(|name| !name.is_empty()).count() > 1 && is(head, *at, &titles)
    })
}

/// What the columns of a table would be taken as by what they are called, where nothing more can be made of it: by the row
/// of those that may be its head that calls most of them so, else the first that names several.
pub fn known(head: &Head<'_>) -> Vec<ColumnUse> {
    let heads = (0..ABOVE.min(head.rows.len())).filter_map(|at| {
        let titles = head.titles(at);
        (titles.names.iter().filter(|name| !name.is_empty()).count() > 1).then_some(())?;
        let called = Role::ALL.iter().filter_map(|role| Some((column(head, &titles, *role)?, *role)));
        let roles: Vec<(usize, Role)> = called.collect();
        Some((at, titles, roles))
    });
    // Of several that know as many it is the first.
    let best = heads.reduce(|best, other| if other.2.len() > best.2.len() { other } else { best });
    let Some((at, titles, mut roles)) = best else { return Vec::new() };
    // A year is as well a cell, so that none tells a head.
    let periods = periods_of(&titles.names);
    if is_across(head, at, &titles) {
        roles.extend(periods.into_iter().map(|(column, _)| (column, Role::Value)));
    }
    titles.uses(head, at, &roles)
}

fn is_long(head: &Head<'_>, at: usize, titles: &Titles) -> bool {
    named(head, titles, at).is_some() && periods_of(&titles.names).len() < 2
}

/// Whether a head has periods and a column that is called one of values.
pub fn has_values(rows: &[Row]) -> bool {
    let choices = Choices::default();
    let head = Head { file: "", rows, choices: &choices };
    let found = found(&head, is_long);
    found.is_some_and(|at| column(&head, &head.titles(at), Role::Value).is_some())
}

/// Says what is wrong with what was chosen.
fn check_chosen(head: &Head<'_>, titles: &Titles) -> Result<(), ImportError> {
    for (role, given) in &head.choices.columns {
        if !Role::ALL.iter().any(|known| known.key() == role) {
            return Err(ImportError::no_role(head.file, role, Role::ALL.map(Role::key)));
        }
        if !given.is_empty() {
            titles.chosen(head, given)?;
        }
    }
    Ok(())
}

/// How the fractions of a column are set; an error where that cannot be known.
fn mark(head: &Head<'_>, titles: &Titles, at: usize, columns: &[usize]) -> Result<DecimalMark, ImportError> {
    if let Some(mark) = head.choices.decimal {
        return Ok(mark);
    }
    let cells = columns.iter().flat_map(|column| head.below(at, *column));
    mark_of(cells).ok_or_else(|| {
        let unclear = columns.iter().find(|column| mark_of(head.below(at, **column)).is_none());
        let name = unclear.map(|column| titles.name(*column).to_owned());
        head.fault(name.as_deref(), message!(import::no_mark), message!(import::no_mark_remedy))
    })
}

/// The columns that say what a figure is of.
pub fn dimensions(head: &Head<'_>, titles: &Titles, at: usize) -> Dimensions {
    let of = |name: Role, code: Role| Columns { code: column(head, titles, code), name: column(head, titles, name) };
    // Codes of states stand beside their names, unless a reader said which column says who it is.
    let state = |name: Role, code: Role| {
        let is_said = [name, code].iter().any(|role| head.choices.columns.contains_key(role.key()));
        let own = of(name, code);
        let beside = own.name.filter(|_| !is_said && own.code.is_none());
        Columns { code: beside.and_then(|name| code_beside(head, titles, at, name)).or(own.code), ..own }
    };
    Dimensions {
        reporter: state(Role::Reporter, Role::ReporterCode),
        partner: state(Role::Partner, Role::PartnerCode),
        flow: of(Role::Flow, Role::FlowCode),
        product: of(Role::Product, Role::ProductCode),
    }
}

fn begin_long(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    check_chosen(head, &titles)?;
    let of = |role: Role| column(head, &titles, role);
    let dated = dated(head, &titles, at)?;
    let mut reader = Long {
        dimensions: dimensions(head, &titles, at),
        period: dated.period,
        year: dated.year,
        part: dated.part,
        carried: dated.carried,
        counts: dated.counts,
        fiscal: dated.fiscal,
        order: dated.order,
        frequency: of(Role::Frequency),
        unit: of(Role::Unit),
        multiplier: of(Role::Multiplier),
        prices: of(Role::Prices),
        valuation: of(Role::Valuation),
        status: of(Role::Status),
        ..Long::default()
    };
    let of_time = [Role::Year, Role::Month, Role::Quarter].into_iter().filter_map(of);
    let Dimensions { flow, partner, .. } = reader.dimensions;
    let others = Others {
        taken: reader.roles().into_iter().map(|(column, _)| column).chain(of_time).collect(),
        has_flow: flow.code.is_some() || flow.name.is_some(),
        has_unit: reader.unit.is_some(),
        has_partner: partner.code.or(partner.name).is_some(),
        has_year_alone: reader.year.is_some() && reader.part.is_none(),
    };
    let values = values(head, &titles, at, &others)?;
    let columns: Vec<usize> = values.columns.iter().map(|(column, _)| *column).collect();
    reader.mark = mark(head, &titles, at, &columns)?;
    reader.values = values.columns;
    reader.parts = values.parts;
    reader.partners = values.partners;
    reader.units = Units::of_columns(values.units);
    reader.usual = Usual { unit: values.unit, ..Usual::default() };
    reader.apart = categories(head, &titles, at, &reader);
    let remarks = dated.remarks.into_iter().chain(values.remarks).chain(which_party(head, &titles)).collect();
    Ok(Begun { remarks, ..begun(head, at, &titles, reader)? })
}

/// Columns of a few words each, of which nothing is known: figures that are of the same by all else may differ by them.
fn categories(head: &Head<'_>, titles: &Titles, at: usize, reader: &Long) -> Vec<usize> {
    /// A column of more words than these is one of notes or names, and no kinds of figures.
    const MOST: usize = 20;
    let known: Vec<usize> = reader.roles().into_iter().map(|(column, _)| column).collect();
    let is_of_kinds = |column: &usize| {
        let words: BTreeSet<&str> = head.below(at, *column).filter(|cell| !cell.is_empty()).take(MOST * 20).collect();
        (2..=MOST).contains(&words.len()) && !words.iter().all(|word| is_number(word))
    };
    let all = (0..titles.names.len()).filter(|column| !titles.name(*column).is_empty() && !known.contains(column));
    all.filter(is_of_kinds).collect()
}

/// Which way all goods of a table went, where the lines above its head say that of one way.
fn title_direction(head: &Head<'_>, at: usize) -> Option<Direction> {
    let cells = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
    let mut said = cells.map(|cell| direction("", cell)).filter(|way| *way != Direction::Other);
    let first = said.next().filter(|way| matches!(way, Direction::Export | Direction::Import))?;
    said.all(|way| way == first).then_some(first)
}

fn begin_wide(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    check_chosen(head, &titles)?;
    let mut dimensions = dimensions(head, &titles, at);
    let unit = column(head, &titles, Role::Unit);
    let names: Vec<(usize, &str)> = titles.names.iter().map(String::as_str).enumerate().collect();
    let months = months(head, &titles, at)?;
    let period_is_told = months.is_some() && head.choices.period.is_some();
    let (periods, are_taken) = match months {
        Some(Months { periods, remark }) => (periods, remark),
        None => periods(head, &names)?,
    };
    // What stands first says what a row is of, where nothing else does.
    let first = periods.first().map_or(0, |(column, _)| *column);
    let flow = dimensions.flow;
    if flow.code.is_none() && flow.name.is_none() {
        let taken: Vec<usize> = dimensions.roles().map(|(column, _)| column).chain(unit).collect();
        dimensions.flow.name = (0..first).find(|column| !taken.contains(column));
    }
    let columns: Vec<usize> = periods.iter().map(|(column, _)| *column).collect();
    let above = head.rows.iter().take(at + 1).flat_map(|row| row.fields.iter());
    let is_told = |label: &str| matches!(said_of_flow(label), Said::Money(..) | Said::NoMoney);
    let labels = dimensions.flow.name.map(|column| head.below(at, column).filter(|label| !label.is_empty()));
    let rows_tell = labels.is_some_and(|mut labels| labels.all(is_told));
    let (unit_read, mut remarks) = table_unit(head, above)?.usual(unit.is_some() || rows_tell);
    remarks.extend(are_taken.into_iter().chain(which_party(head, &titles)));
    let mut usual = Usual { unit: unit_read, ..Usual::default() };
    if dimensions.flow.name.or(dimensions.flow.code).is_none() {
        usual.direction = title_direction(head, at);
    }
    let mark = mark(head, &titles, at, &columns)?;
    let reader = Wide { mark, periods, dimensions, unit, unit_in_flow: true, usual, period_is_told, ..Wide::default() };
    Ok(Begun { remarks, ..begun(head, at, &titles, reader)? })
}

#[cfg(test)]
mod tests;
