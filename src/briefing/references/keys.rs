//! What a reference can lead to.

use ahash::AHashSet;

use crate::briefing::parts::Parts;
use crate::briefing::{Key, Locator};

/// The keys that can be referred to from anywhere, for looking one up however many there are.
pub(super) struct Keys<'a> {
    pub(super) sources: AHashSet<&'a Key>,
    pub(super) states: AHashSet<&'a Key>,
    /// People, places and topics.
    pub(super) others: AHashSet<&'a Key>,
    pub(super) sentences: AHashSet<Locator>,
}

impl<'a> Keys<'a> {
    pub(super) fn of(parts: &'a Parts) -> Self {
        let sources = parts.sources.get().into_iter().flat_map(|sources| &sources.sources);
        // Of a known size, so that a set of a million is laid out once.
        let mut states = AHashSet::with_capacity(parts.rosters().map(|roster| roster.states.len()).sum());
        states.extend(parts.rosters().flat_map(|roster| &roster.states).map(|state| &state.id));
        states.extend(parts.meeting.get().into_iter().flat_map(|meeting| &meeting.states).map(|state| &state.id));
        let sentences = parts.document.get().into_iter().flat_map(|document| &document.sentences);
        Self {
            sources: sources.map(|source| &source.id).collect(),
            states,
            others: others(parts).collect(),
            sentences: sentences.map(|sentence| sentence.at).collect(),
        }
    }
}

/// The keys of people, places and topics.
pub(super) fn others(parts: &Parts) -> impl Iterator<Item = &Key> {
    let meeting = || parts.meeting.get().into_iter();
    let people = meeting().flat_map(|meeting| &meeting.people).map(|person| &person.id);
    let places = meeting().flat_map(|meeting| &meeting.places).map(|place| &place.id);
    let topics = meeting().flat_map(|meeting| &meeting.topics).map(|topic| &topic.id);
    people.chain(places).chain(topics)
}
