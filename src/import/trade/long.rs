//! One figure a row: what most layouts are, told apart by which column is what.

use super::figure::{Direction, Figure, Named, Status, direction, valuation};
use super::gather::{APART, Filled, Sink};
use super::layout::{Columns, Dimensions, Role, RowReader};
use super::units::{Told, Units};
use super::usual::Usual;
use crate::briefing::{Message, Period};
use crate::import::counted;
use crate::import::date::{self, Order};
use crate::import::number::{DecimalMark, is_missing};
use crate::import::period::{self, Frequency, of_months};
use crate::import::table::Row;
use crate::import::unit::is_of_goods;
use crate::message;

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
    /// Whether a year stands once for the rows below it that are parts of it, and the one that stands.
    pub carried: Option<String>,
    pub frequency: Option<usize>,
    /// How often it counts, where days stand for what they begin or end.
    pub counts: Option<Frequency>,
    /// The month in which its years begin, where they are fiscal ones.
    pub fiscal: Option<i8>,
    /// Which of two numbers of its dates is the month.
    pub order: Order,
    /// The columns of values, each with what it is of where there are several.
    pub values: Vec<(usize, String)>,
    /// The months of the year that columns of values are of, where they stand side by side; none for the whole year.
    pub parts: Vec<(usize, Option<(i8, i8)>)>,
    pub unit: Option<usize>,
    /// The label beside the unit, which says it where its code does not.
    pub unit_label: Option<usize>,
    /// Whether what is measured says what it is in, where no column does: `XG_FOB_USD`, `Exports, US dollar`.
    pub unit_in_flow: bool,
    pub multiplier: Option<usize>,
    pub prices: Option<usize>,
    pub valuation: Option<usize>,
    pub status: Option<usize>,
    /// Values of the same figure by how it is valued, to find out which is meant: CIF and FOB.
    pub valued: Option<(usize, usize)>,
    pub whole: Vec<Whole>,
    /// Columns of values whose heads name with whom was traded.
    pub partners: Vec<(usize, String)>,
    /// Columns that may tell figures apart.
    pub apart: Vec<usize>,
    /// What stands in those of a row, kept so that no row makes room for it.
    pub buffer: String,
    /// Whether cells hold a code, a colon and its label.
    pub labelled: bool,
    pub mark: DecimalMark,
    /// What is so in the whole table, where no column says it.
    pub usual: Usual,
    /// Which way a flow goes; by its code and its name.
    pub direction: fn(&str, &str) -> Direction,
    /// What its values are in.
    pub units: Units,
}

impl Default for Long {
    fn default() -> Self {
        Self {
            dimensions: Dimensions::default(),
            period: None,
            year: None,
            part: None,
            carried: None,
            frequency: None,
            counts: None,
            fiscal: None,
            order: Order::default(),
            values: Vec::new(),
            parts: Vec::new(),
            unit: None,
            unit_label: None,
            unit_in_flow: false,
            multiplier: None,
            prices: None,
            valuation: None,
            status: None,
            valued: None,
            whole: Vec::new(),
            partners: Vec::new(),
            apart: Vec::new(),
            buffer: String::new(),
            labelled: false,
            mark: DecimalMark::Point,
            usual: Usual::default(),
            direction,
            units: Units::default(),
        }
    }
}

