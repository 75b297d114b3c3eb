//! What each state has whatever the date, in columns.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::square::square;
use crate::analysis::collation::Collation;
use crate::analysis::region::Region;
use crate::briefing::Members;

/// What each state has on every date: its region as an index into the names of the regions, and its population.
#[derive(Clone, Debug, Default)]
pub(super) struct StateColumns {
    pub(super) regions: Vec<u32>,
    /// In the order of the language; a region that is not given has an empty one and stands last.
    pub(super) region_names: Vec<Arc<str>>,
    /// [`UNKNOWN`](Self::UNKNOWN) where it is not known.
    pub(super) populations: Vec<u64>,
    /// The square of the map that its position lies in.
    pub(super) squares: Vec<u16>,
}

impl StateColumns {
    pub(super) const UNKNOWN: u64 = u64::MAX;

    pub(super) fn new(members: Members<'_>) -> Self {
        let roster = members.roster;
        let different: HashSet<&str> = roster.states.iter().map(|state| state.region.as_str()).collect();
        let rules = Collation::of(&members);
        let mut ordered: Vec<&str> = different.into_iter().collect();
        ordered.sort_by(|a, b| rules.compare(a, b));
        let names: HashMap<&str, u32> = ordered.iter().copied().zip(0..).collect();
        let region = Region::of(roster.states.iter().map(|state| state.position));
        Self {
            regions: roster.states.iter().map(|state| names[state.region.as_str()]).collect(),
            region_names: ordered.into_iter().map(Arc::from).collect(),
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
