//! The front door: reads the command line and calls one function of the library.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "results and messages are what a command line is for")]

mod command_line;

use std::path::PathBuf;
use std::process::ExitCode;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::{Briefing, schema};
use briefing_desk::export::{check, json, starter};
use briefing_desk::ui::{screenshots, window};
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use command_line::export::Export;
use command_line::{open, print};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Read a diplomatic briefing: what happened, who belongs to what, what was traded, and where each figure comes from.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct CommandLine {
    /// The folder of the briefing to open; without one, the bundled briefing
    briefing: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Open the window, walk every tab in both themes, save a PNG of each, leave
    Screenshots {
        /// The folder for the pictures; it is made if need be
        folder: PathBuf,
    },
    /// Write what the window shows as a file, with the filters of the window as options
    Export(Box<Export>),
    /// Say what is wrong with the files of a briefing, or what the checks find in it
    Check {
        /// The folder of the briefing; without one, the bundled briefing
        briefing: Option<PathBuf>,
        /// For people or for programs
        #[arg(long, default_value = "text")]
        format: ReportFormat,
    },
    /// Print the JSON Schema (2020-12) of a briefing, of one of its files, or of an exported table
    Schema {
        /// The file, without `.json`, or what is exported; without one, all files as fields of one object
        part: Option<PartName>,
    },
    /// Write a small starter briefing that opens as it is and explains each file
    New {
        /// A folder that is empty or not there yet
        folder: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum PartName {
    Briefing,
    Meeting,
    Document,
    Claims,
    Roster,
    Trade,
    Sources,
    /// What `export --format json` writes
    ExportTable,
}

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("error")).init();
    let given = CommandLine::command().get_matches();
    let arguments = CommandLine::from_arg_matches(&given).unwrap_or_else(|err| err.exit());
    match run(arguments, &given) {
        Ok(status) => status,
        Err(message) => {
            eprintln!("briefing-desk: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: CommandLine, given: &ArgMatches) -> Result<ExitCode, String> {
    match arguments.command {
        Some(Command::Screenshots { folder }) => {
            for picture in screenshots::take(open(None)?, &folder).map_err(|err| err.to_string())? {
                println!("{}", picture.display());
            }
        }
        Some(Command::Export(export)) => export.run(given.subcommand_matches("export").unwrap_or(given))?,
        Some(Command::Check { briefing, format }) => return report(briefing, format),
        Some(Command::Schema { part }) => {
            print(format!("{:#}\n", part.map_or_else(schema::of_folder, PartName::schema)).as_bytes())?;
        }
        Some(Command::New { folder }) => {
            for path in starter::write(&folder).map_err(|err| err.to_string())? {
                println!("{}", path.display());
            }
        }
        None => window::open(arguments.briefing.as_deref()).map_err(|err| err.to_string())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what is wrong with a briefing's files, with status 2, or what the checks find, with status 1 if one fails.
fn report(folder: Option<PathBuf>, format: ReportFormat) -> Result<ExitCode, String> {
    let opened = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(&folder));
    let (text, status) = match &opened {
        Ok(briefing) => {
            let findings = checks::run(briefing);
            let text = match format {
                ReportFormat::Text => check::text(briefing, &findings),
                ReportFormat::Json => format!("{:#}\n", check::json(briefing, &findings)),
            };
            (text, u8::from(check::fails(&findings)))
        }
        Err(err) => match format {
            ReportFormat::Text => (format!("{err}\n"), 2),
            ReportFormat::Json => (format!("{:#}\n", check::problems_json(err)), 2),
        },
    };
    print(text.as_bytes())?;
    Ok(ExitCode::from(status))
}

impl PartName {
    fn schema(self) -> serde_json::Value {
        if matches!(self, Self::ExportTable) {
            return json::schema();
        }
        let file = self.to_possible_value().map(|value| format!("{}.json", value.get_name()));
        file.and_then(|file| schema::of_file(&file)).unwrap_or_default()
    }
}
