//! What the checks work on.

use std::collections::{BTreeMap, HashMap};

use super::series::{Periods, by_period};
use crate::briefing::{Briefing, Key, Members, Series, Spell, Status};

/// A briefing with what several checks need of it, worked out once for all of them.
pub(super) struct Material<'a> {
    pub briefing: &'a Briefing,
    /// Each series with its figures by period.
    pub series: Vec<(&'a Series, Periods<'a>)>,
    /// Each roster.
    pub rosters: Vec<RosterMaterial<'a>>,
    states: HashMap<&'a Key, &'a str>,
}

/// A roster with what several checks need of it.
pub(super) struct RosterMaterial<'a> {
    pub members: Members<'a>,
    /// The spells of each state, in the order of the roster.
    pub spells: BTreeMap<&'a Key, Vec<&'a Spell>>,
    /// Each status by its key.
    pub statuses: HashMap<&'a Key, &'a Status>,
}

impl<'a> Material<'a> {
    pub fn of(briefing: &'a Briefing) -> Self {
        let states = briefing.rosters.iter().flat_map(|roster| &roster.states);
        Self {
            briefing,
            series: briefing.all_series().map(|series| (series, by_period(briefing, series))).collect(),
            rosters: briefing.members().map(RosterMaterial::of).collect(),
            states: states.map(|state| (&state.id, briefing.name(&state.names))).collect(),
        }
    }

    /// The series that is meant where no other is named, with its figures by period.
    pub fn main_series(&self) -> Option<&(&'a Series, Periods<'a>)> {
        let main = self.briefing.main_series()?;
        self.series.iter().find(|(series, _)| series.id == main.id)
    }

    /// The name of the state that something is about, or its key where no roster has such a state.
    pub fn state_name(&self, key: &'a Key) -> &'a str {
        self.states.get(key).copied().unwrap_or(key.as_str())
    }
}

impl<'a> RosterMaterial<'a> {
    fn of(members: Members<'a>) -> Self {
        let mut spells: BTreeMap<&Key, Vec<&Spell>> = BTreeMap::new();
        for spell in &members.roster.spells {
            spells.entry(&spell.state).or_default().push(spell);
        }
        let statuses = members.roster.statuses.iter().map(|status| (&status.id, status)).collect();
        Self { members, spells, statuses }
    }
}
