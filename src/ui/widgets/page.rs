//! A page whose lower part scrolls by itself.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use super::scroll;

/// Draws what stands above and then, in what is left, what scrolls by itself. Where less than `least` is left the page
/// scrolls as a whole and that is what the lower part gets: however large a reader makes it, its rows can be reached.
pub fn page<S>(
    ui: &mut Ui,
    name: &'static str,
    least: f32,
    state: &mut S,
    above: impl FnOnce(&mut Ui, &mut S),
    below: impl FnOnce(&mut Ui, &mut S),
) {
    let room = ui.available_height();
    scroll(ui, name, ScrollArea::vertical().auto_shrink(false), |ui| {
        let top = ui.cursor().top();
        above(ui, state);
        let start = ui.cursor().min;
        let height = (room - (start.y - top)).floor().max(least);
        let rect = Rect::from_min_size(start, egui::vec2(ui.available_width(), height));
        // Not allocated by what is in it, which scrolls and would stretch the page.
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(*ui.layout()));
        // Rows and rings reach a little into the margins of the page.
        inner.shrink_clip_rect(rect.expand2(egui::vec2(24.0, 0.0)));
        below(&mut inner, state);
        ui.advance_cursor_after_rect(rect);
    });
}
