//! The tabs that are open over a briefing, each with its state.

use std::any::Any;
use std::collections::BTreeMap;

use egui::Context;

use super::desk::{Contents, Tab, TabKey};
use super::session::Session;
use crate::export::picture::ChartLook;
use crate::export::query::Query;
use crate::ui::tabs::TABS;

/// The tabs, in the order of their list.
#[derive(Debug)]
pub struct Tabs(Vec<Box<dyn Tab>>);

impl Tabs {
    /// The tabs over a briefing, as they first open. Of a large briefing this takes a while.
    pub fn open(ctx: &Context, session: &Session) -> Self {
        Self(TABS.iter().map(|tab| (tab.open)(ctx, session)).collect())
    }

    /// A tab.
    pub fn get(&self, key: TabKey) -> &dyn Tab {
        &*self.0[index(key)]
    }

    /// A tab, to be drawn or changed.
    pub fn get_mut(&mut self, key: TabKey) -> &mut dyn Tab {
        &mut *self.0[index(key)]
    }

    /// All of them with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (TabKey, &dyn Tab)> {
        TABS.iter().map(|tab| tab.key).zip(self.0.iter().map(|tab| &**tab))
    }

    /// Takes over what was set before the files of the briefing changed.
    pub fn resume(&mut self, earlier: Self, session: &Session) {
        for (tab, earlier) in self.0.iter_mut().zip(earlier.0) {
            let earlier: Box<dyn Any> = earlier;
            tab.resume(earlier, session);
        }
    }

    /// What is remembered of each between two sessions.
    pub fn remembered(&self) -> BTreeMap<String, String> {
        let remembered = |(key, tab): (TabKey, &dyn Tab)| Some((key.as_str().to_owned(), tab.remembered()?));
        self.iter().filter_map(remembered).collect()
    }

    /// Takes what was remembered.
    pub fn recall(&mut self, remembered: &BTreeMap<String, String>) {
        for (spec, tab) in TABS.iter().zip(&mut self.0) {
            if let Some(remembered) = remembered.get(spec.key.as_str()) {
                tab.recall(remembered);
            }
        }
    }

    /// What all of them ask of the briefing, to be exported.
    pub fn contents(&self, session: &Session) -> Contents {
        let mut contents = Contents { query: Query::of(&session.briefing), chart: ChartLook::default() };
        for tab in &self.0 {
            tab.exports(&mut contents);
        }
        contents
    }
}

fn index(key: TabKey) -> usize {
    TABS.iter().position(|tab| tab.key == key).unwrap_or_default()
}
