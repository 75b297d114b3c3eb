//! The way out: what the window shows, as text for the clipboard and as files.
//!
//! What can leave is a list of [subjects](subject), what it is written as a list of [formats](mod@format), what it is asked
//! for with a list of [options]. [`order::make`] makes a file of one of each. Whatever leaves says where it comes from.

pub mod brief;
pub mod check;
pub mod claims;
pub mod delimited;
pub mod error;
pub mod file;
pub mod findings;
pub mod fonts;
pub mod format;
pub mod job;
pub mod options;
pub mod order;
pub mod picture;
pub mod provenance;
pub mod query;
pub mod quotation;
pub mod request;
pub mod roster;
pub mod stamp;
pub mod starter;
pub mod statement_request;
pub mod subject;
pub mod table;
pub mod trade;
pub mod trade_request;
