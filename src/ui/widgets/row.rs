//! Rows that can be chosen: of a table, a list, the key points.

use egui::{CornerRadius, Id, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, accesskit::Role};

use super::follow_focus;
use super::heard::{chosen, row_place};
use crate::ui::theme::{Tokens, tokens_of};

/// Makes a rectangle a row: painted when hovered, chosen or focused, pressed by click and Enter, and named for a screen
/// reader. Draw what stands in it afterwards.
pub fn choosable_row(ui: &Ui, rect: Rect, id: Id, selected: bool, spoken: &str) -> Response {
    let t = tokens_of(ui);
    let response = ui.interact(rect, id, Sense::click());
    chosen(ui, &response, Role::Row, spoken, selected);
    row_place(ui, &response);
    paint_row(ui, rect, selected, response.contains_pointer());
    if response.has_focus() {
        let ring = Stroke::new(t.ring, t.accent);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
    follow_focus(ui, &response, rect);
    response
}

/// Paints what lies behind a row that is selected or pointed at.
pub fn paint_row(ui: &Ui, rect: Rect, selected: bool, hovered: bool) {
    let t = tokens_of(ui);
    if selected {
        ui.painter().add(paint_linked(rect, t));
    } else if hovered {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, t.hover);
    }
}

/// What a row that is linked to the chosen one looks like, to be painted under what stands in it.
pub fn paint_linked(rect: Rect, t: &Tokens) -> Shape {
    let edge = Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let fill = |rect, color| Shape::rect_filled(rect, CornerRadius::ZERO, color);
    Shape::Vec(vec![fill(rect, t.selected), fill(edge, t.accent)])
}

/// Draws into a rectangle that is already allocated.
pub fn within<R>(ui: &mut Ui, rect: Rect, layout: egui::Layout, add: impl FnOnce(&mut Ui) -> R) -> R {
    add(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)))
}
