//! One cause is one finding: what one mistake makes a check find many times over is said once, with all that it touches.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Cause;
use super::{Finding, MAX_NAMED, Material, Outcome, Subject, in_turn, listed};
use crate::briefing::{Citation, Value};
use crate::{label, message};

/// Of so many findings each says what is wrong with it; of more the first says it for all.
const IN_FULL: usize = 3;

/// The findings of one check, in their order, those of one cause as one. What is acknowledged by itself stays by itself.
pub(super) fn gathered(material: &Material<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    if findings.iter().all(|finding| finding.cause.is_none()) {
        return findings;
    }
    let mut by_cause: BTreeMap<(Cause, Outcome), usize> = BTreeMap::new();
    for finding in &findings {
        if let Some(of) = common(finding) {
            *by_cause.entry(of).or_default() += 1;
        }
    }
    by_cause.retain(|(cause, _), count| *count >= cause.from);
    let mut alike: BTreeMap<(Cause, Outcome), Vec<Finding>> = BTreeMap::new();
    let mut alone = Vec::new();
    for finding in findings {
        match common(&finding).filter(|of| by_cause.contains_key(of)) {
            Some(of) => alike.entry(of).or_default().push(finding),
            None => alone.push(finding),
        }
    }
    alone.extend(alike.into_iter().filter_map(|((cause, _), all)| one(material, &cause, &all)));
    alone
}

/// What a finding may have in common with others.
fn common(finding: &Finding) -> Option<(Cause, Outcome)> {
    let cause = finding.cause.clone().filter(|_| finding.acknowledged.is_none())?;
    Some((cause, finding.outcome))
}

/// The finding that stands for several.
fn one(material: &Material<'_>, cause: &Cause, all: &[Finding]) -> Option<Finding> {
    let count = all.len();
    let mut there: BTreeSet<&Subject> = BTreeSet::new();
    let touched: Vec<&Subject> =
        all.iter().map(|finding| &finding.subject).filter(|subject| there.insert(subject)).collect();
    let mut citations: Vec<Citation> = Vec::new();
    let mut there: BTreeSet<&Citation> = BTreeSet::new();
    for citation in all.iter().flat_map(|finding| &finding.citations) {
        if citations.len() < MAX_NAMED && there.insert(citation) {
            citations.push(citation.clone());
        }
    }
    let first = all.first()?;
    let detail = if count <= IN_FULL {
        in_turn(all.iter().map(|finding| finding.detail.clone()))?
    } else if touched.len() < 2 {
        message!(findings::one_cause, count = count, first = first.detail.clone())
    } else {
        // Of very many only those are looked up that are named.
        let name = |(number, subject): (usize, &&Subject)| match number {
            0..MAX_NAMED => called(material, subject),
            _ => subject.key().into_owned().into(),
        };
        let names = listed(touched.iter().enumerate().map(name));
        message!(findings::one_cause_of, count = count, first = first.detail.clone(), names = names)
    };
    let same_title = all.iter().all(|finding| finding.title == first.title);
    let title = if same_title { first.title.clone() } else { label!(findings::one_cause_title) };
    // What several have in common is opened where it stands, where that is one thing.
    let subject = match touched[..] {
        [only] => only.clone(),
        _ => Subject::Briefing,
    };
    let finding = Finding::new(first.outcome, subject, title, detail, citations);
    let finding = if cause.key.is_empty() { finding } else { finding.apart(&cause.key) };
    Some(finding.of(first.check))
}

/// What something is called in a list.
fn called(material: &Material<'_>, subject: &Subject) -> Value {
    let briefing = material.briefing;
    match subject {
        Subject::Briefing => briefing.manifest.name.clone().into(),
        Subject::Sentence(at) => (*at).into(),
        Subject::Claim(key) => {
            briefing.claim(key).map_or_else(|| key.to_string(), |claim| claim.statement.clone()).into()
        }
        Subject::State(key) => material.state_name(key).to_owned().into(),
        Subject::Period(_, period) => (*period).into(),
        Subject::Milestone(on) => (*on).into(),
        Subject::Event(key) => {
            let event = briefing.chronology().iter().find(|event| event.id == *key);
            event.map_or_else(|| key.to_string(), |event| event.label.clone()).into()
        }
        Subject::Named(key) => material.name(key).to_owned().into(),
        Subject::Source(key) => key.into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, Outcome, run};
    use crate::briefing::{Acknowledgement, Briefing};

    fn found(check: &str, change: impl FnOnce(&mut Briefing)) -> Vec<Finding> {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        change(&mut briefing);
        run(&briefing).into_iter().filter(|finding| finding.check == check).collect()
    }

    fn few_claims(briefing: &mut Briefing) {
        briefing.claims.key_points.clear();
        briefing.claims.claims.truncate(1);
    }

    fn acknowledge(briefing: &mut Briefing, about: &str) {
        let (check, reason) = ("sentence-without-claim".to_owned(), "Left out".to_owned());
        briefing.manifest.acknowledged.push(Acknowledgement { check, about: Some(about.to_owned()), reason });
    }

    #[test]
    fn sentences_without_a_claim_are_one_finding() {
        let all = found("sentence-without-claim", few_claims);
        assert_eq!(all.len(), 1, "{all:?}");
        let one = &all[0];
        assert!(said(&one.detail).starts_with("17 alike: ¶1·2, ¶1·3"), "{}", said(&one.detail));
        assert_eq!((one.id.as_str(), one.citations.len()), ("sentence-without-claim:briefing", 17));
        assert_eq!(found("sentence-without-claim", |_| ()), []);
    }

    #[test]
    fn what_is_acknowledged_by_itself_stays_by_itself() {
        let all = found("sentence-without-claim", |briefing| {
            few_claims(briefing);
            acknowledge(briefing, "1.2");
        });
        let open: Vec<bool> = all.iter().map(Finding::is_open).collect();
        assert_eq!(open.iter().filter(|open| **open).count(), 1, "{all:?}");
        assert_eq!(all.len(), 2);
        let whole = found("sentence-without-claim", |briefing| {
            few_claims(briefing);
            acknowledge(briefing, "briefing");
        });
        assert!(matches!(&whole[..], [one] if !one.is_open()), "{whole:?}");
    }

    #[test]
    fn causes_of_one_check_are_acknowledged_apart() {
        let two = |about: Option<&str>| {
            found("uncited", |briefing| {
                let meeting = briefing.meeting.as_mut().expect("a meeting");
                meeting.people.iter_mut().for_each(|person| person.citations.clear());
                meeting.topics.iter_mut().for_each(|topic| topic.citations.clear());
                let (check, reason) = ("uncited".to_owned(), "Known".to_owned());
                let about = about.map(str::to_owned);
                briefing.manifest.acknowledged.extend(about.map(|about| Acknowledgement {
                    check,
                    about: Some(about),
                    reason,
                }));
            })
        };
        assert_eq!(
            two(None).iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
            ["uncited:briefing:person", "uncited:briefing:topic"]
        );
        let open = |about| two(Some(about)).iter().filter(|finding| finding.is_open()).count();
        assert_eq!([open("briefing:topic"), open("briefing")], [1, 0]);
        assert!(two(None).iter().all(|finding| finding.outcome == Outcome::Fail));
    }
}
