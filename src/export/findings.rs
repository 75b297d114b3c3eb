//! What the checks found as a table for other programs.

use super::delimited;
use super::job::{Cancelled, Job};
use super::provenance::{Fact, Provenance};
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::checks::{self, ChecksQuery, Finding};
use crate::briefing::{Briefing, Message, Value};
use crate::words::{NO_BREAK, Words};
use crate::{label, message};

/// The findings that are asked for as a table, worst first and then in the order of the document.
///
/// # Errors
/// That the reader cancelled.
pub fn table(
    briefing: &Briefing,
    findings: &[Finding],
    query: &ChecksQuery,
    made: Stamp,
    words: &Words,
    job: &Job,
) -> Result<Table, Cancelled> {
    let kept = query.findings(findings, |message| words.say(message));
    let provenance = provenance(briefing, findings, query, (&kept, made), words);
    let rows = job.each((0.1, 0.5), kept, |finding| cells(finding, words))?;
    Ok(Table { provenance, columns: columns(words), rows })
}

/// The table with tabs, for the clipboard and a spreadsheet's cells.
pub fn tsv(findings: &[Finding], query: &ChecksQuery, words: &Words) -> String {
    let head = columns(words).into_iter().map(|column| column.name).collect();
    let kept = query.findings(findings, |message| words.say(message)).into_iter();
    let rows = kept.map(|finding| cells(finding, words).iter().map(Cell::text).collect());
    delimited::tsv(std::iter::once(head).chain(rows).collect())
}

fn columns(words: &Words) -> Vec<Column> {
    let column =
        |key: &str, title: &Message, about: &Message, kind| Column::new(key, words.say(title), words.say(about), kind);
    vec![
        column("check", &label!(findings_table::check), &label!(findings_table::check_about), Kind::Text),
        column("outcome", &label!(findings_table::outcome), &label!(findings_table::outcome_about), Kind::Text),
        column("title", &label!(findings_table::finding), &label!(findings_table::finding_about), Kind::Text),
        column("detail", &label!(findings_table::detail), &label!(findings_table::detail_about), Kind::Text),
        column("place", &label!(findings_table::speaks_of), &label!(findings_table::speaks_of_about), Kind::Text),
        column("citations", &label!(findings_table::stands_at), &label!(findings_table::stands_at_about), Kind::List),
        column(
            "acknowledged",
            &label!(findings_table::acknowledged),
            &label!(findings_table::acknowledged_about),
            Kind::Text,
        ),
        column("id", &label!(findings_table::id), &label!(findings_table::id_about), Kind::Text),
    ]
}

fn cells(finding: &Finding, words: &Words) -> Vec<Cell> {
    let plain = |text: &str| Cell::Text(text.replace(NO_BREAK, " "));
    vec![
        plain(finding.check),
        Cell::Text(finding.outcome.key().to_owned()),
        plain(&words.say(&finding.title)),
        plain(&words.say(&finding.detail)),
        Cell::Text(finding.subject.key().into_owned()),
        Cell::citations(&finding.citations),
        Cell::text_or_empty(finding.acknowledged.as_deref()),
        Cell::Text(finding.id.to_string()),
    ]
}

/// What the table is: briefing, filters, the checks that found nothing, and the sources of exactly its rows.
fn provenance(
    briefing: &Briefing,
    findings: &[Finding],
    query: &ChecksQuery,
    (kept, made): (&[&Finding], Stamp),
    words: &Words,
) -> Provenance {
    let search = query.search.trim();
    let search = (!search.is_empty()).then(|| message!(findings_table::filter_search, search = search.to_owned()));
    let outcomes = query.outcomes.iter().map(|outcome| message!(findings_table::filter_outcome, key = outcome.key()));
    let filters: Vec<String> = search.into_iter().chain(outcomes).map(|filter| words.say(&filter)).collect();
    let none = || words.say(&label!(findings_table::no_filters));
    let title = message!(findings_table::title, document = &briefing.called());
    let rows = message!(findings_table::rows, kept = kept.len(), all = findings.len());
    let mut provenance = Provenance::new(briefing, words.say(&title), made);
    let filters = if filters.is_empty() { none() } else { filters.join("; ") };
    provenance.facts = vec![
        Fact { key: "filters", name: label!(findings_table::fact_filters), value: filters },
        Fact { key: "rows", name: label!(findings_table::fact_rows), value: words.say(&rows) },
    ];
    let silent = checks::silent(briefing, findings);
    if !silent.is_empty() {
        let checks = Value::list(silent.iter().map(|check| check.key));
        provenance.notes.push(words.say(&message!(findings_table::silent, checks = checks)));
    }
    provenance.cite(briefing, kept.iter().flat_map(|finding| &finding.citations));
    provenance
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::analysis::checks::{self, ChecksQuery, Outcome};
    use crate::briefing::Briefing;
    use crate::export::job::Job;
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;
    use crate::words::Words;

    #[test]
    fn what_is_found_leaves_as_it_is_listed() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let findings = checks::run(&briefing);
        let query = ChecksQuery { outcomes: [Outcome::Fail].into(), search: "nepal".to_owned() };
        let table = table(
            &briefing,
            &findings,
            &query,
            Stamp::at(Some("0")).expect("a second"),
            &Words::english(),
            &Job::default(),
        );
        let table = table.expect("nobody cancels");
        let row: Vec<String> = table.rows[0].iter().map(Cell::text).collect();
        assert_eq!((row[0].as_str(), row[1].as_str(), row[4].as_str()), ("duplicate-entry", "fail", "nepal"));
        assert_eq!(table.provenance.facts[0].value, "search “nepal”; outcome fail");
        let sources: Vec<&str> = table.provenance.sources.iter().map(|source| source.key.as_str()).collect();
        assert_eq!(sources, ["article"], "the sources of its rows and of no others");
        assert!(table.rows.iter().flatten().all(|cell| !cell.text().contains('\u{a0}')));
    }
}
