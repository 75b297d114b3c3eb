//! How many states have each status, on the days that a text can mean, by the words by which they are counted.

use std::collections::{BTreeMap, BTreeSet};

use ahash::AHashMap;
use jiff::civil;

use super::Material;
use super::material::RosterMaterial;
use crate::analysis::fold::fold;
use crate::briefing::{Date, Spell, Status};

/// How many states have a status, on the days that a text can mean.
pub(super) struct Counted {
    /// The words by which it is counted, folded.
    pub words: Vec<String>,
    pub numbers: BTreeSet<u32>,
}

/// All statuses, found by the words by which they are counted: there can be many, and many texts that count.
pub(super) struct Known {
    pub all: Vec<Counted>,
    by_first: AHashMap<String, Vec<usize>>,
    pub by_last: AHashMap<String, Vec<usize>>,
    /// Those that are written without blanks between words.
    unspaced: Vec<usize>,
    /// The numbers that any can have.
    pub numbers: BTreeSet<u32>,
}

impl Known {
    pub fn of(material: &Material<'_>) -> Self {
        let all: Vec<Counted> = material.rosters.iter().flat_map(counted).collect();
        let numbers = all.iter().flat_map(|counted| counted.numbers.iter().copied()).collect();
        let (mut by_first, mut by_last): (AHashMap<String, Vec<usize>>, AHashMap<String, Vec<usize>>) =
            (AHashMap::new(), AHashMap::new());
        let mut unspaced = Vec::new();
        for (at, counted) in all.iter().enumerate() {
            for words in &counted.words {
                let (first, last) = (words.split(' ').next(), words.rsplit(' ').next());
                by_first.entry(first.unwrap_or_default().to_owned()).or_default().push(at);
                by_last.entry(last.unwrap_or_default().to_owned()).or_default().push(at);
            }
            if counted.words.iter().any(|words| is_unspaced(words)) {
                unspaced.push(at);
            }
        }
        Self { all, by_first, by_last, unspaced, numbers }
    }

    /// Those that are counted by words that begin with one of some, or that know no blanks.
    pub fn beginning(&self, words: &[&str]) -> BTreeSet<usize> {
        let of_words = words.iter().filter_map(|word| self.by_first.get(*word)).flatten();
        of_words.chain(&self.unspaced).copied().collect()
    }
}

/// Whether words are of a script that sets no blanks between them.
pub(super) fn is_unspaced(words: &str) -> bool {
    words.chars().count() > 1 && words.chars().all(|c| c as u32 > 0x2e80)
}

fn counted(of: &RosterMaterial<'_>) -> Vec<Counted> {
    let (members, roster) = (of.members, of.members.roster);
    let mut days: BTreeSet<civil::Date> =
        [members.briefing.manifest.as_of.last_day(), roster.known_until.last_day()].into_iter().collect();
    days.extend(roster.statuses.iter().filter_map(|status| status.from).map(Date::first_day));
    let merged = roster.statuses.iter().filter_map(|status| status.merged.as_ref());
    days.extend(merged.filter_map(|merger| merger.on.first_day().yesterday().ok()));
    let of_status = |status: &Status| {
        let mut numbers = numbers_on(&days, of.spells_of(&status.id));
        let printed = of.printed_under(&status.id);
        let unlike: BTreeSet<_> = printed.iter().map(|entry| &entry.state).collect();
        numbers.extend([printed.len(), unlike.len()].map(number));
        numbers.extend(of.counts_of(&status.id).iter().map(|count| count.number));
        let names = [&status.name, status.in_text(), &status.plural].map(fold);
        Counted { words: names.to_vec(), numbers }
    };
    roster.statuses.iter().map(of_status).collect()
}

/// A number of entries, as texts count them.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How many states have a status on any of some days, by its spells. A state that has it twice has it once.
fn numbers_on(days: &BTreeSet<civil::Date>, spells: &[&Spell]) -> BTreeSet<u32> {
    let end = |spell: &Spell| spell.until.map_or(civil::Date::MAX, Date::last_day);
    let mut ordered = spells.to_vec();
    ordered.sort_by_key(|spell| (&spell.state, spell.from.first_day()));
    // Each state by itself: the days from which on it has the status, and from which on it has it no more.
    let mut changes: BTreeMap<civil::Date, (usize, usize)> = BTreeMap::new();
    for state in ordered.chunk_by(|a, b| a.state == b.state) {
        let mut until: Option<civil::Date> = None;
        for spell in state {
            let from = spell.from.first_day();
            if end(spell) <= from {
                continue;
            }
            if until.is_none_or(|until| until < from) {
                changes.entry(from).or_default().0 += 1;
                if let Some(until) = until {
                    changes.entry(until).or_default().1 += 1;
                }
            }
            until = until.max(Some(end(spell)));
        }
        if let Some(until) = until {
            changes.entry(until).or_default().1 += 1;
        }
    }
    let mut numbers = BTreeSet::new();
    let (mut have, mut since) = (0_usize, civil::Date::MIN);
    for (day, (begun, ended)) in changes {
        numbers.extend((since < day && days.range(since..day).next().is_some()).then(|| number(have)));
        (have, since) = ((have + begun).saturating_sub(ended), day);
    }
    numbers.extend(days.range(since..).next().is_some().then(|| number(have)));
    numbers
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil;
    use proptest::prelude::*;

    use super::{number, numbers_on};
    use crate::briefing::{Date, Spell};

    fn day(number: i16) -> civil::Date {
        civil::date(2000, 1, 1).saturating_add(jiff::Span::new().days(number))
    }

    fn spell((state, from, length): (u8, i16, Option<i16>)) -> Spell {
        let until = length.map(|length| Date::day(day(from + length)).to_string());
        let value = serde_json::json!({
            "state": format!("s-{state}"), "status": "member", "from": Date::day(day(from)).to_string(),
            "until": until, "citations": [],
        });
        serde_json::from_value(value).expect("a spell")
    }

    proptest! {
        #[test]
        fn numbers_are_those_of_the_days(
            spells in prop::collection::vec((0u8..5, 0i16..40, prop::option::of(0i16..20)), 0..14),
            days in prop::collection::btree_set(-3i16..60, 0..6),
        ) {
            let spells: Vec<Spell> = spells.into_iter().map(spell).collect();
            let days: BTreeSet<civil::Date> = days.into_iter().map(day).collect();
            let on = |day: &civil::Date| {
                let held = spells.iter().filter(|spell| {
                    spell.from.first_day() <= *day && spell.until.is_none_or(|until| until.last_day() > *day)
                });
                number(held.map(|spell| &spell.state).collect::<BTreeSet<_>>().len())
            };
            let all: Vec<&Spell> = spells.iter().collect();
            prop_assert_eq!(numbers_on(&days, &all), days.iter().map(on).collect::<BTreeSet<u32>>());
        }
    }
}
