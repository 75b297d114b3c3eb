//! What the checks work on.

use std::collections::{BTreeMap, HashMap};

use super::series::{Periods, by_period};
use crate::briefing::{Briefing, Key, Series, Spell, Status};

/// A briefing with what several checks need of it, worked out once for all of them.
pub(super) struct Material<'a> {
    pub briefing: &'a Briefing,
    /// Each series with its figures by period.
    pub series: Vec<(&'a Series, Periods<'a>)>,
    /// The spells of each state, in the order of the roster.
    pub spells: BTreeMap<&'a Key, Vec<&'a Spell>>,
    /// Each status by its key.
    pub statuses: HashMap<&'a Key, &'a Status>,
    states: HashMap<&'a Key, &'a str>,
}

impl<'a> Material<'a> {
    pub fn of(briefing: &'a Briefing) -> Self {
        let states = briefing.roster.states.iter();
        let mut spells: BTreeMap<&Key, Vec<&Spell>> = BTreeMap::new();
        for spell in &briefing.roster.spells {
            spells.entry(&spell.state).or_default().push(spell);
        }
        Self {
            briefing,
            series: briefing.trade.series.iter().map(|series| (series, by_period(briefing, series))).collect(),
            spells,
            statuses: briefing.roster.statuses.iter().map(|status| (&status.id, status)).collect(),
            states: states.map(|state| (&state.id, briefing.name(&state.names))).collect(),
        }
    }

    /// The series that is meant where no other is named, with its figures by period.
    pub fn main_series(&self) -> Option<&(&'a Series, Periods<'a>)> {
        let main = self.briefing.trade.main()?;
        self.series.iter().find(|(series, _)| series.id == main.id)
    }

    /// The name of the state that something is about, or its key where the roster has none such.
    pub fn state_name(&self, key: &'a Key) -> &'a str {
        self.states.get(key).copied().unwrap_or(key.as_str())
    }
}
