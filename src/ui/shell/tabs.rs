//! The tabs that are open over a briefing, each with its state.

use std::any::Any;
use std::collections::BTreeMap;

use egui::Context;

use super::actions::tab_shortcuts;
use super::desk::{Contents, Tab, TabKey};
use super::session::Session;
use crate::briefing::Key;
use crate::export::picture::ChartLook;
use crate::export::query::Query;
use crate::ui::tabs::TABS;

/// The tabs that have something to show, in the order of their list; there is always the last.
#[derive(Debug)]
pub struct Tabs(Vec<(TabKey, Box<dyn Tab>)>);

impl Tabs {
    /// The tabs over a briefing, as they first open. Of a large briefing this takes a while.
    pub fn open(ctx: &Context, session: &Session) -> Self {
        let there = TABS.iter().filter(|tab| (tab.is_there)(&session.briefing));
        Self(there.map(|tab| (tab.key, (tab.open)(ctx, session))).collect())
    }

    /// A tab; the first where there is no such tab.
    pub fn get(&self, key: TabKey) -> &dyn Tab {
        &*self.0[self.index(key)].1
    }

    /// A tab, to be drawn or changed; the first where there is no such tab.
    pub fn get_mut(&mut self, key: TabKey) -> &mut dyn Tab {
        let index = self.index(key);
        &mut *self.0[index].1
    }

    /// All of them with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (TabKey, &dyn Tab)> {
        self.0.iter().map(|(key, tab)| (*key, &**tab))
    }

    /// Their keys.
    pub fn all(&self) -> Vec<TabKey> {
        self.0.iter().map(|(key, _)| *key).collect()
    }

    /// A tab that there is: the one that is asked for, else the first.
    pub fn there(&self, key: TabKey) -> TabKey {
        self.0[self.index(key)].0
    }

    /// The tab after one, after the last the first; or the one before it.
    pub fn beside(&self, key: TabKey, after: bool) -> TabKey {
        let count = self.0.len();
        self.0[(self.index(key) + if after { 1 } else { count - 1 }) % count].0
    }

    fn index(&self, key: TabKey) -> usize {
        self.0.iter().position(|(known, _)| *known == key).unwrap_or_default()
    }

    /// The keys that open a tab, as this system writes them; none where it has none.
    pub fn keys(&self, ctx: &Context, key: TabKey) -> Option<String> {
        tab_shortcuts(self.index(key)).map(|[shown, _]| ctx.format_shortcut(&shown))
    }

    /// Shows only what speaks of somebody or something on the first tab that can. Returns which it is.
    pub fn narrow(&mut self, key: &Key) -> Option<TabKey> {
        self.0.iter_mut().find_map(|(tab, state)| state.narrow(key).then_some(*tab))
    }

    /// Takes over what was set before the files of the briefing changed.
    pub fn resume(&mut self, earlier: Self, session: &Session) {
        for (key, earlier) in earlier.0 {
            let earlier: Box<dyn Any> = earlier;
            if let Some((_, tab)) = self.0.iter_mut().find(|(known, _)| *known == key) {
                tab.resume(earlier, session);
            }
        }
    }

    /// What is remembered of each between two sessions.
    pub fn remembered(&self) -> BTreeMap<String, String> {
        let remembered = |(key, tab): (TabKey, &dyn Tab)| Some((key.as_str().to_owned(), tab.remembered()?));
        self.iter().filter_map(remembered).collect()
    }

    /// Takes what was remembered.
    pub fn recall(&mut self, remembered: &BTreeMap<String, String>) {
        for (key, tab) in &mut self.0 {
            if let Some(remembered) = remembered.get(key.as_str()) {
                tab.recall(remembered);
            }
        }
    }

    /// What all of them ask of the briefing, to be exported.
    pub fn contents(&self, session: &Session) -> Contents {
        let mut contents = Contents { query: Query::of(&session.briefing), chart: ChartLook::default() };
        for (_, tab) in &self.0 {
            tab.exports(&mut contents);
        }
        contents
    }
}
