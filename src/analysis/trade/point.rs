//! A value and where it stands.

use rust_decimal::Decimal;

use super::figures::Standing;
use crate::briefing::{Citation, Period};

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
    pub formula: Option<String>,
    /// Where it, or what it is computed from, is read.
    pub citations: Vec<Citation>,
}

/// The value of a part of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The column of its year.
    pub column: usize,
    /// The months.
    pub period: Period,
    /// The value.
    pub point: Point,
}

impl Point {
    /// Where it stands, in words, where the document is what `called` says.
    pub fn status(&self, called: &str) -> String {
        match (self.computed, self.standing) {
            (false, Standing::Document) => format!("from the {called}"),
            (false, Standing::Reported) => format!("reported, not in the {called}"),
            (false, Standing::Derived) => "derived, not published".to_owned(),
            (true, Standing::Document) => format!("computed from the {called}\u{2019}s figures"),
            (true, Standing::Reported) => "computed".to_owned(),
            (true, Standing::Derived) => "computed from derived figures".to_owned(),
        }
    }

    /// Whether it was reported as it stands, and not derived by editors or computed here.
    pub const fn is_reported(&self) -> bool {
        !self.computed && !self.is_approximate()
    }

    /// Whether it rests on what was derived, so that `≈` stands before it.
    pub const fn is_approximate(&self) -> bool {
        matches!(self.standing, Standing::Derived)
    }
}
