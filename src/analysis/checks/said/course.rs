//! How the figures of a flow went from year to year.

use std::collections::BTreeMap;

use ahash::AHashSet;
use rust_decimal::Decimal;

use super::super::series::{Figures, Periods};
use super::super::texts::About;
use super::super::{Finding, Material};
use super::labels::{all_words, stands_alone, words_of};
use super::{Passage, each_passage};
use crate::analysis::reading::{Name, Named, Names, Says, Way};
use crate::analysis::trade;
use crate::briefing::{FlowRole, Period, Series};

/// A flow year by year.
#[derive(Default)]
pub(in super::super) struct Course {
    /// Whether it is the total that is meant where nothing else is said.
    pub is_total: bool,
    pub values: BTreeMap<i16, Decimal>,
    /// Growth in per cent, as published or else as it is computed.
    pub growth: BTreeMap<i16, Decimal>,
    /// Growth in the last period that has any, of whatever length.
    last: Option<Decimal>,
}

/// What is found in each sentence that is held against how the main series went.
pub(super) fn each<F: IntoIterator<Item = Finding>>(
    material: &Material<'_>,
    find: impl Fn(&Material<'_>, &Courses<'_>, &Passage<'_, '_>) -> F + Send + Sync,
) -> Vec<Finding> {
    let Some(courses) = material.courses() else { return Vec::new() };
    each_passage(material, |passage| find(material, courses, passage))
}

/// The flows of the main series.
pub(in super::super) struct Courses<'a> {
    pub all: Vec<Course>,
    /// What went one way less what went the other, year by year.
    balance: BTreeMap<i16, Decimal>,
    names: Names<'a>,
    /// Words of their labels, which stand for them where nothing beside them says of what else.
    words: Names<'a>,
    labels: AHashSet<String>,
}

const fn way(growth: Decimal) -> Option<Way> {
    if growth.is_zero() {
        None
    } else if growth.is_sign_negative() {
        Some(Way::Down)
    } else {
        Some(Way::Up)
    }
}

impl Course {
    fn of(series: &Series, periods: &Periods<'_>, flow: usize) -> Self {
        let mut course = Self { is_total: periods.main_total() == Some(flow), ..Self::default() };
        let mut rates: BTreeMap<Period, Decimal> = BTreeMap::new();
        for (period, _) in periods.iter() {
            let Some(value) = periods.value(flow, period) else { continue };
            if period.is_year() {
                course.values.insert(period.year(), value);
            }
            let before = series.growth_on.of(period).and_then(|before| periods.value(flow, before));
            let growth = before.and_then(|before| trade::growth(before, value));
            rates.extend(growth.map(|growth| (period, growth.value)));
        }
        let id = series.flows.get(flow).map(|flow| &flow.id);
        let published = series.published_growth.iter().filter(|growth| Some(&growth.flow) == id);
        rates.extend(published.map(|growth| (growth.period, growth.percent)));
        course.growth =
            rates.iter().filter(|(period, _)| period.is_year()).map(|(p, rate)| (p.year(), *rate)).collect();
        course.last = rates.iter().max_by_key(|(period, _)| period.days().1).map(|(_, rate)| *rate);
        course
    }

    /// By how much it was more or less in each year than in the year before.
    pub fn steps(&self) -> BTreeMap<i16, Decimal> {
        let before = |year: i16| self.values.get(&year.checked_sub(1)?);
        let step = |(year, value): (&i16, &Decimal)| Some((*year, value.checked_sub(*before(*year)?)?));
        self.values.iter().filter_map(step).collect()
    }

    /// Which way it went in a year.
    pub fn way(&self, year: i16) -> Option<Way> {
        self.growth.get(&year).and_then(|growth| way(*growth))
    }

    /// Which way it went last: in the last whole year, where there is more than one, or in the last period.
    pub fn last_way(&self) -> Option<Way> {
        let whole = (self.growth.len() > 1).then(|| self.growth.values().next_back().copied());
        whole.unwrap_or(self.last).and_then(way)
    }

    /// The years in which it went some way, from one on.
    pub fn years(&self, which: Way, from: i16) -> impl DoubleEndedIterator<Item = i16> + '_ {
        self.growth.range(from..).filter(move |(_, growth)| way(**growth) == Some(which)).map(|(year, _)| *year)
    }

    /// The most years one after the other in which it went some way.
    pub fn longest(&self, which: Way) -> usize {
        let (mut longest, mut run) = (0, 0);
        for growth in self.growth.values() {
            run = if way(*growth) == Some(which) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    }
}

