//! A suggestion that is taken: what it writes into the files of a briefing, all of it or nothing.

use std::collections::BTreeSet;

use serde_json::json as value;

use super::parties::{joined, key_of};
use super::plan::{FileEdit, json};
use super::{Desk, ImportError, Say};
use crate::analysis::fold::fold;
use crate::analysis::suggestions::{Placed, Suggested, Suggestion};
use crate::briefing::carried::{name_in, of_code};
use crate::briefing::{
    AsPrinted, Briefing, Citation, Claim, ClaimKind, Claims, Date, Event, JsonEdit, Key, Meeting, Names, Observation,
    Person, Place, Pointer, PrintedEntry, QuotationPart, Readouts, Roster, Sentence, State, StatedFigure, Statement,
    Verdict,
};
use crate::message;

/// What taking a suggestion writes.
#[derive(Clone, Debug)]
pub struct Taking {
    edits: Vec<FileEdit>,
}

/// One thing that is written: the file, the place in it, and the JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The file.
    pub file: String,
    /// The list that gets another entry, or the value that is set.
    pub path: String,
    /// Whether it is another entry of a list.
    pub appends: bool,
    /// What is written.
    pub json: String,
}

impl Taking {
    /// What taking a suggestion writes into a briefing as it is.
    pub fn of(desk: &Desk, suggestion: &Suggestion, say: Say<'_>) -> Self {
        let briefing = desk.briefing();
        let mut pen = Pen { desk, briefing, say, edits: Vec::new() };
        if let Some(sentence) = briefing.sentence_at(suggestion.at) {
            pen.write(suggestion, sentence);
        }
        Self { edits: pen.edits }
    }

    /// Takes it, in memory.
    ///
    /// # Errors
    /// Where the briefing could not be read with it; then nothing has changed.
    pub fn take(&self, desk: &mut Desk) -> Result<(), ImportError> {
        desk.edit(&self.edits)
    }

    /// What is written, piece by piece.
    pub fn writings(&self) -> impl Iterator<Item = Writing> {
        self.edits.iter().filter_map(|edit| {
            let (file, path, appends, json) = match edit {
                FileEdit::Create(file, json) => (file, "$".to_owned(), false, json),
                FileEdit::Change(file, JsonEdit::Append { list, entry }) => (file, list.to_string(), true, entry),
                FileEdit::Change(file, JsonEdit::Set { object, field, value }) => {
                    (file, object.field(field).to_string(), false, value)
                }
                // Nothing goes for a suggestion.
                FileEdit::Remove(_) => return None,
            };
            Some(Writing { file: file.to_string(), path, appends, json: json.clone() })
        })
    }
}

struct Pen<'a> {
    desk: &'a Desk,
    briefing: &'a Briefing,
    say: Say<'a>,
    edits: Vec<FileEdit>,
}

const CLAIMS: &str = "claims.json";
const MEETING: &str = "meeting.json";

