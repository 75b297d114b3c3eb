//! The head of the table: each column's name sorts by it, is dragged to another place, and its edge to another width.

use egui::{
    Align, CursorIcon, Label, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit, accesskit::Role, pos2, vec2,
};

use super::MembersState;
use super::columns::Placed;
use super::table::PADDING;
use crate::analysis::roster::{Column, Edition, RosterQuery};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, focus_ring, within};

/// How near to an edge the pointer takes hold of it.
const GRIP: f32 = 5.0;

/// Draws the head.
pub fn ui(ui: &mut Ui, rect: Rect, state: &mut MembersState, columns: &[Placed]) {
    let head = UiBuilder::new().id_salt("head").max_rect(rect).accessibility_role(Role::Row);
    ui.scope_builder(head.accessibility_label("Columns"), |ui| {
        ui.expand_to_include_rect(rect);
        for (index, placed) in columns.iter().enumerate() {
            cell_ui(ui, rect, state, columns, index);
            if index + 1 < columns.len() {
                edge_ui(ui, rect, state, *placed, columns);
            }
        }
    });
}

/// Whether the cells of a column stand at its right.
pub const fn is_right(column: Column) -> bool {
    matches!(column, Column::Since | Column::Population | Column::Sources)
}

/// Sorts by its column; once more, the other way round; with Shift, within what is sorted by already.
fn cell_ui(ui: &mut Ui, head: Rect, state: &mut MembersState, columns: &[Placed], index: usize) {
    let t = tokens_of(ui);
    let Placed { column, left, right } = columns[index];
    let rect =
        Rect::from_min_max(pos2(head.left() + left, head.top()), pos2(head.left() + right - PADDING, head.bottom()));
    let response = ui.interact(rect, ui.scope_id().with(column), Sense::click_and_drag());
    let label = label(column, &state.query);
    let sorted = state.query.sort.iter().position(|sort| sort.column == column);
    let descending = sorted.is_some_and(|place| state.query.sort[place].descending);
    let direction = match (sorted.is_some(), descending) {
        (false, _) => "not sorted",
        (true, false) => "sorted upwards",
        (true, true) => "sorted downwards",
    };
    let within_other = if sorted == Some(1) { ", within the first" } else { "" };
    let spoken = format!("{label}, {direction}{within_other}");
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(index);
        if sorted.is_some() {
            let (up, down) = (accesskit::SortDirection::Ascending, accesskit::SortDirection::Descending);
            node.set_sort_direction(if descending { down } else { up });
        }
    });
    if response.dragged() {
        ui.painter().rect_filled(rect.expand2(vec2(2.0, 0.0)), 0.0, t.selected);
    }
    let layout =
        if is_right(column) { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    within(ui, rect, layout, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if column == Column::State {
            ui.add_space(12.0);
        }
        let ink = if sorted.is_some() || response.hovered() { t.ink } else { t.muted };
        let text = if sorted.is_some() { Type::Caption.strong(label, ink) } else { Type::Caption.text(label, ink) };
        ui.add(Label::new(text).selectable(false).truncate());
        if let Some(place) = sorted {
            let (arrow, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::empty());
            let icon = if descending { Icon::ArrowDown } else { Icon::ArrowUp };
            icon.paint(ui, arrow, if place == 0 { t.ink } else { t.muted });
        }
    });
    focus_ring(ui, &response, rect.shrink(3.0), 2);
    if response.clicked() {
        let further = ui.input(|input| input.modifiers.shift);
        state.query.sort_by(column, further);
    }
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        // Past the middle of a neighbour, they change places.
        let middle = |placed: &Placed| head.left() + f32::midpoint(placed.left, placed.right);
        let before = index.checked_sub(1).is_some_and(|before| pointer.x < middle(&columns[before]));
        let after = columns.get(index + 1).is_some_and(|after| pointer.x > middle(after));
        if before || after {
            state.columns.shift(column, after);
        }
    }
    response.on_hover_text("Click to sort, with Shift within what is sorted, drag to move");
}

fn edge_ui(ui: &Ui, head: Rect, state: &mut MembersState, placed: Placed, columns: &[Placed]) {
    let t = tokens_of(ui);
    let x = head.left() + placed.right - PADDING / 2.0;
    let grip = Rect::from_center_size(pos2(x, head.center().y), vec2(2.0 * GRIP, head.height()));
    let response = ui.interact(grip, ui.scope_id().with(("edge", placed.column)), Sense::drag());
    let width = columns.last().map_or(0.0, |last| last.right);
    if response.dragged() {
        state.columns.resize(placed.column, response.drag_delta().x, width);
    }
    // The edges show while the pointer is near them.
    if ui.rect_contains_pointer(head) || response.dragged() {
        let ink = if response.hovered() || response.dragged() { t.accent } else { t.stroke };
        ui.painter().vline(x, head.shrink2(vec2(0.0, 7.0)).y_range(), (1.0, ink));
    }
    response.on_hover_and_drag_cursor(CursorIcon::ResizeColumn);
}

const fn label(column: Column, query: &RosterQuery) -> &'static str {
    match (column, query.edition) {
        (Column::State, Edition::Printed) => "State, as printed",
        _ => column.label(),
    }
}
