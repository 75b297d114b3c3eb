//! What a text holds against a year without saying of which it speaks: `more than in 2021`, `below the level of 2020`,
//! `down from 2022`, `doubled since 2019`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::{Check, Finding, Material, Needs};
use super::figures::periods;
use super::multiples::{span, times};
use super::ranks::since;
use super::{Passage, each_told};
use crate::analysis::reading::{Says, Sign, Way};
use crate::briefing::Period;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "against-year-in-text",
    needs: Needs::Figures,
    holds: label!(checks::against_year_in_text),
    run: |material| each_told(material, |passage| of_passage(material, passage)),
}];

/// So many words stand between what compares and the year that it compares with.
const NEAR: usize = 5;
/// Shorter words hold a sentence together.
const LONG: usize = 4;

/// What a sentence says against a year: more or less than then, or so many times as much.
struct Against {
    range: Range<usize>,
    period: Period,
    says: Said,
}

enum Said {
    Way(Way),
    Times(Range<usize>, Decimal),
}

const fn way_of(says: Says) -> Option<Way> {
    match says {
        Says::Above | Says::Rise => Some(Way::Up),
        Says::Below | Says::Fall => Some(Way::Down),
        _ => None,
    }
}

/// The only way that some signs of a sentence say.
fn only_way(passage: &Passage<'_, '_>, of: &[Says]) -> Option<(Way, Range<usize>)> {
    let mut all = passage.signs_of(of).filter_map(|sign| Some((way_of(sign.says)?, sign.range.clone())));
    let first = all.next()?;
    all.all(|(way, _)| way == first.0).then_some(first)
}

/// Whether nothing stands between two places that could be what is compared: no name, no word that the language is not
/// known to have.
fn is_plain(passage: &Passage<'_, '_>, between: &Range<usize>) -> bool {
    let reading = &passage.text.reading;
    let strange = |(range, word): (Range<usize>, &str)| {
        let said = passage.is_said(&range);
        !said && word.chars().count() >= LONG && !reading.is_known_word(range.start, word)
    };
    !passage.names.iter().any(|name| between.contains(&name.range.start))
        && !reading.words_between(between.clone()).any(strange)
}

/// Whether there is no number between two places either, and not much else.
fn is_bare(passage: &Passage<'_, '_>, between: &Range<usize>) -> bool {
    !passage.mentions.iter().any(|mention| between.contains(&mention.range.start))
        && passage.text.reading.between(between.clone()).is_some_and(|words| words <= NEAR)
        && is_plain(passage, between)
}

/// Which way a sentence holds something against a year, and the words that say so.
fn way_against(passage: &Passage<'_, '_>, year: &Range<usize>) -> Option<(Way, Range<usize>)> {
    let led = |by: fn(Says) -> bool| {
        let before = passage.signs.iter().rfind(|sign| by(sign.says) && sign.range.end <= year.start);
        before.filter(|sign| is_bare(passage, &(sign.range.end..year.start)))
    };
    let is_in = |sign: &Sign| passage.says_within(&(sign.range.end..year.start), &[Says::In]);
    // `rose more than in 2021` is of growth.
    let moves = passage.says_any(&[Says::Rise, Says::Fall]);
    if let Some(sign) = led(|says| matches!(says, Says::Beyond(_))) {
        let more = sign.says == Says::Beyond(true);
        let of_then = is_in(sign) || passage.language() == "de";
        return (of_then && !moves).then_some((if more { Way::Up } else { Way::Down }, sign.range.clone()));
    }
    let compares = [Says::Above, Says::Below];
    if let Some(than) = led(|says| says == Says::Than) {
        // `more farms than in 2021` are farms.
        let (way, range) = only_way(passage, &compares)?;
        let before = range.end <= than.range.start && is_plain(passage, &(range.end..than.range.start));
        let behind = passage.language() == "zh" && year.end <= range.start;
        return (!moves && (before || behind)).then_some((way, range));
    }
    if led(|says| says == Says::Against).is_some() {
        return only_way(passage, &[Says::Above, Says::Below, Says::Rise, Says::Fall]);
    }
    let (way, range) = only_way(passage, &compares)?;
    let between = range.end..year.start.max(range.end);
    // `higher in 2021` was so in that year.
    let of_then = passage.says_within(&between, &[Says::In, Says::Within]);
    let near = passage.text.reading.between(between.clone()).is_some_and(|words| words <= 2);
    let level = near || passage.says_within(&between, &[Says::Level]);
    (range.end <= year.start && level && !of_then && is_bare(passage, &between)).then_some((way, range))
}

