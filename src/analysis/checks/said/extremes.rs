//! The highest, the first since, never, every year: what a text says of all years, against all that the data have.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::course::{Course, Courses, each};
use super::directions::Both;
use super::figures::{are_meant_in, has_other_words};
use super::months::Months;
use super::ranks::place_of;
use super::trends::way_of;
use super::{Passage, is_disputed};
use crate::analysis::reading::{Says, Sign, Unit, Way};
use crate::briefing::{Message, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "extreme-in-text",
    needs: Needs::Figures,
    holds: label!(checks::extreme_in_text),
    run: |material| {
        let months = Months::of(material);
        each(material, |material, courses, passage| {
            let of_month = || months.as_ref().and_then(|months| months.of_passage(material, passage));
            of_passage(material, courses, passage).or_else(of_month)
        })
    },
}];

/// Fewer years tell nothing of a highest or a first.
const YEARS: usize = 3;

fn of_passage(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let telling = [Says::Highest, Says::Lowest, Says::Record, Says::Since, Says::Never, Says::Each];
    let from = passage.signs_of(&telling).next()?.range.start;
    // `the second-highest` is another one, and `plus élevé qu’en 2022` none.
    let compares = |end: &Sign| {
        let after =
            |than: &Sign| than.range.start >= end.range.end && passage.apart(&end.range, &than.range) == Some(0);
        passage.signs_of(&[Says::Than]).any(after)
    };
    // `its largest trading partner` is so among partners, and not among years.
    let of_partners = |end: &Sign| {
        let role = passage.signs_of(&[Says::Partner, Says::Member]).find(|role| role.range.start >= end.range.end);
        role.is_some_and(|role| passage.apart(&end.range, &role.range).is_some_and(|words| words <= 2))
    };
    let of_else = |end: &Sign| place_of(passage, end).is_some() || compares(end) || of_partners(end);
    if passage.signs_of(&[Says::Highest, Says::Lowest]).any(of_else) {
        return None;
    }
    let is_milestone = matches!(passage.text.about, About::Milestone(_));
    let surplus = surplus(material, courses, passage);
    let is_meant = is_milestone || surplus.is_some() || are_meant_in(material, courses, passage, from);
    if passage.says(Says::Wish) || !is_meant || is_disputed(material, passage.text) {
        return None;
    }
    let meant = surplus.as_ref().map_or_else(|| courses.meant(passage), |surplus| vec![surplus]);
    let meant: Vec<&Course> = meant.into_iter().filter(|course| course.growth.len() >= YEARS).collect();
    let (sign, detail) = first_since(passage, &meant)
        .or_else(|| always(passage, &meant))
        .or_else(|| too_many(passage, &meant))
        .or_else(|| unmatched(passage, &meant))
        .or_else(|| of_since(material, passage, &meant))
        .or_else(|| if passage.says(Says::Not) { None } else { highest(material, passage, &meant) })?;
    let said = passage.part(&sign.range);
    let title = message!(findings::extreme_in_text, said = said.clone());
    Some(passage.finding(material, &said, title, detail))
}

