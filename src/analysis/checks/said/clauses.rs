//! What a state is said to be in passing, in a clause of its own between commas: `Malta, a full member since 2013, …`,
//! `Malta, which has not joined the league`. What the sentence around it denies or wishes is another thing.

use std::ops::Range;

use jiff::civil;

use super::super::Material;
use super::Passage;
use super::joining::is_elsewhere;
use super::statuses::{Said, spells};
use crate::analysis::reading::{Name, Says};
use crate::analysis::roster::holds;
use crate::briefing::{Key, Message, Spell};
use crate::message;

/// A clause of more words says more than what a state is.
const WORDS: usize = 14;
/// So many words stand between what begins such a clause, its denial and what it denies.
const NEAR: usize = 3;

/// The clause between commas that follows the name of a state, with the name.
fn clause<'t, 'a>(passage: &Passage<'t, 'a>, state: &Name<'_>) -> Option<Passage<'t, 'a>> {
    let reading = &passage.text.reading;
    let begins = reading.behind_comma(state.range.end);
    let end = reading.ahead(begins, WORDS);
    // What goes on behind it is the sentence: a list has no clause.
    let goes_on = end < passage.range.end && reading.behind_comma(end) > end;
    let part = || passage.clause(state.range.start..end);
    (begins > state.range.end && end > begins && goes_on).then(part).filter(|part| part.states().count() == 1)
}

/// The clauses of a sentence that say in passing what a state is.
pub(super) fn aside<'t, 'a>(passage: &Passage<'t, 'a>) -> Vec<Passage<'t, 'a>> {
    passage.states().filter_map(|state| clause(passage, state)).collect()
}

/// Whether a sentence speaks of what is now, or may be.
pub(super) fn is_of_now(passage: &Passage<'_, '_>) -> bool {
    let is = passage.says_any(&[Says::Is, Says::Wish]);
    is && !passage.says_any(&[Says::Was, Says::Former, Says::Since]) && passage.all_years().is_empty()
}

/// The first state of which such a clause says that it is not in a body in which it is, or that it left it.
pub(super) fn turned<'t>(material: &Material<'_>, passage: &Passage<'t, '_>) -> Option<(&'t Key, Message)> {
    passage.states().find_map(|state| {
        let clause = clause(passage, state)?;
        let from = relative(&clause, state)?;
        if clause.says_any(&[Says::Wish, Says::Never, Says::Was]) || !clause.all_years().is_empty() {
            return None;
        }
        let detail = denied(material, &clause, state, from).or_else(|| left(material, &clause, state, from))?;
        Some((state.of, detail))
    })
}

/// The only state of a sentence of which it says that it never was what it is or was.
pub(super) fn never<'t>(
    material: &Material<'_>,
    passage: &Passage<'t, '_>,
    said: &[Said],
) -> Option<(&'t Key, Message)> {
    /// So many words stand between the denial and the status.
    const BEHIND: usize = 4;
    let (never, named) = (passage.signs_of(&[Says::Never]).next()?, passage.states().collect::<Vec<_>>());
    let [state] = named[..] else { return None };
    let role = said.iter().find(|said| {
        let behind = never.range.end..said.range.start;
        said.range.start >= never.range.end
            && passage.range.contains(&said.range.start)
            && passage.text.reading.between(behind.clone()).is_some_and(|words| words <= BEHIND)
            && !passage.text.reading.parts_clauses(behind)
    })?;
    let open = passage.says_any(&[Says::Wish, Says::Before, Says::Until, Says::Only, Says::Since]);
    let elsewhere = passage.is_of_another_body(material) || is_elsewhere(material, passage);
    // `never an observer of the talks`, `never an observer state alone`.
    let goes_on = passage.text.reading.words_after(role.range.end).next().is_some();
    let of_body = || material.statuses().names_organisation(passage, role.range.end..passage.range.end);
    if state.range.end > never.range.start
        || open
        || elsewhere
        || !passage.all_years().is_empty()
        || goes_on && !of_body()
    {
        return None;
    }
    let own = spells(material, &role.of, state.of);
    let as_of = material.briefing.manifest.as_of.last_day();
    let spell = own.iter().find(|spell| spell.from.last_day() <= as_of)?;
    Some((state.of, begins(material, passage, state, spell)))
}

/// Where a clause goes on behind what begins it: `which`.
fn relative(clause: &Passage<'_, '_>, state: &Name<'_>) -> Option<usize> {
    let close = |range: &Range<usize>| clause.apart(&state.range, range).is_some_and(|words| words <= 2);
    clause.signs_of(&[Says::Relative]).find(|sign| close(&sign.range)).map(|sign| sign.range.end)
}

