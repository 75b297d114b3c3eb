//! The table of the members: its head and its rows, of which only the visible ones are laid out.

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{MembersState, row};
use crate::analysis::roster::{Column, Edition, RosterQuery};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, focus_ring, within};

const HEAD: f32 = 28.0;
const ROW: f32 = 40.0;
/// Free at the right of each cell.
pub const PADDING: f32 = 8.0;

/// Below this width status and region have no column of their own.
const COMPACT: f32 = 640.0;

/// Where each column stands, as its left and right edge.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// Name and flag.
    pub state: (f32, f32),
    /// Status and region; in a compact table the status stands under the name.
    pub status_and_region: Option<[(f32, f32); 2]>,
    /// Since when; right-aligned.
    pub since: (f32, f32),
    /// Sources; right-aligned.
    pub sources: (f32, f32),
}

impl Columns {
    /// The design's proportions spread over a width.
    fn over(width: f32) -> Self {
        if width < COMPACT {
            let (since, sources) = (width - 206.0, width - 96.0);
            return Self {
                state: (0.0, since),
                status_and_region: None,
                since: (since, sources),
                sources: (sources, width),
            };
        }
        let unit = width / 688.0;
        let edges = [0.0, 230.0, 358.0, 482.0, 592.0, 688.0].map(|edge| edge * unit);
        let column = |index: usize| (edges[index], edges[index + 1]);
        Self { state: column(0), status_and_region: Some([column(1), column(2)]), since: column(3), sources: column(4) }
    }
}

/// Draws the table, or why it is empty.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::over(ui.available_width() - 8.0);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::empty());
    head_ui(ui, head, columns, &mut state.query);
    ui.painter().hline(head.x_range(), head.bottom(), (1.0, t.rule));
    let view = state.view(desk.briefing);
    if view.is_empty() {
        empty_ui(ui, state, view.total());
        return;
    }
    let mut rows = ScrollArea::vertical().id_salt("members").auto_shrink(false);
    if let Some(key) = state.to_reveal.take() {
        let index = view.rows().position(|row| row.state_in(&desk.briefing.roster).id == key);
        // With a few rows above it, so that a reader sees where in the list it is.
        rows = rows.vertical_scroll_offset((index.unwrap_or_default() as f32 - 3.0).max(0.0) * ROW);
    }
    rows.show_rows(ui, ROW, view.len(), |ui, visible| {
        for entry in visible.filter_map(|place| view.row(place)) {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
            row::ui(ui, desk, rect, columns, &view, &entry);
        }
    });
}

fn head_ui(ui: &mut Ui, head: Rect, columns: Columns, query: &mut RosterQuery) {
    let t = tokens_of(ui);
    let state = if query.edition == Edition::Printed { "State, as printed" } else { "State" };
    head_cell(ui, head, columns.state, state, Align::Min, Column::State, query);
    if let Some([status, region]) = columns.status_and_region {
        head_cell(ui, head, status, "Status", Align::Min, Column::Status, query);
        head_cell(ui, head, region, "Region", Align::Min, Column::Region, query);
    }
    head_cell(ui, head, columns.since, "Since", Align::Max, Column::Since, query);
    let sources = pos2(head.left() + columns.sources.1 - PADDING, head.center().y);
    ui.painter().text(sources, egui::Align2::RIGHT_CENTER, "Sources", Type::Caption.font(), t.muted);
}

/// A head that sorts by its column; once more, the other way round; with Shift, within what is sorted by already.
fn head_cell(
    ui: &mut Ui,
    head: Rect,
    (left, right): (f32, f32),
    label: &str,
    align: Align,
    column: Column,
    query: &mut RosterQuery,
) {
    let t = tokens_of(ui);
    let rect =
        Rect::from_min_max(pos2(head.left() + left, head.top()), pos2(head.left() + right - PADDING, head.bottom()));
    let sorted = query.sort.iter().find(|sort| sort.column == column);
    let on = sorted.is_some();
    let descending = sorted.is_some_and(|sort| sort.descending);
    let response = ui.interact(rect, ui.scope_id().with(("head", label)), Sense::click());
    let direction = match (on, descending) {
        (false, _) => "not sorted",
        (true, false) => "sorted upwards",
        (true, true) => "sorted downwards",
    };
    let spoken = format!("{label}, {direction}");
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), &spoken));
    let layout = match align {
        Align::Max => Layout::right_to_left(Align::Center),
        _ => Layout::left_to_right(Align::Center),
    };
    within(ui, rect, layout, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if align == Align::Min && column == Column::State {
            ui.add_space(12.0);
        }
        let ink = if on || response.hovered() { t.ink } else { t.muted };
        let text = if on { Type::Caption.strong(label, ink) } else { Type::Caption.text(label, ink) };
        ui.add(egui::Label::new(text).selectable(false));
        if on {
            let (arrow, _) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::empty());
            let icon = if descending { Icon::ArrowDown } else { Icon::ArrowUp };
            icon.paint(ui, arrow, t.ink);
        }
    });
    focus_ring(ui, &response, rect.shrink(3.0), 2);
    if response.clicked() {
        let further = ui.input(|input| input.modifiers.shift);
        query.sort_by(column, further);
    }
}

/// Says that nothing matches and offers to take the filters off.
fn empty_ui(ui: &mut Ui, state: &mut MembersState, total: usize) {
    let t = tokens_of(ui);
    ui.add_space(16.0);
    ui.label(Type::Body.strong("No state matches", t.ink));
    let text = if total == 0 {
        "Nobody had a status on this date.".to_owned()
    } else {
        format!("The filters hide all {total} rows of the list.")
    };
    ui.label(Type::Body.text(text, t.ink2));
    ui.add_space(4.0);
    if total > 0 && crate::ui::widgets::button(ui, None, "Clear all filters").clicked() {
        state.clear_filters();
    }
}
