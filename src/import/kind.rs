//! What tables can be of, and the document beside them: one list, from which the command line and the window are made.

use std::path::Path;

use super::apply::Desk;
use super::choices::Choices;
use super::document::{self, DOCUMENT};
use super::head::Role as _;
use super::plan::{ColumnUse, Plan};
use super::table::{Reading, Table};
use super::{ImportError, Say, claims, roster, sources, trade};
use crate::briefing::Message;
use crate::briefing::progress::Progress;
use crate::label;

/// What a table is of.
pub struct Kind {
    /// The key that is typed.
    pub key: &'static str,
    /// What it is called.
    pub label: Message,
    /// What it takes.
    pub does: Message,
    /// What is given on the command line: how that is written, and what it is.
    pub given: (&'static str, Message),
    /// Whether several can be given at once.
    pub several: bool,
    /// The keys of the layouts that it knows, each with what it is called.
    pub layouts: fn() -> Vec<(&'static str, Message)>,
    /// The keys of what a column of it can be taken as, each with what it is called.
    pub roles: fn() -> Vec<(&'static str, Message)>,
    /// What the columns of a table are taken as, as far as that is known where it cannot be imported as it is.
    pub known: fn(&mut Table, &Choices) -> Vec<ColumnUse>,
    /// Says what importing a table would do.
    pub plan: Planner,
}

/// What makes a plan of the table in a file, on a briefing, with choices, in the words of a language.
pub type Planner = fn(&Desk, &Path, &Choices, Say<'_>, &Progress) -> Result<Plan, ImportError>;

pub(super) const TRADE: &str = "trade";
pub(super) const ROSTER: &str = "roster";
pub(super) const SOURCES: &str = "sources";
pub(super) const CLAIMS: &str = "claims";

/// How the names of files end that are tables or bibliographies.
const ENDINGS: [&str; 8] = ["csv", "tsv", "tab", "xlsx", "ods", "json", "ris", "bib"];

/// Whether a file is a table, by its name.
pub fn is_named_as_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|own| ending.eq_ignore_ascii_case(own)))
}

const TABLES: (&str, Message) = ("TABLE", label!(import_options::tables_given));

/// All kinds.
pub static KINDS: [Kind; 5] = [
    Kind {
        key: TRADE,
        label: label!(import_options::trade),
        does: label!(import_options::trade_does),
        given: TABLES,
        several: true,
        layouts: || trade::LAYOUTS.iter().map(|layout| (layout.key, layout.name.clone())).collect(),
        roles: || trade::Role::ALL.iter().map(|role| (role.key(), role.label())).collect(),
        known: trade::known,
        plan: trade::plan,
    },
    Kind {
        key: ROSTER,
        label: label!(import_options::roster),
        does: label!(import_options::roster_does),
        given: TABLES,
        several: true,
        layouts: Vec::new,
        roles: || roster::Role::ALL.iter().map(|role| (role.key(), role.label())).collect(),
        known: roster::known,
        plan: roster::plan,
    },
    Kind {
        key: SOURCES,
        label: label!(import_options::sources),
        does: label!(import_options::sources_does),
        given: TABLES,
        several: true,
        layouts: || sources::FORMATS.iter().map(|format| (format.key, format.name.clone())).collect(),
        roles: Vec::new,
        known: |_, _| Vec::new(),
        plan: |desk, path, choices, say, _| sources::plan(desk, path, choices, say),
    },
    Kind {
        key: CLAIMS,
        label: label!(import_options::claims),
        does: label!(import_options::claims_does),
        given: TABLES,
        several: true,
        layouts: Vec::new,
        roles: || claims::Role::ALL.iter().map(|role| (role.key(), role.label())).collect(),
        known: claims::known,
        plan: claims::plan,
    },
    Kind {
        key: DOCUMENT,
        label: label!(import_options::document),
        does: label!(import_options::document_does),
        given: ("FILE", label!(import_options::document_given)),
        several: false,
        layouts: Vec::new,
        roles: Vec::new,
        known: |_, _| Vec::new(),
        plan: document::plan,
    },
];

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

impl Kind {
    /// The kind with a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.key == key)
    }

    /// What the table in a file looks like: what is published in a layout of its own first, then what has the heads that
    /// only one kind has.
    pub fn of_file(path: &Path, progress: &Progress) -> Option<&'static Self> {
        type Mark<'a> = (&'a dyn Fn(&mut Table) -> bool, &'static str);
        if document::is_document(path) {
            return Self::find(DOCUMENT);
        }
        let is_bibliography = || sources::is_bibliography(path);
        let Ok(mut table) = Table::open(path, &Reading::default(), progress) else {
            return is_bibliography().then(|| Self::find(SOURCES)).flatten();
        };
        let marks: [Mark<'_>; 7] = [
            (&trade::is_published, TRADE),
            (&claims::is_check_sheet, CLAIMS),
            (&trade::is_of_values, TRADE),
            (&roster::is_of_spells, ROSTER),
            (&|_| is_bibliography(), SOURCES),
            (&trade::is_of_figures, TRADE),
            (&roster::is_list, ROSTER),
        ];
        marks.iter().find(|(is, _)| is(&mut table)).and_then(|(_, key)| Self::find(key))
    }
}
