//! The command `fill`: what the program knows of itself is written into the files of a briefing.

use std::path::PathBuf;

use briefing_desk::briefing::Value;
use briefing_desk::import::Desk;
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::{ArgMatches, Command};

use super::folder_argument;
use super::import::{refused, write};
use super::terminal::print;

/// The command with its options.
pub fn command(words: &Words) -> Command {
    Command::new("fill")
        .about(words.say(&message!(command_line::fill)))
        .arg(folder_argument(words.say(&message!(command_line::fill_folder))))
}

/// Writes what is filled in, all of it or nothing, and says in which files.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let mut desk = Desk::open(&folder).map_err(|err| refused(&err, words))?;
    let places = desk.fill().map_err(|err| refused(&err, words))?;
    write(&folder, &desk, words)?;
    let files = desk.changed_files();
    let said = if places == 0 {
        words.say(&message!(command_line::filled_nothing))
    } else {
        words.say(&message!(command_line::filled, places = places, files = Value::list(files)))
    };
    print(format!("{said}\n").as_bytes(), words)
}
