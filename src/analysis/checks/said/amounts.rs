//! By how much something rose or fell, in the unit of the figures: `the rise is US$97.92 bn`, against the figures beside it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::super::known::{digits, slips};
use super::super::{Check, Finding, Material, Needs};
use super::figures::{Figures, has_other_words};
use super::{Passage, each_passage, is_disputed, rate_beside};
use crate::analysis::reading::{Mention, Quantity, Says, Unit};
use crate::analysis::trade;
use crate::briefing::{Claim, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "amount-in-text",
    needs: Needs::Figures,
    holds: label!(checks::amount_in_text),
    run: |material| {
        let figures = Figures::of(material);
        each_passage(material, |passage| {
            let amount = of_passage(material, figures.as_ref(), passage);
            let rate = || figures.as_ref().and_then(|figures| rate_beside::of_passage(material, figures, passage));
            amount.or_else(rate).or_else(|| rate_of(material, passage))
        })
    },
}];

/// So many words and marks stand between what says that something changed and by how much.
const NEAR: usize = 4;
/// A text of more figures is a table.
const MANY: usize = 10;
/// Of so many digits a number is one figure’s and no other’s.
const DIGITS: usize = 3;

/// Whether a number is a figure with a fraction, as figures of a series are told.
fn is_figure(quantity: &Quantity) -> bool {
    quantity.unit.is_none() && quantity.number.is_fraction() && digits(quantity.number.value) >= DIGITS
}

/// An amount by which a sentence says that something rose or fell.
fn amount<'t>(passage: &Passage<'t, '_>) -> Option<(&'t Mention, &'t Quantity)> {
    passage.quantities().filter(|(_, quantity)| is_figure(quantity)).find(|(mention, _)| {
        let start = mention.range.start;
        passage.signs_of(&[Says::Rise, Says::Fall, Says::Growth]).any(|sign| {
            let between = sign.range.end..start;
            // `fell from 16.7 to 13.8`: from where, and to where.
            sign.range.end <= start
                && passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR)
                && !passage.text.reading.leads(between.clone())
                && !passage.text.reading.words_between(between).any(|(_, word)| FROM.contains(&word))
        })
    })
}

/// What leads from a figure in the languages in which that is one word, folded.
const FROM: [&str; 6] = ["from", "desde", "depuis", "von", "с", "от"];

