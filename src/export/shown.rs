//! What is looked at before a file is written: rows of a table, pages, a picture, or the text of the file itself. It is
//! made of the very things that the file is.

use super::leaf::Leaves;
use super::picture::Picture;
use super::table::{Cell, Column, Kind, Table};
use crate::words::Words;

/// What is looked at before a file is written.
#[derive(Debug)]
pub enum Shown {
    /// The text of the file.
    Text,
    /// The first rows of its table.
    Rows(Rows),
    /// Its pages.
    Pages(Leaves),
    /// Its picture.
    Picture(Picture),
}

/// The first rows of a table, as a file of it has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// What stands over each column, and whether its cells are numbers.
    pub heads: Vec<(String, bool)>,
    /// The first rows: each cell as it is written.
    pub rows: Vec<Vec<String>>,
    /// How many rows there are in all.
    pub all: usize,
    /// What the file says of itself, line by line.
    pub about: Vec<String>,
}

impl Rows {
    /// As many rows are shown.
    pub const MOST: usize = 400;

    /// Those of a table, whose columns are named and whose cells are written so.
    pub fn of(table: &Table, name: fn(&Column) -> &str, written: fn(&Cell) -> String, words: &Words) -> Self {
        let rows = table.rows.iter().take(Self::MOST).map(|row| row.iter().map(written).collect());
        Self {
            heads: table.columns.iter().map(|column| (name(column).to_owned(), column.kind == Kind::Number)).collect(),
            rows: rows.collect(),
            all: table.rows.len(),
            about: table.provenance.lines(words),
        }
    }
}
