//! What the checks work on.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ahash::AHashMap;
use jiff::civil;

use super::days_said::{days_of_events, days_of_spells};
use super::known::Known;
use super::mentions::Naming;
use super::people_said::who_met;
use super::said::{Called, Courses, Listed, Measures, Statuses, names_abroad, region_names};
use super::series::{Periods, by_period};
use super::texts::{TOGETHER, Texts};
use super::words::Spoken;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Named, Names, Number, numbers};
use crate::analysis::roster::holds;
use crate::briefing::{
    Briefing, Given, Key, Locator, Members, PrintedEntry, Sentence, Series, Spell, State, StatedCount, Status,
};

/// A briefing with what several checks need of it, worked out once for all of them: whatever is looked up for each entry
/// of a list is looked up in a table, and whatever is read of a text is read of it once.
pub(super) struct Material<'a> {
    pub briefing: &'a Briefing,
    /// Each series with its figures by period.
    pub series: Vec<(&'a Series, Periods<'a>)>,
    /// Each roster.
    pub rosters: Vec<RosterMaterial<'a>>,
    main_series: Option<usize>,
    read: OnceLock<AHashMap<Locator, ReadSentence>>,
    folded: OnceLock<AHashMap<Locator, String>>,
    names: OnceLock<AHashMap<&'a Key, &'a str>>,
    kinds: OnceLock<AHashMap<&'a Key, Named>>,
    naming: OnceLock<Naming<'a>>,
    spoken: OnceLock<Spoken>,
    texts: Texts<'a>,
    known: OnceLock<Known>,
    days_of_spells: OnceLock<Vec<civil::Date>>,
    events_in: OnceLock<AHashMap<&'a str, Vec<usize>>>,
    events_of: OnceLock<AHashMap<Key, Vec<usize>>>,
    events_from: OnceLock<AHashMap<&'a str, Vec<usize>>>,
    days_of_events: OnceLock<AHashMap<(i8, i8), Vec<civil::Date>>>,
    events: OnceLock<AHashMap<Locator, Vec<usize>>>,
    statuses: OnceLock<Statuses<'a>>,
    listed: OnceLock<Listed>,
    courses: OnceLock<Option<Courses<'a>>>,
    called: OnceLock<Called>,
    measures: OnceLock<Measures<'a>>,
    abroad: OnceLock<Names<'a>>,
    regions: OnceLock<Names<'a>>,
    often: OnceLock<AHashMap<Box<str>, usize>>,
}

/// The numbers of a sentence.
#[derive(Default)]
pub(super) struct ReadSentence {
    /// Those of its label.
    pub label: Vec<Number>,
    /// Those of what it says.
    pub paraphrase: Vec<Number>,
}

/// The states that have each status on the document's date, each with the spell that says so.
type Due<'a> = AHashMap<&'a Key, Vec<(&'a State, &'a Spell)>>;

/// A roster with what several checks need of it.
pub(super) struct RosterMaterial<'a> {
    pub members: Members<'a>,
    /// The spells of each state, in the order of the roster.
    pub spells: BTreeMap<&'a Key, Vec<&'a Spell>>,
    /// Each status by its key.
    pub statuses: AHashMap<&'a Key, &'a Status>,
    /// The entries of the printed list under each status, in their order.
    pub printed: AHashMap<&'a Key, Vec<&'a PrintedEntry>>,
    /// The spells of each status and the counts that are stated of it, in their order.
    held: AHashMap<&'a Key, Vec<&'a Spell>>,
    counted: AHashMap<&'a Key, Vec<&'a StatedCount>>,
    /// What the printed list claims to give.
    pub given: Given<'a>,
    due: OnceLock<Option<Due<'a>>>,
}

