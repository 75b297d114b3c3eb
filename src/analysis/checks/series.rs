//! The figures of a series as the checks need them: by period, with what their rounding allows.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::{Finding, Material, Outcome, Subject, cited, read_in};
pub(super) use crate::analysis::reading::{agree, unit_of};
use crate::analysis::trade::{Flows, is_printed};
use crate::briefing::{Briefing, Citation, Key, Message, Observation, Period, Series, cores};

/// Everything a series has for one period, by the index of its flow.
#[derive(Default)]
pub(super) struct Figures<'a> {
    by_flow: BTreeMap<usize, Vec<&'a Observation>>,
}

impl<'a> Figures<'a> {
    /// The figures of a flow: the document's own before another's, a reported one before a derived one.
    pub fn of(&self, flow: usize) -> &[&'a Observation] {
        self.by_flow.get(&flow).map_or(&[], Vec::as_slice)
    }

    /// The figure that stands for a flow.
    pub fn best(&self, flow: usize) -> Option<&'a Observation> {
        self.of(flow).first().copied()
    }

    /// The figure that stands for each of some flows; none where one of them has none.
    pub fn all(&self, flows: &[usize]) -> Option<Vec<&'a Observation>> {
        flows.iter().map(|flow| self.best(*flow)).collect()
    }

    /// Both directions of a balance, forward first.
    pub fn pair(&self, (forward, backward): (usize, usize)) -> Option<[&'a Observation; 2]> {
        Some([self.best(forward)?, self.best(backward)?])
    }
}

/// The figures of a series by period.
pub(super) struct Periods<'a> {
    /// How the flows of the series belong together.
    pub flows: Flows,
    indices: HashMap<&'a Key, usize>,
    /// The two directions of totals that have one of each.
    pairs: HashMap<usize, (usize, usize)>,
    by_period: BTreeMap<Period, Figures<'a>>,
}

impl<'a> Periods<'a> {
    /// The figures of a period.
    pub fn get(&self, period: Period) -> Option<&Figures<'a>> {
        self.by_period.get(&period)
    }

    /// Each period with its figures, in the order of time.
    pub fn iter(&self) -> impl Iterator<Item = (Period, &Figures<'a>)> {
        self.by_period.iter().map(|(period, figures)| (*period, figures))
    }

    /// What a flow was in a period: its figure, or of a total that no source gives the sum of its two directions.
    pub fn value(&self, flow: usize, period: Period) -> Option<Decimal> {
        let figures = self.get(period)?;
        let summed = || {
            let [forward, backward] = figures.pair(*self.pairs.get(&flow)?)?;
            forward.value.checked_add(backward.value)
        };
        figures.best(flow).map(|figure| figure.value).or_else(summed)
    }

    /// The index of a flow by its key.
    pub fn flow_of(&self, key: &Key) -> Option<usize> {
        self.indices.get(key).copied()
    }

    /// The flow of the total that is meant where no other is named.
    pub fn main_total(&self) -> Option<usize> {
        self.flows.totals().first()?.flow
    }
}

/// The figures of a series by period. Values in a foreign unit are left out: they have a check of their own.
pub(super) fn by_period<'a>(briefing: &Briefing, series: &'a Series) -> Periods<'a> {
    let mut by_period: BTreeMap<Period, Figures<'_>> = BTreeMap::new();
    let indices: HashMap<_, _> = series.flows.iter().enumerate().map(|(index, flow)| (&flow.id, index)).collect();
    for observation in series.observations.iter().filter(|observation| observation.unit.is_none()) {
        let Some(flow) = indices.get(&observation.flow) else { continue };
        by_period.entry(observation.period).or_default().by_flow.entry(*flow).or_default().push(observation);
    }
    for list in by_period.values_mut().flat_map(|figures| figures.by_flow.values_mut()) {
        list.sort_by_cached_key(|o| (!is_printed(briefing, o), o.formula.is_some()));
    }
    let flows = Flows::of(series);
    let pairs = flows.balanced().filter_map(|(total, pair)| Some((total.flow?, pair))).collect();
    Periods { flows, indices, pairs, by_period }
}

/// A period of a series with its figures, and the briefing around it.
#[derive(Clone, Copy)]
pub(super) struct InPeriod<'a> {
    pub briefing: &'a Briefing,
    pub series: &'a Series,
    /// How the flows of the series belong together.
    pub flows: &'a Flows,
    pub period: Period,
    pub figures: &'a Figures<'a>,
}

