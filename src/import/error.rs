//! Why nothing was imported.

use std::path::PathBuf;

use crate::briefing::visible::quoted;
use crate::briefing::{LoadError, Message, Value, nearest};
use crate::message;

/// Why nothing was imported: what is wrong, where, and what to do.
#[derive(Debug)]
pub enum ImportError {
    /// A table cannot be taken.
    Table(Box<TableFault>),
    /// The briefing cannot be read as it is, or could not be with what would be added. Nothing was changed.
    Briefing(LoadError),
    /// The briefing is packed, and so not written to.
    Packed(PathBuf),
    /// What was given as the older edition of the document is not that of the briefing, for the reason that is said.
    Older(Message),
    /// The reader asked to stop.
    Cancelled,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    /// The name of the file.
    pub file: String,
    /// The row, from one, where it is one's fault.
    pub row: Option<u32>,
    /// The head of the column, where it is one's fault.
    pub column: Option<String>,
    /// What is wrong.
    pub what: Message,
    /// What to do about it.
    pub remedy: Message,
}

impl ImportError {
    /// A fault of a file as a whole.
    pub fn of_file(file: &str, what: Message, remedy: Message) -> Self {
        Self::Table(Box::new(TableFault { file: file.to_owned(), row: None, column: None, what, remedy }))
    }

    /// A fault of a row.
    pub fn of_row(file: &str, row: u32, what: Message, remedy: Message) -> Self {
        Self::Table(Box::new(TableFault { file: file.to_owned(), row: Some(row), column: None, what, remedy }))
    }

    /// That it was said which number of a date is the month, and there are no such dates.
    pub fn no_dates(file: &str) -> Self {
        Self::of_file(file, message!(import::no_dates), message!(import::no_dates_remedy))
    }

    /// That there is no column of a name, and which of those that there are is nearest to it.
    pub fn no_column(file: &str, name: &str, names: &[String]) -> Self {
        let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
        let remedy = match near {
            Some(near) => message!(import::no_column_near, near = near),
            None => message!(import::no_column_remedy, columns = Value::list(names.to_vec())),
        };
        Self::of_file(file, message!(import::no_column, name = name.to_owned()), remedy)
    }

    /// That a column can be taken as no such thing, but as those that are known.
    pub fn no_role(file: &str, role: &str, known: impl IntoIterator<Item = &'static str>) -> Self {
        let remedy = message!(import::no_role_remedy, roles = Value::list(known));
        Self::of_file(file, message!(import::no_role, role = role.to_owned()), remedy)
    }

    /// What there is to say, a line each.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Table(fault) => vec![fault.message()],
            Self::Briefing(err) => err.messages(),
            Self::Packed(file) => {
                vec![message!(problems::packed_read_only, file = file.display().to_string())]
            }
            Self::Older(why) => vec![why.clone()],
            Self::Cancelled => vec![message!(import::cancelled)],
        }
    }
}

impl From<LoadError> for ImportError {
    fn from(err: LoadError) -> Self {
        if matches!(err, LoadError::Cancelled) { Self::Cancelled } else { Self::Briefing(err) }
    }
}

impl TableFault {
    /// What is wrong, where, and what to do.
    pub fn message(&self) -> Message {
        let (file, what, remedy) = (quoted(&self.file), &self.what, &self.remedy);
        match (self.row, &self.column) {
            (Some(row), Some(column)) => {
                let (row, column) = (row.to_string(), quoted(column));
                message!(import::fault_cell, file = file, row = row, column = column, what = what, remedy = remedy)
            }
            (Some(row), None) => {
                message!(import::fault_row, file = file, row = row.to_string(), what = what, remedy = remedy)
            }
            (None, Some(column)) => {
                message!(import::fault_column, file = file, column = quoted(column), what = what, remedy = remedy)
            }
            (None, None) => message!(import::fault_file, file = file, what = what, remedy = remedy),
        }
    }
}