impl<'a> Courses<'a> {
    /// Those of the main series; none without one.
    pub fn of(material: &Material<'a>) -> Option<Self> {
        let (series, periods) = material.main_series()?;
        let all: Vec<Course> = (0..series.flows.len()).map(|flow| Course::of(series, periods, flow)).collect();
        let (mut names, mut words) = (Names::default(), Names::default());
        let trade = material.briefing.trades.iter().find(|trade| trade.series.iter().any(|own| own.id == series.id))?;
        for flow in series.flows.iter().filter(|flow| flow.role == FlowRole::Total) {
            names.add(Named::Topic, &flow.id, &flow.name);
            for word in words_of(material, trade, flow) {
                words.add(Named::Topic, &flow.id, &word);
            }
        }
        let flows = series.flows.iter().map(|flow| flow.name.as_str());
        let labels = all_words(flows.chain([trade.subject.as_str()])).into_iter().collect();
        let pair = periods.flows.balanced().next().map(|(_, pair)| pair);
        let balance = |(period, at): (Period, &Figures<'_>)| {
            let [forward, backward] = at.pair(pair?)?;
            Some((period.year(), forward.value.checked_sub(backward.value)?))
        };
        let balance = periods.iter().filter(|(period, _)| period.is_year()).filter_map(balance).collect();
        Some(Self { all, balance, names, words, labels })
    }

    /// The total.
    pub fn total(&self) -> Option<&Course> {
        self.all.iter().find(|course| course.is_total)
    }

    /// How large the surplus was in the years in which the same side had it as in one.
    pub fn surplus(&self, year: i16) -> Option<Course> {
        let sign = self.balance.get(&year)?.is_sign_positive();
        let same = self.balance.iter().filter(|(_, value)| value.is_sign_positive() == sign);
        let values: BTreeMap<i16, Decimal> = same.map(|(year, value)| (*year, value.abs())).collect();
        let grew = |(year, value): (&i16, &Decimal)| {
            let before = values.get(&year.checked_sub(1)?)?;
            Some((*year, trade::growth(*before, *value)?.value))
        };
        let growth = values.iter().filter_map(grew).collect();
        Some(Course { values, growth, ..Course::default() })
    }

    /// Whether a sentence speaks of the figures.
    pub fn are_meant(&self, passage: &Passage<'_, '_>) -> bool {
        // Somebody's exports, and not sales of some goods.
        let of_state = || {
            passage.signs_of(&[Says::Exports, Says::Imports]).any(|sign| {
                passage.states().any(|name| passage.apart(&name.range, &sign.range).is_some_and(|words| words <= 2))
            })
        };
        let is_headline = matches!(passage.text.about, About::Trade) && &*passage.text.field == "trade-headline";
        let named = || {
            let names = passage.text.reading.names_of(&self.names);
            let words = passage.text.reading.names_of(&self.words);
            let here = |name: &Name<'_>| passage.range.contains(&name.range.start);
            let alone = |name: &Name<'_>| here(name) && stands_alone(&self.labels, passage, &name.range);
            names.iter().any(here) || words.iter().any(alone)
        };
        is_headline || passage.says(Says::Trade) || named() || of_state()
    }

    /// Whether it does, or goes on about what the sentence before it in its text speaks of: `In 2025 it fell.`
    pub fn are_meant_on(&self, passage: &Passage<'_, '_>) -> bool {
        /// A longer sentence says itself what it is about.
        const SHORT: usize = 9;
        if self.are_meant(passage) {
            return true;
        }
        let names_nothing = passage.names.is_empty() && !passage.says_any(&[Says::Exports, Says::Imports]);
        let short = || passage.text.reading.spelt(passage.range.clone()).count() <= SHORT;
        let before = || Passage::all(passage.text).take_while(|other| other.range.start < passage.range.start).last();
        names_nothing && short() && before().is_some_and(|before| self.are_meant(&before))
    }

    /// The flows that a sentence can speak of: the total, or any where it tells of a direction.
    pub fn meant(&self, passage: &Passage<'_, '_>) -> Vec<&Course> {
        let of_direction = passage.says_any(&[Says::Exports, Says::Imports, Says::Surplus, Says::Deficit, Says::Share]);
        self.all.iter().filter(|course| course.is_total || of_direction).collect()
    }
}