impl<'a> Material<'a> {
    pub fn of(briefing: &'a Briefing) -> Self {
        let series: Vec<_> = briefing.all_series().map(|series| (series, by_period(briefing, series))).collect();
        let main = briefing.main_series();
        Self {
            briefing,
            main_series: main.and_then(|main| series.iter().position(|(series, _)| std::ptr::eq(*series, main))),
            series,
            rosters: briefing.members().map(RosterMaterial::of).collect(),
            read: OnceLock::new(),
            folded: OnceLock::new(),
            names: OnceLock::new(),
            kinds: OnceLock::new(),
            naming: OnceLock::new(),
            spoken: OnceLock::new(),
            texts: Texts::of(briefing),
            known: OnceLock::new(),
            days_of_spells: OnceLock::new(),
            events_in: OnceLock::new(),
            events_of: OnceLock::new(),
            events_from: OnceLock::new(),
            days_of_events: OnceLock::new(),
            events: OnceLock::new(),
            statuses: OnceLock::new(),
            listed: OnceLock::new(),
            courses: OnceLock::new(),
            called: OnceLock::new(),
            measures: OnceLock::new(),
            abroad: OnceLock::new(),
            regions: OnceLock::new(),
            often: OnceLock::new(),
        }
    }

    /// Every text, read once for all the checks that hold texts against data.
    pub const fn texts(&self) -> &Texts<'a> {
        &self.texts
    }

    /// Every figure and rate, for finding one by its digits.
    pub fn known(&self) -> &Known {
        self.known.get_or_init(|| Known::of(self))
    }

    /// The statuses of all rosters, as texts name them.
    pub fn statuses(&self) -> &Statuses<'a> {
        self.statuses.get_or_init(|| Statuses::of(self))
    }

    /// What is printed or counted of the statuses, by the places where it is.
    pub fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| Listed::of(self))
    }

    /// How the flows of the main series went; none without one.
    pub fn courses(&self) -> Option<&Courses<'a>> {
        self.courses.get_or_init(|| Courses::of(self)).as_ref()
    }

    /// What the main series is called by.
    pub fn called(&self) -> &Called {
        self.called.get_or_init(|| Called::of(self))
    }

    /// What there are figures of, as texts name it.
    pub fn measures(&self) -> &Measures<'a> {
        self.measures.get_or_init(|| Measures::of(self))
    }

    /// The names of states in all languages, put together once a text is in one that the briefing has no names in.
    pub fn names_abroad(&self) -> &Names<'a> {
        self.abroad.get_or_init(|| names_abroad(self.briefing))
    }

    /// The names of the regions that states lie in, each by the first state there.
    pub fn region_names(&self) -> &Names<'a> {
        self.regions.get_or_init(|| region_names(self.briefing))
    }

    /// How often a word stands in all texts together.
    pub fn times_said(&self, word: &str) -> usize {
        let often = self.often.get_or_init(|| {
            let mut often: AHashMap<Box<str>, usize> = AHashMap::new();
            for word in self.texts.all.iter().flat_map(|text| text.reading.all_words()) {
                match often.get_mut(word) {
                    Some(times) => *times += 1,
                    None => drop(often.insert(word.into(), 1)),
                }
            }
            often
        });
        often.get(word).copied().unwrap_or(0)
    }

    /// The days of all spells, for the notes of each.
    pub fn days_of_spells(&self) -> &[civil::Date] {
        self.days_of_spells.get_or_init(|| days_of_spells(self.briefing))
    }

    /// The events at a place, by their numbers; the first of very many.
    pub fn events_in(&self, place: &str) -> &[usize] {
        let events = self.events_in.get_or_init(|| {
            let mut events: AHashMap<&str, Vec<usize>> = AHashMap::new();
            for (number, event) in self.briefing.chronology().iter().enumerate() {
                let here = events.entry(event.place.as_str()).or_default();
                if here.len() < TOGETHER {
                    here.push(number);
                }
            }
            events
        });
        events.get(place).map_or(&[], Vec::as_slice)
    }

    /// The events that are called by somebody and others, by their numbers; the first of very many.
    pub fn events_of(&self, person: &Key) -> &[usize] {
        let events = self.events_of.get_or_init(|| {
            let mut events: AHashMap<Key, Vec<usize>> = AHashMap::new();
            for number in 0..self.briefing.chronology().len() {
                for person in who_met(self, number).unwrap_or_default() {
                    let here = events.entry(person.clone()).or_default();
                    if here.len() < TOGETHER {
                        here.push(number);
                    }
                }
            }
            events
        });
        events.get(person).map_or(&[], Vec::as_slice)
    }

    /// The events that are read from a source, by their numbers; the first of very many.
    pub fn events_from(&self, source: &str) -> &[usize] {
        let events = self.events_from.get_or_init(|| {
            let mut events: AHashMap<&str, Vec<usize>> = AHashMap::new();
            for (number, event) in self.briefing.chronology().iter().enumerate() {
                for citation in &event.citations {
                    let here = events.entry(citation.source.as_str()).or_default();
                    if here.len() < TOGETHER && here.last() != Some(&number) {
                        here.push(number);
                    }
                }
            }
            events
        });
        events.get(source).map_or(&[], Vec::as_slice)
    }

    /// The days of events that are of a month and a day.
    pub fn days_of_events(&self, of_year: (i8, i8)) -> &[civil::Date] {
        let all = self.days_of_events.get_or_init(|| days_of_events(self.briefing));
        all.get(&of_year).map_or(&[], Vec::as_slice)
    }

    /// The events that are read from a sentence, by their numbers; the first of very many.
    pub fn events_at(&self, at: Locator) -> &[usize] {
        let events = self.events.get_or_init(|| {
            let mut events: AHashMap<Locator, Vec<usize>> = AHashMap::new();
            for (number, event) in self.briefing.chronology().iter().enumerate() {
                for at in self.briefing.locators(&event.citations) {
                    let here = events.entry(at).or_default();
                    if here.len() < TOGETHER && here.last() != Some(&number) {
                        here.push(number);
                    }
                }
            }
            events
        });
        events.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The number of the series that is meant where no other is named.
    pub const fn main_number(&self) -> Option<usize> {
        self.main_series
    }

    /// The series that is meant where no other is named, with its figures by period.
    pub fn main_series(&self) -> Option<&(&'a Series, Periods<'a>)> {
        self.series.get(self.main_series?)
    }

    /// The name of the state that something is about, or its key where no roster has such a state.
    pub fn state_name<'k>(&self, key: &'k Key) -> &'k str
    where
        'a: 'k,
    {
        self.briefing.state(key).map_or(key.as_str(), |state| self.briefing.name(&state.names))
    }

    /// The name of a person, a place, a topic or a state, or the key where none of them has it.
    pub fn name<'k>(&self, key: &'k Key) -> &'k str
    where
        'a: 'k,
    {
        let names = self.names.get_or_init(|| {
            let briefing = self.briefing;
            let meeting = || briefing.meeting.iter();
            let people = briefing.people().iter().map(|person| (&person.id, briefing.name(&person.names)));
            let places = meeting().flat_map(|meeting| &meeting.places).map(|place| (&place.id, place.name.as_str()));
            let topics = meeting().flat_map(|meeting| &meeting.topics).map(|topic| (&topic.id, topic.name.as_str()));
            let states = briefing.states().map(|state| (&state.id, briefing.name(&state.names)));
            first_of(people.chain(places).chain(topics).chain(states))
        });
        names.get(key).copied().unwrap_or(key.as_str())
    }

    /// Whether a key is that of a person, a place or a state.
    pub fn kind(&self, key: &Key) -> Option<Named> {
        let kinds = self.kinds.get_or_init(|| {
            let places = self.briefing.meeting.iter().flat_map(|meeting| &meeting.places);
            let people = self.briefing.people().iter().map(|person| (&person.id, Named::Person));
            let states = self.briefing.states().map(|state| (&state.id, Named::State));
            first_of(people.chain(places.map(|place| (&place.id, Named::Place))).chain(states))
        });
        kinds.get(key).copied()
    }

    /// Who is named where, for all that claims mention.
    pub fn naming(&self) -> &Naming<'a> {
        self.naming.get_or_init(|| Naming::of(self))
    }

    /// The numbers of the sentence at a place.
    pub fn read(&self, at: Locator) -> Option<&ReadSentence> {
        let read = |sentence: &Sentence| {
            let [label, paraphrase] = [&sentence.label, &sentence.paraphrase].map(|text| numbers(text));
            (sentence.at, ReadSentence { label, paraphrase })
        };
        self.read.get_or_init(|| first_of(self.briefing.sentences().iter().map(read))).get(&at)
    }

    /// What the sentence at a place says, folded.
    pub fn folded(&self, at: Locator) -> Option<&str> {
        let folded = |sentence: &Sentence| (sentence.at, fold(&sentence.paraphrase));
        let all = self.folded.get_or_init(|| first_of(self.briefing.sentences().iter().map(folded)));
        all.get(&at).map(String::as_str)
    }

    /// The numbers that any sentence says.
    pub fn spoken(&self) -> &Spoken {
        self.spoken.get_or_init(|| {
            let sentences = self.briefing.sentences().iter();
            Spoken::of(sentences.filter_map(|sentence| self.read(sentence.at)).flat_map(|read| &read.paraphrase))
        })
    }
}

