//! Before and after: does what a text says came before an event come before it, and as long?

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::super::days_said::{Days, of_event};
use super::super::texts::{About, TOGETHER, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::places::summit;
use super::{Passage, each_told};
use crate::analysis::reading::{Day, Mention, Named, Says, Sign, Unit};
use crate::briefing::{Date, Event, Precision, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "order-in-text",
    needs: Needs::Meeting,
    holds: label!(checks::order_in_text),
    run: |material| {
        let occasions = Occasions::of(material);
        each_told(material, |passage| {
            let order = before_or_after(material, &occasions, passage);
            order.or_else(|| how_long(material, &occasions, passage)).or_else(|| came_or_left(material, passage))
        })
        .into_iter()
        .chain(each_held(material, one_after_the_other))
        .collect()
    },
}];

/// So many words stand between `before` and what it is before.
const NEAR: usize = 5;
/// By so many weeks or months a number of them may be off, by half of one.
const HALF: i64 = 2;
/// Whoever goes on to somewhere is there within so many days.
const DAYS: i32 = 14;

/// The events that texts name by what they are, each the only one of its kind.
struct Occasions<'a> {
    summit: Option<&'a Event>,
    talks: Option<(Days, String)>,
}

impl<'a> Occasions<'a> {
    fn of(material: &Material<'a>) -> Self {
        let briefing = material.briefing;
        let summit = summit(material).filter(|event| event.from.precision() == Precision::Day);
        let meeting = briefing.meeting.as_ref().filter(|meeting| meeting.date.precision() == Precision::Day);
        let talks = meeting.map(|meeting| {
            let days = (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day());
            (days, meeting.headline.text.clone())
        });
        Self { summit, talks }
    }

    /// The days of what a word names, and what that is called.
    fn named(&self, sign: &Sign) -> Option<(Days, String)> {
        match sign.says {
            Says::Summit => self.summit.map(|event| (of_event(event), event.label.clone())),
            Says::Talks => self.talks.clone(),
            _ => None,
        }
    }
}

/// What a sentence can speak of as before or after something: the days of the events at the places that it names, or else
/// of those that are read where it is.
fn subjects(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Days> {
    let briefing = material.briefing;
    let exact = |event: &&Event| event.from.precision() == Precision::Day;
    let meeting = || {
        let meeting = briefing.meeting.iter().filter(|meeting| meeting.date.precision() == Precision::Day);
        meeting.map(|meeting| (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day())).collect()
    };
    match passage.text.about {
        About::Meeting => meeting(),
        About::Event(event) => Some(event).filter(exact).map(of_event).into_iter().collect(),
        _ if passage.text.claim().is_some() => {
            let places = passage.names.iter().filter(|name| name.kind == Named::Place);
            let mut events: BTreeSet<usize> =
                places.flat_map(|name| material.events_in(material.name(name.of))).copied().collect();
            if events.is_empty() {
                let here = briefing.locators(passage.text.citations).take(TOGETHER);
                events.extend(here.flat_map(|at| material.events_at(at)).copied());
            }
            let events = events.into_iter().filter_map(|number| briefing.chronology().get(number));
            events.filter(exact).map(of_event).collect()
        }
        _ => Vec::new(),
    }
}

/// `ahead of the summit`, of what was after it.
fn before_or_after(material: &Material<'_>, occasions: &Occasions<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let way = |says: Says| match says {
        Says::Before => Some(true),
        Says::DaysOff(days) if days < 0 => Some(true),
        Says::After => Some(false),
        Says::DaysOff(days) if days > 0 => Some(false),
        _ => None,
    };
    let days_named: Vec<&Mention> = passage.mentions.iter().filter(|mention| mention.days().any(Day::is_day)).collect();
    // `on 15 July 2025, two days after the talks`: the day that it stands behind.
    let own_day = match days_named[..] {
        [] => None,
        [only] => Some((only.range.clone(), only.days().next()?.whole()?)),
        _ => return None,
    };
    passage.signs_of(&[Says::Summit, Says::Talks]).find_map(|noun| {
        let (days, called) = occasions.named(noun)?;
        // The nearest of such words before it, with nothing else of the kind between.
        let sign = passage.signs.iter().rev().find(|sign| {
            let near = sign.range.end <= noun.range.start
                && passage.apart(&sign.range, &noun.range).is_some_and(|words| words <= NEAR);
            near && way(sign.says).is_some()
        })?;
        let others = passage.signs.iter().filter(|sign| sign.range.start <= noun.range.start);
        let ways: BTreeSet<bool> =
            others.filter(|other| other.range.start >= sign.range.start).filter_map(|sign| way(sign.says)).collect();
        let [before] = ways.into_iter().collect::<Vec<_>>()[..] else { return None };
        let all: Vec<Days> = match &own_day {
            Some((range, day)) => {
                let behind = range.end <= sign.range.start;
                let near = passage.apart(range, &sign.range).is_some_and(|words| words <= NEAR);
                (behind && near).then_some((*day, *day)).into_iter().collect()
            }
            None => subjects(material, passage).into_iter().filter(|own| *own != days).collect(),
        };
        // `after the talks he flew on to Wonsan`: what counts is when somebody came there, some days from it.
        let going = passage.says_any(&[Says::Going, Says::LeftFor]);
        let near = |own: &Days| (own.0 - days.0).get_days().abs() <= DAYS;
        let contrary = |own: &Days| match (before, going) {
            (true, _) => own.0 > days.1,
            (false, false) => own.1 < days.0,
            (false, true) => own.0 < days.0 && near(own),
        };
        if all.is_empty() || !all.iter().all(contrary) {
            return None;
        }
        Some(finding(material, passage, &(sign.range.start..noun.range.end), (called, days), &all))
    })
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    (event, days): (String, Days),
    all: &[Days],
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::order_in_text, said = said.clone());
    let dates = Value::list(all.iter().take(3).map(|(from, _)| Date::day(*from)));
    let detail = message!(
        findings::order_other,
        said = said.clone(),
        event = event,
        date = Date::day(days.0),
        dates = dates,
        text = passage.text.text.to_owned()
    );
    passage.finding(material, &said, title, detail)
}

