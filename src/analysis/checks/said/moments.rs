//! Times in words: early or late in a month, a season or half of a year, the day or a week after something.

use std::ops::Range;

use jiff::civil;

use super::super::days_said::{Days, spread};
use super::super::spans_said::{distances, is_from_unknown, lie_between};
use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs};
use super::same::Subject;
use super::{Passage, each_passage, each_told};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Day, Mention, Part, Quantity, Says, Sign, Unit, What};
use crate::briefing::{Date, Message, Precision, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "time-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::time_in_text),
        run: |material| {
            each_told(material, |passage| {
                let month = in_month(material, passage);
                month.or_else(|| in_year(material, passage)).or_else(|| part_of_year(material, passage))
            })
        },
    },
    Check {
        key: "days-after",
        needs: Needs::Meeting,
        holds: label!(checks::days_after),
        run: |material| {
            each_passage(material, |passage| (!passage.is_open()).then(|| days_off(material, passage)).flatten())
        },
    },
];

/// The days that a text can speak of: those of the events that it is about, and those that it and others about the same
/// tell.
pub(super) fn known(material: &Material<'_>, text: &Text<'_>) -> Vec<Days> {
    let briefing = material.briefing;
    let mut days: Vec<Days> = Vec::new();
    let exact = |date: Date| (date.precision() == Precision::Day).then(|| date.first_day());
    let mut add = |from: Date, until: Option<Date>| {
        days.extend(exact(from).zip(exact(until.unwrap_or(from))));
    };
    match text.about {
        About::Event(event) => add(event.from, event.until),
        About::Meeting => briefing.meeting.iter().for_each(|meeting| add(meeting.date, meeting.until)),
        _ => {}
    }
    if text.claim().is_some() {
        let here = briefing.locators(text.citations).take(TOGETHER).flat_map(|at| material.events_at(at));
        let events = here.filter_map(|number| briefing.chronology().get(*number));
        events.for_each(|event| add(event.from, event.until));
    }
    let beside = material.texts().beside(briefing, text);
    let told = beside.into_iter().filter(|other| !matches!(other.about, About::Spell(_)));
    let told = told.flat_map(spread).chain(spread(text)).filter_map(Day::whole);
    days.extend(told.map(|day| (day, day)));
    days
}

/// Whether a sentence tells of figures, whose times are others.
fn tells_figures(passage: &Passage<'_, '_>) -> bool {
    let is_figure =
        |quantity: &Quantity| quantity.is_rate() || quantity.number.scale.is_some() || quantity.number.sign.is_some();
    passage.quantities().any(|(_, quantity)| is_figure(quantity))
        || passage.says_any(&[Says::Trade, Says::Exports, Says::Imports, Says::Freight])
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, days: &[civil::Date]) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::time_in_text, said = said.clone());
    let dates = Value::list(days.iter().take(3).map(|day| Date::day(*day)));
    let text = passage.text.text.to_owned();
    let detail = message!(findings::time_other, said = said.clone(), dates = dates, text = text);
    passage.finding(material, &said, title, detail)
}

/// `in late May`: the days of that month that are known are all early.
fn in_month(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let is_after = passage.language() == "zh";
    let (sign, first, last, mention, day) = passage.signs.iter().find_map(|sign| {
        let Says::DaysOfMonth(first, last) = sign.says else { return None };
        let of = passage.mentions.iter().find_map(|mention| {
            let What::Day(day) = mention.what else { return None };
            let follows =
                if is_after { mention.range.end <= sign.range.start } else { sign.range.end <= mention.range.start };
            let near = passage.apart(&sign.range, &mention.range)? <= usize::from(!is_after);
            (near && follows && day.month.is_some() && day.day.is_none()).then_some((mention, day))
        });
        of.map(|(mention, day)| (sign, first, last, mention, day))
    })?;
    if tells_figures(passage) || passage.near_before(&sign.range, &[Says::Until], 1) {
        return None;
    }
    let in_month = |one: &civil::Date| Day { day: None, ..day }.meets(*one, *one);
    let known = known(material, passage.text);
    let ends = known.iter().flat_map(|(from, until)| [*from, *until]);
    let mut days: Vec<civil::Date> = ends.filter(in_month).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() || days.iter().any(|day| (first..=last).contains(&day.day())) {
        return None;
    }
    let range = sign.range.start.min(mention.range.start)..sign.range.end.max(mention.range.end);
    Some(finding(material, passage, &range, &days))
}

