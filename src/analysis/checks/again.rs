//! What was entered twice, word for word: an open question, a difference between accounts, a milestone.

use std::collections::HashMap;

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::known_by;
use crate::briefing::Citation;
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "entered-twice", needs: Needs::Nothing, holds: label!(checks::entered_twice), run: twice }];

/// An entry of a list: what it says, and what it rests on.
type Entry<'a> = (&'a str, &'a [Citation]);

fn twice(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let meeting = || briefing.meeting.iter();
    let unknowns = meeting().flat_map(|meeting| &meeting.unknowns).map(|one| (one.text.as_str(), &one.citations[..]));
    let differences = meeting().flat_map(|meeting| &meeting.readouts.differences);
    let mut found = in_list("unknown", unknowns);
    found.extend(in_list("difference", differences.map(|one| (one.about.as_str(), &[] as &[Citation]))));
    for trade in &briefing.trades {
        // What happens every year has a day that tells it apart.
        let milestones = trade.milestones.iter().map(|one| (one.label.as_str(), &one.citations[..]));
        found.extend(in_list("milestone", milestones));
    }
    found
}

/// What stands more than once in a list, each once.
fn in_list<'a>(list: &str, entries: impl Iterator<Item = Entry<'a>>) -> Vec<Finding> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (number, (text, citations)) in entries.enumerate() {
        let known = known_by(text);
        if known.is_empty() {
            continue;
        }
        if let Some(first) = seen.get(&known) {
            let detail = message!(findings::entered_twice_text, text = text.to_owned(), a = first + 1, b = number + 1);
            let title = label!(findings::entered_twice);
            let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations.to_vec());
            found.push(finding.apart(&list).apart(&(number + 1)).likely_caused_by(&list));
        } else {
            seen.insert(known, number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Meeting;

    fn after(change: impl FnOnce(&mut Meeting)) -> Vec<String> {
        found_after(CHECKS, |briefing| change(briefing.meeting.as_mut().expect("a meeting")))
    }

    #[test]
    fn nothing_is_entered_twice() {
        assert_eq!(after(|_| ()), [""; 0]);
        let unknown = after(|meeting| {
            let mut again = meeting.unknowns[1].clone();
            again.text = again.text.to_uppercase();
            meeting.unknowns.push(again);
        });
        assert_eq!(unknown, ["Warn entered-twice"]);
        let difference = after(|meeting| {
            let again = meeting.readouts.differences[0].clone();
            meeting.readouts.differences.push(again);
        });
        assert_eq!(difference, ["Warn entered-twice"]);
        let milestone = found_after(CHECKS, |briefing| {
            let again = briefing.trades[0].milestones[0].clone();
            briefing.trades[0].milestones.push(again);
        });
        assert_eq!(milestone, ["Warn entered-twice"]);
        let alike = after(|meeting| {
            let mut other = meeting.unknowns[1].clone();
            other.text.push_str(" in 2024");
            meeting.unknowns.push(other);
        });
        assert_eq!(alike, [""; 0]);
    }
}
