//! How many findings of one kind are listed: as many as anyone reads before mending what they have in common.

use std::collections::HashMap;

use super::{Finding, Outcome, Subject, check};
use crate::briefing::{Message, Value};
use crate::{label, message};

/// So many findings of one check with one outcome, acknowledged or open, are listed. How many more there are is one
/// further finding.
pub const MAX_OF_A_KIND: usize = 100;

type Kind = (&'static str, Outcome, bool);

const fn kind(finding: &Finding) -> Kind {
    (finding.check, finding.outcome, finding.acknowledged.is_some())
}

/// So many items are named in one message, and so many places cited by one finding; of more it is said how many.
pub(super) const MAX_NAMED: usize = 100;
/// So many characters of a text are quoted in a finding.
const MAX_QUOTED: usize = 500;

/// What has been found of each kind, of which the first are kept.
#[derive(Default)]
pub(super) struct Bound {
    counts: HashMap<Kind, usize>,
}

impl Bound {
    /// Keeps of what one check found, in its order, the first of each kind, so that what follows holds no more.
    pub fn kept(&mut self, findings: Vec<Finding>) -> impl Iterator<Item = Finding> {
        findings.into_iter().filter(|finding| {
            let count = self.counts.entry(kind(finding)).or_default();
            *count += 1;
            *count <= MAX_OF_A_KIND
        })
    }

    /// Says after the last that was kept of each kind how many more there are.
    pub fn counted(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut seen: HashMap<Kind, usize> = HashMap::new();
        let mut all = Vec::with_capacity(findings.len());
        for finding in findings {
            let number = seen.entry(kind(&finding)).or_default();
            *number += 1;
            let more = self.counts.get(&kind(&finding)).map_or(0, |count| count.saturating_sub(MAX_OF_A_KIND));
            let last = (*number == MAX_OF_A_KIND && more > 0).then(|| rest(&finding, more));
            all.push(finding);
            all.extend(last);
        }
        all
    }
}

/// Several, one after the other: the first, and how many more there are.
pub(super) fn listed<T: Into<Value>>(values: impl IntoIterator<Item = T>) -> Value {
    let mut values = values.into_iter();
    let mut named: Vec<Value> = values.by_ref().take(MAX_NAMED).map(Into::into).collect();
    let more = values.count();
    if more > 0 {
        named.push(message!(findings::more_named, count = more).into());
    }
    Value::List(named)
}

/// A text as a finding quotes it: whole, or its beginning where it is longer than anybody reads.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Sentences one after the other as one: the first, and how many more there are. None of none.
pub(super) fn in_turn(messages: impl IntoIterator<Item = Message>) -> Option<Message> {
    let then = |a: Message, b: Message| message!(findings::then, a = a, b = b);
    let mut messages = messages.into_iter();
    let said = messages.by_ref().take(MAX_NAMED).reduce(then)?;
    let more = messages.count();
    Some(if more > 0 { then(said, message!(findings::more_named, count = more)) } else { said })
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

    use super::{Bound, MAX_NAMED, MAX_OF_A_KIND, in_turn, listed};
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, Outcome, run};
    use crate::briefing::{Briefing, Value};
    use crate::message;

    /// As many findings of the bundled briefing's first failing check as are asked for.
    fn failing(count: usize) -> Vec<Finding> {
        let findings = run(&Briefing::bundled().expect("the bundled briefing loads"));
        let one = findings.into_iter().find(|finding| finding.outcome == Outcome::Fail).expect("one fails");
        (0..count).map(|number| one.clone().apart(&number)).collect()
    }

    fn bounded(findings: Vec<Finding>) -> Vec<Finding> {
        let mut bound = Bound::default();
        let kept = bound.kept(findings).collect();
        bound.counted(kept)
    }

    #[test]
    fn a_hundred_are_named_and_the_rest_counted() {
        let named = |count: usize| {
            let Value::List(values) = listed((0..count).map(|number| number.to_string())) else { return 0 };
            values.len()
        };
        assert_eq!([named(0), named(MAX_NAMED), named(MAX_NAMED + 5)], [0, MAX_NAMED, MAX_NAMED + 1]);
        assert_eq!(in_turn([]), None);
        // However many there are, what is said is no deeper than those that are named.
        let of = |count: usize| {
            in_turn((0..count).map(|number| message!(findings::then, a = number.to_string(), b = "x")))
                .map(|m| said(&m))
        };
        let many = of(200_000).expect("something");
        assert!(many.ends_with("199\u{a0}900\u{a0}more") && many.starts_with("0; x; 1; x; 2"), "{many}");
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