/// A table of all that have the same key, in their order.
fn each_of<T>(all: &[T], key: fn(&T) -> &Key) -> AHashMap<&Key, Vec<&T>> {
    let mut table: AHashMap<&Key, Vec<&T>> = AHashMap::new();
    for one in all {
        table.entry(key(one)).or_default().push(one);
    }
    table
}

/// A table of what has a key; of what has the same one the first.
fn first_of<K: Eq + std::hash::Hash, V>(all: impl IntoIterator<Item = (K, V)>) -> AHashMap<K, V> {
    let mut table = AHashMap::new();
    for (key, value) in all {
        table.entry(key).or_insert(value);
    }
    table
}

impl<'a> RosterMaterial<'a> {
    fn of(members: Members<'a>) -> Self {
        let mut spells: BTreeMap<&Key, Vec<&Spell>> = BTreeMap::new();
        for spell in &members.roster.spells {
            spells.entry(&spell.state).or_default().push(spell);
        }
        let statuses = first_of(members.roster.statuses.iter().map(|status| (&status.id, status)));
        let printed = each_of(&members.roster.printed, |entry| &entry.status);
        let held = each_of(&members.roster.spells, |spell| &spell.status);
        let counted = each_of(&members.roster.counts, |count| &count.status);
        Self { members, spells, statuses, printed, held, counted, given: members.roster.given(), due: OnceLock::new() }
    }

