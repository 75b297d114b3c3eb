//! The settings: one page, each change at once and undone by one press.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, ScrollArea, ThemePreference, Ui};

use super::opening::Opening;
use crate::briefing::visible::visible;
use crate::briefing::{Date, Message};
use crate::message;
use crate::ui::shell::desk::Command;
use crate::ui::shell::preferences::{Chosen, ZOOM_STEP};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, button, check_row, choice_menu, control_row, dialog, hairline, heading, icon_button};
use crate::words::{DateForm, DigitForm, Formats, Words};

/// How wide the names at the left are.
const LABEL: f32 = 190.0;

/// The dialog.
#[derive(Debug, Default)]
pub struct SettingsDialog {
    opening: Opening,
    /// The file that is written, where one is.
    file: Option<PathBuf>,
    /// What was set before each change since it was opened.
    past: Vec<Chosen>,
}

impl SettingsDialog {
    /// Opens it over the file that is written, where one is.
    pub fn open(&mut self, file: Option<PathBuf>) {
        (self.file, self.past) = (file, Vec::new());
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

    /// Draws it, if it is open. Returns what is set now, where that has changed, and what else is asked for.
    pub fn ui(&mut self, ui: &Ui, words: &Words, now: Chosen) -> (Option<Chosen>, Option<Command>) {
        if !self.is_open() {
            return (None, None);
        }
        let width = 560.0_f32.min(ui.ctx().content_rect().width() - 72.0);
        let (mut set, mut asked, mut undone) = (now, None, false);
        let shown = dialog(ui, "settings", &words.say(&message!(settings::head)), width, |ui| {
            undone = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z));
            heading(ui, Type::Title, &words.say(&message!(settings::head)));
            let height = ui.ctx().content_rect().height() - 170.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
                look_ui(ui, words, &mut set);
                numbers_ui(ui, words, &mut set);
                group_ui(ui, words, &message!(settings::reading));
                let said = (message!(settings::reopen), message!(settings::reopen_does));
                switch_ui(ui, words, &said, &mut set.reopen);
                files_ui(ui, words, self.file.as_deref(), &mut asked);
            });
            ui.add_space(12.0);
            control_row(ui, |ui| {
                let undo = |ui: &mut Ui| button(ui, None, &words.say(&message!(settings::undo))).clicked();
                undone |= ui.add_enabled_ui(!self.past.is_empty(), undo).inner;
                button(ui, None, &words.say(&message!(actions::dismiss))).clicked()
            })
        });
        if undone {
            set = self.past.pop().unwrap_or(set);
        } else if set != now {
            self.past.push(now);
        }
        if shown.inner || shown.backdrop_response.clicked() {
            self.close();
        }
        (Some(set).filter(|set| *set != now), asked)
    }
}

/// Draws the head of a group.
fn group_ui(ui: &mut Ui, words: &Words, name: &Message) {
    ui.add_space(10.0);
    hairline(ui);
    ui.add_space(6.0);
    heading(ui, Type::Body, &words.say(name));
}

/// Draws a row: its name at the left, what is set at the right.
fn row_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens_of(ui);
    control_row(ui, |ui| {
        ui.set_min_height(32.0);
        let left = ui.cursor().left();
        ui.label(Type::Body.text(name, t.ink));
        ui.add_space((left + LABEL - ui.cursor().left()).max(0.0));
        add(ui)
    })
}

/// Draws what is on or off, with what it means.
fn switch_ui(ui: &mut Ui, words: &Words, (name, does): &(Message, Message), on: &mut bool) {
    let (name, does) = (words.say(name), words.say(does));
    if check_row(ui, *on, &name, &name) {
        *on = !*on;
    }
    ui.visuals_mut().indent_has_left_vline = false;
    ui.indent("does", |ui| ui.label(Type::Caption.text(does, tokens_of(ui).muted)));
}

fn look_ui(ui: &mut Ui, words: &Words, set: &mut Chosen) {
    group_ui(ui, words, &message!(settings::look));
    let themes = [
        (ThemePreference::System, false, message!(settings::system)),
        (ThemePreference::Light, false, message!(settings::light)),
        (ThemePreference::Dark, false, message!(settings::dark)),
        (ThemePreference::Light, true, message!(settings::contrast_light)),
        (ThemePreference::Dark, true, message!(settings::contrast_dark)),
    ];
    let is_set =
        |(theme, contrast, _): &(ThemePreference, bool, Message)| *contrast == set.contrast && (*theme == set.theme);
    let at = themes.iter().position(is_set).unwrap_or_default();
    let name = words.say(&message!(settings::theme));
    let picked = row_ui(ui, &name, |ui| choice_menu(ui, &name, &themes, at, |(.., said)| words.say(said)));
    if let Some((theme, contrast, _)) = picked.and_then(|picked| themes.get(picked)) {
        (set.theme, set.contrast) = (*theme, *contrast);
    }
    row_ui(ui, &words.say(&message!(settings::zoom)), |ui| {
        if icon_button(ui, Icon::Minus, &words.say(&message!(settings::smaller))).clicked() {
            set.zoom = (set.zoom - ZOOM_STEP).max(0.5);
        }
        let percent = (set.zoom * 100.0).round() as u32;
        ui.label(Type::Body.text(words.say(&message!(shell::zoom, percent = percent)), tokens_of(ui).ink));
        if icon_button(ui, Icon::Plus, &words.say(&message!(settings::larger))).clicked() {
            set.zoom = (set.zoom + ZOOM_STEP).min(3.0);
        }
    });
    switch_ui(ui, words, &(message!(settings::still), message!(settings::still_does)), &mut set.still);
}

fn numbers_ui(ui: &mut Ui, words: &Words, set: &mut Chosen) {
    group_ui(ui, words, &message!(settings::numbers));
    let Formats { digits, dates } = set.formats;
    let name = words.say(&message!(settings::digits));
    let at = DigitForm::ALL.iter().position(|form| *form == digits).unwrap_or_default();
    let picked = row_ui(ui, &name, |ui| choice_menu(ui, &name, &DigitForm::ALL, at, |form| form.example()));
    if let Some(form) = picked.and_then(|picked| DigitForm::ALL.get(picked)) {
        set.formats.digits = *form;
    }
    let name = words.say(&message!(settings::dates));
    let at = DateForm::ALL.iter().position(|form| *form == dates).unwrap_or_default();
    let example = |form: &DateForm| {
        let words = Words::written(words.language(), Formats { digits, dates: *form });
        words.date(Date::day(jiff::civil::date(2025, 7, 14)))
    };
    let picked = row_ui(ui, &name, |ui| choice_menu(ui, &name, &DateForm::ALL, at, example));
    if let Some(form) = picked.and_then(|picked| DateForm::ALL.get(picked)) {
        set.formats.dates = *form;
    }
    let said = (message!(settings::second_names), message!(settings::second_names_does));
    switch_ui(ui, words, &said, &mut set.second_names);
}

fn files_ui(ui: &mut Ui, words: &Words, file: Option<&Path>, asked: &mut Option<Command>) {
    let t = tokens_of(ui);
    group_ui(ui, words, &message!(settings::files));
    let Some(file) = file else {
        ui.label(Type::Caption.text(words.say(&message!(settings::no_file)), t.muted));
        return;
    };
    ui.label(Type::Body.text(words.say(&message!(settings::file)), t.ink));
    ui.label(Type::Caption.mono(visible(&file.display().to_string()), t.ink2));
    if button(ui, Some(Icon::FolderOpen), &words.say(&message!(shell::show_folder))).clicked() {
        *asked = Some(Command::LookInto(file.to_owned()));
    }
}
