//! The claims as a table for other programs: what is claimed, what became of it, and why.

use super::job::{Cancelled, Job};
use super::provenance::{Fact, Provenance};
use super::stamp::Stamp;
use super::table::{Cell, Column, Kind, Table, cited};
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::evidence::{self, ReadAt};
use crate::analysis::origins::Origins;
use crate::briefing::{Briefing, Citation, Claim, Message};
use crate::words::Words;
use crate::{label, message};

/// The claims that are asked for as a table: worst verdict first, as the window lists them, and then in the order of the
/// document.
///
/// # Errors
/// That the reader cancelled.
pub fn table(
    briefing: &Briefing,
    query: &ClaimsQuery,
    made: Stamp,
    words: &Words,
    job: &Job,
) -> Result<Table, Cancelled> {
    let mut claims = query.claims(briefing);
    claims.sort_by_key(|claim| claim.verdict);
    let (origins, read_at) = (Origins::of(briefing), ReadAt::of(briefing));
    let provenance = provenance(briefing, query, (&claims, made), words);
    let rows = job.each((0.1, 0.5), claims, |claim| cells(&origins, &read_at, claim))?;
    Ok(Table { provenance, columns: columns(briefing, words), rows })
}

fn columns(briefing: &Briefing, words: &Words) -> Vec<Column> {
    let column =
        |key: &str, title: &Message, about: &Message, kind| Column::new(key, words.say(title), words.say(about), kind);
    vec![
        column("claim", &label!(claims_table::key), &label!(claims_table::key_about), Kind::Text),
        column("statement", &label!(claims_table::claim), &label!(claims_table::claim_about), Kind::Text),
        column("kind", &label!(claims_table::kind), &label!(claims_table::kind_about), Kind::Text),
        column("verdict", &label!(claims_table::verdict), &label!(claims_table::verdict_about), Kind::Text),
        column("note", &label!(claims_table::note), &label!(claims_table::note_about), Kind::Text),
        column("reason", &label!(claims_table::reason), &label!(claims_table::reason_about), Kind::Text),
        column("confidence", &label!(claims_table::confidence), &label!(claims_table::confidence_about), Kind::Text),
        column(
            "sources_for",
            &label!(claims_table::sources_for),
            &label!(claims_table::sources_for_about),
            Kind::Number,
        ),
        column(
            "sources_against",
            &label!(claims_table::sources_against),
            &label!(claims_table::sources_against_about),
            Kind::Number,
        ),
        column(
            "origins_for",
            &label!(claims_table::origins_for),
            &label!(claims_table::origins_for_about),
            Kind::Number,
        ),
        column(
            "origins_against",
            &label!(claims_table::origins_against),
            &label!(claims_table::origins_against_about),
            Kind::Number,
        ),
        column("speaks_of", &label!(claims_table::speaks_of), &label!(claims_table::speaks_of_about), Kind::List),
        column(
            "citations",
            &label!(claims_table::stands_at),
            &message!(claims_table::stands_at_about, called = briefing.called()),
            Kind::List,
        ),
        column("evidence", &label!(claims_table::evidence), &label!(claims_table::evidence_about), Kind::List),
        column("figures", &label!(claims_table::figures), &label!(claims_table::figures_about), Kind::List),
        column("likelihood", &label!(claims_table::likelihood), &label!(claims_table::likelihood_about), Kind::Text),
        column("forecast_by", &label!(claims_table::forecast_by), &label!(claims_table::forecast_by_about), Kind::Text),
        column("outcome", &label!(claims_table::outcome), &label!(claims_table::outcome_about), Kind::Text),
        column(
            "outcome_sources",
            &label!(claims_table::outcome_sources),
            &label!(claims_table::outcome_sources_about),
            Kind::List,
        ),
    ]
}

