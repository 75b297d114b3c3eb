//! What values are, and how they are written.

use rust_decimal::Decimal;

use crate::analysis::format::{NO_BREAK, printed, rounded, signed};
use crate::briefing::Unit;

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

    /// A value as it stands in a table.
    pub fn text(self, value: Decimal) -> String {
        match (self.signed, self.counted) {
            (true, _) => signed(value, self.places),
            // An amount of money has no more decimals than it was printed with.
            (false, Counted::Money) => printed(value, self.places),
            (false, Counted::PerCent | Counted::Points) => rounded(value, self.places),
        }
    }

    /// A value with its unit, as it stands in a sentence.
    pub fn text_with_unit(self, value: Decimal, unit: &Unit) -> String {
        let text = self.text(value);
        match self.counted {
            Counted::Money => {
                // The sign of the number stands before that of the currency.
                let (sign, digits) = text.find(|c: char| c.is_ascii_digit()).map_or(("", ""), |at| text.split_at(at));
                format!("{sign}{}{digits}{NO_BREAK}{}", unit.sign, unit.scale)
            }
            Counted::PerCent => format!("{text}{NO_BREAK}%"),
            Counted::Points => text,
        }
    }

    /// The unit at the head of the axis.
    pub fn unit(self, unit: &Unit) -> String {
        match self.counted {
            Counted::Money => format!("{} {}", unit.sign, unit.scale),
            Counted::PerCent => "%".to_owned(),
            Counted::Points => "index".to_owned(),
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
