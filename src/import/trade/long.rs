//! One figure a row: what most layouts are, told apart by which column is what.

use std::rc::Rc;

use super::figure::{Direction, Figure, Named, Status, direction, valuation};
use super::gather::{APART, Filled, Sink};
use super::layout::{Columns, Dimensions, Role, RowReader};
use super::usual::Usual;
use crate::briefing::{Message, Period};
use crate::import::number::{DecimalMark, number};
use crate::import::period::{self, Frequency};
use crate::import::table::Row;
use crate::import::unit::{UnitRead, unit};

impl Columns {
    fn of(self, row: &Row, labelled: bool) -> Named<'_> {
        let field = |column: Option<usize>| column.map_or("", |column| row.field(column));
        let (code, name) = (field(self.code), field(self.name));
        let both = if code.is_empty() { name } else { code };
        match both.split_once(": ").filter(|_| labelled && (code.is_empty() || name.is_empty())) {
            Some((code, name)) => Named { code, name },
            None => Named { code, name },
        }
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
    /// The label beside the unit, which says it where its code does not.
    pub unit_label: Option<usize>,
    /// Whether what is measured says what it is in, where no column does: `XG_FOB_USD`, `Exports, US dollar`.
    pub unit_in_flow: bool,
    /// What a unit says.
    pub read_unit: fn(&str) -> UnitRead,
    pub multiplier: Option<usize>,
    pub valuation: Option<usize>,
    pub status: Option<usize>,
    /// Values of the same figure by how it is valued, to find out which is meant: CIF and FOB.
    pub valued: Option<(usize, usize)>,
    pub whole: Vec<Whole>,
    /// Columns of values whose heads name with whom was traded.
    pub partners: Vec<(usize, String)>,
    /// Columns that may tell figures apart.
    pub apart: Vec<usize>,
    /// Whether cells hold a code, a colon and its label.
    pub labelled: bool,
    pub mark: DecimalMark,
    /// What is so in the whole table, where no column says it.
    pub usual: Usual,
    /// Which way a flow goes; by its code and its name.
    pub direction: fn(&str, &str) -> Direction,
    /// Units that were read already, by what stands in their columns, each with whether it is the usual one.
    pub units: Vec<((String, String), Rc<UnitRead>, bool)>,
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
            unit_label: None,
            unit_in_flow: false,
            read_unit: unit,
            multiplier: None,
            valuation: None,
            status: None,
            valued: None,
            whole: Vec::new(),
            partners: Vec::new(),
            apart: Vec::new(),
            labelled: false,
            mark: DecimalMark::Point,
            usual: Usual::default(),
            direction,
            units: Vec::new(),
        }
    }
}

impl Long {
    /// What a cell says: of a code and its label the code.
    fn cell<'r>(&self, row: &'r Row, column: Option<usize>) -> &'r str {
        let text = column.map_or("", |column| row.field(column));
        if self.labelled { text.split_once(": ").map_or(text, |(code, _)| code) } else { text }
    }

    fn period(&self, row: &Row) -> Option<Period> {
        let frequency = Frequency::of(self.cell(row, self.frequency));
        if self.period.is_some() {
            return period::period(self.cell(row, self.period), frequency);
        }
        let Some(year) = self.year else { return self.usual.period };
        let year = row.field(year);
        let part = self.part.map_or("", |(column, _)| row.field(column));
        // Comtrade writes a whole year as its 52nd month.
        let whole = matches!(part, "" | "0" | "13" | "52" | "99") || frequency == Some(Frequency::Year);
        if whole { period::read(year) } else { period::read(&format!("{year} {part}")) }
    }

    /// What the values of a row are in, and whether that is what is usual.
    fn unit(&mut self, row: &Row) -> (Rc<UnitRead>, bool) {
        /// Tables have few; of one that has more the last are remembered.
        const REMEMBERED: usize = 32;
        let mut text = self.cell(row, self.unit);
        let from_flow = text.is_empty() && self.unit_in_flow && !self.usual.unit_is_chosen;
        if from_flow {
            text = self.dimensions.flow.of(row, self.labelled).printed();
        }
        let multiplier = self.cell(row, self.multiplier);
        let is_it = |((own, by), ..): &&((String, String), Rc<UnitRead>, bool)| own == text && by == multiplier;
        if let Some((_, known, is_usual)) = self.units.iter().rev().find(is_it) {
            return (Rc::clone(known), *is_usual);
        }
        let own = Some(text).filter(|text| !text.is_empty()).map(self.read_unit);
        let label = self.unit_label.map(|column| (self.read_unit)(row.field(column)));
        let own = match (own, label) {
            (Some(own), Some(label)) if own.currency.is_empty() && !label.currency.is_empty() => Some(label),
            // What is measured may say anything else.
            (Some(own), _) if from_flow && own.currency.is_empty() => None,
            (own, _) => own,
        };
        let mut is_usual = own.is_none();
        let mut read = own.unwrap_or_else(|| self.usual.unit.clone());
        if let Some(power) = multiplied(multiplier) {
            // Of what was chosen then not all is meant.
            is_usual &= [0, power].contains(&self.usual.unit.power);
            read.power = power;
        }
        let read = Rc::new(read);
        if self.units.len() == REMEMBERED {
            self.units.remove(0);
        }
        self.units.push(((text.to_owned(), multiplier.to_owned()), Rc::clone(&read), is_usual));
        (read, is_usual)
    }
}

