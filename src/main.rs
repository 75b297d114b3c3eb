//! The front door: reads the command line and calls one function of the library.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "results and messages are what a command line is for")]

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use briefing_desk::analysis::roster::{self, Edition};
use briefing_desk::briefing::Briefing;
use briefing_desk::export::request::RosterRequest;
use briefing_desk::export::{self, file};
use briefing_desk::ui::{screenshots, window};
use clap::{Args, Parser, Subcommand, ValueEnum};

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
    Export(Export),
}

#[derive(Args)]
struct Export {
    /// The folder of the briefing; without one, the bundled briefing
    briefing: Option<PathBuf>,
    /// What to write
    #[arg(long)]
    what: What,
    /// The format to write it in
    #[arg(long)]
    format: Format,
    /// The file to write; without one, standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// A status to keep; can be given several times
    #[arg(long)]
    status: Vec<String>,
    /// A region to keep; can be given several times
    #[arg(long)]
    region: Vec<String>,
    /// Text that a row must contain: a name, a capital, a code
    #[arg(long, default_value = "")]
    search: String,
    /// The column to sort by, with :desc for the largest first
    #[arg(long, value_name = "COLUMN[:desc]")]
    sort: Option<String>,
    /// The day of the roster; without one, the day of the document
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The list as it was printed, or corrected
    #[arg(long, default_value = "corrected")]
    edition: EditionName,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    Roster,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum EditionName {
    Printed,
    Corrected,
}

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("error")).init();
    match run(CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("briefing-desk: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: CommandLine) -> Result<(), String> {
    match arguments.command {
        Some(Command::Screenshots { folder }) => {
            for picture in screenshots::take(open(None)?, &folder).map_err(|err| err.to_string())? {
                println!("{}", picture.display());
            }
            Ok(())
        }
        Some(Command::Export(export)) => export.run(),
        None => window::open(open(arguments.briefing)?).map_err(|err| err.to_string()),
    }
}

fn open(folder: Option<PathBuf>) -> Result<Briefing, String> {
    let briefing = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(&folder));
    briefing.map_err(|err| err.to_string())
}

impl Export {
    fn run(self) -> Result<(), String> {
        let briefing = open(self.briefing)?;
        let edition = match self.edition {
            EditionName::Printed => Edition::Printed,
            EditionName::Corrected => Edition::Corrected,
        };
        let (status, region, search, sort, as_of) = (self.status, self.region, self.search, self.sort, self.as_of);
        let request = RosterRequest { status, region, search, sort, as_of, edition };
        let query = request.query(&briefing).map_err(|err| err.to_string())?;
        let text = match (self.what, self.format) {
            (What::Roster, Format::Csv) => export::roster::csv(&briefing, &query, &roster::view(&briefing, &query)),
        };
        let (said, written) = match &self.output {
            Some(path) => (path.display().to_string(), file::write(path, text.as_bytes())),
            None => ("standard output".to_owned(), std::io::stdout().write_all(text.as_bytes())),
        };
        match written {
            // Whoever reads the output may have had enough of it.
            Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|err| format!("{said}: {err}. Choose another place to write to")),
        }
    }
}
