//! Which one in the order of joining: `the fifth state to join`, `its third enlargement`, against the roster.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::{Check, Finding, Material, Needs};
use super::abroad::states;
use super::joining::is_elsewhere;
use super::statuses::spells;
use super::{Passage, each_told, in_order};
use crate::analysis::reading::Says;
use crate::briefing::{Date, Key, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "ordinal-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::ordinal_in_text),
    run: |material| {
        let rounds = Rounds::of(material);
        each_told(material, |passage| {
            let joined = rounds.as_ref().and_then(|rounds| of_passage(material, rounds, passage));
            joined.or_else(|| in_order::of_passage(material, passage))
        })
    },
}];

/// So many words stand between `fifth` and `state`, and between that and `join`.
const OF: usize = 2;
const TO: usize = 5;

/// How the only organisation grew.
struct Rounds {
    founders: usize,
    /// The days on which further states joined.
    days: Vec<Date>,
}

impl Rounds {
    /// None where several days may be the same: nobody can tell which came first.
    fn of(material: &Material<'_>) -> Option<Self> {
        let [of] = &material.rosters[..] else { return None };
        let founded = of.members.roster.organisation.founded.last_day();
        let joined = of.spells_of(&of.members.roster.statuses.first()?.id);
        let later = joined.iter().map(|spell| spell.from).filter(|from| from.first_day() > founded);
        let days: Vec<Date> = later.collect::<BTreeSet<Date>>().into_iter().collect();
        let founders = joined.iter().filter(|spell| spell.from.first_day() <= founded).count();
        let apart = days.windows(2).all(|pair| pair[0].last_day() < pair[1].first_day());
        apart.then_some(Self { founders, days })
    }

    /// The day on which the only state of a sentence joined, or that of the enlargement of the only year that it names.
    fn meant(&self, material: &Material<'_>, passage: &Passage<'_, '_>, enlarges: bool) -> Option<Date> {
        let named: BTreeSet<Key> = states(material, passage).into_iter().map(|(_, state)| state).collect();
        let years = passage.all_years();
        let of_year = |day: &&Date| years.len() == 1 && years.contains(&day.first_day().year());
        let froms: Vec<Date> = match named.first() {
            Some(only) if named.len() == 1 => {
                spells(material, &material.statuses().firsts, only).into_iter().map(|spell| spell.from).collect()
            }
            None if enlarges => self.days.iter().filter(of_year).copied().collect(),
            _ => Vec::new(),
        };
        froms.first().copied().filter(|_| froms.len() == 1)
    }
}

fn of_passage(material: &Material<'_>, rounds: &Rounds, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, number) = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Ordinal(number) if number > 1 => Some((sign.range.clone(), usize::try_from(number).ok()?)),
        _ => None,
    })?;
    let enlarges = passage.signs_of(&[Says::Enlarges]).find(|sign| follows(passage, &range, &sign.range, OF));
    let end = match enlarges {
        Some(sign) => sign.range.end,
        None => state_to_join(passage, &range)?,
    };
    let elsewhere = is_elsewhere(material, passage) || passage.is_of_another_body(material);
    if elsewhere || passage.says_any(&[Says::Observer, Says::Partner, Says::Guest]) {
        return None;
    }
    let from = rounds.meant(material, passage, enlarges.is_some())?;
    let (known, fits) = if enlarges.is_some() {
        let round = rounds.days.iter().position(|day| *day == from)? + 1;
        (round, round == number)
    } else {
        let statuses = material.statuses();
        let places = statuses.all.get(*statuses.firsts.first()?)?.timeline.places(from);
        // Those who founded it may be left out.
        (*places.start(), places.contains(&number) || places.contains(&(number + rounds.founders)))
    };
    if fits {
        return None;
    }
    let said = passage.part(&(range.start..end));
    let title = message!(findings::ordinal_in_text, said = said.clone());
    let (known, dates) = (u64::try_from(known).ok()?, Value::list([from]));
    let text = passage.text.text.to_owned();
    let detail = message!(findings::ordinal_other, said = said.clone(), known = known, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// Whether a range follows another within so many words.
fn follows(passage: &Passage<'_, '_>, first: &Range<usize>, next: &Range<usize>, most: usize) -> bool {
    next.start >= first.end && passage.apart(first, next).is_some_and(|words| words <= most)
}

/// The end of `state to join` behind an ordinal, or of what is said in its place: `第十个加入的国家`.
fn state_to_join(passage: &Passage<'_, '_>, ordinal: &Range<usize>) -> Option<usize> {
    let reading = &passage.text.reading;
    let mut words = reading.words_between(ordinal.end..passage.range.end).take(OF + 1);
    let state = words.find(|(_, word)| reading.is_states(word)).map(|(range, _)| range);
    let from = state.or_else(|| Some(ordinal.clone()).filter(|_| passage.language() == "zh"))?;
    let joins = passage.signs_of(&[Says::Joins]).find(|sign| follows(passage, &from, &sign.range, TO));
    joins.map(|sign| sign.range.end)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn a_state_joins_in_the_order_of_the_roster() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        // Six founders, India and Pakistan in 2017, Iran in 2023, Belarus in 2024.
        let wrong = [
            ("Iran was the tenth state to join.", "so"),
            ("Belarus was the fifth country to join.", "so"),
            ("Belarus came in with the second enlargement.", "so"),
            ("The fourth enlargement of the SCO was in 2023.", "so"),
            ("Das zehnte Land, das beitrat, war Iran.", "so"),
            ("Die dritte Erweiterung der SCO brachte 2017 Neues.", "so"),
            ("L’Iran fut le dixième pays à rejoindre l’OCS.", "so"),
            ("Le troisième élargissement eut lieu en 2017.", "so"),
            ("Irán fue el décimo país en ingresar.", "so"),
            ("La tercera ampliación fue en 2017.", "so"),
            ("Иран стал десятой страной, которая вступила в ШОС.", "так"),
            ("Третье расширение было в 2017 году.", "так"),
            ("伊朗是第十个加入的国家。", "so"),
            ("第三次扩员是在2017年。", "so"),
        ];
        let right = [
            ("Iran was the ninth state to join.", "so"),
            ("Belarus was the tenth country to join.", "so"),
            ("Belarus was the fourth state to join since the founding.", "so"),
            ("Belarus came in with the third enlargement.", "so"),
            ("The second enlargement of the SCO was in 2023.", "so"),
            ("Das neunte Land, das beitrat, war Iran.", "so"),
            ("Die dritte Erweiterung der SCO brachte 2024 Neues.", "so"),
            ("Le deuxième élargissement eut lieu en 2023.", "so"),
            ("Irán fue el noveno país en ingresar.", "so"),
            ("Иран стал девятой страной, которая вступила в ШОС.", "так"),
            ("伊朗是第九个加入的国家。", "so"),
            ("第三次扩员是在2024年。", "so"),
            ("Iran was the tenth state to join BRICS.", "so"),
            ("Iran was the tenth state to sign.", "so"),
            ("The fifth enlargement of the EU was in 2004.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
