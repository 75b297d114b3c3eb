//! The printed list: held against itself, against the roster on its date, and against the numbers stated.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::material::RosterMaterial;
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, with_sources};
use crate::briefing::{Briefing, Citation, Key, PrintedEntry, State, StatedCount, Status};
use crate::{label, message};

/// A list is held to what it claims to give: without a claim, every state of each status under which it names one.
pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "duplicate-entry",
        needs: Needs::Document,
        holds: label!(checks::duplicate_entry),
        run: |material| each_list(material, |of, list| duplicates(&of.members, list)),
    },
    Check {
        key: "distinct-states",
        needs: Needs::Document,
        holds: label!(checks::distinct_states),
        run: |material| each_list(material, |of, list| distinct(&of.members, list).into_iter().collect()),
    },
    Check {
        key: "printed-against-roster",
        needs: Needs::Document,
        holds: label!(checks::printed_against_roster),
        run: |material| each_list(material, against_roster),
    },
    Check { key: "stated-count", needs: Needs::Document, holds: label!(checks::stated_count), run: stated_counts },
];

/// What is found of the entries under each status.
fn each_list(
    material: &Material<'_>,
    find: impl Fn(&RosterMaterial<'_>, &List<'_, '_>) -> Vec<Finding>,
) -> Vec<Finding> {
    let find = &find;
    let of = |of: &RosterMaterial<'_>| {
        let list = |status| List { status, entries: of.printed_under(&status.id) };
        let claimed = |list: &List<'_, '_>| !list.entries.is_empty() || of.given.has_status(&list.status.id);
        let lists = of.members.roster.statuses.iter().map(list).filter(claimed);
        lists.flat_map(|list| find(of, &list)).collect::<Vec<_>>()
    };
    material.rosters.iter().flat_map(of).collect()
}

/// What is printed under a status.
struct List<'m, 'a> {
    status: &'a Status,
    entries: &'m [&'a PrintedEntry],
}

impl<'a> List<'_, 'a> {
    fn states(&self) -> BTreeSet<&'a Key> {
        self.entries.iter().map(|entry| &entry.state).collect()
    }

    fn citations(&self, briefing: &Briefing) -> Vec<Citation> {
        citing(briefing, self.entries.iter().map(|entry| entry.at))
    }
}

/// The states printed more than once, each with its entries.
fn repeated<'a>(list: &List<'_, 'a>) -> Vec<Vec<&'a PrintedEntry>> {
    let mut entries: BTreeMap<&Key, Vec<&PrintedEntry>> = BTreeMap::new();
    for entry in list.entries {
        entries.entry(&entry.state).or_default().push(entry);
    }
    entries.into_values().filter(|entries| entries.len() > 1).collect()
}

fn duplicates(briefing: &Briefing, list: &List<'_, '_>) -> Vec<Finding> {
    let finding = |entries: Vec<&PrintedEntry>| {
        let first = entries.first()?;
        let (times, statuses) = (entries.len(), &list.status.plural);
        let title = message!(findings::named_times, times = times);
        let detail = message!(findings::named_times_among, name = &first.printed, times = times, statuses = statuses);
        let citations = citing(briefing, entries.iter().map(|entry| entry.at));
        let subject = Subject::State(first.state.clone());
        let finding = Finding::new(Outcome::Fail, subject, title, detail, citations);
        Some(finding.apart(&list.status.id))
    };
    repeated(list).into_iter().filter_map(finding).collect()
}

/// How many states the entries are, where that is another number.
fn distinct(briefing: &Briefing, list: &List<'_, '_>) -> Option<Finding> {
    let (states, entries) = (list.states().len(), list.entries.len());
    let first = repeated(list).first()?.first()?.state.clone();
    let statuses = &list.status.plural;
    let detail = message!(findings::distinct_states_counted, states = states, entries = entries, statuses = statuses);
    let citations = list.citations(briefing);
    let title = label!(findings::distinct_states);
    Some(Finding::new(Outcome::Fail, Subject::State(first), title, detail, citations).apart(&list.status.id))
}

