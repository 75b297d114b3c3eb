//! The third step: what the document is and where it is from, as its file says it, each to be set right.

use egui::{Key, ScrollArea, TextEdit, Ui};

use super::wizard::Wizard;
use super::{Intent, Scene};
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::control_row;

/// How wide the names at the left are.
const LABEL: f32 = 104.0;
/// No text is longer.
const MOST: usize = 2000;

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard) -> Option<Intent> {
    let (t, words) = (tokens_of(ui), scene.words);
    let has_document = wizard.origin.is_read();
    let why = if has_document { message!(new_briefing::about_why) } else { message!(new_briefing::about_name_why) };
    ui.label(Type::Body.text(words.say(&why), t.ink2));
    ui.add_space(4.0);
    let about = &mut wizard.about;
    let fields = [
        (message!(new_briefing::about_title), &mut about.title, String::new()),
        (message!(new_briefing::about_publisher), &mut about.publisher, String::new()),
        (message!(new_briefing::about_author), &mut about.author, String::new()),
        (
            message!(new_briefing::about_published),
            &mut about.published,
            words.say(&message!(new_briefing::about_published_hint)),
        ),
        (
            message!(new_briefing::about_language),
            &mut about.language,
            words.say(&message!(new_briefing::about_language_hint)),
        ),
        (message!(new_briefing::about_address), &mut about.address, String::new()),
    ];
    let shown = if has_document { fields.len() } else { 1 };
    let mut entered = false;
    let room = ui.available_height();
    ScrollArea::vertical().id_salt("about").max_height(room).min_scrolled_height(room).show(ui, |ui| {
        for (name, text, hint) in fields.into_iter().take(shown) {
            let name = words.say(&name);
            control_row(ui, |ui| {
                ui.set_min_height(36.0);
                let left = ui.cursor().left();
                ui.label(Type::Body.text(&name, t.ink));
                ui.add_space((left + LABEL - ui.cursor().left()).max(0.0));
                let field = TextEdit::singleline(text).hint_text(hint).char_limit(MOST).desired_width(f32::INFINITY);
                let field = ui.add(field).accessible_name(&name);
                if std::mem::take(&mut wizard.wants_focus) {
                    field.request_focus();
                }
                entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            });
        }
    });
    entered.then_some(Intent::Next)
}
