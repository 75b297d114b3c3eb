//! A part of a figure: `of which`, `including`, `the rest`. No part is larger than its whole, nor are several together; with
//! the rest they are the whole, and a share that is given beside a part is that of it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_told};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Sign, power_of, unit_of};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "part-of-figure",
    needs: Needs::Nothing,
    holds: label!(checks::part_of_figure),
    run: |material| each_told(material, |passage| of_passage(material, passage)),
}];

/// So many words stand between `of which` and the first part, and between one part and the next.
const NEAR: usize = 5;
const NEXT: usize = 8;
/// What makes a figure more or less than it is written.
const BOUNDS: &[Says] =
    &[Says::Round, Says::Bound, Says::Over, Says::Under, Says::More, Says::Nearly, Says::Beyond(true)];

type Given<'t> = (&'t Mention, &'t Quantity);

/// A figure, and by how much its rounding lets it be off.
#[derive(Clone, Copy)]
struct Amount {
    value: Decimal,
    off: Decimal,
}

impl Amount {
    fn of(number: &Number) -> Option<Self> {
        let factor = Decimal::from(10_u64.checked_pow(number.scale.unwrap_or(0).into())?);
        // Counts are whole.
        let counts = number.scale.is_none() && number.value.scale() == 0;
        let half = if counts { Decimal::ZERO } else { unit_of(number.value).checked_div(Decimal::TWO)? };
        Some(Self { value: number.value.checked_mul(factor)?, off: half.checked_mul(factor)? })
    }

    fn plus(self, other: Self) -> Option<Self> {
        Some(Self { value: self.value.checked_add(other.value)?, off: self.off.checked_add(other.off)? })
    }

    fn exceeds(self, other: Self) -> bool {
        self.value.saturating_sub(self.off) > other.value.saturating_add(other.off)
    }
}

/// Whether a number is an amount or a count, and no year, rate or change.
fn is_plain((_, quantity): &Given<'_>) -> bool {
    let number = &quantity.number;
    quantity.unit.is_none() && quantity.way.is_none() && number.or.is_none() && !number.is_year()
}

/// Whether two numbers count the same, as far as they say.
fn are_alike(a: &Number, b: &Number) -> bool {
    a.scale.is_some() == b.scale.is_some() && (a.sign.is_none() || b.sign.is_none() || a.sign == b.sign)
}

/// The parts that follow a word for them, one after the other.
fn parts<'t>(passage: &Passage<'t, '_>, sign: &Sign) -> Vec<Given<'t>> {
    let reading = &passage.text.reading;
    let mut found: Vec<Given<'t>> = Vec::new();
    let mut from = sign.range.end;
    for given in passage.quantities().filter(|(mention, _)| mention.range.start >= sign.range.end) {
        if !is_plain(&given) {
            continue;
        }
        let between = from..given.0.range.start;
        let most = if found.is_empty() { NEAR } else { NEXT };
        let joined = found.is_empty()
            || reading
                .spelt(between.clone())
                .any(|(_, word)| [",", "،", "、", "，"].contains(&&*word) || reading.is_and(&word));
        let other = passage
            .mentions
            .iter()
            .any(|mention| between.contains(&mention.range.start) && mention.days().next().is_some());
        if !joined || other || reading.between(between).is_none_or(|words| words > most) {
            break;
        }
        from = given.0.range.end;
        found.push(given);
    }
    found
}

/// The whole that a sentence names before its parts: the largest figure of the kind, or in the note of a figure this one.
fn whole(material: &Material<'_>, passage: &Passage<'_, '_>, sign: &Sign, part: &Number) -> Option<(Amount, bool)> {
    let before: Vec<Given<'_>> =
        passage.quantities().filter(|(mention, _)| mention.range.end <= sign.range.start).collect();
    if before.is_empty() {
        return of_note(material, passage, part).map(|whole| (whole, true));
    }
    let fits = |given: &Given<'_>| is_plain(given) && are_alike(&given.1.number, part) && !is_bound(passage, given);
    if !before.iter().all(fits) {
        return None;
    }
    let all = before.iter().map(|(_, quantity)| Amount::of(&quantity.number)).collect::<Option<Vec<_>>>()?;
    let largest = all.iter().copied().max_by_key(|amount| amount.value)?;
    Some((largest, all.len() == 1))
}

