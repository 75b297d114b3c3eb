//! The claims as a table for other programs: what is claimed, what became of it, and why.

use super::provenance::Provenance;
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table};
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::evidence;
use crate::briefing::{Briefing, Citation, Claim};

/// The claims that are asked for as a table: worst verdict first, as the window lists them, and then in the order of the
/// document.
pub fn table(briefing: &Briefing, query: &ClaimsQuery, made: Stamp) -> Table {
    let mut claims = query.claims(briefing);
    claims.sort_by_key(|claim| claim.verdict);
    Table {
        provenance: provenance(briefing, query, &claims, made),
        columns: columns(),
        rows: claims.into_iter().map(|claim| cells(briefing, claim)).collect(),
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    vec![
        column("claim", "Key", "The key of the claim in the briefing", Kind::Text),
        column("statement", "Claim", "What is claimed, in the briefing's own words", Kind::Text),
        column("kind", "Kind", "Fact, quotation, description, judgement or forecast", Kind::Text),
        column("verdict", "Verdict", "Disputed, outdated, unverified or supported", Kind::Text),
        column("note", "In short", "The verdict's reason in a few words", Kind::Text),
        column("reason", "Reason", "The verdict's reason in full", Kind::Text),
        column("confidence", "Confidence", "In the verdict: high, moderate or low", Kind::Text),
        column("sources_for", "Sources for", "How many sources bear the verdict out", Kind::Number),
        column("sources_against", "Sources against", "How many sources speak against the verdict", Kind::Number),
        column("speaks_of", "Speaks of", "The keys of people, places, topics and states", Kind::List),
        column("citations", "Stands at", "The sentences of the document that make the claim", Kind::List),
        column("evidence", "Evidence", "What else was read: its stance, its source and what it says", Kind::List),
    ]
}

fn cells(briefing: &Briefing, claim: &Claim) -> Vec<Cell> {
    let (confidence, agreeing, opposed) = evidence::confidence(briefing, claim);
    let evidence = claim.evidence.iter();
    vec![
        Cell::Text(claim.id.to_string()),
        Cell::Text(claim.statement.clone()),
        Cell::Text(claim.kind.label().to_owned()),
        Cell::Text(claim.verdict.label().to_lowercase()),
        Cell::text_or_empty(Some(&*claim.note)),
        Cell::text_or_empty(Some(&*claim.reason)),
        Cell::Text(confidence.label().to_owned()),
        Cell::Number(agreeing.into()),
        Cell::Number(opposed.into()),
        Cell::List(claim.mentions.iter().map(ToString::to_string).collect()),
        Cell::citations(&claim.citations),
        Cell::List(evidence.map(|one| format!("{}, {}: {}", one.stance.label(), one.source, one.says)).collect()),
    ]
}

/// What the table is: briefing, filters, and the sources of exactly its claims and of what bears on them.
fn provenance(briefing: &Briefing, query: &ClaimsQuery, claims: &[&Claim], made: Stamp) -> Provenance {
    let about =
        query.about.iter().map(|key| format!("about {}", evidence::name(briefing, key).unwrap_or(key.as_str())));
    let verdicts = query.verdicts.iter().map(|verdict| format!("verdict {}", verdict.label().to_lowercase()));
    let filters: Vec<String> = about.chain(verdicts).collect();
    let mut provenance = Provenance::new(briefing, format!("claims of the {}", briefing.document.called), made);
    provenance.facts = vec![
        ("filters", if filters.is_empty() { "none".to_owned() } else { filters.join("; ") }),
        ("rows", format!("{} of {}", claims.len(), briefing.claims.claims.len())),
    ];
    provenance.notes = vec![
        "confidence: high where a primary source or at least two others bear the verdict out and none speaks against \
         it, moderate where one does or sources differ, low where none does"
            .to_owned(),
    ];
    let evidence = claims.iter().flat_map(|claim| &claim.evidence);
    let read: Vec<Citation> = evidence.map(|one| Citation { source: one.source.clone(), at: None }).collect();
    provenance.cite(briefing, claims.iter().flat_map(|claim| &claim.citations).chain(&read));
    provenance
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::table;
    use crate::analysis::claims::ClaimsQuery;
    use crate::briefing::{Briefing, Verdict};
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;

    #[test]
    fn a_claim_leaves_with_its_verdict_its_reason_and_what_it_rests_on() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = ClaimsQuery { verdicts: [Verdict::Unverified].into(), ..ClaimsQuery::default() };
        let table = table(&briefing, &query, Stamp::at(Some("0")).expect("a second"));
        let column = |name: &str| table.columns.iter().position(|column| column.name == name).expect(name);
        assert!(!table.rows.is_empty() && table.rows.len() < briefing.claims.claims.len());
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len());
            assert_eq!(row[column("verdict")], Cell::Text("unverified".to_owned()));
            assert_eq!(row[column("confidence")], Cell::Text("low".to_owned()));
            assert_ne!(row[column("reason")], Cell::Empty);
        }
        assert_eq!(table.provenance.facts[0], ("filters", "verdict unverified".to_owned()));
    }

    #[test]
    fn every_source_that_a_row_names_is_named_above_and_no_other() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = ClaimsQuery { verdicts: [Verdict::Disputed].into(), ..ClaimsQuery::default() };
        let table = table(&briefing, &query, Stamp::at(Some("0")).expect("a second"));
        let above: BTreeSet<&str> = table.provenance.sources.iter().map(|source| source.key.as_str()).collect();
        let claims = query.claims(&briefing);
        let cited = claims.iter().flat_map(|claim| claim.citations.iter().map(|citation| citation.source.as_str()));
        let read = claims.iter().flat_map(|claim| claim.evidence.iter().map(|evidence| evidence.source.as_str()));
        assert_eq!(above, cited.chain(read).collect());
        assert!(above.len() < briefing.sources.sources.len());
    }
}
