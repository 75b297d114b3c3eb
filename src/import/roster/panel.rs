//! What each state was in each year that a table has, and the times of status that come of it. Such a table is cut off: who
//! is a member in its first year became one then or before, and after its last year nothing is known.

use ahash::AHashMap;

use super::entry::RowEntry;
use crate::briefing::{Date, Value};
use crate::import::date::Written;
use crate::import::parties::states_meant;
use crate::import::plan::Plan;
use crate::message;

/// As many states as anyone reads at once.
const TOLD: usize = 12;

/// What the states were in each year.
#[derive(Default)]
pub struct Panel {
    states: Vec<(String, Vec<InYear>)>,
    by_name: AHashMap<String, usize>,
    /// The year in which the organisation was founded, where the table says so.
    pub founded: Option<i16>,
    /// The last year of the table.
    pub last: Option<i16>,
    /// States of which the table says of some year that it does not know.
    pub unknown: Vec<String>,
}

/// What a state was in a year: 1 full, 2 associate, 3 observer, anything less nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct InYear {
    year: i16,
    status: i8,
    row: u32,
}

/// A status that goes on.
struct Open {
    since: Written,
    first: InYear,
    last: i16,
}

impl Panel {
    /// Notes what a state was in a year, as the table writes it: less than minus one, or no number, is not known.
    pub fn add(&mut self, state: &str, year: i16, status: &str, row: u32) {
        self.last = self.last.max(Some(year));
        let at = self.by_name.get(state).copied().unwrap_or_else(|| {
            self.states.push((state.to_owned(), Vec::new()));
            self.by_name.insert(state.to_owned(), self.states.len() - 1);
            self.states.len() - 1
        });
        match (status.parse::<i8>(), self.states.get_mut(at)) {
            (Ok(status @ -1..), Some((_, years))) => years.push(InYear { year, status: status.max(0), row }),
            _ if self.unknown.last().is_some_and(|own| own == state) => {}
            _ => self.unknown.push(state.to_owned()),
        }
    }

    /// The times of status that come of it: a status that holds in the last year goes on.
    pub fn entries(&mut self) -> Vec<RowEntry> {
        self.unknown.retain(|name| states_meant(name).len() == 1);
        self.unknown.sort();
        self.unknown.dedup();
        let mut entries = Vec::new();
        for (name, years) in &mut self.states {
            years.sort_unstable();
            of_state(name, years, self.founded, &mut entries);
        }
        entries
    }
}

impl Panel {
    /// Says where the table is cut off, and of whom it does not know.
    pub fn say(&self, as_of: Date, plan: &mut Plan) {
        if let Some(last) = self.last.filter(|last| *last < as_of.last_day().year()) {
            plan.remarks.push(message!(import::panel_ends, year = last.to_string()));
        }
        if !self.unknown.is_empty() {
            let states = Value::list(self.unknown.iter().take(TOLD).cloned());
            plan.remarks.push(message!(import::unknown_years, states = states));
        }
    }
}

fn of_state(name: &str, years: &[InYear], founded: Option<i16>, entries: &mut Vec<RowEntry>) {
    let mut open: Option<Open> = None;
    let mut before: Option<i16> = None;
    for year in years {
        match &mut open {
            Some(open) if open.first.status == year.status => open.last = year.year,
            _ => {
                entries.extend(open.take().map(|was| entry(name, &was, changed(Some(was.last), year.year))));
                if (1..=3).contains(&year.status) {
                    let is_founder = founded == Some(year.year);
                    let since = if is_founder { of_year(year.year) } else { changed(before, year.year) };
                    open = Some(Open { since, first: *year, last: year.year });
                }
            }
        }
        before = Some(year.year);
    }
    entries.extend(open.map(|open| entry(name, &open, Written::Absent)));
}

/// When something changed that is otherwise in a year than in the one before it that is known.
fn changed(before: Option<i16>, year: i16) -> Written {
    if before.is_some_and(|before| before + 1 == year) {
        return of_year(year);
    }
    date(year).map_or(Written::Absent, |by| Written::Within(before.and_then(date), by))
}

fn of_year(year: i16) -> Written {
    date(year).map_or(Written::Absent, Written::Date)
}

fn date(year: i16) -> Option<Date> {
    format!("{year:04}").parse().ok()
}

fn entry(state: &str, open: &Open, until: Written) -> RowEntry {
    let status = match open.first.status {
        2 => "associate",
        3 => "observer",
        _ => "member",
    };
    RowEntry {
        state: (String::new(), state.to_owned()),
        status: status.to_owned(),
        since: open.since.clone(),
        until,
        row: open.first.row,
        ..RowEntry::default()
    }
}