/// What is found in each period of each series.
pub(super) fn each_period(material: &Material<'_>, find: fn(InPeriod<'_>) -> Vec<Finding>) -> Vec<Finding> {
    let briefing = material.briefing;
    let all = material.series.iter().flat_map(|(series, periods)| {
        let of = move |(period, figures)| InPeriod { briefing, series, flows: &periods.flows, period, figures };
        periods.iter().map(of)
    });
    cores::flat_map(&all.collect::<Vec<_>>(), |at| find(*at))
}

/// The name of a flow by its index.
pub(super) fn flow_name(series: &Series, flow: usize) -> String {
    series.flows.get(flow).map_or_else(String::new, |flow| flow.name.clone())
}

/// The values that a printed one can stand for: half a unit of its last digit to either side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    low: Decimal,
    high: Decimal,
}

impl Range {
    pub fn printed(value: Decimal) -> Option<Self> {
        Self { low: value, high: value }.wider(unit_of(value).checked_div(Decimal::TWO)?)
    }

    pub fn wider(self, by: Decimal) -> Option<Self> {
        Some(Self { low: self.low.checked_sub(by)?, high: self.high.checked_add(by)? })
    }

    /// Wider by a share of itself; for positive ranges.
    pub fn wider_by_share(self, share: Decimal) -> Option<Self> {
        let low = self.low.checked_mul(Decimal::ONE.checked_sub(share)?)?;
        Some(Self { low, high: self.high.checked_mul(Decimal::ONE.checked_add(share)?)? })
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// From this range to another that lies higher.
    pub const fn to(self, other: Self) -> Self {
        Self { low: self.low, high: other.high }
    }

    /// Forward less backward.
    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// Divided by a positive range; none where the divisor can be zero.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.low <= Decimal::ZERO || self.low < Decimal::ZERO {
            return None;
        }
        Some(Self { low: self.low.checked_div(other.high)?, high: self.high.checked_div(other.low)? })
    }

    /// A ratio as growth in per cent.
    pub fn as_growth(self) -> Option<Self> {
        let growth = |ratio: Decimal| ratio.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED);
        Some(Self { low: growth(self.low)?, high: growth(self.high)? })
    }

    /// Growth in per cent as a ratio.
    pub fn as_ratio(self) -> Option<Self> {
        let ratio = |percent: Decimal| percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE);
        Some(Self { low: ratio(self.low)?, high: ratio(self.high)? })
    }

    /// A ratio as a share in per cent.
    pub fn as_percent(self) -> Option<Self> {
        let percent = |ratio: Decimal| ratio.checked_mul(Decimal::ONE_HUNDRED);
        Some(Self { low: percent(self.low)?, high: percent(self.high)? })
    }

    /// Both ends through a function that rises.
    pub fn map(self, function: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(Self { low: function(self.low)?, high: function(self.high)? })
    }

    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub fn middle(self) -> Decimal {
        self.low.checked_add(self.high).and_then(|sum| sum.checked_div(Decimal::TWO)).unwrap_or(self.low)
    }
}

/// The average of a month, by which periods of different length compare.
pub(super) fn monthly(observation: &Observation) -> Option<Decimal> {
    /// Of 400 years of the calendar, days and months.
    const DAYS: u32 = 146_097;
    const MONTHS: u32 = 4_800;
    let period = observation.period;
    match period.months() {
        Some(months) => observation.value.checked_div(Decimal::from(months)),
        None => observation
            .value
            .checked_mul(Decimal::from(DAYS))?
            .checked_div(Decimal::from(period.length()).checked_mul(Decimal::from(MONTHS))?),
    }
}

/// What figures rest on: first their sentences, then their other sources.
pub(super) fn read_from(briefing: &Briefing, observations: &[&Observation]) -> Vec<Citation> {
    read_in(briefing, observations.iter().flat_map(|observation| &observation.citations))
}

/// What is wrong with a figure.
pub(super) fn wrong_figure(
    briefing: &Briefing,
    series: &Series,
    observation: &Observation,
    [title, detail]: [Message; 2],
) -> Finding {
    let (subject, citations) = (Subject::period(series, observation.period), read_from(briefing, &[observation]));
    let finding = Finding::new(Outcome::Fail, subject, title, detail, citations);
    finding.apart(&observation.flow).apart(&cited(&observation.citations))
}
