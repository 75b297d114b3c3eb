//! The way in: tables of others become parts of a briefing, and a document becomes one.
//!
//! A table is read into a [`Plan`]: what would be added, what changed and from what, what is left and why, column by
//! column. What is wrong in it is corrected by [`Choices`], with which the plan is made again; nothing is written before
//! it is applied to a [`Desk`], and a desk takes only what still is a briefing. Who writes the files is not known here.

mod apply;
mod choices;
pub mod claims;
mod counted;
mod date;
pub mod document;
mod error;
mod example;
mod head;
mod kept;
mod kind;
mod limits;
mod look;
mod number;
mod options;
mod parties;
mod period;
mod plan;
pub mod roster;
mod source;
pub mod sources;
mod suggested;
mod suggesting;
pub mod table;
#[cfg(test)]
mod tests;
pub mod trade;
mod unit;

use crate::briefing::Message;

pub use apply::Desk;
pub use choices::{Choices, Way};
pub use date::DayOrder;
pub use error::{ImportError, TableFault};
pub use example::Without;
pub use kind::{KINDS, Kind, is_named_as_table};
pub use look::Look;
pub use number::DecimalMark;
pub use options::{OPTIONS, OptionSpec, Refused};
pub use plan::{Change, ColumnUse, Entry, Leavings, Left, PartKind, Plan, TableFacts};
pub use suggested::{Taking, Writing};
pub use suggesting::{Offer, Suggesting};

/// What writes a message in the language in which a briefing is added to.
pub type Say<'a> = &'a dyn Fn(&Message) -> String;
