//! What is asked to leave the program, and how it is made: the same from the window and from the command line.

use super::brief::{self, BriefQuery};
use super::made::Made;
use super::{delimited, roster, trade};
use crate::analysis::checks::Finding;
use crate::analysis::roster::RosterQuery;
use crate::analysis::trade::{Figures, TradeQuery};
use crate::briefing::Briefing;
use crate::export::job::Job;

/// What is asked to leave the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What of the briefing, as it is filtered and sorted.
    pub subject: Subject,
    /// In which format.
    pub format: Format,
    /// When it was made.
    pub made: Made,
}

/// What of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The states of the roster: a table, or the map of them.
    Roster(RosterQuery),
    /// The figures of the first series of the trade: a table, or the chart of them.
    Trade(TradeQuery),
    /// The whole briefing as one document.
    Brief(BriefQuery),
}

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values, RFC 4180.
    Csv,
    /// JSON.
    Json,
    /// Markdown, as GitHub and most editors read it.
    Markdown,
    /// A workbook, Office Open XML.
    Xlsx,
    /// A picture as drawing instructions.
    Svg,
    /// A picture as pixels.
    Png,
    /// Pages for print.
    Pdf,
}

impl Subject {
    /// The name on the command line.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Roster(_) => "roster",
            Self::Trade(_) => "trade",
            Self::Brief(_) => "brief",
        }
    }

    /// Whether what the checks found is in it.
    pub const fn rests_on_findings(&self) -> bool {
        match self {
            Self::Roster(_) | Self::Trade(_) => false,
            Self::Brief(_) => true,
        }
    }

    /// The formats it can be made in.
    pub const fn formats(&self) -> &'static [Format] {
        match self {
            Self::Roster(_) | Self::Trade(_) => &[Format::Csv],
            Self::Brief(_) => &[Format::Pdf, Format::Markdown],
        }
    }
}

impl Format {
    /// The name on the command line, and the ending of the file.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// Whether it is not text, so that a terminal cannot show it.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Png | Self::Pdf)
    }
}

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
    #[error("the export was cancelled; nothing was written")]
    Cancelled,
}

/// Makes the file of an order, as bytes. `findings` are what the checks found in the briefing.
///
/// # Errors
/// What stands in the way, or that the reader cancelled.
pub fn make(briefing: &Briefing, findings: &[Finding], order: &Order, job: &Job) -> Result<Vec<u8>, ExportError> {
    let no_such_format = || ExportError::NoSuchFormat {
        subject: order.subject.slug(),
        format: order.format.slug(),
        known: order.subject.formats().iter().map(|format| format.slug()).collect::<Vec<_>>().join(", "),
    };
    if !order.subject.formats().contains(&order.format) {
        return Err(no_such_format());
    }
    let table = match &order.subject {
        Subject::Brief(query) if order.format == Format::Pdf => {
            return brief::pdf(briefing, findings, query, order.made, job);
        }
        Subject::Brief(query) => {
            return brief::markdown(briefing, findings, query, order.made, job).map(String::into_bytes);
        }
        Subject::Roster(query) => {
            roster::table(briefing, query, &crate::analysis::roster::view(briefing, query), order.made)
        }
        Subject::Trade(query) => {
            let series = briefing.trade.series.first().ok_or(ExportError::NoSeries)?;
            let figures = Figures::new(briefing, series);
            trade::table(briefing, series, &crate::analysis::trade::view(series, &figures, query), order.made)
        }
    };
    job.step(0.5)?;
    let bytes = match order.format {
        Format::Csv => delimited::csv(&table).into_bytes(),
        _ => return Err(no_such_format()),
    };
    job.step(1.0)?;
    Ok(bytes)
}
