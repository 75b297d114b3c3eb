//! What a secondary click on a statement offers.

use egui::Response;

use crate::briefing::Citation;
use crate::export::quotation;
use crate::ui::shell::desk::{Command, Desk};

/// Offers to copy a statement with its citation, as text or as Markdown.
pub fn copy_menu(response: &Response, desk: &mut Desk<'_>, statement: &str, citations: &[Citation]) {
    response.context_menu(|ui| {
        let copies = [
            ("Copy with citation", quotation::plain as fn(&_, &_, &_) -> _),
            ("Copy as Markdown", quotation::markdown),
        ];
        for (label, copy) in copies {
            if ui.button(label).clicked() {
                desk.send(Command::Copy(copy(desk.briefing, statement, citations)));
                ui.close();
            }
        }
    });
}
