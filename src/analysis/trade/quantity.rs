//! What values are, and how they are written.

use rust_decimal::Decimal;

use super::magnitude::{Fit, amount, places};
use super::point::Point;
use crate::briefing::{Figure, Message, Unit, Value};
use crate::message;

/// What values are: in what they are counted, and whether their sign is always written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// In what they are counted.
    pub counted: Counted,
    /// Whether a plus is written before what is more than nothing.
    pub signed: bool,
}

/// In what values are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// In the unit of the series, which is money.
    Money,
    /// In per cent.
    PerCent,
    /// In points, against another value that is 100.
    Points,
}

/// A computed share, growth or index is written to as many decimals.
const COMPUTED: u32 = 1;

impl Quantity {
    /// Money in the series' unit, as it is given.
    pub const MONEY: Self = Self { counted: Counted::Money, signed: false };
    /// A difference of money, always with its sign.
    pub const DIFFERENCE: Self = Self { counted: Counted::Money, signed: true };
    /// A change in per cent, always with its sign.
    pub const CHANGE: Self = Self { counted: Counted::PerCent, signed: true };
    /// A share in per cent.
    pub const SHARE: Self = Self { counted: Counted::PerCent, signed: false };
    /// An index.
    pub const INDEX: Self = Self { counted: Counted::Points, signed: false };

    /// A value that was computed, as it stands in a table: an amount of money with the digits that the figures it follows
    /// from have, a ratio of them rounded.
    pub fn figure(self, value: Decimal) -> Figure {
        let places = (self.counted != Counted::Money).then(|| places(value, COMPUTED));
        Figure { value, places, signed: self.signed }
    }

    /// A value that was given, with the digits it was given with.
    pub const fn given(self, value: Decimal) -> Figure {
        Figure { value, places: None, signed: self.signed }
    }

    /// A point, as it stands in a table: what is given with all its digits, what is computed as [`figure`](Self::figure)
    /// has it.
    pub fn of(self, point: &Point) -> Figure {
        if point.computed { self.figure(point.value) } else { self.given(point.value) }
    }

    /// A figure with its unit, as it stands in a sentence.
    pub fn with_unit(self, figure: Figure, unit: &Unit) -> Value {
        match self.counted {
            Counted::Money => amount(unit, figure),
            Counted::PerCent => message!(figures::per_cent, value = figure).into(),
            Counted::Points => figure.into(),
        }
    }

    /// A scale in which values of it that go as far as `largest` are short.
    pub fn fit(self, unit: &Unit, largest: f64) -> Fit {
        Fit::of(if self.counted == Counted::Money { &unit.scale } else { "" }, largest)
    }

    /// The unit at the head of the axis, where values are written in the scale that they fit.
    pub fn unit(self, unit: &Unit, fit: Fit) -> Message {
        match self.counted {
            Counted::Money => fit.unit(unit),
            Counted::PerCent => fit.before(message!(figures::unit_per_cent)),
            Counted::Points => fit.before(message!(figures::unit_points)),
        }
    }

    /// The unit in a file, in which a currency is its code.
    pub fn unit_key(self, unit: &Unit) -> String {
        match self.counted {
            Counted::Money => format!("{} {}", unit.currency, unit.scale).trim_end().to_owned(),
            Counted::PerCent => "%".to_owned(),
            Counted::Points => "index".to_owned(),
        }
    }
}
