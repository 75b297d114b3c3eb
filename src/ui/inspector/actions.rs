//! What can be done with a statement, at the inspector's foot.

use crate::message;
use egui::Ui;

use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::widgets::{Icon, button, hairline, icon_button, quiet_button};

/// The height of the row: none where the selection is no statement.
pub const fn height(selection: &Selection) -> f32 {
    if selection.is_statement() { 46.0 } else { 0.0 }
}

/// Draws the row, if the selection is a statement.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, selection: &Selection) {
    if !selection.is_statement() {
        return;
    }
    hairline(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if button(ui, Some(Icon::Copy), &desk.words.say(&Action::CopyStatement.label()))
            .on_hover_text(desk.words.say(&Action::CopyStatement.tooltip(ui.ctx())))
            .clicked()
        {
            desk.send(Action::CopyStatement);
        }
        if quiet_button(ui, None, &desk.words.say(&Action::CopyStatementAsMarkdown.label()))
            .on_hover_text(desk.words.say(&Action::CopyStatementAsMarkdown.tooltip(ui.ctx())))
            .clicked()
        {
            desk.send(Action::CopyStatementAsMarkdown);
        }
        let at = match selection {
            Selection::Claim(key) => {
                desk.briefing.claim(key).and_then(|claim| claim.citations.iter().find_map(|c| c.at))
            }
            Selection::Sentence(at) => Some(*at),
            Selection::Source(_) | Selection::State(_) | Selection::Period(..) | Selection::Finding(..) => None,
        };
        if let Some(at) = at
            && icon_button(ui, Icon::Quotes, &desk.words.say(&message!(selection::show_in_source))).clicked()
        {
            desk.send(Command::Open(Selection::Sentence(at)));
        }
    });
}
