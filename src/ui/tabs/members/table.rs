//! The table of the members: the grid with what stands in it.

use std::sync::Arc;

use egui::{Align, Id, IdSalt, Rect, Ui};

use super::answers::Answer;
use super::cells::{self, Look};
use super::columns::{Columns, Placed};
use super::{MembersState, empty};
use crate::analysis::memo::Memo;
use crate::analysis::roster::{Alignment, Column, RosterQuery, RosterRow, RosterView};
use crate::briefing::{Key, Members, Roster};
use crate::export::roster;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::shell::frame::regions::{Region, region_at};
use crate::ui::shell::grid_keys::{GRID_KEYS, menu_entry};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::grid::{
    Copied, Cursor, Grid, GridColumn, GridContent, GridResponse, GridState, HeadAction, HeadCell, SCROLL_BAR, Sorted,
    head_ui,
};
use crate::ui::widgets::paint_row;

const HEAD: f32 = 28.0;
const ROW: f32 = 40.0;
/// With less room than for the head and three rows the page scrolls.
pub const LEAST: f32 = HEAD + 3.0 * ROW;
/// Free at the right of each cell.
const PADDING: f32 = 8.0;

/// Where the keyboard is in the table.
#[derive(Debug, Default)]
pub struct TableState {
    /// What the grid remembers.
    pub grid: GridState,
    row: Option<RosterRow>,
    column: Column,
    current: Memo<CurrentOf, Option<usize>>,
}

/// Which row is looked for: the selected state's, in a view.
#[derive(Clone, Debug)]
struct CurrentOf {
    view: Arc<RosterView>,
    key: Key,
    at: Option<RosterRow>,
}

impl PartialEq for CurrentOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.view, &other.view) && self.key == other.key && self.at == other.at
    }
}

impl TableState {
    /// Where the keyboard is: at the row it was at, as long as that is what is selected, else at the one that is
    /// selected.
    pub fn current(&mut self, selection: &Selection, roster: &Roster, view: &Arc<RosterView>) -> Option<usize> {
        let Selection::State(key) = selection else { return None };
        let at = self.row.filter(|row| roster.states.get(row.state).is_some_and(|state| state.id == *key));
        // A long list is gone through once for a selection, not in every frame.
        let question = CurrentOf { view: Arc::clone(view), key: key.clone(), at };
        *self.current.get(&question, |_| {
            let state = || roster.states.iter().position(|state| state.id == *key);
            at.and_then(|row| view.place(&row)).or_else(|| view.place_of(state()?))
        })
    }
}

/// Draws the table, or why it is empty.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, members: Members<'_>, state: &mut MembersState, answer: &Answer) {
    let MembersState { table, query, columns: arranged, .. } = state;
    let placed = arranged.fit(ui.available_width() - SCROLL_BAR);
    let columns: Vec<GridColumn> = placed.iter().map(grid_column).collect();
    let view = &answer.view;
    let words = desk.words;
    let grid = Grid {
        id: ui.scope_id().with("grid"),
        words: desk.words,
        label: &members.roster.organisation.short,
        rows: view.len(),
        columns: &columns,
        head_height: HEAD,
        row_height: ROW,
        keys: &GRID_KEYS,
        menu_entry: &|ctx, part| menu_entry(ctx, words, part),
        scrolls: true,
        whole_rows: false,
    };
    let column = placed.iter().position(|placed| placed.column == table.column).unwrap_or_default();
    let at = Cursor {
        row: desk.selection().and_then(|selection| table.current(selection, members.roster, view)),
        column: Some(column),
    };
    let look = Look { members, columns: &placed, search: &answer.query.search };
    let mut content = Content { desk, query, arranged, answer, look, columns: &columns, id: grid.id };
    region_at(ui, words, Region::Table, ui.available_rect_before_wrap());
    let response = grid.ui(ui, &mut table.grid, at, &mut content);
    if response.at != at {
        table.column = response.at.column.and_then(|column| placed.get(column)).map_or(table.column, |at| at.column);
    }
    obey(desk, members, table, view, &response);
}

/// Does what the reader asked of the grid.
fn obey(desk: &mut Desk<'_>, members: Members<'_>, table: &mut TableState, view: &RosterView, response: &GridResponse) {
    if let Some(copied) = response.copied {
        let row = |row: usize, text: &dyn Fn(&RosterRow) -> String| view.row(row).map(|row| Command::Copy(text(&row)));
        let copy = match copied {
            Copied::Cell(at, _) => row(at, &|row| roster::cell(members, row, table.column)),
            Copied::Row(at) => row(at, &|row| roster::row_tsv(members, row)),
            Copied::Table => Some(Action::CopyTable.into()),
        };
        if let Some(copy) = copy {
            desk.send(copy);
        }
    }
    if !response.walked && !response.clicked {
        return;
    }
    if let Some(row) = response.at.row.and_then(|row| view.row(row)) {
        table.row = Some(row);
        let selection = Selection::State(row.state_in(members.roster).id.clone());
        desk.send(if response.clicked { Command::Select(selection) } else { Command::Browse(selection) });
    }
}

