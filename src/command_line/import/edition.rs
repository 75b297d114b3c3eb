//! The command `import document`: a newer edition of the document that a briefing was made from.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use briefing_desk::analysis::attachment::Attachment;
use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Date, Document, Message, Value};
use briefing_desk::import::document::{
    self, Cited, CitedOutcome, Draft, Edition, Fate, FateKind, Making, Older, Reading, TEXT_FILE,
};
use briefing_desk::import::{Desk, ImportError};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::super::terminal::print;
use super::super::{folder_argument, format_argument, is_for_programs};
use super::{dry_run_argument, refused, write_with};

/// What is typed.
pub const DOCUMENT: &str = "document";

/// As many of one kind as anyone reads in a terminal; a program is told all.
const TOLD: usize = 40;

/// The command with its options.
pub fn command(words: &Words) -> Command {
    let say = |message: Message| words.say(&message);
    let file = |name: &'static str, does: Message| {
        Arg::new(name).value_name("FILE").value_parser(value_parser!(PathBuf)).help(say(does))
    };
    Command::new(DOCUMENT)
        .about(say(message!(command_line::import_document)))
        .arg(folder_argument(say(message!(command_line::import_folder))))
        .arg(file("file", message!(command_line::import_document_file)).required(true))
        .arg(file("was", message!(command_line::import_was)).long("was"))
        .arg(
            Arg::new("encoding").long("encoding").value_name("NAME").help(say(message!(import_options::encoding_does))),
        )
        .arg(dry_run_argument(words))
        .arg(format_argument(words))
}

/// Says what the newer edition makes of the briefing, and writes all of it or nothing.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let said = |err: ImportError| refused(&err, words);
    let path = |name: &str| given.get_one::<PathBuf>(name).cloned();
    let folder = path("folder").unwrap_or_default();
    let mut desk = Desk::open(&folder).map_err(said)?;
    let reading = Reading { encoding: given.get_one::<String>("encoding").cloned(), ..Reading::default() };
    let read = |path: &Path, reading: &Reading| document::read(path, reading, &Progress::default()).map(Draft::of);
    let draft = read(&path("file").unwrap_or_default(), &reading).map_err(said)?;
    let own = desk.briefing().document.as_ref();
    let beside = own.and_then(|document| Attachment::read(document, &folder.join(TEXT_FILE)).ok());
    let was = match (own, path("was")) {
        (Some(document), Some(was)) => {
            let text = read(&was, &Reading::default()).map_err(said)?.text();
            Some(attached(document, text, words)?)
        }
        _ => None,
    };
    let is_whole = beside.as_ref().is_some_and(Attachment::is_whole);
    let older = Older { copy: was.as_ref().or(beside.as_ref()), beside: is_whole };
    let making = Making { today: Date::today(), beside: is_whole };
    let edition = Edition::of(&desk, draft, older, &making, &|message| words.say(message)).map_err(said)?;
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

fn attached(document: &Document, text: String, words: &Words) -> Result<Attachment, String> {
    Attachment::of(document, text.into_bytes()).map_err(|err| words.say(&err.message(&document.called)))
}

fn for_people(edition: &Edition, files: Vec<String>, dry: bool, words: &Words) -> String {
    let mut text = String::new();
    let mut line = |sign: &str, message: &Message| {
        let _ = writeln!(text, "{sign}{}", in_one_line(&words.say(message)));
    };
    let [kept, moved, changed, went, new] = FateKind::ALL.map(|kind| edition.count(kind));
    line("", &message!(document::edition, kept = kept, moved = moved, changed = changed, went = went, new = new));
    let told =
        [(FateKind::Changed, "  ~ "), (FateKind::Went, "  - "), (FateKind::Moved, "  > "), (FateKind::New, "  + ")];
    for (kind, sign) in told {
        let of_kind = || edition.fates.iter().filter(|fate| fate.kind() == kind);
        of_kind().take(TOLD).for_each(|fate| line(sign, &fate_message(fate)));
        let more = of_kind().count().saturating_sub(TOLD);
        if more > 0 {
            line(sign, &message!(import::and_more, count = more));
        }
    }
    for cited in edition.cited.iter().take(TOLD) {
        line("  ! ", &cited_message(cited));
    }
    if let Some(more) = edition.cited.len().checked_sub(TOLD + 1) {
        line("  ! ", &message!(import::and_more, count = more + 1));
    }
    if !edition.known && went > 0 {
        line("", &message!(document::edition_unknown));
    }
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

fn fate_message(fate: &Fate) -> Message {
    let label = fate.label.clone();
    match (fate.from, fate.to) {
        (Some(from), Some(to)) if from != to => {
            message!(document::fate_from_to, from = from.to_string(), to = to.to_string(), label = label)
        }
        (from, to) => {
            let at = from.or(to).map(|at| at.to_string()).unwrap_or_default();
            message!(document::fate_at, at = at, label = label)
        }
    }
}

fn cited_message(cited: &Cited) -> Message {
    let (file, what, at) = (cited.file.to_string(), cited.what.clone(), cited.sentence.to_string());
    match cited.outcome {
        CitedOutcome::Whole => message!(document::cited_whole, file = file, what = what, at = at),
        CitedOutcome::TakenOut => message!(document::cited_taken_out, file = file, what = what, at = at),
        CitedOutcome::Stays => message!(document::cited_stays, file = file, what = what, at = at),
    }
}

fn for_program(edition: &Edition, files: &[String], dry: bool) -> serde_json::Value {
    let at = |at: Option<briefing_desk::briefing::Locator>| at.map(|at| at.to_string());
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
