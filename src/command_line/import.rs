//! The command `import`: tables of others into a briefing, or what they would do to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::briefing::{Date, Message};
use briefing_desk::export::changes;
use briefing_desk::import::{Choices, DecimalMark, Desk, ImportError, Plan, claims, roster, sources, trade};
use briefing_desk::message;
use briefing_desk::words::Words;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::terminal::print;
use super::{folder_argument, format_argument, is_for_programs};

mod edition;
mod said;

/// What can be imported: the key that is typed, the layouts that it knows, and what makes a plan of a table.
struct Kind {
    key: &'static str,
    about: fn() -> Message,
    layouts: fn() -> Vec<&'static str>,
    plan: Planner,
}

type Planner = fn(&Desk, &Path, &Choices, &Words) -> Result<Plan, ImportError>;

const TRADE: &str = "trade";
const ROSTER: &str = "roster";
const SOURCES: &str = "sources";
const CLAIMS: &str = "claims";

const KINDS: [Kind; 4] = [
    Kind {
        key: TRADE,
        about: || message!(command_line::import_trade),
        layouts: || trade::LAYOUTS.iter().map(|layout| layout.key).collect(),
        plan: |desk, path, choices, words| {
            trade::plan(desk, path, choices, &|message| words.say(message), &Progress::default())
        },
    },
    Kind {
        key: ROSTER,
        about: || message!(command_line::import_roster),
        layouts: Vec::new,
        plan: |desk, path, choices, words| {
            roster::plan(desk, path, choices, &|message| words.say(message), &Progress::default())
        },
    },
    Kind {
        key: SOURCES,
        about: || message!(command_line::import_sources),
        layouts: || sources::FORMATS.iter().map(|format| format.key).collect(),
        plan: |desk, path, choices, words| sources::plan(desk, path, choices, &|message| words.say(message)),
    },
    Kind {
        key: CLAIMS,
        about: || message!(command_line::import_claims),
        layouts: Vec::new,
        plan: |desk, path, choices, words| {
            claims::plan(desk, path, choices, &|message| words.say(message), &Progress::default())
        },
    },
];

