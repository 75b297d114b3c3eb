//! What does not add up in a briefing, and what does.
//!
//! A check holds the document against itself and against the rest of the briefing. It judges nothing that needs a
//! reader; it counts, compares and computes, and says so with the numbers put in. What holds is said of the document;
//! of the context around it only what does not hold, and [`silent`] names the checks that found nothing.
//!
//! A new check is a file with its `CHECKS` and a line in the list of all.

mod acknowledgement;
mod addresses;
mod again;
mod alphabets;
mod around;
mod bound;
mod causes;
mod check;
mod citations;
mod cited_for;
mod codes;
mod counted;
mod counts_beside;
mod counts_said;
mod days_said;
mod described;
mod doubles;
mod empties;
mod evidence;
mod example;
mod figures_said;
mod finding;
mod forecasts;
mod foretold;
mod formulas;
mod founders;
mod growth;
mod history;
mod hosts;
#[cfg(test)]
mod identity;
mod known;
mod late;
mod lengths;
mod listed_times;
mod lists_said;
mod magnitudes;
mod material;
mod mentions;
mod misplaced;
mod names;
mod names_said;
mod namesakes;
mod no_page;
mod noted;
mod notes_said;
mod occasions;
mod offices_said;
mod open;
mod order;
mod originals;
mod outcome;
mod overlooked;
mod pages;
mod people_said;
mod people_spelt;
mod people_written;
mod places_spelt;
mod printed;
mod printed_names;
mod query;
mod quotations;
mod rates_said;
mod reference;
mod relative;
mod repeated;
mod retold;
mod said;
mod scope;
mod seats;
mod series;
mod slugs;
mod spans_said;
mod spells;
mod spelt;
mod states_said;
mod subject;
mod sums;
mod tellings;
#[cfg(test)]
mod tests;
mod texts;
mod times;
mod trade_states;
mod turned;
mod units;
mod unread;
mod whereabouts;
mod wholes;
mod words;
mod years_said;

use std::collections::BTreeSet;

pub use bound::MAX_OF_A_KIND;
use bound::{Bound, MAX_NAMED, in_turn, listed};
pub use check::{Check, Needs};
pub use finding::{Finding, FindingId};
pub use open::Open;
pub use outcome::Outcome;
pub use query::ChecksQuery;
pub use subject::Subject;

use crate::briefing::{Briefing, Citation, Claim, Locator, Message, Source, cores};
use acknowledgement::Acknowledgements;
use material::Material;

/// Every check; the last looks at what the others found.
const ALL: &[&[&[Check]]] = &[
    &[
        sums::CHECKS,
        growth::CHECKS,
        wholes::CHECKS,
        magnitudes::CHECKS,
        units::CHECKS,
        words::CHECKS,
        repeated::CHECKS,
        figures_said::CHECKS,
        rates_said::CHECKS,
        days_said::CHECKS,
        spans_said::CHECKS,
        years_said::CHECKS,
        counts_said::CHECKS,
        lists_said::CHECKS,
        names_said::CHECKS,
        people_said::CHECKS,
        offices_said::CHECKS,
        people_spelt::CHECKS,
        people_written::CHECKS,
        places_spelt::CHECKS,
        states_said::CHECKS,
        mentions::CHECKS,
        formulas::CHECKS,
        empties::CHECKS,
        example::CHECKS,
        unread::CHECKS,
        doubles::CHECKS,
        pages::CHECKS,
        printed::CHECKS,
        printed_names::CHECKS,
        names::CHECKS,
        codes::CHECKS,
        reference::CHECKS,
        seats::CHECKS,
        spelt::CHECKS,
        spells::CHECKS,
        occasions::CHECKS,
        founders::CHECKS,
        order::CHECKS,
        tellings::CHECKS,
        whereabouts::CHECKS,
        relative::CHECKS,
        retold::CHECKS,
        forecasts::CHECKS,
        quotations::CHECKS,
        citations::CHECKS,
        evidence::CHECKS,
        turned::CHECKS,
        overlooked::CHECKS,
        addresses::CHECKS,
        slugs::CHECKS,
        no_page::CHECKS,
        described::CHECKS,
        namesakes::CHECKS,
        cited_for::CHECKS,
        noted::CHECKS,
        notes_said::CHECKS,
        originals::CHECKS,
        times::CHECKS,
        late::CHECKS,
        around::CHECKS,
        again::CHECKS,
        hosts::CHECKS,
        listed_times::CHECKS,
        trade_states::CHECKS,
        scope::CHECKS,
        alphabets::CHECKS,
        misplaced::CHECKS,
    ],
    said::CHECKS,
    &[acknowledgement::CHECKS],
];

/// Every check there is.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    ALL.iter().copied().flatten().copied().flatten()
}

/// The check that has a key.
pub fn check(key: &str) -> Option<&'static Check> {
    checks().find(|check| check.key == key)
}

/// The checks that were run and found nothing to say, without those that a briefing has nothing for.
pub fn silent(briefing: &Briefing, findings: &[Finding]) -> Vec<&'static Check> {
    let said: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
    checks().filter(|check| !said.contains(check.key) && check.needs.are_met(briefing)).collect()
}

/// Everything the checks find: worst first, then in the order of the document. No two findings have one id. Of one kind
/// at most [`MAX_OF_A_KIND`] are listed, and how many more there are.
///
/// # Examples
/// ```
/// use briefing_desk::analysis::checks;
/// use briefing_desk::briefing::Briefing;
///
/// let findings = checks::run(&Briefing::bundled()?);
/// assert!(findings.is_sorted_by_key(|finding| finding.outcome));
/// # Ok::<(), briefing_desk::briefing::LoadError>(())
/// ```
pub fn run(briefing: &Briefing) -> Vec<Finding> {
    run_telling(briefing, |_| ())
}

