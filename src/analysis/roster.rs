//! Who belongs to the organisation on a date: the roster, filtered and sorted.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use jiff::civil;

use super::facets::{self, Choice, Facet, FacetValue};
use super::fold::fold;
use crate::briefing::{Briefing, Citation, Roster, Spell, State, Status};

/// Which list is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// The list as the document printed it, mistakes and all.
    Printed,
    /// The list as the spells of status give it.
    #[default]
    Corrected,
}

/// A column the roster is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// By name; the printed list by its own order.
    #[default]
    State,
    /// By status, highest first.
    Status,
    /// By UN region.
    Region,
    /// By the date since which the status holds.
    Since,
    /// By population.
    Population,
}

/// What a reader wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterQuery {
    /// The date the roster is asked for. The printed list has the document's date and no other.
    pub as_of: civil::Date,
    /// Which list.
    pub edition: Edition,
    /// Text that a row's names, capital or codes must contain.
    pub search: String,
    /// The facet values kept.
    pub choice: Choice,
    /// The columns sorted by, the first before the second. Missing values stay last in both directions.
    pub sort: Vec<Sort>,
}

/// A column that is sorted by, and which way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest come first.
    pub descending: bool,
}

impl RosterQuery {
    /// The whole corrected list on a date.
    pub fn on(as_of: civil::Date) -> Self {
        Self {
            as_of,
            edition: Edition::default(),
            search: String::new(),
            choice: Choice::default(),
            sort: vec![Sort { column: Column::default(), descending: false }],
        }
    }

    /// Sorts by a column; once more, the other way round. With `further`, within what is sorted by already.
    pub fn sort_by(&mut self, column: Column, further: bool) {
        if let Some(sort) = self.sort.iter_mut().find(|sort| sort.column == column) {
            sort.descending = !sort.descending;
            if !further {
                self.sort.retain(|sort| sort.column == column);
            }
            return;
        }
        // Two columns are as many as anyone keeps in mind.
        self.sort.truncate(usize::from(further));
        self.sort.push(Sort { column, descending: false });
    }

    /// How many filters are on.
    pub fn filters(&self) -> usize {
        self.choice.len() + usize::from(!self.search.trim().is_empty())
    }
}

/// What the reader sees: the one projection behind the table, its counts and what is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterView {
    /// The rows, filtered and sorted.
    pub rows: Vec<RosterRow>,
    /// The rows that the filters leave out, in the order of the list.
    pub hidden: Vec<RosterRow>,
    /// How many rows there are without filters.
    pub total: usize,
    /// Each facet with its values, in the order of [`Facet::ALL`].
    pub facets: Vec<(Facet, Vec<FacetValue>)>,
    /// The people of the rows, each state once.
    pub population: Population,
}

/// How many people live in some states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// The states, each counted once.
    pub states: usize,
    /// Those whose population is known.
    pub known: usize,
    /// The sum of the known populations.
    pub persons: u64,
}

/// One row: a state with a status, or an entry of the printed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// Index into the roster's states.
    pub state: usize,
    /// Index into the roster's statuses.
    pub status: usize,
    /// Index into the roster's spells, where one says since when.
    pub spell: Option<usize>,
    /// Index into the printed list, in the printed edition.
    pub printed: Option<usize>,
    /// Whether the printed list names this state above already.
    pub repeated: bool,
}

impl RosterRow {
    /// The state.
    pub fn state_in<'a>(&self, roster: &'a Roster) -> &'a State {
        &roster.states[self.state]
    }

    /// The status.
    pub fn status_in<'a>(&self, roster: &'a Roster) -> &'a Status {
        &roster.statuses[self.status]
    }

    /// The spell of the status, where one is known.
    pub fn spell_in<'a>(&self, roster: &'a Roster) -> Option<&'a Spell> {
        self.spell.map(|index| &roster.spells[index])
    }

    /// What the row rests on: its spell's citations, or its place in the printed list.
    pub fn citations(&self, briefing: &Briefing) -> Vec<Citation> {
        let roster = &briefing.roster;
        if let Some(spell) = self.spell_in(roster) {
            return spell.citations.clone();
        }
        let entry = self.printed.map(|index| &roster.printed[index]);
        let source = &briefing.document.source;
        entry.map(|entry| Citation { source: source.clone(), at: Some(entry.at) }).into_iter().collect()
    }
}

