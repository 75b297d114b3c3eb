//! The roster as one list, of every day and both editions: what is needed to narrow it down and to sort it where the
//! briefing is not at hand, as in a page of a browser.
//!
//! What is kept of it by search, facets and years, and in which order, is what [`view`](super::view) would keep.

use std::collections::BTreeSet;

use jiff::civil;

use super::list::SpellIndex;
use super::listing::{FacetColumn, facet_columns};
use super::order;
use super::state_columns::StateColumns;
use super::{Column, RosterRow, Sort};
use crate::analysis::facets::FacetValue;
use crate::analysis::search_text::SearchText;
use crate::briefing::{Members, Roster};

/// Every row that the roster has on any day, and every row of the printed list.
#[derive(Clone, Debug)]
pub struct Register {
    /// The rows: those of the corrected list, the rows of a state together, then those of the printed list in its order.
    pub entries: Vec<Entry>,
    /// The values of each facet, in the order shown; the counts are those of all entries and say nothing.
    pub values: [Vec<FacetValue>; 4],
    /// For each column of the table the rank of every entry, the smallest first and the largest first. What is missing
    /// has none, and stands last whichever way round; what has the same rank keeps the order of the first column.
    pub orders: Vec<(Column, [Vec<Option<u32>>; 2])>,
    /// What each state is searched by, folded, in the order of the roster's states.
    pub texts: SearchText,
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row.
    pub row: RosterRow,
    /// The days on which it stands in the list: from the first, and until the last is over. The printed list has none.
    pub days: Option<(civil::Date, Option<civil::Date>)>,
    /// The values that it has of each facet, as places in [`Register::values`]. Only of the first there may be two.
    pub facets: [Vec<usize>; 4],
    /// The year in which its status began, where that is known.
    pub year: Option<i16>,
}

impl Register {
    /// The register of a roster.
    pub fn new(members: Members<'_>) -> Self {
        let roster = members.roster;
        let index = SpellIndex::new(roster);
        let states = StateColumns::new(members);
        let corrected = corrected(roster, &index);
        let printed = index.printed(members).into_iter().map(|row| (row, None));
        let rows: Vec<(RosterRow, Option<_>)> =
            corrected.into_iter().map(|(row, days)| (row, Some(days))).chain(printed).collect();
        let bare: Vec<RosterRow> = rows.iter().map(|(row, _)| *row).collect();
        let columns = facet_columns(roster, &index, &states, &bare);
        let entries = rows.iter().enumerate().map(|(number, (row, days))| {
            let beside = row.beside_index(roster);
            let value = |facet: usize| columns[facet].codes[number] as usize;
            let facets =
                [0, 1, 2, 3].map(|facet| std::iter::once(value(facet)).chain(beside.filter(|_| facet == 0)).collect());
            let year = row.spell_in(roster).map(|spell| spell.from.first_day().year());
            Entry { row: *row, days: *days, facets, year }
        });
        Self {
            entries: entries.collect(),
            orders: orders(members, &bare, &columns),
            values: columns.map(|column| column.values),
            texts: SearchText::new(roster.states.iter().map(super::index::texts)),
        }
    }
}

/// The rank of every row by each column of the table, both ways round.
fn orders(
    members: Members<'_>,
    rows: &[RosterRow],
    columns: &[FacetColumn; 4],
) -> Vec<(Column, [Vec<Option<u32>>; 2])> {
    let by_name = order::by_name(members);
    let mut places = vec![0; members.roster.states.len()];
    for (state, place) in by_name.iter().zip(0..) {
        places[*state as usize] = place;
    }
    let ranked = |column: Column, descending: bool| {
        let keys = order::keys_of(members, rows, &places, columns, Sort { column, descending });
        let known: BTreeSet<u64> = keys.iter().flatten().copied().collect();
        let known: Vec<u64> = known.into_iter().collect();
        keys.into_iter().map(|key| known.binary_search(&key?).ok().map(|rank| rank as u32)).collect()
    };
    Column::in_table().map(|(column, _)| (column, [false, true].map(|descending| ranked(column, descending)))).collect()
}

/// The rows of the corrected list, each with the days on which it stands there.
fn corrected(roster: &Roster, index: &SpellIndex) -> Vec<(RosterRow, (civil::Date, Option<civil::Date>))> {
    let mut rows: Vec<(RosterRow, (civil::Date, Option<civil::Date>))> = Vec::new();
    for state in 0..roster.states.len() {
        // What begins and ends, in the order of time; what is held on a day is known by what is held now.
        let mut turns: Vec<(civil::Date, bool, usize, usize)> = Vec::new();
        for (spell, status) in index.of_state(state) {
            let (from, until) = (roster.spells[spell].from.first_day(), roster.spells[spell].until);
            let until = until.map(crate::briefing::Date::first_day);
            if until.is_none_or(|until| from < until) {
                turns.push((from, true, spell, status));
                turns.extend(until.map(|until| (until, false, spell, status)));
            }
        }
        turns.sort_unstable();
        let (mut held, mut besides) = (BTreeSet::new(), BTreeSet::new());
        let mut turns = turns.into_iter().peekable();
        while let Some((day, begins, spell, status)) = turns.next() {
            let is_beside = roster.statuses[status].beside;
            if begins {
                held.insert((spell, status));
                besides.extend(is_beside.then_some(spell));
            } else {
                held.remove(&(spell, status));
                besides.remove(&spell);
            }
            let next = turns.peek().map(|(next, ..)| *next);
            if next == Some(day) {
                continue;
            }
            let Some(row) = row(roster, state, &held, &besides) else { continue };
            match rows.last_mut() {
                Some((last, (_, until))) if *last == row && *until == Some(day) => *until = next,
                _ => rows.push((row, (day, next))),
            }
        }
    }
    rows
}

