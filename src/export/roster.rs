//! The roster as a table for other programs: the rows and the order that are on the screen.

use std::collections::BTreeSet;

use super::table;
use crate::analysis::roster::{Column, Edition, RosterQuery, RosterRow, RosterView};
use crate::briefing::{Briefing, Date, Key};

/// The table as CSV (RFC 4180), opened by comment lines that say what it is.
///
/// A cell that a spreadsheet would run as a formula is given an apostrophe in front, and a comment line says so.
pub fn csv(briefing: &Briefing, query: &RosterQuery, view: &RosterView) -> String {
    table::csv(describe(briefing, query, view), table(briefing, view))
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(briefing: &Briefing, view: &RosterView) -> String {
    table::tsv(table(briefing, view))
}

/// One row with tabs.
pub fn row_tsv(briefing: &Briefing, row: &RosterRow) -> String {
    table::tsv(vec![cells(briefing, row)])
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
        Column::Sources => sources(briefing, row),
    };
    table::cell(text)
}

fn sources(briefing: &Briefing, row: &RosterRow) -> String {
    row.citations(briefing).iter().map(|citation| citation.source.as_str()).collect::<Vec<_>>().join(" ")
}

/// The head and every row.
pub fn table(briefing: &Briefing, view: &RosterView) -> Vec<Vec<String>> {
    let names = briefing.manifest.languages.iter().map(|language| format!("name_{language}"));
    let fixed = |columns: &[&str]| columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>();
    let mut head = fixed(&["state"]);
    head.extend(names);
    head.extend(fixed(&["iso_alpha2", "iso_alpha3", "status", "region", "since", "since_within_days", "population"]));
    head.extend(fixed(&["printed_as", "named_again", "sources"]));
    [head].into_iter().chain(view.rows().map(|row| cells(briefing, &row))).collect()
}

fn cells(briefing: &Briefing, row: &RosterRow) -> Vec<String> {
    let roster = &briefing.roster;
    let (state, status, spell) = (row.state_in(roster), row.status_in(roster), row.spell_in(roster));
    let or_empty = |value: Option<String>| value.unwrap_or_default();
    let names = briefing.manifest.languages.iter();
    let mut cells = vec![state.id.to_string()];
    cells.extend(names.map(|language| state.names.get(language).unwrap_or_default().to_owned()));
    cells.extend([
        state.alpha2.clone(),
        state.alpha3.clone(),
        status.name.clone(),
        state.region.clone(),
        or_empty(spell.map(|spell| spell.from.to_string())),
        or_empty(spell.and_then(|spell| spell.within_days).map(|days| days.to_string())),
        or_empty(state.population.map(|persons| persons.to_string())),
        or_empty(row.printed.map(|index| roster.printed[index].printed.clone())),
        if row.repeated { "yes".to_owned() } else { String::new() },
        sources(briefing, row),
    ]);
    cells
}

/// What the table is: briefing, date, edition, filters, order, and the sources of exactly its rows.
fn describe(briefing: &Briefing, query: &RosterQuery, view: &RosterView) -> Vec<String> {
    let roster = &briefing.roster;
    let edition = match query.edition {
        Edition::Printed => "as printed",
        Edition::Corrected => "corrected",
    };
    let mut lines = vec![
        format!("{}: members of {}", briefing.manifest.name, roster.organisation.short),
        format!("briefing sha256: {}", briefing.digest.as_str()),
        format!("as of: {}", query.as_of),
        format!("edition: {edition}"),
        format!("filters: {}", filters(query)),
        format!("rows: {} of {}", view.len(), view.total()),
        format!("population: {}", roster.columns.population.note),
    ];
    if Date::day(query.as_of) > roster.known_until {
        lines.push(format!("the roster is known only to {}", roster.known_until));
    }
    let cited: BTreeSet<Key> =
        view.rows().flat_map(|row| row.citations(briefing)).map(|citation| citation.source).collect();
    lines.extend(cited.iter().filter_map(|key| briefing.source(key)).map(|source| {
        let address = source.address.as_deref().unwrap_or("address not known");
        format!("source {}: {}, {}, {address}", source.id, source.publisher, source.title)
    }));
    lines
}

fn filters(query: &RosterQuery) -> String {
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

    use super::{csv, table, tsv};
    use crate::analysis::facets::Facet;
    use crate::analysis::roster::{Edition, RosterQuery, view};
    use crate::briefing::Briefing;

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
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
        let text = csv(&briefing, &query, &view(&briefing, &query));
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
            prop_assert_eq!(read_back(&csv(&briefing, &query, &shown)), table(&briefing, &shown));
        }
    }
}
