//! Which one a state is among those of its status: the eleventh, the first since another, the last of three. A note of a
//! spell says it of that spell, `the seventh member`; a sentence of the only state whose coming it tells.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use super::super::days_said::begun;
use super::super::texts::About;
use super::super::{Finding, Material};
use super::Passage;
use super::abroad::states;
use super::joining::{is_elsewhere, lasts};
use super::statuses::{Known, Said, spells};
use crate::analysis::reading::{Says, Sign};
use crate::briefing::{Date, Key, Spell, Value};
use crate::message;

/// So many words stand between an ordinal and what it counts, and between `first` and `since`.
const BEHIND: usize = 0;
const SINCE: usize = 6;
/// So many between `since` and a state, and between `last` and of how many.
const NEXT: usize = 2;

/// A state that came to have a status, and the spells that can be meant.
struct Coming<'m> {
    state: Key,
    /// The number of the status.
    of: usize,
    spells: Vec<&'m Spell>,
}

impl Coming<'_> {
    fn known<'m>(&self, material: &'m Material<'_>) -> &'m Known<'m> {
        &material.statuses().all[self.of]
    }
}

/// What is wrong with the order that a sentence tells.
pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let ordinals = passage.signs.iter().any(|sign| matches!(sign.says, Says::Ordinal(_)));
    if !ordinals && !passage.says_any(&[Says::Newest, Says::Oldest, Says::Lasts]) {
        return None;
    }
    if passage.is_of_another_body(material) || is_elsewhere(material, passage) {
        return None;
    }
    number(material, passage).or_else(|| first_since(material, passage)).or_else(|| of_some(material, passage))
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    (known, dates): (usize, Vec<Date>),
) -> Option<Finding> {
    let said = passage.part(range);
    let title = message!(findings::ordinal_in_text, said = said.clone());
    let (known, text) = (u64::try_from(known).ok()?, passage.text.text.to_owned());
    let dates = Value::list(dates);
    let detail = message!(findings::ordinal_other, said = said.clone(), known = known, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// The statuses that a sentence names.
fn said_here(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Said> {
    let mut said = material.statuses().said(passage.text);
    said.retain(|said| passage.range.contains(&said.range.start));
    said
}

/// Whose coming a note of a spell tells, where it names no other state before a place; or a sentence of the first state that
/// it names, and of a status behind that.
fn coming<'m>(
    material: &'m Material<'_>,
    passage: &Passage<'_, '_>,
    place: usize,
    said: Option<&Said>,
) -> Option<Coming<'m>> {
    let statuses = material.statuses();
    let named = states(material, passage);
    let before = named.iter().find(|(range, _)| range.end <= place);
    if let About::Spell(spell) = passage.text.about {
        let of = statuses.of_spell(material, spell)?;
        let own = spells(material, &[of], &spell.state).into_iter().find(|own| own.from == spell.from)?;
        let is_own = said.is_none_or(|said| said.of.contains(&of));
        let of_own = before.is_none_or(|(_, state)| *state == spell.state);
        return (of_own && is_own).then(|| Coming { state: spell.state.clone(), of, spells: vec![own] });
    }
    let (_, state) = before?;
    let own = |of: &usize| {
        let all = spells(material, &[*of], state);
        (!all.is_empty()).then(|| Coming { state: state.clone(), of: *of, spells: all })
    };
    let of = said.map_or(&statuses.firsts, |said| &said.of);
    let [only] = &of[..] else { return None };
    own(only)
}

/// `The seventh member`, of one that came as the sixth.
fn number(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let reading = &passage.text.reading;
    let of_spell = matches!(passage.text.about, About::Spell(_));
    let said = said_here(material, passage);
    let (sign, number) = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Ordinal(number) if number > 1 => Some((sign, usize::try_from(number).ok()?)),
        _ => None,
    })?;
    let behind = |range: &Range<usize>| {
        range.start >= sign.range.end
            && reading.between(sign.range.end..range.start).is_some_and(|words| words == BEHIND)
    };
    let status = said.iter().find(|said| behind(&said.range));
    let mut words = reading.words_between(sign.range.end..passage.range.end).take(BEHIND + 1);
    let counts_states = words.any(|(_, word)| reading.is_states(word));
    // What names but one status is told by others.
    if status.is_none() && !(counts_states && of_spell) || !of_spell && said.len() < 2 {
        return None;
    }
    let coming = coming(material, passage, sign.range.start, status)?;
    let others = states(material, passage).iter().any(|(_, state)| *state != coming.state);
    if !of_spell && (others || !passage.says_any(&[Says::Becomes, Says::Is, Says::Was])) {
        return None;
    }
    let places = |spell: &&&Spell| places(material, coming.known(material), spell);
    if coming.spells.iter().any(|spell| places(&spell).contains(&number)) {
        return None;
    }
    let first = coming.spells.first()?;
    let end = status.map_or(sign.range.end, |said| said.range.end);
    finding(material, passage, &(sign.range.start..end), (*places(&first).end(), vec![first.from]))
}

