//! The first step: what the briefing is begun from.

use egui::{ScrollArea, TextEdit, Ui};

use super::wizard::{Choosing, MOST_PASTED, Origin, Wizard};
use super::{Intent, Scene};
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, segments};

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, is_choosing: bool) -> Option<Intent> {
    let (t, words) = (tokens_of(ui), scene.words);
    let names = [
        (Origin::File, words.say(&message!(new_briefing::how_file))),
        (Origin::Text, words.say(&message!(new_briefing::how_text))),
        (Origin::Nothing, words.say(&message!(new_briefing::how_nothing))),
    ];
    let options = names.each_ref().map(|(origin, name)| (*origin, name.as_str()));
    let how = words.say(&message!(new_briefing::how));
    if segments(ui, &how, None, &mut wizard.origin, &options) {
        wizard.problem = None;
    }
    ui.add_space(4.0);
    let why = match wizard.origin {
        Origin::File => message!(new_briefing::file_why),
        Origin::Text => message!(new_briefing::text_why),
        Origin::Nothing => message!(new_briefing::nothing_why),
    };
    ui.label(Type::Body.text(words.say(&why), t.ink2));
    ui.add_space(4.0);
    let mut intent = None;
    match wizard.origin {
        Origin::File => {
            let (hint, name) =
                (words.say(&message!(new_briefing::file_hint)), words.say(&message!(new_briefing::file_field)));
            if path_field(ui, &mut wizard.path, &hint, &name, &mut wizard.wants_focus) {
                intent = Some(Intent::Next);
            }
            ui.add_space(4.0);
            let choose = words.say(&message!(new_briefing::file_choose));
            if ui.add_enabled_ui(!is_choosing, |ui| button(ui, None, &choose)).inner.clicked() {
                intent = Some(Intent::Choose(Choosing::Document));
            }
        }
        Origin::Text => {
            let room = ui.available_height() - 4.0;
            ScrollArea::vertical().id_salt("pasted").max_height(room).min_scrolled_height(room).show(ui, |ui| {
                let hint = words.say(&message!(new_briefing::text_hint));
                let field = TextEdit::multiline(&mut wizard.text)
                    .hint_text(hint)
                    .char_limit(MOST_PASTED)
                    .desired_width(f32::INFINITY)
                    .min_size(egui::vec2(0.0, room - 4.0));
                let field = ui.add(field).accessible_name(words.say(&message!(new_briefing::text_field)));
                if std::mem::take(&mut wizard.wants_focus) {
                    field.request_focus();
                }
            });
        }
        Origin::Nothing => wizard.wants_focus = false,
    }
    intent
}
