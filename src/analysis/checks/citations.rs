//! Citations: everything that is stated has one, every one leads somewhere, and every sentence is accounted for.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::format::locator;
use crate::briefing::{Briefing, Citation, Key, Locator, Period, Sentence};

const UNCITED: &str = "uncited";
const RESOLVES: &str = "citation-resolves";
const UNCLAIMED: &str = "sentence-without-claim";
const ELSEWHERE: &str = "claim-in-document";

pub(super) const CHECKS: &[Check] = &[
    Check { name: UNCITED, holds: "Every figure, name and statement has a citation" },
    Check { name: RESOLVES, holds: "Every citation leads to a source and, in the document, to a sentence" },
    Check { name: UNCLAIMED, holds: "Every sentence that states something has its claim" },
    Check { name: ELSEWHERE, holds: "Every claim is read from the document" },
];

/// The findings about citations.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    let sources: BTreeSet<&Key> = briefing.sources.sources.iter().map(|source| &source.id).collect();
    let sentences: BTreeSet<Locator> = briefing.document.sentences.iter().map(|sentence| sentence.at).collect();
    for Stated { what, place, citations } in stated(briefing) {
        if citations.is_empty() {
            let detail = format!("{what} cites nothing");
            findings.push(Finding::new(UNCITED, Outcome::Fail, place.clone(), "No citation", detail, Vec::new()));
        }
        for citation in citations {
            let lost = match (sources.contains(&citation.source), citation.at) {
                (false, _) => Some(format!("there is no source {}", citation.source)),
                (true, Some(at)) if !briefing.is_document(citation) => {
                    Some(format!("{} is no document, and {at} no place in it", citation.source))
                }
                (true, Some(at)) if !sentences.contains(&at) => Some(format!("the document has no sentence {at}")),
                _ => None,
            };
            if let Some(lost) = lost {
                let detail = format!("{what}: {lost}");
                let title = "Citation that leads nowhere";
                findings.push(Finding::new(RESOLVES, Outcome::Fail, place.clone(), title, detail, Vec::new()));
            }
        }
    }
    findings.extend(claims(briefing));
    findings
}

/// Something that is stated, with what it rests on.
struct Stated<'a> {
    what: &'a str,
    place: Place,
    citations: &'a [Citation],
}

/// Everything in a briefing that states something.
fn stated(briefing: &Briefing) -> Vec<Stated<'_>> {
    let Briefing { meeting, claims, roster, trade, .. } = briefing;
    let mut all = Vec::new();
    let mut add = |what, place, citations| all.push(Stated { what, place, citations });
    add(&meeting.headline.text, Place::Briefing, &meeting.headline.citations[..]);
    add(&meeting.takeaway.text, Place::Briefing, &meeting.takeaway.citations);
    add(&meeting.place, Place::Briefing, &meeting.citations);
    for person in &meeting.people {
        add(briefing.name(&person.names), Place::Named(person.id.clone()), &person.citations);
    }
    for place in &meeting.places {
        add(&place.name, Place::Named(place.id.clone()), &place.citations);
    }
    for topic in &meeting.topics {
        add(&topic.name, Place::Named(topic.id.clone()), &topic.citations);
    }
    for event in &meeting.chronology {
        add(&event.label, Place::Event(event.id.clone()), &event.citations);
    }
    for unknown in &meeting.unknowns {
        add(&unknown.text, Place::Briefing, &unknown.citations);
    }
    for account in meeting.readouts.differences.iter().flat_map(|difference| difference.accounts.values()) {
        add(&account.text, Place::Briefing, &account.citations);
    }
    for claim in &claims.claims {
        let place = || Place::Claim(claim.id.clone());
        add(&claim.statement, place(), &claim.citations);
        if let Some(outcome) = claim.forecast.as_ref().and_then(|forecast| forecast.outcome.as_ref()) {
            add(&outcome.text, place(), &outcome.citations);
        }
        for dated in claim.causation.iter().flat_map(|causation| [&causation.cause, &causation.effect]) {
            add(&dated.what, place(), &dated.citations);
        }
    }
    add(&roster.organisation.short, Place::Briefing, &roster.organisation.citations);
    for merged in roster.statuses.iter().filter_map(|status| Some((&status.name, status.merged.as_ref()?))) {
        add(merged.0, Place::Briefing, &merged.1.citations);
    }
    let names: BTreeMap<&Key, &str> =
        roster.states.iter().map(|state| (&state.id, briefing.name(&state.names))).collect();
    for spell in &roster.spells {
        let name = names.get(&spell.state).copied().unwrap_or(spell.state.as_str());
        add(name, Place::State(spell.state.clone()), &spell.citations);
    }
    for series in &trade.series {
        for observation in &series.observations {
            add(&series.reporter, Place::Period(observation.period), &observation.citations);
        }
        for growth in &series.published_growth {
            add(&series.reporter, Place::Period(growth.period), &growth.citations);
        }
        for figure in &series.stated_figures {
            add(&series.reporter, Place::Period(figure.period), &figure.citations);
        }
    }
    for milestone in &trade.milestones {
        let year = Period::of_year(milestone.on.first_day().year());
        add(&milestone.label, Place::Period(year), &milestone.citations);
    }
    all
}

