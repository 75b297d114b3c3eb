//! What follows from a briefing: rosters, figures, search and wording, as pure functions of plain data.
//!
//! A table, a map, a chart and what leaves of them are one projection of one filtered set, made here.

pub mod attachment;
pub mod bodies;
pub mod checks;
pub mod chronology;
pub mod cities;
pub mod claims;
pub mod collation;
pub mod dateline;
pub mod evidence;
pub mod facets;
pub mod find;
pub mod fold;
pub mod memo;
pub mod origins;
pub mod palette;
pub mod projection;
pub(crate) mod publishers;
mod reading;
pub mod reference;
pub mod region;
pub mod roster;
mod script;
pub mod search_text;
pub mod suggestions;
pub mod trade;
pub mod typed_day;
