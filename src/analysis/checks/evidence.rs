//! Evidence: does each verdict have behind it what it needs, and was all of it read in time?

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, Needs, Outcome, each_claim, of_claim, of_source};
use crate::analysis::evidence::{Assessment, assess, sides};
use crate::analysis::origins::Origins;
use crate::briefing::{
    Briefing, Citation, Claim, ClaimKind, Evidence, Key, Message, Source, SourceKind, Stance, Verdict,
};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "verdict-evidence",
        needs: Needs::Nothing,
        holds: label!(checks::verdict_evidence),
        run: |material| {
            each_claim(material, |material, claim| {
                (claim.kind != ClaimKind::Judgement)
                    .then(|| without(material.briefing, claim, label!(findings::verdict_evidence)))?
            })
        },
    },
    Check {
        key: "judgement-evidence",
        needs: Needs::Nothing,
        holds: label!(checks::judgement_evidence),
        run: |material| {
            each_claim(material, |material, claim| {
                (claim.kind == ClaimKind::Judgement)
                    .then(|| without(material.briefing, claim, label!(findings::judgement_evidence)))?
            })
        },
    },
    Check {
        key: "verdict-against-evidence",
        needs: Needs::Nothing,
        holds: label!(checks::verdict_against_evidence),
        run: |material| each_claim(material, |material, claim| against(material.briefing, claim)),
    },
    Check {
        key: "apparent-independence",
        needs: Needs::Nothing,
        holds: label!(checks::apparent_independence),
        run: |material| {
            let origins = Origins::of(material.briefing);
            each_claim(material, |material, claim| of_one_origin(material.briefing, &origins, claim))
        },
    },
    Check {
        key: "evidence-alone",
        needs: Needs::Document,
        holds: label!(checks::evidence_alone),
        run: |material| {
            let origins = Origins::of(material.briefing);
            each_claim(material, |material, claim| alone(material.briefing, &origins, claim))
        },
    },
    Check {
        key: "evidence-both-sides",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_both_sides),
        run: |material| each_claim(material, |material, claim| both_sides(material.briefing, claim)),
    },
    Check {
        key: "evidence-twice",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_twice),
        run: |material| each_claim(material, |material, claim| twice(material.briefing, claim)),
    },
    Check {
        key: "evidence-after-checked",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_after_checked),
        run: |material| {
            let sources = material.briefing.sources.sources.iter();
            sources.filter_map(|source| younger(material.briefing, source)).collect()
        },
    },
    Check {
        key: "read-before-published",
        needs: Needs::Nothing,
        holds: label!(checks::read_before_published),
        run: |material| material.briefing.sources.sources.iter().filter_map(read_early).collect(),
    },
];

/// A verdict with nothing behind it. `Unverified` needs nothing: it says that nothing was found.
fn without(briefing: &Briefing, claim: &Claim, title: Message) -> Option<Finding> {
    // What was read and not used is behind no verdict, and what only stands around the claim takes no side.
    let takes_side = |evidence: &Evidence| matches!(evidence.stance, Stance::Supports | Stance::Contradicts);
    let nothing = !claim.evidence.iter().any(takes_side);
    (claim.verdict != Verdict::Unverified && nothing).then(|| {
        let verdict = claim.verdict.adjective();
        let detail = message!(findings::verdict_evidence_none, verdict = verdict, claim = &claim.statement);
        of_claim(briefing, claim, &[], Outcome::Warn, title, detail)
    })
}

/// Whether all that bears a claim out is of its time, and something later stands beside it that says what came after.
fn is_overtaken(briefing: &Briefing, claim: &Claim) -> bool {
    let published = |stance| {
        let of_stance = claim.evidence_with(stance);
        of_stance
            .filter_map(|evidence| Some(briefing.source(&evidence.source)?.published?.last_day()))
            .collect::<Vec<_>>()
    };
    let (agreeing, around) = (published(Stance::Supports), published(Stance::Context));
    let known = agreeing.len() == claim.evidence_with(Stance::Supports).count();
    known && agreeing.iter().max().is_some_and(|last| around.iter().any(|later| later > last))
}

