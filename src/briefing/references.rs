//! Does every reference of a briefing lead somewhere, and is every key given once?
//!
//! A reference into a file that could not be read is left alone: that file's own problem is reported already.

use std::collections::BTreeSet;

use ahash::AHashSet;
use strsim::levenshtein;

use super::folder::Folder;
use super::limits::{MAX_COMPARISONS, MAX_PROBLEMS};
use super::load::Parts;
use super::place::Place;
use super::problem::{Unplaced, placed};
use super::{Citation, Date, Key, Locator, Names, Problem, Statement};

/// Every reference that leads nowhere, every key given twice and every value out of bounds.
pub(super) fn unresolved<'a>(parts: &'a Parts, folder: &Folder) -> Vec<Problem> {
    let mut check = Check {
        parts,
        known: Known::of(parts),
        file: "briefing.json",
        problems: Vec::new(),
        left_out: 0,
        comparisons: MAX_COMPARISONS,
    };
    let files: [fn(&mut Check<'a>); 7] =
        [Check::manifest, Check::meeting, Check::document, Check::claims, Check::roster, Check::trade, Check::sources];
    let mut found = Vec::new();
    for check_file in files {
        check_file(&mut check);
        let text = folder.text(check.file).unwrap_or_default();
        let left_out = std::mem::take(&mut check.left_out);
        found.extend(placed(check.file, text, std::mem::take(&mut check.problems), left_out));
    }
    found
}

struct Check<'a> {
    parts: &'a Parts,
    known: Known<'a>,
    /// The file under the pen.
    file: &'static str,
    /// Its problems.
    problems: Vec<Unplaced>,
    /// How many more it has.
    left_out: usize,
    /// How many keys may still be compared to find one that was meant.
    comparisons: usize,
}

/// The keys that can be referred to from anywhere, for looking one up however many there are.
struct Known<'a> {
    sources: AHashSet<&'a Key>,
    states: AHashSet<&'a Key>,
    /// People, places and topics.
    others: AHashSet<&'a Key>,
    sentences: AHashSet<Locator>,
}

impl<'a> Known<'a> {
    fn of(parts: &'a Parts) -> Self {
        let sources = parts.sources.iter().flat_map(|sources| &sources.sources);
        // Of a known length, so that a set of a million is laid out once.
        let states = parts.roster.as_ref().map_or(&[][..], |roster| &roster.states).iter();
        let sentences = parts.document.iter().flat_map(|document| &document.sentences);
        let people = parts.meeting.iter().flat_map(|meeting| &meeting.people).map(|person| &person.id);
        let places = parts.meeting.iter().flat_map(|meeting| &meeting.places).map(|place| &place.id);
        let topics = parts.meeting.iter().flat_map(|meeting| &meeting.topics).map(|topic| &topic.id);
        Self {
            sources: sources.map(|source| &source.id).collect(),
            states: states.map(|state| &state.id).collect(),
            others: people.chain(places).chain(topics).collect(),
            sentences: sentences.map(|sentence| sentence.at).collect(),
        }
    }
}

impl<'a> Check<'a> {
    fn manifest(&mut self) {
        let Some(manifest) = &self.parts.manifest else { return };
        self.file = "briefing.json";
        let root = Place::default();
        if manifest.format != 1 {
            self.problem(
                &root.field("format"),
                format!("format {} is not known to this version", manifest.format),
                "Write 1",
            );
        }
        if manifest.languages.is_empty() {
            self.problem(
                &root.field("languages"),
                "no language is named".to_owned(),
                "Name at least one, such as \"en\"",
            );
        }
        self.source(&root.field("document"), &manifest.document);
        let document = self.parts.document.as_ref().filter(|document| document.source != manifest.document);
        if let Some(document) = document {
            let what = format!("`{}` is not the source that document.json paraphrases", manifest.document);
            self.problem(&root.field("document"), what, &format!("Write `{}`", document.source));
        }
    }

