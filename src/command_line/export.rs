//! The command `export`: the lists of subjects, formats and options as a command line.

use std::path::{Path, PathBuf};

use briefing_desk::analysis::checks;
use briefing_desk::briefing::{Message, Value};
use briefing_desk::export::answers::Answers;
use briefing_desk::export::fonts::lacking;
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::Job;
use briefing_desk::export::options::{self, ExportOption, Given};
use briefing_desk::export::order::{self, Order};
use briefing_desk::export::query::{Carried, Query};
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::subject::{self, Subject};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::terminal::{is_shown, named, print, remark};
use super::{briefing_argument, open};

/// The command with its options.
pub fn command(words: &Words) -> Command {
    Command::new("export")
        .about(words.say(&message!(command_line::export)))
        .arg(briefing_argument(words.say(&message!(command_line::briefing))))
        .arg(
            Arg::new("what")
                .long("what")
                .value_name("WHAT")
                .required(true)
                .value_parser(PossibleValuesParser::new(subject::ALL.map(|subject| subject.key)))
                .help(words.say(&message!(command_line::export_what))),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .required(true)
                .value_parser(PossibleValuesParser::new(format::ALL.map(|format| format.key)))
                .help(words.say(&message!(command_line::export_format))),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("OUTPUT")
                .value_parser(value_parser!(PathBuf))
                .help(words.say(&message!(command_line::export_output))),
        )
        .args(options::ALL.iter().map(|option| argument(option, words)))
}

/// An option as an argument.
fn argument(option: &ExportOption, words: &Words) -> Arg {
    let argument = Arg::new(option.key).long(option.key).help(words.say(&option.about));
    match &option.value {
        Given::Flag => argument.action(ArgAction::SetTrue),
        Given::Text(name, usual) => argument.value_name(*name).default_value(*usual),
        Given::Texts(name) => argument.value_name(*name).action(ArgAction::Append),
        Given::Year(name) => argument.value_name(*name).allow_negative_numbers(true),
        Given::Key(name, usual, known) => {
            let known = PossibleValuesParser::new(known());
            argument.value_name(*name).default_value(*usual).value_parser(known)
        }
    }
}

/// Makes the export and writes it.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let chosen = |option: &str| given.get_one::<String>(option).map(String::as_str);
    let subject = subject::ALL.into_iter().find(|subject| Some(subject.key) == chosen("what"));
    let format = format::ALL.into_iter().find(|format| Some(format.key) == chosen("format"));
    // Clap has refused whatever is neither.
    let (Some(subject), Some(format)) = (subject, format) else { return Ok(()) };
    refuse_foreign(given, subject, format).map_err(|foreign| words.say(&foreign))?;
    // A hyphen is standard output, as everywhere.
    let output = given.get_one::<PathBuf>("output").map(PathBuf::as_path).filter(|path| *path != Path::new("-"));
    if !format.is_text && is_shown(output) {
        return Err(words.say(&message!(command_line::terminal, format = format.key)));
    }
    let briefing = open(given.get_one::<PathBuf>("briefing"), words)?;
    let made = Stamp::at(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref());
    let made = made.map_err(|err| words.say(&err.message()))?;
    let answers = answers(given);
    let mut query = Query::of(&briefing);
    (subject.read)(&answers, &briefing, &mut query).map_err(|err| words.say(&err.message()))?;
    let folder = given.get_one::<PathBuf>("briefing").map(PathBuf::as_path);
    query.carried = answers.has("with-briefing").then(|| Carried::of(folder));
    let findings = if subject.needs_findings { checks::run(&briefing) } else { Vec::new() };
    let notes = answers.among("notes", Notes::BOTH, Notes::key);
    let settings = Settings { query, look: answers.look(), made, notes, byte_order_mark: answers.has("bom") };
    let order = Order { subject, format, settings };
    let job = Job::default();
    let parcel = order::make(&briefing, &findings, &order, words, &job);
    let parcel = parcel.map_err(|err| words.say(&err.message()))?;
    for told in job.told() {
        remark(&named(&words.say(&told)));
    }
    if let Some(lacking) = lacking::said(&job.lacking()) {
        remark(&named(&words.say(&lacking)));
    }
    match output {
        None => print(&parcel.bytes, words),
        Some(path) => parcel.write(path, false, || false).map_err(|err| words.say(&err.message())),
    }
}

/// What was given to the options, and what stands where nothing was given.
fn answers(given: &ArgMatches) -> Answers {
    let mut answers = Answers::new();
    for option in &options::ALL {
        let is_given = !matches!(option.value, Given::Flag) || given.get_flag(option.key);
        if let Some(values) = given.get_raw(option.key).filter(|_| is_given) {
            answers.give(option.key, values.map(|value| value.to_string_lossy().into_owned()).collect());
        }
    }
    answers
}

/// Refuses an option that belongs to another export, and says to which.
fn refuse_foreign(given: &ArgMatches, subject: &Subject, format: &Format) -> Result<(), Message> {
    let is_given = |option: &&ExportOption| given.value_source(option.key) == Some(ValueSource::CommandLine);
    let mut foreign = options::ALL.iter().filter(is_given).filter(|option| !option.belongs_to(subject, format));
    let Some(option) = foreign.next() else { return Ok(()) };
    let subjects = any_of(option.subjects().iter().map(|subject| subject.key));
    let formats = any_of(option.formats().iter().map(|format| format.key));
    let what = subjects.map(|subjects| message!(command_line::home_what, subjects = subjects));
    let format = formats.map(|formats| message!(command_line::home_format, formats = formats));
    let home = match (what, format) {
        (Some(what), Some(format)) => message!(command_line::home, what = what, format = format),
        (Some(home), None) | (None, Some(home)) => home,
        // What none of the lists names belongs everywhere and is never foreign.
        (None, None) => return Ok(()),
    };
    Err(message!(command_line::foreign, option = option.key, home = home))
}

/// One of several keys: `roster or trade`.
fn any_of(keys: impl Iterator<Item = &'static str>) -> Option<Value> {
    keys.map(Value::from).reduce(|first, second| message!(command_line::or, first = first, second = second).into())
}

#[cfg(test)]
mod tests {
    use briefing_desk::words::Words;

    use super::super::command;

    #[test]
    fn the_command_can_be_built() {
        command(&Words::english()).debug_assert();
    }
}
