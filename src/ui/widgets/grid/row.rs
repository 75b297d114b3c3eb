//! One row of a grid: a node for a screen reader, its cells, and the ring of the keyboard.

use egui::{
    Align, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, accesskit::Role,
    vec2,
};

use super::{Cursor, Grid, GridContent, cell_id, in_view};
use crate::message;
use crate::ui::theme::tokens_of;

impl Grid<'_> {
    /// Draws a row, ringed where the keyboard is at it: around a cell, or around the row as a whole.
    pub(super) fn row_ui(
        &self,
        ui: &mut Ui,
        content: &mut dyn GridContent,
        rect: Rect,
        row: usize,
        ringed: Option<Cursor>,
    ) -> Response {
        let builder = UiBuilder::new()
            .scope_id(content.row_id(row))
            .max_rect(rect)
            .sense(Sense::CLICK)
            .accessibility_role(Role::Row);
        let drawn = ui.scope_builder(builder, |ui| {
            ui.expand_to_include_rect(rect);
            content.row_ui(ui, rect, row, ui.response().contains_pointer());
            for (index, column) in in_view(ui, self.columns, rect) {
                let cell = column.cell(rect);
                if ringed.is_some_and(|at| at.column == Some(index)) {
                    ring(ui, cell.expand2(vec2(2.0, -1.0)));
                }
                let to = if column.align == Align::Max { Layout::right_to_left } else { Layout::left_to_right };
                let id = cell_id(content.row_id(row), column);
                let builder = UiBuilder::new().scope_id(id).max_rect(cell).layout(to(Align::Center));
                ui.scope_builder(builder.accessibility_role(Role::GridCell), |ui| {
                    ui.ctx().accesskit_node_builder(id, |node| {
                        let (column, text) = content.cell_spoken(row, index);
                        node.set_label(self.words.say(&message!(grid::cell, column = column, text = text)));
                        node.set_row_index(row);
                        node.set_column_index(index);
                        node.set_bounds(bounds(cell));
                    });
                    content.cell_ui(ui, cell, row, index);
                });
            }
            if ringed.is_some_and(|at| at.column.is_none()) {
                ring(ui, rect.shrink(1.0));
            }
        });
        let response = drawn.response;
        let selected = content.is_selected(row);
        response.widget_info(|| match selected {
            Some(selected) => WidgetInfo::selected(Role::Row, true, selected, content.spoken(row)),
            None => WidgetInfo::labeled(Role::Row, true, content.spoken(row)),
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(row);
            node.set_position_in_set(row);
            node.clear_toggled();
            node.set_description(self.words.say(&message!(grid::row_of, row = row + 1, rows = self.rows)));
            if let Some(selected) = selected {
                node.set_selected(selected);
            }
        });
        response
    }
}

fn bounds(rect: Rect) -> accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    accesskit::Rect { x0, y0, x1, y1 }
}

fn ring(ui: &Ui, rect: Rect) {
    ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, tokens_of(ui).accent), StrokeKind::Inside);
}
