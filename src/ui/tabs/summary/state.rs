//! What the reader set on this tab.

use crate::analysis::claims::ClaimsQuery;
use crate::analysis::{evidence, format};
use crate::briefing::{Briefing, Key, Verdict};

/// What the reader set on this tab.
#[derive(Debug, Default)]
pub struct SummaryState {
    /// What the claims that are shown must speak of: people, places and topics.
    pub(super) query: ClaimsQuery,
}

impl SummaryState {
    /// Takes all filters off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        !std::mem::take(&mut self.query.about).is_empty()
    }

    /// Takes the filters off that name nothing in another briefing.
    pub fn keep_in(&mut self, briefing: &Briefing) {
        self.query.about.retain(|key| evidence::name(briefing, key).is_some());
    }

    /// What the status bar says.
    pub fn facts(&self, briefing: &Briefing) -> Vec<String> {
        let claims = &briefing.claims.claims;
        let doubtful = claims.iter().filter(|claim| claim.verdict != Verdict::Supported).count();
        let mut facts = vec![format::count(claims.len(), "claim", "claims"), format!("{doubtful} not supported")];
        if !self.query.about.is_empty() {
            facts.push(format::count(self.query.about.len(), "filter", "filters"));
        }
        facts
    }

    /// Filters by a key, or takes that filter off.
    pub(super) fn toggle(&mut self, key: &Key) {
        if !self.query.about.remove(key) {
            self.query.about.insert(key.clone());
        }
    }
}
