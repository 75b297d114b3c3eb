//! The day of the meeting, told again beside sentences that have it right: `they met in Beijing on 14 July 2025`, in whatever
//! language the sentence is.

use std::collections::BTreeSet;

use jiff::civil;

use super::super::days_said::of_event;
use super::super::states_said::cities_within;
use super::super::{Finding, Material};
use super::Passage;
use crate::analysis::cities::{City, cities_named};
use crate::analysis::reading::{Day, Mention, Named, Says, Sign};
use crate::briefing::{Date, Key, Precision, Value};
use crate::message;

/// What lies farther apart is another meeting, in days.
const SLIP: i32 = 45;
/// So many words stand before a day that a sentence begins with.
const FIRST: usize = 1;

/// The days that a sentence names, as far as they are whole.
fn days(passage: &Passage<'_, '_>) -> BTreeSet<civil::Date> {
    passage.mentions.iter().flat_map(Mention::days).filter_map(Day::whole).collect()
}

/// Who a sentence names.
fn named<'a>(passage: &Passage<'_, 'a>) -> impl Iterator<Item = &'a Key> {
    passage.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Person)).map(|name| name.of)
}

/// A day near that of the meeting, of talks at its place among nobody else, on which nothing is known to have been.
pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let briefing = material.briefing;
    let meeting = briefing.meeting.as_ref()?;
    let exact = meeting.date.precision() == Precision::Day && meeting.until.is_none();
    let counted = [Says::Before, Says::After, Says::Since, Says::Until, Says::Summit, Says::Appears];
    let off = passage.signs.iter().any(|sign| matches!(sign.says, Says::DaysOff(_)));
    if !exact || off || passage.says_any(&counted) {
        return None;
    }
    let own = days(passage);
    let [day] = own.iter().copied().collect::<Vec<_>>()[..] else { return None };
    let on = meeting.date.first_day();
    let times = passage.mentions.iter().filter(|mention| mention.days().next().is_some()).count();
    if times != 1 || day == on || (day - on).get_days().abs() > SLIP {
        return None;
    }
    // What was told on a day need not have been on it: `reported on 14 July that they met`.
    let mention = passage.mentions.iter().find(|mention| mention.days().next().is_some())?;
    let begins =
        passage.text.reading.between(passage.range.start..mention.range.start).is_some_and(|words| words <= FIRST);
    let is_talks = |sign: &&Sign| passage.signs_of(&[Says::Talks]).any(|talks| talks.range == sign.range);
    let verb = |sign: &&Sign| sign.says == Says::Held || sign.says == Says::Meets && !is_talks(sign);
    let mut verbs = passage.signs_of(&[Says::Held, Says::Meets]).filter(verb);
    let held = passage.says_any(&[Says::Meets, Says::Talks]);
    if !held || !verbs.any(|sign| begins || sign.range.end <= mention.range.start) {
        return None;
    }
    // All that it names for a place is that of the meeting.
    let place = cities_named(&meeting.place);
    let cities = cities_within(passage.text, passage.range.clone());
    let is_it = |city: &City| place.iter().any(|own| own.state == city.state && own.names().eq(city.names()));
    let is_there = cities.iter().all(|(_, all)| all.iter().any(is_it));
    // Nothing else is known to have been there on that day.
    let also = briefing.chronology().iter().any(|event| {
        let (from, until) = of_event(event);
        (from..=until).contains(&day) && (event.place.is_empty() || cities_named(&event.place).iter().any(is_it))
    });
    if cities.is_empty() || also || !is_there || !passage.is_told(material) {
        return None;
    }
    // Another sentence about the same has the day of the meeting, and names whoever is named here.
    let beside = material.texts().beside(briefing, passage.text);
    let others = beside.into_iter().chain([passage.text]).flat_map(Passage::all);
    let mut known: BTreeSet<&Key> = BTreeSet::new();
    let mut told = false;
    for other in others.filter(|other| !std::ptr::eq(other.text, passage.text) || other.range != passage.range) {
        let of_meeting = other.mentions.iter().flat_map(Mention::days).any(|own| own.is_day() && own.meets(on, on));
        let of_day = other.mentions.iter().flat_map(Mention::days).any(|own| own.is_day() && own.meets(day, day));
        if of_day && !of_meeting && other.says_any(&[Says::Meets, Says::Talks]) {
            return None;
        }
        if of_meeting {
            told = true;
            known.extend(named(&other));
        }
    }
    if !told || !named(passage).all(|key| known.contains(key)) {
        return None;
    }
    let said = passage.part(&mention.range);
    let title = message!(findings::time_in_text, said = said.clone());
    let (dates, text) = (Value::list([Date::day(on)]), passage.text.text.to_owned());
    let detail = message!(findings::time_other, said = said.clone(), dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::acts::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};

    #[test]
    fn the_talks_have_one_day_in_every_language() {
        let added = |text: &str| {
            found_after(CHECKS, |briefing| {
                let first = &mut sentences(briefing)[0];
                first.paraphrase = format!("{} {text}", first.paraphrase);
            })
        };
        for text in [
            "The talks in Beijing were held on 16 July 2025.",
            "The talks were held in Beijing on 14 July 2025.",
            "The two ministers met in Beijing on 13 June 2025.",
            "Les deux ministres se sont rencontrés à Pékin le 13 juin 2025.",
            "Переговоры прошли в Пекине 16 июля 2025 года.",
            "Die Minister trafen sich am 12. Juli 2025 in Peking.",
            "Los ministros se reunieron en Pekín el 12 de julio de 2025.",
        ] {
            assert_eq!(added(text), ["Warn act-in-text"], "{text}");
        }
        for text in [
            "The talks in Beijing were held on 13 July 2025.",
            "The two ministers met in Beijing on 13 July 2025.",
            "Переговоры прошли в Пекине 13 июля 2025 года.",
            "Iran’s minister met his colleague in Beijing on 16 July 2025.",
            "Xi received Lavrov in Beijing on 15 July 2025.",
            "The talks in Moscow were held on 16 July 2025.",
            "The talks in Beijing were told of on 14 July 2025, a day after.",
            "They met again in Beijing in October 2025.",
            "It was reported on 14 July 2025 that they met in Beijing.",
        ] {
            assert_eq!(added(text), [""; 0], "{text}");
        }
    }
}
