//! A figure that something is said to be over, where all else about the same has it under the same figure.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::Text;
use super::super::{Finding, Material};
use super::aligned::tellers;
use super::{Passage, repeats};
use crate::analysis::reading::{Mention, Quantity, Says, Unit};
use crate::message;

/// A figure or a rate that something is said to be over or under.
struct Limit {
    range: Range<usize>,
    value: Decimal,
    unit: Option<Unit>,
    over: bool,
}

/// The limits that a text sets: `below 10 %`.
fn limits(text: &Text<'_>) -> Vec<Limit> {
    let of_passage = |passage: Passage<'_, '_>| {
        let of = |(mention, quantity): (&Mention, &Quantity)| {
            let near = |says: Says| passage.near_before(&mention.range, &[says], 1);
            let (over, under) = (near(Says::Over), near(Says::Under));
            let counts = quantity.unit == Some(Unit::PerCent) || quantity.number.scale.is_some();
            let value = quantity.number.value.normalize();
            let told = counts && over != under && !passage.is_open();
            told.then(|| Limit { range: mention.range.clone(), value, unit: quantity.unit, over })
        };
        passage.quantities().filter_map(of).collect::<Vec<_>>()
    };
    Passage::all(text).flat_map(of_passage).collect()
}

/// `above 10 %`, where all else about the same has it below 10 %.
pub(super) fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let sets = text.reading.signs.iter().any(|sign| matches!(sign.says, Says::Over | Says::Under));
    if !sets || repeats(material, text) {
        return None;
    }
    let own = limits(text);
    let limit = own.first().filter(|_| own.len() == 1)?;
    let pool = tellers(material, text);
    let like = |other: &Limit| other.value == limit.value && other.unit == limit.unit;
    let all: Vec<(&Text<'_>, Limit)> = pool
        .iter()
        .flat_map(|other| limits(other).into_iter().map(|own| (*other, own)))
        .filter(|(_, own)| like(own))
        .collect();
    if all.iter().any(|(_, other)| other.over == limit.over) {
        return None;
    }
    let (other, rival) = all.first()?;
    let said = text.part(&limit.range);
    let title = message!(findings::opposite_in_text, said = said.clone());
    Some(Passage::all(text).next()?.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
}