/// What the list leaves out and what it adds, on the document's date; or that it does neither.
fn against_roster(of: &RosterMaterial<'_>, list: &List<'_, '_>) -> Vec<Finding> {
    let briefing = of.members.briefing;
    let Some(due) = of.due(&list.status.id) else { return Vec::new() };
    let holding = due.len();
    let printed = list.states();
    let gives = of.given.has_status(&list.status.id);
    // Of what the list does not claim to give, those that it names are all there is to hold.
    let claimed = |state: &State| gives && of.given.has_state(state) || printed.contains(&state.id);
    let due: Vec<_> = due.iter().filter(|(state, _)| claimed(state)).collect();
    let missing: Vec<_> = due.iter().filter(|(state, _)| !printed.contains(&state.id)).collect();
    let due_keys: BTreeSet<&Key> = due.iter().map(|(state, _)| &state.id).collect();
    // A state that is printed twice is still one state too many.
    let mut extra: BTreeMap<&Key, Vec<&PrintedEntry>> = BTreeMap::new();
    for entry in list.entries.iter().filter(|entry| !due_keys.contains(&entry.state)) {
        extra.entry(&entry.state).or_default().push(entry);
    }
    let (found, all) = (due.len() - missing.len(), due.len());
    let (statuses, date) = (list.status.counted(all).to_owned(), briefing.manifest.as_of);
    let complete = message!(findings::list_counted, printed = found, due = all, statuses = &statuses, date = date);
    let cited = list.citations(briefing);
    let mut findings = Vec::new();
    for (state, spell) in missing {
        let detail =
            message!(findings::list_missing_state, counted = &complete, state = briefing.name(&state.names).to_owned());
        let citations = with_sources(cited.clone(), &spell.citations);
        let subject = Subject::State(state.id.clone());
        let finding = Finding::new(Outcome::Fail, subject, label!(findings::list_missing), detail, citations);
        findings.push(finding.apart(&list.status.id));
    }
    for (state, entries) in extra {
        let places = entries.iter().map(|entry| entry.at);
        let detail = message!(
            findings::list_extra_state,
            state = entries.last().map_or_else(String::new, |entry| entry.printed.clone()),
            due = holding,
            statuses = list.status.counted(holding).to_owned(),
            date = date
        );
        let subject = Subject::State(state.clone());
        let citations = citing(briefing, places);
        let finding = Finding::new(Outcome::Fail, subject, label!(findings::list_extra), detail, citations);
        findings.push(finding.apart(&list.status.id));
    }
    if let (true, true, Some(entry)) = (findings.is_empty(), gives, list.entries.first()) {
        let subject = Subject::Sentence(entry.at);
        let finding = Finding::new(Outcome::Pass, subject, label!(findings::list_complete), complete, cited);
        findings.push(finding.apart(&list.status.id));
    }
    findings
}

/// Each number that the document states, against the states it prints and those of the roster.
fn stated_counts(material: &Material<'_>) -> Vec<Finding> {
    let of = |of: &RosterMaterial<'_>| {
        // How many states a status has, however many numbers are stated of it.
        let mut counted: HashMap<&Key, Counted> = HashMap::new();
        let count = |stated: &StatedCount| {
            let status = of.statuses.get(&stated.status)?;
            let counted = counted.entry(&status.id).or_insert_with(|| Counted::of(of, &status.id));
            Some(stated_count(of.members.briefing, stated, status, counted))
        };
        of.members.roster.counts.iter().filter_map(count).collect::<Vec<_>>()
    };
    material.rosters.iter().flat_map(of).collect()
}

/// How many states have a status.
struct Counted {
    /// In the printed list; a list of some of them says nothing of how many there are.
    printed: Option<usize>,
    /// In the roster on the document's date.
    due: Option<usize>,
}

impl Counted {
    fn of(of: &RosterMaterial<'_>, status: &Key) -> Self {
        let printed: BTreeSet<&Key> = of.printed_under(status).iter().map(|entry| &entry.state).collect();
        let printed = of.given.has_all_of(status).then_some(printed.len());
        Self { printed, due: of.due(status).map(<[_]>::len) }
    }
}

