//! Rates in words: is a rate that a text gives the one of the data, in its direction, and of what it is said to be?

use std::sync::Arc;

use rust_decimal::Decimal;

use super::figures_said::{NEAR as BESIDE, beside, years_named};
use super::known::{Rate, Rates, digits, slips, years};
use super::said::Passage;
use super::series::agree;
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Unit, Way, What};
use crate::briefing::{Message, Period, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "rate-in-text",
        needs: Needs::Figures,
        holds: label!(checks::rate_in_text),
        run: |material| each_held(material, of_text),
    },
    Check {
        key: "rise-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::rise_in_text),
        run: |material| each_held(material, turned),
    },
];

/// So many words may stand between a figure and the rate by which it grew.
const NEAR: usize = 9;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, mention) in text.reading.mentions.iter().enumerate() {
        let rate = match &mention.what {
            What::Quantity(quantity) if quantity.is_rate() => quantity,
            What::Fraction(part, Some(way)) => {
                found.extend(fraction(material, text, mention, (*part, *way)));
                continue;
            }
            _ => continue,
        };
        let said = text.part(&mention.range);
        let title = message!(findings::rate_in_text, said = said.clone());
        let detail = wrong(material, text, (at, rate));
        let finding = |detail| text.finding(material.briefing, Outcome::Fail, title, detail).apart(&said);
        found.extend(detail.map(|detail| finding(detail).likely_caused_by(&said)));
    }
    found
}

/// The periods that a rate can be of: of the figure just before it, or else of the years that the text is about.
struct Spoken {
    periods: Vec<Period>,
    /// The series of that figure, where the text leaves no doubt that it is its rate.
    sure: Option<usize>,
}

fn spoken_of(material: &Material<'_>, text: &Text<'_>, at: usize) -> Spoken {
    let known = material.known();
    let mentions = &text.reading.mentions;
    let before = at.checked_sub(1).and_then(|before| mentions.get(before));
    let figure = before.and_then(|before| {
        let What::Quantity(quantity) = &before.what else { return None };
        let near = text.reading.between(before.range.end..mentions[at].range.start)? <= NEAR;
        let telling = near && quantity.unit.is_none() && digits(quantity.number.value) >= 4;
        let figures = telling.then(|| known.figures(&quantity.number, true))?;
        let series = figures.first()?.series;
        let own = figures.iter().filter(|figure| figure.series == series);
        Some((own.map(|figure| figure.period).collect(), series))
    });
    // `64.2 % above those of 2021`: a rate against a year that is not the one before.
    let against = mentions.get(at + 1).and_then(|next| match next.what {
        What::Day(day) => day.year.filter(|_| {
            text.reading.between(mentions[at].range.end..next.range.start).is_some_and(|tokens| tokens <= 6)
        }),
        _ => None,
    });
    let figure = figure.filter(|(periods, _): &(Vec<Period>, usize)| {
        against.is_none_or(|year| periods.iter().any(|period| period.year() - 1 == year || period.year() == year))
    });
    if let Some((periods, series)) = figure {
        return Spoken { periods, sure: Some(series) };
    }
    let mut named: Vec<i16> = text.reading.years().collect();
    match text.about {
        About::Event(event) if named.is_empty() => named.push(event.from.first_day().year()),
        About::Milestone(milestone) if named.is_empty() => named.push(milestone.on.first_day().year()),
        About::Observation(observation) => named.extend(years(observation.period)),
        _ => {}
    }
    let periods = named.iter().flat_map(|year| known.periods_of(*year)).copied().collect();
    Spoken { periods, sure: None }
}

