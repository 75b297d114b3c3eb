//! Groups of controls in rows: as many beside each other as there is room for.

use egui::{Align, Layout, Pos2, Rect, Ui, pos2, vec2};

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
        // As wide as a row: what would be cut to the room that is left goes into the next instead.
        let rect = Rect::from_min_size(self.next, vec2((self.right - self.start.x).max(0.0), ROW));
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

#[cfg(test)]
mod tests {
    use egui::{Pos2, vec2};
    use egui_kittest::Harness;

    use super::ControlRows;

    #[test]
    fn a_group_is_not_cut_to_the_room_that_is_left() {
        let drawn = |width: f32| {
            let mut at = (Pos2::ZERO, false);
            let mut harness = Harness::builder().with_size(vec2(width + 16.0, 200.0)).build_ui_state(
                |ui, at: &mut (Pos2, bool)| {
                    let mut rows = ControlRows::new(ui);
                    rows.add(ui, "wide", |ui| {
                        ui.allocate_space(vec2(300.0, 20.0));
                    });
                    rows.add(ui, "yields", |ui| {
                        // As a button does, it is no wider than it is given room.
                        let wanted = 100.0_f32.min(ui.available_width());
                        *at = (ui.cursor().min, wanted < 100.0);
                        ui.allocate_space(vec2(wanted, 20.0));
                    });
                    rows.end(ui);
                },
                at,
            );
            harness.run();
            at = *harness.state();
            at
        };
        let (beside, cut) = drawn(500.0);
        assert!(beside.x > 300.0 && !cut);
        let (below, cut) = drawn(350.0);
        assert!(below.x < 100.0 && below.y > beside.y && !cut, "{below:?}");
    }
}
