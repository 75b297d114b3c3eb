//! Regions in texts: how many states lie in one, as a text counts them, and in which one a state lies.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Mention, Name, Named, Names, Says, What};
use crate::analysis::reference::{names_of, regions_named};
use crate::briefing::{Briefing, Key, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "count-in-region",
        needs: Needs::Organisation,
        holds: label!(checks::count_in_region),
        run: |material| {
            let counts = Counts::of(material);
            each_passage(material, |passage| counts.of_passage(material, passage))
        },
    },
    Check {
        key: "region-in-text",
        needs: Needs::Organisation,
        holds: label!(checks::region_in_text),
        run: |material| {
            let regions = Regions::of(material);
            each_passage(material, |passage| regions.of_passage(material, passage))
        },
    },
];

/// What the regions of the states are called, each by the first state in it: as the briefing writes it, and as the
/// reference has it in every language.
pub(in super::super) fn region_names(briefing: &Briefing) -> Names<'_> {
    let (mut names, mut seen) = (Names::default(), BTreeSet::new());
    for state in briefing.states().filter(|state| !state.region.is_empty()) {
        if !seen.insert(&state.region) {
            continue;
        }
        let mut add = |name: &str| {
            names.add(Named::Place, &state.id, name);
            // `a Western Asian state`.
            if name.ends_with('a') {
                names.add(Named::Place, &state.id, &format!("{name}n"));
            }
        };
        add(&state.region);
        regions_named(&state.region).flat_map(names_of).for_each(add);
    }
    names
}

/// The regions of the states, each with the numbers of states that a text can count in it.
struct Counts<'m> {
    numbers: BTreeMap<&'m Key, BTreeSet<usize>>,
}

impl<'m> Counts<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        let mut own = Self { numbers: BTreeMap::new() };
        let mut firsts: BTreeMap<&str, &Key> = BTreeMap::new();
        let mut counts: BTreeMap<(&str, usize, &Key), BTreeSet<&Key>> = BTreeMap::new();
        let mut all: BTreeMap<&str, BTreeSet<&Key>> = BTreeMap::new();
        for (number, of) in material.rosters.iter().enumerate() {
            let roster = of.members.roster;
            for state in roster.states.iter().filter(|state| !state.region.is_empty()) {
                firsts.entry(&state.region).or_insert(&state.id);
                all.entry(&state.region).or_default().insert(&state.id);
                for spell in of.spells.get(&state.id).into_iter().flatten() {
                    counts.entry((&state.region, number, &spell.status)).or_default().insert(&state.id);
                }
            }
            for status in &roster.statuses {
                let mut due: BTreeMap<&str, usize> = BTreeMap::new();
                for (state, _) in of.due(&status.id).unwrap_or_default() {
                    *due.entry(&state.region).or_default() += 1;
                }
                for (region, count) in due {
                    if let Some(first) = firsts.get(region) {
                        own.numbers.entry(first).or_default().insert(count);
                    }
                }
            }
        }
        for ((region, ..), states) in counts {
            own.numbers.entry(firsts[region]).or_default().insert(states.len());
        }
        for (region, states) in all {
            own.numbers.entry(firsts[region]).or_default().insert(states.len());
        }
        own
    }

    fn of_passage(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
        if passage.is_open() || !passage.quantities().any(|(_, quantity)| quantity.count().is_some()) {
            return None;
        }
        let reading = &passage.text.reading;
        let names = reading.names_of(material.region_names());
        // `four South American presidents` are people.
        let offices = reading.offices();
        let is_of_people = |name: &Name<'_>| {
            let mut after = offices.iter().filter(|(office, _)| office.start >= name.range.end);
            after.any(|(office, _)| reading.between(name.range.end..office.start) == Some(0))
        };
        let names: Vec<_> = names.into_iter().filter(|name| !is_of_people(name)).collect();
        let mut here = names.iter().filter(|name| passage.range.contains(&name.range.start));
        here.find_map(|region| self.wrong(material, passage, region))
    }

    /// What is wrong with the number before a region.
    fn wrong(&self, material: &Material<'_>, passage: &Passage<'_, '_>, region: &Name<'_>) -> Option<Finding> {
        let reading = &passage.text.reading;
        let numbers = self.numbers.get(region.of)?;
        let counts = passage.quantities().rev().filter(|(_, quantity)| quantity.unit.is_none());
        let (mention, count) =
            counts.filter(|(mention, _)| mention.range.end <= region.range.start).find_map(|(mention, quantity)| {
                let before = mention.range.end <= region.range.start;
                let near = before && reading.between(mention.range.end..region.range.start)? <= 8;
                let noun = reading.words_after(mention.range.end).next()?;
                let place = reading.spelt(mention.range.end..passage.range.end).next()?.0;
                let status = passage.signs.iter().any(|sign| {
                    sign.range.start == place.start
                        && matches!(
                            sign.says,
                            Says::Member | Says::Observer | Says::Partner | Says::Within | Says::Is | Says::From
                        )
                });
                let counted = status
                    || reading.is_states(noun)
                    || reading.ties(place.clone())
                    || place.start == region.range.start;
                let count = quantity.count().filter(|_| near && counted)?;
                Some((mention, count))
            })?;
        // `two fifths of the ten members`, `one of ten`: of so many some lie there.
        let beside = |own: &Mention| passage.apart(&own.range, &mention.range).is_some_and(|words| words <= 2);
        let fraction = |own: &Mention| matches!(own.what, What::Fraction(..)) && beside(own);
        let start = mention.range.start;
        let is_of = || reading.spelt(reading.back(start, 2)..start).any(|(word, _)| reading.ties(word));
        let in_part = passage.mentions.iter().any(fraction) || is_of();
        if in_part || numbers.contains(&usize::try_from(count).ok()?) {
            return None;
        }
        let said = passage.part(&(mention.range.start..region.range.end));
        let title = message!(findings::count_in_text, said = said.clone());
        let numbers = Value::list(numbers.iter().map(|number| u64::try_from(*number).unwrap_or(u64::MAX)));
        let text = passage.text.text.to_owned();
        let detail = message!(findings::count_of_roster, said = said.clone(), numbers = numbers, text = text);
        Some(passage.finding(material, &said, title, detail))
    }
}

