//! How many findings of one kind are listed: as many as anyone reads before mending what they have in common.

use std::collections::HashMap;

use super::{Finding, Outcome, Subject, check};
use crate::{label, message};

/// So many findings of one check with one outcome, acknowledged or open, are listed. How many more there are is one
/// further finding.
pub const MAX_OF_A_KIND: usize = 100;

type Kind = (&'static str, Outcome, bool);

const fn kind(finding: &Finding) -> Kind {
    (finding.check, finding.outcome, finding.acknowledged.is_some())
}

/// Keeps the first of each kind, in their order, and says after the last of them how many more there are.
pub(super) fn bounded(findings: Vec<Finding>) -> Vec<Finding> {
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    for finding in &findings {
        *counts.entry(kind(finding)).or_default() += 1;
    }
    let mut seen: HashMap<Kind, usize> = HashMap::new();
    let mut kept = Vec::new();
    for finding in findings {
        let number = seen.entry(kind(&finding)).or_default();
        *number += 1;
        if *number > MAX_OF_A_KIND {
            continue;
        }
        let more = counts.get(&kind(&finding)).map_or(0, |count| count - MAX_OF_A_KIND.min(*count));
        let last = (*number == MAX_OF_A_KIND && more > 0).then(|| rest(&finding, more));
        kept.push(finding);
        kept.extend(last);
    }
    kept
}

/// The finding that stands for those that are not listed, which are of the kind of the last one that is.
fn rest(last: &Finding, more: usize) -> Finding {
    let holds = check(last.check).map(|check| check.holds.clone());
    let detail = match holds {
        Some(holds) => message!(findings::more_of_a_kind, count = more, holds = holds),
        None => label!(findings::more),
    };
    let open = if last.acknowledged.is_some() { "acknowledged" } else { "open" };
    let finding = Finding::new(last.outcome, Subject::Briefing, label!(findings::more), detail, Vec::new());
    let finding = finding.apart(&last.outcome.key()).apart(&open).of(last.check);
    Finding { acknowledged: last.acknowledged.clone(), ..finding }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MAX_OF_A_KIND, bounded};
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, Outcome, run};
    use crate::briefing::Briefing;

    /// As many findings of the bundled briefing's first failing check as are asked for.
    fn failing(count: usize) -> Vec<Finding> {
        let findings = run(&Briefing::bundled().expect("the bundled briefing loads"));
        let one = findings.into_iter().find(|finding| finding.outcome == Outcome::Fail).expect("one fails");
        (0..count).map(|number| one.clone().apart(&number)).collect()
    }

    #[test]
    fn a_hundred_of_a_kind_are_listed_and_the_rest_counted() {
        assert_eq!(bounded(failing(MAX_OF_A_KIND)), failing(MAX_OF_A_KIND), "no more than are listed");
        let found = bounded(failing(MAX_OF_A_KIND + 1234));
        assert_eq!(found.len(), MAX_OF_A_KIND + 1);
        let rest = found.last().expect("the rest");
        assert!(said(&rest.detail).starts_with("1234\u{a0}more"), "{}", said(&rest.detail));
        assert!(rest.is_open() && rest.outcome == Outcome::Fail, "it fails as they do");
        let ids: BTreeSet<_> = found.iter().map(|finding| &finding.id).collect();
        assert_eq!(ids.len(), found.len());
    }

    #[test]
    fn what_is_acknowledged_is_a_kind_of_its_own() {
        let mut findings = failing(MAX_OF_A_KIND + 1);
        findings[0].acknowledged = Some("known".to_owned());
        assert_eq!(bounded(findings).len(), MAX_OF_A_KIND + 1, "a hundred are open");
        let mut all = failing(MAX_OF_A_KIND + 7);
        for finding in &mut all {
            finding.acknowledged = Some("known".to_owned());
        }
        assert!(bounded(all).iter().all(|finding| !finding.is_open()));
    }
}