/// The roster as a query asks for it.
pub fn view(briefing: &Briefing, query: &RosterQuery) -> RosterView {
    let roster = &briefing.roster;
    let all = match query.edition {
        Edition::Corrected => on_date(roster, query.as_of),
        Edition::Printed => printed(briefing),
    };
    let needle = fold(query.search.trim());
    let found: Vec<bool> = all.iter().map(|row| needle.is_empty() || matches(roster, row, &needle)).collect();
    let counted = |facet| (facet, facets::count(roster, facet, &all, &found, &query.choice));
    let facets = Facet::ALL.map(counted).into();
    let total = all.len();
    let kept = |(row, found): &(RosterRow, bool)| *found && query.choice.passes(roster, row, None);
    let (rows, hidden): (Vec<_>, Vec<_>) = all.into_iter().zip(found).partition(kept);
    let [mut rows, hidden] =
        [rows, hidden].map(|rows| rows.into_iter().map(|(row, _)| row).collect::<Vec<RosterRow>>());
    sort(briefing, &mut rows, query);
    let population = population(roster, &rows);
    RosterView { rows, hidden, total, facets, population }
}

fn population(roster: &Roster, rows: &[RosterRow]) -> Population {
    let mut sum = Population::default();
    for state in rows.iter().filter(|row| !row.repeated).map(|row| row.state_in(roster)) {
        sum.states += 1;
        if let Some(persons) = state.population {
            sum.known += 1;
            sum.persons = sum.persons.saturating_add(persons);
        }
    }
    sum
}

/// The states with a status on a date, in the order of the roster's states.
pub fn on_date(roster: &Roster, date: civil::Date) -> Vec<RosterRow> {
    let row = |(state, entry): (usize, &State)| {
        let spell = roster.spells.iter().position(|spell| spell.state == entry.id && holds(spell, date))?;
        let status = roster.statuses.iter().position(|status| status.id == roster.spells[spell].status)?;
        Some(RosterRow { state, status, spell: Some(spell), printed: None, repeated: false })
    };
    roster.states.iter().enumerate().filter_map(row).collect()
}

/// Every day on which the roster changes, in order.
pub fn changes(roster: &Roster) -> Vec<civil::Date> {
    let dates = roster.spells.iter().flat_map(|spell| [Some(spell.from), spell.until]).flatten();
    let days: BTreeSet<civil::Date> = dates.map(crate::briefing::Date::first_day).collect();
    days.into_iter().collect()
}

/// Whether a spell covers a day. A date known to the month or year counts from its first day.
pub fn holds(spell: &Spell, date: civil::Date) -> bool {
    spell.from.first_day() <= date && spell.until.is_none_or(|until| date < until.first_day())
}

/// The list as printed, in its order.
fn printed(briefing: &Briefing) -> Vec<RosterRow> {
    let roster = &briefing.roster;
    let date = briefing.manifest.as_of.first_day();
    let row = |(index, entry): (usize, &crate::briefing::PrintedEntry)| {
        let state = roster.states.iter().position(|state| state.id == entry.state)?;
        let status = roster.statuses.iter().position(|status| status.id == entry.status)?;
        let spell = roster
            .spells
            .iter()
            .position(|spell| spell.state == entry.state && spell.status == entry.status && holds(spell, date));
        let repeated = roster.printed[..index].iter().any(|above| above.state == entry.state);
        Some(RosterRow { state, status, spell, printed: Some(index), repeated })
    };
    roster.printed.iter().enumerate().filter_map(row).collect()
}

/// The states that have a status on the document's date and that the printed list leaves out.
pub fn left_out(briefing: &Briefing) -> Vec<&State> {
    let roster = &briefing.roster;
    on_date(roster, briefing.manifest.as_of.first_day())
        .into_iter()
        .map(|row| &roster.states[row.state])
        .filter(|state| roster.printed.iter().all(|entry| entry.state != state.id))
        .collect()
}

