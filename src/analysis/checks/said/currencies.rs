//! A figure in one currency, or in one scale, that whatever else is about the same gives in another.

use std::collections::BTreeSet;

use ahash::AHashMap;
use rust_decimal::Decimal;

use super::super::known::{Figure, digits, is_sign_of};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Mention, Quantity, Says, Sign, codes_of};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "currency-in-text",
    needs: Needs::Figures,
    holds: label!(checks::currency_in_text),
    run: |material| {
        let told = Told::of(material);
        each_passage(material, |passage| {
            let own = of_passage(material, passage).or_else(|| of_word(material, passage));
            own.or_else(|| of_others(material, &told, passage))
        })
    },
}];

/// A longer number is looked up among the figures themselves.
const SHORT: usize = 4;
/// A number of fewer digits is one of many things.
const LONG: usize = 3;

/// Whether two signs can be of one currency: `$` and `US$`.
fn is_alike(a: &str, b: &str) -> bool {
    let codes = |sign: &str| codes_of(sign).unwrap_or_default();
    a == b || codes(a).iter().any(|code| codes(b).contains(code))
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let is_of_series = |sign: &str| material.series.iter().any(|(series, _)| is_sign_of(sign, &series.unit));
    let (mention, sign) = passage.quantities().find_map(|(mention, quantity)| {
        let number = quantity.number;
        let sign = number.sign.filter(|sign| !is_of_series(sign) && digits(number.value) < SHORT)?;
        let beside = material.texts().beside(material.briefing, passage.text);
        let like = beside.iter().flat_map(|text| text.reading.quantities()).map(|other| other.number);
        let others: Vec<&str> = like.filter(|other| other.is_like(&number)).filter_map(|other| other.sign).collect();
        let known = others.iter().any(|other| is_of_series(other)) && !others.iter().any(|other| is_alike(other, sign));
        known.then_some((mention, sign))
    })?;
    let said = passage.part(&mention.range);
    let title = message!(findings::currency_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::currency_other, said = said.clone(), sign = sign, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// A figure of the data that is said to be of another currency, or in another scale, than it is: `in dollars, 1.63 trn`.
fn of_word(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let named = |sign: &Sign| if let Says::Money(code) = sign.says { Some(code) } else { None };
    let codes: BTreeSet<&str> = passage.signs.iter().filter_map(named).collect();
    let [code] = codes.into_iter().collect::<Vec<_>>()[..] else { return None };
    let years = passage.all_years();
    let known = material.known();
    let is_of = |figure: &Figure, code: &str| {
        let unit = material.series.get(figure.series).map(|(series, _)| &series.unit);
        unit.is_some_and(|unit| unit.currency.as_str() == code)
    };
    let in_time = |figure: &Figure| years.is_empty() || years.contains(&figure.period.year());
    // A currency that no series is in is that of something else, but for a long number.
    let is_own = material.series.iter().any(|(series, _)| series.unit.currency.as_str() == code);
    let least = if is_own { LONG } else { SHORT };
    let mention = passage.quantities().find_map(|(mention, quantity)| {
        let number = quantity.number;
        let telling = digits(number.value) >= least && number.scale.is_some() && quantity.unit.is_none();
        if !telling || number.sign.is_some() {
            return None;
        }
        let own = known.figures(&number, true);
        // A year beside may be that of another figure: `from 16.35 in 2022 to 15.23`.
        let of_another = !own.is_empty() && own.iter().all(|figure| !is_of(figure, code));
        let of_scale = || {
            let any = known.figures_of_any_scale(&number);
            own.is_empty()
                && any.iter().any(|figure| {
                    let exact = number.readings().any(|said| said == figure.value);
                    in_time(figure) && is_of(figure, code) && exact && figure.flow.is_some()
                })
        };
        (of_another || of_scale()).then_some(mention)
    })?;
    let said = passage.part(&mention.range);
    let title = message!(findings::currency_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::currency_word, said = said.clone(), code = code.to_owned(), text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// The scale and the currency with which a text tells a number: a power of ten, and the codes that are meant, none where
/// it does not say.
struct ToldAs {
    text: usize,
    scale: Option<u8>,
    codes: Vec<&'static str>,
}

impl ToldAs {
    fn of(passage: &Passage<'_, '_>, mention: &Mention, quantity: &Quantity) -> Self {
        let sign = quantity.number.sign.and_then(codes_of).map(<[_]>::to_vec);
        let word = passage.signs.iter().find_map(|sign| match sign.says {
            Says::Money(code) if sign.range.start >= mention.range.end => {
                (passage.apart(&mention.range, &sign.range)? <= 1).then(|| vec![code])
            }
            _ => None,
        });
        let codes = sign.or(word).unwrap_or_default();
        Self { text: passage.text.number(), scale: quantity.number.scale, codes }
    }

    /// Whether it can be the same amount as another.
    fn agrees(&self, other: &Self) -> bool {
        let any = self.codes.is_empty() || other.codes.is_empty();
        self.scale == other.scale && (any || self.codes.iter().any(|code| other.codes.contains(code)))
    }
}

/// Long numbers by their digits, each with what the texts tell of it.
struct Told(AHashMap<Decimal, Vec<ToldAs>>);

impl Told {
    /// So many texts that tell a number say enough of it.
    const MANY: usize = 20;

    fn of(material: &Material<'_>) -> Self {
        let mut told: AHashMap<Decimal, Vec<ToldAs>> = AHashMap::new();
        for text in material.texts().all.iter().filter(|text| text.is_held()) {
            for passage in Passage::all(text) {
                for (mention, quantity) in passage.quantities().filter(|(_, quantity)| is_long(quantity)) {
                    let own = told.entry(quantity.number.value).or_default();
                    if own.len() < Self::MANY {
                        own.push(ToldAs::of(&passage, mention, quantity));
                    }
                }
            }
        }
        Self(told)
    }
}

/// Whether a number of some scale is so long that it tells of one thing.
fn is_long(quantity: &Quantity) -> bool {
    let number = &quantity.number;
    let plain = quantity.unit.is_none() && !quantity.spelled && number.or.is_none();
    plain && digits(number.value) >= SHORT && number.is_fraction() && number.scale.is_some()
}

/// A long number that this text alone tells in its scale or its currency, and others in another.
fn of_others(material: &Material<'_>, told: &Told, passage: &Passage<'_, '_>) -> Option<Finding> {
    let number = passage.text.number();
    let (mention, meant) = passage.quantities().find_map(|(mention, quantity)| {
        let known = told.0.get(&quantity.number.value).filter(|known| known.len() > 1 && is_long(quantity))?;
        let own = ToldAs::of(passage, mention, quantity);
        // Where this text names a currency, those that name none say nothing against it, nor for it.
        let says = |other: &&ToldAs| own.codes.is_empty() || !other.codes.is_empty() || own.scale != other.scale;
        let mut others = known.iter().filter(|other| other.text != number).filter(says);
        // The data know it as it is told here.
        let of_currency = |figure: &Figure| {
            let unit = material.series.get(figure.series).map(|(series, _)| series.unit.currency.as_str());
            own.codes.is_empty() || unit.is_some_and(|unit| own.codes.contains(&unit))
        };
        let is_known = material.known().figures(&quantity.number, true).iter().any(of_currency);
        let first = others.next().filter(|_| !is_known)?;
        (!own.agrees(first) && !others.any(|other| own.agrees(other))).then_some((mention, first.text))
    })?;
    let other = material.texts().all.get(meant)?;
    let said = passage.part(&mention.range);
    let title = message!(findings::currency_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail =
        message!(findings::currency_elsewhere, said = said.clone(), other = other.text.to_owned(), text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_figure_is_in_its_currency_and_its_scale() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("In yuan it was 1.63 trn.", "In dollars it was 1.63 trn."),
            ("In yuan it was 1.63 trn.", "In yuan it was 1.63 bn."),
            ("In dollars it was 228.105 bn.", "In yuan it was 228.105 bn."),
            ("В юанях это 1,63 трлн.", "В долларах это 1,63 трлн."),
            ("In Yuan waren es 1,63 Billionen.", "In Dollar waren es 1,63 Billionen."),
        ] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "forecast-2025", wrong), ["Warn currency-in-text"], "{wrong}");
        }
        for (right, wrong) in [
            ("The rise was US$97.92 bn.", "The rise was US$97.92 million."),
            ("The rise was 97.92 bn dollars.", "The rise was 97.92 bn roubles."),
            ("The year closed at 228.105 bn dollars.", "The year closed at 228.105 bn euros."),
        ] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "forecast-2025", wrong), ["Warn currency-in-text"], "{wrong}");
        }
        // The year beside is that of the figure before.
        for text in [
            "From 190.3 bn dollars in 2022 it went to 228.105 bn.",
            "Nach 190,3 Mrd. Dollar 2022 waren es 228,105 Mrd.",
        ] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", text), [""; 0], "{text}");
        }
        for text in ["It cost 7.6 bn roubles.", "A dollar bought 7.1 yuan.", "Some 2.5 trn dollars were lent."] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", text), [""; 0], "{text}");
        }
    }
}
