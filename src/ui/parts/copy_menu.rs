//! What a secondary click on a statement offers.

use crate::message;
use egui::Response;

use super::offers_menu;
use crate::briefing::Citation;
use crate::export::quotation;
use crate::ui::shell::desk::{Command, Desk};

/// Offers to copy a statement with its citation, as text or as Markdown.
pub fn copy_menu(response: &Response, desk: &mut Desk<'_>, statement: &str, citations: &[Citation]) {
    offers_menu(response, desk.words, |ui| {
        let copies = [
            (message!(shell::copy_with_citation), quotation::plain as fn(&_, &_, &_, &_) -> _),
            (message!(shell::copy_as_markdown), quotation::markdown),
        ];
        for (label, copy) in copies {
            if ui.button(desk.words.say(&label)).clicked() {
                desk.send(Command::Copy(copy(desk.briefing, statement, citations, desk.words)));
                ui.close();
            }
        }
    });
}
