//! Figures that changed places, or lost their size: `imports 13.78, exports 13.58` where all else has them the other way
//! round; `15 times` where all else has `1.5 times`; `281 billion` where all else has `281 million`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::known::digits;
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::pool;
use super::{Passage, is_disputed};
use crate::analysis::reading::{Measure, Mention, Named, Quantity, Says, Unit, What};
use crate::briefing::Key;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "figure-elsewhere",
    needs: Needs::Nothing,
    holds: label!(checks::figure_elsewhere),
    run: |material| {
        each_held(material, |material, text| {
            let tells = text.is_of_document() || matches!(text.about, About::Account);
            let held = tells && !is_disputed(material, text);
            held.then(|| swapped(material, text).or_else(|| of_other_size(material, text))).flatten()
        })
    },
}];

/// So many words stand between what a figure is of and the figure.
const NEAR: usize = 5;

/// What a figure can be of, told from its contrary.
const OF: &[Says] = &[Says::Exports, Says::Imports];

fn is_figure(quantity: &Quantity) -> bool {
    let number = &quantity.number;
    quantity.unit.is_none() && digits(number.value) >= 2 && (number.is_fraction() || number.scale.is_some())
}

/// The figure of each of what a sentence gives figures of, where it gives one of each.
fn figures_of(passage: &Passage<'_, '_>) -> BTreeMap<bool, (std::ops::Range<usize>, Decimal)> {
    let mut found = BTreeMap::new();
    for sign in passage.signs_of(OF) {
        let mut all = passage.quantities().filter(|(_, quantity)| is_figure(quantity));
        let behind = all.find(|(mention, _)| {
            mention.range.start >= sign.range.end
                && passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR)
        });
        let Some((mention, quantity)) = behind else { continue };
        let range = sign.range.start..mention.range.end;
        if found.insert(sign.says == Says::Exports, (range, quantity.number.value)).is_some() {
            return BTreeMap::new();
        }
    }
    found
}

/// The state that exports and imports: the first that the sentence names, or its text.
fn whose<'t>(passage: &Passage<'t, '_>) -> Option<&'t Key> {
    let name = passage.states().next().or_else(|| passage.text.named(Named::State).next());
    name.map(|name| name.of)
}

fn swapped(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    text.claim()?;
    let own = Passage::all(text).find_map(|passage| {
        let figures = figures_of(&passage);
        let [(_, (range, a)), (_, (_, b))] = figures.iter().collect::<Vec<_>>()[..] else { return None };
        (a != b).then(|| (passage.clone(), range.clone(), [*a, *b], whose(&passage)))
    })?;
    let (passage, range, [imports, exports], state) = own;
    let agree = |a: Decimal, b: Decimal| {
        let scale = a.scale().min(b.scale());
        a.round_dp(scale) == b.round_dp(scale)
    };
    let (mut crossed, mut other) = (0, None);
    for beside in pool(material, text).into_iter().map(|(other, _)| other) {
        for there in Passage::all(beside) {
            let figures = figures_of(&there);
            let [(_, (_, a)), (_, (_, b))] = figures.iter().collect::<Vec<_>>()[..] else { continue };
            if agree(*a, imports) && agree(*b, exports) {
                return None;
            }
            // Whose they are may be told from the other side.
            let of_other = whose(&there).zip(state).is_some_and(|(a, b)| a != b);
            if agree(*a, exports) && agree(*b, imports) && !of_other {
                crossed += 1;
                other = other.or_else(|| Some(beside.text.to_owned()));
            }
        }
    }
    let beside = other.filter(|_| crossed > 0)?;
    let said = text.part(&range);
    let title = message!(findings::figure_elsewhere_in_text, said = said.clone());
    let detail =
        message!(findings::figure_exchanged, said = said.clone(), beside = beside, text = text.text.to_owned());
    Some(passage.finding(material, &said, title, detail))
}

/// What a number counts: a rate, a weight, a volume.
type Counted = (Option<Unit>, Option<Measure>);

/// How large a number is: the power of ten of its scale, whether it is so many times as much, what it counts.
fn size(passage: &Passage<'_, '_>, mention: &Mention, quantity: &Quantity) -> Option<(Option<u8>, bool, Counted)> {
    let times = passage
        .signs_of(&[Says::Times])
        .any(|sign| sign.range.start >= mention.range.end && passage.apart(&mention.range, &sign.range) == Some(0));
    let number = &quantity.number;
    let counts = number.scale.is_some() || number.sign.is_some() || times || quantity.is_rate();
    let plain = !number.is_year() && !quantity.spelled && digits(number.value) >= 2 && !number.value.is_zero();
    (counts && plain).then_some((number.scale, times, (quantity.unit.filter(|_| quantity.is_rate()), number.measure)))
}