/// The surplus that a sentence of one year speaks of: of one of the two sides, and of nothing else that has one.
fn surplus(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> Option<Course> {
    let [(_, year)] = passage.years()[..] else { return None };
    let both = material.main_number().and_then(|number| Both::of(material, number))?;
    let of_party = passage.states().all(|state| both.other(state.of).is_some());
    let told = passage.says_any(&[Says::Surplus, Says::Deficit]) && of_party;
    let tells_other = || passage.parts().next().is_some() || has_other_words(passage, passage.range.clone());
    (told && !tells_other()).then(|| courses.surplus(year)).flatten()
}

/// What is not so, for another year is.
fn but(passage: &Passage<'_, '_>, sign: &Sign, year: i16) -> Message {
    let (said, text) = (passage.part(&sign.range), passage.text.text.to_owned());
    message!(findings::extreme_but, said = said, year = Period::of_year(year), text = text)
}

/// `the first fall since 2016`, although there was one between.
fn first_since<'t>(passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let first = passage.signs.iter().find(|sign| sign.says == Says::Ordinal(1))?;
    let since = passage.signs_of(&[Says::Since]).find(|sign| sign.range.start > first.range.end)?;
    let turn = passage.signs_of(&[Says::Rise, Says::Fall, Says::Growth]).find(|turn| {
        turn.range.start >= first.range.end && passage.apart(&first.range, &turn.range).is_some_and(|words| words <= 2)
    })?;
    let way = way_of(turn.says)?;
    let years = passage.years();
    let (_, from) = years.iter().find(|(range, _)| range.start >= since.range.end)?;
    let own = years.iter().map(|(_, year)| *year).find(|year| year != from);
    if meant.is_empty() {
        return None;
    }
    // A fall is the first since another one.
    let no_such = |course: &&Course| {
        let contrary =
            |growth: &Decimal| if way == Way::Up { growth.is_sign_negative() } else { growth.is_sign_positive() };
        course.growth.get(from).is_some_and(|growth| !growth.is_zero() && contrary(growth))
    };
    let between = |course: &&Course| {
        let mut all = course.years(way, i16::MIN).rev();
        let last = own.or_else(|| all.next());
        // None at all in that way, or one after the year that is named.
        last.is_none_or(|last| course.years(way, from.saturating_add(1)).any(|year| year < last))
    };
    let other = meant[0].years(way, from.saturating_add(1)).next();
    let text = passage.text.text.to_owned();
    let said = passage.part(&turn.range);
    (meant.iter().all(between) || meant.iter().all(no_such)).then(|| {
        let detail = match other {
            Some(other) => {
                message!(findings::extreme_not_first, said = said, year = Period::of_year(other), text = text)
            }
            None => message!(findings::trend_other, said = said, text = text),
        };
        (turn, detail)
    })
}

/// `has never fallen`, `grew every year`, although in one it did not.
fn always<'t>(passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let turn = passage.signs_of(&[Says::Rise, Says::Fall, Says::Growth]).next().or_else(|| more_each(passage))?;
    let way = if turn.says == Says::Above { Way::Up } else { way_of(turn.says).unwrap_or(Way::Down) };
    let never = passage.near(&turn.range, &[Says::Never], 4);
    let each = passage.near(&turn.range, &[Says::Each], 4) && !passage.says(Says::Not);
    if !never && !each || meant.is_empty() {
        return None;
    }
    let named = passage.all_years();
    // Since a year it went from that on.
    let since = i16::from(passage.says(Says::Since));
    let from = named.first().map_or(i16::MIN, |first| first.saturating_add(since));
    let until = named.last().copied().filter(|last| *last > from).unwrap_or(i16::MAX);
    let against = if never {
        way
    } else if way == Way::Up {
        Way::Down
    } else {
        Way::Up
    };
    let contrary: Vec<i16> =
        meant.iter().filter_map(|course| course.years(against, from).find(|year| *year <= until)).collect();
    let year = (contrary.len() == meant.len()).then(|| contrary.first().copied())??;
    Some((turn, but(passage, turn, year)))
}

/// `more each year`: what is more than in the year before.
fn more_each<'t>(passage: &Passage<'t, '_>) -> Option<&'t Sign> {
    let beside = |sign: &&Sign| passage.near(&sign.range, &[Says::Each], 1);
    passage.signs_of(&[Says::Above, Says::Below]).find(|sign| beside(sign) && !passage.says(Says::Than))
}

/// So many words stand between a record and the year whose it is.
const OF_YEAR: usize = 3;

/// `No year has matched the record of 2022`, although another had more.
fn unmatched<'t>(passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let sign = passage.signs_of(&[Says::Record, Says::Highest]).next()?;
    let years = passage.years();
    let [(range, year)] = &years[..] else { return None };
    let reading = &passage.text.reading;
    let tied = range.start >= sign.range.end && passage.apart(&sign.range, range).is_some_and(|words| words <= OF_YEAR);
    // Of no year it is said, and not of one that is not named.
    let of_none = passage.signs_of(&[Says::Not]).filter(|not| not.range.end <= sign.range.start).any(|not| {
        reading.words_between(not.range.end..sign.range.start).take(3).any(|(_, word)| reading.is_year_word(word))
    });
    if !tied || !of_none || passage.parts().next().is_some() || meant.is_empty() {
        return None;
    }
    let better = |course: &&Course| {
        let own = course.values.get(year)?;
        course.values.iter().filter(|(_, value)| *value > own).max_by_key(|(_, value)| **value).map(|(year, _)| *year)
    };
    let other = meant.iter().map(better).collect::<Option<Vec<i16>>>()?.first().copied()?;
    Some((sign, but(passage, sign, other)))
}

