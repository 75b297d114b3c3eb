//! The references of a roster: its states, statuses, spells and what is printed of them.

use ahash::{AHashMap, AHashSet};

use super::{Check, Kind, circles};
use crate::briefing::trail::Trail;
use crate::briefing::{Key, Roster, State, Status};
use crate::message;

/// The statuses of a roster, for looking one up however many there are.
struct Statuses<'a> {
    listed: &'a [Status],
    keys: AHashSet<&'a Key>,
}

/// Whether a state has something in a column that is read somewhere.
fn has(state: &State, column: &str) -> bool {
    match column {
        // What a reader may look a state up by says nothing of it.
        "aliases" => false,
        "capital" => !state.capital.is_empty(),
        "region" => !state.region.is_empty(),
        "population" => state.population.is_some(),
        _ => true,
    }
}

impl<'a> Check<'a> {
    pub(super) fn roster(&mut self, roster: &'a Roster) {
        let root = Trail::default();
        let organisation = root.field("organisation");
        self.taken_before(&organisation.field("id"), Kind::Organisation, &roster.organisation.id);
        self.names(&organisation.field("names"), &roster.organisation.names);
        self.citations(&root.field("organisation"), &roster.organisation.citations);
        for (name, column) in roster.columns.each() {
            // What no state has is read nowhere.
            if !column.citations.is_empty() || roster.states.iter().any(|state| has(state, name)) {
                self.citations(&root.field("columns").field(name), &column.citations);
            }
        }
        if let Some(world) = &roster.world {
            self.citations(&root.field("world"), &world.citations);
        }
        self.unique(&root.field("statuses"), "id", roster.statuses.iter().map(|status| &status.id));
        let keys = roster.statuses.iter().map(|status| &status.id).collect();
        let statuses = Statuses { listed: &roster.statuses, keys };
        let list = root.field("statuses");
        for (index, status) in roster.statuses.iter().enumerate() {
            let Some(merger) = &status.merged else { continue };
            let status = list.index(index);
            let trail = status.field("merged");
            self.status(&trail.field("into"), &statuses, &merger.into);
            self.citations(&trail, &merger.citations);
        }
        self.mergers(roster, &list);
        // Where no key is given twice there are as many keys as states.
        let outside = self.parts.meeting.get().map_or(0, |meeting| meeting.states.len());
        if self.keys.states.len() < outside + self.parts.rosters().map(|roster| roster.states.len()).sum::<usize>() {
            self.unique(&root.field("states"), "id", roster.states.iter().map(|state| &state.id));
        }
        let states = root.field("states");
        self.states_alike(roster, &states);
        for (index, state) in roster.states.iter().enumerate() {
            let trail = states.index(index);
            self.position(&trail, state);
        }
        self.sources_of(&root, &roster.citations);
        let spells = root.field("spells");
        for (index, spell) in roster.spells.iter().enumerate() {
            let trail = spells.index(index);
            self.state(&trail.field("state"), &spell.state);
            self.status(&trail.field("status"), &statuses, &spell.status);
            self.citations(&trail, &spell.citations);
            self.in_order(&trail, spell.from, spell.until);
        }
        let printed = root.field("printed");
        for (index, entry) in roster.printed.iter().enumerate() {
            let trail = printed.index(index);
            self.state(&trail.field("state"), &entry.state);
            self.status(&trail.field("status"), &statuses, &entry.status);
            self.locator(&trail.field("at"), entry.at);
        }
        if let Some(scope) = &roster.printed_gives {
            let root = root.field("printed_gives");
            let of_scope = root.field("statuses");
            for (index, status) in scope.statuses.iter().flatten().enumerate() {
                self.status(&of_scope.index(index), &statuses, status);
            }
            for (index, state) in scope.states.iter().enumerate() {
                self.state(&root.field("states").index(index), state);
            }
            let regions: AHashSet<&str> = roster.states.iter().map(|state| state.region.as_str()).collect();
            for (index, region) in scope.regions.iter().enumerate() {
                if !regions.contains(region.as_str()) {
                    let what = message!(problems::no_region, region = region);
                    self.problem(&root.field("regions").index(index), what, message!(problems::no_region_remedy));
                }
            }
        }
        let counts = root.field("counts");
        for (index, count) in roster.counts.iter().enumerate() {
            let trail = counts.index(index);
            self.status(&trail.field("status"), &statuses, &count.status);
            self.locator(&trail.field("at"), count.at);
        }
    }

    fn status(&mut self, trail: &Trail<'_>, statuses: &Statuses<'_>, key: &Key) {
        if !statuses.keys.contains(key) {
            let known = statuses.listed.iter().map(|status| &status.id);
            self.dangling(trail, message!(problems::no_status, key = key), key, known);
        }
    }

    /// A status that merges into another, and that one into the first, would never come to an end.
    fn mergers(&mut self, roster: &Roster, list: &Trail<'_>) {
        let places: AHashMap<&Key, usize> =
            roster.statuses.iter().zip(0..).map(|(status, at)| (&status.id, at)).collect();
        let into = |at: usize| places.get(&roster.statuses[at].merged.as_ref()?.into).copied();
        for at in circles(roster.statuses.len(), into) {
            let what = message!(problems::merges_in_a_circle, key = &roster.statuses[at].id);
            let remedy = message!(problems::merges_in_a_circle_remedy);
            self.problem(&list.index(at).field("merged").field("into"), what, remedy);
        }
    }

    /// Reports a state that another roster gives otherwise: of two descriptions of one state, one is wrong.
    fn states_alike(&mut self, roster: &'a Roster, list: &Trail<'_>) {
        if self.parts.rosters.len() < 2 {
            return;
        }
        for (index, state) in roster.states.iter().enumerate() {
            if self.states.get(&state.id).is_some_and(|first| *first != state) {
                let what = message!(problems::state_differs, key = &state.id);
                self.problem(&list.index(index), what, message!(problems::state_differs_remedy));
            }
            self.states.entry(&state.id).or_insert(state);
        }
    }
}
