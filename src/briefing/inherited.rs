//! Citations that are written once for a list: an entry that names no source is read where its list is.

use super::{Citation, Claims, Meeting, Roster, Trade};

/// Gives each spell of a roster that names no source those of the roster.
pub(super) fn in_roster(roster: &mut Roster) {
    let spells = roster.spells.iter_mut().map(|spell| &mut spell.citations);
    inherit(&roster.citations, spells);
}

/// Gives each claim that names no source those of all claims.
pub(super) fn in_claims(claims: &mut Claims) {
    inherit(&claims.citations, claims.claims.iter_mut().map(|claim| &mut claim.citations));
}

/// Gives each person, place, topic, event and open question that names no source those of the lists.
pub(super) fn in_meeting(meeting: &mut Meeting) {
    let people = meeting.people.iter_mut().map(|person| &mut person.citations);
    let places = meeting.places.iter_mut().map(|place| &mut place.citations);
    let topics = meeting.topics.iter_mut().map(|topic| &mut topic.citations);
    let events = meeting.chronology.iter_mut().map(|event| &mut event.citations);
    let unknowns = meeting.unknowns.iter_mut().map(|unknown| &mut unknown.citations);
    inherit(&meeting.list_citations, people.chain(places).chain(topics).chain(events).chain(unknowns));
}

/// Gives each figure of a series that names no source those of the series, and each milestone those of the milestones.
pub(super) fn in_trade(trade: &mut Trade) {
    inherit(&trade.milestone_citations, trade.milestones.iter_mut().map(|milestone| &mut milestone.citations));
    for series in &mut trade.series {
        let values = series.observations.iter_mut().map(|value| &mut value.citations);
        let growth = series.published_growth.iter_mut().map(|growth| &mut growth.citations);
        let stated = series.stated_figures.iter_mut().map(|figure| &mut figure.citations);
        inherit(&series.citations, values.chain(growth).chain(stated));
    }
}

fn inherit<'a>(from: &[Citation], lists: impl Iterator<Item = &'a mut Vec<Citation>>) {
    if !from.is_empty() {
        lists.filter(|list| list.is_empty()).for_each(|list| list.extend_from_slice(from));
    }
}
