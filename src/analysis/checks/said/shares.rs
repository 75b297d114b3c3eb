//! Two shares of one whole: they come to no more than it, and they are those of the figures.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::super::known::{Rates, digits};
use super::super::{Check, Finding, Material, Needs};
use super::balances::period_meant;
use super::directions::Both;
use super::figures::has_other_words;
use super::{Passage, each_passage};
use crate::analysis::reading::{Mention, Quantity, Says, Sign, Unit, What};
use crate::briefing::Message;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "shares-in-text",
    needs: Needs::Figures,
    holds: label!(checks::shares_in_text),
    run: |material| {
        each_passage(material, |passage| {
            let pair = of_passage(material, passage).or_else(|| apart(material, passage));
            pair.or_else(|| in_words(material, passage)).or_else(|| alone(material, passage))
        })
    },
}];

/// So much two rounded shares can be off the whole.
const OFF: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let pair = pair(passage)?;
    let [(one, a), (other, b)] = pair;
    let sum = a.number.value.checked_add(b.number.value)?;
    let unit = |quantity: &Quantity| Decimal::new(1, quantity.number.value.scale());
    let off = OFF.max(unit(a).max(unit(b)));
    let range = one.range.start..other.range.end;
    let (said, text) = (passage.part(&range), passage.text.text.to_owned());
    let detail: Message = if sum > Decimal::ONE_HUNDRED + off {
        message!(findings::shares_sum, said = said.clone(), sum = sum, text = text)
    } else {
        if !passage.says(Says::Share) || digits(a.number.value) < 2 || digits(b.number.value) < 2 {
            return None;
        }
        let whole = (sum - Decimal::ONE_HUNDRED).abs() <= off;
        let known = shares(material, passage);
        let is = |quantity: &Quantity| known.iter().any(|shares| shares.like(&quantity.number).next().is_some());
        // Both shares of what has two parts, or one of them beside what is no share.
        let wrong = if whole { !is(a) && !is(b) } else { is(a) != is(b) && a.number.value.scale() > 0 };
        if !wrong {
            return None;
        }
        let all = known.iter().flat_map(|shares| shares.iter()).map(|share| share.value);
        let nearest = all.min_by_key(|share| (*share - a.number.value).abs())?.round_dp(1);
        message!(findings::shares_other, said = said.clone(), nearest = nearest, text = text)
    };
    Some(finding(material, passage, &said, detail))
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, said: &str, detail: Message) -> Finding {
    let title = message!(findings::shares_in_text, said = said.to_owned());
    passage.finding(material, &said, title, detail)
}

/// Which of all that are known is nearest to what is said, where none is as near as it may be off.
fn nearest(known: impl Iterator<Item = Decimal>, said: Decimal, off: Decimal) -> Option<Decimal> {
    let nearest = known.min_by_key(|known| (*known - said).abs())?;
    ((nearest - said).abs() > off).then(|| nearest.round_dp(1))
}

/// `Russia’s share is 5.6 points above China’s`: how far the two shares of one period are apart.
fn apart(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let beside = passage.says(Says::Share) && passage.says_any(&[Says::Above, Says::Below, Says::Over, Says::Under]);
    let over_time = passage.says_any(&[Says::Rise, Says::Fall, Says::Growth]);
    let states = passage.states().map(|name| name.of).collect::<BTreeSet<_>>().len();
    if !beside || over_time || states != 2 || !passage.is_told(material) {
        return None;
    }
    let is_points = |(_, quantity): &(&Mention, &Quantity)| quantity.unit == Some(Unit::Points);
    let (mention, quantity) = passage.quantities().find(is_points)?;
    let known = shares(material, passage);
    // What is not the one share is the other.
    let all = known.iter().flat_map(|shares| shares.iter()).map(|share| share.value.abs());
    let apart = all.map(|share| (share * Decimal::TWO - Decimal::ONE_HUNDRED).abs());
    let nearest = nearest(apart, quantity.number.value, OFF)?;
    let (said, text) = (passage.part(&mention.range), passage.text.text.to_owned());
    let detail = message!(findings::shares_apart, said = said.clone(), nearest = nearest, text = text);
    Some(finding(material, passage, &said, detail))
}

/// `A little over half of it went to China`: a part in words that is near none of the shares.
fn in_words(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many points a part in words may be off, with `over` or `nearly` before it.
    const FAR: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
    /// `of it went` stands between the part and where to; what it is of, if not of all, takes a word more.
    const BETWEEN: usize = 3;
    let mut parts = passage.mentions.iter().filter_map(|mention| match mention.what {
        What::Fraction(part, None) => Some((mention, part * Decimal::ONE_HUNDRED)),
        _ => None,
    });
    let (mention, percent) = parts.next().filter(|_| parts.next().is_none())?;
    let both = Both::of(material, material.main_number()?)?;
    let mut states = passage.states();
    let state = states.next().filter(|state| both.other(state.of).is_some() && states.next().is_none())?;
    let led = passage.signs_of(&[Says::Toward, Says::From]).any(|sign| {
        let to_state = sign.range.end <= state.range.start && passage.apart(&sign.range, &state.range) == Some(0);
        let near = passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= BETWEEN);
        to_state && near && sign.range.start >= mention.range.end
    });
    // Of energy or of food it is another part.
    let of_other = has_other_words(passage, passage.range.clone());
    if !led || of_other || passage.quantities().next().is_some() || !passage.is_told(material) {
        return None;
    }
    let known = shares(material, passage);
    let all = known.iter().flat_map(|shares| shares.iter()).map(|share| share.value.abs());
    let nearest = nearest(all, percent, FAR)?;
    let (said, text) = (passage.part(&mention.range), passage.text.text.to_owned());
    let detail = message!(findings::shares_other, said = said.clone(), nearest = nearest, text = text);
    Some(finding(material, passage, &said, detail))
}

