//! One list of the roster in columns, so that narrowing it down is a scan.

use std::collections::HashMap;
use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::list::SpellIndex;
use super::state_columns::StateColumns;
use super::{Population, RosterRow};
use crate::analysis::facets::{Facet, FacetName, FacetValue};
use crate::briefing::{Roster, Spell, Status, StatusShape};

/// Stands for "none" where a column holds indices.
const NONE: u32 = u32::MAX;

/// Stands for a year that is not known.
const UNKNOWN_YEAR: i16 = i16::MIN;

/// One edition of the roster on one date.
///
/// Its entries are the roster's states, or those of the printed list; an entry without a status on the date is absent.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    /// For each entry of the printed list its state; empty where the entries are the states themselves.
    states: Vec<u32>,
    spells: Vec<u32>,
    /// The spell that some entries hold beside theirs, and its status.
    besides: HashMap<u32, [u32; 2]>,
    pub(super) present: FixedBitSet,
    repeated: FixedBitSet,
    /// The year in which the status of each entry began; [`UNKNOWN_YEAR`] where that is not known.
    years: Vec<i16>,
    /// The first and the last of them.
    pub(super) span: Option<(i16, i16)>,
    pub(super) columns: [FacetColumn; 4],
    /// What there is without any filter.
    pub(super) whole: Tally,
}

/// The values of a facet, and which of them each entry has.
#[derive(Clone, Debug)]
pub(super) struct FacetColumn {
    /// For each entry an index into the values.
    pub(super) codes: Vec<u32>,
    /// In the order shown, with how many entries have each.
    pub(super) values: Vec<FacetValue>,
}

/// Counts over some entries.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) rows: usize,
    pub(super) population: Population,
    /// For each facet, for each value, how many entries have it and pass all the other facets.
    pub(super) matching: [Vec<usize>; 4],
}

impl Listing {
    /// The list that some rows make, `entries` being how many there could be.
    pub(super) fn new(
        roster: &Roster,
        spells: &SpellIndex,
        states: &StateColumns,
        rows: &[RosterRow],
        entries: usize,
    ) -> Self {
        let is_printed = rows.iter().any(|row| row.printed.is_some());
        let mut listing = Self {
            states: if is_printed { vec![NONE; entries] } else { Vec::new() },
            spells: vec![NONE; entries],
            besides: HashMap::new(),
            present: FixedBitSet::with_capacity(entries),
            repeated: FixedBitSet::with_capacity(entries),
            years: vec![UNKNOWN_YEAR; entries],
            span: None,
            columns: facet_columns(roster, spells, states, rows).map(|column| column.scattered(rows, entries)),
            whole: Tally::default(),
        };
        for row in rows {
            let entry = entry(row);
            if is_printed {
                listing.states[entry] = row.state as u32;
            }
            listing.spells[entry] = row.spell.map_or(NONE, |spell| spell as u32);
            if let Some(spell) = row.spell_in(roster) {
                listing.years[entry] = spell.from.first_day().year();
            }
            if let Some((beside, status)) = row.beside.zip(row.beside_index(roster)) {
                listing.besides.insert(entry as u32, [beside as u32, status as u32]);
            }
            listing.present.insert(entry);
            listing.repeated.set(entry, row.repeated);
        }
        let known = || listing.years.iter().copied().filter(|year| *year != UNKNOWN_YEAR);
        listing.span = known().min().zip(known().max());
        let mut whole = Tally::over(&listing.columns);
        listing.present.ones().for_each(|entry| whole.add(&listing, states, entry));
        listing.whole = whole;
        for (column, counts) in listing.columns.iter_mut().zip(&listing.whole.matching) {
            for (value, count) in column.values.iter_mut().zip(counts) {
                (value.matching, value.all) = (*count, *count);
            }
        }
        listing
    }

    pub(super) const fn is_printed(&self) -> bool {
        !self.states.is_empty()
    }

    pub(super) fn is_repeated(&self, entry: usize) -> bool {
        self.repeated.contains(entry)
    }

    /// The year in which the status of an entry began, where it is known.
    pub(super) fn year(&self, entry: usize) -> Option<i16> {
        Some(self.years[entry]).filter(|year| *year != UNKNOWN_YEAR)
    }

    /// How many entries there could be.
    pub(super) fn entries(&self) -> usize {
        self.present.len()
    }

    pub(super) fn state(&self, entry: usize) -> usize {
        self.states.get(entry).map_or(entry, |state| *state as usize)
    }

    pub(super) fn spell(&self, entry: usize) -> Option<usize> {
        Some(self.spells[entry]).filter(|spell| *spell != NONE).map(|spell| spell as usize)
    }

    /// The row of an entry that is present.
    pub(super) fn row(&self, entry: usize) -> RosterRow {
        RosterRow {
            state: self.state(entry),
            status: self.columns[Facet::Status as usize].codes[entry] as usize,
            spell: self.spell(entry),
            beside: self.besides.get(&(entry as u32)).map(|[spell, _]| *spell as usize),
            printed: self.is_printed().then_some(entry),
            repeated: self.repeated.contains(entry),
        }
    }

