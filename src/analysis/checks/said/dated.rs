//! When something is said to have been, in texts that say little else: a month in the takeaway, a year in the label of an
//! event, `Belarus since July 2023`.

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::AHashMap;

use super::super::days_said::of_event;
use super::super::people_said::who_met;
use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Day, Mention, Named, Reading, Says, Unit, What};
use crate::briefing::{Date, Key, Precision, Spell, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "date-in-short",
    needs: Needs::Nothing,
    holds: label!(checks::date_in_short),
    run: |material| {
        let mut found = each_passage(material, |passage| match passage.text.about {
            About::Event(event) if &*passage.text.field == "label" => label_of(material, passage, of_event(event)),
            About::Meeting => of_meeting(material, passage),
            About::Spell(spell) => of_spell(material, passage, spell),
            _ => since(material, passage).or_else(|| publication(material, passage)),
        });
        found.extend(others_met(material));
        found
    },
}];

/// `signed in July 2025`, of a spell that was decided in July 2015: the same month of a year with one other digit.
fn of_spell(material: &Material<'_>, passage: &Passage<'_, '_>, spell: &Spell) -> Option<Finding> {
    let own = material.rosters.iter().filter_map(|of| of.spells.get(&spell.state)).flatten();
    let dates: Vec<Date> = own.flat_map(|spell| spell.dates()).collect();
    // The same month of the next year may be that of something else.
    let one_digit = |a: i16, b: i16| (a - b).abs() % 10 == 0 && a != b;
    // `for thirty years by July 2025`: what is counted ends then.
    let counted: BTreeSet<i16> = passage
        .quantities()
        .filter(|(_, quantity)| quantity.unit == Some(Unit::Years))
        .filter_map(|(_, quantity)| i16::try_from(quantity.count()?).ok())
        .collect();
    let is_end =
        |day: &Day, date: &Date| day.year.is_some_and(|year| counted.contains(&(year - date.first_day().year()).abs()));
    let (range, _) = days(passage).find(|(_, day)| {
        let meets = |date: &Date| day.meets(date.first_day(), date.last_day());
        let slipped = |date: &Date| {
            let other = Day { year: Some(date.first_day().year()), ..*day };
            let near = day.year.is_some_and(|year| one_digit(year, date.first_day().year()));
            // Of what is known to the year alone any month is the same.
            near && date.precision() != Precision::Year && other.meets(date.first_day(), date.last_day())
        };
        let ends = dates.iter().any(|date| is_end(day, date));
        day.month.is_some() && !ends && !dates.iter().any(meets) && dates.iter().any(slipped)
    })?;
    Some(finding(material, passage, &range, dates.iter().map(|date| date.first_day())))
}

/// `makes 16 July its day of publication`, of a document of another day.
fn publication(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    passage.text.claim()?;
    let sign = passage.signs_of(&[Says::Publication]).next()?;
    let briefing = material.briefing;
    let called = fold(&briefing.document.as_ref()?.called);
    let of_document = passage.text.reading.all_words().any(|word| word == called);
    let all: Vec<(Range<usize>, Day)> = days(passage).collect();
    let ([(range, day)], true) = (&all[..], of_document && !passage.is_open()) else { return None };
    let published = briefing.document_source().and_then(|key| briefing.source(key)?.published);
    let known: Vec<Date> = published.into_iter().chain([briefing.manifest.as_of]).collect();
    let near = passage.apart(range, &sign.range).is_some_and(|words| words <= 3);
    let wrong = day.is_day() && near && !known.iter().any(|date| day.meets(date.first_day(), date.last_day()));
    wrong.then(|| finding(material, passage, range, known.into_iter().map(Date::first_day)))
}

