//! The whole briefing as one document to hand round: for print as PDF, and as Markdown.
//!
//! It is composed once, from the same views that the window shows, and written in one of two ways. Tabs that were
//! never opened are in it.

mod compose;
mod document;
mod markdown;
mod material;
mod numbers;
mod pdf;

pub use self::material::Material;

use super::error::ExportError;
use super::job::{Cancelled, Job};

/// How much of the briefing is in a brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One page: what a reader in a hurry needs, with the number of what is left out.
    Short,
    /// All of it.
    #[default]
    Full,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// ISO 216, 210 by 297 mm.
    #[default]
    A4,
    /// ANSI A, 8.5 by 11 in.
    Letter,
}

impl Extent {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Short, Self::Full];

    /// Its name for programs and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

impl Paper {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name for programs and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Width and height in points of 1/72 inch.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

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

/// The brief as PDF.
///
/// # Errors
/// That the reader cancelled, or that the writer of PDF refuses what it was given.
pub fn pdf(material: &Material<'_>, job: &Job) -> Result<Vec<u8>, ExportError> {
    pdf::write(material, job)
}
