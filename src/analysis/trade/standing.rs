//! Where a value stands: in the document, with others, or with the editors.

use crate::briefing::{Briefing, Observation};

/// Where a figure stands, from the firmest to the least firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The document prints it, or it follows from what the document prints.
    Document,
    /// Another source reports it, or it follows from what others report.
    Reported,
    /// The editors derived it, or it follows from what they derived.
    Derived,
}

impl Standing {
    /// Where a value of the briefing stands.
    pub fn of(briefing: &Briefing, observation: &Observation) -> Self {
        // Without a document every figure that was reported is told plainly.
        let plain = briefing.document_source().is_none() && observation.formula.is_none();
        if plain || is_printed(briefing, observation) {
            Self::Document
        } else if observation.formula.is_some() {
            Self::Derived
        } else {
            Self::Reported
        }
    }

    /// Its key in files, where what is not the document's is context.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "article",
            Self::Reported | Self::Derived => "context",
        }
    }
}

/// Whether the document prints a value. What was derived is no figure of the document, even where it is derived from
/// one.
pub fn is_printed(briefing: &Briefing, observation: &Observation) -> bool {
    observation.formula.is_none() && observation.citations.iter().any(|citation| briefing.is_document(citation))
}
