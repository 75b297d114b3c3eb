//! The front door: reads the command line and calls one function of the library.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "results and messages are what a command line is for")]

use std::path::PathBuf;
use std::process::ExitCode;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::{screenshots, window};
use clap::{Parser, Subcommand};

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
            let briefing = Briefing::bundled().map_err(|err| err.to_string())?;
            for picture in screenshots::take(briefing, &folder).map_err(|err| err.to_string())? {
                println!("{}", picture.display());
            }
            Ok(())
        }
        None => {
            let briefing = match arguments.briefing {
                Some(folder) => Briefing::open(&folder),
                None => Briefing::bundled(),
            };
            window::open(briefing.map_err(|err| err.to_string())?).map_err(|err| err.to_string())
        }
    }
}
