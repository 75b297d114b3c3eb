//! A head of two rows, as workbooks have it with merged cells: periods over flows, or flows over periods.

use super::across::periods;
use super::called::which_party;
use super::chosen::{begun, obey};
use super::figure::{Direction, direction};
use super::gather::Sink;
use super::layout::{Begun, Head, Layout, Role, RowReader, Titles};
use super::mapped;
use super::told_unit::table_unit;
use super::usual::Usual;
use super::wide::{Wide, period_of};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::counted::fiscal;
use crate::import::number::DecimalMark;
use crate::import::table::Row;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "crossed",
    name: label!(import::layout_crossed),
    publisher: "",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| (1..15.min(head.rows.len())).find(|at| crossed(head, *at).is_some()),
    begin,
};

/// What a column of values is of.
struct Value {
    column: usize,
    flow: String,
    when: String,
}

/// The columns of values under a head whose second row this is; none where it is no such head.
fn crossed(head: &Head<'_>, at: usize) -> Option<Vec<Value>> {
    let (above, below) = (head.titles(at.checked_sub(1)?), head.titles(at));
    let goes = |text: &str| direction("", text) != Direction::Other;
    let (mut values, mut over, mut merged) = (Vec::new(), "", false);
    for column in 0..below.names.len() {
        let (own, under) = (above.name(column), below.name(column));
        // What is merged stands in the first of its cells.
        merged |= own.is_empty() && !over.is_empty() && !under.is_empty();
        // What stands in the first column is a title, or says what that is.
        over = if own.is_empty() || column == 0 { over } else { own };
        let (flow, when) = if goes(over) { (over, under) } else { (under, over) };
        if goes(flow) && (period_of(when).is_some() || fiscal(when).is_some()) {
            values.push(Value { column, flow: flow.to_owned(), when: when.to_owned() });
        }
    }
    (merged && values.len() > 1).then_some(values)
}

/// A reader for the columns of each flow.
struct Crossed {
    flows: Vec<Wide>,
}

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let values = crossed(head, at).unwrap_or_default();
    let (above, below) = (head.titles(at.saturating_sub(1)), head.titles(at));
    // Beside the values either of the rows says what a column is.
    let name = |column: usize| {
        let value = values.iter().find(|value| value.column == column);
        let own = Some(above.name(column)).filter(|name| !name.is_empty() && value.is_none());
        own.unwrap_or_else(|| below.name(column)).to_owned()
    };
    let titles = Titles::of((0..below.names.len().max(above.names.len())).map(name).collect());
    let cells = head.rows.iter().take(at + 1).flat_map(|row| row.fields.iter());
    let (unit, mut remarks) = table_unit(head, cells)?.usual(false);
    let usual = Usual { unit, ..Usual::default() };
    let whens: Vec<(usize, &str)> = values.iter().map(|value| (value.column, value.when.as_str())).collect();
    let (periods, days_are) = periods(head, &whens)?;
    remarks.extend(days_are);
    let mut flows: Vec<(String, Wide)> = Vec::new();
    for Value { column, flow, .. } in &values {
        let Some((column, period)) = periods.iter().find(|(own, _)| own == column).copied() else { continue };
        if let Some((_, wide)) = flows.iter_mut().find(|(own, _)| own == flow) {
            wide.periods.push((column, period));
            continue;
        }
        let dimensions = mapped::dimensions(head, &titles, at);
        let usual = Usual { direction: Some(direction("", flow)), label: flow.clone(), ..usual.clone() };
        let periods = vec![(column, period)];
        flows.push((flow.clone(), Wide { periods, dimensions, unit_in_flow: true, usual, ..Wide::default() }));
    }
    let mut reader = Crossed { flows: flows.into_iter().map(|(_, wide)| wide).collect() };
    // What was said of the whole table is so of each flow.
    for wide in &mut reader.flows {
        obey(head, at, &titles, wide)?;
    }
    remarks.extend(which_party(head, &titles));
    Ok(Begun { remarks, titles: Some(titles.clone()), ..begun(head, at, &titles, reader)? })
}

impl RowReader for Crossed {
    fn roles(&self) -> Vec<(usize, Role)> {
        self.flows.iter().flat_map(RowReader::roles).collect()
    }

    fn choosable(&self) -> &'static [Role] {
        self.flows.first().map_or(&[], RowReader::choosable)
    }

    fn choose(&mut self, role: Role, column: Option<(usize, &str)>) {
        self.flows.iter_mut().for_each(|wide| wide.choose(role, column));
    }

    fn release(&mut self, column: usize) {
        self.flows.iter_mut().for_each(|wide| wide.release(column));
    }

    fn mark(&mut self, mark: DecimalMark) {
        self.flows.iter_mut().for_each(|wide| wide.mark(mark));
    }

    fn read(&mut self, row: &Row, sink: &mut Sink<'_>) {
        self.flows.iter_mut().for_each(|wide| wide.read(row, sink));
    }
}
