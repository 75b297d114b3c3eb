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

    /// It as a link gives it: `state:nepal`, `sentence:4.2`, `period:customs-usd:2022`.
    pub fn given(&self) -> String {
        match self {
            Self::Claim(key) => format!("claim:{key}"),
            Self::Sentence(at) => format!("sentence:{at}"),
            Self::Source(key) => format!("source:{key}"),
            Self::State(key) => format!("state:{key}"),
            Self::Period(series, period) => format!("period:{series}:{period}"),
            Self::Finding(id) => format!("finding:{}", id.as_str()),
        }
    }

    /// What a link gives, where the briefing has it.
    pub fn of_given(text: &str, briefing: &Briefing, findings: &[Finding]) -> Option<Self> {
        let (kind, rest) = text.split_once(':')?;
        let key = |text: &str| Key::try_from(text.to_owned()).ok();
        let selection = match kind {
            "claim" => Self::Claim(key(rest)?),
            "sentence" => Self::Sentence(rest.parse().ok()?),
            "source" => Self::Source(key(rest)?),
            "state" => Self::State(key(rest)?),
            "period" => {
                let (series, period) = rest.split_once(':')?;
                Self::Period(key(series)?, Period::try_from(period.to_owned()).ok()?)
            }
            "finding" => Self::Finding(findings.iter().find(|finding| finding.id.as_str() == rest)?.id.clone()),
            _ => return None,
        };
        Some(selection).filter(|selection| selection.is_in(briefing, findings))
    }

    /// Whether it says something that can be quoted.
    pub const fn is_statement(&self) -> bool {
        matches!(self, Self::Claim(_) | Self::Sentence(_) | Self::State(_))
    }
}
