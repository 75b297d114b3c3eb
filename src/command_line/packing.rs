//! The commands `pack` and `unpack`: a briefing as one file, and the folder of one again.

use std::path::{Path, PathBuf};

use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Value, path};
use briefing_desk::export::file;
use briefing_desk::export::packing::{self, PackedBriefing, PackingError};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Arg, ArgMatches, Command, value_parser};

use super::briefing_argument;
use super::terminal::{is_shown, named, print, print_paths, remark};

/// How many names of what was left are said.
const NAMED: usize = 5;

/// The command `pack`.
pub fn pack_command(words: &Words) -> Command {
    Command::new("pack")
        .about(words.say(&message!(command_line::pack)))
        .arg(briefing_argument(words.say(&message!(command_line::briefing))))
        .arg(output().required(true).help(words.say(&message!(command_line::pack_output))))
}

/// The command `unpack`.
pub fn unpack_command(words: &Words) -> Command {
    let file = PathBufValueParser::new().map(|given| path::argument(&given));
    Command::new("unpack")
        .about(words.say(&message!(command_line::unpack)))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(file)
                .help(words.say(&message!(command_line::unpack_file))),
        )
        .arg(output().help(words.say(&message!(command_line::unpack_output))))
}

fn output() -> Arg {
    Arg::new("output").short('o').long("output").value_name("OUTPUT").value_parser(value_parser!(PathBuf))
}

/// Packs a briefing, and says what of its folder is not in the file.
pub fn pack(given: &ArgMatches, words: &Words) -> Result<(), String> {
    // A hyphen is standard output, as everywhere.
    let output = given.get_one::<PathBuf>("output").map(PathBuf::as_path).filter(|path| *path != Path::new("-"));
    if is_shown(output) {
        return Err(words.say(&message!(command_line::terminal, format = "briefing")));
    }
    let folder = given.get_one::<PathBuf>("briefing").map(PathBuf::as_path);
    let PackedBriefing { bytes, left } = packing::pack(folder).map_err(|err| said(&err, words))?;
    match output {
        None => print(&bytes, words)?,
        Some(path) => {
            file::write(path, &bytes).map_err(|err| words.say(&err.message()))?;
            print_paths(&[path.to_owned()], words)?;
        }
    }
    if !left.is_empty() {
        let names = Value::list(left.iter().take(NAMED).map(|name| in_one_line(name).into_owned()));
        let said = match left.len().saturating_sub(NAMED) {
            0 => message!(command_line::pack_left, count = left.len(), names = names),
            more => message!(command_line::pack_left_more, names = names, number = more.to_string()),
        };
        remark(&named(&words.say(&said)));
    }
    Ok(())
}

/// Unpacks a briefing, and says which files there are now.
pub fn unpack(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let file = given.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let folder = given.get_one::<PathBuf>("output").cloned().or_else(|| named_like(&file));
    let folder = folder.ok_or_else(|| words.say(&message!(command_line::unpack_where)))?;
    let files = packing::unpack(&file, &folder).map_err(|err| said(&err, words))?;
    print_paths(&files, words)
}

/// The folder that a packed briefing is unpacked to where none is named: as the file is called, without its ending, in the
/// folder that the reader is in.
fn named_like(file: &Path) -> Option<PathBuf> {
    file.extension().and_then(|_| file.file_stem()).map(PathBuf::from)
}

fn said(err: &PackingError, words: &Words) -> String {
    words.say_all(&err.messages(), "\n")
}
