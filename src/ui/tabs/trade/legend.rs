//! Under the chart: what its marks mean, its events in words, and the whole chart in one sentence.

use egui::{Label, Ui};

use super::state::{Shown, TradeState};
use crate::analysis::format;
use crate::analysis::trade::chart::marks;
use crate::ui::parts::citations_ui;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::words::Words;

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &TradeState, shown: &Shown) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(6.0);
    let marks = Words::english().sentences(&marks(&desk.briefing.document.called, &shown.view, state.kind));
    if !marks.is_empty() {
        ui.add(Label::new(Type::Caption.text(marks, t.ink2)).wrap());
    }
    ui.add(Label::new(Type::Caption.text(Words::english().say(&shown.sentence), t.muted)).wrap());
    if state.annotated && !shown.notes.is_empty() {
        ui.add_space(4.0);
        for note in &shown.notes {
            ui.horizontal_wrapped(|ui| {
                let date = format::date(note.on);
                ui.label(Type::Caption.text(format!("{}  {date}: {}", note.number, note.label), t.ink2));
                citations_ui(ui, desk, &note.citations);
            });
        }
    }
    ui.add_space(12.0);
}
