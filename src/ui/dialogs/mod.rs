//! What is asked in a dialog of its own: a briefing to open, a copy to attach, a file to write.

pub mod about;
pub mod attach;
pub mod beginning;
pub mod export;
pub mod import;
pub mod open;
mod opening;
pub mod palette;
mod path;
mod report;
pub mod settings;
pub mod suggestions;
pub mod views;
