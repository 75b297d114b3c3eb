//! Lists of states that are whole but for one: `the ten members: Belarus, China, …` with one of them left out, one added, or
//! another in its place. A list that is some of them, or all who were so at another time, is left alone.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Name, Says};
use crate::analysis::roster::holds;
use crate::briefing::{Key, Message, cores};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "states-listed",
    needs: Needs::Organisation,
    holds: label!(checks::states_listed),
    run: |material| {
        let known = known(material);
        let texts = &material.texts().all;
        cores::flat_map(texts, |text| is_held(text).then(|| of_text(material, &known, text)).flatten())
    },
}];

/// Fewer states are no list of all.
const LEAST: usize = 5;
/// So many words and marks stand between two of a list.
const BETWEEN: usize = 2;
/// A roster of more spells is not counted day by day.
const MANY: usize = 300;

/// All who had a status at some time, or are printed under it.
struct Listed<'a> {
    states: BTreeSet<&'a Key>,
    /// Whether they are those of the day on which the document appeared, or of the last that is known.
    now: bool,
}

const fn is_held(text: &Text<'_>) -> bool {
    matches!(
        text.about,
        About::Claim(_) | About::ClaimInShort(_) | About::Sentence(_) | About::Account | About::Meeting
    )
}

/// Every list that a text can mean.
fn known<'a>(material: &Material<'a>) -> Vec<Listed<'a>> {
    let mut found: Vec<Listed<'a>> = Vec::new();
    let as_of = material.briefing.manifest.as_of.last_day();
    for of in &material.rosters {
        let roster = of.members.roster;
        if roster.spells.len() > MANY {
            continue;
        }
        let today = [as_of, roster.known_until.last_day()];
        let days: BTreeSet<civil::Date> =
            roster.spells.iter().map(|spell| spell.from.first_day()).chain(today).collect();
        for status in &roster.statuses {
            let printed = of.printed_under(&status.id).iter().map(|entry| &entry.state).collect();
            found.push(Listed { states: printed, now: true });
            for day in &days {
                let held = of.spells_of(&status.id).iter().filter(|spell| holds(spell, *day));
                found.push(Listed { states: held.map(|spell| &spell.state).collect(), now: today.contains(day) });
            }
        }
    }
    found.retain(|list| list.states.len() >= LEAST);
    found
}

/// The states that a sentence lists, one after another.
fn lists<'t, 'a>(passage: &Passage<'t, 'a>) -> Vec<Vec<&'t Name<'a>>> {
    let mut found: Vec<Vec<&Name<'_>>> = Vec::new();
    for name in passage.states() {
        let near = |last: &&Name<'_>| passage.apart(&last.range, &name.range).is_some_and(|words| words <= BETWEEN);
        match found.last_mut().filter(|list| list.last().is_some_and(near)) {
            Some(list) => list.push(name),
            None => found.push(vec![name]),
        }
    }
    found.retain(|list| list.len() + 1 >= LEAST);
    found
}

fn of_text(material: &Material<'_>, known: &[Listed<'_>], text: &Text<'_>) -> Option<Finding> {
    if is_disputed(material, text) {
        return None;
    }
    Passage::all(text).find_map(|passage| {
        let open = passage.says_any(&[Says::Not, Says::Never, Says::Wish, Says::Besides, Says::AllBut, Says::Absent]);
        let mut words = passage.text.reading.words_between(passage.range.clone());
        if open || words.any(|(_, word)| text.reading.is_others(word)) {
            return None;
        }
        lists(&passage).into_iter().find_map(|list| of_list(material, known, &passage, &list))
    })
}

fn of_list(
    material: &Material<'_>,
    known: &[Listed<'_>],
    passage: &Passage<'_, '_>,
    list: &[&Name<'_>],
) -> Option<Finding> {
    let states: BTreeSet<&Key> = list.iter().map(|name| name.of).collect();
    // What names one twice is told as somebody else wrote it.
    if states.len() < list.len() || known.iter().any(|other| other.states == states) {
        return None;
    }
    // Whoever is named beside the list may be the one that it leaves out.
    let beside: BTreeSet<&Key> = passage.text.names.iter().map(|name| name.of).collect();
    let differs = |other: &&Listed<'_>| {
        let missing: Vec<&&Key> = other.states.difference(&states).collect();
        let added = states.difference(&other.states).count();
        other.now && missing.len() <= 1 && added <= 1 && missing.iter().all(|state| !beside.contains(**state))
    };
    let other = known.iter().find(differs)?;
    let missing = other.states.difference(&states).next().copied();
    let added = states.difference(&other.states).next().copied();
    let first = list.first()?;
    let name = |state: Option<&Key>| state.map(|state| material.name(state).to_owned());
    let range: Range<usize> = match added.and_then(|state| list.iter().find(|name| name.of == state)) {
        Some(name) => name.range.clone(),
        None => first.range.start..list.last()?.range.end,
    };
    let (said, text) = (passage.part(&range), passage.text.text.to_owned());
    let title = message!(findings::states_listed, said = said.clone());
    let detail: Message = match (name(missing), name(added)) {
        (Some(missing), Some(added)) => {
            message!(findings::states_exchanged, added = added, missing = missing, text = text)
        }
        (Some(missing), None) => message!(findings::states_missing, missing = missing, text = text),
        (None, added) => message!(findings::states_added, added = added?, text = text),
    };
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_whole_list_is_whole() {
        let wrong = [
            (
                "The members are Belarus, China, India, Iran, Kazakhstan, Kyrgyzstan, Pakistan, Russia and Tajikistan.",
                "so",
            ),
            (
                "The members are Belarus, China, India, Iran, Kazakhstan, Kyrgyzstan, Mongolia, Pakistan, Russia, Tajikistan and Uzbekistan.",
                "so",
            ),
            (
                "Члены: Белоруссия, Китай, Индия, Иран, Казахстан, Киргизия, Пакистан, Россия, Таджикистан, Монголия.",
                "так",
            ),
            (
                "Mitglieder sind Belarus, China, Indien, Iran, Kasachstan, Kirgisistan, Pakistan, Russland und Tadschikistan.",
                "so",
            ),
        ];
        let right = [
            (
                "The members are Belarus, China, India, Iran, Kazakhstan, Kyrgyzstan, Pakistan, Russia, Tajikistan and Uzbekistan.",
                "so",
            ),
            (
                "The members then were China, India, Iran, Kazakhstan, Kyrgyzstan, Pakistan, Russia, Tajikistan and Uzbekistan.",
                "so",
            ),
            (
                "Uzbekistan had guests of Belarus, China, India, Iran, Kazakhstan, Kyrgyzstan, Pakistan, Russia and Tajikistan.",
                "so",
            ),
            ("Members such as Belarus, China, India, Iran, Kazakhstan, Pakistan and Russia.", "so"),
            ("Belarus, China, India, Iran, Kazakhstan, Kyrgyzstan, Pakistan, Russia, Tajikistan and others.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
