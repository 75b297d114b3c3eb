//! Briefing Desk reads a diplomatic briefing: a folder of JSON that says what happened, who belongs to what, what was
//! traded, and where each of those statements comes from.
//!
//! The house has five floors, and a floor uses only those below it:
//!
//! ```text
//! src/ui/            the window: the only floor that knows egui
//! src/export/        the way out: what is shown, as text for other programs
//! src/drawing/       what is looked at: charts, maps and marks laid out once as shapes
//! src/analysis/      what follows from a briefing: rosters, figures, checks, search, wording
//! src/briefing/      what a briefing says: plain data and how it is loaded
//! ```
//!
//! `src/main.rs` is the front door: it reads the command line and calls one function. A test reads the source and holds
//! the floors apart. Start with [`briefing::Briefing`], then [`analysis::roster::view`] and [`analysis::trade::view`],
//! then [`ui::app::App`].

pub mod analysis;
pub mod briefing;
pub mod drawing;
pub mod export;
pub mod ui;
pub mod words;