fn wrong(material: &Material<'_>, text: &Text<'_>, (at, rate): (usize, &Quantity)) -> Option<Message> {
    let spoken = spoken_of(material, text, at);
    let known = material.known();
    let growth: Vec<Arc<Rates>> =
        spoken.periods.iter().map(|period| known.growth(material, *period, spoken.sure)).collect();
    let value = rate.number.value;
    let alike: Vec<Rate> = growth.iter().flat_map(|rates| rates.like(&rate.number)).copied().collect();
    let said = || text.part(&text.reading.mentions[at].range);
    let in_text = || text.text.to_owned();
    let others: Vec<&Quantity> = material
        .texts()
        .beside(material.briefing, text)
        .into_iter()
        .flat_map(|text| text.reading.quantities())
        .filter(|quantity| quantity.is_rate())
        .collect();
    let repeated: Vec<&&Quantity> = others.iter().filter(|other| other.number.is_like(&rate.number)).collect();
    // Points are of shares and rates; what grew did so by per cent.
    if rate.unit == Some(Unit::Points) {
        let as_rate = alike.iter().any(|other| other.value.scale() == value.scale() && digits(value) >= 2);
        let as_other = repeated.iter().any(|other| other.unit == Some(Unit::PerCent))
            && !repeated.iter().any(|other| other.unit == Some(Unit::Points));
        return (as_rate || as_other).then(|| message!(findings::rate_points, said = said(), text = in_text()));
    }
    if let Some(way) = rate.way {
        let along = |other: &Rate| (other.value >= Decimal::ZERO) == (way == Way::Up);
        let large = |other: &&Rate| other.value.abs() >= Decimal::ONE || spoken.sure.is_some();
        let printed: Vec<&Rate> = alike.iter().filter(large).collect();
        let against = !printed.is_empty() && !printed.iter().any(|other| along(other));
        let published: Vec<&Rate> = alike.iter().filter(|rate| rate.slack.is_zero()).collect();
        let told_against = !published.is_empty() && !published.iter().any(|other| along(other));
        let ways: Vec<Way> = repeated.iter().filter_map(|other| other.way).collect();
        let told = if ways.is_empty() { against && digits(value) >= 2 } else { !ways.contains(&way) };
        if told && (against || told_against && !ways.is_empty() || !ways.is_empty() && !alike.iter().any(along)) {
            return Some(message!(findings::rate_turned, said = said(), text = in_text()));
        }
    }
    if let Some(detail) = of_another_year(material, text, (at, rate)) {
        return Some(detail);
    }
    if !is_between_figures(text, &rate.number) {
        let of_figures = of_no_year(material, text, (at, rate)).or_else(|| each_year(material, text, (at, rate)));
        if let Some(detail) = of_figures {
            return Some(detail);
        }
    }
    if let (About::Observation(observation), true) = (text.about, rate.way.is_some() && repeated.is_empty()) {
        // Against the value that the note is of: `110.98 stood 64.2 % above it`.
        let figures: Vec<Decimal> = text
            .reading
            .quantities()
            .filter(|own| own.unit.is_none() && own.number.is_fraction() && digits(own.number.value) >= 3)
            .map(|own| own.number.value)
            .take(8)
            .collect();
        let growth = |from: Decimal, to: Decimal| crate::analysis::trade::growth(from, to).map(|own| own.value);
        let own = observation.value.abs();
        let all = figures.iter().flat_map(|figure| [growth(own, *figure), growth(*figure, own)]).flatten();
        let all: Vec<Decimal> = all.map(|rate| rate.abs().round_dp(value.scale())).collect();
        if !all.iter().any(|own| rate.number.agrees(*own)) {
            let slips = slips(value, true);
            if let Some(meant) = all.into_iter().find(|own| slips.contains(own)) {
                return Some(message!(findings::rate_slip, said = said(), meant = meant, text = in_text()));
            }
        }
    }
    // `the fall is 66.67 %`, by which it rose from the first year to the last.
    if let Some(way) = rate.way.filter(|_| alike.is_empty() && digits(value) >= 3) {
        let ends: Vec<Decimal> = ends(material).into_iter().filter(|end| rate.number.agrees(*end)).collect();
        if !ends.is_empty() && ends.iter().all(|end| (*end >= Decimal::ZERO) != (way == Way::Up)) {
            return Some(message!(findings::rate_turned, said = said(), text = in_text()));
        }
    }
    let exact = alike.iter().any(|other| other.is_as_exact_as(&rate.number));
    // What something grew by is no share of it.
    let is_share =
        || spoken.periods.iter().any(|period| known.shares(material, *period).like(&rate.number).next().is_some());
    if exact
        || is_between_figures(text, &rate.number)
        || !repeated.is_empty()
        || rate.unit != Some(Unit::PerCent)
        || rate.way.is_none() && is_share()
    {
        return None;
    }
    if spoken.sure.is_some() && rate.way.is_some() && growth.iter().any(|rates| !rates.is_empty()) && alike.is_empty() {
        let all = growth.iter().flat_map(|rates| rates.iter());
        let nearest = all.min_by_key(|other| (other.value.abs() - value).abs())?.value.round_dp(2);
        return Some(message!(findings::rate_unlike, said = said(), nearest = nearest, text = in_text()));
    }
    // What the text gives as well was not mistaken for this.
    let own = |value: &Decimal| text.reading.quantities().any(|quantity| quantity.number.value == *value);
    let meant = meant(rate, &growth, &others).filter(|meant| !own(meant))?;
    Some(message!(findings::rate_slip, said = said(), meant = meant, text = in_text()))
}