/// The same, and tells when all texts are read, then of each check as it is done: what is measured is measured step by
/// step.
pub fn run_telling(briefing: &Briefing, mut done: impl FnMut(Option<&'static Check>)) -> Vec<Finding> {
    let material = Material::of(briefing);
    done(None);
    let mut acknowledgements = Acknowledgements::of(briefing);
    let mut bound = Bound::default();
    let mut findings = Vec::new();
    // Bounded check by check, so that never more is held than one of them finds.
    for check in checks() {
        let mut found = check.findings(&material);
        finding::number_alike(&mut found);
        acknowledgements.mark(&mut found);
        let mut found = causes::gathered(&material, found);
        acknowledgements.mark(&mut found);
        findings.extend(bound.kept(in_order(briefing, found)));
        done(Some(check));
    }
    let mut findings = bound.counted(in_order(briefing, findings));
    // How many more there are can be acknowledged as well.
    acknowledgements.mark(&mut findings);
    let mut bound = Bound::default();
    let idle = bound.kept(in_order(briefing, acknowledgements.idle())).collect();
    let warned = findings.partition_point(|finding| finding.outcome <= Outcome::Warn);
    findings.splice(warned..warned, bound.counted(idle));
    findings
}

/// Worst first, then in the order of the document; those of which the data do not tell one from another are numbered.
fn in_order(briefing: &Briefing, mut findings: Vec<Finding>) -> Vec<Finding> {
    finding::number_alike(&mut findings);
    findings.sort_by_cached_key(|finding| {
        let first = briefing.locators(&finding.citations).min();
        (finding.outcome, first.is_none(), first)
    });
    findings
}

/// What some checks find, one check after the other.
#[cfg(test)]
fn findings_of<'c>(checks: impl IntoIterator<Item = &'c Check>, briefing: &Briefing) -> Vec<Finding> {
    let material = Material::of(briefing);
    checks.into_iter().flat_map(|check| check.findings(&material)).collect()
}

/// The finding that has an id.
pub fn finding<'a>(findings: &'a [Finding], id: &FindingId) -> Option<&'a Finding> {
    findings.iter().find(|finding| finding.id == *id)
}

/// The numbers of the findings that share a place in the document with some citations, in their order.
pub fn touching(briefing: &Briefing, findings: &[Finding], citations: &[Citation]) -> Vec<usize> {
    let here: BTreeSet<Locator> = briefing.locators(citations).collect();
    let touches = |finding: &Finding| briefing.locators(&finding.citations).any(|at| here.contains(&at));
    findings.iter().enumerate().filter(|(_, finding)| touches(finding)).map(|(number, _)| number).collect()
}

/// Citations of places in the document, each once and in its order; the first [`MAX_NAMED`] of very many.
fn citing(briefing: &Briefing, places: impl IntoIterator<Item = Locator>) -> Vec<Citation> {
    let places: BTreeSet<Locator> = places.into_iter().collect();
    places.into_iter().take(MAX_NAMED).filter_map(|at| briefing.document_citation(at)).collect()
}

/// Adds what else was held against the document: each citation that is not yet there, the first [`MAX_NAMED`] of very
/// many.
fn with_sources<'a>(mut citations: Vec<Citation>, others: impl IntoIterator<Item = &'a Citation>) -> Vec<Citation> {
    let mut there: BTreeSet<&Citation> = citations.iter().collect();
    let added = others.into_iter().filter(|other| there.insert(other)).take(MAX_NAMED);
    let added: Vec<Citation> = added.cloned().collect();
    citations.extend(added);
    citations
}

/// What something is read in: first the sentences of the document, then the other sources.
fn read_in<'a>(
    briefing: &Briefing,
    citations: impl IntoIterator<Item = &'a Citation, IntoIter: Clone>,
) -> Vec<Citation> {
    let citations = citations.into_iter();
    let others = citations.clone().filter(|citation| !briefing.is_document(citation));
    with_sources(citing(briefing, briefing.locators(citations)), others)
}

/// What is found of each claim.
fn each_claim(
    material: &Material<'_>,
    find: impl Fn(&Material<'_>, &Claim) -> Option<Finding> + Send + Sync,
) -> Vec<Finding> {
    cores::flat_map(&material.briefing.claims.claims, |claim| find(material, claim))
}

/// What is found about a claim, with what else is held against it.
fn of_claim<'a>(
    briefing: &Briefing,
    claim: &Claim,
    others: impl IntoIterator<Item = &'a Citation>,
    outcome: Outcome,
    title: Message,
    detail: Message,
) -> Finding {
    let citations = with_sources(citing(briefing, briefing.locators(&claim.citations)), others);
    Finding::new(outcome, Subject::Claim(claim.id.clone()), title, detail, citations)
}

/// What is found about a source, which is read there.
fn of_source(source: &Source, outcome: Outcome, title: Message, detail: Message) -> Finding {
    let (subject, citation) = (Subject::Source(source.id.clone()), Citation::of(source.id.clone()));
    Finding::new(outcome, subject, title, detail, vec![citation])
}

/// Where something is cited from, as a part of an id: the keys of its sources with the places in them.
fn cited(citations: &[Citation]) -> String {
    let one = |citation: &Citation| {
        let at = citation.at.map(|at| at.to_string());
        let place = at.as_ref().or(citation.section.as_ref()).or(citation.page.as_ref());
        place.map_or_else(|| citation.source.to_string(), |place| format!("{}@{place}", citation.source))
    };
    let all: BTreeSet<String> = citations.iter().map(one).collect();
    all.into_iter().collect::<Vec<_>>().join("+")
}
