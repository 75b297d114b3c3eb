//! Every text of a briefing that a reader reads, with its place and what it is about: the one list that all checks of
//! texts walk. A new field of text is covered by its line in [`list`].

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ahash::AHashMap;

use super::{Finding, Material, Outcome, Subject, read_in};
use crate::analysis::cities::cities_named;
use crate::analysis::reading::{self, Name, Named, Names as KnownNames, Reading};
use crate::analysis::reference::{further_names_of, states_named, tagged_names_of};
use crate::analysis::script;
use crate::briefing::{
    Briefing, Citation, Claim, Date, Event, Key, Locator, Message, Milestone, Names, Observation, Person, Place,
    Sentence, Spell, Stance, cores,
};

/// What a text is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum About<'a> {
    /// The briefing as a whole.
    Briefing,
    /// A sentence of the document.
    Sentence(&'a Sentence),
    /// A claim, summed up: its statement, its note, a key point.
    ClaimInShort(&'a Claim),
    /// A claim at length: its reason, its evidence, its outcome.
    Claim(&'a Claim),
    /// What was read about a claim and not used, because it is mistaken itself.
    Rejected,
    /// The meeting as a whole.
    Meeting,
    /// An event of the chronology.
    Event(&'a Event),
    /// A person.
    Person(&'a Person),
    /// What the parties say, and what is not known.
    Account,
    Unknown,
    /// Figures.
    Trade,
    Milestone(&'a Milestone),
    Observation(&'a Observation),
    /// A roster, and one spell of it.
    Roster,
    Spell(&'a Spell),
    /// A source's description of itself.
    Source,
}

/// A text, with its place.
#[expect(clippy::struct_field_names, reason = "a text is called so, with its place and without it")]
pub(super) struct Text<'a> {
    /// Its number among all of them.
    number: usize,
    pub subject: Subject,
    /// Which of the texts of its subject it is.
    pub field: Cow<'static, str>,
    pub text: &'a str,
    pub about: About<'a>,
    pub citations: &'a [Citation],
    pub reading: Reading<'a>,
    pub names: Vec<Name<'a>>,
}

impl<'a> Text<'a> {
    /// Its number among [all](Texts::all).
    pub const fn number(&self) -> usize {
        self.number
    }

    /// What is wrong in it.
    pub fn finding(&self, briefing: &Briefing, outcome: Outcome, title: Message, detail: Message) -> Finding {
        let citations = read_in(briefing, self.citations);
        Finding::new(outcome, self.subject.clone(), title, detail, citations).apart(&self.field)
    }

    /// The sentences that it is about.
    pub fn locators(&self, briefing: &Briefing) -> impl Iterator<Item = Locator> {
        let (own, cited) = match self.about {
            About::Sentence(sentence) => (Some(sentence.at), &[][..]),
            _ => (None, self.citations),
        };
        own.into_iter().chain(briefing.locators(cited))
    }

    /// The names of a kind that it has.
    pub fn named(&self, kind: Named) -> impl DoubleEndedIterator<Item = &Name<'a>> + Clone {
        self.names.iter().filter(move |name| name.kind == kind)
    }

    /// The sentence that it is the paraphrase of.
    pub fn paraphrase_of(&self) -> Option<Locator> {
        match self.about {
            About::Sentence(sentence) if &*self.field == "paraphrase" => Some(sentence.at),
            _ => None,
        }
    }

    /// A part of it.
    pub fn part(&self, range: &std::ops::Range<usize>) -> String {
        self.text.get(range.clone()).unwrap_or(self.text).to_owned()
    }

    /// The claim it is of.
    pub const fn claim(&self) -> Option<&'a Claim> {
        match self.about {
            About::Claim(claim) | About::ClaimInShort(claim) => Some(claim),
            _ => None,
        }
    }

    /// Whether it tells what the document says: it is of a claim, or of a sentence.
    pub const fn is_of_document(&self) -> bool {
        self.claim().is_some() || matches!(self.about, About::Sentence(_))
    }

    /// Whether it sums up what is said at length elsewhere.
    pub fn is_short(&self) -> bool {
        matches!(self.about, About::ClaimInShort(_))
            || matches!((self.about, &*self.field), (About::Meeting, "headline") | (About::Sentence(_), "label"))
    }

    /// Whether it says itself what is to be held against the data.
    pub const fn is_held(&self) -> bool {
        !matches!(self.about, About::Rejected | About::Source | About::Briefing)
    }
}

/// A text before it is read.
struct Unread<'a>(Subject, Cow<'static, str>, &'a str, About<'a>, &'a [Citation]);

/// Every text, in the order of the files.
fn list(briefing: &Briefing) -> Vec<Unread<'_>> {
    let mut all: Vec<Unread<'_>> = Vec::new();
    for sentence in briefing.sentences() {
        let (subject, about) = (|| Subject::Sentence(sentence.at), About::Sentence(sentence));
        all.push(Unread(subject(), "label".into(), &sentence.label, about, &[]));
        all.push(Unread(subject(), "paraphrase".into(), &sentence.paraphrase, about, &[]));
        all.extend(sentence.as_printed.sic.iter().map(|sic| Unread(subject(), "sic".into(), sic, about, &[])));
    }
    of_claims(briefing, &mut all);
    of_meeting(briefing, &mut all);
    for trade in &briefing.trades {
        let about = About::Trade;
        all.push(Unread(Subject::Briefing, "trade-headline".into(), &trade.headline, about, &[]));
        all.push(Unread(Subject::Briefing, "trade-subject".into(), &trade.subject, about, &[]));
        for milestone in &trade.milestones {
            let (subject, about) = (Subject::Milestone(milestone.on), About::Milestone(milestone));
            all.push(Unread(subject, "label".into(), &milestone.label, about, &milestone.citations));
        }
        for series in &trade.series {
            all.push(Unread(Subject::Briefing, format!("reporter:{}", series.id).into(), &series.reporter, about, &[]));
            for observation in &series.observations {
                let Some(note) = &observation.note else { continue };
                let subject = Subject::period(series, observation.period);
                let about = About::Observation(observation);
                all.push(Unread(
                    subject,
                    format!("note:{}", observation.flow).into(),
                    note,
                    about,
                    &observation.citations,
                ));
            }
        }
    }
    for roster in &briefing.rosters {
        let about = About::Roster;
        let mut add = |field: &str, text, citations| {
            let field = format!("{field}:{}", roster.organisation.id).into();
            all.push(Unread(Subject::Briefing, field, text, about, citations));
        };
        add("organisation", &roster.organisation.short, &roster.organisation.citations[..]);
        for status in &roster.statuses {
            add(&format!("status:{}", status.id), &status.name, &[]);
            add(&format!("plural:{}", status.id), &status.plural, &[]);
        }
        for (field, column) in roster.columns.each().into_iter().filter(|(_, column)| !column.is_empty()) {
            add(field, &column.note, &column.citations[..]);
        }
        for spell in &roster.spells {
            let (subject, about) = (|| Subject::State(spell.state.clone()), About::Spell(spell));
            for (field, text) in [("occasion", &spell.occasion), ("note", &spell.note)] {
                let Some(text) = text else { continue };
                let field = format!("{field}:{}:{}", spell.status, spell.from);
                all.push(Unread(subject(), field.into(), text, about, &spell.citations));
            }
        }
    }
    for source in &briefing.sources.sources {
        let subject = || Subject::Source(source.id.clone());
        all.push(Unread(subject(), "publisher".into(), &source.publisher, About::Source, &[]));
        all.push(Unread(subject(), "title".into(), &source.title, About::Source, &[]));
        all.extend(source.note.iter().map(|note| Unread(subject(), "note".into(), note, About::Source, &[])));
    }
    all.push(Unread(Subject::Briefing, "name".into(), &briefing.manifest.name, About::Briefing, &[]));
    for acknowledged in &briefing.manifest.acknowledged {
        let field = format!("acknowledged:{}", acknowledged.check).into();
        all.push(Unread(Subject::Briefing, field, &acknowledged.reason, About::Briefing, &[]));
    }
    all
}

fn of_claims<'a>(briefing: &'a Briefing, all: &mut Vec<Unread<'a>>) {
    let mut by_key: HashMap<&Key, &Claim> = HashMap::new();
    for claim in &briefing.claims.claims {
        by_key.entry(&claim.id).or_insert(claim);
        let subject = || Subject::Claim(claim.id.clone());
        let (short, long) = (About::ClaimInShort(claim), About::Claim(claim));
        all.push(Unread(subject(), "statement".into(), &claim.statement, short, &claim.citations));
        all.push(Unread(subject(), "note".into(), &claim.note, short, &claim.citations));
        all.push(Unread(subject(), "reason".into(), &claim.reason, long, &claim.citations));
        for evidence in &claim.evidence {
            let about = if evidence.stance == Stance::Rejected { About::Rejected } else { long };
            let field = format!("evidence:{}", evidence.source).into();
            all.push(Unread(subject(), field, &evidence.says, about, &claim.citations));
        }
        if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
            all.push(Unread(subject(), "outcome".into(), &outcome.text, long, &outcome.citations));
        }
        if let Some(causation) = &claim.causation {
            all.push(Unread(subject(), "cause".into(), &causation.cause.what, long, &causation.cause.citations));
            all.push(Unread(subject(), "effect".into(), &causation.effect.what, long, &causation.effect.citations));
        }
    }
    for point in &briefing.claims.key_points {
        let Some(claim) = by_key.get(&point.claim).copied() else { continue };
        let about = About::ClaimInShort(claim);
        let subject = || Subject::Claim(claim.id.clone());
        all.push(Unread(subject(), "lead".into(), &point.lead, about, &claim.citations));
        all.push(Unread(subject(), "key-point".into(), &point.text, about, &claim.citations));
    }
}

fn of_meeting<'a>(briefing: &'a Briefing, all: &mut Vec<Unread<'a>>) {
    let Some(meeting) = &briefing.meeting else { return };
    for (field, statement) in [("headline", &meeting.headline), ("takeaway", &meeting.takeaway)] {
        all.push(Unread(Subject::Briefing, field.into(), &statement.text, About::Meeting, &statement.citations));
    }
    for place in meeting.cities() {
        all.push(Unread(Subject::Briefing, "place".into(), place, About::Briefing, &meeting.citations));
    }
    for person in &meeting.people {
        let (subject, about) = (|| Subject::Named(person.id.clone()), About::Person(person));
        all.push(Unread(subject(), "office".into(), &person.office, about, &person.citations));
        all.push(Unread(subject(), "part".into(), &person.part, about, &person.citations));
    }
    for place in &meeting.places {
        let subject = || Subject::Named(place.id.clone());
        all.push(Unread(subject(), "name".into(), &place.name, About::Briefing, &place.citations));
        all.push(Unread(subject(), "part".into(), &place.part, About::Briefing, &place.citations));
    }
    for topic in &meeting.topics {
        let subject = || Subject::Named(topic.id.clone());
        all.push(Unread(subject(), "name".into(), &topic.name, About::Briefing, &topic.citations));
        all.push(Unread(subject(), "group".into(), &topic.group, About::Briefing, &topic.citations));
    }
    for event in &meeting.chronology {
        let (subject, about) = (|| Subject::Event(event.id.clone()), About::Event(event));
        all.push(Unread(subject(), "label".into(), &event.label, about, &event.citations));
        all.push(Unread(subject(), "place".into(), &event.place, about, &event.citations));
    }
    for party in &meeting.readouts.parties {
        let field = |field: &str| format!("{field}:{}", party.id).into();
        all.push(Unread(Subject::Briefing, field("party"), &party.name, About::Account, &[]));
        let unread = party.unread.iter();
        all.extend(unread.map(|why| Unread(Subject::Briefing, field("unread"), why, About::Account, &[])));
    }
    for (index, difference) in meeting.readouts.differences.iter().enumerate() {
        let field = format!("difference:{}", index + 1);
        all.push(Unread(Subject::Briefing, field.clone().into(), &difference.about, About::Account, &[]));
        for (party, account) in &difference.accounts {
            let field = format!("{field}:{party}").into();
            all.push(Unread(Subject::Briefing, field, &account.text, About::Account, &account.citations));
        }
    }
    for (index, unknown) in meeting.unknowns.iter().enumerate() {
        let field = format!("unknown:{}", index + 1).into();
        all.push(Unread(Subject::Briefing, field, &unknown.text, About::Unknown, &unknown.citations));
    }
}

