//! What is left of the example that a briefing began with, once something of one's own stands in it.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::Desk;
use super::plan::FileEdit;
use crate::briefing::{FILES, Folder, JsonEdit, Pointer, starter};

/// The two files without which there is no briefing.
const NEEDED: [&str; 2] = ["briefing.json", "sources.json"];

/// The text of the example's document.
const TEXT: &str = "communique.txt";

/// What was taken out of a briefing, and what of the example has to stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// Files that went.
    pub files: Vec<String>,
    /// So many entries went from lists of files that stay.
    pub entries: usize,
    /// Fields that say what the example says, each as `FILE: FIELD`: only their author knows what they are to say.
    pub left: Vec<String>,
}

/// A file of a briefing beside the same of the example.
struct Beside {
    file: &'static str,
    own: Value,
    example: Value,
    /// The entries of lists that are the example's, and are not needed as far as is known.
    gone: BTreeSet<(String, usize)>,
    goes: bool,
}

impl Beside {
    fn of(folder: &Folder, file: &'static str) -> Option<Self> {
        let own = serde_json::from_str(folder.text(file)?).ok()?;
        let example = serde_json::from_str(starter::text(file)?).ok()?;
        let mut beside = Self { file, own, example, gone: BTreeSet::new(), goes: false };
        beside.gone = beside.entries().filter(|(list, _, entry)| beside.is_example(list, entry)).map(at).collect();
        let all = beside.entries().count() == beside.gone.len();
        beside.goes = all && beside.fields().count() == beside.fields_of_example().count();
        Some(beside)
    }

    fn entries(&self) -> impl Iterator<Item = (&str, usize, &Value)> {
        let lists =
            self.own.as_object().into_iter().flatten().filter_map(|(name, list)| Some((name, list.as_array()?)));
        // A list of words, such as the languages, is one thing said.
        let lists = lists.filter(|(_, list)| list.iter().all(Value::is_object));
        lists.flat_map(|(name, list)| list.iter().enumerate().map(move |(at, entry)| (name.as_str(), at, entry)))
    }

    fn is_example(&self, list: &str, entry: &Value) -> bool {
        self.example[list].as_array().is_some_and(|list| list.contains(entry))
    }

    /// What is said besides lists of entries.
    fn fields(&self) -> impl Iterator<Item = (&str, &Value)> {
        let is_list = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_object));
        let all = self.own.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value));
        all.filter(move |(name, value)| !is_list(value) && !["$schema", "format"].contains(name))
    }

    fn fields_of_example(&self) -> impl Iterator<Item = &str> {
        self.fields().filter(|(name, value)| self.example[name] == **value).map(|(name, _)| name)
    }

    /// Every text of what stays, any of which may be a key.
    fn collect(&self, kept: &mut BTreeSet<String>) {
        let entries = self.entries().filter(|(list, index, _)| !self.gone.contains(&((*list).to_owned(), *index)));
        entries.for_each(|(_, _, entry)| texts(entry, kept));
        if !self.goes {
            // The document of the example goes with its sentences.
            let others = self.fields().filter(|(name, value)| *name != "document" || self.example[name] != **value);
            others.for_each(|(_, value)| texts(value, kept));
        }
    }

    /// Keeps what is named by what stays. Whether that is more than was kept.
    fn keep(&mut self, kept: &BTreeSet<String>) -> bool {
        let is_named = |key: &Value| key.as_str().is_some_and(|key| kept.contains(key));
        let named: Vec<(String, usize)> =
            self.entries().filter(|(_, _, entry)| is_named(&entry["id"])).map(at).collect();
        let before = self.gone.len();
        self.gone.retain(|place| !named.contains(place));
        // What cites the document may cite any of its sentences, which have no keys.
        let is_cited = self.file == "document.json" && is_named(&self.own["source"]);
        if is_cited {
            self.gone.clear();
        }
        let is_kept = is_cited || self.gone.len() < before || is_named(&self.own["organisation"]["id"]);
        let more = self.gone.len() < before || is_kept && self.goes;
        self.goes &= !is_kept;
        more
    }
}

fn at((list, index, _): (&str, usize, &Value)) -> (String, usize) {
    (list.to_owned(), index)
}

fn texts(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            all.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(fields) => {
            all.extend(fields.keys().cloned());
            fields.values().for_each(|value| texts(value, all));
        }
        _ => {}
    }
}

/// The changes that take out of a briefing what is still the example's and named by nothing that is not, and what they are.
/// What one has written oneself stays as it is, and so does whatever of the example that rests on.
pub(super) fn without(desk: &Desk) -> (Vec<FileEdit>, Without) {
    let mut files: Vec<Beside> = FILES.into_iter().filter_map(|file| Beside::of(desk.folder(), file)).collect();
    // One that is the example and nothing else is one to look at.
    if files.iter().all(|file| file.goes) {
        return (Vec::new(), Without::default());
    }
    loop {
        let mut kept = BTreeSet::new();
        for file in &files {
            file.collect(&mut kept);
        }
        let mut more = false;
        for file in &mut files {
            more |= file.keep(&kept);
        }
        if !more {
            break;
        }
    }
    let document_goes = files.iter().any(|file| file.file == "document.json" && file.goes);
    let mut without = Without::default();
    let mut edits = Vec::new();
    for file in &files {
        if file.goes && !NEEDED.contains(&file.file) {
            edits.push(FileEdit::Remove(file.file.into()));
            without.files.push(file.file.to_owned());
            continue;
        }
        let lists: BTreeSet<&String> = file.gone.iter().map(|(list, _)| list).collect();
        for list in lists {
            let all = file.own[list].as_array().into_iter().flatten().enumerate();
            let left: Vec<&Value> =
                all.filter(|(at, _)| !file.gone.contains(&(list.clone(), *at))).map(|(_, v)| v).collect();
            edits.push(set(file.file, list, &serde_json::to_string(&left).unwrap_or_default()));
        }
        without.entries += file.gone.len();
        for field in file.fields_of_example() {
            if field == "document" && document_goes {
                edits.push(set(file.file, field, "null"));
            } else {
                without.left.push(format!("{}: {field}", file.file));
            }
        }
    }
    if document_goes && is_text_of_example(desk) {
        edits.push(FileEdit::Remove(TEXT.into()));
        without.files.push(TEXT.to_owned());
    }
    (edits, without)
}

