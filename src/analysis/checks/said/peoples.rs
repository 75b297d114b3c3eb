//! The people of states: the most populous, more than another, so great a share of mankind.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::{Check, Finding, Material, Needs};
use super::abroad::states;
use super::{Passage, each_passage};
use crate::analysis::reading::{Says, Unit, What};
use crate::briefing::{Key, Message, State};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "people-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::people_in_text),
    run: |material| {
        let peoples = Peoples::of(material);
        each_passage(material, |passage| peoples.of_passage(passage))
    },
}];

/// The people of each state, and the groups that it can be said to be the greatest of.
struct Peoples<'m, 'a> {
    material: &'m Material<'a>,
    people: BTreeMap<&'a Key, u64>,
}

impl<'m, 'a> Peoples<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let people = |state: &'a State| Some((&state.id, state.population?));
        let people = material.briefing.states().filter_map(people).collect();
        Self { material, people }
    }

    fn of_passage(&self, passage: &Passage<'_, '_>) -> Option<Finding> {
        let signs = [
            Says::MostPeople,
            Says::FewestPeople,
            Says::MorePeople,
            Says::FewerPeople,
            Says::People,
            Says::Mankind,
            Says::World,
            Says::Lives,
        ];
        if !passage.says_any(&signs) || passage.is_open() {
            return None;
        }
        self.extreme(passage)
            .or_else(|| self.against(passage))
            .or_else(|| self.share(passage))
            .or_else(|| self.part_of_all(passage))
    }

    /// How many people some states have together; nothing where that of one is not known.
    fn people_of(&self, states: &[Key]) -> Option<Decimal> {
        let people: Option<Vec<u64>> = states.iter().map(|state| self.people.get(state).copied()).collect();
        Some(Decimal::from(people?.into_iter().fold(0, u64::saturating_add)))
    }

    /// `of whom three quarters live in Brazil`: what part of the people of all those counted a state has.
    fn part_of_all(&self, passage: &Passage<'_, '_>) -> Option<Finding> {
        /// So many points a part in words may be off.
        const OFF: Decimal = Decimal::from_parts(8, 0, 0, false, 0);
        let sign = passage.signs_of(&[Says::Lives]).next()?;
        let of_world = passage.says_any(&[Says::World, Says::Mankind]);
        let mut all = passage.mentions.iter().filter_map(|mention| match &mention.what {
            What::Quantity(quantity) if quantity.unit == Some(Unit::PerCent) => Some((mention, quantity.number.value)),
            What::Fraction(part, None) => Some((mention, part * Decimal::ONE_HUNDRED)),
            _ => None,
        });
        let ((mention, said), None) = (all.next()?, all.next()) else { return None };
        let states = states(self.material, passage);
        let [(range, state)] = &states[..] else { return None };
        let near = |range: &Range<usize>| passage.apart(range, &sign.range).is_some_and(|words| words <= 4);
        if of_world || !near(&mention.range) || !near(range) {
            return None;
        }
        let own = Decimal::from(*self.people.get(state)?);
        let percent = |group: &[Key]| own.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.people_of(group)?);
        let groups = self.groups(passage).into_iter().filter(|group| group.len() > 1 && group.contains(state));
        let known: Vec<Decimal> = groups.filter_map(|group| percent(&group)).collect();
        let fits = |share: &Decimal| share.saturating_sub(said).abs() <= OFF;
        if known.is_empty() || known.iter().any(fits) {
            return None;
        }
        let nearest = known.iter().min_by_key(|share| share.saturating_sub(said).abs())?.round_dp(1);
        let text = passage.text.text.to_owned();
        let said = passage.part(&mention.range);
        let detail =
            message!(findings::people_part, said = said, state = self.name(state), nearest = nearest, text = text);
        Some(self.finding(passage, &mention.range, detail))
    }

    /// The states that have a status now, of each that a sentence names; without one, of each status.
    fn groups(&self, passage: &Passage<'_, '_>) -> Vec<Vec<Key>> {
        let said = self.material.statuses().said(passage.text);
        let mut of: Vec<usize> = said
            .iter()
            .filter(|said| passage.range.contains(&said.range.start))
            .flat_map(|said| said.of.iter().copied())
            .collect();
        let named = !of.is_empty();
        if !named {
            of = (0..self.material.statuses().all.len()).collect();
        }
        let due = |at: &usize| {
            let known = &self.material.statuses().all[*at];
            let due = self.material.rosters[known.roster].due(&known.status.id)?;
            Some(due.iter().map(|(state, _)| state.id.clone()).collect::<Vec<_>>())
        };
        let mut groups: Vec<Vec<Key>> = of.iter().filter_map(due).filter(|group| group.len() > 1).collect();
        if !named {
            groups.push(self.people.keys().map(|key| (*key).clone()).collect());
            // Those that have any status now, and those that the claim is about.
            let all: Vec<Key> = groups.iter().take(groups.len() - 1).flatten().cloned().collect();
            groups.push(all);
            let mentioned = passage.text.claim().into_iter().flat_map(|claim| &claim.mentions);
            groups.push(mentioned.filter(|key| self.people.contains_key(key)).cloned().collect());
        }
        groups
    }

    fn finding(&self, passage: &Passage<'_, '_>, range: &Range<usize>, detail: Message) -> Finding {
        let said = passage.part(range);
        let title = message!(findings::people_in_text, said = said.clone());
        passage.finding(self.material, &said, title, detail)
    }

    /// `the most populous of them`, `the largest by people`.
    fn extreme(&self, passage: &Passage<'_, '_>) -> Option<Finding> {
        let by_people = passage.says(Says::People);
        let sign = passage.signs.iter().find(|sign| match sign.says {
            Says::MostPeople | Says::FewestPeople => true,
            Says::Highest | Says::Lowest => by_people,
            _ => false,
        })?;
        let most = matches!(sign.says, Says::MostPeople | Says::Highest);
        let states = states(self.material, passage);
        let [(range, state)] = &states[..] else { return None };
        if passage.apart(range, &sign.range).is_none_or(|words| words > 5) {
            return None;
        }
        let own = *self.people.get(state)?;
        let beaten = |group: &Vec<Key>| {
            let others = group.iter().filter_map(|other| Some((other.clone(), *self.people.get(other)?)));
            let further = others.filter(|(_, people)| if most { *people > own } else { *people < own });
            if most { further.max_by_key(|(_, people)| *people) } else { further.min_by_key(|(_, people)| *people) }
        };
        let groups: Vec<Vec<Key>> =
            self.groups(passage).into_iter().filter(|group| group.len() > 1 && group.contains(state)).collect();
        let beaten: Option<Vec<(Key, u64)>> = groups.iter().map(beaten).collect();
        let (other, people) = beaten?.into_iter().next()?;
        let detail = message!(
            findings::people_beaten,
            state = self.name(state),
            own = own,
            other = self.name(&other),
            people = people,
            text = passage.text.text.to_owned()
        );
        Some(self.finding(passage, &(range.start.min(sign.range.start)..range.end.max(sign.range.end)), detail))
    }

    fn name(&self, state: &Key) -> String {
        self.material.state_name(state).to_owned()
    }

    /// `has more people than`: the state before against the one after.
    fn against(&self, passage: &Passage<'_, '_>) -> Option<Finding> {
        let sign = passage.signs_of(&[Says::MorePeople, Says::FewerPeople]).next()?;
        let states = states(self.material, passage);
        let [(a, one), (b, other)] = &states[..] else { return None };
        if a.end > sign.range.start && passage.language() != "zh" || b.start < a.end {
            return None;
        }
        let (own, others) = (*self.people.get(one)?, *self.people.get(other)?);
        let right = if sign.says == Says::MorePeople { own > others } else { own < others };
        if right || own == others {
            return None;
        }
        let detail = message!(
            findings::people_beaten,
            state = self.name(one),
            own = own,
            other = self.name(other),
            people = others,
            text = passage.text.text.to_owned()
        );
        Some(self.finding(passage, &(a.start..b.end), detail))
    }

    /// So many per cent, or such a part, of mankind.
    fn share(&self, passage: &Passage<'_, '_>) -> Option<Finding> {
        /// So many points a share in words may be off.
        const OFF: Decimal = Decimal::from_parts(25, 0, 0, false, 1);
        let of_world = passage.signs_of(&[Says::World]).any(|world| passage.near(&world.range, &[Says::People], 3));
        if !of_world && !passage.says(Says::Mankind) {
            return None;
        }
        let world = self.material.briefing.rosters.iter().find_map(|roster| roster.world.as_ref())?.population;
        let mut all = passage.mentions.iter().filter_map(|mention| match &mention.what {
            What::Quantity(quantity) if quantity.unit == Some(Unit::PerCent) => Some((mention, quantity.number.value)),
            What::Fraction(part, _) => Some((mention, part * Decimal::ONE_HUNDRED)),
            _ => None,
        });
        let ((mention, said), None) = (all.next()?, all.next()) else { return None };
        let mut states: Vec<Key> = states(self.material, passage).into_iter().map(|(_, state)| state).collect();
        states.sort_unstable();
        states.dedup();
        let groups = if states.is_empty() { self.groups(passage) } else { vec![states] };
        let percent = |group: &Vec<Key>| {
            self.people_of(group)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(world))
        };
        let known: Vec<Decimal> = groups.iter().filter_map(percent).filter(|share| !share.is_zero()).collect();
        let bound = passage.near_before(&mention.range, &[Says::Bound], 1);
        let near = |share: &Decimal| {
            let off = share.saturating_sub(said).abs();
            off <= OFF || bound && off <= OFF * Decimal::TWO
        };
        if known.is_empty() || known.iter().any(near) {
            return None;
        }
        let nearest = known.iter().min_by_key(|share| share.saturating_sub(said).abs())?.round_dp(1);
        let text = passage.text.text.to_owned();
        let detail =
            message!(findings::people_share, said = passage.part(&mention.range), nearest = nearest, text = text);
        Some(self.finding(passage, &mention.range, detail))
    }
}
