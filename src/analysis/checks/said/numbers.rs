//! How many states had a status, in a year or from one number to another, as texts say it.

use std::ops::Range;

use jiff::civil;

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::standings::day_of;
use super::statuses::Said;
use super::{Passage, is_disputed};
use crate::analysis::reading::{Day, Mention};
use crate::briefing::Value;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "course-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::course_in_text),
    run: |material| each_held(material, numbers),
}];

/// Numbers of states that a status had: from one to another, in a year, or which one in the order.
fn numbers(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    if !text.reading.quantities().any(|quantity| quantity.count().is_some()) {
        return Vec::new();
    }
    let statuses = material.statuses();
    let said = statuses.said(text);
    if said.is_empty() || is_disputed(material, text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for passage in Passage::all(text).filter(|passage| !passage.is_open()) {
        let here: Vec<&Said> = said.iter().filter(|said| passage.range.contains(&said.range.start)).collect();
        let Some(first) = here.first() else { continue };
        let finding = |said: String, numbers: Vec<usize>| {
            let numbers = Value::list(numbers.into_iter().map(|number| u64::try_from(number).unwrap_or(u64::MAX)));
            let title = message!(findings::count_in_text, said = said.clone());
            let detail = message!(
                findings::count_of_roster,
                said = said.clone(),
                numbers = numbers,
                text = text.text.to_owned()
            );
            passage.finding(material, &said, title, detail)
        };
        if let Some((range, from, to)) = from_to(&passage) {
            let near = here.iter().any(|said| passage.apart(&range, &said.range).is_some_and(|words| words <= 6));
            let went = |at: &usize| statuses.all[*at].timeline.went(from, to);
            if near && !here.iter().flat_map(|said| said.of.iter()).any(went) {
                let known: Vec<usize> = first
                    .of
                    .iter()
                    .flat_map(|at| statuses.all[*at].timeline.within(civil::Date::MIN, civil::Date::MAX))
                    .filter(|number| *number > 0)
                    .collect();
                found.push(finding(passage.part(&range), known));
            }
            continue;
        }
        // A day in another clause is that of something else: `constituted in 1971 by seven states, comprised eighteen`.
        let parted = passage.mentions.iter().find(|mention| mention.days().any(|day| day.year.is_some())).is_some_and(
            |mention| {
                mention.range.end <= first.range.start && {
                    let between = passage.text.reading.behind_comma(mention.range.end)..first.range.start;
                    passage.text.reading.parts_clauses(between)
                }
            },
        );
        if let Some(day) = day_of(&passage).filter(|_| !parted).and_then(days_of) {
            found.extend(on(material, &passage, &here, day).map(|(said, numbers)| finding(said, numbers)));
        }
    }
    found
}

fn days_of(day: Day) -> Option<(civil::Date, civil::Date)> {
    let first = civil::Date::new(day.year?, day.month.unwrap_or(1), day.day.unwrap_or(1)).ok()?;
    Some(match (day.month, day.day) {
        (None, _) => (first, first.last_of_year()),
        (_, None) => (first, first.last_of_month()),
        _ => (first, first),
    })
}

/// `from six to ten`: two counts that one leads to the other.
fn from_to(passage: &Passage<'_, '_>) -> Option<(Range<usize>, usize, usize)> {
    let counts: Vec<(&Mention, u32)> = passage
        .quantities()
        .filter(|(_, quantity)| quantity.unit.is_none())
        .filter_map(|(mention, quantity)| Some((mention, quantity.count()?)))
        .collect();
    counts.windows(2).find_map(|pair| {
        let [(a, from), (b, to)] = pair else { return None };
        let reading = &passage.text.reading;
        let tied = reading.leads(a.range.end..b.range.start) && reading.comes_from(a.range.start);
        let range = a.range.start..b.range.end;
        tied.then(|| (range, usize::try_from(*from).unwrap_or(0), usize::try_from(*to).unwrap_or(0)))
    })
}

/// A number of a status in a year that is not one in which the roster is counted otherwise.
fn on(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    here: &[&Said],
    (from, until): (civil::Date, civil::Date),
) -> Option<(String, Vec<usize>)> {
    let statuses = material.statuses();
    let known = |at: &usize| material.rosters[statuses.all[*at].roster].members.roster.known_until.last_day();
    let as_of = material.briefing.manifest.as_of.first_day().year();
    here.iter().find_map(|said| {
        let (mention, count) = passage.quantities().rev().find_map(|(mention, quantity)| {
            let before = mention.range.end <= said.range.start;
            let near = before && passage.text.reading.between(mention.range.end..said.range.start)? <= 1;
            // `three in ten members` are no ten.
            let beside = |other: &Mention| passage.apart(&other.range, &mention.range).is_some_and(|words| words <= 1);
            let part = passage.quantities().any(|(other, _)| other.range.end <= mention.range.start && beside(other));
            let count = quantity.count().filter(|_| near && !part && quantity.unit.is_none())?;
            Some((mention, count))
        })?;
        let of: Vec<usize> = said.of.iter().copied().filter(|at| until <= known(at)).collect();
        if of.is_empty() || from.year() == as_of {
            return None;
        }
        let mut numbers: Vec<usize> = of.iter().flat_map(|at| statuses.all[*at].timeline.within(from, until)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let wrong = !numbers.contains(&usize::try_from(count).unwrap_or(0));
        wrong.then(|| (passage.part(&(mention.range.start..said.range.end)), numbers))
    })
}
