//! One figure a row: what most layouts are, told apart by which column is what.

use std::rc::Rc;

use super::figure::{Direction, Figure, Named, Status, direction, valuation};
use super::gather::Sink;
use super::layout::{Columns, Dimensions, Head, Role, RowReader};
use crate::briefing::{Message, Period};
use crate::import::number::{DecimalMark, number};
use crate::import::period::{self, Frequency};
use crate::import::table::Row;
use crate::import::unit::{UnitRead, unit};

impl Columns {
    fn of(self, row: &Row) -> Named<'_> {
        let field = |column: Option<usize>| column.map_or("", |column| row.field(column));
        Named { code: field(self.code), name: field(self.name) }
    }
}

/// Rows that are parts of others, by what stands in a column.
pub struct Whole {
    pub column: usize,
    /// What stands there in a row that is a whole.
    pub holds: fn(&str) -> bool,
    /// Why the others are left.
    pub why: Message,
}

/// A reader of one figure a row.
pub struct Long {
    pub dimensions: Dimensions,
    pub period: Option<usize>,
    /// Where there is no column of periods, that of years.
    pub year: Option<usize>,
    /// A month or a quarter beside the year, and which of them it is.
    pub part: Option<(usize, Role)>,
    pub frequency: Option<usize>,
    /// The columns of values, each with what it is of where there are several.
    pub values: Vec<(usize, String)>,
    pub unit: Option<usize>,
    pub multiplier: Option<usize>,
    pub valuation: Option<usize>,
    pub status: Option<usize>,
    /// Values of the same figure by how it is valued, to find out which is meant: CIF and FOB.
    pub valued: Option<(usize, usize)>,
    pub whole: Vec<Whole>,
    pub mark: DecimalMark,
    /// What is so in the whole table, where no column says it.
    pub usual: Usual,
    /// Which way a flow goes; by its code and its name.
    pub direction: fn(&str, &str) -> Direction,
    /// Units that were read already, by what stands in their columns.
    pub units: Vec<((String, String), Rc<UnitRead>)>,
}

/// What is so in a whole table.
#[derive(Clone, Debug, Default)]
pub struct Usual {
    pub reporter: String,
    pub partner: String,
    pub label: String,
    pub direction: Option<Direction>,
    pub unit: UnitRead,
    pub period: Option<Period>,
}

impl Usual {
    /// What was chosen for a whole table, and what its values are in.
    pub fn chosen(head: &Head<'_>, unit: UnitRead) -> Self {
        Self {
            reporter: head.choices.reporter.clone().unwrap_or_default(),
            partner: head.choices.partner.clone().unwrap_or_default(),
            unit,
            period: head.choices.period,
            ..Self::default()
        }
    }

    /// Values in dollars, or in so many of them as a power of ten says.
    pub fn in_dollars(power: i32) -> Self {
        Self { unit: UnitRead { currency: "USD".to_owned(), power, label: String::new() }, ..Self::default() }
    }
}

impl Default for Long {
    fn default() -> Self {
        Self {
            dimensions: Dimensions::default(),
            period: None,
            year: None,
            part: None,
            frequency: None,
            values: Vec::new(),
            unit: None,
            multiplier: None,
            valuation: None,
            status: None,
            valued: None,
            whole: Vec::new(),
            mark: DecimalMark::Point,
            usual: Usual::default(),
            direction,
            units: Vec::new(),
        }
    }
}

impl Long {
    fn period(&self, row: &Row) -> Option<Period> {
        let frequency = self.frequency.and_then(|column| Frequency::of(row.field(column)));
        if let Some(column) = self.period {
            return period::period(row.field(column), frequency);
        }
        let Some(year) = self.year else { return self.usual.period };
        let year = row.field(year);
        let part = self.part.map_or("", |(column, _)| row.field(column));
        // Comtrade writes a whole year as its 52nd month.
        let whole = matches!(part, "" | "0" | "13" | "52" | "99") || frequency == Some(Frequency::Year);
        if whole { period::read(year) } else { period::read(&format!("{year} {part}")) }
    }

