//! The figures and rates of all series, for finding the one that a text speaks of by its digits.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use rust_decimal::Decimal;

use super::Material;
use super::series::{Periods, agree, unit_of};
use crate::analysis::reading::{Measure, Number, codes_of, scale_of};
use crate::analysis::trade;
use crate::briefing::{Observation, Period, Series, Unit};

/// Whose rates of which period are asked for: those of one series, or of all.
type Asked = (Period, Option<usize>);

/// A number is held against no more rates than these: so many are like any number, and tell nothing.
const MANY: usize = 500;

/// No more of what lies near a number is looked at than this, for the same reason.
const NEAR: usize = 256;

/// A figure of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// How large it is, whatever its sign.
    pub value: Decimal,
    /// The number of its series.
    pub series: usize,
    /// The number of its flow; none of a balance or a sum.
    pub flow: Option<usize>,
    pub period: Period,
}

/// The figures and published rates of a briefing.
#[derive(Default)]
pub(super) struct Known {
    /// In the order of their values.
    figures: Vec<Figure>,
    /// The unit of each series, the power of ten of its scale, and what it measures, where it is no money.
    units: Vec<(Option<u8>, Option<Measure>, Unit)>,
    /// The powers of ten that any series counts in.
    powers: BTreeSet<u8>,
    published: HashMap<(usize, Period), Vec<Decimal>>,
    /// Every published rate with its period, in the order of how large it is.
    printed: Vec<(Decimal, Period)>,
    /// The series that have a figure or a rate of each period, the first of very many.
    holders: HashMap<Period, Vec<usize>>,
    /// The rates of each period that were asked for, of one series or of all.
    rates: Mutex<HashMap<Asked, Arc<Rates>>>,
    /// The shares of each period that were asked for.
    shares: Mutex<HashMap<Period, Arc<Rates>>>,
    periods: BTreeMap<i16, Vec<Period>>,
}

impl Known {
    pub fn of(material: &Material<'_>) -> Self {
        let mut known = Self::default();
        for (number, (series, periods)) in material.series.iter().enumerate() {
            let (power, measure) = scale_of(&series.unit.scale);
            known.units.push((power, measure, series.unit.clone()));
            known.powers.extend(power);
            let figure = |value: Decimal, flow, period| Figure { value: value.abs(), series: number, flow, period };
            let of_flow = |o: &Observation| figure(o.value, periods.flow_of(&o.flow), o.period);
            known.figures.extend(series.observations.iter().map(of_flow));
            let published = series.published_growth.iter().map(|growth| growth.period);
            let given = series.observations.iter().map(|observation| observation.period);
            for period in given.chain(published).chain(series.stated_figures.iter().map(|stated| stated.period)) {
                let holders = known.holders.entry(period).or_default();
                if holders.last() != Some(&number) && holders.len() <= MANY {
                    holders.push(number);
                }
            }
            for growth in &series.published_growth {
                known.published.entry((number, growth.period)).or_default().push(growth.percent);
            }
            for stated in &series.stated_figures {
                known.published.entry((number, stated.period)).or_default().push(stated.value);
            }
            for (period, figures) in periods.iter() {
                for year in years(period) {
                    known.periods.entry(year).or_default().push(period);
                }
                let pairs = periods.flows.totals().iter().filter_map(|total| figures.pair(total.pair?));
                let both = |[a, b]: [&crate::briefing::Observation; 2]| {
                    [a.value.checked_sub(b.value), a.value.checked_add(b.value)].into_iter().flatten()
                };
                known.figures.extend(pairs.flat_map(both).map(|value| figure(value, None, period)));
            }
        }
        known.figures.sort_by_key(|figure| figure.value);
        let printed = known.published.iter().flat_map(|((_, period), rates)| rates.iter().map(|rate| (*rate, *period)));
        known.printed = printed.collect();
        known.printed.sort_unstable_by_key(|(rate, period)| (rate.abs(), *rate, rate.scale(), *period));
        known.printed.dedup_by_key(|(rate, period)| (*rate, rate.scale(), *period));
        for list in known.periods.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        known
    }

    /// The figures that a number can be, each in the scale that it names; where `strict`, only those that round to all
    /// its digits.
    pub fn figures(&self, number: &Number, strict: bool) -> Vec<Figure> {
        self.alike(number, strict, true)
    }

    /// The figures that a number can be once its word of scale is left out.
    pub fn figures_of_any_scale(&self, number: &Number) -> Vec<Figure> {
        self.alike(&Number { scale: None, ..*number }, false, true)
    }

    /// The figures that a number can be once its sign is left out.
    pub fn figures_of_any_currency(&self, number: &Number) -> Vec<Figure> {
        self.alike(number, false, false)
    }

