//! The way out: what the window shows, as text for the clipboard and as files.
//!
//! Whatever leaves says where it comes from.

pub mod brief;
pub mod check;
pub mod claims;
pub mod delimited;
pub mod file;
pub mod findings;
pub mod fonts;
pub mod job;
pub mod json;
pub mod made;
pub mod markdown;
pub mod order;
pub mod picture;

pub mod provenance;
pub mod quotation;
pub mod request;
pub mod roster;
pub mod starter;
pub mod statement_request;
pub mod table;
pub mod trade;
pub mod trade_request;
pub mod xlsx;
