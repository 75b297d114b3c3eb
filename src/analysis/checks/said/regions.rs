//! How many states lie in a region, as a text counts them, against the roster.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::each_passage;
use crate::analysis::reading::{Name, Named, Names, Says};
use crate::analysis::reference::{names_of, regions_named};
use crate::briefing::{Key, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "count-in-region",
    needs: Needs::Organisation,
    holds: label!(checks::count_in_region),
    run: |material| {
        let regions = Regions::of(material);
        each_passage(material, |passage| of_passage(material, &regions, passage))
    },
}];

/// The regions of the states, each with the numbers of states that a text can count in it.
struct Regions<'m> {
    names: Names<'m>,
    numbers: BTreeMap<&'m Key, BTreeSet<usize>>,
}

impl<'m> Regions<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        let mut regions = Self { names: Names::default(), numbers: BTreeMap::new() };
        // A region is known by the first state in it.
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
                        regions.numbers.entry(first).or_default().insert(count);
                    }
                }
            }
        }
        for ((region, ..), states) in counts {
            regions.numbers.entry(firsts[region]).or_default().insert(states.len());
        }
        for (region, states) in all {
            regions.numbers.entry(firsts[region]).or_default().insert(states.len());
        }
        for (region, first) in firsts {
            regions.names.add(Named::Place, first, region);
            for name in regions_named(region).flat_map(names_of) {
                regions.names.add(Named::Place, first, name);
            }
        }
        regions
    }
}

fn of_passage(material: &Material<'_>, regions: &Regions<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if passage.is_open() || !passage.quantities().any(|(_, quantity)| quantity.count().is_some()) {
        return None;
    }
    let reading = &passage.text.reading;
    let names = reading.names_of(&regions.names);
    let mut here = names.iter().filter(|name| passage.range.contains(&name.range.start));
    here.find_map(|region| wrong(material, regions, passage, region))
}

/// What is wrong with the number before a region.
fn wrong(
    material: &Material<'_>,
    regions: &Regions<'_>,
    passage: &Passage<'_, '_>,
    region: &Name<'_>,
) -> Option<Finding> {
    let reading = &passage.text.reading;
    let numbers = regions.numbers.get(region.of)?;
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
            let counted =
                status || reading.is_states(noun) || reading.ties(place.clone()) || place.start == region.range.start;
            let count = quantity.count().filter(|_| near && counted)?;
            Some((mention, count))
        })?;
    if numbers.contains(&usize::try_from(count).ok()?) {
        return None;
    }
    let said = passage.part(&(mention.range.start..region.range.end));
    let title = message!(findings::count_in_text, said = said.clone());
    let numbers = Value::list(numbers.iter().map(|number| u64::try_from(*number).unwrap_or(u64::MAX)));
    let text = passage.text.text.to_owned();
    let detail = message!(findings::count_of_roster, said = said.clone(), numbers = numbers, text = text);
    Some(passage.finding(material, &said, title, detail))
}
