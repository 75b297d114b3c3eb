//! As much of something else: `40 million tonnes` beside `40 million barrels`, `three years` beside `three months`, `2 bn a
//! month` beside `2 bn a year`. The number is the same, so that whoever compares numbers finds nothing.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::Text;
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::otherwise::{Read, Told, is_own, told_otherwise};
use crate::analysis::reading::{Mention, Quantity, Says, Unit};
use crate::briefing::cores;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "unit-of-same",
    needs: Needs::Nothing,
    holds: label!(checks::unit_of_same),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, measured);
        cores::flat_map(texts, |text| is_own(text).then(|| of_text(material, &all, text)).flatten())
    },
}];

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Time(Unit),
    Rate(Unit),
    Measure(&'static str),
    /// Something that comes again every so many months.
    Flow,
}

impl Of {
    /// Whether one of them can be written for the other.
    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A number of something, and every how many months it comes again, where that is said.
struct Measured {
    range: Range<usize>,
    /// The same with what it is measured in.
    whole: Range<usize>,
    number: (Decimal, Option<u8>),
    of: Of,
    per: Option<u8>,
}

impl Told for Measured {
    fn place(&self) -> &Range<usize> {
        &self.whole
    }

    fn agrees(&self, other: &Self) -> bool {
        let per = self.per.is_none() || other.per.is_none() || self.per == other.per;
        self.number == other.number && self.of == other.of && per
    }

    fn is_contrary(&self, other: &Self) -> bool {
        self.number == other.number && self.of.is_like(other.of) && !self.agrees(other)
    }
}

impl Measured {
    /// Whether so many of anything are told of more than once: a small number, and one of years or of per cent.
    fn is_common(&self) -> bool {
        let small = self.number.0 < Decimal::TEN && self.number.1.is_none();
        small || matches!(self.of, Of::Time(_) | Of::Rate(_))
    }
}

/// So many words stand between a number and what it is every so often.
const NEAR: usize = 4;
/// So much do two sentences have in common, their number among it, that tell of as much of the same, where the number is
/// a common one; of another, one word will do.
const COMMON: usize = 3;

/// What a text counts, in its order.
fn measured(text: &Text<'_>) -> Vec<Measured> {
    if text.reading.quantities().next().is_none() {
        return Vec::new();
    }
    let of = |passage: &Passage<'_, '_>| {
        let all = passage.quantities().filter_map(|(mention, quantity)| of_quantity(passage, mention, quantity));
        all.collect::<Vec<_>>()
    };
    Passage::all(text).flat_map(|passage| of(&passage)).collect()
}

fn of_quantity(passage: &Passage<'_, '_>, mention: &Mention, quantity: &Quantity) -> Option<Measured> {
    let number = &quantity.number;
    let behind = |range: &Range<usize>, most: usize| {
        range.start >= mention.range.end && passage.apart(&mention.range, range).is_some_and(|words| words <= most)
    };
    let per = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Per(months) if months > 0 && behind(&sign.range, NEAR) => Some(months),
        _ => None,
    });
    // `40 millones de barriles`: a scale, and what ties it, stand between.
    let most = if number.scale.is_some() { 2 } else { 1 };
    let measure = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Measure(of) if behind(&sign.range, most) => Some((of, &sign.range, behind(&sign.range, 0))),
        _ => None,
    });
    // `300 miles` are no thousands, as which Spanish has the word.
    let scale = number.scale.filter(|_| !measure.is_some_and(|(.., at_once)| at_once));
    let of = match quantity.unit {
        Some(unit @ (Unit::Days | Unit::Weeks | Unit::Months | Unit::Years)) => Of::Time(unit),
        Some(unit @ (Unit::PerCent | Unit::Points)) => Of::Rate(unit),
        None => {
            measure.map(|(of, ..)| Of::Measure(of)).or_else(|| per.filter(|_| scale.is_some()).map(|_| Of::Flow))?
        }
    };
    let plain = number.or.is_none() && !number.is_year();
    let end = measure.map_or(mention.range.end, |(_, range, _)| range.end);
    let (range, whole) = (mention.range.clone(), mention.range.start..end);
    plain.then(|| Measured { range, whole, number: (number.value.normalize(), scale), of, per })
}

fn of_text(material: &Material<'_>, all: &Read<Measured>, text: &Text<'_>) -> Option<Finding> {
    let (here, other, rival) = told_otherwise(
        material,
        all,
        text,
        |_| true,
        |told, here, (_, there, _)| {
            let tied = if here.is_common() {
                told.shared(there) >= COMMON
            } else {
                told.shares_words(there) || told.says_nothing() || there.says_nothing()
            };
            tied && !told.is_of_others(there) && !told.is_of_other_days(there)
        },
    )?;
    let passage = Passage::around(text, here.range.start)?;
    let part = |text: &Text<'_>, range: &Range<usize>| text.part(&(range.start..text.reading.ahead(range.end, 2)));
    let said = part(text, &here.range);
    let title = message!(findings::unit_of_same, said = said.clone());
    Some(passage.finding_beside(material, &said, title, (part(other, &rival.range), other.text)))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn as_much_is_of_the_same() {
        let wrong = [
            ("The line carries 40 million barrels of oil.", "40 million tonnes of oil"),
            ("The road is 300 kilometres long.", "a road of 300 hectares"),
            ("Дорога имеет длину 300 километров.", "дорога длиной 300 миль"),
            ("这条公路长300公里。", "公路300英里"),
            ("La route fait 300 kilomètres de long.", "la route de 300 milles"),
            ("El oleoducto lleva 40 millones de barriles.", "el oleoducto lleva 40 millones de toneladas"),
            ("The road is 300 kilometres long.", "a road of 300 miles"),
            ("Die Leitung fasst 40 Millionen Tonnen Öl.", "die Leitung fasst 40 Millionen Barrel Öl"),
            ("يبلغ طول الطريق 300 كيلومتر.", "الطريق طوله 300 ميل"),
            ("The plant gives 600 megawatts.", "600 gigawatts"),
            ("They pay 2 billion dollars a month for grain.", "2 billion dollars a year for grain"),
            ("The grain treaty lasts for five years after signing.", "grain treaty lasts five months"),
        ];
        let right = [
            ("The line carries 40 million barrels of oil.", "40 million barrels"),
            (
                "The line carries 40 million barrels of oil, 5 million tonnes.",
                "40 million tonnes of coal and 40 million barrels",
            ),
            ("The road is 300 kilometres long, or 186 miles.", "300 km"),
            ("The pact ran for three years.", "three days in Wonsan"),
            ("The bridge is 19 kilometres long.", "19 metres wide"),
            ("Output of steel is 30 million tonnes.", "30 million barrels of reserves"),
            ("Нефть стоит 70 долларов за баррель.", "уголь стоит 70 долларов за тонну"),
            ("The share of oil rose by 5 per cent.", "gas lost 5 percentage points"),
            ("Die Leitung fasst 40 Millionen Tonnen Öl.", "die 40 Millionen Tonnen"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
