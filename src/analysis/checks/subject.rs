//! What a finding speaks of.

use std::borrow::Cow;

use crate::briefing::{Date, Key, Locator, Part, Period, Series};

/// What a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The briefing as a whole.
    Briefing,
    /// A sentence of the document.
    Sentence(Locator),
    /// A claim.
    Claim(Key),
    /// A state of the roster.
    State(Key),
    /// A period of a series of the trade.
    Period(Key, Period),
    /// A milestone of the trade, by its date.
    Milestone(Date),
    /// An event of the chronology.
    Event(Key),
    /// A person, a place or a topic of the meeting.
    Named(Key),
    /// A source.
    Source(Key),
}

impl Subject {
    /// A period of a series.
    pub(super) fn period(series: &Series, period: Period) -> Self {
        Self::Period(series.id.clone(), period)
    }

    /// The key by which an acknowledgement names it: `4.2`, `nepal`, `2024`, `briefing`.
    pub fn key(&self) -> Cow<'_, str> {
        match self {
            Self::Briefing => "briefing".into(),
            Self::Sentence(at) => at.to_string().into(),
            Self::Claim(key) | Self::State(key) | Self::Event(key) | Self::Named(key) | Self::Source(key) => {
                key.as_str().into()
            }
            Self::Period(_, period) => period.to_string().into(),
            Self::Milestone(on) => Period::of_year(on.first_day().year()).to_string().into(),
        }
    }

    /// What nothing else in the briefing has: the kind of thing and its key.
    pub(super) fn path(&self) -> String {
        let kind = match self {
            Self::Briefing => return "briefing".to_owned(),
            Self::Sentence(_) => "sentence",
            Self::Claim(_) => "claim",
            Self::State(_) => "state",
            Self::Period(series, period) => return format!("period:{series}:{period}"),
            Self::Milestone(on) => return format!("milestone:{on}"),
            Self::Event(_) => "event",
            Self::Named(_) => "name",
            Self::Source(_) => "source",
        };
        format!("{kind}:{}", self.key())
    }

    /// The part of the briefing it lies in.
    pub const fn part(&self) -> Part {
        match self {
            Self::Briefing | Self::Event(_) | Self::Named(_) => Part::Summary,
            Self::State(_) => Part::Members,
            Self::Period(..) | Self::Milestone(_) => Part::Trade,
            Self::Sentence(_) | Self::Claim(_) | Self::Source(_) => Part::Sources,
        }
    }
}
