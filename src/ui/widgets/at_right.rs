//! What stands at the right of a row, in the order in which it is read.

use std::fmt;
use std::hash::Hash;

use egui::{Id, Layout, Rect, Ui, UiBuilder};

/// A part at the right end of a row, as wide as what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct AtRight {
    id: Id,
    known: Option<f32>,
}

impl AtRight {
    /// The part of a row by its name, which no other around it has.
    pub fn new(ui: &Ui, name: impl Hash + fmt::Debug) -> Self {
        let id = ui.scope_id().with(("at-right", name));
        Self { id, known: ui.data(|data| data.get_temp(id)) }
    }

    /// How wide it is, as is known from the last frame.
    pub fn width(&self) -> f32 {
        self.known.unwrap_or_default()
    }

    /// Draws it, from left to right, so that it is read, heard and walked in one order. When its width changes the frame is
    /// drawn anew.
    pub fn ui<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
        let room = ui.available_rect_before_wrap();
        let rect = room.with_min_x((room.right() - self.width()).max(room.left()));
        // What is cut where there is no room for it may take all the room there is.
        let most = Rect::from_min_size(rect.min, room.size());
        let layout = Layout::left_to_right(ui.layout().vertical_align());
        let builder = UiBuilder::new().scope_id(self.id).max_rect(most).layout(layout);
        let mut inner = ui.new_child(builder);
        let result = add(&mut inner);
        let width = inner.min_rect().width();
        if self.known.is_none_or(|known| (known - width).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(self.id, width));
            ui.ctx().request_discard("what stands at the right is as wide as it turned out");
        }
        ui.advance_cursor_after_rect(Rect::from_x_y_ranges(rect.x_range(), inner.min_rect().y_range()));
        result
    }
}

/// Draws a part at the right end of a row.
pub fn at_right<R>(ui: &mut Ui, name: impl Hash + fmt::Debug, add: impl FnOnce(&mut Ui) -> R) -> R {
    AtRight::new(ui, name).ui(ui, add)
}
