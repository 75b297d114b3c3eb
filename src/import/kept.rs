//! Which rows of a table are taken.

use super::ImportError;
use super::choices::Choices;
use super::table::Row;

/// The rows that were chosen: those that have, in each of some columns, one of some values.
pub struct Kept {
    columns: Vec<(usize, Vec<String>)>,
}

impl Kept {
    /// As was chosen by heads of columns, each of which `column` finds.
    pub fn of(choices: &Choices, column: impl Fn(&str) -> Result<usize, ImportError>) -> Result<Self, ImportError> {
        let columns = choices.keep.iter().map(|(head, values)| Ok((column(head)?, values.clone())));
        Ok(Self { columns: columns.collect::<Result<_, ImportError>>()? })
    }

    /// Whether a row is one of them.
    pub fn has(&self, row: &Row) -> bool {
        self.columns.iter().all(|(column, values)| values.iter().any(|value| value == row.field(*column)))
    }
}
