//! Where the printed list and the roster of its day differ.

use std::collections::HashMap;

use super::{RosterRow, on_date, printed};
use crate::briefing::Members;

/// One difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The list names a state once more.
    Repeated(RosterRow),
    /// The list names a state that had no status on its day.
    Unknown(RosterRow),
    /// The list gives a state another status than it had, which is the second.
    OtherStatus(RosterRow, RosterRow),
    /// The list leaves out a state that had a status.
    LeftOut(RosterRow),
}

/// Every difference, in the order of the list, with what is left out at the end. Where the document prints no list, or the
/// roster is not known on its day, there is nothing to differ; and only what the list claims to give is left out.
pub fn slips(members: Members<'_>) -> Vec<Slip> {
    let (roster, day) = (members.roster, members.manifest.as_of.first_day());
    let known = day <= roster.known_until.last_day();
    let held: Vec<RosterRow> = if known { on_date(roster, day) } else { Vec::new() };
    let listed = printed(members);
    let mut left: HashMap<usize, RosterRow> = held.iter().map(|row| (row.state, *row)).collect();
    let status: HashMap<usize, RosterRow> = left.clone();
    let mut slips = Vec::new();
    for row in listed {
        left.remove(&row.state);
        match status.get(&row.state) {
            _ if row.repeated => slips.push(Slip::Repeated(row)),
            None if known => slips.push(Slip::Unknown(row)),
            Some(held) if held.status != row.status => slips.push(Slip::OtherStatus(row, *held)),
            None | Some(_) => {}
        }
    }
    let given = roster.given();
    let has_status: Vec<bool> = roster.statuses.iter().map(|status| given.has_status(&status.id)).collect();
    let claimed = |row: &RosterRow| has_status[row.status] && given.has_state(row.state_in(roster));
    slips.extend(held.into_iter().filter(|row| left.contains_key(&row.state) && claimed(row)).map(Slip::LeftOut));
    slips
}

#[cfg(test)]
mod tests {
    use super::{Slip, slips};
    use crate::briefing::{Briefing, PrintedScope, main_members};

    fn told(briefing: &Briefing) -> Vec<String> {
        let name = |row: &super::RosterRow| row.state_in(&briefing.rosters[0]).id.to_string();
        let told = slips(main_members(briefing)).into_iter().map(|slip| match slip {
            Slip::Repeated(row) => format!("repeated {}", name(&row)),
            Slip::Unknown(row) => format!("unknown {}", name(&row)),
            Slip::OtherStatus(row, held) => {
                format!("{} is {}", name(&row), held.status_in(&briefing.rosters[0]).id)
            }
            Slip::LeftOut(row) => format!("left out {}", name(&row)),
        });
        told.collect()
    }

    #[test]
    fn every_kind_of_difference_is_told() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(told(&briefing), ["repeated nepal", "left out turkiye"]);
        let roster = &mut briefing.rosters[0];
        let observer = roster.printed.iter().position(|entry| entry.status.as_str() == "observer").expect("one");
        roster.printed[observer].status = "member".to_owned().try_into().expect("a key");
        let changed = roster.printed[observer].state.clone();
        roster.printed.retain(|entry| entry.state.as_str() != "china");
        roster.spells.retain(|spell| spell.state.as_str() != "egypt");
        let told = told(&briefing);
        for slip in [format!("{changed} is observer"), "unknown egypt".to_owned(), "left out china".to_owned()] {
            assert!(told.contains(&slip), "{slip} in {told:?}");
        }
    }

    #[test]
    fn only_what_a_list_claims_to_give_is_left_out() {
        let with = |scope: Option<PrintedScope>, kept: &str| {
            let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
            briefing.rosters[0].printed.retain(|entry| entry.status.as_str() == kept);
            briefing.rosters[0].printed_gives = scope;
            told(&briefing).len()
        };
        let key = |text: &str| crate::briefing::Key::try_from(text.to_owned()).expect(text);
        assert_eq!(with(None, "no list"), 0, "no list printed is no list");
        assert_eq!(with(None, "member"), 0, "the members alone, and all of them");
        let statuses = |keys: &[&str]| PrintedScope {
            statuses: Some(keys.iter().map(|text| key(text)).collect()),
            ..PrintedScope::default()
        };
        assert_eq!(with(Some(statuses(&["member", "observer"])), "member"), 2, "no observer is named");
        assert_eq!(with(Some(statuses(&[])), "observer"), 0, "examples only");
        let mut scope = statuses(&["observer"]);
        scope.regions = vec!["Eastern Asia".to_owned()];
        assert_eq!(with(Some(scope.clone()), "no list"), 1, "Mongolia, and not Afghanistan");
        scope.states = vec![key("afghanistan")];
        assert_eq!(with(Some(scope), "no list"), 0);
    }

    #[test]
    fn a_roster_that_is_not_known_on_the_day_says_nothing_of_the_list() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        briefing.rosters[0].known_until = "2025-07-13".parse().expect("a date");
        assert_eq!(told(&briefing), ["repeated nepal"], "a list can still repeat itself");
    }

    #[test]
    fn a_list_that_agrees_has_none() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let nepal =
            briefing.rosters[0].printed.iter().rposition(|entry| entry.state.as_str() == "nepal").expect("twice");
        briefing.rosters[0].printed[nepal].state = "turkiye".to_owned().try_into().expect("a key");
        assert_eq!(slips(main_members(&briefing)), []);
    }
}
