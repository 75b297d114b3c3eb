//! The ring around what the keyboard is on.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::tokens_of;

/// Paints the ring 2 points outside a rectangle, if `response` has the focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(corner + 2),
            Stroke::new(tokens_of(ui).ring, tokens_of(ui).accent),
            StrokeKind::Outside,
        );
    }
}
