//! A filter that is on, as a chip that takes it off.

use egui::{Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::heard::named_on_hover;
use super::{Icon, focus_ring};
use crate::ui::theme::{Type, radius, tokens_of};

/// Draws the chip; `spoken` says what pressing it does, to a screen reader and as its tooltip. Returns whether it was
/// pressed.
pub fn filter_chip(ui: &mut Ui, text: &str, spoken: &str) -> bool {
    let t = tokens_of(ui);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), Type::Caption.font(), t.accent);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 36.0, 24.0), Sense::empty());
    // The chips before it come and go while a reader types.
    let response = ui.interact(rect, ui.scope_id().with(("filter", spoken)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), spoken));
    ui.painter().rect(rect, radius::CHIP, t.selected, (1.0, t.accent), egui::StrokeKind::Inside);
    ui.painter().galley(pos2(rect.left() + 9.0, rect.center().y - galley.size().y / 2.0), galley, t.accent);
    let cross = Rect::from_center_size(pos2(rect.right() - 14.0, rect.center().y), vec2(12.0, 12.0));
    Icon::Close.paint(ui, cross, if response.hovered() { t.ink } else { t.accent });
    focus_ring(ui, &response, rect, radius::CHIP);
    named_on_hover(ui, response, spoken).clicked()
}
