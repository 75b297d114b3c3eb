//! Figures in words: is a figure that a text gives the one of the data, in its unit and of its period?

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::known::{Figure, Known, digits, slips, years};
use super::said::Passage;
use super::series::{Periods, agree};
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Mention, Number, Part, Says, What, power_of};
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
    let own = power_of(&series.unit.scale)?;
    if limits.next().is_some() || number.sign.is_some_and(|sign| sign != series.unit.sign) {
        return None;
    }
    let limit = number.value.checked_mul(Decimal::from(10_u64.checked_pow(number.scale?.into())?))?;
    let limit = limit.checked_div(Decimal::from(10_u64.checked_pow(own.into())?))?.normalize();
    let total = |year: i16| {
        let figures = periods.get(Period::of_year(year))?;
        figures.best(periods.main_total()?).map(|observation| observation.value)
    };
    let year = milestone.on.first_day().year();
    let (own, before) = (total(year)?, total(year - 1));
    // A goal is reached before the year that it is for, or in it.
    let goal = text.reading.signs.iter().any(|sign| sign.says == Says::Goal);
    let late = goal && text.reading.years().any(|for_year| for_year < year);
    if own >= limit && before.is_none_or(|before| before < limit) && !late {
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
    let places = LazyCell::new(|| Places::of(text));
    for (at, mention) in text.reading.mentions.iter().enumerate() {
        let What::Quantity(quantity) = &mention.what else { continue };
        // An average is held against the figures that it is of.
        let is_average = text.reading.sentence_says(mention.range.start, Says::Average);
        let telling = digits(quantity.number.value) >= TELLING && !quantity.spelled && quantity.unit.is_none();
        let telling = telling && !is_average;
        if !telling || quantity.number.or.is_some() && quantity.number.scale.is_none() {
            continue;
        }
        let figure = |detail| (false, detail);
        let figures = material.known().figures(&quantity.number, false);
        let of_its_own = || of_own_value(material, text, &quantity.number).map(figure);
        let of_another_year = || of_another_year(text, &places, at, &figures).map(figure);
        let wrong = of_its_own().or_else(|| wrong(material, text, &quantity.number, &figures)).or_else(of_another_year);
        let Some((of_unit, detail)) = wrong else { continue };
        let said = text.part(&mention.range);
        let title = message!(findings::figure_in_text, said = said.clone());
        let finding = text.finding(material.briefing, Outcome::Fail, title, detail).apart(&said);
        // A series in the wrong unit makes all that is said of it wrong.
        found.push(if of_unit { finding.caused_by(&"unit") } else { finding.likely_caused_by(&said) });
    }
    found
}

/// A number of a figure's own note that is a figure of another period and, but for a slip, the figure itself.
fn of_own_value(material: &Material<'_>, text: &Text<'_>, number: &Number) -> Option<Message> {
    let About::Observation(observation) = text.about else { return None };
    let known = material.known().figures(number, true);
    let of_period = |figure: &Figure| figure.period == observation.period;
    if known.is_empty() || known.iter().any(of_period) || is_of_its_own(text, number) {
        return None;
    }
    let own = observation.value.abs();
    let meant = number.readings().flat_map(|reading| slips(reading, true)).find(|slip| agree(*slip, own))?;
    let said = text.text.get(number.start..number.end).unwrap_or_default().to_owned();
    Some(message!(findings::figure_slip, said = said, meant = meant, text = text.text.to_owned()))
}

