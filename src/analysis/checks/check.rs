//! What a check is.

use super::{Finding, Material};
use crate::briefing::{Briefing, Message};

/// A check: what it is called, what it holds the briefing to, and how.
#[derive(Clone, Debug)]
pub struct Check {
    /// A key that stays the same whatever it finds and in whatever language, such as `direction-sum`.
    pub key: &'static str,
    /// What a briefing has to have, or there is nothing to hold.
    pub needs: Needs,
    /// What it holds, as a statement that is true where nothing is wrong.
    pub holds: Message,
    /// What it finds. It need not say in its findings which check it is.
    pub(super) run: fn(&Material<'_>) -> Vec<Finding>,
}

/// What a briefing has to have for a check to hold anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing in particular.
    Nothing,
    /// A document that it was made from.
    Document,
    /// Figures.
    Figures,
    /// An organisation.
    Organisation,
    /// A meeting.
    Meeting,
}

impl Needs {
    /// Whether a briefing has it.
    pub fn are_met(self, briefing: &Briefing) -> bool {
        match self {
            Self::Nothing => true,
            Self::Document => briefing.document_source().is_some(),
            Self::Figures => briefing.main_series().is_some(),
            Self::Organisation => briefing.members().next().is_some(),
            Self::Meeting => briefing.meeting.is_some(),
        }
    }
}

impl Check {
    /// What it finds.
    pub(super) fn findings(&self, material: &Material<'_>) -> Vec<Finding> {
        (self.run)(material).into_iter().map(|finding| finding.of(self.key)).collect()
    }
}
