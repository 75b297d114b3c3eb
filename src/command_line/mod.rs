//! The command line: its commands, the briefing they open, and where their results go.

mod export;
mod fill;
mod help;
mod import;
mod new;
mod packing;
mod pages;
mod refusal;
mod suggest;
pub mod terminal;

use std::ffi::OsString;
use std::io::{IsTerminal as _, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::{Briefing, FILES, Message, nearest, path, schema};
use briefing_desk::export::link::{Link, LinkError, of_anchor};
use briefing_desk::export::{acknowledge, check, format, guide};
use briefing_desk::message;
use briefing_desk::ui::{TabKey, screenshots, window};
use briefing_desk::words::Words;
use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{Arg, ArgAction, ArgMatches, Command};

use self::terminal::{named, print, print_paths};

/// What `export --format json` writes, as a part of the schema.
const EXPORT_TABLE: &str = "export-table";

/// The program with its commands.
pub fn command(words: &Words) -> Command {
    let say = |message: Message| words.say(&message);
    let program = Command::new("briefing-desk")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(message!(command_line::about)))
        .args_conflicts_with_subcommands(true)
        .arg(briefing_argument(say(message!(command_line::briefing_to_open))))
        .arg(
            Arg::new("view")
                .long("view")
                .value_name("LINK")
                .value_parser(clap::value_parser!(String))
                .help(say(message!(command_line::view))),
        )
        .subcommand(
            Command::new("screenshots")
                .about(say(message!(command_line::screenshots)))
                // The folder is needed and stands last, the briefing before it need not be there.
                .allow_missing_positional(true)
                .arg(briefing_argument(say(message!(command_line::briefing))))
                .arg(folder_argument(say(message!(command_line::screenshots_folder)))),
        )
        .subcommand(export::command(words))
        .subcommand(
            Command::new("check")
                .about(say(message!(command_line::check)))
                .arg(briefing_argument(say(message!(command_line::briefing))))
                .arg(format_argument(words))
                .arg(
                    Arg::new("acknowledge")
                        .long("acknowledge")
                        .value_name("ID")
                        .num_args(1..)
                        .action(ArgAction::Append)
                        .requires("reason")
                        .conflicts_with("format")
                        .help(say(message!(command_line::check_acknowledge))),
                )
                .arg(
                    Arg::new("reason")
                        .long("reason")
                        .value_name("TEXT")
                        .requires("acknowledge")
                        .help(say(message!(command_line::check_reason))),
                ),
        )
        .subcommand(
            Command::new("schema").about(say(message!(command_line::schema))).arg(
                Arg::new("part")
                    .value_name("PART")
                    .value_parser(PossibleValuesParser::new(parts()))
                    .help(say(message!(command_line::schema_part))),
            ),
        )
        .subcommand(new::command(words))
        .subcommand(fill::command(words))
        .subcommand(suggest::command(words))
        .subcommand(Command::new("guide").about(say(message!(command_line::guide))))
        .subcommand(packing::pack_command(words))
        .subcommand(packing::unpack_command(words))
        .subcommand(import::command(words));
    help::worded(program, words)
}

fn briefing_argument(help: String) -> Arg {
    let parser = PathBufValueParser::new().map(|given| path::folder_of(&path::argument(&given)));
    Arg::new("briefing").value_name("BRIEFING").value_parser(parser).help(help)
}

/// Whether what is said is for people or for programs.
fn format_argument(words: &Words) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .default_value("text")
        .value_parser(["text", "json"])
        .help(words.say(&message!(command_line::check_format)))
}

fn is_for_programs(given: &ArgMatches) -> bool {
    given.get_one::<String>("format").is_some_and(|format| format == "json")
}

fn folder_argument(help: String) -> Arg {
    let parser = PathBufValueParser::new().map(|given| path::argument(&given));
    Arg::new("folder").value_name("FOLDER").required(true).value_parser(parser).help(help)
}

/// The parts of the schema: the files of a briefing, and what is exported.
fn parts() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|file| file.strip_suffix(".json")).chain([EXPORT_TABLE])
}

/// Does what some arguments ask for, the first of which names the program. What is asked of the program itself, such as
/// its help, is printed.
///
/// # Errors
/// What is wrong with them, or what could not be done, as it is said to whoever typed them.
pub fn answer(arguments: &[OsString], words: &Words) -> Result<ExitCode, String> {
    let mut program = command(words);
    match program.try_get_matches_from_mut(arguments) {
        Ok(given) => run(&given, words).map_err(|said| named(&said)),
        Err(asked) if !asked.use_stderr() => {
            let said = asked.render();
            let said = if stdout().is_terminal() { said.ansi().to_string() } else { said.to_string() };
            print(said.as_bytes(), words).map(|()| ExitCode::SUCCESS).map_err(|said| named(&said))
        }
        Err(wrong) => Err(refusal::text(&wrong, &help::usage(&program, arguments), words)),
    }
}

