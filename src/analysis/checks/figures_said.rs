//! Figures in words: is a figure that a text gives the one of the data, in its unit and of its period?

use rust_decimal::Decimal;

use super::known::{Figure, Known, digits, slips, years};
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Mention, Number, What, power_of};
use crate::briefing::{Message, Period, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "figure-in-text",
        needs: Needs::Figures,
        holds: label!(checks::figure_in_text),
        run: |material| each_held(material, of_text),
    },
    Check {
        key: "limit-passed",
        needs: Needs::Figures,
        holds: label!(checks::limit_passed),
        run: |material| each_held(material, limit),
    },
];

/// A limit that a milestone says was passed, and that the year's total is below, or that was passed the year before.
fn limit(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let About::Milestone(milestone) = text.about else { return None };
    if !text.reading.says_passed() {
        return None;
    }
    let mut limits =
        text.reading.quantities().filter(|quantity| quantity.unit.is_none() && quantity.number.sign.is_some());
    let number = limits.next()?.number;
    let (series, periods) = material.main_series()?;
    let same_scale = number.scale.is_some() && number.scale == power_of(&series.unit.scale);
    if limits.next().is_some() || !same_scale || number.sign.is_some_and(|sign| sign != series.unit.sign) {
        return None;
    }
    let total = |year: i16| {
        let figures = periods.get(Period::of_year(year))?;
        figures.best(periods.main_total()?).map(|observation| observation.value)
    };
    let year = milestone.on.first_day().year();
    let (own, before) = (total(year)?, total(year - 1));
    let limit = number.value;
    if own >= limit && before.is_none_or(|before| before < limit) {
        return None;
    }
    let period = Period::of_year(year);
    let detail =
        message!(findings::limit_passed_not, limit = limit, period = period, value = own, text = text.text.to_owned());
    Some(text.finding(material.briefing, Outcome::Warn, label!(findings::limit_passed), detail))
}

/// From so many digits on a number tells which figure it is.
const TELLING: usize = 4;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    // A sentence and its label have checks of their own.
    if matches!(text.about, About::Sentence(_)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mentions = &text.reading.mentions;
    for (at, mention) in mentions.iter().enumerate() {
        let What::Quantity(quantity) = &mention.what else { continue };
        let telling = digits(quantity.number.value) >= TELLING && !quantity.spelled && quantity.unit.is_none();
        if !telling || quantity.number.or.is_some() && quantity.number.scale.is_none() {
            continue;
        }
        let wrong = wrong(material, text, &quantity.number).or_else(|| {
            let figures = material.known().figures(&quantity.number, false);
            of_another_year(text, mentions, at, &figures)
        });
        let said = text.part(&mention.range);
        let title = message!(findings::figure_in_text, said = said.clone());
        found.extend(wrong.map(|detail| text.finding(material.briefing, Outcome::Fail, title, detail).apart(&said)));
    }
    found
}

/// What is wrong with a number as such.
fn wrong(material: &Material<'_>, text: &Text<'_>, number: &Number) -> Option<Message> {
    let known = material.known();
    // What is given to more digits than the figure it rounds to is still held against one given to as many.
    let (exact, rough) = (known.figures(number, true), known.figures(number, false));
    if !exact.is_empty() || rough.is_empty() && is_derived(known, text, number) {
        return None;
    }
    let beside = material.texts().beside(material.briefing, text);
    let others: Vec<Number> = beside.iter().flat_map(|text| text.reading.quantities()).map(|q| q.number).collect();
    let same_sign = |other: &Number| number.sign == other.sign;
    let repeated = |other: &Number| number.is_like(other) && other.value.scale() >= number.value.scale();
    let wrong_sign = known.figures_of_any_currency(number).first().copied().filter(|_| rough.is_empty());
    let told = others.iter().any(|other| repeated(other) && (wrong_sign.is_none() || same_sign(other)));
    if told || is_of_its_own(text, number) {
        return None;
    }
    let said = || text.text.get(number.start..number.end).unwrap_or_default().to_owned();
    let in_text = || text.text.to_owned();
    // Where others repeat what a short text says, they are held against each other already.
    let repeats = ["statement", "key-point", "label"].contains(&&*text.field);
    if repeats && others.iter().any(Number::is_fraction) && number.is_fraction() {
        return None;
    }
    let other_scale = known.figures_of_any_scale(number);
    if let (Some(figure), Some(_), true) = (other_scale.first(), number.scale, rough.is_empty()) {
        return Some(message!(findings::figure_scale, said = said(), text = in_text(), period = figure.period));
    }
    if let (Some(figure), Some(sign)) = (wrong_sign, number.sign) {
        return Some(message!(
            findings::figure_sign,
            said = said(),
            sign = sign,
            text = in_text(),
            period = figure.period
        ));
    }
    // What the text gives as well was not mistaken for this.
    let own = |value: Decimal| text.reading.quantities().any(|quantity| quantity.number.agrees(value));
    let slips = number.readings().flat_map(|reading| slips(reading, false)).filter(|slip| !own(*slip));
    let meant = slips.into_iter().find(|slip| {
        let as_meant = Number { value: *slip, or: None, ..*number };
        let figure = known.figures(&as_meant, true).into_iter().find(|figure| is_of_its_years(text, &beside, figure));
        let other = others.iter().any(|other| {
            digits(other.value) >= TELLING
                && other.value == *slip
                && other.value.scale() >= number.value.scale()
                && !other.is_year()
        });
        figure.is_some() || other
    })?;
    Some(message!(findings::figure_slip, said = said(), meant = meant, text = in_text()))
}

