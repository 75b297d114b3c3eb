//! Which tables only lay a page out, so that what stands in them is text.

use super::super::xml::{Event, Xml};

/// A cell with more letters is one of prose.
const LONGEST_CELL: usize = 400;
/// The same where another table stands in it.
const LONGEST_AROUND: usize = 100;
/// Tables further in each other are nobody's.
const DEEPEST: usize = 8;

/// A table that is being looked through.
#[derive(Default)]
struct Table {
    /// Its place among all tables, in the order in which they begin.
    number: usize,
    cells: usize,
    /// The cells of the row that is open, and the most of any.
    in_row: usize,
    widest: usize,
    /// The letters of the cell that is open, and the most of any.
    in_cell: usize,
    longest: usize,
    nested: bool,
}

impl Table {
    const fn is_layout(&self) -> bool {
        let longest = if self.nested { LONGEST_AROUND } else { LONGEST_CELL };
        self.cells == 1 || self.widest == 1 || self.longest > longest
    }
}

/// For each table of a body, in the order in which they begin, whether it is no table to a reader: one
/// with one cell, one column or prose.
pub(super) fn layouts(text: &str) -> Vec<bool> {
    let mut layouts = Vec::new();
    let mut open: Vec<Table> = Vec::new();
    let mut in_text = false;
    Xml::of(text).each(|event| match event {
        Event::Start(tag) => match tag.name.as_str() {
            "tbl" => {
                if let Some(outer) = open.last_mut() {
                    outer.nested = true;
                }
                open.push(Table { number: layouts.len(), ..Table::default() });
                layouts.push(false);
            }
            "tr" => open.last_mut().into_iter().for_each(|table| table.in_row = 0),
            "tc" => {
                if let Some(table) = open.last_mut() {
                    (table.cells, table.in_row, table.in_cell) = (table.cells + 1, table.in_row + 1, 0);
                    table.widest = table.widest.max(table.in_row);
                }
            }
            "t" => in_text = true,
            _ => {}
        },
        Event::End("t") => in_text = false,
        Event::End("tbl") => {
            if let Some(table) = open.pop()
                && let Some(layout) = layouts.get_mut(table.number)
            {
                *layout = table.is_layout();
            }
        }
        Event::End(_) => {}
        Event::Text(text) => {
            for table in open.iter_mut().rev().take(DEEPEST).filter(|_| in_text) {
                table.in_cell += text.chars().count();
                table.longest = table.longest.max(table.in_cell);
            }
        }
    });
    layouts
}