/// The options: name, the kinds for which it means something, what stands for the value, whether it can be given several
/// times, and what it does.
fn options() -> [(&'static str, &'static [&'static str], &'static str, bool, Message); 21] {
    [
        ("layout", &[TRADE, SOURCES], "LAYOUT", false, message!(command_line::import_layout)),
        ("organisation", &[ROSTER], "KEY", false, message!(command_line::import_organisation)),
        ("column", &[TRADE, ROSTER, CLAIMS], "WHAT=HEAD", true, message!(command_line::import_column)),
        ("map", &[TRADE, ROSTER], "NAME=KEY", true, message!(command_line::import_map)),
        ("keep", &[TRADE, ROSTER, CLAIMS], "HEAD=VALUE", true, message!(command_line::import_keep)),
        ("status", &[ROSTER], "KEY", false, message!(command_line::import_status)),
        ("since", &[ROSTER], "DATE", false, message!(command_line::import_since)),
        ("series", &[TRADE], "KEY", false, message!(command_line::import_series)),
        ("unit", &[TRADE], "UNIT", false, message!(command_line::import_unit)),
        ("scale", &[TRADE], "SCALE", false, message!(command_line::import_scale)),
        ("decimal", &[TRADE], "MARK", false, message!(command_line::import_decimal)),
        ("reporter", &[TRADE], "NAME", false, message!(command_line::import_reporter)),
        ("partner", &[TRADE], "NAME", false, message!(command_line::import_partner)),
        ("period", &[TRADE], "PERIOD", false, message!(command_line::import_period)),
        ("sheet", &[TRADE, ROSTER, CLAIMS], "NAME", false, message!(command_line::import_sheet)),
        ("encoding", &[TRADE, ROSTER, SOURCES, CLAIMS], "NAME", false, message!(command_line::import_encoding)),
        ("delimiter", &[TRADE, ROSTER, CLAIMS], "SIGN", false, message!(command_line::import_delimiter)),
        ("publisher", &[TRADE, ROSTER, SOURCES, CLAIMS], "NAME", false, message!(command_line::import_publisher)),
        ("title", &[TRADE, ROSTER], "TITLE", false, message!(command_line::import_title)),
        ("address", &[TRADE, ROSTER], "ADDRESS", false, message!(command_line::import_address)),
        ("read", &[TRADE, ROSTER], "DATE", false, message!(command_line::import_read)),
    ]
}

/// The command with its kinds and options.
pub fn command(words: &Words) -> Command {
    let say = |message: Message| words.say(&message);
    let kinds = KINDS.iter().map(|kind| {
        Command::new(kind.key)
            .about(say((kind.about)()))
            .arg(folder_argument(say(message!(command_line::import_folder))))
            .arg(
                Arg::new("tables")
                    .value_name("TABLE")
                    .required(true)
                    .num_args(1..)
                    .value_parser(value_parser!(PathBuf))
                    .help(say(message!(command_line::import_tables))),
            )
            .arg(dry_run_argument(words))
            .arg(format_argument(words))
            .args(options().into_iter().filter(|(_, kinds, ..)| kinds.contains(&kind.key)).map(
                |(name, _, value, several, does)| {
                    let argument = Arg::new(name).long(name).value_name(value).help(say(does));
                    let argument = if several { argument.action(ArgAction::Append) } else { argument };
                    match name {
                        "decimal" => {
                            argument.value_parser(PossibleValuesParser::new(DecimalMark::ALL.map(DecimalMark::key)))
                        }
                        "layout" => argument.value_parser(PossibleValuesParser::new((kind.layouts)())),
                        _ => argument,
                    }
                },
            ))
    });
    Command::new("import")
        .about(say(message!(command_line::import)))
        .subcommand_required(true)
        .subcommands(kinds)
        .subcommand(edition::command(words))
}

/// Whether what would be done is only said.
fn dry_run_argument(words: &Words) -> Arg {
    let does = words.say(&message!(command_line::import_dry_run));
    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(does)
}

/// Plans each table on what the ones before made of the briefing, says what is done, and writes all of it or nothing.
pub fn run(given: &ArgMatches, words: &Words) -> Result<(), String> {
    let Some((kind, given)) = given.subcommand() else { return Ok(()) };
    if kind == edition::DOCUMENT {
        return edition::run(given, words);
    }
    // Clap has refused what is no kind.
    let Some(kind) = KINDS.iter().find(|own| own.key == kind) else { return Ok(()) };
    let said = |err: &ImportError| refused(err, words);
    let folder = given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let choices = choices(given).map_err(|message| words.say(&message))?;
    let mut desk = Desk::open(&folder).map_err(|err| said(&err))?;
    let mut plans = Vec::new();
    for table in given.get_many::<PathBuf>("tables").into_iter().flatten() {
        let plan = (kind.plan)(&desk, table, &choices, words).map_err(|err| said(&err))?;
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
    err.messages().iter().map(|message| words.say(message)).collect::<Vec<_>>().join("\n")
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
    let text = |name: &str| text(given, name);
    let all = |name: &str| given.try_get_many::<String>(name).ok().flatten().into_iter().flatten();
    let pair = |option: &'static str, given: &String| -> Result<(String, String), Message> {
        let (name, value) = given.split_once('=').ok_or_else(|| {
            message!(command_line::import_no_pair, option = option, given = in_one_line(given).into_owned())
        })?;
        Ok((name.trim().to_owned(), value.trim().to_owned()))
    };
    let mut choices = Choices {
        layout: text("layout"),
        columns: all("column").map(|given| pair("--column", given)).collect::<Result<BTreeMap<_, _>, _>>()?,
        names: all("map").map(|given| pair("--map", given)).collect::<Result<BTreeMap<_, _>, _>>()?,
        decimal: text("decimal").and_then(|given| DecimalMark::ALL.into_iter().find(|mark| mark.key() == given)),
        unit: text("unit"),
        scale: text("scale"),
        reporter: text("reporter"),
        partner: text("partner"),
        publisher: text("publisher"),
        status: text("status"),
        title: text("title"),
        address: text("address"),
        ..Choices::default()
    };
    choices.reading.sheet = text("sheet");
    choices.reading.encoding = text("encoding");
    choices.reading.delimiter = match text("delimiter").as_deref() {
        Some("tab" | "\\t") => Some('\t'),
        Some(given) => {
            let mut signs = given.chars();
            match (signs.next(), signs.next()) {
                (Some(sign), None) => Some(sign),
                _ => return Err(wrong("--delimiter", given)),
            }
        }
        None => None,
    };
    for given in all("keep") {
        let (head, values) = pair("--keep", given)?;
        choices.keep.push((head, values.split(',').map(|value| value.trim().to_owned()).collect()));
    }
    choices.series = typed(given, "--series")?;
    choices.period = typed(given, "--period")?;
    choices.organisation = typed(given, "--organisation")?;
    choices.since = typed(given, "--since")?;
    choices.read = Some(typed(given, "--read")?.unwrap_or_else(Date::today));
    Ok(choices)
}

/// The value of an option; none where it is not given, or means nothing for what is imported: of that clap knows nothing.
fn text(given: &ArgMatches, option: &str) -> Option<String> {
    given.try_get_one::<String>(option.trim_start_matches('-')).ok().flatten().cloned()
}

/// The same where it is no text.
fn typed<T: TryFrom<String>>(given: &ArgMatches, option: &'static str) -> Result<Option<T>, Message> {
    let value = text(given, option).map(|text| T::try_from(text.clone()).map_err(|_| wrong(option, &text)));
    value.transpose()
}

fn wrong(option: &'static str, given: &str) -> Message {
    message!(command_line::wrong_value, value = in_one_line(given).into_owned(), argument = option)
}
