//! Does every reference of a briefing lead somewhere, and is every key given once?
//!
//! A reference into a file that could not be read is left alone: that file's own problem is reported already.

use std::collections::BTreeSet;

use ahash::{AHashMap, AHashSet};

use super::folder::Folder;
use super::limits::{MAX_CELLS, MAX_COMPARISONS, MAX_FLOWS, MAX_LEVELS, MAX_PROBLEMS};
use super::nearest::nearest_key;
use super::parts::Parts;
use super::problem::{Unplaced, placed};
use super::trail::Trail;
use super::{
    Citation, Date, Flow, FlowRole, Key, Locator, Message, Names, Position, Problem, Roster, Sentence, Series, Sha256,
    Source, State, Statement, Trade,
};
use crate::message;

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

/// The keys that can be referred to from anywhere, for looking one up however many there are.
struct Keys<'a> {
    sources: AHashSet<&'a Key>,
    states: AHashSet<&'a Key>,
    /// People, places and topics.
    others: AHashSet<&'a Key>,
    sentences: AHashSet<Locator>,
}

impl<'a> Keys<'a> {
    fn of(parts: &'a Parts) -> Self {
        let sources = parts.sources.get().into_iter().flat_map(|sources| &sources.sources);
        // Of a known size, so that a set of a million is laid out once.
        let mut states = AHashSet::with_capacity(parts.rosters().map(|roster| roster.states.len()).sum());
        states.extend(parts.rosters().flat_map(|roster| &roster.states).map(|state| &state.id));
        states.extend(parts.meeting.get().into_iter().flat_map(|meeting| &meeting.states).map(|state| &state.id));
        let sentences = parts.document.get().into_iter().flat_map(|document| &document.sentences);
        let meeting = || parts.meeting.get().into_iter();
        let people = meeting().flat_map(|meeting| &meeting.people).map(|person| &person.id);
        let places = meeting().flat_map(|meeting| &meeting.places).map(|place| &place.id);
        let topics = meeting().flat_map(|meeting| &meeting.topics).map(|topic| &topic.id);
        Self {
            sources: sources.map(|source| &source.id).collect(),
            states,
            others: people.chain(places).chain(topics).collect(),
            sentences: sentences.map(|sentence| sentence.at).collect(),
        }
    }
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

