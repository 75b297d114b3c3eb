//! A row for each series of figures and a column for each period.

use super::figure::{Direction, Figure, Named, Status, valuation};
use super::gather::{APART, Filled, Sink};
use super::layout::{Columns, Dimensions, Role, RowReader};
use super::long::multiplied;
use super::usual::Usual;
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
    /// Whether it says so without brackets: `Exports, US dollar`.
    pub currency_in_flow: bool,
    /// What a unit says.
    pub read_unit: fn(&str) -> UnitRead,
    pub multiplier: Option<usize>,
    pub valuation: Option<usize>,
    /// Columns that may tell figures apart.
    pub apart: Vec<usize>,
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
            currency_in_flow: false,
            read_unit: unit,
            multiplier: None,
            valuation: None,
            apart: Vec::new(),
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
        let others = [(self.unit, Role::Unit), (self.multiplier, Role::Multiplier), (self.valuation, Role::Valuation)];
        let others = others.into_iter().filter_map(|(column, role)| Some((column?, role)));
        let values = self.periods.iter().map(|(column, _)| (*column, Role::Value));
        self.dimensions.roles().chain(others).chain(values).collect()
    }

    fn choosable(&self) -> &'static [Role] {
        &[
            Role::Reporter,
            Role::ReporterCode,
            Role::Partner,
            Role::PartnerCode,
            Role::Flow,
            Role::FlowCode,
            Role::Product,
            Role::ProductCode,
            Role::Unit,
            Role::Multiplier,
            Role::Valuation,
        ]
    }

    fn choose(&mut self, role: Role, column: Option<(usize, &str)>) {
        let column = column.map(|(column, _)| column);
        match role {
            Role::Unit => self.unit = column,
            Role::Multiplier => self.multiplier = column,
            Role::Valuation => self.valuation = column,
            of => self.dimensions.choose(of, column),
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
        let cell = |column: Option<usize>| Some(field(column)).filter(|text| !text.is_empty());
        let (read, is_usual) = self.unit(cell(self.unit), label, bracketed, cell(self.multiplier));
        let says = |named: Columns| !field(named.code).is_empty() || !field(named.name).is_empty();
        sink.fill(Filled::Reporter, !says(self.dimensions.reporter));
        sink.fill(Filled::Partner, !says(self.dimensions.partner));
        sink.fill(Filled::Unit, is_usual);
        let apart: Vec<&str> = self.apart.iter().map(|column| field(Some(*column))).collect();
        let apart = apart.join(APART.encode_utf8(&mut [0; 4]));
        // A code may stand where a name is expected.
        let code = if code.is_empty() { name } else { code };
        let told = valuation(field(self.valuation));
        let valued = if told.is_empty() { valuation(label) } else { told };
        let direction = self.usual.direction.unwrap_or_else(|| (self.direction)(code, bare));
        // A share of something is no flow of goods, whatever it is called; so much of goods is.
        let is_share = read.currency.is_empty() && !read.label.is_empty() && !is_quantity(&read.label);
        let direction = if is_share { Direction::Other } else { direction };
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
                valuation: valued,
                unit: &read,
                apart: &apart,
                period: *period,
                value,
                status,
                row: row.number,
            });
        }
    }
}

impl Wide {
    /// What the values of a row are in, by its unit, by what is measured and by its multiplier, and whether that is what is
    /// usual.
    fn unit(&self, own: Option<&str>, label: &str, bracketed: &str, multiplier: Option<&str>) -> (UnitRead, bool) {
        // A reader who says what values are in means those in money, and no shares.
        let told = |read: &UnitRead| !self.usual.unit_is_chosen || (read.currency.is_empty() && !read.label.is_empty());
        let read = match own {
            Some(text) => Some((self.read_unit)(text)),
            None if !bracketed.is_empty() => Some((self.read_unit)(bracketed)).filter(told),
            None if self.currency_in_flow => {
                let read = (self.read_unit)(label);
                Some(read).filter(|read| !read.currency.is_empty() && !self.usual.unit_is_chosen)
            }
            None => None,
        };
        let mut is_usual = read.is_none();
        let mut read = read.unwrap_or_else(|| self.usual.unit.clone());
        if let Some(power) = multiplier.and_then(multiplied) {
            is_usual &= [0, power].contains(&self.usual.unit.power);
            read.power = power;
        }
        (read, is_usual)
    }
}

/// Whether a unit that is no money is one of goods: a weight or a number of them.
fn is_quantity(unit: &str) -> bool {
    const WORDS: [&str; 12] =
        ["quantity", "kg", "100kg", "tonne", "tonnes", "ton", "tons", "litres", "liters", "barrels", "pieces", "т"];
    !unit.contains('%') && unit.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// A value and the flags behind it.
fn flagged(text: &str) -> (&str, Option<Status>) {
    match text.split_once(char::is_whitespace) {
        Some((value, flags)) => (value.trim(), Status::of(flags)),
        None => (text, None),
    }
}
