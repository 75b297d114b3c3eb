//! Short figures in words, of which no series has any: two texts about the same give one of them, one with its digits
//! exchanged; and parts of a whole that do not come to it.

use rust_decimal::Decimal;

use super::super::known::{digits, slips};
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Mention, Quantity, Unit, What, unit_of};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "digits-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::digits_in_text),
        run: |material| each_held(material, exchanged),
    },
    Check {
        key: "parts-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::parts_in_text),
        run: |material| each_held(material, |material, text| Passage::all(text).find_map(|of| parts(material, &of))),
    },
];

/// Whether a number is short, and counts something in a scale or a currency.
fn is_short(quantity: &Quantity) -> bool {
    let number = &quantity.number;
    let counted = number.scale.is_some() || number.sign.is_some();
    let whole = number.scale.is_some() && digits(number.value) == 3;
    let short = (2..=3).contains(&digits(number.value)) && (number.is_fraction() || whole) && number.or.is_none();
    short && counted && quantity.unit.is_none() && !quantity.spelled
}

fn exchanged(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let tells = |text: &Text<'_>| text.is_of_document() || matches!(text.about, About::Event(_));
    let own: Vec<(&Mention, &Quantity)> = text
        .reading
        .mentions
        .iter()
        .filter_map(|mention| match &mention.what {
            What::Quantity(quantity) if is_short(quantity) => Some((mention, quantity)),
            _ => None,
        })
        .collect();
    if own.is_empty() || !tells(text) || is_disputed(material, text) {
        return None;
    }
    let beside = material.texts().beside(material.briefing, text);
    let told: Vec<&Quantity> =
        beside.iter().filter(|other| tells(other)).flat_map(|other| other.reading.quantities()).collect();
    own.into_iter().find_map(|(mention, quantity)| {
        let number = &quantity.number;
        let has = |value: Decimal| text.reading.quantities().any(|own| own.number.agrees(value));
        if told.iter().any(|other| other.number.is_like(number)) || !material.known().figures(number, true).is_empty() {
            return None;
        }
        let of_scale = |other: &&&Quantity| other.number.scale == number.scale && other.unit.is_none();
        let slips = slips(number.value, true);
        let meant = told
            .iter()
            .filter(of_scale)
            .map(|other| other.number.value)
            .find(|value| slips.contains(value) && value.scale() == number.value.scale() && !has(*value))?;
        let said = text.part(&mention.range);
        let title = message!(findings::digits_in_text, said = said.clone());
        let detail = message!(findings::digits_other, said = said.clone(), meant = meant, text = text.text.to_owned());
        Some(Passage::all(text).next()?.finding(material, &said, title, detail))
    })
}

/// Two parts with their shares, which are all of the whole, and do not come to it: `of 97.92, 52.00 or 51 % and 47.90 or
/// 49 %`.
fn parts(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So much two rounded shares can be off the whole.
    const OFF: Decimal = Decimal::from_parts(2, 0, 0, false, 1);
    let all: Vec<(&Mention, &Quantity)> = passage.quantities().collect();
    let plain: Vec<&(&Mention, &Quantity)> = all
        .iter()
        .filter(|(_, own)| own.unit.is_none() && own.number.is_fraction() && own.number.or.is_none())
        .collect();
    let shares: Vec<&(&Mention, &Quantity)> = all.iter().filter(|(_, own)| own.unit == Some(Unit::PerCent)).collect();
    let ([whole, a, b], [first, second]) = (&plain[..], &shares[..]) else { return None };
    let sum = first.1.number.value.checked_add(second.1.number.value)?;
    let after = |part: &(&Mention, &Quantity), share: &(&Mention, &Quantity)| {
        share.0.range.start >= part.0.range.end
            && passage.apart(&part.0.range, &share.0.range).is_some_and(|words| words <= 3)
    };
    let one_scale = [a, b].iter().all(|part| part.1.number.scale == whole.1.number.scale);
    let whole_of_shares = (sum - Decimal::ONE_HUNDRED).abs() <= OFF;
    if !whole_of_shares || !after(a, first) || !after(b, second) || !one_scale || is_disputed(material, passage.text) {
        return None;
    }
    let value = |own: &(&Mention, &Quantity)| own.1.number.value;
    let off = [whole, a, b].iter().map(|own| unit_of(value(own))).max()?.checked_mul(Decimal::TWO)?;
    let parts = value(a).checked_add(value(b))?;
    if (parts - value(whole)).abs() <= off {
        return None;
    }
    let said = passage.part(&(a.0.range.start..b.0.range.end));
    let title = message!(findings::parts_in_text, said = said.clone());
    let detail =
        message!(findings::parts_other, sum = parts, whole = value(whole), text = passage.text.text.to_owned());
    Some(passage.finding(material, &said, title, detail))
}
