//! Does every reference of a briefing lead somewhere, and is every key given once?
//!
//! A reference into a file that could not be read is left alone: that file's own problem is reported already.

mod claims;
mod document;
mod keys;
mod meeting;
mod roster;
mod sources;
mod trade;

use std::collections::BTreeSet;

use ahash::{AHashMap, AHashSet};

use self::keys::Keys;
use super::folder::Folder;
use super::limits::{MAX_COMPARISONS, MAX_PROBLEMS};
use super::nearest::nearest_key;
use super::parts::Parts;
use super::problem::{Unplaced, placed};
use super::trail::Trail;
use super::{Citation, Date, Key, Locator, Message, Names, Position, Problem, State, Statement};
use crate::{label, message};

/// Every reference that leads nowhere, every key given twice and every value out of bounds.
pub(super) fn unresolved<'a>(parts: &'a Parts, folder: &Folder) -> Vec<Problem> {
    let mut check = Check {
        parts,
        keys: Keys::of(parts),
        problems: Vec::new(),
        left_out: 0,
        comparisons: MAX_COMPARISONS,
        taken: AHashSet::new(),
        states: AHashMap::new(),
    };
    let mut found = Vec::new();
    let mut in_file = |file: &str, check_file: &dyn Fn(&mut Check<'a>)| {
        check_file(&mut check);
        let text = folder.text(file).unwrap_or_default();
        let left_out = std::mem::take(&mut check.left_out);
        found.extend(placed(file, text, std::mem::take(&mut check.problems), left_out));
    };
    in_file("briefing.json", &Check::manifest);
    in_file("meeting.json", &Check::meeting);
    in_file("document.json", &Check::document);
    in_file("claims.json", &Check::claims);
    for (file, roster) in &parts.rosters {
        in_file(file, &|check| roster.get().into_iter().for_each(|roster| check.roster(roster)));
    }
    for (file, trade) in &parts.trades {
        in_file(file, &|check| trade.get().into_iter().for_each(|trade| check.trade(trade)));
    }
    in_file("sources.json", &Check::sources);
    found
}

struct Check<'a> {
    parts: &'a Parts,
    keys: Keys<'a>,
    /// The problems of the file under the pen.
    problems: Vec<Unplaced>,
    /// How many more it has.
    left_out: usize,
    /// How many keys may still be compared to find one that was meant.
    comparisons: usize,
    /// The keys of the organisations and of the series of the files before.
    taken: AHashSet<(Kind, &'a Key)>,
    /// The states of the rosters before, where there are several.
    states: AHashMap<&'a Key, &'a State>,
}

/// Of what several files give some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Organisation,
    Series,
}

impl<'a> Check<'a> {
    fn manifest(&mut self) {
        let Some(manifest) = self.parts.manifest.get() else { return };
        let root = Trail::default();
        if manifest.format != 1 {
            let what = message!(problems::unknown_format, format = manifest.format.to_string());
            self.problem(&root.field("format"), what, message!(problems::unknown_format_remedy));
        }
        if manifest.languages.is_empty() {
            let remedy = message!(problems::no_language_remedy);
            self.problem(&root.field("languages"), message!(problems::no_language), remedy);
        }
        let Some(key) = &manifest.document else { return };
        self.source(&root.field("document"), key);
        if let Some(document) = self.parts.document.get().filter(|document| document.source != *key) {
            let what = message!(problems::other_document, key = key);
            let remedy = message!(problems::other_document_remedy, key = &document.source);
            self.problem(&root.field("document"), what, remedy);
        }
    }

    /// Checks that `until` of the object at the end of the trail is not before its `from`.
    fn in_order(&mut self, trail: &Trail<'_>, from: Date, until: Option<Date>) {
        if let Some(until) = until.filter(|until| until.last_day() < from.first_day()) {
            let (from, until) = (from.to_string(), until.to_string());
            let what = message!(problems::ends_before_it_begins, from = from, until = until);
            self.problem(&trail.field("until"), what, message!(problems::ends_before_it_begins_remedy));
        }
    }

    fn statement(&mut self, trail: &Trail<'_>, statement: &Statement) {
        self.citations(trail, &statement.citations);
    }

    /// Checks the citations that the entries of a list inherit, where there are some.
    fn sources_of(&mut self, trail: &Trail<'_>, citations: &[Citation]) {
        self.cited(&trail.field("citations"), citations);
    }

    /// Checks the field `citations` of the object at the end of the trail.
    fn citations(&mut self, trail: &Trail<'_>, citations: &[Citation]) {
        let list = trail.field("citations");
        if citations.is_empty() {
            self.problem(&list, message!(problems::no_citation), message!(problems::no_citation_remedy));
        }
        self.cited(&list, citations);
    }

    /// Checks a list of citations.
    fn cited(&mut self, list: &Trail<'_>, citations: &[Citation]) {
        for (index, citation) in citations.iter().enumerate() {
            let trail = list.index(index);
            self.source(&trail.field("source"), &citation.source);
            let Some(at) = citation.at else { continue };
            match self.parts.document.get() {
                Some(document) if document.source != citation.source => {
                    let what = message!(problems::not_the_document, key = &citation.source);
                    self.problem(&trail.field("at"), what, message!(problems::not_the_document_remedy));
                }
                _ => self.locator(&trail.field("at"), at),
            }
        }
    }

