//! Figures of a sentence as values of the series that a briefing has, and rates as figures stated of them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::flows::About;
use super::periods::Periods;
use super::{Found, Passage, Suggested};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Unit, Way, What, codes_of, power_of};
use crate::analysis::trade::magnitude;
use crate::briefing::{self, Briefing, Key, Period, Series, StatedMeasure, scaled};

/// A place among the figures of a briefing, and what would stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which of the files of trade, from nought.
    pub trade: usize,
    /// Which of its series, from nought.
    pub series: usize,
    /// The flow.
    pub flow: Key,
    /// What readers call the flow.
    pub called: String,
    /// The unit of the series.
    pub unit: briefing::Unit,
    /// The period.
    pub period: Period,
    /// The value, in the unit of the series or in per cent, with the digits it was printed with.
    pub value: Decimal,
}

impl Placed {
    /// The series.
    pub fn series<'b>(&self, briefing: &'b Briefing) -> Option<&'b Series> {
        briefing.trades.get(self.trade)?.series.get(self.series)
    }
}

/// What a sentence says in one of these ways is no value: what is only wished or aimed at, less or more than that, an average.
const NO_VALUE: [Says; 6] = [Says::Not, Says::Wish, Says::Goal, Says::Average, Says::ConstantPrices, Says::Each];
/// So many words stand between a figure and what says that it is a bound, or that something changed by it.
const NEAR: usize = 4;

/// What of a passage can stand in the series of a briefing.
pub(super) fn found(passage: &Passage<'_>, briefing: &Briefing) -> Vec<Found> {
    let reading = &passage.reading;
    if briefing.trades.is_empty() || reading.signs.iter().any(|sign| NO_VALUE.contains(&sign.says)) {
        return Vec::new();
    }
    let Some(periods) = Periods::of(passage, briefing.manifest.as_of) else { return Vec::new() };
    let finder = Finder { passage, briefing, periods };
    let mut found = Vec::new();
    for mention in &reading.mentions {
        let What::Quantity(quantity) = &mention.what else { continue };
        let Some(about) = About::of(reading, &passage.names, &mention.range, quantity.is_rate()) else { continue };
        match quantity.unit {
            None => found.extend(finder.value(mention, quantity, &about)),
            Some(Unit::PerCent) => found.extend(finder.rate(mention, quantity, &about)),
            Some(_) => {}
        }
    }
    found
}

struct Finder<'a> {
    passage: &'a Passage<'a>,
    briefing: &'a Briefing,
    periods: Periods,
}

