//! What is wrong with a reader's folder is said all at once: which file, line, column, path, and what to do.

use std::fs;
use std::path::Path;

use briefing_desk::briefing::Briefing;
use tempfile::TempDir;

use crate::folder::{Folder, assert_says};

#[test]
fn an_unharmed_folder_opens_and_is_the_bundled_briefing() {
    let opened = Briefing::open(Folder::new().0.path()).expect("the copy opens");
    assert_eq!(opened, Briefing::bundled().expect("the bundled briefing"));
}

#[test]
fn a_byte_order_mark_is_no_problem() {
    let bundled = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/trade.json")).expect("a bundled file");
    let folder = Folder::new().write("trade.json", &[b"\xef\xbb\xbf".as_slice(), &bundled].concat());
    assert_eq!(folder.problems(), Vec::<String>::new());
}

#[test]
fn a_missing_folder_is_said() {
    let error = Briefing::open(Path::new("/no/such/folder")).expect_err("there is none").to_string();
    assert_says(&error, &["/no/such/folder", "briefing.json"]);
}

#[test]
fn a_file_in_place_of_the_folder_is_said() {
    let folder = Folder::new();
    let error = Briefing::open(&folder.0.path().join("trade.json")).expect_err("a file").to_string();
    assert_says(&error, &["not a folder"]);
}

#[test]
fn an_empty_folder_misses_the_two_files_that_every_briefing_has() {
    let folder = Folder(TempDir::new().expect("a temporary folder"));
    let problems = folder.problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.contains("cannot be read")), "{problems:?}");
    for file in ["briefing.json", "sources.json"] {
        assert!(problems.iter().any(|problem| problem.contains(file)), "{file}: {problems:?}");
    }
}

#[test]
fn a_folder_in_place_of_a_file_is_said() {
    let folder = Folder::new();
    fs::remove_file(folder.0.path().join("trade.json")).expect("it is there");
    fs::create_dir(folder.0.path().join("trade.json")).expect("a folder");
    assert_says(&folder.problem(), &["trade.json", "is not a file"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_file_does_not_block() {
    let folder = Folder::new();
    let path = folder.0.path().join("trade.json");
    fs::remove_file(&path).expect("it is there");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
    assert!(made.success());
    assert_says(&folder.problem(), &["trade.json", "is not a file"]);
}

#[test]
fn broken_json_is_said_with_line_and_column() {
    let folder = Folder::new().write("trade.json", b"{\n  \"headline\": \"x\",,\n}");
    assert_says(&folder.problem(), &["trade.json:2:", "not valid JSON"]);
}

#[test]
fn what_is_not_utf8_is_said_with_its_line() {
    let folder = Folder::new().write("trade.json", b"{\n \"headline\": \"\xff\"}");
    assert_says(&folder.problem(), &["trade.json:2:15", "not UTF-8", "Save it as UTF-8"]);
}

#[test]
fn an_unknown_field_is_refused() {
    let folder = Folder::new().harm("briefing.json", "\"format\"", "\"colour\": 1, \"format\"");
    assert_says(&folder.problem(), &["briefing.json:2:", "$.colour", "`colour` is not a field", "Remove it"]);
}

#[test]
fn a_missing_field_is_named() {
    let folder = Folder::new().harm("trade.json", "\"prices\": \"current prices\"", "\"scale\": \"bn\"").harm(
        "trade.json",
        "\"scale\": \"bn\", \"scale\"",
        "\"scale\"",
    );
    assert_says(&folder.problem(), &["trade.json", "$.series[0].unit", "`prices` is missing"]);
}

#[test]
fn a_number_in_place_of_a_printed_value_is_refused() {
    let folder = Folder::new().harm("trade.json", "\"value\": \"69.52\"", "\"value\": 69.52");
    assert_says(
        &folder.problem(),
        &["$.series[0].observations[0].value", "string", "in quotes so that no digit is lost"],
    );
}

#[test]
fn a_value_that_is_no_number_is_refused() {
    let folder = Folder::new().harm("trade.json", "\"value\": \"69.52\"", "\"value\": \"69,52\"");
    assert_says(&folder.problem(), &["$.series[0].observations[0].value", "69,52"]);
}

#[test]
fn an_impossible_date_is_refused() {
    let folder = Folder::new().harm("meeting.json", "\"2025-07-13\"", "\"2025-02-30\"");
    assert_says(&folder.problem(), &["meeting.json", "2025-02-30", "there is no date"]);
}

#[test]
fn an_unknown_word_is_refused_with_the_known_ones() {
    let folder = Folder::new().harm("claims.json", "\"verdict\": \"supported\"", "\"verdict\": \"fine\"");
    assert_says(&folder.problem(), &["claims.json", "\"fine\"", "\"disputed\"", "\"unverified\""]);
}

#[test]
fn a_source_that_is_not_there_is_named_with_the_nearest() {
    let folder = Folder::new().harm("trade.json", "\"tass-1178145\"", "\"tass-1178146\"");
    assert_says(
        &folder.problem(),
        &["trade.json", ".citations[0].source", "no source `tass-1178146`", "Did you mean `tass-"],
    );
}

#[test]
fn a_place_outside_the_document_is_named() {
    let folder = Folder::new().harm("trade.json", "\"at\": \"7.1\"", "\"at\": \"7.9\"");
    assert_says(&folder.problem(), &["trade.json", "no sentence 7.9"]);
}

#[test]
fn a_key_given_twice_is_named() {
    let folder = Folder::new().harm("roster.json", "\"id\": \"armenia\"", "\"id\": \"afghanistan\"");
    let problems = folder.problems();
    assert!(problems.iter().any(|problem| problem.contains("`afghanistan` is given twice")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.contains("no state `armenia`")), "{problems:#?}");
}

#[test]
fn a_statement_without_a_source_is_refused() {
    let from = "\"citations\": [{ \"source\": \"tass-1178145\" }, { \"source\": \"rt-448783\" }]";
    let folder = Folder::new().harm("trade.json", from, "\"citations\": []");
    assert_says(&folder.problem(), &["trade.json", "without a source"]);
}

#[test]
fn a_position_off_the_globe_is_refused() {
    let folder = Folder::new().harm("roster.json", "\"latitude\": 34.5", "\"latitude\": 134.5");
    assert_says(&folder.problem(), &["roster.json", "not on the globe"]);
}

#[test]
fn an_end_before_its_beginning_is_refused() {
    let folder = Folder::new().harm("roster.json", "\"until\": \"2025-09-01\"", "\"until\": \"1925-09-01\"");
    assert_says(&folder.problem(), &["roster.json", ".until", "ends on 1925-09-01, before it begins"]);
}

#[test]
fn a_format_of_the_future_is_refused() {
    let folder = Folder::new().harm("briefing.json", "\"format\": 1", "\"format\": 2");
    assert_says(&folder.problem(), &["briefing.json", "$.format", "2"]);
}

#[test]
fn all_problems_of_all_files_come_together_in_order() {
    let folder = Folder::new()
        .harm("briefing.json", "\"format\": 1", "\"format\": \"one\"")
        .harm("claims.json", "\"verdict\": \"supported\"", "\"verdict\": \"fine\"")
        .harm("claims.json", "\"kind\": \"fact\"", "\"kind\": \"truth\"")
        .harm("trade.json", "\"tass-1178145\"", "\"nobody\"")
        .write("document.json", b"[");
    let problems = folder.problems();
    assert!(problems.is_sorted_by_key(|problem| problem.split(':').next().map(str::to_owned)), "{problems:#?}");
    for part in ["briefing.json", "\"fine\"", "\"truth\"", "`nobody`", "document.json"] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part} is missing in {problems:#?}");
    }
    assert_eq!(problems.len(), 5, "what hangs on the broken document is not reported as well: {problems:#?}");
}

mod any_text {
    use proptest::prelude::*;

    use briefing_desk::briefing::FILES;

    use super::Folder;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Whatever stands in a file, opening it says what is wrong and does not panic.
        #[test]
        fn is_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), file in 0..FILES.len()) {
            let folder = Folder::new().write(FILES[file], &bytes);
            prop_assert!(!folder.problems().is_empty());
        }

        /// A file cut anywhere is one problem in that file.
        #[test]
        fn cut_short_is_said(part in 0.0..0.99_f64, file in 0..FILES.len()) {
            let folder = Folder::new();
            let path = folder.0.path().join(FILES[file]);
            let bytes = std::fs::read(&path).expect("a copy");
            let folder = folder.write(FILES[file], &bytes[..(bytes.len() as f64 * part) as usize]);
            let problems = folder.problems();
            prop_assert!(problems.iter().any(|problem| problem.starts_with(FILES[file])), "{problems:#?}");
        }
    }
}

