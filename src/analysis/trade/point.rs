//! A value and where it stands.

use rust_decimal::Decimal;

use super::standing::Standing;
use crate::briefing::{Citation, Message, Period, Value};
use crate::message;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The value, exact.
    pub value: Decimal,
    /// Where it, or the least firm figure it is computed from, stands.
    pub standing: Standing,
    /// Whether it was computed here.
    pub computed: bool,
    /// The formula with the numbers put in, of a value that was computed here or derived by the editors.
    pub formula: Option<Value>,
    /// Where it, or what it is computed from, is read.
    pub citations: Vec<Citation>,
}

/// The value of a part of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The column of its year.
    pub column: usize,
    /// What it is counted over.
    pub period: Period,
    /// The value.
    pub point: Point,
}

impl Point {
    /// Where it stands, in words, where the document is what `called` says.
    pub fn status(&self, called: &str) -> Message {
        match (self.computed, self.standing) {
            (false, Standing::Document) => message!(figures::standing_document, called = called.to_owned()),
            (false, Standing::Reported) => message!(figures::standing_reported, called = called.to_owned()),
            (false, Standing::Derived) => message!(figures::standing_derived),
            (true, Standing::Document) => message!(figures::standing_computed_document, called = called.to_owned()),
            (true, Standing::Reported) => message!(figures::standing_computed_reported),
            (true, Standing::Derived) => message!(figures::standing_computed_derived),
        }
    }

    /// Whether it was reported as it stands, and not derived by editors or computed here.
    pub const fn is_reported(&self) -> bool {
        !self.computed && !self.is_approximate()
    }

    /// Its value as it is written, with `≈` before it where it rests on what was derived.
    pub fn about(&self, written: Value) -> Value {
        if self.is_approximate() { message!(figures::about, value = written).into() } else { written }
    }

    /// Whether it rests on what was derived.
    pub const fn is_approximate(&self) -> bool {
        matches!(self.standing, Standing::Derived)
    }
}