/// What is wrong with a number as such, and whether it is its unit; it can be the `rough` figures as far as it is rounded.
fn wrong(material: &Material<'_>, text: &Text<'_>, number: &Number, rough: &[Figure]) -> Option<(bool, Message)> {
    let known = material.known();
    // What is given to more digits than the figure it rounds to is still held against one given to as many.
    let exact = known.figures(number, true);
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
    if let (Some(figure), Some(sign)) = (wrong_sign, number.sign) {
        let (said, text) = (said(), in_text());
        let detail = message!(findings::figure_sign, said = said, sign = sign, text = text, period = figure.period);
        return Some((true, detail));
    }
    // Where others repeat what a short text says, they are held against each other already.
    let repeats = ["statement", "key-point", "label"].contains(&&*text.field);
    if repeats && others.iter().any(Number::is_fraction) && number.is_fraction() {
        return None;
    }
    let other_scale = known.figures_of_any_scale(number);
    if let (Some(figure), Some(_), true) = (other_scale.first(), number.scale, rough.is_empty()) {
        let detail = message!(findings::figure_scale, said = said(), text = in_text(), period = figure.period);
        return Some((true, detail));
    }
    // What the text gives as well was not mistaken for this, but where two sentences give two figures for one thing whose
    // digits have changed places.
    let exchanged: Vec<Decimal> = number.readings().flat_map(|reading| slips(reading, true)).collect();
    let here = LazyCell::new(|| Passage::around(text, number.start));
    let own = |value: Decimal| {
        let gives = |mention: &Mention| match &mention.what {
            What::Quantity(quantity) => {
                let again = || here.as_ref().is_some_and(|here| is_told_again(text, here, mention));
                quantity.number.agrees(value) && !(exchanged.contains(&value) && again())
            }
            _ => false,
        };
        text.reading.mentions.iter().any(gives)
    };
    let slips = number.readings().flat_map(|reading| slips(reading, false)).filter(|slip| !own(*slip));
    // Without a word of scale nobody can tell what it is counted in.
    let slips = slips.filter(|slip| number.scale.is_some() || !is_in_thousands(number.value, *slip));
    let slipped = slips.into_iter().find(|slip| {
        let as_meant = Number { value: *slip, or: None, ..*number };
        let figure = known.figures(&as_meant, true).into_iter().find(|figure| is_of_its_years(text, &beside, figure));
        let other = others.iter().any(|other| {
            digits(other.value) >= TELLING
                && other.measure == number.measure
                && other.value == *slip
                && other.value.scale() >= number.value.scale()
                && !other.is_year()
        });
        figure.is_some() || other
    });
    let garbled = || others.iter().find(|other| is_garbled(number, other)).map(|other| other.value);
    let meant = slipped.or_else(garbled).filter(|_| !lies_between(material, text, &beside, number))?;
    Some((false, message!(findings::figure_slip, said = said(), meant = meant, text = in_text())))
}

/// Whether a figure stands in another sentence that tells of the same flow, or the same balance, of the same time.
fn is_told_again(text: &Text<'_>, here: &Passage<'_, '_>, figure: &Mention) -> bool {
    const THINGS: &[Says] = &[Says::Surplus, Says::Deficit, Says::Exports, Says::Imports];
    let Some(there) = Passage::around(text, figure.range.start).filter(|there| there.range != here.range) else {
        return false;
    };
    let things = |passage: &Passage<'_, '_>| {
        let all: Vec<bool> = THINGS.iter().map(|says| passage.says(*says)).collect();
        all
    };
    let denied = [here, &there].iter().any(|passage| passage.says_any(&[Says::Not, Says::Wish, Says::Refuted]));
    let (own, others) = (here.all_years(), there.all_years());
    let same_time = own.is_empty() || others.is_empty() || own == others;
    let parts = here.parts().chain(there.parts()).next().is_some();
    let names = |passage: &Passage<'_, '_>| passage.states().map(|name| name.of.clone()).collect::<BTreeSet<_>>();
    let same = things(here).contains(&true) && things(here) == things(&there);
    same && same_time && !parts && !denied && names(here).is_subset(&names(&there))
}

/// Whether one value is the other counted in thousands or in millions: `10.544` million barrels a day are `10 544` thousand.
fn is_in_thousands(value: Decimal, other: Decimal) -> bool {
    let thousand = Decimal::ONE_THOUSAND;
    let (low, high) = (value.min(other), value.max(other));
    let times = |by: Decimal| low.checked_mul(by).is_some_and(|own| own == high);
    times(thousand) || times(thousand * thousand)
}

