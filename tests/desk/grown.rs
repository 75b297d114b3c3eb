//! A briefing grown from the bundled one by code: more and longer of everything that a briefing is made of.

use briefing_desk::briefing::{Briefing, Citation, Key, Names, PrintedEntry, Sentence, Sha256, Spell, State, Status};

use crate::pseudo::to_greek;

/// How many there are of what.
pub const SENTENCES: usize = 500;
pub const CLAIMS: usize = 60;
pub const STATES: usize = 250;
pub const STATUSES: usize = 8;
const PEOPLE: usize = 130;
const SOURCES: usize = 160;
const TOPICS: usize = 40;

/// In every paragraph so many sentences.
const SENTENCES_A_PARAGRAPH: usize = 11;

const LONG: &str = "of the Permanent Intergovernmental Commission for Transboundary Waterways and Seasonal Migration";

/// The text of a briefing, told from the program's own words by its script.
fn text(english: &str) -> String {
    english.chars().map(to_greek).collect()
}

/// The same name in every language that some names are in.
fn named(names: &Names, name: &str) -> Names {
    let all: serde_json::Map<_, _> =
        names.iter().map(|(language, _)| (language.to_owned(), text(name).into())).collect();
    serde_json::from_value(all.into()).expect("names")
}

fn key(name: &str, number: usize) -> Key {
    format!("{name}-{number}").try_into().expect("a key")
}

/// More and longer of everything. The same every time.
pub fn grown(from: &Briefing) -> Briefing {
    let mut briefing = from.clone();
    briefing.manifest.name =
        text("Consultations of the Foreign Ministers of the Riparian and Littoral States, Third Round");
    grow_sources(&mut briefing);
    grow_document(&mut briefing);
    grow_claims(&mut briefing);
    grow_roster(&mut briefing);
    grow_meeting(&mut briefing);
    briefing
}

fn grow_sources(briefing: &mut Briefing) {
    let sources = &mut briefing.sources.sources;
    for source in sources.iter_mut().step_by(2) {
        source.publisher = text(&format!("Directorate for Public Information {LONG}"));
        source.title = text(&format!("Communiqué on the twenty-second regular session {LONG}, with its annexes"));
    }
    let first = sources.clone();
    for number in sources.len()..SOURCES {
        let mut source = first[number % first.len()].clone();
        source.id = key("source", number);
        sources.push(source);
    }
}

/// Several hundred sentences in several dozen paragraphs.
fn grow_document(briefing: &mut Briefing) {
    let document = briefing.document.as_mut().expect("a document");
    let like = document.sentences[2].clone();
    let kept = document.sentences.len();
    let last = document.sentences.last().expect("a sentence").at.paragraph;
    for number in kept..SENTENCES {
        let paragraph = usize::from(last) + 1 + (number - kept) / SENTENCES_A_PARAGRAPH;
        let sentence = 1 + (number - kept) % SENTENCES_A_PARAGRAPH;
        let start = document.length + 1;
        document.length += 90;
        document.sentences.push(Sentence {
            at: format!("{paragraph}.{sentence}").parse().expect("a place"),
            range: [start, document.length],
            sha256: Sha256::of(number.to_string().as_bytes()),
            label: text(&format!("Article {number} on the mandate {LONG}, as amended")),
            paraphrase: text(&format!("The parties confirm article {number} {LONG}. It enters into force at once.")),
            ..like.clone()
        });
    }
}

