//! Entries of a table into a roster: which states and times of status are there, which are new, which the table gives
//! otherwise.

use ahash::AHashSet;
use serde_json::json;

use super::begun;
use super::entry::RowEntry;
use super::held::{self, Found, Held};
use super::panel::Panel;
use crate::briefing::{
    Citation, Date, FileName, JsonEdit, Key, Pointer, Roster, Source, SourceKind, Spell, Value, carried, nearest,
};
use crate::import::apply::Desk;
use crate::import::choices::Choices;
use crate::import::parties::{joined, key_of};
use crate::import::plan::{PartKind, Plan, json};
use crate::import::source::{self, Told};
use crate::import::{ImportError, Say};
use crate::message;

/// Adds to a plan what becomes of the entries of a table.
pub fn plan(
    desk: &Desk,
    choices: &Choices,
    say: Say<'_>,
    section: Option<&str>,
    entries: &[RowEntry],
    panel: Option<&Panel>,
    plan: &mut Plan,
) -> Result<(), ImportError> {
    let begun = begun::roster(desk.briefing(), choices, entries, panel, &plan.table.file)?;
    let (file, roster) = match &begun {
        Some(roster) => (begun::FILE.into(), roster),
        None => roster_of(desk, choices, plan)?,
    };
    let found = held::found(desk, choices, roster, entries, plan);
    if found.held.is_empty() && found.states.is_empty() {
        let what = message!(import::no_states_in_it);
        return Err(ImportError::of_file(&plan.table.file, what, message!(import::no_states_remedy)));
    }
    let begun = begun.is_some().then(|| panel.is_some_and(|panel| panel.founded.is_some()));
    Into { desk, choices, say, file, roster, begun, found: &found }.add(section, plan);
    Ok(())
}

/// The roster that is added to, and its file.
fn roster_of<'a>(desk: &'a Desk, choices: &Choices, plan: &Plan) -> Result<(FileName, &'a Roster), ImportError> {
    let rosters = &desk.briefing().rosters;
    let all = || desk.folder().of_kind("roster").into_iter().zip(rosters);
    let found = match &choices.organisation {
        Some(key) => all().find(|(_, roster)| roster.organisation.id == *key),
        None => all().next(),
    };
    found.ok_or_else(|| {
        let (what, remedy) = match &choices.organisation {
            Some(key) => {
                let known: Vec<String> = rosters.iter().map(|roster| roster.organisation.id.to_string()).collect();
                let remedy = match nearest(key.as_str(), known.iter().map(String::as_str)) {
                    Some(near) => message!(import::no_series_remedy, near = near.to_owned()),
                    None => message!(import::no_column_remedy, columns = Value::list(known)),
                };
                (message!(import::no_organisation, key = key), remedy)
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
    /// Where there was none before, whether the table says when the organisation was founded.
    begun: Option<bool>,
    found: &'a Found<'a>,
}

impl Into<'_> {
    /// Adds what is new to the plan, and tells what differs.
    fn add(&self, section: Option<&str>, plan: &mut Plan) {
        let held = &self.found.held;
        let organisation = &self.roster.organisation.id;
        let stem = plan.table.file.rsplit_once('.').map_or(plan.table.file.as_str(), |(stem, _)| stem);
        let base = joined(&[organisation.as_str(), key_of(stem).as_str()]);
        let told = self.told(plan);
        let given: AHashSet<(&Key, &Key)> = held.iter().map(|held| (&held.state, &held.status)).collect();
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
        for Held { state, status, since, until, decided, entry } in held {
            let citation = source::row(&key, section, entry.row);
            let own = self
                .roster
                .spells
                .iter()
                .enumerate()
                .filter(|(_, spell)| spell.state == *state && spell.status == *status);
            let meets = |spell: &Spell| meet((spell.from, spell.until), (*since, *until));
            if made.iter().any(|spell| spell.state == *state && spell.status == *status && meets(spell)) {
                plan.left.leave(&message!(import::left_double), entry.row);
                continue;
            }
            let name = say_spell(state, status, *since, *until);
            let Some((at, spell)) = own.into_iter().find(|(_, spell)| meets(spell)) else {
                let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
                let spell = Spell {
                    state: state.clone(),
                    status: status.clone(),
                    from: *since,
                    within_days: None,
                    until: *until,
                    decided: decided.filter(|decided| decided != since),
                    occasion: said(&entry.occasion),
                    note: said(&entry.note),
                    citations: vec![citation],
                };
                made.push(spell.clone());
                new.push((spell, name, entry.row));
                continue;
            };
            let agrees = agree(spell.from, *since)
                && match (spell.until, *until) {
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
                if let Some(until) = until {
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
        if new.is_empty() && self.found.states.is_empty() && plan.edits.is_empty() {
            return;
        }
        source::plan(&of_table, plan);
        if let Some(is_founded) = self.begun {
            begun::plan(self.roster, &key, is_founded, plan);
        }
        plan.table.source = Some(key);
        for status in &self.found.statuses {
            plan.part(&self.file, PartKind::Status, status.id.as_str(), &status.name);
            let entry = json(status);
            plan.edit(&self.file, JsonEdit::Append { list: root.field("statuses"), entry });
        }
        for (id, (entry, name, row)) in &self.found.states {
            plan.revised(&self.file, PartKind::State, id.as_str(), None, name, Some(*row));
            plan.edit(&self.file, JsonEdit::Append { list: root.field("states"), entry: entry.clone() });
        }
        if !self.found.states.is_empty() {
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
        for carried in carried::sources().iter().filter(|carried| !carried.former || self.found.any_former) {
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
            ("cow-igo" | "cow-state", None) => "Correlates of War Project".to_owned(),
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