/// Sentences that no claim is read from, and claims that are read from no sentence or with an unknown source.
fn claims(briefing: &Briefing) -> Vec<Finding> {
    let all = &briefing.claims.claims;
    let claimed: BTreeSet<Locator> = all.iter().flat_map(|claim| briefing.places(&claim.citations)).collect();
    // A briefing that takes no claims out of its document leaves none of its sentences out.
    let without = |sentence: &&Sentence| !all.is_empty() && !sentence.boilerplate && !claimed.contains(&sentence.at);
    let sentences = briefing.document.sentences.iter().filter(without);
    let mut findings: Vec<Finding> = sentences
        .map(|sentence| {
            let detail = format!("{}: {}", locator(sentence.at), sentence.label);
            let place = Place::Sentence(sentence.at);
            let citations = citing(briefing, [sentence.at]);
            Finding::new(UNCLAIMED, Outcome::Warn, place, "Sentence without a claim", detail, citations)
        })
        .collect();
    for claim in all {
        let place = || Place::Claim(claim.id.clone());
        if !claim.citations.is_empty() && briefing.places(&claim.citations).next().is_none() {
            let detail = format!("{} is read from another source alone", claim.statement);
            findings.push(Finding::new(
                ELSEWHERE,
                Outcome::Warn,
                place(),
                "Not in the document",
                detail,
                claim.citations.clone(),
            ));
        }
        for evidence in claim.evidence.iter().filter(|evidence| briefing.source(&evidence.source).is_none()) {
            let detail = format!("{}: there is no source {}", claim.statement, evidence.source);
            findings.push(Finding::new(
                RESOLVES,
                Outcome::Fail,
                place(),
                "Citation that leads nowhere",
                detail,
                Vec::new(),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::analysis::checks::harmed::found_after;
    use crate::briefing::{Briefing, Key};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(findings, change)
    }

    #[test]
    fn everything_bundled_is_cited_and_leads_somewhere() {
        assert_eq!(after(|_| {}), [""; 0]);
    }

    #[test]
    fn a_figure_a_name_and_a_statement_need_a_citation() {
        assert_eq!(after(|b| b.trade.series[0].observations[0].citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.meeting.people[2].citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.meeting.takeaway.citations.clear()), ["Fail uncited"]);
        assert_eq!(after(|b| b.roster.spells[3].citations.clear()), ["Fail uncited"]);
    }

    #[test]
    fn a_citation_leads_to_a_source_and_a_sentence() {
        let key = |text: &str| Key::try_from(text.to_owned()).expect(text);
        let source = after(|b| b.trade.series[0].observations[0].citations[0].source = key("nowhere"));
        assert_eq!(source, ["Fail citation-resolves"]);
        let sentence = after(|b| b.meeting.people[2].citations[0].at = "5.9".parse().ok());
        assert_eq!(sentence, ["Fail citation-resolves"]);
        let at = after(|b| b.trade.series[0].observations[0].citations[0].at = "1.1".parse().ok());
        assert_eq!(at, ["Fail citation-resolves"], "only the document has sentences");
        let evidence = after(|b| b.claims.claims[0].evidence[0].source = key("nowhere"));
        assert_eq!(evidence, ["Fail citation-resolves"]);
    }

    #[test]
    fn every_sentence_that_states_something_has_its_claim() {
        let moved = after(|b| b.claims.claims[0].citations[0].at = "1.2".parse().ok());
        assert_eq!(moved, ["Warn sentence-without-claim"]);
        let elsewhere = after(|b| {
            let citation = b.claims.claims[0].evidence[0].source.clone();
            b.claims.claims[0].citations = vec![crate::briefing::Citation { source: citation, at: None }];
        });
        assert_eq!(elsewhere, ["Warn sentence-without-claim", "Warn claim-in-document"]);
        let none = after(|b| {
            b.claims.claims.clear();
            b.claims.key_points.clear();
        });
        assert_eq!(none, [""; 0], "a briefing without claims leaves none out");
    }
}
