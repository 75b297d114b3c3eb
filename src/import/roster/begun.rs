//! A roster for a briefing that has none: the organisation that was named, to which the table is then added.

use super::entry::RowEntry;
use super::panel::Panel;
use crate::analysis::bodies::{body_named, full_name};
use crate::briefing::{Briefing, Citation, Columns, Date, Key, Names, Organisation, Roster, Value};
use crate::import::ImportError;
use crate::import::choices::Choices;
use crate::import::date::Written;
use crate::import::plan::{FileEdit, PartKind, Plan, json};
use crate::message;

/// The file that it becomes.
pub const FILE: &str = "roster.json";
/// As many dates as anyone reads at once.
const TOLD: usize = 6;

/// A roster without a state, where the briefing has none and an organisation was named. It is known as long as the
/// briefing speaks of, or as the table goes; when the organisation was founded, a table seldom says, and its earliest day
/// stands for that.
///
/// # Errors
/// Where the table has no day.
pub fn roster(
    briefing: &Briefing,
    choices: &Choices,
    entries: &[RowEntry],
    panel: Option<&Panel>,
    file: &str,
) -> Result<Option<Roster>, ImportError> {
    let Some(id) = choices.organisation.clone().filter(|_| briefing.rosters.is_empty()) else { return Ok(None) };
    let since = entries.iter().filter_map(|entry| match &entry.since {
        Written::Date(date) => Some(*date),
        _ => None,
    });
    let earliest = since.chain(choices.since).min_by_key(|date: &Date| date.first_day());
    let year = |year: Option<i16>| format!("{:04}", year?).parse().ok();
    let Some(founded) = panel.and_then(|panel| year(panel.founded)).or(earliest) else {
        return Err(dateless(entries, file));
    };
    let as_of = briefing.manifest.as_of;
    let last = panel.and_then(|panel| format!("{:04}-12-31", panel.last?).parse::<Date>().ok());
    let known_until = last.filter(|last| last.last_day() < as_of.first_day()).unwrap_or(as_of);
    let words = id.as_str().replace('-', " ");
    let body = body_named(&words);
    let short = body.map_or_else(|| words.to_uppercase(), str::to_owned);
    let name = body.and_then(full_name).unwrap_or(&short).to_owned();
    let language = briefing.manifest.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
    Ok(Some(Roster {
        schema: None,
        organisation: Organisation { id, names: Names::of(language, name), short, founded, citations: Vec::new() },
        known_until,
        statuses: Vec::new(),
        columns: Columns::default(),
        world: None,
        states: Vec::new(),
        citations: Vec::new(),
        spells: Vec::new(),
        printed: Vec::new(),
        printed_gives: None,
        counts: Vec::new(),
    }))
}

/// That nothing says since when: there is no date, or none that is understood.
fn dateless(entries: &[RowEntry], file: &str) -> ImportError {
    let either = entries.iter().find_map(|entry| match &entry.since {
        Written::Numbers(.., text) => Some(text.clone()),
        _ => None,
    });
    if let Some(date) = either {
        return ImportError::of_file(
            file,
            message!(import::dates_unsaid, date = date),
            message!(import::dates_unsaid_remedy),
        );
    }
    let unread = entries.iter().filter_map(|entry| match &entry.since {
        Written::Unread(text) => Some(text.clone()),
        _ => None,
    });
    let unread: Vec<String> = unread.take(TOLD).collect();
    let (what, remedy) = if unread.is_empty() {
        (message!(import::no_since), message!(import::no_since_remedy))
    } else {
        (message!(import::no_date_read, dates = Value::list(unread)), message!(import::no_date_read_remedy))
    };
    ImportError::of_file(file, what, remedy)
}

/// Adds it to a plan; the table is what it was read in.
pub fn plan(roster: &Roster, table: &Key, is_founded: bool, plan: &mut Plan) {
    let mut roster = roster.clone();
    roster.organisation.citations = vec![Citation::of(table.clone())];
    let Organisation { id, short, founded, .. } = &roster.organisation;
    plan.part(FILE, PartKind::Roster, id.as_str(), short);
    plan.remarks.push(if is_founded {
        message!(import::roster_begun_as_founded, name = short.clone(), founded = *founded)
    } else {
        message!(import::roster_begun, name = short.clone(), founded = *founded)
    });
    plan.edits.push(FileEdit::Create(FILE.into(), json(&roster)));
}
