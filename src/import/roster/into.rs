//! Entries of a table into a roster: which states and times of status are there, which are new, which the table gives
//! otherwise.

use std::collections::BTreeMap;

use ahash::AHashSet;
use serde_json::json;

use super::entry::RowEntry;
use super::{begun, known};
use crate::analysis::fold::known_by;
use crate::briefing::{
    Citation, Date, FileName, JsonEdit, Key, Pointer, Roster, Source, SourceKind, Spell, Status, StatusShape, carried,
    former, nearest,
};
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::parties::{Parties, Who, joined, key_of};
use crate::import::plan::{PartKind, Plan, json};
use crate::import::source::{self, Told};
use crate::import::{ImportError, Say};
use crate::message;

/// What tables of several languages call usual statuses; a word of a line is taken for another of it.
const ALIKE: &[&[&str]] = &[
    &["member", "full", "full member", "member state", "1", "член", "成员", "成员国", "membre", "miembro", "mitglied"],
    &[
        "observer",
        "observer state",
        "3",
        "наблюдатель",
        "观察员",
        "观察员国",
        "observateur",
        "observador",
        "beobachter",
    ],
    &["associate", "associate member", "2", "ассоциированный член"],
    &["partner", "dialogue partner", "партнер", "партнер по диалогу", "对话伙伴", "对话伙伴国", "partenaire"],
    &["candidate", "applicant", "кандидат", "候选国"],
];

/// A state and the status that it has from a day on, as the table says.
type Held<'a> = (Key, Key, Date, &'a RowEntry);

/// Adds to a plan what becomes of the entries of a table.
pub fn plan(
    desk: &Desk,
    choices: &Choices,
    say: Say<'_>,
    section: Option<&str>,
    entries: &[RowEntry],
    plan: &mut Plan,
) -> Result<(), ImportError> {
    let begun = begun::roster(desk.briefing(), choices, entries);
    let (file, roster) = match &begun {
        Some(roster) => (begun::FILE.into(), roster),
        None => roster_of(desk, choices, plan)?,
    };
    let is_begun = begun.is_some();
    let mut into = Into {
        desk,
        choices,
        say,
        file,
        roster,
        is_begun,
        states: BTreeMap::new(),
        statuses: Vec::new(),
        any_former: false,
    };
    let held = into.held(entries, plan);
    if held.is_empty() && into.states.is_empty() {
        let what = message!(import::no_states_in_it);
        return Err(ImportError::of_file(&plan.table.file, what, message!(import::no_states_remedy)));
    }
    into.add(&held, section, plan);
    Ok(())
}

/// The roster that is added to, and its file.
fn roster_of<'a>(desk: &'a Desk, choices: &Choices, plan: &Plan) -> Result<(FileName, &'a Roster), ImportError> {
    let all = || desk.folder().of_kind("roster").into_iter().zip(&desk.briefing().rosters);
    let found = match &choices.organisation {
        Some(key) => all().find(|(_, roster)| roster.organisation.id == *key),
        None => all().next(),
    };
    found.ok_or_else(|| {
        let (what, remedy) = match &choices.organisation {
            Some(key) => {
                let known = desk.briefing().rosters.iter().map(|roster| roster.organisation.id.as_str());
                let near = nearest(key.as_str(), known).unwrap_or_default().to_owned();
                (message!(import::no_organisation, key = key), message!(import::no_series_remedy, near = near))
            }
            None => (message!(import::no_roster), message!(import::no_roster_remedy)),
        };
        ImportError::of_file(&plan.table.file, what, remedy)
    })
}

struct Into<'a> {
    desk: &'a Desk,
    choices: &'a Choices,
    say: Say<'a>,
    file: FileName,
    roster: &'a Roster,
    /// Whether there was none before.
    is_begun: bool,
    /// New states by their keys, each as a file has it, with the row that names it.
    states: BTreeMap<Key, (String, String, u32)>,
    /// New statuses.
    statuses: Vec<Status>,
    /// Whether a new state is one that is no more.
    any_former: bool,
}

