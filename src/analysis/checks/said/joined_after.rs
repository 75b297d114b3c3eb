//! How many years one state came to a status after another: `Belarus joined two years after Iran`, against the days on which
//! their spells began.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::super::texts::About;
use super::super::{Finding, Material};
use super::Passage;
use super::statuses::spells as in_status;
use crate::analysis::reading::{Mention, Name, Named, Says, Sign, Unit};
use crate::briefing::{Date, Key, Spell, Value};
use crate::message;

/// So many words stand between a state and how much later it came, and between that and the state it came after.
const BEFORE: usize = 6;
const BEHIND: usize = 1;

/// The spells of a state in all rosters.
fn spells<'m>(material: &'m Material<'_>, state: &Key) -> Vec<&'m Spell> {
    material.rosters.iter().filter_map(|of| of.spells.get(state)).flatten().copied().collect()
}

/// So many years before something or after it.
fn counted<'t>(passage: &Passage<'t, '_>) -> Option<(&'t Mention, i64, &'t Sign)> {
    let reading = &passage.text.reading;
    passage.quantities().find_map(|(mention, quantity)| {
        let count = i64::from(quantity.count().filter(|_| quantity.unit == Some(Unit::Years))?);
        let sign = passage.signs_of(&[Says::Before, Says::After]).find(|sign| {
            // The word for years stands between them.
            sign.range.start >= mention.range.end
                && reading.between(mention.range.end..sign.range.start).is_some_and(|words| words <= 1)
        })?;
        Some((mention, count, sign))
    })
}

fn is_bound(passage: &Passage<'_, '_>, mention: &Range<usize>) -> bool {
    let bounds = [Says::Round, Says::Nearly, Says::Over, Says::Under, Says::Bound, Says::More];
    passage.near_before(mention, &bounds, 2)
}

/// Whether so many years lie between two days. From a year to another, and from a day to another, may be one more or less.
fn lie(early: civil::Date, late: civil::Date, count: i64) -> bool {
    let years = i64::from(late.year() - early.year());
    let days = i64::from((late - early).get_days());
    years == count || (days - count * 365).abs() <= 190
}