/// A rate that stands right beside a year in which nothing grew by it, and is that of another.
fn of_another_year(material: &Material<'_>, text: &Text<'_>, (at, rate): (usize, &Quantity)) -> Option<Message> {
    let telling = rate.unit == Some(Unit::PerCent) && digits(rate.number.value) >= 2 && rate.number.is_fraction();
    let year = telling.then(|| beside(text, at, &years_named(text), BESIDE))??;
    let known = material.known();
    let grew = |period: &Period| known.growth(material, *period, None).agreeing(&rate.number).next().is_some();
    let shared = |period: &Period| known.shares(material, *period).like(&rate.number).next().is_some();
    if known.periods_of(year).iter().any(|period| grew(period) || shared(period)) {
        return None;
    }
    // Something else may have grown by as much: another text about the same has to say it of the other year.
    let periods = known.periods_of_rate(&rate.number, year);
    let told = |other: &&Text<'_>| {
        let says = other.reading.quantities().any(|other| other.is_rate() && other.number.is_like(&rate.number));
        let named: Vec<i16> = if says { other.reading.years().collect() } else { Vec::new() };
        !named.contains(&year) && periods.iter().any(|period| years(*period).any(|year| named.contains(&year)))
    };
    // `6.9 % less than in 2024`: the year that something is counted from.
    let counted_from = periods.iter().any(|period| period.year() == year.saturating_add(1));
    if periods.is_empty() || counted_from || !material.texts().beside(material.briefing, text).iter().any(told) {
        return None;
    }
    Some(message!(
        findings::rate_year,
        said = text.part(&text.reading.mentions[at].range),
        year = Period::of_year(year),
        periods = Value::list(periods.into_iter().take(3)),
        text = text.text.to_owned()
    ))
}

/// Whether a rate is the growth from a figure of its text to another.
fn is_between_figures(text: &Text<'_>, number: &Number) -> bool {
    let figures = between_figures(text);
    figures.iter().any(|own| number.agrees(own.round_dp(number.value.scale() + 1)))
}

/// A rise or fall right beside a year in which nothing of the figures that the sentence speaks of grew by as much.
fn of_no_year(material: &Material<'_>, text: &Text<'_>, (at, rate): (usize, &Quantity)) -> Option<Message> {
    let telling = rate.unit == Some(Unit::PerCent) && rate.way.is_some() && digits(rate.number.value) >= 2;
    let years = telling.then(|| years_named(text))?;
    let year = beside(text, at, &years, BESIDE)?;
    let range = &text.reading.mentions[at].range;
    let passage = Passage::around(text, range.start)?;
    let known = material.known();
    let rates = |year: i16| known.growth(material, Period::of_year(year), None);
    let is_of = |year: i16, number: &Number| rates(year).like(number).next().is_some();
    if passage.parts().next().is_some() || passage.is_open() {
        return None;
    }
    // The sentence speaks of the figures, or has another rate of theirs beside its year.
    let another = || {
        text.reading.mentions.iter().enumerate().any(|(other, mention)| match &mention.what {
            What::Quantity(quantity) if other != at && quantity.is_rate() && digits(quantity.number.value) >= 2 => {
                let here = passage.range.contains(&mention.range.start);
                here && beside(text, other, &years, BESIDE).is_some_and(|year| is_of(year, &quantity.number))
            }
            _ => false,
        })
    };
    let is_meant = material.courses().is_some_and(|courses| {
        let total = !passage.says_any(&[Says::Exports, Says::Imports, Says::Share, Says::Surplus, Says::Deficit]);
        total && courses.are_meant(&passage)
    });
    let shared = known.shares(material, Period::of_year(year)).like(&rate.number).next().is_some();
    let (_, periods) = material.main_series()?;
    periods.get(Period::of_year(year))?;
    let next = is_of(year.saturating_add(1), &rate.number);
    // A series may be counted in per cent itself.
    let is_level = known.figures(&rate.number, true).iter().any(|figure| figure.period.year() == year);
    if is_level {
        return None;
    }
    if rates(year).is_empty() || is_of(year, &rate.number) || next || shared || !(is_meant || another()) {
        return None;
    }
    let value = rate.number.value;
    let nearest = rates(year).iter().map(|rate| rate.value).min_by_key(|own| (own.abs() - value).abs())?.round_dp(2);
    let said = text.part(range);
    Some(message!(findings::rate_unlike, said = said, nearest = nearest, text = text.text.to_owned()))
}

