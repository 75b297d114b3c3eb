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
    Ok(markdown::write(&document, material.words))
}

/// The brief as one page for a browser.
///
/// # Errors
/// That the reader cancelled.
pub fn html(material: &Material<'_>, job: &Job) -> Result<String, Cancelled> {
    let (document, further) = match material.query.extent {
        Extent::Full => compose::page(material),
        Extent::Short => (compose::short(material, compose::Room::default()), compose::Further::default()),
    };
    job.step(0.6)?;
    Ok(html::write(&document, material, &further))
}

/// The brief as a document of Word.
///
/// # Errors
/// What is wrong with the template that it is to be in, what cannot be drawn, or that the reader cancelled.
pub fn word(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    word::write(material, job)
}

/// The brief as PDF.
///
/// # Errors
/// That the reader cancelled, or that the writer of PDF refuses what it was given.
pub fn pdf(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    pdf::write(material, job)
}
