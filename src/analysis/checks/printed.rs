//! The printed list: held against itself, against the roster on its date, and against the numbers and names stated.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, Material, Outcome, Subject, citing, with_sources};
use crate::analysis::fold::fold;
use crate::analysis::roster::holds;
use crate::briefing::{Briefing, Citation, Key, Locator, Members, PrintedEntry, Spell, State, StatedCount, Status};
use crate::{label, message};

/// A list is held to what it claims to give: without a claim, every state of each status under which it names one.
pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "duplicate-entry",
        holds: label!(checks::duplicate_entry),
        run: |material| each_list(material, |members, list| duplicates(&members, list)),
    },
    Check {
        key: "distinct-states",
        holds: label!(checks::distinct_states),
        run: |material| each_list(material, |members, list| distinct(&members, list).into_iter().collect()),
    },
    Check {
        key: "printed-against-roster",
        holds: label!(checks::printed_against_roster),
        run: |material| each_list(material, against_roster),
    },
    Check {
        key: "stated-count",
        holds: label!(checks::stated_count),
        run: |material| {
            let of = |members: Members<'_>| {
                members.roster.counts.iter().filter_map(|stated| stated_count(members, stated)).collect::<Vec<_>>()
            };
            material.briefing.members().flat_map(of).collect()
        },
    },
    Check {
        key: "printed-name",
        holds: label!(checks::printed_name),
        run: |material| {
            let of = |members: Members<'_>| {
                members.roster.printed.iter().filter_map(|entry| printed_name(members, entry)).collect::<Vec<_>>()
            };
            material.briefing.members().flat_map(of).collect()
        },
    },
    Check {
        key: "entry-in-sentence",
        holds: label!(checks::entry_in_sentence),
        run: |material| material.briefing.members().flat_map(in_sentences).collect(),
    },
];

/// What is found of the entries under each status.
fn each_list(material: &Material<'_>, find: impl Fn(Members<'_>, &List<'_>) -> Vec<Finding>) -> Vec<Finding> {
    let of = |members: Members<'_>| {
        let roster = members.roster;
        let list = |status| List { status, entries: roster.printed.iter().filter(|e| e.status == status.id).collect() };
        let claimed = |list: &List<'_>| !list.entries.is_empty() || roster.printed_gives_status(&list.status.id);
        let lists = roster.statuses.iter().map(list).filter(claimed);
        lists.flat_map(|list| find(members, &list)).collect::<Vec<_>>()
    };
    material.briefing.members().flat_map(of).collect()
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

/// The states printed more than once, each with its entries.
fn repeated<'a>(list: &List<'a>) -> Vec<Vec<&'a PrintedEntry>> {
    let mut entries: BTreeMap<&Key, Vec<&PrintedEntry>> = BTreeMap::new();
    for entry in &list.entries {
        entries.entry(&entry.state).or_default().push(entry);
    }
    entries.into_values().filter(|entries| entries.len() > 1).collect()
}

fn duplicates(briefing: &Briefing, list: &List<'_>) -> Vec<Finding> {
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
fn distinct(briefing: &Briefing, list: &List<'_>) -> Option<Finding> {
    let (states, entries) = (list.states().len(), list.entries.len());
    let first = repeated(list).first()?.first()?.state.clone();
    let statuses = &list.status.plural;
    let detail = message!(findings::distinct_states_counted, states = states, entries = entries, statuses = statuses);
    let citations = list.citations(briefing);
    let title = label!(findings::distinct_states);
    Some(Finding::new(Outcome::Fail, Subject::State(first), title, detail, citations).apart(&list.status.id))
}

/// The states that have a status on the document's date, each with the spell that says so; nothing where the roster is
/// not known so far.
fn due<'a>(members: Members<'a>, status: &Key) -> Option<Vec<(&'a State, &'a Spell)>> {
    let roster = members.roster;
    let day = members.manifest.as_of.first_day();
    if day > roster.known_until.last_day() {
        return None;
    }
    let holding = roster.spells.iter().filter(|spell| spell.status == *status && holds(spell, day));
    let holding: BTreeMap<&Key, &Spell> = holding.map(|spell| (&spell.state, spell)).collect();
    Some(roster.states.iter().filter_map(|state| Some((state, *holding.get(&state.id)?))).collect())
}