/// `18.56 % a year`: the growth of each year between two that the text names, compounded.
fn each_year(material: &Material<'_>, text: &Text<'_>, (at, rate): (usize, &Quantity)) -> Option<Message> {
    let range = &text.reading.mentions[at].range;
    let passage = Passage::around(text, range.start)?;
    let yearly = passage
        .signs_of(&[Says::Per(12)])
        .any(|sign| sign.range.start >= range.end && passage.apart(range, &sign.range).is_some_and(|words| words <= 1));
    if rate.unit != Some(Unit::PerCent) || !yearly || digits(rate.number.value) < 3 {
        return None;
    }
    let total = material.courses()?.total()?;
    let mut years: Vec<i16> = text.reading.years().filter(|year| total.values.contains_key(year)).collect();
    years.sort_unstable();
    years.dedup();
    years.truncate(12);
    let pairs = years.iter().enumerate().flat_map(|(at, to)| years[..at].iter().map(move |from| (*from, *to)));
    let grown: Vec<Decimal> = pairs
        .filter_map(|(from, to)| {
            let apart = u16::try_from(to - from).ok()?;
            let (first, last) = (total.values.get(&from)?, total.values.get(&to)?);
            Some(crate::analysis::trade::compound_growth(*first, *last, apart)?.value)
        })
        .collect();
    // Figures to fewer digits come to a little more or less.
    let near = |own: &Decimal| (own.abs() - rate.number.value).abs() <= Decimal::new(2, 1);
    if grown.is_empty() || grown.iter().any(near) {
        return None;
    }
    let value = rate.number.value;
    let nearest = grown.into_iter().min_by_key(|own| (own.abs() - value).abs())?.round_dp(2);
    let said = text.part(range);
    Some(message!(findings::rate_unlike, said = said, nearest = nearest, text = text.text.to_owned()))
}

/// The rate that a slip of the hand made this one of: one of the data whose digits were exchanged, or one that another
/// text about the same gives, in the same direction.
fn meant(rate: &Quantity, growth: &[Arc<Rates>], beside: &[&Quantity]) -> Option<Decimal> {
    let value = rate.number.value;
    if digits(value) < 2 {
        return None;
    }
    let fits = |other: Decimal| rate.way.is_none_or(|way| (other >= Decimal::ZERO) == (way == Way::Up));
    let exchanged = slips(value, true);
    let one = |slip: &Decimal| growth.iter().flat_map(|rates| rates.as_large_as(*slip)).any(|other| fits(other.value));
    if let Some(meant) = exchanged.iter().find(|slip| one(slip)) {
        return Some(*meant);
    }
    let all = slips(value, false);
    let told = beside
        .iter()
        .filter(|other| other.way == rate.way && other.way.is_some() && other.number.value.scale() == value.scale());
    told.map(|other| other.number.value).find(|other| all.contains(other) && digits(*other) >= 2 && value.scale() > 0)
}

