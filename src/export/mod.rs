//! The way out: what the window shows, as text for the clipboard and as files.
//!
//! What can leave is a list of [subjects](subject), what it is written as a list of [formats](mod@format), what it is asked
//! for with a list of [options]. A subject makes and a format writes by the same [`Settings`](settings::Settings), and
//! neither knows of the [order](order::Order) that names them: [`order::make`] makes a file of one of each. Whatever
//! leaves says where it comes from.

pub mod acknowledge;
pub mod answers;
pub mod beginning;
pub mod brief;
pub mod calendar;
pub mod changes;
pub mod check;
pub mod claims;
pub mod delimited;
pub mod error;
pub mod file;
pub mod findings;
pub mod folder;
pub mod fonts;
pub mod format;
pub mod guide;
pub mod job;
pub mod leaf;
pub mod link;
#[cfg(test)]
mod markdown_reading;
pub mod markdown_text;
pub mod meeting;
pub mod metadata;
pub mod options;
pub mod order;
pub mod origins;
mod outline;
pub mod packing;
pub mod parcel;
pub mod picture;
pub mod preview;
pub mod provenance;
pub mod query;
pub mod quotation;
pub mod references;
pub mod request;
pub mod roster;
pub mod settings;
pub mod shown;
pub mod sources;
pub mod stamp;
pub mod starter;
pub mod statement_request;
pub mod subject;
pub mod table;
pub mod trade;
pub mod trade_request;
mod unparted;