/// A verdict that no evidence bears out and some speaks against.
fn against(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let with = |stance| claim.evidence_with(stance).count();
    let (agree, disagree) = (with(Stance::Supports), with(Stance::Contradicts));
    if claim.verdict == Verdict::Outdated && is_overtaken(briefing, claim) {
        return None;
    }
    let contrary = match sides(claim.verdict) {
        Some((for_it, against_it)) => with(for_it) == 0 && with(against_it) > 0,
        None => agree + disagree > 0,
    };
    contrary.then(|| {
        let detail = message!(
            findings::verdict_against_evidence_counts,
            verdict = claim.verdict.adjective(),
            agree = agree,
            disagree = disagree,
            claim = &claim.statement
        );
        of_claim(briefing, claim, &[], Outcome::Warn, label!(findings::verdict_against_evidence), detail)
    })
}

/// A verdict that several sources bear out, all of which carry one text. Whoever speaks of its own acts needs no second.
fn of_one_origin(briefing: &Briefing, origins: &Origins<'_>, claim: &Claim) -> Option<Finding> {
    let Assessment { bearing, .. } = assess(origins, claim);
    if bearing.items < 2 || bearing.origins != 1 || bearing.primary > 0 {
        return None;
    }
    let (for_it, _) = sides(claim.verdict)?;
    let evidence = || claim.evidence_with(for_it);
    let voice = evidence().find_map(|evidence| origins.witness(evidence))?;
    let detail = message!(
        findings::apparent_independence_of,
        items = bearing.items,
        name = voice.name.to_owned(),
        claim = &claim.statement
    );
    let sources: Vec<Citation> = evidence().map(Evidence::citation).collect();
    let title = label!(findings::apparent_independence);
    Some(of_claim(briefing, claim, &sources, Outcome::Warn, title, detail))
}

/// A verdict that nobody bears out but the document's own publisher, or what nobody looked up.
fn alone(briefing: &Briefing, origins: &Origins<'_>, claim: &Claim) -> Option<Finding> {
    let (for_it, _) = sides(claim.verdict)?;
    let evidence = || claim.evidence_with(for_it);
    evidence().next()?;
    if evidence().any(|evidence| origins.witness(evidence).is_some()) {
        return None;
    }
    let unread = |evidence: &Evidence| {
        origins.source(&evidence.source).is_some_and(|source| source.kind == SourceKind::GeneralKnowledge)
    };
    let (verdict, statement) = (claim.verdict.adjective(), &claim.statement);
    let detail = if evidence().all(unread) {
        message!(findings::evidence_alone_unread, verdict = verdict, claim = statement)
    } else {
        let called = briefing.called();
        message!(findings::evidence_alone_document, verdict = verdict, called = called, claim = statement)
    };
    let sources: Vec<Citation> = evidence().map(|one| Citation::of(one.source.clone())).collect();
    Some(of_claim(briefing, claim, &sources, Outcome::Warn, label!(findings::evidence_alone), detail))
}

/// A source that is said to be for a claim and against it.
fn both_sides(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let with = |stance| claim.evidence_with(stance).map(|one| &one.source);
    let against: BTreeSet<&Key> = with(Stance::Contradicts).collect();
    let both = with(Stance::Supports).find(|source| against.contains(source))?;
    let publisher = briefing.source(both).map_or(both.as_str(), |source| &source.publisher).to_owned();
    let detail = message!(findings::evidence_both_sides_source, publisher = publisher, claim = &claim.statement);
    let (source, title) = (Citation::of(both.clone()), label!(findings::evidence_both_sides));
    Some(of_claim(briefing, claim, &[source], Outcome::Warn, title, detail))
}

/// A source that stands more than once in the evidence of a claim, and not on both sides.
fn twice(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for evidence in &claim.evidence {
        // Two pages of one book are two places.
        let place = (&evidence.source, evidence.stance, &evidence.page, &evidence.section);
        *counts.entry(place).or_default() += 1;
    }
    let ((key, ..), count) = counts.into_iter().find(|(_, count)| *count > 1)?;
    let publisher = briefing.source(key).map_or(key.as_str(), |source| &source.publisher).to_owned();
    let detail = message!(
        findings::evidence_twice_source,
        publisher = publisher,
        source = key,
        count = count,
        claim = &claim.statement
    );
    let source = Citation::of(key.clone());
    Some(of_claim(briefing, claim, &[source], Outcome::Warn, label!(findings::evidence_twice), detail))
}

