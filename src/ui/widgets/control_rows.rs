//! Groups of controls in rows: as many beside each other as there is room for.

use egui::{Align, Layout, Pos2, Rect, Ui, pos2};

use super::within;

/// The height of a row, between two rows, and between two groups.
const ROW: f32 = 28.0;
const BELOW: f32 = 6.0;
const BETWEEN: f32 = 12.0;

/// Rows that are being drawn. A group stands in one row with all that is in it.
#[derive(Debug)]
pub struct ControlRows {
    /// Where the rows begin, and where the next group does.
    start: Pos2,
    next: Pos2,
    right: f32,
}

impl ControlRows {
    /// Rows from here on, over the width there is.
    pub fn new(ui: &Ui) -> Self {
        let start = ui.cursor().min;
        Self { start, next: start, right: start.x + ui.available_width() }
    }

    /// Draws a group. How wide it is is known from the last frame; when that changes the frame is drawn anew.
    pub fn add(&mut self, ui: &mut Ui, name: &'static str, add: impl FnOnce(&mut Ui)) {
        let id = ui.scope_id().with(("controls", name));
        let known: Option<f32> = ui.data(|data| data.get_temp(id));
        if self.next.x > self.start.x && known.is_some_and(|width| self.next.x + width > self.right) {
            self.next = pos2(self.start.x, self.next.y + ROW + BELOW);
        }
        let rect = Rect::from_min_max(self.next, pos2(self.right.max(self.next.x), self.next.y + ROW));
        let width = within(ui, rect, Layout::left_to_right(Align::Center), |ui| {
            add(ui);
            ui.min_rect().width()
        });
        if known.is_none_or(|known| (known - width).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("controls are as wide as they turned out");
        }
        self.next.x += width + BETWEEN;
    }

    /// Goes on below the rows.
    pub fn end(self, ui: &mut Ui) {
        ui.advance_cursor_after_rect(Rect::from_min_max(self.start, pos2(self.right, self.next.y + ROW)));
    }
}
