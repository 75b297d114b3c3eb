//! What the values of a row are in: by its own cells, else by the head of their column, else by the table.

use std::rc::Rc;

use super::usual::Usual;
use crate::import::number::{DecimalMark, number};
use crate::import::unit::{Prices, Said, UnitRead, prices_in, said, unit};

/// What values are in, with what was read already.
pub struct Units {
    /// What columns of values are in, where their heads say so.
    of_columns: Vec<(usize, UnitRead)>,
    /// What a unit says.
    read: fn(&str) -> UnitRead,
    known: Known,
}

impl Default for Units {
    fn default() -> Self {
        Self::read_by(unit)
    }
}

/// What a row says of what its values are in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'r> {
    pub unit: &'r str,
    /// The label beside the unit, which says it where its code does not.
    pub label: &'r str,
    /// What is measured, where that is to say it.
    pub flow: &'r str,
    pub multiplier: &'r str,
    pub prices: &'r str,
}

impl Units {
    /// Those of columns whose heads say what they are in.
    pub fn of_columns(of_columns: Vec<(usize, UnitRead)>) -> Self {
        Self { of_columns, ..Self::default() }
    }

    /// Those of rows whose units are read in a way of their own.
    pub const fn read_by(read: fn(&str) -> UnitRead) -> Self {
        Self { of_columns: Vec::new(), read, known: Known(Vec::new()) }
    }

    /// What a value is in, by what its row says, and whether what is usual in the table has a part in that.
    pub fn of(&mut self, told: Told<'_>, column: usize, usual: &Usual) -> (Rc<UnitRead>, bool) {
        let Self { of_columns, read, known } = self;
        let own = of_columns.iter().find(|(own, _)| *own == column);
        let Told { unit, label, flow, multiplier, prices } = told;
        known.of(own.map(|(column, _)| *column), [unit, label, flow, multiplier, prices], || {
            let head = own.map_or(&usual.unit, |(_, unit)| unit);
            let told = [unit, label].into_iter().filter(|text| !text.is_empty()).map(*read);
            // Where the code says no currency, its label may.
            let told = told.reduce(
                |code, label| {
                    if code.currency.is_empty() && !label.currency.is_empty() { label } else { code }
                },
            );
            // What is measured may say anything else.
            let in_flow = || match said_of_flow(flow) {
                Said::Money(read, _) => Some(read),
                _ => Some(read(flow)).filter(|read| !read.currency.is_empty()),
            };
            let told = told.or_else(in_flow);
            let mut is_usual = told.as_ref().is_none_or(is_scale);
            let mut read = told.map_or_else(|| head.clone(), |own| beside(own, head));
            if let Some(power) = multiplied(multiplier) {
                // Of what was chosen then not all is meant.
                is_usual &= [0, power].contains(&head.power);
                read.power = power;
            }
            if !prices.is_empty() {
                read.prices = priced(prices);
            }
            (read, is_usual)
        })
    }
}

/// What was read already, by the column and the cells that say it. Tables have few; of one that has more the last are
/// remembered.
#[derive(Default)]
pub struct Known(Vec<Read>);

/// A column and cells, what they say, and whether that is what the whole table is in.
type Read = (Option<usize>, [String; 5], Rc<UnitRead>, bool);

impl Known {
    /// What is known by some cells, else what is read of them.
    pub fn of(
        &mut self,
        column: Option<usize>,
        cells: [&str; 5],
        read: impl FnOnce() -> (UnitRead, bool),
    ) -> (Rc<UnitRead>, bool) {
        const REMEMBERED: usize = 32;
        if let Some((.., known, is_usual)) = self.0.iter().rev().find(|(of, own, ..)| *of == column && *own == cells) {
            return (Rc::clone(known), *is_usual);
        }
        let (read, is_usual) = read();
        let read = Rc::new(read);
        if self.0.len() == REMEMBERED {
            self.0.remove(0);
        }
        self.0.push((column, cells.map(str::to_owned), Rc::clone(&read), is_usual));
        (read, is_usual)
    }
}

/// What a name or a code of what is measured says of what that is in; of a code it may be the last part: `XG_USD`.
pub fn said_of_flow(text: &str) -> Said {
    let whole = said(text);
    match text.rsplit_once('_').map(|(_, last)| said(last)) {
        Some(last @ Said::Money(..)) if matches!(whole, Said::Unclear(..)) => last,
        _ => whole,
    }
}

/// Whether a unit is a scale and nothing else.
pub const fn is_scale(unit: &UnitRead) -> bool {
    unit.currency.is_empty() && unit.label.is_empty()
}

/// What a cell says, with what its column says besides: `USD` below `Value (million)`, and `millions` below `Value, USD`.
pub fn beside(cell: UnitRead, head: &UnitRead) -> UnitRead {
    let keeps_scale = cell.power == 0 && is_scale(head) && !cell.currency.is_empty();
    UnitRead {
        power: if keeps_scale { head.power } else { cell.power },
        currency: if is_scale(&cell) { head.currency.clone() } else { cell.currency },
        prices: if cell.prices == Prices::Unsaid { head.prices } else { cell.prices },
        label: cell.label,
    }
}

/// The prices that a code of SDMX, or a text, stands for.
fn priced(text: &str) -> Prices {
    match text.split(':').next().unwrap_or_default().trim() {
        "V" | "N" => Prices::Current,
        // Chained volumes, and constant or the last year's prices.
        "L" | "LR" | "Q" | "Y" | "D" => Prices::Constant(None),
        _ => prices_in(text),
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
