//! The foot of the dialog: what went wrong, and what can be done.

use std::path::PathBuf;

use egui::{Key, Modifiers, Ui, vec2};

use super::Dialog;
use crate::message;
use crate::ui::dialogs::report::{problem_ui, progress_ui};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, quiet_button};
use crate::words::Words;

/// What stands above the buttons keeps its room.
const SAID: f32 = 40.0;

/// What a reader wants of the dialog.
pub enum Intent {
    /// Nothing more.
    Close,
    /// A look at a table.
    Take(PathBuf),
    /// The system's own dialog.
    Choose,
    /// What was shown, done.
    Import,
    /// That the writing stops.
    Stop,
}

/// Draws it.
pub fn ui(ui: &mut Ui, words: &Words, dialog: &Dialog) -> Option<Intent> {
    let plan = dialog.look.as_ref().and_then(|look| look.outcome.as_ref().ok()).map(|(plan, _)| plan);
    ui.allocate_ui(vec2(ui.available_width(), SAID), |ui| {
        ui.set_min_height(SAID);
        if let Some(progress) = dialog.writing.as_ref().and_then(|writing| writing.slow(ui.ctx())) {
            progress_ui(ui, &words.say(&message!(import_dialog::writing)), progress.fraction());
        } else if let Some(why) = &dialog.problem {
            problem_ui(ui, why);
        } else if plan.is_some_and(crate::import::Plan::is_idle) {
            ui.label(Type::Body.text(words.say(&message!(import::nothing_to_do)), tokens_of(ui).ink2));
        }
    });
    let mut intent = None;
    ui.horizontal(|ui| {
        let idle = dialog.writing.is_none();
        let may = idle && dialog.is_current() && plan.is_some_and(|plan| !plan.is_idle());
        let import = |ui: &mut Ui| button(ui, None, &words.say(&message!(import_dialog::import)));
        // As where a briefing is begun: the key that goes on from wherever the keyboard is.
        let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if ui.add_enabled_ui(may, import).inner.clicked() || may && by_key {
            intent = Some(Intent::Import);
        }
        if quiet_button(ui, None, &words.say(&message!(dialogs::cancel))).clicked() {
            intent = Some(if idle { Intent::Close } else { Intent::Stop });
        }
    });
    intent
}
