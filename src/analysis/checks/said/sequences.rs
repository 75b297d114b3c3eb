//! Several rates in one text: in the order of their years, and each beside its own.

use std::ops::Range;

use super::super::figures_said::{NEAR, beside, years_named};
use super::super::known::digits;
use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs, Outcome};
use super::course::{Course, Courses};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Unit, What};
use crate::briefing::{Period, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "rates-in-order",
    needs: Needs::Figures,
    holds: label!(checks::rates_in_order),
    run: |material| {
        let Some(courses) = material.courses() else { return Vec::new() };
        each_held(material, |material, text| of_text(material, courses, text))
    },
}];

fn of_text(material: &Material<'_>, courses: &Courses<'_>, text: &Text<'_>) -> Vec<Finding> {
    let is_rate =
        |mention: &&Mention| matches!(&mention.what, What::Quantity(quantity) if quantity.unit == Some(Unit::PerCent));
    if text.reading.mentions.iter().filter(is_rate).count() < 2 {
        return Vec::new();
    }
    let mut found = exchanged(material, courses, text);
    if found.is_empty() {
        found.extend(out_of_order(material, courses, text));
    }
    found
}

fn finding(material: &Material<'_>, text: &Text<'_>, range: &Range<usize>, years: Vec<i16>) -> Finding {
    let said = text.part(range);
    let title = message!(findings::rate_in_text, said = said.clone());
    let years = Value::list(years.into_iter().map(Period::of_year));
    let detail = message!(findings::rates_exchanged, said = said.clone(), years = years, text = text.text.to_owned());
    text.finding(material.briefing, Outcome::Fail, title, detail).apart(&said).likely_caused_by(&said)
}

/// Whether a rate is that of a year in some course.
fn is_of(course: &Course, year: i16, number: &Number) -> bool {
    course.growth.get(&year).is_some_and(|growth| number.agrees(*growth))
}

/// Rates beside years that are not theirs, each of another year which the text names as well.
fn exchanged(material: &Material<'_>, courses: &Courses<'_>, text: &Text<'_>) -> Vec<Finding> {
    /// A text of more is a table, and not gone through for each of its rates.
    const MANY: usize = 100;
    let years = years_named(text);
    let named = |year: i16| years.iter().any(|(_, own)| *own == year);
    let is_rate = |mention: &&Mention| matches!(&mention.what, What::Quantity(quantity) if quantity.is_rate());
    let mentions = &text.reading.mentions;
    // `2022 um 26,3 % und 2023 um 29,3 %`: each year stands before its rate.
    let years_first = |sentence: &Range<usize>| {
        if mentions.len() > MANY {
            return false;
        }
        let here = |range: &Range<usize>| sentence.contains(&range.start);
        let rates: Vec<&Mention> = mentions.iter().filter(is_rate).filter(|rate| here(&rate.range)).collect();
        let years: Vec<&(Range<usize>, i16)> = years.iter().filter(|(range, _)| here(range)).collect();
        let leads = |(rate, (range, _)): (&Mention, &(Range<usize>, i16))| {
            range.end <= rate.range.start
                && text.reading.between(range.end..rate.range.start).is_some_and(|n| n <= NEAR)
        };
        rates.len() == years.len() && rates.into_iter().zip(years).all(leads)
    };
    let year_of = |at: usize, mention: &Mention| {
        let before = || years.iter().rev().find(|(range, _)| range.end <= mention.range.start).map(|(_, year)| *year);
        let sentence = text.reading.sentences.iter().find(|range| range.contains(&mention.range.start));
        if sentence.is_some_and(years_first) { before() } else { beside(text, at, &years, NEAR) }
    };
    let mut found = Vec::new();
    for (at, mention) in text.reading.mentions.iter().enumerate() {
        let What::Quantity(quantity) = &mention.what else { continue };
        if quantity.unit != Some(Unit::PerCent) || digits(quantity.number.value) < 2 {
            continue;
        }
        let year = year_of(at, mention);
        let Some(year) = year else { continue };
        let known = material.known();
        let grew = |period: &Period| known.growth(material, *period, None).like(&quantity.number).next().is_some();
        let shared = |period: &Period| known.shares(material, *period).like(&quantity.number).next().is_some();
        let here = known.periods_of(year);
        if here.is_empty() || here.iter().any(|period| grew(period) || shared(period)) {
            continue;
        }
        let others: Vec<i16> = courses
            .all
            .iter()
            .flat_map(|course| {
                course.growth.keys().filter(|other| **other != year && is_of(course, **other, &quantity.number))
            })
            .copied()
            .filter(|other| named(*other))
            .collect();
        // `In 2021 7.6 % up on 2020`: what a rate is counted from, where the year after it has no other rate beside it.
        let next = year.saturating_add(1);
        let counted_from = others == [next] && {
            let is_beside =
                |(other, own): (usize, &Mention)| other != at && is_rate(&own) && year_of(other, own) == Some(next);
            !mentions.iter().enumerate().any(is_beside)
        };
        if !others.is_empty() && !counted_from {
            found.push(finding(material, text, &mention.range, others));
        }
    }
    found
}

