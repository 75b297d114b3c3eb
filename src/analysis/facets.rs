//! The facets by which a roster is narrowed down: what each row's value is, and how many rows have which.

use std::collections::{BTreeMap, BTreeSet};

use super::roster::RosterRow;
use crate::briefing::{Roster, Spell, StatusShape};

/// A way to divide the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The status on the date.
    Status,
    /// The UN region.
    Region,
    /// The decade in which the status began.
    Decade,
    /// Whether the status is the state's first or followed another.
    Path,
}

impl Facet {
    /// All facets, in the order shown.
    pub const ALL: [Self; 4] = [Self::Status, Self::Region, Self::Decade, Self::Path];

    /// The name shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Region => "Region",
            Self::Decade => "Joined",
            Self::Path => "Path",
        }
    }

    /// The value of a row: a key that sorts as the values are shown.
    pub fn value(self, roster: &Roster, row: &RosterRow) -> String {
        match self {
            Self::Status => row.status_in(roster).id.to_string(),
            Self::Region => row.state_in(roster).region.clone(),
            Self::Decade => row.spell_in(roster).map_or_else(unknown, decade),
            Self::Path => row.spell_in(roster).map_or_else(unknown, |spell| path(roster, spell).to_owned()),
        }
    }
}

/// The values a reader chose in each facet: of one facet any, of several facets all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice(BTreeMap<Facet, BTreeSet<String>>);

impl Choice {
    /// Whether a value is chosen.
    pub fn contains(&self, facet: Facet, value: &str) -> bool {
        self.0.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses a value, or takes it off.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.0.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.0.remove(&facet);
        }
    }

    /// Takes off all values of a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.0.remove(&facet);
    }

    /// Whether a facet narrows anything.
    pub fn narrows(&self, facet: Facet) -> bool {
        self.0.contains_key(&facet)
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every value that is chosen.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.0.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value.as_str())))
    }

    /// Whether a row passes every facet but one; every facet where that is `None`.
    pub fn passes(&self, roster: &Roster, row: &RosterRow, except: Option<Facet>) -> bool {
        self.0
            .iter()
            .filter(|(facet, _)| Some(**facet) != except)
            .all(|(facet, values)| values.contains(&facet.value(roster, row)))
    }
}

/// A value of a facet with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What [`Facet::value`] gives.
    pub value: String,
    /// Its name.
    pub label: String,
    /// The shape of a status.
    pub shape: Option<StatusShape>,
    /// Rows that have it and pass the search and the other facets.
    pub matching: usize,
    /// Rows that have it.
    pub all: usize,
}

/// The values of a facet that occur in some rows, with how many of the rows that `found` keeps have each.
pub fn count(roster: &Roster, facet: Facet, rows: &[RosterRow], found: &[bool], choice: &Choice) -> Vec<FacetValue> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (row, found) in rows.iter().zip(found) {
        let (matching, all) = counts.entry(facet.value(roster, row)).or_default();
        *all += 1;
        *matching += usize::from(*found && choice.passes(roster, row, Some(facet)));
    }
    // A value that is chosen and no longer occurs stays, so that it can be taken off where it was put on.
    for (_, value) in choice.iter().filter(|(of, _)| *of == facet) {
        counts.entry(value.to_owned()).or_default();
    }
    let value = |(value, (matching, all)): (String, (usize, usize))| {
        let status = roster.statuses.iter().find(|status| facet == Facet::Status && status.id.as_str() == value);
        let label = status.map_or_else(|| value.clone(), |status| status.name.clone());
        FacetValue { value, label, shape: status.map(|status| status.shape), matching, all }
    };
    let mut values: Vec<FacetValue> = counts.into_iter().map(value).collect();
    if facet == Facet::Status {
        let rank = |value: &FacetValue| roster.statuses.iter().position(|status| status.id.as_str() == value.value);
        values.sort_by_key(rank);
    }
    values
}

fn unknown() -> String {
    "Not known".to_owned()
}

fn decade(spell: &Spell) -> String {
    let first = spell.from.first_day().year() / 10 * 10;
    format!("{first}–{}", first + 9)
}

/// Whether a state came to a status by way of another. A status that a merger renamed is no other.
fn path(roster: &Roster, spell: &Spell) -> &'static str {
    let renamed = |earlier: &Spell| {
        let status = roster.statuses.iter().find(|status| status.id == earlier.status);
        status.and_then(|status| status.merged.as_ref()).is_some_and(|merger| merger.into == spell.status)
    };
    let promoted = roster.spells.iter().any(|earlier| {
        earlier.state == spell.state
            && earlier.status != spell.status
            && earlier.from.first_day() < spell.from.first_day()
            && !renamed(earlier)
    });
    if promoted { "From another status" } else { "First status" }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{Choice, Facet, count};
    use crate::analysis::roster::on_date;
    use crate::briefing::Briefing;

    fn values(facet: Facet) -> Vec<(String, usize)> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let rows = on_date(&briefing.roster, date(2025, 7, 14));
        let found = vec![true; rows.len()];
        let counts = count(&briefing.roster, facet, &rows, &found, &Choice::default());
        counts.into_iter().map(|value| (value.label, value.all)).collect()
    }

    #[test]
    fn each_facet_divides_the_whole_roster() {
        for facet in Facet::ALL {
            assert_eq!(values(facet).iter().map(|(_, count)| count).sum::<usize>(), 26, "{facet:?}");
        }
        assert_eq!(values(Facet::Status)[0], ("Member".to_owned(), 10));
        assert!(values(Facet::Region).contains(&("Central Asia".to_owned(), 4)));
    }

    #[test]
    fn four_members_came_from_another_status() {
        assert_eq!(
            values(Facet::Path),
            [("First status".to_owned(), 22), ("From another status".to_owned(), 4)],
            "Belarus, India, Iran and Pakistan were observers before"
        );
    }

    proptest! {
        #[test]
        fn filters_commute(first in 0usize..4, second in 0usize..4, a in 0usize..10, b in 0usize..10) {
            let briefing = Briefing::bundled().expect("the bundled briefing loads");
            let rows = on_date(&briefing.roster, date(2025, 7, 14));
            let (first, second) = (Facet::ALL[first], Facet::ALL[second]);
            let value = |facet: Facet, index: usize| facet.value(&briefing.roster, &rows[index % rows.len()]);
            let (mut one, mut other) = (Choice::default(), Choice::default());
            one.toggle(first, &value(first, a));
            one.toggle(second, &value(second, b));
            other.toggle(second, &value(second, b));
            other.toggle(first, &value(first, a));
            for row in &rows {
                let passes = |choice: &Choice| choice.passes(&briefing.roster, row, None);
                prop_assert_eq!(passes(&one), passes(&other));
            }
        }

        #[test]
        fn counts_equal_a_naive_recount(facet in 0usize..4, chosen in 0usize..4, index in 0usize..26) {
            let briefing = Briefing::bundled().expect("the bundled briefing loads");
            let roster = &briefing.roster;
            let rows = on_date(roster, date(2025, 7, 14));
            let (facet, chosen) = (Facet::ALL[facet], Facet::ALL[chosen]);
            let mut choice = Choice::default();
            choice.toggle(chosen, &chosen.value(roster, &rows[index]));
            for value in count(roster, facet, &rows, &vec![true; rows.len()], &choice) {
                let naive = rows.iter().filter(|row| facet.value(roster, row) == value.value)
                    .filter(|row| chosen == facet || choice.contains(chosen, &chosen.value(roster, row)))
                    .count();
                prop_assert_eq!(value.matching, naive, "{:?} {}", facet, value.value);
            }
        }
    }
}
