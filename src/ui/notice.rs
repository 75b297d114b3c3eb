//! A line that says what came of something, until the reader closes it.

use egui::{Align, Layout, Ui, accesskit::Role};

use super::theme::{Type, tokens_of};
use super::widgets::{Icon, icon_button};

/// What came of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What a reader should know.
    pub text: String,
    /// Whether it went wrong.
    pub failed: bool,
}

impl Notice {
    /// Something went as asked.
    pub const fn done(text: String) -> Self {
        Self { text, failed: false }
    }

    /// Something went wrong.
    pub const fn failed(text: String) -> Self {
        Self { text, failed: true }
    }
}

/// Draws the line. Returns whether the reader closed it.
pub fn ui(ui: &mut Ui, notice: &Notice) -> bool {
    let t = tokens_of(ui);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let closed = icon_button(ui, Icon::Close, "Close the message", false).clicked();
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
