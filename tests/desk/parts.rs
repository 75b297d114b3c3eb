//! Briefings that have only some of the parts: what there is none of has no tab, no export and no word.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::harness::open_with;

const FRONT: &str = r#"{"format": 1, "name": "Salt of the two bays", "languages": ["en"], "as_of": "2024-05-02",
  "checked": "2024-06-01"}"#;
const SOURCES: &str = r#"{"sources": [{"id": "bureau", "publisher": "Salt Bureau", "title": "Yearbook",
  "kind": "official", "primary": true}]}"#;
const TRADE: &str = r#"{"headline": "Salt doubles", "subject": "Salt of the bays", "series": [{"id": "salt",
  "reporter": "Salt Bureau", "unit": {"currency": "EUR", "sign": "€", "scale": "m", "prices": "current prices"},
  "valuation": "at the pan", "flows": [{"id": "total", "name": "Salt", "role": "total"}], "balance": "Balance",
  "observations": [
    {"flow": "total", "period": "2021", "value": "12.5", "citations": [{"source": "bureau"}]},
    {"flow": "total", "period": "2022", "value": "25", "citations": [{"source": "bureau"}]}]}]}"#;
const ROSTER: &str = r#"{"organisation": {"names": {"en": "League of the Bays"}, "short": "The League",
  "founded": "1990", "citations": [{"source": "bureau"}]}, "known_until": "2024-05-02",
  "statuses": [{"id": "full", "name": "Full party", "plural": "full parties", "shape": "circle"}],
  "columns": {"names": {"note": "Usual names", "citations": [{"source": "bureau"}]},
    "aliases": {"note": "None", "citations": [{"source": "bureau"}]},
    "capital": {"note": "Seats", "citations": [{"source": "bureau"}]},
    "region": {"note": "Bays", "citations": [{"source": "bureau"}]},
    "population": {"note": "Rounded", "citations": [{"source": "bureau"}]},
    "position": {"note": "Seats", "citations": [{"source": "bureau"}]}},
  "states": [{"id": "malta", "alpha2": "MT", "alpha3": "MLT", "numeric": "470", "names": {"en": "Malta"},
    "capital": "Valletta", "region": "Southern Europe", "population": 540000,
    "position": {"latitude": 35.9, "longitude": 14.5}}],
  "spells": [{"state": "malta", "status": "full", "from": "1990", "citations": [{"source": "bureau"}]}]}"#;
const MEETING: &str = r#"{"headline": {"text": "The pans are shared", "citations": [{"source": "bureau"}]},
  "takeaway": {"text": "One price for both bays.", "citations": [{"source": "bureau"}]}, "date": "2024-05-01",
  "place": "Valletta", "citations": [{"source": "bureau"}]}"#;

/// A folder with the front page, the sources, and some files more.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in [("briefing.json", FRONT), ("sources.json", SOURCES)].iter().chain(files) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        std::fs::write(path, text).expect("a writable file");
    }
    folder
}

fn opened(folder: &TempDir) -> Arc<Briefing> {
    Arc::new(Briefing::open(folder.path()).unwrap_or_else(|err| panic!("{err}")))
}

/// The names of the tabs in the strip.
fn tabs(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label()).collect()
}

/// Everything that a screen reader hears.
fn heard(harness: &Harness<'_, App>) -> String {
    let nodes = harness.root().children_recursive();
    nodes
        .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
        .collect::<Vec<_>>()
        .join("\n")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    command.arg(arguments[0]).arg(folder).args(&arguments[1..]).output().expect("the program runs")
}

fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder.path(), arguments);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn written(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder.path(), arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const BRIEF: &[&str] = &["export", "--what", "brief", "--format", "md"];

fn assert_without(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn figures_alone_have_a_tab_of_figures_and_one_of_sources() {
    let folder = folder(&[("trade.json", TRADE)]);
    let mut harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Trade", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::TRADE, "the tab that is remembered is not there");
    assert_without(&heard(&harness), &["Article only", "Document only", "None", "document"]);
    harness.key_press_modifiers(Modifiers::ALT, Key::Num2);
    harness.run();
    assert_eq!(harness.state().tab(), TabKey::SOURCES, "the keys count the tabs that there are");
    assert_without(&heard(&harness), &["Sentences", "sentences", "Attach", "claims"]);
    harness.key_press(Key::F1);
    harness.run();
    let keys = heard(&harness);
    assert!(keys.contains("Alt+2") && !keys.contains("Alt+3"), "{keys}");
    assert_without(&keys, &["Members", "Summary"]);

    for format in ["csv", "svg"] {
        assert!(refused(&folder, &["export", "--what", "roster", "--format", format]).contains("no organisation"));
    }
    assert!(refused(&folder, &["export", "--what", "claims", "--format", "csv"]).contains("no claims"));
    let why = refused(&folder, &["export", "--what", "brief", "--format", "md", "--status", "full"]);
    assert!(why.contains("no organisation"), "{why}");
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("Salt doubles") && brief.contains("12.5"), "{brief}");
        assert_without(&brief, &["None", "Members", "- -", "States", "document", "roster"]);
    }
    written(&folder, &["export", "--what", "trade", "--format", "csv"]);
    written(&folder, &["check"]);
}

#[test]
fn an_organisation_alone_has_a_tab_of_members_and_one_of_sources() {
    let folder = folder(&[("roster.json", ROSTER)]);
    let harness = open_with(opened(&folder), TabKey::TRADE);
    assert_eq!(tabs(&harness), ["Members", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert_without(&heard(&harness), &["As printed", "As the document"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "csv"]).contains("no series"));
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("The League"), "{brief}");
        assert_without(&brief, &["trade", "Trade", "- -", "document"]);
    }
    written(&folder, &["export", "--what", "roster", "--format", "csv"]);
}

#[test]
fn what_happened_needs_neither_document_nor_people() {
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", ROSTER), ("trade.json", TRADE)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Members", "Trade", "Sources & checks"]);
    let heard = heard(&harness);
    assert!(heard.contains("The pans are shared"), "{heard}");
    assert_without(&heard, &["People", "Places", "Topics", "Key points", "Chronology", "claims", "document"]);
    assert_without(&written(&folder, BRIEF), &["People", "document", "Key points", "- -"]);
    assert_without(&written(&folder, &["check"]), &["FAIL", "Fail"]);
}

#[test]
fn what_is_empty_is_not_there_either() {
    let empty = TRADE.split("\"observations\": [").next().expect("a series").to_owned() + "\"observations\": []}]}";
    let nobody =
        ROSTER.split("\"states\": [").next().expect("an organisation").to_owned() + "\"states\": [], \"spells\": []}";
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", &nobody), ("trade.json", &empty)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Sources & checks"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "svg"]).contains("no series"));
    assert_without(&written(&folder, BRIEF), &["The League", "Salt doubles"]);
}

#[test]
fn a_part_under_a_wrong_name_is_a_mistake_and_no_missing_part() {
    let said = |name: &str| {
        let folder = folder(&[(name, TRADE)]);
        Briefing::open(folder.path()).expect_err(name).to_string()
    };
    assert!(said("trades.json").contains("Name it `trade.json`"), "{}", said("trades.json"));
    assert!(said("Trade.JSON").contains("Name it `trade.json`"));
    let folder = folder(&[("grades.json", "[]"), ("trade.json", TRADE), ("notes.txt", "")]);
    assert!(Briefing::open(folder.path()).is_ok(), "what is nobody's is left alone");
}