/// Claims from all over the document; every third rests first on a source with a long name.
fn grow_claims(briefing: &mut Briefing) {
    let places: Vec<Citation> =
        briefing.sentences().iter().rev().filter_map(|sentence| briefing.document_citation(sentence.at)).collect();
    let long = briefing.sources.sources[0].id.clone();
    let claims = &mut briefing.claims.claims;
    let first = claims.clone();
    for number in first.len()..CLAIMS {
        let mut claim = first[number % first.len()].clone();
        claim.id = key("claim", number);
        claim.statement = text(&format!("Delegations agree on article {number} {LONG}"));
        claim.citations = vec![places[number].clone()];
        if number % 3 == 0 {
            claim.citations.insert(0, Citation { source: long.clone(), at: None, ..places[number].clone() });
        }
        claims.push(claim);
    }
    // A key point that stands far down in the document.
    for point in &mut briefing.claims.key_points {
        if let Some(claim) = claims.iter_mut().find(|claim| claim.id == point.claim) {
            claim.citations[0] = places[7].clone();
        }
    }
}

fn grow_roster(briefing: &mut Briefing) {
    let roster = &mut briefing.rosters[0];
    roster.organisation.names = named(&roster.organisation.names, &format!("Organisation {LONG}"));
    let first: Vec<Status> = roster.statuses.clone();
    for number in first.len()..STATUSES {
        let mut status = first[number % first.len()].clone();
        status.id = key("status", number);
        (status.merged, status.from) = (None, None);
        status.name = text(&format!("Associated observer of rank {number}"));
        status.singular = Some(text(&format!("associated observer of rank {number}")));
        status.plural = text(&format!("associated observers of rank {number}"));
        roster.statuses.push(status);
    }
    let (states, spells) = (roster.states.clone(), roster.spells.clone());
    for number in states.len()..STATES {
        let mut state: State = states[number % states.len()].clone();
        state.id = key("state", number);
        let name = format!("Democratic and Federal Republic of the Upper and Lower Valleys {number}");
        state.names = named(&state.names, &name);
        state.capital = text("Saint Bartholomew on the Northern Shore");
        state.region = text("South-eastern and Insular Lands of the Interior");
        state.position.latitude = (number % 120) as f64 - 50.0;
        state.position.longitude = (number * 7 % 340) as f64 - 170.0;
        let given = roster.statuses[number % STATUSES].id.clone();
        roster.spells.push(Spell { state: state.id.clone(), status: given, until: None, ..spells[0].clone() });
        if number % 4 == 0 {
            let like = roster.printed[0].clone();
            let printed = text("the Democratic and Federal Republic of the Valleys");
            roster.printed.push(PrintedEntry { state: state.id.clone(), printed, ..like });
        }
        roster.states.push(state);
    }
}

/// People with long offices, events over decades, topics by the dozen.
fn grow_meeting(briefing: &mut Briefing) {
    let meeting = briefing.meeting.as_mut().expect("a meeting");
    let people = meeting.people.clone();
    for number in people.len()..PEOPLE {
        let mut person = people[number % people.len()].clone();
        person.id = key("person", number);
        person.names = named(&person.names, &format!("Maximilian Konstantinopolitanski the {number}th"));
        person.office = text(&format!("Deputy Permanent Representative and Acting Secretary {LONG}"));
        meeting.people.push(person);
    }
    let events = meeting.chronology.clone();
    meeting.chronology.clear();
    for (number, year) in (1968..2026).step_by(5).enumerate() {
        let mut event = events[0].clone();
        event.id = key("event", number);
        event.from = format!("{year}-{:02}-{:02}", 1 + number % 12, 3 + number).parse().expect("a day");
        event.until = None;
        event.place = text("Saint Bartholomew on the Northern Shore");
        event.label = text(&format!("Session {number} {LONG}"));
        meeting.chronology.push(event);
    }
    meeting.chronology.extend(events);
    let topics = meeting.topics.clone();
    for number in topics.len()..TOPICS {
        let mut topic = topics[number % topics.len()].clone();
        topic.id = key("topic", number);
        topic.name = text(&format!("Item {number} of the agenda {LONG}"));
        topic.group = text("Waterways, migration and commerce");
        meeting.topics.push(topic);
    }
    for party in &mut meeting.readouts.parties {
        party.name = text(&format!("Secretariat {LONG}"));
    }
}
