//! Under the chart: what its marks mean, its events in words, and the whole chart in one sentence.

use egui::{Label, Ui};

use crate::drawing::chart::Chart;
use crate::message;
use crate::ui::parts::citations_ui;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Needed, TallList};

/// Draws it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, chart: &Chart) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(6.0);
    if !chart.marks.is_empty() {
        ui.add(Label::new(Type::Caption.text(&chart.marks, t.ink2)).wrap());
    }
    ui.add(Label::new(Type::Caption.text(&chart.sentence, t.muted)).wrap());
    if !chart.notes.is_empty() {
        ui.add_space(4.0);
        TallList::new(ui, "events", chart.notes.len()).ui(ui, Needed::Nothing, |ui, row| {
            let note = &chart.notes[row];
            ui.horizontal_wrapped(|ui| {
                let said = message!(chart::event_beside, number = note.number, on = note.on, event = &note.label);
                ui.label(Type::Caption.text(desk.words.say(&said), t.ink2));
                citations_ui(ui, desk, &note.citations);
            });
        });
    }
    ui.add_space(12.0);
}