/// Every text as it was read, and which of them speak of the same.
pub(super) struct Texts<'a> {
    pub all: Vec<Text<'a>>,
    pub names: KnownNames<'a>,
    /// The places that are known in all languages that texts are read in.
    places: HashSet<&'a Key>,
    /// The tag of the language that they are mostly in.
    usual: &'static str,
    by_claim: AHashMap<&'a Key, Vec<usize>>,
    by_place: AHashMap<Locator, Vec<usize>>,
    /// The texts of spells that began alike, in one status on one day.
    by_beginning: AHashMap<(&'a Key, Date), Vec<usize>>,
    /// What a source says of itself, and what was read in it.
    by_source: AHashMap<&'a str, Vec<usize>>,
    /// The labels of the events, in their order.
    labels: Vec<usize>,
    /// How many texts were not read, and of how many bytes, since there were too many before them.
    pub left: (usize, usize),
}

/// So much text is read, in bytes: some thirty times what the bundled briefing says, and what two cores read in less than
/// a second, whatever it is.
pub(super) const READ: usize = 5 << 20;

/// What is found in each text that is held against the data.
pub(super) fn each_held<F: IntoIterator<Item = Finding>>(
    material: &Material<'_>,
    find: impl Fn(&Material<'_>, &Text<'_>) -> F + Send + Sync,
) -> Vec<Finding> {
    let of = |text: &Text<'_>| text.is_held().then(|| find(material, text));
    cores::flat_map(&material.texts().all, |text| of(text).into_iter().flatten())
}

