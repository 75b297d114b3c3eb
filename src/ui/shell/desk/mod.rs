//! What a tab is given and what it may ask for.

mod command;
mod place;
mod selection;
mod tab;
mod tab_key;

use std::path::Path;

use egui::Rect;

pub use self::command::Command;
pub use self::place::Place;
pub use self::selection::Selection;
pub use self::tab::{Contents, Tab, TabSpec};
pub use self::tab_key::TabKey;
use super::actions::{Action, Situation};
use super::find::Finder;
use super::session::{Session, Tallies};
use crate::analysis::attachment::Attachment;
use crate::analysis::checks::{self, Finding};
use crate::briefing::Briefing;
use crate::words::Words;

/// What every part of the window draws from and sends to, for one frame: the open briefing, what is selected, and what
/// is asked for.
pub struct Desk<'a> {
    /// The open briefing.
    pub briefing: &'a Briefing,
    /// What the checks found in it.
    pub findings: &'a [Finding],
    /// What is counted of it.
    pub tallies: &'a Tallies,
    /// The reader's own copy of the document and where it is.
    pub attachment: Option<(&'a Path, &'a Attachment)>,
    /// The words of the reader's language.
    pub words: &'a Words,
    /// What is looked for in the text of the tab.
    pub finder: &'a mut Finder,
    /// Whether names in other languages stand under a name.
    pub second_names: bool,
    /// Where what is selected stands among the rows of the open tab.
    pub place: Option<Place>,
    situation: Situation,
    selection: Option<&'a Selection>,
    revealed: bool,
    led_to: Option<Rect>,
    commands: Vec<Command>,
}

impl<'a> Desk<'a> {
    /// A desk for one frame. What is selected is brought into view where `revealed` says so.
    pub fn new(
        session: &'a Session,
        words: &'a Words,
        finder: &'a mut Finder,
        situation: Situation,
        selection: Option<&'a Selection>,
        revealed: bool,
    ) -> Self {
        Self {
            briefing: &session.briefing,
            findings: &session.findings,
            tallies: &session.tallies,
            attachment: session.attached.as_ref().map(|attached| (attached.path.as_path(), &attached.attachment)),
            words,
            finder,
            second_names: true,
            place: None,
            situation,
            selection,
            revealed,
            led_to: None,
            commands: Vec::new(),
        }
    }

    /// The finding that is selected.
    pub fn finding(&self, selection: &Selection) -> Option<&'a Finding> {
        let Selection::Finding(id) = selection else { return None };
        checks::finding(self.findings, id)
    }

    /// Asks for something; it is done after the frame is drawn.
    pub fn send(&mut self, command: impl Into<Command>) {
        self.commands.push(command.into());
    }

    /// Whether an action can be done now.
    pub fn can(&self, action: Action) -> bool {
        action.is_possible(&self.situation)
    }

    /// What the inspector shows.
    pub const fn selection(&self) -> Option<&'a Selection> {
        self.selection
    }

    /// Whether the inspector shows this.
    pub fn is_selected(&self, selection: &Selection) -> bool {
        self.selection == Some(selection)
    }

    /// What is selected and has to be brought into view.
    pub fn revealed(&self) -> Option<&'a Selection> {
        self.selection.filter(|_| self.revealed)
    }

    /// Whether this is selected and has to be brought into view.
    pub fn is_revealed(&self, selection: &Selection) -> bool {
        self.revealed && self.is_selected(selection)
    }

    /// Tells where something stands that the reader was led to, so that nothing over the page hides it.
    pub const fn lead_to(&mut self, rect: Rect) {
        self.led_to = Some(rect);
    }

    /// Where what the reader was led to stands, for the frame.
    pub const fn take_led_to(&mut self) -> Option<Rect> {
        self.led_to.take()
    }

    /// What was asked for in this frame.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}