    fn alike(&self, number: &Number, strict: bool, in_currency: bool) -> Vec<Figure> {
        let mut found = Vec::new();
        for reading in number.readings() {
            for (power, scaled) in self.scaled(number, reading) {
                let near = near(&self.figures, scaled, |figure| figure.value);
                let fits = |figure: &&Figure| {
                    let (own, measure, unit) = &self.units[figure.series];
                    let same = if strict { rounds_to(figure.value, scaled) } else { agree(scaled, figure.value) };
                    same && (number.scale.is_none() || *own == power)
                        && number.can_be_in(*measure)
                        && (!in_currency || number.sign.is_none_or(|sign| is_sign_of(sign, unit)))
                };
                found.extend(near.iter().filter(fits));
            }
        }
        found.dedup();
        found
    }

    /// Whether a number can be a value of a series, in the scale that it names.
    pub fn can_be(&self, number: &Number, value: Decimal, series: usize) -> bool {
        let Some((own, measure, unit)) = self.units.get(series) else { return false };
        let fits = |(power, scaled): (Option<u8>, Decimal)| (power.is_none() || power == *own) && agree(scaled, value);
        let in_unit = number.can_be_in(*measure) && number.sign.is_none_or(|sign| is_sign_of(sign, unit));
        in_unit && number.readings().any(|reading| self.scaled(number, reading).into_iter().any(fits))
    }

    /// A reading of a number in each scale that a series counts in.
    fn scaled(&self, number: &Number, reading: Decimal) -> Vec<(Option<u8>, Decimal)> {
        let Some(own) = number.scale else { return vec![(None, reading)] };
        let in_scale = |power: u8| {
            let factor = |by: u8| 10_u64.checked_pow(by.into()).map(Decimal::from);
            let value = if own >= power {
                reading.checked_mul(factor(own - power)?)?
            } else {
                reading.checked_div(factor(power - own)?)?.normalize()
            };
            // What was rounded in millions is rounded as far in billions.
            let scale = if own >= power { reading.scale().saturating_sub((own - power).into()) } else { value.scale() };
            let mut value = value;
            value.rescale(scale);
            Some((Some(power), value))
        };
        self.powers.iter().copied().filter_map(in_scale).collect()
    }

    /// The periods that lie in a year, whole or in part.
    pub fn periods_of(&self, year: i16) -> &[Period] {
        self.periods.get(&year).map_or(&[], Vec::as_slice)
    }

    /// The periods of other years for which a rate was published.
    pub fn periods_of_rate(&self, number: &Number, other_than: i16) -> BTreeSet<Period> {
        let near = number.readings().flat_map(|reading| near(&self.printed, reading, |(rate, _)| rate.abs()));
        let is = |rate: Decimal| rate.scale() >= number.value.scale() && number.agrees(rate);
        let of_others = near.filter(|(rate, period)| is(*rate) && !years(*period).any(|year| year == other_than));
        of_others.map(|(_, period)| *period).collect()
    }

    /// The growth of any flow in a period, as published and as it is computed, of one series or of all; none where there
    /// are more than [`MANY`].
    pub fn growth(&self, material: &Material<'_>, period: Period, of: Option<usize>) -> Arc<Rates> {
        once(&self.rates, (period, of), || self.rates_of(material, period, of))
    }

    /// The shares of the directions in a period, in per cent.
    pub fn shares(&self, material: &Material<'_>, period: Period) -> Arc<Rates> {
        once(&self.shares, period, || self.shares_of(material, period))
    }

    fn rates_of(&self, material: &Material<'_>, period: Period, of: Option<usize>) -> Vec<Rate> {
        let own = of.map(|own| vec![own]);
        let mut found = Vec::new();
        for number in own.as_deref().unwrap_or_else(|| self.holders(period)) {
            let Some((series, periods)) = material.series.get(*number) else { continue };
            let published = self.published.get(&(*number, period)).into_iter().flatten();
            found.extend(published.map(|value| Rate { value: *value, slack: Decimal::ZERO }));
            found.extend(computed(series, periods, period).take(MANY + 1));
            if found.len() > MANY {
                return Vec::new();
            }
        }
        found
    }

    /// The series that have a figure or a rate of a period, the first of very many.
    fn holders(&self, period: Period) -> &[usize] {
        self.holders.get(&period).map_or(&[], Vec::as_slice)
    }

    fn shares_of(&self, material: &Material<'_>, period: Period) -> Vec<Rate> {
        let mut found = Vec::new();
        for (_, periods) in self.holders(period).iter().filter_map(|number| material.series.get(*number)) {
            let Some(figures) = periods.get(period) else { continue };
            for pair in periods.flows.totals().iter().filter_map(|total| figures.pair(total.pair?)) {
                let [a, b] = pair.map(|observation| observation.value);
                found.extend([share(a, b), share(b, a)].into_iter().flatten());
            }
        }
        found
    }
}

