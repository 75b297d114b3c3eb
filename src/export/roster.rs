//! The roster as a table for other programs: the rows and the order that are on the screen.

use std::borrow::Cow;

use super::delimited;
use super::provenance::Provenance;
use super::stamp::Stamp;
use super::table::{self, Cell, Table};
use crate::analysis::roster::{CellValue, Column, Edition, Field, Kind, RosterQuery, RosterRow, RosterView, Sort};
use crate::briefing::{Briefing, Date};
use crate::words::Words;

/// The rows and the order of a view as a table.
pub fn table(briefing: &Briefing, query: &RosterQuery, view: &RosterView, made: Stamp, words: &Words) -> Table {
    let fields = fields(briefing);
    let column = |field: &Field| {
        table::Column::new(&*field.name, words.say(&field.title), words.say(&field.about), kind(field.kind))
    };
    Table {
        provenance: provenance(briefing, query, view, made),
        columns: fields.iter().map(column).collect(),
        rows: view
            .rows()
            .map(|row| fields.iter().map(|field| exported(field.value(briefing, &row))).collect())
            .collect(),
    }
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(briefing: &Briefing, view: &RosterView) -> String {
    let fields = fields(briefing);
    let head = fields.iter().map(|field| field.name.clone()).collect();
    delimited::tsv(std::iter::once(head).chain(view.rows().map(|row| texts(&fields, briefing, &row))).collect())
}

/// One row with tabs.
pub fn row_tsv(briefing: &Briefing, row: &RosterRow) -> String {
    delimited::tsv(vec![texts(&fields(briefing), briefing, row)])
}

/// One cell of a row, as the row has it: the name, the date as ISO writes it, the number of people without a unit.
pub fn cell(briefing: &Briefing, row: &RosterRow, column: Column) -> String {
    delimited::cell((column.value)(briefing, row).plain().into_owned())
}

/// What every column is in a file, in their order.
fn fields(briefing: &Briefing) -> Vec<Field> {
    Column::ALL.iter().flat_map(|column| column.fields(briefing)).collect()
}

fn texts(fields: &[Field], briefing: &Briefing, row: &RosterRow) -> Vec<String> {
    fields.iter().map(|field| field.value(briefing, row).plain().into_owned()).collect()
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

const fn kind(kind: Kind) -> table::Kind {
    match kind {
        Kind::Text => table::Kind::Text,
        Kind::Number => table::Kind::Number,
        Kind::Date => table::Kind::Date,
        Kind::Flag => table::Kind::Flag,
        Kind::List => table::Kind::List,
    }
}

/// What the table is: briefing, date, edition, filters, order, and the sources of exactly its rows.
pub(super) fn provenance(briefing: &Briefing, query: &RosterQuery, view: &RosterView, made: Stamp) -> Provenance {
    let roster = &briefing.roster;
    let mut provenance = Provenance::new(briefing, format!("members of {}", roster.organisation.short), made);
    provenance.facts = vec![
        ("as of", query.as_of.to_string()),
        ("edition", edition(query).to_owned()),
        ("filters", filters(query)),
        ("sort", sorts(query)),
        ("rows", format!("{} of {}", view.len(), view.total())),
    ];
    provenance.notes.push(format!("population: {}", roster.columns.population.note));
    if Date::day(query.as_of) > roster.known_until {
        provenance.notes.push(format!("the roster is known only to {}", roster.known_until));
    }
    let cited: Vec<_> = view.rows().flat_map(|row| row.citations(briefing)).collect();
    provenance.cite(briefing, &cited);
    provenance
}

/// Which list it is, in words.
const fn edition(query: &RosterQuery) -> &'static str {
    match query.edition {
        Edition::Printed => "as printed",
        Edition::Corrected => "corrected",
    }
}

fn sorts(query: &RosterQuery) -> String {
    let one = |sort: &Sort| format!("{}{}", sort.column.key, if sort.descending { ", the largest first" } else { "" });
    let all: Vec<String> = query.sort.iter().map(one).collect();
    if all.is_empty() { Column::default().key.to_owned() } else { all.join("; ") }
}

/// What is left out and what is looked for, in words.
pub(super) fn filters(query: &RosterQuery) -> String {
    let search = query.search.trim();
    let search = (!search.is_empty()).then(|| format!("search \u{201c}{search}\u{201d}"));
    let chosen = query.choice.iter().map(|(facet, value)| format!("{} {value}", facet.key()));
    let all: Vec<String> = search.into_iter().chain(chosen).collect();
    if all.is_empty() { "none".to_owned() } else { all.join("; ") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{table, tsv};
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Edition, RosterQuery, view};
    use crate::briefing::Briefing;
    use crate::export::format::csv;
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;
    use crate::words::Words;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn made() -> Stamp {
        Stamp::at(Some("1752451200")).expect("a second")
    }

    fn read_back(text: &str) -> Vec<Vec<String>> {
        let mut reader =
            ::csv::ReaderBuilder::new().comment(Some(b'#')).has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_file_says_what_it_is() {
        let briefing = bundled();
        let mut query = RosterQuery::on(date(2025, 7, 14));
        query.choice.toggle(Facet::Status, "observer");
        let text = csv(
            &table(&briefing, &query, &view(&briefing, &query), made(), &Words::english()),
            false,
            &Words::english(),
        );
        for part in ["# as of: 2025-07-14", "# edition: corrected", "# filters: status observer", "# rows: 2 of 26"] {
            assert!(text.contains(part), "{part} is missing in\n{text}");
        }
        assert!(text.contains("# source pajhwok"), "the sources of its rows\n{text}");
        assert!(!text.contains("# source rt-448783"), "and of no others");
    }

    #[test]
    fn the_printed_list_leaves_with_its_slips() {
        let briefing = bundled();
        let query = RosterQuery { edition: Edition::Printed, ..RosterQuery::on(date(2025, 7, 14)) };
        let text = tsv(&briefing, &view(&briefing, &query));
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
            let shown = view(&briefing, &query);
            let table = table(&briefing, &query, &shown, made(), &Words::english());
            let mut rows = read_back(&csv(&table, false, &Words::english())).into_iter();
            prop_assert_eq!(rows.next(), Some(table.columns.iter().map(|column| column.name.clone()).collect()));
            let written: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
            prop_assert_eq!(rows.collect::<Vec<_>>(), written);
        }
    }
}
