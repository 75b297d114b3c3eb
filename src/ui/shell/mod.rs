//! The frame around the tabs: what is open, what can be done, and where the reader has been.

pub mod actions;
pub mod app;
mod arriving;
pub mod attached;
mod begun;
mod checking;
pub mod desk;
pub mod find;
mod focus;
pub mod frame;
pub mod grid_keys;
mod history;
mod keyboard;
pub mod memory;
mod merged;
pub mod notice;
mod placement;
pub mod preferences;
pub mod refused;
mod running;
pub mod screenshots;
pub mod session;
pub mod settings;
pub mod shown;
mod statement;
mod steps;
mod stored_path;
mod system;
pub mod tabs;
mod taken_back;
pub mod task;
mod undo;
pub mod window;
mod without_example;

pub use actions::Action;
pub use desk::{Command, Desk, Selection, TabKey};