fn stated_count(briefing: &Briefing, stated: &StatedCount, status: &Status, counted: &Counted) -> Finding {
    let Counted { printed, due } = *counted;
    let differs = |number: Option<usize>| number.is_some_and(|number| u32::try_from(number) != Ok(stated.number));
    let outcome = if differs(printed) || differs(due) { Outcome::Fail } else { Outcome::Pass };
    let mut detail = message!(
        findings::stated_count_said,
        stated = stated.number,
        statuses = status.counted(stated.number as usize).to_owned()
    );
    if let Some(printed) = printed {
        detail = message!(findings::stated_count_printed, said = detail, printed = printed);
    }
    if let Some(due) = due {
        detail = message!(findings::stated_count_roster, said = detail, due = due);
    }
    let citations = citing(briefing, [stated.at]);
    let finding =
        Finding::new(outcome, Subject::Sentence(stated.at), label!(findings::stated_count), detail, citations);
    finding.apart(&stated.status)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::CHECKS;
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, findings_of, printed_names};
    use crate::briefing::{Briefing, Key, PrintedEntry, PrintedScope};

    /// What is found of the list and of its names.
    pub fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS.iter().chain(printed_names::CHECKS), briefing)
    }

    pub fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect(text)
    }

    fn entry(state: &str, status: &str, at: &str) -> PrintedEntry {
        let known = bundled().state(&key(state)).and_then(|state| state.names.get("en").map(str::to_owned));
        let printed = known.expect("a state");
        PrintedEntry { state: key(state), status: key(status), printed, at: at.parse().expect(at) }
    }

    /// The bundled briefing with its list put right: Nepal once, and Türkiye in place of the second.
    pub fn mended() -> Briefing {
        let mut briefing = bundled();
        let second = briefing.rosters[0].printed.iter().rposition(|entry| entry.state.as_str() == "nepal");
        briefing.rosters[0].printed[second.expect("Nepal is printed")] = entry("turkiye", "dialogue-partner", "4.4");
        briefing
    }

    /// Each finding as `outcome detail`, those about the words of the sentence left out.
    fn found(briefing: &Briefing) -> Vec<String> {
        let of_the_list = found_in(briefing).into_iter().filter(|finding| finding.check != "entry-in-sentence");
        of_the_list.map(|f| format!("{} {}", said(&f.outcome.name()), said(&f.detail)).replace('\u{a0}', " ")).collect()
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
        briefing.rosters[0].printed.retain(|entry| entry.state.as_str() != "belarus");
        assert_eq!(found(&briefing)[0], "Fail 9 of 10 members on 14 Jul 2025; missing: Belarus");
        let citations = &found_in(&briefing)[0].citations;
        assert!(briefing.is_document(&citations[0]) && citations.iter().any(|c| !briefing.is_document(c)));
    }

    #[test]
    fn a_state_added_is_not_on_the_roster() {
        let mut briefing = mended();
        briefing.rosters[0].printed.push(entry("laos", "observer", "4.4"));
        assert_eq!(
            found(&briefing)[1..],
            ["Fail Laos is not among the 2 observers on 14 Jul 2025", "Pass 14 of 14 dialogue partners on 14 Jul 2025",]
        );
    }

    #[test]
    fn a_state_under_the_wrong_status_is_found_in_both() {
        let mut briefing = mended();
        let mongolia = briefing.rosters[0].printed.iter_mut().find(|entry| entry.state.as_str() == "mongolia");
        mongolia.expect("Mongolia is printed").status = key("member");
        assert_eq!(
            found(&briefing)[..2],
            [
                "Fail Mongolia is not among the 10 members on 14 Jul 2025",
                "Fail 1 of 2 observers on 14 Jul 2025; missing: Mongolia",
            ]
        );
    }

    #[test]
    fn a_state_named_three_times_is_counted() {
        let mut briefing = mended();
        briefing.rosters[0].printed.extend([entry("india", "member", "4.3"), entry("india", "member", "4.4")]);
        assert_eq!(
            found(&briefing)[..3],
            [
                "Fail India stands 3 times among the members",
                "Fail 10 states in 12 entries of members",
                "Pass 10 of 10 members on 14 Jul 2025",
            ]
        );
        let places: Vec<_> = found_in(&briefing)[0].citations.iter().filter_map(|c| c.at).collect();
        assert_eq!(places.iter().map(ToString::to_string).collect::<Vec<_>>(), ["4.3", "4.4"]);
    }

    #[test]
    fn a_status_the_document_does_not_list_is_left_alone() {
        let mut briefing = mended();
        briefing.rosters[0].printed.retain(|entry| entry.status.as_str() == "member");
        assert_eq!(found(&briefing), ["Pass 10 of 10 members on 14 Jul 2025"]);
    }

    #[test]
    fn a_list_is_held_to_what_it_claims_to_give() {
        let mut briefing = mended();
        briefing.rosters[0].printed.retain(|entry| ["belarus", "india"].contains(&entry.state.as_str()));
        let scope = |statuses: Option<&[&str]>, regions: &[&str]| PrintedScope {
            statuses: statuses.map(|keys| keys.iter().map(|text| key(text)).collect()),
            regions: regions.iter().map(|region| (*region).to_owned()).collect(),
            states: Vec::new(),
        };
        let mut with = |scope| {
            briefing.rosters[0].printed_gives = Some(scope);
            found(&briefing)
        };
        assert_eq!(with(scope(Some(&[]), &[])), [""; 0], "two of the members, as examples");
        assert_eq!(
            with(scope(None, &["Eastern Europe", "Southern Asia"])).len(),
            3,
            "Russia, Pakistan and Iran are missing"
        );
        let observers = with(scope(Some(&["observer"]), &[]));
        assert_eq!(observers.len(), 2, "{observers:?}");
        assert!(observers[0].starts_with("Fail 0 of 2 observers"), "{observers:?}");
        // What is named is held all the same.
        briefing.rosters[0].printed_gives = Some(scope(Some(&[]), &[]));
        briefing.rosters[0].printed.push(entry("laos", "member", "4.3"));
        assert_eq!(found(&briefing), ["Fail Laos is not among the 10 members on 14 Jul 2025"]);
    }

    #[test]
    fn a_document_without_a_list_is_not_held_to_one() {
        let mut briefing = bundled();
        briefing.rosters[0].printed.clear();
        assert_eq!(found(&briefing), [""; 0]);
        let (status, at) = (key("member"), "4.3".parse().expect("a place"));
        briefing.rosters[0].counts.push(crate::briefing::StatedCount { status, number: 10, at });
        assert_eq!(found(&briefing), ["Pass 10 members stated, 10 on the roster"]);
    }

    #[test]
    fn a_roster_that_is_not_known_on_the_date_is_not_compared() {
        let mut briefing = bundled();
        briefing.rosters[0].known_until = "2025-07-13".parse().expect("a date");
        assert!(found_in(&briefing).iter().all(|finding| finding.check != "printed-against-roster"));
        assert_eq!(found(&briefing).len(), 2, "the list is still held against itself");
    }

    #[test]
    fn a_stated_number_is_the_number_printed_and_on_the_roster() {
        let stated = |number| {
            let mut briefing = mended();
            let (status, at) = (key("member"), "4.3".parse().expect("a place"));
            briefing.rosters[0].counts.push(crate::briefing::StatedCount { status, number, at });
            found(&briefing).into_iter().find(|found| found.contains("stated")).expect("found")
        };
        assert_eq!(stated(10), "Pass 10 members stated, 10 printed, 10 on the roster");
        assert_eq!(stated(9), "Fail 9 members stated, 10 printed, 10 on the roster");
    }

    proptest! {
        #[test]
        fn any_state_dropped_or_doubled_is_found(index in 0_usize..26, double: bool) {
            let mut briefing = mended();
            let harmed = briefing.rosters[0].printed[index].clone();
            let check = if double {
                briefing.rosters[0].printed.push(harmed);
                "duplicate-entry"
            } else {
                briefing.rosters[0].printed.remove(index);
                "printed-against-roster"
            };
            let failed = found_in(&briefing).into_iter().filter(|f| f.outcome == super::Outcome::Fail);
            prop_assert!(failed.into_iter().any(|finding| finding.check == check));
        }
    }
}
