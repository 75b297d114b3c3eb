//! Tables into a briefing, from the command line.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use briefing_desk::briefing::Briefing;
use tempfile::TempDir;

fn run(arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(arguments).env_remove("DISPLAY").output();
    program.expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The starter in a folder of its own.
fn starter() -> (TempDir, String) {
    let folder = TempDir::new().expect("a temporary folder");
    briefing_desk::export::starter::write(folder.path()).expect("it is written");
    let path = folder.path().to_str().expect("a path in UTF-8").to_owned();
    (folder, path)
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let files = entries.filter(|path| path.is_file());
    files.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a text"))).collect()
}

fn fixture(name: &str) -> String {
    format!("{}/tests/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_dry_run_says_all_and_writes_nothing() {
    let (folder, path) = starter();
    let before = texts(folder.path());
    let output = run(&["import", "trade", &path, &fixture("trade/comtrade.csv"), "--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = stdout(&output);
    for part in [
        "UN Comtrade",
        "primaryValue = value",
        "China–Vietnam goods trade",
        "146.9599825015 (row 2)",
        "Nothing was written",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(before, texts(folder.path()));
    assert!(!folder.path().join("trade").exists());
    let output = run(&["import", "trade", &path, &fixture("trade/comtrade.csv"), "--dry-run", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(told["written"], false);
    assert_eq!(told["tables"][0]["layout"], "comtrade");
    let added = told["tables"][0]["added"].as_array().expect("a list");
    assert!(added.iter().any(|one| one["new"] == "87.959812345" && one["row"] == 3), "{told}");
}

#[test]
fn several_tables_come_in_together_or_not_at_all() {
    let (folder, path) = starter();
    let before = texts(folder.path());
    let (one, two) = (fixture("trade/comtrade.csv"), fixture("trade/imf.csv"));
    let output = run(&["import", "trade", &path, &one, "no-such-table.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no-such-table.csv"), "{}", stderr(&output));
    assert_eq!(before, texts(folder.path()), "nothing of the first either");
    let output = run(&["import", "trade", &path, &one, &two]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let briefing = Briefing::open(folder.path()).expect("it still opens");
    assert_eq!(briefing.trades.len(), 3);
    // What was there is there to the last letter, and what is new stands behind it.
    let sources = std::fs::read_to_string(folder.path().join("sources.json")).expect("a text");
    let old = &before[&folder.path().join("sources.json").display().to_string()];
    let end = old.trim_end().trim_end_matches(['}', ']', ' ', '\n', '\r']);
    assert!(sources.starts_with(end), "{sources}");
    assert_eq!(run(&["check", &path]).status.code(), Some(0), "nothing fails that did not");
    let again = run(&["import", "trade", &path, &one, &two]);
    assert!(stdout(&again).ends_with("Nothing is different.\n"), "{}", stdout(&again));
}

#[test]
fn wrong_use_is_said_with_status_2() {
    let (_folder, path) = starter();
    let table = fixture("trade/comtrade.csv");
    for (arguments, part) in [
        (vec!["import"], "trade"),
        (vec!["import", "trade", &path], "TABLE"),
        (vec!["import", "trade", &path, &table, "--column", "value"], "--column takes NAME=VALUE"),
        (vec!["import", "trade", &path, &table, "--keep", "nothing=1"], "there is no column “nothing”"),
        (vec!["import", "trade", &path, &table, "--layout", "comtrad"], "comtrade"),
        (vec!["import", "trade", "/no/such/folder", &table], "/no/such/folder"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(part), "{arguments:?}: {}", stderr(&output));
        assert!(!stderr(&output).contains('\u{1b}'));
    }
}