/// `Ten years after the others`, of a note of a spell; `no founder, it joined three years later`, of one state: from the
/// beginning of another spell of its status, or from the founding.
fn of_one(material: &Material<'_>, passage: &Passage<'_, '_>, states: &[&Name<'_>]) -> Option<Finding> {
    let reading = &passage.text.reading;
    let (mention, count, sign) = counted(passage)?;
    let after = sign.says == Says::After && !is_bound(passage, &mention.range);
    if !after || passage.is_of_another_body(material) || !passage.all_years().is_empty() {
        return None;
    }
    let statuses = material.statuses();
    let of_others = reading.words_between(sign.range.end..passage.range.end).take(BEHIND + 1);
    let of_others = of_others.into_iter().any(|(_, word)| reading.is_others(word));
    let ends = reading
        .words_after(sign.range.end)
        .next()
        .is_none_or(|_| passage.says(Says::Joins) || passage.says(Says::Becomes));
    let founded = passage.says_any(&[Says::Founder, Says::Founded]);
    let (own, of): (Vec<&Spell>, usize) = match (passage.text.about, states) {
        (About::Spell(spell), []) if of_others => (vec![spell], statuses.of_spell(material, spell)?),
        (_, [state]) if founded && ends && state.range.end <= mention.range.start => {
            let of = *statuses.firsts.first()?;
            (in_status(material, &[of], state.of), of)
        }
        _ => return None,
    };
    let known = statuses.all.get(of)?;
    let roster = material.rosters.get(known.roster)?;
    let others = roster.spells_of(&known.status.id).iter().filter(|other| of_others && !own.contains(other));
    let from = others.map(|other| other.from).chain([roster.members.roster.organisation.founded]);
    let from: BTreeSet<Date> = from.collect();
    let fits = |spell: &&Spell| from.iter().any(|from| lie(from.first_day(), spell.from.first_day(), count));
    if own.is_empty() || own.iter().any(fits) {
        return None;
    }
    let said = passage.part(&(mention.range.start..sign.range.end));
    let title = message!(findings::interval_in_text, said = said.clone());
    let dates = from.into_iter().take(3).chain(own.iter().map(|spell| spell.from).take(3));
    let (dates, text) = (Value::list(dates), passage.text.text.to_owned());
    let detail = message!(findings::interval_of_states, said = said.clone(), dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// Another number of years than lies between the beginnings of any two of their spells in one status.
pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let states: Vec<_> = passage.names.iter().filter(|name| name.kind == Named::State).collect();
    let [first, second] = states[..] else { return of_one(material, passage, &states) };
    if !passage.says_any(&[Says::Joins, Says::Becomes]) || passage.is_of_another_body(material) {
        return None;
    }
    let reading = &passage.text.reading;
    let (mention, count, sign) = counted(passage)?;
    let stands = first.range.end <= mention.range.start
        && reading.between(first.range.end..mention.range.start).is_some_and(|words| words <= BEFORE)
        && sign.range.end <= second.range.start
        && reading.between(sign.range.end..second.range.start).is_some_and(|words| words <= BEHIND);
    let whole = !reading.parts_clauses(first.range.end..second.range.start);
    if !stands || !whole || is_bound(passage, &mention.range) {
        return None;
    }
    let (own, other) = (spells(material, first.of), spells(material, second.of));
    // From a year to another, and from a day to another, may be one more or less.
    let fits = |spell: &Spell, from: &Spell| {
        let (a, b) = (spell.from.first_day(), from.from.first_day());
        let (late, early) = if sign.says == Says::After { (a, b) } else { (b, a) };
        lie(early, late, count)
    };
    let pairs = own.iter().flat_map(|spell| other.iter().map(move |from| (*spell, *from)));
    let mut same = pairs.filter(|(spell, from)| spell.status == from.status).peekable();
    same.peek()?;
    if same.any(|(spell, from)| fits(spell, from)) {
        return None;
    }
    let said = passage.part(&(mention.range.start..second.range.end));
    let title = message!(findings::interval_in_text, said = said.clone());
    let detail = message!(
        findings::interval_of_states,
        said = said.clone(),
        dates = Value::list(own.iter().chain(&other).map(|spell| spell.from).take(6)),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::intervals::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn so_many_years_lie_between_two_who_joined() {
        let wrong = [
            ("Belarus joined two years after Iran.", "so"),
            ("India joined three years before Iran.", "so"),
            ("Белоруссия вступила на три года позже Ирана.", "так"),
            ("Belarus trat drei Jahre nach Iran bei.", "so"),
            ("Bielorrusia ingresó tres años después de Irán.", "así"),
        ];
        let right = [
            ("Belarus joined one year after Iran.", "so"),
            ("India joined six years before Iran.", "so"),
            ("Belarus joined, and two years after it Iran was host.", "so"),
            ("Belarus joined nearly two years after Iran.", "so"),
            ("Belarus did not join two years after Iran.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }

    #[test]
    fn so_many_years_lie_between_a_state_and_the_others() {
        let note = |text: &str| {
            found_after(CHECKS, |briefing| {
                let mut spells = briefing.rosters[0].spells.iter_mut();
                let own = spells.find(|spell| spell.state.as_str() == "belarus" && spell.status.as_str() == "observer");
                own.expect("a spell").note = Some(text.to_owned());
            })
        };
        // From 2015; the others from 2004, 2005 and 2012.
        for text in
            ["Ten years after the others.", "Zehn Jahre nach den anderen.", "Nearly nine years after the others."]
        {
            assert_eq!(note(text), [""; 0], "{text}");
        }
        for text in
            ["Five years after the others.", "Fünf Jahre nach den anderen aufgenommen.", "Cinq ans après les autres."]
        {
            assert_eq!(note(text), ["Warn interval-in-text"], "{text}");
        }
        let wrong = [
            ("India was no founder and joined twelve years later.", "so"),
            ("Indien war kein Gründer und trat zwölf Jahre später bei.", "so"),
        ];
        let right = [
            ("India was no founder and joined sixteen years later.", "so"),
            ("Indien war kein Gründer und trat sechzehn Jahre später bei.", "so"),
            ("India joined; twelve years later it was host.", "so"),
        ];
        hold_in_pairs(CHECKS, "wider-remit", &wrong, &right);
    }
}
