//! Why an export was not made.

use super::job::Cancelled;

/// Why nothing was made.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The subject has no such format.
    #[error("`{format}` is not a format of {subject}: write one of {known}")]
    NoSuchFormat {
        /// What was asked for.
        subject: &'static str,
        /// In which format.
        format: &'static str,
        /// The formats there are.
        known: String,
    },
    /// A workbook has fewer rows.
    #[error("a workbook has 1 048 575 rows below its head and the table {rows}: filter it, or write csv or json")]
    TooManyRows {
        /// How many rows there are.
        rows: usize,
    },
    /// A cell of a workbook holds less.
    #[error(
        "a workbook's cell holds {most} characters and the text `{begins}…` has {length}: write csv or json, which \
         hold all of it"
    )]
    TextTooLong {
        /// How long it is, in UTF-16 units.
        length: usize,
        /// How long it may be, in UTF-16 units.
        most: usize,
        /// How it begins.
        begins: String,
    },
    /// The workbook could not be made.
    #[error("the workbook could not be made: {0}. Write csv or json")]
    Workbook(String),
    /// There is no series of trade to be shown.
    #[error("the briefing has no series of trade: add one to trade.json, or export something else")]
    NoSeries,
    /// The pages could not be written.
    #[error("the pages could not be written: {0}. Export the brief as Markdown, and report this")]
    Pages(String),
    /// A picture could not be drawn.
    #[error("the picture could not be drawn: {0}; export it as SVG, or at a smaller scale")]
    NotDrawn(String),
    /// The reader asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}