    fn source(&mut self, trail: &Trail<'_>, key: &Key) {
        let Some(sources) = self.parts.sources.get() else { return };
        if !self.keys.sources.contains(key) {
            self.dangling(
                trail,
                message!(problems::no_source, key = key),
                key,
                sources.sources.iter().map(|source| &source.id),
            );
        }
    }

    fn state(&mut self, trail: &Trail<'_>, key: &Key) {
        if !self.keys.states.contains(key) && !self.parts.is_a_roster_broken() {
            let known = self.parts.rosters().flat_map(|roster| &roster.states).map(|state| &state.id);
            self.dangling(trail, message!(problems::no_state, key = key), key, known);
        }
    }

    fn organisation(&mut self, trail: &Trail<'_>, key: &Key) {
        let known = || self.parts.rosters().map(|roster| &roster.organisation.id);
        if known().all(|id| id != key) && !self.parts.is_a_roster_broken() {
            let known: Vec<Key> = known().cloned().collect();
            self.dangling(trail, message!(problems::no_organisation, key = key), key, known.iter());
        }
    }

    fn mention(&mut self, trail: &Trail<'_>, key: &Key) {
        let is_known = self.keys.others.contains(key) || self.keys.states.contains(key);
        if is_known || self.parts.meeting.is_broken() || self.parts.is_a_roster_broken() {
            return;
        }
        let states = self.parts.rosters().flat_map(|roster| &roster.states).map(|state| &state.id);
        let known = keys::others(self.parts).chain(states);
        self.dangling(trail, message!(problems::no_mention, key = key), key, known);
    }

    fn locator(&mut self, trail: &Trail<'_>, at: Locator) {
        if !self.parts.document.is_broken() && !self.keys.sentences.contains(&at) {
            let what = message!(problems::no_sentence, at = at.to_string());
            self.problem(trail, what, message!(problems::no_sentence_remedy));
        }
    }

    fn names(&mut self, trail: &Trail<'_>, names: &Names) {
        let first = self.parts.manifest.get().and_then(|manifest| manifest.languages.first());
        let Some(first) = first else { return };
        if names.get(first).is_none() {
            let what = message!(problems::no_name, language = first);
            self.problem(trail, what, message!(problems::no_name_remedy, language = first));
        }
    }

    /// Reports a key that a file before has given to something of the same kind.
    fn taken_before(&mut self, trail: &Trail<'_>, kind: Kind, id: &'a Key) {
        if !self.taken.insert((kind, id)) {
            self.problem(trail, message!(problems::key_twice, key = id), message!(problems::key_twice_remedy));
        }
    }

    /// Checks the names and the position of a state.
    fn position(&mut self, trail: &Trail<'_>, state: &State) {
        // What is not typed and not known by a code has no place of its own to be told at.
        let is_nameless = state.names.iter().next().is_none();
        if is_nameless || state.position.is_unsaid() {
            let what = if is_nameless { label!(problems::state_unnamed) } else { label!(problems::state_nowhere) };
            self.problem(trail, what, message!(problems::state_by_code_remedy));
            return;
        }
        self.names(&trail.field("names"), &state.names);
        self.on_the_globe(trail, state.position);
    }

    fn on_the_globe(&mut self, trail: &Trail<'_>, position: Position) {
        let on_globe = position.latitude.abs() <= 90.0 && position.longitude.abs() <= 180.0;
        if !on_globe {
            let remedy = message!(problems::off_the_globe_remedy);
            self.problem(&trail.field("position"), message!(problems::off_the_globe), remedy);
        }
    }

    fn unique(&mut self, list: &Trail<'_>, field: &'static str, ids: impl Iterator<Item = &'a Key>) {
        let mut seen = AHashSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                let what = message!(problems::key_twice, key = id);
                self.problem(&list.index(index).field(field), what, message!(problems::key_twice_remedy));
            }
        }
    }

    /// Reports a key that is not among those there are, with the nearest of them.
    fn dangling<'k>(&mut self, trail: &Trail<'_>, what: Message, key: &Key, known: impl Iterator<Item = &'k Key>) {
        let mut compared = 0;
        let known = known.take(self.comparisons).inspect(|_| compared += 1).map(Key::as_str);
        let near = nearest_key(key.as_str(), known);
        self.comparisons -= compared;
        let remedy = match near {
            Some(near) => message!(problems::dangling_near, near = near.to_owned()),
            None => message!(problems::dangling_remedy),
        };
        self.problem(trail, what, remedy);
    }

    fn problem(&mut self, trail: &Trail<'_>, what: Message, remedy: Message) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Unplaced { pointer: trail.pointer(), what, remedy });
        } else {
            self.left_out += 1;
        }
    }
}

/// What lies on a circle, of a number of things each of which leads to another or nowhere, in order.
fn circles(count: usize, next: impl Fn(usize) -> Option<usize>) -> BTreeSet<usize> {
    // The walk on which each was first met. A walk that comes back to itself has found a circle; none is gone twice.
    let mut met: Vec<Option<usize>> = vec![None; count];
    let mut found = BTreeSet::new();
    for walk in 0..count {
        let mut here = Some(walk);
        while let Some(at) = here.filter(|at| met.get(*at).is_some_and(Option::is_none)) {
            met[at] = Some(walk);
            here = next(at);
        }
        if let Some(first) = here.filter(|at| met.get(*at) == Some(&Some(walk))) {
            found.extend(std::iter::successors(Some(first), |at| next(*at).filter(|next| *next != first)));
        }
    }
    found
}