/// So many texts about one sentence are held against each other.
pub(super) const TOGETHER: usize = 60;

impl<'a> Texts<'a> {
    pub fn of(briefing: &'a Briefing) -> Self {
        let (unread, left) = within(READ, list(briefing), |Unread(.., text, _, _)| text.len());
        let written = |is: fn(char) -> bool| unread.iter().any(|Unread(.., text, _, _)| text.chars().any(is));
        let names = known_names(briefing, written(script::arabic), written(script::cyrillic));
        let usual = reading::language(unread.iter().map(|Unread(.., text, _, _)| *text));
        let read = |(number, Unread(subject, field, text, about, citations))| {
            let (reading, names) = Reading::with_names(text, usual, &names);
            Text { number, subject, field, text, about, citations, reading, names }
        };
        let all: Vec<Text<'a>> = cores::map(unread.into_iter().enumerate().collect(), read);
        let (mut by_claim, mut by_place, mut by_beginning) = (AHashMap::new(), AHashMap::new(), AHashMap::new());
        for text in all.iter().filter(|text| text.is_held()) {
            if let Some(claim) = text.claim() {
                by_claim.entry(&claim.id).or_insert_with(Vec::new).push(text.number);
            }
            let add = |list: &mut Vec<usize>| {
                if list.len() < TOGETHER {
                    list.push(text.number);
                }
            };
            if let About::Spell(spell) = text.about {
                add(by_beginning.entry((&spell.status, spell.from)).or_default());
            }
            for at in text.locators(briefing) {
                add(by_place.entry(at).or_default());
            }
        }
        let is_label = |text: &&Text<'_>| matches!(text.about, About::Event(_)) && &*text.field == "label";
        let labels = all.iter().filter(is_label).map(|text| text.number).collect();
        let known = |place: &&Place| state_of(&place.name).is_some() || cities_named(&place.name).len() == 1;
        let places = briefing.meeting.iter().flat_map(|meeting| &meeting.places).filter(known).map(|place| &place.id);
        let (places, usual) = (places.collect(), reading::tag(usual));
        let by_source = by_source(briefing, &all);
        Self { all, names, places, usual, by_claim, by_place, by_beginning, by_source, labels, left }
    }

