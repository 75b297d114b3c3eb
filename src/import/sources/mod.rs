//! Sources, from what programs that keep literature write, and from lists of addresses.
//!
//! A format is one value in one list. To add one, write a file like `ris.rs` and its line in [`FORMATS`].

mod addresses;
mod bibtex;
mod csl;
mod item;
mod ris;
mod shelf;

use std::path::Path;

pub(super) use self::addresses::lines as addresses_in;
pub(super) use self::item::Item;
pub(super) use self::shelf::{Place, Shelf};
use super::apply::Desk;
use super::choices::Choices;
use super::plan::{PartKind, Plan, TableFacts, json};
use super::table::{file_name, text_of};
use super::{ImportError, Say};
use crate::briefing::{Date, JsonEdit, Message, Pointer, Source, nearest};
use crate::message;

/// A way in which bibliographies are written.
pub struct Format {
    /// The key that programs are told and told by.
    pub key: &'static str,
    /// What it is called.
    pub name: Message,
    /// Whether a text is in it.
    pub is: fn(&str) -> bool,
    /// The publications in a text; else what is wrong with it, and in which line.
    read: fn(&str) -> Result<Listed, Fault>,
}

/// What a bibliography lists, and what is left of it, each with why and where.
#[derive(Default)]
struct Listed {
    items: Vec<Item>,
    left: Vec<(Message, u32)>,
}

impl From<Vec<Item>> for Listed {
    fn from(items: Vec<Item>) -> Self {
        Self { items, left: Vec::new() }
    }
}

/// What is wrong with a bibliography, and in which line or entry.
type Fault = (Option<u32>, Message);

/// All formats. The first that a text is in reads it.
pub const FORMATS: [&Format; 4] = [&csl::FORMAT, &ris::FORMAT, &bibtex::FORMAT, &addresses::FORMAT];

const FILE: &str = "sources.json";

/// What importing a bibliography would do.
///
/// # Errors
/// Where it cannot be read, is in no format that is known, or nothing is in it.
pub fn plan(desk: &Desk, path: &Path, choices: &Choices, say: Say<'_>) -> Result<Plan, ImportError> {
    let file = file_name(path);
    let (text, sha256) = text_of(path, choices.reading.encoding.as_deref())?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ImportError::of_file(&file, message!(import::empty), message!(import::empty_remedy)));
    }
    let format = match &choices.layout {
        Some(wanted) => FORMATS.into_iter().find(|format| format.key == wanted).ok_or_else(|| {
            let near = nearest(wanted, FORMATS.iter().map(|format| format.key)).unwrap_or("ris");
            let what = message!(import::no_layout, key = wanted.clone());
            ImportError::of_file(&file, what, message!(import::no_layout_remedy, near = near))
        })?,
        None => FORMATS.into_iter().find(|format| (format.is)(text)).ok_or_else(|| {
            ImportError::of_file(&file, message!(import::no_format), message!(import::no_format_remedy))
        })?,
    };
    let Listed { items, left } = (format.read)(text).map_err(|(line, what)| match line {
        Some(line) => ImportError::of_row(&file, line, what, message!(import::no_format_remedy)),
        None => ImportError::of_file(&file, what, message!(import::no_format_remedy)),
    })?;
    let facts = TableFacts {
        file,
        sha256,
        form: None,
        layout: format.key,
        name: format.name.clone(),
        roles: Vec::new(),
        rows: items.len() as u64,
        source: None,
    };
    let mut plan = Plan::new(facts, Vec::new());
    for (why, row) in &left {
        plan.left.leave(why, *row);
    }
    add(desk, choices, say, &items, &mut plan);
    Ok(plan)
}

/// Whether a file is a bibliography, or a list of addresses.
pub(super) fn is_bibliography(path: &Path) -> bool {
    text_of(path, None)
        .is_ok_and(|(text, _)| FORMATS.iter().any(|format| (format.is)(text.trim_start_matches('\u{feff}'))))
}

/// Adds what is not there, and fills in what is not known of what is there.
fn add(desk: &Desk, choices: &Choices, say: Say<'_>, items: &[Item], plan: &mut Plan) {
    let mut shelf = Shelf::of(desk.briefing());
    for item in items {
        match shelf.place(item, choices, say) {
            Some(Place::There(at, old, new)) => fill(old, &new, at, item.row, plan),
            Some(Place::Again(_)) => plan.left.leave(&message!(import::left_double), item.row),
            Some(Place::New(source)) => put(&source, item.row, plan),
            None => plan.left.leave(&message!(import::left_nameless), item.row),
        }
    }
}

/// Adds a source.
pub(super) fn put(source: &Source, row: u32, plan: &mut Plan) {
    let said = format!("{}, {}", source.publisher, source.title);
    plan.revised(FILE, PartKind::Source, source.id.as_str(), None, &said, Some(row));
    plan.edit(FILE, JsonEdit::Append { list: Pointer::default().field("sources"), entry: json(source) });
}

/// Fills in what a source leaves open and a bibliography says; what it says itself stays.
fn fill(old: &Source, new: &Source, at: usize, row: u32, plan: &mut Plan) {
    let object = Pointer::default().field("sources").index(at);
    let date = |old: Option<Date>, new: Option<Date>| new.filter(|_| old.is_none()).map(|date| json(&date));
    let text = |old: &Option<String>, new: &Option<String>| new.as_ref().filter(|_| old.is_none()).map(json);
    let fields = [
        ("published", date(old.published, new.published)),
        ("read", date(old.read, new.read)),
        ("address", text(&old.address, &new.address)),
        ("licence", text(&old.licence, &new.licence)),
    ];
    let known: Vec<(&str, String)> = fields.into_iter().filter_map(|(field, value)| Some((field, value?))).collect();
    if known.is_empty() {
        plan.same += 1;
        return;
    }
    let said: Vec<String> = known.iter().map(|(field, value)| format!("{field} {value}")).collect();
    plan.revised(FILE, PartKind::Source, old.id.as_str(), Some("–"), &said.join(", "), Some(row));
    for (field, value) in known {
        plan.edit(FILE, JsonEdit::Set { object: object.clone(), field: field.to_owned(), value });
    }
}

#[cfg(test)]
mod tests;
