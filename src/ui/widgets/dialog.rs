//! A dialog over the window.

use egui::{Frame, Id, Modal, ModalResponse, Ui};

use crate::ui::theme::tokens::alpha;
use crate::ui::theme::tokens_of;

/// Draws a dialog on a flat layer that dims the window. Escape and a click beside it ask to close it.
pub fn dialog<R>(ui: &Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let t = tokens_of(ui);
    let alpha = if ui.visuals().dark_mode { alpha::SCRIM_DARK } else { alpha::SCRIM_LIGHT };
    Modal::new(Id::unique(("dialog", name)))
        .backdrop_color(t.scrim.gamma_multiply(alpha))
        .frame(Frame::popup(ui.style()).inner_margin(20.0))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            add(ui)
        })
}
