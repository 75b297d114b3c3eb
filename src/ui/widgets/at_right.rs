//! What stands at the right of a row, in the order in which it is read.

use std::fmt;
use std::hash::Hash;

use egui::{Align, Id, Label, Layout, Rect, TextStyle, TextWrapMode, Ui, UiBuilder, Vec2, WidgetText, pos2, vec2};

use super::within;

/// A part at the right end of a row, as wide as what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct AtRight {
    id: Id,
    known: Option<f32>,
    most: f32,
}

impl AtRight {
    /// The part of a row by its name, which no other around it has.
    pub fn new(ui: &Ui, name: impl Hash + fmt::Debug) -> Self {
        let id = ui.scope_id().with(("at-right", name));
        Self { id, known: ui.data(|data| data.get_temp(id)), most: f32::INFINITY }
    }

    /// The same, and no wider than this; what stands in it is cut.
    pub const fn at_most(self, most: f32) -> Self {
        Self { most, ..self }
    }

    /// How wide it is, as is known from the last frame.
    pub fn width(&self) -> f32 {
        self.known.unwrap_or_default()
    }

    /// The room that it leaves in a row, for what stands at the left and is drawn first.
    pub fn room_beside(&self, ui: &Ui) -> Vec2 {
        let row = ui.available_size_before_wrap();
        vec2((row.x - self.width() - ui.spacing().item_spacing.x).max(0.0), row.y)
    }

    /// Draws it, from left to right, so that it is read, heard and walked in one order. When its width changes the frame is
    /// drawn anew.
    pub fn ui<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
        let room = ui.available_rect_before_wrap();
        let rect = room.with_min_x((room.right() - self.width()).max(room.left()));
        // What is cut where there is no room for it may take all the room there is.
        let most = Rect::from_min_size(rect.min, vec2(room.width().min(self.most), room.height()));
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

/// Draws something and a text at the right end of the row, which has the room that it needs first: a long name is cut
/// before its figure is. Both are read, heard and walked from left to right.
pub fn text_at_right<R>(ui: &mut Ui, text: impl Into<WidgetText>, left: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.available_rect_before_wrap();
    let text = text.into().into_galley(ui, Some(TextWrapMode::Truncate), row.width(), TextStyle::Body);
    let start = row.right() - text.size().x;
    let layout = Layout::left_to_right(Align::Center);
    let apart = if text.is_empty() { 0.0 } else { ui.spacing().item_spacing.x };
    let room = row.with_max_x((start - apart).max(row.left()));
    let mut beside = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    let result = left(&mut beside);
    let height = beside.min_rect().y_range();
    within(ui, Rect::from_min_max(pos2(start, row.top()), row.max), layout, |ui| {
        ui.add(Label::new(text).selectable(ui.style().interaction.selectable_labels))
    });
    ui.advance_cursor_after_rect(Rect::from_x_y_ranges(row.x_range(), height));
    result
}
