//! What a tab is: a folder of `src/ui/tabs/` with its state, and a line in the list there.

use std::any::Any;
use std::fmt;

use egui::{Context, Ui};

use super::{Desk, Place, Selection, TabKey};
use crate::analysis::checks::Outcome;
use crate::briefing::{Briefing, Key, Message};
use crate::export::link::{Link, LinkError};
use crate::export::picture::ChartLook;
use crate::export::query::Query;
use crate::ui::shell::session::Session;
use crate::words::Words;

/// A tab as the list has it.
#[derive(Debug)]
pub struct TabSpec {
    /// Its key.
    pub key: TabKey,
    /// Its name.
    pub label: Message,
    /// Whether a briefing has anything for it to show.
    pub is_there: fn(&Briefing) -> bool,
    /// Makes it over a briefing, as it first opens. Of a large briefing this takes a while.
    pub open: fn(&Context, &Session) -> Box<dyn Tab>,
}

/// What the tabs show, to be exported: each adds what it asks.
#[derive(Debug)]
pub struct Contents {
    /// What is asked of the briefing.
    pub query: Query,
    /// How the chart of the trade is drawn.
    pub chart: ChartLook,
}

/// A tab: what the reader set on it, which it draws from a session, and what the frame asks of it. It knows of no other
/// tab, and the frame knows of none more than this.
pub trait Tab: Any + fmt::Debug + Send {
    /// Draws it.
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>);

    /// How many things it holds, where one number says it, and that in words.
    fn count(&self, _: &Session) -> Option<(usize, Message)> {
        None
    }

    /// The worst it has to answer for, and how often.
    fn badge(&self, _: &Session) -> Option<(Outcome, usize)> {
        None
    }

    /// Draws one line on what it speaks of, at the right of the tabs.
    fn scope_ui(&self, ui: &mut Ui, desk: &Desk<'_>);

    /// What the status bar says of it.
    fn facts(&mut self, session: &Session, words: &Words) -> Vec<String>;

    /// How far what it shows is known.
    fn known_until(&mut self, session: &Session, words: &Words) -> String;

    /// Whether its text is found through the find bar.
    fn finds_text(&self) -> bool {
        false
    }

    /// Puts the cursor into its own search. Returns whether it has one.
    fn search(&mut self) -> bool {
        false
    }

    /// Whether this is where a selection is opened.
    fn shows(&self, _: &Selection) -> bool {
        false
    }

    /// Where a selection stands among its rows as they are shown; none where it is in none of them. Asked in every frame.
    fn place(&mut self, _: &Selection, _: &Session, _: &Words) -> Option<Place> {
        None
    }

    /// Brings a selection into view, out from behind any filter.
    fn reveal(&mut self, _: &Selection, _: &Session) {}

    /// Shows only what speaks of somebody or something. Returns whether it can.
    fn narrow(&mut self, _: &Key) -> bool {
        false
    }

    /// Takes all filters off. Returns whether there were any.
    fn clear(&mut self) -> bool {
        false
    }

    /// Whether it has a table to copy.
    fn has_table(&self, _: &Session) -> bool {
        false
    }

    /// Its table as it is shown, with tabs; none while that is not ready.
    fn table(&mut self, _: &Session, _: &Words) -> Option<String> {
        None
    }

    /// Whether it has a chart or a map to copy.
    fn has_picture(&self, _: &Session) -> bool {
        false
    }

    /// Adds what it asks of the briefing to what is exported.
    fn exports(&self, _: &mut Contents) {}

    /// What the inspector shows in a picture of it.
    fn example(&self, _: &Session) -> Option<Selection> {
        None
    }

    /// Takes over what the reader set on the tab before its files changed, as far as that still means something.
    fn resume(&mut self, _: Box<dyn Any>, _: &Session) {}

    /// What the reader set on it, as what a link gives; nothing as it first opens.
    fn given(&self, _: &Session) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Shows what a link gives, and all else as it first opens.
    ///
    /// # Errors
    /// What of it means nothing here; nothing is changed then.
    fn follow(&mut self, link: &Link, _: &Session) -> Result<(), LinkError> {
        link.only(&[])
    }

    /// What of it is remembered between two sessions.
    fn remembered(&self) -> Option<String> {
        None
    }

    /// Takes what was remembered, as far as it can be read.
    fn recall(&mut self, _: &str) {}
}
