//! A row for each series of figures and a column for each period.

use super::figure::{Direction, Figure, Named, Status, valuation};
use super::gather::{APART, Filled, Sink};
use super::layout::{Columns, Dimensions, Role, RowReader};
use super::units::{Known, beside, is_scale, multiplied, said_of_flow};
use super::usual::Usual;
use crate::briefing::Period;
use crate::import::number::{DecimalMark, is_missing};
use crate::import::period;
use crate::import::table::Row;
use crate::import::unit::{Said, UnitRead, is_of_goods, unit};

/// A reader of a table with its periods side by side.
pub struct Wide {
    /// The columns of periods.
    pub periods: Vec<(usize, Period)>,
    /// Those packed into the first column are counted before all others.
    pub dimensions: Dimensions,
    pub unit: Option<usize>,
    /// Whether what is measured says in brackets what it is in: `Exports (current US$)`.
    pub unit_in_flow: bool,
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
    /// Whether a reader said of which year its periods are.
    pub period_is_told: bool,
    pub usual: Usual,
    pub direction: fn(&str, &str) -> Direction,
    /// What rows are in, as far as it was read already.
    pub known: Known,
}

impl Default for Wide {
    fn default() -> Self {
        Self {
            periods: Vec::new(),
            dimensions: Dimensions::default(),
            unit: None,
            unit_in_flow: false,
            read_unit: unit,
            multiplier: None,
            valuation: None,
            apart: Vec::new(),
            flags: false,
            packed: 0,
            mark: DecimalMark::Point,
            period_is_told: false,
            usual: Usual::default(),
            direction: super::figure::direction,
            known: Known::default(),
        }
    }
}

/// The columns whose heads are periods.
pub fn periods_of(names: &[String]) -> Vec<(usize, Period)> {
    names.iter().enumerate().filter_map(|(column, name)| Some((column, period_of(name)?))).collect()
}

/// The period that a head is.
pub fn period_of(name: &str) -> Option<Period> {
    // `2024 [YR2024]`, as the World Bank's newer files have it.
    let name = name.split_once(" [").map_or(name, |(name, _)| name);
    period::read(name.trim())
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
            Some((bare, rest)) if self.unit_in_flow && rest.ends_with(')') => (bare, rest.trim_end_matches(')')),
            _ => (label, ""),
        };
        let (own, multiplier) = (field(self.unit), field(self.multiplier));
        let mut known = std::mem::take(&mut self.known);
        let read = || self.unit(own, label, bracketed, multiplier);
        let (read, is_usual) = known.of(None, [own, label, multiplier, "", ""], read);
        self.known = known;
        let says = |named: Columns| !field(named.code).is_empty() || !field(named.name).is_empty();
        sink.fill(Filled::Reporter, !says(self.dimensions.reporter));
        sink.fill(Filled::Partner, !says(self.dimensions.partner));
        sink.fill(Filled::Unit, is_usual);
        sink.fill(Filled::Period, self.period_is_told);
        let apart: Vec<&str> = self.apart.iter().map(|column| field(Some(*column))).collect();
        let apart = apart.join(APART.encode_utf8(&mut [0; 4]));
        // A code may stand where a name is expected.
        let code = if code.is_empty() { name } else { code };
        let told = valuation(field(self.valuation));
        let valued = if told.is_empty() { valuation(label) } else { told };
        let direction = self.usual.direction.unwrap_or_else(|| (self.direction)(code, bare));
        // A share of something is no flow of goods, whatever it is called; so much of goods is.
        let is_share = read.currency.is_empty() && !read.label.is_empty() && !is_of_goods(&read.label);
        let direction = if is_share { Direction::Other } else { direction };
        for (column, period) in &self.periods {
            let text = row.field(*column);
            let (text, flag) = if self.flags { flagged(text) } else { (text, None) };
            if is_missing(text) {
                // Of a wide table most cells may be empty; they are gaps, and told as such.
                continue;
            }
            let Some((value, marked)) = sink.figure(text, self.mark, row.number) else { continue };
            sink.take(&Figure {
                reporter: Named { code: &reporter.0, name: &reporter.1 },
                partner: Named { code: &partner.0, name: &partner.1 },
                direction,
                label: if direction == Direction::Other { bare } else { "" },
                called: if direction == Direction::Other { "" } else { label },
                product: Named { code: &product.0, name: &product.1 },
                valuation: valued,
                unit: &read,
                apart: &apart,
                period: *period,
                value,
                status: flag.or(marked),
                row: row.number,
            });
        }
    }
}

impl Wide {
    /// What the values of a row are in, by its unit, by what is measured and by its multiplier, and whether what is usual
    /// has a part in that.
    fn unit(&self, own: &str, label: &str, bracketed: &str, multiplier: &str) -> (UnitRead, bool) {
        let usual = &self.usual.unit;
        let (mut read, mut is_usual) = if !own.is_empty() {
            let own = (self.read_unit)(own);
            let is_usual = is_scale(&own);
            (beside(own, usual), is_usual)
        } else if self.unit_in_flow {
            self.in_flow(label, bracketed)
        } else {
            (usual.clone(), true)
        };
        if let Some(power) = multiplied(multiplier) {
            is_usual &= [0, power].contains(&usual.power);
            read.power = power;
        }
        (read, is_usual)
    }

    /// What a row is in by what is measured: `Exports (£m)`, `Exports, US dollar`; `bracketed` is what stands in its
    /// brackets.
    fn in_flow(&self, label: &str, bracketed: &str) -> (UnitRead, bool) {
        let usual = &self.usual.unit;
        let what = if bracketed.is_empty() { label } else { bracketed };
        let is_chosen = self.usual.unit_is_chosen;
        let read = match said_of_flow(label) {
            // A reader who says what values are in means those in money, and no shares.
            Said::Money(UnitRead { power, .. }, _) | Said::Scale(power) | Said::Unclear(power, _) if is_chosen => {
                let is_currency_alone = usual.power == 0 && !usual.currency.is_empty();
                UnitRead { power: if is_currency_alone { power } else { usual.power }, ..usual.clone() }
            }
            Said::Nothing if is_chosen => usual.clone(),
            Said::Scale(power) => UnitRead { power, ..usual.clone() },
            Said::Nothing if !usual.currency.is_empty() || bracketed.is_empty() => usual.clone(),
            Said::Nothing => return (unit(bracketed), false),
            Said::Money(unit, _) => return (unit, false),
            Said::NoMoney | Said::Unclear(..) => {
                return (UnitRead { label: what.to_owned(), ..UnitRead::default() }, false);
            }
        };
        (read, true)
    }
}

/// A value and the flags behind it.
fn flagged(text: &str) -> (&str, Option<Status>) {
    match text.split_once(char::is_whitespace) {
        Some((value, flags)) => (value.trim(), Status::of(flags)),
        None => (text, None),
    }
}
