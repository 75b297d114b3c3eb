//! A choice of one among a few, side by side.

use egui::{CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use super::focus_ring;
use crate::ui::theme::{Type, radius, tokens_of};

const HEIGHT: f32 = 28.0;

/// Draws joined segments over the whole width given, or, where it is `None`, as wide as their texts. Returns whether
/// the choice changed.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, width: Option<f32>, choice: &mut T, options: &[(T, &str)]) -> bool {
    let before = *choice;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = -1.0;
        ui.horizontal(|ui| {
            let last = options.len().saturating_sub(1);
            // The chosen one is painted last so that its border lies over its neighbours'.
            for (index, (value, label)) in options.iter().enumerate() {
                let corner = CornerRadius {
                    nw: if index == 0 { radius::CONTROL } else { 0 },
                    sw: if index == 0 { radius::CONTROL } else { 0 },
                    ne: if index == last { radius::CONTROL } else { 0 },
                    se: if index == last { radius::CONTROL } else { 0 },
                };
                let width = width.map(|width| width / options.len() as f32 + 1.0);
                if segment(ui, width, label, *choice == *value, corner).clicked() {
                    *choice = *value;
                }
            }
        });
    });
    *choice != before
}

fn segment(ui: &mut Ui, width: Option<f32>, label: &str, on: bool, corner: CornerRadius) -> Response {
    let t = tokens_of(ui);
    let (font, ink) = if on { (Type::Body.strong_font(), t.accent) } else { (Type::Body.font(), t.ink2) };
    // Both weights take the room of the wider one, so that choosing moves nothing.
    let widest = ui.painter().layout_no_wrap(label.to_owned(), Type::Body.strong_font(), ink).size().x;
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
    let size = vec2(width.unwrap_or(widest + 22.0), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, label));
    let (fill, border) = match (on, response.hovered()) {
        (true, _) => (t.selected, t.accent),
        (false, true) => (t.hover, t.stroke),
        (false, false) => (t.field, t.stroke),
    };
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, &response, rect, radius::CONTROL);
    response
}
