//! The bar below what is looked at: what turns its pages, or what unfolds where it comes from.

use egui::{Align, Layout, Rect, Ui};

use crate::ui::theme::tokens_of;
use crate::ui::widgets::within;

const HEIGHT: f32 = 32.0;

/// Parts a bar from a room. Returns what is left of the room, and the bar.
pub fn parted(room: Rect) -> (Rect, Rect) {
    room.split_top_bottom_at_y((room.bottom() - HEIGHT).max(room.top()))
}

/// Draws a bar.
pub fn ui<R>(ui: &mut Ui, bar: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens_of(ui);
    ui.painter().rect_filled(bar, 0.0, t.panel);
    ui.painter().hline(bar.x_range(), bar.top(), (1.0, t.hairline));
    within(ui, bar.shrink2(egui::vec2(6.0, 2.0)), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        add(ui)
    })
}