    fn meeting(&mut self) {
        let Some(meeting) = &self.parts.meeting else { return };
        self.file = "meeting.json";
        let root = Place::default();
        self.statement(&root.field("headline"), &meeting.headline);
        self.statement(&root.field("takeaway"), &meeting.takeaway);
        self.citations(&root, &meeting.citations);
        let people = root.field("people");
        for (index, person) in meeting.people.iter().enumerate() {
            let place = people.index(index);
            self.names(&place.field("names"), &person.names);
            self.state(&place.field("state"), &person.state);
            self.citations(&place, &person.citations);
        }
        for (index, place) in meeting.places.iter().enumerate() {
            self.citations(&root.field("places").index(index), &place.citations);
        }
        for (index, topic) in meeting.topics.iter().enumerate() {
            self.citations(&root.field("topics").index(index), &topic.citations);
        }
        let chronology = root.field("chronology");
        for (index, event) in meeting.chronology.iter().enumerate() {
            let place = chronology.index(index);
            self.citations(&place, &event.citations);
            self.in_order(&place, event.from, event.until);
        }
        self.unique(&root.field("chronology"), "id", meeting.chronology.iter().map(|event| &event.id));
        if let Some(key) = meeting.event.as_ref().filter(|_| !meeting.chronology.iter().any(|event| meeting.is(event)))
        {
            self.dangling(&root.field("event"), "event", key, meeting.chronology.iter().map(|event| &event.id));
        }
        for (index, unknown) in meeting.unknowns.iter().enumerate() {
            self.citations(&root.field("unknowns").index(index), &unknown.citations);
        }
        // One name space, since claims mention all of these alike.
        let mut taken: BTreeSet<&Key> = BTreeSet::new();
        let lists = [
            (people, meeting.people.iter().map(|person| &person.id).collect::<Vec<_>>()),
            (root.field("places"), meeting.places.iter().map(|place| &place.id).collect()),
            (root.field("topics"), meeting.topics.iter().map(|topic| &topic.id).collect()),
        ];
        for (list, ids) in lists {
            for (index, id) in ids.into_iter().enumerate() {
                if !taken.insert(id) || self.known.states.contains(id) {
                    let what = format!("`{id}` is already the key of a person, a place, a topic or a state");
                    self.problem(&list.index(index).field("id"), what, "Choose another key");
                }
            }
        }
        let parties: Vec<&Key> = meeting.readouts.parties.iter().map(|party| &party.id).collect();
        let readouts = root.field("readouts");
        self.unique(&readouts.field("parties"), "id", parties.iter().copied());
        let differences = readouts.field("differences");
        for (index, difference) in meeting.readouts.differences.iter().enumerate() {
            let place = differences.index(index);
            let accounts = place.field("accounts");
            for (party, account) in &difference.accounts {
                let place = accounts.field(party.as_str());
                if !parties.contains(&party) {
                    self.dangling(&place, "party", party, parties.iter().copied());
                }
                self.statement(&place, account);
            }
        }
    }

    fn document(&mut self) {
        let Some(document) = &self.parts.document else { return };
        self.file = "document.json";
        let root = Place::default();
        self.source(&root.field("source"), &document.source);
        let mut before: Option<(Locator, u32)> = None;
        let sentences = root.field("sentences");
        for (index, sentence) in document.sentences.iter().enumerate() {
            let place = sentences.index(index);
            let [start, end] = sentence.range;
            if start >= end || end > document.length {
                let what = format!(
                    "the range {start} to {end} is empty or leaves the document's {} characters",
                    document.length
                );
                self.problem(&place.field("range"), what, "Correct the range");
            }
            if before.is_some_and(|(at, last)| sentence.at <= at || start < last) {
                let what = format!("sentence {} stands before or within the one above it", sentence.at);
                self.problem(&place.field("at"), what, "Give the sentences in the order of the document");
            }
            before = Some((sentence.at, end));
            for (index, name) in sentence.as_printed.printed_names.iter().enumerate() {
                self.mention(&place.field("as_printed").field("printed_names").index(index).field("of"), &name.of);
            }
        }
    }

