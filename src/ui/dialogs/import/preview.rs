//! The right side: what would be added, changed and left.

use egui::{Align, Label, Layout, ScrollArea, Ui};

use super::Dialog;
use crate::briefing::Message;
use crate::briefing::visible::shown;
use crate::import::{Change, Plan};
use crate::message;
use crate::ui::dialogs::report::{problem_ui, progress_ui};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, heading};
use crate::words::Words;

/// How wide the sign before a line is.
const SIGN: f32 = 16.0;

/// Draws it.
pub fn ui(ui: &mut Ui, words: &Words, dialog: &Dialog) {
    let title = words.say(&message!(import_dialog::preview));
    heading(ui, Type::Body, &title);
    if let Some(progress) = dialog.looking.as_ref().and_then(|looking| looking.slow(ui.ctx())) {
        progress_ui(ui, &words.say(&message!(import_dialog::looking)), progress.fraction());
        return;
    }
    match dialog.look.as_ref().map(|look| &look.outcome) {
        None => {}
        Some(Err(err)) => {
            ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
                for message in err.messages() {
                    problem_ui(ui, &words.say(&message));
                }
            });
        }
        Some(Ok((plan, _))) => {
            ui.label(Type::Body.text(words.say(&plan.counts()), tokens_of(ui).ink));
            ScrollArea::vertical()
                .id_salt("preview")
                .auto_shrink(false)
                .show(ui, |ui| plan_ui(ui, words, &title, plan));
        }
    }
}

/// Draws what to know, what is left and why, what is changed, and what is added, line by line.
fn plan_ui(ui: &mut Ui, words: &Words, title: &str, plan: &Plan) {
    let remarks = plan.remarks.len();
    let left: Vec<Message> = plan.left.iter().map(crate::import::Left::message).collect();
    let changed: Vec<&Change> = plan.changed().collect();
    let added: Vec<&Change> = plan.added().collect();
    let rows = remarks + left.len() + changed.len() + added.len();
    TallList::new(ui, "changes", rows).heard(title).ui(ui, None, |ui, at| {
        let (at_left, at_changed) = (at.wrapping_sub(remarks), at.wrapping_sub(remarks + left.len()));
        if let Some(remark) = plan.remarks.get(at) {
            line_ui(ui, "!", &words.say(remark));
        } else if let Some(why) = left.get(at_left) {
            line_ui(ui, "−", &words.say(why));
        } else if let Some(change) = changed.get(at_changed) {
            line_ui(ui, "~", &change_said(words, change));
        } else if let Some(change) = added.get(at_changed.wrapping_sub(changed.len())) {
            line_ui(ui, "+", &change_said(words, change));
        }
    });
}

/// What is added or changed, and by which row.
fn change_said(words: &Words, change: &Change) -> String {
    let said = words.say(&change.message());
    match change.row {
        Some(row) => words.say(&message!(import_dialog::by_row, said = said, row = row.to_string())),
        None => said,
    }
}

fn line_ui(ui: &mut Ui, sign: &str, said: &str) {
    let t = tokens_of(ui);
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left = ui.cursor().left();
        let ink = if matches!(sign, "!" | "~") { t.caution } else { t.muted };
        ui.label(Type::Body.strong(sign, ink));
        ui.add_space((left + SIGN - ui.cursor().left()).max(0.0));
        ui.add(Label::new(Type::Body.text(shown(said), t.ink)).wrap());
    });
}
