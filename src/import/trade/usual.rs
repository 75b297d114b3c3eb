//! What is so in a whole table, where no column says it.

use super::figure::Direction;
use crate::briefing::Period;
use crate::import::unit::{Prices, UnitRead};

/// What is so in a whole table.
#[derive(Clone, Debug, Default)]
pub struct Usual {
    pub reporter: String,
    pub partner: String,
    pub label: String,
    pub direction: Option<Direction>,
    pub unit: UnitRead,
    /// Whether a reader said what the values are in: then no name of what is measured says it otherwise.
    pub unit_is_chosen: bool,
    pub period: Option<Period>,
}

impl Usual {
    /// Values in dollars, or in so many of them as a power of ten says.
    pub fn in_dollars(power: i32) -> Self {
        let unit = UnitRead { currency: "USD".to_owned(), power, label: String::new(), prices: Prices::Current };
        Self { unit, ..Self::default() }
    }
}
