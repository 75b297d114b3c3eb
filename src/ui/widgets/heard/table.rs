//! Rows and cells that are painted one by one, as a table that a screen reader walks.

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, UiBuilder, UiKind, UiStackInfo, WidgetInfo};

/// The tag of a row that is being drawn, in what is around its controls.
const ROW: &str = "row-of-a-table";

/// Draws a table of so many rows, its head not among them.
pub fn table<R>(ui: &mut Ui, name: &str, rows: usize, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_count(rows);
            node.set_size_of_set(rows);
        });
        add(ui)
    })
    .inner
}

/// The rows of a table that are drawn one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// Which of them is drawn.
    pub at: usize,
}

impl Rows {
    /// Draws one: whatever [`row_place`] is asked of in it is this row.
    pub fn ui<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
        let info = UiStackInfo::new(UiKind::GenericArea).with_tag_value(ROW, self.at);
        ui.scope_builder(UiBuilder::new().ui_stack_info(info), add).inner
    }
}

/// Tells of a control which row of a table it is, where it stands in one.
pub fn row_place(ui: &Ui, response: &Response) {
    let row = |tags: &egui::UiTags| tags.get_downcast::<usize>(ROW).copied();
    let Some(row) = ui.stack().iter().take(6).find_map(|around| row(&around.info.tags)) else { return };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(row);
        node.set_position_in_set(row);
    });
}

/// A cell of a row that is being drawn; `spoken` is what it says.
pub fn cell(ui: &Ui, rect: Rect, (row, column): (usize, usize), role: Role, spoken: &str) -> Response {
    let response = ui.interact(rect, ui.unique_id().with(("cell", row, column)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(row);
        node.set_column_index(column);
    });
    response
}
