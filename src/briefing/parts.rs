//! A briefing in the making.

use super::problem::FileName;
use super::{Claims, Document, Manifest, Meeting, Roster, Sources, Trade};

/// What could be read of a briefing.
pub(super) struct Parts {
    pub manifest: Part<Manifest>,
    pub meeting: Part<Meeting>,
    pub document: Part<Document>,
    pub claims: Part<Claims>,
    /// Each with the name of its file.
    pub rosters: Vec<(FileName, Part<Roster>)>,
    /// Each with the name of its file.
    pub trades: Vec<(FileName, Part<Trade>)>,
    pub sources: Part<Sources>,
}

/// A file of a briefing.
pub(super) enum Part<T> {
    /// It is not there, and need not be.
    Absent,
    /// It cannot be read, or is not well formed.
    Broken,
    /// It was read.
    Read(T),
}

impl<T> Part<T> {
    /// It, where it was read.
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Read(part) => Some(part),
            Self::Absent | Self::Broken => None,
        }
    }

    /// It, with a change where it was read.
    pub fn changed(mut self, change: fn(&mut T)) -> Self {
        if let Self::Read(part) = &mut self {
            change(part);
        }
        self
    }

    /// Whether what is in it cannot be known.
    pub const fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }

    /// It, where it was read.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Read(part) => Some(part),
            Self::Absent | Self::Broken => None,
        }
    }
}

impl Parts {
    /// The rosters that were read.
    pub fn rosters(&self) -> impl Iterator<Item = &Roster> {
        self.rosters.iter().filter_map(|(_, part)| part.get())
    }

    /// Whether a roster could not be read, so that the states of all are not known.
    pub fn is_a_roster_broken(&self) -> bool {
        self.rosters.iter().any(|(_, part)| part.is_broken())
    }
}