/// Whether a figure is said to be more or less than it is written; one that was reached is as much.
fn is_bound(passage: &Passage<'_, '_>, given: &Given<'_>) -> bool {
    let reaches = |range: &Range<usize>| passage.signs_of(&[Says::Reaches]).any(|sign| sign.range == *range);
    let before = |sign: &&Sign| sign.range.end <= given.0.range.start && !reaches(&sign.range);
    let near = |sign: &Sign| passage.apart(&sign.range, &given.0.range).is_some_and(|words| words <= 1);
    passage.signs_of(BOUNDS).filter(before).any(near)
}

/// The figure that a note is of.
fn of_note(material: &Material<'_>, passage: &Passage<'_, '_>, part: &Number) -> Option<Amount> {
    let About::Observation(own) = passage.text.about else { return None };
    let is_own = |observations: &[crate::briefing::Observation]| observations.iter().any(|one| std::ptr::eq(one, own));
    let (series, _) = material.series.iter().find(|(series, _)| is_own(&series.observations))?;
    let power = power_of(&series.unit.scale).filter(|_| own.unit.is_none() && part.scale.is_some())?;
    Amount::of(&Number { value: own.value, scale: Some(power), ..*part })
}

/// A share in per cent that stands right behind a part.
fn share_of<'t>(passage: &Passage<'t, '_>, part: &Given<'t>) -> Option<Given<'t>> {
    let behind = passage.quantities().find(|(mention, _)| mention.range.start >= part.0.range.end)?;
    let reading = &passage.text.reading;
    let between = part.0.range.end..behind.0.range.start;
    // Besides the word of scale little stands there, and nothing that another part begins with.
    let most = if part.1.number.scale.is_some() { 3 } else { 2 };
    let mentioned = passage.mentions.iter().any(|mention| between.contains(&mention.range.start));
    let joined = reading.words_between(between.clone()).any(|(_, word)| reading.is_and(word));
    let near = reading.between(between)? <= most && !mentioned && !joined;
    let turns = passage.near(&behind.0.range, &[Says::Rise, Says::Fall, Says::Growth, Says::Above, Says::Below], 2);
    let rate = behind.1.unit == Some(crate::analysis::reading::Unit::PerCent) && behind.1.way.is_none();
    (near && rate && !turns).then_some(behind)
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    passage.signs_of(&[Says::OfWhich, Says::Including]).find_map(|sign| {
        let parts = parts(passage, sign);
        let first = parts.first()?;
        // `three squadrons, including forty ships`: what is counted may be of another kind.
        if sign.says == Says::Including && first.1.number.scale.is_none() {
            return None;
        }
        let (whole, only) = whole(material, passage, sign, &first.1.number)?;
        let alike: Vec<&Given<'_>> =
            parts.iter().take_while(|part| are_alike(&first.1.number, &part.1.number)).collect();
        let bound = alike.iter().any(|part| is_bound(passage, part));
        let amounts = alike.iter().map(|part| Amount::of(&part.1.number)).collect::<Option<Vec<Amount>>>()?;
        let sum = amounts.iter().skip(1).try_fold(*amounts.first()?, |sum, part| sum.plus(*part))?;
        let last = alike.last()?;
        let range = sign.range.start..last.0.range.end;
        let larger = amounts.iter().find(|part| part.exceeds(whole)).copied();
        if let Some(part) = larger.or_else(|| Some(sum).filter(|sum| sum.exceeds(whole))).filter(|_| !bound) {
            return Some(finding(material, passage, &range, part.value, whole.value));
        }
        // `The rest` makes the parts whole.
        let rest = passage.signs_of(&[Says::Rest]).any(|rest| {
            let near = passage.apart(&rest.range, &last.0.range).is_some_and(|words| words <= 3);
            near && rest.range.start >= sign.range.start
        });
        if rest && alike.len() > 1 && alike.len() == parts.len() && only && whole.exceeds(sum) {
            return Some(finding(material, passage, &range, sum.value, whole.value));
        }
        alike.iter().zip(&amounts).filter(|_| only).find_map(|(part, amount)| {
            let (mention, quantity) = share_of(passage, part)?;
            let share = amount.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.value)?;
            // By how much the rounding of both lets it be off.
            let slack = share.checked_mul(whole.off)?.checked_div(whole.value)?
                + amount.off.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.value)?
                + unit_of(quantity.number.value);
            let fits = (quantity.number.value - share).abs() <= slack || is_bound(passage, &(mention, quantity));
            let range = part.0.range.start..mention.range.end;
            (!fits).then(|| finding(material, passage, &range, amount.value, whole.value))
        })
    })
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    part: Decimal,
    whole: Decimal,
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::part_of_figure, said = said.clone());
    let text = passage.text.text.to_owned();
    let (part, whole) = (part.normalize(), whole.normalize());
    let detail = message!(findings::part_other, said = said.clone(), part = part, whole = whole, text = text);
    passage.finding(material, &said, title, detail)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn a_part_is_no_larger_than_its_whole() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let wrong = [
            ("Aid came to 4.2 bn dollars, of which 5.1 bn went to schools.", "so"),
            ("Aid came to 4.2 bn, of which 2.6 bn went to schools and 1.9 bn to roads.", "so"),
            ("Aid came to 4.2 bn, of which 2.6 bn went to schools, the rest, 1.1 bn, to roads.", "so"),
            ("Aid came to 4.0 bn, of which 1.0 bn, or 35 %, went to schools.", "so"),
            ("Fourteen states came, of which sixteen were observers.", "so"),
            ("Aid came to 4.2 bn, including 5.1 bn for schools.", "so"),
            ("Die Hilfe betrug 4,2 Mrd., davon 5,1 Mrd. für Schulen.", "so"),
            ("L’aide fut de 4,2 milliards, dont 5,1 milliards pour les écoles.", "so"),
            ("La ayuda fue de 4,2 millones, de los cuales 5,1 millones para escuelas.", "so"),
            ("Помощь составила 4,2 млрд, в том числе 5,1 млрд на школы.", "так"),
            ("援助为42亿元，其中51亿元用于学校。", "so"),
            ("بلغت المساعدات 4.2 مليار، منها 5.1 مليار للمدارس.", "so"),
        ];
        let right = [
            ("Aid came to 4.2 bn dollars, of which 3.1 bn went to schools.", "so"),
            ("Aid came to 4.2 bn, of which 2.6 bn went to schools and 1.6 bn to roads.", "so"),
            ("Aid came to 4.2 bn, of which 2.6 bn went to schools, the rest, 1.6 bn, to roads.", "so"),
            ("Aid came to 4.0 bn, of which 1.0 bn, or 25 %, went to schools.", "so"),
            ("Aid came to 4.0 bn, of which 1.0 bn, up 35 %, went to schools.", "so"),
            ("Fourteen states came, of which six were observers.", "so"),
            ("Three squadrons came, including forty ships.", "so"),
            ("Aid came to 4.0 bn, of which 1.0 bn to schools and 35 % to roads.", "so"),
            ("More than 4 bn came, of which 4.6 bn went to schools.", "so"),
            ("Aid came to 4.2 bn, of which 300 schools had a share.", "so"),
            ("Aid came to 4 bn, including 2.1 bn in 2023 and 3.9 bn in 2024.", "so"),
            ("Die Hilfe betrug 4,2 Mrd., davon 3,1 Mrd. für Schulen.", "so"),
            ("Помощь составила 4,2 млрд, в том числе 3,1 млрд на школы.", "так"),
            ("援助为42亿元，其中31亿元用于学校。", "so"),
        ];
        hold_in_pairs(CHECKS, "manufactured-goods", &wrong, &right);
    }

    #[test]
    fn the_note_of_a_figure_has_parts_of_it() {
        let noted = |note: &str| {
            found_after(CHECKS, |briefing| {
                let own =
                    briefing.trades[0].series[0].observations.iter_mut().find(|one| one.period.to_string() == "2024");
                own.expect("a figure").note = Some(note.to_owned());
            })
        };
        assert_eq!(noted("Of which 62.4 bn were crude oil."), [""; 0]);
        assert_eq!(noted("Of which 262.4 bn were crude oil."), ["Warn part-of-figure"]);
    }
}
