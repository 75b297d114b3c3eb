//! The figures in words and numbers, each under its column of the chart.

use egui::{Align, Align2, FontId, Id, IdSalt, Rect, Sense, Ui, accesskit::Role, pos2, vec2};

use super::state::TradeState;
use crate::analysis::search_text::Needle;
use crate::analysis::trade::{Line, Row, Standing, TradeView, basis};
use crate::briefing::Period;
use crate::drawing::chart::ink_of;
use crate::export;
use crate::message;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::shell::grid_keys::{GRID_KEYS, menu_entry};
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::grid::{
    Copied, Cursor, Grid, GridColumn, GridContent, Sorted, announce_sorted, in_view, sort_arrow, sort_head, sort_state,
};
use crate::ui::widgets::{OneStop, focus_ring};
use crate::words::Words;

const HEAD: f32 = 28.0;
const ROW: f32 = 22.0;
/// Of more rows only those are named that can be seen.
const WHOLE: usize = 100;

/// Before the name of a row that the chart draws in a colour.
const SWATCH: f32 = 14.0;
/// After the name of the row that the columns are ordered by.
const ARROW: f32 = 20.0;

/// What a row takes of the room for its name.
pub(super) fn around_name(view: &TradeView, row: usize) -> f32 {
    ARROW + if is_coloured(view, row) { SWATCH } else { 0.0 }
}

/// Whether the chart draws a row in a colour that has to be told from another's.
fn is_coloured(view: &TradeView, row: usize) -> bool {
    row < view.drawn && view.drawn > 1 && view.lines.get(row).is_some_and(|line| !line.row.is_tick())
}

/// The height of the table.
pub fn height(view: &TradeView) -> f32 {
    HEAD + ROW * view.lines.len() as f32
}

/// Draws the names of the rows at the left. A click orders the columns by the row, once more the other way round.
pub fn names_ui(ui: &Ui, words: &Words, state: &mut TradeState, view: &TradeView, rect: Rect) {
    let t = tokens_of(ui);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    // One stop: the arrows lead from name to name.
    let rows = view.lines.iter().map(|line| Some(line.row));
    let ids: Vec<Id> = std::iter::once(None).chain(rows).map(name_id).collect();
    let at = ids.iter().position(|id| ui.memory(|memory| memory.has_focus(*id))).unwrap_or_default();
    let stop = OneStop::below(ui, &ids, at);
    let periods = words.say(&message!(trade::year, kind = view.kind.key()));
    name_ui(ui, words, state, (head, stop.sense(0)), None, Name { whole: &periods, shown: &periods });
    ui.painter().hline(head.x_range(), head.bottom(), (1.0, t.hairline));
    let names = state.names(
        ui,
        words,
        view,
        rect.width() - (0..view.lines.len()).map(|row| around_name(view, row)).fold(0.0, f32::max),
    );
    for ((index, line), shown) in view.lines.iter().enumerate().zip(names.iter()) {
        let top = head.bottom() + ROW * index as f32;
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW));
        if view.lines.len() > WHOLE && !ui.is_rect_visible(row) {
            continue;
        }
        let coloured = is_coloured(view, index);
        if coloured {
            let swatch = Rect::from_center_size(pos2(row.left() + 4.0, row.center().y), vec2(8.0, 8.0));
            ui.painter().rect_filled(swatch, 0.0, t.of(ink_of(line.row)));
        }
        let indent = if coloured { SWATCH } else { 0.0 };
        let left = row.with_min_x(row.left() + indent);
        let name = Name { whole: &words.value(&line.name), shown };
        name_ui(ui, words, state, (left, stop.sense(index + 1)), Some(line.row), name);
        ui.painter().hline(row.x_range(), row.bottom(), (1.0, t.hairline));
    }
}

/// The name of a row, and what of it there is room for.
#[derive(Clone, Copy)]
struct Name<'a> {
    whole: &'a str,
    shown: &'a str,
}

