//! Every text is a message, and every message has room: the window in a language whose texts are accented and half as long
//! again, over a briefing that speaks Greek. What is still plain Latin was never handed to a translator; what is cut off
//! or lies on something else would be so in German.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::words::Language;
use egui::epaint::{ClippedShape, Shape};
use egui::{Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use crate::harness::{FULL, NARROW};

/// What stays as it is in every language: names of formats and standards, keys of the keyboard, the program's own name, and
/// months, which ICU writes.
const PROPER: &[&str] = &[
    "CNY", "JPY", "Briefing", "Desk", "BOM", "CSV", "JSON", "Markdown", "PDF", "PNG", "SHA", "SVG", "UTC", "UTF",
    "XLSX", "http", "https", "Alt", "Cmd", "Ctrl", "Shift", "End", "Enter", "Esc", "Home", "Tab", "Left", "Right",
    "Up", "Down", "PageUp", "PageDown", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "June", "Jul", "July", "Aug", "Sept",
    "Oct", "Nov", "Dec", "Sunday", "Monday",
];

/// A text as it is painted.
struct Run {
    text: String,
    rect: Rect,
    /// What of the window it may be seen in.
    clip: Rect,
    /// Whether its end is left out.
    elided: bool,
}

fn gather(shape: &Shape, clip: Rect, runs: &mut Vec<Run>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, runs)),
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            // Row by row: the first may stand behind something else on its line.
            for row in text.galley.rows.iter().filter(|row| !row.text().trim().is_empty()) {
                let rect = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
                runs.push(Run { text: text.galley.text().to_owned(), rect, clip, elided: text.galley.elided });
            }
        }
        _ => {}
    }
}

fn painted(harness: &Harness<'_, App>) -> Vec<Run> {
    let mut runs = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        gather(shape, *clip_rect, &mut runs);
    }
    runs
}

/// What is said aloud.
fn heard(harness: &Harness<'_, App>) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut nodes = vec![harness.root()];
    while let Some(node) = nodes.pop() {
        let said = node.accesskit_node();
        texts.extend([said.label(), said.value(), said.description()].into_iter().flatten());
        nodes.extend(node.children());
    }
    texts
}

/// The words of three letters and more that nobody translated.
fn untranslated(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let plain = |word: &&str| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    words.filter(plain).filter(|word| !PROPER.contains(word)).collect()
}

/// A briefing whose every text for people is Greek. Keys, dates, addresses and codes stay what they are.
fn greek() -> Arc<Briefing> {
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

const fn to_greek(letter: char) -> char {
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
    let preferences =
        Preferences { tab, language: Language::Pseudo, inspector: size == FULL, ..Preferences::default() };
    let briefing = greek();
    let mut harness = Harness::builder()
        .with_size(size)
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.run();
    harness
}

/// Holds what is painted and said to what this file promises of it.
fn hold(harness: &Harness<'_, App>, what: &str, faults: &mut Vec<String>) {
    let (runs, heard) = (painted(harness), heard(harness));
    for text in runs.iter().map(|run| &run.text).chain(&heard).collect::<BTreeSet<_>>() {
        let left = untranslated(text);
        // Egui names the edge of a panel by itself.
        if !left.is_empty() && text != "Resize panel" {
            faults.push(format!("{what}: not translated: {left:?} in {text:?}"));
        }
    }
    for run in &runs {
        // What is scrolled away is not cut off; what is cut off by the side of its own column is.
        let seen = run.rect.intersect(run.clip);
        // What a narrow column has no room for is whole in its name, which the pointer and a screen reader find.
        let whole = heard.iter().any(|text| text.contains(run.text.as_str()));
        if run.elided && !is_secondary(&run.text) && !whole {
            faults.push(format!("{what}: ends in an ellipsis: {:?}", run.text));
        } else if seen.is_positive() && run.rect.width() > seen.width() + 1.0 {
            faults.push(format!("{what}: cut off at the side: {:?}", run.text));
        }
    }
    for (index, one) in runs.iter().enumerate() {
        for other in &runs[..index] {
            let both = one.rect.intersect(one.clip).intersect(other.rect.intersect(other.clip));
            if both.is_positive() && both.width() > 2.0 && both.height() > 3.0 {
                faults.push(format!("{what}: on each other: {:?} and {:?}", one.text, other.text));
            }
        }
    }
}

/// Greek: a name or a text of the briefing, which may end in an ellipsis where its tooltip has the whole.
fn is_secondary(text: &str) -> bool {
    text.chars().any(|letter| ('α'..='ω').contains(&letter))
}

#[test]
fn every_tab_is_translated_and_fits() {
    let mut faults = Vec::new();
    for size in [FULL, NARROW] {
        for tab in TabKey::all() {
            hold(&open(tab, size), &format!("{tab:?} at {size}"), &mut faults);
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