impl Into<'_> {
    /// Which state has which status from when on, in the words of the briefing.
    fn held<'b>(&mut self, entries: &'b [RowEntry], plan: &mut Plan) -> Vec<Held<'b>> {
        let mut parties = Parties::of(self.desk.briefing(), &self.choices.names);
        let (mut held, mut strangers, mut dateless) = (Vec::new(), Vec::new(), 0_usize);
        let languages = &self.desk.briefing().manifest.languages;
        let usual = self.choices.since;
        for entry in entries {
            let party = parties.party(&entry.state.0, &entry.state.1);
            match &party.who {
                Who::OfBriefing if self.desk.briefing().state(&party.key).is_some() => {}
                Who::State(code) => {
                    let Some(state) = known::state(code, &party.key, languages) else {
                        plan.left.leave(&message!(import::left_no_position), entry.row);
                        continue;
                    };
                    self.any_former |= former::of_code(code).is_some();
                    self.states.entry(party.key.clone()).or_insert_with(|| (state, party.name.clone(), entry.row));
                }
                _ => {
                    strangers.push(party.name.clone());
                    plan.left.leave(&message!(import::left_stranger), entry.row);
                    continue;
                }
            }
            let Some(since) = entry.since.or(usual) else {
                dateless += 1;
                plan.left.leave(&message!(import::left_no_date), entry.row);
                continue;
            };
            held.push((party.key, self.status(&entry.status), since, entry));
        }
        plan.name_strangers(strangers);
        if dateless > 0 {
            plan.remarks.push(message!(import::dateless, count = dateless));
        }
        held
    }

    /// The status that a text means: one of the roster, or a new one.
    fn status(&mut self, text: &str) -> Key {
        let text = match (&self.choices.status, text.is_empty()) {
            (Some(usual), true) => usual.as_str(),
            _ => text,
        };
        let text = self.choices.names.get(text).map_or(text, String::as_str);
        let roster = self.roster;
        let all = || roster.statuses.iter().chain(&self.statuses);
        let Some(first) = all().next().filter(|_| text.is_empty()) else {
            let folded = known_by(text);
            let called = |status: &&Status| {
                let names = [status.id.as_str(), &status.name, &status.plural];
                let names = names.into_iter().chain(status.singular.as_deref());
                names.map(known_by).any(|name| name == folded)
            };
            if let Some(found) = all().find(called) {
                return found.id.clone();
            }
            let row = ALIKE.iter().find(|alike| alike.iter().any(|word| known_by(word) == folded));
            let alike = |status: &&Status| {
                let own = [known_by(status.id.as_str()), known_by(&status.name)];
                row.is_some_and(|row| row.iter().any(|word| own.contains(&known_by(word))))
            };
            if let Some(found) = all().find(alike) {
                return found.id.clone();
            }
            // The English word for that of the table, where it is known, else its own.
            let known = row.and_then(|row| row.first()).copied().or_else(|| text.is_empty().then_some("member"));
            let name = known.unwrap_or(text);
            let id = key_of(name);
            let used: Vec<StatusShape> = all().map(|status| status.shape).collect();
            let shape = StatusShape::ALL.into_iter().find(|shape| !used.contains(shape)).unwrap_or(StatusShape::Circle);
            let mut letters = name.chars();
            let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            let status = Status {
                id: id.clone(),
                name: capital,
                singular: Some(name.to_owned()),
                plural: known.map_or_else(|| text.to_owned(), |known| format!("{known}s")),
                shape,
                beside: false,
                from: None,
                merged: None,
            };
            self.statuses.push(status);
            return id;
        };
        first.id.clone()
    }

    /// Adds what is new to the plan, and tells what differs.
    fn add(&self, held: &[Held<'_>], section: Option<&str>, plan: &mut Plan) {
        let organisation = &self.roster.organisation.id;
        let stem = plan.table.file.rsplit_once('.').map_or(plan.table.file.as_str(), |(stem, _)| stem);
        let base = joined(&[organisation.as_str(), key_of(stem).as_str()]);
        let told = self.told(plan);
        let given: AHashSet<(&Key, &Key)> = held.iter().map(|(state, status, ..)| (state, status)).collect();
        let covered = |key: &Key| {
            let cite = |spell: &&Spell| spell.citations.iter().any(|citation| citation.source == *key);
            let own = self.roster.spells.iter().filter(cite);
            own.map(|spell| (&spell.state, &spell.status)).all(|place| given.contains(&place))
        };
        let of_table = source::of_table(self.desk.briefing(), &base, &told, covered);
        let key = of_table.source.id.clone();
        let root = Pointer::default();
        let mut new = Vec::new();
        let mut made: Vec<Spell> = Vec::new();
        for (state, status, since, entry) in held {
            let citation = source::row(&key, section, entry.row);
            let own = self
                .roster
                .spells
                .iter()
                .enumerate()
                .filter(|(_, spell)| spell.state == *state && spell.status == *status);
            let meets = |spell: &Spell| meet((spell.from, spell.until), (*since, entry.until));
            if made.iter().any(|spell| spell.state == *state && spell.status == *status && meets(spell)) {
                plan.left.leave(&message!(import::left_double), entry.row);
                continue;
            }
            let name = say_spell(state, status, *since, entry.until);
            let Some((at, spell)) = own.into_iter().find(|(_, spell)| meets(spell)) else {
                let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
                let spell = Spell {
                    state: state.clone(),
                    status: status.clone(),
                    from: *since,
                    within_days: None,
                    until: entry.until,
                    decided: entry.decided.filter(|decided| decided != since),
                    occasion: said(&entry.occasion),
                    note: said(&entry.note),
                    citations: vec![citation],
                };
                made.push(spell.clone());
                new.push((spell, name, entry.row));
                continue;
            };
            let agrees = agree(spell.from, *since)
                && match (spell.until, entry.until) {
                    (Some(own), Some(theirs)) => agree(own, theirs),
                    (own, theirs) => own == theirs,
                };
            let is_ours = |own: &Citation| source::is_of_layout(self.desk.briefing(), own, &told.layout);
            let ours = spell.citations.iter().any(is_ours);
            let was = say_spell(state, status, spell.from, spell.until);
            let place = root.field("spells").index(at);
            let cited = spell.citations.contains(&citation);
            let mut set = |field: &str, value: serde_json::Value| {
                let (object, field, value) = (place.clone(), field.to_owned(), value.to_string());
                plan.edit(&self.file, JsonEdit::Set { object, field, value });
            };
            if agrees {
                if ours && !cited && spell.citations.iter().any(|own| own.source == key) {
                    set("citations", json!([citation]));
                }
                plan.same += 1;
            } else if ours {
                set("from", json!(since));
                if let Some(until) = entry.until {
                    set("until", json!(until));
                }
                set("citations", json!([citation]));
                plan.revised(&self.file, PartKind::Spell, state.as_str(), Some(&was), &name, Some(entry.row));
            } else {
                // What the reader wrote stays, and is told beside what the table says.
                plan.left.leave(&message!(import::left_otherwise), entry.row);
                plan.remarks.push(message!(import::otherwise, ours = was, theirs = name));
            }
        }
        if new.is_empty() && self.states.is_empty() && plan.edits.is_empty() {
            return;
        }
        source::plan(&of_table, plan);
        if self.is_begun {
            begun::plan(self.roster, &key, plan);
        }
        plan.table.source = Some(key);
        for status in &self.statuses {
            plan.part(&self.file, PartKind::Status, status.id.as_str(), &status.name);
            let entry = json(status);
            plan.edit(&self.file, JsonEdit::Append { list: root.field("statuses"), entry });
        }
        for (id, (entry, name, row)) in &self.states {
            plan.revised(&self.file, PartKind::State, id.as_str(), None, name, Some(*row));
            plan.edit(&self.file, JsonEdit::Append { list: root.field("states"), entry: entry.clone() });
        }
        if !self.states.is_empty() {
            self.cite_what_is_known(plan);
        }
        for (spell, name, row) in new {
            plan.revised(&self.file, PartKind::Spell, spell.state.as_str(), None, &name, Some(row));
            let entry = json(&spell);
            plan.edit(&self.file, JsonEdit::Append { list: root.field("spells"), entry });
        }
    }

    /// Cites the data that the program carries, where states were filled from them.
    fn cite_what_is_known(&self, plan: &mut Plan) {
        let (root, columns) = (Pointer::default(), Pointer::default().field("columns"));
        let mut new: serde_json::Map<String, serde_json::Value> = serde_json::Map::new();
        for carried in carried::sources().iter().filter(|carried| !carried.former || self.any_former) {
            let own = &carried.source;
            let there = carried.listed_in(&self.desk.briefing().sources.sources);
            let key = there.unwrap_or(&own.id);
            if there.is_none() {
                let source = Source { read: self.choices.read, ..own.clone() };
                plan.part("sources.json", PartKind::Source, own.id.as_str(), &own.title);
                plan.edit("sources.json", JsonEdit::Append { list: root.field("sources"), entry: json(&source) });
            }
            for (name, column) in self.roster.columns.each() {
                let cited = column.citations.iter().any(|citation| citation.source == *key);
                let carries = carried.columns.iter().find(|(own, _)| own == name).filter(|_| !cited);
                let Some((_, note)) = carries else { continue };
                let citation = json!({ "source": key });
                if column.is_empty() {
                    // The file does not have it.
                    let column = new.entry(name).or_insert_with(|| json!({ "note": note, "citations": [] }));
                    column["citations"].as_array_mut().into_iter().for_each(|list| list.push(citation.clone()));
                } else {
                    let list = columns.field(name).field("citations");
                    plan.edit(&self.file, JsonEdit::Append { list, entry: citation.to_string() });
                }
            }
        }
        let mut set = |object: &Pointer, field: &str, value: String| {
            plan.edit(&self.file, JsonEdit::Set { object: object.clone(), field: field.to_owned(), value });
        };
        if self.roster.columns.is_empty() && !new.is_empty() {
            set(&root, "columns", serde_json::Value::Object(new).to_string());
        } else {
            new.iter().for_each(|(name, column)| set(&columns, name, column.to_string()));
        }
    }

    fn told(&self, plan: &Plan) -> Told {
        let publisher = match (plan.table.layout, &self.choices.publisher) {
            (_, Some(given)) => given.clone(),
            ("cow-igo", None) => "Correlates of War Project".to_owned(),
            _ => (self.say)(&message!(import::unknown_publisher)),
        };
        let title = self.choices.title.clone().unwrap_or_else(|| {
            let name = plan.table.file.clone();
            (self.say)(&message!(import::title_of, name = name, subject = self.roster.organisation.short.clone()))
        });
        Told {
            layout: key_of(plan.table.layout),
            publisher,
            title,
            kind: SourceKind::Reference,
            primary: false,
            address: self.choices.address.clone(),
            read: self.choices.read,
            file: plan.table.file.clone(),
            sha256: plan.table.sha256.clone(),
            columns: self.choices.columns.clone(),
            names: self.choices.names.clone(),
        }
    }
}

/// A time of status in one line, with its dates as the files write them.
fn say_spell(state: &Key, status: &Key, from: Date, until: Option<Date>) -> String {
    let until = until.map_or_else(String::new, |until| until.to_string());
    format!("{state}, {status}, {from}/{until}")
}

/// Whether two times have a day in common, as far as they are known.
fn meet((from, until): (Date, Option<Date>), (other_from, other_until): (Date, Option<Date>)) -> bool {
    let before = |until: Option<Date>, from: Date| until.is_some_and(|until| until.last_day() < from.first_day());
    !before(until, other_from) && !before(other_until, from)
}

/// Whether two dates can be the same day.
fn agree(one: Date, other: Date) -> bool {
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}
