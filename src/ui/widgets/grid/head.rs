//! The head of a grid: each name sorts by its column, is dragged to another place, and its edge to another width.

use egui::{
    Align, CursorIcon, Id, Key, Label, Layout, Modifiers, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo,
    accesskit::Role, accesskit::SortDirection, pos2, vec2,
};

use super::{GridColumn, head_id};
use crate::briefing::Message;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{announce_change, unheard};
use crate::ui::widgets::{Icon, OneStop, focus_ring, within};
use crate::words::Words;

/// How near to an edge the pointer takes hold of it.
const GRIP: f32 = 5.0;

/// The head of a column.
#[derive(Clone, Debug)]
pub struct HeadCell {
    /// The name of the column.
    pub name: String,
    /// How the grid is sorted by it, if it is.
    pub sorted: Option<Sorted>,
    /// Free at its left.
    pub indent: f32,
}

/// How a grid is sorted by one of its columns or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Whether the largest come first.
    pub descending: bool,
    /// Whether it only sorts what is equal in another.
    pub within: bool,
}

/// What is asked of the head, each column by its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HeadAction {
    /// Sort by a column; `further`, within what is sorted by already.
    Sort {
        /// The column.
        column: usize,
        /// Whether what is sorted by already stays.
        further: bool,
    },
    /// Let a column and its neighbour change places.
    Shift {
        /// The column.
        column: usize,
        /// Whether the neighbour is the one at the right.
        right: bool,
    },
    /// Move the edge at the right of a column.
    Resize {
        /// The column.
        column: usize,
        /// By so many points.
        points: f32,
    },
    /// Make a column as wide as what stands in it.
    Fit {
        /// The column.
        column: usize,
    },
}

/// Draws a head whose columns can be moved and resized. Returns what is asked of it.
pub fn head_ui(
    ui: &mut Ui,
    words: &Words,
    rect: Rect,
    columns: &[GridColumn],
    cells: &[HeadCell],
) -> Option<HeadAction> {
    let grid = ui.scope_id();
    let ids: Vec<Id> = columns.iter().take(cells.len()).map(|column| head_id(grid, column)).collect();
    let focused = ids.iter().position(|id| ui.memory(|memory| memory.has_focus(*id)));
    if let Some(focused) = focused {
        OneStop::beside(ui, &ids, focused);
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            ui.memory_mut(|memory| memory.request_focus(grid));
        }
    }
    let head = UiBuilder::new().id_salt("head").max_rect(rect).accessibility_role(Role::Row);
    let drawn = ui.scope_builder(head.accessibility_label(words.say(&message!(grid::head_row))), |ui| {
        ui.expand_to_include_rect(rect);
        let mut action = None;
        for (index, cell) in cells.iter().enumerate().take(columns.len()) {
            // All are drawn, whichever of them is acted on.
            let pressed = cell_ui(ui, words, (grid, rect), columns, index, cell);
            let resized = columns.get(index + 1).and_then(|next| edge_ui(ui, rect, &columns[index], next));
            let resized = resized.map(|edge| match edge {
                Edge::Dragged(points) => HeadAction::Resize { column: index, points },
                Edge::DoubleClicked => HeadAction::Fit { column: index },
            });
            action = action.or(pressed).or(resized);
        }
        action
    });
    drawn.inner
}

/// A name that can be pressed to sort by it: what a screen reader says of it, and the ring of the keyboard.
///
/// `spoken` is made by [`sort_state`].
pub fn sort_head(
    ui: &Ui,
    (rect, sense): (Rect, Sense),
    id: Id,
    role: Role,
    spoken: &str,
    sorted: Option<Sorted>,
) -> Response {
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), spoken));
    if let Some(Sorted { descending, .. }) = sorted {
        let direction = if descending { SortDirection::Descending } else { SortDirection::Ascending };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    response
}

/// What a screen reader says of the head of a column or a row: its name, and how the grid is sorted by it.
pub fn sort_state(name: &str, sorted: Option<Sorted>) -> Message {
    let name = name.to_owned();
    match sorted {
        None => message!(grid::not_sorted, name = name),
        Some(Sorted { descending: false, within: false }) => message!(grid::sorted_up, name = name),
        Some(Sorted { descending: true, within: false }) => message!(grid::sorted_down, name = name),
        Some(Sorted { descending: false, within: true }) => message!(grid::sorted_up_within, name = name),
        Some(Sorted { descending: true, within: true }) => message!(grid::sorted_down_within, name = name),
    }
}

