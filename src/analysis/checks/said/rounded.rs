//! Figures that a text rounds, sets bounds to, or says are those of each month: about, between, a quarter.

use rust_decimal::Decimal;

use super::super::known::digits;
use super::super::{Check, Finding, Material, Needs};
use super::figures::{Figures, each, period_of, periods};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Unit, Way};
use crate::briefing::{Period, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "rounded-in-text",
        needs: Needs::Figures,
        holds: label!(checks::rounded_in_text),
        run: |material| {
            each(material, |material, figures, passage| {
                let mut found = rounded(material, figures, passage);
                found.extend(bounded(material, figures, passage));
                found
            })
        },
    },
    Check {
        key: "span-of-figure",
        needs: Needs::Figures,
        holds: label!(checks::span_of_figure),
        run: |material| each(material, of_each),
    },
];

/// By so much of itself a figure may be rounded, whatever its digits.
const SLACK: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// And by so much at the most, where its digits say how far it is.
const MOST: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// What the last digit of a number that is not nought counts, and how many noughts stand behind it.
fn last_digit(said: Decimal) -> (Decimal, u32) {
    let scale = said.normalize().scale();
    if scale > 0 {
        return (Decimal::new(1, scale), 0);
    }
    let noughts = trailing(said.trunc().mantissa());
    (10_i64.checked_pow(noughts).map_or(Decimal::ONE, Decimal::from), noughts)
}

/// Whether a value can be rounded to what is said: to its last digit that is not nought, or by a little.
pub(super) fn rounds_to(said: Decimal, value: Decimal) -> bool {
    let (unit, noughts) = last_digit(said);
    // A number that ends in noughts may be meant roughly, one of several digits is not.
    let half = unit / Decimal::TWO;
    let by = if noughts == 0 && super::super::known::digits(said) >= 3 {
        half
    } else {
        half.min(said * MOST).max(said * SLACK)
    };
    let cut = value >= said && value.checked_sub(said).is_some_and(|off| off < unit);
    cut || said.checked_sub(value).is_some_and(|off| off.abs() <= by)
}

/// Whether a value is what is said once it is rounded to as many digits as that has.
fn is_rounded_to(said: Decimal, value: Decimal) -> bool {
    said.checked_sub(value).is_some_and(|off| off.abs() * Decimal::TWO <= last_digit(said).0)
}

fn trailing(mantissa: i128) -> u32 {
    let written = mantissa.unsigned_abs().to_string();
    u32::try_from(written.len() - written.trim_end_matches('0').len()).unwrap_or(0).min(12)
}

/// Whether a number can speak of a value at all: something else is of another size.
fn is_of_its_size(said: Decimal, value: Decimal) -> bool {
    said <= value * Decimal::TWO && value <= said * Decimal::TWO
}

/// The numbers of a sentence that are counted in a scale and are no rates.
fn figures_of<'t>(passage: &Passage<'t, '_>) -> Vec<(&'t Mention, &'t Quantity)> {
    let plain = |(_, quantity): &(&Mention, &Quantity)| {
        quantity.unit.is_none() && (!quantity.spelled || quantity.number.scale.is_some())
    };
    passage.quantities().filter(plain).collect()
}

