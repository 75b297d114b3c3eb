//! The keyboard in the table: arrows walk its rows and cells, letters go to a name, and what it is at can be copied.

use std::sync::Arc;

use egui::{Event, EventFilter, Response, Ui};

use super::MembersState;
use super::columns::Placed;
use super::table::ROW;
use crate::analysis::roster::{RosterRow, RosterView};
use crate::briefing::Key as StateKey;
use crate::export::roster;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};

/// After so many seconds without a letter the next one begins a new name.
const PAUSE: f64 = 1.0;

/// Does what the keys ask for while the table has the keyboard. Returns the row it is at.
pub fn handle(
    ui: &Ui,
    desk: &mut Desk<'_>,
    state: &mut MembersState,
    view: &Arc<RosterView>,
    columns: &[Placed],
    grid: &Response,
) -> Option<RosterRow> {
    let place = current(desk, state, view);
    let row = place.and_then(|place| view.row(place));
    if !grid.has_focus() || view.is_empty() {
        return row;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid.id, filter));
    copy(ui, desk, state, row);
    step_across(ui, state, columns);
    let Some(to) = step_down(ui, state, view, place).or_else(|| typed(ui, desk, state, view, place)) else {
        return row;
    };
    let reached = view.row(to)?;
    state.grid.row = Some(reached);
    state.grid.reveal(to, 0.0);
    desk.send(Command::Browse(Selection::State(reached.state_in(&desk.briefing.roster).id.clone())));
    Some(reached)
}

/// Where the keyboard is: at the row it was at, as long as that is what is selected, else at the one that is selected.
fn current(desk: &Desk<'_>, state: &mut MembersState, view: &Arc<RosterView>) -> Option<usize> {
    let Some(Selection::State(key)) = desk.selection() else { return None };
    let roster = &desk.briefing.roster;
    let at = state.grid.row.filter(|row| roster.states.get(row.state).is_some_and(|state| state.id == *key));
    // A long list is gone through once for a selection, not in every frame.
    let question = CurrentOf { view: Arc::clone(view), key: key.clone(), at };
    *state.current.get(&question, |_| {
        let state = || roster.states.iter().position(|state| state.id == *key);
        at.and_then(|row| view.place(&row)).or_else(|| view.place_of(state()?))
    })
}

/// Which row is looked for: the selected state's, in a view.
#[derive(Clone, Debug)]
pub struct CurrentOf {
    view: Arc<RosterView>,
    key: StateKey,
    at: Option<RosterRow>,
}

impl PartialEq for CurrentOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.view, &other.view) && self.key == other.key && self.at == other.at
    }
}

fn copy(ui: &Ui, desk: &mut Desk<'_>, state: &MembersState, row: Option<RosterRow>) {
    let Some(row) = row else { return };
    if Action::CopyRow.pressed(ui) {
        desk.send(Command::Copy(roster::row_tsv(desk.briefing, &row)));
    } else if Action::CopyCell.pressed(ui) {
        desk.send(Command::Copy(roster::cell(desk.briefing, &row, state.grid.column)));
    }
}

fn step_across(ui: &Ui, state: &mut MembersState, columns: &[Placed]) {
    let at = columns.iter().position(|placed| placed.column == state.grid.column).unwrap_or_default();
    let to = if Action::NextCell.pressed(ui) {
        at + 1
    } else if Action::PreviousCell.pressed(ui) {
        at.saturating_sub(1)
    } else {
        at
    };
    if let Some(placed) = columns.get(to) {
        state.grid.column = placed.column;
    }
}

/// Where a key leads that goes up or down.
fn step_down(ui: &Ui, state: &MembersState, view: &RosterView, place: Option<usize>) -> Option<usize> {
    let last = view.len().checked_sub(1)?;
    let page = ((state.grid.view.1 / ROW) as usize).max(2) - 1;
    let from = place.unwrap_or_default();
    let steps = [
        (Action::NextRow, place.map_or(0, |place| (place + 1).min(last))),
        (Action::PreviousRow, from.saturating_sub(1)),
        (Action::NextPage, (from + page).min(last)),
        (Action::PreviousPage, from.saturating_sub(page)),
        (Action::FirstRow, 0),
        (Action::LastRow, last),
        (Action::OpenRow, from),
    ];
    steps.into_iter().find(|(action, _)| action.pressed(ui)).map(|(_, to)| to)
}

/// Where the letters lead that were typed one after the other.
fn typed(ui: &Ui, desk: &Desk<'_>, state: &mut MembersState, view: &RosterView, place: Option<usize>) -> Option<usize> {
    let text: String = ui.input(|input| {
        let texts =
            input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(&**text) } else { None });
        texts.collect()
    });
    if text.is_empty() {
        return None;
    }
    let now = ui.input(|input| input.time);
    let (typed, last) = &mut state.grid.typed;
    if now - *last > PAUSE {
        typed.clear();
    }
    *last = now;
    typed.push_str(&text);
    // The first letter goes on to the next name; further ones may keep the row they have led to.
    let further = typed.chars().count() > text.chars().count();
    let from = place.map_or(0, |place| if further { place } else { place + 1 });
    view.named(desk.briefing, typed, from)
}