/// Which region each state lies in.
struct Regions<'m> {
    of_state: BTreeMap<&'m Key, &'m str>,
}

impl<'m> Regions<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        let mut of_state = BTreeMap::new();
        for state in material.briefing.states().filter(|state| !state.region.is_empty()) {
            of_state.entry(&state.id).or_insert(state.region.as_str());
        }
        Self { of_state }
    }

    /// A state, and next to it a region that is another's.
    fn of_passage(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
        /// So many words stand between a state and its region.
        const NEAR: usize = 5;
        if passage.states().next().is_none() || passage.is_open() {
            return None;
        }
        let regions = passage.text.reading.names_of(material.region_names());
        let mut here = regions.iter().filter(|name| passage.range.contains(&name.range.start));
        let (region, None) = (here.next()?, here.next()) else { return None };
        let state = passage.names.iter().rev().find(|name| name.range.end <= region.range.start)?;
        let near = passage.apart(&state.range, &region.range).is_some_and(|words| words <= NEAR);
        // A list of states, or a group of them, is no state that lies there.
        let alone = passage.states().count() == 1;
        let counted = passage.mentions.iter().any(|mention| {
            matches!(mention.what, What::Quantity(_))
                && mention.range.start >= state.range.end
                && mention.range.end <= region.range.start
        });
        if state.kind != Named::State || !near || !alone || counted || state.range.end > region.range.start {
            return None;
        }
        // What a state does with a region says nothing of where it lies.
        let reading = &passage.text.reading;
        let between: Vec<Cow<'_, str>> =
            reading.spelt(state.range.end..region.range.start).map(|(_, word)| word).collect();
        let is = passage.says_any(&[Says::Is, Says::Was]);
        let calls = is && (between.len() <= 2 || between.iter().any(|word| reading.is_states(word)));
        let aside = between.first().is_some_and(|mark| [",", "(", "，", "،"].contains(&mark.as_ref()));
        let lies = calls || aside || passage.says(Says::Lies);
        let (own, said) = (self.of_state.get(state.of)?, self.of_state.get(region.of)?);
        if own == said || !lies {
            return None;
        }
        let quoted = passage.part(&(state.range.start..region.range.end));
        let title = message!(findings::region_in_text, said = quoted.clone());
        let (state, text) = (material.state_name(state.of).to_owned(), passage.text.text.to_owned());
        let detail = message!(findings::region_other, state = state, region = (*own).to_owned(), text = text);
        Some(passage.finding(material, &quoted, title, detail))
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_region_has_its_states_and_not_its_people() {
        let wrong = [("Nine Central Asian states are members.", "so")];
        let right =
            [("Nine Central Asian presidents came.", "so"), ("Nueve presidentes de Asia Central acudieron.", "so")];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
