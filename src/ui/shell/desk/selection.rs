//! What the inspector shows.

use crate::analysis::checks::{self, Finding, FindingId};
use crate::briefing::{Briefing, Key, Locator, Period};
use crate::export::link::plain;

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

    /// What a link gives, where the briefing has it; also as a page for browsers calls it, `state-nepal`.
    pub fn of_given(text: &str, briefing: &Briefing, findings: &[Finding]) -> Option<Self> {
        let (kind, rest) = text.split_once(':').or_else(|| text.split_once('-'))?;
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
            "figures" => figures(rest, briefing)?,
            "finding" => {
                let is_meant = |id: &str| id == rest || plain(id) == rest;
                Self::Finding(findings.iter().find(|finding| is_meant(finding.id.as_str()))?.id.clone())
            }
            _ => return None,
        };
        Some(selection).filter(|selection| selection.is_in(briefing, findings))
    }

    /// Whether it says something that can be quoted.
    pub const fn is_statement(&self) -> bool {
        matches!(self, Self::Claim(_) | Self::Sentence(_) | Self::State(_))
    }
}

/// The figures of a series and a period, as a page calls them: both may have hyphens in them.
fn figures(text: &str, briefing: &Briefing) -> Option<Selection> {
    briefing.all_series().find_map(|series| {
        let period = text.strip_prefix(series.id.as_str())?.strip_prefix('-')?;
        let of = |period: &Period| plain(&period.to_string());
        let meant = series.observations.iter().map(|one| one.period).find(|one| of(one) == period)?;
        Some(Selection::Period(series.id.clone(), meant))
    })
}
