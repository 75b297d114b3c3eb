//! Sources, from what programs that keep literature write, and from lists of addresses.
//!
//! A format is one value in one list. To add one, write a file like `ris.rs` and its line in [`FORMATS`].

mod addresses;
mod bibtex;
mod csl;
mod item;
mod ris;

use std::path::Path;

use ahash::{AHashMap, AHashSet};

use self::item::{Item, host, place};
use super::apply::Desk;
use super::choices::Choices;
use super::parties::{joined, key_of};
use super::plan::{PartKind, Plan, TableFacts, json};
use super::table::{file_name, text_of};
use super::{ImportError, Say};
use crate::analysis::fold::known_by;
use crate::briefing::{Date, JsonEdit, Key, Message, Pointer, Source, SourceKind, nearest};
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
    read: fn(&str) -> Result<Vec<Item>, Fault>,
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
    let items = (format.read)(text).map_err(|(line, what)| match line {
        Some(line) => ImportError::of_row(&file, line, what, message!(import::no_format_remedy)),
        None => ImportError::of_file(&file, what, message!(import::no_format_remedy)),
    })?;
    let facts = TableFacts {
        file,
        sha256,
        form: None,
        layout: format.key,
        name: format.name.clone(),
        rows: items.len() as u64,
        source: None,
    };
    let mut plan = Plan::new(facts, Vec::new());
    add(desk, choices, say, &items, &mut plan);
    Ok(plan)
}

/// Adds what is not there, and fills in what is not known of what is there.
fn add(desk: &Desk, choices: &Choices, say: Say<'_>, items: &[Item], plan: &mut Plan) {
    let there = &desk.briefing().sources.sources;
    let mut taken: AHashSet<Key> = there.iter().map(|source| source.id.clone()).collect();
    let called = |publisher: &str, title: &str| format!("{}\u{1f}{}", known_by(publisher), known_by(title));
    let by_place: AHashMap<String, usize> = there
        .iter()
        .enumerate()
        .filter_map(|(at, source)| {
            Some((place(source.address.as_deref().filter(|address| host(address).is_some())?), at))
        })
        .collect();
    let by_name: AHashMap<String, usize> =
        there.iter().enumerate().map(|(at, source)| (called(&source.publisher, &source.title), at)).collect();
    let mut new: AHashSet<String> = AHashSet::new();
    let list = Pointer::default().field("sources");
    for item in items {
        let Some(source) = source(item, choices, say, &taken) else {
            plan.left.leave(&message!(import::left_nameless), item.row);
            continue;
        };
        let at = by_place.get(&item.place()).filter(|_| item.host().is_some());
        let at = at.or_else(|| by_name.get(&called(&source.publisher, &source.title)));
        if let Some((at, old)) = at.and_then(|at| Some((*at, there.get(*at)?))) {
            fill(old, &source, at, item.row, plan);
            continue;
        }
        let own = if item.host().is_some() { item.place() } else { called(&source.publisher, &source.title) };
        if !new.insert(own) {
            plan.left.leave(&message!(import::left_double), item.row);
            continue;
        }
        taken.insert(source.id.clone());
        let said = format!("{}, {}", source.publisher, source.title);
        plan.revised(FILE, PartKind::Source, source.id.as_str(), None, &said, Some(item.row));
        plan.edit(FILE, JsonEdit::Append { list: list.clone(), entry: json(&source) });
    }
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

/// A publication as a source; none where it has neither a title nor an address.
fn source(item: &Item, choices: &Choices, say: Say<'_>, taken: &AHashSet<Key>) -> Option<Source> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, host) = (line(&item.title), item.host());
    let publisher =
        [line(&item.publisher), choices.publisher.clone().unwrap_or_default(), host.unwrap_or_default().to_owned()]
            .into_iter()
            .find(|name| !name.is_empty())
            .or_else(|| item.authors.first().cloned())
            .unwrap_or_else(|| say(&message!(import::unknown_publisher)));
    let title = match (title.is_empty(), item.address.is_empty()) {
        (false, _) => title,
        (true, false) => say(&message!(import::title_described, name = item.place())),
        (true, true) => return None,
    };
    let written = if item.authors.is_empty() {
        None
    } else {
        Some(say(&message!(import::by_authors, names = crate::briefing::Value::list(item.authors.clone()))))
    };
    let notes: Vec<String> =
        written.into_iter().chain(Some(line(&item.note))).filter(|note| !note.is_empty()).collect();
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let mut source = Source {
        id: id(item, &publisher, &title, taken),
        publisher,
        title,
        kind: SourceKind::Press,
        primary: false,
        published: item.published,
        read: item.read,
        address: some(&item.address),
        origin: None,
        archived: None,
        licence: some(&item.licence),
        note: some(&notes.join(" ")),
        table: None,
    };
    source.kind = item.source_kind(&source);
    Some(source)
}

/// The key of a new source: that of the bibliography where it is readable, else of who published it and when.
fn id(item: &Item, publisher: &str, title: &str, taken: &AHashSet<Key>) -> Key {
    let own = item.key.rsplit('/').next().unwrap_or_default();
    let readable = own.chars().any(|c| c.is_ascii_alphabetic()) && own.len() <= 40;
    let base = if readable {
        key_of(own)
    } else {
        let day = item.published.map_or_else(String::new, |date| date.to_string().replace('-', ""));
        // A name without a Latin letter makes no readable key, the host does.
        let latin = publisher.chars().any(|c| c.is_ascii_alphabetic());
        let name = key_of(if latin { publisher } else { item.host().unwrap_or(publisher) });
        let short: Vec<&str> = name.as_str().split('-').take(3).collect();
        if day.is_empty() {
            let told = key_of(title);
            let words: Vec<&str> = told.as_str().split('-').take(4).collect();
            joined(&[&short.join("-"), &words.join("-")])
        } else {
            joined(&[&short.join("-"), &day])
        }
    };
    let numbered = (2_usize..).map(|number| joined(&[base.as_str(), &number.to_string()]));
    let free = std::iter::once(base.clone()).chain(numbered).find(|key| !taken.contains(key));
    free.unwrap_or(base)
}

#[cfg(test)]
mod tests;
