//! The spells of one state in their order of time, so that none has to be held against each of the others.

use jiff::civil;

use crate::analysis::roster::holds;
use crate::briefing::{Date, Spell};

/// Some spells of a state: of all its statuses, or of one.
pub(super) struct History<'a> {
    /// As they begin; of two that begin on one day the one that lasts longer comes first.
    spells: Vec<&'a Spell>,
    /// Of each spell and all before it, the one that ends last.
    longest: Vec<&'a Spell>,
}

/// The day on which a spell no longer holds.
fn end(spell: &Spell) -> civil::Date {
    spell.until.map_or(civil::Date::MAX, Date::first_day)
}

impl<'a> History<'a> {
    /// Puts them into their order.
    pub fn of(spells: impl IntoIterator<Item = &'a Spell>) -> Self {
        let mut spells: Vec<&Spell> = spells.into_iter().collect();
        spells.sort_by(|a, b| a.from.cmp(&b.from).then_with(|| end(b).cmp(&end(a))));
        let longest = spells.iter().scan(None, |longest: &mut Option<&Spell>, spell| {
            *longest = longest.filter(|longest| end(longest) >= end(spell)).or(Some(spell));
            *longest
        });
        let longest = longest.collect();
        Self { spells, longest }
    }

    /// Each spell that begins while an earlier one holds, after the one of those that ends last: one pair for each, so
    /// that many spells of one day are as many findings and not as many as there are pairs of them.
    pub fn overlaps(&self) -> impl Iterator<Item = (&'a Spell, &'a Spell)> {
        let earlier = self.longest.iter().zip(self.spells.iter().skip(1));
        earlier
            .filter(|(longest, spell)| holds(longest, spell.from.first_day()))
            .map(|(longest, spell)| (*longest, *spell))
    }

    /// The first spell that begins on a day or after it.
    pub fn next_from(&self, day: civil::Date) -> Option<&'a Spell> {
        self.spells.get(self.spells.partition_point(|spell| spell.from.first_day() < day)).copied()
    }

    /// Whether one of them holds on a day.
    pub fn holds(&self, day: civil::Date) -> bool {
        let begun = self.spells.partition_point(|spell| spell.from.first_day() <= day);
        self.longest[..begun].last().is_some_and(|longest| day < end(longest))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::History;
    use crate::analysis::roster::holds;
    use crate::briefing::{Briefing, Spell};

    fn spells(days: &[(i64, i64)]) -> Vec<Spell> {
        let template = Briefing::bundled().expect("the bundled briefing loads").rosters[0].spells[0].clone();
        let day = |number: i64| {
            let day = jiff::civil::date(2000, 1, 1).saturating_add(jiff::Span::new().days(number));
            day.to_string().parse().expect("a date")
        };
        let spell = |(from, length): &(i64, i64)| {
            let until = (*length < 20).then(|| day(from + length));
            Spell { from: day(*from), until, ..template.clone() }
        };
        days.iter().map(spell).collect()
    }

    proptest! {
        #[test]
        fn it_answers_as_each_held_against_each(
            days in proptest::collection::vec((0_i64..40, 1_i64..22), 0..9),
            asked in 0_i64..45,
        ) {
            let spells = spells(&days);
            let history = History::of(&spells);
            let day = jiff::civil::date(2000, 1, 1).saturating_add(jiff::Span::new().days(asked));
            prop_assert_eq!(history.holds(day), spells.iter().any(|spell| holds(spell, day)));
            let next = spells.iter().map(|spell| spell.from).filter(|from| from.first_day() >= day).min();
            prop_assert_eq!(history.next_from(day).map(|spell| spell.from), next);
            let covered = |index: usize| spells.iter().enumerate().any(|(other, spell)| {
                let from = spells[index].from.first_day();
                other != index && holds(spell, from) && (spell.from.first_day() < from || other < index)
            });
            let count = (0..spells.len()).filter(|index| covered(*index)).count();
            prop_assert_eq!(history.overlaps().count(), count, "one for each that begins within another");
        }
    }
}
