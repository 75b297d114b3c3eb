//! The command `import`: tables of others into a briefing, or what they would do to it.

use std::path::{Path, PathBuf};

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Date, Message};
use briefing_desk::export::changes;
use briefing_desk::import::document::DOCUMENT;
use briefing_desk::import::{Choices, Desk, ImportError, KINDS, Kind, OPTIONS, Refused};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::terminal::print;
use super::{folder_argument, format_argument, is_for_programs};

mod edition;
mod said;

/// The command with its kinds and options.
pub fn command(words: &Words) -> Command {
    let say = |message: Message| words.say(&message);
    let kinds = KINDS.iter().map(|kind| {
        Command::new(kind.key)
            .about(say(kind.does.clone()))
            .arg(folder_argument(say(message!(command_line::import_folder))))
            .arg(given_argument(kind, words))
            .arg(dry_run_argument(words))
            .arg(format_argument(words))
            .args(OPTIONS.iter().filter(|option| option.is_for(kind)).map(|option| {
                let argument =
                    Arg::new(option.key).long(option.key).value_name(option.value).help(say((option.does)()));
                let argument = if option.repeats { argument.action(ArgAction::Append) } else { argument };
                match (option.values)(kind) {
                    values if values.is_empty() => argument,
                    values => argument.value_parser(PossibleValuesParser::new(values.into_iter().map(|(key, _)| key))),
                }
            }))
    });
    Command::new("import").about(say(message!(command_line::import))).subcommand_required(true).subcommands(kinds)
}

/// What is imported.
fn given_argument(kind: &Kind, words: &Words) -> Arg {
    let (name, does) = &kind.given;
    let argument = Arg::new("tables").value_name(*name).required(true).help(words.say(does));
    let argument = if kind.several { argument.num_args(1..) } else { argument };
    argument.value_parser(value_parser!(PathBuf))
}

/// Whether what would be done is only said.
fn dry_run_argument(words: &Words) -> Arg {
    let does = words.say(&message!(command_line::import_dry_run));
    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(does)
}

/// Plans each table on what the ones before made of the briefing, says what is done, and writes all of it or nothing.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let Some((kind, given)) = given.subcommand() else { return Ok(()) };
    // Clap has refused what is no kind.
    let Some(kind) = Kind::find(kind) else { return Ok(()) };
    if kind.key == DOCUMENT {
        return edition::run(given, words);
    }
    let said = |err: &ImportError| refused(err, words);
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let choices = choices(given).map_err(|message| words.say(&message))?;
    let mut desk = Desk::open(&folder).map_err(|err| said(&err))?;
    let mut plans = Vec::new();
    for table in given.get_many::<PathBuf>("tables").into_iter().flatten() {
        let plan = (kind.plan)(&desk, table, &choices, &|message| words.say(message), &Progress::default())
            .map_err(|err| said(&err))?;
        desk.apply(&plan).map_err(|err| said(&err))?;
        plans.push(plan);
    }
    let dry = given.get_flag("dry-run");
    if !dry {
        write(&folder, &desk, words)?;
    }
    let text = if is_for_programs(given) {
        format!("{:#}\n", said::json(&plans, &desk, dry, words))
    } else {
        said::text(&plans, &desk, dry, words)
    };
    print(text.as_bytes(), words)
}

/// Why something was not brought in, as it is said.
pub fn refused(err: &ImportError, words: &Words) -> String {
    words.say_all(&err.messages(), "\n")
}

/// Writes the files that have changed, all of them or none.
pub fn write(folder: &Path, desk: &Desk, words: &Words) -> Result<(), String> {
    write_with(folder, desk, &[], words)
}

/// The same, and some beside them.
fn write_with(folder: &Path, desk: &Desk, beside: &[(PathBuf, &[u8])], words: &Words) -> Result<(), String> {
    changes::write(folder, desk, beside).map(drop).map_err(|err| words.say(&err.message()))
}

/// What was chosen by options.
fn choices(given: &ArgMatches) -> Result<Choices, Message> {
    let mut choices = Choices { read: Some(Date::today()), ..Choices::default() };
    for option in &OPTIONS {
        // Of what means nothing for the kind that is imported clap knows nothing.
        let values = given.try_get_many::<String>(option.key).ok().flatten();
        for value in values.into_iter().flatten() {
            option.choose(&mut choices, value).map_err(|Refused| {
                let (name, value) = (format!("--{}", option.key), in_one_line(value).into_owned());
                if option.is_of_pairs() {
                    message!(command_line::import_no_pair, option = name, given = value)
                } else {
                    message!(command_line::wrong_value, value = value, argument = name)
                }
            })?;
        }
    }
    Ok(choices)
}
