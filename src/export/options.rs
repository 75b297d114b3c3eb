//! The options of an export, as a list: the controls of the window by name.
//!
//! To add one: a line in [`ALL`], and its key in the subjects and the formats that it means something for. One that
//! none of them names belongs to every export.

use std::collections::BTreeMap;

use super::brief::{Extent, Paper};
use super::format::{self, Format};
use super::picture::{ChartLook, Density, Look, Theme};
use super::subject::{self, Subject};
use crate::analysis::roster::Edition;
use crate::analysis::trade::{ChartKind, Measure};

/// An option of an export.
#[derive(Debug)]
pub struct ExportOption {
    /// Its name on the command line, without the hyphens before it.
    pub key: &'static str,
    /// What it does.
    pub about: &'static str,
    /// What can be given.
    pub value: Value,
}

/// What can be given to an option.
#[derive(Debug)]
pub enum Value {
    /// Nothing: it is given or not.
    Flag,
    /// A text, with its name in the help and what stands where none is given.
    Text(&'static str, Option<&'static str>),
    /// Texts, with the name of one; the option can be given several times.
    Texts(&'static str),
    /// A year, with its name in the help.
    Year(&'static str),
    /// One of several keys, with its name in the help and the one that stands where none is given.
    Key(&'static str, &'static str, fn() -> Vec<&'static str>),
    /// A whole number, with its name in the help, the one that stands where none is given, the least and the largest.
    Number(&'static str, &'static str, u8, u8),
}

/// All options, in the order in which they are listed.
pub static ALL: [ExportOption; 20] = [
    option("bom", Value::Flag, "CSV: begin with a byte-order mark, by which older spreadsheets know UTF-8"),
    option(
        "search",
        Value::Text("TEXT", Some("")),
        "Roster and checks: text that a row must contain, whatever its case and accents",
    ),
    option("status", Value::Texts("STATUS"), "Roster: a status to keep; can be given several times"),
    option("region", Value::Texts("REGION"), "Roster: a region to keep; can be given several times"),
    option(
        "sort",
        Value::Text("COLUMN[:desc]", None),
        "Roster: the column to sort by, with :desc for the largest first",
    ),
    option("as-of", Value::Text("DATE", None), "Roster: the day; without one, the day of the document"),
    option(
        "edition",
        Value::Key("EDITION", "corrected", || Edition::BOTH.map(Edition::key).to_vec()),
        "Roster: the list as it was printed, or corrected",
    ),
    option(
        "measure",
        Value::Key("MEASURE", "total", || Measure::all().map(|measure| measure.key).collect()),
        "Trade: what is measured",
    ),
    option(
        "layer",
        Value::Text("LAYER", None),
        "Trade: article for what the article prints, all for the context as well; without one, all",
    ),
    option("from", Value::Year("YEAR"), "Trade: the first year"),
    option("to", Value::Year("YEAR"), "Trade: the last year"),
    option(
        "theme",
        Value::Key("THEME", "light", || Theme::ALL.map(Theme::slug).to_vec()),
        "Picture: the light theme, the dark theme, or ink on white paper",
    ),
    option("scale", Value::Number("SCALE", "1", 1, 3), "PNG: pixels for each point"),
    option(
        "chart",
        Value::Key("CHART", "bars", || ChartKind::ALL.map(ChartKind::key).to_vec()),
        "Chart: bars side by side, stacked on each other, or lines",
    ),
    option("bare", Value::Flag, "Chart: leave out events, growth between two years, the forecast and claims"),
    option(
        "about",
        Value::Texts("NAME"),
        "Claims: a person, place, topic or state that a claim must speak of; can be given several times",
    ),
    option("verdict", Value::Texts("VERDICT"), "Claims: a verdict to keep; can be given several times"),
    option("outcome", Value::Texts("OUTCOME"), "Checks: an outcome to keep; can be given several times"),
    option(
        "extent",
        Value::Key("EXTENT", "full", || Extent::BOTH.map(Extent::key).to_vec()),
        "Brief: one page, or all of it",
    ),
    option(
        "paper",
        Value::Key("PAPER", "a4", || Paper::BOTH.map(Paper::key).to_vec()),
        "Brief: the paper it is printed on",
    ),
];

const fn option(key: &'static str, value: Value, about: &'static str) -> ExportOption {
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

/// What was given to the options, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<&'static str, Vec<String>>);

impl Answers {
    /// Nothing but what stands where nothing is given.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Takes what was given to an option; to a flag, nothing but that it was given.
    pub fn give(&mut self, option: &'static str, values: Vec<String>) {
        self.0.insert(option, values);
    }

    /// Whether a flag was given.
    pub fn has(&self, option: &str) -> bool {
        self.0.contains_key(option)
    }

    /// What was given to an option.
    pub fn one(&self, option: &str) -> Option<String> {
        self.0.get(option)?.first().cloned()
    }

    /// All that was given to an option.
    pub fn all(&self, option: &str) -> Vec<String> {
        self.0.get(option).cloned().unwrap_or_default()
    }

    /// The value whose key was given to an option, else the usual one.
    pub fn among<T: Copy + Default>(
        &self,
        option: &str,
        known: impl IntoIterator<Item = T>,
        key: impl Fn(T) -> &'static str,
    ) -> T {
        let given = self.0.get(option).and_then(|values| values.first());
        given.and_then(|given| known.into_iter().find(|value| key(*value) == given)).unwrap_or_default()
    }

    /// How a picture is to look.
    pub fn look(&self) -> Look {
        let density = self.one("scale").and_then(|pixels| Density::of(pixels.parse().ok()?));
        Look {
            theme: self.among("theme", Theme::ALL, Theme::slug),
            density: density.unwrap_or_default(),
            chart: ChartLook {
                kind: self.among("chart", ChartKind::ALL, ChartKind::key),
                annotated: !self.has("bare"),
                span: None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Value, find};
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
            if let Value::Key(_, usual, known) = &option.value {
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
