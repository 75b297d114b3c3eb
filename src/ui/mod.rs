//! The window: the only floor that knows egui.

pub mod app;
mod attach;
mod desk;
mod export;
mod find;
mod frame;
mod history;
mod inspector;
mod keys;
mod members;
pub mod notice;
mod open;
pub mod preferences;
pub mod screenshots;
mod sources;
mod summary;
mod system_dialog;
pub mod theme;
mod trade;
mod widgets;
pub mod window;

pub use desk::{Command, Desk, Selection, Tab};
