//! Spans of days in words, `two days later`: do so many days lie between any that are meant?

use std::collections::BTreeSet;

use jiff::civil;

use super::days_said::spread;
use super::people_said::who_met;
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Day, Named, Unit, What};
use crate::briefing::{Date, Event, Key, Precision, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "span-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::span_in_text),
    run: |material| each_held(material, spans),
}];

/// Numbers of days that lie between none of the days that are meant.
fn spans(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let mut found = Vec::new();
    let counted = text.reading.mentions.iter().filter_map(|mention| match &mention.what {
        What::Quantity(quantity) if quantity.unit == Some(Unit::Days) => Some((mention, quantity.count()?)),
        _ => None,
    });
    for (mention, count) in counted.filter(|(mention, _)| text.reading.is_counted_from(mention.range.end)) {
        let named = spread(text).into_iter().filter_map(Day::whole).count();
        let all = distances(material, text);
        let count_of = i64::from(count);
        // Both ends of a span may be counted.
        let fits = all.iter().any(|days| *days == count_of || count > 9 && (*days - count_of).abs() <= 1 && named < 2);
        if all.is_empty() || fits {
            continue;
        }
        let said = text.part(&mention.range);
        let title = message!(findings::span_in_text, said = said.clone());
        let mut apart: Vec<u64> = all.iter().filter_map(|days| u64::try_from(*days).ok()).collect();
        apart.sort_unstable();
        apart.dedup();
        let known = Value::list(apart.into_iter().take(4));
        let detail = message!(findings::span_other, said = said.clone(), known = known, text = text.text.to_owned());
        found.push(text.finding(briefing, Outcome::Warn, title, detail).apart(&said));
    }
    found
}

/// How many days lie between the days that a text can mean: its own, those told of the same, and those of events.
pub(super) fn distances(material: &Material<'_>, text: &Text<'_>) -> Vec<i64> {
    let briefing = material.briefing;
    let mut days: Vec<civil::Date> = spread(text).into_iter().filter_map(Day::whole).collect();
    let event_days = of_events(material, text);
    let meeting = briefing.meeting.as_ref().map(|meeting| meeting.date.first_day());
    let told: Vec<i64> = material
        .texts()
        .of_claim(text)
        .flat_map(spread)
        .filter_map(Day::whole)
        .chain(meeting)
        .flat_map(|other| days.iter().map(move |day| apart(*day, other)).collect::<Vec<_>>())
        .collect();
    days.sort_unstable();
    days.dedup();
    let own = days.iter().flat_map(|a| days.iter().map(move |b| apart(*a, *b)));
    let of_events = event_days.iter().filter_map(|day| meeting.map(|meeting| apart(*day, meeting)));
    own.chain(told).chain(of_events).filter(|days| *days > 0).collect()
}

fn apart(a: civil::Date, b: civil::Date) -> i64 {
    let span = a.max(b).since((jiff::Unit::Day, a.min(b)));
    span.map_or(0, |span| i64::from(span.get_days()))
}

/// The days of the events at the places that a text names, or of whose two it names both, where each is known to the day.
fn of_events(material: &Material<'_>, text: &Text<'_>) -> Vec<civil::Date> {
    let places: BTreeSet<&str> = text.named(Named::Place).map(|name| material.name(name.of)).collect();
    let mut numbers: BTreeSet<usize> = places.iter().flat_map(|place| material.events_in(place)).copied().collect();
    let people: BTreeSet<&Key> = text.named(Named::Person).map(|name| name.of).collect();
    let has_both =
        |number: &&usize| who_met(material, **number).is_some_and(|all| all.iter().all(|key| people.contains(key)));
    numbers.extend(people.iter().flat_map(|person| material.events_of(person)).filter(has_both));
    let events: Vec<&Event> =
        numbers.into_iter().filter_map(|number| material.briefing.chronology().get(number)).collect();
    if events.iter().any(|event| event.from.precision() != Precision::Day) {
        return Vec::new();
    }
    events.iter().flat_map(|event| [Some(event.from), event.until]).flatten().map(Date::first_day).collect()
}
