//! What a check is and what it says.

use std::fmt;

use crate::briefing::{Citation, Key, Locator, Part, Period};

/// A check: what it is called and what it holds the briefing to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// A name that stays the same whatever it finds, such as `direction-sum`.
    pub name: &'static str,
    /// What it holds, as a statement that is true where nothing is wrong.
    pub holds: &'static str,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the check.
    pub check: &'static str,
    /// How it came out.
    pub outcome: Outcome,
    /// What it speaks of, to be opened.
    pub place: Place,
    /// What it is about, in a few words.
    pub title: String,
    /// What holds or is wrong, with the numbers put in.
    pub detail: String,
    /// The sentences it speaks of, in the order of the document, then what else was held against them.
    pub citations: Vec<Citation>,
    /// Why the editors leave it as it is, where they say so.
    pub acknowledged: Option<String>,
}

impl Finding {
    /// A finding that nobody has acknowledged.
    pub(super) fn new(
        check: &'static str,
        outcome: Outcome,
        place: Place,
        title: impl Into<String>,
        detail: impl Into<String>,
        citations: Vec<Citation>,
    ) -> Self {
        Self { check, outcome, place, title: title.into(), detail: detail.into(), citations, acknowledged: None }
    }

    /// Whether somebody should look at it: it fails or warns, and nobody has acknowledged it.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Fail | Outcome::Warn) && self.acknowledged.is_none()
    }
}

/// How a check came out. Ordered worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It does not hold.
    Fail,
    /// A reader should be careful.
    Warn,
    /// It holds.
    Pass,
    /// Nothing to hold: something computed or noted.
    Info,
}

impl Outcome {
    /// All outcomes, worst first.
    pub const ALL: [Self; 4] = [Self::Fail, Self::Warn, Self::Pass, Self::Info];

    /// The word shown to a reader.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fail => "Fail",
            Self::Warn => "Warn",
            Self::Pass => "Pass",
            Self::Info => "Info",
        }
    }
}

/// What a finding speaks of. Written as an acknowledgement names it: `4.2`, `nepal`, `2024`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The briefing as a whole.
    Briefing,
    /// A sentence of the document.
    Sentence(Locator),
    /// A claim.
    Claim(Key),
    /// A state of the roster.
    State(Key),
    /// A period of the trade.
    Period(Period),
    /// An event of the chronology.
    Event(Key),
    /// A person, a place or a topic of the meeting.
    Named(Key),
    /// A source.
    Source(Key),
}

impl Place {
    /// The part of the briefing it lies in.
    pub const fn part(&self) -> Part {
        match self {
            Self::Briefing | Self::Event(_) | Self::Named(_) => Part::Summary,
            Self::State(_) => Part::Members,
            Self::Period(_) => Part::Trade,
            Self::Sentence(_) | Self::Claim(_) | Self::Source(_) => Part::Sources,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Briefing => f.write_str("briefing"),
            Self::Sentence(at) => at.fmt(f),
            Self::Claim(key) | Self::State(key) | Self::Event(key) | Self::Named(key) | Self::Source(key) => key.fmt(f),
            Self::Period(period) => period.fmt(f),
        }
    }
}
