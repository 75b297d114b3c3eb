//! What is to be said of a column.

use super::{CellValue, Kind};
use crate::analysis::facets::Facet;
use crate::analysis::roster::{Edition, RosterRow};
use crate::briefing::{Members, Message};

/// What a row has in a column.
pub type ValueOf = for<'a> fn(Members<'a>, &RosterRow) -> CellValue<'a>;

/// The same of a field, which may hold what it depends on.
type Valuer = dyn for<'a> Fn(Members<'a>, &RosterRow) -> CellValue<'a>;

/// Everything that a column is.
#[derive(Clone, Debug)]
pub struct ColumnSpec {
    /// Its name for programs, in lower case with underscores; it never changes.
    pub key: &'static str,
    /// Its name for people.
    pub title: Message,
    /// Its name over the printed list, where that is another.
    pub printed_title: Option<Message>,
    /// What stands in it, with its unit.
    pub about: Message,
    /// What its values are.
    pub kind: Kind,
    /// What a row has in it.
    pub value: ValueOf,
    /// How it sorts.
    pub order: Order,
    /// How it stands in a table; a column without leaves in files only.
    pub table: Option<TableColumn>,
    /// What it is in a file.
    pub fields: Fields,
}

/// How a column stands in a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableColumn {
    /// The width of the design, in points.
    pub wanted: f32,
    /// What it needs to be read, in points.
    pub least: f32,
    /// Where its cells stand.
    pub alignment: Alignment,
    /// Where there is not room for all, the column with the lowest goes first; one without never goes.
    pub priority: Option<u8>,
}

/// The side at which what is in a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// At the left, as text does.
    Left,
    /// At the right, as numbers do.
    Right,
}

/// How a column sorts. What is missing stands last, whichever way round.
#[derive(Clone, Copy, Debug)]
pub enum Order {
    /// As the list stands: by the names of the states, the printed list as it was printed.
    List,
    /// As the values of a facet stand.
    Facet(Facet),
    /// By its values: numbers by size, dates by date, text by the rules of the language.
    Value,
    /// By a number of its own.
    Number(fn(Members<'_>, &RosterRow) -> Option<u64>),
}

/// What a column is in a file.
#[derive(Clone, Copy, Debug)]
pub enum Fields {
    /// One field of the same name.
    Own,
    /// Several, which may depend on the briefing.
    Several(fn(Members<'_>) -> Vec<Field>),
}

/// A column of a file.
pub struct Field {
    /// Its name for programs.
    pub name: String,
    /// Its name for people.
    pub title: Message,
    /// What stands in it, with its unit.
    pub about: Message,
    /// What its values are.
    pub kind: Kind,
    value: Box<Valuer>,
}

impl ColumnSpec {
    /// Its name for people over an edition of the list.
    pub fn title_over(&self, edition: Edition) -> &Message {
        self.printed_title.as_ref().filter(|_| edition == Edition::Printed).unwrap_or(&self.title)
    }

    /// What it is in a file made of a briefing.
    pub fn fields(&self, members: Members<'_>) -> Vec<Field> {
        match self.fields {
            Fields::Own => vec![self.own_field()],
            Fields::Several(fields) => fields(members),
        }
    }

    /// The field of its own name.
    pub fn own_field(&self) -> Field {
        Field::new(self.key, self.title.clone(), self.about.clone(), self.kind, self.value)
    }
}

impl Field {
    /// A field.
    pub fn new(
        name: impl Into<String>,
        title: Message,
        about: Message,
        kind: Kind,
        value: impl for<'a> Fn(Members<'a>, &RosterRow) -> CellValue<'a> + 'static,
    ) -> Self {
        Self { name: name.into(), title, about, kind, value: Box::new(value) }
    }

    /// What a row has in it.
    pub fn value<'a>(&self, members: Members<'a>, row: &RosterRow) -> CellValue<'a> {
        (self.value)(members, row)
    }
}