/// `The summit followed two weeks later`: a number of weeks or months that lie between nothing that is meant.
fn how_long(material: &Material<'_>, occasions: &Occasions<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (mention, count, days) = passage.quantities().find_map(|(mention, quantity)| {
        let days = match quantity.unit? {
            Unit::Weeks => 7,
            Unit::Months => 30,
            _ => return None,
        };
        let counted = passage.text.reading.is_counted_from(mention.range.end);
        Some((mention, i64::from(quantity.count().filter(|_| counted)?), days))
    })?;
    let noun = passage.signs_of(&[Says::Summit]).next()?;
    let (own, called) = occasions.named(noun)?;
    let mut all = subjects(material, passage);
    all.extend(occasions.talks.iter().map(|(days, _)| *days));
    all.retain(|other| *other != own);
    let apart = |other: &Days| {
        let (from, until) = if other.1 < own.0 { (other.1, own.0) } else { (own.1, other.0) };
        i64::from((until - from).get_days())
    };
    let fits = |other: &Days| (apart(other) - count * days).abs() * HALF <= days * 2;
    if all.is_empty() || all.iter().any(fits) {
        return None;
    }
    Some(finding(material, passage, &mention.range, (called, own), &all))
}

/// `From 11 to 13 July he was in Wonsan. After that he was in Kuala Lumpur on 10 July`: a sentence that begins with what is
/// before or after the one in front of it, against the days of both.
fn one_after_the_other(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// So many words may lead to it, and so many stand before the next name or number of the sentence.
    const FIRST: usize = 1;
    let all: Vec<Passage<'_, '_>> = Passage::all(text).collect();
    all.windows(2).find_map(|pair| {
        let [before, own] = pair else { return None };
        let sign = own.signs_of(&[Says::Before, Says::After, Says::Thence]).next()?;
        let at = own.text.reading.between(own.range.start..sign.range.start)?;
        let named = own.names.iter().map(|name| &name.range).chain(own.mentions.iter().map(|mention| &mention.range));
        let mut next = named.filter(|range| range.start >= sign.range.end);
        let of_nothing = next.all(|range| own.apart(&sign.range, range).is_none_or(|words| words > FIRST));
        if at > FIRST || !of_nothing || !own.is_told(material) || !before.is_told(material) {
            return None;
        }
        let days = |passage: &Passage<'_, '_>, year: Option<i16>| -> Option<Days> {
            let days = passage.mentions.iter().flat_map(Mention::days);
            let whole = days.map(|day| Day { year: day.year.or(year), ..day }.whole());
            let whole = whole.collect::<Option<Vec<civil::Date>>>()?;
            Some((*whole.iter().min()?, *whole.iter().max()?))
        };
        let year = before.all_years().last().copied();
        let (first, second) = (days(before, year)?, days(own, year)?);
        let contrary =
            if sign.says == Says::Before { second.0 > first.1 } else { second.1 < first.1 && second.0 < first.0 };
        contrary.then(|| finding(material, own, &sign.range, (before.part(&before.range), first), &[second]))
    })
}

