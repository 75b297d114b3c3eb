//! One roster of a briefing, with the briefing around it.

use std::ops::Deref;

use super::{Briefing, Roster};

/// One roster of a briefing, with the briefing around it, which knows in which languages its names are told, what is
/// cited and when. Whatever is asked of a roster is asked of this, so that no function picks one by itself.
#[derive(Clone, Copy, Debug)]
pub struct Members<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The roster that is meant.
    pub roster: &'a Roster,
}

impl<'a> Members<'a> {
    /// A roster, with the briefing that it is of.
    pub const fn new(briefing: &'a Briefing, roster: &'a Roster) -> Self {
        Self { briefing, roster }
    }
}

/// What is said of the whole briefing is said of it with any roster.
impl Deref for Members<'_> {
    type Target = Briefing;

    fn deref(&self) -> &Briefing {
        self.briefing
    }
}

/// The first roster of a briefing that has one, for tests.
#[cfg(test)]
pub(crate) fn main_members(briefing: &Briefing) -> Members<'_> {
    briefing.members().next().expect("a roster")
}
