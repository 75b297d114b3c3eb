//! Bibliographies as programs write them, each beside its outcome, which was written by hand first.

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;

use super::FORMATS;
use crate::import::tests::{desk, each_comes_to_its_outcome, said};
use crate::import::{Choices, Desk, Entry, ImportError, Plan, sources};
use crate::words::Words;

fn plan(desk: &Desk, path: &Path) -> Result<Plan, ImportError> {
    let words = Words::english();
    sources::plan(desk, path, &Choices::default(), &|message| words.say(message))
}

fn outcome(plan: &Plan, desk: &Desk) -> String {
    let mut text = format!("{}\n", plan.table.layout);
    for change in &plan.changes {
        let Entry::Part { key, old, new, .. } = &change.entry else { continue };
        if old.is_some() {
            let _ = writeln!(text, "~ {key}: {new}");
            continue;
        }
        let source =
            desk.briefing().sources.sources.iter().find(|source| source.id.as_str() == key).expect("it is there");
        let date = |date: Option<crate::briefing::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let parts = [
            source.publisher.clone(),
            source.title.clone(),
            source.kind.key().to_owned(),
            date(source.published),
            date(source.read),
            source.address.clone().unwrap_or_default(),
            source.note.clone().unwrap_or_default(),
        ];
        let _ = writeln!(text, "+ {key} | {}", parts.join(" | "));
    }
    for left in &plan.left {
        let _ = writeln!(text, "left {} {}", left.count, left.why.id());
    }
    let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    lines.join("\n") + "\n"
}

#[test]
fn every_bibliography_comes_to_what_was_written_by_hand() {
    each_comes_to_its_outcome("sources", 5, |path, expected| {
        let mut desk = desk();
        let made = match plan(&desk, path) {
            Ok(plan) => {
                desk.apply(&plan).map_err(|err| said(&err)).expect("it is taken");
                let again = self::plan(&desk, path).expect("a plan");
                assert!(again.is_idle(), "{}: {:?}", path.display(), again.changes);
                outcome(&plan, &desk)
            }
            Err(err) => format!("{}\n", said(&err)),
        };
        (expected.to_owned(), made)
    });
}

#[test]
fn what_leaves_comes_back_as_it_was() {
    let desk = Desk::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).expect("the bundled briefing");
    let addresses: Vec<String> = desk
        .briefing()
        .sources
        .sources
        .iter()
        .filter_map(|source| source.address.clone())
        .filter(|address| address.starts_with("http"))
        .collect();
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("list.txt");
    std::fs::write(&path, addresses.join("\n")).expect("it is written");
    let plan = plan(&desk, &path).expect("a plan");
    assert!(plan.is_idle() && addresses.len() > 50, "none is new: {:?}", plan.changes);
}

#[test]
fn what_is_no_bibliography_is_said() {
    let desk = desk();
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text, part) in [
        ("a.json", "{\"x\": 1}", "is no list of publications in CSL-JSON"),
        ("b.json", "[{\"title\": 1}]", "row 1: is no publication"),
        ("c.bib", "@article{x, title = {open", "is no BibTeX"),
        ("d.txt", "nothing here", "is in none of the known formats"),
        ("e.txt", "  ", "is empty"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("it is written");
        let err = plan(&desk, &path).expect_err(text);
        assert!(said(&err).contains(part) && said(&err).starts_with(name), "{}", said(&err));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "(@|TY  - |\\[\\{|https://|[a-z{}=\",\n \\-:/éя]){0,60}") {
        for format in FORMATS {
            let _ = ((format.is)(&text), (format.read)(&text));
        }
    }
}