/// `Lavrov left for North Korea`, where somebody came from.
fn came_or_left(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let briefing = material.briefing;
    let meeting = briefing.meeting.as_ref().filter(|meeting| meeting.date.precision() == Precision::Day)?;
    let on: civil::Date = meeting.date.first_day();
    passage.text.claim()?;
    passage.signs_of(&[Says::CameFrom, Says::LeftFor]).find_map(|sign| {
        let name = passage.names.iter().find(|name| name.range.start >= sign.range.end)?;
        if passage.apart(&sign.range, &name.range)? > 1 || !matches!(name.kind, Named::Place | Named::State) {
            return None;
        }
        // Where somebody was: the events that are read here, and name the place.
        let here = briefing.locators(passage.text.citations).take(TOGETHER);
        let events: BTreeSet<usize> = here.flat_map(|at| material.events_at(at)).copied().collect();
        let names_it = |number: &usize| {
            let label = material.texts().label(*number);
            let place = briefing.chronology().get(*number).map(|event| event.place.as_str());
            label.is_some_and(|label| label.names.iter().any(|other| other.of == name.of))
                || place == Some(material.name(name.of))
        };
        let stays = events.into_iter().filter(names_it).filter_map(|number| briefing.chronology().get(number));
        let days: Vec<Days> = stays.filter(|event| event.from.precision() == Precision::Day).map(of_event).collect();
        let contrary = |own: &Days| if sign.says == Says::LeftFor { own.0 < on } else { own.0 > on };
        if days.is_empty() || !days.iter().all(contrary) {
            return None;
        }
        let event = (meeting.headline.text.clone(), (on, on));
        Some(finding(material, passage, &(sign.range.start..name.range.end), event, &days))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn headline(text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let meeting = briefing.meeting.as_mut().expect("a meeting");
            text.clone_into(&mut meeting.headline.text);
        })
    }

    fn point(text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let points = &mut briefing.claims.key_points;
            let point =
                points.iter_mut().find(|point| point.claim.as_str() == "by-way-of-north-korea").expect("a point");
            text.clone_into(&mut point.text);
        })
    }

    #[test]
    fn what_is_before_something_is_not_after_it() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            (
                "Lavrov and Wang meet in Beijing ahead of the SCO summit",
                "Lavrov and Wang meet in Beijing after the SCO summit",
            ),
            (
                "Seven weeks before the SCO summit Lavrov and Wang meet",
                "Lavrov and Wang meet a week after the SCO summit",
            ),
            ("Лавров и Ван И встречаются перед саммитом ШОС", "Лавров и Ван И встречаются после саммита ШОС"),
            (
                "Lavrov et Wang se rencontrent avant le sommet de l’OCS",
                "Lavrov et Wang se rencontrent après le sommet de l’OCS",
            ),
            (
                "Lavrov y Wang se reúnen antes de la cumbre de la OCS",
                "Lavrov y Wang se reúnen después de la cumbre de la OCS",
            ),
            ("Lawrow und Wang treffen sich vor dem Gipfel", "Lawrow und Wang treffen sich nach dem Gipfel"),
        ] {
            assert_eq!(headline(right), [""; 0], "{right}");
            assert_eq!(headline(wrong), ["Warn order-in-text"], "{wrong}");
        }
        assert_eq!(headline("Lavrov and Wang meet; the summit follows seven weeks later"), [""; 0]);
        assert_eq!(headline("Lavrov and Wang meet; the summit follows two weeks later"), ["Warn order-in-text"]);
    }

    #[test]
    fn who_goes_on_to_somewhere_is_there_afterwards() {
        let reason = |text: &str| crate::analysis::checks::tests::reason_after(CHECKS, "by-way-of-north-korea", text);
        for text in [
            "Lavrov was in Wonsan from 11 to 13 July 2025. From there he went on to Kuala Lumpur, on 10 and 11 July.",
            "Only after the talks did he fly on to Wonsan.",
            "Лавров был в Вонсане с 11 по 13 июля 2025 года. Оттуда он поехал в Куала-Лумпур, где был 10 и 11 июля.",
        ] {
            assert_eq!(reason(text), ["Warn order-in-text"], "{text}");
        }
        for text in [
            "Lavrov was in Kuala Lumpur on 10 and 11 July 2025. From there he went on to Wonsan, from 11 to 13 July.",
            "After the talks he flew on to Tianjin.",
        ] {
            assert_eq!(reason(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn who_came_from_somewhere_had_been_there() {
        let council = "two days after the talks the SCO’s foreign ministers convened in Tianjin.";
        assert_eq!(point(&format!("Lavrov came from North Korea; {council}")), [""; 0]);
        assert_eq!(point(&format!("Lavrov left for North Korea; {council}")), ["Warn order-in-text"]);
        assert_eq!(
            point("Two days before the talks the foreign ministers convened in Tianjin."),
            ["Warn order-in-text"]
        );
    }
}