fn cells(origins: &Origins<'_>, read_at: &ReadAt<'_>, claim: &Claim) -> Vec<Cell> {
    let assessed = evidence::assess(origins, claim);
    let (bearing, opposing) = (assessed.bearing, assessed.opposing);
    let evidence = claim.evidence.iter();
    let periods = read_at.periods(claim).into_iter();
    let forecast = claim.forecast.as_ref();
    let outcome = forecast.and_then(|forecast| forecast.outcome.as_ref());
    vec![
        Cell::Text(claim.id.to_string()),
        Cell::Text(claim.statement.clone()),
        Cell::Text(claim.kind.key().to_owned()),
        Cell::Text(claim.verdict.key().to_owned()),
        Cell::text_or_empty(Some(&*claim.note)),
        Cell::text_or_empty(Some(&*claim.reason)),
        Cell::Text(assessed.confidence.key().to_owned()),
        Cell::Number(bearing.items.into()),
        Cell::Number(opposing.items.into()),
        Cell::Number(bearing.origins.into()),
        Cell::Number(opposing.origins.into()),
        Cell::List(claim.mentions.iter().map(ToString::to_string).collect()),
        Cell::citations(&claim.citations),
        Cell::List(
            evidence.map(|one| format!("{}, {}: {}", one.stance.key(), cited(&one.citation()), one.says)).collect(),
        ),
        Cell::List(periods.map(|(series, period)| format!("{} {period}", series.id)).collect()),
        forecast.map_or(Cell::Empty, |forecast| Cell::Text(forecast.likelihood.key().to_owned())),
        Cell::text_or_empty(forecast.and_then(|forecast| forecast.attributed_to.as_deref())),
        Cell::text_or_empty(outcome.map(|outcome| outcome.text.as_str())),
        outcome.map_or(Cell::Empty, |outcome| Cell::citations(&outcome.citations)),
    ]
}

