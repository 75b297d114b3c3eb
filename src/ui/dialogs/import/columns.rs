//! The left side: the columns and what each is taken as, whom names mean, and what the table does not say itself.

use egui::{Align, Label, Layout, ScrollArea, TextEdit, Ui, vec2};

use super::Dialog;
use crate::briefing::Message;
use crate::briefing::visible::visible;
use crate::import::{ColumnUse, Kind, Look, OPTIONS, OptionSpec};
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, choice_menu, control_row, heading};
use crate::words::Words;

/// How wide the names at the left are.
const LABEL: f32 = 150.0;

/// Draws it.
pub fn ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog, height: f32) {
    ScrollArea::vertical().id_salt("columns").max_height(height).min_scrolled_height(height).auto_shrink(false).show(
        ui,
        |ui| {
            let Some(look) = dialog.look.take() else { return };
            columns_ui(ui, words, dialog, &look);
            names_ui(ui, words, dialog, &look);
            options_ui(ui, words, dialog, look.kind);
            dialog.look = Some(look);
        },
    );
}

/// Draws a column a row: its head, what stands in it, and what it is taken as.
fn columns_ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog, look: &Look) {
    if look.columns.is_empty() {
        return;
    }
    let title = words.say(&message!(import_dialog::columns));
    heading(ui, Type::Body, &title);
    let roles = roles(look);
    TallList::new(ui, "columns", look.columns.len()).heard(title).ui(ui, None, |ui, at| {
        let column = &look.columns[at];
        if let Some(role) = column_ui(ui, words, dialog, column, &roles) {
            dialog.columns.retain(|_, head| *head != column.head);
            if role.is_empty() {
                // What it was taken as is to be no column.
                drop(column.role.map(|role| dialog.columns.insert(role, String::new())));
            } else {
                dialog.columns.insert(role, column.head.clone());
            }
        }
    });
    ui.add_space(8.0);
}

/// What the columns can be chosen as: where a layout was found, as what it lets them be, else as anything.
fn roles(look: &Look) -> Vec<(&'static str, Message)> {
    let mut roles = (look.kind.roles)();
    if let Ok((plan, _)) = &look.outcome {
        roles.retain(|(key, _)| plan.table.roles.contains(key));
    }
    roles
}

/// Draws a column. Returns the key of what it is to be taken as, which is empty where it is to be left.
fn column_ui(
    ui: &mut Ui,
    words: &Words,
    dialog: &Dialog,
    column: &ColumnUse,
    roles: &[(&'static str, Message)],
) -> Option<&'static str> {
    let t = tokens_of(ui);
    let left = words.say(&message!(import_dialog::left));
    // What was chosen stands there at once, also while it is looked at.
    let chosen = dialog.columns.iter().find(|(_, head)| **head == column.head).map(|(role, _)| *role);
    let given_up = |role: &&'static str| dialog.columns.get(role).is_some_and(|head| *head != column.head);
    let role = chosen.or_else(|| column.role.filter(|role| !given_up(role)));
    let mut picked = None;
    control_row(ui, |ui| {
        let part = (ui.available_width() - 16.0) / 3.0;
        let cell = |ui: &mut Ui, text: egui::RichText| {
            let (rect, _) = ui.allocate_exact_size(vec2(part, 28.0), egui::Sense::empty());
            crate::ui::widgets::within(ui, rect, Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text).truncate());
            });
        };
        cell(ui, Type::Body.text(visible(&column.head), t.ink));
        cell(ui, Type::Caption.text(visible(&column.sample), t.muted));
        let named = |key: &str| {
            let known = roles.iter().find(|(own, _)| *own == key);
            known.map_or_else(|| key.to_owned(), |(_, label)| words.say(label))
        };
        let may_choose = !column.head.is_empty()
            && !roles.is_empty()
            && role.is_none_or(|role| roles.iter().any(|(own, _)| *own == role));
        if !may_choose {
            let text = role.map_or_else(|| left.clone(), named);
            ui.add(Label::new(Type::Body.text(text, if role.is_some() { t.ink } else { t.muted })).truncate());
            return;
        }
        // One alone has to be some column.
        let may_be_left = role.is_none() || roles.len() > 1;
        let own = roles.iter().map(|(key, _)| *key);
        let options: Vec<&'static str> = may_be_left.then_some("").into_iter().chain(own).collect();
        let at = options.iter().position(|option| *option == role.unwrap_or_default()).unwrap_or_default();
        let spoken = words.say(&message!(import_dialog::taken_as, head = visible(&column.head).into_owned()));
        let name = |option: &&'static str| if option.is_empty() { left.clone() } else { named(option) };
        picked = choice_menu(ui, &spoken, &options, at, name).and_then(|at| options.get(at).copied());
    });
    picked
}

/// Draws names that nobody knows, each with a field for who is meant.
fn names_ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog, look: &Look) {
    let strangers = look.outcome.as_ref().map_or(&[] as &[String], |(plan, _)| &plan.strangers);
    for name in strangers {
        dialog.names.entry(name.clone()).or_default();
    }
    if dialog.names.is_empty() {
        return;
    }
    heading(ui, Type::Body, &words.say(&message!(import_dialog::names)));
    let hint = words.say(&message!(import_dialog::names_hint));
    for (name, meant) in &mut dialog.names {
        let spoken = words.say(&message!(import_dialog::meant_by, name = visible(name).into_owned()));
        field_ui(ui, &visible(name), &spoken, &hint, meant);
    }
    ui.add_space(8.0);
}

/// Draws what can be said of the table as a whole.
fn options_ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog, kind: &'static Kind) {
    heading(ui, Type::Body, &words.say(&message!(import_dialog::options)));
    // Columns and names are chosen above.
    for option in OPTIONS.iter().filter(|option| option.is_for(kind) && !matches!(option.key, "column" | "map")) {
        let values = (option.values)(kind);
        let said = dialog.said.entry(option.key).or_default();
        if values.is_empty() {
            let does = words.say(&(option.does)());
            field_ui(ui, &words.say(&(option.label)()), &words.say(&(option.label)()), &does, said);
        } else {
            choice_ui(ui, words, option, &values, said);
        }
    }
}

/// Draws one of several values that there are, the first that it is found out.
fn choice_ui(ui: &mut Ui, words: &Words, option: &OptionSpec, values: &[(&'static str, Message)], said: &mut String) {
    let label = words.say(&(option.label)());
    control_row(ui, |ui| {
        label_ui(ui, &label);
        let found_out = ("", message!(import_dialog::found_out));
        let options: Vec<&(&str, Message)> = std::iter::once(&found_out).chain(values).collect();
        let at = options.iter().position(|(key, _)| key == said).unwrap_or_default();
        if let Some(at) = choice_menu(ui, &words.say(&(option.does)()), &options, at, |(_, label)| words.say(label)) {
            options.get(at).map_or("", |(key, _)| key).clone_into(said);
        }
    });
}

/// Draws a name and a field.
fn field_ui(ui: &mut Ui, label: &str, spoken: &str, hint: &str, text: &mut String) {
    control_row(ui, |ui| {
        label_ui(ui, label);
        let field = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY));
        field.on_hover_text(hint).accessible_name(spoken);
    });
}

fn label_ui(ui: &mut Ui, label: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(LABEL, 28.0), egui::Sense::empty());
    let ink = tokens_of(ui).ink2;
    crate::ui::widgets::within(ui, rect, Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(Type::Body.text(label, ink)).truncate());
    });
}
