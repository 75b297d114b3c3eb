//! What a map shows besides the states of its roster: states that are in none, and places that play a part.

use crate::analysis::region::Region;
use crate::briefing::{Briefing, Key, Members, Position, State};

/// Something on the map that is in no roster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outsider<'a> {
    /// Its key.
    pub key: &'a Key,
    /// Its name.
    pub name: &'a str,
    /// Whether it is a place and no state: its part in the event.
    pub part: Option<&'a str>,
    /// Where it lies.
    pub position: Position,
}

/// The states that are in no roster, and the places of which it is said where they lie.
pub fn outsiders(briefing: &Briefing) -> Vec<Outsider<'_>> {
    let Some(meeting) = &briefing.meeting else { return Vec::new() };
    // A state is looked for in the rosters first.
    let in_a_roster = |state: &State| briefing.state(&state.id).is_some_and(|first| !std::ptr::eq(first, state));
    let states = meeting.states.iter().filter(|state| !in_a_roster(state)).map(|state| Outsider {
        key: &state.id,
        name: briefing.name(&state.names),
        part: None,
        position: state.position,
    });
    let places = meeting.places.iter().filter_map(|place| {
        Some(Outsider { key: &place.id, name: &place.name, part: Some(&place.part), position: place.position? })
    });
    states.chain(places).collect()
}

/// The part of the globe that the map of a roster shows: that of all states that ever had a status, and of what lies
/// outside.
pub fn region(members: Members<'_>) -> Region {
    let states = members.roster.states.iter().map(|state| state.position);
    Region::of(states.chain(outsiders(&members).iter().map(|outsider| outsider.position)))
}