/// Labels of events that name two people, where all who are told to have met on that day are others.
fn others_met(material: &Material<'_>) -> Vec<Finding> {
    let chronology = material.briefing.chronology();
    let met: Vec<(usize, jiff::civil::Date, Vec<&Key>)> = (0..chronology.len())
        .filter_map(|number| {
            let (from, until) = of_event(chronology.get(number)?);
            Some((number, from, who_met(material, number)?)).filter(|_| from == until)
        })
        .collect();
    if met.is_empty() {
        return Vec::new();
    }
    let mut told: AHashMap<jiff::civil::Date, BTreeSet<&Key>> = AHashMap::new();
    for passage in material.texts().held().filter(|text| text.is_of_document()).flat_map(Passage::all) {
        if !passage.says_any(&[Says::Meets, Says::Talks]) || passage.is_open() {
            continue;
        }
        // The year may stand with another day of the sentence, and the month as well.
        let years = passage.all_years();
        let only = years.iter().next().copied().filter(|_| years.len() == 1);
        let people: Vec<&Key> =
            passage.names.iter().filter(|name| name.kind == Named::Person).map(|name| name.of).collect();
        for day in passage.mentions.iter().flat_map(Mention::days) {
            if let Some(day) = (Day { year: day.year.or(only), ..day }).whole().filter(|_| !people.is_empty()) {
                told.entry(day).or_default().extend(&people);
            }
        }
    }
    let of = |(number, day, whose): &(usize, jiff::civil::Date, Vec<&Key>)| {
        let there = told.get(day).filter(|there| there.len() > 1 && !whose.iter().any(|key| there.contains(*key)))?;
        let text = material.texts().label(*number)?;
        let passage = Passage::all(text).next()?;
        let name = text.named(Named::Person).next()?;
        let said = text.part(&name.range);
        let title = message!(findings::people_of_event, said = said.clone());
        let known = Value::list(there.iter().map(|key| material.name(key).to_owned()));
        let detail = message!(findings::people_of_event_other, known = known, text = text.text.to_owned());
        Some(passage.finding(material, &said, title, detail))
    };
    met.iter().filter_map(of).collect()
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    dates: impl IntoIterator<Item = jiff::civil::Date>,
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::time_in_text, said = said.clone());
    let dates = Value::list(dates.into_iter().take(4).map(Date::day));
    let detail =
        message!(findings::time_other, said = said.clone(), dates = dates, text = passage.text.text.to_owned());
    passage.finding(material, &said, title, detail)
}

/// The days that a sentence names, each with its place.
fn days<'p>(passage: &'p Passage<'_, '_>) -> impl Iterator<Item = (Range<usize>, Day)> + 'p {
    passage.mentions.iter().filter_map(|mention| match mention.what {
        What::Day(day) => Some((mention.range.clone(), day)),
        _ => None,
    })
}

/// `signed in 2016`, of what was in 2015.
fn label_of(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    (from, until): (jiff::civil::Date, jiff::civil::Date),
) -> Option<Finding> {
    // What is told of before or after, or of figures, has another day.
    let other_time = [
        Says::Before,
        Says::After,
        Says::Since,
        Says::Until,
        Says::Trade,
        Says::Exports,
        Says::Imports,
        Says::Wish,
        Says::Than,
    ];
    // Only where it says that it was then: `in 2016`, and not `the 2016 treaty`.
    let (range, _) = days(passage).find(|(range, day)| {
        let led = passage.text.reading.is_led_in(range.start) || day.is_day() || passage.language() == "zh";
        led && day.year.is_some() && !day.meets(from, until)
    })?;
    if passage.says_any(&other_time) || days(passage).any(|(_, day)| day.meets(from, until)) {
        return None;
    }
    Some(finding(material, passage, &range, [from]))
}

/// `from March`, where nothing of what it sums up is of that month.
fn of_meeting(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let briefing = material.briefing;
    let mut known: Vec<Day> = Vec::new();
    for text in material.texts().beside(briefing, passage.text) {
        known.extend(text.reading.mentions.iter().flat_map(Mention::days));
    }
    if known.iter().filter(|day| day.month.is_some()).count() == 0 {
        return None;
    }
    let events = briefing.chronology().iter().take(50_000);
    let near: Vec<(jiff::civil::Date, jiff::civil::Date)> = {
        let at = briefing.locators(passage.text.citations).take(TOGETHER).flat_map(|at| material.events_at(at));
        let own = at.filter_map(|number| briefing.chronology().get(*number)).map(of_event);
        own.chain(briefing.meeting.iter().map(|m| (m.date.first_day(), m.until.unwrap_or(m.date).last_day()))).collect()
    };
    let (range, _) = days(passage).find(|(_, day)| {
        let told = known.iter().any(|own| own.month.is_some() && own.agrees(*day));
        day.month.is_some() && !told && !near.iter().any(|(from, until)| day.meets(*from, *until))
    })?;
    // Somewhere in the chronology it may be told of all the same.
    let day = days(passage).find(|(own, _)| *own == range)?.1;
    let elsewhere = events.map(of_event).any(|(from, until)| day.meets(from, until));
    (!elsewhere).then(|| finding(material, passage, &range, near.into_iter().map(|(from, _)| from)))
}