/// A season or a part of a year in which nothing met, although it did in that year.
fn in_year(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if tells_figures(passage) {
        return None;
    }
    let meets = passage.says(Says::Meets);
    let years = passage.years();
    let season = || {
        passage.signs.iter().find_map(|sign| {
            let Says::Season(first, last) = sign.says else { return None };
            let (range, year) =
                years.iter().find(|(range, _)| passage.apart(&sign.range, range).is_some_and(|words| words <= 2))?;
            Some((sign.range.start.min(range.start)..sign.range.end.max(range.end), *year, first, last))
        })
    };
    let part = || {
        let part = passage.parts().next().filter(|_| meets)?;
        Some((part.range.clone(), part.year?, part.months.0, part.months.1))
    };
    let (range, year, first, last) = season().or_else(part)?;
    let within = |day: &civil::Date| {
        let month = day.month().unsigned_abs();
        if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last }
    };
    let known = known(material, passage.text);
    let ends = known.iter().flat_map(|(from, until)| [*from, *until]);
    let mut days: Vec<civil::Date> = ends.filter(|day| day.year() == year).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() || days.iter().any(within) {
        return None;
    }
    Some(finding(material, passage, &range, &days))
}

/// A part of a year that all else about the same has as another: `the first half of 2025` beside `the second half of 2025`.
fn part_of_year(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let own: Vec<&Part> = passage.parts().collect();
    let [part] = own[..] else { return None };
    if passage.text.claim().is_none() || tells_figures(passage) {
        return None;
    }
    let here = Subject::of(material, passage, std::slice::from_ref(&part.range));
    let mut others: Vec<(String, Part)> = Vec::new();
    for text in material.texts().beside(material.briefing, passage.text) {
        for there in Passage::all(text).filter(|there| !tells_figures(there)) {
            let subject = Subject::of(material, &there, &[]);
            let of_same = !here.is_of_others(&subject);
            others.extend(there.parts().filter(|_| of_same).map(|other| (text.text.to_owned(), other.clone())));
        }
    }
    let same_year = |a: &Part, b: &Part| a.year.zip(b.year).is_none_or(|(a, b)| a == b);
    let overlaps = |a: &Part, b: &Part| same_year(a, b) && a.months.0 <= b.months.1 && b.months.0 <= a.months.1;
    // From month to month it is as long as elsewhere; a quarter may be within a half.
    let named_by_months = passage.mentions.iter().any(|mention| {
        mention.range.start >= part.range.start && mention.range.end <= part.range.end && mention.year().is_none()
    });
    let fits = |other: &Part| {
        if named_by_months && other.months.0 == part.months.0 {
            other.months == part.months
        } else {
            overlaps(part, other)
        }
    };
    let own_others = passage.text.reading.parts.iter().filter(|other| other.range != part.range);
    if others.is_empty()
        || others.iter().any(|(_, other)| fits(other))
        || own_others.into_iter().any(|other| others.iter().any(|(_, there)| overlaps(other, there)))
    {
        return None;
    }
    let (beside, _) = others.first()?;
    let said = passage.part(&part.range);
    let title = message!(findings::time_in_text, said = said.clone());
    let detail = message!(
        findings::time_elsewhere,
        said = said.clone(),
        beside = beside.clone(),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

/// What is said to have been so many days after something, or before it: `the day after`, `a week later`, `two weeks after`.
fn offset(passage: &Passage<'_, '_>) -> Option<(Range<usize>, i64)> {
    // `one month to the day after`: it is the month that is counted.
    let exact = |sign: &Sign| {
        passage.quantities().any(|(mention, quantity)| {
            let counts = matches!(quantity.unit, Some(Unit::Weeks | Unit::Months | Unit::Years));
            let before = mention.range.end <= sign.range.start;
            counts && before && passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= 2)
        })
    };
    // `a month and a day later`: it is but a part of what is counted.
    let is_rest = |sign: &Sign| passage.near_before(&sign.range, &[Says::Shorter, Says::Years], 1);
    let sign = passage.signs.iter().find_map(|sign| match sign.says {
        Says::DaysOff(days) if !exact(sign) && !is_rest(sign) => Some((sign.range.clone(), i64::from(days))),
        _ => None,
    });
    sign.or_else(|| {
        let weeks = |(mention, quantity): (&Mention, &Quantity)| {
            let counted = quantity.unit == Some(Unit::Weeks) && passage.text.reading.is_counted_from(mention.range.end);
            Some((mention.range.clone(), i64::from(quantity.count().filter(|_| counted)?) * 7))
        };
        passage.quantities().find_map(weeks)
    })
}

/// How many days lie between a day and the meeting.
fn since_meeting(material: &Material<'_>, day: Date) -> Option<i64> {
    let meeting = material.briefing.meeting.as_ref()?;
    let exact =
        day.precision() == Precision::Day && meeting.date.precision() == Precision::Day && meeting.until.is_none();
    let span = meeting.date.first_day().until((jiff::Unit::Day, day.first_day())).ok().filter(|_| exact)?;
    Some(i64::from(span.get_days()))
}

/// By so many days several weeks may be off.
const ROUND: i64 = 3;

fn days_off(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, days) = offset(passage)?;
    let other = |known: Vec<i64>| -> Message {
        let said = passage.part(&range);
        let known = Value::list(known.into_iter().take(4).map(i64::unsigned_abs));
        message!(findings::days_after_other, said = said, known = known, text = passage.text.text.to_owned())
    };
    // Weeks are rounded; and what is not known says nothing of when it was.
    let off = match days.abs() {
        7 => 1,
        weeks if weeks % 7 == 0 => ROUND,
        _ => 0,
    };
    let may_be =
        || lie_between(material, passage.text, days.abs(), off) || is_from_unknown(material, passage.text, range.end);
    let detail = if let Some(known) = of_document(material, passage) {
        (known != days).then(|| other(vec![known]))
    } else if let Some(known) = of_day(material, passage, &range) {
        (known != days && !may_be()).then(|| other(vec![known]))
    } else {
        if let Some(known) = turned(material, passage, &range, days) {
            let said = passage.part(&range);
            let title = message!(findings::days_after, said = said.clone());
            return Some(passage.finding(material, &said, title, other(vec![known])));
        }
        let known = distances(material, passage.text);
        let told = passage.text.claim().is_some() && days != 0 && !known.is_empty();
        let wrong =
            told && !known.contains(&days.abs()) && !lies_between(material, passage, &range, days.abs()) && !may_be();
        wrong.then(|| other(known))
    }?;
    let said = passage.part(&range);
    let title = message!(findings::days_after, said = said.clone());
    Some(passage.finding(material, &said, title, detail))
}

