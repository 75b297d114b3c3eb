//! The formats of files, as a list.
//!
//! To add one: a file beside this one with its [`Format`], and a line in [`ALL`]. The command line, its options and
//! the dialog of the window follow from the list.

mod bibtex;
mod csl_json;
mod csv;
mod docx;
mod html;
mod ics;
mod json;
mod markdown;
mod pdf;
mod png;
mod ris;
mod svg;
mod xlsx;

pub use self::bibtex::FORMAT as BIBTEX;
pub use self::csl_json::{FORMAT as CSL_JSON, items as csl_items};
pub use self::csv::{FORMAT as CSV, csv};
pub use self::docx::FORMAT as DOCX;
pub use self::html::FORMAT as HTML;
pub use self::ics::FORMAT as ICS;
pub use self::json::{FORMAT as JSON, data, json, schema};
pub use self::markdown::{FORMAT as MARKDOWN, markdown};
pub use self::pdf::FORMAT as PDF;
pub use self::png::FORMAT as PNG;
pub use self::ris::FORMAT as RIS;
pub use self::svg::FORMAT as SVG;
pub use self::xlsx::{FORMAT as XLSX, xlsx};

use super::brief::Material;
use super::calendar::Calendar;
use super::error::ExportError;
use super::job::Job;
use super::leaf::Leaves;
use super::parcel::Parcel;
use super::picture::Picture;
use super::references::Reference;
use super::settings::Settings;
use super::shown::Rows;
use super::table::Table;
use crate::briefing::Message;
use crate::words::Words;

/// All formats, in the order in which they are offered.
pub static ALL: [&Format; 13] =
    [&CSV, &JSON, &MARKDOWN, &XLSX, &SVG, &PNG, &PDF, &DOCX, &HTML, &CSL_JSON, &RIS, &BIBTEX, &ICS];

/// A format of files: what it is called, what it can carry, and how that is written.
#[derive(Debug)]
pub struct Format {
    /// Its name for programs and on the command line.
    pub key: &'static str,
    /// Its name for people.
    pub label: Message,
    /// The ending of its files, without the dot.
    pub extension: &'static str,
    /// Whether a terminal can show it.
    pub is_text: bool,
    /// The options of an export that mean something for it and not for every format.
    pub options: &'static [&'static str],
    /// How a table is written, where it can carry one.
    pub table: Option<TableWriter>,
    /// The first rows of a table as its files have them, where it can carry one.
    pub rows: Option<RowsMaker>,
    /// How a picture is written, where it can carry one.
    pub picture: Option<PictureWriter>,
    /// How a document is written that has pages, with these as they are drawn.
    pub pages: Option<PagesWriter>,
    /// How a document is written, where it can carry one.
    pub document: Option<DocumentWriter>,
    /// How references are written, where it can carry them.
    pub references: Option<ReferenceWriter>,
    /// How dates are written, where it can carry them.
    pub calendar: Option<CalendarWriter>,
}

/// Writes a table as the bytes of a file, with what belongs beside it.
pub type TableWriter = fn(&Table, &Settings, &Words, &Job) -> Result<Parcel, ExportError>;
/// The first rows of a table as a file has them.
pub type RowsMaker = fn(&Table, &Settings, &Words) -> Rows;
/// Writes a document as the bytes of a file, with what belongs beside it and its pages as they are drawn.
pub type PagesWriter = fn(&Material<'_>, &Job) -> Result<(Parcel, Leaves), ExportError>;
/// Writes a picture as the bytes of a file.
pub type PictureWriter = fn(Picture, &Settings) -> Result<Vec<u8>, ExportError>;
/// Writes a document as the bytes of a file, with what belongs beside it.
pub type DocumentWriter = fn(&Material<'_>, &Job) -> Result<Parcel, ExportError>;
/// Writes references as the text of a file.
pub type ReferenceWriter = fn(&[Reference<'_>]) -> String;
/// Writes dates as the text of a file.
pub type CalendarWriter = fn(&Calendar) -> String;

/// What leaves the program, before it is known in which format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Rows and columns.
    Table,
    /// A chart or a map.
    Picture,
    /// Headings, paragraphs, tables and pictures in reading order.
    Document,
    /// Sources, for programs that keep literature.
    References,
    /// Days, for calendars.
    Calendar,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Document, Self::Picture, Self::Table, Self::References, Self::Calendar];
}

impl Format {
    /// Whether it can carry a form.
    pub const fn carries(&self, form: Form) -> bool {
        match form {
            Form::Table => self.table.is_some(),
            Form::Picture => self.picture.is_some(),
            Form::Document => self.document.is_some(),
            Form::References => self.references.is_some(),
            Form::Calendar => self.calendar.is_some(),
        }
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Format {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ALL, Form};

    #[test]
    fn every_format_has_a_key_of_its_own_and_carries_something() {
        let keys: BTreeSet<&str> = ALL.iter().map(|format| format.key).collect();
        assert_eq!(keys.len(), ALL.len());
        for format in ALL {
            let forms = Form::ALL;
            assert!(forms.into_iter().any(|form| format.carries(form)), "{}", format.key);
            assert_eq!(format.rows.is_some(), format.carries(Form::Table), "{}: a table is shown as one", format.key);
            assert!(format.pages.is_none() || format.carries(Form::Document), "{}", format.key);
        }
    }
}
