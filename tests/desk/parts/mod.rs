//! Briefings that are made of other parts than the bundled one.

mod held;
mod optional;
mod several;
mod shown;

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

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

/// The same league with another state, other statuses and citations of its own.
fn other_league(states: &str, spells: &str) -> String {
    let text = ROSTER.replace("League of the Bays", "Ring of the Capes").replace("The League", "The Ring").replace(
        r#""id": "full", "name": "Full party", "plural": "full parties", "shape": "circle""#,
        r#""id": "seat",
  "name": "Seat holder", "plural": "seat holders", "shape": "ring"}, {"id": "chair", "name": "Chair",
  "plural": "chairs", "shape": "star", "beside": true"#,
    );
    let head = text.split("\"states\": [").next().expect("an organisation");
    format!(
        "{head}\"citations\": [{{\"source\": \"bureau\", \"page\": \"12\"}}], \"states\": [{states}], \"spells\": [{spells}]}}"
    )
}

const CYPRUS: &str = r#"{"id": "cyprus", "alpha2": "CY", "alpha3": "CYP", "numeric": "196", "names": {"en": "Cyprus"},
  "capital": "Nicosia", "region": "Western Asia", "position": {"latitude": 35.2, "longitude": 33.4}}"#;
/// Malta is described in the other roster.
const SPELLS: &str = r#"{"state": "cyprus", "status": "seat", "from": "2001"},
  {"state": "malta", "status": "seat", "from": "2002"}, {"state": "malta", "status": "chair", "from": "2003"}"#;

fn two_leagues() -> TempDir {
    let other = TRADE.replace("\"salt\"", "\"brine\"").replace("Salt of the bays", "Brine of the capes");
    folder(&[
        ("roster.json", ROSTER),
        ("roster/capes.json", &other_league(CYPRUS, SPELLS)),
        ("trade.json", TRADE),
        ("trade/brine.json", &other),
    ])
}