    fn meeting(&mut self) {
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

    fn document(&mut self) {
        let Some(document) = self.parts.document.get() else { return };
        let root = Trail::default();
        self.source(&root.field("source"), &document.source);
        let source = self.parts.sources.get().and_then(|all| all.sources.iter().find(|one| one.id == document.source));
        let may = document.licence.is_some() || source.is_some_and(|source| source.licence.is_some());
        let mut before: Option<(Locator, u32)> = None;
        let sentences = root.field("sentences");
        for (index, sentence) in document.sentences.iter().enumerate() {
            let trail = sentences.index(index);
            let [start, end] = sentence.range;
            if start >= end || end > document.length {
                let [start, end, length] = [start, end, document.length].map(|number| number.to_string());
                let what = message!(problems::wrong_range, start = start, end = end, length = length);
                self.problem(&trail.field("range"), what, message!(problems::wrong_range_remedy));
            }
            if before.is_some_and(|(at, last)| sentence.at <= at || start < last) {
                let what = message!(problems::wrong_order, at = sentence.at.to_string());
                self.problem(&trail.field("at"), what, message!(problems::wrong_order_remedy));
            }
            before = Some((sentence.at, end));
            self.original(&trail, may, sentence);
            for (index, name) in sentence.as_printed.printed_names.iter().enumerate() {
                self.mention(&trail.field("as_printed").field("printed_names").index(index).field("of"), &name.of);
            }
        }
    }

    /// Checks the text of a sentence, where it stands here: that it is that sentence, and that it `may`.
    fn original(&mut self, trail: &Trail<'_>, may: bool, sentence: &Sentence) {
        let Some(text) = &sentence.text else { return };
        let trail = trail.field("text");
        let (length, [start, end]) = (text.chars().count(), sentence.range);
        if length != end.saturating_sub(start) as usize {
            let (length, wanted) = (length.to_string(), end.saturating_sub(start).to_string());
            let what = message!(problems::wrong_text_length, length = length, wanted = wanted);
            self.problem(&trail, what, message!(problems::wrong_text_remedy));
        } else if Sha256::of(text.as_bytes()) != sentence.sha256 {
            self.problem(&trail, message!(problems::wrong_text_hash), message!(problems::wrong_text_remedy));
        }
        if !may && !self.parts.sources.is_broken() {
            self.problem(&trail, message!(problems::no_licence), message!(problems::no_licence_remedy));
        }
    }

    fn claims(&mut self) {
        let Some(claims) = self.parts.claims.get() else { return };
        let root = Trail::default();
        let ids: BTreeSet<&Key> = claims.claims.iter().map(|claim| &claim.id).collect();
        self.unique(&root.field("claims"), "id", claims.claims.iter().map(|claim| &claim.id));
        let key_points = root.field("key_points");
        for (index, point) in claims.key_points.iter().enumerate() {
            if !ids.contains(&point.claim) {
                self.dangling(
                    &key_points.index(index).field("claim"),
                    message!(problems::no_claim, key = &point.claim),
                    &point.claim,
                    ids.iter().copied(),
                );
            }
        }
        self.sources_of(&root, &claims.citations);
        let list = root.field("claims");
        for (index, claim) in claims.claims.iter().enumerate() {
            let trail = list.index(index);
            self.citations(&trail, &claim.citations);
            for (index, evidence) in claim.evidence.iter().enumerate() {
                self.source(&trail.field("evidence").index(index).field("source"), &evidence.source);
            }
            for (index, mention) in claim.mentions.iter().enumerate() {
                self.mention(&trail.field("mentions").index(index), mention);
            }
            if let Some(causation) = &claim.causation {
                let trail = trail.field("causation");
                self.citations(&trail.field("cause"), &causation.cause.citations);
                self.citations(&trail.field("effect"), &causation.effect.citations);
            }
            if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
                self.statement(&trail.field("forecast").field("outcome"), outcome);
            }
        }
    }

