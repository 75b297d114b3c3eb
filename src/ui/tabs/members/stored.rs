//! The columns as they are remembered between two sessions, in a file that anything may have written to.

use std::fmt;

use serde::de::{EnumAccess, VariantAccess as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::columns::{Arranged, Columns};
use crate::analysis::roster::Column;

/// The columns as they are remembered.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredColumns(Vec<Stored>);

/// A column as it is remembered.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    column: Name,
    width: f32,
    shown: bool,
}

/// The key of a column, written as the name of a variant; a column of that key may be gone by now.
#[derive(Debug)]
struct Name(Option<Column>);

impl From<Columns> for StoredColumns {
    fn from(columns: Columns) -> Self {
        let stored = |arranged: &Arranged| Stored {
            column: Name(Some(arranged.column)),
            width: arranged.width,
            shown: arranged.shown,
        };
        Self(columns.0.iter().map(stored).collect())
    }
}

/// Every column once, each with a width: what is not remembered stands at the end, as it was designed.
impl From<StoredColumns> for Columns {
    fn from(StoredColumns(stored): StoredColumns) -> Self {
        let designed = Self::default().0;
        let known = |stored: &Stored| {
            let designed = designed.iter().find(|designed| Some(designed.column) == stored.column.0)?;
            let width = if stored.width.is_finite() { stored.width.clamp(40.0, 2000.0) } else { designed.width };
            Some(Arranged { width, shown: stored.shown || designed.column.is_kept(), ..*designed })
        };
        let mut columns: Vec<Arranged> = Vec::new();
        for arranged in stored.iter().filter_map(known).chain(designed.iter().copied()) {
            if columns.iter().all(|other| other.column != arranged.column) {
                columns.push(arranged);
            }
        }
        Self(columns)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Column", 0, self.0.unwrap_or_default().key)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Column", &[], Variant)
    }
}

struct Variant;

impl<'de> Visitor<'de> for Variant {
    type Value = Name;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the key of a column")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Name, A::Error> {
        let (Key(key), variant) = access.variant()?;
        variant.unit_variant()?;
        // Earlier versions wrote the same keys with a capital.
        Ok(Name(Column::by_key(&key.to_ascii_lowercase())))
    }
}

/// An identifier, whatever it is.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(Key(key.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::Columns;
    use crate::analysis::roster::Column;

    #[derive(Default)]
    struct Memory(HashMap<String, String>);

    impl eframe::Storage for Memory {
        fn get_string(&self, key: &str) -> Option<String> {
            self.0.get(key).cloned()
        }

        fn set_string(&mut self, key: &str, value: String) {
            self.0.insert(key.to_owned(), value);
        }

        fn remove_string(&mut self, key: &str) {
            self.0.remove(key);
        }

        fn flush(&mut self) {}
    }

    fn remembered(text: &str) -> Columns {
        let memory = Memory([("columns".to_owned(), text.to_owned())].into());
        eframe::get_value(&memory, "columns").expect("it is read, whatever it says")
    }

    #[test]
    fn what_was_stored_is_mended() {
        let mended = remembered(
            "([(column: Since, width: inf, shown: true), (column: gone, width: 9.0, shown: true), \
             (column: since, width: 80.0, shown: false), (column: state, width: 1.0, shown: false)])",
        );
        let first: Vec<_> = mended.all().iter().map(|arranged| (arranged.column, arranged.width)).take(2).collect();
        assert_eq!(first, [(Column::SINCE, 106.0), (Column::STATE, 40.0)], "earlier versions wrote a capital");
        assert_eq!(mended.all().len(), Column::in_table().count(), "every column once");
        assert!(mended.all()[1].shown, "which state a row is of is always shown");
    }

    #[test]
    fn what_is_stored_is_read_back() {
        let mut columns = Columns::default();
        columns.toggle(Column::REGION);
        columns.shift(Column::SINCE, false);
        let mut memory = Memory::default();
        eframe::set_value(&mut memory, "columns", &columns);
        assert_eq!(eframe::get_value(&memory, "columns"), Some(columns));
    }
}