    /// What a source says of itself, and what was read in it: of very many texts the first.
    pub fn of_source(&self, source: &str) -> impl Iterator<Item = &Text<'a>> {
        self.by_source.get(source).into_iter().flatten().filter_map(|number| self.all.get(*number))
    }

    /// The texts that are held against the data.
    pub fn held(&self) -> impl Iterator<Item = &Text<'a>> {
        self.all.iter().filter(|text| text.is_held())
    }

    /// The label of the event of a number.
    pub fn label(&self, event: usize) -> Option<&Text<'a>> {
        self.all.get(*self.labels.get(event)?)
    }

    /// Whether a text is in the language that most are in.
    pub fn is_usual(&self, text: &Text<'_>) -> bool {
        text.reading.language() == self.usual
    }

    /// Whether the sentence at a place of a text is in the language that most texts are in.
    pub fn is_usual_at(&self, text: &Text<'_>, place: usize) -> bool {
        text.reading.language_at(place) == self.usual
    }

    /// Whether a text can be asked for a name: states have theirs in all, and cities that are known elsewhere.
    pub fn can_name(&self, briefing: &Briefing, text: &Text<'_>, kind: Named, key: &Key) -> bool {
        self.is_usual(text)
            || match kind {
                Named::Person => true,
                Named::State => briefing
                    .state(key)
                    .is_some_and(|state| state.names.get(text.reading.language()).is_some() || state.code().is_some()),
                Named::Place => self.places.contains(key),
                Named::Topic => false,
            }
    }

    /// Every text of a claim.
    pub fn all_of(&self, claim: &Claim) -> impl Iterator<Item = &Text<'a>> {
        self.by_claim.get(&claim.id).into_iter().flatten().filter_map(|number| self.all.get(*number))
    }

    /// The texts of one claim besides one of them.
    pub fn of_claim(&self, text: &Text<'_>) -> impl Iterator<Item = &Text<'a>> {
        let (own, list) = (text.number, self.numbers_of_claim(text));
        list.iter().filter(move |other| **other != own).filter_map(|other| self.all.get(*other))
    }

    fn numbers_of_claim(&self, text: &Text<'_>) -> &[usize] {
        let list = text.claim().and_then(|claim| self.by_claim.get(&claim.id)).map_or(&[][..], Vec::as_slice);
        &list[..list.len().min(TOGETHER)]
    }

    /// The texts of a sentence, and those that cite it.
    pub fn at(&self, at: Locator) -> impl Iterator<Item = &Text<'a>> {
        self.by_place.get(&at).into_iter().flatten().filter_map(|number| self.all.get(*number))
    }

    /// The same texts as [`beside`](Self::beside) in no order, and some of them twice: for what one of them settles.
    pub fn around<'t>(&'t self, briefing: &'t Briefing, text: &'t Text<'_>) -> impl Iterator<Item = &'t Text<'a>> {
        let others = self.numbers_beside(briefing, text).filter(|number| *number != text.number);
        others.filter_map(|number| self.all.get(number))
    }

    fn numbers_beside<'t>(&'t self, briefing: &'t Briefing, text: &'t Text<'_>) -> impl Iterator<Item = usize> + 't {
        let of_beginning = match text.about {
            About::Spell(spell) => self.by_beginning.get(&(&spell.status, spell.from)),
            _ => None,
        };
        let of_places = text.locators(briefing).filter_map(|at| self.by_place.get(&at)).flatten();
        self.numbers_of_claim(text).iter().chain(of_places).chain(of_beginning.into_iter().flatten()).copied()
    }

    /// The texts that speak of the same as one: of its claim, its sentences, whatever else cites these, and of spells that
    /// began alike.
    pub fn beside(&self, briefing: &Briefing, text: &Text<'_>) -> Vec<&Text<'a>> {
        let mut found: Vec<usize> = self.numbers_beside(briefing, text).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().filter(|index| *index != text.number).filter_map(|index| self.all.get(index)).collect()
    }
}

