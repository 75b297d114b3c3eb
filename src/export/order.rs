//! What is asked to leave the program, and how it is made: the same from the window and from the command line.

use super::error::ExportError;
use super::fonts;
use super::format::{Form, Format};
use super::job::Job;
use super::parcel::Parcel;
use super::picture::Picture;
use super::settings::Settings;
use super::shown::Shown;
use super::subject::Subject;
use super::table::Table;
use crate::analysis::checks::Finding;
use crate::briefing::Briefing;
use crate::briefing::attempt::attempt;
use crate::words::Words;

/// What is asked to leave the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What of the briefing.
    pub subject: &'static Subject,
    /// In which format.
    pub format: &'static Format,
    /// How that is to be.
    pub settings: Settings,
}

/// Makes the file of an order, and what belongs beside it. What no face can draw of it the job
/// [knows](Job::lacking) afterwards. `findings` are what the checks found in the briefing; a subject that does not
/// [need them](Subject::needs_findings) is made without.
///
/// # Errors
/// What stands in the way, or that the reader cancelled.
///
/// # Examples
/// ```
/// use briefing_desk::briefing::Briefing;
/// use briefing_desk::export::job::Job;
/// use briefing_desk::export::order::{Order, make};
/// use briefing_desk::export::picture::Look;
/// use briefing_desk::export::query::Query;
/// use briefing_desk::export::settings::{Notes, Settings};
/// use briefing_desk::export::stamp::Stamp;
/// use briefing_desk::export::{format, subject};
/// use briefing_desk::words::Words;
///
/// let briefing = Briefing::bundled()?;
/// let order = Order {
///     subject: &subject::ROSTER,
///     format: &format::CSV,
///     settings: Settings {
///         query: Query::of(&briefing),
///         look: Look::default(),
///         made: Stamp::at(Some("0"))?,
///         notes: Notes::default(),
///         byte_order_mark: false,
///     },
/// };
/// let parcel = make(&briefing, &[], &order, &Words::english(), &Job::default())?;
/// assert!(parcel.bytes.starts_with(b"state,name_en,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn make(
    briefing: &Briefing,
    findings: &[Finding],
    order: &Order,
    words: &Words,
    job: &Job,
) -> Result<Parcel, ExportError> {
    Ok(make_shown(briefing, findings, order, words, (job, false))?.0)
}

/// The same, with what is looked at before it is written: `shown`, whether that is wanted.
///
/// # Errors
/// As for [`make`].
pub fn make_shown(
    briefing: &Briefing,
    findings: &[Finding],
    order: &Order,
    words: &Words,
    (job, shown): (&Job, bool),
) -> Result<(Parcel, Shown), ExportError> {
    // What writes a format may want of the system what it has not, such as a thread for each sheet of a workbook.
    attempt(|| made(briefing, findings, order, words, (job, shown)))
        .unwrap_or_else(|why| Err(ExportError::GivenUp(why)))
}

fn made(
    briefing: &Briefing,
    findings: &[Finding],
    order: &Order,
    words: &Words,
    (job, shown): (&Job, bool),
) -> Result<(Parcel, Shown), ExportError> {
    let format = order.format;
    if let (Some(compose), Some(write)) = (order.subject.document, format.document) {
        let material = compose(briefing, findings, &order.settings, words, job)?;
        job.step(0.1)?;
        return match format.pages.filter(|_| shown) {
            Some(write) => {
                let (parcel, leaves) = write(&material, job)?;
                Ok((parcel, Shown::Pages(leaves)))
            }
            None => Ok((write(&material, job)?, Shown::Text)),
        };
    }
    let mut looked_at = Shown::Text;
    let parcel = if let (Some(draw), Some(write)) = (order.subject.picture, format.picture) {
        let picture = draw(briefing, &order.settings, words, job)?;
        job.lacks(fonts::system::lacking(&picture.svg));
        job.step(0.5)?;
        if shown {
            looked_at = Shown::Picture(picture.clone());
        }
        write(picture, &order.settings)?.into()
    } else if let (Some(list), Some(write)) = (order.subject.table, format.table) {
        let table = list(briefing, findings, &order.settings, words, job)?;
        job.step(0.5)?;
        if let Some(rows) = format.rows.filter(|_| shown) {
            looked_at = Shown::Rows(rows(&table, &order.settings, words));
        }
        write(&table, &order.settings, words, job)?
    } else if let (Some(list), Some(write)) = (order.subject.references, format.references) {
        write(&list(briefing, words)).into_bytes().into()
    } else if let (Some(list), Some(write)) = (order.subject.calendar, format.calendar) {
        write(&list(briefing, &order.settings, words)?).into_bytes().into()
    } else {
        return Err(order.no_such_format());
    };
    job.step(1.0)?;
    Ok((parcel, looked_at))
}

/// Draws the chart or the map of an order, as a file or for the clipboard.
///
/// # Errors
/// There is nothing to draw, or the reader cancelled.
pub fn draw(briefing: &Briefing, order: &Order, words: &Words, job: &Job) -> Result<Picture, ExportError> {
    order.subject.picture.ok_or_else(|| order.no_such_format())?(briefing, &order.settings, words, job)
}

/// The table of an order, whatever its format.
///
/// # Errors
/// There is nothing to be shown, or the subject is no table.
pub fn table(briefing: &Briefing, findings: &[Finding], order: &Order, words: &Words) -> Result<Table, ExportError> {
    order.subject.table.ok_or_else(|| order.no_such_format())?(
        briefing,
        findings,
        &order.settings,
        words,
        &Job::default(),
    )
}

impl Order {
    /// What is made of it: the form that its subject can take and its format can carry.
    pub fn form(&self) -> Option<Form> {
        self.subject.forms().find(|form| self.format.carries(*form))
    }

    /// That the subject is not made in the format.
    fn no_such_format(&self) -> ExportError {
        let known = self.subject.formats().map(|format| format.key).collect();
        ExportError::NoSuchFormat { subject: self.subject.key, format: self.format.key, known }
    }
}