/// Whether a figure is of a year that the text or those beside it name, where they name any.
fn is_of_its_years(text: &Text<'_>, beside: &[&Text<'_>], figure: &Figure) -> bool {
    let named: Vec<i16> = text.reading.years().collect();
    let named = if named.is_empty() { beside.iter().flat_map(|text| text.reading.years()).collect() } else { named };
    named.is_empty() || years(figure.period).any(|year| named.contains(&year))
}

/// Whether a number is the sum or the difference of two figures that the text gives.
fn is_derived(known: &Known, text: &Text<'_>, number: &Number) -> bool {
    let given: Vec<Decimal> = text
        .reading
        .quantities()
        .filter(|quantity| quantity.unit.is_none() && digits(quantity.number.value) >= TELLING - 1)
        .flat_map(|quantity| known.figures(&quantity.number, false))
        .map(|figure| figure.value)
        .take(40)
        .collect();
    let pairs = given.iter().flat_map(|a| given.iter().map(move |b| (a, b)));
    pairs.filter_map(|(a, b)| Some([a.checked_sub(*b)?.abs(), a.checked_add(*b)?])).flatten().any(|v| number.agrees(v))
}

/// Whether a number is one of what the text belongs to: its value rounded, or a number of its formula.
fn is_of_its_own(text: &Text<'_>, number: &Number) -> bool {
    let About::Observation(observation) = text.about else { return false };
    let formula = observation.formula.as_deref().unwrap_or_default();
    let numbers = crate::analysis::reading::numbers(formula);
    number.agrees(observation.value) || numbers.iter().any(|other| number.is_like(other))
}

/// A figure that stands right beside a year that is not its own.
fn of_another_year(text: &Text<'_>, mentions: &[Mention], at: usize, figures: &[Figure]) -> Option<Message> {
    if figures.is_empty() {
        return None;
    }
    let here = &mentions[at].range;
    let year = |mention: &Mention| match mention.what {
        What::Day(day) if day.day.is_none() => day.year,
        _ => None,
    };
    let after = mentions.get(at + 1).and_then(|next| {
        let between = here.end..next.range.start;
        let near = text.reading.between(between.clone()).is_some_and(|tokens| tokens <= 3);
        year(next).filter(|_| near && !text.reading.parts_clauses(between))
    });
    let before = at.checked_sub(1).and_then(|before| mentions.get(before)).and_then(|before| {
        let between = before.range.end..here.start;
        let near = text.reading.between(between.clone()).is_some_and(|tokens| tokens <= 4);
        year(before).filter(|_| near && !text.reading.parts_clauses(between))
    });
    // `from 146.9 in 2021 to 244.8 in 2024`: a year belongs to the figure before it where one follows each.
    let follows = mentions.windows(2).any(|pair| {
        matches!(pair[0].what, What::Quantity(_))
            && year(&pair[1]).is_some()
            && text.reading.between(pair[0].range.end..pair[1].range.start).is_some_and(|tokens| tokens <= 3)
    });
    let named = after.or_else(|| before.filter(|_| !follows))?;
    let own: Vec<i16> = figures.iter().flat_map(|figure| years(figure.period)).collect();
    if own.contains(&named) {
        return None;
    }
    let periods = Value::list(figures.iter().map(|figure| figure.period).take(3));
    Some(message!(
        findings::figure_year,
        said = text.part(here),
        year = Period::of_year(named),
        periods = periods,
        text = text.text.to_owned()
    ))
}
