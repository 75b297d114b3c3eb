//! A mark with its count, to be pressed to see only what has it.

use egui::{Rect, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::paint_mark;
use crate::briefing::Message;
use crate::drawing::marks::Mark;
use crate::message;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::focus_ring;
use crate::words::Words;

/// Draws the box, which is `on` where only what has the mark is shown; its tooltip says so of `label`. Returns whether it
/// was pressed.
pub fn mark_filter(ui: &mut Ui, words: &Words, (mark, label): (Mark, &Message), count: usize, on: bool) -> bool {
    let t = tokens_of(ui);
    let number = ui.painter().layout_no_wrap(words.count(count as u64), Type::Caption.font(), t.ink);
    let (rect, response) = ui.allocate_exact_size(vec2(number.size().x + 34.0, 24.0), Sense::click());
    let spoken = words.say(&message!(words::mark_filter, mark = label.clone(), count = count));
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
    response.on_hover_text(words.say(&message!(words::show_only, mark = label.clone()))).clicked()
}