/// `Belarus since 4 July 2023`, of a state that nothing on the roster began for then; and what a state did to sign.
fn since(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if passage.text.claim().is_none() || passage.says(Says::Wish) {
        return None;
    }
    let reading = &passage.text.reading;
    passage.names.iter().filter(|name| name.kind == Named::State).find_map(|state| {
        let spells: Vec<_> = material.rosters.iter().filter_map(|of| of.spells.get(state.of)).flatten().collect();
        // `no Belarus since then`; what is denied further on is something else.
        if spells.is_empty() || passage.near(&state.range, &[Says::Not, Says::Never], 3) {
            return None;
        }
        let (range, day) = days(passage).find(|(range, day)| {
            let between = state.range.end..range.start;
            if range.start < state.range.end || day.year.is_none() {
                return false;
            }
            let since = passage.says_within(&between, &[Says::Since]);
            reading.between(between.clone()).is_some_and(|words| words <= 2) && since
                || is_signing(material, passage, &between)
        })?;
        let dates = || spells.iter().flat_map(|spell| spell.dates());
        let meets = |date: Date| day.meets(date.first_day(), date.last_day());
        let borne_out = dates().any(meets);
        // Whatever else about the same tells of that day means it.
        let told = || {
            let others = material.texts().beside(material.briefing, passage.text);
            let as_exact = |own: &Day| own.year.is_some() && (own.month.is_some() || day.month.is_none());
            others.iter().any(|other: &&Text<'_>| other.reading.days().any(|own| as_exact(&own) && own.agrees(day)))
        };
        (!borne_out && !told()).then(|| finding(material, passage, &range, dates().map(Date::first_day)))
    })
}

/// Whether a state is said to have signed, where those that signed are a status of the roster.
fn is_signing(material: &Material<'_>, passage: &Passage<'_, '_>, between: &Range<usize>) -> bool {
    let signs = passage.says_within(between, &[Says::Signed]);
    let near = passage.text.reading.between(between.clone()).is_some_and(|words| words <= 3);
    signs && near && signatories(material)
}

/// Whether a status of a roster is that of having signed.
fn signatories(material: &Material<'_>) -> bool {
    let mut statuses = material.rosters.iter().flat_map(|of| &of.members.roster.statuses);
    statuses.any(|status| Reading::of(status.in_text(), 0).signs.iter().any(|sign| sign.says == Says::Signed))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn a_note_may_tell_what_came_later() {
        let note = |from: &str, note: &str| {
            found_after(CHECKS, |briefing| {
                let spells = &mut briefing.rosters[0].spells;
                let spell = spells.iter_mut().find(|spell| spell.state.as_str() == "kazakhstan").expect("a spell");
                (spell.from, spell.note) = (from.parse().expect(from), Some(note.to_owned()));
            })
        };
        assert_eq!(note("2001-06-15", "Signed in June 2011."), ["Warn date-in-short"]);
        assert_eq!(note("2001", "Had the chair until June 2011."), [""; 0]);
        assert_eq!(note("2001", "Tenía la presidencia hasta junio de 2011."), [""; 0]);
    }

    #[test]
    fn a_state_has_been_so_since_then() {
        let wrong = [
            ("Iran since 4 July 2022 is one of them.", "so"),
            ("India since May 2017 is a member.", "so"),
            ("Kazakhstan since 15 June 2011 is one of them.", "so"),
        ];
        let right = [
            ("Iran since 4 July 2023 is one of them.", "so"),
            ("India since June 2017 is a member.", "so"),
            ("Belarus since 2024 is a member.", "so"),
            ("Trade with Iran has grown since 2003.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
