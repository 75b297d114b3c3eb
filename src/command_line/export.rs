//! The command `export`: the lists of subjects, formats and options as a command line.

use std::path::PathBuf;

use briefing_desk::analysis::checks;
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::Job;
use briefing_desk::export::options::{self, Answers, ExportOption, Value};
use briefing_desk::export::order::{self, Order};
use briefing_desk::export::query::Query;
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::subject::{self, Subject};
use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{briefing_argument, is_shown, open, write};

/// The command with its options.
pub fn command() -> Command {
    Command::new("export")
        .about("Write what the window shows as a file, with the filters of the window as options")
        .arg(briefing_argument("The folder of the briefing; without one, the bundled briefing"))
        .arg(
            Arg::new("what")
                .long("what")
                .value_name("WHAT")
                .required(true)
                .value_parser(PossibleValuesParser::new(subject::ALL.map(|subject| subject.key)))
                .help("What to write"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .required(true)
                .value_parser(PossibleValuesParser::new(format::ALL.map(|format| format.key)))
                .help("The format to write it in"),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("OUTPUT")
                .value_parser(value_parser!(PathBuf))
                .help("The file to write; without one, standard output"),
        )
        .args(options::ALL.iter().map(argument))
}

/// An option as an argument.
fn argument(option: &ExportOption) -> Arg {
    let argument = Arg::new(option.key).long(option.key).help(option.about);
    match &option.value {
        Value::Flag => argument.action(ArgAction::SetTrue),
        Value::Text(name, usual) => argument.value_name(*name).default_value(*usual),
        Value::Texts(name) => argument.value_name(*name).action(ArgAction::Append),
        Value::Year(name) => argument.value_name(*name).allow_negative_numbers(true),
        Value::Key(name, usual, known) => {
            let known = PossibleValuesParser::new(known());
            argument.value_name(*name).default_value(*usual).value_parser(known)
        }
        Value::Number(name, usual, first, last) => {
            let known = value_parser!(u8).range(i64::from(*first)..=i64::from(*last));
            argument.value_name(*name).default_value(*usual).value_parser(known)
        }
    }
}

/// Makes the export and writes it.
pub fn run(given: &ArgMatches) -> Result<(), String> {
    let chosen = |option: &str| given.get_one::<String>(option).map(String::as_str);
    let subject = subject::ALL.into_iter().find(|subject| Some(subject.key) == chosen("what"));
    let format = format::ALL.into_iter().find(|format| Some(format.key) == chosen("format"));
    // Clap has refused whatever is neither.
    let (Some(subject), Some(format)) = (subject, format) else { return Ok(()) };
    refuse_foreign(given, subject, format)?;
    let output = given.get_one::<PathBuf>("output").map(PathBuf::as_path);
    if !format.is_text && is_shown(output) {
        return Err(format!(
            "a terminal cannot show {}: name a file with -o, or send the output on to another program",
            format.key
        ));
    }
    let briefing = open(given.get_one::<PathBuf>("briefing"))?;
    let made = Stamp::at(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref())?;
    let answers = answers(given);
    let mut query = Query::of(&briefing);
    (subject.read)(&answers, &briefing, &mut query).map_err(|err| err.to_string())?;
    let findings = if subject.needs_findings { checks::run(&briefing) } else { Vec::new() };
    let (look, byte_order_mark) = (answers.look(), answers.has("bom"));
    let order = Order { subject, format, query, look, made, byte_order_mark };
    let bytes = order::make(&briefing, &findings, &order, &Job::default()).map_err(|err| err.to_string())?;
    write(output, &bytes)
}

/// What was given to the options, and what stands where nothing was given.
fn answers(given: &ArgMatches) -> Answers {
    let mut answers = Answers::new();
    for option in &options::ALL {
        let is_given = !matches!(option.value, Value::Flag) || given.get_flag(option.key);
        if let Some(values) = given.get_raw(option.key).filter(|_| is_given) {
            answers.give(option.key, values.map(|value| value.to_string_lossy().into_owned()).collect());
        }
    }
    answers
}

/// Refuses an option that belongs to another export, and says to which.
fn refuse_foreign(given: &ArgMatches, subject: &Subject, format: &Format) -> Result<(), String> {
    let is_given = |option: &&ExportOption| given.value_source(option.key) == Some(ValueSource::CommandLine);
    let mut foreign = options::ALL.iter().filter(is_given).filter(|option| !option.belongs_to(subject, format));
    let Some(option) = foreign.next() else { return Ok(()) };
    let subjects: Vec<&str> = option.subjects().iter().map(|subject| subject.key).collect();
    let formats: Vec<&str> = option.formats().iter().map(|format| format.key).collect();
    let named = [("--what", subjects), ("--format", formats)];
    let named = named.iter().filter(|(_, keys)| !keys.is_empty());
    let home: Vec<String> = named.map(|(option, keys)| format!("{option} {}", keys.join(" or "))).collect();
    let (option, home) = (option.key, home.join(" and "));
    Err(format!("--{option} means nothing for this export: it belongs to {home}. Leave it out"))
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn the_command_can_be_built() {
        command().debug_assert();
    }
}
