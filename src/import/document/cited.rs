//! What cites the sentences of a document, wherever it stands in a briefing, led to where they went.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::briefing::{Citation, Document, FileName, JsonEdit, Key, Locator, Pointer, PrintedEntry, StatedCount, Step};
use crate::import::Desk;
use crate::import::plan::{FileEdit, json};

/// Something that cites a sentence that went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The file.
    pub file: FileName,
    /// The place in it.
    pub at: Pointer,
    /// What it is, by its key or its words.
    pub what: String,
    /// The sentence.
    pub sentence: Locator,
    /// What becomes of it.
    pub outcome: CitedOutcome,
}

/// What becomes of what cites a sentence that went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitedOutcome {
    /// It cites the document as a whole.
    Whole,
    /// It says what that sentence printed, and is taken out with it.
    TakenOut,
    /// It stays as it is.
    Stays,
}

impl CitedOutcome {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::TakenOut => "taken-out",
            Self::Stays => "stays",
        }
    }
}

/// The changes of the files, and what they could not lead to a sentence.
#[derive(Debug, Default)]
pub(super) struct Followed {
    pub edits: Vec<FileEdit>,
    pub cited: Vec<Cited>,
}

/// Where sentences went: none where they are no more.
type Places = BTreeMap<Locator, Option<Locator>>;

struct Walk<'a> {
    file: &'a FileName,
    source: &'a Key,
    places: &'a Places,
    root: &'a Value,
    followed: Followed,
}

