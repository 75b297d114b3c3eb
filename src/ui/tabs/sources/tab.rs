//! Sources and checks as the frame sees them.

use std::any::Any;

use egui::Ui;

use super::SourcesState;
use crate::analysis::checks::Outcome;
use crate::export::findings;
use crate::export::link::{Link, LinkError};
use crate::ui::parts::document_ui;
use crate::ui::shell::desk::{Contents, Desk, Place, Selection, Tab, TabKey, TabSpec};
use crate::ui::shell::session::Session;
use crate::words::Words;
use crate::{label, message};

/// Sources and checks in the list of tabs.
pub const TAB: TabSpec = TabSpec {
    key: TabKey::SOURCES,
    label: label!(shell::tab_sources),
    is_there: |_| true,
    open: |_, _| Box::new(SourcesState::default()),
};

impl TabKey {
    /// Where it is read and what is made of it.
    pub const SOURCES: Self = Self::new("sources");
}

impl Tab for SourcesState {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        super::ui(ui, desk, self);
    }

    /// It shows all findings, and so answers for all.
    fn badge(&self, session: &Session) -> Option<(Outcome, usize)> {
        session.tallies.open.all
    }

    fn scope_ui(&self, ui: &mut Ui, desk: &Desk<'_>) {
        document_ui(ui, desk);
    }

    fn facts(&mut self, session: &Session, words: &Words) -> Vec<String> {
        super::facts(session, words)
    }

    fn known_until(&mut self, session: &Session, words: &Words) -> String {
        words.say(&message!(shell::evidence_checked, day = session.briefing.manifest.checked))
    }

    fn given(&self, _: &Session) -> Vec<(String, String)> {
        Self::given(self)
    }

    fn follow(&mut self, link: &Link, session: &Session) -> Result<(), LinkError> {
        Self::follow(self, link, &session.briefing)
    }

    fn search(&mut self) -> bool {
        self.focus_search();
        true
    }

    fn shows(&self, selection: &Selection) -> bool {
        use Selection::{Claim, Finding, Sentence, Source};
        matches!(selection, Claim(_) | Sentence(_) | Source(_) | Finding(..))
    }

    fn place(&mut self, selection: &Selection, session: &Session, words: &Words) -> Option<Place> {
        Self::place(self, selection, session, words)
    }

    fn reveal(&mut self, selection: &Selection, session: &Session) {
        Self::reveal(self, selection, &session.briefing, &session.findings);
    }

    fn clear(&mut self) -> bool {
        self.clear_filters()
    }

    fn has_table(&self, _: &Session) -> bool {
        true
    }

    fn table(&mut self, session: &Session, words: &Words) -> Option<String> {
        Some(findings::tsv(&session.findings, self.checks(), words))
    }

    fn exports(&self, contents: &mut Contents) {
        let query = &mut contents.query;
        (query.claims, query.checks) = (self.claims().clone(), self.checks().clone());
    }

    fn resume(&mut self, earlier: Box<dyn Any>, _: &Session) {
        if let Ok(earlier) = earlier.downcast::<Self>() {
            *self = *earlier;
            self.forget_links();
        }
    }
}
