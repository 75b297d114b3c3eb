//! Doubled, tripled, three times as much, and over how many years: against the figures of the years that are meant.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::super::{Check, Finding, Material, Needs};
use super::course::{Course, Courses, each};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Says, Unit, Way, What};
use crate::analysis::trade::is_printed;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "multiple-in-text",
        needs: Needs::Figures,
        holds: label!(checks::multiple_in_text),
        run: |material| each(material, multiple),
    },
    Check {
        key: "years-in-text",
        needs: Needs::Figures,
        holds: label!(checks::years_in_text),
        run: |material| each(material, years),
    },
];

/// What a sentence says something came to, as a multiple of what it was.
fn times(passage: &Passage<'_, '_>) -> Option<(Range<usize>, Decimal)> {
    let said = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Fold(halves) => Some((sign.range.clone(), Decimal::from(halves) / Decimal::TWO)),
        _ => None,
    });
    said.or_else(|| {
        passage.quantities().filter(|(_, quantity)| quantity.unit.is_none()).find_map(|(mention, quantity)| {
            let sign = passage.signs_of(&[Says::Times]).find(|sign| {
                let after = sign.range.start >= mention.range.end;
                after && passage.apart(&mention.range, &sign.range) == Some(0)
            })?;
            Some((mention.range.start..sign.range.end, quantity.number.value))
        })
    })
}

/// The years from which to which something is meant to have gone: those of the sentence, of its text, of what it is about,
/// or else those that the document gives.
fn from_to(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<(i16, i16)> {
    let ends = |years: BTreeSet<i16>| {
        let (first, last) = (years.first().copied()?, years.last().copied()?);
        (first < last).then_some((first, last))
    };
    let beside = || {
        let texts = material.texts().beside(material.briefing, passage.text);
        let short = texts.into_iter().filter(|text| text.is_short() || text.paraphrase_of().is_some());
        short.flat_map(|text| text.reading.years()).collect()
    };
    let printed = || {
        let (series, _) = material.main_series()?;
        let own = series.observations.iter().filter(|o| o.period.is_year() && is_printed(material.briefing, o));
        ends(own.map(|observation| observation.period.year()).collect())
    };
    ends(passage.all_years())
        .or_else(|| ends(passage.text.reading.years().collect()))
        .or_else(|| ends(beside()))
        .or_else(printed)
}

fn multiple(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, times) = times(passage)?;
    if passage.is_open() || !courses.are_meant(passage) || is_disputed(material, passage.text) {
        return None;
    }
    let (from, to) = from_to(material, passage).filter(|_| passage.all_years().len() <= 2)?;
    let more = passage.near_before(&range, &[Says::More], 1);
    let nearly = passage.near_before(&range, &[Says::Nearly], 1);
    let (low, high) = match (more, nearly) {
        (true, _) => ((99, 100), (times + Decimal::ONE) * Decimal::new(102, 2)),
        (_, true) => ((80, 100), times * Decimal::new(110, 2)),
        _ => ((93, 100), times * Decimal::new(118, 2)),
    };
    let low = times * Decimal::from(low.0) / Decimal::from(low.1);
    let ratio = |course: &&Course| {
        let (first, last) = (course.values.get(&from)?, course.values.get(&to)?);
        last.checked_div(*first)
    };
    let meant = courses.meant(passage);
    let ratios: Vec<Decimal> = meant.iter().filter_map(ratio).collect();
    let nearest = ratios.iter().min_by_key(|ratio| (**ratio - times).abs())?;
    if ratios.iter().any(|ratio| *ratio >= low && *ratio <= high) {
        return None;
    }
    let said = passage.part(&range);
    let title = message!(findings::multiple_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::multiple_other, said = said.clone(), times = nearest.round_dp(2), text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// A number of years or steps within which something grew, that is not that of the years which are meant.
fn years(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let part = passage.mentions.iter().find_map(|mention| match mention.what {
        What::Fraction(part, Some(way)) => Some(if way == Way::Up { part } else { -part }),
        _ => None,
    });
    let rate = passage.says(Says::Steps) && passage.quantities().any(|(_, quantity)| quantity.is_rate());
    let (range, count, steps) = passage.quantities().find_map(|(mention, quantity)| {
        let steps = passage
            .signs_of(&[Says::Steps])
            .any(|sign| sign.range.start >= mention.range.end && passage.apart(&mention.range, &sign.range) == Some(0));
        let counts = quantity.unit == Some(Unit::Years) || steps && quantity.unit.is_none();
        let led = passage.near_before(&mention.range, &[Says::Within], 0);
        let count =
            quantity.number.value.to_i16().filter(|count| counts && (led || steps) && (2..60).contains(count))?;
        Some((mention.range.clone(), count, steps))
    })?;
    let telling = part.is_some() || rate || courses.are_meant(passage);
    if !telling || is_disputed(material, passage.text) {
        return None;
    }
    let apart: Vec<i16> = if let Some(part) = part {
        // The years that are as far from each other as it says, if the figures rose or fell by as much.
        let total = courses.total()?;
        let all: Vec<(i16, Decimal)> =
            total.values.iter().rev().take(40).map(|(year, value)| (*year, *value)).collect();
        let grew = |(from, to): (&(i16, Decimal), &(i16, Decimal))| {
            let growth = to.1.checked_div(from.1)? - Decimal::ONE;
            let near = (growth - part).abs() <= Decimal::new(3, 2);
            (to.0 > from.0 && near).then_some(to.0 - from.0)
        };
        all.iter().flat_map(|from| all.iter().map(move |to| (from, to))).filter_map(grew).collect()
    } else {
        let (from, to) = from_to(material, passage)?;
        vec![to - from]
    };
    let fits = |apart: &i16| count == *apart || !steps && count == apart + 1 && part.is_none();
    let first = *apart.first()?;
    if apart.iter().any(fits) {
        return None;
    }
    let said = passage.part(&range);
    let title = message!(findings::years_in_text, said = said.clone());
    let known = u64::try_from(first).unwrap_or(0);
    let text = passage.text.text.to_owned();
    let detail = message!(findings::years_other, said = said.clone(), known = known, text = text);
    Some(passage.finding(material, &said, title, detail))
}
