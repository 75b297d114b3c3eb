//! Figures of a sentence as values of the series that a briefing has, and rates as figures stated of them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::flows::{About, Ways};
use super::periods::Periods;
use super::{Found, Passage, Suggested};
use crate::analysis::reading::{Mention, Number, Quantity, Says, Sign, Unit, Way, What, codes_of, power_of};
use crate::analysis::trade::magnitude;
use crate::briefing::{self, Briefing, Key, Period, Series, StatedMeasure, Trade, scaled};

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

/// The series of a briefing with the ways that their goods go, which are read once for all sentences.
pub(super) struct Known<'b> {
    briefing: &'b Briefing,
    ways: Vec<Vec<Ways>>,
}

impl<'b> Known<'b> {
    /// Those of a briefing.
    pub fn of(briefing: &'b Briefing) -> Self {
        let of_trade = |trade: &Trade| trade.series.iter().map(|series| Ways::of(trade, series)).collect();
        Self { briefing, ways: briefing.trades.iter().map(of_trade).collect() }
    }

    /// Each with its places and its ways.
    fn series(&self) -> impl Iterator<Item = (usize, usize, &'b Series, &Ways)> {
        self.briefing.trades.iter().zip(&self.ways).enumerate().flat_map(|(at, (trade, ways))| {
            let own = trade.series.iter().zip(ways).enumerate();
            own.map(move |(number, (series, ways))| (at, number, series, ways))
        })
    }
}

/// What of a passage can stand in the series of a briefing.
pub(super) fn found(passage: &Passage<'_>, known: &Known<'_>) -> Vec<Found> {
    let reading = &passage.reading;
    if known.ways.is_empty() || reading.signs.iter().any(|sign| NO_VALUE.contains(&sign.says)) {
        return Vec::new();
    }
    let Some(periods) = Periods::of(passage, known.briefing.manifest.as_of) else { return Vec::new() };
    let finder = Finder { passage, known, periods };
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
    known: &'a Known<'a>,
    periods: Periods,
}

impl Finder<'_> {
    /// A figure of money as a value, or as the balance of a series in its currency.
    fn value(&self, mention: &Mention, quantity: &Quantity, about: &About) -> Vec<Found> {
        let (range, number) = (&mention.range, &quantity.number);
        let Some(codes) = self.currencies(number, range) else { return Vec::new() };
        let bounded = self.is_bounded(range);
        // `rose to` leads to a value, `rose by` does not.
        let change = self.before(range, &[Says::Rise, Says::Fall, Says::Growth], NEAR).last();
        let changed = change.is_some_and(|sign| !self.passage.reading.leads(sign.range.end..range.start));
        let Some(period) = self.periods.of_figure(self.passage, range).filter(|_| !bounded && !changed) else {
            return Vec::new();
        };
        let is_balance = matches!(about.says, Says::Surplus | Says::Deficit);
        self.placed(about, period, |series, ways| {
            let own =
                magnitude::power_of(&series.unit.scale).or_else(|| power_of(&series.unit.scale).map(u32::from))?;
            let power = i32::from(number.scale.unwrap_or_default()).checked_sub(own.cast_signed())?;
            let value = scaled(number.value, power).filter(|_| codes.contains(&series.unit.currency.as_str()))?;
            let is_forward = is_balance.then(|| about.is_forward(series, ways));
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
        let said = |all: &[Says]| self.before(range, all, NEAR).next().is_some();
        let way = quantity.way.or_else(|| match () {
            () if said(&[Says::Fall]) => Some(Way::Down),
            () if said(&[Says::Rise, Says::Growth]) => Some(Way::Up),
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
        self.placed(about, period, |series, _| {
            (codes.is_empty() || codes.contains(&series.unit.currency.as_str())).then_some(value)
        })
        .filter_map(|placed| {
            let growth_on = placed.series(self.known.briefing)?.growth_on;
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
        value: impl Fn(&Series, &Ways) -> Option<Decimal>,
    ) -> std::vec::IntoIter<Placed> {
        /// Of more flows than these nobody would choose one.
        const MOST: usize = 4;
        let is_over = period.days().1 <= self.known.briefing.manifest.as_of.last_day();
        let mut all = self.known.series().filter(|_| is_over);
        let found = all.find_map(|(at, number, series, ways)| {
            let value = value(series, ways)?;
            let flows = about.flows(series, ways, &self.passage.names);
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
        let mut bounds = self.before(range, &bounds, 2);
        bounds.any(|sign| !reaches(&sign.range))
    }

    /// Where one of some is said within so many words before a place.
    fn before<'s>(&'s self, range: &'s Range<usize>, all: &'s [Says], most: usize) -> impl Iterator<Item = &'s Sign> {
        let reading = &self.passage.reading;
        let signs = reading.signs.iter().filter(move |sign| all.contains(&sign.says) && sign.range.end <= range.start);
        signs.filter(move |sign| reading.apart(&sign.range, range).is_some_and(|apart| apart <= most))
    }
}
