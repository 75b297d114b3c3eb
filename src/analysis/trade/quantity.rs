//! What values are, and how they are written.

use rust_decimal::Decimal;

use crate::briefing::{Figure, Message, Unit, Value};
use crate::message;

/// What values are: in what they are counted, with how many decimals, and whether their sign is always written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// In what they are counted.
    pub counted: Counted,
    /// Whether a plus is written before what is more than nothing.
    pub signed: bool,
    /// The decimals shown.
    pub places: u32,
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

impl Quantity {
    /// Money in the series' unit, as it is given.
    pub const MONEY: Self = Self { counted: Counted::Money, signed: false, places: 2 };
    /// A difference of money, always with its sign.
    pub const DIFFERENCE: Self = Self { counted: Counted::Money, signed: true, places: 2 };
    /// A change in per cent, always with its sign.
    pub const CHANGE: Self = Self { counted: Counted::PerCent, signed: true, places: 1 };
    /// A share in per cent.
    pub const SHARE: Self = Self { counted: Counted::PerCent, signed: false, places: 1 };
    /// An index.
    pub const INDEX: Self = Self { counted: Counted::Points, signed: false, places: 1 };

    /// A value as it stands in a table. An amount of money has no more decimals than it was printed with.
    pub fn figure(self, value: Decimal) -> Figure {
        let printed = self.counted == Counted::Money && !self.signed;
        let places = if printed { value.scale().min(self.places) } else { self.places };
        Figure { value, places: Some(places), signed: self.signed }
    }

    /// A value with its unit, as it stands in a sentence.
    pub fn with_unit(self, value: Decimal, unit: &Unit) -> Value {
        let figure = self.figure(value);
        match self.counted {
            Counted::Money => {
                // The sign of the number stands before that of the currency.
                let (sign, scale) = (&unit.sign, &unit.scale);
                let amount = Figure { value: value.abs(), signed: false, ..figure };
                if value.is_sign_negative() {
                    message!(figures::amount_below_zero, sign = sign, value = amount, scale = scale).into()
                } else if self.signed && !value.is_zero() {
                    message!(figures::amount_above_zero, sign = sign, value = amount, scale = scale).into()
                } else {
                    message!(figures::amount, sign = sign, value = amount, scale = scale).into()
                }
            }
            Counted::PerCent => message!(figures::per_cent, value = figure).into(),
            Counted::Points => figure.into(),
        }
    }

    /// The unit at the head of the axis.
    pub fn unit(self, unit: &Unit) -> Message {
        match self.counted {
            Counted::Money => message!(figures::unit_money, sign = &unit.sign, scale = &unit.scale),
            Counted::PerCent => message!(figures::unit_per_cent),
            Counted::Points => message!(figures::unit_points),
        }
    }

    /// The unit in a file, in which a currency is its code.
    pub fn unit_key(self, unit: &Unit) -> String {
        match self.counted {
            Counted::Money => format!("{} {}", unit.currency, unit.scale),
            Counted::PerCent => "%".to_owned(),
            Counted::Points => "index".to_owned(),
        }
    }
}
