//! The way out: what the window shows, as text for the clipboard and as files.
//!
//! Whatever leaves says where it comes from.

pub mod brief;
pub mod check;
pub mod delimited;
pub mod file;
pub mod fonts;
pub mod job;
pub mod made;
pub mod order;
pub mod palette;
pub mod picture;

pub mod provenance;
pub mod quotation;
pub mod request;
pub mod roster;
pub mod starter;
pub mod table;
pub mod trade;
pub mod trade_request;