fn name_id(row: Option<Row>) -> Id {
    Id::unique(("trade-row-name", row))
}

fn name_ui(
    ui: &Ui,
    words: &Words,
    state: &mut TradeState,
    (rect, sense): (Rect, Sense),
    row: Option<Row>,
    name: Name<'_>,
) {
    let t = tokens_of(ui);
    let order = state.query.order;
    let on = order.by == row && (row.is_some() || order.descending);
    let sorted = on.then_some(Sorted { descending: order.descending, within: false });
    let spoken = words.say(&sort_state(name.whole, sorted));
    let response = sort_head(ui, (rect, sense), name_id(row), Role::RowHeader, &spoken, sorted);
    announce_sorted(ui, response.id, sorted, &spoken);
    let ink = if on || response.hovered() || row.is_some() { t.ink } else { t.muted };
    let font = if on { Type::Caption.strong_font() } else { Type::Caption.font() };
    let (left, room) = (rect.left(), rect.width() - if on { ARROW } else { 4.0 });
    if let Some(sorted) = sorted {
        sort_arrow(ui, Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(12.0, 12.0)), sorted);
    }
    let galley = egui::WidgetText::from(egui::RichText::new(name.shown).font(font).color(ink)).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        room,
        egui::TextStyle::Small,
    );
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley.clone(), ink);
    if response.hovered() {
        ui.painter().hline(left..=left + galley.size().x, rect.bottom() - 3.0, (1.0, t.stroke));
    }
    focus_ring(ui, &response, rect.shrink2(vec2(2.0, 3.0)), 2);
    let hint = words.say(&message!(trade::order_by, name = name.whole.to_owned()));
    if response.on_hover_text(hint).clicked() {
        state.query.sort_by(row);
    }
}

/// Draws the periods and their cells.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, view: &TradeView, slot: f32) {
    let column = |(index, period): (usize, &Period)| {
        let left = slot * index as f32;
        GridColumn { id: IdSalt::new(*period), left, right: left + slot, align: Align::Center }
    };
    let columns: Vec<GridColumn> = view.columns.iter().enumerate().map(column).collect();
    let words = desk.words;
    let trade = state.series(desk.briefing).and_then(|series| desk.briefing.trade_of(series));
    let grid = Grid {
        id: Id::unique("trade-years"),
        words: desk.words,
        label: trade.map_or("", |trade| basis::headline(trade, view.query.layer)),
        rows: view.lines.len(),
        columns: &columns,
        head_height: HEAD,
        row_height: ROW,
        keys: &GRID_KEYS,
        menu_entry: &|ctx, part| menu_entry(ctx, words, part),
        scrolls: false,
        whole_rows: true,
    };
    let place = |row: Row| view.lines.iter().position(|line| line.row == row);
    let at = state.cell.and_then(|(row, column)| {
        Some(Cursor { row: Some(place(row)?), column: column.map(|column| column.min(columns.len() - 1)) })
    });
    let mut content =
        Content { words: desk.words, view, selected: state.selected, pointed: state.pointed, columns: &columns };
    let response = grid.ui(ui, &mut state.grid, at.unwrap_or_default(), &mut content);
    let line = |row: usize| view.lines.get(row);
    state.cell = response.at.row.and_then(line).map(|line| (line.row, response.at.column));
    let copy = match response.copied {
        Some(Copied::Cell(row, column)) => line(row).map(|line| Command::Copy(export::trade::cell(line, column))),
        Some(Copied::Row(row)) => line(row).map(|line| Command::Copy(export::trade::row_tsv(view, line, desk.words))),
        Some(Copied::Table) => Some(Action::CopyTable.into()),
        None => None,
    };
    if let Some(copy) = copy {
        desk.send(copy);
    }
}