    fn roster(&mut self, roster: &'a Roster) {
        let root = Trail::default();
        let organisation = root.field("organisation");
        self.taken_before(&organisation.field("id"), Kind::Organisation, &roster.organisation.id);
        self.names(&organisation.field("names"), &roster.organisation.names);
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
        self.unique(&root.field("statuses"), "id", roster.statuses.iter().map(|status| &status.id));
        let statuses: BTreeSet<&Key> = roster.statuses.iter().map(|status| &status.id).collect();
        let list = root.field("statuses");
        for (index, status) in roster.statuses.iter().enumerate() {
            let Some(merger) = &status.merged else { continue };
            let status = list.index(index);
            let trail = status.field("merged");
            if !statuses.contains(&merger.into) {
                self.dangling(
                    &trail.field("into"),
                    message!(problems::no_status, key = &merger.into),
                    &merger.into,
                    statuses.iter().copied(),
                );
            }
            self.citations(&trail, &merger.citations);
        }
        self.mergers(roster, &list);
        // Where no key is given twice there are as many keys as states.
        let outside = self.parts.meeting.get().map_or(0, |meeting| meeting.states.len());
        if self.keys.states.len() < outside + self.parts.rosters().map(|roster| roster.states.len()).sum::<usize>() {
            self.unique(&root.field("states"), "id", roster.states.iter().map(|state| &state.id));
        }
        let states = root.field("states");
        self.states_alike(roster, &states);
        for (index, state) in roster.states.iter().enumerate() {
            let trail = states.index(index);
            self.position(&trail, state);
        }
        self.sources_of(&root, &roster.citations);
        let spells = root.field("spells");
        for (index, spell) in roster.spells.iter().enumerate() {
            let trail = spells.index(index);
            self.state(&trail.field("state"), &spell.state);
            if !statuses.contains(&spell.status) {
                self.dangling(
                    &trail.field("status"),
                    message!(problems::no_status, key = &spell.status),
                    &spell.status,
                    statuses.iter().copied(),
                );
            }
            self.citations(&trail, &spell.citations);
            self.in_order(&trail, spell.from, spell.until);
        }
        let printed = root.field("printed");
        for (index, entry) in roster.printed.iter().enumerate() {
            let trail = printed.index(index);
            self.state(&trail.field("state"), &entry.state);
            if !statuses.contains(&entry.status) {
                self.dangling(
                    &trail.field("status"),
                    message!(problems::no_status, key = &entry.status),
                    &entry.status,
                    statuses.iter().copied(),
                );
            }
            self.locator(&trail.field("at"), entry.at);
        }
        if let Some(scope) = &roster.printed_gives {
            let root = root.field("printed_gives");
            let of_scope = root.field("statuses");
            for (index, status) in scope.statuses.iter().flatten().enumerate() {
                if !statuses.contains(&status) {
                    let what = message!(problems::no_status, key = status);
                    self.dangling(&of_scope.index(index), what, status, statuses.iter().copied());
                }
            }
            for (index, state) in scope.states.iter().enumerate() {
                self.state(&root.field("states").index(index), state);
            }
            let regions: AHashSet<&str> = roster.states.iter().map(|state| state.region.as_str()).collect();
            for (index, region) in scope.regions.iter().enumerate() {
                if !regions.contains(region.as_str()) {
                    let what = message!(problems::no_region, region = region);
                    self.problem(&root.field("regions").index(index), what, message!(problems::no_region_remedy));
                }
            }
        }
        let counts = root.field("counts");
        for (index, count) in roster.counts.iter().enumerate() {
            let trail = counts.index(index);
            if !statuses.contains(&count.status) {
                self.dangling(
                    &trail.field("status"),
                    message!(problems::no_status, key = &count.status),
                    &count.status,
                    statuses.iter().copied(),
                );
            }
            self.locator(&trail.field("at"), count.at);
        }
    }

    fn trade(&mut self, trade: &'a Trade) {
        let root = Trail::default();
        if trade.series.is_empty() {
            self.problem(&root.field("series"), message!(problems::no_series), message!(problems::no_series_remedy));
        }
        self.unique(&root.field("series"), "id", trade.series.iter().map(|series| &series.id));
        let list = root.field("series");
        // Within one file that is said already.
        let mut own = AHashSet::new();
        for (place, series) in trade.series.iter().enumerate() {
            if own.insert(&series.id) {
                self.taken_before(&list.index(place).field("id"), Kind::Series, &series.id);
            }
        }
        for (index, series) in trade.series.iter().enumerate() {
            let trail = list.index(index);
            let flows: Vec<&Key> = series.flows.iter().map(|flow| &flow.id).collect();
            self.unique(&trail.field("flows"), "id", flows.iter().copied());
            let known: AHashSet<&Key> = flows.iter().copied().collect();
            if !self.table(&trail, series) {
                continue;
            }
            self.wholes(&trail.field("flows"), &series.flows);
            self.sources_of(&trail, &series.citations);
            let observations = trail.field("observations");
            for (index, observation) in series.observations.iter().enumerate() {
                let trail = observations.index(index);
                if !known.contains(&observation.flow) {
                    self.dangling(
                        &trail.field("flow"),
                        message!(problems::no_flow, key = &observation.flow),
                        &observation.flow,
                        flows.iter().copied(),
                    );
                }
                self.citations(&trail, &observation.citations);
            }
            let published_growth = trail.field("published_growth");
            for (index, growth) in series.published_growth.iter().enumerate() {
                let trail = published_growth.index(index);
                if !known.contains(&growth.flow) {
                    self.dangling(
                        &trail.field("flow"),
                        message!(problems::no_flow, key = &growth.flow),
                        &growth.flow,
                        flows.iter().copied(),
                    );
                }
                self.citations(&trail, &growth.citations);
            }
            let stated_figures = trail.field("stated_figures");
            for (index, figure) in series.stated_figures.iter().enumerate() {
                let trail = stated_figures.index(index);
                if !known.contains(&figure.flow) {
                    self.dangling(
                        &trail.field("flow"),
                        message!(problems::no_flow, key = &figure.flow),
                        &figure.flow,
                        flows.iter().copied(),
                    );
                }
                self.citations(&trail, &figure.citations);
            }
        }
        self.cited(&root.field("milestone_citations"), &trade.milestone_citations);
        for (index, milestone) in trade.milestones.iter().enumerate() {
            self.citations(&root.field("milestones").index(index), &milestone.citations);
        }
    }

