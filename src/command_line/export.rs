//! The command `export`: the controls of the window as options.
//!
//! To add an option: a field of [`Export`] or of a struct flattened into it, and a line in [`BELONGS`], unless it
//! belongs to every export. An option of clap that is given where it does not belong is then refused by itself.

use std::path::PathBuf;

use briefing_desk::analysis::checks;
use briefing_desk::analysis::roster::{Edition, RosterQuery};
use briefing_desk::analysis::trade::{ChartKind, Figures, TradeQuery};
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{BriefQuery, Extent, Paper};
use briefing_desk::export::job::Job;
use briefing_desk::export::made::Made;
use briefing_desk::export::order::{self, Order, Subject};
use briefing_desk::export::picture::{ChartLook, Density, Look, Theme};
use briefing_desk::export::request::RosterRequest;
use briefing_desk::export::statement_request::{ChecksRequest, ClaimsRequest};
use briefing_desk::export::trade_request::TradeRequest;
use clap::parser::ValueSource;
use clap::{ArgMatches, Args, ValueEnum};

use super::{is_shown, open, write};

/// The options of the command.
#[derive(Args)]
pub struct Export {
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
    /// CSV: begin with a byte-order mark, by which older spreadsheets know UTF-8
    #[arg(long)]
    bom: bool,
    /// Roster and checks: text that a row must contain, whatever its case and accents
    #[arg(long, value_name = "TEXT", default_value = "")]
    search: String,
    #[command(flatten)]
    roster: RosterOptions,
    #[command(flatten)]
    trade: TradeOptions,
    #[command(flatten)]
    picture: PictureOptions,
    #[command(flatten)]
    statements: StatementOptions,
    #[command(flatten)]
    brief: BriefOptions,
}

/// The Members tab's controls.
#[derive(Args)]
struct RosterOptions {
    /// Roster: a status to keep; can be given several times
    #[arg(long)]
    status: Vec<String>,
    /// Roster: a region to keep; can be given several times
    #[arg(long)]
    region: Vec<String>,
    /// Roster: the column to sort by, with :desc for the largest first
    #[arg(long, value_name = "COLUMN[:desc]")]
    sort: Option<String>,
    /// Roster: the day; without one, the day of the document
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Roster: the list as it was printed, or corrected
    #[arg(long, default_value = "corrected")]
    edition: EditionName,
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

/// How a picture looks.
#[derive(Args)]
struct PictureOptions {
    /// Picture: the light theme, the dark theme, or ink on white paper
    #[arg(long, default_value = "light")]
    theme: ThemeName,
    /// PNG: pixels for each point
    #[arg(long, default_value = "1", value_parser = clap::value_parser!(u8).range(1..=3))]
    scale: u8,
    /// Chart: bars side by side, stacked on each other, or lines
    #[arg(long, default_value = "bars")]
    chart: ChartName,
    /// Chart: leave out events, growth between two years, the forecast and claims
    #[arg(long)]
    bare: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    Print,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ChartName {
    Bars,
    Stacked,
    Lines,
}

/// The filters of the claims and of the checks.
#[derive(Args)]
struct StatementOptions {
    /// Claims: a person, place, topic or state that a claim must speak of; can be given several times
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    /// Claims: a verdict to keep; can be given several times
    #[arg(long)]
    verdict: Vec<String>,
    /// Checks: an outcome to keep; can be given several times
    #[arg(long)]
    outcome: Vec<String>,
}

/// How the brief is made; what is in it is said by the options of the roster and of the trade.
#[derive(Args)]
struct BriefOptions {
    /// Brief: one page, or all of it
    #[arg(long, default_value = "full")]
    extent: ExtentName,
    /// Brief: the paper it is printed on
    #[arg(long, default_value = "a4")]
    paper: PaperName,
}

#[derive(Clone, Copy, ValueEnum)]
enum ExtentName {
    Short,
    Full,
}

#[derive(Clone, Copy, ValueEnum)]
enum PaperName {
    A4,
    Letter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Roster,
    Trade,
    Claims,
    Checks,
    Brief,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
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

/// The options that belong to some exports only: the option, the subjects and the formats it means something for.
/// None are all of them.
const BELONGS: [(&str, &[What], &[Format]); 20] = [
    ("bom", &[], &[Format::Csv]),
    ("status", &[What::Roster, What::Brief], &[]),
    ("region", &[What::Roster, What::Brief], &[]),
    ("search", &[What::Roster, What::Checks, What::Brief], &[]),
    ("sort", &[What::Roster, What::Brief], &[]),
    ("as_of", &[What::Roster, What::Brief], &[]),
    ("edition", &[What::Roster, What::Brief], &[]),
    ("measure", &[What::Trade, What::Brief], &[]),
    ("layer", &[What::Trade, What::Brief], &[]),
    ("from", &[What::Trade, What::Brief], &[]),
    ("to", &[What::Trade, What::Brief], &[]),
    ("theme", &[What::Roster, What::Trade], &[Format::Svg, Format::Png]),
    ("scale", &[What::Roster, What::Trade], &[Format::Png]),
    ("chart", &[What::Trade], &[Format::Svg, Format::Png]),
    ("bare", &[What::Trade], &[Format::Svg, Format::Png]),
    ("about", &[What::Claims], &[]),
    ("verdict", &[What::Claims], &[]),
    ("outcome", &[What::Checks], &[]),
    ("extent", &[What::Brief], &[]),
    ("paper", &[What::Brief], &[Format::Pdf]),
];

impl Export {
    /// Makes the export and writes it. `given` tells what was typed from what is so by default.
    pub fn run(self, given: &ArgMatches) -> Result<(), String> {
        self.refuse_foreign(given)?;
        let format = self.format.meant();
        if format.is_binary() && is_shown(self.output.as_deref()) {
            return Err(format!(
                "a terminal cannot show {}: name a file with -o, or send the output on to another program",
                format.slug()
            ));
        }
        let briefing = open(self.briefing)?;
        let made = Made::at(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref())?;
        let subject = match self.what {
            What::Roster => Subject::Roster(self.roster.query(self.search, &briefing)?),
            What::Trade => Subject::Trade(self.trade.query(&briefing)?),
            What::Claims => self.statements.claims(&briefing)?,
            What::Checks => self.statements.checks(self.search)?,
            What::Brief => {
                let (roster, trade) = (self.roster.query(self.search, &briefing)?, self.trade.query(&briefing)?);
                Subject::Brief(self.brief.query(roster, trade))
            }
        };
        let findings = if subject.rests_on_findings() { checks::run(&briefing) } else { Vec::new() };
        let order = Order { subject, format, look: self.picture.look(), made, byte_order_mark: self.bom };
        let bytes = order::make(&briefing, &findings, &order, &Job::default()).map_err(|err| err.to_string())?;
        write(self.output.as_deref(), &bytes)
    }