/// `In 2022 sales to China were 60 % of the turnover`: one share of the two directions of a year, and of nothing else.
fn alone(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let rates: Vec<_> = passage.quantities().collect();
    let [(mention, rate)] = rates[..] else { return None };
    let is_share = rate.unit == Some(Unit::PerCent) && rate.way.is_none() && passage.says(Says::Share);
    // `oil was 70 % of the sales` is no share of theirs.
    let told_before = |sign: &Sign| sign.range.end <= mention.range.start;
    let of_direction = passage.signs_of(&[Says::Exports, Says::Imports]).any(told_before) && passage.says(Says::Trade);
    if !is_share || !of_direction || !passage.is_told(material) {
        return None;
    }
    let both = Both::of(material, material.main_number()?)?;
    let of_party = passage.states().all(|state| both.other(state.of).is_some());
    let period = period_meant(material, passage).filter(|_| of_party)?;
    if passage.says_any(&[Says::Rise, Says::Fall, Says::Growth]) || has_other_words(passage, passage.range.clone()) {
        return None;
    }
    let shares = material.known().shares(material, period);
    let off = Decimal::new(1, rate.number.value.scale()).max(OFF);
    let nearest = nearest(shares.iter().map(|share| share.value.abs()), rate.number.value, off)?;
    let (said, text) = (passage.part(&mention.range), passage.text.text.to_owned());
    let detail = message!(findings::shares_other, said = said.clone(), nearest = nearest, text = text);
    Some(finding(material, passage, &said, detail))
}

/// The two parts of one whole that a sentence gives: two rates of no rise or fall, said to be shares, each beside its
/// figure, or with nothing but `and` between them.
fn pair<'t>(passage: &Passage<'t, '_>) -> Option<[(&'t Mention, &'t Quantity); 2]> {
    let all: Vec<(&Mention, &Quantity)> = passage.quantities().collect();
    let is_rate = |quantity: &Quantity| quantity.unit == Some(Unit::PerCent) && quantity.way.is_none();
    let plain = |quantity: &Quantity| {
        quantity.unit.is_none() && quantity.number.is_fraction() && quantity.number.sign.is_none()
    };
    let reading = &passage.text.reading;
    let is_and = |a: &Mention, b: &Mention| {
        let mut words = reading.spelt(a.range.end..b.range.start).map(|(_, word)| word);
        let mut next = words.next();
        if next.as_deref().is_some_and(|word| ["%", "٪", "％"].contains(&word)) {
            next = words.next();
        }
        next.is_some_and(|word| reading.is_and(&word) || word == ":" || word == "/") && words.next().is_none()
    };
    let tied = all.windows(2).find_map(|pair| {
        let [(a, one), (b, other)] = pair else { return None };
        let both = is_rate(other) && (is_rate(one) || plain(one) && one.number.scale.is_none()) && is_and(a, b);
        (both && passage.says(Says::Share)).then_some([(*a, *one), (*b, *other)])
    });
    // One share each of the two states.
    let states = passage.states().map(|name| name.of);
    let of_two = states.collect::<BTreeSet<_>>().len() == 2 && passage.says(Says::Share);
    let each = || match all.iter().filter(|(_, quantity)| is_rate(quantity)).collect::<Vec<_>>()[..] {
        [one, other] if of_two => Some([*one, *other]),
        _ => None,
    };
    tied.or_else(each).or_else(|| {
        let figured: Vec<(&Mention, &Quantity)> = all
            .windows(2)
            .filter_map(|pair| {
                let [(figure, value), (rate, share)] = pair else { return None };
                let words = reading.between(figure.range.end..rate.range.start)?;
                let given = plain(value) && is_rate(share) && words <= 3;
                given.then_some((*rate, *share))
            })
            .collect();
        match figured[..] {
            [one, other] => Some([one, other]),
            _ => None,
        }
    })
}

/// The shares of the directions in the years that a text speaks of.
fn shares(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Arc<Rates>> {
    let mut years: Vec<i16> = passage.text.reading.years().collect();
    if years.is_empty() {
        let beside = material.texts().beside(material.briefing, passage.text);
        years.extend(beside.iter().flat_map(|text| text.reading.years()));
    }
    years.sort_unstable();
    years.dedup();
    years.truncate(12);
    let periods = years.into_iter().flat_map(|year| material.known().periods_of(year)).copied();
    periods.take(60).map(|period| material.known().shares(material, period)).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_share_in_words_and_in_points_is_that_of_the_figures() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("A little over half of it went to China.", "A little over a third of it went to China."),
            ("Less than half of it went to Russia.", "Less than a quarter of it went to Russia."),
            (
                "Russia’s share is 5.6 percentage points above China’s.",
                "Russia’s share is 15.6 percentage points above China’s.",
            ),
            ("Über die Hälfte ging nach China.", "Über ein Drittel ging nach China."),
            (
                "In 2022 Russia’s sales to China made up 60 % of the turnover.",
                "In 2022 Russia’s sales to China made up 70 % of the turnover.",
            ),
            (
                "2022 lag der Anteil der Exporte Russlands am Handel bei 60 %.",
                "2022 lag der Anteil der Exporte Russlands am Handel bei 70 %.",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "directions-2024", wrong), ["Warn shares-in-text"], "{wrong}");
        }
        for text in [
            "A third of the oil went to China.",
            "Russia’s share fell by 1.2 percentage points.",
            "In 2022 oil made up 70 % of Russia’s sales to China and so of the turnover.",
            "In 2022 China’s share of the exports of Kazakhstan and of its trade was 15 %.",
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", text), [""; 0], "{text}");
        }
    }
}