fn rounded(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Vec<Finding> {
    let exactly = passage.says(Says::Rounded);
    if !passage.says(Says::Round) && !exactly || passage.is_open() {
        return Vec::new();
    }
    let in_unit = |(mention, quantity): (&'_ Mention, &Quantity)| {
        let said = figures.in_unit(&quantity.number)?;
        (exactly || passage.near_before(&mention.range, &[Says::Round], 3)).then(|| (mention.clone(), said))
    };
    let all: Vec<(Mention, Decimal)> = figures_of(passage).into_iter().filter_map(in_unit).collect();
    let mut found = rates(material, figures, passage);
    if !found.is_empty() {
        return found;
    }
    if all.is_empty() || is_disputed(material, passage.text) || !figures.are_meant(material, passage) {
        return Vec::new();
    }
    let one = |(mention, said): &(Mention, Decimal)| {
        let (mention, said) = (mention, *said);
        let period = period_of(passage, mention)?;
        let mut values = figures.values(period);
        // It may be what something grew by: between the periods that are named, or since the one before.
        let named = periods(passage);
        let changes = named.iter().map(|(_, other)| *other).chain(period.previous());
        for (now, then) in changes.flat_map(|other| figures.in_both(&figures.all(), period, other)) {
            values.extend(now.checked_sub(then).map(|change| change.abs()));
        }
        let fits = if exactly { is_rounded_to } else { rounds_to };
        if values.iter().any(|value| fits(said, *value)) {
            return None;
        }
        let near = values.into_iter().filter(|value| is_of_its_size(said, *value));
        let value = near.min_by_key(|value| (*value - said).abs())?;
        Some(finding(material, passage, &passage.part(&mention.range), (value, period)))
    };
    found.extend(all.iter().filter_map(one));
    found
}

/// Rates that are said to be rounded, or about so much, and are those of no flow in the only period that is named.
fn rates(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Vec<Finding> {
    /// As many points a rate may be off that is said to be about so much, and yet speak of it.
    const OFF: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
    let named = periods(passage);
    let [(_, period)] = named[..] else { return Vec::new() };
    let is_rate = |quantity: &Quantity| quantity.unit == Some(Unit::PerCent) && quantity.number.value.scale() == 0;
    let rated = passage.quantities().filter(|(_, quantity)| is_rate(quantity));
    let rated: Vec<(&Mention, &Quantity)> = rated.collect();
    let [(mention, quantity)] = rated[..] else { return Vec::new() };
    // `the fall of 2025 was 7 %`: the sentence says which way, if not the words beside the rate.
    let said_way = match [Says::Rise, Says::Fall].map(|says| passage.says(says)) {
        [true, false] => Some(Way::Up),
        [false, true] => Some(Way::Down),
        _ => None,
    };
    let Some(way) = quantity.way.or(said_way) else { return Vec::new() };
    let led = passage.says(Says::Rounded) || passage.near_before(&mention.range, &[Says::Round], 3);
    if !led || is_disputed(material, passage.text) || !figures.are_meant(material, passage) {
        return Vec::new();
    }
    let said = quantity.number.value;
    let growth = material.known().growth(material, period, None);
    let along = |rate: Decimal| (rate >= Decimal::ZERO) == (way == Way::Up);
    let all: Vec<Decimal> =
        growth.iter().map(|rate| rate.value).filter(|rate| along(*rate)).map(|rate| rate.abs()).collect();
    if all.iter().any(|rate| rounds_to(said, *rate)) {
        return Vec::new();
    }
    let near = all.into_iter().filter(|rate| (*rate - said).abs() <= OFF).min_by_key(|rate| (*rate - said).abs());
    near.map(|rate| finding(material, passage, &passage.part(&mention.range), (rate.round_dp(2), period)))
        .into_iter()
        .collect()
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    said: &str,
    (value, period): (Decimal, Period),
) -> Finding {
    let title = message!(findings::rounded_in_text, said = said.to_owned());
    let detail = message!(
        findings::rounded_other,
        said = said.to_owned(),
        value = value,
        period = period,
        text = passage.text.text.to_owned()
    );
    passage.finding(material, &said, title, detail)
}

/// `between 250 and 260 bn`: two numbers, the figure not between them.
fn bounded(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !passage.says(Says::Between) || !passage.is_told(material) {
        return None;
    }
    let all = figures_of(passage);
    let reading = &passage.text.reading;
    let (low, high) = all.windows(2).find_map(|pair| {
        let [low, high] = pair else { return None };
        let between = low.0.range.end..high.0.range.start;
        let mut words = reading.spelt(between.clone()).map(|(_, word)| word);
        let tied =
            reading.between(between)? <= 5 && words.any(|word| reading.is_and(&word) || "至到-–和".contains(&*word));
        let said = passage.near(&low.0.range, &[Says::Between], 4) || passage.near(&high.0.range, &[Says::Between], 4);
        (tied && said).then_some((*low, *high))
    })?;
    let scaled = Number { scale: low.1.number.scale.or(high.1.number.scale), ..low.1.number };
    let (least, most) = (figures.in_unit(&scaled)?, figures.in_unit(&high.1.number)?);
    let period = period_of(passage, high.0)?;
    if least >= most || !figures.are_meant(material, passage) {
        return None;
    }
    let values = figures.values(period);
    if values.iter().any(|value| (least..=most).contains(value)) {
        return None;
    }
    let value = values.into_iter().filter(|value| is_of_its_size(most, *value)).min_by_key(|v| (*v - least).abs())?;
    let said = passage.part(&(low.0.range.start..high.0.range.end));
    Some(finding(material, passage, &said, (value, period)))
}

/// A figure that is said to be that of each month, quarter or week, and is that of a longer period.
fn of_each(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let is_each = |says: Says| matches!(says, Says::Per(_));
    if !passage.signs.iter().any(|sign| is_each(sign.says)) || passage.says(Says::Average) || passage.is_open() {
        return None;
    }
    let named = periods(passage);
    figures_of(passage).into_iter().find_map(|(mention, quantity)| {
        let (sign, months) = passage.signs.iter().find_map(|sign| match sign.says {
            Says::Per(months) if sign.range.start >= mention.range.end => Some((sign, u32::from(months))),
            _ => None,
        })?;
        let near = passage.apart(&mention.range, &sign.range)? <= 3;
        let others = passage
            .mentions
            .iter()
            .any(|other| other.range.start >= mention.range.end && other.range.end <= sign.range.start);
        // `im Jahr 2024` is when, and not how often.
        let dated = passage
            .years()
            .iter()
            .any(|(range, _)| passage.apart(&sign.range, range) == Some(0) && range.start >= sign.range.end);
        let count = digits(quantity.number.value);
        let telling =
            count >= 4 || count >= 3 && quantity.number.scale.is_some() && figures.are_meant(material, passage);
        if !near || others || dated || !telling {
            return None;
        }
        let known = material.known().figures(&quantity.number, true);
        let mut known: Vec<Period> = known.iter().map(|figure| figure.period).collect();
        known.retain(|period| {
            named.is_empty() || named.iter().any(|(_, named)| *named == *period || named.holds(*period))
        });
        if known.is_empty() || known.iter().any(|period| period.months() == Some(months)) {
            return None;
        }
        let said = passage.part(&(mention.range.start..sign.range.end));
        let title = message!(findings::span_of_figure, said = said.clone());
        let periods = Value::list(known.into_iter().take(3));
        let text = passage.text.text.to_owned();
        let detail = message!(findings::span_of_figure_other, said = said.clone(), periods = periods, text = text);
        Some(passage.finding(material, &said, title, detail))
    })
}
