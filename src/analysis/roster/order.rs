//! The order of rows: names by the rules of their language, missing values last whichever way round.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::listing::{FacetColumn, Listing};
use super::{CellValue, Column, Order, RosterRow, Sort};
use crate::analysis::collation::Collation;
use crate::analysis::facets::FacetName;
use crate::briefing::{Date, Members, cores};

/// Entries in an order.
pub(super) type Entries = Arc<[u32]>;

/// Sorts after everything else.
const MISSING: u64 = u64::MAX;

/// All states by name, in the order of the language that is shown first.
pub(super) fn by_name(members: Members<'_>) -> Entries {
    let rules = Collation::of(&members);
    let states = &members.roster.states;
    let names: Vec<&str> = states.iter().map(|state| members.name(&state.names)).collect();
    let mut order: Vec<u32> = (0..states.len() as u32).collect();
    cores::sort(&mut order, |a, b| rules.compare(names[*a as usize], names[*b as usize]));
    order.into()
}

/// The entries that are present, sorted; what is equal in every column keeps the order of the list.
pub(super) fn sorted(members: Members<'_>, listing: &Listing, all: &Entries, sort: &[Sort]) -> Entries {
    let mut order: Vec<u32> = all.iter().copied().filter(|entry| listing.present.contains(*entry as usize)).collect();
    let keys: Vec<Vec<u64>> = sort.iter().map(|sort| keys(members, listing, all, *sort)).collect();
    if sort != [Sort { column: Column::STATE, descending: false }] {
        let compare = |a: &u32, b: &u32, keys: &Vec<u64>| keys[*a as usize].cmp(&keys[*b as usize]);
        cores::sort(&mut order, |a, b| {
            keys.iter().map(|keys| compare(a, b, keys)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        });
    }
    order.into()
}

/// For each entry a number that sorts it, the direction being part of it.
fn keys(members: Members<'_>, listing: &Listing, all: &Entries, sort: Sort) -> Vec<u64> {
    let row = |entry: usize| listing.row(entry);
    let sorting = Sorting::new(members, &listing.columns, sort, || listing.present.ones().map(row));
    let mut places = vec![0; if matches!(sort.column.order, Order::List) { listing.entries() } else { 0 }];
    for (entry, place) in all.iter().zip(0..).take(places.len()) {
        places[*entry as usize] = place;
    }
    let place = |entry: usize| (listing.is_printed() || sorting.is_named(entry)).then(|| places[entry]);
    let mut keys = vec![MISSING; listing.entries()];
    listing.present.ones().for_each(|entry| keys[entry] = sorting.key(entry, || place(entry), || row(entry)));
    keys
}

/// For each of some rows a number that sorts it, the direction being part of it; none where what it is sorted by is
/// missing. `places` are those of the states by name, `columns` the facets of the rows.
pub(super) fn keys_of(
    members: Members<'_>,
    rows: &[RosterRow],
    places: &[u64],
    columns: &[FacetColumn; 4],
    sort: Sort,
) -> Vec<Option<u64>> {
    let sorting = Sorting::new(members, columns, sort, || rows.iter().copied());
    let place = |row: &RosterRow| match row.printed {
        Some(printed) => Some(printed as u64),
        None => sorting.is_named(row.state).then(|| places[row.state]),
    };
    let key = |(at, row): (usize, &RosterRow)| sorting.key(at, || place(row), || *row);
    rows.iter().enumerate().map(key).map(|key| (key != MISSING).then_some(key)).collect()
}

/// What some rows are sorted by.
struct Sorting<'a> {
    members: Members<'a>,
    columns: &'a [FacetColumn; 4],
    sort: Sort,
    /// The texts that they are sorted by, each with its place.
    ranks: HashMap<Cow<'a, str>, u64>,
}

impl<'a> Sorting<'a> {
    fn new<R: Iterator<Item = RosterRow>>(
        members: Members<'a>,
        columns: &'a [FacetColumn; 4],
        sort: Sort,
        rows: impl FnOnce() -> R,
    ) -> Self {
        let ranks = match sort.column.order {
            Order::Value => ranks(members, rows().map(|row| (sort.column.value)(members, &row))),
            _ => HashMap::new(),
        };
        Self { members, columns, sort, ranks }
    }

