//! The dialog as it is drawn: the table above, what it is taken as at the left, what it would do at the right, its foot
//! below.

use egui::{Align, Label, Layout, Rect, Ui, vec2};

use super::Dialog;
use super::columns;
use super::foot::{self, Intent};
use super::preview;
use crate::briefing::Message;
use crate::briefing::visible::visible;
use crate::import::{KINDS, Kind};
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, dialog as dialog_widget, heading, segments_or_menu, within};
use crate::words::Words;

const WIDTH: f32 = 920.0;
const GUTTER: f32 = 24.0;
/// The left side, where there is room for two.
const LEFT: f32 = 400.0;
/// What is not the two sides: the margins of the dialog and around it, its head, the table, the kinds, the foot.
const AROUND: f32 = 290.0;
const HEIGHT: (f32, f32) = (180.0, 560.0);

/// Draws the dialog. Returns what the reader wants.
pub fn ui(ui: &Ui, words: &Words, dialog: &mut Dialog, system_dialog_is_open: bool) -> Option<Intent> {
    let window = ui.ctx().content_rect().size();
    let width = WIDTH.min(window.x - 72.0);
    let mut intent = None;
    let title = words.say(&message!(import_dialog::title));
    let modal = dialog_widget(ui, "import", &title, width, |ui| {
        heading(ui, Type::Lead, &title);
        let idle = dialog.writing.is_none();
        ui.add_enabled_ui(idle, |ui| {
            intent = table_ui(ui, words, dialog, system_dialog_is_open);
            kind_ui(ui, words, dialog);
            facts_ui(ui, words, dialog);
            ui.add_space(4.0);
            let (top, height) = (ui.cursor().min, (window.y - AROUND).clamp(HEIGHT.0, HEIGHT.1));
            let side = ((width - GUTTER) / 2.0).min(LEFT);
            let left = Rect::from_min_size(top, vec2(side, height));
            within(ui, left, Layout::top_down(Align::Min), |ui| columns::ui(ui, words, dialog, height));
            let right = Rect::from_min_size(top + vec2(side + GUTTER, 0.0), vec2(width - side - GUTTER, height));
            if dialog.table.is_some() {
                within(ui, right, Layout::top_down(Align::Min), |ui| preview::ui(ui, words, dialog));
            }
            ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, height)));
        });
        ui.add_space(4.0);
        let asked = foot::ui(ui, words, dialog);
        intent = intent.take().or(asked);
    });
    if modal.should_close() { Some(Intent::Close) } else { intent }
}

/// Draws which table it is, and how another is chosen.
fn table_ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog, system_dialog_is_open: bool) -> Option<Intent> {
    let mut intent = None;
    let row = vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let choose = |ui: &mut Ui| button(ui, None, &words.say(&message!(import_dialog::choose)));
        if ui.add_enabled_ui(!system_dialog_is_open, choose).inner.clicked() {
            intent = Some(Intent::Choose);
        }
        let untaken = dialog.untaken();
        let look = |ui: &mut Ui| button(ui, None, &words.say(&message!(import_dialog::look)));
        let pressed = ui.add_enabled_ui(untaken.is_some(), look).inner.clicked();
        let name = words.say(&message!(import_dialog::path));
        let hint = words.say(&message!(import_dialog::hint));
        let entered = path_field(ui, &mut dialog.path, &hint, &name, &mut dialog.wants_focus);
        if pressed || entered {
            intent = dialog.untaken().map(Intent::Take).or_else(|| intent.take());
        }
    });
    intent
}

/// Draws what the table is of.
fn kind_ui(ui: &mut Ui, words: &Words, dialog: &mut Dialog) {
    let known: Vec<(&str, String)> = KINDS.iter().map(|kind| (kind.key, words.say(&kind.label))).collect();
    let known: Vec<(&str, &str)> = known.iter().map(|(key, label)| (*key, label.as_str())).collect();
    let mut key = dialog.kind.map_or("", |kind| kind.key);
    let chosen = ui.add_enabled_ui(dialog.table.is_some(), |ui| {
        segments_or_menu(ui, &words.say(&message!(import_dialog::kind)), &mut key, &known)
    });
    if chosen.inner {
        dialog.kind = Kind::find(key);
        dialog.columns.clear();
    }
}

/// Draws what the table was found to be.
fn facts_ui(ui: &mut Ui, words: &Words, dialog: &Dialog) {
    let t = tokens_of(ui);
    let plan = dialog.look.as_ref().and_then(|look| look.outcome.as_ref().ok()).map(|(plan, _)| plan);
    let said = |message: &Message| Label::new(Type::Caption.text(visible(&words.say(message)), t.ink2));
    match (plan, &dialog.table) {
        // What is long in it is what the file itself is called: the rest of it stands below.
        (Some(plan), _) => ui.add(said(&plan.table.message()).truncate()),
        (None, None) => ui.add(said(&message!(import_dialog::why)).wrap()),
        (None, Some(_)) => ui.label(""),
    };
}
