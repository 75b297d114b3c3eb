//! Briefing Desk reads a diplomatic briefing: a folder of JSON that says what happened, who belongs to what, what was
//! traded, and where each of those statements comes from.
//!
//! The house has seven floors, and a floor uses only those below it; `ARCHITECTURE.md` says why:
//!
//! ```text
//! src/ui/            the window: the only floor that knows egui
//! src/export/        the way out: subjects in formats, the same from the window and from the command line
//! src/drawing/       what is looked at: charts, maps and marks laid out once as shapes
//! src/import/        the way in: tables of others become parts of a briefing
//! src/words/         what is read: messages, numbers, dates and plurals, in each language
//! src/analysis/      what follows from a briefing: rosters, figures, checks, search; without prose
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
pub mod import;
pub mod ui;
pub mod words;