/// A source that was published or read after the evidence was looked through.
fn younger(briefing: &Briefing, source: &Source) -> Option<Finding> {
    let checked = briefing.manifest.checked;
    let latest = [source.published, source.read].into_iter().flatten().max()?;
    (latest.first_day() > checked.last_day()).then(|| {
        let detail = message!(
            findings::evidence_after_checked_dates,
            publisher = &source.publisher,
            date = latest,
            checked = checked
        );
        of_source(source, Outcome::Warn, label!(findings::evidence_after_checked), detail).caused_by(&checked)
    })
}

/// A source that was read before it was published.
fn read_early(source: &Source) -> Option<Finding> {
    let (published, read) = source.published.zip(source.read)?;
    (read.last_day() < published.first_day()).then(|| {
        let detail = message!(
            findings::read_before_published_dates,
            publisher = &source.publisher,
            read = read,
            published = published
        );
        of_source(source, Outcome::Fail, label!(findings::read_before_published), detail).likely_caused_by(&read)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::{Finding, Outcome, findings_of};
    use crate::briefing::{Briefing, Claim, ClaimKind, Source, Stance, Verdict};

    fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS, briefing)
    }

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    /// The checks that find something once a claim has been changed.
    fn after(id: &str, change: impl FnOnce(&mut Claim)) -> Vec<&'static str> {
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id);
        change(claim);
        found_in(&briefing).into_iter().map(|finding| finding.check).collect()
    }

    fn after_source(change: impl FnOnce(&mut Source)) -> Vec<(&'static str, Outcome)> {
        let mut briefing = bundled();
        change(&mut briefing.sources.sources[1]);
        found_in(&briefing).into_iter().map(|finding| (finding.check, finding.outcome)).collect()
    }

    #[test]
    fn the_bundled_verdicts_have_what_they_need() {
        assert_eq!(found_in(&bundled()), []);
    }

    #[test]
    fn a_verdict_needs_evidence() {
        let found = after("council-in-tianjin", |claim| claim.evidence.clear());
        assert_eq!(found, ["verdict-evidence"]);
        let rejected = |claim: &mut Claim| claim.evidence.iter_mut().for_each(|e| e.stance = Stance::Rejected);
        assert_eq!(after("council-in-tianjin", rejected), found, "what was not used is no evidence");
        let context = |claim: &mut Claim| claim.evidence.iter_mut().for_each(|e| e.stance = Stance::Context);
        assert_eq!(after("council-in-tianjin", context), found, "what stands around it takes no side");
        let unverified = |claim: &mut Claim| {
            claim.evidence.clear();
            claim.verdict = Verdict::Unverified;
        };
        assert!(after("council-in-tianjin", unverified).is_empty());
    }

    #[test]
    fn a_judgement_needs_evidence_unless_it_is_unverified() {
        assert_eq!(after("energy-explains-growth", |claim| claim.evidence.clear()), ["judgement-evidence"]);
        let briefing = bundled();
        let consumers = briefing.claims.claims.iter().find(|claim| claim.id.as_str() == "chinese-consumers");
        let consumers = consumers.expect("the claim is there");
        assert_eq!((consumers.kind, consumers.verdict), (ClaimKind::Judgement, Verdict::Unverified));
        let context = consumers.evidence.iter().all(|evidence| evidence.stance == Stance::Context);
        assert!(context, "its verdict says already that nothing was found either way");
        let supported = after("chinese-consumers", |claim| {
            claim.evidence.clear();
            claim.verdict = Verdict::Supported;
        });
        assert_eq!(supported, ["judgement-evidence"]);
    }

    #[test]
    fn a_verdict_does_not_say_the_contrary_of_its_evidence() {
        let turn = |verdict| after("council-in-tianjin", move |claim| claim.verdict = verdict);
        for verdict in [Verdict::Disputed, Verdict::Outdated, Verdict::Unverified] {
            assert_eq!(turn(verdict), ["verdict-against-evidence"], "{verdict:?} while all agree");
        }
        assert!(turn(Verdict::Supported).is_empty());
        // What agrees is of its time, and what stands beside it came later.
        let overtaken = after("council-in-tianjin", |claim| {
            claim.verdict = Verdict::Outdated;
            claim.evidence.truncate(2);
            for (evidence, (key, stance)) in claim
                .evidence
                .iter_mut()
                .zip([("mehrnews-234254", Stance::Supports), ("tass-1989049", Stance::Context)])
            {
                evidence.source = key.to_owned().try_into().expect("a key");
                evidence.stance = stance;
            }
        });
        assert!(!overtaken.contains(&"verdict-against-evidence"), "{overtaken:?}");
        let split = after("energy-explains-growth", |claim| claim.verdict = Verdict::Disputed);
        assert!(!split.contains(&"verdict-against-evidence"), "where sources differ the editors decide");
    }

    #[test]
    fn a_verdict_rests_on_somebody_else() {
        const SUPPORTS: Stance = Stance::Supports;
        const CONTRADICTS: Stance = Stance::Contradicts;
        let only = |keys: &'static [(&'static str, Stance)]| {
            after("council-in-tianjin", |claim| {
                claim.evidence.truncate(keys.len());
                for (evidence, (key, stance)) in claim.evidence.iter_mut().zip(keys) {
                    evidence.source = (*key).to_owned().try_into().expect("a key");
                    evidence.stance = *stance;
                }
            })
        };
        assert_eq!(only(&[("article", SUPPORTS)]), ["evidence-alone"], "the document itself");
        assert_eq!(only(&[("russiaspivottoasia-oil-lng", SUPPORTS)]), ["evidence-alone"], "its publisher elsewhere");
        assert_eq!(only(&[("general-knowledge", SUPPORTS)]), ["evidence-alone"]);
        assert_eq!(only(&[("tass-1989049", SUPPORTS), ("tass-1989049", CONTRADICTS)]), ["evidence-both-sides"]);
        assert!(only(&[("tass-1989049", SUPPORTS), ("mehrnews-234254", CONTRADICTS)]).is_empty());
        let twice = only(&[("tass-1989049", SUPPORTS), ("tass-1989049", SUPPORTS), ("mehrnews-234254", SUPPORTS)]);
        assert_eq!(twice, ["evidence-twice"]);
    }

    #[test]
    fn two_texts_of_one_agency_are_no_two_witnesses() {
        let only = |keys: [&'static str; 2]| {
            move |claim: &mut Claim| {
                claim.evidence.truncate(2);
                for (evidence, key) in claim.evidence.iter_mut().zip(keys) {
                    evidence.source = key.to_owned().try_into().expect("a key");
                    evidence.stance = Stance::Supports;
                }
            }
        };
        let found = |keys| after("council-in-tianjin", only(keys));
        assert_eq!(found(["tass-1989049", "tass-1989853"]), ["apparent-independence"], "one publisher");
        assert_eq!(found(["tass-1989049", "lenta-20250807"]), ["apparent-independence"], "one prints the other");
        assert_eq!(found(["urdupoint-1140433", "vinachem-20231208"]), ["apparent-independence"], "both print a third");
        assert!(found(["tass-1989049", "mehrnews-234254"]).is_empty());
        assert!(found(["pubt-96c098cf", "sectsco-670183"]).is_empty(), "it speaks of its own acts");
    }

    #[test]
    fn a_source_is_read_after_its_publication_and_before_the_last_check() {
        let date = |text: &str| Some(text.parse().expect(text));
        assert_eq!(
            after_source(|source| source.read = date("2026-11-27")),
            [("evidence-after-checked", Outcome::Warn)]
        );
        assert_eq!(
            after_source(|source| source.published = date("2027")),
            [("evidence-after-checked", Outcome::Warn), ("read-before-published", Outcome::Fail)]
        );
        assert!(after_source(|source| source.read = date("2026")).is_empty(), "some day of that year may be before");
        assert!(after_source(|source| source.published = None).is_empty());
    }
}
