//! The rows of a grid that are in view.

use std::ops::Range;

use egui::{Id, Pos2, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use crate::ui::widgets::scroll::scroll_by;

use super::{Cursor, Grid, GridContent, GridResponse, GridState};

impl Grid<'_> {
    /// Draws them. Returns the one the keyboard is at.
    pub(super) fn rows_ui(
        &self,
        ui: &mut Ui,
        state: &mut GridState,
        content: &mut dyn GridContent,
        focused: bool,
        response: &mut GridResponse,
    ) -> Option<Id> {
        if !self.scrolls {
            let size = vec2(self.width(), self.row_height * self.rows as f32);
            let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
            let row = |row: usize| rect.with_min_y(rect.top() + self.row_height * row as f32);
            let in_view = ui.clip_rect().translate(-rect.min.to_vec2());
            state.view.1 = in_view.height();
            if let Some((at, _)) = state.reveal.take() {
                let row = row(at).with_max_y(row(at + 1).top());
                let column = response.at.column.and_then(|column| self.columns.get(column));
                ui.scroll_to_rect(column.map_or(row, |column| column.cell(row)), None);
            }
            let visible = self.visible(in_view);
            let top = row(visible.start).min;
            return self.band_ui(ui, content, focused, response, &Band { top, width: rect.width(), rows: visible });
        }
        let band = |ui: &mut Ui, viewport: Rect| {
            ui.set_height(self.rows as f32 * self.row_height);
            // Placed from the first one in view: far down a long list, its top is too far away to measure from.
            let top = ui.clip_rect().top() - viewport.top().rem_euclid(self.row_height);
            let (top, width) = (pos2(ui.max_rect().left(), top), ui.available_width());
            self.band_ui(ui, content, focused, response, &Band { top, width, rows: self.visible(viewport) })
        };
        let shown = scroll_by(ui, "rows", ScrollArea::vertical().auto_shrink(false), |ui, area| {
            let area = match state.scroll_to(self.row_height) {
                Some(offset) => area.vertical_scroll_offset(offset),
                None => area,
            };
            area.show_viewport(ui, band)
        });
        state.view = (shown.state.clamped_offset().y, shown.inner_rect.height());
        shown.inner
    }

    /// The rows of which something is in view.
    fn visible(&self, viewport: Rect) -> Range<usize> {
        let first = (viewport.top() / self.row_height).max(0.0) as usize;
        let in_view = (viewport.height() / self.row_height).ceil() as usize + 1;
        first.min(self.rows)..(first + in_view).min(self.rows)
    }

    fn band_ui(
        &self,
        ui: &mut Ui,
        content: &mut dyn GridContent,
        focused: bool,
        response: &mut GridResponse,
        band: &Band,
    ) -> Option<Id> {
        let at = response.at;
        let mut reached = None;
        for (row, down) in band.rows.clone().zip(0_u16..) {
            let top = band.top + vec2(0.0, f32::from(down) * self.row_height);
            let rect = Rect::from_min_size(top, vec2(band.width, self.row_height));
            let ringed = (focused && at.row == Some(row)).then_some(at);
            let drawn = self.row_ui(ui, content, rect, row, ringed);
            if ringed.is_some() {
                reached = Some(drawn.id);
            }
            if drawn.clicked() || drawn.secondary_clicked() {
                let pointer = drawn.interact_pointer_pos();
                let column = pointer.and_then(|pointer| self.column_at(pointer.x - rect.left()));
                response.at = Cursor { row: Some(row), column: column.or(response.at.column) };
                response.clicked |= drawn.clicked();
            }
            response.copied = self.menu_ui(&drawn, row, response.at.column).or(response.copied);
        }
        reached
    }
}

/// Rows that stand one below the other.
struct Band {
    top: Pos2,
    width: f32,
    rows: Range<usize>,
}
