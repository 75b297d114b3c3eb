//! Where the inspector stands: beside the page, or over its right side where there is no room beside it.

use egui::{Area, Frame, Id, Margin, Order, Panel, Rect, Stroke, Ui, UiBuilder, Vec2};

use super::InspectorState;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{layout, tokens_of};

/// Draws it beside the page, as wide as the reader drags it.
pub fn panel_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, width: &mut f32) {
    let (_, min, max) = layout::INSPECTOR;
    let margin = Margin::symmetric(layout::INSPECTOR_PADDING as i8, 12);
    let panel = Panel::right("inspector")
        .resizable(true)
        .default_size(*width)
        .size_range(min..=max)
        .frame(Frame::new().fill(tokens_of(ui).panel).inner_margin(margin))
        .show(ui, |ui| super::ui(ui, desk, state));
    *width = panel.response.rect.width().clamp(min, max);
}

/// Draws it over the right side of the page.
pub fn overlay_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut InspectorState, page: Rect) {
    let t = tokens_of(ui);
    let width = if page.width() < layout::COMPACT { page.width() - 16.0 } else { layout::INSPECTOR.0 };
    let rect = page.with_min_x(page.right() - width);
    let area = Area::new(Id::unique("inspector-overlay")).fixed_pos(rect.min).order(Order::Middle);
    area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(rect, 0.0, t.panel);
        ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(1.0, t.rule));
        let inner = rect.shrink2(Vec2::new(layout::INSPECTOR_PADDING, 12.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
        super::ui(&mut child, desk, state);
        ui.advance_cursor_after_rect(rect);
    });
}
