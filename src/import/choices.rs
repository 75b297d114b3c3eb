//! What whoever imports has chosen, where it is not found out. A window asks for a plan again with each choice.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::date::DayOrder;
use super::number::DecimalMark;
use super::table::Reading;
use crate::briefing::{Date, Key, Message, Period};
use crate::label;

/// The choices for one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How the table is read.
    pub reading: Reading,
    /// The key of its layout.
    pub layout: Option<String>,
    /// The heads of columns by the keys of what they are taken as.
    pub columns: BTreeMap<String, String>,
    /// Whom or what names of the table mean: a key of the briefing, a code, or a flow of a series.
    pub names: BTreeMap<String, String>,
    /// The rows that are kept: those that have one of some values in each of these columns, by their heads.
    pub keep: Vec<(String, Vec<String>)>,
    /// What parts fractions.
    pub decimal: Option<DecimalMark>,
    /// The series that the figures are added to.
    pub series: Option<Key>,
    /// The scale of a new series: `bn`, `m`, `k`, or nothing for ones.
    pub scale: Option<String>,
    /// Which way goods went, where the table does not say.
    pub flow: Option<Way>,
    /// Which of two numbers of a date is the month, where the table does not show.
    pub dates: Option<DayOrder>,
    /// What the figures are in, where the table does not say.
    pub unit: Option<String>,
    /// The period that the figures are of, where the table does not say.
    pub period: Option<Period>,
    /// The month in which fiscal years begin.
    pub fiscal: Option<i8>,
    /// Who counted, where the table does not say.
    pub reporter: Option<String>,
    /// With whom was traded, where the table does not say.
    pub partner: Option<String>,
    /// The organisation whose roster is added to.
    pub organisation: Option<Key>,
    /// Since when states have a status of which the table says no day.
    pub since: Option<Date>,
    /// The status that states have of which the table says none.
    pub status: Option<String>,
    /// The older edition of the document.
    pub was: Option<PathBuf>,
    /// Who published the table.
    pub publisher: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// Where it is found.
    pub address: Option<String>,
    /// The day on which it was read.
    pub read: Option<Date>,
}

/// Which way goods went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the one who counted.
    Exports,
    /// To the one who counted.
    Imports,
    /// Both together.
    Total,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Exports, Self::Imports, Self::Total];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exports => "exports",
            Self::Imports => "imports",
            Self::Total => "total",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Message {
        match self {
            Self::Exports => label!(import_options::flow_exports),
            Self::Imports => label!(import_options::flow_imports),
            Self::Total => label!(import_options::flow_total),
        }
    }
}
