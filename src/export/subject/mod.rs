//! The subjects of exports, as a list: what of a briefing can leave.
//!
//! To add one: a file beside this one with its [`Subject`], and a line in [`ALL`]. Its formats are those that carry
//! what it can be made as; the command line follows from the list.

mod brief;
mod checks;
mod claims;
mod meeting;
mod roster;
mod sources;
mod trade;

pub use self::brief::{SUBJECT as BRIEF, web_address};
pub use self::checks::SUBJECT as CHECKS;
pub use self::claims::SUBJECT as CLAIMS;
pub use self::meeting::SUBJECT as MEETING;
pub use self::roster::SUBJECT as ROSTER;
pub use self::sources::SUBJECT as SOURCES;
pub use self::trade::SUBJECT as TRADE;

use super::answers::Answers;
use super::brief::Material;
use super::calendar::Calendar;
use super::error::ExportError;
use super::format::{self, Form, Format};
use super::job::{Cancelled, Job};
use super::picture::Picture;
use super::query::Query;
use super::references::Reference;
use super::request::RequestError;
use super::settings::Settings;
use super::table::Table;
use crate::analysis::checks::Finding;
use crate::briefing::Briefing;
use crate::words::Words;

/// All subjects, in the order in which they are offered.
pub static ALL: [&Subject; 7] = [&MEETING, &ROSTER, &TRADE, &SOURCES, &CLAIMS, &CHECKS, &BRIEF];

/// What of a briefing can leave: what it is called, what it is asked for with, and what it can be made as.
#[derive(Debug)]
pub struct Subject {
    /// Its name for programs and on the command line.
    pub key: &'static str,
    /// The format that is offered first.
    pub usual: &'static Format,
    /// The options of an export that mean something for it and not for every subject.
    pub options: &'static [&'static str],
    /// Reads those options into a query.
    pub read: fn(&Answers, &Briefing, &mut Query) -> Result<(), RequestError>,
    /// Whether a briefing has anything of it.
    pub is_there: fn(&Briefing) -> bool,
    /// Whether what the checks found is in it.
    pub needs_findings: bool,
    /// Makes a table of it, where it can be one.
    pub table: Option<TableMaker>,
    /// Draws it, where it can be drawn.
    pub picture: Option<PictureMaker>,
    /// Looks up what its document is composed of, where it can be one.
    pub document: Option<DocumentMaker>,
    /// Makes references of it, where it can be some.
    pub references: Option<ReferenceMaker>,
    /// Makes a calendar of it, where it can be one.
    pub calendar: Option<CalendarMaker>,
}

/// Makes a table of a briefing and what the checks found in it.
pub type TableMaker = fn(&Briefing, &[Finding], &Settings, &Words, &Job) -> Result<Table, ExportError>;
/// Draws a part of a briefing.
pub type PictureMaker = fn(&Briefing, &Settings, &Words, &Job) -> Result<Picture, ExportError>;
/// Looks up what a document is composed of.
pub type DocumentMaker =
    for<'a> fn(&'a Briefing, &'a [Finding], &'a Settings, &'a Words, &'a Job) -> Result<Material<'a>, Cancelled>;
/// Makes references of a part of a briefing.
pub type ReferenceMaker = for<'a> fn(&'a Briefing, &Words) -> Vec<Reference<'a>>;
/// Makes a calendar of a part of a briefing.
pub type CalendarMaker = fn(&Briefing, &Settings, &Words) -> Result<Calendar, ExportError>;

impl Subject {
    /// What it can be made as.
    pub fn forms(&self) -> impl Iterator<Item = Form> {
        Form::ALL.into_iter().filter(|form| self.takes(*form))
    }

    /// Whether it can be made as a form.
    const fn takes(&self, form: Form) -> bool {
        match form {
            Form::Table => self.table.is_some(),
            Form::Picture => self.picture.is_some(),
            Form::Document => self.document.is_some(),
            Form::References => self.references.is_some(),
            Form::Calendar => self.calendar.is_some(),
        }
    }

    /// The formats it can be made in, the usual one first.
    pub fn formats(&self) -> impl Iterator<Item = &'static Format> {
        let carries = |format: &Format| self.forms().any(|form| format.carries(form));
        let others = format::ALL.into_iter().filter(|format| *format != self.usual);
        std::iter::once(self.usual).chain(others).filter(move |format| carries(format))
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Subject {}

#[cfg(test)]
mod tests {
    use super::{ALL, BRIEF, CLAIMS, MEETING, ROSTER, SOURCES};

    #[test]
    fn a_subject_has_the_formats_that_can_carry_it() {
        let keys = |subject: &super::Subject| subject.formats().map(|format| format.key).collect::<Vec<_>>();
        assert_eq!(keys(&ROSTER), ["csv", "json", "md", "xlsx", "svg", "png"]);
        assert_eq!(keys(&CLAIMS), ["csv", "json", "md", "xlsx"]);
        assert_eq!(keys(&BRIEF), ["pdf", "md", "docx", "html"]);
        assert_eq!(keys(&SOURCES), ["csv", "json", "md", "xlsx", "csl-json", "ris", "bibtex"]);
        assert_eq!(keys(&MEETING), ["csv", "json", "md", "xlsx", "ics"]);
        assert!(ALL.iter().all(|subject| keys(subject).first() == Some(&subject.usual.key)));
    }
}
