//! The half hour: from an article, a list of members, a table of trade and a sheet of what was checked to a briefing,
//! with what a person types of it counted.

use std::path::Path;
use std::process::Command;

use briefing_desk::briefing::Briefing;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What a person may type of a whole briefing, in bytes.
const MOST: usize = 6_000;

fn fixture(name: &str) -> String {
    format!("{}/tests/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program, and counts what was typed to have it run; a path counts as the name of its file.
fn run(arguments: &[&str], typed: &mut usize) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(arguments)
        .env_remove("DISPLAY")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    let short = |argument: &&str| argument.rsplit('/').next().map_or(0, str::len) + 1;
    *typed += "briefing-desk ".len() + arguments.iter().map(short).sum::<usize>();
    said
}

/// Types fields of a file otherwise, and counts them.
fn edit(file: &Path, object: &str, fields: &Value, typed: &mut usize) {
    let text = std::fs::read_to_string(file).expect("it is there");
    let mut json: Value = serde_json::from_str(&text).expect("JSON");
    let place = json.pointer_mut(object).expect("an object");
    for (field, value) in fields.as_object().expect("fields") {
        place[field] = value.clone();
        *typed += field.len() + value.to_string().len() + 4;
    }
    std::fs::write(file, json.to_string()).expect("it is written");
}

#[test]
fn a_briefing_is_made_in_half_an_hour_of_little_typing() {
    let place = TempDir::new().expect("a temporary folder");
    let folder = place.path().join("hanoi");
    let name = folder.to_str().expect("a path in UTF-8");
    let mut typed = 0;
    run(&["new", name, "--from", &fixture("half-hour/article.txt")], &mut typed);
    edit(&folder.join("briefing.json"), "", &json!({"as_of": "2024-05-12", "checked": "2024-05-13"}), &mut typed);
    let document = json!({"publisher": "Delta Courier", "published": "2024-05-12", "read": "2024-05-13"});
    edit(&folder.join("sources.json"), "/sources/0", &document, &mut typed);
    let members = fixture("half-hour/members.csv");
    let of = ["--organisation", "asean", "--publisher", "ASEAN secretariat", "--read", "2024-05-13"];
    run(&[&["import", "roster", name, &members][..], &of].concat(), &mut typed);
    run(&["import", "trade", name, &fixture("trade/comtrade.csv"), "--read", "2024-05-13"], &mut typed);
    // What is looked at for a claim, and who met where, nobody but a person knows.
    for own in ["checks.csv", "meeting.json"] {
        typed += std::fs::metadata(fixture(&format!("half-hour/{own}"))).expect("a fixture").len() as usize;
    }
    run(&["import", "claims", name, &fixture("half-hour/checks.csv")], &mut typed);
    std::fs::copy(fixture("half-hour/meeting.json"), folder.join("meeting.json")).expect("it is copied");
    run(&["fill", name], &mut typed);
    let said = run(&["check", name, "--format", "json"], &mut typed);
    assert!(typed < MOST, "{typed} bytes were typed");

    // It is whole: every part is there, and no check fails.
    let said: Value = serde_json::from_str(&said).expect("JSON");
    let failed = |finding: &&Value| finding["outcome"] == "fail";
    let findings = said["findings"].as_array().expect("findings");
    assert_eq!(findings.iter().filter(failed).count(), 0, "{said:#}");
    // What was made by the program leaves nothing out.
    assert!(!findings.iter().any(|finding| finding["check"] == "empty-text"), "{said:#}");
    let briefing = Briefing::open(&folder).expect("it opens");
    assert_eq!(briefing.rosters.len(), 1);
    assert_eq!(briefing.rosters[0].organisation.short, "ASEAN");
    assert_eq!(briefing.rosters[0].spells.len(), 11);
    assert!(briefing.states().all(|state| !state.capital.is_empty() && state.names.iter().next().is_some()));
    assert_eq!(briefing.trades.len(), 1);
    assert_eq!(briefing.claims.claims.len(), 6);
    assert_eq!(briefing.people().len(), 2);
    assert_eq!(briefing.sentences().len(), 27);
}
