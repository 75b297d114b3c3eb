//! Texts that say something: one of nothing but blanks is none.

use std::collections::BTreeMap;

use serde::de::{Deserialize as _, Deserializer};

use super::text_schema::text_schema;
use super::unique::unique_map;

/// The pattern of a text that is needed in the schema: something that is no blank, in whatever dialect it is read.
pub(super) const PATTERN: &str = r"[^\s\u0085\ufeff]";

/// Whether a text says something.
pub(super) fn says(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}')
}

/// Reads a text that is needed.
///
/// # Errors
/// Where it is no text, or blank.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).and_then(|text| if says(&text) { Ok(text) } else { Err(blank()) })
}

/// Reads a list of texts.
///
/// # Errors
/// Where it is none, or one of them is blank.
pub(super) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let list = Vec::<String>::deserialize(deserializer)?;
    if list.iter().all(|text| says(text)) { Ok(list) } else { Err(blank()) }
}

/// Reads texts by their keys.
///
/// # Errors
/// Where they are none, a key is given twice, or one of the texts is blank.
pub(super) fn map<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let map: BTreeMap<String, String> = unique_map(deserializer)?;
    if map.values().all(|text| says(text)) { Ok(map) } else { Err(blank()) }
}

fn blank<E: serde::de::Error>() -> E {
    E::custom("blank")
}

/// Stands in a schema for a text among several that is needed.
pub(super) struct Said;

text_schema!(Said, "Said", PATTERN, "a text that is not blank", ["Harbour"]);
