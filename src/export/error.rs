//! Why an export was not made.

use std::error::Error;
use std::fmt;

use super::job::Cancelled;
use super::packing::PackingError;
use crate::briefing::{Message, Value};
use crate::message;
use crate::words::Words;

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The subject has no such format.
    NoSuchFormat {
        /// What was asked for.
        subject: &'static str,
        /// In which format.
        format: &'static str,
        /// The formats there are.
        known: Vec<&'static str>,
    },
    /// A workbook has fewer rows.
    TooManyRows {
        /// How many rows there are.
        rows: usize,
    },
    /// A cell of a workbook holds less.
    TextTooLong {
        /// How long it is, in UTF-16 units.
        length: usize,
        /// How long it may be, in UTF-16 units.
        most: usize,
        /// How it begins.
        begins: String,
    },
    /// The workbook could not be made, as its writer says.
    Workbook(String),
    /// There is no series of trade to be shown.
    NoSeries,
    /// There is no organisation whose members could be shown.
    NoOrganisation,
    /// There are no claims.
    NoClaims,
    /// There is no meeting.
    NoMeeting,
    /// The pages could not be written.
    Pages(Value),
    /// The template of a document is none that can be taken.
    Template {
        /// Which file was given.
        file: String,
        /// What is wrong with it.
        what: Value,
        /// What to do about it.
        remedy: Value,
    },
    /// A picture could not be drawn.
    NotDrawn(Value),
    /// The briefing that a page is to carry cannot be packed.
    NotCarried(Value),
    /// What writes it gave up, as it says.
    GivenUp(String),
    /// The reader asked to stop.
    Cancelled(Cancelled),
}

impl ExportError {
    /// That the briefing that a page is to carry cannot be packed.
    pub fn not_carried(err: &PackingError) -> Self {
        Self::NotCarried(Value::list(err.messages()))
    }

    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchFormat { subject, format, known } => {
                let known = Value::list(known.iter().copied());
                message!(export::no_such_format, format = *format, subject = *subject, known = known)
            }
            Self::TooManyRows { rows } => message!(export::too_many_rows, rows = rows.to_string()),
            Self::TextTooLong { length, most, begins } => {
                let (length, most) = (length.to_string(), most.to_string());
                message!(export::text_too_long, length = length, most = most, begins = begins)
            }
            Self::Workbook(reason) => message!(export::workbook, reason = reason),
            Self::NoSeries => message!(export::no_series),
            Self::NoOrganisation => message!(export::no_organisation),
            Self::NoClaims => message!(export::no_claims),
            Self::NoMeeting => message!(export::no_meeting),
            Self::Pages(reason) => message!(export::pages, reason = reason.clone()),
            Self::Template { file, what, remedy } => {
                message!(export::template, file = file, what = what.clone(), remedy = remedy.clone())
            }
            Self::NotDrawn(reason) => message!(export::not_drawn, reason = reason.clone()),
            Self::NotCarried(reason) => message!(export::not_carried, reason = reason.clone()),
            Self::GivenUp(reason) => message!(export::given_up, reason = reason),
            Self::Cancelled(cancelled) => cancelled.message(),
        }
    }
}

impl fmt::Display for ExportError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl Error for ExportError {}

impl From<Cancelled> for ExportError {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}