/// Does what was asked.
fn run(given: &ArgMatches, words: &Words) -> Result<ExitCode, String> {
    let folder = |given: &ArgMatches| given.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    match given.subcommand() {
        Some(("screenshots", given)) => {
            let briefing = open(given.get_one("briefing"), words)?;
            let pictures = screenshots::take(briefing, &folder(given)).map_err(|err| err.said(words))?;
            print_paths(&pictures, words)?;
        }
        Some(("export", given)) => export::run(given, words)?,
        Some(("import", given)) => import::run(given, words)?,
        Some(("pack", given)) => packing::pack(given, words)?,
        Some(("unpack", given)) => packing::unpack(given, words)?,
        Some(("check", given)) => {
            return match given.get_many::<String>("acknowledge") {
                Some(ids) => acknowledged(given, &ids.map(String::as_str).collect::<Vec<_>>(), words),
                None => report(given, words),
            };
        }
        Some(("schema", given)) => {
            let part = given.get_one::<String>("part");
            print(format!("{:#}\n", part.map_or_else(schema::of_folder, |part| schema_of(part))).as_bytes(), words)?;
        }
        Some(("new", given)) => new::run(given, words)?,
        Some(("fill", given)) => fill::run(given, words)?,
        Some(("suggest", given)) => suggest::run(given, words)?,
        Some(("guide", _)) => print(guide::guide().as_bytes(), words)?,
        _ => {
            let folder = given.get_one::<PathBuf>("briefing").map(PathBuf::as_path);
            let (folder, anchor) = folder.map_or((None, None), at_anchor);
            // A link may stand where a briefing does: that is how other programs hand it on.
            let as_link = folder.and_then(Path::to_str).filter(|given| Link::is_meant(given));
            let folder = folder.filter(|_| as_link.is_none());
            let link = given.get_one::<String>("view").map(String::as_str).or(as_link);
            let link = link.map(|link| link.parse::<Link>().and_then(known_tab)).transpose();
            let link = link.map_err(|err| words.say(&err.message()))?.or(anchor);
            pages::keep_small();
            window::open(folder, link).map_err(|err| {
                folder.and_then(|folder| misspelt_command(folder, words)).unwrap_or_else(|| err.said(words))
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A page that carries a briefing, and what is named behind it: `brief.html#claim-turnover-2024`.
fn at_anchor(given: &Path) -> (Option<&Path>, Option<Link>) {
    let named = given.to_str().filter(|_| !given.exists()).and_then(|given| given.rsplit_once('#'));
    match named.filter(|(page, _)| Path::new(page).is_file()) {
        Some((page, anchor)) => (Some(Path::new(page)), of_anchor(anchor)),
        None => (Some(given), None),
    }
}

/// A link to a tab that there is at all.
fn known_tab(link: Link) -> Result<Link, LinkError> {
    let known: Vec<String> = TabKey::all().map(|tab| tab.as_str().to_owned()).collect();
    if known.contains(&link.tab) { Ok(link) } else { Err(LinkError::Tab(link.tab, known)) }
}

/// What is said of a folder that is not there and whose name is nearly that of a command.
fn misspelt_command(folder: &Path, words: &Words) -> Option<String> {
    let given = folder.to_str().filter(|given| !given.contains(['/', '\\']) && !folder.exists())?;
    let program = command(words);
    let near = nearest(given, program.get_subcommands().map(Command::get_name))?;
    Some(words.say(&message!(command_line::no_command, given = given.to_owned(), near = near.to_owned())))
}

fn schema_of(part: &str) -> serde_json::Value {
    match part {
        EXPORT_TABLE => format::schema(),
        file => schema::of_file(&format!("{file}.json")).unwrap_or_default(),
    }
}

/// Prints what is wrong with a briefing's files, with status 2, or what the checks find, with status 1 if one fails.
fn report(given: &ArgMatches, words: &Words) -> Result<ExitCode, String> {
    let for_programs = is_for_programs(given);
    let folder = given.get_one::<PathBuf>("briefing");
    let opened = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(folder));
    let (text, status) = match &opened {
        Ok(briefing) => {
            let findings = checks::run(briefing);
            let text = if for_programs {
                format!("{:#}\n", check::json(briefing, &findings, words))
            } else {
                check::text(briefing, &findings, words)
            };
            (text, u8::from(check::fails(&findings)))
        }
        Err(err) if for_programs => (format!("{:#}\n", check::problems_json(words, err)), 2),
        Err(err) => (format!("{}\n", words.lines(err)), 2),
    };
    print(text.as_bytes(), words)?;
    Ok(ExitCode::from(status))
}

/// Writes into a briefing's folder that some findings are known and stay.
fn acknowledged(given: &ArgMatches, ids: &[&str], words: &Words) -> Result<ExitCode, String> {
    let Some(folder) = given.get_one::<PathBuf>("briefing") else {
        return Err(words.say(&message!(check::no_folder)));
    };
    let findings = checks::run(&open(Some(folder), words)?);
    let reason = given.get_one::<String>("reason").map(String::as_str).unwrap_or_default();
    let file = acknowledge::acknowledge(folder, &findings, ids, reason).map_err(|err| words.say(&err.message()))?;
    let file = file.display().to_string();
    let said = ids.iter().map(|id| words.say(&message!(check::acknowledged_now, file = &file, id = (*id).to_owned())));
    let said: String = said.map(|line| line + "\n").collect();
    print(said.as_bytes(), words)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the folder of a briefing; without one, the bundled briefing.
fn open(folder: Option<&PathBuf>, words: &Words) -> Result<Briefing, String> {
    let briefing = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(folder));
    briefing.map_err(|err| words.lines(&err))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::at_anchor;

    #[test]
    fn what_stands_behind_a_page_is_what_it_shows() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let page = folder.path().join("brief.html");
        std::fs::write(&page, "").expect("it is written");
        let given = format!("{}#claim-turnover-2024", page.display());
        let (found, link) = at_anchor(Path::new(&given));
        assert_eq!(found, Some(&*page));
        assert_eq!(
            link.map(|link| link.to_string()).as_deref(),
            Some("briefing-desk:sources?select=claim-turnover-2024")
        );
        let named = folder.path().join("a#b");
        std::fs::create_dir(&named).expect("it is made");
        assert_eq!(at_anchor(&named), (Some(&*named), None), "what is there is meant");
        assert_eq!(at_anchor(Path::new("none.html#claim-a")), (Some(Path::new("none.html#claim-a")), None));
    }
}