fn matches(roster: &Roster, row: &RosterRow, needle: &str) -> bool {
    let state = row.state_in(roster);
    let printed = row.printed.map(|index| roster.printed[index].printed.as_str());
    let names = state.names.iter().map(|(_, name)| name);
    let others = state.aliases.iter().map(String::as_str);
    let codes = [&state.capital, &state.alpha2, &state.alpha3, &state.numeric].map(String::as_str);
    names.chain(others).chain(codes).chain(printed).any(|text| fold(text).contains(needle))
}

fn sort(briefing: &Briefing, rows: &mut [RosterRow], query: &RosterQuery) {
    let roster = &briefing.roster;
    let name = |row: &RosterRow| fold(briefing.name(&row.state_in(roster).names));
    let by_name = |a: &RosterRow, b: &RosterRow| match query.edition {
        Edition::Corrected => name(a).cmp(&name(b)),
        Edition::Printed => a.printed.cmp(&b.printed),
    };
    let since = |row: &RosterRow| row.spell_in(roster).map(|spell| spell.from);
    let people = |row: &RosterRow| row.state_in(roster).population;
    rows.sort_by(|a, b| {
        let by = |sort: &Sort| match sort.column {
            Column::State => turn(by_name(a, b), sort.descending),
            Column::Status => turn(a.status.cmp(&b.status), sort.descending),
            Column::Region => turn(a.state_in(roster).region.cmp(&b.state_in(roster).region), sort.descending),
            Column::Since => missing_last(since(a), since(b), sort.descending),
            Column::Population => missing_last(people(a), people(b), sort.descending),
        };
        query.sort.iter().map(by).find(|order| order.is_ne()).unwrap_or_else(|| by_name(a, b))
    });
}

const fn turn(order: Ordering, descending: bool) -> Ordering {
    if descending { order.reverse() } else { order }
}

