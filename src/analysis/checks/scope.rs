//! What the printed list is said to give, against what it gives; and stated numbers, against the sentences that they are
//! said to stand in.

use std::collections::{BTreeMap, BTreeSet};

use super::material::RosterMaterial;
use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, listed};
use crate::analysis::fold::{fold, stem};
use crate::briefing::{Locator, PrintedEntry, StatedCount, Status, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "printed-scope",
        needs: Needs::Document,
        holds: label!(checks::printed_scope),
        run: |material| material.rosters.iter().filter_map(|of| beyond(material, of)).collect(),
    },
    Check {
        key: "count-in-sentence",
        needs: Needs::Document,
        holds: label!(checks::count_in_sentence),
        run: |material| material.rosters.iter().flat_map(|of| counts(material, of)).collect(),
    },
];

/// The entries of a list that it is said not to give.
fn beyond(material: &Material<'_>, of: &RosterMaterial<'_>) -> Option<Finding> {
    let (briefing, roster) = (material.briefing, of.members.roster);
    let scope = roster.printed_gives.as_ref()?;
    // An empty list of statuses: it gives examples only.
    let examples = scope.statuses.as_ref().is_some_and(Vec::is_empty);
    let outside = |entry: &&PrintedEntry| {
        let in_states = briefing.state(&entry.state).is_none_or(|state| of.given.has_state(state));
        !in_states || !examples && !of.given.has_status(&entry.status)
    };
    let outside: Vec<&PrintedEntry> = roster.printed.iter().filter(outside).collect();
    if outside.is_empty() {
        return None;
    }
    let names: Value = listed(outside.iter().map(|entry| entry.printed.clone()));
    let detail = message!(findings::printed_scope_more, count = outside.len(), names = names);
    let citations = citing(briefing, outside.iter().map(|entry| entry.at).collect::<BTreeSet<Locator>>());
    let title = label!(findings::printed_scope);
    Some(Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations).apart(&roster.organisation.id))
}

/// Stated numbers whose sentence has neither the number nor the status, nor prints a state that has it.
fn counts(material: &Material<'_>, of: &RosterMaterial<'_>) -> Vec<Finding> {
    let roster = of.members.roster;
    if roster.counts.is_empty() {
        return Vec::new();
    }
    let mut texts: BTreeMap<Locator, Vec<&Text<'_>>> = BTreeMap::new();
    for text in &material.texts().all {
        if let Subject::Sentence(at) = text.subject {
            texts.entry(at).or_default().push(text);
        }
    }
    let prints: BTreeSet<_> = roster.printed.iter().map(|entry| (entry.at, &entry.status)).collect();
    let astray = |stated: &&StatedCount| {
        let Some(status) = of.statuses.get(&stated.status) else { return false };
        let Some(texts) = texts.get(&stated.at) else { return false };
        let readable = texts.iter().all(|text| material.texts().is_usual(text));
        readable
            && !prints.contains(&(stated.at, &stated.status))
            && !texts.iter().any(|text| has_number(text, stated.number) || names_status(text, status))
    };
    let finding = |stated: &StatedCount| {
        let statuses = of.statuses.get(&stated.status).map(|status| status.counted(stated.number as usize).to_owned());
        let detail = message!(
            findings::count_in_sentence_not,
            number = stated.number,
            statuses = statuses.unwrap_or_default(),
            at = stated.at
        );
        let (title, citations) = (label!(findings::count_in_sentence), citing(material.briefing, [stated.at]));
        Finding::new(Outcome::Warn, Subject::Sentence(stated.at), title, detail, citations).apart(&stated.status)
    };
    roster.counts.iter().filter(astray).map(finding).collect()
}

/// Whether a text has a number, in figures or in words.
fn has_number(text: &Text<'_>, number: u32) -> bool {
    text.reading.quantities().any(|quantity| quantity.count() == Some(number))
}

/// Whether a text has what a status, or those who have it, are called, but for the ending.
fn names_status(text: &Text<'_>, status: &Status) -> bool {
    let folded = fold(text.text);
    [&status.name, &status.plural].into_iter().any(|name| {
        let name = fold(name);
        // The last word carries what it is: `dialogue partner`, `full member`.
        let word = name.split_whitespace().next_back().unwrap_or_default();
        !word.is_empty() && folded.contains(stem(word))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Key, PrintedScope, Roster, StatedCount};

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect(text)
    }

    fn after(change: impl FnOnce(&mut Roster)) -> Vec<String> {
        found_after(CHECKS, |briefing| change(&mut briefing.rosters[0]))
    }

    fn gives(statuses: Option<&[&str]>, regions: &[&str], states: &[&str]) -> Vec<String> {
        let keys = |all: &[&str]| all.iter().map(|one| key(one)).collect::<Vec<_>>();
        after(|roster| {
            let regions = regions.iter().map(|region| (*region).to_owned()).collect();
            let (statuses, states) = (statuses.map(keys), keys(states));
            roster.printed_gives = Some(PrintedScope { statuses, regions, states });
        })
    }

    #[test]
    fn a_list_gives_what_it_is_said_to_give() {
        assert_eq!(after(|_| ()), [""; 0]);
        let narrow = ["Warn printed-scope"];
        assert_eq!(gives(None, &["Central Asia"], &[]), narrow);
        assert_eq!(gives(None, &[], &["russia", "china"]), narrow);
        assert_eq!(gives(Some(&["member"]), &[], &[]), narrow);
        assert_eq!(gives(Some(&["member", "observer", "dialogue-partner"]), &[], &[]), [""; 0]);
        assert_eq!(gives(Some(&[]), &[], &[]), [""; 0], "examples");
        assert_eq!(gives(None, &[], &[]), [""; 0]);
    }

    #[test]
    fn a_number_stands_in_a_sentence_that_speaks_of_it() {
        let count = |status: &str, number: u32, at: &str| {
            after(|roster| roster.counts = vec![StatedCount { status: key(status), number, at: at.parse().expect(at) }])
        };
        for (status, number, at) in [("member", 10, "6.1"), ("observer", 2, "1.2"), ("dialogue-partner", 14, "8.1")] {
            assert_eq!(count(status, number, at), ["Warn count-in-sentence"], "{at}");
        }
        for (status, number, at) in [("member", 10, "4.3"), ("observer", 2, "4.4"), ("dialogue-partner", 14, "4.4")] {
            assert_eq!(count(status, number, at), [""; 0], "{at}");
        }
    }
}
