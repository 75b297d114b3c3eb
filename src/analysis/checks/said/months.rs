//! The best and the leanest month, the only one that brought more, and months that each brought more than the one before:
//! as texts say it, against the months of the main series.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use jiff::civil;
use rust_decimal::Decimal;

use super::super::{Finding, Material};
use super::figures::{names_no_other, tells};
use super::multiples::{span, times};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Day, Says, Sign, What};
use crate::briefing::Period;
use crate::message;

/// Fewer months tell nothing of a best one, and of more no text speaks.
const MONTHS: RangeInclusive<usize> = 6..=1_200;

/// What the total of the main series was in each month that it is known of.
pub(super) struct Months(BTreeMap<Period, Decimal>);

impl Months {
    /// Those of a briefing; none where they are too few or too many.
    pub fn of(material: &Material<'_>) -> Option<Self> {
        let (_, periods) = material.main_series()?;
        let total = periods.main_total()?;
        let of_month = periods.iter().filter(|(period, _)| period.months() == Some(1));
        let months: BTreeMap<_, _> =
            of_month.filter_map(|(period, _)| Some((period, periods.value(total, period)?))).collect();
        MONTHS.contains(&months.len()).then_some(Self(months))
    }

    /// What is wrong with what a sentence says of a month.
    pub fn of_passage(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
        let telling = [Says::Highest, Says::Lowest, Says::Only, Says::Each];
        let tells_of = |sign: &&Sign| telling.contains(&sign.says) || matches!(sign.says, Says::Times | Says::Fold(_));
        let from = passage.signs.iter().find(tells_of)?.range.start;
        let (range, day) = only_month(passage)?;
        let of_claim = || passage.text.claim().into_iter().flat_map(|claim| material.texts().all_of(claim));
        let is_meant =
            || names_no_other(passage, from.min(range.start)) && of_claim().any(|text| tells(material, text));
        let of_else = [Says::Exports, Says::Imports, Says::Surplus, Says::Deficit, Says::Share, Says::Growth];
        if passage.is_open() || passage.says_any(&of_else) || is_disputed(material, passage.text) || !is_meant() {
            return None;
        }
        let named: Vec<Period> = self.0.keys().copied().filter(|month| is_month(*month, day)).collect();
        if named.is_empty() {
            return None;
        }
        let own = || of_claim().flat_map(|text| text.reading.days()).find_map(month_of);
        let against = |month: &Period| {
            self.best(passage, *month)
                .or_else(|| self.each(passage, *month))
                .or_else(|| self.only(passage, *month, own()))
                .or_else(|| self.multiple(passage, *month, own()))
        };
        let found: Vec<Period> = named.iter().map(against).collect::<Option<_>>()?;
        let said = passage.part(&range);
        let title = message!(findings::extreme_in_text, said = said.clone());
        let text = passage.text.text.to_owned();
        let detail = message!(findings::extreme_but, said = said.clone(), year = *found.first()?, text = text);
        Some(passage.finding(material, &said, title, detail))
    }

    /// A month of the same year that is better than the best, or leaner than the leanest.
    fn best(&self, passage: &Passage<'_, '_>, month: Period) -> Option<Period> {
        let sign = passage.signs_of(&[Says::Highest, Says::Lowest]).next().filter(|_| !passage.says(Says::Since))?;
        // `the second-best month`
        let is_nth = |nth: &Sign| matches!(nth.says, Says::Ordinal(number) if number > 1);
        let near = |nth: &Sign| passage.apart(&nth.range, &sign.range).is_some_and(|words| words <= 2);
        if passage.signs.iter().any(|nth| is_nth(nth) && near(nth)) {
            return None;
        }
        let own = self.0.get(&month)?;
        let beats = |value: &Decimal| if sign.says == Says::Lowest { value < own } else { value > own };
        let mut others = self.0.iter().filter(|(other, value)| other.year() == month.year() && beats(value));
        others.next().map(|(other, _)| *other)
    }

