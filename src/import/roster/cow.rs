//! The Correlates of War's intergovernmental organisations, in its two tables: a row for each organisation and year with a
//! column for each state, and a row for each state and year with a column for each organisation. 0 is none, 1 full, 2
//! associate, 3 observer, less than nought not known or not there yet.

use super::panel::Panel;
use super::role::Role;
use crate::analysis::fold::known_by;
use crate::briefing::{Message, Value};
use crate::import::ImportError;
use crate::import::head::Head;
use crate::import::table::Row;
use crate::{label, message};

/// The columns of organisations and years that are no states.
const OTHERS: &[&str] = &[
    "ioname",
    "orgname",
    "year",
    "sdate",
    "deaddate",
    "longorgname",
    "ionum",
    "version",
    "dead",
    "integrated",
    "replaced",
    "igocode",
    "igocode2",
    "accuracyofpre1965membershipdates",
    "sourcesandnotes",
    "imputed",
    "political",
    "social",
    "economic",
];

/// As many organisations as anyone reads at once.
const TOLD: usize = 8;

/// Whether heads are those of such a table.
pub fn is_so(names: &[String]) -> bool {
    of_organisations(names) || of_states(names)
}

fn of_organisations(names: &[String]) -> bool {
    place(names, "ioname").is_some()
        && place(names, "year").is_some()
        && (place(names, "sdate").is_some() || place(names, "ionum").is_some())
}

fn of_states(names: &[String]) -> bool {
    ["ccode", "year", "state"].iter().all(|name| place(names, name).is_some())
}

fn place(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|own| own.eq_ignore_ascii_case(name))
}

/// Reads such a table.
pub struct Reader {
    layout: Layout,
    year: usize,
    panel: Panel,
}

enum Layout {
    /// The columns of states, that of the organisation, that of the year in which it was founded, and the organisations
    /// that there are.
    Organisations { states: Vec<(usize, String)>, name: usize, founded: Option<usize>, all: Vec<String> },
    /// The columns of the state and of the organisation.
    States { state: usize, organisation: usize },
}

impl Reader {
    /// A table with a head that is so. Of several columns of organisations it is the one that was taken as the status, else
    /// the one that is called as the organisation is.
    ///
    /// # Errors
    /// Where none of several is.
    pub fn of(file: &str, head: &Head<Role>, called: &[String]) -> Result<Self, ImportError> {
        let names = &head.names[..];
        let find = |name| place(names, name).unwrap_or_default();
        let year = find("year");
        if of_organisations(names) {
            let is_state =
                |name: &String| !OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other)) && !name.is_empty();
            let states = names.iter().enumerate().filter(|(_, name)| is_state(name));
            let states = states.map(|(column, name)| (column, name.clone())).collect();
            let (name, founded) = (find("ioname"), place(names, "sdate"));
            let layout = Layout::Organisations { states, name, founded, all: Vec::new() };
            return Ok(Self { layout, year, panel: Panel::default() });
        }
        let called: Vec<String> = called.iter().map(|name| known_by(name)).collect();
        let others = ["ccode", "year", "state", "version", ""];
        let is_other = |name: &str| others.iter().any(|other| name.eq_ignore_ascii_case(other));
        let of_name = || names.iter().position(|name| !is_other(name) && called.contains(&known_by(name)));
        let Some(organisation) = head.columns.of(Role::Status).or_else(of_name) else {
            let all = names.iter().filter(|name| !is_other(name)).take(TOLD).cloned();
            let what = message!(import::several_organisations, names = Value::list(all));
            return Err(ImportError::of_file(file, what, message!(import::one_organisation_column)));
        };
        let layout = Layout::States { state: find("state"), organisation };
        Ok(Self { layout, year, panel: Panel::default() })
    }

    /// Reads a row; false where it has no year.
    pub fn read(&mut self, row: &Row) -> bool {
        let Some(year) = crate::import::period::year(row.field(self.year)) else { return false };
        match &mut self.layout {
            Layout::Organisations { states, name, founded, all } => {
                let organisation = row.field(*name);
                if !all.iter().any(|own| own == organisation) {
                    all.push(organisation.to_owned());
                }
                let founded = founded.and_then(|column| crate::import::period::year(row.field(column)));
                self.panel.founded = self.panel.founded.or(founded);
                for (column, state) in states {
                    self.panel.add(state, year, row.field(*column), row.number);
                }
            }
            Layout::States { state, organisation } => {
                self.panel.add(row.field(*state), year, row.field(*organisation), row.number);
            }
        }
        true
    }

    /// What was read.
    ///
    /// # Errors
    /// Where it is of several organisations.
    pub fn panel(self, file: &str) -> Result<Panel, ImportError> {
        match self.layout {
            Layout::Organisations { all, .. } if all.len() > 1 => {
                let names = Value::list(all.into_iter().take(TOLD));
                let what = message!(import::several_organisations, names = names);
                Err(ImportError::of_file(file, what, message!(import::one_organisation)))
            }
            _ => Ok(self.panel),
        }
    }

    /// The key of the layout, and what it is called.
    pub const fn layout(&self) -> (&'static str, Message) {
        match self.layout {
            Layout::Organisations { .. } => ("cow-igo", label!(import::layout_cow)),
            Layout::States { .. } => ("cow-state", label!(import::layout_cow_states)),
        }
    }
}
