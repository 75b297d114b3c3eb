//! The first step: what the briefing is begun from.

use egui::{ScrollArea, TextEdit, Ui};

use super::wizard::{Choosing, MOST_PASTED, Wizard};
use super::{Intent, Scene};
use crate::export::origins::{ORIGINS, Origin, OriginSpec};
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, segments_or_menu};

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, is_choosing: bool) -> Option<Intent> {
    let (t, words) = (tokens_of(ui), scene.words);
    let can = |spec: &&OriginSpec| spec.origin != Origin::Edition || scene.has_document;
    let names: Vec<(Origin, String)> =
        ORIGINS.iter().filter(can).map(|spec| (spec.origin, words.say(&spec.label))).collect();
    let options: Vec<(Origin, &str)> = names.iter().map(|(origin, name)| (*origin, name.as_str())).collect();
    let how = words.say(&message!(new_briefing::how));
    if segments_or_menu(ui, &how, &mut wizard.origin, &options) {
        wizard.problem = None;
    }
    ui.add_space(4.0);
    let spec = wizard.origin.spec();
    ui.label(Type::Body.text(words.say(&spec.why), t.ink2));
    ui.add_space(4.0);
    if let Some((name, hint)) = &spec.path {
        return path_ui(ui, scene, wizard, (&words.say(name), &words.say(hint)), is_choosing);
    }
    if wizard.origin == Origin::Text {
        text_ui(ui, scene, wizard);
    }
    wizard.wants_focus = false;
    None
}

/// Draws the field of a path, and how one is chosen.
fn path_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    wizard: &mut Wizard,
    (name, hint): (&str, &str),
    is_choosing: bool,
) -> Option<Intent> {
    let words = scene.words;
    let is_like = wizard.origin == Origin::Like;
    let path = if is_like { &mut wizard.like } else { &mut wizard.path };
    let mut intent = path_field(ui, path, hint, name, &mut wizard.wants_focus).then_some(Intent::Next);
    ui.add_space(4.0);
    let (choose, choosing) = if is_like {
        (message!(new_briefing::folder_choose), Choosing::Like)
    } else {
        (message!(new_briefing::file_choose), Choosing::Document)
    };
    if ui.add_enabled_ui(!is_choosing, |ui| button(ui, None, &words.say(&choose))).inner.clicked() {
        intent = Some(Intent::Choose(choosing));
    }
    intent
}

/// Draws the field that a text is pasted into.
fn text_ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard) {
    let words = scene.words;
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
