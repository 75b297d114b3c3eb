//! Who had the surplus, said without a figure: against the two directions of the period that is meant.

use std::collections::BTreeSet;

use super::super::{Check, Finding, Material, Needs};
use super::directions::Both;
use super::{Passage, each_passage};
use crate::analysis::reading::{Part, Says, Sign};
use crate::briefing::{Key, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "balance-in-text",
    needs: Needs::Figures,
    holds: label!(checks::balance_in_text),
    run: |material| {
        let Some(both) = material.main_number().and_then(|number| Both::of(material, number)) else {
            return Vec::new();
        };
        each_passage(material, |passage| of_passage(material, &both, passage))
    },
}];

/// So many words stand between a state and its surplus.
const NEAR: usize = 5;

/// The state that a sentence says had more to sell than to buy, with where it says so.
fn seller<'t>(both: &Both, passage: &Passage<'t, '_>) -> Option<(Key, &'t Sign)> {
    let party = |sign: &Sign| {
        let all = passage.states().filter(|name| both.other(name.of).is_some());
        let near =
            |range: &std::ops::Range<usize>| passage.apart(range, &sign.range).is_some_and(|words| words <= NEAR);
        let mut all = all.filter(|name| near(&name.range));
        // A second state is whose it is towards.
        let first = all.next()?;
        (first.range.end <= sign.range.start || all.next().is_none()).then(|| first.of.clone())
    };
    let other = |key: Key| both.other(&key).cloned();
    if let Some(sign) = passage.signs_of(&[Says::Surplus, Says::Deficit]).next() {
        let own = party(sign)?;
        return Some((if sign.says == Says::Surplus { own } else { other(own)? }, sign));
    }
    // `Russia sold more than it bought`; of two that fell the one may have fallen more.
    if passage.says_any(&[Says::Rise, Says::Fall, Says::Growth, Says::Faster, Says::Slower]) {
        return None;
    }
    let first = passage.signs_of(&[Says::Exports, Says::Imports]).next()?;
    if let Some(found) = beside_each_other(both, passage, first) {
        return Some(found);
    }
    let second = passage.signs_of(&[Says::Exports, Says::Imports]).find(|sign| sign.says != first.says)?;
    let more = passage
        .signs_of(&[Says::Above, Says::Below, Says::More])
        .find(|sign| sign.range.start >= first.range.end && sign.range.end <= second.range.start)?;
    let than = more.says == Says::More
        || passage
            .signs_of(&[Says::Than])
            .any(|sign| sign.range.start >= more.range.start && sign.range.end <= second.range.start);
    let own = party(first).filter(|own| than && names_one_side(both, passage, own))?;
    let sells = (first.says == Says::Exports) == (more.says != Says::Below);
    Some((if sells { own } else { other(own)? }, more))
}

/// Whether a sentence names but one state, or the other only as where the goods go: `sold more to Cyprus than it bought`.
fn names_one_side(both: &Both, passage: &Passage<'_, '_>, own: &Key) -> bool {
    let mut others = passage.states().filter(|name| name.of != own);
    let is_side = |name: &crate::analysis::reading::Name<'_>| both.other(own) == Some(name.of);
    others.all(|name| is_side(name) && passage.near_before(&name.range, &[Says::Toward, Says::From], 1))
}

/// `Russia’s sales were larger than China’s`: one state against the other, in one direction of its own each.
fn beside_each_other<'t>(both: &Both, passage: &Passage<'t, '_>, trade: &Sign) -> Option<(Key, &'t Sign)> {
    let all: Vec<_> = passage.states().filter(|name| both.other(name.of).is_some()).collect();
    let [one, other] = all[..] else { return None };
    let between = |range: &std::ops::Range<usize>| range.start >= one.range.end && range.end <= other.range.start;
    let more = passage.signs_of(&[Says::Above, Says::Below, Says::More]).find(|sign| between(&sign.range))?;
    let than = passage.signs_of(&[Says::Than]).any(|sign| between(&sign.range)) || more.says == Says::More;
    // `more to China than to Russia` is where it goes to, and not whose it is.
    let led = [one, other].iter().any(|name| passage.near_before(&name.range, &[Says::Toward, Says::From], 1));
    let one_kind = passage.signs_of(&[Says::Exports, Says::Imports]).all(|sign| sign.says == trade.says);
    if one.of == other.of || !than || led || !one_kind {
        return None;
    }
    let sells = (trade.says == Says::Exports) == (more.says != Says::Below);
    Some((if sells { one.of } else { other.of }.clone(), more))
}