/// Where one of some is said soon behind a place.
fn soon(clause: &Passage<'_, '_>, from: usize, all: &[Says]) -> Option<Range<usize>> {
    let close = |range: &Range<usize>| {
        range.start >= from && clause.text.reading.between(from..range.start).is_some_and(|words| words <= NEAR)
    };
    clause.signs_of(all).find(|sign| close(&sign.range)).map(|sign| sign.range.clone())
}

/// `which has not joined the league`, of one that is in it.
fn denied(material: &Material<'_>, clause: &Passage<'_, '_>, state: &Name<'_>, from: usize) -> Option<Message> {
    let not = soon(clause, from, &[Says::Not])?;
    let verb = soon(clause, not.end, &[Says::Joins, Says::Member])?;
    let own = of_body(material, clause, state, &verb)?;
    let spell = own.iter().find(|spell| is_now(material, spell))?;
    Some(begins(material, clause, state, spell))
}

/// `which left the league`, of one that never did.
fn left(material: &Material<'_>, clause: &Passage<'_, '_>, state: &Name<'_>, from: usize) -> Option<Message> {
    let verb = soon(clause, from, &[Says::Leaves])?;
    if clause.says(Says::Not) {
        return None;
    }
    let own = of_body(material, clause, state, &verb)?;
    let never = own.iter().all(|spell| spell.until.is_none() && is_now(material, spell));
    let spell = own.first().filter(|_| never)?;
    Some(begins(material, clause, state, spell))
}

/// The spells of a state in what states join, where the organisation is named right beside a verb.
fn of_body<'m>(
    material: &'m Material<'_>,
    clause: &Passage<'_, '_>,
    state: &Name<'_>,
    verb: &Range<usize>,
) -> Option<Vec<&'m Spell>> {
    let (statuses, reading) = (material.statuses(), &clause.text.reading);
    let beside = reading.back(verb.start, NEAR)..reading.ahead(verb.end, NEAR).min(clause.range.end);
    statuses.is_named(clause, beside).then(|| spells(material, &statuses.firsts, state.of))
}

/// Whether a spell goes on, on the day of the briefing and as far as the roster is known.
fn is_now(material: &Material<'_>, spell: &Spell) -> bool {
    let known = material.rosters.iter().map(|of| of.members.roster.known_until.last_day());
    let days: Vec<civil::Date> = known.chain([material.briefing.manifest.as_of.first_day()]).collect();
    days.into_iter().all(|day| holds(spell, day))
}

fn begins(material: &Material<'_>, clause: &Passage<'_, '_>, state: &Name<'_>, spell: &Spell) -> Message {
    let all = &material.statuses().all;
    let status = all.iter().find(|known| known.status.id == spell.status);
    let status = status.map(|known| known.status.in_text().to_owned()).unwrap_or_default();
    let (state, text) = (material.state_name(state.of).to_owned(), clause.text.text.to_owned());
    message!(findings::status_begins, state = state, status = status, date = spell.from, text = text)
}

#[cfg(test)]
mod tests {
    use super::super::standing::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn a_clause_says_what_a_state_is() {
        for text in [
            "India, which has not joined the SCO, would not say so.",
            "Kazakhstan, which left the SCO with others, is not counted.",
            "Индия, которая не вступила в ШОС, этого не говорит.",
            "L’Inde, qui n’a pas rejoint l’OCS, ne le dirait pas.",
            "Indien, das der SCO nicht beigetreten ist, sagt es nicht.",
            "Türkiye, a full member of the SCO since 2014, would not have liked it.",
            "Belarus was never an observer.",
            "Belarus war nie Beobachter.",
            "Беларусь никогда не была наблюдателем.",
            "India was never an observer of the SCO.",
        ] {
            assert_eq!(reason_after(CHECKS, "may-accords-discussed", text), ["Warn status-in-text"], "{text}");
        }
        for text in [
            "Armenia, which has not joined the SCO, would not say so.",
            "India, which has not joined the group of Vienna, would not say so.",
            "India, which had not joined the SCO then, would not say so.",
            "Kazakhstan, which left the talks with others, is not counted.",
            "Türkiye, a dialogue partner of the SCO since 2013, would not have liked it.",
            "India, a member of the SCO, may not have liked it.",
            "Armenia was never an observer.",
            "Belarus was never an observer before 2015.",
            "Belarus was never a mere observer of the talks.",
            "India was never an observer of the EAEU.",
            "Armenien war nie Beobachter.",
        ] {
            assert_eq!(reason_after(CHECKS, "may-accords-discussed", text), [""; 0], "{text}");
        }
    }
}
