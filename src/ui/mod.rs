//! The window: the only floor that knows egui.

mod dialogs;
mod direction;
#[cfg(test)]
mod drawn_once;
mod inspector;
pub mod paint;
mod parts;
mod shell;
mod tabs;
pub mod theme;
mod widgets;

pub use shell::{Action, Command, Desk, Selection, TabKey, app, notice, preferences, screenshots, settings, window};
