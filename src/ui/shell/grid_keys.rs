//! What the actions of a table mean to a grid.

use crate::words::Words;
use egui::{Context, KeyboardShortcut, Ui};

use super::actions::Action;
use crate::ui::widgets::grid::{GridKey, Part};

/// The keys of every table.
pub const GRID_KEYS: [(KeyboardShortcut, GridKey); 11] = [
    key(Action::CopyRow, GridKey::CopyRow),
    key(Action::CopyCell, GridKey::CopyCell),
    key(Action::PreviousRow, GridKey::Up),
    key(Action::NextRow, GridKey::Down),
    key(Action::PreviousCell, GridKey::Left),
    key(Action::NextCell, GridKey::Right),
    key(Action::PreviousPage, GridKey::PageUp),
    key(Action::NextPage, GridKey::PageDown),
    key(Action::FirstRow, GridKey::First),
    key(Action::LastRow, GridKey::Last),
    key(Action::OpenRow, GridKey::Open),
];

const fn key(action: Action, meaning: GridKey) -> (KeyboardShortcut, GridKey) {
    (action.shortcuts()[0], meaning)
}

/// The name under which a menu offers to copy a part of a table, and the keys that do the same.
pub fn menu_entry(ctx: &Context, words: &Words, part: Part) -> (String, String) {
    let action = match part {
        Part::Cell => Action::CopyCell,
        Part::Row => Action::CopyRow,
        Part::Table => Action::CopyTable,
    };
    (words.say(&action.label()), action.keys(ctx).unwrap_or_default())
}

/// The row of a list that the keys of a table lead to from one, where any of them was pressed; `page` rows are in view.
pub fn walked_rows(ui: &Ui, at: usize, rows: usize, page: usize) -> Option<usize> {
    let last = rows.saturating_sub(1);
    let steps = [
        (Action::NextRow, (at + 1).min(last)),
        (Action::PreviousRow, at.saturating_sub(1)),
        (Action::NextPage, (at + page).min(last)),
        (Action::PreviousPage, at.saturating_sub(page)),
        (Action::FirstRow, 0),
        (Action::LastRow, last),
    ];
    steps.into_iter().find(|(action, _)| action.pressed(ui)).map(|(_, to)| to)
}
