//! Every text is a message, and every message has room: the window in a language whose texts are accented and half as long
//! again, over a briefing that speaks Greek. What is still plain Latin was never handed to a translator; what is cut off
//! or lies on something else would be so in German.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use briefing_desk::analysis::checks::{self, Outcome};
use briefing_desk::analysis::roster::Column;
use briefing_desk::analysis::trade::Measure;
use briefing_desk::briefing::{Briefing, Verdict};
use briefing_desk::export::{format, subject};
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::words::{Language, Words};
use egui::Vec2;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::fit::{Run, heard, misfits, painted};
use crate::harness::{FULL, made};

mod command_line;
pub mod exports;
mod window;

/// What stays as it is in every language: names of formats and standards, keys of the keyboard, the program's own name, and
/// months, which ICU writes.
const PROPER: &[&str] = &[
    "CNY", "JPY", "Briefing", "Desk", "BOM", "CSV", "JSON", "Markdown", "PDF", "PNG", "SHA", "SVG", "UTC", "UTF",
    "XLSX", "URL", "SUMMARY", "http", "https", "Alt", "Cmd", "Comma", "Ctrl", "Shift", "End", "Enter", "Esc", "Escape",
    "Minus", "Plus", "Home", "Tab", "Left", "Right", "Up", "Down", "PageUp", "PageDown", "Jan", "Feb", "Mar", "Apr",
    "May", "Jun", "June", "Jul", "July", "Aug", "Sept", "Oct", "Nov", "Dec", "Sunday", "Monday",
];

/// The words of three letters and more that nobody translated.
fn untranslated(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let plain = |word: &&str| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    words.filter(plain).filter(|word| !PROPER.contains(word)).collect()
}

/// The same, but for words that are typed or are keys.
fn untranslated_but<'a>(text: &'a str, known: &BTreeSet<String>) -> Vec<&'a str> {
    untranslated(text).into_iter().filter(|word| !known.contains(*word)).collect()
}

/// The words of every key: of what programs read, and of what the Greek briefing leaves as it is.
fn keys() -> BTreeSet<String> {
    let mut texts: Vec<String> = Vec::new();
    for name in briefing_desk::briefing::FILES {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)).expect(name);
        for_programs(&serde_json::from_str(&text).expect(name), "", &mut texts);
    }
    texts.extend(checks::checks().map(|check| check.key.to_owned()));
    texts.extend(Outcome::ALL.map(|outcome| outcome.key().to_owned()));
    texts.extend(Measure::all().map(|measure| measure.key.to_owned()));
    texts.extend(
        [
            "yes",
            "no",
            "reported",
            "derived",
            "meeting",
            "person",
            "topic",
            "account",
            "unknown",
            "references",
            "dates",
            "BEGIN",
            "END",
            "VEVENT",
            "VCALENDAR",
            "article",
            "context",
            "known",
            "all",
            "bars",
            "lines",
            "stacked",
            "period",
            "high",
            "moderate",
            "low",
            "json",
            "series",
            "observations",
            "claims",
            "publisher",
            // Where a finding is, in its id: the briefing as a whole, and a field of a claim.
            "briefing",
            "reason",
            // A long line of a previewed file ends within the word `supports`.
            "support",
        ]
        .map(str::to_owned),
    );
    texts.extend(subject::ALL.map(|subject| subject.key.to_owned()));
    texts.extend(format::ALL.map(|format| format.extension.to_owned()));
    // The names of files and the heads of tables.
    let names =
        ["chart", "map", "members", "metadata", "check", "title", "detail", "place", "citations", "acknowledged"];
    texts.extend(names.map(str::to_owned));
    texts.extend(Column::in_table().map(|(column, _)| column.key.to_owned()));
    texts.extend([Verdict::ALL.map(Verdict::key).to_vec()].concat().into_iter().map(str::to_owned));
    texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric())).map(str::to_owned).collect()
}

fn for_programs(json: &serde_json::Value, field: &str, texts: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                for_programs(value, if field == "names" { "names" } else { name }, texts);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| for_programs(value, field, texts)),
        serde_json::Value::String(text) if !is_for_people(field, text) => texts.push(text.clone()),
        _ => {}
    }
}