/// By how much what a sentence speaks of differs from one of its years to the next, and between two that it names.
fn steps(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Vec<Decimal> {
    let years = passage.all_years();
    let known = passage.parts().next().is_none() && (1..=2).contains(&years.len());
    if !known || !figures.are_meant(material, passage) || has_other_words(passage, passage.range.clone()) {
        return Vec::new();
    }
    let year_on_year = years.iter().filter_map(|year| Some((year.checked_sub(1)?, *year)));
    let apart = years.first().copied().zip(years.last().copied()).filter(|(first, last)| first < last);
    let pairs = year_on_year.chain(apart).map(|(from, to)| (Period::of_year(from), Period::of_year(to)));
    let values = pairs.flat_map(|(from, to)| figures.in_both(&figures.meant(passage), from, to));
    values.filter_map(|(from, to)| Some(to.checked_sub(from)?.abs())).filter(|step| !step.is_zero()).collect()
}

fn of_passage(
    material: &Material<'_>,
    figures: Option<&Figures<'_, '_>>,
    passage: &Passage<'_, '_>,
) -> Option<Finding> {
    let (mention, quantity) = amount(passage)?;
    let (known, number) = (material.known(), &quantity.number);
    // A figure of the data is what something rose to, however it is said.
    if passage.is_open() || is_disputed(material, passage.text) || !known.figures(number, false).is_empty() {
        return None;
    }
    let in_unit = figures.and_then(|figures| figures.in_unit(number));
    let steps = figures.filter(|_| in_unit.is_some()).map(|figures| steps(material, figures, passage));
    let steps = steps.unwrap_or_default();
    let mut figures: Vec<Decimal> = Vec::new();
    for other in passage.text.reading.quantities().filter(|other| is_figure(other) && !std::ptr::eq(*other, quantity)) {
        // What is no figure of the data, nor of the text’s own sums, says nothing of this.
        if !known.figures(&other.number, false).is_empty() {
            figures.push(other.number.value.abs());
        }
    }
    if figures.len() > MANY || figures.len() < 2 && steps.is_empty() {
        return None;
    }
    let pairs =
        figures.iter().enumerate().flat_map(|(at, one)| figures[at + 1..].iter().map(move |other| (one, other)));
    let differences = pairs.map(|(one, other)| (*one - *other).abs()).filter(|d| !d.is_zero());
    // What the series says of a year is in its unit, and so is what is held against it.
    let value = in_unit.filter(|_| !steps.is_empty()).unwrap_or_else(|| number.value.abs());
    let differences: Vec<Decimal> = differences.chain(steps).collect();
    // Figures that were rounded differ by a little more or less.
    let slack = Decimal::new(2, number.value.scale().min(20));
    if differences.is_empty() || differences.iter().any(|difference| (*difference - value).abs() <= slack) {
        return None;
    }
    let nearest = differences.into_iter().min_by_key(|difference| (*difference - value).abs())?;
    // Something of another size is a change of something else.
    let alike = (Decimal::new(5, 1)..=Decimal::TWO).contains(&value.checked_div(nearest)?);
    let said = passage.part(&mention.range);
    let title = message!(findings::amount_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::amount_other, said = said.clone(), nearest = nearest.normalize(), text = text);
    alike.then(|| passage.finding(material, &said, title, detail))
}

/// `a rise of 43.5 %`, where the figures of the years that are told of rose by 34.5: a rate with one slip in it.
fn rate_of(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let claim = passage.text.claim()?;
    if passage.is_open() || is_disputed(material, passage.text) {
        return None;
    }
    let mut rates: Vec<(&Mention, &Quantity)> = passage
        .quantities()
        .filter(|(_, quantity)| quantity.unit == Some(Unit::PerCent) && digits(quantity.number.value) >= DIGITS)
        .collect();
    if rates.is_empty() || rates.len() > MANY {
        return None;
    }
    let beside = material.texts().beside(material.briefing, passage.text);
    rates.retain(|(_, quantity)| {
        let number = &quantity.number;
        let told = beside.iter().flat_map(|text| text.reading.quantities()).any(|own| own.number.is_like(number));
        !told && material.known().periods_of_rate(number, i16::MIN).is_empty()
    });
    if rates.is_empty() {
        return None;
    }
    let known = rates_between(material, claim)?;
    rates.into_iter().find_map(|(mention, quantity)| {
        let number = &quantity.number;
        if known.iter().any(|rate| number.value.saturating_sub(*rate).abs() <= Decimal::new(2, 1)) {
            return None;
        }
        let slips = slips(number.value, true);
        let meant = known.iter().find(|rate| slips.contains(&rate.round_dp(number.value.scale())))?;
        let said = passage.part(&mention.range);
        let title = message!(findings::amount_in_text, said = said.clone());
        let text = passage.text.text.to_owned();
        let nearest = meant.round_dp(number.value.scale());
        let detail = message!(findings::amount_rate, said = said.clone(), nearest = nearest, text = text);
        Some(passage.finding(material, &said, title, detail))
    })
}

/// By how much per cent each flow of the main series rose or fell between the years that the texts of a claim name, and
/// the years beside them; nothing of a series of many flows.
fn rates_between(material: &Material<'_>, claim: &Claim) -> Option<Vec<Decimal>> {
    /// More flows than this no text tells apart.
    const FLOWS: usize = 100;
    let (series, periods) = material.main_series().filter(|(series, _)| series.flows.len() <= FLOWS)?;
    let texts = material.texts().all_of(claim);
    let years: BTreeSet<i16> = texts.flat_map(|text| text.reading.years()).take(4 * MANY).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let mut known = Vec::new();
    for flow in 0..series.flows.len() {
        let value = |year: i16| periods.get(Period::of_year(year))?.best(flow).map(|own| own.value);
        let rate = |from: i16, to: i16| trade::growth(value(from)?, value(to)?).map(|rate| rate.value.abs());
        for (at, first) in years.iter().enumerate() {
            let later = years[at + 1..].iter().copied().chain([first + 1]).take(MANY);
            known.extend(later.filter_map(|last| rate(*first, last)));
            known.extend(rate(first - 1, *first));
        }
    }
    Some(known)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_rise_in_amounts_is_the_difference_of_the_figures_beside_it() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let found = |text: &str| reason_after(CHECKS, "turnover-2021-2024", text);
        let both = "Goods were worth US$146.887 bn in 2021 and US$244.819 bn in 2024.";
        for (text, wrong) in [
            ("The rise is US$97.92 bn.", false),
            ("The rise is US$97.93 bn.", false),
            ("The rise is US$79.92 bn.", true),
            ("It rose to US$240.11 bn a year later.", false),
            ("It rose by US$87.93 bn.", true),
            ("It fell from US$240.1 bn before.", false),
        ] {
            assert_eq!(!found(&format!("{both} {text}")).is_empty(), wrong, "{text}");
        }
        assert_eq!(found("The rise is US$79.92 bn."), [""; 0], "nothing stands beside it");
        for (right, wrong) in [
            ("In 2022 alone turnover grew by US$43.4 bn.", "In 2022 alone turnover grew by US$33.4 bn."),
            (
                "В 2022 году товарооборот вырос на 43,4 млрд долларов.",
                "В 2022 году товарооборот вырос на 34,3 млрд долларов.",
            ),
            ("2022 stieg der Handel um 43,4 Mrd. US-Dollar.", "2022 stieg der Handel um 54,3 Mrd. US-Dollar."),
        ] {
            assert_eq!(found(right), [""; 0], "{right}");
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        for text in [
            "In 2022 Russia’s sales of energy to China grew by US$29.5 bn.",
            "In 2022 turnover rose to US$190.3 bn.",
            "In 2022 turnover with Kazakhstan grew by US$33.4 bn.",
            "In the first half of 2022 turnover grew by US$20.4 bn.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
