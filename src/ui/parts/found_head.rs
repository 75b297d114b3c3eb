//! The head of a section whose text the find bar finds.

use egui::Ui;

use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{as_heading, section_rule};

/// A section's head whose text can be found.
pub fn found_head(ui: &mut Ui, desk: &mut Desk<'_>, title: &str, aside: &str) {
    section_rule(ui);
    let t = tokens_of(ui);
    ui.horizontal_wrapped(|ui| {
        let label = desk.finder.label(ui, title, Type::Lead.strong_format(t.ink));
        as_heading(ui, &label, Type::Lead, title);
        if !aside.is_empty() {
            desk.finder.label(ui, aside, Type::Caption.format(t.muted));
        }
    });
}
