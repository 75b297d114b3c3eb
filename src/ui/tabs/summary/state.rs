//! What the reader set on this tab.

use crate::analysis::claims::ClaimsQuery;
use crate::analysis::evidence;
use crate::briefing::{Briefing, Key, Verdict};
use crate::message;
use crate::words::Words;

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
    pub fn facts(&self, briefing: &Briefing, words: &Words) -> Vec<String> {
        let claims = &briefing.claims.claims;
        let doubtful = claims.iter().filter(|claim| claim.verdict != Verdict::Supported).count();
        let mut facts = if claims.is_empty() {
            Vec::new()
        } else {
            vec![message!(words::claims, count = claims.len()), message!(summary::not_supported, count = doubtful)]
        };
        if !self.query.about.is_empty() {
            facts.push(message!(summary::filters_on, count = self.query.about.len()));
        }
        facts.iter().map(|fact| words.say(fact)).collect()
    }

    /// Filters by a key, or takes that filter off.
    pub(super) fn toggle(&mut self, key: &Key) {
        if !self.query.about.remove(key) {
            self.query.about.insert(key.clone());
        }
    }
}
