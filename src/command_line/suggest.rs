//! The command `suggest`: what the document says that the briefing does not have yet, and taking some of it.

use std::fmt::Write as _;
use std::path::PathBuf;

use briefing_desk::analysis::suggestions::Suggestion;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Value, nearest};
use briefing_desk::import::{Suggesting, Writing};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::import::{refused, write};
use super::terminal::print;
use super::{folder_argument, format_argument, is_for_programs};

/// The command with its options.
pub fn command(words: &Words) -> Command {
    let say = |message| words.say(&message);
    Command::new("suggest")
        .about(say(message!(command_line::suggest)))
        .arg(folder_argument(say(message!(command_line::fill_folder))))
        .arg(
            Arg::new("take")
                .long("take")
                .value_name("ID")
                .num_args(1..)
                .action(ArgAction::Append)
                .help(say(message!(command_line::suggest_take))),
        )
        .arg(format_argument(words))
}

/// Says what can be suggested; writes those that are taken, all of them or none.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let mut suggesting = Suggesting::open(&folder).map_err(|err| refused(&err, words))?;
    let all = suggesting.all().to_vec();
    let taken: Vec<&String> = given.get_many::<String>("take").into_iter().flatten().collect();
    let told: Vec<&Suggestion> = if taken.is_empty() {
        all.iter().collect()
    } else {
        taken.iter().map(|id| named(&all, id, words)).collect::<Result<_, _>>()?
    };
    let say = |message: &_| words.say(message);
    let mut writings: Vec<Vec<Writing>> = Vec::new();
    for suggestion in told.iter().copied() {
        writings.push(if taken.is_empty() {
            suggesting.writings(suggestion, &say)
        } else {
            suggesting.take(suggestion, &say).map_err(|err| refused(&err, words))?
        });
    }
    write(&folder, suggesting.desk(), words)?;
    let files = suggesting.desk().changed_files();
    let text = if is_for_programs(given) {
        let told: Vec<Json> = told.iter().zip(&writings).map(|(one, writings)| for_program(one, writings)).collect();
        let untold = suggesting.untold();
        format!("{:#}\n", json!({ "suggestions": told, "taken": taken, "files": files, "untold": untold }))
    } else {
        for_people(&told, files, (!taken.is_empty(), suggesting.untold()), words)
    };
    print(text.as_bytes(), words)
}

fn named<'s>(all: &'s [Suggestion], id: &str, words: &Words) -> Result<&'s Suggestion, String> {
    all.iter().find(|one| one.id == id).ok_or_else(|| {
        let near = nearest(id, all.iter().map(|one| one.id.as_str())).map(str::to_owned);
        let id = in_one_line(id).into_owned();
        words.say(&match near {
            Some(near) => message!(command_line::no_suggestion_near, id = id, near = near),
            None => message!(command_line::no_suggestion, id = id),
        })
    })
}

fn for_people(told: &[&Suggestion], files: Vec<String>, (taken, untold): (bool, usize), words: &Words) -> String {
    let mut text = String::new();
    for one in told {
        let _ = writeln!(text, "{}  {}", one.id, in_one_line(&one.words));
    }
    let last = match (told.len(), taken) {
        (0, _) => message!(command_line::nothing_suggested),
        (_, true) if files.is_empty() => message!(import::nothing_to_do),
        (_, true) => message!(import::written, files = Value::list(files)),
        (count, false) => message!(command_line::suggested, count = count),
    };
    let _ = writeln!(text, "{}", in_one_line(&words.say(&last)));
    if untold > 0 && !taken {
        let _ = writeln!(text, "{}", in_one_line(&words.say(&message!(command_line::untold, count = untold))));
    }
    text.replace('\u{a0}', " ")
}

fn for_program(one: &Suggestion, writings: &[Writing]) -> Json {
    let writing = |writing: &Writing| {
        json!({
            "file": writing.file,
            "path": writing.path,
            "how": if writing.appends { "append" } else { "set" },
            "value": serde_json::from_str::<Json>(&writing.json).unwrap_or_default(),
        })
    };
    json!({
        "id": one.id,
        "kind": one.what.key(),
        "at": one.at.to_string(),
        "range": one.range,
        "words": one.words,
        "writes": writings.iter().map(writing).collect::<Vec<_>>(),
    })
}
