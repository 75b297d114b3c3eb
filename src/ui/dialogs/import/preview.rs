//! The right side: what would be added, changed and left.

use egui::{Align, Label, Layout, ScrollArea, Ui};

use super::Dialog;
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
    let Some(look) = &dialog.look else { return };
    match &look.outcome {
        Err(err) => {
            ScrollArea::vertical().id_salt("preview").auto_shrink(false).show(ui, |ui| {
                for message in err.messages() {
                    problem_ui(ui, &words.say(&message));
                }
            });
        }
        Ok((plan, _)) => {
            if let Some(counts) = &look.counts {
                ui.label(Type::Body.text(words.say(counts), tokens_of(ui).ink));
            }
            let scroll = ScrollArea::vertical().id_salt("preview").auto_shrink(false);
            scroll.show(ui, |ui| plan_ui(ui, words, &title, plan, &look.order));
        }
    }
}

/// Draws what to know, what is left and why, what is changed, and what is added, line by line.
fn plan_ui(ui: &mut Ui, words: &Words, title: &str, plan: &Plan, order: &[usize]) {
    let (remarks, left) = (plan.remarks.len(), plan.left.iter().len());
    let rows = remarks + left + order.len();
    TallList::new(ui, "changes", rows).heard(title).ui(ui, None, |ui, at| {
        if let Some(remark) = plan.remarks.get(at) {
            line_ui(ui, "!", &words.say(remark));
        } else if let Some(left) = plan.left.iter().nth(at - remarks) {
            line_ui(ui, "−", &words.say(&left.message()));
        } else if let Some(change) = order.get(at - remarks - left).and_then(|number| plan.changes.get(*number)) {
            line_ui(ui, change.sign(), &change_said(words, change));
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