/// Rates one after the other without years, which are those of some years in neither order of time.
fn out_of_order(material: &Material<'_>, courses: &Courses<'_>, text: &Text<'_>) -> Option<Finding> {
    let mentions = &text.reading.mentions;
    let rates: Vec<(usize, &Mention, &Quantity)> = mentions
        .iter()
        .enumerate()
        .filter_map(|(at, mention)| match &mention.what {
            What::Quantity(quantity) if quantity.unit == Some(Unit::PerCent) => Some((at, mention, quantity)),
            _ => None,
        })
        .collect();
    // Those that follow each other with nothing mentioned between them.
    let tied = |pair: &[(usize, &Mention, &Quantity)]| {
        let [(a, one, _), (b, other, _)] = pair else { return false };
        b - a == 1 && text.reading.between(one.range.end..other.range.start).is_some_and(|words| words <= 3)
    };
    let run = rates.chunk_by(|a, b| tied(&[*a, *b])).max_by_key(|run| run.len())?;
    let (first, last) = (run.first()?, run.last()?);
    let then = text
        .reading
        .signs
        .iter()
        .any(|sign| sign.says == Says::Then && (first.1.range.end..last.1.range.start).contains(&sign.range.start));
    if run.len() < 2 || run.len() == 2 && !then || text.reading.years().next().is_some() {
        return None;
    }
    let exact = run.iter().filter(|(_, _, quantity)| digits(quantity.number.value) >= 2);
    if exact.count() < 2 {
        return None;
    }
    let years = |course: &Course| -> Option<Vec<i16>> {
        let of = |(_, _, quantity): &(usize, &Mention, &Quantity)| {
            let mut own = course.growth.keys().filter(|year| is_of(course, **year, &quantity.number));
            let only = own.next().copied()?;
            own.next().is_none().then_some(only)
        };
        run.iter().map(of).collect()
    };
    let all: Vec<Vec<i16>> = courses.all.iter().filter_map(years).collect();
    let ordered = |years: &Vec<i16>| {
        let falls = years.windows(2).all(|pair| pair[0] > pair[1]);
        years.windows(2).all(|pair| pair[0] < pair[1]) || falls && !then
    };
    let known = all.first()?.clone();
    (!all.iter().any(ordered)).then(|| finding(material, text, &(first.1.range.start..last.1.range.end), known))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn a_rate_may_stand_beside_the_year_that_it_is_counted_from() {
        for (text, found) in [
            ("In 2022 trade grew by 26.3 % and in 2023 by 29.3 %.", true),
            ("Right for 2023: up by 26.3 % on 2022. In 2024 it was 2.0 % more.", false),
            ("Richtig für 2023: plus 26,3 % gegenüber 2022. Bis 2024 kamen 2,0 % hinzu.", false),
        ] {
            assert_eq!(!reason_after(CHECKS, "turnover-2021-2024", text).is_empty(), found, "{text}");
        }
    }
}