/// A part of the whole by which something grew or fell, against the rates that others give of it.
fn fraction(
    material: &Material<'_>,
    text: &Text<'_>,
    mention: &Mention,
    (part, way): (Decimal, Way),
) -> Option<Finding> {
    /// So many points a part in words may be off.
    const OFF: Decimal = Decimal::from_parts(2, 0, 0, false, 0);
    /// So many, where it is said to be more or nearly as much.
    const FAR: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
    let percent = part * Decimal::ONE_HUNDRED;
    let here = Passage::around(text, mention.range.start)?;
    if is_of_time(text, mention) {
        return None;
    }
    let is_bound = |says| here.near_before(&mention.range, &[says], 2);
    let (less, more) = match (is_bound(Says::More) || is_bound(Says::Over), is_bound(Says::Nearly)) {
        (true, _) => (OFF, FAR),
        (_, true) => (FAR, OFF),
        _ => (OFF, OFF),
    };
    let near = |rate: Decimal| (percent - less..=percent + more).contains(&rate.abs());
    let beside = material.texts().beside(material.briefing, text);
    let own: Vec<i16> = text.reading.years().collect();
    let rates: Vec<&Quantity> = beside.iter().flat_map(|text| rates_of(text, &own)).collect();
    // From the first figure that the document gives to the last, and by what else is told.
    let mut known = ends(material);
    // Where the figures themselves tell which way, a rate without one says nothing.
    let told = known.iter().any(|rate| near(*rate));
    let rates = rates.iter().filter(|rate| rate.way.is_some() || !told);
    known.extend(rates.map(|rate| rate.number.value * sign(rate.way.unwrap_or(way))));
    known.extend(between_figures(text));
    let of_years = own.iter().flat_map(|year| material.known().periods_of(*year));
    let grown = of_years.map(|period| material.known().growth(material, *period, None));
    known.extend(grown.flat_map(|rates| rates.iter().map(|rate| rate.value).collect::<Vec<_>>()));
    let named: Vec<i16> = here.all_years().into_iter().collect();
    let of_extreme = named.is_empty() || here.says_any(&[Says::Highest, Says::Lowest, Says::Record]);
    known.extend(apart(material, &named, of_extreme));
    let along = |rate: &Decimal| near(*rate) && (*rate >= Decimal::ZERO) == (way == Way::Up);
    if known.is_empty() || known.iter().any(along) {
        return None;
    }
    let said = text.part(&mention.range);
    let nearest = known.iter().min_by_key(|rate| (rate.abs() - percent).abs())?.round_dp(1);
    let title = message!(findings::rate_in_text, said = said.clone());
    let detail = message!(findings::rate_unlike, said = said.clone(), nearest = nearest, text = text.text.to_owned());
    Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said))
}

/// By how much each flow was more or less in one year than in another, where one of the two is named, or is its highest or lowest and
/// that is spoken of or no year is: `a third below 2016`, `a third below its maximum`.
fn apart(material: &Material<'_>, named: &[i16], extreme: bool) -> Vec<Decimal> {
    /// So many years of a flow are held against each other.
    const MANY: usize = 40;
    let flows =
        material.series.iter().flat_map(|(series, periods)| (0..series.flows.len()).map(move |at| (periods, at)));
    let mut found = Vec::new();
    for (periods, flow) in flows {
        let years = periods.iter().map(|(period, _)| period).filter(|period| period.is_year());
        let all: Vec<(i16, Decimal)> =
            years.filter_map(|period| Some((period.year(), periods.value(flow, period)?))).take(MANY).collect();
        let values = || all.iter().map(|(_, value)| *value);
        let ends = [values().min(), values().max()];
        let is_meant = |(year, value): &(i16, Decimal)| named.contains(year) || extreme && ends.contains(&Some(*value));
        for (at, from) in all.iter().enumerate() {
            let later = all.iter().skip(at + 1).filter(|to| is_meant(from) || is_meant(to));
            let growth = |from, to| Some(crate::analysis::trade::growth(from, to)?.value);
            found.extend(later.flat_map(|to| [growth(from.1, to.1), growth(to.1, from.1)]).flatten());
        }
    }
    found
}

/// `A year and a half`: how long something took, and no part of a whole.
fn is_of_time(text: &Text<'_>, mention: &Mention) -> bool {
    const TIMES: [&str; 16] = [
        "year", "years", "month", "months", "week", "weeks", "decade", "decades", "année", "années", "año", "años",
        "Jahr", "Jahre", "год", "года",
    ];
    let before = text.text.get(..mention.range.start).unwrap_or_default();
    before.split_whitespace().rev().take(2).any(|word| TIMES.contains(&word))
}

