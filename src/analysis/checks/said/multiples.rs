//! Doubled, tripled, three times as much, and over how many years: against the figures of the years that are meant.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::super::known::digits;
use super::super::{Check, Finding, Material, Needs};
use super::balances::period_meant;
use super::course::{Course, Courses, each};
use super::directions::Both;
use super::figures::tells;
use super::{Passage, each_told, is_disputed};
use crate::analysis::reading::{Number, Says, Unit, Way, What};
use crate::analysis::reference::states_named;
use crate::analysis::trade::is_printed;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "multiple-in-text",
        needs: Needs::Figures,
        holds: label!(checks::multiple_in_text),
        run: |material| {
            let mut found = each(material, multiple);
            if let Some(both) = material.main_number().and_then(|number| Both::of(material, number)) {
                found.extend(each_told(material, |passage| of_directions(material, &both, passage)));
            }
            found
        },
    },
    Check {
        key: "years-in-text",
        needs: Needs::Figures,
        holds: label!(checks::years_in_text),
        run: |material| each(material, years),
    },
];

/// What a sentence says something came to, as a multiple of what it was.
pub(super) fn times(passage: &Passage<'_, '_>) -> Option<(Range<usize>, Decimal)> {
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

/// The years from which to which something can be meant to have gone: those of the sentence alone where it names them, and
/// otherwise those of the sentence before, of its text, of what it is about, and those that the document gives.
fn from_to(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<(i16, i16)> {
    let own = passage.all_years();
    let ends = |mut years: BTreeSet<i16>| {
        // A year that the sentence names is the first or the last of them.
        let given = own.first().copied().filter(|_| own.len() == 1);
        years.extend(given);
        let (mut first, mut last) = (years.first().copied()?, years.last().copied()?);
        match given {
            Some(given) if given > first && given < last => first = given,
            Some(given) if given == first => {}
            Some(given) => last = given,
            None => {}
        }
        (first < last).then_some((first, last))
    };
    let before = || {
        let text = Passage::all(passage.text).take_while(|other| other.range.start < passage.range.start);
        text.map(|other| other.all_years()).filter(|years| years.len() > 1).last().unwrap_or_default()
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
    if own.len() > 1 {
        return ends(own.clone()).into_iter().collect();
    }
    let all = [ends(before()), ends(passage.text.reading.years().collect()), ends(beside()), printed()];
    let mut found: Vec<(i16, i16)> = Vec::new();
    for one in all.into_iter().flatten() {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Whether a sentence that names nothing goes on about what a sentence before it in its text was of: `that is 1.67 times …`.
fn goes_on(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> bool {
    let names_nothing = passage.names.is_empty() && passage.signs_of(&[Says::Exports, Says::Imports]).next().is_none();
    names_nothing
        && (tells(material, passage.text) || Passage::all(passage.text).any(|other| courses.are_meant(&other)))
}

/// From what to what a multiple can be, as it is said: more than so many times, nearly, or just so many.
pub(super) fn span(passage: &Passage<'_, '_>, range: &Range<usize>, times: Decimal) -> (Decimal, Decimal) {
    let more = passage.near_before(range, &[Says::More], 1);
    let nearly = passage.near_before(range, &[Says::Nearly], 1);
    let (low, high) = match (more, nearly) {
        (true, _) => ((99, 100), (times + Decimal::ONE) * Decimal::new(102, 2)),
        (_, true) => ((80, 100), times * Decimal::new(110, 2)),
        _ => ((93, 100), times * Decimal::new(118, 2)),
    };
    (times * Decimal::from(low.0) / Decimal::from(low.1), high)
}

fn multiple(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (range, times) = times(passage)?;
    if is_as_much(passage, &range) && passage.says(Says::Exports) && passage.says(Says::Imports) {
        return None;
    }
    let is_meant = courses.are_meant(passage) || goes_on(material, courses, passage);
    if passage.is_open() || !is_meant || is_disputed(material, passage.text) || passage.all_years().len() > 2 {
        return None;
    }
    // A balance is another thing than what it is of.
    if passage.says_any(&[Says::Surplus, Says::Deficit]) {
        return None;
    }
    // `Trade with the EU is three times as large`.
    if passage.is_of_another_body(material) {
        return None;
    }
    let spans = from_to(material, passage);
    let (low, high) = span(passage, &range, times);
    if gives_both(passage, low, high) {
        return None;
    }
    let ratio = |course: &Course, (from, to): (i16, i16)| {
        let (first, last) = (course.values.get(&from)?, course.values.get(&to)?);
        last.checked_div(*first)
    };
    let meant = courses.meant(passage);
    let of_course = |course: &&Course| spans.iter().filter_map(|span| ratio(course, *span)).collect::<Vec<_>>();
    let ratios: Vec<Decimal> = meant.iter().flat_map(of_course).collect();
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

/// Whether a sentence gives two figures of which one is as many times the other as it says.
fn gives_both(passage: &Passage<'_, '_>, low: Decimal, high: Decimal) -> bool {
    /// A sentence of more is a table.
    const MANY: usize = 12;
    let is_figure = |number: &Number| number.value.scale() > 0 || digits(number.value) >= 3 && !number.is_year();
    let numbers = passage.quantities().filter(|(_, quantity)| quantity.unit.is_none()).map(|(_, own)| own.number);
    let all: Vec<Decimal> = numbers.filter(is_figure).map(|number| number.value).take(MANY).collect();
    let pairs = all.iter().flat_map(|own| all.iter().map(move |other| own.checked_div(*other)));
    pairs.flatten().any(|ratio| ratio >= low && ratio <= high)
}

/// Whether something is held against another by a multiple: `twice as much as`.
fn is_as_much(passage: &Passage<'_, '_>, range: &Range<usize>) -> bool {
    let mut all = passage.signs_of(&[Says::AsMuch]).filter(|sign| sign.range.start >= range.end);
    all.any(|sign| passage.apart(range, &sign.range).is_some_and(|words| words <= 1))
}

/// `It sold twice as much as it bought`: one direction against the other. Whose they are need not be told.
fn of_directions(material: &Material<'_>, both: &Both, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between both and how many times the one is the other.
    const NEAR: usize = 6;
    let (range, times) = times(passage)?;
    let beside = |says: Says| passage.near(&range, &[says], NEAR);
    // `Sales doubled while purchases did not` holds none against the other.
    if !is_as_much(passage, &range) {
        return None;
    }
    let turns = passage.says_any(&[Says::Rise, Says::Fall, Says::Growth, Says::Surplus, Says::Deficit]);
    // A state that is none of the two, or that the briefing has no name of.
    let is_named = |range: &Range<usize>| passage.is_named(range);
    let capitals = passage.text.reading.capitals();
    let mut strange = capitals.filter(|(range, _)| passage.range.contains(&range.start) && !is_named(range));
    let others = passage.states().any(|name| both.other(name.of).is_none())
        || strange.any(|(_, word)| states_named(word).next().is_some());
    if !beside(Says::Exports) || !beside(Says::Imports) || turns || others || passage.is_of_another_body(material) {
        return None;
    }
    let period = period_meant(material, passage)?;
    let (_, periods) = material.series.get(both.series)?;
    let [forward, backward] = periods.get(period)?.pair((both.forward, both.backward))?;
    let ratios = [forward.value.checked_div(backward.value)?, backward.value.checked_div(forward.value)?];
    let (low, high) = span(passage, &range, times);
    if ratios.iter().any(|ratio| *ratio >= low && *ratio <= high) {
        return None;
    }
    let nearest = ratios.iter().min_by_key(|ratio| (**ratio - times).abs())?;
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
        from_to(material, passage).into_iter().map(|(from, to)| to - from).collect()
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

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn one_direction_is_so_many_times_the_other() {
        for text in [
            "In 2016 China sold three times as much as it bought.",
            "Nach der Statistik verkaufte China 2016 doppelt so viel, wie es kaufte.",
            "En 2016 China vendió el doble de lo que compró.",
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", text), ["Warn multiple-in-text"], "{text}");
        }
        for text in
            ["In 2016 it sold 1.15 times as much as it bought.", "In 2016 Japan sold twice as much as it bought."]
        {
            assert_eq!(reason_after(CHECKS, "directions-2024", text), [""; 0], "{text}");
        }
        // Of what else a sentence gives both figures, or of the balance.
        for text in [
            "In trade the rest came to 207.2 bn in 2024, nearly twice the 104.3 bn of 2020.",
            "Das Defizit im Handel war 2022 mehr als elfmal so groß wie 2021.",
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", text), [""; 0], "{text}");
        }
    }
}