    /// The status that an entry holds beside its main one, as a value of the facet.
    pub(super) fn second_status(&self, entry: usize) -> Option<usize> {
        if self.besides.is_empty() {
            return None;
        }
        self.besides.get(&(entry as u32)).map(|[_, status]| *status as usize)
    }

    /// The memory it takes, in bytes, but for the names of its values.
    pub(super) fn bytes(&self) -> usize {
        let codes: usize = self.columns.iter().map(|column| column.codes.capacity()).sum();
        (codes + self.states.capacity() + self.spells.capacity()) * size_of::<u32>()
            + self.years.capacity() * size_of::<i16>()
            + self.entries() / 4
    }
}

impl Tally {
    /// Nothing counted yet, with room for every value.
    pub(super) fn over(columns: &[FacetColumn; 4]) -> Self {
        let matching = columns.each_ref().map(|column| vec![0; column.values.len()]);
        Self { matching, ..Self::default() }
    }

    /// Counts an entry that passes everything.
    pub(super) fn add(&mut self, listing: &Listing, states: &StateColumns, entry: usize) {
        self.rows += 1;
        for (counts, column) in self.matching.iter_mut().zip(&listing.columns) {
            counts[column.codes[entry] as usize] += 1;
        }
        if let Some(second) = listing.second_status(entry) {
            self.matching[Facet::Status as usize][second] += 1;
        }
        if listing.repeated.contains(entry) {
            return;
        }
        self.population.states += 1;
        let persons = states.populations[listing.state(entry)];
        if persons != StateColumns::UNKNOWN {
            self.population.known += 1;
            self.population.persons = self.population.persons.saturating_add(persons);
        }
    }

    /// The counts of two parts together.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.rows += other.rows;
        self.population.states += other.population.states;
        self.population.known += other.population.known;
        self.population.persons = self.population.persons.saturating_add(other.population.persons);
        for (counts, others) in self.matching.iter_mut().zip(other.matching) {
            counts.iter_mut().zip(others).for_each(|(count, other)| *count += other);
        }
        self
    }
}

/// Where a row stands among the entries of its edition.
fn entry(row: &RosterRow) -> usize {
    row.printed.unwrap_or(row.state)
}

impl FacetColumn {
    /// The same of the entries that some rows are, where it is of the rows themselves.
    fn scattered(self, rows: &[RosterRow], entries: usize) -> Self {
        let mut codes = vec![NONE; entries];
        for (row, code) in rows.iter().zip(self.codes) {
            codes[entry(row)] = code;
        }
        Self { codes, ..self }
    }
}

/// The columns of some rows, in the order of [`Facet::ALL`].
pub(super) fn facet_columns(
    roster: &Roster,
    spells: &SpellIndex,
    states: &StateColumns,
    rows: &[RosterRow],
) -> [FacetColumn; 4] {
    let column = |values: Vec<FacetValue>, code: &dyn Fn(&RosterRow) -> u32| {
        let codes = rows.iter().map(code).collect();
        FacetColumn { codes, values }
    };
    let of_status =
        |status: &Status| value(status.id.as_str(), FacetName::Text(status.name.as_str().into()), Some(status.shape));
    let held = roster.statuses.iter().map(of_status);
    let region = |name: &Arc<str>| match &**name {
        "" => unknown(),
        named => value(named, FacetName::Text(Arc::clone(name)), None),
    };
    let regions = states.region_names.iter().map(region);
    let decade = |spell: &Spell| i32::from(spell.from.first_day().year()).div_euclid(10);
    let began = |row: &RosterRow| row.spell_in(roster).map(decade);
    let decades = rows.iter().filter_map(began);
    let (first, last) =
        decades.fold((i32::MAX, i32::MIN), |(first, last), decade| (first.min(decade), last.max(decade)));
    let decades: Vec<FacetValue> = (first..=last).map(decade_value).chain([unknown()]).collect();
    let no_decade = decades.len() as u32 - 1;
    let paths = vec![value("first", FacetName::First, None), value("promoted", FacetName::Promoted, None), unknown()];
    [
        column(held.collect(), &|row| row.status as u32),
        column(regions.collect(), &|row| states.regions[row.state]),
        column(decades, &|row| began(row).map_or(no_decade, |decade| (decade - first) as u32)),
        column(paths, &|row| row.spell.map_or(2, |spell| u32::from(is_promoted(roster, spells, row, spell)))),
    ]
}

fn value(value: &str, name: FacetName, shape: Option<StatusShape>) -> FacetValue {
    FacetValue { value: value.into(), name, shape, matching: 0, all: 0 }
}

fn unknown() -> FacetValue {
    value("unknown", FacetName::Unknown, None)
}

fn decade_value(decade: i32) -> FacetValue {
    let first = decade * 10;
    value(&format!("{first}–{}", first + 9), FacetName::Decade(first), None)
}

/// Whether a state came to a status by way of another. A status that a merger renamed is no other.
fn is_promoted(roster: &Roster, spells: &SpellIndex, row: &RosterRow, spell: usize) -> bool {
    let from = roster.spells[spell].from.first_day();
    spells.of_state(row.state).any(|(earlier, status)| {
        let merged = roster.statuses[status].merged.as_ref();
        let renamed = merged.is_some_and(|merger| merger.into == roster.statuses[row.status].id);
        status != row.status && roster.spells[earlier].from.first_day() < from && !renamed
    })
}
