//! How old, how long, and which way: the age of an organisation, the day it was founded on, how many days something took,
//! and so many days before or after a day.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::super::days_said::of_event;
use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs};
use super::places::{read_at, summit};
use super::{Passage, each_passage, each_told};
use crate::analysis::reading::{Day, Mention, Named, Quantity, Says, Sign, Unit, What};
use crate::briefing::{Date, Event, Period, Precision, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "age-in-text",
        needs: Needs::Organisation,
        holds: label!(checks::age_in_text),
        run: |material| each_told(material, |passage| age(material, passage).or_else(|| founded(material, passage))),
    },
    Check {
        key: "duration-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::duration_in_text),
        run: |material| {
            let summit = summit(material).filter(|event| is_exact(event));
            each_told(material, |passage| {
                length(material, summit, passage)
                    .or_else(|| stayed(material, passage))
                    .or_else(|| years_of(material, passage))
            })
        },
    },
    Check {
        key: "before-or-after",
        needs: Needs::Nothing,
        holds: label!(checks::before_or_after),
        run: |material| each_passage(material, |passage| turned(material, passage)),
    },
];

/// So many words stand between an age and what says that it is one.
const NEAR: usize = 3;
/// No clause before an age has more words.
const MANY: usize = 40;

/// The day on which the only organisation that a sentence can speak of was founded.
fn founding(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Date> {
    let [roster] = &material.rosters[..] else { return None };
    let others = passage.names.iter().any(|name| name.kind != Named::Topic);
    let named = material.statuses().names_organisation(passage, passage.range.clone());
    (!others && named).then_some(roster.members.roster.organisation.founded)
}

/// How many years something is old by a sentence: `24 years old`, `its 20th anniversary`.
fn aged(passage: &Passage<'_, '_>) -> Option<(Range<usize>, i16)> {
    let old = passage.signs_of(&[Says::Old]).next()?;
    let near = |range: &Range<usize>| {
        range.start <= old.range.start && range.end >= old.range.end
            || passage.apart(range, &old.range).is_some_and(|words| words <= NEAR)
    };
    let years = passage.quantities().find_map(|(mention, quantity)| {
        let count = i16::try_from(quantity.count()?).ok()?;
        let counts = matches!(quantity.unit, Some(Unit::Years) | None);
        (counts && near(&mention.range)).then(|| (mention.range.clone(), count))
    });
    years.or_else(|| {
        passage.signs.iter().find_map(|sign| match sign.says {
            Says::Ordinal(number) if near(&sign.range) => Some((sign.range.clone(), i16::try_from(number).ok()?)),
            _ => None,
        })
    })
}

/// Whether what is so old is something else: what stands before the verb of its clause has more than one word, and none of
/// them is the organisation.
fn is_of_another(material: &Material<'_>, passage: &Passage<'_, '_>, age: &Range<usize>) -> bool {
    let reading = &passage.text.reading;
    let old = passage.signs_of(&[Says::Old]).next().map_or(age.start, |old| old.range.start.max(age.start));
    let clause = reading.back(old, MANY).max(passage.range.start);
    let verb =
        passage.signs_of(&[Says::Was, Says::Is]).rfind(|sign| clause <= sign.range.start && sign.range.end <= old);
    let Some(verb) = verb else { return false };
    let subject = clause..verb.range.start;
    reading.words_between(subject.clone()).count() > 1 && !material.statuses().names_organisation(passage, subject)
}

fn age(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, said) = aged(passage)?;
    if is_of_another(material, passage, &range) {
        return None;
    }
    let founded = founding(material, passage)?.first_day();
    let years = passage.all_years();
    // Where no year is named, then is when the document appeared.
    let now = material.briefing.manifest.as_of.first_day();
    let ages: BTreeSet<i16> = if years.is_empty() {
        let had = i16::from((now.month(), now.day()) >= (founded.month(), founded.day()));
        [now.year() - founded.year() - 1 + had].into()
    } else {
        years.iter().flat_map(|year| [year - founded.year() - 1, year - founded.year()]).collect()
    };
    if said < 2 || ages.contains(&said) {
        return None;
    }
    let said = passage.part(&range);
    let known = Value::list(ages.into_iter().filter_map(|age| u64::try_from(age).ok()));
    let title = message!(findings::age_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail =
        message!(findings::age_other, said = said.clone(), known = known, founded = Date::day(founded), text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// `was founded in June 2001`, on another day.
fn founded(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between the founding and its day.
    const BESIDE: usize = 4;
    let sign = passage.signs_of(&[Says::Founded]).next()?;
    let founded = founding(material, passage)?;
    let (mention, day) = passage.mentions.iter().find_map(|mention| match mention.what {
        What::Day(day) => {
            let beside = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= BESIDE);
            (beside && day.year.is_some()).then_some((mention, day))
        }
        _ => None,
    })?;
    if day.meets(founded.first_day(), founded.last_day()) {
        return None;
    }
    let said = passage.part(&mention.range);
    let title = message!(findings::age_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::founded_other, said = said.clone(), founded = founded, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// How many days something took by a sentence.
fn lasted(passage: &Passage<'_, '_>) -> Option<(Range<usize>, i64)> {
    let long = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Long(days) => Some((sign.range.clone(), i64::from(days))),
        _ => None,
    });
    long.or_else(|| {
        let sign = passage.signs_of(&[Says::Lasts]).next()?;
        passage.quantities().find_map(|(mention, quantity)| {
            let beside = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR);
            let days = quantity.unit == Some(Unit::Days) && beside;
            days.then_some((mention.range.clone(), i64::from(quantity.count()?)))
        })
    })
}

/// Whether an event is known to the day.
fn is_exact(event: &Event) -> bool {
    event.from.precision() == Precision::Day
}

/// From the first to the last day of whatever a text can speak of, as known to the day: the events of its sentences and
/// sources, the summit, and the spans that are told of the same.
fn lengths(material: &Material<'_>, summit: Option<&Event>, passage: &Passage<'_, '_>) -> BTreeSet<i64> {
    let briefing = material.briefing;
    let text = passage.text;
    let count = |from: civil::Date, until: civil::Date| {
        until.since((jiff::Unit::Day, from)).map_or(0, |span| i64::from(span.get_days()) + 1)
    };
    let of = |event: &Event| {
        let (from, until) = of_event(event);
        count(from, until)
    };
    if passage.says(Says::Summit) {
        return summit.map(of).into_iter().collect();
    }
    let mut numbers = read_at(material, text);
    if let Some(claim) = text.claim() {
        numbers.extend(
            claim.evidence.iter().take(TOGETHER).flat_map(|evidence| material.events_from(evidence.source.as_str())),
        );
    }
    let events = numbers.into_iter().filter_map(|number| briefing.chronology().get(number));
    let own = if let About::Event(event) = text.about { Some(event) } else { None };
    let mut all: BTreeSet<i64> = events.chain(own).filter(|event| is_exact(event)).map(of).collect();
    let beside = material.texts().beside(briefing, text);
    for other in beside.into_iter().chain([text as &Text<'_>]) {
        for mention in &other.reading.mentions {
            match &mention.what {
                What::Span(from, until) => {
                    let year = from.year.or(until.year).unwrap_or(2000);
                    let whole = |day: &Day| Day { year: day.year.or(Some(year)), ..*day }.whole();
                    all.extend(whole(from).zip(whole(until)).map(|(from, until)| count(from, until)));
                }
                What::Quantity(Quantity { unit: Some(Unit::Days), number, .. }) if other.number() != text.number() => {
                    all.extend(i64::try_from(number.value).ok());
                }
                _ => {}
            }
        }
    }
    all
}

fn length(material: &Material<'_>, summit: Option<&Event>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, said) = lasted(passage)?;
    let known = lengths(material, summit, passage);
    // Whoever counts nights counts one less.
    let longest = known.iter().copied().max().filter(|longest| *longest > 1)?;
    if known.iter().any(|days| said == *days || said + 1 == *days && *days > 2) {
        return None;
    }
    let said = passage.part(&range);
    let title = message!(findings::duration_in_text, said = said.clone());
    let days = u64::try_from(longest).unwrap_or(0);
    let text = passage.text.text.to_owned();
    let detail = message!(findings::duration_other, said = said.clone(), days = days, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// `after three weeks in Wonsan`: as long as the events there took.
fn stayed(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (mention, days) = passage.quantities().find_map(|(mention, quantity)| {
        let days = match quantity.unit? {
            Unit::Days => 1,
            Unit::Weeks => 7,
            _ => return None,
        };
        Some((mention, i64::from(quantity.count()?) * days))
    })?;
    let place = passage.names.iter().find(|name| {
        let behind = name.range.start >= mention.range.end && matches!(name.kind, Named::Place | Named::State);
        let led = passage.says_within(&(mention.range.end..name.range.start), &[Says::In]);
        behind && led && passage.apart(&mention.range, &name.range).is_some_and(|words| words <= 2)
    })?;
    let numbers = material.events_in(material.name(place.of));
    let events: Vec<&Event> = numbers.iter().filter_map(|number| material.briefing.chronology().get(*number)).collect();
    let lasted = |event: &&Event| {
        let (from, until) = of_event(event);
        Some(i64::from(until.since((jiff::Unit::Day, from)).ok()?.get_days()) + 1)
    };
    let known: Vec<i64> =
        events.iter().copied().filter(|event| is_exact(event)).filter_map(|event| lasted(&event)).collect();
    let longest = known.iter().copied().max().filter(|longest| *longest > 1)?;
    let fits = |length: &i64| (*length - days).abs() <= 1;
    if known.len() != events.len() || known.iter().any(fits) || days < longest {
        return None;
    }
    let said = passage.part(&mention.range);
    let title = message!(findings::duration_in_text, said = said.clone());
    let longest = u64::try_from(longest).unwrap_or(0);
    let text = passage.text.text.to_owned();
    let detail = message!(findings::duration_other, said = said.clone(), days = longest, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// `That is a rise over three years`: as many as lie between the first and the last year that is told of the same.
fn years_of(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between the years and what leads to them.
    const LED: usize = 2;
    passage.text.claim()?;
    let moves = passage.says_any(&[Says::Rise, Says::Fall, Says::Growth]);
    // `the highest in the nine years` is so among all that have a figure.
    let of_all = passage.says_any(&[Says::Highest, Says::Lowest, Says::Record, Says::Since]);
    if !moves
        || of_all
        || !passage.all_years().is_empty()
        || passage.parts().next().is_some()
        || passage.says(Says::Per(12))
    {
        return None;
    }
    let (mention, count) = passage.quantities().find_map(|(mention, quantity)| {
        let counted = quantity.unit == Some(Unit::Years) && quantity.number.scale.is_none();
        let led = passage.near_before(&mention.range, &[Says::Within], LED);
        let own = passage.text.reading.is_counted_from(mention.range.end);
        Some((mention, i16::try_from(quantity.count().filter(|_| counted && led && !own)?).ok()?))
    })?;
    let beside = material.texts().beside(material.briefing, passage.text);
    let told = beside.iter().filter(|text| text.is_of_document()).flat_map(|text| text.reading.years());
    let years: BTreeSet<i16> = told.chain(passage.text.reading.years()).collect();
    let (first, last) = (*years.first()?, *years.last()?);
    // Both ends may be counted, and a part of the years be meant.
    if count <= last - first + 1 || first == last {
        return None;
    }
    let said = passage.part(&mention.range);
    let title = message!(findings::duration_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let (from, to) = (Period::of_year(first), Period::of_year(last));
    let detail = message!(findings::duration_years, said = said.clone(), from = from, to = to, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// `15 June, 88 days after the attacks of 11 September`: as many days, in the other direction.
fn turned(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let whole = |mention: &Mention| match mention.what {
        What::Day(day) => Some((mention.range.clone(), day.whole()?)),
        _ => None,
    };
    let days: Vec<(Range<usize>, civil::Date)> = passage.mentions.iter().filter_map(whole).collect();
    let (_, first) = days.first()?;
    passage.quantities().find_map(|(mention, quantity)| {
        let count = (quantity.unit == Some(Unit::Days)).then(|| quantity.count()).flatten()?;
        let sign: &Sign = passage.signs_of(&[Says::Before, Says::After]).find(|sign| {
            sign.range.start >= mention.range.end
                && passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= 1)
        })?;
        let (_, other) = days.iter().find(|(range, _)| range.start >= sign.range.end)?;
        let span = first.until((jiff::Unit::Day, *other)).ok()?.get_days();
        let is_before = sign.says == Says::Before;
        let as_many = i64::from(span.unsigned_abs()) == i64::from(count);
        if !as_many || span == 0 || (span > 0) == is_before {
            return None;
        }
        let said = passage.part(&(mention.range.start..sign.range.end));
        let title = message!(findings::before_or_after, said = said.clone());
        let text = passage.text.text.to_owned();
        let detail = message!(
            findings::before_or_after_other,
            said = said.clone(),
            first = Date::day(*first),
            other = Date::day(*other),
            text = text
        );
        Some(passage.finding(material, &said, title, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn an_age_a_length_and_a_direction_are_those_of_the_days() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (id, right, wrong, key) in [
            ("ten-full-members", "The SCO was then 24 years old.", "The SCO was then 34 years old.", "age-in-text"),
            (
                "wider-remit",
                "The SCO marked its 20th anniversary in 2021.",
                "The SCO marked its 25th anniversary in 2021.",
                "age-in-text",
            ),
            (
                "ten-full-members",
                "When the SCO was founded, the Shanghai Five were five years old.",
                "The SCO was five years old.",
                "age-in-text",
            ),
            (
                "ten-full-members",
                "Der Club war 30 Jahre alt, als die SCO 2001 entstand.",
                "Die SCO war 2011 30 Jahre alt.",
                "age-in-text",
            ),
            ("ten-full-members", "ШОС основана в июне 2001 года.", "ШОС основана в июле 2001 года.", "age-in-text"),
            (
                "ten-full-members",
                "Die Organisation wurde 2001 gegründet.",
                "Die Organisation wurde 2003 gegründet.",
                "age-in-text",
            ),
            ("summit-first", "The summit lasted two days.", "The summit lasted four days.", "duration-in-text"),
            ("summit-first", "Le sommet a duré deux jours.", "Le sommet a duré quatre jours.", "duration-in-text"),
            ("by-way-of-north-korea", "Это был трёхдневный визит.", "Это был пятидневный визит.", "duration-in-text"),
            (
                "by-way-of-north-korea",
                "Der Besuch dauerte drei Tage.",
                "Der Besuch dauerte fünf Tage.",
                "duration-in-text",
            ),
            (
                "turnover-2021-2024",
                "That is a rise over three years.",
                "That is a rise over six years.",
                "duration-in-text",
            ),
            (
                "turnover-2021-2024",
                "C’est une hausse en trois ans.",
                "C’est une hausse en neuf ans.",
                "duration-in-text",
            ),
            (
                "founding-over-afghanistan",
                "It was founded on 15 June 2001, 88 days before the attacks of 11 September 2001.",
                "It was founded on 15 June 2001, 88 days after the attacks of 11 September 2001.",
                "before-or-after",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, id, right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, id, wrong), [format!("Warn {key}")], "{wrong}");
        }
        for text in ["The agency was founded in 1904 and is 120 years old.", "It took two days to be read."] {
            assert_eq!(reason_after(CHECKS, "ten-full-members", text), [""; 0], "{text}");
        }
    }
}