/// What stands in the table.
struct Content<'a> {
    words: &'a Words,
    view: &'a TradeView,
    /// The column that is selected.
    selected: Option<Period>,
    /// The column under the pointer of the chart.
    pointed: Option<usize>,
    columns: &'a [GridColumn],
}

impl Content<'_> {
    fn tint(&self, ui: &Ui, cell: Rect, column: usize) {
        let t = tokens_of(ui);
        if self.selected == Some(self.view.columns[column]) {
            ui.painter().rect_filled(cell, 0.0, t.selected);
        } else if self.pointed == Some(column) {
            ui.painter().rect_filled(cell, 0.0, t.hover);
        }
    }
}

impl GridContent for Content<'_> {
    fn row_id(&self, row: usize) -> Id {
        Id::unique(("trade-row", self.view.lines[row].row))
    }

    fn spoken(&self, row: usize) -> String {
        let line = &self.view.lines[row];
        let periods = self.view.columns.iter().enumerate();
        let cells = periods.map(|(column, period)| {
            let value = line.cell(column);
            self.words.say(&message!(trade::value_of_year, year = *period, value = value))
        });
        std::iter::once(self.words.value(&line.name)).chain(cells).collect::<Vec<_>>().join("; ")
    }

    fn cell_spoken(&self, row: usize, column: usize) -> (String, String) {
        let period = self.view.columns.get(column).map(|period| self.words.period(*period)).unwrap_or_default();
        (period, self.words.value(&self.view.lines[row].cell(column)))
    }

    fn is_selected(&self, _: usize) -> Option<bool> {
        None
    }

    fn head_ui(&mut self, ui: &mut Ui, rect: Rect) {
        let t = tokens_of(ui);
        for (column, at) in in_view(ui, self.columns, rect) {
            let cell = at.cell(rect);
            self.tint(ui, cell, column);
            let period = self.view.columns[column];
            let printed = |line: &Line| line.point(column).is_some_and(|point| point.standing == Standing::Document);
            let (font, ink) = style(self.view.lines.iter().any(printed), true, t);
            ui.painter().text(cell.center(), Align2::CENTER_CENTER, self.words.period(period), font, ink);
            if self.selected == Some(period) {
                ui.painter().hline(cell.shrink(6.0).x_range(), cell.bottom() - 3.0, (2.0, t.accent));
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
    }

    fn row_ui(&mut self, ui: &mut Ui, rect: Rect, _: usize, _: bool) {
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, tokens_of(ui).hairline));
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: Rect, row: usize, column: usize) {
        let t = tokens_of(ui);
        self.tint(ui, cell, column);
        let line = &self.view.lines[row];
        let known = line.point(column).is_some();
        let text = self.words.value(&line.cell(column));
        let printed = line.point(column).is_some_and(|point| point.standing == Standing::Document && !point.computed);
        let (font, ink) = style(printed, known, t);
        // The columns are as wide as their values; one without end is cut, and the whole of it is in the read-out.
        let galley = egui::WidgetText::from(egui::RichText::new(text).font(font).color(ink)).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            cell.width() - 2.0,
            egui::TextStyle::Small,
        );
        ui.painter().galley(cell.center() - galley.size() / 2.0, galley, ink);
    }

    fn empty_ui(&mut self, _: &mut Ui) {}

    fn named(&self, typed: &str, from: usize) -> Option<usize> {
        let needle = Needle::beginning(typed);
        let rows = self.view.lines.len();
        let mut places = (from..rows).chain(0..from.min(rows));
        if needle.is_empty() {
            None
        } else {
            places.find(|row| needle.begins(&self.words.value(&self.view.lines[*row].name)))
        }
    }
}

fn style(printed: bool, known: bool, t: &Tokens) -> (FontId, egui::Color32) {
    match (printed, known) {
        (true, _) => (Type::Caption.strong_font(), t.ink),
        (false, false) => (Type::Caption.font(), t.muted),
        (false, true) => (Type::Caption.font(), t.ink2),
    }
}