impl Finder<'_> {
    /// A figure of money as a value, or as the balance of a series in its currency.
    fn value(&self, mention: &Mention, quantity: &Quantity, about: &About) -> Vec<Found> {
        let (range, number) = (&mention.range, &quantity.number);
        let Some(codes) = self.currencies(number, range) else { return Vec::new() };
        let bounded = self.is_bounded(range);
        let changed = self.said_before(range, &[Says::Rise, Says::Fall, Says::Growth], NEAR)
            && !self.passage.reading.leads(self.last(range, &[Says::Rise, Says::Fall, Says::Growth])..range.start);
        let Some(period) = self.periods.of_figure(self.passage, range).filter(|_| !bounded && !changed) else {
            return Vec::new();
        };
        let is_balance = matches!(about.says, Says::Surplus | Says::Deficit);
        self.placed(about, period, |series| {
            let own =
                magnitude::power_of(&series.unit.scale).or_else(|| power_of(&series.unit.scale).map(u32::from))?;
            let power = i32::from(number.scale.unwrap_or_default()).checked_sub(own.cast_signed())?;
            let value = scaled(number.value, power).filter(|_| codes.contains(&series.unit.currency.as_str()))?;
            let is_forward = is_balance.then(|| about.is_forward(series));
            match is_forward {
                None => Some(value),
                Some(forward) => forward.map(|forward| if forward { value } else { -value }),
            }
        })
        .map(|placed| {
            let what = if is_balance {
                Suggested::Stated { measure: StatedMeasure::Balance, from: None, placed }
            } else {
                Suggested::Observation(placed)
            };
            (super::figures::whole(self.passage, mention), what)
        })
        .collect()
    }

    /// A rate as growth, or as the share of a direction.
    fn rate(&self, mention: &Mention, quantity: &Quantity, about: &About) -> Vec<Found> {
        let range = &mention.range;
        let Some((base, period)) = self.periods.of_rate(self.passage, range) else { return Vec::new() };
        let signs = &self.passage.reading.signs;
        let is_share = signs.iter().any(|sign| sign.says == Says::Share) && quantity.way.is_none();
        let way = quantity.way.or_else(|| match () {
            () if self.said_before(range, &[Says::Fall], NEAR) => Some(Way::Down),
            () if self.said_before(range, &[Says::Rise, Says::Growth], NEAR) => Some(Way::Up),
            () => None,
        });
        let is_direction = matches!(about.says, Says::Exports | Says::Imports);
        let (measure, value) = match (is_share, way) {
            (true, _) if is_direction => (StatedMeasure::Share, quantity.number.value),
            (false, Some(Way::Up)) => (StatedMeasure::Growth, quantity.number.value.abs()),
            (false, Some(Way::Down)) => (StatedMeasure::Growth, -quantity.number.value.abs()),
            _ => return Vec::new(),
        };
        if matches!(about.says, Says::Surplus | Says::Deficit) {
            return Vec::new();
        }
        // The series in whose currency the sentence has a figure, where it has one.
        let codes: Vec<&str> = self
            .passage
            .reading
            .mentions
            .iter()
            .filter_map(|other| match &other.what {
                What::Quantity(own) if own.unit.is_none() => self.currencies(&own.number, &other.range),
                _ => None,
            })
            .flatten()
            .collect();
        self.placed(about, period, |series| {
            (codes.is_empty() || codes.contains(&series.unit.currency.as_str())).then_some(value)
        })
        .filter_map(|placed| {
            let growth_on = self.briefing.trades.get(placed.trade)?.series.get(placed.series)?.growth_on;
            let from = match measure {
                StatedMeasure::Growth => Some(base.or_else(|| growth_on.of(period))?),
                _ => None,
            };
            let what = Suggested::Stated { measure, from, placed };
            Some((super::figures::whole(self.passage, mention), what))
        })
        .collect()
    }

    /// Where it can stand: in the first series that has a value for it, in each flow that it can be of.
    fn placed(
        &self,
        about: &About,
        period: Period,
        value: impl Fn(&Series) -> Option<Decimal>,
    ) -> std::vec::IntoIter<Placed> {
        /// Of more flows than these nobody would choose one.
        const MOST: usize = 4;
        let is_over = period.days().1 <= self.briefing.manifest.as_of.last_day();
        let all = self.briefing.trades.iter().enumerate().filter(|_| is_over);
        let mut all = all.flat_map(|(at, trade)| trade.series.iter().enumerate().map(move |own| (at, trade, own)));
        let found = all.find_map(|(at, trade, (number, series))| {
            let value = value(series)?;
            let flows = about.flows(trade, series, &self.passage.names);
            let placed = |flow: &usize| {
                let flow = series.flows.get(*flow)?;
                let (called, unit) = (flow.name.clone(), series.unit.clone());
                Some(Placed { trade: at, series: number, flow: flow.id.clone(), called, unit, period, value })
            };
            (1..=MOST).contains(&flows.len()).then(|| flows.iter().filter_map(placed).collect::<Vec<_>>())
        });
        found.unwrap_or_default().into_iter()
    }

    /// The currencies that a number can be in, by the sign before it or a word beside it.
    fn currencies(&self, number: &Number, range: &Range<usize>) -> Option<Vec<&'static str>> {
        if let Some(codes) = number.sign.and_then(codes_of) {
            return Some(codes.to_vec());
        }
        let near = |sign: &Range<usize>| self.passage.reading.apart(sign, range).is_some_and(|apart| apart <= 1);
        self.passage.reading.signs.iter().find_map(|sign| match sign.says {
            Says::Money(code) if near(&sign.range) => Some(vec![code]),
            _ => None,
        })
    }

    /// Whether a figure is said to be less or more than what it counts; `reached` is neither.
    fn is_bounded(&self, range: &Range<usize>) -> bool {
        let signs = &self.passage.reading.signs;
        let reaches =
            |place: &Range<usize>| signs.iter().any(|sign| sign.says == Says::Reaches && sign.range == *place);
        let bounds = [Says::Over, Says::Under, Says::More, Says::Nearly, Says::Between];
        signs.iter().filter(|sign| bounds.contains(&sign.says) && !reaches(&sign.range)).any(|sign| {
            let before = sign.range.end <= range.start;
            before && self.passage.reading.apart(&sign.range, range).is_some_and(|apart| apart <= 2)
        })
    }

    /// Whether one of some is said within so many words before a place.
    fn said_before(&self, range: &Range<usize>, all: &[Says], most: usize) -> bool {
        let reading = &self.passage.reading;
        let mut signs = reading.signs.iter().filter(|sign| all.contains(&sign.says) && sign.range.end <= range.start);
        signs.any(|sign| reading.apart(&sign.range, range).is_some_and(|apart| apart <= most))
    }

    /// Where the last of some ends before a place.
    fn last(&self, range: &Range<usize>, all: &[Says]) -> usize {
        let signs = self.passage.reading.signs.iter().rev();
        signs
            .filter(|sign| all.contains(&sign.says))
            .map(|sign| sign.range.end)
            .find(|end| *end <= range.start)
            .unwrap_or(0)
    }
}