/// `the lowest since 2020`, although a year between was lower still.
fn of_since<'t>(material: &Material<'_>, passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let sign = passage.signs_of(&[Says::Highest, Says::Lowest, Says::Record]).next()?;
    let since = passage.signs_of(&[Says::Since]).find(|since| since.range.start >= sign.range.end)?;
    let years = passage.years();
    let close = |range: &Range<usize>| {
        range.start >= since.range.end && passage.apart(&since.range, range).is_some_and(|words| words <= 2)
    };
    let (_, from) = years.iter().find(|(range, _)| close(range))?;
    let of_growth = passage.says_any(&[Says::Rise, Says::Growth, Says::Fall, Says::Share]);
    if of_growth || passage.says(Says::Not) || passage.parts().next().is_some() || meant.is_empty() {
        return None;
    }
    let around = || {
        let all: BTreeSet<i16> = passage.text.reading.years().filter(|year| year > from).collect();
        let forecast = passage.text.claim().and_then(|claim| claim.forecast.as_ref()?.period).map(Period::year);
        all.first().copied().filter(|_| all.len() == 1).or(forecast)
    };
    let own: Vec<i16> = years.iter().map(|(_, year)| *year).filter(|year| year != from).collect();
    let own = match own[..] {
        [year] => year,
        [] => year_of(material, passage).or_else(around)?,
        _ => return None,
    };
    let first = from.saturating_add(1);
    let beaten = |course: &&Course| {
        let value = course.values.get(&own).filter(|_| first < own)?;
        let beats = |other: &Decimal| if sign.says == Says::Lowest { other < value } else { other > value };
        course.values.range(first..own).rev().find(|(_, other)| beats(other)).map(|(year, _)| *year)
    };
    let other = meant.iter().map(beaten).collect::<Option<Vec<i16>>>()?.first().copied()?;
    Some((sign, but(passage, sign, other)))
}

/// `the lowest of the ten years`, of which there are six.
fn too_many<'t>(passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let sign = passage.signs_of(&[Says::Highest, Says::Lowest, Says::Record]).next()?;
    let all = meant.iter().map(|course| course.values.len()).max()?;
    let (mention, _) = passage.quantities().find(|(mention, quantity)| {
        let behind = mention.range.start >= sign.range.end;
        let near = behind && passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= OF_YEARS);
        let many = quantity.count().is_some_and(|count| usize::try_from(count).is_ok_and(|count| count > all));
        quantity.unit == Some(Unit::Years) && near && many && !passage.text.reading.is_counted_from(mention.range.end)
    })?;
    let (said, text) = (passage.part(&mention.range), passage.text.text.to_owned());
    let number = u64::try_from(all).unwrap_or(u64::MAX);
    Some((sign, message!(findings::extreme_of_years, said = said, number = number, text = text)))
}

/// So many words stand between a highest and the years of which it is that.
const OF_YEARS: usize = 3;