#[test]
fn what_a_flow_is_a_part_of_is_a_total_and_never_itself() {
    let of = |flow: &str, of: &str| {
        let role = format!("\"id\": \"{flow}\"");
        Folder::new().harm("trade.json", &role, &format!("{role}, \"of\": \"{of}\"")).problem()
    };
    assert_says(&of("china-to-russia", "turnover"), &["trade.json", "flows[2].of", "there is no flow `turnover`"]);
    assert_says(&of("china-to-russia", "russia-to-china"), &["flows[2].of", "is no total", "whose role is `total`"]);
    assert_says(&of("total", "total"), &["flows[0].of", "a part of itself"]);
}

#[test]
fn an_origin_leads_to_one_text_and_to_an_end() {
    let problems = |origins: &[(&str, &str)]| {
        let carry = |folder: Folder, (key, origin): &(&str, &str)| {
            let id = format!("\"id\": \"{key}\"");
            folder.harm("sources.json", &id, &format!("{id}, \"origin\": {origin}"))
        };
        origins.iter().fold(Folder::new(), carry).problems()
    };
    let unknown = problems(&[("rt-448783", r#"{"source": "tass-1178146"}"#)]);
    assert!(unknown.len() == 1 && unknown[0].contains("tass-1178145"), "{unknown:#?}");
    for origin in ["{}", r#"{"agency": " "}"#, r#"{"agency": "RT", "source": "article"}"#] {
        let one = problems(&[("rt-448783", origin)]);
        assert!(one.len() == 1 && one[0].contains("an agency whose text it is"), "{origin}: {one:#?}");
    }
    let itself = problems(&[("rt-448783", r#"{"source": "rt-448783"}"#)]);
    assert!(itself.len() == 1 && itself[0].contains("carries its own text"), "{itself:#?}");
    let circle = problems(&[
        ("rt-448783", r#"{"source": "tass-1178145"}"#),
        ("tass-1178145", r#"{"source": "tass-1840903"}"#),
        ("tass-1840903", r#"{"source": "rt-448783"}"#),
        ("tass-1989049", r#"{"source": "rt-448783"}"#),
    ]);
    assert_eq!(circle.len(), 3, "what only leads into the circle is left alone: {circle:#?}");
}
