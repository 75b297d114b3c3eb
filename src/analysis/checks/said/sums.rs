//! Sums in words: are the parts that a text counts together as many as it says?

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::known::{digits, slips};
use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Sign, unit_of};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "sum-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::sum_in_text),
    run: |material| {
        each_passage(material, |passage| {
            let found = || of_list(material, passage).or_else(|| of_others(material, passage));
            (!passage.is_open()).then(found).flatten()
        })
    },
}];

/// So many words stand between two parts, and between the last of them and the whole.
const APART: usize = 4;
const FAR: usize = 6;

type Given<'t> = (&'t Mention, &'t Quantity);

fn is_plain((_, quantity): &Given<'_>) -> bool {
    quantity.unit.is_none() && quantity.number.or.is_none_or(|or| or.scale() == 0) && !quantity.number.is_year()
}

/// The value of a number in the scale that another names, where it names none itself.
fn scaled(number: &Number, scale: Option<u8>) -> Option<(Decimal, Decimal)> {
    let power = number.scale.or(scale).unwrap_or(0);
    let factor = Decimal::from(10_u64.checked_pow(power.into())?);
    Some((number.value.checked_mul(factor)?, unit_of(number.value).checked_mul(factor)?))
}

/// What some parts come to, and by how much their rounding lets it be off.
fn sum(parts: &[Given<'_>], scale: Option<u8>) -> Option<(Decimal, Decimal)> {
    parts.iter().try_fold((Decimal::ZERO, Decimal::ZERO), |(sum, off), (_, part)| {
        let (value, unit) = scaled(&part.number, scale)?;
        Some((sum.checked_add(value)?, if part.number.value.scale() > 0 { off.checked_add(unit)? } else { off }))
    })
}

/// `10 members, 2 observers and 14 partners make 26`, `26 states: ten members, two observers and fourteen partners`.
fn of_list(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let numbers: Vec<Given<'_>> = passage.quantities().filter(is_plain).collect();
    if numbers.len() < 3 {
        return None;
    }
    let reading = &passage.text.reading;
    let between = |a: &Given<'_>, b: &Given<'_>| a.0.range.end..b.0.range.start;
    let words = |range: Range<usize>| reading.spelt(range).map(|(_, word)| word).collect::<Vec<_>>();
    let joins = |word: &str| [",", "、", "،", "+", "，"].contains(&word) || reading.is_and(word);
    let sums = |range: &Range<usize>| passage.signs_of(&[Says::Sum]).any(|sign| range.contains(&sign.range.start));
    let tied = |a: &Given<'_>, b: &Given<'_>| {
        let words = words(between(a, b));
        let mentioned = passage
            .mentions
            .iter()
            .any(|mention| mention.range.start >= a.0.range.end && mention.range.end <= b.0.range.start);
        let one = words.len() <= APART && words.iter().filter(|word| joins(word)).count() == 1;
        // What is said to be in all is no further part, but where that leads to what follows: `5 and 32 make 93`.
        let leads = |sign: &Sign| {
            numbers.iter().any(|next| {
                next.0.range.start >= sign.range.end
                    && passage.apart(&sign.range, &next.0.range).is_some_and(|words| words <= 1)
            })
        };
        let in_all = passage.signs_of(&[Says::Sum]).any(|sign| {
            let behind = sign.range.start >= b.0.range.end && passage.apart(&b.0.range, &sign.range) == Some(0);
            behind && !leads(sign)
        });
        one && !mentioned && !in_all && !sums(&between(a, b))
    };
    let runs: Vec<&[Given<'_>]> = numbers.chunk_by(tied).filter(|run| run.len() >= 2).collect();
    let [run] = runs[..] else { return None };
    let (first, last) = (run.first()?, run.last()?);
    // `5, 6 and 7 in all, 3 of them …`: what a comma parts from it is no whole.
    let leads = |last: &Given<'_>, whole: &Given<'_>| {
        passage.signs_of(&[Says::Sum]).any(|sign| {
            let here = between(last, whole).contains(&sign.range.start);
            here && !words(sign.range.end..whole.0.range.start)
                .iter()
                .any(|word| [",", "،", "，"].contains(&word.as_ref()))
        })
    };
    // The whole after its parts is said to be their sum; before them a colon leads to them.
    let after = numbers.iter().find(|other| other.0.range.start > last.0.range.start).filter(|whole| {
        let behind = passage
            .signs_of(&[Says::Sum])
            .any(|sign| sign.range.start >= whole.0.range.end && passage.apart(&whole.0.range, &sign.range) == Some(0));
        (behind || leads(last, whole)) && words(between(last, whole)).len() <= FAR
    });
    let before = || {
        let whole = numbers.iter().rev().find(|other| other.0.range.start < first.0.range.start)?;
        let words = words(between(whole, first));
        let leads = words.last().is_some_and(|word| [":", "："].contains(&word.as_ref()));
        // A list that has a further item without a number is no list of counts alone.
        let rest = reading.spelt(last.0.range.end..passage.range.end).map(|(_, word)| word);
        let goes_on = rest.into_iter().any(|word| joins(&word));
        (leads && words.len() <= FAR && !goes_on).then_some(whole)
    };
    let whole = after.or_else(before)?;
    let scale = whole.1.number.scale.or_else(|| run.iter().find_map(|(_, part)| part.number.scale));
    let (sum, off) = sum(run, scale)?;
    let (said, unit) = scaled(&whole.1.number, scale)?;
    let off = if whole.1.number.value.scale() > 0 || whole.1.number.scale.is_some() { off.max(unit) } else { off };
    if sum.checked_sub(said)?.abs() <= off {
        return None;
    }
    let factor = Decimal::from(10_u64.checked_pow(scale.unwrap_or(0).into())?);
    Some(finding(material, passage, &whole.0.range, sum.checked_div(factor)?.normalize()))
}

/// `Their sum is 244.81`: of two figures that the texts about the same give.
fn of_others(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !matches!(passage.text.about, About::Claim(_) | About::ClaimInShort(_) | About::Observation(_)) {
        return None;
    }
    let sign = passage.signs_of(&[Says::Sum]).next()?;
    let (mention, quantity) = passage.quantities().filter(is_plain).find(|(mention, quantity)| {
        let near = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= 2);
        near && mention.range.start >= sign.range.end && digits(quantity.number.value) >= 4
    })?;
    let number = &quantity.number;
    let beside = material.texts().beside(material.briefing, passage.text);
    let own = passage.text.reading.quantities().map(|quantity| quantity.number);
    let all = beside.iter().flat_map(|text| text.reading.quantities()).map(|quantity| quantity.number).chain(own);
    let mut parts: Vec<Decimal> =
        all.map(|number| number.value).filter(|value| digits(*value) >= 4 && value.scale() > 0).take(40).collect();
    parts.sort_unstable();
    parts.dedup();
    let pairs = || parts.iter().enumerate().flat_map(|(at, a)| parts[..at].iter().map(move |b| (a, b)));
    let sums: Vec<Decimal> = pairs().filter_map(|(a, b)| a.checked_add(*b)).collect();
    if sums.iter().any(|sum| number.agrees(*sum)) {
        return None;
    }
    let slips = slips(number.value, false);
    let meant = sums.into_iter().find(|sum| slips.contains(sum))?;
    Some(finding(material, passage, &mention.range, meant))
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, sum: Decimal) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::sum_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::sum_of_parts, said = said.clone(), sum = sum, text = text);
    passage.finding(material, &said, title, detail)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn parts_come_to_what_is_said() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("10 members, 2 observers and 14 partners make 26.", "10 members, 2 observers and 14 partners make 28."),
            ("124.796 and 103.309 bn make 228.105 bn.", "124.796 and 103.309 bn make 238.105 bn."),
            (
                "There are 26: ten members, two observers and fourteen partners.",
                "There are 27: ten members, two observers and fourteen partners.",
            ),
            (
                "10 членов, 2 наблюдателя и 14 партнёров, всего 26.",
                "10 членов, 2 наблюдателя и 14 партнёров, всего 28.",
            ),
            (
                "124,796 et 103,309 milliards font 228,105 milliards.",
                "124,796 et 103,309 milliards font 238,105 milliards.",
            ),
            (
                "124,796 und 103,309 Milliarden ergeben 228,105 Milliarden.",
                "124,796 und 103,309 Milliarden ergeben 282,105 Milliarden.",
            ),
            ("Their sum is 244.81, against 244.8 printed.", "Their sum is 248.41, against 244.8 printed."),
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "directions-2024", wrong), ["Warn sum-in-text"], "{wrong}");
        }
        for text in [
            "Two of 26 states, ten members and fourteen partners, met.",
            "It made 5, 6 and 7 stops in all, 3 of them long.",
            "10, 2 et 14 font 26.",
            "10, 2 und 14 ergeben 26.",
        ] {
            assert_eq!(reason_after(CHECKS, "directions-2024", text), [""; 0], "{text}");
        }
    }
}
