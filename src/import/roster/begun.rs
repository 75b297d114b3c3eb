//! A roster for a briefing that has none: the organisation that was named, to which the table is then added.

use super::entry::RowEntry;
use crate::analysis::bodies::{body_named, full_name};
use crate::briefing::{Briefing, Citation, Columns, Date, Key, Names, Organisation, Roster};
use crate::import::choices::Choices;
use crate::import::plan::{FileEdit, PartKind, Plan, json};
use crate::message;

/// The file that it becomes.
pub const FILE: &str = "roster.json";

/// A roster without a state, where the briefing has none and an organisation was named. It is known as long as the
/// briefing speaks of; when the organisation was founded, nobody said, and the earliest day of the table stands for that.
pub fn roster(briefing: &Briefing, choices: &Choices, entries: &[RowEntry]) -> Option<Roster> {
    let id = choices.organisation.clone().filter(|_| briefing.rosters.is_empty())?;
    let since = entries.iter().filter_map(|entry| entry.since).chain(choices.since);
    let founded = since.min_by_key(|date: &Date| date.first_day())?;
    let words = id.as_str().replace('-', " ");
    let body = body_named(&words);
    let short = body.map_or_else(|| words.to_uppercase(), str::to_owned);
    let name = body.and_then(full_name).unwrap_or(&short).to_owned();
    let language = briefing.manifest.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
    Some(Roster {
        schema: None,
        organisation: Organisation { id, names: Names::of(language, name), short, founded, citations: Vec::new() },
        known_until: briefing.manifest.as_of,
        statuses: Vec::new(),
        columns: Columns::default(),
        world: None,
        states: Vec::new(),
        citations: Vec::new(),
        spells: Vec::new(),
        printed: Vec::new(),
        printed_gives: None,
        counts: Vec::new(),
    })
}

/// Adds it to a plan; the table is what it was read in.
pub fn plan(roster: &Roster, table: &Key, plan: &mut Plan) {
    let mut roster = roster.clone();
    roster.organisation.citations = vec![Citation::of(table.clone())];
    let Organisation { id, short, founded, .. } = &roster.organisation;
    plan.part(FILE, PartKind::Roster, id.as_str(), short);
    plan.remarks.push(message!(import::roster_begun, name = short.clone(), founded = *founded));
    plan.edits.push(FileEdit::Create(FILE.into(), json(&roster)));
}
