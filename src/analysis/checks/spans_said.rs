//! Spans of days in words, `two days later`: do so many days lie between any that are meant?

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::days_said::spread;
use super::people_said::who_met;
use super::texts::{About, TOGETHER, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Day, Named, Says, Unit, What};
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
        if all.is_empty()
            || fits
            || lie_between(material, text, count_of, 0)
            || is_from_unknown(material, text, mention.range.end)
        {
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

/// The days that a text speaks of: those that it and the others of its claim name, of what it is about, of the meeting, and
/// of the events that are read from its sentences.
fn days_meant(material: &Material<'_>, text: &Text<'_>) -> Vec<civil::Date> {
    let briefing = material.briefing;
    let named: Vec<Day> = material.texts().of_claim(text).chain([text]).flat_map(spread).collect();
    // A day of no year is of one that stands there, or of that of the document.
    let of_document = briefing.manifest.as_of.first_day().year();
    let years: BTreeSet<i16> = named.iter().filter_map(|day| day.year).chain([of_document]).collect();
    let in_years = |day: &Day| -> Vec<civil::Date> {
        let all = years.iter().filter(|year| day.year.is_none_or(|own| own == **year));
        all.filter_map(|year| Day { year: Some(*year), ..*day }.whole()).collect()
    };
    let mut days: Vec<civil::Date> = named.iter().filter(|day| day.is_day()).flat_map(in_years).collect();
    let mut dates: Vec<Date> = Vec::new();
    match text.about {
        About::Spell(spell) => dates.extend(spell.dates()),
        About::Event(event) => dates.extend([Some(event.from), event.until].into_iter().flatten()),
        About::Milestone(milestone) => dates.push(milestone.on),
        _ => {}
    }
    dates.extend(briefing.meeting.iter().flat_map(|meeting| [Some(meeting.date), meeting.until]).flatten());
    let here = text.locators(briefing).take(TOGETHER).flat_map(|at| material.events_at(at)).take(TOGETHER);
    let read_here = here.filter_map(|number| briefing.chronology().get(*number));
    dates.extend(read_here.flat_map(|event| [Some(event.from), event.until]).flatten());
    days.extend(dates.into_iter().filter(|date| date.precision() == Precision::Day).map(Date::first_day));
    days.sort_unstable();
    days.dedup();
    days.truncate(4 * TOGETHER);
    days
}

/// Whether so many days, by some more or fewer, lie between a day that a text speaks of and another, or that of an event or
/// of a spell of a state that it names: the event that is nearest is not always one that is read with it.
pub(super) fn lie_between(material: &Material<'_>, text: &Text<'_>, count: i64, off: i64) -> bool {
    let own = days_meant(material, text);
    let states = text.named(Named::State).map(|name| name.of);
    let spells = states.filter_map(|state| material.rosters.iter().find_map(|of| of.spells.get(state))).flatten();
    let spells: BTreeSet<civil::Date> = spells
        .flat_map(|spell| spell.dates())
        .filter(|date| date.precision() == Precision::Day)
        .map(Date::first_day)
        .collect();
    let is_known = |day: civil::Date| {
        own.contains(&day) || spells.contains(&day) || material.days_of_events((day.month(), day.day())).contains(&day)
    };
    let mut steps = (count - off..=count + off).filter(|days| *days > 0).flat_map(|days| [days, -days]);
    steps.any(|days| {
        let step = jiff::Span::new().try_days(days);
        step.is_ok_and(|step| own.iter().any(|day| day.checked_add(step).is_ok_and(&is_known)))
    })
}

/// Whether what a text counts from is nothing that the briefing knows: `three days after the quake there`. Where nothing
/// is said of it, it was told of before.
pub(super) fn is_from_unknown(material: &Material<'_>, text: &Text<'_>, counted: usize) -> bool {
    /// So many words tell what it is counted from.
    const TELLING: usize = 12;
    /// From so many letters on a word says something.
    const LONG: usize = 4;
    /// Of more events it is not looked up how they are called.
    const MANY: usize = 300;
    let reading = &text.reading;
    let rest = counted..reading.ahead(counted, TELLING);
    let within = |range: &Range<usize>| rest.start <= range.start && range.end <= rest.end;
    let says = |range: &Range<usize>, all: &[Says]| {
        reading
            .signs
            .iter()
            .any(|sign| all.contains(&sign.says) && sign.range.start <= range.start && range.end <= sign.range.end)
    };
    let known = [
        Says::Meets,
        Says::Talks,
        Says::Summit,
        Says::Founded,
        Says::Founder,
        Says::Signed,
        Says::Concluded,
        Says::InForce,
        Says::Joins,
        Says::Leaves,
        Says::Publishing,
    ];
    let dated = |what: &What| matches!(what, What::Day(_) | What::Span(..) | What::Weekday(_));
    let told = reading.mentions.iter().any(|mention| within(&mention.range) && dated(&mention.what))
        || text.names.iter().any(|name| within(&name.range))
        || reading.signs.iter().any(|sign| within(&sign.range) && known.contains(&sign.says));
    let events = material.briefing.chronology().len();
    let words: Vec<(Range<usize>, &str)> = reading
        .words_between(rest.clone())
        .filter(|(range, word)| word.chars().count() >= LONG && !says(range, &[Says::Before, Says::After]))
        .collect();
    if told || words.is_empty() || events > MANY {
        return false;
    }
    let labels = (0..events).filter_map(|number| material.texts().label(number));
    let stems: BTreeSet<&str> = labels.flat_map(|label| label.reading.long_words(LONG)).map(stem).collect();
    !words.iter().any(|(_, word)| stems.contains(stem(word)))
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

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn so_many_days_lie_between_a_day_and_its_neighbour() {
        // The foreign ministers met on 15 July, the day after the article appeared.
        for (right, wrong) in [
            (
                "They were there on 11 July 2025, four days before Tianjin.",
                "They were there on 11 July 2025, 17 days before Tianjin.",
            ),
            (
                "Они были там 11 июля 2025 года, за четыре дня до встречи.",
                "Они были там 11 июля 2025 года, за 17 дней до встречи.",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", wrong), ["Warn span-in-text"], "{wrong}");
        }
        for text in [
            "That was on 11 July 2025, 17 days after the quake there.",
            "Das war am 11. Juli 2025, 17 Tage nach dem Beben.",
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", text), [""; 0], "{text}: nobody knows of the quake");
        }
    }
}