    /// Refuses an option that belongs to another export, and says to which.
    fn refuse_foreign(&self, given: &ArgMatches) -> Result<(), String> {
        let is_given = |option| given.value_source(option) == Some(ValueSource::CommandLine);
        let is_foreign = |whats: &[What], formats: &[Format]| {
            !whats.is_empty() && !whats.contains(&self.what) || !formats.is_empty() && !formats.contains(&self.format)
        };
        let foreign = BELONGS.iter().find(|(option, whats, formats)| is_given(option) && is_foreign(whats, formats));
        let Some((option, whats, formats)) = foreign else { return Ok(()) };
        let named = [("--what", names(whats)), ("--format", names(formats))];
        let named =
            named.iter().filter(|(_, names)| !names.is_empty()).map(|(option, names)| format!("{option} {names}"));
        let (option, home) = (option.replace('_', "-"), named.collect::<Vec<_>>().join(" and "));
        Err(format!("--{option} means nothing for this export: it belongs to {home}. Leave it out"))
    }
}

/// The names of values as they are typed.
fn names(values: &[impl ValueEnum]) -> String {
    let names = values.iter().filter_map(ValueEnum::to_possible_value).map(|value| value.get_name().to_owned());
    names.collect::<Vec<_>>().join(" or ")
}

impl Format {
    const fn meant(self) -> order::Format {
        match self {
            Self::Csv => order::Format::Csv,
            Self::Json => order::Format::Json,
            Self::Md => order::Format::Markdown,
            Self::Xlsx => order::Format::Xlsx,
            Self::Svg => order::Format::Svg,
            Self::Png => order::Format::Png,
            Self::Pdf => order::Format::Pdf,
        }
    }
}

impl RosterOptions {
    fn query(self, search: String, briefing: &Briefing) -> Result<RosterQuery, String> {
        let edition = match self.edition {
            EditionName::Printed => Edition::Printed,
            EditionName::Corrected => Edition::Corrected,
        };
        let Self { status, region, sort, as_of, .. } = self;
        let request = RosterRequest { status, region, search, sort, as_of, edition };
        request.query(briefing).map_err(|err| err.to_string())
    }
}

impl TradeOptions {
    /// The figures of the first series, which is the one shown first.
    fn query(self, briefing: &Briefing) -> Result<TradeQuery, String> {
        let request = TradeRequest { measure: self.measure, layer: self.layer, from: self.from, to: self.to };
        let figures = briefing.trade.main().map(|series| Figures::new(briefing, series));
        request.query(|layer| figures.as_ref()?.span(layer)).map_err(|err| err.to_string())
    }
}

impl BriefOptions {
    const fn query(&self, roster: RosterQuery, trade: TradeQuery) -> BriefQuery {
        let extent = match self.extent {
            ExtentName::Short => Extent::Short,
            ExtentName::Full => Extent::Full,
        };
        let paper = match self.paper {
            PaperName::A4 => Paper::A4,
            PaperName::Letter => Paper::Letter,
        };
        BriefQuery { extent, paper, roster, trade }
    }
}

impl PictureOptions {
    fn look(&self) -> Look {
        let theme = match self.theme {
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
            ThemeName::Print => Theme::Print,
        };
        let kind = match self.chart {
            ChartName::Bars => ChartKind::Bars,
            ChartName::Stacked => ChartKind::Stacked,
            ChartName::Lines => ChartKind::Lines,
        };
        let density = Density::of(self.scale).unwrap_or_default();
        Look { theme, density, chart: ChartLook { kind, annotated: !self.bare, span: None } }
    }
}

impl StatementOptions {
    fn claims(self, briefing: &Briefing) -> Result<Subject, String> {
        let request = ClaimsRequest { about: self.about, verdict: self.verdict };
        request.query(briefing).map(Subject::Claims).map_err(|err| err.to_string())
    }

    fn checks(self, search: String) -> Result<Subject, String> {
        let request = ChecksRequest { outcome: self.outcome, search };
        request.query().map(Subject::Checks).map_err(|err| err.to_string())
    }
}

#[cfg(test)]
mod tests {
    use clap::Args as _;

    use super::{BELONGS, Export};

    #[test]
    fn every_option_that_belongs_somewhere_exists() {
        let command = Export::augment_args(clap::Command::new("export"));
        let known: Vec<_> = command.get_arguments().map(|option| option.get_id().as_str()).collect();
        for (option, ..) in BELONGS {
            assert!(known.contains(&option), "{option} is none of {known:?}");
        }
    }
}