/// A briefing whose every text for people is Greek. Keys, dates, addresses and codes stay what they are.
pub fn greek() -> Arc<Briefing> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for name in briefing_desk::briefing::FILES {
        let text = std::fs::read_to_string(data.join(name)).expect(name);
        let mut json: serde_json::Value = serde_json::from_str(&text).expect(name);
        translate(&mut json, "");
        std::fs::write(folder.path().join(name), json.to_string()).expect(name);
    }
    Arc::new(Briefing::open(folder.path()).expect("the briefing still loads"))
}

/// The fields whose texts are for programs.
const FOR_PROGRAMS: &[&str] = &["url", "sha256", "language", "languages", "code", "$schema", "unit"];

fn translate(json: &mut serde_json::Value, field: &str) {
    match json {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                translate(value, if field == "names" { "names" } else { name });
            }
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(|value| translate(value, field)),
        serde_json::Value::String(text) if is_for_people(field, text) => *text = text.chars().map(to_greek).collect(),
        _ => {}
    }
}

/// A key is lower case without spaces; what has a capital or a space is for people, and so are some fields whatever they
/// hold. The part of an unknown is a key, that of a person or place is not.
fn is_for_people(field: &str, text: &str) -> bool {
    let always = matches!(field, "as_of_note" | "called" | "name" | "part" | "plural" | "scale" | "singular");
    let key = field == "part" && matches!(text, "summary" | "members" | "trade" | "sources");
    let spoken = always && !key || text.contains(' ') || text.chars().any(char::is_uppercase);
    spoken && !FOR_PROGRAMS.contains(&field) && !text.starts_with("http")
}

pub const fn to_greek(letter: char) -> char {
    let alphabet = [
        'α', 'β', 'ψ', 'δ', 'ε', 'φ', 'γ', 'η', 'ι', 'ξ', 'κ', 'λ', 'μ', 'ν', 'ο', 'π', 'θ', 'ρ', 'σ', 'τ', 'υ', 'ω',
        'ς', 'χ', 'ύ', 'ζ',
    ];
    match letter {
        'a'..='z' => alphabet[letter as usize - 'a' as usize],
        'A'..='Z' => alphabet[letter as usize - 'A' as usize],
        other => other,
    }
}

fn open(tab: TabKey, size: Vec2) -> Harness<'static, App> {
    let preferences = Preferences {
        tab,
        language: Language::Pseudo,
        inspector: size == FULL,
        exported_to: Some(PathBuf::from("/7").into()),
        ..Preferences::default()
    };
    let briefing = greek();
    let mut harness = Harness::builder()
        .with_size(size)
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.state_mut().set_made(made());
    harness.run();
    harness
}

/// The words of the language of longer texts.
fn words() -> Words {
    Words::of(Language::Pseudo)
}

/// What is painted and what is heard, but for the preview of a file, which is not for people alone and scrolls both ways.
fn read(harness: &Harness<'_, App>) -> (Vec<Run>, BTreeSet<String>) {
    let previews: Vec<_> = harness.query_all_by_role(Role::Document).map(|node| node.rect()).collect();
    let is_previewed = |run: &Run| previews.iter().any(|preview| preview.contains(run.seen().center()));
    let (previewed, read): (Vec<Run>, Vec<Run>) = painted(harness).into_iter().partition(is_previewed);
    let mut heard = heard(harness);
    heard.retain(|text| !previewed.iter().any(|run| run.text == *text));
    (read, heard)
}

/// Holds what is painted and said to what this file promises of it.
fn hold(harness: &Harness<'_, App>, what: &str, faults: &mut BTreeSet<String>) {
    let ((runs, heard), known) = (read(harness), keys());
    for text in runs.iter().map(|run| &run.text).chain(&heard).collect::<BTreeSet<_>>() {
        let left = untranslated_but(text, &known);
        // Egui names the edge of a panel by itself.
        if !left.is_empty() && text != "Resize panel" {
            faults.insert(format!("{what}: not translated: {left:?} in {text:?}"));
        }
    }
    faults.extend(misfits(&runs, &heard, is_of_the_briefing).into_iter().map(|fault| format!("{what}: {fault}")));
}

/// Greek: a name or a text of the briefing, which may end in an ellipsis where its tooltip has the whole.
pub fn is_of_the_briefing(text: &str) -> bool {
    text.chars().any(|letter| ('α'..='ω').contains(&letter))
}

/// Reports every fault at once.
#[track_caller]
pub fn none(faults: &BTreeSet<String>) {
    let lines: Vec<&str> = faults.iter().map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), lines.join("\n"));
}