    /// Whether a state has a name; one without stands last in the list, whichever way round.
    fn is_named(&self, state: usize) -> bool {
        !self.members.name(&self.members.roster.states[state].names).is_empty()
    }

    /// The key of a row: `at` is its place in the facets, `place` that in the list, where it has one.
    fn key(&self, at: usize, place: impl FnOnce() -> Option<u64>, row: impl FnOnce() -> RosterRow) -> u64 {
        let number = |number| turned(number, self.sort.descending);
        match self.sort.column.order {
            Order::List => place().map_or(MISSING, number),
            Order::Facet(facet) => {
                let column = &self.columns[facet as usize];
                let code = column.codes[at];
                if column.values[code as usize].name == FacetName::Unknown { MISSING } else { number(code.into()) }
            }
            Order::Number(of) => of(self.members, &row()).map_or(MISSING, number),
            Order::Value => {
                value_key(&(self.sort.column.value)(self.members, &row()), &self.ranks, self.sort.descending)
            }
        }
    }
}

/// What sorts a value, `ranks` being the places of the texts among them.
fn value_key(value: &CellValue<'_>, ranks: &HashMap<Cow<'_, str>, u64>, descending: bool) -> u64 {
    let number = |number| turned(number, descending);
    match value {
        CellValue::Missing => MISSING,
        CellValue::Text(text) => number(ranks.get(&**text).copied().unwrap_or(MISSING)),
        CellValue::Number(persons) => number(*persons),
        CellValue::Date(date, _) => date_key(*date, descending),
        CellValue::Flag(flag) => number((*flag).into()),
        CellValue::List(texts) if texts.is_empty() => MISSING,
        CellValue::List(texts) => number(texts.len() as u64),
    }
}

/// The texts among some values, each with its place in the order of the language that is shown first.
fn ranks<'a>(members: Members<'_>, values: impl Iterator<Item = CellValue<'a>>) -> HashMap<Cow<'a, str>, u64> {
    let texts: HashSet<Cow<'a, str>> =
        values.filter_map(|value| if let CellValue::Text(text) = value { Some(text) } else { None }).collect();
    let rules = Collation::of(&members);
    let mut texts: Vec<Cow<'a, str>> = texts.into_iter().collect();
    cores::sort(&mut texts, |a, b| rules.compare(a, b));
    texts.into_iter().zip(0..).collect()
}

/// Largest first where it is turned, and before what is missing either way.
const fn turned(number: u64, descending: bool) -> u64 {
    let number = if number == MISSING { MISSING - 1 } else { number };
    if descending { MISSING - 1 - number } else { number }
}

/// Sorts dates by date; one whose day or month is not known stands after those of its month or year that are, whichever
/// way round.
fn date_key(date: Date, descending: bool) -> u64 {
    const UNKNOWN: u64 = 99;
    let (year, month, day) = date.parts();
    let year = (i64::from(year) + 10_000) as u64;
    let [month, day] = [month, day].map(|part| part.map_or(UNKNOWN, |part| part as u64));
    let way = |part: u64, largest: u64| if descending && part != UNKNOWN { largest - part } else { part };
    way(year, 20_000) * 10_000 + way(month, 13) * 100 + way(day, 32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MISSING, date_key, turned};
    use crate::briefing::Date;

    fn sorted(dates: &[&str], descending: bool) -> Vec<String> {
        let mut dates: Vec<Date> = dates.iter().map(|date| date.parse().expect("a date")).collect();
        dates.sort_by_key(|date| date_key(*date, descending));
        dates.into_iter().map(|date| date.to_string()).collect()
    }

    #[test]
    fn a_day_that_is_not_known_stands_after_those_that_are() {
        let dates = ["2016", "2016-03", "2016-03-14", "2016-03-01", "2015-12-31", "2017-01-01"];
        let upwards = ["2015-12-31", "2016-03-01", "2016-03-14", "2016-03", "2016", "2017-01-01"];
        assert_eq!(sorted(&dates, false), upwards);
        let downwards = ["2017-01-01", "2016-03-14", "2016-03-01", "2016-03", "2016", "2015-12-31"];
        assert_eq!(sorted(&dates, true), downwards);
    }

    proptest! {
        #[test]
        fn nothing_known_sorts_as_missing(number: u64, descending: bool) {
            prop_assert!(turned(number, descending) < MISSING);
        }
    }
}
