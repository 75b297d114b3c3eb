//! The ring around what the keyboard is on.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::tokens_of;

/// Paints the ring 2 points outside a rectangle, if `response` has the focus, and brings it into view as it gains it.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        follow_focus(ui, response, rect);
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(corner + 2),
            Stroke::new(tokens_of(ui).ring, tokens_of(ui).accent),
            StrokeKind::Outside,
        );
    }
}

/// Brings what has just gained the focus into view; not as long as it has it: the wheel leads away from it. What was
/// clicked stays where it is.
pub fn follow_focus(ui: &Ui, response: &Response, rect: Rect) {
    if response.gained_focus() && !ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
        ui.scroll_to_rect(rect.expand(4.0), None);
    }
}
