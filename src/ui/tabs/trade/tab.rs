//! The trade as the frame sees it.

use std::any::Any;

use egui::Ui;
use serde::{Deserialize, Serialize};

use super::TradeState;
use crate::analysis::checks::Outcome;
use crate::analysis::trade::basis;
use crate::briefing::Key;
use crate::export::link::{self, Link, LinkError};
use crate::ui::parts::scope_line_ui;
use crate::ui::shell::desk::{Contents, Desk, Place, Selection, Tab, TabKey, TabSpec};
use crate::ui::shell::session::Session;
use crate::ui::theme::tokens_of;
use crate::words::Words;
use crate::{label, message};

/// The trade in the list of tabs.
pub const TAB: TabSpec = TabSpec {
    key: TabKey::TRADE,
    label: label!(shell::tab_trade),
    is_there: |briefing| briefing.main_series().is_some(),
    open: |_, _| Box::new(TradeState::default()),
};

/// What is remembered between two sessions.
#[derive(Serialize, Deserialize)]
struct Remembered {
    series: Option<Key>,
    #[serde(default)]
    beside: Option<Key>,
}

impl TabKey {
    /// What was traded.
    pub const TRADE: Self = Self::new("trade");
}

impl Tab for TradeState {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        super::ui(ui, desk, self);
    }

    fn badge(&self, session: &Session) -> Option<(Outcome, usize)> {
        session.tallies.open.trade
    }

    fn scope_ui(&self, ui: &mut Ui, desk: &Desk<'_>) {
        let Some(series) = self.series(desk.briefing) else { return };
        let t = tokens_of(ui);
        let layer = self.query().layer;
        let reporter = basis::reporter(series, layer);
        let reporter = reporter.map(|who| desk.words.say(&message!(trade::reporter, reporter = who.to_owned())));
        let valuation = basis::valuation(series, layer).map(str::to_owned);
        scope_line_ui(ui, reporter.into_iter().collect(), valuation.into_iter().collect(), t.muted);
    }

    fn facts(&mut self, session: &Session, words: &Words) -> Vec<String> {
        Self::facts(self, &session.briefing).iter().map(|fact| words.say(fact)).collect()
    }

    fn known_until(&mut self, session: &Session, words: &Words) -> String {
        Self::known_until(self, &session.briefing).map_or_else(String::new, |until| words.say(&until))
    }

    fn shows(&self, selection: &Selection) -> bool {
        matches!(selection, Selection::Period(..))
    }

    fn place(&mut self, selection: &Selection, session: &Session, _: &Words) -> Option<Place> {
        Self::place(self, selection, &session.briefing)
    }

    /// A period is of a series, which is shown for it.
    fn reveal(&mut self, selection: &Selection, session: &Session) {
        if let Selection::Period(series, _) = selection
            && self.series(&session.briefing).is_some_and(|shown| shown.id != *series)
            && session.briefing.series(series).is_some()
        {
            self.choose(series);
        }
    }

    fn remembered(&self) -> Option<String> {
        let Self { chosen, beside, .. } = self;
        if chosen.is_none() && beside.is_none() {
            return None;
        }
        serde_json::to_string(&Remembered { series: chosen.clone(), beside: beside.clone() }).ok()
    }

    fn recall(&mut self, remembered: &str) {
        // Before two series could be laid beside each other the key of one was remembered.
        let series = || Some(Remembered { series: Some(Key::try_from(remembered.to_owned()).ok()?), beside: None });
        let Some(remembered) = serde_json::from_str(remembered).ok().or_else(series) else { return };
        // One that the briefing does not have, or that does not agree, is passed over when it is asked for.
        let Remembered { series, beside } = remembered;
        self.chosen = series;
        self.lay_beside(beside);
    }

    fn given(&self, _: &Session) -> Vec<(String, String)> {
        link::trade_given(&self.set())
    }

    fn follow(&mut self, link: &Link, session: &Session) -> Result<(), LinkError> {
        link.only(&[link::TRADE])?;
        let set = link::trade_shown(link, &session.briefing)?;
        if set != self.set() {
            self.show(set);
        }
        Ok(())
    }

    fn has_table(&self, session: &Session) -> bool {
        session.briefing.main_series().is_some()
    }

    fn table(&mut self, session: &Session, words: &Words) -> Option<String> {
        self.tsv(words, &session.briefing)
    }

    fn has_picture(&self, session: &Session) -> bool {
        session.briefing.main_series().is_some()
    }

    fn exports(&self, contents: &mut Contents) {
        (contents.query.trade, contents.chart) = (self.query(), self.look());
        contents.query.series.clone_from(&self.chosen);
        contents.query.beside.clone_from(&self.beside);
    }

    fn resume(&mut self, earlier: Box<dyn Any>, _: &Session) {
        if let Ok(earlier) = earlier.downcast::<Self>() {
            *self = earlier.over_another();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TradeState;
    use crate::briefing::Key;
    use crate::ui::shell::desk::Tab as _;

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect("a key")
    }

    #[test]
    fn what_was_laid_beside_a_series_is_beside_it_again() {
        let mut before = TradeState::default();
        assert_eq!(before.remembered(), None, "nothing was chosen");
        before.choose(&key("tea"));
        before.lay_beside(Some(key("coffee")));
        let mut after = TradeState::default();
        after.recall(&before.remembered().expect("it was chosen"));
        assert_eq!((after.chosen, after.beside), (Some(key("tea")), Some(key("coffee"))));

        let mut beside_the_main_one = TradeState::default();
        beside_the_main_one.lay_beside(Some(key("coffee")));
        let mut after = TradeState::default();
        after.recall(&beside_the_main_one.remembered().expect("it was chosen"));
        assert_eq!((after.chosen, after.beside), (None, Some(key("coffee"))));
    }

    #[test]
    fn what_an_earlier_version_remembered_is_the_series_alone() {
        for (stored, chosen) in
            [("tea", Some("tea")), ("2024-tea", Some("2024-tea")), ("{\"series\": 3}", None), ("", None)]
        {
            let mut state = TradeState::default();
            state.recall(stored);
            assert_eq!((state.chosen, state.beside), (chosen.map(key), None), "{stored}");
        }
    }
}
