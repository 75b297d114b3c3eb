//! The whole briefing as one document to hand round: for print as PDF, as Markdown, as a page for a browser, and for Word.
//!
//! It is composed once, from the same views that the window shows, and written in one of four ways. Tabs that were
//! never opened are in it.

mod columns;
mod compose;
mod cut;
mod document;
pub mod extent;
mod html;
mod markdown;
mod material;
mod numbers;
mod pdf;
mod word;

pub use self::extent::{Extent, Paper};
pub use self::material::{Material, Shown};

use super::error::ExportError;
use super::job::{Cancelled, Job};
use super::leaf::Leaves;
use super::parcel::{Beside, Parcel};

/// The brief as Markdown.
///
/// # Errors
/// That the reader cancelled.
pub fn markdown(material: &Material<'_>, job: &Job) -> Result<String, Cancelled> {
    let document = match material.query.extent {
        Extent::Full => compose::full(material),
        Extent::Short => compose::short(material, compose::Room::default()),
    };
    job.step(0.6)?;
    let text = markdown::write(&document, material.words);
    job.step(0.95)?;
    Ok(text)
}

/// The brief as one page for a browser, with the picture by which a link to it is shown, where it has an address.
///
/// # Errors
/// That the briefing that it is to carry cannot be packed, that the picture cannot be drawn, or that the reader cancelled.
pub fn html(material: &Material<'_>, job: &Job) -> Result<Parcel, ExportError> {
    let (document, further) = match material.query.extent {
        Extent::Full => compose::page(material),
        Extent::Short => (compose::short(material, compose::Room::default()), compose::Further::default()),
    };
    job.step(0.6)?;
    let page = html::write(&document, material, &further);
    job.step(0.8)?;
    let page = html::carrying(page, material)?;
    let beside = html::preview(&document, material)?.map(Beside::Preview);
    job.step(0.95)?;
    Ok(Parcel { bytes: page.into_bytes(), beside })
}

/// The brief as a document of Word.
///
/// # Errors
/// What is wrong with the template that it is to be in, what cannot be drawn, or that the reader cancelled.
pub fn word(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    word::write(material, job)
}

/// The brief as PDF, with its pages as they are drawn.
///
/// # Errors
/// As for [`pdf`].
pub fn pages(material: &Material<'_>, job: &Job) -> Result<(Parcel, Leaves), ExportError> {
    let (bytes, leaves) = pdf::shown(material, job)?;
    Ok((bytes.into(), leaves))
}

/// The brief as one page for a browser, with that page in miniature.
///
/// # Errors
/// As for [`html`], or that it cannot be drawn.
pub fn html_pages(material: &Material<'_>, job: &Job) -> Result<(Parcel, Leaves), ExportError> {
    Ok((html(material, job)?, html::miniature(material, job)?))
}

/// The brief as a document of Word, with its pages as they would be printed without a template: Word ends pages where it
/// will.
///
/// # Errors
/// As for [`word`].
pub fn word_pages(material: &Material<'_>, job: &Job) -> Result<(Parcel, Leaves), ExportError> {
    let bytes = word(material, job)?;
    Ok((bytes.into(), pdf::set_out(material, &word::document(material), job)?))
}

/// The brief as PDF.
///
/// # Errors
/// That the reader cancelled, or that the writer of PDF refuses what it was given.
pub fn pdf(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    pdf::write(material, job)
}
