//! What is shown, as a value: the open tab, what is selected, and what is set on each tab, by the names of links. Undoing,
//! coming back to it another day and handing it on are all made of this one.

use std::collections::BTreeMap;

use egui::Context;
use serde::{Deserialize, Serialize};

use super::app::App;
use super::desk::{Selection, TabKey};
use super::history::Location;
use super::notice::Notice;
use super::preferences::Left;
use crate::briefing::packed::views;
use crate::export::link::{Link, LinkError, SELECTED};
use crate::ui::widgets::Scrolled;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Shown {
    /// The open tab.
    pub tab: TabKey,
    /// What is selected, as a link gives it.
    pub selected: Option<String>,
    /// What is set on each tab, by its key, as links to them.
    pub tabs: BTreeMap<String, String>,
}

impl Shown {
    /// What differs from another, where it is one thing only: what is typed into one field is one change.
    pub fn only_difference(&self, other: &Self) -> Option<String> {
        let selected = (self.selected != other.selected).then(|| SELECTED.to_owned());
        let set = |tab: &String| {
            let given =
                |shown: &Self| shown.tabs.get(tab).and_then(|link| link.parse::<Link>().ok()).unwrap_or_default();
            let (ours, theirs) = (given(self), given(other));
            let names = ours.given.iter().chain(&theirs.given).map(|(name, _)| name);
            let mut names: Vec<String> =
                names.filter(|name| ours.all(name) != theirs.all(name)).map(|name| format!("{tab} {name}")).collect();
            names.sort();
            names.dedup();
            names
        };
        let mut differences: Vec<String> = self.tabs.keys().flat_map(set).chain(selected).collect();
        differences.pop().filter(|_| differences.is_empty())
    }

    /// Whether another is set and selected alike, whichever tab is open.
    pub fn is_like(&self, other: &Self) -> bool {
        self.selected == other.selected && self.tabs == other.tabs
    }
}

impl App {
    /// What is shown now.
    pub(super) fn shown(&self) -> Shown {
        let link = |(key, given): (TabKey, Vec<(String, String)>)| {
            (key.as_str().to_owned(), Link { tab: key.as_str().to_owned(), given }.to_string())
        };
        let given = self.tabs.iter().map(|(key, tab)| (key, tab.given(&self.session)));
        Shown {
            tab: self.preferences.tab,
            selected: self.selection.as_ref().map(Selection::given),
            tabs: given.map(link).collect(),
        }
    }

    /// Shows what was shown once, as far as the briefing still has it.
    pub(super) fn show_again(&mut self, shown: &Shown) {
        for key in self.tabs.all() {
            if let Some(Ok(link)) = shown.tabs.get(key.as_str()).map(|link| link.parse::<Link>()) {
                // What the briefing no longer has is passed over.
                let _passed_over = self.tabs.get_mut(key).follow(&link, &self.session);
            }
        }
        let (briefing, findings) = (&self.session.briefing, &self.session.findings);
        let selected = shown.selected.as_ref();
        let selection = selected.and_then(|given| Selection::of_given(given, briefing, findings));
        self.settle(Location { tab: self.tabs.there(shown.tab), selection });
    }

    /// Shows what was shown in the page that the briefing was carried by, where it was carried by one.
    pub(super) fn show_carried(&mut self) {
        let links = self.session.folder.as_deref().map(views).unwrap_or_default();
        for link in links.iter().filter_map(|link| link.parse::<Link>().ok()) {
            let tab = self.tabs.all().into_iter().find(|key| key.as_str() == link.tab);
            if let Some(tab) = tab {
                // What means nothing for the briefing is passed over.
                let _passed_over = self.tabs.get_mut(tab).follow(&link, &self.session);
            }
        }
    }

    /// What is open, as it would be left now.
    pub fn left_now(&self, ctx: &Context) -> Left {
        let folder = self.session.folder.clone().map(Into::into);
        Left { folder, shown: self.shown(), scrolled: Scrolled::now(ctx) }
    }

    /// Shows what is open as it was left, where it is what was open last.
    pub(super) fn come_back(&mut self, ctx: &Context) {
        let Some(left) = self.preferences.left.clone() else { return self.show_carried() };
        if left.is_of(self.session.folder.as_deref()) {
            self.show_again(&left.shown);
            left.scrolled.restore(ctx);
        } else {
            self.show_carried();
            // It may still be on its way.
            self.awaited = Some(left);
        }
    }

    /// What is open, to be come back to; while what was open last is on its way, that.
    pub(super) fn keep_left(&mut self, ctx: &Context) {
        if self.awaited.is_none() || !self.open.is_loading() {
            self.awaited = None;
            self.preferences.left = Some(self.left_now(ctx));
        }
    }

    /// The link to what is shown on the open tab.
    pub(super) fn link(&self) -> Link {
        let tab = self.preferences.tab;
        let mut link = Link { tab: tab.as_str().to_owned(), given: self.tabs.get(tab).given(&self.session) };
        link.given.extend(self.selection.as_ref().map(|selection| (SELECTED.to_owned(), selection.given())));
        link
    }

    /// Follows a link, or says why it cannot be followed.
    pub(super) fn follow(&mut self, ctx: &Context, mut link: Link) {
        let tabs = self.tabs.all();
        let Some(tab) = tabs.iter().copied().find(|key| key.as_str() == link.tab) else {
            let known = tabs.iter().map(|key| key.as_str().to_owned()).collect();
            self.tell_refused(&LinkError::Tab(link.tab, known));
            return;
        };
        let selected = link.one(SELECTED).map(str::to_owned);
        link.given.retain(|(name, _)| name != SELECTED);
        let (briefing, findings) = (&self.session.briefing, &self.session.findings);
        let selection = selected.as_ref().and_then(|given| Selection::of_given(given, briefing, findings));
        if let (Some(given), None) = (&selected, &selection) {
            self.tell_refused(&LinkError::Selected(given.clone()));
            return;
        }
        if let Err(err) = self.tabs.get_mut(tab).follow(&link, &self.session) {
            self.tell_refused(&err);
            return;
        }
        self.preferences.inspector |= selection.is_some();
        self.go(ctx, Location { tab, selection });
    }

    pub(super) fn tell_refused(&mut self, err: &LinkError) {
        self.notices.tell(Notice::failed(self.words.say(&err.message())));
    }

    /// Forgets what could be undone: it was of another briefing.
    pub(super) fn forget_undone(&mut self) {
        self.undo = super::undo::Undo::default();
    }
}

/// The name of a saved view as it may be stored: nothing that does not show, and not too long.
pub fn view_name(typed: &str) -> String {
    let shown: String = typed.trim().chars().filter(|letter| !letter.is_control()).take(80).collect();
    shown.trim().to_owned()
}
