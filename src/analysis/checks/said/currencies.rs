//! A figure in one currency that whatever else is about the same gives in another.

use std::collections::BTreeSet;

use super::super::known::{Figure, digits, is_sign_of};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Says, Sign, codes_of};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "currency-in-text",
    needs: Needs::Figures,
    holds: label!(checks::currency_in_text),
    run: |material| {
        each_passage(material, |passage| of_passage(material, passage).or_else(|| of_word(material, passage)))
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
    if !material.series.iter().any(|(series, _)| series.unit.currency.as_str() == code) {
        return None;
    }
    let mention = passage.quantities().find_map(|(mention, quantity)| {
        let number = quantity.number;
        let telling = digits(number.value) >= LONG && number.scale.is_some() && quantity.unit.is_none();
        if !telling || number.sign.is_some() {
            return None;
        }
        let own = known.figures(&number, true);
        let of_another =
            !own.is_empty() && own.iter().filter(|figure| in_time(figure)).all(|figure| !is_of(figure, code));
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
        for text in ["It cost 7.6 bn roubles.", "A dollar bought 7.1 yuan.", "Some 2.5 trn dollars were lent."] {
            assert_eq!(reason_after(CHECKS, "forecast-2025", text), [""; 0], "{text}");
        }
    }
}
