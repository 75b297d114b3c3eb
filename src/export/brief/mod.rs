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

use self::material::Material;
use super::job::Job;
use super::made::Made;
use super::order::ExportError;
use crate::analysis::checks::Finding;
use crate::analysis::roster::RosterQuery;
use crate::analysis::trade::TradeQuery;
use crate::briefing::Briefing;

/// What is asked of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefQuery {
    /// How much of the briefing.
    pub extent: Extent,
    /// What it is printed on; Markdown has no pages.
    pub paper: Paper,
    /// The roster in it, as it is filtered and sorted in the window.
    pub roster: RosterQuery,
    /// The figures in it, as they are chosen in the window.
    pub trade: TradeQuery,
}

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

    /// The name on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Short => "Short, one page",
            Self::Full => "Full",
        }
    }
}

impl Paper {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::A4, Self::Letter];

    /// The name on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "US Letter",
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
pub fn markdown(
    briefing: &Briefing,
    findings: &[Finding],
    query: &BriefQuery,
    made: Made,
    job: &Job,
) -> Result<String, ExportError> {
    let material = Material::new(briefing, findings, query, made);
    job.step(0.2)?;
    let document = match query.extent {
        Extent::Full => compose::full(&material),
        Extent::Short => compose::short(&material, compose::Room::default()),
    };
    job.step(0.6)?;
    Ok(markdown::write(&document))
}

/// The brief as PDF.
///
/// # Errors
/// That the reader cancelled, or that the writer of PDF refuses what it was given.
pub fn pdf(
    briefing: &Briefing,
    findings: &[Finding],
    query: &BriefQuery,
    made: Made,
    job: &Job,
) -> Result<Vec<u8>, ExportError> {
    let material = Material::new(briefing, findings, query, made);
    job.step(0.1)?;
    pdf::write(&material, job)
}
