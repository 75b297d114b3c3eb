//! What stands alone although the briefing has what belongs beside it: a claim without the evidence that is there, a state
//! that nothing speaks of, a forecast that is called something else.

use std::collections::HashSet;

use super::texts::About;
use super::{Check, Finding, Material, Needs, Outcome, Subject, each_claim, of_claim};
use crate::analysis::fold::fold;
use crate::briefing::{Citation, Claim, ClaimKind, Key, SourceKind, Stance, Verdict};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "evidence-overlooked",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_overlooked),
        run: |material| each_claim(material, evidence),
    },
    Check { key: "state-idle", needs: Needs::Organisation, holds: label!(checks::state_idle), run: idle },
    Check {
        key: "forecast-kind",
        needs: Needs::Nothing,
        holds: label!(checks::forecast_kind),
        run: |material| each_claim(material, forecast_of_another_kind),
    },
];

/// A claim of which nothing was found either way, while something about the same is read elsewhere than in the document:
/// its event, its figure, what came of it, or a publisher that its reason names.
fn evidence(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let nothing = claim.evidence.iter().all(|evidence| evidence.stance == Stance::Rejected);
    if claim.verdict != Verdict::Unverified || !nothing {
        return None;
    }
    let briefing = material.briefing;
    let read_elsewhere = |citation: &&Citation| {
        let source = briefing.source(&citation.source);
        !briefing.is_document(citation) && source.is_some_and(|source| source.kind != SourceKind::GeneralKnowledge)
    };
    let outcome = || {
        let outcome = claim.forecast.as_ref()?.outcome.as_ref()?;
        outcome.citations.iter().find(read_elsewhere).cloned()
    };
    let event = || {
        let events = briefing.locators(&claim.citations).flat_map(|at| material.events_at(at).to_vec());
        let mut events = events.filter_map(|event| briefing.chronology().get(event));
        events.find_map(|event| event.citations.iter().find(read_elsewhere).cloned())
    };
    let figure = || {
        let mut numbers = material.texts().all_of(claim).filter(|text| matches!(text.about, About::ClaimInShort(_)));
        numbers.find_map(|text| {
            let telling =
                text.reading.quantities().filter(|quantity| quantity.number.is_fraction() && !quantity.is_rate());
            let figures = telling.flat_map(|quantity| material.known().figures(&quantity.number, true));
            figures
                .filter_map(|figure| material.series.get(figure.series).map(|(series, _)| (figure, series)))
                .find_map(|(figure, series)| {
                    let of_period = series.observations.iter().filter(|o| o.period == figure.period);
                    let mut citations = of_period.filter(|o| o.value.abs() == figure.value).flat_map(|o| &o.citations);
                    citations.find(read_elsewhere).cloned()
                })
        })
    };
    let publisher = || {
        /// A shorter name is like a word.
        const LONG: usize = 4;
        let reason = fold(&claim.reason);
        let own = briefing.document_source().and_then(|key| briefing.source(key)).map(|source| &source.publisher);
        let mut sources = briefing.sources.sources.iter().filter(|source| Some(&source.publisher) != own);
        let source = sources.find(|source| {
            let name = fold(&source.publisher);
            name.chars().count() >= LONG && reason.contains(&name)
        })?;
        Some(Citation::of(source.id.clone()))
    };
    let citation = outcome().or_else(event).or_else(figure).or_else(publisher)?;
    let source = briefing.source(&citation.source)?;
    let detail = message!(
        findings::evidence_overlooked_source,
        publisher = &source.publisher,
        source = &source.id,
        claim = &claim.statement
    );
    Some(of_claim(briefing, claim, &[citation], Outcome::Warn, label!(findings::evidence_overlooked), detail))
}

/// States of a roster that have no status in any, that the document does not list and that nothing else speaks of.
fn idle(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let spells = briefing.rosters.iter().flat_map(|roster| &roster.spells).map(|spell| &spell.state);
    let printed = briefing.rosters.iter().flat_map(|roster| &roster.printed).map(|entry| &entry.state);
    let people = briefing.people().iter().filter_map(|person| person.state.as_ref());
    let mentioned = briefing.claims.claims.iter().flat_map(|claim| &claim.mentions);
    let used: HashSet<&Key> = spells.chain(printed).chain(people).chain(mentioned).collect();
    let mut found = Vec::new();
    for roster in briefing.rosters.iter().filter(|roster| !roster.spells.is_empty()) {
        for state in roster.states.iter().filter(|state| !used.contains(&state.id)) {
            let detail = message!(
                findings::state_idle_in,
                state = briefing.name(&state.names).to_owned(),
                organisation = &roster.organisation.short
            );
            let subject = Subject::State(state.id.clone());
            let finding = Finding::new(Outcome::Warn, subject, label!(findings::state_idle), detail, Vec::new());
            found.push(finding.likely_caused_by(&roster.organisation.id));
        }
    }
    found
}

/// A claim with a forecast that is stated as something else.
fn forecast_of_another_kind(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    claim.forecast.as_ref().filter(|_| claim.kind != ClaimKind::Forecast)?;
    let detail = message!(findings::forecast_kind_other, kind = claim.kind.key().to_owned(), claim = &claim.statement);
    Some(of_claim(material.briefing, claim, &[], Outcome::Warn, label!(findings::forecast_kind), detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{claim_after, found_after};
    use crate::briefing::{Claim, ClaimKind, Verdict};

    fn after(id: &str, change: impl FnOnce(&mut Claim)) -> Vec<String> {
        claim_after(CHECKS, id, change)
    }

    #[test]
    fn a_claim_has_the_evidence_that_is_there() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0], "of what China sells nothing is there");
        for id in
            ["meeting-in-beijing", "forecast-2025", "council-in-tianjin", "directions-2024", "may-accords-discussed"]
        {
            let lost = |claim: &mut Claim| {
                claim.evidence.clear();
                claim.verdict = Verdict::Unverified;
            };
            assert_eq!(after(id, lost), ["Warn evidence-overlooked"], "{id}");
        }
    }

    #[test]
    fn a_forecast_is_called_one() {
        for kind in [ClaimKind::Fact, ClaimKind::Judgement] {
            assert_eq!(after("forecast-2025", |claim| claim.kind = kind), ["Warn forecast-kind"]);
        }
    }

    #[test]
    fn a_state_of_a_roster_has_a_status_or_is_spoken_of() {
        let without = |key: &str| {
            found_after(CHECKS, |b| {
                b.rosters[0].spells.retain(|spell| spell.state.as_str() != key);
                b.rosters[0].printed.retain(|entry| entry.state.as_str() != key);
            })
        };
        assert_eq!(without("laos"), ["Warn state-idle"]);
        assert_eq!(without("qatar"), [""; 0], "a claim mentions it");
    }
}