    /// Checks that a series has no more flows, and is no larger as a table, than can be shown.
    fn table(&mut self, trail: &Trail<'_>, series: &Series) -> bool {
        let (flows, before) = (series.flows.len(), (self.problems.len(), self.left_out));
        if flows > MAX_FLOWS {
            let (count, most) = (flows.to_string(), MAX_FLOWS.to_string());
            let what = message!(problems::too_many_flows, count = count, most = most);
            self.problem(&trail.field("flows"), what, message!(problems::too_many_flows_remedy));
        }
        let periods = series.observations.iter().map(|observation| observation.period);
        let periods = periods.chain(series.published_growth.iter().map(|growth| growth.period));
        let periods = periods.collect::<AHashSet<_>>().len();
        if flows.saturating_mul(periods) > MAX_CELLS {
            let [flows, periods, most] = [flows, periods, MAX_CELLS].map(|number| number.to_string());
            let what = message!(problems::too_large_a_table, flows = flows, periods = periods, most = most);
            self.problem(&trail.field("observations"), what, message!(problems::too_large_a_table_remedy));
        }
        before == (self.problems.len(), self.left_out)
    }

    /// Checks that what a flow is a part of is a total of the same series, and no part of it in turn.
    fn wholes(&mut self, trail: &Trail<'_>, flows: &[Flow]) {
        let mut by_key: AHashMap<&Key, &Flow> = AHashMap::new();
        for flow in flows {
            by_key.entry(&flow.id).or_insert(flow);
        }
        let find = |key: &Key| by_key.get(key).copied();
        for (index, flow) in flows.iter().enumerate() {
            let Some(of) = &flow.of else { continue };
            let trail = trail.index(index);
            let trail = trail.field("of");
            match find(of) {
                None => {
                    self.dangling(&trail, message!(problems::no_flow, key = of), of, flows.iter().map(|flow| &flow.id));
                }
                Some(whole) if whole.role != FlowRole::Total => {
                    self.problem(&trail, message!(problems::no_total, key = of), message!(problems::no_total_remedy));
                }
                Some(_) => {
                    let mut above = vec![&flow.id];
                    let mut next = Some(of);
                    while let Some(key) = next.filter(|key| above.len() <= MAX_LEVELS && !above.contains(key)) {
                        above.push(key);
                        next = find(key).and_then(|flow| flow.of.as_ref());
                    }
                    if next.is_some_and(|key| !above.contains(&key)) {
                        let what = message!(problems::too_many_levels, most = MAX_LEVELS.to_string());
                        self.problem(&trail, what, message!(problems::too_many_levels_remedy));
                    } else if next.is_some() {
                        let what = message!(problems::part_of_itself, key = &flow.id);
                        self.problem(&trail, what, message!(problems::part_of_itself_remedy));
                    }
                }
            }
        }
    }

    fn sources(&mut self) {
        let Some(sources) = self.parts.sources.get() else { return };
        let root = Trail::default();
        let list = root.field("sources");
        self.unique(&list, "id", sources.sources.iter().map(|source| &source.id));
        self.origins(&sources.sources, &list);
    }

