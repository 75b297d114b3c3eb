//! Is the printed list what the roster says it should be?

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Outcome, citing, with_sources};
use crate::analysis::format::{count, date};
use crate::analysis::roster::on_date;
use crate::briefing::{Briefing, Citation, Date, Key, PrintedEntry, Spell, State, Status};

/// The findings about the printed list. A status under which the document lists nobody is left alone.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let roster = &briefing.roster;
    let list = |status| List { status, entries: roster.printed.iter().filter(|e| e.status == status.id).collect() };
    let lists: Vec<List<'_>> = roster.statuses.iter().map(list).filter(|list| !list.entries.is_empty()).collect();
    let mut findings = Vec::new();
    for list in &lists {
        findings.extend(duplicates(briefing, list));
        findings.extend(distinct(briefing, list));
        findings.extend(against_roster(briefing, list));
    }
    findings.extend(merged(briefing, &lists));
    findings
}

/// What is printed under a status.
struct List<'a> {
    status: &'a Status,
    entries: Vec<&'a PrintedEntry>,
}

impl<'a> List<'a> {
    fn states(&self) -> BTreeSet<&'a Key> {
        self.entries.iter().map(|entry| &entry.state).collect()
    }

    fn citations(&self, briefing: &Briefing) -> Vec<Citation> {
        citing(briefing, self.entries.iter().map(|entry| entry.at))
    }
}

/// The states that are printed more than once.
fn duplicates(briefing: &Briefing, list: &List<'_>) -> Vec<Finding> {
    let mut entries: BTreeMap<&Key, Vec<&PrintedEntry>> = BTreeMap::new();
    for entry in &list.entries {
        entries.entry(&entry.state).or_default().push(entry);
    }
    let repeated = |entries: Vec<&PrintedEntry>| {
        let first = entries.first().filter(|_| entries.len() > 1)?;
        let times = if entries.len() == 2 { "twice".to_owned() } else { format!("{} times", entries.len()) };
        Some(Finding {
            check: "duplicate-entry",
            outcome: Outcome::Fail,
            title: format!("Named {times}"),
            detail: format!("{} stands {times} among the {}", first.printed, list.status.plural),
            citations: citing(briefing, entries.iter().map(|entry| entry.at)),
        })
    };
    entries.into_values().filter_map(repeated).collect()
}

/// How many states the entries are, where that is another number.
fn distinct(briefing: &Briefing, list: &List<'_>) -> Option<Finding> {
    let (states, entries) = (list.states().len(), list.entries.len());
    (states != entries).then(|| Finding {
        check: "distinct-states",
        outcome: Outcome::Fail,
        title: "Fewer states than entries".to_owned(),
        detail: format!(
            "{} in {} of {}",
            count(states, "state", "states"),
            count(entries, "entry", "entries"),
            list.status.plural
        ),
        citations: list.citations(briefing),
    })
}

/// What the list leaves out and what it adds, on the document's date; or that it does neither.
fn against_roster(briefing: &Briefing, list: &List<'_>) -> Vec<Finding> {
    let roster = &briefing.roster;
    let as_of = briefing.manifest.as_of;
    if as_of.first_day() > roster.known_until.last_day() {
        return Vec::new();
    }
    let rows = on_date(roster, as_of.first_day());
    let due: Vec<(&State, Option<&Spell>)> = rows
        .iter()
        .filter(|row| row.status_in(roster).id == list.status.id)
        .map(|row| (row.state_in(roster), row.spell_in(roster)))
        .collect();
    let printed = list.states();
    let missing: Vec<_> = due.iter().filter(|(state, _)| !printed.contains(&state.id)).collect();
    let due_keys: BTreeSet<&Key> = due.iter().map(|(state, _)| &state.id).collect();
    // A state that is printed twice is still one state too many.
    let extra: BTreeMap<&Key, &str> = list
        .entries
        .iter()
        .filter(|entry| !due_keys.contains(&entry.state))
        .map(|entry| (&entry.state, entry.printed.as_str()))
        .collect();
    let finding = |outcome, title: &str, detail, citations| Finding {
        check: "printed-against-roster",
        outcome,
        title: title.to_owned(),
        detail,
        citations,
    };
    let group = format!("{} on {}", list.status.plural, date(as_of));
    let complete = format!("{} of {} {group}", due.len() - missing.len(), due.len());
    let mut findings = Vec::new();
    if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|(state, _)| briefing.name(&state.names)).collect();
        let sources = missing.iter().filter_map(|(_, spell)| *spell).flat_map(|spell| &spell.citations);
        let detail = format!("{complete}; missing: {}", names.join(", "));
        let citations = with_sources(list.citations(briefing), sources);
        findings.push(finding(Outcome::Fail, "Missing from the list", detail, citations));
    }
    if !extra.is_empty() {
        let names: Vec<&str> = extra.values().copied().collect();
        let places = list.entries.iter().filter(|entry| extra.contains_key(&entry.state)).map(|entry| entry.at);
        let detail = format!("not among the {} {group}: {}", due.len(), names.join(", "));
        findings.push(finding(Outcome::Fail, "Not on the roster", detail, citing(briefing, places)));
    }
    if findings.is_empty() {
        findings.push(finding(Outcome::Pass, "Complete list", complete, list.citations(briefing)));
    }
    findings
}

