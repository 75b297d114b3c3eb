//! A box to tick with its label, as wide as there is room.

use egui::{Align, Label, Layout, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{Icon, focus_ring, within};
use crate::ui::theme::{Type, radius, tokens_of};

/// Draws the box and a name. Returns whether it was pressed.
pub fn check_row(ui: &mut Ui, on: bool, label: &str, spoken: &str) -> bool {
    check_row_with(ui, on, spoken, |ui| {
        let t = tokens_of(ui);
        let ink = if ui.is_enabled() { t.ink } else { t.disabled };
        ui.add(Label::new(Type::Body.text(label, ink)).selectable(false).truncate());
    })
}

/// Draws the box and whatever stands beside it, from left to right. Returns whether it was pressed.
pub fn check_row_with(ui: &mut Ui, on: bool, spoken: &str, add: impl FnOnce(&mut Ui)) -> bool {
    let t = tokens_of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let tick = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
    if on {
        let fill = if ui.is_enabled() { t.accent } else { t.disabled };
        ui.painter().rect_filled(tick, 3, fill);
        Icon::Check.paint(ui, tick.shrink(1.0), t.on_accent);
    } else {
        ui.painter().rect(tick, 3, t.field, (t.edge, t.control), egui::StrokeKind::Inside);
    }
    within(ui, rect.with_min_x(tick.right() + 8.0), Layout::left_to_right(Align::Center), |ui| {
        // The box says as much.
        ui.ctx().accesskit_node_builder(ui.unique_id(), egui::accesskit::Node::set_hidden);
        add(ui);
    });
    focus_ring(ui, &response, rect, radius::CHIP);
    response.clicked()
}
