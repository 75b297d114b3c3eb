//! A mark with its count, to be pressed to see only what has it.

use egui::{Rect, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::paint_mark;
use crate::drawing::marks::Mark;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::focus_ring;

/// Draws the box, which is `on` where only what has the mark is shown. Returns whether it was pressed.
pub fn mark_filter(ui: &mut Ui, mark: impl Into<Mark>, label: &str, count: usize, on: bool) -> bool {
    let t = tokens_of(ui);
    let number = ui.painter().layout_no_wrap(count.to_string(), Type::Caption.font(), t.ink);
    let (rect, response) = ui.allocate_exact_size(vec2(number.size().x + 34.0, 24.0), Sense::click());
    let spoken = format!("{label}, {count}");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, &spoken));
    if on {
        ui.painter().rect(rect, radius::CHIP, t.selected, (1.0, t.accent), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let corner = Rect::from_min_size(pos2(rect.left() + 5.0, rect.center().y - 8.0), vec2(16.0, 16.0));
    paint_mark(ui, corner, mark);
    ui.painter().galley(pos2(corner.right() + 6.0, rect.center().y - number.size().y / 2.0), number, t.ink);
    focus_ring(ui, &response, rect, radius::CHIP);
    response.on_hover_text(format!("{label}: show only these")).clicked()
}