    /// What is printed under a status.
    pub fn printed_under(&self, status: &Key) -> &[&'a PrintedEntry] {
        self.printed.get(status).map_or(&[], Vec::as_slice)
    }

    /// The spells of a status.
    pub fn spells_of(&self, status: &Key) -> &[&'a Spell] {
        self.held.get(status).map_or(&[], Vec::as_slice)
    }

    /// The counts that are stated of a status.
    pub fn counts_of(&self, status: &Key) -> &[&'a StatedCount] {
        self.counted.get(status).map_or(&[], Vec::as_slice)
    }

    /// The states that have a status on the document's date, each with the spell that says so; nothing where the roster
    /// is not known so far.
    pub fn due(&self, status: &Key) -> Option<&[(&'a State, &'a Spell)]> {
        let due = self.due.get_or_init(|| self.all_due()).as_ref()?;
        Some(due.get(status).map_or(&[], Vec::as_slice))
    }

    fn all_due(&self) -> Option<Due<'a>> {
        let roster = self.members.roster;
        let day = self.members.manifest.as_of.first_day();
        if day > roster.known_until.last_day() {
            return None;
        }
        let mut holding: AHashMap<&Key, AHashMap<&Key, &Spell>> = AHashMap::new();
        for spell in roster.spells.iter().filter(|spell| holds(spell, day)) {
            holding.entry(&spell.state).or_default().insert(&spell.status, spell);
        }
        let mut due = Due::new();
        for state in &roster.states {
            for (status, spell) in holding.get(&state.id).into_iter().flatten() {
                due.entry(status).or_default().push((state, spell));
            }
        }
        Some(due)
    }
}
