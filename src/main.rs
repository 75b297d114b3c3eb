//! The front door: reads the command line and calls one function of the library.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "results and messages are what a command line is for")]

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use briefing_desk::analysis::checks;
use briefing_desk::analysis::roster::Edition;
use briefing_desk::analysis::trade::Figures;
use briefing_desk::briefing::{Briefing, schema};
use briefing_desk::export::job::Job;
use briefing_desk::export::made::Made;
use briefing_desk::export::order::{self, Order, Subject};
use briefing_desk::export::request::RosterRequest;
use briefing_desk::export::trade_request::TradeRequest;
use briefing_desk::export::{check, file, starter};
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
    Export(Box<Export>),
    /// Say what is wrong with the files of a briefing, or what the checks find in it
    Check {
        /// The folder of the briefing; without one, the bundled briefing
        briefing: Option<PathBuf>,
        /// For people or for programs
        #[arg(long, default_value = "text")]
        format: ReportFormat,
    },
    /// Print the JSON Schema (2020-12) of a briefing, or of one of its files
    Schema {
        /// The file, without `.json`; without one, all of them as fields of one object
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
    #[command(flatten)]
    trade: TradeOptions,
}

/// The Trade tab's controls.
#[derive(Args)]
struct TradeOptions {
    /// Trade: total, direction, balance, growth, share or index; without one, total
    #[arg(long)]
    measure: Option<String>,
    /// Trade: article for what the article prints, all for the context as well; without one, all
    #[arg(long)]
    layer: Option<String>,
    /// Trade: the first year
    #[arg(long, value_name = "YEAR", allow_negative_numbers = true)]
    from: Option<String>,
    /// Trade: the last year
    #[arg(long, value_name = "YEAR", allow_negative_numbers = true)]
    to: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    Roster,
    Trade,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
    Md,
    Xlsx,
    Svg,
    Png,
    Pdf,
}

#[derive(Clone, Copy, ValueEnum)]
enum EditionName {
    Printed,
    Corrected,
}

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("error")).init();
    match run(CommandLine::parse()) {
        Ok(status) => status,
        Err(message) => {
            eprintln!("briefing-desk: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: CommandLine) -> Result<ExitCode, String> {
    match arguments.command {
        Some(Command::Screenshots { folder }) => {
            for picture in screenshots::take(open(None)?, &folder).map_err(|err| err.to_string())? {
                println!("{}", picture.display());
            }
        }
        Some(Command::Export(export)) => export.run()?,
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

/// Writes a result to standard output.
fn print(bytes: &[u8]) -> Result<(), String> {
    match std::io::stdout().write_all(bytes) {
        // Whoever reads the output may have had enough of it.
        Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|err| format!("standard output: {err}. Choose another place to write to")),
    }
}

impl PartName {
    fn schema(self) -> serde_json::Value {
        let file = self.to_possible_value().map(|value| format!("{}.json", value.get_name()));
        file.and_then(|file| schema::of_file(&file)).unwrap_or_default()
    }
}

fn open(folder: Option<PathBuf>) -> Result<Briefing, String> {
    let briefing = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(&folder));
    briefing.map_err(|err| err.to_string())
}

impl Export {
    fn run(self) -> Result<(), String> {
        let briefing = open(self.briefing.clone())?;
        if let Some(option) = self.foreign_option() {
            return Err(format!("--{option} means nothing for this export. Leave it out, or choose another --what"));
        }
        let subject = match self.what {
            What::Roster => self.roster(&briefing)?,
            What::Trade => self.trade.subject(&briefing)?,
        };
        let format = match self.format {
            Format::Csv => order::Format::Csv,
            Format::Json => order::Format::Json,
            Format::Md => order::Format::Markdown,
            Format::Xlsx => order::Format::Xlsx,
            Format::Svg => order::Format::Svg,
            Format::Png => order::Format::Png,
            Format::Pdf => order::Format::Pdf,
        };
        let made = Made::at(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref())?;
        let order = Order { subject, format, made };
        let bytes = order::make(&briefing, &[], &order, &Job::default()).map_err(|err| err.to_string())?;
        match &self.output {
            Some(path) => file::write(path, &bytes).map_err(|err| err.to_string()),
            None => print(&bytes),
        }
    }

    /// An option that was given and belongs to another export.
    fn foreign_option(&self) -> Option<&'static str> {
        let trade = &self.trade;
        let of_trade = [
            ("measure", trade.measure.is_some()),
            ("layer", trade.layer.is_some()),
            ("from", trade.from.is_some()),
            ("to", trade.to.is_some()),
        ];
        let of_roster = [
            ("status", !self.status.is_empty()),
            ("region", !self.region.is_empty()),
            ("search", !self.search.is_empty()),
            ("sort", self.sort.is_some()),
            ("as-of", self.as_of.is_some()),
        ];
        let foreign = match self.what {
            What::Roster => &of_trade[..],
            What::Trade => &of_roster[..],
        };
        foreign.iter().find(|(_, given)| *given).map(|(option, _)| *option)
    }

    fn roster(&self, briefing: &Briefing) -> Result<Subject, String> {
        let edition = match self.edition {
            EditionName::Printed => Edition::Printed,
            EditionName::Corrected => Edition::Corrected,
        };
        let request = RosterRequest {
            status: self.status.clone(),
            region: self.region.clone(),
            search: self.search.clone(),
            sort: self.sort.clone(),
            as_of: self.as_of.clone(),
            edition,
        };
        request.query(briefing).map(Subject::Roster).map_err(|err| err.to_string())
    }
}

impl TradeOptions {
    /// The figures of the first series, which is the one shown first.
    fn subject(self, briefing: &Briefing) -> Result<Subject, String> {
        let series = briefing.trade.series.first().ok_or("the briefing has no series of trade")?;
        let request = TradeRequest { measure: self.measure, layer: self.layer, from: self.from, to: self.to };
        let figures = Figures::new(briefing, series);
        request.query(|layer| figures.span(layer)).map(Subject::Trade).map_err(|err| err.to_string())
    }
}
