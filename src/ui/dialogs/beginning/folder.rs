//! The last step: where the briefing goes, and where the text of its document is kept.

use egui::Ui;

use super::wizard::{Choosing, Wizard};
use super::{Intent, Scene};
use crate::briefing::Value;
use crate::export::origins::{BESIDE, ChoiceSpec, TEXT};
use crate::import::document::file_names;
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, segments};

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, is_choosing: bool) -> Option<Intent> {
    let (t, words) = (tokens_of(ui), scene.words);
    let mut intent = None;
    ui.label(Type::Body.text(words.say(&message!(new_briefing::folder_why)), t.ink2));
    ui.add_space(4.0);
    let name = words.say(&message!(new_briefing::folder_field));
    if path_field(ui, &mut wizard.folder, &name, &name, &mut wizard.wants_focus) {
        intent = Some(Intent::Next);
    }
    ui.add_space(4.0);
    let choose = words.say(&message!(new_briefing::folder_choose));
    if ui.add_enabled_ui(!is_choosing, |ui| button(ui, None, &choose)).inner.clicked() {
        intent = Some(Intent::Choose(Choosing::Folder));
    }
    if wizard.origin.is_read() {
        ui.add_space(16.0);
        let choice = ChoiceSpec::find(TEXT);
        let kept = words.say(&choice.label);
        ui.label(Type::Body.strong(&kept, t.ink));
        let names: Vec<(bool, String)> =
            choice.values.iter().map(|(key, name, _)| (*key == BESIDE, words.say(name))).collect();
        let options: Vec<(bool, &str)> = names.iter().map(|(beside, name)| (*beside, name.as_str())).collect();
        segments(ui, &kept, None, &mut wizard.beside, &options);
        let chosen = choice.values.iter().find(|(key, ..)| (*key == BESIDE) == wizard.beside);
        if let Some((_, _, does)) = chosen {
            ui.label(Type::Caption.text(words.say(does), t.muted));
        }
        ui.add_space(16.0);
        let is_commented = wizard.proof.as_ref().is_some_and(|(_, proof)| proof.draft().is_commented());
        let files = message!(new_briefing::writes, files = Value::list(file_names(wizard.beside, is_commented)));
        ui.label(Type::Caption.text(words.say(&files), t.ink2));
    }
    intent
}
