//! A table that leaves the program, whatever its format: columns, typed cells, and what it is.

use rust_decimal::Decimal;

use super::provenance::Provenance;
pub use crate::analysis::roster::Kind;
use crate::briefing::{Citation, Date};

/// A table with what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is.
    pub provenance: Provenance,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs, in lower case with underscores: it stays the same from version to version.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What stands in it, with its unit.
    pub about: String,
    /// What its cells are, where they are not empty.
    pub kind: Kind,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known; it is not zero.
    Empty,
    /// Text.
    Text(String),
    /// A decimal number with the digits that are known of it.
    Number(Decimal),
    /// A date as far as it is known.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    List(Vec<String>),
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<String>, title: impl Into<String>, about: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), title: title.into(), about: about.into(), kind }
    }
}

impl Cell {
    /// The cell as plain text: digits without grouping, dates as ISO writes them.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Flag(true) => "yes".to_owned(),
            Self::Flag(false) => "no".to_owned(),
            Self::List(texts) => texts.join("; "),
        }
    }

    /// Where something is read: the keys of the sources, with the sentence of the document.
    pub fn citations(citations: &[Citation]) -> Self {
        Self::List(citations.iter().map(cited).collect())
    }

    /// Text, or an empty cell where there is none.
    pub fn text_or_empty(text: Option<impl Into<String>>) -> Self {
        text.map(Into::into).filter(|text: &String| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }
}

/// The key of a source, with the sentence, or the section, the page and the row, that is cited.
pub fn cited(citation: &Citation) -> String {
    let at = citation.at.map(|at| at.to_string());
    let page = citation.page.as_ref().map(|page| format!("page={page}"));
    let section = citation.section.as_ref().map(|section| format!("section={section}"));
    let row = citation.row.map(|row| format!("row={row}"));
    let parts = [Some(citation.source.to_string()), at, section, page, row].into_iter().flatten();
    parts.collect::<Vec<_>>().join(" ")
}