/// Whether so many days lie between any two days that a text or those about the same name, `less than two weeks` among them.
fn lies_between(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, days: i64) -> bool {
    /// What is about so many days may be off by so many.
    const OFF: i64 = 3;
    let near = |all: &[Says]| passage.near_before(range, all, 2);
    let fits = |apart: i64| {
        apart == days
            || near(&[Says::Under]) && (1..days).contains(&apart)
            || near(&[Says::Over, Says::More]) && (days..days * 2).contains(&apart)
            || near(&[Says::Round, Says::Nearly]) && (apart - days).abs() <= OFF
    };
    let mut all: Vec<civil::Date> = known(material, passage.text).into_iter().flat_map(|(a, b)| [a, b]).collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(4 * TOGETHER);
    all.iter().any(|a| all.iter().any(|b| b > a && fits(i64::from((*b - *a).get_days()))))
}

/// `the day after`, with nothing behind it: of the meeting. As many days before it, where the events of the claim are.
fn turned(material: &Material<'_>, passage: &Passage<'_, '_>, offset: &Range<usize>, days: i64) -> Option<i64> {
    let ends = passage.text.reading.words_after(offset.end).next().is_none();
    if !ends || days == 0 || passage.text.claim().is_none() || !passage.text.is_short() {
        return None;
    }
    let own = super::places::read_at(material, passage.text).into_iter();
    let events = own.filter_map(|number| material.briefing.chronology().get(number));
    let known: Vec<i64> = events.filter_map(|event| since_meeting(material, event.from)).filter(|d| *d != 0).collect();
    known.contains(&-days).then_some(-days).filter(|_| !known.contains(&days))
}

/// How long after the meeting the document appeared, where a sentence tells of both.
fn of_document(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<i64> {
    let briefing = material.briefing;
    let called = fold(&briefing.document.as_ref()?.called);
    let named = passage.text.reading.spelt(passage.range.clone()).any(|(_, word)| word == called);
    let published =
        briefing.document_source().and_then(|key| briefing.source(key)?.published).unwrap_or(briefing.manifest.as_of);
    let is_told = named && passage.says_any(&[Says::Appears]) && passage.says(Says::Meets);
    is_told.then(|| since_meeting(material, published)).flatten()
}

/// How long after the meeting the only day was that a sentence names, where it counts from the meeting.
fn of_day(material: &Material<'_>, passage: &Passage<'_, '_>, offset: &Range<usize>) -> Option<i64> {
    let from_meeting = passage.signs_of(&[Says::Meets]).any(|sign| {
        sign.range.start >= offset.end && passage.apart(&sign.range, offset).is_some_and(|words| words <= 2)
    });
    let mut before = passage.mentions.iter().filter(|mention| mention.range.end <= offset.start);
    let What::Day(day) = before.next_back()?.what else { return None };
    let day = day.whole().filter(|_| from_meeting)?;
    since_meeting(material, Date::day(day))
}