impl Pen<'_> {
    fn write(&mut self, suggestion: &Suggestion, sentence: &Sentence) {
        let here = self.citation(sentence);
        match &suggestion.what {
            Suggested::Figure(_) | Suggested::Rate | Suggested::Statement => self.claim(sentence, ClaimKind::Fact),
            Suggested::Observation(placed) => {
                let Placed { flow, period, value, .. } = placed.clone();
                let observation =
                    Observation { flow, period, value, unit: None, formula: None, note: None, citations: here };
                self.figure(placed, "observations", json(&observation));
            }
            Suggested::Stated { measure, from, placed } => {
                let Placed { flow, period, value, .. } = placed.clone();
                let stated = StatedFigure { measure: *measure, flow, from: *from, period, value, citations: here };
                self.figure(placed, "stated_figures", json(&stated));
            }
            Suggested::Quotation(part) => {
                self.quotation(sentence, *part);
                self.claim(sentence, ClaimKind::Quotation);
            }
            Suggested::Relative(relative) => {
                let mut printed = sentence.as_printed.clone();
                printed.relative_dates.push(relative.clone());
                self.as_printed(sentence, &printed);
            }
            Suggested::Day(from, until) => {
                self.meeting(*from);
                let event = Event {
                    id: self.free(&key_of(&sentence.label)),
                    from: *from,
                    until: *until,
                    place: String::new(),
                    label: sentence.label.clone(),
                    citations: here,
                };
                self.append(MEETING, "chronology", json(&event));
            }
            Suggested::Person { name, office, state } => {
                self.meeting(self.briefing.manifest.as_of);
                let is_meant = |own: &&State| state.as_deref() == Some(own.alpha2.as_str());
                let state = self.briefing.states().find(is_meant).map(|own| own.id.clone());
                let person = Person {
                    id: self.free(&key_of(name)),
                    names: self.names(name),
                    office: office.clone(),
                    state,
                    organisation: None,
                    part: (self.say)(&message!(document::named_part)),
                    citations: here,
                };
                self.append(MEETING, "people", json(&person));
            }
            Suggested::Place { name, state } => {
                self.meeting(self.briefing.manifest.as_of);
                let known = of_code(state).filter(|known| known.capitals.contains(&name.as_str()));
                let place = Place {
                    id: self.free(&key_of(name)),
                    name: name.clone(),
                    part: (self.say)(&message!(document::named_place)),
                    position: known.and_then(crate::briefing::carried::Reference::position),
                    citations: here,
                };
                self.append(MEETING, "places", json(&place));
            }
            Suggested::State(code) => {
                self.meeting(self.briefing.manifest.as_of);
                let id = self.free(&state_key(code));
                self.append(MEETING, "states", by_code(&id, code));
            }
            Suggested::List(states) => self.list(sentence, states),
        }
    }

    fn claim(&mut self, sentence: &Sentence, kind: ClaimKind) {
        /// A claim is short.
        const LONGEST: usize = 400;
        let short = sentence.paraphrase.chars().count() <= LONGEST;
        let statement = if short { &sentence.paraphrase } else { &sentence.label }.clone();
        let claim = Claim {
            id: self.free(&key_of(&sentence.label)),
            statement,
            kind,
            verdict: Verdict::Unverified,
            note: (self.say)(&message!(document::not_looked_at)),
            reason: (self.say)(&message!(document::not_looked_at_reason)),
            citations: self.citation(sentence),
            evidence: Vec::new(),
            mentions: Vec::new(),
            forecast: None,
            causation: None,
        };
        let there = &self.briefing.claims.claims;
        // One claim for all that a sentence says.
        if there.iter().any(|own| own.statement == claim.statement && own.kind == kind) {
            return;
        }
        if self.desk.folder().has(CLAIMS) {
            self.append(CLAIMS, "claims", json(&claim));
        } else {
            let claims = Claims { claims: vec![claim], ..Claims::default() };
            self.edits.push(FileEdit::Create(CLAIMS.into(), json(&claims)));
        }
    }

    fn quotation(&mut self, sentence: &Sentence, part: QuotationPart) {
        let mut printed = sentence.as_printed.clone();
        printed.quotation = Some(part);
        self.as_printed(sentence, &printed);
    }

    fn as_printed(&mut self, sentence: &Sentence, printed: &AsPrinted) {
        let Some(index) = self.briefing.sentences().iter().position(|own| own.at == sentence.at) else { return };
        let object = Pointer::default().field("sentences").index(index);
        let edit = JsonEdit::Set { object, field: "as_printed".to_owned(), value: json(printed) };
        self.edits.push(FileEdit::Change("document.json".into(), edit));
    }

    /// A meeting for what is said of one, where the briefing has none yet.
    fn meeting(&mut self, date: Date) {
        if self.desk.folder().has(MEETING) {
            return;
        }
        let Some(source) = self.briefing.document_source() else { return };
        let whole = vec![Citation::of(source.clone())];
        let title = self.briefing.source(source).map_or_else(String::new, |source| source.title.clone());
        let first = self.briefing.sentences().iter().find(|sentence| !sentence.boilerplate);
        let takeaway = first.map_or_else(|| title.clone(), |sentence| sentence.label.clone());
        let cited = first.map_or_else(|| whole.clone(), |sentence| self.citation(sentence));
        let meeting = Meeting {
            schema: None,
            headline: Statement { text: title, citations: whole.clone() },
            takeaway: Statement { text: takeaway, citations: cited },
            date,
            until: None,
            place: (self.say)(&message!(document::place_unknown)),
            further_places: Vec::new(),
            form: None,
            event: None,
            citations: whole,
            list_citations: Vec::new(),
            people: Vec::new(),
            states: Vec::new(),
            places: Vec::new(),
            topics: Vec::new(),
            chronology: Vec::new(),
            readouts: Readouts::default(),
            unknowns: Vec::new(),
        };
        self.edits.push(FileEdit::Create(MEETING.into(), json(&meeting)));
    }

    /// A list of states, in the roster of the organisation that its sentence names, else in the first.
    fn list(&mut self, sentence: &Sentence, list: &[(String, String)]) {
        let said = fold(&sentence.paraphrase);
        let is_meant = |roster: &Roster| {
            let own = roster.organisation.names.iter().map(|(_, name)| fold(name)).collect::<Vec<_>>();
            own.into_iter()
                .chain([fold(&roster.organisation.short)])
                .any(|name| !name.is_empty() && said.contains(&name))
        };
        let files = self.desk.folder().of_kind("roster");
        let mut all = files.iter().zip(&self.briefing.rosters);
        let Some((file, roster)) = all.clone().find(|(_, roster)| is_meant(roster)).or_else(|| all.next()) else {
            return;
        };
        let length_of = |name: &str| said.contains(&fold(name)).then(|| name.chars().count());
        let status = roster
            .statuses
            .iter()
            .filter_map(|status| Some((length_of(&status.plural).or_else(|| length_of(status.in_text()))?, status)))
            .max_by_key(|(length, _)| *length)
            .map(|(_, status)| status)
            .or_else(|| roster.statuses.first());
        let Some(status) = status else { return };
        let mut elsewhere: Vec<State> =
            self.briefing.meeting.iter().flat_map(|meeting| meeting.states.clone()).collect();
        let before = elsewhere.len();
        for (code, printed) in list {
            let there = roster.states.iter().find(|state| state.alpha2 == *code).map(|state| state.id.clone());
            let state = there.unwrap_or_else(|| {
                // A state has one place: what stood beside the meeting is one of the organisation now, under its key.
                if let Some(at) = elsewhere.iter().position(|state| state.alpha2 == *code) {
                    let moved = elsewhere.remove(at);
                    self.append(file, "states", json(&moved));
                    return moved.id;
                }
                let id = self.free(&state_key(code));
                self.append(file, "states", by_code(&id, code));
                id
            });
            let entry = PrintedEntry { state, status: status.id.clone(), printed: printed.clone(), at: sentence.at };
            self.append(file, "printed", json(&entry));
        }
        if elsewhere.len() < before {
            let (object, field) = (Pointer::default(), "states".to_owned());
            let edit = JsonEdit::Set { object, field, value: json(&elsewhere) };
            self.edits.push(FileEdit::Change(MEETING.into(), edit));
        }
    }

    /// One more entry in a list of a series.
    fn figure(&mut self, placed: &Placed, list: &str, entry: String) {
        let Some(file) = self.desk.folder().of_kind("trade").get(placed.trade).cloned() else { return };
        let list = Pointer::default().field("series").index(placed.series).field(list);
        self.edits.push(FileEdit::Change(file, JsonEdit::Append { list, entry }));
    }

    fn append(&mut self, file: &str, list: &str, entry: String) {
        let list = Pointer::default().field(list);
        self.edits.push(FileEdit::Change(file.into(), JsonEdit::Append { list, entry }));
    }

    fn citation(&self, sentence: &Sentence) -> Vec<Citation> {
        self.briefing.document_citation(sentence.at).into_iter().collect()
    }

    /// A name in the language that is shown first.
    fn names(&self, name: &str) -> Names {
        let language = self.briefing.manifest.languages.first().map_or("en", String::as_str);
        serde_json::from_value(value!({ language: name })).unwrap_or_default()
    }

    /// A key that nothing of the briefing has.
    fn free(&self, key: &Key) -> Key {
        let briefing = self.briefing;
        let mut taken: BTreeSet<&Key> = briefing.claims.claims.iter().map(|claim| &claim.id).collect();
        if let Some(meeting) = &briefing.meeting {
            taken.extend(meeting.people.iter().map(|own| &own.id));
            taken.extend(meeting.places.iter().map(|own| &own.id));
            taken.extend(meeting.topics.iter().map(|own| &own.id));
            taken.extend(meeting.states.iter().map(|own| &own.id));
            taken.extend(meeting.chronology.iter().map(|own| &own.id));
        }
        taken.extend(briefing.rosters.iter().flat_map(|roster| &roster.states).map(|own| &own.id));
        let numbered = (2_u32..).map(|number| joined(&[key.as_str(), &number.to_string()]));
        std::iter::once(key.clone()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_else(|| key.clone())
    }
}