/// The rates of a text by which something can have grown that is told of other years: those of a year by itself are not.
fn rates_of<'t>(text: &'t Text<'_>, years: &[i16]) -> impl Iterator<Item = &'t Quantity> {
    /// So many words stand between a rate and the year that it is of.
    const OF_YEAR: usize = 2;
    let mentions = &text.reading.mentions;
    mentions.iter().enumerate().filter_map(move |(at, mention)| {
        let What::Quantity(quantity) = &mention.what else { return None };
        let next = mentions.get(at + 1).filter(|next| {
            let near = text.reading.between(mention.range.end..next.range.start);
            near.is_some_and(|words| words <= OF_YEAR)
        });
        let of_another = next.and_then(Mention::year).is_some_and(|year| !years.contains(&year));
        let large = quantity.unit == Some(Unit::PerCent) && quantity.number.value >= Decimal::new(5, 0);
        (large && !of_another).then_some(quantity)
    })
}

/// The growth from any figure of a text to any later one that is given alike; of a table of many none.
fn between_figures(text: &Text<'_>) -> Vec<Decimal> {
    const MANY: usize = 8;
    let is_figure = |one: &&Quantity| {
        one.number.is_fraction() || digits(one.number.value) >= 3 && !one.spelled && !one.number.is_year()
    };
    let figures: Vec<&Quantity> =
        text.reading.quantities().filter(|one| one.unit.is_none()).filter(is_figure).take(MANY).collect();
    let pairs = figures.iter().enumerate();
    let pairs = pairs.flat_map(|(at, from)| figures.iter().skip(at + 1).map(move |to| (from, to)));
    let alike = pairs.filter(|(from, to)| {
        from.number.scale == to.number.scale || from.number.scale.is_none() || to.number.scale.is_none()
    });
    let growth = |(from, to): (&&Quantity, &&Quantity)| {
        crate::analysis::trade::growth(from.number.value, to.number.value).map(|growth| growth.value)
    };
    alike.filter_map(growth).filter(|growth| !growth.is_zero()).collect()
}

const fn sign(way: Way) -> Decimal {
    match way {
        Way::Up => Decimal::ONE,
        Way::Down => Decimal::NEGATIVE_ONE,
    }
}

/// The growth of the main total between any two years that the document gives.
fn ends(material: &Material<'_>) -> Vec<Decimal> {
    let Some((_, periods)) = material.main_series() else { return Vec::new() };
    let Some(flow) = periods.main_total() else { return Vec::new() };
    let printed: Vec<Decimal> = periods
        .iter()
        .filter(|(period, _)| period.is_year())
        .flat_map(|(_, figures)| figures.of(flow).iter().copied())
        .filter(|observation| crate::analysis::trade::is_printed(material.briefing, observation))
        .map(|observation| observation.value)
        .take(12)
        .collect();
    let pairs = printed.iter().enumerate().flat_map(|(index, to)| printed[..index].iter().map(move |from| (from, to)));
    pairs.filter_map(|(from, to)| crate::analysis::trade::growth(*from, *to)).map(|growth| growth.value).collect()
}

/// A rise that is one in numbers and a fall in words, or the other way round: `rose from 244.8 to 146.9`.
fn turned(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let mentions = &text.reading.mentions;
    let numbers: Vec<(usize, &Quantity)> = mentions
        .iter()
        .enumerate()
        .filter_map(|(at, mention)| match &mention.what {
            What::Quantity(quantity) if digits(quantity.number.value) >= 2 && !quantity.spelled => Some((at, quantity)),
            _ => None,
        })
        .collect();
    let [(first, a), (second, b)] = numbers[..] else { return None };
    let alike = a.unit == b.unit && (a.number.scale == b.number.scale || a.number.scale.is_none());
    let leads = text.reading.leads(mentions[first].range.end..mentions[second].range.start);
    let start = mentions[first].range.start;
    let way = text.reading.way_before(start).filter(|_| text.reading.comes_from(start))?;
    let rises = b.number.value > a.number.value;
    if !alike || !leads || a.number.value == b.number.value || agree(a.number.value, b.number.value) {
        return None;
    }
    if rises == (way == Way::Up) {
        return None;
    }
    let (from, to) = (text.part(&mentions[first].range), text.part(&mentions[second].range));
    let detail = message!(findings::rise_turned, from = from, to = to, text = text.text.to_owned());
    Some(text.finding(material.briefing, Outcome::Fail, label!(findings::rise_in_text), detail))
}
