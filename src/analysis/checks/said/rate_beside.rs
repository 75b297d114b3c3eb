//! By how much and by how many per cent, in one breath: `the rise is US$97.92 bn or 66.67 %`. The one follows from the
//! other where a flow changed by as much between two years.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::super::known::digits;
use super::super::{Finding, Material};
use super::figures::{Figures, Of};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Mention, Quantity, Unit};
use crate::analysis::trade;
use crate::briefing::Period;
use crate::message;

/// So many words and marks stand between the amount and its rate: a currency, and `or` or a bracket.
const NEAR: usize = 6;
/// So many years are held against each other, of so many flows.
const YEARS: usize = 12;
const FLOWS: usize = 100;

pub(super) fn of_passage(
    material: &Material<'_>,
    figures: &Figures<'_, '_>,
    passage: &Passage<'_, '_>,
) -> Option<Finding> {
    let ((amount, told), (mention, rate)) = pair(passage)?;
    let value = figures.in_unit(&told.number)?;
    if passage.is_open()
        || is_disputed(material, passage.text)
        || !material.known().figures(&told.number, false).is_empty()
    {
        return None;
    }
    let rates = rates(material, figures, passage, (value, told));
    let agrees = |known: &Decimal| {
        rate.number.agrees(*known) || (rate.number.value.abs() - known.abs()).abs() <= Decimal::new(2, 1)
    };
    if rates.is_empty() || rates.iter().any(agrees) {
        return None;
    }
    let nearest = rates.into_iter().min_by_key(|known| (known.abs() - rate.number.value.abs()).abs())?.round_dp(2);
    let said = passage.part(&(amount.range.start..mention.range.end));
    let title = message!(findings::amount_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::amount_rate, said = said.clone(), nearest = nearest, text = text);
    Some(passage.finding(material, &said, title, detail))
}

type Given<'t> = (&'t Mention, &'t Quantity);

/// An amount and the rate right behind it, of which nothing more is said.
fn pair<'t>(passage: &Passage<'t, '_>) -> Option<(Given<'t>, Given<'t>)> {
    let all: Vec<Given<'t>> = passage.quantities().collect();
    let reading = &passage.text.reading;
    all.windows(2).find_map(|pair| {
        let [(a, amount), (b, rate)] = *pair else { return None };
        let plain = amount.unit.is_none() && amount.number.is_fraction() && digits(amount.number.value) >= 3;
        let is_rate = rate.unit == Some(Unit::PerCent) && digits(rate.number.value) >= 2;
        let near = reading.between(a.range.end..b.range.start).is_some_and(|words| (1..=NEAR).contains(&words));
        // `10 bn or 40 % of all exports of grain` is a share of something else.
        let next = reading.words_between(b.range.end..passage.range.end).next();
        let ends =
            next.is_none_or(|(word, spelt)| reading.parts_clauses(b.range.end..word.start) || reading.is_and(spelt));
        (plain && is_rate && near && ends).then_some(((a, amount), (b, rate)))
    })
}

/// The rates at which a flow changes by an amount between two of the years that the texts speak of, and the parts that the
/// amount is of what the whole changed by.
fn rates(
    material: &Material<'_>,
    figures: &Figures<'_, '_>,
    passage: &Passage<'_, '_>,
    (value, told): (Decimal, &Quantity),
) -> Vec<Decimal> {
    let of_claim = passage.text.claim().map(|claim| material.texts().all_of(claim));
    let around = of_claim.into_iter().flatten().flat_map(|text| text.reading.years());
    let years: BTreeSet<i16> = passage.text.reading.years().chain(around).take(4 * YEARS).collect();
    let years: Vec<i16> = years.into_iter().take(YEARS).collect();
    let later = |at: usize| years[at + 1..].iter().copied();
    let spans = years.iter().enumerate().flat_map(|(at, from)| later(at).map(move |to| (*from, to)));
    let year_on_year = years.iter().filter_map(|year| Some((year.checked_sub(1)?, *year)));
    let flows = figures.all();
    if flows.len() > FLOWS {
        return Vec::new();
    }
    // The figures may have been rounded before they were held against each other.
    let slack = Decimal::new(2, told.number.value.scale());
    let mut found = Vec::new();
    for (from, to) in spans.chain(year_on_year) {
        let both = |of: Of| figures.in_both(&[of], Period::of_year(from), Period::of_year(to)).pop();
        for (first, last) in flows.iter().filter_map(|of| both(*of)) {
            let Some(change) = last.checked_sub(first).filter(|own| (own.abs() - value.abs()).abs() <= slack) else {
                continue;
            };
            found.extend(trade::growth(first, last).map(|growth| growth.value));
            let wholes = flows.iter().filter_map(|of| both(*of)).filter_map(|(first, last)| last.checked_sub(first));
            found.extend(wholes.filter_map(|whole| change.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::amounts::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn so_much_is_so_many_per_cent() {
        let found = |text: &str| reason_after(CHECKS, "turnover-2021-2024", text);
        for (right, wrong) in [
            ("The rise is US$97.92 bn or 66.67 %.", "The rise is US$97.92 bn or 76.67 %."),
            ("That is US$97.93 bn (66.7 %).", "That is US$97.93 bn (62.7 %)."),
            ("Das sind 97,93 Mrd. US-Dollar oder 66,7 %.", "Das sind 97,93 Mrd. US-Dollar oder 57,7 %."),
            ("Это 97,93 млрд долларов, или 66,7 %.", "Это 97,93 млрд долларов, или 46,7 %."),
            ("Sales to China gave 50.02 bn or 51 %.", "Sales to China gave 50.02 bn or 41 %."),
        ] {
            assert_eq!(found(right), [""; 0], "{right}");
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        for text in ["It paid US$97.93 bn or 12 % of its budget.", "It paid US$31.47 bn or 12 %."] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