/// Rates or shares of one period, found by how large they are: a text is held against few of them.
#[derive(Debug, Default)]
pub(super) struct Rates {
    /// In the order of how large they are, whatever their sign; each once.
    rates: Vec<Rate>,
    /// By how much the most uncertain of them can be off.
    slack: Decimal,
}

impl Rates {
    fn of(mut rates: Vec<Rate>) -> Self {
        rates.sort_unstable_by_key(|rate| (rate.value.abs(), rate.value, rate.value.scale(), rate.slack));
        rates.dedup_by_key(|rate| (rate.value, rate.value.scale(), rate.slack));
        let slack = rates.iter().map(|rate| rate.slack).max().unwrap_or_default();
        Self { rates, slack }
    }

    pub const fn is_empty(&self) -> bool {
        self.rates.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Rate> {
        self.rates.iter()
    }

    /// Those that a number can be, whatever their sign.
    pub fn like<'s>(&'s self, number: &'s Number) -> impl Iterator<Item = &'s Rate> + 's {
        let near = number.readings().flat_map(|reading| self.within(reading, self.slack));
        near.filter(|rate| rate.is(number))
    }

    /// Those that a number agrees with, without regard to what the rounding of their figures leaves open.
    pub fn agreeing<'s>(&'s self, number: &'s Number) -> impl Iterator<Item = &'s Rate> + 's {
        let near = number.readings().flat_map(|reading| self.within(reading, Decimal::ZERO));
        near.filter(|rate| number.agrees(rate.value))
    }

    /// Those whose ratio a number can be, `1.107` and `0.107` of 10.7 %, or `0.893` of a fall by it.
    pub fn near_ratio(&self, number: &Number) -> impl Iterator<Item = &Rate> {
        let targets = number.readings().flat_map(|reading| {
            let width = unit_of(reading).checked_mul(Decimal::ONE_HUNDRED);
            [Some(reading), reading.checked_sub(Decimal::ONE)].map(|ratio| {
                let rate = ratio.and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED));
                Some((rate?.abs(), width?))
            })
        });
        targets.flatten().flat_map(|(rate, width)| between(&self.rates, rate, width, |rate| rate.value.abs()))
    }

    /// Those that are as large as a value, whatever their sign.
    pub fn as_large_as(&self, value: Decimal) -> &[Rate] {
        between(&self.rates, value, Decimal::ZERO, |rate| rate.value.abs())
    }

    fn within(&self, reading: Decimal, slack: Decimal) -> &[Rate] {
        let width = unit_of(reading).max(Decimal::ONE).max(slack);
        between(&self.rates, reading, width, |rate| rate.value.abs())
    }
}

/// The rates that were asked for, worked out the first time.
fn once<K: Eq + Hash>(asked: &Mutex<HashMap<K, Arc<Rates>>>, key: K, find: impl FnOnce() -> Vec<Rate>) -> Arc<Rates> {
    let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(asked.entry(key).or_insert_with(|| Arc::new(Rates::of(find()))))
}

/// What a printed value can be, of what is in the order of how large it is. Where so much lies within one of it that it
/// tells nothing, what lies within a unit of its last digit: what it is is among that.
pub(super) fn near<T>(sorted: &[T], value: Decimal, size: impl Fn(&T) -> Decimal) -> &[T] {
    let unit = unit_of(value);
    let mut near = between(sorted, value, unit.max(Decimal::ONE), &size);
    if near.len() > NEAR {
        near = between(sorted, value, unit, &size);
    }
    near.get(..NEAR).unwrap_or(near)
}

/// What lies no further from a value than a width, of what is in the order of how large it is.
fn between<T>(sorted: &[T], value: Decimal, width: Decimal, size: impl Fn(&T) -> Decimal) -> &[T] {
    let low = value.checked_sub(width).unwrap_or(Decimal::MIN);
    let high = value.checked_add(width).unwrap_or(Decimal::MAX);
    let from = sorted.partition_point(|item| size(item) < low);
    let to = sorted.partition_point(|item| size(item) <= high);
    sorted.get(from..to).unwrap_or_default()
}

/// A rate of growth or a share in per cent, and by how much the rounding of what it was computed from lets it be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rate {
    pub value: Decimal,
    pub slack: Decimal,
}

impl Rate {
    /// Whether a number can be it, whatever its sign.
    pub fn is(&self, number: &Number) -> bool {
        let within = |reading: Decimal| (reading - self.value.abs()).abs() <= self.slack;
        number.agrees(self.value) || number.readings().any(within)
    }

    /// Whether it is printed with as many digits as a number that it is like.
    pub const fn is_as_exact_as(&self, number: &Number) -> bool {
        self.value.scale() >= number.value.scale()
    }
}

