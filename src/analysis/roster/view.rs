//! What a reader sees of the roster: the one projection behind the table, its counts, the map and what is exported.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use rust_decimal::Decimal;

use super::RosterRow;
use super::listing::Listing;
use crate::analysis::facets::{Facet, FacetValue};
use crate::analysis::search_text::{Needle, SearchText};
use crate::briefing::{Members, Message, Value};
use crate::message;

/// The rows that a query keeps, in its order, with what is counted over them.
#[derive(Clone, Debug)]
pub struct RosterView {
    /// Each facet with its values, in the order of [`Facet::ALL`].
    pub facets: Vec<(Facet, Vec<FacetValue>)>,
    /// The people of the rows, each state once.
    pub population: Population,
    /// The first and the last year in which a status of the list began, whatever the filters.
    pub years: Option<(i16, i16)>,
    /// Entries of the list, filtered and sorted.
    pub(super) rows: Vec<u32>,
    pub(super) shown: FixedBitSet,
    pub(super) listing: Arc<Listing>,
    pub(super) text: Arc<SearchText>,
}

impl RosterView {
    /// How many rows are shown.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none are.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many there are without filters.
    pub fn total(&self) -> usize {
        self.listing.whole.rows
    }

    /// A row by its place, counted from nought.
    pub fn row(&self, place: usize) -> Option<RosterRow> {
        self.rows.get(place).map(|entry| self.listing.row(*entry as usize))
    }

    /// The rows in their order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = RosterRow> + '_ {
        self.rows.iter().map(|entry| self.listing.row(*entry as usize))
    }

    /// The rows that the filters leave out, in the order of the list.
    pub fn hidden(&self) -> impl Iterator<Item = RosterRow> + '_ {
        self.listing.present.difference(&self.shown).map(|entry| self.listing.row(entry))
    }

    /// The place of a row that is shown.
    pub fn place(&self, row: &RosterRow) -> Option<usize> {
        let entry = row.printed.unwrap_or(row.state);
        (self.listing.is_printed() == row.printed.is_some())
            .then(|| self.rows.iter().position(|other| *other as usize == entry))
            .flatten()
    }

    /// The first row at or after a place, then from the top, that has a name beginning as typed; the names are those of
    /// the languages and, in the printed edition, the printed one.
    pub fn named(&self, members: Members<'_>, typed: &str, from: usize) -> Option<usize> {
        let needle = Needle::beginning(typed);
        if needle.is_empty() {
            return None;
        }
        let mut begins = FixedBitSet::with_capacity(self.listing.entries());
        self.text.scan(&needle, 0..self.text.len(), |entry| begins.insert(entry));
        let named = |place: &usize| {
            let entry = self.rows[*place] as usize;
            begins.contains(entry) && {
                let row = self.listing.row(entry);
                let names = row.state_in(members.roster).names.iter().map(|(_, name)| name);
                names.chain(row.printed_in(members.roster)).any(|name| needle.begins(name))
            }
        };
        let from = from.min(self.len());
        (from..self.len()).chain(0..from).find(named)
    }

    /// The place of the first row of a state, given as an index into the roster's states.
    pub fn place_of(&self, state: usize) -> Option<usize> {
        self.rows.iter().position(|entry| self.listing.state(*entry as usize) == state)
    }
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

impl Population {
    /// Its part in the people of the world, in percent; `None` where the world has none.
    pub fn share_of(&self, world: u64) -> Option<Decimal> {
        Decimal::from(self.persons).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(world))
    }

    /// How many people live in the states, and their part in the people of the world, where those are known.
    pub fn sentence(&self, world: Option<u64>) -> Message {
        let (people, states, unknown) = (Value::People(self.persons), self.states, self.states - self.known);
        match world.and_then(|world| Some((self.share_of(world)?, world))) {
            Some((share, world)) => message!(
                members::people_of_world,
                people = people,
                states = states,
                unknown = unknown,
                share = Value::rounded(share, 1),
                world = Value::People(world)
            ),
            None => message!(members::people, people = people, states = states, unknown = unknown),
        }
    }
}