/// Which one a spell can be in its status: by the order of all that began, whoever had another status till then before whoever
/// is new; by those that had it on the day; or without those that are no states.
fn places(material: &Material<'_>, known: &Known<'_>, spell: &Spell) -> RangeInclusive<usize> {
    let of = &material.rosters[known.roster];
    let all = of.spells_of(&known.status.id);
    let changed = |other: &Spell| {
        let own = of.spells.get(&other.state).into_iter().flatten();
        own.into_iter().any(|own| own.status != other.status && own.until == Some(other.from))
    };
    let same_day: Vec<&&Spell> = all.iter().filter(|other| other.from == spell.from).collect();
    let moved = same_day.iter().filter(|other| changed(other)).count();
    let ordered = known.timeline.places(spell.from);
    let (mut first, mut last) = (*ordered.start(), *ordered.end());
    let partly = moved > 0 && moved < same_day.len();
    if partly && !changed(spell) {
        first = first.max(last.saturating_sub(same_day.len() - moved - 1));
    } else if partly {
        last = last.min(first + moved - 1);
    }
    let day = spell.from.first_day();
    let held = known.timeline.within(day, spell.from.last_day()).into_iter().max().unwrap_or(last);
    let had: BTreeSet<&Key> = all.iter().filter(|other| other.from <= spell.from).map(|other| &other.state).collect();
    let is_known = |key: &&&Key| material.briefing.state(key).is_some_and(|state| state.code().is_some());
    let standard = had.iter().filter(is_known).count();
    let places = [first, held, had.len(), standard].into_iter().filter(|place| *place > 0);
    let lowest = places.min().unwrap_or(first);
    if partly { first..=last } else { lowest..=last }
}

