//! What is asked of an action.

use egui::{Context, Event, KeyboardShortcut, Ui};

use super::Action;
use super::shortcut::COPY;
use super::situation::{Scope, Situation};
use crate::briefing::Message;
use crate::message;

impl Action {
    /// Its name for programs, which never changes.
    pub const fn key(self) -> &'static str {
        self.entry().key
    }

    /// Its name on a button and in a menu.
    pub fn label(self) -> Message {
        (self.entry().label)()
    }

    /// What it does, in some words.
    pub fn does(self) -> Message {
        (self.entry().does)()
    }

    /// Where it can be done.
    pub const fn scope(self) -> Scope {
        self.entry().scope
    }

    /// The keys that do it, the first being the one that is shown.
    pub const fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.entry().shortcuts
    }

    /// Its keys as this system writes them; none where it has none.
    pub fn keys(self, ctx: &Context) -> Option<String> {
        self.shortcuts().first().map(|shortcut| ctx.format_shortcut(shortcut))
    }

    /// Its tooltip: what it does, with the keys that do it.
    pub fn tooltip(self, ctx: &Context) -> Message {
        match self.keys(ctx) {
            Some(keys) => message!(shell::with_keys, does = self.does(), keys = keys),
            None => self.does(),
        }
    }

    /// Whether it can be done now.
    pub fn is_possible(self, now: &Situation) -> bool {
        (self.entry().possible)(now)
    }

    /// What is said where it cannot be done.
    pub fn otherwise(self) -> Option<Message> {
        self.entry().otherwise.map(|why| why())
    }

    /// Whether its keys were pressed; they are taken, so that nothing else hears them.
    pub fn pressed(self, ui: &Ui) -> bool {
        self.taken(ui.ctx())
    }

    pub(in crate::ui::shell) fn taken(self, ctx: &Context) -> bool {
        ctx.input_mut(|input| {
            self.shortcuts().iter().any(|shortcut| {
                input.consume_shortcut(shortcut) || (*shortcut == COPY && input.events.contains(&Event::Copy))
            })
        })
    }
}