/// The power of ten of a multiplier: the power itself, as SDMX has it, the number, or a word.
pub fn multiplied(text: &str) -> Option<i32> {
    if text.is_empty() {
        return None;
    }
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

    fn choosable(&self) -> &'static [Role] {
        &Role::ALL
    }

    fn choose(&mut self, role: Role, column: Option<(usize, &str)>) {
        let number = column.map(|(column, _)| column);
        match role {
            Role::Period => self.period = number,
            Role::Year => self.year = number,
            Role::Month | Role::Quarter => {
                if number.is_some() || self.part.is_some_and(|(_, own)| own == role) {
                    self.part = number.map(|column| (column, role));
                }
            }
            Role::Frequency => self.frequency = number,
            Role::Unit => (self.unit, self.unit_label) = (number, None),
            Role::Multiplier => self.multiplier = number,
            Role::Valuation => (self.valuation, self.valued) = (number, None),
            Role::Status => self.status = number,
            Role::Value => {
                // One that was chosen may not be of all that the table has: then its head says what it is of.
                let of_one = self.values.iter().all(|(_, label)| label.is_empty());
                let label = |head: &str| if of_one { String::new() } else { head.to_owned() };
                self.values = column
                    .map_or_else(|| std::mem::take(&mut self.values), |(column, head)| vec![(column, label(head))]);
            }
            of => self.dimensions.choose(of, number),
        }
        // Of a year a period is no part.
        if role == Role::Year && number.is_some() {
            self.period = None;
        }
    }

    fn release(&mut self, column: usize) {
        self.dimensions.release(column);
        self.apart.retain(|own| *own != column);
    }

    fn mark(&mut self, mark: DecimalMark) {
        self.mark = mark;
    }

    fn apart(&self) -> &[usize] {
        &self.apart
    }

    fn usual(&mut self) -> Option<&mut Usual> {
        Some(&mut self.usual)
    }

    fn read(&mut self, row: &Row, sink: &mut Sink<'_>) {
        if row.is_blank() {
            return;
        }
        for whole in &self.whole {
            if !(whole.holds)(self.cell(row, Some(whole.column))) {
                return sink.leave(&whole.why, row.number);
            }
        }
        // Of most tables most rows are of some goods.
        if sink.leaves_goods(self.dimensions.product.of(row, self.labelled), row.number) {
            return;
        }
        let Some(period) = sink.period(self.period(row), row.number) else { return };
        let (unit, is_usual) = self.unit(row);
        let dimensions = self.dimensions;
        let named = |columns: Columns| columns.of(row, self.labelled);
        let (mut reporter, mut partner) = (named(dimensions.reporter), named(dimensions.partner));
        sink.fill(Filled::Reporter, reporter.is_empty());
        sink.fill(Filled::Partner, partner.is_empty() && self.partners.is_empty());
        sink.fill(Filled::Unit, is_usual);
        sink.fill(Filled::Period, self.period.is_none() && self.year.is_none());
        if reporter.is_empty() {
            reporter = Named::text(&self.usual.reporter);
        }
        if partner.is_empty() {
            partner = Named::text(&self.usual.partner);
        }
        let flow = named(dimensions.flow);
        // A code may stand where a name is expected.
        let code = if flow.code.is_empty() { flow.name } else { flow.code };
        let told = valuation(self.cell(row, self.valuation));
        let valued = if told.is_empty() { valuation(flow.printed()) } else { told };
        let status = Status::of(self.cell(row, self.status));
        let apart: Vec<&str> = self.apart.iter().map(|column| row.field(*column)).collect();
        let apart = apart.join(APART.encode_utf8(&mut [0; 4]));
        for (column, label) in &self.values {
            let text = row.field(*column);
            let Some(value) = sink.number(text, self.mark, row.number) else { continue };
            let (direction, label) = if flow.is_empty() {
                let label = if label.is_empty() { &self.usual.label } else { label };
                (self.usual.direction.unwrap_or_else(|| (self.direction)("", label)), label.as_str())
            } else {
                ((self.direction)(code, flow.name), flow.printed())
            };
            let valued = match self.valued.filter(|_| valued.is_empty()) {
                Some((cif, _)) if row.field(cif) == text => "CIF",
                Some((_, fob)) if row.field(fob) == text => "FOB",
                _ => valued,
            };
            let label = if direction == Direction::Other { label } else { "" };
            let of_head = self.partners.iter().find(|(own, _)| own == column).map(|(_, name)| Named::text(name));
            let partner = of_head.unwrap_or(partner);
            let product = named(dimensions.product);
            let row = row.number;
            sink.take(&Figure {
                reporter,
                partner,
                direction,
                label,
                product,
                valuation: valued,
                unit: &unit,
                apart: &apart,
                period,
                value,
                status,
                row,
            });
        }
    }
}
