//! The command `import document`: a newer edition of the document that a briefing was made from.

use std::fmt::Write as _;
use std::path::PathBuf;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Locator, Message, Value};
use briefing_desk::import::document::{Cited, Edition, Fate, FateKind, TEXT_FILE, newer};
use briefing_desk::import::{Desk, ImportError};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::ArgMatches;
use serde_json::json;

use super::super::is_for_programs;
use super::super::terminal::print;
use super::{choices, refused, write_with};

/// As many of one kind as anyone reads in a terminal; a program is told all.
const TOLD: usize = 40;

/// Says what the newer edition makes of the briefing, and writes all of it or nothing.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let said = |err: ImportError| refused(&err, words);
    let path = |name: &str| given.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (folder, file) = (path("folder"), path("tables"));
    let choices = choices(given).map_err(|message| words.say(&message))?;
    let mut desk = Desk::open(&folder).map_err(said)?;
    let edition = newer(&desk, &file, &choices, &|message| words.say(message), &Progress::default()).map_err(said)?;
    edition.take(&mut desk).map_err(said)?;
    let dry = given.get_flag("dry-run");
    let text =
        edition.text.as_ref().filter(|_| !edition.is_idle()).map(|text| (folder.join(TEXT_FILE), text.as_bytes()));
    if !dry {
        write_with(&folder, &desk, text.as_slice(), words)?;
    }
    let mut files = desk.changed_files();
    files.extend(text.map(|_| TEXT_FILE.to_owned()));
    let text = if is_for_programs(given) {
        format!("{:#}\n", for_program(&edition, &files, dry))
    } else {
        for_people(&edition, files, dry, words)
    };
    print(text.as_bytes(), words)
}

fn for_people(edition: &Edition, files: Vec<String>, dry: bool, words: &Words) -> String {
    let mut text = String::new();
    let mut line = |sign: &str, message: &Message| {
        let _ = writeln!(text, "{sign}{}", in_one_line(&words.say(message)));
    };
    line("", &edition.counts());
    let told =
        [(FateKind::Changed, "  ~ "), (FateKind::Went, "  - "), (FateKind::Moved, "  > "), (FateKind::New, "  + ")];
    for (kind, sign) in told {
        let of_kind = || edition.fates.iter().filter(|fate| fate.kind() == kind);
        of_kind().take(TOLD).for_each(|fate| line(sign, &fate.message()));
        let more = of_kind().count().saturating_sub(TOLD);
        if more > 0 {
            line(sign, &message!(import::and_more, count = more));
        }
    }
    edition.cited_told().for_each(|cited| line("  ! ", &cited));
    edition.doubts().for_each(|doubt| line("", &doubt));
    let files = Value::list(files);
    line(
        "",
        &match (edition.is_idle(), dry) {
            (true, _) => message!(import::nothing_to_do),
            (_, true) => message!(import::would_write, files = files),
            (_, false) => message!(import::written, files = files),
        },
    );
    text.replace('\u{a0}', " ")
}

fn for_program(edition: &Edition, files: &[String], dry: bool) -> serde_json::Value {
    let at = |at: Option<Locator>| at.map(|at| at.to_string());
    let fate = |fate: &Fate| json!({ "fate": fate.kind().key(), "from": at(fate.from), "to": at(fate.to), "label": fate.label });
    let cited = |cited: &Cited| {
        json!({
            "file": &*cited.file,
            "path": cited.at.to_string(),
            "what": cited.what,
            "sentence": cited.sentence.to_string(),
            "outcome": cited.outcome.key(),
        })
    };
    let counts: serde_json::Map<_, _> =
        FateKind::ALL.map(|kind| (kind.key().to_owned(), edition.count(kind).into())).into_iter().collect();
    json!({
        "sentences": edition.fates.iter().map(fate).collect::<Vec<_>>(),
        "counts": counts,
        "cited": edition.cited.iter().map(cited).collect::<Vec<_>>(),
        "text_known": edition.known,
        "files": files,
        "written": !dry && !edition.is_idle(),
    })
}
