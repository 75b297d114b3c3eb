//! What was shown once, kept under a name: to be gone back to, handed on as a link, or forgotten.

use egui::{Key, ScrollArea, TextEdit, Ui};

use super::opening::Opening;
use crate::message;
use crate::ui::shell::desk::Command;
use crate::ui::shell::preferences::Preferences;
use crate::ui::shell::shown::view_name;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, at_right, button, control_row, dialog, hairline, heading, icon_button, quiet_button};
use crate::words::Words;

/// The dialog.
#[derive(Debug, Default)]
pub struct ViewsDialog {
    opening: Opening,
    name: String,
    wants_focus: bool,
}

impl ViewsDialog {
    /// Opens it.
    pub fn open(&mut self) {
        (self.name, self.wants_focus) = (String::new(), true);
        self.opening.open();
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.opening.is_open()
    }

    /// Closes it. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        self.opening.close()
    }

    /// Draws it, if it is open; `link` leads to what is shown. Returns what is asked for in it.
    pub fn ui(&mut self, ui: &Ui, words: &Words, preferences: &mut Preferences, link: &str) -> Option<Command> {
        if !self.is_open() {
            return None;
        }
        let width = 560.0_f32.min(ui.ctx().content_rect().width() - 72.0);
        let mut asked = None;
        let shown = dialog(ui, "views", &words.say(&message!(views::head)), width, |ui| {
            let t = tokens_of(ui);
            heading(ui, Type::Lead, &words.say(&message!(views::head)));
            ui.label(Type::Body.text(words.say(&message!(views::why)), t.ink2));
            ui.label(Type::Caption.mono(link, t.muted));
            ui.add_space(4.0);
            let kept = control_row(ui, |ui| {
                let name = words.say(&message!(views::name));
                let field = TextEdit::singleline(&mut self.name).hint_text(name.as_str());
                let field = ui.add(field.desired_width(width - 180.0)).accessible_name(name);
                if std::mem::take(&mut self.wants_focus) {
                    field.request_focus();
                }
                let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                button(ui, None, &words.say(&message!(views::keep))).clicked() || enter
            });
            let name = view_name(&self.name);
            if kept && !name.is_empty() {
                preferences.keep_view(&name, link.to_owned());
                self.name.clear();
            }
            list_ui(ui, words, preferences, &mut asked);
            ui.add_space(8.0);
            button(ui, None, &words.say(&message!(actions::dismiss))).clicked()
        });
        if shown.inner || shown.backdrop_response.clicked() {
            self.close();
        } else if asked.is_some() {
            self.opening.close();
        }
        asked
    }
}

/// Draws the views that are kept, each with what can be done with it.
fn list_ui(ui: &mut Ui, words: &Words, preferences: &mut Preferences, asked: &mut Option<Command>) {
    let t = tokens_of(ui);
    let mut forgotten = None;
    ui.add_space(4.0);
    let height = ui.ctx().content_rect().height() - 320.0;
    ScrollArea::vertical().max_height(height.max(80.0)).min_scrolled_height(height.max(80.0)).show(ui, |ui| {
        if preferences.views.is_empty() {
            ui.label(Type::Caption.text(words.say(&message!(views::none)), t.muted));
        }
        for (index, view) in preferences.views.iter().enumerate() {
            hairline(ui);
            control_row(ui, |ui| {
                if quiet_button(ui, None, &view.name).on_hover_text(&view.link).clicked() {
                    *asked = Some(Command::Follow(view.link.clone()));
                }
                at_right(ui, index, |ui| {
                    let copy = words.say(&message!(views::copy, name = &view.name));
                    if icon_button(ui, Icon::Copy, &copy).clicked() {
                        *asked = Some(Command::Copy(view.link.clone()));
                    }
                    let forget = words.say(&message!(views::forget, name = &view.name));
                    if icon_button(ui, Icon::Close, &forget).clicked() {
                        forgotten = Some(index);
                    }
                });
            });
        }
    });
    if let Some(index) = forgotten {
        preferences.views.remove(index);
    }
}
