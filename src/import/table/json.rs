//! A list of flat objects in JSON as rows: the names of the fields are the head, numbers stay as they are written.

use ahash::AHashMap;
use serde::de::IgnoredAny;

use super::super::ImportError;
use super::super::limits::MAX_SHEET_CELLS;
use super::{Row, too_many_cells};
use crate::briefing::{ObjectText, entries_of};
use crate::message;

/// The fields that may hold the list where it is not the whole.
const LISTS: [&str; 5] = ["data", "dataset", "rows", "records", "value"];

/// The rows of a list: its head, which has no number, and each entry with its own.
pub(super) fn rows(file: &str, text: &str) -> Result<Vec<Row>, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Err(err) = serde_json::from_str::<IgnoredAny>(text) {
        let line = u32::try_from(err.line()).unwrap_or(u32::MAX);
        return Err(ImportError::of_row(file, line, message!(import::not_json), message!(import::not_json_remedy)));
    }
    let no_list = || ImportError::of_file(file, message!(import::no_list), message!(import::no_list_remedy));
    let list = match ObjectText::of(text) {
        Some(object) => LISTS.iter().find_map(|name| object.field(name)).map(|field| field.value.clone()),
        None => Some(text.len() - text.trim_start().len()..text.trim_end().len()),
    };
    let entries = list.and_then(|list| entries_of(text, list)).ok_or_else(no_list)?;
    let mut columns: AHashMap<String, usize> = AHashMap::new();
    let mut head: Vec<String> = Vec::new();
    let mut rows = vec![Row::default()];
    let mut cells = 0_usize;
    for (number, entry) in (1..).zip(entries) {
        let object = ObjectText::within(text, entry).ok_or_else(no_list)?;
        let mut fields: Vec<String> = Vec::new();
        for field in object.fields {
            let column = *columns.entry(field.name.clone()).or_insert_with(|| {
                head.push(field.name.clone());
                head.len() - 1
            });
            if fields.len() <= column {
                fields.resize(column + 1, String::new());
            }
            if let (Some(cell), Some(value)) = (fields.get_mut(column), text.get(field.value)) {
                *cell = said(value);
            }
        }
        cells = cells.saturating_add(fields.len());
        if cells > MAX_SHEET_CELLS {
            return Err(too_many_cells(file));
        }
        rows.push(Row { number, fields: fields.iter().collect() });
    }
    if let Some(first) = rows.first_mut() {
        first.fields = head.iter().collect();
    }
    Ok(rows)
}

/// A value as a cell has it: a text without its quotes, nothing for `null`, anything else as it is written.
fn said(value: &str) -> String {
    if value.starts_with('"') {
        return serde_json::from_str(value).unwrap_or_default();
    }
    if value == "null" { String::new() } else { value.to_owned() }
}
