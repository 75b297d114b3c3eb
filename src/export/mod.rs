//! The way out: what the window shows, as text for the clipboard and as files.
//!
//! Whatever leaves says where it comes from.

pub mod check;
pub mod file;
pub mod quotation;
pub mod request;
pub mod roster;
pub mod starter;
mod table;
pub mod trade;
pub mod trade_request;
