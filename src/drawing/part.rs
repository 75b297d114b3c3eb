//! What can be pointed at, heard and clicked.

use super::area::Area;
use crate::briefing::{Key, Locator, Period};

/// A part of a drawing that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub key: PartKey,
    /// Where it is hit.
    pub area: Area,
    /// What is said of it.
    pub name: String,
}

/// What a part of a drawing is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PartKey {
    /// The drawing as a whole.
    Whole,
    /// The column of a period.
    Period(Period),
    /// An event, by its number on the drawing.
    Event(usize),
    /// A claim that rests on the figures of a period.
    Claim(Period, Key),
    /// A state.
    State(Key),
    /// A place that is no state.
    Place(Key),
    /// A sentence of the document.
    Sentence(Locator),
}