impl Long {
    /// What a cell says: of a code and its label the code.
    fn cell<'r>(&self, row: &'r Row, column: Option<usize>) -> &'r str {
        let text = column.map_or("", |column| row.field(column));
        if self.labelled { text.split_once(": ").map_or(text, |(code, _)| code) } else { text }
    }

    fn period(&mut self, row: &Row) -> Option<Period> {
        let frequency = Frequency::of(self.cell(row, self.frequency));
        if self.period.is_some() {
            return self.whole_period(self.cell(row, self.period), frequency);
        }
        let Some(year) = self.year else { return self.usual.period };
        let (part, role) = self.part.map_or(("", Role::Month), |(column, role)| (row.field(column), role));
        let own = row.field(year);
        if let Some(last) = self.carried.as_mut().filter(|_| !own.is_empty()) {
            own.clone_into(last);
        }
        let year = match &self.carried {
            Some(last) if own.is_empty() && !part.is_empty() => last,
            _ => own,
        };
        // Comtrade writes a whole year as its 52nd month.
        if matches!(part, "" | "0" | "13" | "52" | "99") || frequency == Some(Frequency::Year) {
            return self.whole_period(year, None);
        }
        let of = period::read(year).filter(|of| of.is_year())?;
        let quarter = (role == Role::Quarter).then(|| period::quarter(part)).flatten();
        match quarter {
            Some(quarter) => of_months(of.year(), quarter * 3 - 2, quarter * 3),
            None => period::read(&format!("{:04} {part}", of.year())),
        }
    }

    /// The period that a cell names by itself.
    fn whole_period(&self, text: &str, frequency: Option<Frequency>) -> Option<Period> {
        if let Some(begins) = self.fiscal {
            return counted::fiscal_year(text, begins);
        }
        let dated = || {
            let day = self.order.day(text)?;
            frequency.map_or_else(|| Some(Period::of_day(day)), |frequency| frequency.around(day))
        };
        let found = period::period(text, frequency).or_else(dated)?;
        match self.counts {
            Some(counts) if found.length() == 1 => counted::stands_for(counts, found.days().0),
            Some(_) => None,
            None => Some(found),
        }
    }

    /// The period of a column of values in a row.
    fn period_of(&self, column: usize, row: Period) -> Option<Period> {
        match self.parts.iter().find(|(own, _)| *own == column) {
            Some((_, Some((first, last)))) => of_months(row.year(), *first, *last).filter(|_| row.is_year()),
            _ => Some(row),
        }
    }
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
            self.prices.map(of(Role::Prices)),
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
            // What was chosen may be a year beside its parts, and was taken as that.
            Role::Period if number.is_some() && number == self.year => {}
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
            Role::Prices => self.prices = number,
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

    fn parts(&self) -> Vec<usize> {
        self.whole.iter().map(|whole| whole.column).collect()
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
        let found = self.period(row);
        if found.is_none() && date::either(self.cell(row, self.period)).is_some() {
            return sink.leave(&message!(import::left_either_day), row.number);
        }
        let Some(period) = sink.period(found, row.number) else { return };
        let (dimensions, labelled) = (self.dimensions, self.labelled);
        let named = |columns: Columns| columns.of(row, labelled);
        let (mut reporter, mut partner) = (named(dimensions.reporter), named(dimensions.partner));
        sink.fill(Filled::Reporter, reporter.is_empty());
        sink.fill(Filled::Partner, partner.is_empty() && self.partners.is_empty());
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
        let unit = self.cell(row, self.unit);
        let in_flow = unit.is_empty() && self.unit_in_flow && !self.usual.unit_is_chosen;
        let units = Told {
            unit,
            label: self.unit_label.map_or("", |column| row.field(column)),
            flow: if in_flow { flow.printed() } else { "" },
            multiplier: self.cell(row, self.multiplier),
            prices: self.cell(row, self.prices),
        };
        let told = valuation(self.cell(row, self.valuation));
        let valued = if told.is_empty() { valuation(flow.printed()) } else { told };
        let status = Status::of(self.cell(row, self.status));
        let mut apart = std::mem::take(&mut self.buffer);
        apart.clear();
        for (number, column) in self.apart.iter().enumerate() {
            if number > 0 {
                apart.push(APART);
            }
            apart.push_str(row.field(*column));
        }
        for (column, label) in &self.values {
            let text = row.field(*column);
            let is_part = !self.parts.is_empty();
            // Of a year that is not over the months to come are empty.
            if is_part && is_missing(text) {
                continue;
            }
            let Some((value, marked)) = sink.figure(text, self.mark, row.number) else { continue };
            let Some(period) = self.period_of(*column, period) else {
                sink.leave(&message!(import::left_no_period), row.number);
                continue;
            };
            let (unit, is_usual) = self.units.of(units, *column, &self.usual);
            sink.fill(Filled::Unit, is_usual);
            let (direction, label) = if flow.is_empty() {
                let label = if label.is_empty() || is_part { &self.usual.label } else { label };
                // What its head says to be a share of something is no flow of goods, whatever it is called.
                let is_other = unit.currency.is_empty() && !unit.label.is_empty() && label.contains(&unit.label);
                let is_share = is_other && !is_of_goods(&unit.label);
                let told = || if is_share { Direction::Other } else { (self.direction)("", label) };
                (self.usual.direction.unwrap_or_else(told), label.as_str())
            } else {
                ((self.direction)(code, flow.name), flow.printed())
            };
            let valued = if valued.is_empty() && flow.is_empty() { valuation(label) } else { valued };
            let valued = match self.valued.filter(|_| valued.is_empty()) {
                Some((cif, _)) if row.field(cif) == text => "CIF",
                Some((_, fob)) if row.field(fob) == text => "FOB",
                _ => valued,
            };
            let called = if is_part || direction == Direction::Other { "" } else { label };
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
                called,
                product,
                valuation: valued,
                unit: &unit,
                apart: &apart,
                period,
                value,
                status: status.or(marked),
                row,
            });
        }
        self.buffer = apart;
    }
}
