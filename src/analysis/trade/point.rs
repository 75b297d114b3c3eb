//! A value and where it stands.

use rust_decimal::Decimal;

use super::standing::Standing;
use crate::briefing::{Briefing, Citation, Message, Period, Value};
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
    pub fn status(&self, briefing: &Briefing) -> Message {
        let called = briefing.called();
        let has_document = briefing.document_source().is_some();
        match (self.computed, self.standing) {
            // Without a document nothing is told from its figures.
            (false, Standing::Document | Standing::Reported) if !has_document => message!(figures::standing_given),
            (true, Standing::Document) if !has_document => message!(figures::standing_computed_reported),
            (false, Standing::Document) => message!(figures::standing_document, called = called),
            (false, Standing::Reported) => message!(figures::standing_reported, called = called),
            (false, Standing::Derived) => message!(figures::standing_derived),
            (true, Standing::Document) => message!(figures::standing_computed_document, called = called),
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