impl Followed {
    /// Follows whatever cites a document in the files of a briefing.
    pub fn of(desk: &Desk, document: &Document, places: &Places) -> Self {
        let folder = desk.folder();
        let own = ["briefing.json", "meeting.json", "claims.json"].map(FileName::from);
        let files = own.into_iter().chain(folder.of_kind("roster")).chain(folder.of_kind("trade"));
        let mut all = Self::default();
        for file in files {
            let Some(root) = folder.text(&file).and_then(|text| serde_json::from_str::<Value>(text).ok()) else {
                continue;
            };
            let source = &document.source;
            let mut walk = Walk { file: &file, source, places, root: &root, followed: Self::default() };
            if &*file == "briefing.json" {
                walk.acknowledgements();
            } else {
                walk.value(&root, &mut Vec::new());
            }
            all.edits.append(&mut walk.followed.edits);
            all.cited.append(&mut walk.followed.cited);
        }
        all
    }
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, trail: &mut Vec<Step>) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    trail.push(Step::Field(name.clone()));
                    if let Value::Array(items) = inner
                        && items.iter().any(|item| self.place(item, name).is_some())
                    {
                        self.list(items, name, trail);
                    } else {
                        self.value(inner, trail);
                    }
                    trail.pop();
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    trail.push(Step::Index(index));
                    self.value(item, trail);
                    trail.pop();
                }
            }
            _ => {}
        }
    }

    /// The sentence that an entry of a list cites: that of a citation of the document, or of what a roster says it prints.
    fn place(&self, item: &Value, list: &str) -> Option<Locator> {
        let at: Locator = item.get("at")?.as_str()?.parse().ok()?;
        let of_source = item.get("source").and_then(Value::as_str) == Some(self.source.as_str());
        let printed = item.get("source").is_none() && matches!(list, "printed" | "counts");
        (of_source || printed).then_some(at)
    }

    /// A list of which entries cite sentences.
    fn list(&mut self, items: &[Value], name: &str, trail: &[Step]) {
        let gone = |at: Locator| self.places.get(&at).is_some_and(Option::is_none);
        let any_gone = items.iter().filter_map(|item| self.place(item, name)).any(gone);
        let mut kept: Vec<Value> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mut item = item.clone();
            let here = Pointer(trail.to_vec()).index(index);
            let Some(at) = self.place(&item, name) else {
                kept.push(item);
                continue;
            };
            match self.places.get(&at) {
                Some(Some(to)) if *to != at => {
                    if any_gone {
                        item["at"] = Value::String(to.to_string());
                    } else {
                        self.set(here, "at", json(to));
                    }
                }
                Some(None) => {
                    let is_citation = item.get("source").is_some();
                    let outcome = if is_citation { CitedOutcome::Whole } else { CitedOutcome::TakenOut };
                    let what = if is_citation { self.around(trail) } else { word(&item).unwrap_or_default() };
                    self.followed.cited.push(Cited { file: self.file.clone(), at: here, what, sentence: at, outcome });
                    if !is_citation {
                        continue;
                    }
                    if let Some(fields) = item.as_object_mut() {
                        fields.remove("at");
                    }
                    if kept.contains(&item) {
                        continue;
                    }
                }
                _ => {}
            }
            kept.push(item);
        }
        let Some((Step::Field(_), above)) = trail.split_last() else { return };
        if any_gone {
            self.set(Pointer(above.to_vec()), name, written(name, kept));
        }
    }

    fn set(&mut self, object: Pointer, field: &str, value: String) {
        let edit = JsonEdit::Set { object, field: field.to_owned(), value };
        self.followed.edits.push(FileEdit::Change(self.file.clone(), edit));
    }

    /// What the nearest thing around a place is called.
    fn around(&self, trail: &[Step]) -> String {
        (0..trail.len())
            .rev()
            .find_map(|length| word(at(self.root, trail.get(..length)?)?))
            .or_else(|| {
                trail.iter().find_map(|step| if let Step::Field(name) = step { Some(name.clone()) } else { None })
            })
            .unwrap_or_default()
    }

    /// What was acknowledged of a sentence.
    fn acknowledgements(&mut self) {
        let Some(list) = self.root["acknowledged"].as_array() else { return };
        for (index, entry) in list.iter().enumerate() {
            let Some(about) = entry["about"].as_str() else { continue };
            let mut moved = Vec::new();
            let mut gone = None;
            let mut before = "";
            for part in about.split(':') {
                // A sentence alone, or in the id of a finding behind the word for it.
                let names = part == about || before == "sentence";
                let at = part.parse::<Locator>().ok().filter(|_| names);
                let to = at.and_then(|at| self.places.get(&at));
                match (at, to) {
                    (Some(_), Some(Some(to))) => moved.push(to.to_string()),
                    (Some(at), Some(None)) => {
                        gone = Some(at);
                        moved.push(part.to_owned());
                    }
                    _ => moved.push(part.to_owned()),
                }
                before = part;
            }
            let here = Pointer::default().field("acknowledged").index(index);
            let moved = moved.join(":");
            if let Some(sentence) = gone {
                let what = entry["check"].as_str().unwrap_or_default().to_owned();
                let outcome = CitedOutcome::Stays;
                self.followed.cited.push(Cited { file: self.file.clone(), at: here, what, sentence, outcome });
            } else if moved != about {
                self.set(here, "about", json(&moved));
            }
        }
    }
}

/// A list as the files write it, each field in its place.
fn written(name: &str, items: Vec<Value>) -> String {
    let list = Value::Array(items);
    let typed = match name {
        "printed" => serde_json::from_value::<Vec<PrintedEntry>>(list.clone()).map(|all| json(&all)),
        "counts" => serde_json::from_value::<Vec<StatedCount>>(list.clone()).map(|all| json(&all)),
        _ => serde_json::from_value::<Vec<Citation>>(list.clone()).map(|all| json(&all)),
    };
    typed.unwrap_or_else(|_| list.to_string())
}

fn at<'v>(root: &'v Value, trail: &[Step]) -> Option<&'v Value> {
    trail.iter().try_fold(root, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Index(index) => value.get(index),
    })
}

/// What a thing is called in the files.
fn word(value: &Value) -> Option<String> {
    let fields = ["id", "printed", "headline", "statement", "state", "status", "text"];
    fields.iter().find_map(|field| value.get(field)?.as_str()).map(|word| word.chars().take(80).collect())
}
