//! A briefing made of a document, from the command line.

use std::path::Path;
use std::process::{Command, Output};

use briefing_desk::analysis::attachment::Attachment;
use briefing_desk::briefing::Briefing;
use tempfile::TempDir;

fn run(arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(arguments).env_remove("DISPLAY").output();
    program.expect("the program runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn fixture(name: &str) -> String {
    format!("{}/tests/import/document/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn path(folder: &Path) -> String {
    folder.to_str().expect("a path in UTF-8").to_owned()
}

#[test]
fn a_page_becomes_a_briefing_to_which_its_text_attaches() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("deep").join("own");
    let output = run(&["new", &path(&folder), "--from", &fixture("news.html")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("1 table") && told.contains("document.json"), "{told}");
    let briefing = Briefing::open(&folder).expect("it opens");
    let document = briefing.document.as_ref().expect("it has a document");
    let attached = Attachment::read(document, &folder.join("document.txt")).expect("its text attaches");
    assert!(attached.is_whole() && attached.differing().is_empty());
    assert_eq!(attached.original("3.2".parse().expect("a place")), Some("They agreed on a night ferry."));
    let source = briefing.document_source().and_then(|key| briefing.source(key)).expect("its source");
    assert_eq!(
        (source.publisher.as_str(), source.title.as_str()),
        ("Harbour Courier", "Ministers agree on a night ferry")
    );
    assert_eq!(briefing.manifest.as_of.to_string(), "2024-03-13");
    let checked = run(&["check", &path(&folder)]);
    assert_ne!(checked.status.code(), Some(2), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn the_reader_s_own_file_attaches_where_nothing_of_its_text_is_kept() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    let from = fixture("wrapped.txt");
    let output = run(&["new", &path(&folder), "--from", &from, "--text", "nowhere"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for entry in std::fs::read_dir(&folder).expect("the folder") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a text");
        assert!(!text.contains("Limassol"), "{text}");
    }
    let briefing = Briefing::open(&folder).expect("it opens");
    let document = briefing.document.as_ref().expect("it has a document");
    let attached = Attachment::read(document, Path::new(&from)).expect("the file attaches");
    assert_eq!(attached.differing(), []);
}

#[test]
fn what_cannot_be_read_leaves_no_folder_and_a_folder_with_something_in_it_is_left_alone() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("deep").join("own");
    let broken = parent.path().join("broken.docx");
    std::fs::write(&broken, b"PK\x03\x04word/document.xml").expect("a file");
    let output = run(&["new", &path(&folder), "--from", &path(&broken)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("broken.docx"), "{}", stderr(&output));
    assert!(!parent.path().join("deep").exists());
    let output = run(&["new", &path(parent.path()), "--from", &fixture("note.md")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(parent.path()).expect("the folder").count(), 1);
}

#[test]
fn a_state_by_its_code_opens_and_is_written_out() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    assert!(run(&["new", &path(&folder), "--like", "data"]).status.success());
    let roster = folder.join("roster.json");
    let mut value: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&roster).expect("a roster")).expect("JSON");
    value["states"][0] = serde_json::json!({ "id": "afghanistan", "alpha2": "AF" });
    std::fs::write(&roster, value.to_string()).expect("written");
    let checked = run(&["check", &path(&folder)]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    let briefing = Briefing::open(&folder).expect("it opens");
    assert_eq!(briefing.rosters[0].states[0].capital, "Kabul");

    let filled = run(&["fill", &path(&folder)]);
    assert!(filled.status.success(), "{}", stderr(&filled));
    let told = String::from_utf8_lossy(&filled.stdout).into_owned();
    assert!(told.contains("roster.json"), "{told}");
    let value: serde_json::Value = serde_json::from_slice(&std::fs::read(&roster).expect("a roster")).expect("JSON");
    assert_eq!(value["states"][0]["names"]["ru"], "Афганистан");
    assert_eq!(value["states"][0]["numeric"], "004");
    let again = run(&["fill", &path(&folder)]);
    assert_eq!(String::from_utf8_lossy(&again.stdout), "Nothing to fill in\n");
}

#[test]
fn the_example_goes_once_something_of_one_s_own_stands_in_it() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    assert!(run(&["new", &path(&folder)]).status.success());
    let untouched = run(&["fill", &path(&folder), "--without-example"]);
    assert_eq!(String::from_utf8_lossy(&untouched.stdout), "Nothing of the example is to be taken out\n");
    let claims = folder.join("claims.json");
    let mut value: serde_json::Value = serde_json::from_slice(&std::fs::read(&claims).expect("claims")).expect("JSON");
    let mut own = value["claims"][0].clone();
    own["id"] = "my-own".into();
    own["citations"] = serde_json::json!([{ "source": "league-charter" }]);
    own["evidence"] = serde_json::json!([]);
    own["mentions"] = serde_json::json!([]);
    value["claims"].as_array_mut().expect("a list").push(own);
    std::fs::write(&claims, value.to_string()).expect("written");
    let out = run(&["fill", &path(&folder), "--without-example"]);
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(told.contains("communique.txt") && told.contains("briefing.json: name"), "{told}");
    let mut left: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["README.md", "briefing.json", "claims.json", "schema", "sources.json"]);
    let briefing = Briefing::open(&folder).expect("what is left opens");
    assert_eq!((briefing.claims.claims.len(), briefing.sources.sources.len()), (1, 1));
}

#[test]
fn a_briefing_begins_empty_and_never_over_another() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    assert!(run(&["new", &path(&folder), "--empty"]).status.success());
    let checked = run(&["check", &path(&folder)]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    assert_eq!(run(&["new", &path(&folder), "--empty"]).status.code(), Some(2));
    assert_eq!(run(&["new", &path(&folder), "--empty", "--like", "data"]).status.code(), Some(2));
    let missing = run(&["new", &path(&parent.path().join("other")), "--like", "no/such/folder"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(!parent.path().join("other").exists(), "nothing is left of what was not begun");
}

#[test]
fn the_guide_names_every_field_and_the_commands_that_there_are() {
    let output = run(&["guide"]);
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    for said in ["check FOLDER --format json", "--acknowledge ID", "`paraphrase`*", "### `trade.json`"] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_pdf_becomes_a_briefing_and_a_scan_says_what_to_do() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    let output = run(&["new", &path(&folder), "--from", &fixture("fpdf.pdf")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("2 running heads and feet"));
    let briefing = Briefing::open(&folder).expect("it opens");
    let document = briefing.document.as_ref().expect("it has a document");
    let attached = Attachment::read(document, &folder.join("document.txt")).expect("its text attaches");
    assert_eq!(
        attached.original("3.2".parse().expect("a place")),
        Some("Билет будет стоить не более 45 евро, а обе стороны выделят вместе 5,5 млн евро в год.")
    );
    for (name, said) in [("scan.pdf", "only pictures of its pages"), ("locked.pdf", "is encrypted")] {
        let folder = parent.path().join("other").join("own");
        let output = run(&["new", &path(&folder), "--from", &fixture(name)]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert!(!parent.path().join("other").exists(), "nothing is left of what was not made");
    }
}

const FIRST: &str = "Night ferry agreed\n\nThe ministers met in Piraeus yesterday. They agreed on a ferry.\n\n\
    Tickets cost 45 euros at most. Nobody signed.\n\nThe boat leaves in June.\n";
const SECOND: &str = "Night ferry agreed\n\nA word before it.\n\nThe ministers met in Piraeus yesterday. They agreed on a ferry.\n\n\
    Tickets cost 50 euros at most. The boat leaves in June.\n";

/// A briefing made of a text, with a claim for each of its sentences but the heading.
fn claimed(parent: &Path) -> std::path::PathBuf {
    let (folder, text) = (parent.join("own"), parent.join("first.txt"));
    std::fs::write(&text, FIRST).expect("a file");
    assert!(run(&["new", &path(&folder), "--from", &path(&text)]).status.success());
    let places = ["2.1", "2.2", "3.1", "3.2", "4.1"];
    let claim = |at: &&str| {
        serde_json::json!({
            "id": format!("claim-{}", at.replace('.', "-")), "statement": format!("What {at} says"), "kind": "fact",
            "verdict": "unverified", "note": "not read", "reason": "Nothing was read.", "evidence": [],
            "citations": [{ "source": "document", "at": at }],
        })
    };
    let claims = serde_json::json!({ "claims": places.iter().map(claim).collect::<Vec<_>>() });
    std::fs::write(folder.join("claims.json"), format!("{claims:#}\n")).expect("written");
    let document = std::fs::read_to_string(folder.join("document.json")).expect("a document");
    let own = document.replace("\"They agreed on a ferry\"", "\"The agreement\"");
    assert_ne!(document, own, "its label is written anew");
    std::fs::write(folder.join("document.json"), own).expect("written");
    folder
}

#[test]
fn a_newer_edition_keeps_what_was_written_and_leads_what_cites_to_where_it_went() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = claimed(parent.path());
    let newer = parent.path().join("second.txt");
    std::fs::write(&newer, SECOND).expect("a file");
    let dry = run(&["import", "document", &path(&folder), &path(&newer), "--dry-run", "--format", "json"]);
    assert!(dry.status.success(), "{}", stderr(&dry));
    let told: serde_json::Value = serde_json::from_slice(&dry.stdout).expect("JSON");
    let counts = serde_json::json!({ "kept": 1, "moved": 3, "changed": 1, "went": 1, "new": 1 });
    assert_eq!((&told["counts"], &told["written"]), (&counts, &serde_json::json!(false)), "{told:#}");
    assert_eq!(told["cited"][0]["what"], "claim-3-2");
    assert_eq!(std::fs::read_to_string(folder.join("document.txt")).expect("a text").lines().count(), 4);

    let done = run(&["import", "document", &path(&folder), &path(&newer)]);
    assert!(done.status.success(), "{}", stderr(&done));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    for part in [
        "~ 3.1 → 4.1: Tickets",
        "- 3.2: Nobody signed",
        "> 2.2 → 3.2: The agreement",
        "+ 2.1: A word",
        "“claim-3-2” cited 3.2",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let briefing = Briefing::open(&folder).expect("it opens");
    let document = briefing.document.as_ref().expect("a document");
    let attached = Attachment::read(document, &folder.join("document.txt")).expect("the newer text attaches");
    assert!(attached.is_whole());
    assert_eq!(briefing.sentence_at("3.2".parse().expect("a place")).expect("a sentence").label, "The agreement");
    let changed = briefing.sentence_at("4.1".parse().expect("a place")).expect("a sentence");
    assert_eq!(changed.paraphrase, "Tickets cost 50 euros at most.", "what was its own words is its own words");
    let at = |id: &str| {
        let claim = briefing.claims.claims.iter().find(|claim| claim.id.as_str() == id).expect("a claim");
        claim.citations[0].at.map(|at| at.to_string())
    };
    assert_eq!(
        ["claim-2-1", "claim-2-2", "claim-3-1", "claim-4-1"].map(at),
        ["3.1", "3.2", "4.1", "4.2"].map(|at| Some(at.to_owned()))
    );
    assert_eq!(at("claim-3-2"), None, "it cites the document as a whole");

    let again = run(&["import", "document", &path(&folder), &path(&newer)]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("Nothing is different."), "{}", stderr(&again));
    let none = run(&["import", "document", &path(&folder), &path(&parent.path().join("no-such-file.txt"))]);
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn a_newer_edition_is_followed_by_hashes_alone_where_no_text_was_kept() {
    let parent = TempDir::new().expect("a temporary folder");
    let (folder, older, newer) =
        (parent.path().join("own"), parent.path().join("first.txt"), parent.path().join("second.txt"));
    std::fs::write(&older, FIRST).expect("a file");
    std::fs::write(&newer, SECOND).expect("a file");
    assert!(run(&["new", &path(&folder), "--from", &path(&older), "--text", "nowhere"]).status.success());
    let dry = run(&["import", "document", &path(&folder), &path(&newer), "--dry-run"]);
    let said = String::from_utf8_lossy(&dry.stdout).into_owned();
    assert!(said.contains("0 changed, 2 gone, 2 new") && said.contains("--was FILE"), "{said}");
    let done = run(&["import", "document", &path(&folder), &path(&newer), "--was", &path(&older)]);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(said.contains("1 changed, 1 gone, 1 new"), "{said}");
    for entry in std::fs::read_dir(&folder).expect("the folder") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a text");
        assert!(!text.contains("Piraeus"), "nothing of its text is kept: {text}");
    }
    Briefing::open(&folder).expect("it opens");
}

#[test]
fn what_the_document_says_is_suggested_and_taken_by_its_id() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = claimed(parent.path());
    let undated = run(&["suggest", &path(&folder)]);
    assert!(!String::from_utf8_lossy(&undated.stdout).contains("relative-date"), "nothing tells its day");
    crate::beginning::dated(&folder);
    let listed = run(&["suggest", &path(&folder), "--format", "json"]);
    assert!(listed.status.success(), "{}", stderr(&listed));
    let told: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let of_kind = |kind: &str| {
        let all = told["suggestions"].as_array().expect("a list");
        all.iter().find(|one| one["kind"] == kind).unwrap_or_else(|| panic!("{kind}: {told:#}"))
    };
    let relative = of_kind("relative-date");
    assert_eq!((&relative["at"], &relative["words"]), (&"2.1".into(), &"yesterday".into()));
    assert_eq!(relative["range"], serde_json::json!([48, 57]));
    assert_eq!(relative["writes"][0]["file"], "document.json");
    let id = relative["id"].as_str().expect("an id");
    let before = std::fs::read(folder.join("document.json")).expect("a document");
    let wrong = run(&["suggest", &path(&folder), "--take", "relative-date:9.9:1"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains(id), "{}", stderr(&wrong));
    assert_eq!(before, std::fs::read(folder.join("document.json")).expect("a document"), "nothing was taken");
    let taken = run(&["suggest", &path(&folder), "--take", id]);
    assert!(taken.status.success(), "{}", stderr(&taken));
    let briefing = Briefing::open(&folder).expect("it opens");
    let sentence = briefing.sentence_at("2.1".parse().expect("a place")).expect("a sentence");
    assert_eq!(sentence.as_printed.relative_dates[0].words, "yesterday");
    let left = run(&["suggest", &path(&folder)]);
    assert!(!String::from_utf8_lossy(&left.stdout).contains(id));
}
