//! Figures that are said to lie between two others: `between US$200 bn and US$220 bn in that year`.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::compared::each_of;
use super::figures::{Figures, are_meant_in, period_of};
use crate::analysis::reading::{Mention, Quantity, Says};
use crate::briefing::Period;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "between-in-text",
    needs: Needs::Figures,
    holds: label!(checks::between_in_text),
    run: |material| each_of(material, of_passage),
}];

/// So many words stand between `between` and the lower figure, and between the two.
const NEAR: usize = 2;
/// A figure is printed as rounded by so much of itself.
const SLACK: Decimal = Decimal::from_parts(3, 0, 0, false, 4);

/// The two that something is said to lie between, the lower first.
fn ends<'t>(passage: &Passage<'t, '_>) -> Option<[(&'t Mention, &'t Quantity); 2]> {
    let sign = passage.signs_of(&[Says::Between]).next()?;
    let is_figure = |quantity: &Quantity| quantity.unit.is_none() && !quantity.number.is_year();
    let mut behind =
        passage.quantities().filter(|(mention, own)| mention.range.start >= sign.range.end && is_figure(own));
    let (first, second) = (behind.next()?, behind.next()?);
    let led = passage.apart(&sign.range, &first.0.range).is_some_and(|words| words <= NEAR);
    let between = first.0.range.end..second.0.range.start;
    let joined = passage.text.reading.words_between(between).any(|(_, word)| passage.text.reading.is_and(word));
    let near = passage.apart(&first.0.range, &second.0.range).is_some_and(|words| words <= NEAR + 2);
    let scaled = second.1.number.scale.is_some() && behind.next().is_none();
    (led && joined && near && scaled).then_some([first, second])
}

/// The period that is meant: that of the sentence, or the year that was named last before it.
fn period(passage: &Passage<'_, '_>, mention: &Mention) -> Option<Period> {
    if let Some(period) = period_of(passage, mention) {
        return Some(period);
    }
    if passage.parts().next().is_some() || !passage.all_years().is_empty() {
        return None;
    }
    let mentions = passage.text.reading.mentions.iter();
    let before = mentions.take_while(|own| own.range.end <= passage.range.start);
    let years: BTreeSet<i16> = before.clone().flat_map(Mention::days).filter_map(|day| day.year).collect();
    let year = years.first().copied().filter(|_| years.len() == 1)?;
    passage.text.reading.parts.is_empty().then(|| Period::of_year(year))
}

fn of_passage(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let others = [Says::Surplus, Says::Deficit, Says::Average, Says::Goal, Says::Growth, Says::Rise, Says::Fall];
    let [(first, low), (second, high)] = ends(passage)?;
    if passage.says_any(&others) || !passage.is_told(material) {
        return None;
    }
    let goes_on = || {
        let courses = material.courses();
        courses.is_some_and(|courses| are_meant_in(material, courses, passage, first.range.start))
    };
    if !figures.are_meant(material, passage) && !goes_on() {
        return None;
    }
    // `between 200 and 220 billion`: the scale stands once.
    let mut lower = low.number;
    lower.scale = lower.scale.or(high.number.scale);
    let (low, high) = (figures.in_unit(&lower)?, figures.in_unit(&high.number)?);
    let period = period(passage, second)?;
    let values: Vec<Decimal> = figures.meant(passage).iter().filter_map(|of| figures.value(*of, period)).collect();
    let within = |value: &Decimal| *value >= low - low * SLACK && *value <= high + high * SLACK;
    // Far from both it is of something else.
    let like = |value: &&Decimal| **value <= high * Decimal::TWO && low <= **value * Decimal::TWO;
    if low >= high || values.iter().any(within) {
        return None;
    }
    let value = *values.iter().find(like)?;
    let said = passage.part(&(first.range.start..second.range.end));
    let title = message!(findings::between_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::rounded_other, said = said.clone(), value = value, period = period, text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_figure_lies_between_those_that_it_is_said_to() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            (
                "Turnover of 2023 was between US$230 bn and US$250 bn.",
                "Turnover of 2023 was between US$250 bn and US$270 bn.",
            ),
            (
                "Trade came to US$244.8 bn in 2024. Turnover thus lay between 240 and 250 billion dollars.",
                "Trade came to US$244.8 bn in 2024. Turnover thus lay between 210 and 230 billion dollars.",
            ),
            (
                "Der Handel lag 2024 zwischen 240 und 250 Milliarden Dollar.",
                "Der Handel lag 2024 zwischen 250 und 260 Milliarden Dollar.",
            ),
            (
                "Товарооборот в 2024 году был между 240 и 250 млрд долларов.",
                "Товарооборот в 2024 году был между 220 и 240 млрд долларов.",
            ),
            (
                "Le commerce de 2024 était compris entre 240 et 250 milliards de dollars.",
                "Le commerce de 2024 était compris entre 200 et 230 milliards de dollars.",
            ),
            (
                "El comercio de 2024 estuvo entre 240 y 250 mil millones de dólares.",
                "El comercio de 2024 estuvo entre 250 y 260 mil millones de dólares.",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", wrong), ["Warn between-in-text"], "{wrong}");
        }
        for text in [
            "Trade between Russia and China came to US$244.8 bn in 2024 and US$240 bn in 2023.",
            "Turnover was not between US$250 bn and US$270 bn in 2023.",
            "Turnover rose by between US$40 bn and US$50 bn in 2022.",
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", text), [""; 0], "{text}");
        }
    }
}
