//! A figure in one currency that whatever else is about the same gives in another.

use super::super::known::{digits, is_sign_of};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::codes_of;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "currency-in-text",
    needs: Needs::Figures,
    holds: label!(checks::currency_in_text),
    run: |material| each_passage(material, |passage| of_passage(material, passage)),
}];

/// A longer number is looked up among the figures themselves.
const SHORT: usize = 4;

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
