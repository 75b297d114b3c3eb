//! Where the parties' own accounts differ, and what nobody could tell.

use egui::Ui;

use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{citations_ui, hairline, section_head};

/// Draws the accounts side by side.
pub fn readouts_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    let readouts = &desk.briefing.meeting.readouts;
    if readouts.differences.is_empty() {
        return;
    }
    section_head(ui, "Two accounts of one meeting", "where the read-outs differ");
    for (index, difference) in readouts.differences.iter().enumerate() {
        if index > 0 {
            hairline(ui);
        }
        ui.label(Type::Body.strong(&difference.about, t.ink));
        ui.columns(readouts.parties.len().max(1), |columns| {
            for (ui, party) in columns.iter_mut().zip(&readouts.parties) {
                ui.horizontal(|ui| {
                    ui.label(Type::Caption.text(&party.name, t.muted));
                    if let Some(account) = difference.accounts.get(&party.id) {
                        citations_ui(ui, desk, &account.citations);
                    }
                });
                let account = difference.accounts.get(&party.id).map_or("Says nothing of it.", |account| &account.text);
                ui.label(Type::Body.text(account, t.ink));
            }
        });
    }
}

/// Draws what was looked for and not found.
pub fn unknowns_ui(ui: &mut Ui, desk: &Desk<'_>) {
    let t = tokens_of(ui);
    let unknowns = &desk.briefing.meeting.unknowns;
    if unknowns.is_empty() {
        return;
    }
    section_head(ui, "What this briefing does not know", "looked for and not found");
    for unknown in unknowns {
        ui.horizontal_top(|ui| {
            ui.label(Type::Body.text("–", t.muted));
            ui.add(egui::Label::new(Type::Body.text(&unknown.text, t.ink)).wrap());
        });
    }
}
