//! Figures beside text that runs from right to left: whatever names, units and notes a briefing has, the figures of what
//! the program says stand in the order in which they are said.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use egui_kittest::Harness;
use serde_json::Value;
use tempfile::TempDir;
use unicode_bidi::{BidiInfo, Level};

use crate::fit::painted;
use crate::harness::FULL;

const BRIEFINGS: [&str; 2] =
    [concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/isles"), concat!(env!("CARGO_MANIFEST_DIR"), "/data")];

/// What of a briefing is a text of its author's, in whatever script.
const TEXTS: [&str; 23] = [
    "name",
    "title",
    "publisher",
    "headline",
    "subject",
    "reporter",
    "label",
    "note",
    "balance",
    "valuation",
    "sign",
    "place",
    "reason",
    "office",
    "prices",
    "lead",
    "called",
    "text",
    "statement",
    "says",
    "paraphrase",
    "group",
    "about",
];

/// A Hebrew or an Arabic letter for each of ours.
fn turned(text: &str, first: char) -> String {
    let letter = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' => char::from_u32(u32::from(first) + u32::from(letter.to_ascii_lowercase()) % 20),
        other => Some(other),
    };
    text.chars().filter_map(letter).collect()
}

/// Writes each text of the author's that has no figure in other letters.
fn turn(value: &mut Value, is_text: bool, first: char) {
    match value {
        Value::String(text) if is_text && !text.contains(char::is_numeric) => *text = turned(text, first),
        Value::Array(items) => items.iter_mut().for_each(|item| turn(item, is_text, first)),
        Value::Object(fields) => {
            for (name, field) in fields {
                let names = name == "names" || is_text && name.len() <= 3;
                turn(field, names || TEXTS.contains(&name.as_str()), first);
            }
        }
        _ => {}
    }
}

/// A copy of a briefing with its texts in other letters.
fn turned_copy(briefing: &str, first: char) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for entry in fs::read_dir(briefing).expect("the briefing").flatten() {
        let path = entry.path();
        let name = path.file_name().expect("a name");
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let mut value: Value =
            serde_json::from_str(&fs::read_to_string(&path).expect("UTF-8")).expect("the file is JSON");
        turn(&mut value, false, first);
        fs::write(folder.path().join(name), value.to_string()).expect("a copy");
    }
    folder
}

/// The figures of a text in the order in which they are seen, where it runs from the left as the program's own sentences
/// do.
fn seen(text: &str) -> Vec<String> {
    let info = BidiInfo::new(text, Some(Level::ltr()));
    let lines = info.paragraphs.iter().map(|one| info.reorder_line(one, one.range.clone()).into_owned());
    figures(&lines.collect::<String>())
}

fn figures(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|figure| !figure.is_empty()).map(str::to_owned).collect()
}

/// What the program says of a briefing, each text that stands by itself: a line, a cell of a table, a piece of a picture.
fn said(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    let (first, rest) = arguments.split_first().expect("a command");
    command.arg(first).arg(folder).args(rest).env("SOURCE_DATE_EPOCH", "0");
    let output = command.output().expect("it runs");
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    if rest.contains(&"svg") {
        return text.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.to_owned()).collect();
    }
    let text = if rest.contains(&"md") { text.replace("<br>", "\n").replace(" | ", "\n") } else { text };
    text.lines().map(str::to_owned).collect()
}

#[test]
fn figures_stand_as_they_are_said_beside_any_letters() {
    for (briefing, first) in BRIEFINGS.into_iter().flat_map(|briefing| ['א', 'ب'].map(|first| (briefing, first))) {
        let folder = turned_copy(briefing, first);
        let mut all = 0;
        for arguments in [
            &["export", "--what", "brief", "--format", "md"][..],
            &["export", "--what", "trade", "--format", "md"],
            &["export", "--what", "trade", "--format", "svg"],
            &["export", "--what", "roster", "--format", "svg"],
            &["export", "--what", "claims", "--format", "md"],
            &["export", "--what", "checks", "--format", "md"],
            &["check"],
        ] {
            let texts = said(folder.path(), arguments);
            let turned = texts.iter().filter(|text| text.contains(|c| ('\u{590}'..'\u{700}').contains(&c))).count();
            all += turned;
            for text in &texts {
                assert_eq!(seen(text), figures(text), "{arguments:?}: {text}");
            }
        }
        assert!(all > 100, "the letters are there: {all}");
    }
}

/// The figures of a line in the order in which they are seen, whichever way its first letter makes it run.
fn seen_in_the_window(text: &str) -> Vec<String> {
    let info = BidiInfo::new(text, None);
    let lines = info.paragraphs.iter().map(|one| info.reorder_line(one, one.range.clone()).into_owned());
    figures(&lines.collect::<String>())
}

#[test]
fn figures_stand_in_the_window_as_they_are_said_beside_any_letters() {
    let (mut faults, mut all) = (BTreeSet::new(), 0);
    for (briefing, first) in BRIEFINGS.into_iter().flat_map(|briefing| ['א', 'ب'].map(|first| (briefing, first))) {
        let folder = turned_copy(briefing, first);
        let briefing = Arc::new(Briefing::open(folder.path()).unwrap_or_else(|err| panic!("{err}")));
        for tab in TabKey::all() {
            let preferences = Preferences { tab, ..Preferences::default() };
            let briefing = Arc::clone(&briefing);
            // The bundled fonts have no Hebrew.
            let mut harness = Harness::builder()
                .with_size(FULL)
                .allow_missing_glyphs()
                .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
            harness.run();
            for run in painted(&harness) {
                all += usize::from(run.text.contains(|c| ('\u{590}'..'\u{700}').contains(&c)));
                if seen_in_the_window(&run.text) != figures(&run.text) {
                    faults.insert(run.text);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(all > 100, "the letters are there: {all}");
}
