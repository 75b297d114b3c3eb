//! States, cities, and lists of states.

use super::{Found, Passage, Suggested, known};
use crate::analysis::reading::{Name, Named};
use crate::briefing::Briefing;
use crate::briefing::carried::{Reference, of_code};

/// So many states one after the other are a list.
const LIST: usize = 3;
/// So many words and marks stand between two in a list.
const BETWEEN: usize = 3;

/// The states, cities and lists of a passage.
pub(super) fn found(passage: &Passage<'_>, briefing: &Briefing) -> Vec<Found> {
    let mut found = Vec::new();
    // `US$20 bn` is a sum, and no state.
    let is_sign =
        |name: &&Name<'_>| passage.text.get(name.range.end..).is_some_and(|after| after.starts_with(['$', '€', '£']));
    for name in passage.names.iter().filter(|name| !is_sign(name)) {
        let Some(known) = known::of(name.of) else { continue };
        // Of what has no place the map has none.
        if of_code(known.state).and_then(Reference::position).is_none() {
            continue;
        }
        let state = known.state.to_owned();
        let what = match known.city {
            Some(city) => Suggested::Place { name: city.names().next().unwrap_or_default().to_owned(), state },
            None => Suggested::State(state),
        };
        found.push((name.range.clone(), what));
    }
    // A list is one of an organisation that the briefing has.
    if !briefing.rosters.is_empty() {
        let states = passage.names.iter().filter(|name| name.kind == Named::State && !is_sign(name));
        let states: Vec<&Name<'_>> = states.collect();
        let apart = |one: &&Name<'_>, other: &&Name<'_>| {
            // `China–Kyrgyzstan–Uzbekistan` is a way, and no list.
            let between = passage.text.get(one.range.end..other.range.start).unwrap_or_default();
            let joined = ["-", "–", "—", "/"].contains(&between.trim());
            !joined && passage.reading.apart(&one.range, &other.range).is_some_and(|apart| apart <= BETWEEN)
        };
        for list in states.chunk_by(apart).filter(|list| list.len() >= LIST) {
            let (Some(first), Some(last)) = (list.first(), list.last()) else { continue };
            let entry =
                |name: &&Name<'_>| Some((known::of(name.of)?.state.to_owned(), passage.part(&name.range).to_owned()));
            found.push((first.range.start..last.range.end, Suggested::List(list.iter().filter_map(entry).collect())));
        }
    }
    found
}