    /// What the values of a row are in.
    fn unit(&mut self, row: &Row) -> Rc<UnitRead> {
        /// Tables have few; of one that has more the last are remembered.
        const REMEMBERED: usize = 32;
        let text = self.unit.map_or("", |column| row.field(column));
        let multiplier = self.multiplier.map_or("", |column| row.field(column));
        let is_it = |((own, by), _): &&((String, String), Rc<UnitRead>)| own == text && by == multiplier;
        if let Some((_, known)) = self.units.iter().rev().find(is_it) {
            return Rc::clone(known);
        }
        let mut read = if text.is_empty() { self.usual.unit.clone() } else { unit(text) };
        if !multiplier.is_empty() {
            read.power = multiplied(multiplier).unwrap_or(read.power);
        }
        let read = Rc::new(read);
        if self.units.len() == REMEMBERED {
            self.units.remove(0);
        }
        self.units.push(((text.to_owned(), multiplier.to_owned()), Rc::clone(&read)));
        read
    }
}

/// The power of ten of a multiplier: the power itself, as SDMX has it, the number, or a word.
fn multiplied(text: &str) -> Option<i32> {
    if let Ok(power) = text.parse::<i32>()
        && (-3..=15).contains(&power)
    {
        return Some(power);
    }
    if let Some(number) = number(text, DecimalMark::Point) {
        return (0..=15).find(|power| crate::briefing::scaled(rust_decimal::Decimal::ONE, *power) == Some(number));
    }
    let read = unit(text);
    (read.label.is_empty() || text.eq_ignore_ascii_case("units")).then_some(read.power)
}

impl RowReader for Long {
    fn roles(&self) -> Vec<(usize, Role)> {
        let of = |role: Role| move |column: usize| (column, role);
        let period = match self.period {
            Some(period) => [Some((period, Role::Period)), None],
            None => [self.year.map(of(Role::Year)), self.part],
        };
        let others = [
            self.frequency.map(of(Role::Frequency)),
            self.unit.map(of(Role::Unit)),
            self.multiplier.map(of(Role::Multiplier)),
            self.valuation.map(of(Role::Valuation)),
            self.status.map(of(Role::Status)),
        ];
        let values = self.values.iter().map(|(column, _)| (*column, Role::Value));
        let both = self.valued.into_iter().flat_map(|(cif, fob)| [cif, fob]).map(of(Role::Valuation));
        let told = period.into_iter().chain(others).flatten();
        self.dimensions.roles().chain(told).chain(values).chain(both).collect()
    }

    fn read(&mut self, row: &Row, sink: &mut Sink<'_>) {
        if row.is_blank() {
            return;
        }
        for whole in &self.whole {
            if !(whole.holds)(row.field(whole.column)) {
                return sink.leave(&whole.why, row.number);
            }
        }
        // Of most tables most rows are of some goods.
        if sink.leaves_goods(self.dimensions.product.of(row), row.number) {
            return;
        }
        let Some(period) = sink.period(self.period(row), row.number) else { return };
        let unit = self.unit(row);
        let dimensions = self.dimensions;
        let (mut reporter, mut partner) = (dimensions.reporter.of(row), dimensions.partner.of(row));
        if reporter.is_empty() {
            reporter = Named::text(&self.usual.reporter);
        }
        if partner.is_empty() {
            partner = Named::text(&self.usual.partner);
        }
        let flow = dimensions.flow.of(row);
        let told = self.valuation.map_or("", |column| valuation(row.field(column)));
        let valued = if told.is_empty() { valuation(flow.printed()) } else { told };
        let status = self.status.and_then(|column| Status::of(row.field(column)));
        for (column, label) in &self.values {
            let text = row.field(*column);
            let Some(value) = sink.number(text, self.mark, row.number) else { continue };
            let (direction, label) = if flow.is_empty() {
                let label = if label.is_empty() { &self.usual.label } else { label };
                (self.usual.direction.unwrap_or_else(|| (self.direction)("", label)), label.as_str())
            } else {
                ((self.direction)(flow.code, flow.name), flow.printed())
            };
            let valued = match self.valued.filter(|_| valued.is_empty()) {
                Some((cif, _)) if row.field(cif) == text => "CIF",
                Some((_, fob)) if row.field(fob) == text => "FOB",
                _ => valued,
            };
            let label = if direction == Direction::Other { label } else { "" };
            let product = dimensions.product.of(row);
            let row = row.number;
            sink.take(&Figure {
                reporter,
                partner,
                direction,
                label,
                product,
                valuation: valued,
                unit: &unit,
                period,
                value,
                status,
                row,
            });
        }
    }
}