fn missing_last<T: Ord>(a: Option<T>, b: Option<T>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => turn(a.cmp(&b), descending),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{Column, Edition, RosterQuery, RosterView, Sort, left_out, view};
    use crate::analysis::facets::Facet;
    use crate::briefing::Briefing;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn counts(view: &RosterView) -> Vec<usize> {
        let (_, statuses) = view.facets.iter().find(|(facet, _)| *facet == Facet::Status).expect("statuses");
        statuses.iter().map(|status| status.all).collect()
    }

    fn names(briefing: &Briefing, view: &RosterView) -> Vec<String> {
        let name = |row: &super::RosterRow| briefing.name(&row.state_in(&briefing.roster).names).to_owned();
        view.rows.iter().map(name).collect()
    }

    fn search(text: &str) -> Vec<String> {
        let briefing = bundled();
        let query = RosterQuery { search: text.to_owned(), ..RosterQuery::on(date(2025, 7, 14)) };
        names(&briefing, &view(&briefing, &query))
    }

    #[test]
    fn the_roster_follows_its_date() {
        let briefing = bundled();
        let on = |day| counts(&view(&briefing, &RosterQuery::on(day)));
        assert_eq!(on(date(2001, 6, 14)), [0_usize; 0], "before it was founded");
        assert_eq!(on(date(2001, 6, 15)), [6], "founders");
        assert_eq!(on(date(2025, 7, 14)), [10, 2, 14], "when the article was written");
        assert_eq!(on(date(2025, 8, 31)), [10, 2, 14], "the day before the merger");
        assert_eq!(on(date(2025, 9, 1)), [10, 17], "after the merger");
    }

    #[test]
    fn the_roster_is_right_on_every_day_it_changed() {
        let briefing = bundled();
        let on = |day| counts(&view(&briefing, &RosterQuery::on(day)));
        for (day, expected) in [
            (date(2004, 1, 1), vec![6, 1]),
            (date(2012, 6, 7), vec![6, 5, 2]),
            (date(2015, 9, 24), vec![6, 6, 3]),
            (date(2017, 6, 9), vec![8, 4, 6]),
            (date(2023, 7, 4), vec![9, 3, 13]),
            (date(2024, 7, 4), vec![10, 2, 14]),
        ] {
            assert_eq!(on(day), expected, "{day}");
        }
        assert!(super::changes(&briefing.roster).len() > 12);
    }

    #[test]
    fn the_printed_list_keeps_its_mistakes() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        let printed = view(&briefing, &query);
        assert_eq!(printed.rows.len(), 26);
        let repeated: Vec<_> = printed.rows.iter().filter(|row| row.repeated).collect();
        assert_eq!(repeated.len(), 1);
        assert_eq!(repeated[0].state_in(&briefing.roster).id.as_str(), "nepal");
        let omitted: Vec<_> = left_out(&briefing).iter().map(|state| state.id.as_str().to_owned()).collect();
        assert_eq!(omitted, ["turkiye"]);
    }

    #[test]
    fn search_finds_every_name_a_reader_may_know() {
        for (typed, found) in [
            ("turkey", "Türkiye"),
            ("TÜRK", "Türkiye"),
            ("burma", "Myanmar"),
            ("оаэ", "United Arab Emirates"),
            ("尼泊尔", "Nepal"),
            ("minsk", "Belarus"),
            ("KGZ", "Kyrgyzstan"),
        ] {
            assert_eq!(search(typed), [found], "{typed}");
        }
        assert!(search("atlantis").is_empty());
    }

    #[test]
    fn a_status_filter_keeps_the_counts_of_the_others() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.choice.toggle(Facet::Status, "observer");
        let filtered = view(&briefing, &query);
        assert_eq!(names(&briefing, &filtered), ["Afghanistan", "Mongolia"]);
        assert_eq!(counts(&filtered), [10, 2, 14]);
    }

    #[test]
    fn dates_sort_by_date_in_both_directions() {
        let briefing = bundled();
        for descending in [false, true] {
            let query = RosterQuery {
                sort: vec![Sort { column: Column::Since, descending }],
                ..RosterQuery::on(date(2025, 7, 14))
            };
            let sorted = view(&briefing, &query);
            let since: Vec<_> =
                sorted.rows.iter().map(|row| row.spell_in(&briefing.roster).expect("a spell").from).collect();
            assert!(since.is_sorted_by(|a, b| if descending { a >= b } else { a <= b }), "{since:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_the_rows_are_a_part_of_the_list(text in "\\PC{0,12}") {
            let briefing = bundled();
            let query = RosterQuery { search: text, ..RosterQuery::on(date(2025, 7, 14)) };
            let found = view(&briefing, &query);
            prop_assert!(found.rows.len() <= found.total);
            for (facet, values) in &found.facets {
                prop_assert_eq!(found.rows.len(), values.iter().map(|value| value.matching).sum::<usize>(), "{:?}", facet);
            }
        }

        #[test]
        fn sorting_keeps_every_row_and_is_the_same_twice(first in 0usize..5, second in 0usize..5, down: bool, up: bool) {
            let columns = [Column::State, Column::Status, Column::Region, Column::Since, Column::Population];
            let briefing = bundled();
            let sort = vec![
                Sort { column: columns[first], descending: down },
                Sort { column: columns[second], descending: up },
            ];
            let query = RosterQuery { sort, ..RosterQuery::on(date(2025, 9, 1)) };
            let once = view(&briefing, &query);
            prop_assert_eq!(once.rows.len(), 27);
            prop_assert_eq!(&once, &view(&briefing, &query));
        }
    }

    #[test]
    fn a_second_column_sorts_within_the_first() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.sort_by(Column::Status, false);
        query.sort_by(Column::Population, true);
        query.sort_by(Column::Population, true);
        let sorted = names(&briefing, &view(&briefing, &query));
        assert_eq!(sorted[..3], ["China", "India", "Pakistan"], "members, the most populous first");
        assert_eq!(sorted[10..12], ["Afghanistan", "Mongolia"], "then the observers");
    }

    #[test]
    fn people_are_counted_once_however_often_a_state_is_printed() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        assert_eq!(view(&briefing, &query).population.states, 25);
    }
}
