//! The command `new`: the starter, a briefing with nothing in it or like another, or one of a document.

use std::path::PathBuf;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Date, Message, Value, path};
use briefing_desk::export::beginning::{self, Beginning};
use briefing_desk::export::folder::{self, FolderError};
use briefing_desk::export::origins::{BESIDE, CHOICES, ENCODING, ORIGINS, OriginOption, TEXT};
use briefing_desk::export::starter;
use briefing_desk::import::document::{self, BlockKind, Draft, Making, Reading};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::folder_argument;
use super::terminal::{print, print_paths};

/// The command with its options.
pub fn command(words: &Words) -> Command {
    let say = |message: &Message| words.say(message);
    let options: Vec<&OriginOption> = ORIGINS.iter().filter_map(|spec| spec.option.as_ref()).collect();
    let origins = options.iter().map(|option| {
        let others = options.iter().map(|other| other.key).filter(|key| *key != option.key);
        let argument = Arg::new(option.key).long(option.key).help(say(&option.does)).conflicts_with_all(others);
        match option.value {
            Some(value) => argument.value_name(value).value_parser(value_parser!(PathBuf)),
            None => argument.action(ArgAction::SetTrue),
        }
    });
    let choices = CHOICES.iter().map(|choice| {
        let argument =
            Arg::new(choice.key).long(choice.key).value_name(choice.value).requires("from").help(say(&choice.does));
        match choice.values.first() {
            Some((first, ..)) => {
                let values = PossibleValuesParser::new(choice.values.iter().map(|(key, ..)| *key));
                argument.default_value(*first).value_parser(values)
            }
            None => argument.value_parser(value_parser!(String)),
        }
    });
    Command::new("new")
        .about(say(&message!(command_line::new)))
        .arg(folder_argument(say(&message!(command_line::new_folder))))
        .args(origins)
        .args(choices)
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
            let other = super::open(Some(&path::folder_of(&path::argument(other))), words)?;
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
    let reading = Reading { encoding: given.get_one::<String>(ENCODING).cloned(), ..Reading::default() };
    let content =
        document::read(path, &reading, &Progress::default()).map_err(|err| words.say_all(&err.messages(), "\n"))?;
    let draft = Draft::of(content);
    let beside = given.get_one::<String>(TEXT).is_none_or(|at| at == BESIDE);
    let files = beginning::of_document(&folder, &draft, &Making { today, beside }, words).map_err(refused)?;
    print(told(&draft, today, words).as_bytes(), words)?;
    print_paths(&files, words)
}

/// What was read, what of it to look at, and what was left, a line each.
fn told(draft: &Draft, today: Date, words: &Words) -> String {
    let sentences = draft.sentences();
    let doubtful: Vec<String> =
        sentences.iter().filter(|sentence| sentence.doubtful).map(|sentence| sentence.at.to_string()).collect();
    let notes = sentences.iter().filter(|sentence| sentence.kind == BlockKind::Note).count();
    let mut lines = vec![message!(document::made, sentences = sentences.len(), notes = notes)];
    lines.extend(draft.day(today).remark());
    if let Some(encoding) = draft.guessed {
        lines.push(message!(document::guessed, encoding = encoding));
    }
    lines.extend(draft.remarks.iter().cloned());
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