fn grid_column(placed: &Placed) -> GridColumn {
    let align = match placed.table.alignment {
        Alignment::Left => Align::Min,
        Alignment::Right => Align::Max,
    };
    GridColumn { id: IdSalt::new(placed.column.key), left: placed.left, right: placed.right - PADDING, align }
}

struct Content<'a, 'd> {
    desk: &'a mut Desk<'d>,
    query: &'a mut RosterQuery,
    arranged: &'a mut Columns,
    answer: &'a Answer,
    look: Look<'a>,
    columns: &'a [GridColumn],
    id: Id,
}

impl Content<'_, '_> {
    fn is_selected(&self, row: &RosterRow) -> bool {
        self.desk.is_selected(&Selection::State(row.state_in(self.look.members.roster).id.clone()))
    }
}

impl Content<'_, '_> {
    /// How wide a column has to be for its name and for what stands in it, of a long list for the first of its rows.
    fn widest(&self, ui: &Ui, column: Column) -> f32 {
        /// So many rows are measured.
        const LOOKED_AT: usize = 2000;
        /// What stands beside a text: the flag, the shape of a status, the arrow of the head.
        const AROUND: f32 = 44.0;
        let measured =
            |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, tokens_of(ui).ink).size().x;
        let head = self.desk.words.say(column.title_over(self.query.edition));
        let rows = (0..self.answer.view.len().min(LOOKED_AT)).filter_map(|row| self.answer.view.row(row));
        let texts = rows.map(|row| roster::cell(self.look.members, &row, column));
        let longest = texts.max_by_key(|text| text.chars().count()).unwrap_or_default();
        measured(&longest, Type::Body.strong_font()).max(measured(&head, Type::Caption.strong_font()))
            + AROUND
            + PADDING
    }
}

impl GridContent for Content<'_, '_> {
    fn row_id(&self, row: usize) -> Id {
        self.id.with(self.answer.view.row(row).map(|row| (row.state, row.printed)))
    }

    fn spoken(&self, row: usize) -> String {
        self.answer
            .view
            .row(row)
            .map_or_else(String::new, |row| cells::spoken(self.desk.words, self.look.members, &row))
    }

    fn cell_spoken(&self, row: usize, column: usize) -> (String, String) {
        let column = self.look.columns[column].column;
        let text = self.answer.view.row(row);
        let text = text.map(|row| cells::cell_spoken(self.desk.words, self.look.members, column, &row));
        let name = self.desk.words.say(column.title_over(self.query.edition));
        (name, text.unwrap_or_default())
    }

    fn is_selected(&self, row: usize) -> Option<bool> {
        Some(self.answer.view.row(row).is_some_and(|row| Content::is_selected(self, &row)))
    }

    fn head_ui(&mut self, ui: &mut Ui, rect: Rect) {
        let sort = self.query.sort.clone();
        let cell = |placed: &Placed| HeadCell {
            name: self.desk.words.say(placed.column.title_over(self.query.edition)),
            sorted: sort
                .iter()
                .position(|sort| sort.column == placed.column)
                .map(|place| Sorted { descending: sort[place].descending, within: place > 0 }),
            indent: if placed.column == Column::STATE { 12.0 } else { 0.0 },
        };
        let placed = self.look.columns;
        let cells: Vec<HeadCell> = placed.iter().map(cell).collect();
        match head_ui(ui, self.desk.words, rect, self.columns, &cells) {
            Some(HeadAction::Sort { column, further }) => self.query.sort_by(placed[column].column, further),
            Some(HeadAction::Shift { column, right }) => self.arranged.shift(placed[column].column, right),
            Some(HeadAction::Resize { column, points }) => {
                let width = placed.last().map_or(0.0, |last| last.right);
                self.arranged.resize(placed[column].column, points, width);
            }
            Some(HeadAction::Fit { column }) => {
                let wanted = self.widest(ui, placed[column].column);
                let width = placed.last().map_or(0.0, |last| last.right);
                self.arranged.fit_to(placed[column].column, wanted, width);
            }
            None => {}
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, tokens_of(ui).rule));
    }

    fn row_ui(&mut self, ui: &mut Ui, rect: Rect, row: usize, hovered: bool) {
        let selected = GridContent::is_selected(self, row) == Some(true);
        paint_row(ui, rect, selected, hovered);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, tokens_of(ui).hairline));
    }

    fn cell_ui(&mut self, ui: &mut Ui, _: Rect, row: usize, column: usize) {
        if let Some(row) = self.answer.view.row(row) {
            cells::ui(ui, self.desk, &self.look, self.look.columns[column].column, &row);
        }
    }

    fn empty_ui(&mut self, ui: &mut Ui) {
        empty::ui(ui, self.desk.words, self.query, self.answer);
    }

    fn named(&self, typed: &str, from: usize) -> Option<usize> {
        self.answer.view.named(self.look.members, typed, from)
    }
}