/// The row of a state that holds some spells, as [`SpellIndex::on_date`] makes it.
fn row(roster: &Roster, state: usize, held: &BTreeSet<(usize, usize)>, besides: &BTreeSet<usize>) -> Option<RosterRow> {
    let mut held = held.iter().copied();
    let (spell, status) = held.next()?;
    let row = RosterRow { state, status, spell: Some(spell), beside: None, printed: None, repeated: false };
    if !roster.statuses[status].beside {
        return Some(RosterRow { beside: besides.first().copied(), ..row });
    }
    Some(match held.next() {
        Some((other, of)) if !roster.statuses[of].beside => {
            RosterRow { status: of, spell: Some(other), beside: Some(spell), ..row }
        }
        Some((other, _)) => RosterRow { beside: Some(other), ..row },
        None => row,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{Entry, Register};
    use crate::analysis::roster::{Column, Edition, RosterQuery, RosterRow, Sort, view};
    use crate::briefing::{Briefing, Date, Members, main_members};

    fn on(register: &Register, day: jiff::civil::Date) -> impl Iterator<Item = (usize, &Entry)> {
        let stands = move |entry: &Entry| {
            entry.days.is_some_and(|(from, until)| from <= day && until.is_none_or(|until| day < until))
        };
        register.entries.iter().enumerate().filter(move |(_, entry)| stands(entry))
    }

    /// The entries of a day sorted as a page sorts them: by rank, what has none last.
    fn sorted(register: &Register, day: jiff::civil::Date, column: Column, descending: bool) -> Vec<RosterRow> {
        let ranks: BTreeMap<&str, &[Vec<Option<u32>>; 2]> =
            register.orders.iter().map(|(column, ranks)| (column.key, ranks)).collect();
        let mut rows: Vec<(usize, RosterRow)> = on(register, day).map(|(number, entry)| (number, entry.row)).collect();
        let rank =
            |number: usize, key: &str, way: bool| ranks[key][usize::from(way)][number].map_or(u64::MAX, u64::from);
        rows.sort_by_key(|(number, _)| (rank(*number, column.key, descending), rank(*number, "state", false)));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn agrees(members: Members<'_>, register: &Register, day: jiff::civil::Date) {
        for (column, _) in Column::in_table() {
            for descending in [false, true] {
                let query = RosterQuery { sort: vec![Sort { column, descending }], ..RosterQuery::on(day) };
                let rows: Vec<RosterRow> = view(members, &query).rows().collect();
                assert_eq!(sorted(register, day, column, descending), rows, "{day} {column:?} {descending}");
            }
        }
        let view = view(members, &RosterQuery::on(day));
        for ((facet, values), (place, known)) in view.facets.iter().zip(register.values.iter().enumerate()) {
            for value in values {
                let has = |entry: &Entry| entry.facets[place].iter().any(|at| known[*at].value == value.value);
                let count = on(register, day).filter(|(_, entry)| has(entry)).count();
                assert_eq!(count, value.all, "{day} {facet:?} {}", value.value);
            }
        }
    }

    #[test]
    fn on_every_day_it_is_the_list_of_that_day_in_every_order() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let members = main_members(&briefing);
        let register = Register::new(members);
        for day in [date(1999, 1, 1), date(2001, 6, 15), date(2016, 6, 24), date(2025, 7, 14), date(2026, 9, 1)] {
            agrees(members, &register, day);
        }
        let printed: Vec<RosterRow> =
            register.entries.iter().filter(|entry| entry.days.is_none()).map(|entry| entry.row).collect();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        assert_eq!(printed, view(members, &query).rows().collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn whatever_the_spells_are_it_is_the_list_of_the_day(
            spells in prop::collection::vec((0usize..3, 0usize..3, 2000i16..2006, prop::option::of(2000i16..2008)), 0..12),
            beside in 0usize..4,
            year in 1999i16..2009,
        ) {
            let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
            let roster = &mut briefing.rosters[0];
            for (number, status) in roster.statuses.iter_mut().enumerate() {
                status.beside = number == beside;
            }
            let some = roster.spells[0].clone();
            let (states, statuses) = (roster.states.len(), roster.statuses.len());
            roster.spells = spells.iter().map(|(state, status, from, until)| {
                let mut spell = some.clone();
                spell.state = roster.states[state % states].id.clone();
                spell.status = roster.statuses[status % statuses].id.clone();
                spell.from = Date::day(date(*from, 1, 1));
                spell.until = until.map(|year| Date::day(date(year, 1, 1)));
                spell
            }).collect();
            let members = main_members(&briefing);
            let register = Register::new(members);
            let mut rows: Vec<RosterRow> = on(&register, date(year, 6, 1)).map(|(_, entry)| entry.row).collect();
            rows.sort_by_key(|row| row.state);
            prop_assert_eq!(rows, crate::analysis::roster::on_date(&briefing.rosters[0], date(year, 6, 1)));
        }
    }
}
