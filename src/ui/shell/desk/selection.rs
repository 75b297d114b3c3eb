//! What the inspector shows.

use crate::analysis::checks::{self, Finding, FindingId};
use crate::briefing::{Briefing, Key, Locator, Period};

/// What the inspector shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// A claim, by its key.
    Claim(Key),
    /// A sentence of the document.
    Sentence(Locator),
    /// A source, by its key.
    Source(Key),
    /// A state, by its key.
    State(Key),
    /// A period of a series of the trade, by the series' key.
    Period(Key, Period),
    /// A finding, by its id.
    Finding(FindingId),
}

impl Selection {
    /// Whether a briefing, with what the checks found in it, has it.
    pub fn is_in(&self, briefing: &Briefing, findings: &[Finding]) -> bool {
        match self {
            Self::Claim(key) => briefing.claim(key).is_some(),
            Self::Sentence(at) => briefing.sentence_at(*at).is_some(),
            Self::Source(key) => briefing.source(key).is_some(),
            Self::State(key) => briefing.state(key).is_some(),
            Self::Period(series, _) => briefing.series(series).is_some(),
            Self::Finding(id) => checks::finding(findings, id).is_some(),
        }
    }

    /// Whether it says something that can be quoted.
    pub const fn is_statement(&self) -> bool {
        matches!(self, Self::Claim(_) | Self::Sentence(_) | Self::State(_))
    }
}