fn against(passage: &Passage<'_, '_>) -> Option<Against> {
    let named = periods(passage);
    let part = |range: &Range<usize>, year: &Range<usize>| range.start.min(year.start)..range.end.max(year.end);
    if let Some(from) = since(passage) {
        let (range, times) = times(passage)?;
        let (year, _) = named.iter().find(|(_, period)| *period == from)?;
        return Some(Against { range: part(&range, year), period: from, says: Said::Times(range, times) });
    }
    let of_else = [Says::YearBefore, Says::AsMuch, Says::Between, Says::Until, Says::Average, Says::Each, Says::Never];
    let multiple = passage.signs.iter().any(|sign| matches!(sign.says, Says::Times | Says::Fold(_)));
    if multiple || passage.says_any(&of_else) {
        return None;
    }
    named.iter().filter(|(_, period)| period.is_year()).find_map(|(year, period)| {
        let (way, range) = way_against(passage, year)?;
        Some(Against { range: part(&range, year), period: *period, says: Said::Way(way) })
    })
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let against = against(passage)?;
    let measures = material.measures();
    let measure = measures.meant(material, passage, against.range.start)?;
    // What names both its years of the main series has a check of its own.
    if measures.is_main(measure) && periods(passage).len() > 1 {
        return None;
    }
    let period =
        measures.own_period(material, passage, &[against.period]).filter(|own| own.kind() == against.period.kind())?;
    let (value, other) = (measure.value(material, period)?, measure.value(material, against.period)?);
    let wrong = match against.says {
        Said::Way(Way::Up) => value < other,
        Said::Way(Way::Down) => value > other,
        Said::Times(range, times) => {
            let (low, high) = span(passage, &range, times);
            value.checked_div(other).is_some_and(|ratio| ratio < low || ratio > high)
        }
    };
    if !wrong {
        return None;
    }
    let said = passage.part(&against.range);
    let title = message!(findings::against_year_in_text, said = said.clone());
    let detail = message!(
        findings::comparison_other,
        said = said.clone(),
        value = value,
        period = period,
        other = other,
        against = against.period,
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn what_is_held_against_a_year_is_more_or_less_than_then() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        // The statement of the claim is of 2025, which is less than 2023 and 2024 and more than 2022.
        let wrong = [
            ("Trade was more than in 2023.", "so"),
            ("Trade was larger than in 2023.", "so"),
            ("Trade stayed below the level of 2022.", "so"),
            ("Trade exceeded that of 2024.", "so"),
            ("Trade fell below the level of 2021.", "so"),
            ("Trade was down from 2022.", "so"),
            ("Der Handel lag über dem Stand von 2023.", "so"),
            ("Der Handel war größer als 2023.", "so"),
            ("Торговля была выше, чем в 2023 году.", "так"),
            ("Торговля была ниже уровня 2022 года.", "так"),
            ("Le commerce était plus élevé qu’en 2023.", "so"),
            ("El comercio fue mayor que en 2023.", "so"),
            ("El comercio quedó por debajo del nivel de 2022.", "so"),
            ("贸易额高于2023年。", "so"),
            ("贸易额比2023年高。", "so"),
            ("كانت التجارة أعلى من مستوى 2023.", "so"),
            ("Trade had more than doubled since 2022.", "so"),
        ];
        let right = [
            ("Trade was more than in 2022.", "so"),
            ("Trade was larger than in 2022.", "so"),
            ("Trade stayed below the level of 2023.", "so"),
            ("Trade exceeded that of 2022.", "so"),
            ("Trade was down from 2023.", "so"),
            ("Der Handel lag über dem Stand von 2022.", "so"),
            ("Торговля была выше, чем в 2022 году.", "так"),
            ("Le commerce était plus élevé qu’en 2022.", "so"),
            ("El comercio fue mayor que en 2022.", "so"),
            ("贸易额高于2022年。", "so"),
            ("كانت التجارة أعلى من مستوى 2022.", "so"),
            ("Trade had more than doubled since 2019.", "so"),
            ("Trade was higher in 2023.", "so"),
            ("Trade with Japan was more than in 2023.", "so"),
            ("Trade brought more farms than in 2023.", "so"),
            ("Trade was not larger than in 2023.", "so"),
            ("Trade fell more than in 2023.", "so"),
            ("Trade was more than 200 bn in 2023.", "so"),
        ];
        hold_in_pairs(CHECKS, "forecast-2025", &wrong, &right);
    }
}
