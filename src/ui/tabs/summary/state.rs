//! What the reader set on this tab.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::aside::Row;
use super::key_points::Points;
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::evidence;
use crate::analysis::memo::Memo;
use crate::briefing::{Briefing, Key};
use crate::drawing::chronology::Chronology;
use crate::message;
use crate::ui::paint::Painted;
use crate::ui::shell::session::Session;
use crate::words::{Language, Words};

/// What the reader set on this tab.
#[derive(Debug, Default)]
pub struct SummaryState {
    /// What the claims that are shown must speak of: people, places and topics.
    pub(super) query: ClaimsQuery,
    /// What of the claims is shown.
    pub(super) points: Memo<ClaimsQuery, Points>,
    /// How much room the widest chip of those takes.
    pub(super) chip: Memo<(ClaimsQuery, Language, u32), f32>,
    /// The names of places and topics that stand together.
    pub(super) groups: [Memo<(), Vec<Row>>; 2],
    /// The chronology as it is drawn.
    pub(super) strip: Memo<StripOf, Option<Arc<Chronology>>>,
    /// The same as it was last painted.
    pub(super) painted: Painted,
    /// How high it is where it stays under the page.
    pub(super) pinned: f32,
    /// Its mark that the keyboard is at, and the one that was pointed at in the last frame.
    pub(super) walked: usize,
    pub(super) pointed: Option<usize>,
    /// How far down the columns of the events reached in the last frame.
    pub(super) foot: f32,
    /// The events that speak of what is chosen.
    pub(super) kept: Memo<ClaimsQuery, Option<BTreeSet<usize>>>,
}

/// What the chronology of a briefing is laid out for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StripOf {
    pub width: f32,
    pub pixels_per_point: f32,
    pub language: Language,
}

impl SummaryState {
    /// Takes all filters off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        !std::mem::take(&mut self.query.about).is_empty()
    }

    /// Takes the filters off that name nothing in another briefing.
    pub fn keep_in(&mut self, briefing: &Briefing) {
        self.query.about.retain(|key| evidence::name(briefing, key).is_some());
        self.strip = Memo::default();
        self.points = Memo::default();
        self.chip = Memo::default();
        self.groups = Default::default();
        (self.kept, self.walked) = (Memo::default(), 0);
    }

    /// What the status bar says.
    pub fn facts(&self, session: &Session, words: &Words) -> Vec<String> {
        let (claims, doubtful) = (&session.briefing.claims.claims, session.tallies.doubtful);
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
