//! A dialog over the window.

use egui::accesskit::Role;
use egui::{Frame, Id, Modal, ModalResponse, Ui};

use super::heard::{Place, Takes, place};
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::tokens_of;

/// Draws a dialog on a flat layer that dims the window, under the name that a screen reader says as it opens. It takes the
/// keyboard where nothing in it does. Escape and a click beside it ask to close it.
pub fn dialog<R>(ui: &Ui, id: &str, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let t = tokens_of(ui);
    let alpha = if ui.visuals().dark_mode { alpha::SCRIM_DARK } else { alpha::SCRIM_LIGHT };
    let id = Id::unique(("dialog", id));
    Modal::new(id)
        .backdrop_color(t.scrim.gamma_multiply(alpha))
        .frame(Frame::popup(ui.style()).inner_margin(20.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            dialog_ui(ui, id, name, add)
        })
}

/// Draws what stands in a dialog, in the area that is drawn for it.
pub fn dialog_ui<R>(ui: &mut Ui, id: Id, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let id = id.with("place");
    if let Some(area) = ui.stack().iter().find(|around| around.is_area_ui()) {
        ui.ctx().accesskit_node_builder(area.unique_id, |node| node.set_role(Role::GenericContainer));
    }
    place(ui, &Place { id, role: Role::Dialog, name, takes: Takes::KeyboardIfFree }, add)
}
