//! Errors in the files themselves: each is refused by the loader, with its place, before any check is run.

use std::fs;
use std::path::Path;

use briefing_desk::briefing::Briefing;

use super::dice::Dice;

/// A slip in a file: its name, the file, what is written and what is written instead.
const SLIPS: [(&str, &str, &str, &str); 10] = [
    ("a day that is not in the calendar", "briefing.json", "2025-07-14", "2025-02-30"),
    ("a thirteenth month", "meeting.json", "2025-07-15", "2025-13-15"),
    ("a figure without quotes", "trade.json", "\"244.8\"", "244.8"),
    ("a figure that is none", "trade.json", "\"129.32\"", "\"NaN\""),
    ("a field misspelt", "claims.json", "\"verdict\"", "\"verdicts\""),
    ("a word that is none of the known", "claims.json", "\"supported\"", "\"suported\""),
    ("a comma too many", "roster.json", "\"citations\": [{", "\"citations\": [,{"),
    ("a bracket lost", "sources.json", "\n  ]", ""),
    ("a status that is none", "roster.json", "\"status\": \"observer\"", "\"status\": \"observr\""),
    ("a place that is none", "document.json", "\"at\": \"4.2\"", "\"at\": \"4-2\""),
];

#[test]
fn a_slip_in_a_file_is_refused_with_its_place() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut dice = Dice::seeded("files");
    for _ in 0..3 {
        for (name, file, written, instead) in SLIPS {
            let folder = tempfile::tempdir().expect("a folder");
            for entry in fs::read_dir(&data).expect("the data") {
                let path = entry.expect("an entry").path();
                fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("copied");
            }
            let path = folder.path().join(file);
            let text = fs::read_to_string(&path).expect("text");
            let places: Vec<usize> = text.match_indices(written).map(|(at, _)| at).collect();
            let at = *dice.pick(&places).unwrap_or_else(|| panic!("{name}: nothing to harm"));
            let harmed = format!("{}{instead}{}", &text[..at], &text[at + written.len()..]);
            fs::write(&path, harmed).expect("written");
            let refused = Briefing::open(folder.path()).expect_err(name);
            let problems = refused.problems();
            assert!(problems.iter().any(|problem| *problem.file == *file && problem.line > 0), "{name}: {refused}");
        }
    }
}
