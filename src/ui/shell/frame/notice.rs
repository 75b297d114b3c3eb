//! A line that says what came of something, until the reader closes it.

use crate::message;
use egui::{Align, Layout, Ui, accesskit::Role};

use crate::ui::shell::desk::{Command, Desk};
use crate::ui::shell::notice::Notice;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, button, icon_button};

/// Draws the line. Returns whether the reader closed it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, notice: &Notice) -> bool {
    let t = tokens_of(ui);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let closed = icon_button(ui, Icon::Close, &desk.words.say(&message!(shell::close_message)), false).clicked();
        if let Some(file) = &notice.file
            && button(ui, Some(Icon::FolderOpen), &desk.words.say(&message!(shell::show_folder))).clicked()
        {
            desk.send(Command::LookInto(file.clone()));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let ink = if notice.failed { t.bad } else { t.ink };
            let label = ui.add(egui::Label::new(Type::Body.text(&notice.text, ink)).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_role(if notice.failed { Role::Alert } else { Role::Status });
                node.set_label(notice.text.as_str());
                node.clear_value();
            });
        });
        closed
    })
    .inner
}
