//! The lists behind the roster: who has a status on a date, and who was printed.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil;

use super::RosterRow;
use crate::briefing::{Date, Key, Members, Roster, Spell};

/// The states with a status on a date, in the order of the roster's states.
pub fn on_date(roster: &Roster, date: civil::Date) -> Vec<RosterRow> {
    SpellIndex::new(roster).on_date(roster, date)
}

/// How many states have each status on a date, in the order of the statuses.
pub fn count_statuses(roster: &Roster, date: civil::Date) -> Vec<usize> {
    count_states(roster, date).1
}

/// How many states have a status on a date, and how many have each, in the order of the statuses. One that holds two
/// counts under both.
pub fn count_states(roster: &Roster, date: civil::Date) -> (usize, Vec<usize>) {
    let rows = on_date(roster, date);
    let states = rows.len();
    (states, count(roster, rows))
}

/// How many of some rows have each status, in the order of the statuses: the main one, and one that is held beside it as
/// well.
pub(super) fn count(roster: &Roster, rows: impl IntoIterator<Item = RosterRow>) -> Vec<usize> {
    let mut counts = vec![0; roster.statuses.len()];
    for row in rows {
        for status in std::iter::once(row.status).chain(row.beside_index(roster)) {
            counts[status] += 1;
        }
    }
    counts
}

/// The list as printed, in its order.
pub fn printed(members: Members<'_>) -> Vec<RosterRow> {
    SpellIndex::new(members.roster).printed(members)
}

/// Every day on which the roster changes, in order.
pub fn changes(roster: &Roster) -> Vec<civil::Date> {
    let dates = roster.spells.iter().flat_map(|spell| [Some(spell.from), spell.until]).flatten();
    let days: BTreeSet<civil::Date> = dates.map(Date::first_day).collect();
    days.into_iter().collect()
}

/// What changed on a day: each status that began with the states that it began for, and each that ended for states that
/// hold none from then on, in the order of the statuses; states and statuses by their indices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What began.
    pub began: Vec<(usize, Vec<usize>)>,
    /// What ended, and nothing followed.
    pub ended: Vec<(usize, Vec<usize>)>,
}

impl Change {
    /// What changed in a roster on a day. All spells are gone through.
    pub fn on(roster: &Roster, day: civil::Date) -> Self {
        let states = by_key(roster.states.iter().map(|state| &state.id));
        let mut change = Self::default();
        for (index, status) in roster.statuses.iter().enumerate() {
            let of_status = || roster.spells.iter().filter(|spell| spell.status == status.id);
            let known = |spell: &Spell| states.get(&spell.state).map(|state| *state as usize);
            let goes_on = |spell: &&Spell| {
                roster.spells.iter().any(|other| other.state == spell.state && other.from.first_day() == day)
            };
            let ends = |spell: &&Spell| spell.until.is_some_and(|until| until.first_day() == day);
            let began: Vec<usize> =
                of_status().filter(|spell| spell.from.first_day() == day).filter_map(known).collect();
            let ended: Vec<usize> =
                of_status().filter(ends).filter(|spell| !goes_on(spell)).filter_map(known).collect();
            change.began.extend((!began.is_empty()).then_some((index, began)));
            change.ended.extend((!ended.is_empty()).then_some((index, ended)));
        }
        change
    }
}

/// Whether a spell covers a day. A date known to the month or year counts from its first day.
pub fn holds(spell: &Spell, date: civil::Date) -> bool {
    spell.from.first_day() <= date && spell.until.is_none_or(|until| date < until.first_day())
}

/// The state and the status of each spell as indices, so that the keys are looked up once and not for each date.
#[derive(Clone, Debug, Default)]
pub(super) struct SpellIndex {
    /// The state, index and status of each spell, those of a state together and in the order of the roster.
    spells: Vec<[u32; 3]>,
}

impl SpellIndex {
    pub(super) fn new(roster: &Roster) -> Self {
        let states = by_key(roster.states.iter().map(|state| &state.id));
        let statuses = by_key(roster.statuses.iter().map(|status| &status.id));
        // A key that names nothing has no index; a loaded briefing has none of these.
        let indices =
            |(spell, index): (&Spell, u32)| Some([*states.get(&spell.state)?, index, *statuses.get(&spell.status)?]);
        let mut spells: Vec<[u32; 3]> = roster.spells.iter().zip(0..).filter_map(indices).collect();
        spells.sort_unstable();
        Self { spells }
    }

    /// The spells of a state with the status of each, both as indices.
    pub(super) fn of_state(&self, state: usize) -> impl Iterator<Item = (usize, usize)> {
        let first = self.spells.partition_point(|[of, ..]| (*of as usize) < state);
        let of_state = self.spells[first..].iter().take_while(move |[of, ..]| *of as usize == state);
        of_state.map(|[_, spell, status]| (*spell as usize, *status as usize))
    }

    /// The state, status and index of every spell that holds on a date.
    fn held(&self, roster: &Roster, date: civil::Date) -> impl Iterator<Item = [usize; 3]> {
        let on_date = self.spells.iter().filter(move |[_, spell, _]| holds(&roster.spells[*spell as usize], date));
        on_date.map(|[state, spell, status]| [state, status, spell].map(|index| *index as usize))
    }

    pub(super) const fn bytes(&self) -> usize {
        self.spells.capacity() * size_of::<[u32; 3]>()
    }

    pub(super) fn on_date(&self, roster: &Roster, date: civil::Date) -> Vec<RosterRow> {
        let mut rows: Vec<RosterRow> = Vec::new();
        for [state, status, spell] in self.held(roster, date) {
            match rows.last_mut().filter(|last| last.state == state) {
                None => {
                    let spell = Some(spell);
                    rows.push(RosterRow { state, status, spell, beside: None, printed: None, repeated: false });
                }
                // What can be held beside another stands beside it, whichever is written first.
                Some(row) if row.beside.is_none() && roster.statuses[status].beside => row.beside = Some(spell),
                Some(row) if row.beside.is_none() && roster.statuses[row.status].beside => {
                    (row.status, row.beside) = (status, row.spell);
                    row.spell = Some(spell);
                }
                // Of two others at a time, which no sound roster has, the one written first holds.
                Some(_) => {}
            }
        }
        rows
    }

    pub(super) fn printed(&self, members: Members<'_>) -> Vec<RosterRow> {
        let roster = members.roster;
        let mut spells: HashMap<(usize, usize), usize> = HashMap::new();
        for [state, status, spell] in self.held(roster, members.manifest.as_of.first_day()) {
            spells.entry((state, status)).or_insert(spell);
        }
        let state_index = by_key(roster.states.iter().map(|state| &state.id));
        let status_index = by_key(roster.statuses.iter().map(|status| &status.id));
        let mut named = HashSet::new();
        let rows = roster.printed.iter().enumerate().filter_map(|(index, entry)| {
            let (state, status) =
                (*state_index.get(&entry.state)? as usize, *status_index.get(&entry.status)? as usize);
            let spell = spells.get(&(state, status)).copied();
            Some(RosterRow { state, status, spell, beside: None, printed: Some(index), repeated: !named.insert(state) })
        });
        rows.collect()
    }
}

/// Where each key stands, as far as an index of 32 bits reaches; the first of two that are the same.
fn by_key<'a>(keys: impl Iterator<Item = &'a Key>) -> HashMap<&'a Key, u32> {
    let mut indices = HashMap::new();
    for (key, index) in keys.zip(0..) {
        indices.entry(key).or_insert(index);
    }
    indices
}