/// `The first new one since Laos`, although others came between.
fn first_since(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let reading = &passage.text.reading;
    let near = |a: &Range<usize>, b: &Range<usize>, most: usize| {
        b.start >= a.end && reading.between(a.end..b.start).is_some_and(|words| words <= most)
    };
    let named = states(material, passage);
    let since =
        passage.signs_of(&[Says::Since]).find(|since| named.iter().any(|(range, _)| near(&since.range, range, 0)))?;
    let first =
        passage.signs.iter().find(|sign| sign.says == Says::Ordinal(1) && near(&sign.range, &since.range, SINCE))?;
    let (range, earlier) = named.iter().find(|(range, _)| near(&since.range, range, 0))?;
    let of_spell = matches!(passage.text.about, About::Spell(_));
    let said = said_here(material, passage);
    if said.len() > 1 {
        return None;
    }
    if !of_spell && said.is_empty() && !passage.says(Says::Joins) || passage.says(Says::Leaves) {
        return None;
    }
    let coming = coming(material, passage, first.range.start, said.first())?;
    let before = spells(material, &[coming.of], earlier).into_iter().map(begun).map(|days| days.1).max()?;
    let known = coming.known(material);
    let all = material.rosters[known.roster].spells_of(&known.status.id);
    let between = |own: &&Spell| {
        let is_other = |other: &&&Spell| other.state != coming.state && other.state != *earlier;
        let from = begun(own).0;
        all.iter().filter(is_other).find(|other| begun(other).0 > before && begun(other).1 < from).copied()
    };
    let rivals: Option<Vec<&Spell>> = coming.spells.iter().map(between).collect();
    let rival = rivals?.first().copied()?;
    let said = passage.part(&(first.range.start..range.end));
    let title = message!(findings::ordinal_in_text, said = said.clone());
    let (state, text) = (material.state_name(&rival.state).to_owned(), passage.text.text.to_owned());
    let dates = Value::list([rival.from]);
    let detail = message!(findings::length_other, said = said.clone(), state = state, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// `The first of the three to be suspended`, of the one that was last; `the first of the present partners`, of one before
/// whom others came.
fn of_some(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let reading = &passage.text.reading;
    let said = said_here(material, passage);
    let [status] = &said[..] else { return None };
    let (sign, is_first) = passage.signs.iter().find_map(|sign| {
        let is_first = is_end(sign)?;
        let tied =
            reading.spelt(sign.range.end..passage.range.end).next().is_some_and(|(range, _)| reading.ties(range));
        (tied && sign.range.end <= status.range.start).then_some((sign, is_first))
    })?;
    let between = sign.range.end..status.range.start;
    if passage.signs.iter().any(|own| between.contains(&own.range.start) && matches!(own.says, Says::Founder)) {
        return None;
    }
    let coming = coming(material, passage, sign.range.start, Some(status))?;
    let counted = passage.quantities().find_map(|(mention, quantity)| {
        let near =
            mention.range.start >= sign.range.end && reading.between(sign.range.end..mention.range.start)? <= NEXT;
        quantity.count().filter(|_| near)
    });
    // `the first of the partners to host a summit` is no first of them.
    let goes_on = reading.words_after(status.range.end).next().is_some();
    let far = reading.between(between).is_none_or(|words| words > NEXT + 3);
    let known = coming.known(material);
    let all = material.rosters[known.roster].spells_of(&known.status.id);
    let others: Vec<&&Spell> = all.iter().filter(|other| other.state != coming.state).collect();
    // How many can have come behind it, or before it where it is said to be the last.
    let beyond = |own: &Spell, other: &Spell| {
        let (own, other) = (begun(own), begun(other));
        if is_first { other.1 >= own.0 } else { other.0 <= own.1 }
    };
    let fits = |own: &&&Spell| match counted {
        Some(count) => {
            let many = others.iter().filter(|other| beyond(own, other)).count();
            many + 1 >= usize::try_from(count).unwrap_or(usize::MAX)
        }
        None => others.iter().filter(|other| lasts(material, other)).all(|other| beyond(own, other)),
    };
    let is_alone = counted.is_none() && others.is_empty();
    if goes_on || far || is_alone || coming.spells.iter().any(|own| fits(&own)) {
        return None;
    }
    let own = coming.spells.first()?;
    let rival = others.iter().find(|other| !beyond(own, other) && (counted.is_some() || lasts(material, other)))?;
    let said = passage.part(&(sign.range.start..status.range.end));
    let title = message!(findings::ordinal_in_text, said = said.clone());
    let (state, text) = (material.state_name(&rival.state).to_owned(), passage.text.text.to_owned());
    let dates = Value::list([rival.from]);
    let detail = message!(findings::length_other, said = said.clone(), state = state, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// Whether what a sign says is the first of some, or else the last.
const fn is_end(sign: &Sign) -> Option<bool> {
    match sign.says {
        Says::Ordinal(1) | Says::Oldest => Some(true),
        Says::Newest | Says::Lasts => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::ordinals::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    fn note(state: &str, status: &str, text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let mut spells = briefing.rosters[0].spells.iter_mut();
            let own = spells.find(|spell| spell.state.as_str() == state && spell.status.as_str() == status);
            own.expect(state).note = Some(text.to_owned());
        })
    }

    #[test]
    fn a_note_says_which_one_its_spell_is() {
        for (state, status, right, wrong) in [
            ("iran", "member", "The ninth member.", "The eighth member."),
            (
                "belarus",
                "member",
                "Das zehnte Land; den Tag nennt keine Quelle.",
                "Das dritte Land; den Tag nennt keine Quelle.",
            ),
            ("belarus", "member", "Le dixième membre.", "Le neuvième membre."),
            ("iran", "member", "Девятый член организации.", "Десятый член организации."),
            ("laos", "sco-partner", "The seventeenth SCO partner.", "The fifteenth SCO partner."),
            ("laos", "sco-partner", "Laos is the seventeenth SCO partner.", "Laos is the fifteenth SCO partner."),
            ("belarus", "member", "The first new one since Iran in 2023.", "The first new one since India in 2017."),
            ("belarus", "member", "Das erste neue Mitglied seit Iran.", "Das erste neue Mitglied seit Indien."),
            (
                "turkiye",
                "dialogue-partner",
                "Second of the present ones.",
                "The first of the present dialogue partners.",
            ),
        ] {
            assert_eq!(note(state, status, right), [""; 0], "{right}");
            assert_eq!(note(state, status, wrong), ["Warn ordinal-in-text"], "{wrong}");
        }
        for text in [
            "At the second attempt.",
            "Its third application, of 2015, was accepted.",
            "The second member to leave the EU.",
            "Since the fifth session an observer.",
            "Signed on the second day.",
        ] {
            assert_eq!(note("iran", "member", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_sentence_says_which_one_a_state_is() {
        let wrong = [
            ("Belarus, an observer since 2015, became the ninth member in 2024.", "so"),
            ("Белоруссия, наблюдатель с 2015 года, стала девятым членом в 2024 году.", "так"),
            ("Belarus was the first to join since India.", "so"),
            ("Türkiye was the first of the present dialogue partners.", "so"),
        ];
        let right = [
            ("Belarus, an observer since 2015, became the tenth member in 2024.", "so"),
            ("Белоруссия, наблюдатель с 2015 года, стала десятым членом в 2024 году.", "так"),
            ("Belarus was the first to join since Iran.", "so"),
            ("Iran was the first to join since India.", "so"),
            ("Sri Lanka was the first of the present dialogue partners.", "so"),
            ("Türkiye was the first of the dialogue partners to host a summit.", "so"),
            ("Russia was the first of the members to sign.", "so"),
            ("Belarus became the second member of the EAEU, an observer elsewhere.", "so"),
        ];
        hold_in_pairs(CHECKS, "fourteen-partners", &wrong, &right);
    }
}
