//! What a secondary click on a statement offers.

use crate::message;
use egui::Response;

use crate::briefing::Citation;
use crate::export::quotation;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::widgets::context_menu;

/// Offers to copy a statement with its citation, as text or as Markdown.
pub fn copy_menu(response: &Response, desk: &mut Desk<'_>, statement: &str, citations: &[Citation]) {
    let words = desk.words;
    context_menu(
        response,
        || words.say(&message!(shell::context_menu)),
        |ui| {
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
        },
    );
}
