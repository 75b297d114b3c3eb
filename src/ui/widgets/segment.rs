//! A choice of one among a few, side by side.

use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::focus_ring;
use crate::ui::theme::{Type, radius, tokens_of};

const HEIGHT: f32 = 28.0;

/// Draws joined segments over the whole width given, or, where it is `None`, as wide as their texts. Returns whether
/// the choice changed.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, width: Option<f32>, choice: &mut T, options: &[(T, &str)]) -> bool {
    let before = *choice;
    let widths: Vec<f32> = match width {
        Some(width) => vec![width / options.len() as f32; options.len()],
        None => options.iter().map(|(_, label)| text_width(ui, label) + 22.0).collect(),
    };
    let (whole, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), HEIGHT), Sense::empty());
    let mut left = whole.left();
    for (index, ((value, label), width)) in options.iter().zip(widths).enumerate() {
        // Neighbours share a border.
        let overlap = if index > 0 { 1.0 } else { 0.0 };
        let rect = Rect::from_min_size(pos2(left - overlap, whole.top()), vec2(width + overlap, HEIGHT));
        left += width;
        let first = if index == 0 { radius::CONTROL } else { 0 };
        let last = if index + 1 == options.len() { radius::CONTROL } else { 0 };
        let corner = CornerRadius { nw: first, sw: first, ne: last, se: last };
        if segment(ui, rect, label, *choice == *value, corner).clicked() {
            *choice = *value;
        }
    }
    *choice != before
}

/// Both weights take the room of the wider one, so that choosing moves nothing.
fn text_width(ui: &Ui, label: &str) -> f32 {
    let color = tokens_of(ui).ink;
    ui.painter().layout_no_wrap(label.to_owned(), Type::Body.strong_font(), color).size().x
}

fn segment(ui: &Ui, rect: Rect, label: &str, on: bool, corner: CornerRadius) -> Response {
    let t = tokens_of(ui);
    let (font, ink) = if on { (Type::Body.strong_font(), t.accent) } else { (Type::Body.font(), t.ink2) };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
    let response = ui.interact(rect, ui.scope_id().with(("segment", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, label));
    let (fill, border) = match (on, response.hovered()) {
        (true, _) => (t.selected, t.accent),
        (false, true) => (t.hover, t.stroke),
        (false, false) => (t.field, t.stroke),
    };
    ui.painter().rect(rect, corner, fill, Stroke::new(t.edge, border), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response, rect, radius::CONTROL);
    response
}
