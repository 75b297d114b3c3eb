//! The table of the members: a grid with a head, of whose rows only the visible ones are laid out.

use std::ops::Range;

use egui::{Id, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, accesskit::Role, pos2, vec2};

use super::answers::Answer;
use super::columns::Placed;
use super::{MembersState, empty, grid_keys, head, row};
use crate::analysis::roster::{Column, RosterRow};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;

const HEAD: f32 = 28.0;
/// Height of a row.
pub const ROW: f32 = 40.0;
/// Free at the right of each cell.
pub const PADDING: f32 = 8.0;
/// Kept free for the scroll bar.
const SCROLL_BAR: f32 = 8.0;

/// Where the keyboard is in the grid, and what the grid shows of its rows.
#[derive(Debug)]
pub struct GridState {
    /// The row the keyboard is at.
    pub row: Option<RosterRow>,
    /// The column it is at.
    pub column: Column,
    /// What was typed to go to a name, and when.
    pub typed: (String, f64),
    /// How far the rows are scrolled, and how much of them is in view.
    pub view: (f32, f32),
    /// Where to scroll to in this frame.
    pub scroll_to: Option<f32>,
    /// Whether the grid takes the keyboard in the next frame: in that of a click, the press would take it away again.
    pub wants_focus: bool,
}

impl Default for GridState {
    fn default() -> Self {
        Self {
            row: None,
            column: Column::State,
            typed: (String::new(), 0.0),
            view: (0.0, 0.0),
            scroll_to: None,
            wants_focus: false,
        }
    }
}

impl GridState {
    /// Brings a row into view, with `above` rows over it where it was out of view.
    pub fn reveal(&mut self, place: usize, above: f32) {
        let top = place as f32 * ROW;
        let (offset, height) = self.view;
        if top < offset || top + ROW > offset + height || above > 0.0 {
            let below = (top + ROW - height).max(0.0);
            self.scroll_to = Some(if above > 0.0 || top < offset { (top - above * ROW).max(0.0) } else { below });
        }
    }
}

/// Draws the table, or why it is empty.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MembersState, answer: &Answer) {
    let view = &answer.view;
    let width = ui.available_width();
    let columns = state.columns.fit(width - SCROLL_BAR);
    let grid = UiBuilder::new()
        .scope_id(ui.scope_id().with("grid"))
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Role::Grid)
        .accessibility_label(desk.briefing.roster.organisation.short.clone());
    ui.scope_builder(grid, |ui| {
        let response = ui.response();
        if std::mem::take(&mut state.grid.wants_focus) {
            response.request_focus();
        }
        ui.expand_to_include_rect(ui.available_rect_before_wrap());
        ui.spacing_mut().item_spacing.y = 0.0;
        let (head, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::empty());
        head::ui(ui, head, state, &columns);
        ui.painter().hline(head.x_range(), head.bottom(), (1.0, tokens_of(ui).rule));
        let current = grid_keys::handle(ui, desk, state, view, &columns, &response);
        let row = if view.is_empty() {
            empty::ui(ui, state, answer);
            None
        } else {
            rows_ui(ui, desk, state, answer, &columns, &response, current)
        };
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_count(view.len());
            node.set_column_count(columns.len());
            if let Some(row) = row {
                node.set_active_descendant(row.accesskit_id());
            }
        });
    });
}

/// Draws the rows in view. Returns the one the keyboard is at.
fn rows_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut MembersState,
    answer: &Answer,
    columns: &[Placed],
    grid: &Response,
    current: Option<RosterRow>,
) -> Option<Id> {
    let mut area = ScrollArea::vertical().id_salt("members").auto_shrink(false);
    if let Some(offset) = state.grid.scroll_to.take() {
        area = area.vertical_scroll_offset(offset);
    }
    let view = &answer.view;
    let shown = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(view.len() as f32 * ROW);
        let visible = visible(viewport, view.len());
        // Placed from the first one in view: far down a long list, its top is too far away to measure from.
        let mut at = None;
        let top = ui.clip_rect().top() - viewport.top().rem_euclid(ROW);
        let first = visible.start;
        for (place, row) in visible.filter_map(|place| Some((place, view.row(place)?))) {
            let y = top + (place - first) as f32 * ROW;
            let rect = Rect::from_min_size(pos2(ui.max_rect().left(), y), vec2(ui.available_width(), ROW));
            let focused = grid.has_focus() && current == Some(row);
            let look = row::Look { columns, search: &answer.query.search, cell: focused.then_some(state.grid.column) };
            let response = row::ui(ui, desk, grid.id, rect, &look, (place, view.len()), &row);
            if focused {
                at = Some(response.id);
            }
            if response.clicked() || response.secondary_clicked() {
                state.grid.row = Some(row);
                state.grid.column = column_at(columns, &response).unwrap_or(state.grid.column);
            }
            row::menu_ui(&response, desk, &row, state.grid.column);
            if response.clicked() {
                state.grid.wants_focus = true;
                desk.send(Command::Select(Selection::State(row.state_in(&desk.briefing.roster).id.clone())));
            }
        }
        at
    });
    state.grid.view = (shown.state.clamped_offset().y, shown.inner_rect.height());
    shown.inner
}

/// The column that was clicked.
fn column_at(columns: &[Placed], response: &Response) -> Option<Column> {
    let x = response.interact_pointer_pos()?.x - response.rect.left();
    columns.iter().find(|placed| x < placed.right).map(|placed| placed.column)
}

/// The places of the rows of which something is in view.
fn visible(viewport: Rect, rows: usize) -> Range<usize> {
    let first = (viewport.top() / ROW).max(0.0) as usize;
    let in_view = (viewport.height() / ROW).ceil() as usize + 1;
    first.min(rows)..(first + in_view).min(rows)
}