/// The growth of each flow of a series in a period, of its balance among them, against the periods that a reader would
/// count it from.
fn computed<'s>(series: &'s Series, periods: &'s Periods<'_>, period: Period) -> impl Iterator<Item = Rate> + 's {
    let befores = [series.growth_on.of(period), period.previous()].into_iter().flatten();
    let both = befores.filter_map(move |before| Some((periods.get(before)?, periods.get(period)?)));
    both.flat_map(move |(then, now)| {
        let of_flow = move |flow: usize| {
            let to_and_from = move |to| then.of(flow).iter().map(move |from| (to, from));
            now.of(flow).iter().flat_map(to_and_from)
        };
        let figures = (0..series.flows.len())
            .flat_map(of_flow)
            .filter_map(|(to, from)| rate(from.value, to.value, unit_of(from.value).max(unit_of(to.value))));
        let pairs = periods.flows.totals().iter().filter_map(|total| total.pair);
        let balances = pairs.filter_map(move |pair| {
            let (from, to) = (then.pair(pair)?, now.pair(pair)?);
            let unit = from.iter().chain(&to).map(|observation| unit_of(observation.value)).max()?;
            let balance = |[a, b]: [&crate::briefing::Observation; 2]| a.value.checked_sub(b.value);
            rate(balance(from)?, balance(to)?, unit * Decimal::TWO)
        });
        figures.chain(balances)
    })
}

/// The growth from one value to another that are rounded to some unit.
fn rate(from: Decimal, to: Decimal, unit: Decimal) -> Option<Rate> {
    let slack = unit.checked_mul(Decimal::ONE_HUNDRED).and_then(|unit| unit.checked_div(from.abs()))?;
    Some(Rate { value: trade::growth(from, to)?.value, slack })
}

/// The share of a part in the sum of it and the rest, each rounded to its last digit.
fn share(part: Decimal, rest: Decimal) -> Option<Rate> {
    let slack = rate(part.checked_add(rest)?, part, unit_of(part).max(unit_of(rest)))?.slack;
    Some(Rate { value: trade::share(part, &[rest])?.value, slack })
}

/// The years that a period lies in.
pub(super) fn years(period: Period) -> impl Iterator<Item = i16> {
    let (first, last) = period.days();
    let named = [first.year(), last.year(), period.year()];
    let mut named = named.to_vec();
    named.sort_unstable();
    named.dedup();
    named.into_iter()
}

/// Whether a sign can be that of a unit. Another sign of the same currency is no other unit: `$` for `US$`.
pub(super) fn is_sign_of(sign: &str, unit: &Unit) -> bool {
    sign == unit.sign || codes_of(sign).is_some_and(|codes| codes.contains(&unit.currency.as_str()))
}

/// Whether a value is another once it is rounded or cut to its digits.
fn rounds_to(value: Decimal, to: Decimal) -> bool {
    value.scale() >= to.scale() && agree(value, to)
}

/// How many digits of a number say something: neither the noughts before it nor those that only say how large it is.
pub(super) fn digits(value: Decimal) -> usize {
    let written = value.mantissa().unsigned_abs().to_string();
    if value.scale() == 0 { written.trim_end_matches('0').len() } else { written.trim_start_matches('0').len() }
}

/// What a hand that slips once makes of a number: two digits exchanged, one taken for another, one lost, the point moved.
pub(super) fn slips(value: Decimal, only_exchanged: bool) -> Vec<Decimal> {
    let written: Vec<char> = value.mantissa().unsigned_abs().to_string().chars().collect();
    let scale = value.scale();
    let mut found: Vec<Decimal> = Vec::new();
    let mut add = |digits: &[char], scale: u32| {
        let text: String = digits.iter().collect();
        let mantissa = text.parse::<i64>().ok().filter(|_| scale <= 20);
        found.extend(mantissa.map(|mantissa| Decimal::new(mantissa, scale)));
    };
    for at in 1..written.len() {
        for from in 0..at {
            // Of a short number only neighbours are exchanged.
            if from + 1 == at || written.len() > 4 {
                let mut other = written.clone();
                other.swap(from, at);
                add(&other, scale);
            }
        }
    }
    if !only_exchanged {
        for at in 0..written.len() {
            for digit in '0'..='9' {
                let mut other = written.clone();
                other[at] = digit;
                add(&other, scale);
            }
        }
        for at in 0..=written.len() {
            for digit in '0'..='9' {
                let mut other = written.clone();
                other.insert(at, digit);
                add(&other, scale);
                add(&other, scale + 1);
            }
        }
        for by in 1..=3 {
            if let Some(scale) = scale.checked_sub(by) {
                add(&written, scale);
            }
            add(&written, scale + by);
        }
    }
    found.retain(|other| *other != value);
    found
}
