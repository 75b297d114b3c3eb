//! The references of the meeting: its people, places, topics, and what is said of it.

use std::collections::BTreeSet;

use ahash::AHashSet;

use super::Check;
use crate::briefing::Key;
use crate::briefing::trail::Trail;
use crate::message;

impl Check<'_> {
    pub(super) fn meeting(&mut self) {
        let Some(meeting) = self.parts.meeting.get() else { return };
        let root = Trail::default();
        self.statement(&root.field("headline"), &meeting.headline);
        self.statement(&root.field("takeaway"), &meeting.takeaway);
        self.citations(&root, &meeting.citations);
        self.cited(&root.field("list_citations"), &meeting.list_citations);
        let people = root.field("people");
        for (index, person) in meeting.people.iter().enumerate() {
            let trail = people.index(index);
            self.names(&trail.field("names"), &person.names);
            if let Some(state) = &person.state {
                self.state(&trail.field("state"), state);
            }
            if let Some(key) = &person.organisation {
                self.organisation(&trail.field("organisation"), key);
            }
            self.citations(&trail, &person.citations);
        }
        self.in_order(&root, meeting.date, meeting.until);
        let states = root.field("states");
        for (index, state) in meeting.states.iter().enumerate() {
            self.position(&states.index(index), state);
        }
        self.unique(&states, "id", meeting.states.iter().map(|state| &state.id));
        for (index, named) in meeting.places.iter().enumerate() {
            let places = root.field("places");
            let trail = places.index(index);
            self.citations(&trail, &named.citations);
            if let Some(position) = named.position {
                self.on_the_globe(&trail, position);
            }
        }
        for (index, topic) in meeting.topics.iter().enumerate() {
            self.citations(&root.field("topics").index(index), &topic.citations);
        }
        let chronology = root.field("chronology");
        for (index, event) in meeting.chronology.iter().enumerate() {
            let trail = chronology.index(index);
            self.citations(&trail, &event.citations);
            self.in_order(&trail, event.from, event.until);
        }
        self.unique(&root.field("chronology"), "id", meeting.chronology.iter().map(|event| &event.id));
        if let Some(key) = meeting.event.as_ref().filter(|_| !meeting.chronology.iter().any(|event| meeting.is(event)))
        {
            self.dangling(
                &root.field("event"),
                message!(problems::no_event, key = key),
                key,
                meeting.chronology.iter().map(|event| &event.id),
            );
        }
        for (index, unknown) in meeting.unknowns.iter().enumerate() {
            self.citations(&root.field("unknowns").index(index), &unknown.citations);
        }
        // One name space, since claims mention all of these alike.
        let mut taken: BTreeSet<&Key> = BTreeSet::new();
        let lists = [
            (people, meeting.people.iter().map(|person| &person.id).collect::<Vec<_>>()),
            (root.field("places"), meeting.places.iter().map(|named| &named.id).collect()),
            (root.field("topics"), meeting.topics.iter().map(|topic| &topic.id).collect()),
        ];
        for (list, ids) in lists {
            for (index, id) in ids.into_iter().enumerate() {
                if !taken.insert(id) || self.keys.states.contains(id) {
                    let what = message!(problems::key_taken, key = id);
                    self.problem(&list.index(index).field("id"), what, message!(problems::key_taken_remedy));
                }
            }
        }
        let parties: Vec<&Key> = meeting.readouts.parties.iter().map(|party| &party.id).collect();
        let known: AHashSet<&Key> = parties.iter().copied().collect();
        let unread: AHashSet<&Key> =
            meeting.readouts.parties.iter().filter(|party| party.unread.is_some()).map(|party| &party.id).collect();
        let readouts = root.field("readouts");
        self.unique(&readouts.field("parties"), "id", parties.iter().copied());
        let differences = readouts.field("differences");
        for (index, difference) in meeting.readouts.differences.iter().enumerate() {
            let trail = differences.index(index);
            let accounts = trail.field("accounts");
            for (party, account) in &difference.accounts {
                let trail = accounts.field(party.as_str());
                if unread.contains(party) {
                    let what = message!(problems::account_unread, key = party);
                    self.problem(&trail, what, message!(problems::account_unread_remedy));
                }
                if !known.contains(party) {
                    self.dangling(&trail, message!(problems::no_party, key = party), party, parties.iter().copied());
                }
                self.statement(&trail, account);
            }
        }
    }
}