/// The printed statuses that the document's readers will look for in vain, those of one merger together.
fn merged(briefing: &Briefing, lists: &[List<'_>]) -> Vec<Finding> {
    let roster = &briefing.roster;
    let merger = |list: &List<'_>| list.status.merged.clone().map(|merger| (merger.on, merger.into));
    // One that was over when the document was written did not end since.
    let since = |on: Date| {
        briefing.manifest.as_of.first_day() < on.first_day() && on.first_day() <= roster.known_until.last_day()
    };
    let mergers: BTreeSet<_> = lists.iter().filter_map(merger).filter(|(on, _)| since(*on)).collect();
    let finding = |merged: (Date, Key)| {
        let ended: Vec<&List<'_>> = lists.iter().filter(|list| merger(list).as_ref() == Some(&merged)).collect();
        let (on, into) = merged;
        let plurals: Vec<&str> = ended.iter().map(|list| list.status.plural.as_str()).collect();
        let new = roster.statuses.iter().find(|status| status.id == into)?;
        let places = ended.iter().flat_map(|list| &list.entries).map(|entry| entry.at);
        let sources = ended.iter().filter_map(|list| list.status.merged.as_ref()).flat_map(|merger| &merger.citations);
        Some(Finding {
            check: "status-merged",
            outcome: Outcome::Info,
            title: "Status since merged".to_owned(),
            detail: format!("{} became {} on {}", plurals.join(" and "), new.plural, date(on)),
            citations: with_sources(citing(briefing, places), sources),
        })
    };
    mergers.into_iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::findings;
    use crate::briefing::{Briefing, Key, PrintedEntry};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect(text)
    }

    fn entry(state: &str, status: &str, at: &str) -> PrintedEntry {
        let printed = state.to_owned();
        PrintedEntry { state: key(state), status: key(status), printed, at: at.parse().expect(at) }
    }

    /// The bundled briefing with its list put right: Nepal once, and Türkiye in place of the second.
    fn mended() -> Briefing {
        let mut briefing = bundled();
        let second = briefing.roster.printed.iter().rposition(|entry| entry.state.as_str() == "nepal");
        briefing.roster.printed[second.expect("Nepal is printed")] = entry("turkiye", "dialogue-partner", "4.4");
        briefing
    }

    /// Each finding as `outcome detail`, the one about mergers left out.
    fn found(briefing: &Briefing) -> Vec<String> {
        let without_mergers = findings(briefing).into_iter().filter(|finding| finding.check != "status-merged");
        without_mergers.map(|f| format!("{} {}", f.outcome.label(), f.detail).replace('\u{a0}', " ")).collect()
    }

    fn merged(briefing: &Briefing) -> Vec<String> {
        let mergers = findings(briefing).into_iter().filter(|finding| finding.check == "status-merged");
        mergers.map(|finding| finding.detail.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn a_list_put_right_passes() {
        assert_eq!(
            found(&mended()),
            [
                "Pass 10 of 10 members on 14 Jul 2025",
                "Pass 2 of 2 observers on 14 Jul 2025",
                "Pass 14 of 14 dialogue partners on 14 Jul 2025",
            ]
        );
    }

    #[test]
    fn a_state_left_out_is_missing_with_its_source() {
        let mut briefing = mended();
        briefing.roster.printed.retain(|entry| entry.state.as_str() != "belarus");
        assert_eq!(found(&briefing)[0], "Fail 9 of 10 members on 14 Jul 2025; missing: Belarus");
        let citations = &findings(&briefing)[0].citations;
        assert!(briefing.is_document(&citations[0]) && citations.iter().any(|c| !briefing.is_document(c)));
    }

    #[test]
    fn a_state_added_is_not_on_the_roster() {
        let mut briefing = mended();
        briefing.roster.printed.push(entry("laos", "observer", "4.4"));
        assert_eq!(
            found(&briefing)[1..],
            ["Fail not among the 2 observers on 14 Jul 2025: laos", "Pass 14 of 14 dialogue partners on 14 Jul 2025",]
        );
    }

    #[test]
    fn a_state_under_the_wrong_status_is_found_in_both() {
        let mut briefing = mended();
        let mongolia = briefing.roster.printed.iter_mut().find(|entry| entry.state.as_str() == "mongolia");
        mongolia.expect("Mongolia is printed").status = key("member");
        assert_eq!(
            found(&briefing)[..2],
            [
                "Fail not among the 10 members on 14 Jul 2025: Mongolia",
                "Fail 1 of 2 observers on 14 Jul 2025; missing: Mongolia",
            ]
        );
    }

    #[test]
    fn a_state_named_three_times_is_counted() {
        let mut briefing = mended();
        briefing.roster.printed.extend([entry("india", "member", "4.3"), entry("india", "member", "4.4")]);
        assert_eq!(
            found(&briefing)[..3],
            [
                "Fail India stands 3 times among the members",
                "Fail 10 states in 12 entries of members",
                "Pass 10 of 10 members on 14 Jul 2025",
            ]
        );
        let places: Vec<_> = findings(&briefing)[0].citations.iter().filter_map(|c| c.at).collect();
        assert_eq!(places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["4.3", "4.4"]);
    }

    #[test]
    fn a_status_the_document_does_not_list_is_left_alone() {
        let mut briefing = mended();
        briefing.roster.printed.retain(|entry| entry.status.as_str() == "member");
        assert_eq!(found(&briefing), ["Pass 10 of 10 members on 14 Jul 2025"]);
        assert!(merged(&briefing).is_empty());
    }

    #[test]
    fn a_roster_that_is_not_known_on_the_date_is_not_compared() {
        let mut briefing = bundled();
        briefing.roster.known_until = "2025-07-13".parse().expect("a date");
        assert!(findings(&briefing).iter().all(|finding| finding.check != "printed-against-roster"));
        assert_eq!(found(&briefing).len(), 2, "the list is still held against itself");
    }

    #[test]
    fn mergers_are_noted_where_they_came_after_and_are_known() {
        let became = "became SCO partners on 1 Sep 2025";
        assert_eq!(merged(&bundled()), [format!("observers and dialogue partners {became}")]);
        let dated = |as_of: &str, known_until: &str| {
            let mut briefing = bundled();
            briefing.manifest.as_of = as_of.parse().expect(as_of);
            briefing.roster.known_until = known_until.parse().expect(known_until);
            merged(&briefing)
        };
        assert!(dated("2025-07-14", "2025-08-31").is_empty(), "not known yet");
        assert!(dated("2025-09-01", "2025-09-01").is_empty(), "over already");
        let mut briefing = bundled();
        briefing.roster.statuses[1].merged = None;
        assert_eq!(merged(&briefing), [format!("dialogue partners {became}")]);
    }

    proptest! {
        #[test]
        fn any_state_dropped_or_doubled_is_found(index in 0_usize..26, double: bool) {
            let mut briefing = mended();
            let harmed = briefing.roster.printed[index].clone();
            let check = if double {
                briefing.roster.printed.push(harmed);
                "duplicate-entry"
            } else {
                briefing.roster.printed.remove(index);
                "printed-against-roster"
            };
            let failed = findings(&briefing).into_iter().filter(|f| f.outcome == super::Outcome::Fail);
            prop_assert!(failed.into_iter().any(|finding| finding.check == check));
        }
    }
}
