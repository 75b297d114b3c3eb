//! The meeting as a table for other programs: its people, places, topics, dates, accounts and open questions, a row each.

use super::provenance::{Fact, Provenance};
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::briefing::{Briefing, Citation, Date, Key, Meeting, Message};
use crate::words::Words;
use crate::{label, message};

/// A row, with what it has of the columns.
#[derive(Default)]
struct Row<'a> {
    part: &'static str,
    key: &'a str,
    name: &'a str,
    names: Vec<&'a str>,
    of: &'a str,
    office: &'a str,
    state: Option<&'a str>,
    organisation: Option<&'a str>,
    from: Option<Date>,
    until: Option<Date>,
    place: String,
    text: &'a str,
    citations: &'a [Citation],
}

/// The meeting: first itself, then what belongs to it, in the order of its file.
pub fn table(briefing: &Briefing, meeting: &Meeting, made: Stamp, words: &Words) -> Table {
    let rows = rows(briefing, meeting);
    let mut citations: Vec<Citation> = rows.iter().flat_map(|row| row.citations).cloned().collect();
    citations.extend(meeting.headline.citations.iter().cloned());
    let mut provenance = Provenance::new(briefing, words.say(&label!(meeting_table::title)), made);
    let count = message!(meeting_table::rows, count = rows.len());
    provenance.facts = vec![Fact { key: "rows", name: label!(meeting_table::fact_rows), value: words.say(&count) }];
    provenance.cite(briefing, &citations);
    Table { provenance, columns: columns(words), rows: rows.into_iter().map(cells).collect() }
}

fn rows<'a>(briefing: &'a Briefing, meeting: &'a Meeting) -> Vec<Row<'a>> {
    let mut rows = vec![Row {
        part: "meeting",
        name: &meeting.headline.text,
        text: &meeting.takeaway.text,
        from: Some(meeting.date),
        until: meeting.until,
        place: meeting.cities().collect::<Vec<_>>().join("; "),
        citations: &meeting.citations,
        ..Row::default()
    }];
    rows.extend(meeting.people.iter().map(|person| Row {
        part: "person",
        key: person.id.as_str(),
        name: briefing.name(&person.names),
        names: briefing.other_names(&person.names).collect(),
        of: &person.part,
        office: &person.office,
        state: person.state.as_ref().map(Key::as_str),
        organisation: person.organisation.as_ref().map(Key::as_str),
        citations: &person.citations,
        ..Row::default()
    }));
    rows.extend(meeting.places.iter().map(|place| Row {
        part: "place",
        key: place.id.as_str(),
        name: &place.name,
        of: &place.part,
        citations: &place.citations,
        ..Row::default()
    }));
    rows.extend(meeting.topics.iter().map(|topic| Row {
        part: "topic",
        key: topic.id.as_str(),
        name: &topic.name,
        of: &topic.group,
        citations: &topic.citations,
        ..Row::default()
    }));
    rows.extend(meeting.chronology.iter().map(|event| Row {
        part: "event",
        key: event.id.as_str(),
        name: &event.label,
        from: Some(event.from),
        until: event.until,
        place: event.place.clone(),
        citations: &event.citations,
        ..Row::default()
    }));
    for difference in &meeting.readouts.differences {
        let party = |key: &Key| meeting.readouts.parties.iter().find(|party| party.id == *key);
        rows.extend(difference.accounts.iter().map(|(key, account)| Row {
            part: "account",
            key: key.as_str(),
            name: &difference.about,
            of: party(key).map_or("", |party| party.name.as_str()),
            text: &account.text,
            citations: &account.citations,
            ..Row::default()
        }));
    }
    rows.extend(meeting.unknowns.iter().map(|unknown| Row {
        part: "unknown",
        of: unknown.part.key(),
        text: &unknown.text,
        citations: &unknown.citations,
        ..Row::default()
    }));
    rows
}

fn columns(words: &Words) -> Vec<Column> {
    let column =
        |key: &str, title: &Message, about: &Message, kind| Column::new(key, words.say(title), words.say(about), kind);
    vec![
        column("part", &label!(meeting_table::part), &label!(meeting_table::part_about), Kind::Text),
        column("key", &label!(meeting_table::key), &label!(meeting_table::key_about), Kind::Text),
        column("name", &label!(meeting_table::name), &label!(meeting_table::name_about), Kind::Text),
        column("other_names", &label!(meeting_table::others), &label!(meeting_table::others_about), Kind::List),
        column("role", &label!(meeting_table::role), &label!(meeting_table::role_about), Kind::Text),
        column("office", &label!(meeting_table::office), &label!(meeting_table::office_about), Kind::Text),
        column("state", &label!(meeting_table::state), &label!(meeting_table::state_about), Kind::Text),
        column(
            "organisation",
            &label!(meeting_table::organisation),
            &label!(meeting_table::organisation_about),
            Kind::Text,
        ),
        column("from", &label!(meeting_table::from), &label!(meeting_table::from_about), Kind::Date),
        column("until", &label!(meeting_table::until), &label!(meeting_table::until_about), Kind::Date),
        column("place", &label!(meeting_table::place), &label!(meeting_table::place_about), Kind::Text),
        column("text", &label!(meeting_table::text), &label!(meeting_table::text_about), Kind::Text),
        column("citations", &label!(meeting_table::stands_at), &label!(meeting_table::stands_at_about), Kind::List),
    ]
}

fn cells(row: Row<'_>) -> Vec<Cell> {
    let text = |text: &str| Cell::text_or_empty(Some(text));
    let date = |date: Option<Date>| date.map_or(Cell::Empty, Cell::Date);
    let names = row.names.into_iter().map(ToOwned::to_owned).collect();
    vec![
        text(row.part),
        text(row.key),
        text(row.name),
        Cell::List(names),
        text(row.of),
        text(row.office),
        Cell::text_or_empty(row.state),
        Cell::text_or_empty(row.organisation),
        date(row.from),
        date(row.until),
        text(&row.place),
        text(row.text),
        Cell::citations(row.citations),
    ]
}
