//! What is asked to leave the program, and how it is made: the same from the window and from the command line.

use super::brief::{self, BriefQuery};
use super::job::Job;
use super::made::Made;
use super::picture::{self, Look, Picture};
use super::table::Table;
use super::{claims, delimited, findings, json, markdown, roster, trade, xlsx};
use crate::analysis::checks::{ChecksQuery, Finding};
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::roster::{self as rosters, RosterIndex, RosterQuery};
use crate::analysis::trade::{self as trades, Figures, TradeQuery};
use crate::briefing::Briefing;

/// What is asked to leave the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What of the briefing, as it is filtered and sorted.
    pub subject: Subject,
    /// In which format.
    pub format: Format,
    /// How it looks, where it is a picture.
    pub look: Look,
    /// When it was made.
    pub made: Made,
    /// Whether CSV begins with a byte-order mark, by which older spreadsheets know UTF-8.
    pub byte_order_mark: bool,
}

/// What of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The states of the roster: a table, or the map of them.
    Roster(RosterQuery),
    /// The figures of the first series of the trade: a table, or the chart of them.
    Trade(TradeQuery),
    /// The claims of the document.
    Claims(ClaimsQuery),
    /// What the checks found.
    Checks(ChecksQuery),
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
            Self::Claims(_) => "claims",
            Self::Checks(_) => "checks",
            Self::Brief(_) => "brief",
        }
    }

    /// Whether what the checks found is in it.
    pub const fn rests_on_findings(&self) -> bool {
        match self {
            Self::Roster(_) | Self::Trade(_) | Self::Claims(_) => false,
            Self::Checks(_) | Self::Brief(_) => true,
        }
    }

    /// The formats it can be made in.
    pub const fn formats(&self) -> &'static [Format] {
        match self {
            Self::Roster(_) | Self::Trade(_) => {
                &[Format::Csv, Format::Json, Format::Markdown, Format::Xlsx, Format::Svg, Format::Png]
            }
            Self::Claims(_) | Self::Checks(_) => &[Format::Csv, Format::Json, Format::Markdown, Format::Xlsx],
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

    /// Whether it is a picture, of a chart or of the map.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
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
    #[error("the export was cancelled; nothing was written")]
    Cancelled,
}

/// Makes the file of an order, as bytes. `findings` are what the checks found in the briefing.
///
/// # Errors
/// What stands in the way, or that the reader cancelled.
pub fn make(briefing: &Briefing, findings: &[Finding], order: &Order, job: &Job) -> Result<Vec<u8>, ExportError> {
    if !order.subject.formats().contains(&order.format) {
        return Err(no_such_format(order));
    }
    if let Subject::Brief(query) = &order.subject {
        return match order.format {
            Format::Pdf => brief::pdf(briefing, findings, query, order.made, job),
            _ => brief::markdown(briefing, findings, query, order.made, job).map(String::into_bytes),
        };
    }
    if order.format.is_picture() {
        let picture = draw(briefing, order)?;
        job.step(0.5)?;
        let bytes = match order.format {
            Format::Png => picture.png(order.look.density)?,
            _ => picture.svg.into_bytes(),
        };
        job.step(1.0)?;
        return Ok(bytes);
    }
    let table = table(briefing, findings, order)?;
    job.step(0.5)?;
    let bytes = match order.format {
        Format::Csv => delimited::csv(&table, order.byte_order_mark).into_bytes(),
        Format::Json => json::json(&table).into_bytes(),
        Format::Markdown => markdown::markdown(&table).into_bytes(),
        Format::Xlsx => xlsx::xlsx(&table, job)?,
        Format::Svg | Format::Png | Format::Pdf => return Err(no_such_format(order)),
    };
    job.step(1.0)?;
    Ok(bytes)
}

/// Draws the chart or the map of an order, as a file or for the clipboard.
///
/// # Errors
/// There is nothing to draw.
pub fn draw(briefing: &Briefing, order: &Order) -> Result<Picture, ExportError> {
    match &order.subject {
        Subject::Roster(query) => {
            let mut index = RosterIndex::new(briefing);
            let view = index.view(briefing, query);
            let marks = index.marks(&view);
            Ok(picture::map(briefing, query, &view, &marks, order.look, order.made))
        }
        Subject::Trade(query) => {
            let series = briefing.trade.main().ok_or(ExportError::NoSeries)?;
            let figures = Figures::new(briefing, series);
            let view = trades::view(series, &figures, query);
            Ok(picture::chart(briefing, series, &figures, &view, order.look, order.made))
        }
        Subject::Claims(_) | Subject::Checks(_) | Subject::Brief(_) => Err(no_such_format(order)),
    }
}

/// That the subject of an order is not made in its format.
fn no_such_format(order: &Order) -> ExportError {
    let known: Vec<_> = order.subject.formats().iter().map(|format| format.slug()).collect();
    ExportError::NoSuchFormat { subject: order.subject.slug(), format: order.format.slug(), known: known.join(", ") }
}

/// The table of an order, whatever its format.
///
/// # Errors
/// There is nothing to be shown, or the subject is no table.
pub fn table(briefing: &Briefing, findings: &[Finding], order: &Order) -> Result<Table, ExportError> {
    Ok(match &order.subject {
        Subject::Roster(query) => roster::table(briefing, query, &rosters::view(briefing, query), order.made),
        Subject::Trade(query) => {
            let series = briefing.trade.main().ok_or(ExportError::NoSeries)?;
            let figures = Figures::new(briefing, series);
            trade::table(briefing, series, &trades::view(series, &figures, query), order.made)
        }
        Subject::Claims(query) => claims::table(briefing, query, order.made),
        Subject::Checks(query) => findings::table(briefing, findings, query, order.made),
        Subject::Brief(_) => return Err(no_such_format(order)),
    })
}
