//! What the checks found as a table for other programs.

use super::delimited;
use super::provenance::Provenance;
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::checks::{self, ChecksQuery, Finding};
use crate::analysis::format;
use crate::briefing::Briefing;

/// The findings that are asked for as a table, worst first and then in the order of the document.
pub fn table(briefing: &Briefing, findings: &[Finding], query: &ChecksQuery, made: Stamp) -> Table {
    let kept = query.findings(findings);
    Table {
        provenance: provenance(briefing, findings, query, &kept, made),
        columns: columns(),
        rows: kept.into_iter().map(cells).collect(),
    }
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(findings: &[Finding], query: &ChecksQuery) -> String {
    let head = columns().into_iter().map(|column| column.name).collect();
    let rows = query.findings(findings).into_iter().map(|finding| cells(finding).iter().map(Cell::text).collect());
    delimited::tsv(std::iter::once(head).chain(rows).collect())
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    vec![
        column("check", "Check", "The key of the check", Kind::Text),
        column("outcome", "Outcome", "Fail, warn, pass or info", Kind::Text),
        column("title", "Finding", "What it is about", Kind::Text),
        column("detail", "Detail", "What holds or is wrong, with the numbers put in", Kind::Text),
        column("place", "Speaks of", "A sentence, a period or a key, as an acknowledgement names it", Kind::Text),
        column("citations", "Stands at", "The sentences it speaks of, then what was held against them", Kind::List),
        column("acknowledged", "Acknowledged", "Why the editors leave it as it is", Kind::Text),
    ]
}

fn cells(finding: &Finding) -> Vec<Cell> {
    let plain = |text: &str| Cell::Text(text.replace(format::NO_BREAK, " "));
    vec![
        plain(finding.check),
        Cell::Text(finding.outcome.key().to_owned()),
        plain(&finding.title),
        plain(&finding.detail),
        Cell::Text(finding.subject.key().into_owned()),
        Cell::citations(&finding.citations),
        Cell::text_or_empty(finding.acknowledged.as_deref()),
    ]
}

/// What the table is: briefing, filters, the checks that found nothing, and the sources of exactly its rows.
fn provenance(
    briefing: &Briefing,
    findings: &[Finding],
    query: &ChecksQuery,
    kept: &[&Finding],
    made: Stamp,
) -> Provenance {
    let search = query.search.trim();
    let search = (!search.is_empty()).then(|| format!("search \u{201c}{search}\u{201d}"));
    let outcomes = query.outcomes.iter().map(|outcome| format!("outcome {}", outcome.key()));
    let filters: Vec<String> = search.into_iter().chain(outcomes).collect();
    let mut provenance = Provenance::new(briefing, format!("checks of the {}", briefing.document.called), made);
    provenance.facts = vec![
        ("filters", if filters.is_empty() { "none".to_owned() } else { filters.join("; ") }),
        ("rows", format!("{} of {}", kept.len(), findings.len())),
    ];
    let silent: Vec<&str> = checks::silent(findings).iter().map(|check| check.key).collect();
    if !silent.is_empty() {
        provenance.notes.push(format!("checks with nothing to report: {}", silent.join(", ")));
    }
    provenance.cite(briefing, kept.iter().flat_map(|finding| &finding.citations));
    provenance
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::analysis::checks::{self, ChecksQuery, Outcome};
    use crate::briefing::Briefing;
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;

    #[test]
    fn what_is_found_leaves_as_it_is_listed() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let findings = checks::run(&briefing);
        let query = ChecksQuery { outcomes: [Outcome::Fail].into(), search: "nepal".to_owned() };
        let table = table(&briefing, &findings, &query, Stamp::at(Some("0")).expect("a second"));
        let row: Vec<String> = table.rows[0].iter().map(Cell::text).collect();
        assert_eq!((row[0].as_str(), row[1].as_str(), row[4].as_str()), ("duplicate-entry", "fail", "nepal"));
        assert_eq!(table.provenance.facts[0].1, "search “nepal”; outcome fail");
        let sources: Vec<&str> = table.provenance.sources.iter().map(|source| source.key.as_str()).collect();
        assert_eq!(sources, ["article"], "the sources of its rows and of no others");
        assert!(table.rows.iter().flatten().all(|cell| !cell.text().contains('\u{a0}')));
    }
}
