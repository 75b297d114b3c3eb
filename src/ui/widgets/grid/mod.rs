//! A grid: rows of cells under a head, walked by the keyboard, copied from and heard by a screen reader.
//!
//! It knows nothing of what stands in it. A [`GridContent`] draws the cells, and the [`GridResponse`] says where the
//! keyboard went and what is to be copied. Only what is in view is laid out, so that a million rows cost what thirty do.

mod copying;
mod head;
mod keys;
mod row;
mod rows;
mod state;

use egui::{
    Align, Context, EventFilter, Id, IdSalt, KeyboardShortcut, Rect, Sense, Ui, UiBuilder, accesskit::Role, vec2,
};

pub use self::copying::{Copied, Part};
pub use self::head::{HeadAction, HeadCell, Sorted, announce_sorted, head_ui, sort_arrow, sort_head, sort_state};
pub use self::keys::GridKey;
pub use self::state::{Cursor, GridState};
use crate::words::Words;
use egui::Response;

/// Kept free for the bar of the scroll.
pub const SCROLL_BAR: f32 = 8.0;

/// A grid, whatever stands in it.
pub struct Grid<'a> {
    /// Its identity.
    pub id: Id,
    /// The words of the reader's language.
    pub words: &'a Words,
    /// Its name for a screen reader.
    pub label: &'a str,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns, from the left.
    pub columns: &'a [GridColumn],
    /// The height of its head.
    pub head_height: f32,
    /// The height of each row.
    pub row_height: f32,
    /// What the keys mean.
    pub keys: &'a [(KeyboardShortcut, GridKey)],
    /// What a menu says that copies a part of it: a name, and the keys that do the same.
    pub menu_entry: &'a dyn Fn(&Context, Part) -> (String, String),
    /// Whether it scrolls its rows in the room there is; else it stands whole on a page that scrolls.
    pub scrolls: bool,
    /// Whether the keyboard can be at a row as a whole, before its first cell.
    pub whole_rows: bool,
}

/// Where a column stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridColumn {
    /// Its identity, which it keeps when it moves.
    pub id: IdSalt,
    /// The left edge of its cells, from that of the grid.
    pub left: f32,
    /// Their right edge.
    pub right: f32,
    /// Where in its cells it stands.
    pub align: Align,
}

impl GridColumn {
    /// Its cell in a row.
    pub fn cell(&self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(row.left() + self.left..=row.left() + self.right, row.y_range())
    }
}

/// Where the row is that the keyboard is at in a grid, if that is in view.
pub fn row_with_keyboard(ctx: &Context, grid: Id) -> Option<Rect> {
    ctx.data(|data| data.get_temp(keyboard_at(grid))).flatten()
}

/// The identity of a cell of a row.
fn cell_id(row: Id, column: &GridColumn) -> Id {
    row.with(("cell", column.id))
}

/// The identity of the head of a column: a stop of the keyboard only while it has it.
fn head_id(grid: Id, column: &GridColumn) -> Id {
    grid.with(("head", column.id))
}

fn keyboard_at(grid: Id) -> Id {
    grid.with("keyboard-at")
}

/// The columns of a row that are in view, each with its place.
pub fn in_view<'a>(
    ui: &Ui,
    columns: &'a [GridColumn],
    row: Rect,
) -> impl Iterator<Item = (usize, &'a GridColumn)> + use<'a> {
    let clip = ui.clip_rect().x_range();
    let first = columns.partition_point(|column| row.left() + column.right < clip.min);
    let from_first = columns.iter().enumerate().skip(first);
    from_first.take_while(move |(_, column)| row.left() + column.left <= clip.max)
}

/// What stands in a grid.
pub trait GridContent {
    /// The identity of a row, which it keeps wherever it stands.
    fn row_id(&self, row: usize) -> Id;

    /// What a screen reader says of a row.
    fn spoken(&self, row: usize) -> String;

    /// What a screen reader says of a cell: the name of its column, and what stands in it.
    fn cell_spoken(&self, row: usize, column: usize) -> (String, String);

    /// Whether a row is chosen; `None` where rows cannot be.
    fn is_selected(&self, row: usize) -> Option<bool>;

    /// Draws the head.
    fn head_ui(&mut self, ui: &mut Ui, rect: Rect);

    /// Draws what lies behind the cells of a row.
    fn row_ui(&mut self, ui: &mut Ui, rect: Rect, row: usize, hovered: bool);

    /// Draws what stands in a cell.
    fn cell_ui(&mut self, ui: &mut Ui, rect: Rect, row: usize, column: usize);

    /// Draws what stands there instead of rows where there are none.
    fn empty_ui(&mut self, ui: &mut Ui);

    /// The first row at or after one, then from the top, whose name begins as typed.
    fn named(&self, typed: &str, from: usize) -> Option<usize>;
}

/// What the reader did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridResponse {
    /// Where the keyboard is now.
    pub at: Cursor,
    /// Whether keys brought it to a row, or asked for the row it is at.
    pub walked: bool,
    /// Whether a row was clicked, at which the keyboard now is.
    pub clicked: bool,
    /// What is to be copied.
    pub copied: Option<Copied>,
}

impl Grid<'_> {
    /// Draws it, the keyboard being somewhere.
    pub fn ui(&self, ui: &mut Ui, state: &mut GridState, at: Cursor, content: &mut dyn GridContent) -> GridResponse {
        let builder = UiBuilder::new()
            .scope_id(self.id)
            .sense(Sense::focusable_noninteractive())
            .accessibility_role(Role::Grid)
            .accessibility_label(self.label);
        ui.scope_builder(builder, |ui| {
            let grid = ui.response();
            if std::mem::take(&mut state.wants_focus) {
                grid.request_focus();
            }
            if self.scrolls {
                ui.expand_to_include_rect(ui.available_rect_before_wrap());
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = if self.scrolls { ui.available_width() } else { self.width() };
            let (head, _) = ui.allocate_exact_size(vec2(width, self.head_height), Sense::empty());
            content.head_ui(ui, head);
            let mut response = GridResponse { at, ..GridResponse::default() };
            let focused = grid.has_focus() && self.rows > 0;
            if focused {
                let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, arrows));
                self.listen(ui, grid.id, state, content, &mut response);
            }
            let row = if self.rows == 0 {
                content.empty_ui(ui);
                None
            } else {
                self.rows_ui(ui, state, content, focused, &mut response)
            };
            state.wants_focus = response.clicked;
            if focused {
                let rect = row.and_then(|row| ui.ctx().read_response(row)).map(|row: Response| row.rect);
                ui.data_mut(|data| data.insert_temp(keyboard_at(grid.id), rect));
            }
            ui.ctx().accesskit_node_builder(grid.id, |node| {
                node.set_row_count(self.rows);
                node.set_column_count(self.columns.len());
                node.set_size_of_set(self.rows);
                if let Some(row) = row {
                    // A row that was walked to is heard whole, and after that the cells that are.
                    let cell = response.at.column.filter(|_| state.at_cell).and_then(|at| self.columns.get(at));
                    let active = cell.map_or(row, |column| cell_id(row, column));
                    node.set_active_descendant(active.accesskit_id());
                }
            });
            response
        })
        .inner
    }

    fn width(&self) -> f32 {
        self.columns.last().map_or(0.0, |last| last.right)
    }

    /// The column at a distance from the left; the padding of a cell belongs to it.
    fn column_at(&self, x: f32) -> Option<usize> {
        self.columns.partition_point(|column| column.left <= x).checked_sub(1)
    }
}