/// The digits of a number without its point and without noughts at its ends.
fn bare(value: Decimal) -> String {
    let written = value.normalize().mantissa().unsigned_abs().to_string();
    written.trim_end_matches('0').to_owned()
}

/// The letters of a number, its value, its scale, whether it counts times, and what it counts.
type SizedNumber = (String, Decimal, Option<u8>, bool, Counted);

fn of_other_size(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let mut others: Option<Vec<SizedNumber>> = None;
    for passage in Passage::all(text) {
        for (mention, quantity) in passage.quantities() {
            let Some((scale, times, unit)) = size(&passage, mention, quantity) else { continue };
            let value = quantity.number.value;
            if !material.known().figures(&quantity.number, false).is_empty() {
                continue;
            }
            let others = others.get_or_insert_with(|| all_around(material, text));
            let same = |(_, other, own, of_times, of_unit): &&SizedNumber| {
                let alike = *of_times == times && *of_unit == unit;
                alike && (bare(*other) == bare(value) && bare(value).len() >= 2) && (*own != scale || *other != value)
            };
            let borne_out = others.iter().any(|(_, other, own, of_times, _)| {
                *other == value && (*own == scale || own.is_none() || scale.is_none()) && *of_times == times
            });
            // As much, in another scale: `27.36 bn` and `27 360 million`.
            let worth = |value: Decimal, scale: Option<u8>| {
                let factor = 10_u64.checked_pow(scale.unwrap_or(0).into()).map(Decimal::from)?;
                value.checked_mul(factor)
            };
            let as_much = others
                .iter()
                .any(|(_, other, own, ..)| worth(*other, *own).is_some() && worth(*other, *own) == worth(value, scale));
            let own_too = |other: Decimal| {
                text.reading.quantities().any(|own| own.number.value == other && own.number.scale != scale)
            };
            if borne_out || as_much {
                continue;
            }
            let Some((beside, other, own, ..)) = others.iter().find(same) else { continue };
            // Of another scale the two have to be given as the same number.
            let of_scale = *own != scale && *other == value && own.is_some() && scale.is_some() && !own_too(*other);
            let of_point = *own == scale && *other != value && (quantity.number.is_fraction() || other.scale() > 0);
            if !of_scale && !of_point {
                continue;
            }
            let said = text.part(&mention.range);
            let title = message!(findings::figure_elsewhere_in_text, said = said.clone());
            let detail = message!(
                findings::figure_of_other_size,
                said = said.clone(),
                beside = beside.clone(),
                text = text.text.to_owned()
            );
            return Some(passage.finding(material, &said, title, detail));
        }
    }
    None
}

/// The sized numbers of what speaks of the same.
fn all_around(material: &Material<'_>, text: &Text<'_>) -> Vec<SizedNumber> {
    let mut found = Vec::new();
    for other in pool(material, text).into_iter().map(|(other, _)| other) {
        for there in Passage::all(other) {
            for mention in there.mentions {
                let What::Quantity(quantity) = &mention.what else { continue };
                let sized = size(&there, mention, quantity);
                found
                    .extend(sized.map(|(scale, times, unit)| {
                        (other.text.to_owned(), quantity.number.value, scale, times, unit)
                    }));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn figures_stay_in_their_place_and_size() {
        let wrong = [
            ("Exports came to 7.21 bn, imports to 5.43 bn.", "exports 5.43 bn, imports 7.21 bn"),
            ("Экспорт составил 7,21 млрд, импорт 5,43 млрд.", "экспорт 5,43 млрд, импорт 7,21 млрд"),
            (
                "Les exportations ont atteint 7,21 milliards, les importations 5,43 milliards.",
                "les exportations 5,43 milliards, les importations 7,21 milliards",
            ),
            ("Sales rose 2.5 times.", "sales: 25 times"),
            ("Some 417 million people live there.", "417 billion people"),
            ("Dort leben 417 Millionen Menschen.", "417 Milliarden Menschen"),
            ("Viven allí 41,7 millones.", "4,17 millones de personas"),
        ];
        let right = [
            ("Exports came to 7.21 bn, imports to 5.43 bn.", "imports 5.4 bn, exports 7.2 bn"),
            ("Sales rose 2.5 times.", "2.5 times as much"),
            ("Some 417 million people live there.", "0.417 billion people"),
            ("It came to 12.5 bn.", "12 500 million"),
            ("The share is 2.5 % of 25 bn.", "25 bn"),
            ("It rose by 25 %.", "2.5 bn more"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