    fn claims(&mut self) {
        let Some(claims) = &self.parts.claims else { return };
        self.file = "claims.json";
        let root = Place::default();
        let ids: BTreeSet<&Key> = claims.claims.iter().map(|claim| &claim.id).collect();
        self.unique(&root.field("claims"), "id", claims.claims.iter().map(|claim| &claim.id));
        let key_points = root.field("key_points");
        for (index, point) in claims.key_points.iter().enumerate() {
            if !ids.contains(&point.claim) {
                self.dangling(&key_points.index(index).field("claim"), "claim", &point.claim, ids.iter().copied());
            }
        }
        let list = root.field("claims");
        for (index, claim) in claims.claims.iter().enumerate() {
            let place = list.index(index);
            self.citations(&place, &claim.citations);
            for (index, evidence) in claim.evidence.iter().enumerate() {
                self.source(&place.field("evidence").index(index).field("source"), &evidence.source);
            }
            for (index, mention) in claim.mentions.iter().enumerate() {
                self.mention(&place.field("mentions").index(index), mention);
            }
            if let Some(causation) = &claim.causation {
                let place = place.field("causation");
                self.citations(&place.field("cause"), &causation.cause.citations);
                self.citations(&place.field("effect"), &causation.effect.citations);
            }
            if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
                self.statement(&place.field("forecast").field("outcome"), outcome);
            }
        }
    }

    fn roster(&mut self) {
        let Some(roster) = &self.parts.roster else { return };
        self.file = "roster.json";
        let root = Place::default();
        self.names(&root.field("organisation").field("names"), &roster.organisation.names);
        self.citations(&root.field("organisation"), &roster.organisation.citations);
        let columns = &roster.columns;
        let named = [
            ("names", &columns.names),
            ("aliases", &columns.aliases),
            ("capital", &columns.capital),
            ("region", &columns.region),
            ("population", &columns.population),
            ("position", &columns.position),
        ];
        for (name, column) in named {
            self.citations(&root.field("columns").field(name), &column.citations);
        }
        if let Some(world) = &roster.world {
            self.citations(&root.field("world"), &world.citations);
        }
        let statuses: Vec<&Key> = roster.statuses.iter().map(|status| &status.id).collect();
        self.unique(&root.field("statuses"), "id", statuses.iter().copied());
        let list = root.field("statuses");
        for (index, status) in roster.statuses.iter().enumerate() {
            let Some(merger) = &status.merged else { continue };
            let status = list.index(index);
            let place = status.field("merged");
            if !statuses.contains(&&merger.into) {
                self.dangling(&place.field("into"), "status", &merger.into, statuses.iter().copied());
            }
            self.citations(&place, &merger.citations);
        }
        self.mergers(&list);
        // Where no key is given twice there are as many keys as states.
        if self.known.states.len() < roster.states.len() {
            self.unique(&root.field("states"), "id", roster.states.iter().map(|state| &state.id));
        }
        let states = root.field("states");
        for (index, state) in roster.states.iter().enumerate() {
            let place = states.index(index);
            self.names(&place.field("names"), &state.names);
            let on_globe = state.position.latitude.abs() <= 90.0 && state.position.longitude.abs() <= 180.0;
            if !on_globe {
                let remedy = "Write degrees north from -90 to 90 and degrees east from -180 to 180";
                self.problem(&place.field("position"), "this position is not on the globe".to_owned(), remedy);
            }
        }
        let spells = root.field("spells");
        for (index, spell) in roster.spells.iter().enumerate() {
            let place = spells.index(index);
            self.state(&place.field("state"), &spell.state);
            if !statuses.contains(&&spell.status) {
                self.dangling(&place.field("status"), "status", &spell.status, statuses.iter().copied());
            }
            self.citations(&place, &spell.citations);
            self.in_order(&place, spell.from, spell.until);
        }
        let printed = root.field("printed");
        for (index, entry) in roster.printed.iter().enumerate() {
            let place = printed.index(index);
            self.state(&place.field("state"), &entry.state);
            if !statuses.contains(&&entry.status) {
                self.dangling(&place.field("status"), "status", &entry.status, statuses.iter().copied());
            }
            self.locator(&place.field("at"), entry.at);
        }
        let counts = root.field("counts");
        for (index, count) in roster.counts.iter().enumerate() {
            let place = counts.index(index);
            if !statuses.contains(&&count.status) {
                self.dangling(&place.field("status"), "status", &count.status, statuses.iter().copied());
            }
            self.locator(&place.field("at"), count.at);
        }
    }

    fn trade(&mut self) {
        let Some(trade) = &self.parts.trade else { return };
        self.file = "trade.json";
        let root = Place::default();
        if trade.series.is_empty() {
            self.problem(&root.field("series"), "there is no series".to_owned(), "Give at least one");
        }
        self.unique(&root.field("series"), "id", trade.series.iter().map(|series| &series.id));
        let list = root.field("series");
        for (index, series) in trade.series.iter().enumerate() {
            let place = list.index(index);
            let flows: Vec<&Key> = series.flows.iter().map(|flow| &flow.id).collect();
            self.unique(&place.field("flows"), "id", flows.iter().copied());
            let observations = place.field("observations");
            for (index, observation) in series.observations.iter().enumerate() {
                let place = observations.index(index);
                if !flows.contains(&&observation.flow) {
                    self.dangling(&place.field("flow"), "flow", &observation.flow, flows.iter().copied());
                }
                self.citations(&place, &observation.citations);
            }
            let published_growth = place.field("published_growth");
            for (index, growth) in series.published_growth.iter().enumerate() {
                let place = published_growth.index(index);
                if !flows.contains(&&growth.flow) {
                    self.dangling(&place.field("flow"), "flow", &growth.flow, flows.iter().copied());
                }
                self.citations(&place, &growth.citations);
            }
            let stated_figures = place.field("stated_figures");
            for (index, figure) in series.stated_figures.iter().enumerate() {
                let place = stated_figures.index(index);
                if !flows.contains(&&figure.flow) {
                    self.dangling(&place.field("flow"), "flow", &figure.flow, flows.iter().copied());
                }
                self.citations(&place, &figure.citations);
            }
        }
        for (index, milestone) in trade.milestones.iter().enumerate() {
            self.citations(&root.field("milestones").index(index), &milestone.citations);
        }
    }

    fn sources(&mut self) {
        let Some(sources) = &self.parts.sources else { return };
        self.file = "sources.json";
        self.unique(&Place::default().field("sources"), "id", sources.sources.iter().map(|source| &source.id));
    }

    /// Checks that `until` of the object at `place` is not before its `from`.
    fn in_order(&mut self, place: &Place<'_>, from: Date, until: Option<Date>) {
        if let Some(until) = until.filter(|until| until.last_day() < from.first_day()) {
            let what = format!("it ends on {until}, before it begins on {from}");
            self.problem(&place.field("until"), what, "Correct one of the two dates");
        }
    }

    fn statement(&mut self, place: &Place<'_>, statement: &Statement) {
        self.citations(place, &statement.citations);
    }

    /// Checks the field `citations` of the object at `place`.
    fn citations(&mut self, place: &Place<'_>, citations: &[Citation]) {
        let list = place.field("citations");
        if citations.is_empty() {
            self.problem(&list, "this states something without a source".to_owned(), "Cite at least one source");
        }
        for (index, citation) in citations.iter().enumerate() {
            let place = list.index(index);
            self.source(&place.field("source"), &citation.source);
            let Some(at) = citation.at else { continue };
            match &self.parts.document {
                Some(document) if document.source != citation.source => {
                    let what = format!(
                        "`{}` is not the document, and only the document has numbered sentences",
                        citation.source
                    );
                    self.problem(&place.field("at"), what, "Remove `at`");
                }
                _ => self.locator(&place.field("at"), at),
            }
        }
    }

    fn source(&mut self, place: &Place<'_>, key: &Key) {
        let Some(sources) = &self.parts.sources else { return };
        if !self.known.sources.contains(key) {
            self.dangling(place, "source", key, sources.sources.iter().map(|source| &source.id));
        }
    }

    fn state(&mut self, place: &Place<'_>, key: &Key) {
        let Some(roster) = &self.parts.roster else { return };
        if !self.known.states.contains(key) {
            self.dangling(place, "state", key, roster.states.iter().map(|state| &state.id));
        }
    }

    fn mention(&mut self, place: &Place<'_>, key: &Key) {
        let (Some(meeting), Some(roster)) = (&self.parts.meeting, &self.parts.roster) else { return };
        if self.known.others.contains(key) || self.known.states.contains(key) {
            return;
        }
        let people = meeting.people.iter().map(|person| &person.id);
        let places = meeting.places.iter().map(|place| &place.id);
        let topics = meeting.topics.iter().map(|topic| &topic.id);
        let known = people.chain(places).chain(topics).chain(roster.states.iter().map(|state| &state.id));
        self.dangling(place, "person, place, topic or state", key, known);
    }

    fn locator(&mut self, place: &Place<'_>, at: Locator) {
        if self.parts.document.is_some() && !self.known.sentences.contains(&at) {
            self.problem(
                place,
                format!("the document has no sentence {at}"),
                "Correct the place, or add the sentence to document.json",
            );
        }
    }

    fn names(&mut self, place: &Place<'_>, names: &Names) {
        let first = self.parts.manifest.as_ref().and_then(|manifest| manifest.languages.first());
        let Some(first) = first else { return };
        if names.get(first).is_none() {
            self.problem(
                place,
                format!("there is no name in `{first}`, the first language of the briefing"),
                &format!("Add `{first}`"),
            );
        }
    }

    /// A status that merges into another, and that one into the first, would never come to an end.
    fn mergers(&mut self, list: &Place<'_>) {
        let Some(roster) = &self.parts.roster else { return };
        let into = |key: &Key| {
            let status = roster.statuses.iter().find(|status| status.id == *key)?;
            status.merged.as_ref().map(|merger| &merger.into)
        };
        for (index, status) in roster.statuses.iter().enumerate() {
            let mut further = into(&status.id);
            // Whoever is on the way for longer than there are statuses goes round in a circle.
            for _ in 0..roster.statuses.len() {
                if further == Some(&status.id) {
                    let what = format!("`{}` becomes itself again in the end", status.id);
                    self.problem(&list.index(index).field("merged").field("into"), what, "Break the circle of mergers");
                    break;
                }
                further = further.and_then(into);
            }
        }
    }

    fn unique(&mut self, list: &Place<'_>, field: &'static str, ids: impl Iterator<Item = &'a Key>) {
        let mut seen = AHashSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                let what = format!("the key `{id}` is given twice");
                self.problem(&list.index(index).field(field), what, "Give each its own key");
            }
        }
    }

    fn dangling<'k>(&mut self, place: &Place<'_>, kind: &str, key: &Key, known: impl Iterator<Item = &'k Key>) {
        let mut compared = 0;
        let near = known
            .take(self.comparisons)
            .inspect(|_| compared += 1)
            .map(|id| (levenshtein(id.as_str(), key.as_str()), id))
            .min_by_key(|(distance, _)| *distance);
        self.comparisons -= compared;
        let remedy = match near {
            Some((distance, near)) if distance <= 1 + key.as_str().len() / 4 => {
                format!("Did you mean `{near}`? Otherwise add it")
            }
            _ => "Correct the key, or add what it names".to_owned(),
        };
        self.problem(place, format!("there is no {kind} `{key}`"), &remedy);
    }

    fn problem(&mut self, place: &Place<'_>, what: String, remedy: &str) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Unplaced { path: place.path(), what, remedy: remedy.to_owned() });
        } else {
            self.left_out += 1;
        }
    }
}
