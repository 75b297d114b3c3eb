//! The parts of a window that a screen reader goes to by their names.

use egui::accesskit::Role;
use egui::{Id, Ui, UiKind};

/// Makes the panel that is being drawn a part of the window with a role and a name.
pub fn landmark(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(panel(ui), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// Lets a screen reader pass over the panel that is being drawn, and read what stands in it: it has no name because it is
/// no part of the window by itself.
pub fn bare(ui: &Ui) {
    ui.ctx().accesskit_node_builder(panel(ui), |node| node.set_role(Role::GenericContainer));
}

fn panel(ui: &Ui) -> Id {
    let panel = ui.stack().iter().find(|around| around.kind().is_some_and(|kind: UiKind| kind.is_panel()));
    panel.map_or_else(|| ui.unique_id(), |panel| panel.unique_id)
}
