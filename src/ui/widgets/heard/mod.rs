//! What a screen reader is told besides what the controls say of themselves.

mod announced;
mod landmark;
mod place;
mod table;

use egui::{Response, Ui, UiBuilder, WidgetInfo, accesskit::Live, accesskit::Role};

pub use self::announced::{announce_change, announced_ui};
pub use self::landmark::{bare, landmark};
pub use self::place::{Place, Takes, place};
pub use self::table::{Rows, cell, row_place, table};

/// Names a control that is one of several and the one that is chosen, or not: it is selected, and not pressed in as what
/// is switched on.
pub fn chosen(ui: &Ui, response: &Response, role: Role, name: &str, is_chosen: bool) {
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
}

/// Shows the name of a control as its tooltip, which a screen reader does not say a second time.
pub fn named_on_hover(ui: &Ui, response: Response, name: &str) -> Response {
    let response = response.on_hover_text(name);
    ui.ctx().accesskit_node_builder(response.id, egui::accesskit::Node::clear_description);
    response
}

/// Makes a label a message that is read out as soon as it stands there, and at once where something failed.
pub fn alert(ui: &Ui, label: &Response, text: &str, failed: bool) {
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(if failed { Role::Alert } else { Role::Status });
        node.set_live(if failed { Live::Assertive } else { Live::Polite });
        // A label is named by its value, a message by its label.
        node.clear_value();
        node.set_label(text);
    });
}

/// Says of a control that it opens and closes what belongs to it.
pub fn opens(ui: &Ui, response: &Response, is_open: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
}

/// Draws what a screen reader passes over: the control around it says as much.
pub fn unheard<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new(), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
        add(ui)
    })
    .inner
}
