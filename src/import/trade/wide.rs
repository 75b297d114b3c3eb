//! A row for each series of figures and a column for each period.

use super::figure::{Direction, Figure, Named, Status, valuation};
use super::gather::Sink;
use super::layout::{Columns, Dimensions, Role, RowReader};
use super::long::Usual;
use crate::briefing::Period;
use crate::import::number::{DecimalMark, is_missing};
use crate::import::period;
use crate::import::table::Row;
use crate::import::unit::{UnitRead, unit};

/// A reader of a table with its periods side by side.
pub struct Wide {
    /// The columns of periods.
    pub periods: Vec<(usize, Period)>,
    /// Those packed into the first column are counted before all others.
    pub dimensions: Dimensions,
    pub unit: Option<usize>,
    /// Whether what is measured says in brackets what it is in: `Exports (current US$)`.
    pub unit_in_flow: bool,
    /// Whether flags stand behind the values.
    pub flags: bool,
    /// Whether the first column holds several, with commas between them, and how many.
    pub packed: usize,
    pub mark: DecimalMark,
    pub usual: Usual,
    pub direction: fn(&str, &str) -> Direction,
}

impl Default for Wide {
    fn default() -> Self {
        Self {
            periods: Vec::new(),
            dimensions: Dimensions::default(),
            unit: None,
            unit_in_flow: false,
            flags: false,
            packed: 0,
            mark: DecimalMark::Point,
            usual: Usual::default(),
            direction: super::figure::direction,
        }
    }
}

/// The columns whose heads are periods.
pub fn periods_of(names: &[String]) -> Vec<(usize, Period)> {
    let period = |name: &str| {
        // `2024 [YR2024]`, as the World Bank's newer files have it.
        let name = name.split_once(" [").map_or(name, |(name, _)| name);
        period::read(name.trim())
    };
    names.iter().enumerate().filter_map(|(column, name)| Some((column, period(name)?))).collect()
}

impl RowReader for Wide {
    fn roles(&self) -> Vec<(usize, Role)> {
        let unit = self.unit.map(|column| (column, Role::Unit));
        let values = self.periods.iter().map(|(column, _)| (*column, Role::Value));
        self.dimensions.roles().chain(unit).chain(values).collect()
    }

    fn read(&mut self, row: &Row, sink: &mut Sink<'_>) {
        if row.is_blank() {
            return;
        }
        let first = row.field(0);
        let packed: Vec<&str> = if self.packed > 0 { first.split(',').map(str::trim).collect() } else { Vec::new() };
        let field = |column: Option<usize>| match column {
            Some(column) if column < self.packed => packed.get(column).copied().unwrap_or_default(),
            Some(column) if self.packed > 0 => row.field(column - self.packed + 1),
            Some(column) => row.field(column),
            None => "",
        };
        let named = |label: Columns, usual: &'_ str| -> (String, String) {
            let (code, name) = (field(label.code), field(label.name));
            let usual = if code.is_empty() && name.is_empty() { usual } else { name };
            (code.to_owned(), usual.to_owned())
        };
        let Dimensions { reporter, partner, flow, product } = self.dimensions;
        let reporter = named(reporter, &self.usual.reporter);
        let partner = named(partner, &self.usual.partner);
        let product = named(product, "");
        let (code, name) = (field(flow.code), field(flow.name));
        let label = if name.is_empty() { code } else { name };
        let label = if label.is_empty() { self.usual.label.as_str() } else { label };
        let (bare, bracketed) = match label.rsplit_once(" (") {
            Some((bare, rest)) if self.unit_in_flow => (bare, rest.trim_end_matches(')')),
            _ => (label, ""),
        };
        let read: UnitRead = match self.unit.map(|column| field(Some(column))).filter(|text| !text.is_empty()) {
            Some(text) => unit(text),
            None if !bracketed.is_empty() => unit(bracketed),
            None => self.usual.unit.clone(),
        };
        let direction = self.usual.direction.unwrap_or_else(|| (self.direction)(code, bare));
        // A share of something is no flow of goods, whatever it is called.
        let direction = if read.currency.is_empty() && !read.label.is_empty() { Direction::Other } else { direction };
        for (column, period) in &self.periods {
            let text = row.field(*column);
            let (text, status) = if self.flags { flagged(text) } else { (text, None) };
            if is_missing(text) {
                // Of a wide table most cells may be empty; they are gaps, and told as such.
                continue;
            }
            let Some(value) = sink.number(text, self.mark, row.number) else { continue };
            sink.take(&Figure {
                reporter: Named { code: &reporter.0, name: &reporter.1 },
                partner: Named { code: &partner.0, name: &partner.1 },
                direction,
                label: if direction == Direction::Other { bare } else { "" },
                product: Named { code: &product.0, name: &product.1 },
                valuation: valuation(label),
                unit: &read,
                period: *period,
                value,
                status,
                row: row.number,
            });
        }
    }
}

/// A value and the flags behind it.
fn flagged(text: &str) -> (&str, Option<Status>) {
    match text.split_once(char::is_whitespace) {
        Some((value, flags)) => (value.trim(), Status::of(flags)),
        None => (text, None),
    }
}
