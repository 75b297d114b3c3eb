//! The command `fill`: what the program knows of itself is written into the files of a briefing, and what is still the
//! example's taken out of them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use briefing_desk::briefing::{Message, Value};
use briefing_desk::import::{Desk, Without};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::folder_argument;
use super::import::{refused, write};
use super::terminal::print;

/// The command with its options.
pub fn command(words: &Words) -> Command {
    let without = words.say(&message!(command_line::fill_without));
    Command::new("fill")
        .about(words.say(&message!(command_line::fill)))
        .arg(folder_argument(words.say(&message!(command_line::fill_folder))))
        .arg(Arg::new("without-example").long("without-example").action(ArgAction::SetTrue).help(without))
}

/// Takes out and fills in, all of it or nothing, and says in which files.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let mut desk = Desk::open(&folder).map_err(|err| refused(&err, words))?;
    let mut said = Vec::new();
    if given.get_flag("without-example") {
        said.extend(told(&desk.take_example_out().map_err(|err| refused(&err, words))?));
    }
    let places = desk.fill().map_err(|err| refused(&err, words))?;
    write(&folder, &desk, words)?;
    if !places.is_empty() {
        let files: BTreeSet<String> = places.iter().map(ToString::to_string).collect();
        said.push(message!(command_line::filled, places = places.len(), files = Value::list(files)));
    } else if said.is_empty() {
        said.push(message!(command_line::filled_nothing));
    }
    print(format!("{}\n", words.say_all(&said, "\n")).as_bytes(), words)
}

/// What was taken out, and what is left for its author.
fn told(without: &Without) -> Vec<Message> {
    let mut said = Vec::new();
    if !without.files.is_empty() {
        said.push(message!(command_line::without_files, files = Value::list(without.files.iter().cloned())));
    }
    if without.entries > 0 {
        said.push(message!(command_line::without_entries, entries = without.entries));
    }
    if said.is_empty() {
        said.push(message!(command_line::without_nothing));
    }
    if !without.left.is_empty() {
        said.push(message!(command_line::without_left, fields = Value::list(without.left.iter().cloned())));
    }
    said
}