/// As many texts, in their order, as have so many bytes together, and how many are left and of how many bytes.
pub(super) fn within<T>(most: usize, all: Vec<T>, length: impl Fn(&T) -> usize) -> (Vec<T>, (usize, usize)) {
    let (mut room, mut left) = (most, (0, 0));
    let mut fits = |text: &T| {
        let rest = room.checked_sub(length(text));
        match rest {
            Some(rest) => room = rest,
            None => left = (left.0 + 1, left.1 + length(text)),
        }
        rest.is_some()
    };
    let read = all.into_iter().filter(|text| fits(text)).collect();
    (read, left)
}

/// The texts of each source: its title and note, evidence from it, and what cites it and no sentence.
fn by_source<'a>(briefing: &'a Briefing, all: &[Text<'a>]) -> AHashMap<&'a str, Vec<usize>> {
    let sources: AHashMap<&str, &'a str> =
        briefing.sources.sources.iter().map(|source| (source.id.as_str(), source.id.as_str())).collect();
    let mut found: AHashMap<&'a str, Vec<usize>> = AHashMap::new();
    for text in all {
        let mut add = |source: &str| {
            let Some(key) = sources.get(source) else { return };
            let here = found.entry(*key).or_default();
            if here.len() < TOGETHER && here.last() != Some(&text.number) {
                here.push(text.number);
            }
        };
        match (&text.subject, text.field.strip_prefix("evidence:")) {
            (Subject::Source(key), _) => add(key.as_str()),
            (_, Some(key)) => add(key),
            _ => {
                let cited = text.citations.iter().filter(|citation| !briefing.is_document(citation));
                cited.for_each(|citation| add(citation.source.as_str()));
            }
        }
    }
    found
}

/// Everything that has a name in each language.
pub(super) fn named(briefing: &Briefing) -> impl Iterator<Item = (Subject, &Names)> {
    let people = briefing.people().iter().map(|person| (Subject::Named(person.id.clone()), &person.names));
    let states = briefing.states().map(|state| (Subject::State(state.id.clone()), &state.names));
    let organisations = briefing.rosters.iter().map(|roster| (Subject::Briefing, &roster.organisation.names));
    people.chain(states).chain(organisations)
}

/// So many states' names are looked for in texts; a roster of more is no list that a text could speak of.
const STATES: usize = 2_000;
/// So many people's names are looked for in texts: nobody meets more.
const PEOPLE: usize = 20_000;

/// The names that the briefing knows, in each of its languages, and in Arabic and Cyrillic letters where texts are in them.
fn known_names(briefing: &Briefing, in_arabic: bool, in_cyrillic: bool) -> KnownNames<'_> {
    let mut names = KnownNames::default();
    for state in briefing.states().take(STATES) {
        for name in state.called() {
            names.add(Named::State, &state.id, name);
        }
        if let Some(code) = state.code() {
            called_elsewhere(&mut names, Named::State, &state.id, code);
        }
    }
    let Some(meeting) = &briefing.meeting else { return names };
    for person in meeting.people.iter().take(PEOPLE) {
        for (_, name) in person.names.iter() {
            names.add(Named::Person, &person.id, name);
        }
        // In letters that the briefing has no name in.
        let has = |is: fn(char) -> bool| person.names.iter().any(|(_, name)| name.chars().any(is));
        let name = briefing.name(&person.names);
        let arabic = (in_arabic && !has(script::arabic)).then(|| reading::in_arabic(name)).flatten();
        let cyrillic = (in_cyrillic && !has(script::cyrillic)).then(|| reading::in_cyrillic(name)).flatten();
        for written in arabic.iter().chain(&cyrillic) {
            names.add(Named::Person, &person.id, written);
        }
    }
    for place in &meeting.places {
        names.add(Named::Place, &place.id, &place.name);
        if let Some(code) = state_of(&place.name) {
            called_elsewhere(&mut names, Named::Place, &place.id, code);
        } else if let [city] = cities_named(&place.name) {
            city.names().for_each(|name| names.add(Named::Place, &place.id, name));
        }
    }
    for topic in &meeting.topics {
        names.add(Named::Topic, &topic.id, &topic.name);
    }
    names
}

/// The state that a place is.
fn state_of(place: &str) -> Option<&'static str> {
    let mut codes = states_named(place);
    codes.next().filter(|_| codes.next().is_none())
}

/// What a state is called in the languages that texts are read in.
fn called_elsewhere<'a>(names: &mut KnownNames<'a>, kind: Named, of: &'a Key, code: &str) {
    let all = tagged_names_of(code).iter().map(|(_, name)| *name).chain(further_names_of(code));
    // Two letters are a word in some language, or the sign of a currency.
    for name in all.filter(|name| name.chars().count() > 2 || !name.is_ascii()) {
        names.add(kind, of, name);
    }
}
