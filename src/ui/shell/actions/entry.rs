//! What is to be said of an action.

use egui::KeyboardShortcut;

use super::situation::{Scope, Situation};
use crate::briefing::Message;
use crate::label;

/// An action as the list has it.
pub struct Entry {
    /// Its name for programs, which never changes.
    pub key: &'static str,
    /// Its name on a button and in a menu.
    pub label: fn() -> Message,
    /// What it does, for its tooltip and the list of keys.
    pub does: fn() -> Message,
    /// The keys that do it, the one that is shown first.
    pub shortcuts: &'static [KeyboardShortcut],
    /// Where it can be done.
    pub scope: Scope,
    /// Whether it can be done now.
    pub possible: fn(&Situation) -> bool,
    /// What is said where it cannot be done.
    pub otherwise: Option<fn() -> Message>,
}

impl Entry {
    /// In the window.
    pub const WINDOW: Self = Self {
        key: "",
        label: || label!(actions::back),
        does: || label!(actions::back),
        shortcuts: &[],
        scope: Scope::Window,
        possible: |_| true,
        otherwise: None,
    };
    /// Everywhere.
    pub const EVERYWHERE: Self = Self { scope: Scope::Everywhere, ..Self::WINDOW };
    /// In the window, but not while a text is typed.
    pub const PAGE: Self = Self { scope: Scope::Page, ..Self::WINDOW };
    /// Where the keyboard is, asked for as the pointer asks for it.
    pub const HARDWARE: Self = Self { scope: Scope::Pointed, ..Self::WINDOW };
    /// In a table.
    pub const TABLE: Self = Self { scope: Scope::Table, ..Self::WINDOW };
    /// In the sentences of a briefing that is begun.
    pub const SENTENCES: Self = Self { scope: Scope::Sentences, ..Self::WINDOW };
    /// In the suggestions for a briefing.
    pub const SUGGESTIONS: Self = Self { scope: Scope::Suggestions, ..Self::WINDOW };
    /// In a chart.
    pub const CHART: Self = Self { scope: Scope::Chart, ..Self::WINDOW };
}
