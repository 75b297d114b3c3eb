//! The keyboard in a grid: keys walk its rows and cells and copy them, letters go to a name.

use egui::{Event, Id, Ui};

use super::{Copied, Cursor, Grid, GridContent, GridResponse, GridState, head_id};

/// After so many seconds without a letter the next one begins a new name.
const PAUSE: f64 = 1.0;

/// What a key means in a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridKey {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the cell before.
    Left,
    /// To the cell after.
    Right,
    /// Up by what is in view.
    PageUp,
    /// Down by what is in view.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open the row the keyboard is at.
    Open,
    /// Copy the cell it is at, or the row where it is at the row as a whole.
    CopyCell,
    /// Copy the row it is at.
    CopyRow,
}

impl Grid<'_> {
    /// Does what the keys ask for while the grid has the keyboard.
    pub(super) fn listen(
        &self,
        ui: &Ui,
        grid: Id,
        state: &mut GridState,
        content: &dyn GridContent,
        response: &mut GridResponse,
    ) {
        if self.whole_rows {
            response.at.row.get_or_insert(0);
        }
        let pressed = self.pressed(ui);
        response.copied = pressed.and_then(|key| copied(response.at, key));
        let at = response.at;
        if pressed == Some(GridKey::Up) && at.row.is_none_or(|row| row == 0) {
            self.to_head(ui, grid, at.column);
        }
        match pressed {
            Some(GridKey::Left | GridKey::Right) => state.at_cell = true,
            Some(_) => state.at_cell = false,
            None => {}
        }
        if let Some(key) = pressed {
            response.at.column = self.step_across(at.column, key);
        }
        let page = ((state.view.1 / self.row_height) as usize).max(2) - 1;
        let down = pressed.and_then(|key| step_down(at.row, key, self.rows - 1, page));
        if let Some(row) = down.or_else(|| typed(ui, state, content, at.row)) {
            response.at.row = Some(row);
            response.walked = true;
        }
        if response.at != at {
            state.reveal = response.at.row.map(|row| (row, 0.0));
        }
    }

    /// From the first row up to the head of the column, where it can be pressed.
    fn to_head(&self, ui: &Ui, grid: Id, column: Option<usize>) {
        let head = column.or(Some(0)).and_then(|column| self.columns.get(column)).map(|column| head_id(grid, column));
        if let Some(head) = head.filter(|head| ui.ctx().read_response(*head).is_some()) {
            ui.memory_mut(|memory| memory.request_focus(head));
        }
    }

    fn pressed(&self, ui: &Ui) -> Option<GridKey> {
        ui.input_mut(|input| {
            let asked = self.keys.iter().find(|(shortcut, _)| input.consume_shortcut(shortcut)).map(|(_, key)| *key);
            // Every platform sends an event of its own for copying, and no key.
            asked.or_else(|| input.events.contains(&Event::Copy).then_some(GridKey::CopyCell))
        })
    }

    /// The column that a key leads to; none is the row as a whole.
    fn step_across(&self, column: Option<usize>, key: GridKey) -> Option<usize> {
        let last = self.columns.len().checked_sub(1)?;
        match (key, column) {
            (GridKey::Right, Some(column)) => Some((column + 1).min(last)),
            (GridKey::Right, None) => Some(0),
            (GridKey::Left, Some(0)) if self.whole_rows => None,
            (GridKey::Left, Some(column)) => Some(column.saturating_sub(1)),
            _ => column,
        }
    }
}

/// What a key copies.
fn copied(at: Cursor, key: GridKey) -> Option<Copied> {
    match (key, at.row?, at.column) {
        (GridKey::CopyCell, row, Some(column)) => Some(Copied::Cell(row, column)),
        (GridKey::CopyCell, row, None) | (GridKey::CopyRow, row, _) => Some(Copied::Row(row)),
        _ => None,
    }
}

/// The row that a key leads to.
fn step_down(row: Option<usize>, key: GridKey, last: usize, page: usize) -> Option<usize> {
    let from = row.unwrap_or_default();
    match key {
        GridKey::Down => Some(row.map_or(0, |row| (row + 1).min(last))),
        GridKey::Up => Some(from.saturating_sub(1)),
        GridKey::PageDown => Some((from + page).min(last)),
        GridKey::PageUp => Some(from.saturating_sub(page)),
        GridKey::First => Some(0),
        GridKey::Last => Some(last),
        GridKey::Open => Some(from),
        GridKey::Left | GridKey::Right | GridKey::CopyCell | GridKey::CopyRow => None,
    }
}

/// Where the letters lead that were typed one after the other.
fn typed(ui: &Ui, state: &mut GridState, content: &dyn GridContent, row: Option<usize>) -> Option<usize> {
    let text: String = ui.input(|input| {
        let texts =
            input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(&**text) } else { None });
        texts.collect()
    });
    if text.is_empty() {
        return None;
    }
    let now = ui.input(|input| input.time);
    let (typed, last) = &mut state.typed;
    if now - *last > PAUSE {
        typed.clear();
    }
    *last = now;
    typed.push_str(&text);
    // The first letter goes on to the next name; further ones may keep the row they have led to.
    let further = typed.chars().count() > text.chars().count();
    let from = row.map_or(0, |row| if further { row } else { row + 1 });
    content.named(typed, from)
}

#[cfg(test)]
mod tests {
    use super::{Copied, Cursor, GridKey, copied, step_down};

    #[test]
    fn no_key_leads_out_of_the_rows() {
        let keys = [GridKey::Up, GridKey::Down, GridKey::PageUp, GridKey::PageDown, GridKey::First, GridKey::Last];
        for last in [0, 1, 5] {
            for row in (0..=last).map(Some).chain([None]) {
                for key in keys {
                    assert!(step_down(row, key, last, 3).is_some_and(|to| to <= last), "{key:?} from {row:?}");
                }
            }
        }
        assert_eq!(step_down(None, GridKey::Down, 5, 3), Some(0), "into the grid at its top");
    }

    #[test]
    fn without_a_cell_the_row_is_copied() {
        let row = Cursor { row: Some(2), column: None };
        let cell = Cursor { row: Some(2), column: Some(1) };
        assert_eq!(copied(row, GridKey::CopyCell), Some(Copied::Row(2)));
        assert_eq!(copied(cell, GridKey::CopyCell), Some(Copied::Cell(2, 1)));
        assert_eq!(copied(cell, GridKey::CopyRow), Some(Copied::Row(2)));
        assert_eq!(copied(Cursor::default(), GridKey::CopyCell), None);
    }
}