/// Has a screen reader say by what is sorted as soon as that changes.
pub fn announce_sorted(ui: &Ui, id: Id, sorted: Option<Sorted>, spoken: &str) {
    // What is no longer sorted by goes without saying: something else is.
    announce_change(ui, id, if sorted.is_some() { spoken } else { "" });
}

/// Paints the arrow of what is sorted by.
pub fn sort_arrow(ui: &Ui, rect: Rect, sorted: Sorted) {
    let t = tokens_of(ui);
    let icon = if sorted.descending { Icon::ArrowDown } else { Icon::ArrowUp };
    icon.paint(ui, rect, if sorted.within { t.muted } else { t.ink });
}

/// Sorts by its column; once more, the other way round; with Shift, within what is sorted by already.
fn cell_ui(
    ui: &mut Ui,
    words: &Words,
    (grid, head): (Id, Rect),
    columns: &[GridColumn],
    index: usize,
    cell: &HeadCell,
) -> Option<HeadAction> {
    let t = tokens_of(ui);
    let column = columns[index];
    let rect = column.cell(head);
    let spoken = words.say(&sort_state(&cell.name, cell.sorted));
    // The heads are reached from the rows, and none is a stop by itself.
    let id = head_id(grid, &column);
    let is_stop = ui.memory(|memory| memory.has_focus(id));
    let sense = if is_stop { Sense::click_and_drag() } else { Sense::CLICK | Sense::DRAG };
    let response = sort_head(ui, (rect, sense), id, Role::ColumnHeader, &spoken, cell.sorted);
    announce_sorted(ui, response.id, cell.sorted, &spoken);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(index));
    if response.dragged() {
        ui.painter().rect_filled(rect.expand2(vec2(2.0, 0.0)), 0.0, t.selected);
    }
    let to = if column.align == Align::Max { Layout::right_to_left } else { Layout::left_to_right };
    within(ui, rect, to(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if cell.indent > 0.0 {
            ui.add_space(cell.indent);
        }
        let ink = if cell.sorted.is_some() || response.hovered() { t.ink } else { t.muted };
        let is_sorted = cell.sorted.is_some();
        let text = if is_sorted { Type::Caption.strong(&cell.name, ink) } else { Type::Caption.text(&cell.name, ink) };
        unheard(ui, |ui| ui.add(Label::new(text).selectable(false).truncate()));
        if let Some(sorted) = cell.sorted {
            let (arrow, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::empty());
            sort_arrow(ui, arrow, sorted);
        }
    });
    focus_ring(ui, &response, rect.shrink(3.0), 2);
    let mut action = response
        .clicked()
        .then(|| HeadAction::Sort { column: index, further: ui.input(|input| input.modifiers.shift) });
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        // Past the middle of a neighbour, they change places.
        let middle = |column: &GridColumn| column.cell(head).center().x;
        let before = index.checked_sub(1).is_some_and(|before| pointer.x < middle(&columns[before]));
        let after = columns.get(index + 1).is_some_and(|after| pointer.x > middle(after));
        if before || after {
            action = Some(HeadAction::Shift { column: index, right: after });
        }
    }
    if response.hovered() {
        response.on_hover_text(words.say(&message!(grid::head_hint)));
    }
    action
}

/// What is done to the edge between two columns.
enum Edge {
    /// Moved by so many points.
    Dragged(f32),
    /// Asked to be where it fits.
    DoubleClicked,
}

/// The edge between a column and the next. Returns what is done to it.
fn edge_ui(ui: &Ui, head: Rect, column: &GridColumn, next: &GridColumn) -> Option<Edge> {
    let t = tokens_of(ui);
    let x = head.left() + f32::midpoint(column.right, next.left);
    let grip = Rect::from_center_size(pos2(x, head.center().y), vec2(2.0 * GRIP, head.height()));
    let response =
        ui.interact(grip, ui.scope_id().with(("edge", column.id)), Sense::click_and_drag() - Sense::FOCUSABLE);
    // The edges show while the pointer is near them.
    if ui.rect_contains_pointer(head) || response.dragged() {
        let ink = if response.hovered() || response.dragged() { t.accent } else { t.stroke };
        ui.painter().vline(x, head.shrink2(vec2(0.0, 7.0)).y_range(), (1.0, ink));
    }
    let dragged = response.dragged().then(|| Edge::Dragged(response.drag_delta().x));
    let done = if response.double_clicked() { Some(Edge::DoubleClicked) } else { dragged };
    response.on_hover_and_drag_cursor(CursorIcon::ResizeColumn);
    done
}