/// What the list leaves out and what it adds, on the document's date; or that it does neither.
fn against_roster(members: Members<'_>, list: &List<'_>) -> Vec<Finding> {
    let (briefing, roster) = (members.briefing, members.roster);
    let Some(due) = due(members, &list.status.id) else { return Vec::new() };
    let holding = due.len();
    let printed = list.states();
    let gives = roster.printed_gives_status(&list.status.id);
    // Of what the list does not claim to give, those that it names are all there is to hold.
    let claimed = |state: &State| gives && roster.printed_gives_state(state) || printed.contains(&state.id);
    let due: Vec<_> = due.into_iter().filter(|(state, _)| claimed(state)).collect();
    let missing: Vec<_> = due.iter().filter(|(state, _)| !printed.contains(&state.id)).collect();
    let due_keys: BTreeSet<&Key> = due.iter().map(|(state, _)| &state.id).collect();
    // A state that is printed twice is still one state too many.
    let extra: BTreeMap<&Key, &str> = list
        .entries
        .iter()
        .filter(|entry| !due_keys.contains(&entry.state))
        .map(|entry| (&entry.state, entry.printed.as_str()))
        .collect();
    let (found, all) = (due.len() - missing.len(), due.len());
    let (statuses, date) = (list.status.counted(all).to_owned(), briefing.manifest.as_of);
    let complete = message!(findings::list_counted, printed = found, due = all, statuses = &statuses, date = date);
    let mut findings = Vec::new();
    for (state, spell) in missing {
        let detail =
            message!(findings::list_missing_state, counted = &complete, state = briefing.name(&state.names).to_owned());
        let citations = with_sources(list.citations(briefing), &spell.citations);
        let subject = Subject::State(state.id.clone());
        let finding = Finding::new(Outcome::Fail, subject, label!(findings::list_missing), detail, citations);
        findings.push(finding.apart(&list.status.id));
    }
    for (state, printed) in extra {
        let places = list.entries.iter().filter(|entry| entry.state == *state).map(|entry| entry.at);
        let detail = message!(
            findings::list_extra_state,
            state = printed.to_owned(),
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
        let citations = list.citations(briefing);
        let finding = Finding::new(Outcome::Pass, subject, label!(findings::list_complete), complete, citations);
        findings.push(finding.apart(&list.status.id));
    }
    findings
}

/// A number that the document states, against the states it prints and those of the roster.
fn stated_count(members: Members<'_>, stated: &StatedCount) -> Option<Finding> {
    let (briefing, roster) = (members.briefing, members.roster);
    let status = roster.statuses.iter().find(|status| status.id == stated.status)?;
    let printed: BTreeSet<&Key> =
        roster.printed.iter().filter(|entry| entry.status == status.id).map(|entry| &entry.state).collect();
    // A list of some of them says nothing of how many there are.
    let printed = roster.printed_gives_all(&status.id).then_some(printed.len());
    let due = due(members, &status.id).map(|due| due.len());
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
    Some(finding.apart(&stated.status))
}

/// Every name of a state, folded.
fn names(state: &State) -> impl Iterator<Item = String> {
    let names = state.names.iter().map(|(_, name)| name);
    names.chain(state.aliases.iter().map(String::as_str)).chain([state.alpha2.as_str(), &state.alpha3]).map(fold)
}

/// An entry whose name belongs to another state, or to none.
fn printed_name(members: Members<'_>, entry: &PrintedEntry) -> Option<Finding> {
    let briefing = members.briefing;
    let state = briefing.state(&entry.state)?;
    let printed = fold(&entry.printed);
    if names(state).any(|name| name == printed) {
        return None;
    }
    let other = members.roster.states.iter().find(|state| names(state).any(|name| name == printed));
    let (name, own) = (&entry.printed, briefing.name(&state.names).to_owned());
    // An unknown spelling may be one that the briefing does not list.
    let (outcome, detail) = match other {
        Some(_) => (Outcome::Fail, message!(findings::printed_name_of_other, printed = name, state = own)),
        None => (Outcome::Warn, message!(findings::printed_name_unknown, printed = name, state = own)),
    };
    let citations = citing(briefing, [entry.at]);
    let subject = Subject::State(state.id.clone());
    let finding = Finding::new(outcome, subject, label!(findings::printed_name), detail, citations);
    Some(finding.apart(&entry.status).apart(&entry.at))
}

/// The entries that their sentence does not name, although it names others or another sentence names them. A paraphrase
/// in another language, or one that only counts them, names none.
fn in_sentences(members: Members<'_>) -> Vec<Finding> {
    let briefing = members.briefing;
    let texts: Vec<(Locator, String)> =
        briefing.sentences().iter().map(|sentence| (sentence.at, fold(&sentence.paraphrase))).collect();
    let names = |at: Locator, entry: &PrintedEntry| {
        let printed = fold(&entry.printed);
        texts.iter().any(|(place, text)| *place == at && text.contains(&printed))
    };
    let entries = &members.roster.printed;
    let lost = |entry: &&PrintedEntry| {
        let others = || entries.iter().any(|other| other.at == entry.at && names(entry.at, other));
        let elsewhere = || texts.iter().any(|(at, _)| names(*at, entry));
        !names(entry.at, entry) && (others() || elsewhere())
    };
    let finding = |entry: &PrintedEntry| {
        let detail = message!(findings::entry_in_sentence, printed = &entry.printed, at = entry.at);
        let subject = Subject::State(entry.state.clone());
        let citations = citing(briefing, [entry.at]);
        let finding = Finding::new(Outcome::Warn, subject, label!(findings::not_in_sentence), detail, citations);
        finding.apart(&entry.status).apart(&entry.at)
    };
    entries.iter().filter(lost).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CHECKS;
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, findings_of};
    use crate::briefing::{Briefing, Key, PrintedEntry, PrintedScope};

    fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS, briefing)
    }

    fn bundled() -> Briefing {
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
    fn mended() -> Briefing {
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

    #[test]
    fn an_entry_has_a_name_of_its_state_and_stands_in_its_sentence() {
        let printed = |name: &str| {
            let mut briefing = mended();
            briefing.rosters[0].printed[0].printed = name.to_owned();
            let names = found_in(&briefing).into_iter().filter(|f| f.check == "printed-name");
            names
                .map(|finding| format!("{} {}", said(&finding.outcome.name()), said(&finding.detail)))
                .collect::<Vec<_>>()
        };
        assert_eq!(printed("БЕЛАРУСЬ"), [""; 0], "a name in any of the languages");
        assert_eq!(printed("China"), ["Fail China is printed, Belarus is meant"]);
        assert_eq!(printed("Belorus"), ["Warn Belorus is no known name of Belarus"]);
        let moved = |at: &str| {
            let mut briefing = bundled();
            briefing.rosters[0].printed[0].at = at.parse().expect(at);
            found_in(&briefing).iter().filter(|f| f.check == "entry-in-sentence").count()
        };
        assert_eq!([moved("4.3"), moved("4.4"), moved("1.1")], [0, 1, 1]);
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