/// Whether a long number has most of the digits of another in their places: it was copied wrongly.
fn is_garbled(number: &Number, other: &Number) -> bool {
    /// So many digits two numbers hardly have in common by chance.
    const LONG: usize = 5;
    let written = |number: &Number| number.value.mantissa().unsigned_abs().to_string();
    let (own, meant) = (written(number), written(other));
    let alike = own.bytes().zip(meant.bytes()).filter(|(a, b)| a == b).count();
    let as_long = own.len() >= LONG && own.len() == meant.len() && number.value.scale() == other.value.scale();
    let alike_counted = number.scale == other.scale && number.measure == other.measure;
    as_long && alike_counted && number.is_fraction() && own != meant && alike * 3 >= own.len() * 2
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

/// Whether a number is by how much a flow was more in one period of the years that are spoken of than in another which begins
/// or ends with it, or in the year before: the second quarter is the first half without the first quarter.
fn lies_between(material: &Material<'_>, text: &Text<'_>, beside: &[&Text<'_>], number: &Number) -> bool {
    /// So many years and flows are looked through.
    const MANY: usize = 12;
    let known = material.known();
    let of_text: BTreeSet<i16> = text.reading.years().collect();
    let others = beside.iter().flat_map(|text| text.reading.years());
    let years = if of_text.is_empty() { others.collect() } else { of_text };
    let is_of = |series: usize, periods: &Periods<'_>, flow: usize, year: i16| {
        let value = |period: &Period| Some((*period, periods.value(flow, *period)?));
        let all: Vec<(Period, Decimal)> = known.periods_of(year).iter().filter_map(value).collect();
        let before = value(&Period::of_year(year.saturating_sub(1)));
        let tied = |a: Period, b: Period| {
            let (a, b) = (a.days(), b.days());
            a.0 == b.0 || a.1 == b.1
        };
        let pairs = all.iter().flat_map(|a| all.iter().map(move |b| (a, b))).filter(|(a, b)| tied(a.0, b.0));
        let years = all.iter().filter(|(period, _)| period.is_year()).flat_map(|a| before.iter().map(move |b| (a, b)));
        let mut apart = pairs.chain(years).filter_map(|(a, b)| Some(a.1.checked_sub(b.1)?.abs()));
        apart.any(|apart| known.can_be(number, apart, series))
    };
    material.series.iter().enumerate().any(|(number, (series, periods))| {
        let flows = 0..series.flows.len().min(MANY);
        flows.into_iter().any(|flow| years.iter().take(MANY).any(|year| is_of(number, periods, flow, *year)))
    })
}

/// Whether a number is one of what the text belongs to: its value rounded, or a number of its formula.
fn is_of_its_own(text: &Text<'_>, number: &Number) -> bool {
    let About::Observation(observation) = text.about else { return false };
    let formula = observation.formula.as_deref().unwrap_or_default();
    let numbers = crate::analysis::reading::numbers(formula);
    number.agrees(observation.value) || numbers.iter().any(|other| number.is_like(other))
}

/// The years and parts of years that a text names, each with its place.
struct Places<'t> {
    years: Vec<(Range<usize>, i16)>,
    parts: Vec<(Range<usize>, &'t Part)>,
}

impl<'t> Places<'t> {
    fn of(text: &'t Text<'_>) -> Self {
        // The year of a part belongs to it: `the first quarter of 2025`.
        let with_year = |part: &Part| {
            let year = text.reading.mentions.iter().find(|mention| mention.range.start >= part.range.end);
            let year = year.filter(|year| part.year.is_some() && year.year() == part.year);
            let near = year.filter(|year| {
                let between = text.reading.between(part.range.end..year.range.start);
                between.is_some_and(|tokens| tokens <= 2)
            });
            part.range.start..near.map_or(part.range.end, |year| year.range.end)
        };
        let parts = text.reading.parts.iter().map(|part| (with_year(part), part));
        Self { years: years_named(text), parts: parts.collect() }
    }
}

/// A figure that stands right beside a year, or a part of one, that is not its own.
fn of_another_year(text: &Text<'_>, places: &Places<'_>, at: usize, figures: &[Figure]) -> Option<Message> {
    let first = figures.first()?;
    let said = || text.part(&text.reading.mentions[at].range);
    let named = beside(text, at, &places.years, NEAR).filter(|year| {
        let own: Vec<i16> = figures.iter().flat_map(|figure| years(figure.period)).collect();
        !own.contains(year)
    });
    let unlike: BTreeSet<Period> = figures.iter().map(|figure| figure.period).collect();
    let periods = || Value::list(unlike.iter().copied().take(3));
    if let Some(year) = named {
        let year = Period::of_year(year);
        let text = text.text.to_owned();
        return Some(message!(findings::figure_year, said = said(), year = year, periods = periods(), text = text));
    }
    let part =
        beside(text, at, &places.parts, FAR).filter(|part| !figures.iter().any(|figure| part.is(figure.period)))?;
    // A part of a year that begins in another month is named in the same words.
    let of_calendar = figures.iter().all(|figure| figure.period.is_year() || figure.period.months() < Some(12));
    (of_calendar && first.period.months().is_some()).then(|| {
        message!(
            findings::figure_part,
            said = said(),
            part = text.part(&part.range),
            periods = periods(),
            text = text.text.to_owned()
        )
    })
}

/// So many words stand between a figure and its year, and between it and a part of one: `bn dollars for the`.
pub(super) const NEAR: usize = 4;
const FAR: usize = 5;

/// The years that a text names alone, with their places.
pub(super) fn years_named(text: &Text<'_>) -> Vec<(Range<usize>, i16)> {
    let year = |mention: &Mention| match mention.what {
        What::Day(day) if day.day.is_none() => Some((mention.range.clone(), day.year?)),
        _ => None,
    };
    text.reading.mentions.iter().filter_map(year).collect()
}

/// What belongs to a number where a sentence has as many things as such numbers, all of the one before all of the other:
/// `between 2021 and 2024 trade rose from 146.9 to 244.8`.
fn in_turn<T: Copy>(text: &Text<'_>, at: usize, things: &[(Range<usize>, T)]) -> Option<T> {
    let own = text.reading.mentions.get(at)?;
    let What::Quantity(quantity) = &own.what else { return None };
    paired(text, own, things, |other| match &other.what {
        What::Quantity(other) => other.unit == quantity.unit && !other.spelled,
        _ => false,
    })
}

/// What belongs to a mention where its sentence has as many things as mentions of its kind, all of the one before all of
/// the other.
pub(super) fn paired<T: Copy>(
    text: &Text<'_>,
    own: &Mention,
    things: &[(Range<usize>, T)],
    is_such: impl Fn(&Mention) -> bool,
) -> Option<T> {
    let sentence = text.reading.sentences.iter().find(|range| range.contains(&own.range.start))?;
    let here = |range: &Range<usize>| sentence.contains(&range.start);
    let things: Vec<&(Range<usize>, T)> = things.iter().filter(|(range, _)| here(range)).collect();
    let such = text.reading.mentions.iter().filter(|mention| here(&mention.range) && is_such(mention));
    let all: Vec<&Range<usize>> = such.map(|mention| &mention.range).collect();
    let (first, last) = (things.first()?, things.last()?);
    let apart = last.0.end <= all.first()?.start || all.last()?.end <= first.0.start;
    if things.len() < 2 || things.len() != all.len() || !apart {
        return None;
    }
    let nth = all.iter().position(|range| **range == own.range)?;
    things.get(nth).map(|(_, thing)| *thing)
}

/// Where what a number is counted in ends, `Mrd. US-Dollar`, of what stands between the number and something else.
fn behind_unit(text: &Text<'_>, between: Range<usize>) -> usize {
    let is_money = |range: &Range<usize>| {
        let mut signs = text.reading.signs.iter().filter(|sign| matches!(sign.says, Says::Money(_)));
        signs.any(|sign| sign.range == *range)
    };
    let of_unit = |(range, word): &(Range<usize>, std::borrow::Cow<'_, str>)| {
        power_of(word).is_some() || matches!(&**word, "." | "-" | "us") || is_money(range)
    };
    // A point behind it may be that of the sentence.
    let unit = text.reading.spelt(between.clone()).take_while(of_unit).filter(|(_, word)| word != ".");
    unit.last().map_or(between.start, |(range, _)| range.end)
}

/// What stands right beside a number of a text, among things that have a place in it: after it, or else before it, with
/// nothing between them that the text mentions.
pub(super) fn beside<T: Copy>(text: &Text<'_>, at: usize, things: &[(Range<usize>, T)], most: usize) -> Option<T> {
    let (reading, mentions) = (&text.reading, &text.reading.mentions);
    let near = |between: Range<usize>, most: usize| {
        let mentioned = mentions.iter().any(|mention| {
            mention.range.start >= between.start && mention.range.end <= between.end && !between.is_empty()
        });
        !mentioned
            && reading.between(between.clone()).is_some_and(|tokens| tokens <= most)
            && !reading.parts_clauses(between)
    };
    let following = |here: &Range<usize>| {
        let (range, thing) = things.iter().find(|(range, _)| range.start >= here.end)?;
        near(behind_unit(text, here.end..range.start)..range.start, most).then_some(*thing)
    };
    let here = &mentions.get(at)?.range;
    if let Some(thing) = in_turn(text, at, things) {
        return Some(thing);
    }
    following(here).or_else(|| {
        let (range, thing) = things.iter().rev().find(|(range, _)| range.end <= here.start)?;
        // `from 146.9 in 2021 to 244.8 in 2024`: a year belongs to the figure before it where one follows each.
        let is_number = |mention: &&Mention| matches!(mention.what, What::Quantity(_));
        let sentence = reading.sentences.iter().find(|sentence| sentence.contains(&here.start));
        let in_sentence = |mention: &&Mention| sentence.is_none_or(|range| range.contains(&mention.range.start));
        let own = || mentions.iter().filter(in_sentence).filter(is_number);
        let follows = own().any(|mention| following(&mention.range).is_some());
        // `In 2023, trade came to …`: the comma behind what a sentence begins with parts nothing.
        let begins = own().all(|mention| {
            mention.range.end > range.start || reading.between(mention.range.end..range.start).is_none()
        });
        // `of 2023, 110.98 as derived`: so does one right before the number.
        let direct = reading.between(reading.behind_comma(range.end)..here.start) == Some(0);
        let from = if begins || direct { reading.behind_comma(range.end) } else { range.end };
        (near(from..here.start, most + 1) && !follows).then_some(*thing)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_figure_may_be_counted_in_thousands_of_what_another_counts() {
        let right = [
            ("The flow goes from 1.039 to 1.089 mb/d.", "level 1 039"),
            ("Der Fluss steigt von 1,039 auf 1,089 Mio. Fass.", "Stand 1039"),
            ("Der Zoll nennt 244,819 Mrd. US-Dollar für 2024 und 240,11 Mrd. US-Dollar für 2023, so viel.", "Zoll"),
            ("Es waren 240,11 Mrd. US-Dollar im Jahr 2023 und 244,819 Mrd. US-Dollar im Jahr 2024.", "Zoll"),
        ];
        let wrong =
            [("Der Zoll nennt 240,11 Mrd. US-Dollar für 2024 und 244,819 Mrd. US-Dollar für 2023, so viel.", "Zoll")];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &[]);
        hold_in_pairs(CHECKS, "ministers-satisfied", &[], &right);
    }

    #[test]
    fn a_text_gives_one_figure_for_one_thing() {
        let wrong = [
            ("In 2024 Russia’s surplus was US$13.83 bn. Russia’s surplus was US$18.33 bn.", "so"),
            ("In 2024 Russia’s surplus was US$13.83 bn. Russlands Überschuss betrug 18,33 Mrd. US-Dollar.", "so"),
            (
                "In 2024 Russia’s surplus was US$13.83 bn. L’excédent de la Russie était de 18,33 milliards de dollars.",
                "so",
            ),
        ];
        let right = [
            ("In 2024 Russia’s surplus was US$13.83 bn. Russlands Überschuss betrug 13,83 Mrd. US-Dollar.", "so"),
            ("In 2024 Russia’s surplus was US$13.83 bn. In 2014 Russia’s surplus was US$18.33 bn.", "so"),
            ("In 2024 Russia’s surplus was US$13.83 bn. Russia’s surplus was not US$18.33 bn.", "so"),
            ("In 2024 Russia’s surplus was US$13.83 bn. Iran’s surplus was US$18.33 bn.", "so"),
        ];
        hold_in_pairs(CHECKS, "directions-2024", &wrong, &right);
    }

    #[test]
    fn what_lies_between_two_periods_is_a_figure_as_well() {
        // 106.48 in the first half of 2025, 53.213 in the first quarter, 125.8 in seven months.
        let wrong = [("In 2025 it was so. The first quarter brought US$52.313 bn.", "so")];
        let right = [
            ("In 2025 it was so. The second quarter brought US$53.27 bn.", "so"),
            ("2025 war es so. Das zweite Quartal brachte 53,27 Mrd. US-Dollar.", "so"),
            ("July 2025 alone brought US$19.32 bn.", "so"),
            ("In 2022 turnover grew by US$43.38 bn.", "so"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
