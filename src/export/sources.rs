//! The sources as a table for other programs: who published what, when, where it is found and what rests on it.

use super::job::{Cancelled, Job};
use super::provenance::{Fact, Provenance};
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::evidence::{self, Resting};
use crate::briefing::{Briefing, Message, Source};
use crate::words::Words;
use crate::{label, message};

/// Every source of a briefing, in the order of its file.
///
/// # Errors
/// That the reader cancelled.
pub fn table(briefing: &Briefing, made: Stamp, words: &Words, job: &Job) -> Result<Table, Cancelled> {
    let sources = &briefing.sources.sources;
    let mut resting = evidence::resting_on_each(briefing);
    let mut provenance = Provenance::new(briefing, words.say(&label!(sources_table::title)), made);
    let rows = message!(sources_table::rows, count = sources.len());
    provenance.facts = vec![Fact { key: "rows", name: label!(sources_table::fact_rows), value: words.say(&rows) }];
    let cells = |source: &Source| cells(briefing, source, resting.remove(&source.id).unwrap_or_default());
    Ok(Table { provenance, columns: columns(words), rows: job.each((0.1, 0.5), sources, cells)? })
}

fn columns(words: &Words) -> Vec<Column> {
    let column =
        |key: &str, title: &Message, about: &Message, kind| Column::new(key, words.say(title), words.say(about), kind);
    vec![
        column("source", &label!(sources_table::key), &label!(sources_table::key_about), Kind::Text),
        column("publisher", &label!(sources_table::publisher), &label!(sources_table::publisher_about), Kind::Text),
        column("title", &label!(sources_table::name), &label!(sources_table::name_about), Kind::Text),
        column("kind", &label!(sources_table::kind), &label!(sources_table::kind_about), Kind::Text),
        column("primary", &label!(sources_table::primary), &label!(sources_table::primary_about), Kind::Flag),
        column("published", &label!(sources_table::published), &label!(sources_table::published_about), Kind::Date),
        column("read", &label!(sources_table::read), &label!(sources_table::read_about), Kind::Date),
        column("address", &label!(sources_table::address), &label!(sources_table::address_about), Kind::Text),
        column("origin", &label!(sources_table::origin), &label!(sources_table::origin_about), Kind::Text),
        column("archived", &label!(sources_table::archived), &label!(sources_table::archived_about), Kind::Text),
        column(
            "archived_on",
            &label!(sources_table::archived_on),
            &label!(sources_table::archived_on_about),
            Kind::Date,
        ),
        column("licence", &label!(sources_table::licence), &label!(sources_table::licence_about), Kind::Text),
        column("note", &label!(sources_table::note), &label!(sources_table::note_about), Kind::Text),
        column("claims", &label!(sources_table::claims), &label!(sources_table::claims_about), Kind::List),
        column("states", &label!(sources_table::states), &label!(sources_table::states_about), Kind::List),
        column("figures", &label!(sources_table::figures), &label!(sources_table::figures_about), Kind::List),
    ]
}

fn cells(briefing: &Briefing, source: &Source, resting: Resting<'_>) -> Vec<Cell> {
    let date = |date: Option<crate::briefing::Date>| date.map_or(Cell::Empty, Cell::Date);
    let origin = source.origin.as_ref();
    let origin =
        origin.and_then(|origin| origin.source.as_ref().map(ToString::to_string).or_else(|| origin.agency.clone()));
    let Resting { claims, states, figures } = resting;
    let claims =
        claims.into_iter().filter_map(|number| briefing.claims.claims.get(number)).map(|claim| claim.id.to_string());
    vec![
        Cell::Text(source.id.to_string()),
        Cell::Text(source.publisher.clone()),
        Cell::Text(source.title.clone()),
        Cell::Text(source.kind.key().to_owned()),
        Cell::Flag(source.primary),
        date(source.published),
        date(source.read),
        Cell::text_or_empty(source.address.as_deref()),
        Cell::text_or_empty(origin),
        Cell::text_or_empty(source.archived.as_ref().map(|copy| copy.address.as_str())),
        date(source.archived.as_ref().map(|copy| copy.on)),
        Cell::text_or_empty(source.licence.as_deref()),
        Cell::text_or_empty(source.note.as_deref()),
        Cell::List(claims.collect()),
        Cell::List(states.into_iter().map(|state| state.id.to_string()).collect()),
        Cell::List(figures.into_iter().map(|(series, period)| format!("{} {period}", series.id)).collect()),
    ]
}
