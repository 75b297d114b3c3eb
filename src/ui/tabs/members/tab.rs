//! The members as the frame sees them.

use std::any::Any;

use egui::Ui;
use serde::{Deserialize, Serialize};

use super::{Columns, MembersState, RosterFacts};
use crate::analysis::checks::Outcome;
use crate::briefing::{Key, Message};
use crate::export::link::{self, Link, LinkError};
use crate::export::request::RequestError;
use crate::ui::parts::status_shape;
use crate::ui::shell::desk::{Contents, Desk, Place, Selection, Tab, TabKey, TabSpec};
use crate::ui::shell::session::Session;
use crate::ui::theme::{Type, tokens_of};
use crate::words::Words;
use crate::{label, message};

/// Room for the shape of a status.
const SHAPE: f32 = 16.0;

/// The members in the list of tabs.
pub const TAB: TabSpec = TabSpec {
    key: TabKey::MEMBERS,
    label: label!(shell::tab_members),
    is_there: |briefing| briefing.members().next().is_some(),
    open: |ctx, session| {
        let briefing = &session.briefing;
        let facts = briefing.members().next().map_or_else(RosterFacts::default, RosterFacts::new);
        Box::new(MembersState::new(ctx, briefing, facts, Columns::default()))
    },
};

/// What is remembered between two sessions.
#[derive(Serialize, Deserialize)]
struct Remembered {
    columns: Columns,
    organisation: Option<Key>,
    #[serde(default)]
    folded: bool,
}

impl TabKey {
    /// Who belongs to what.
    pub const MEMBERS: Self = Self::new("members");
}

impl Tab for MembersState {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        super::ui(ui, desk, self);
    }

    fn count(&self, session: &Session) -> Option<(usize, Message)> {
        let members = self.members(&session.briefing)?;
        // Of the day that is asked for, as soon as it is known.
        let count =
            self.answers.last().map_or_else(|| session.tallies.states_of(members), |answer| answer.view.total());
        Some((count, message!(members::states, count = count)))
    }

    fn badge(&self, session: &Session) -> Option<(Outcome, usize)> {
        session.tallies.open.members
    }

    fn scope_ui(&self, ui: &mut Ui, desk: &Desk<'_>) {
        let t = tokens_of(ui);
        let Some(members) = self.members(desk.briefing) else { return };
        let then = desk.tallies.statuses_of(members);
        let counts = self.statuses(members).unwrap_or_else(|| then.to_vec());
        let counted = members.roster.statuses.iter().zip(counts);
        let said = counted.filter(|(_, count)| *count > 0).map(|(status, count)| {
            let said = message!(roster::counted, count = count, status = status.counted(count).to_owned());
            (status, ui.painter().layout_no_wrap(desk.words.say(&said), Type::Caption.font(), t.muted))
        });
        // As many from the first on as there is room for; the facets have all of them.
        let gap = ui.spacing().item_spacing.x;
        let mut room = ui.available_width();
        let fitting = said.take_while(|(_, text)| {
            room -= text.size().x + SHAPE + 2.0 * gap;
            room > 0.0
        });
        let fitting: Vec<_> = fitting.collect();
        for (status, text) in fitting {
            ui.scope(|ui| status_shape(ui, status.shape));
            ui.label(text);
        }
    }

    fn facts(&mut self, session: &Session, words: &Words) -> Vec<String> {
        Self::facts(self, &session.briefing).iter().map(|fact| words.say(fact)).collect()
    }

    fn known_until(&mut self, session: &Session, words: &Words) -> String {
        let known = self.members(&session.briefing);
        known.map_or_else(String::new, |members| {
            words.say(&message!(members::known_until, date = members.roster.known_until))
        })
    }

    fn given(&self, session: &Session) -> Vec<(String, String)> {
        let mut given = link::roster_given(self.query(), &session.briefing);
        if self.columns != Columns::default() {
            given.push(("columns".to_owned(), self.columns.to_string()));
        }
        given
    }

    fn follow(&mut self, link: &Link, session: &Session) -> Result<(), LinkError> {
        link.only(&[link::ROSTER, &["columns"]])?;
        let columns = match link.one("columns") {
            None => Columns::default(),
            Some(given) => {
                given.parse().map_err(|known| RequestError { option: "columns", value: given.to_owned(), known })?
            }
        };
        let query = link::roster_query(link, &session.briefing)?;
        self.columns = columns;
        self.ask(query);
        Ok(())
    }

    fn search(&mut self) -> bool {
        self.focus_search();
        true
    }

    fn shows(&self, selection: &Selection) -> bool {
        matches!(selection, Selection::State(_))
    }

    fn place(&mut self, selection: &Selection, session: &Session, _: &Words) -> Option<Place> {
        Self::place(self, selection, &session.briefing)
    }

    fn reveal(&mut self, selection: &Selection, _: &Session) {
        if let Selection::State(key) = selection {
            Self::reveal(self, key);
        }
    }

    fn clear(&mut self) -> bool {
        self.clear_filters()
    }

    fn has_table(&self, _: &Session) -> bool {
        true
    }

    fn table(&mut self, session: &Session, _: &Words) -> Option<String> {
        self.tsv(&session.briefing)
    }

    fn has_picture(&self, _: &Session) -> bool {
        true
    }

    fn exports(&self, contents: &mut Contents) {
        contents.query.roster = self.query().clone();
    }

    fn example(&self, session: &Session) -> Option<Selection> {
        self.members(&session.briefing)?.roster.states.first().map(|state| Selection::State(state.id.clone()))
    }

    fn resume(&mut self, earlier: Box<dyn Any>, session: &Session) {
        if let Ok(earlier) = earlier.downcast::<Self>() {
            self.columns.clone_from(&earlier.columns);
            self.ask_as(*earlier, &session.briefing);
        }
    }

    fn remembered(&self) -> Option<String> {
        let organisation = self.query().organisation.clone();
        let folded = self.band_folded;
        serde_json::to_string(&Remembered { columns: self.columns.clone(), organisation, folded }).ok()
    }

    fn recall(&mut self, remembered: &str) {
        // Before there was a choice of organisations only the columns were remembered.
        let columns = || {
            let columns = serde_json::from_str(remembered).ok()?;
            Some(Remembered { columns, organisation: None, folded: false })
        };
        let Some(remembered) = serde_json::from_str(remembered).ok().or_else(columns) else { return };
        let Remembered { columns, organisation, folded } = remembered;
        (self.columns, self.band_folded) = (columns, folded);
        if let Some(organisation) = organisation {
            self.choose(&organisation);
        }
    }
}
