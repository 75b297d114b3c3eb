//! The frame around the tabs: what is open, what was asked for, and where the reader has been.

pub mod app;
pub mod desk;
pub mod find;
mod frame;
mod history;
mod keys;
pub mod notice;
pub mod preferences;
pub mod screenshots;
pub mod window;

pub use desk::{Command, Desk, Selection, Tab};
pub use keys::COPY_SHOWN;