fn state_key(code: &str) -> Key {
    key_of(name_in(code, "en").unwrap_or(code))
}

/// A state by its code, which the program fills in.
fn by_code(id: &Key, code: &str) -> String {
    format!(r#"{{ "id": {}, "alpha2": {} }}"#, json(id), json(code))
}

#[cfg(test)]
mod tests {
    use super::{Desk, Taking};
    use crate::analysis::suggestions::{Suggested, suggestions};
    use crate::briefing::progress::Progress;
    use crate::briefing::{Briefing, Folder};
    use crate::import::document::{Draft, Making, Reading, files, of_bytes};
    use crate::words::Words;

    const TEXT: &str = "Trade between Greece and Cyprus reached €5.5 million in 2024, up 4 per cent.\n\
        “We agreed on every point that matters,” said Maria Lentzou, minister of transport, in Piraeus yesterday.\n\
        The ministers met in Athens on 12 March 2024.\n";

    /// A briefing made of a text, as `new --from` makes it.
    fn made(text: &str) -> Desk {
        let content = of_bytes("note.txt", text.as_bytes(), &Reading::default(), &Progress::default()).expect("read");
        let making = Making { today: "2024-03-13".parse().expect("a day"), beside: true };
        let mut folder = Folder::bundled();
        let parent = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files(&Draft::of(content), &making, &|message| Words::english().say(message)) {
            std::fs::write(parent.path().join(name), text).expect("written");
        }
        folder.clone_from(&Folder::read(parent.path(), &Progress::default()).expect("it is read"));
        Desk::of(folder).expect("it opens")
    }

    fn taken_one_by_one(desk: &Desk) -> usize {
        let all = suggestions(desk.briefing(), None);
        for suggestion in &all {
            let mut own = desk.clone();
            let taking = Taking::of(&own, suggestion, &|message| Words::english().say(message));
            assert!(taking.writings().next().is_some(), "{suggestion:?} writes something");
            taking.take(&mut own).expect("a briefing");
            let left = suggestions(own.briefing(), None);
            assert!(!left.iter().any(|one| one.id == suggestion.id), "{suggestion:?} is not suggested again");
        }
        all.len()
    }

    #[test]
    fn whichever_is_taken_the_briefing_opens_and_does_not_suggest_it_again() {
        let desk = made(TEXT);
        assert!(taken_one_by_one(&desk) >= 9);
        let ru = "Министр Сергей Лавров прибыл вчера в Пекин. Китай и Казахстан подписали договор.";
        assert!(taken_one_by_one(&made(ru)) >= 4);
        let zh = "2024年双边贸易额达2448亿美元，增长1.9%。他昨天抵达北京，并访问了哈萨克斯坦。";
        assert!(taken_one_by_one(&made(zh)) >= 4);
        taken_one_by_one(&Desk::of(Folder::bundled()).expect("it opens"));
    }

    #[test]
    fn all_together_are_taken_one_after_the_other() {
        let mut desk = made(TEXT);
        let all = suggestions(desk.briefing(), None);
        for suggestion in &all {
            let taking = Taking::of(&desk, suggestion, &|message| Words::english().say(message));
            taking.take(&mut desk).expect("it opens");
        }
        let briefing: &Briefing = desk.briefing();
        let meeting = briefing.meeting.as_ref().expect("a meeting");
        assert_eq!(meeting.people.len(), 1);
        assert_eq!(meeting.states.iter().map(|state| state.alpha2.as_str()).collect::<Vec<_>>(), ["GR", "CY"]);
        assert_eq!(meeting.states[0].capital, "Athens", "what is known of it is filled in");
        assert_eq!(briefing.claims.claims.len(), 3, "a claim for each sentence and kind");
        assert!(all.iter().any(|one| matches!(one.what, Suggested::Relative(_))));
    }

    #[test]
    fn a_state_that_a_list_names_goes_to_the_organisation_with_what_was_typed_of_it() {
        let made = made("The members of the League are Kenya, Uganda and Tanzania.");
        let mut folder = made.folder().clone();
        let roster = r#"{
            "organisation": { "names": { "en": "League" }, "short": "L", "founded": "2000", "citations": [{ "source": "document" }] },
            "known_until": "2024-03-13",
            "statuses": [{ "id": "member", "name": "Member", "singular": "member", "plural": "members", "shape": "circle" }],
            "states": [], "spells": []
        }"#;
        folder.put("roster.json", roster.to_owned());
        let mut desk = Desk::of(folder).expect("it opens");
        let take = |desk: &mut Desk, is: fn(&Suggested) -> bool| {
            let all = suggestions(desk.briefing(), None);
            let suggestion = all.iter().find(|one| is(&one.what)).expect("it is suggested");
            let taking = Taking::of(desk, suggestion, &|message| Words::english().say(message));
            taking.take(desk).expect("it opens");
        };
        take(&mut desk, |what| *what == Suggested::State("KE".to_owned()));
        let mut folder = desk.folder().clone();
        let mut meeting: serde_json::Value =
            serde_json::from_str(folder.text("meeting.json").expect("a meeting")).expect("JSON");
        meeting["states"][0]["names"] = serde_json::json!({ "en": "Republic of Kenya" });
        folder.put("meeting.json", meeting.to_string());
        let mut desk = Desk::of(folder).expect("it opens");
        take(&mut desk, |what| matches!(what, Suggested::List(_)));
        let briefing = desk.briefing();
        assert!(briefing.meeting.as_ref().expect("a meeting").states.is_empty());
        let states = &briefing.rosters[0].states;
        assert_eq!(states.iter().map(|state| state.id.as_str()).collect::<Vec<_>>(), ["kenya", "uganda", "tanzania"]);
        assert_eq!(states[0].names.get("en"), Some("Republic of Kenya"));
        assert_eq!(briefing.rosters[0].printed.len(), 3);
    }
}
