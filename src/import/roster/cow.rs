//! The Correlates of War's intergovernmental organisations: a row for each organisation and year, a column for each state,
//! with 0 for none, 1 for full, 2 for associate, 3 for observer and less than nought for not known.

use std::collections::BTreeMap;

use super::entry::RowEntry;
use crate::briefing::Date;
use crate::import::table::Row;

/// The columns that are no states.
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
    "political",
    "social",
    "economic",
];

/// Whether heads are those of such a table.
pub fn is_so(names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|own| own.eq_ignore_ascii_case(name));
    has("ioname") && has("year") && (has("sdate") || has("ionum"))
}

/// What each state was in each year.
pub struct Years {
    states: Vec<(usize, String)>,
    year: usize,
    name: usize,
    by_state: BTreeMap<usize, Vec<(i16, i32, u32)>>,
    /// The organisations that there are, by their short names.
    pub organisations: Vec<String>,
    last: i16,
}

impl Years {
    pub fn new(names: &[String]) -> Self {
        let find = |name: &str| names.iter().position(|own| own.eq_ignore_ascii_case(name)).unwrap_or_default();
        let is_state = |name: &String| !OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other)) && !name.is_empty();
        let states = names.iter().enumerate().filter(|(_, name)| is_state(name));
        Self {
            states: states.map(|(column, name)| (column, name.clone())).collect(),
            year: find("year"),
            name: find("ioname"),
            by_state: BTreeMap::new(),
            organisations: Vec::new(),
            last: i16::MIN,
        }
    }

    /// Reads a row; false where it has no year.
    pub fn read(&mut self, row: &Row) -> bool {
        let Some(year) = crate::import::period::year(row.field(self.year)) else { return false };
        let organisation = row.field(self.name);
        if !self.organisations.iter().any(|own| own == organisation) {
            self.organisations.push(organisation.to_owned());
        }
        self.last = self.last.max(year);
        for (column, _) in &self.states {
            let status = row.field(*column).parse().unwrap_or(0);
            self.by_state.entry(*column).or_default().push((year, status, row.number));
        }
        true
    }

    /// The times of status that come of it: a status that holds in the last year goes on.
    pub fn entries(mut self) -> Vec<RowEntry> {
        let mut entries: Vec<RowEntry> = Vec::new();
        for (column, name) in &self.states {
            let Some(years) = self.by_state.get_mut(column) else { continue };
            years.sort_unstable();
            let mut open: Option<(i16, i32, u32, i16)> = None;
            let mut close = |open: Option<(i16, i32, u32, i16)>, until: Option<i16>| {
                let Some((since, status, row, _)) = open else { return };
                entries.push(RowEntry {
                    state: (String::new(), name.clone()),
                    status: match status {
                        2 => "associate",
                        3 => "observer",
                        _ => "member",
                    }
                    .to_owned(),
                    since: of_year(since),
                    until: until.and_then(of_year),
                    decided: None,
                    occasion: String::new(),
                    note: String::new(),
                    row,
                });
            };
            for (year, status, row) in years.iter().copied() {
                let goes_on = open.is_some_and(|(_, own, _, before)| own == status && before + 1 >= year);
                if goes_on {
                    if let Some((.., before)) = &mut open {
                        *before = year;
                    }
                    continue;
                }
                let was = open.take();
                close(was, was.map(|(.., before)| before + 1));
                if (1..=3).contains(&status) {
                    open = Some((year, status, row, year));
                }
            }
            let until = open.filter(|(.., before)| *before < self.last).map(|(.., before)| before + 1);
            close(open, until);
        }
        entries
    }
}

fn of_year(year: i16) -> Option<Date> {
    format!("{year:04}").parse().ok()
}
