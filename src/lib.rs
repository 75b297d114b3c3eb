//! Briefing Desk reads a diplomatic briefing: a folder of JSON that says what happened, who belongs to what, what was
//! traded, and where each of those statements comes from.
//!
//! The house has floors, and light falls one way:
//!
//! ```text
//! src/main.rs        the front door: the command line
//! src/briefing/      what a briefing says: plain data and how it is loaded
//! src/analysis/      what follows from it: rosters, figures, search, wording
//! src/export/        the way out: what is shown, as text and files
//! src/ui/            the window: the only floor that knows egui
//! ```
//!
//! A floor uses those above it in this list and never one below; a test reads the source and holds that. Start with
//! [`briefing::Briefing`], then [`analysis::roster::view`] and [`analysis::trade::view`], then `ui::app`.

pub mod analysis;
pub mod briefing;
pub mod export;
pub mod ui;
