//! What each state has whatever the date, in columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::square::square;
use crate::analysis::region::Region;
use crate::briefing::Roster;

/// What each state has on every date: its region as an index into the names of the regions, and its population.
#[derive(Clone, Debug, Default)]
pub(super) struct StateColumns {
    pub(super) regions: Vec<u32>,
    pub(super) region_names: Vec<Arc<str>>,
    /// [`UNKNOWN`](Self::UNKNOWN) where it is not known.
    pub(super) populations: Vec<u64>,
    /// The square of the map that its position lies in.
    pub(super) squares: Vec<u16>,
}

impl StateColumns {
    pub(super) const UNKNOWN: u64 = u64::MAX;

    pub(super) fn new(roster: &Roster) -> Self {
        let mut names: BTreeMap<&str, u32> = roster.states.iter().map(|state| (state.region.as_str(), 0)).collect();
        names.values_mut().zip(0..).for_each(|(code, next)| *code = next);
        let region = Region::of(roster.states.iter().map(|state| state.position));
        Self {
            regions: roster.states.iter().map(|state| names[state.region.as_str()]).collect(),
            region_names: names.into_keys().map(Arc::from).collect(),
            populations: roster.states.iter().map(|state| state.population.unwrap_or(Self::UNKNOWN)).collect(),
            squares: roster.states.iter().map(|state| square(&region, state.position)).collect(),
        }
    }

    /// The memory it takes, in bytes, but for the names of the regions.
    pub(super) const fn bytes(&self) -> usize {
        self.regions.capacity() * size_of::<u32>()
            + self.populations.capacity() * size_of::<u64>()
            + self.squares.capacity() * size_of::<u16>()
    }
}
