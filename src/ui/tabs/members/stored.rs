//! The columns as they are remembered between two sessions, in a file that anything may have written to.

use std::fmt;

use serde::de::{EnumAccess, VariantAccess as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::analysis::roster::Column;

/// The columns as they are remembered.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredColumns(pub(super) Vec<Stored>);

/// A column as it is remembered.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    pub(super) column: Name,
    pub(super) width: f32,
    pub(super) shown: bool,
}

/// The key of a column, written as the name of a variant; a column of that key may be gone by now.
#[derive(Debug)]
pub(super) struct Name(pub(super) Option<Column>);

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