/// Whether the text of the example's document lies beside the briefing as it was written.
fn is_text_of_example(desk: &Desk) -> bool {
    let text = desk.at().and_then(|folder| fs::read_to_string(folder.join(TEXT)).ok());
    text.is_some_and(|text| starter::text(TEXT) == Some(&text))
}

fn set(file: &str, field: &str, value: &str) -> FileEdit {
    let edit = JsonEdit::Set { object: Pointer::default(), field: field.to_owned(), value: value.to_owned() };
    FileEdit::Change(file.into(), edit)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Without;
    use crate::briefing::{FILES, Folder, starter};
    use crate::import::Desk;

    /// A file and what is changed in it.
    type ChangeOf<'a> = (&'a str, &'a dyn Fn(&mut Value));

    /// The example with changes of some of its files.
    fn changed(changes: &[ChangeOf<'_>]) -> Desk {
        let mut folder = Folder::default();
        for file in FILES {
            let mut value = serde_json::from_str(starter::text(file).expect("a file")).expect("JSON");
            changes.iter().filter(|(own, _)| *own == file).for_each(|(_, change)| change(&mut value));
            folder.put(file, value.to_string());
        }
        Desk::of(folder).expect("it opens")
    }

    fn push(value: &mut Value, list: &str, entry: Value) {
        value[list].as_array_mut().expect("a list").push(entry);
    }

    #[test]
    fn the_example_by_itself_stays() {
        let mut desk = changed(&[]);
        assert_eq!(desk.take_example_out().expect("it is looked at"), Without::default());
        assert!(desk.changed().is_empty());
    }

    #[test]
    fn all_of_it_goes_where_nothing_rests_on_it() {
        let mut desk = changed(&[("sources.json", &|sources| {
            let own = json!({
                "id": "own", "publisher": "Statistics Iceland", "title": "Catch", "kind": "official", "primary": true,
            });
            push(sources, "sources", own);
        })]);
        let without = desk.take_example_out().expect("it opens without");
        assert_eq!(without.files, ["meeting.json", "document.json", "claims.json", "roster.json", "trade.json"]);
        let briefing = desk.briefing();
        assert!(briefing.document.is_none() && briefing.manifest.document.is_none());
        assert_eq!(briefing.sources.sources.len(), 1);
        assert!(without.left.contains(&"briefing.json: name".to_owned()), "{:?}", without.left);
    }

    #[test]
    fn one_s_own_stays_with_what_it_rests_on_and_the_rest_goes() {
        let mut desk = changed(&[
            ("briefing.json", &|manifest| manifest["name"] = json!("Fishing in Iceland")),
            ("sources.json", &|sources| {
                push(
                    sources,
                    "sources",
                    json!({
                        "id": "own", "publisher": "Statistics Iceland", "title": "Catch", "kind": "official", "primary": true,
                    }),
                );
            }),
            ("claims.json", &|claims| {
                push(
                    claims,
                    "claims",
                    json!({
                        "id": "catch-grew", "statement": "The catch grew.", "kind": "fact", "verdict": "supported",
                        "reason": "Two sources say so.", "note": "Two agree",
                        "citations": [{ "source": "own" }], "mentions": ["greece"],
                        "evidence": [{ "source": "atlas", "stance": "supports", "says": "It grew." }],
                    }),
                );
            }),
        ]);
        let without = desk.take_example_out().expect("it opens without");
        assert_eq!(
            without.files,
            ["meeting.json", "trade.json"],
            "the document is cited by what is left of the roster"
        );
        let briefing = desk.briefing();
        assert_eq!(briefing.claims.claims.iter().map(|claim| claim.id.as_str()).collect::<Vec<_>>(), ["catch-grew"]);
        let states: Vec<&str> = briefing.rosters[0].states.iter().map(|state| state.id.as_str()).collect();
        assert_eq!(states, ["greece"], "a claim names it");
        assert!(briefing.document.is_some());
        assert!(briefing.sources.sources.iter().any(|source| source.id.as_str() == "atlas"), "evidence rests on it");
        assert!(briefing.sources.sources.iter().all(|source| source.id.as_str() != "harbour-statistics"));
        assert!(without.left.contains(&"briefing.json: languages".to_owned()), "{:?}", without.left);
        let again = desk.take_example_out().expect("it is looked at");
        assert_eq!((again.files, again.entries), (vec![], 0), "once is enough");
    }
}
