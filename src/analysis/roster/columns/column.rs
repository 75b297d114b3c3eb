//! A column of the list, by its key.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use super::{ColumnSpec, TableColumn};

/// One of the columns of [`Column::ALL`]; what is known of it is its [`ColumnSpec`].
#[derive(Clone, Copy)]
pub struct Column(&'static ColumnSpec);

impl Column {
    pub(super) const fn new(spec: &'static ColumnSpec) -> Self {
        Self(spec)
    }

    /// The column that has a key.
    pub fn by_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key == key)
    }

    /// The columns that a table can show, each with how it stands there.
    pub fn in_table() -> impl Iterator<Item = (Self, TableColumn)> + Clone {
        Self::ALL.iter().filter_map(|column| Some((*column, column.table?)))
    }

    /// Whether it stays in the table whatever the room and whoever asks: which state a row is of cannot be left out.
    pub fn is_kept(self) -> bool {
        self.table.is_some_and(|table| table.priority.is_none())
    }
}

impl Deref for Column {
    type Target = ColumnSpec;

    fn deref(&self) -> &ColumnSpec {
        self.0
    }
}

impl Default for Column {
    fn default() -> Self {
        Self::STATE
    }
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Column {}

impl Hash for Column {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Column({})", self.key)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Column;
    use crate::briefing::{Briefing, main_members};

    #[test]
    fn every_key_means_one_column() {
        for column in Column::ALL {
            assert_eq!(Column::by_key(column.key), Some(*column));
        }
        assert_eq!(Column::by_key("size"), None);
    }

    #[test]
    fn no_two_columns_of_a_file_have_one_name() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let fields: Vec<_> = Column::ALL.iter().flat_map(|column| column.fields(main_members(&briefing))).collect();
        let names: HashSet<&str> = fields.iter().map(|field| &*field.name).collect();
        assert_eq!(names.len(), fields.len());
    }

    #[test]
    fn what_goes_first_where_there_is_no_room_is_decided() {
        let priorities: Vec<u8> = Column::in_table().filter_map(|(_, table)| table.priority).collect();
        let different: HashSet<u8> = priorities.iter().copied().collect();
        assert_eq!(different.len(), priorities.len());
        for (column, table) in Column::in_table() {
            assert!(table.least > 0.0 && table.least <= table.wanted, "{column:?}");
        }
    }
}