    /// A month from one on that did not bring more than the one before it, where each is said to.
    fn each(&self, passage: &Passage<'_, '_>, month: Period) -> Option<Period> {
        let sign = passage.signs_of(&[Says::Above, Says::Below, Says::Rise, Says::Fall]).next()?;
        passage.signs_of(&[Says::Each]).next()?;
        let up = matches!(sign.says, Says::Above | Says::Rise);
        let turned = |other: &Period| {
            let (value, before) = (self.0.get(other)?, self.0.get(&other.previous()?)?);
            (if up { value < before } else { value > before }).then_some(*other)
        };
        self.0.range(month.next()?..).find_map(|(other, _)| turned(other))
    }

    /// The month that a claim is of, where it is not as many times as much as another as it is said to be.
    fn multiple(&self, passage: &Passage<'_, '_>, month: Period, own: Option<Period>) -> Option<Period> {
        let (range, times) = times(passage)?;
        let own = own.filter(|own| *own != month)?;
        let ratio = self.0.get(&own)?.checked_div(*self.0.get(&month)?)?;
        let (low, high) = span(passage, &range, times);
        (ratio < low || ratio > high).then_some(own)
    }

    /// The month that a claim is of, where the only one that is said to have brought more brought less.
    fn only(&self, passage: &Passage<'_, '_>, month: Period, own: Option<Period>) -> Option<Period> {
        let sign = passage.signs_of(&[Says::Above, Says::Below]).next()?;
        let own = own.filter(|own| passage.says(Says::Only) && !passage.says(Says::Than) && *own != month)?;
        let (value, other) = (self.0.get(&own)?, self.0.get(&month)?);
        let wrong = if sign.says == Says::Above { other < value } else { other > value };
        wrong.then_some(own)
    }
}

/// The only month that a sentence names, and no day of it.
fn only_month(passage: &Passage<'_, '_>) -> Option<(Range<usize>, Day)> {
    let mut days = passage.mentions.iter().filter_map(|mention| match mention.what {
        What::Day(day) => Some((mention.range.clone(), day)),
        _ => None,
    });
    let (range, day) = days.next().filter(|_| days.next().is_none())?;
    (day.month.is_some() && day.day.is_none()).then_some((range, day))
}

fn is_month(month: Period, day: Day) -> bool {
    let (first, last) = month.days();
    day.meets(first, last)
}

/// The month of a day that says of which year it is.
fn month_of(day: Day) -> Option<Period> {
    civil::Date::new(day.year?, day.month?, 1).ok().map(Period::of_month)
}

#[cfg(test)]
mod tests {
    use super::super::extremes::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Briefing;

    #[test]
    fn the_best_month_is_that_of_the_figures() {
        let after = |reason: &str| {
            found_after(CHECKS, |briefing| {
                *briefing = Briefing::open(std::path::Path::new("tests/data/isles")).expect("the isles");
                let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "record");
                reason.clone_into(&mut claim.expect("a claim").reason);
            })
        };
        for (right, wrong) in [
            ("The leanest month was August.", "The leanest month was February 2023."),
            ("The best month was October 2023.", "The best month was May."),
            ("Лучшим месяцем был октябрь 2023 года.", "Лучшим месяцем был май 2023 года."),
            ("Le meilleur mois fut octobre 2023.", "Le meilleur mois fut mai 2023."),
            ("El mejor mes fue octubre de 2023.", "El mejor mes fue mayo de 2023."),
            ("From August 2023 on every month brought more.", "From February 2023 on every month brought more."),
            ("No other month brought as much.", "Only April 2023 brought more."),
            ("It is more than twice what came in August.", "It is more than three times what came in August."),
        ] {
            assert_eq!(after(right), [""; 0], "{right}");
            assert_eq!(after(wrong), ["Warn extreme-in-text"], "{wrong}");
        }
        for text in [
            "The leanest month for Yaqut was May.",
            "Of pepper only April 2023 brought more.",
            "September 2023 was the second-best month.",
            "Сентябрь 2023 года был вторым лучшим месяцем.",
        ] {
            assert_eq!(after(text), [""; 0], "{text}");
        }
    }
}