    /// Checks that whose text a source carries is said in one way, leads to a source, and comes to an end.
    fn origins(&mut self, sources: &'a [Source], list: &Trail<'_>) {
        let places: AHashMap<&Key, usize> = sources.iter().zip(0..).map(|(source, at)| (&source.id, at)).collect();
        for (index, source) in sources.iter().enumerate() {
            let Some(origin) = &source.origin else { continue };
            let trail = list.index(index);
            let trail = trail.field("origin");
            let agency = origin.agency.as_ref().filter(|agency| !agency.trim().is_empty());
            match (&origin.source, agency) {
                (Some(_), Some(_)) => {
                    self.problem(&trail, message!(problems::two_origins), message!(problems::origin_remedy));
                }
                (None, None) => self.problem(&trail, message!(problems::no_origin), message!(problems::origin_remedy)),
                (Some(key), None) => self.source(&trail.field("source"), key),
                (None, Some(_)) => {}
            }
        }
        let next = |at: usize| {
            let key = sources.get(at)?.origin.as_ref()?.source.as_ref()?;
            places.get(key).copied()
        };
        let circles: BTreeSet<usize> = circles(sources.len(), next).into_iter().collect();
        // Whose text it is in the end is asked of each source again and again.
        let far =
            |at: usize| std::iter::successors(Some(at), |at| next(*at)).take(MAX_LEVELS + 2).count() > MAX_LEVELS + 1;
        let led = |at: usize| {
            std::iter::successors(Some(at), |at| next(*at)).take(MAX_LEVELS + 2).any(|at| circles.contains(&at))
        };
        if let Some(at) = (0..sources.len()).find(|at| far(*at) && !led(*at)) {
            let what = message!(problems::too_many_origins, key = &sources[at].id, most = MAX_LEVELS.to_string());
            let remedy = message!(problems::too_many_origins_remedy);
            self.problem(&list.index(at).field("origin").field("source"), what, remedy);
        }
        for at in circles {
            let what = message!(problems::origin_in_a_circle, key = &sources[at].id);
            let remedy = message!(problems::origin_in_a_circle_remedy);
            self.problem(&list.index(at).field("origin").field("source"), what, remedy);
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
        let meeting = || self.parts.meeting.get().into_iter();
        let people = meeting().flat_map(|meeting| &meeting.people).map(|person| &person.id);
        let places = meeting().flat_map(|meeting| &meeting.places).map(|named| &named.id);
        let topics = meeting().flat_map(|meeting| &meeting.topics).map(|topic| &topic.id);
        let states = self.parts.rosters().flat_map(|roster| &roster.states).map(|state| &state.id);
        let known = people.chain(places).chain(topics).chain(states);
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

    /// A status that merges into another, and that one into the first, would never come to an end.
    fn mergers(&mut self, roster: &Roster, list: &Trail<'_>) {
        let places: AHashMap<&Key, usize> =
            roster.statuses.iter().zip(0..).map(|(status, at)| (&status.id, at)).collect();
        let into = |at: usize| places.get(&roster.statuses[at].merged.as_ref()?.into).copied();
        for at in circles(roster.statuses.len(), into) {
            let what = message!(problems::merges_in_a_circle, key = &roster.statuses[at].id);
            let remedy = message!(problems::merges_in_a_circle_remedy);
            self.problem(&list.index(at).field("merged").field("into"), what, remedy);
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

    /// Reports a state that another roster gives otherwise: of two descriptions of one state, one is wrong.
    fn states_alike(&mut self, roster: &'a Roster, list: &Trail<'_>) {
        if self.parts.rosters.len() < 2 {
            return;
        }
        for (index, state) in roster.states.iter().enumerate() {
            if self.states.get(&state.id).is_some_and(|first| *first != state) {
                let what = message!(problems::state_differs, key = &state.id);
                self.problem(&list.index(index), what, message!(problems::state_differs_remedy));
            }
            self.states.entry(&state.id).or_insert(state);
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
