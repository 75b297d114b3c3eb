//! The roster as a table for other programs: the rows and the order that are on the screen.

use super::delimited;
use super::provenance::Provenance;
use super::stamp::Stamp;
use super::table::{self, Cell, Kind, Table};
use crate::analysis::roster::{Column, Edition, RosterQuery, RosterRow, RosterView};
use crate::briefing::{Briefing, Date};

/// The rows and the order of a view as a table.
pub fn table(briefing: &Briefing, query: &RosterQuery, view: &RosterView, made: Stamp) -> Table {
    Table {
        provenance: provenance(briefing, query, view, made),
        columns: columns(briefing),
        rows: view.rows().map(|row| cells(briefing, &row)).collect(),
    }
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(briefing: &Briefing, view: &RosterView) -> String {
    let head = columns(briefing).into_iter().map(|column| column.name).collect();
    delimited::tsv(std::iter::once(head).chain(view.rows().map(|row| texts(briefing, &row))).collect())
}

/// One row with tabs.
pub fn row_tsv(briefing: &Briefing, row: &RosterRow) -> String {
    delimited::tsv(vec![texts(briefing, row)])
}

/// One cell of a row, as the row has it: the name, the date as ISO writes it, the number of people without a unit.
pub fn cell(briefing: &Briefing, row: &RosterRow, column: Column) -> String {
    let roster = &briefing.roster;
    let state = row.state_in(roster);
    let text = match column {
        Column::State => row.printed_in(roster).unwrap_or_else(|| briefing.name(&state.names)).to_owned(),
        Column::Status => row.status_in(roster).name.clone(),
        Column::Region => state.region.clone(),
        Column::Since => row.spell_in(roster).map_or_else(String::new, |spell| spell.from.to_string()),
        Column::Population => state.population.map_or_else(String::new, |persons| persons.to_string()),
        Column::Sources => sources(briefing, row).join("; "),
    };
    delimited::cell(text)
}

fn sources(briefing: &Briefing, row: &RosterRow) -> Vec<String> {
    row.citations(briefing).iter().map(|citation| citation.source.to_string()).collect()
}

fn columns(briefing: &Briefing) -> Vec<table::Column> {
    let column = |name: &str, title: &str, about, kind| table::Column::new(name, title, about, kind);
    let mut columns = vec![column("state", "Key", "The key of the state in the briefing", Kind::Text)];
    columns.extend(briefing.manifest.languages.iter().map(|language| {
        let about = "The name in the language of the column's ending, a BCP 47 tag";
        table::Column::new(format!("name_{language}"), format!("Name ({language})"), about, Kind::Text)
    }));
    columns.extend([
        column("iso_alpha2", "Alpha-2", "ISO 3166-1 alpha-2", Kind::Text),
        column("iso_alpha3", "Alpha-3", "ISO 3166-1 alpha-3", Kind::Text),
        column("status", "Status", "The status on the date of the roster", Kind::Text),
        column("region", "Region", "The region", Kind::Text),
        column("since", "Since", "The first day of the status, as far as it is known", Kind::Date),
        column("since_within_days", "Within days", "By how many days that may be wrong", Kind::Number),
        column("population", "Population", "Persons", Kind::Number),
        column("printed_as", "Printed as", "The name in the printed list", Kind::Text),
        column("named_again", "Named again", "Whether the printed list has named the state before", Kind::Flag),
        column("sources", "Sources", "The keys of the sources", Kind::List),
    ]);
    columns
}

fn texts(briefing: &Briefing, row: &RosterRow) -> Vec<String> {
    cells(briefing, row).iter().map(Cell::text).collect()
}

fn cells(briefing: &Briefing, row: &RosterRow) -> Vec<Cell> {
    let roster = &briefing.roster;
    let (state, status, spell) = (row.state_in(roster), row.status_in(roster), row.spell_in(roster));
    let names = briefing.manifest.languages.iter();
    let mut cells = vec![Cell::Text(state.id.to_string())];
    cells.extend(names.map(|language| Cell::text_or_empty(state.names.get(language))));
    cells.extend([
        Cell::text_or_empty(Some(&*state.alpha2)),
        Cell::text_or_empty(Some(&*state.alpha3)),
        Cell::Text(status.name.clone()),
        Cell::text_or_empty(Some(&*state.region)),
        spell.map_or(Cell::Empty, |spell| Cell::Date(spell.from)),
        spell.and_then(|spell| spell.within_days).map_or(Cell::Empty, |days| Cell::Number(days.into())),
        state.population.map_or(Cell::Empty, |persons| Cell::Number(persons.into())),
        row.printed.map_or(Cell::Empty, |index| Cell::Text(roster.printed[index].printed.clone())),
        Cell::Flag(row.repeated),
        Cell::List(sources(briefing, row)),
    ]);
    cells
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
pub(super) const fn edition(query: &RosterQuery) -> &'static str {
    match query.edition {
        Edition::Printed => "as printed",
        Edition::Corrected => "corrected",
    }
}

fn sorts(query: &RosterQuery) -> String {
    let one = |sort: &crate::analysis::roster::Sort| {
        let direction = if sort.descending { ", the largest first" } else { "" };
        format!("{}{direction}", sort.column.label().to_lowercase())
    };
    let all: Vec<String> = query.sort.iter().map(one).collect();
    if all.is_empty() { "state".to_owned() } else { all.join("; ") }
}

/// What is left out and what is looked for, in words.
pub(super) fn filters(query: &RosterQuery) -> String {
    let search = query.search.trim();
    let search = (!search.is_empty()).then(|| format!("search \u{201c}{search}\u{201d}"));
    let chosen = query.choice.iter().map(|(facet, value)| format!("{} {value}", facet.label().to_lowercase()));
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
        let text = csv(&table(&briefing, &query, &view(&briefing, &query), made()), false, &Words::english());
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
            let table = table(&briefing, &query, &shown, made());
            let mut rows = read_back(&csv(&table, false, &Words::english())).into_iter();
            prop_assert_eq!(rows.next(), Some(table.columns.iter().map(|column| column.name.clone()).collect()));
            let written: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
            prop_assert_eq!(rows.collect::<Vec<_>>(), written);
        }
    }
}