/// What the table is: briefing, filters, and the sources of exactly its claims and of what bears on them.
fn provenance(
    briefing: &Briefing,
    query: &ClaimsQuery,
    (claims, made): (&[&Claim], Stamp),
    words: &Words,
) -> Provenance {
    let about = query.about.iter().map(|key| {
        let name = evidence::name(briefing, key).unwrap_or(key.as_str()).to_owned();
        message!(claims_table::filter_about, name = name)
    });
    let verdicts = query.verdicts.iter().map(|verdict| message!(claims_table::filter_verdict, key = verdict.key()));
    let filters: Vec<String> = about.chain(verdicts).map(|filter| words.say(&filter)).collect();
    let none = || words.say(&label!(claims_table::no_filters));
    let title = message!(claims_table::title, document = &briefing.called());
    let rows = message!(claims_table::rows, kept = claims.len(), all = briefing.claims.claims.len());
    let mut provenance = Provenance::new(briefing, words.say(&title), made);
    let filters = if filters.is_empty() { none() } else { filters.join("; ") };
    provenance.facts = vec![
        Fact { key: "filters", name: label!(claims_table::fact_filters), value: filters },
        Fact { key: "rows", name: label!(claims_table::fact_rows), value: words.say(&rows) },
    ];
    provenance.notes = vec![words.say(&label!(claims_table::confidence_note))];
    let evidence = claims.iter().flat_map(|claim| &claim.evidence);
    let read: Vec<Citation> = evidence.map(|one| Citation::of(one.source.clone())).collect();
    let outcomes = claims.iter().filter_map(|claim| claim.forecast.as_ref()?.outcome.as_ref());
    let came = outcomes.flat_map(|outcome| &outcome.citations);
    provenance.cite(briefing, claims.iter().flat_map(|claim| &claim.citations).chain(&read).chain(came));
    provenance
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::table;
    use crate::analysis::claims::ClaimsQuery;
    use crate::briefing::{Briefing, Verdict};
    use crate::export::job::Job;
    use crate::export::stamp::Stamp;
    use crate::export::table::Cell;
    use crate::words::Words;

    #[test]
    fn a_claim_leaves_with_its_verdict_its_reason_and_what_it_rests_on() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = ClaimsQuery { verdicts: [Verdict::Unverified].into(), ..ClaimsQuery::default() };
        let table =
            table(&briefing, &query, Stamp::at(Some("0")).expect("a second"), &Words::english(), &Job::default())
                .expect("nobody cancels");
        let column = |name: &str| table.columns.iter().position(|column| column.name == name).expect(name);
        assert!(!table.rows.is_empty() && table.rows.len() < briefing.claims.claims.len());
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len());
            assert_eq!(row[column("verdict")], Cell::Text("unverified".to_owned()));
            assert_eq!(row[column("confidence")], Cell::Text("low".to_owned()));
            assert_ne!(row[column("reason")], Cell::Empty);
        }
        let fact = &table.provenance.facts[0];
        assert_eq!((fact.key, fact.value.as_str()), ("filters", "verdict unverified"));
    }

    #[test]
    fn a_forecast_leaves_with_how_sure_it_sounds_and_what_came_of_it() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some()).expect("a forecast");
        let (key, forecast) = (claim.id.to_string(), claim.forecast.as_mut().expect("it has one"));
        forecast.attributed_to = Some("An office".to_owned());
        let outcome = forecast.outcome.clone().expect("something came of it");
        let likelihood = serde_json::to_value(forecast.likelihood).expect("a key");
        let table = table(
            &briefing,
            &ClaimsQuery::default(),
            Stamp::at(Some("0")).expect("a second"),
            &Words::english(),
            &Job::default(),
        )
        .expect("nobody cancels");
        let column = |name: &str| table.columns.iter().position(|column| column.name == name).expect(name);
        let row = table.rows.iter().find(|row| row[0].text() == key).expect("its row");
        assert_eq!(row[column("likelihood")].text(), likelihood.as_str().expect("text"), "as the files have it");
        assert_eq!(row[column("forecast_by")].text(), "An office");
        assert_eq!(row[column("outcome")].text(), outcome.text);
        let above: Vec<&str> = table.provenance.sources.iter().map(|source| source.key.as_str()).collect();
        for citation in &outcome.citations {
            assert!(row[column("outcome_sources")].text().contains(citation.source.as_str()));
            assert!(above.contains(&citation.source.as_str()));
        }
        let figures: Vec<String> = table.rows.iter().map(|row| row[column("figures")].text()).collect();
        let series = &briefing.main_series().expect("a series").id;
        assert!(figures.iter().any(|figures| figures.contains(&format!("{series} 2024"))), "{figures:?}");
    }

    #[test]
    fn the_document_is_called_what_the_briefing_calls_it() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        "memorandum".clone_into(&mut briefing.document.as_mut().expect("a document").called);
        let made = Stamp::at(Some("0")).expect("a second");
        let table = table(&briefing, &ClaimsQuery::default(), made, &Words::english(), &Job::default())
            .expect("nobody cancels");
        let about: Vec<&str> = table.columns.iter().map(|column| column.about.as_str()).collect();
        assert!(about.contains(&"The sentences of the memorandum that make the claim"), "{about:?}");
        assert!(about.iter().all(|about| !about.contains("document")), "{about:?}");
    }

    #[test]
    fn every_source_that_a_row_names_is_named_above_and_no_other() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = ClaimsQuery { verdicts: [Verdict::Disputed].into(), ..ClaimsQuery::default() };
        let table =
            table(&briefing, &query, Stamp::at(Some("0")).expect("a second"), &Words::english(), &Job::default())
                .expect("nobody cancels");
        let above: BTreeSet<&str> = table.provenance.sources.iter().map(|source| source.key.as_str()).collect();
        let claims = query.claims(&briefing);
        let cited = claims.iter().flat_map(|claim| claim.citations.iter().map(|citation| citation.source.as_str()));
        let read = claims.iter().flat_map(|claim| claim.evidence.iter().map(|evidence| evidence.source.as_str()));
        let outcomes = claims.iter().filter_map(|claim| claim.forecast.as_ref()?.outcome.as_ref());
        let came = outcomes.flat_map(|outcome| outcome.citations.iter().map(|citation| citation.source.as_str()));
        assert_eq!(above, cited.chain(read).chain(came).collect());
        assert!(above.len() < briefing.sources.sources.len());
    }
}