/// The year that a sentence speaks of without naming one: that of its milestone, or of the figure that it gives.
fn year_of(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<i16> {
    if let About::Milestone(milestone) = passage.text.about {
        return Some(milestone.on.first_day().year());
    }
    let telling = |quantity: &crate::analysis::reading::Quantity| {
        quantity.unit.is_none() && super::super::known::digits(quantity.number.value) >= 4
    };
    let figures = passage.quantities().filter(|(_, quantity)| telling(quantity));
    let found: BTreeSet<Period> = figures
        .flat_map(|(_, quantity)| material.known().figures(&quantity.number, true))
        .filter(|figure| Some(figure.series) == material.main_number())
        .map(|figure| figure.period)
        .collect();
    match found.into_iter().collect::<Vec<_>>()[..] {
        [period] if period.is_year() => Some(period.year()),
        _ => None,
    }
}

/// `2023 was the year with the highest turnover`, although another year has more.
fn highest<'t>(material: &Material<'_>, passage: &Passage<'t, '_>, meant: &[&Course]) -> Option<(&'t Sign, Message)> {
    let sign = passage.signs_of(&[Says::Highest, Says::Lowest, Says::Record]).next()?;
    let years = passage.years();
    let year = &match &years[..] {
        [(_, year)] => *year,
        [] => year_of(material, passage)?,
        _ => return None,
    };
    // `the strongest of the three years` is not that of all.
    let all = meant.iter().map(|course| course.values.len()).max().unwrap_or(0);
    let of_some = passage.quantities().any(|(mention, quantity)| {
        let near = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= OF_YEARS);
        let few = quantity.count().is_none_or(|count| usize::try_from(count).is_ok_and(|count| count < all));
        quantity.unit == Some(Unit::Years) && near && few
    });
    if of_some || passage.parts().next().is_some() || passage.says(Says::Since) || meant.is_empty() {
        return None;
    }
    let of_growth = passage.near(&sign.range, &[Says::Rise, Says::Growth, Says::Fall], 2);
    let least = sign.says == Says::Lowest;
    // A record is one when it is set, and so is what happened then and what is said to have been so until then.
    let then = sign.says == Says::Record
        || matches!(passage.text.about, About::Milestone(_))
        || passage.says_any(&[Says::Until, Says::Yet, Says::Then]);
    let best = |course: &Course| -> Option<i16> {
        let beaten = |list: &BTreeMap<i16, Decimal>| {
            let own = list.get(year)?;
            let beats = |(other, value): (&i16, &Decimal)| {
                let more = if least { value < own } else { value > own };
                (more && (!then || other < year)).then_some((*other, *value))
            };
            let better = list.iter().filter_map(beats);
            let found =
                if least { better.min_by_key(|(_, value)| *value) } else { better.max_by_key(|(_, value)| *value) };
            found.map(|(other, _)| other)
        };
        // What rose most in per cent need not have risen by the most.
        if of_growth { beaten(&course.growth).and_then(|_| beaten(&course.steps())) } else { beaten(&course.values) }
    };
    // A fall that is the highest is one of the largest; which, is not told.
    if of_growth && passage.near(&sign.range, &[Says::Fall], 2) {
        return None;
    }
    let known = meant.iter().filter(|course| course.values.contains_key(year));
    let others: Vec<Option<i16>> = known.map(|course| best(course)).collect();
    let other = others.iter().copied().collect::<Option<Vec<i16>>>()?.first().copied()?;
    Some((sign, but(passage, sign, other)))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn the_best_year_is_that_of_the_figures() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("No year has matched the record of 2024.", "No year has matched the record of 2022."),
            ("Kein Jahr erreichte den Rekord von 2024.", "Kein Jahr erreichte den Rekord von 2022."),
            ("Aucune année n’a égalé le record de 2024.", "Aucune année n’a égalé le record de 2022."),
            ("Ningún año igualó el récord de 2024.", "Ningún año igualó el récord de 2022."),
            ("The total of 2025 was the lowest since 2022.", "The total of 2025 was the lowest since 2021."),
            ("Trade has grown each year since 2020, till 2024.", "Trade has grown each year since 2017."),
            ("The best year was 2024.", "The best year was 2022."),
            ("Russia’s surplus peaked in 2022.", "Russia’s surplus peaked in 2023."),
            ("Russlands Überschuss war 2022 am größten.", "Russlands Überschuss war 2024 am größten."),
            ("Профицит России был наибольшим в 2022 году.", "Профицит России был наибольшим в 2023 году."),
            ("The largest yearly rise was that of 2023.", "The largest yearly rise was that of 2022."),
            ("Der größte jährliche Anstieg war der von 2021.", "Der größte jährliche Anstieg war der von 2024."),
        ] {
            assert_eq!(
                reason_after(CHECKS, "turnover-2021-2024", &format!("Turnover is meant. {right}")),
                [""; 0],
                "{right}"
            );
            assert_eq!(
                reason_after(CHECKS, "turnover-2021-2024", &format!("Turnover is meant. {wrong}")),
                ["Warn extreme-in-text"],
                "{wrong}"
            );
        }
        for text in [
            "Turnover did not reach the record of 2023 in that half.",
            "The lowest growth since 2021 was that of turnover in 2024.",
            "In 2022 turnover was the third-highest.",
            "In dollars the largest yearly rise of turnover was that of 2023.",
            "Der größte jährliche Anstieg des Handels war der von 2023.",
            "La plus forte hausse annuelle du commerce fut celle de 2023.",
            "In 2022 turnover was the highest until then.",
            "2022 war der Handel der bis dahin höchste.",
            "China became its largest trading partner in 2022.",
            "Le commerce de 2022 était plus élevé qu’en 2021.",
            "El comercio de 2022 fue mayor que en 2021.",
            "Russia’s surplus of grain peaked in 2023.",
            "Kazakhstan’s surplus peaked in 2023.",
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", text), [""; 0], "{text}");
        }
    }
}