/// The only period that a sentence names, or its text, or the statement of its claim.
pub(super) fn period_meant(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Period> {
    let [period] = periods_meant(material, passage)[..] else { return None };
    Some(period)
}

/// The periods that a sentence names, or its text, or the statement of its claim.
fn periods_meant(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Period> {
    let years = passage.all_years();
    if passage.parts().next().is_some() {
        passage.parts().filter_map(Part::period).collect()
    } else if years.is_empty() {
        let all: BTreeSet<i16> = passage.text.reading.years().collect();
        let stated = || {
            let of_claim = passage.text.claim().map(|claim| material.texts().all_of(claim));
            let statement = of_claim.into_iter().flatten().find(|other| &*other.field == "statement");
            let plain = statement.filter(|other| other.reading.parts.is_empty());
            plain.into_iter().flat_map(|other| other.reading.years().collect::<Vec<_>>()).collect()
        };
        let all = if all.is_empty() && passage.text.reading.parts.is_empty() { stated() } else { all };
        all.into_iter().map(Period::of_year).collect()
    } else {
        years.into_iter().map(Period::of_year).collect()
    }
}

/// The first period of those that a sentence speaks of, where what it says is so in none of them.
fn contrary(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    holds: impl Fn(Period) -> Option<bool>,
) -> Option<Period> {
    let periods = periods_meant(material, passage);
    // One year is held against another, or one had what the other had not: only of `2016 and 2017` both is said.
    let apart = [Says::Than, Says::Against, Says::YearBefore, Says::From, Says::Since];
    let both = periods.len() == 1 || !passage.says_any(&apart) && !says_both(passage);
    let none = both && !periods.is_empty() && periods.iter().all(|period| holds(*period) == Some(false));
    periods.first().copied().filter(|_| none)
}

/// Whether a sentence speaks of a surplus and of a deficit.
fn says_both(passage: &Passage<'_, '_>) -> bool {
    passage.says(Says::Surplus) && passage.says(Says::Deficit)
}

fn of_passage(material: &Material<'_>, both: &Both, passage: &Passage<'_, '_>) -> Option<Finding> {
    let says = [Says::Surplus, Says::Deficit, Says::Above, Says::Below, Says::More];
    if !passage.says_any(&says) || !passage.is_told(material) {
        return None;
    }
    let (from, sign) = seller(both, passage)?;
    let (_, periods) = material.series.get(both.series)?;
    let balance = |period: Period| {
        let [forward, backward] = periods.get(period)?.pair((both.forward, both.backward))?;
        forward.value.checked_sub(backward.value)
    };
    let sells = |period: Period| {
        let balance = balance(period)?;
        Some(balance.is_zero() || balance.is_sign_positive() == (from == both.from))
    };
    let period = contrary(material, passage, sells)?;
    let balance = balance(period)?;
    let said = passage.part(&sign.range);
    let title = message!(findings::balance_in_text, said = said.clone());
    let detail = message!(
        findings::balance_other,
        state = material.state_name(both.other(&from)?).to_owned(),
        period = period,
        value = balance.abs(),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn who_sold_more_had_the_surplus() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("In 2025 Russia had a surplus.", "In 2025 China had a surplus."),
            ("In 2016 China had the surplus.", "In 2016 Russia had the surplus."),
            ("In 2016 and 2017 China had run a surplus.", "In 2016 and 2017 Russia had run a surplus as well."),
            ("2016 und 2017 hatte China einen Überschuss.", "2016 und 2017 hatte Russland einen Überschuss."),
            ("In 2016 and 2022 Russia had a surplus.", "In 2016 and 2017 Russia had the surplus."),
            ("In 2024 Russia sold more than it bought.", "In 2024 Russia bought more than it sold."),
            ("In 2024 Russia’s sales were larger than China’s.", "In 2024 Russia’s sales were smaller than China’s."),
            ("In 2016 China’s exports were higher than Russia’s.", "In 2016 China’s exports were lower than Russia’s."),
            ("2025 waren Russlands Exporte höher als Chinas.", "2025 waren Chinas Exporte höher als Russlands."),
            ("В 2025 году у России был профицит.", "В 2025 году у Китая был профицит."),
            ("2025 hatte China ein Defizit.", "2025 hatte Russland ein Defizit."),
            ("En 2025 Rusia tuvo superávit.", "En 2025 China tuvo superávit."),
            ("In 2016 China sold more to Russia than it bought.", "In 2016 Russia sold more to China than it bought."),
        ] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "forecast-2025", wrong), ["Warn balance-in-text"], "{wrong}");
        }
    }
}
