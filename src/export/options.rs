//! The options of an export, as a list: the controls of the window by name.
//!
//! To add one: a line in [`ALL`], and its key in the subjects and the formats that it means something for. One that
//! none of them names belongs to every export.

use super::brief::{Extent, Paper};
use super::format::{self, Format};
use super::picture::{Density, Theme};
use super::settings::Notes;
use super::subject::{self, Subject};
use crate::analysis::roster::Edition;
use crate::analysis::trade::{ChartKind, Measure};
use crate::briefing::Message;
use crate::label;

/// An option of an export.
#[derive(Debug)]
pub struct ExportOption {
    /// Its name on the command line, without the hyphens before it.
    pub key: &'static str,
    /// What it does.
    pub about: Message,
    /// What can be given.
    pub value: Given,
}

/// What can be given to an option.
#[derive(Debug)]
pub enum Given {
    /// Nothing: it is given or not.
    Flag,
    /// A text, with its name in the help and what stands where none is given.
    Text(&'static str, Option<&'static str>),
    /// Texts, with the name of one; the option can be given several times.
    Texts(&'static str),
    /// A period, with its name in the help.
    Year(&'static str),
    /// One of several keys, with its name in the help and the one that stands where none is given.
    Key(&'static str, &'static str, fn() -> Vec<&'static str>),
}

/// All options, in the order in which they are listed.
pub static ALL: [ExportOption; 28] = [
    option(
        "notes",
        Given::Key("NOTES", "beside", || Notes::BOTH.map(Notes::key).to_vec()),
        label!(command_line::option_notes),
    ),
    option("bom", Given::Flag, label!(command_line::option_bom)),
    option("organisation", Given::Text("KEY", None), label!(command_line::option_organisation)),
    option("series", Given::Text("KEY", None), label!(command_line::option_series)),
    option("beside", Given::Text("KEY", None), label!(command_line::option_beside)),
    option("search", Given::Text("TEXT", Some("")), label!(command_line::option_search)),
    option("status", Given::Texts("STATUS"), label!(command_line::option_status)),
    option("region", Given::Texts("REGION"), label!(command_line::option_region)),
    option("sort", Given::Text("COLUMN[:desc]", None), label!(command_line::option_sort)),
    option("as-of", Given::Text("DATE", None), label!(command_line::option_as_of)),
    option(
        "edition",
        Given::Key("EDITION", "corrected", || Edition::BOTH.map(Edition::key).to_vec()),
        label!(command_line::option_edition),
    ),
    option(
        "measure",
        Given::Key("MEASURE", "total", || Measure::all().map(|measure| measure.key).collect()),
        label!(command_line::option_measure),
    ),
    option("layer", Given::Text("LAYER", None), label!(command_line::option_layer)),
    option("periods", Given::Text("PERIODS", None), label!(command_line::option_periods)),
    option("from", Given::Year("PERIOD"), label!(command_line::option_from)),
    option("to", Given::Year("PERIOD"), label!(command_line::option_to)),
    option(
        "theme",
        Given::Key("THEME", "light", || Theme::ALL.map(Theme::slug).to_vec()),
        label!(command_line::option_theme),
    ),
    option(
        "scale",
        Given::Key("SCALE", "1", || Density::ALL.map(Density::key).to_vec()),
        label!(command_line::option_scale),
    ),
    option(
        "chart",
        Given::Key("CHART", "bars", || ChartKind::ALL.map(ChartKind::key).to_vec()),
        label!(command_line::option_chart),
    ),
    option("bare", Given::Flag, label!(command_line::option_bare)),
    option("about", Given::Texts("NAME"), label!(command_line::option_about)),
    option("verdict", Given::Texts("VERDICT"), label!(command_line::option_verdict)),
    option("outcome", Given::Texts("OUTCOME"), label!(command_line::option_outcome)),
    option(
        "extent",
        Given::Key("EXTENT", "full", || Extent::BOTH.map(Extent::key).to_vec()),
        label!(command_line::option_extent),
    ),
    option(
        "paper",
        Given::Key("PAPER", "a4", || Paper::BOTH.map(Paper::key).to_vec()),
        label!(command_line::option_paper),
    ),
    option("template", Given::Text("FILE", None), label!(command_line::option_template)),
    option("address", Given::Text("URL", None), label!(command_line::option_address)),
    option("with-briefing", Given::Flag, label!(command_line::option_with_briefing)),
];

const fn option(key: &'static str, value: Given, about: Message) -> ExportOption {
    ExportOption { key, about, value }
}

/// The option of a name.
pub fn find(key: &str) -> Option<&'static ExportOption> {
    ALL.iter().find(|option| option.key == key)
}

impl ExportOption {
    /// The subjects it means something for; none are all of them.
    pub fn subjects(&self) -> Vec<&'static Subject> {
        subject::ALL.into_iter().filter(|subject| subject.options.contains(&self.key)).collect()
    }

    /// The formats it means something for; none are all of them.
    pub fn formats(&self) -> Vec<&'static Format> {
        format::ALL.into_iter().filter(|format| format.options.contains(&self.key)).collect()
    }

    /// Whether it means something for an export.
    pub fn belongs_to(&self, subject: &Subject, format: &Format) -> bool {
        let (subjects, formats) = (self.subjects(), self.formats());
        (subjects.is_empty() || subjects.contains(&subject)) && (formats.is_empty() || formats.contains(&format))
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Given, find};
    use crate::export::{format, subject};

    #[test]
    fn every_option_that_something_names_is_listed() {
        let formats = format::ALL.iter().flat_map(|format| format.options);
        for named in subject::ALL.iter().flat_map(|subject| subject.options).chain(formats) {
            assert!(ALL.iter().any(|option| option.key == *named), "{named} is no option");
        }
    }

    #[test]
    fn what_stands_where_nothing_is_given_can_be_given() {
        for option in &ALL {
            if let Given::Key(_, usual, known) = &option.value {
                assert!(known().contains(usual), "{}", option.key);
            }
        }
    }

    #[test]
    fn an_option_belongs_where_it_is_named() {
        let theme = find("theme").expect("the theme");
        assert!(theme.belongs_to(&subject::ROSTER, &format::SVG) && theme.belongs_to(&subject::TRADE, &format::PNG));
        assert!(!theme.belongs_to(&subject::ROSTER, &format::CSV) && !theme.belongs_to(&subject::BRIEF, &format::PDF));
    }
}
