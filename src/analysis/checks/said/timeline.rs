//! How many states had a status on each day, as far as the days of its spells are known.

use std::ops::RangeInclusive;

use jiff::civil;

use crate::briefing::{Date, Spell};

/// A roster of more spells is not counted day by day.
const MANY: usize = 5_000;

/// The beginnings and ends of the spells of a status.
pub(in super::super) struct Timeline {
    /// The first and the last day that each can have begun on, and that each can have ended on, each list in order.
    begun: [Vec<civil::Date>; 2],
    ended: [Vec<civil::Date>; 2],
}

fn up_to(days: &[civil::Date], day: civil::Date) -> usize {
    days.partition_point(|own| *own <= day)
}

impl Timeline {
    /// That of the spells of one status.
    pub fn of(spells: &[&Spell]) -> Self {
        let spells = &spells[..spells.len().min(MANY)];
        let sorted = |days: Vec<civil::Date>| {
            let mut days = days;
            days.sort_unstable();
            days
        };
        let begun = |day: fn(Date) -> civil::Date| sorted(spells.iter().map(|spell| day(spell.from)).collect());
        let ended = |day: fn(Date) -> civil::Date| sorted(spells.iter().filter_map(|s| s.until).map(day).collect());
        Self {
            begun: [begun(Date::first_day), begun(Date::last_day)],
            ended: [ended(Date::first_day), ended(Date::last_day)],
        }
    }

    /// The least and the most states that can have had the status on a day.
    fn on(&self, day: civil::Date) -> RangeInclusive<usize> {
        let least = up_to(&self.begun[1], day).saturating_sub(up_to(&self.ended[0], day));
        let most = up_to(&self.begun[0], day).saturating_sub(up_to(&self.ended[1], day));
        least.min(most)..=most.max(least)
    }

    /// Every day on which the number can have changed.
    fn days(&self) -> Vec<civil::Date> {
        let mut days: Vec<civil::Date> = self.begun.iter().chain(&self.ended).flatten().copied().collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The numbers that it had within some days.
    pub fn within(&self, from: civil::Date, until: civil::Date) -> Vec<usize> {
        let changes = self.days().into_iter().filter(|day| (from..=until).contains(day));
        let mut numbers: Vec<usize> = changes.chain([from, until]).flat_map(|day| self.on(day)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers that it had from one day on until the last change up to another; without one till the end.
    pub fn until_last(&self, from: civil::Date, until: civil::Date) -> Vec<usize> {
        let last = self.days().into_iter().rfind(|day| (from..=until).contains(day) && *day > from);
        let end = last.and_then(|day| day.yesterday().ok()).unwrap_or(until);
        self.within(from, end)
    }

    /// Whether the number went from one to another.
    pub fn went(&self, from: usize, to: usize) -> bool {
        let days = self.days();
        let first = days.iter().find(|day| self.on(**day).contains(&from));
        let last = days.iter().rev().find(|day| self.on(**day).contains(&to));
        first.zip(last).is_some_and(|(first, last)| first < last)
    }

    /// Which one in the order of their beginnings those can be that began on a day.
    pub fn places(&self, from: Date) -> RangeInclusive<usize> {
        let before = self.begun[1].partition_point(|day| *day < from.first_day());
        before + 1..=up_to(&self.begun[0], from.last_day())
    }
}
