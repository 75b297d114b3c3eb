//! The roster as a table for other programs: the rows and the order that are on the screen.

use std::borrow::Cow;

use super::delimited;
use super::job::{Cancelled, Job};
use super::provenance::{Fact, Provenance};
use super::stamp::Stamp;
use super::table::{self, Cell, Table};
use crate::analysis::roster::{CellValue, Column, Edition, Field, RosterQuery, RosterRow, RosterView, Sort};
use crate::briefing::{Date, Members, Message};
use crate::words::Words;
use crate::{label, message};

/// The rows and the order of a view as a table.
///
/// # Errors
/// That the reader cancelled.
pub fn table(
    members: Members<'_>,
    query: &RosterQuery,
    view: &RosterView,
    made: Stamp,
    words: &Words,
    job: &Job,
) -> Result<Table, Cancelled> {
    let (columns, rows) = records(members, view.rows(), words, job)?;
    Ok(Table { provenance: provenance(members, query, view, made, words), columns, rows })
}

/// The columns of the table, and some rows of the roster as its rows.
///
/// # Errors
/// That the reader cancelled.
pub fn records(
    members: Members<'_>,
    rows: impl ExactSizeIterator<Item = RosterRow>,
    words: &Words,
    job: &Job,
) -> Result<(Vec<table::Column>, Vec<Vec<Cell>>), Cancelled> {
    let fields = fields(members);
    let column =
        |field: &Field| table::Column::new(&*field.name, words.say(&field.title), words.say(&field.about), field.kind);
    let record = |row| fields.iter().map(|field| exported(field.value(members, &row))).collect();
    Ok((fields.iter().map(column).collect(), job.each((0.1, 0.5), rows, record)?))
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(members: Members<'_>, view: &RosterView) -> String {
    let fields = fields(members);
    let head = fields.iter().map(|field| field.name.clone()).collect();
    delimited::tsv(std::iter::once(head).chain(view.rows().map(|row| texts(&fields, members, &row))).collect())
}

/// One row with tabs.
pub fn row_tsv(members: Members<'_>, row: &RosterRow) -> String {
    delimited::tsv(vec![texts(&fields(members), members, row)])
}

/// One cell of a row, as the row has it: the name, the date as ISO writes it, the number of people without a unit.
pub fn cell(members: Members<'_>, row: &RosterRow, column: Column) -> String {
    delimited::cell((column.value)(members, row).plain().into_owned())
}

/// What every column is in a file, in their order.
fn fields(members: Members<'_>) -> Vec<Field> {
    Column::ALL.iter().flat_map(|column| column.fields(members)).collect()
}

fn texts(fields: &[Field], members: Members<'_>, row: &RosterRow) -> Vec<String> {
    fields.iter().map(|field| field.value(members, row).plain().into_owned()).collect()
}

fn exported(value: CellValue<'_>) -> Cell {
    match value {
        CellValue::Missing => Cell::Empty,
        CellValue::Text(text) => Cell::Text(text.into_owned()),
        CellValue::Number(number) => Cell::Number(number.into()),
        CellValue::Date(date, _) => Cell::Date(date),
        CellValue::Flag(flag) => Cell::Flag(flag),
        CellValue::List(texts) => Cell::List(texts.into_iter().map(Cow::into_owned).collect()),
    }
}

/// What the table is: briefing, date, edition, filters, order, and the sources of exactly its rows.
pub(super) fn provenance(
    members: Members<'_>,
    query: &RosterQuery,
    view: &RosterView,
    made: Stamp,
    words: &Words,
) -> Provenance {
    let roster = members.roster;
    let title = words.say(&message!(roster_table::title, organisation = &roster.organisation.short));
    let rows = message!(roster_table::rows, shown = view.len().to_string(), total = view.total().to_string());
    let fact = |key, name, value| Fact { key, name, value };
    let mut provenance = Provenance::new(&members, title, made);
    provenance.facts = vec![
        fact("organisation", label!(roster_table::fact_organisation), roster.organisation.id.to_string()),
        fact("as_of", label!(roster_table::fact_as_of), query.as_of.to_string()),
        fact("edition", label!(roster_table::fact_edition), words.say(&edition(query))),
        fact("filters", label!(roster_table::fact_filters), filters(query, words)),
        fact("sort", label!(roster_table::fact_sort), sorts(query, words)),
        fact("rows", label!(roster_table::fact_rows), words.say(&rows)),
    ];
    provenance.notes.push(words.say(&message!(roster_table::note_population, note = &roster.columns.population.note)));
    if Date::day(query.as_of) > roster.known_until {
        let until = roster.known_until.to_string();
        provenance.notes.push(words.say(&message!(roster_table::note_known_until, date = until)));
    }
    if view.population.known > 0 {
        let world = roster.world.as_ref().map(|world| world.population);
        provenance.notes.push(words.say(&view.population.sentence(world)));
        provenance.break_anywhere();
    }
    let cited: Vec<_> = view.rows().flat_map(|row| row.citations(members)).collect();
    provenance.cite(&members, &cited);
    provenance
}

/// Which list it is.
const fn edition(query: &RosterQuery) -> Message {
    match query.edition {
        Edition::Printed => label!(roster_table::as_printed),
        Edition::Corrected => label!(roster_table::corrected),
    }
}

fn sorts(query: &RosterQuery, words: &Words) -> String {
    let one = |sort: &Sort| {
        let key = sort.column.key;
        if sort.descending { words.say(&message!(roster_table::largest_first, key = key)) } else { key.to_owned() }
    };
    let all: Vec<String> = query.sort.iter().map(one).collect();
    if all.is_empty() { Column::default().key.to_owned() } else { all.join("; ") }
}

/// What is left out and what is looked for, in words.
pub(super) fn filters(query: &RosterQuery, words: &Words) -> String {
    let search = query.search.trim();
    let search = (!search.is_empty()).then(|| message!(roster_table::filter_search, text = search.to_owned()));
    let chosen = query.choice.iter();
    let chosen =
        chosen.map(|(facet, value)| message!(roster_table::filter_facet, key = facet.key(), value = value.to_owned()));
    let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
    let since = (!query.since.is_all())
        .then(|| message!(roster_table::filter_since, from = year(query.since.from), until = year(query.since.until)));
    let all: Vec<String> = search.into_iter().chain(since).chain(chosen).map(|filter| words.say(&filter)).collect();
    if all.is_empty() { words.say(&label!(roster_table::no_filters)) } else { all.join("; ") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{table, tsv};
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Column, Edition, RosterQuery, view};
    use crate::briefing::{Briefing, main_members};
    use crate::export::format::csv;
    use crate::export::job::Job;
    use crate::export::parcel::Parcel;
    use crate::export::settings::Notes;
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;
    use crate::words::Words;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn made() -> Stamp {
        Stamp::at(Some("1752451200")).expect("a second")
    }

    fn text(parcel: Parcel) -> String {
        String::from_utf8(parcel.bytes).expect("UTF-8")
    }

    fn read_back(text: &str) -> Vec<Vec<String>> {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_file_says_what_it_is() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.choice.toggle(Facet::Status, "observer");
        let words = Words::english();
        let table = table(
            main_members(&briefing),
            &query,
            &view(main_members(&briefing), &query),
            made(),
            &words,
            &Job::default(),
        );
        let table = table.expect("nobody cancels");
        let text = text(csv(&table, Notes::Lines, false, &words, &Job::default()).expect("nobody cancels"));
        for part in ["# as of: 2025-07-14", "# edition: corrected", "# filters: status observer", "# rows: 2 of 26"] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
        assert!(text.contains("# source pajhwok"), "the sources of its rows\n{text}");
        assert!(!text.contains("# source rt-448783"), "and of no others");
    }

    #[test]
    fn every_column_of_the_screen_and_every_fact_of_a_state_leave() {
        let mut briefing = bundled();
        let roster = &mut briefing.rosters[0];
        let state = &mut roster.states[3];
        state.aliases = vec!["Other One".to_owned(), "Other Two".to_owned()];
        let (id, capital, numeric) = (state.id.to_string(), state.capital.clone(), state.numeric.clone());
        let spell = roster.spells.iter_mut().find(|spell| spell.state.as_str() == id).expect("a spell");
        spell.decided = Some("2001-02-03".parse().expect("a date"));
        (spell.occasion, spell.note) = (Some("a summit".to_owned()), Some("dates differ".to_owned()));
        let query = RosterQuery::on(spell.from.first_day());
        let members = main_members(&briefing);
        let view = view(members, &query);
        let table = table(members, &query, &view, made(), &Words::english(), &Job::default()).expect("nobody cancels");
        let texts = |row: &[Cell]| row.iter().map(Cell::text).collect::<Vec<_>>();
        for (row, cells) in view.rows().zip(&table.rows) {
            let leaves = texts(cells);
            for (column, _) in Column::in_table() {
                let shown = (column.value)(members, &row);
                assert!(leaves.contains(&shown.plain().into_owned()), "{column:?}: {shown:?} in {leaves:?}");
            }
        }
        let row = table.rows.iter().find(|row| row[0].text() == id).expect("the state");
        let of = |name: &str| row[table.columns.iter().position(|column| column.name == name).expect(name)].text();
        for (name, value) in [
            ("capital", capital.as_str()),
            ("iso_numeric", &numeric),
            ("other_names", "Other One; Other Two"),
            ("decided", "2001-02-03"),
            ("occasion", "a summit"),
            ("since_note", "dates differ"),
        ] {
            assert_eq!(of(name), value, "{name}");
        }
        let notes = table.provenance.notes.join("\n");
        assert!(notes.contains(" people in ") && notes.contains("of the world’s"), "{notes}");
    }

    #[test]
    fn the_printed_list_leaves_with_its_slips() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        let text = tsv(main_members(&briefing), &view(main_members(&briefing), &query));
        assert_eq!(text.lines().filter(|line| line.starts_with("nepal\t")).count(), 2);
        assert!(!text.contains("turkiye"));
    }

    proptest! {
        #[test]
        fn what_is_read_back_is_what_was_shown(search in "[a-z]{0,2}", region in any::<bool>(), year in 2001i16..2027) {
            let briefing = bundled();
            let mut query = RosterQuery { search, ..RosterQuery::on(date(year, 6, 20)) };
            if region {
                query.choice.toggle(Facet::Region, "Central Asia");
            }
            let shown = view(main_members(&briefing), &query);
            let table = table(main_members(&briefing), &query, &shown, made(), &Words::english(), &Job::default());
            let table = table.expect("nobody cancels");
            let mut rows = read_back(&text(csv(&table, Notes::Beside, false, &Words::english(), &Job::default()).expect("nobody cancels"))).into_iter();
            prop_assert_eq!(rows.next(), Some(table.columns.iter().map(|column| column.name.clone()).collect()));
            let written: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
            prop_assert_eq!(rows.collect::<Vec<_>>(), written);
        }
    }
}
