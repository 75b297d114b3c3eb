//! The command `new`: the starter, a briefing with nothing in it or like another, or one of a document.

use std::path::PathBuf;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Date, Message, Value, path};
use briefing_desk::export::beginning::{self, Beginning};
use briefing_desk::export::folder::{self, FolderError};
use briefing_desk::export::starter;
use briefing_desk::import::document::{self, BlockKind, Draft, Making, Reading};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::folder_argument;
use super::terminal::{print, print_paths};

/// The command with its options.
pub fn command(words: &Words) -> Command {
    let say = |message: Message| words.say(&message);
    Command::new("new")
        .about(say(message!(command_line::new)))
        .arg(folder_argument(say(message!(command_line::new_folder))))
        .arg(
            Arg::new("from")
                .long("from")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(say(message!(command_line::new_from))),
        )
        .arg(
            Arg::new("empty")
                .long("empty")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["from", "like"])
                .help(say(message!(command_line::new_empty))),
        )
        .arg(
            Arg::new("like")
                .long("like")
                .value_name("BRIEFING")
                .conflicts_with("from")
                .value_parser(PathBufValueParser::new().map(|given| path::folder_of(&path::argument(&given))))
                .help(say(message!(command_line::new_like))),
        )
        .arg(
            Arg::new("text")
                .long("text")
                .value_name("WHERE")
                .requires("from")
                .default_value("beside")
                .value_parser(PossibleValuesParser::new(["beside", "nowhere"]))
                .help(say(message!(command_line::new_text))),
        )
        .arg(
            Arg::new("encoding")
                .long("encoding")
                .value_name("NAME")
                .requires("from")
                .value_parser(value_parser!(String))
                .help(say(message!(import_options::encoding_does))),
        )
}

/// Writes the files of what was asked for, and says what was written.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let refused = |err: FolderError| words.say(&err.message());
    let today = Date::today();
    let name = words.say(&message!(command_line::untitled));
    let beginning = Beginning { name: &name, today };
    let begun = match given.get_one::<PathBuf>("like") {
        Some(other) => {
            let other = super::open(Some(other), words)?;
            Some(beginning::like(&beginning, &other))
        }
        None => given.get_flag("empty").then(|| beginning::empty(&beginning)),
    };
    if let Some(files) = begun {
        return print_paths(&folder::fill(&folder, &files).map_err(refused)?, words);
    }
    let Some(path) = given.get_one::<PathBuf>("from") else {
        let files = starter::write(&folder).map_err(refused)?;
        return print_paths(&files, words);
    };
    let reading = Reading { encoding: given.get_one::<String>("encoding").cloned(), ..Reading::default() };
    let content =
        document::read(path, &reading, &Progress::default()).map_err(|err| words.say_all(&err.messages(), "\n"))?;
    let draft = Draft::of(content);
    let beside = given.get_one::<String>("text").is_none_or(|at| at == "beside");
    let files = beginning::of_document(&folder, &draft, &Making { today, beside }, words).map_err(refused)?;
    print(told(&draft, words).as_bytes(), words)?;
    print_paths(&files, words)
}

/// What was read, what of it to look at, and what was left, a line each.
fn told(draft: &Draft, words: &Words) -> String {
    let sentences = draft.sentences();
    let doubtful: Vec<String> =
        sentences.iter().filter(|sentence| sentence.doubtful).map(|sentence| sentence.at.to_string()).collect();
    let notes = sentences.iter().filter(|sentence| sentence.kind == BlockKind::Note).count();
    let mut lines = vec![message!(document::made, sentences = sentences.len(), notes = notes)];
    if !doubtful.is_empty() {
        lines.push(message!(document::doubtful, places = Value::list(doubtful)));
    }
    lines.extend(draft.left.iter().map(|left| message!(document::left, what = left.message())));
    lines.extend(draft.comments.iter().map(|comment| {
        let author = comment.author.clone().unwrap_or_default();
        let at = (comment.block + 1).to_string();
        message!(document::comment, author = author, paragraph = at, text = comment.text.clone())
    }));
    let said = lines.iter().map(|line| format!("{}\n", in_one_line(&words.say(line))));
    said.collect::<String>().replace('\u{a0}', " ")
}
