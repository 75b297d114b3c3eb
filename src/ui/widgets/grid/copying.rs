//! What of a grid can be copied, and the menu that offers it.

use egui::{Button, Response};

use super::Grid;
use crate::ui::widgets::context_menu;

/// A part of a grid that can be copied, at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A cell, by its row and its column.
    Cell(usize, usize),
    /// A row.
    Row(usize),
    /// All of it.
    Table,
}

/// A part of a grid, wherever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A cell.
    Cell,
    /// A row.
    Row,
    /// All of it.
    Table,
}

impl Grid<'_> {
    /// What a secondary click on a row offers, `column` being the one it hit. Returns what is chosen.
    pub(super) fn menu_ui(&self, response: &Response, row: usize, column: Option<usize>) -> Option<Copied> {
        let cell = column.map(|column| (Part::Cell, Copied::Cell(row, column)));
        let entries = [(Part::Row, Copied::Row(row)), (Part::Table, Copied::Table)];
        let mut chosen = None;
        context_menu(
            response,
            || self.label.to_owned(),
            |ui| {
                for (part, copied) in cell.into_iter().chain(entries) {
                    let (label, keys) = (self.menu_entry)(ui.ctx(), part);
                    if ui.add(Button::new(&label).shortcut_text(keys)).accessible_name(label).clicked() {
                        chosen = Some(copied);
                        ui.close();
                    }
                }
            },
        );
        chosen
    }
}
