//! The summary as the frame sees it.

use std::any::Any;

use egui::Ui;

use super::SummaryState;
use crate::analysis::checks::Outcome;
use crate::briefing::{Key, Verdict};
use crate::export::link::{self, Link, LinkError};
use crate::ui::parts::document_ui;
use crate::ui::shell::desk::{Desk, Selection, Tab, TabKey, TabSpec};
use crate::ui::shell::session::Session;
use crate::words::Words;
use crate::{label, message};

/// The summary in the list of tabs.
pub const TAB: TabSpec = TabSpec {
    key: TabKey::SUMMARY,
    label: label!(shell::tab_summary),
    is_there: |briefing| briefing.meeting.is_some() || !briefing.claims.key_points.is_empty(),
    open: |_, _| Box::new(SummaryState::default()),
};

impl TabKey {
    /// What happened.
    pub const SUMMARY: Self = Self::new("summary");
}

impl Tab for SummaryState {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        super::ui(ui, desk, self);
    }

    fn badge(&self, session: &Session) -> Option<(Outcome, usize)> {
        session.tallies.open.summary
    }

    fn scope_ui(&self, ui: &mut Ui, desk: &Desk<'_>) {
        document_ui(ui, desk);
    }

    fn facts(&mut self, session: &Session, words: &Words) -> Vec<String> {
        Self::facts(self, session, words)
    }

    fn known_until(&mut self, session: &Session, words: &Words) -> String {
        words.say(&message!(shell::evidence_checked, day = session.briefing.manifest.checked))
    }

    fn given(&self, _: &Session) -> Vec<(String, String)> {
        link::claims_given(&self.query)
    }

    fn follow(&mut self, link: &Link, session: &Session) -> Result<(), LinkError> {
        link.only(&[&["about"]])?;
        self.query = link::claims_query(link, &session.briefing)?;
        Ok(())
    }

    fn finds_text(&self) -> bool {
        true
    }

    fn narrow(&mut self, key: &Key) -> bool {
        self.query.about = [key.clone()].into();
        true
    }

    fn clear(&mut self) -> bool {
        self.clear_filters()
    }

    /// The first key point in doubt.
    fn example(&self, session: &Session) -> Option<Selection> {
        let briefing = &session.briefing;
        let points = || briefing.claims.key_points.iter().map(|point| &point.claim);
        let in_doubt = |key: &&Key| briefing.claim(key).is_some_and(|claim| claim.verdict != Verdict::Supported);
        points().find(in_doubt).or_else(|| points().next()).map(|key| Selection::Claim(key.clone()))
    }

    fn resume(&mut self, earlier: Box<dyn Any>, session: &Session) {
        if let Ok(earlier) = earlier.downcast::<Self>() {
            *self = *earlier;
            self.keep_in(&session.briefing);
        }
    }
}
