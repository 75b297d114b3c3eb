//! The main series as sentences speak of it: whether it is meant at all, which of its flows, of which periods, and what a
//! number comes to in its unit.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::figures_said::beside;
use super::super::known::{digits, is_sign_of};
use super::super::series::Periods;
use super::super::texts::Text;
use super::super::{Finding, Material};
use super::course::{Course, Courses};
use super::{Passage, each_passage};
use crate::analysis::reading::{Mention, Named, Number, Part, Quantity, Reading, Says, power_of};
use crate::analysis::reference::states_named;
use crate::briefing::{FlowRole, Key, Period, Series};

/// What a sentence can speak of: a flow, or the difference of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Flow(usize),
    Balance(usize, usize),
}

/// The main series, and the words that it goes by.
pub(super) struct Figures<'m, 'a> {
    series: &'a Series,
    periods: &'m Periods<'a>,
    courses: &'m Courses<'a>,
    called: &'m Called,
}

/// The words that the main series goes by.
pub(in super::super) struct Called {
    /// What its goods are called.
    nouns: Vec<Says>,
    /// The states that it is between.
    parties: BTreeSet<Key>,
    codes: Vec<String>,
}

/// A sentence of so few words speaks of what the sentences around it do.
const SHORT: usize = 12;

/// What is found in each sentence that is held against the main series.
pub(super) fn each<F: IntoIterator<Item = Finding>>(
    material: &Material<'_>,
    find: impl Fn(&Material<'_>, &Figures<'_, '_>, &Passage<'_, '_>) -> F + Send + Sync,
) -> Vec<Finding> {
    let Some(figures) = Figures::of(material) else { return Vec::new() };
    each_passage(material, |passage| find(material, &figures, passage))
}

impl Called {
    /// By the names of its flows and the subjects of all figures.
    pub fn of(material: &Material<'_>) -> Self {
        let subjects = material.briefing.trades.iter().map(|trade| trade.subject.as_str());
        let flows = material.main_series().into_iter().flat_map(|(series, _)| &series.flows);
        let named: Vec<Reading<'_>> =
            flows.map(|flow| flow.name.as_str()).chain(subjects).map(|text| Reading::of(text, 0)).collect();
        let states = named.iter().flat_map(|reading| reading.names_of(&material.texts().names));
        let parties: BTreeSet<Key> =
            states.filter(|name| name.kind == Named::State).map(|name| name.of.clone()).collect();
        let codes =
            parties.iter().filter_map(|key| material.briefing.state(key)).map(|state| state.alpha2.clone()).collect();
        let nouns = [Says::Trade, Says::Freight];
        let signs = || named.iter().flat_map(|reading| &reading.signs);
        let nouns = nouns.into_iter().filter(|noun| signs().any(|sign| sign.says == *noun)).collect();
        Self { nouns, parties, codes }
    }
}

impl<'m, 'a> Figures<'m, 'a> {
    /// Those of the main series; none without one.
    pub fn of(material: &'m Material<'a>) -> Option<Self> {
        let (series, periods) = material.main_series()?;
        Some(Self { series, periods, courses: material.courses()?, called: material.called() })
    }

    /// Whether a sentence speaks of it and of nobody else's figures.
    pub fn are_meant(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> bool {
        let parties = &self.called.parties;
        if passage.states().any(|name| !parties.is_empty() && !parties.contains(name.of)) {
            return false;
        }
        // `Output was larger`, where output has a series of its own.
        if names_strange_state(passage, &self.called.codes) || material.measures().are_of_others(passage) {
            return false;
        }
        let is_short = || passage.text.reading.spelt(passage.range.clone()).count() <= SHORT;
        self.courses.are_meant(passage)
            || passage.says_any(&self.called.nouns)
            || is_short() && tells(material, passage.text)
    }

    /// What a sentence can speak of: the balance, any flow where it tells of a direction, or else the total.
    pub fn meant(&self, passage: &Passage<'_, '_>) -> Vec<Of> {
        if passage.says_any(&[Says::Surplus, Says::Deficit]) {
            return self.balances().collect();
        }
        if passage.says_any(&[Says::Exports, Says::Imports, Says::Share]) {
            return (0..self.series.flows.len()).map(Of::Flow).collect();
        }
        self.periods.main_total().map(Of::Flow).into_iter().collect()
    }

    fn balances(&self) -> impl Iterator<Item = Of> + '_ {
        self.periods.flows.balanced().map(|(_, (forward, backward))| Of::Balance(forward, backward))
    }

    /// What something was in a period.
    pub fn value(&self, of: Of, period: Period) -> Option<Decimal> {
        match of {
            Of::Flow(flow) => self.periods.value(flow, period),
            Of::Balance(forward, backward) => {
                let [a, b] = self.periods.get(period)?.pair((forward, backward))?;
                Some(a.value.checked_sub(b.value)?.abs())
            }
        }
    }

    /// What a flow is of the whole.
    pub fn role(&self, flow: usize) -> Option<FlowRole> {
        self.series.flows.get(flow).map(|flow| flow.role)
    }

    /// Each flow and each balance.
    pub fn all(&self) -> Vec<Of> {
        (0..self.series.flows.len()).map(Of::Flow).chain(self.balances()).collect()
    }

    /// Everything that the series has of a period, of each flow and each balance.
    pub fn values(&self, period: Period) -> Vec<Decimal> {
        self.all().into_iter().filter_map(|of| self.value(of, period)).collect()
    }

    /// Of everything that it can speak of, the value in two periods.
    pub fn in_both(&self, meant: &[Of], a: Period, b: Period) -> Vec<(Decimal, Decimal)> {
        meant.iter().filter_map(|of| Some((self.value(*of, a)?, self.value(*of, b)?))).collect()
    }

    /// The periods within another that are of so many months; none where one is missing.
    pub fn within(&self, whole: Period, months: u32) -> Option<Vec<Period>> {
        let parts = self.periods.iter().map(|(period, _)| period);
        let parts: Vec<Period> = parts.filter(|part| part.months() == Some(months) && whole.holds(*part)).collect();
        (Some(u32::try_from(parts.len()).ok()? * months) == whole.months()).then_some(parts)
    }

    /// What a number with a scale comes to in the unit of the series.
    pub fn in_unit(&self, number: &Number) -> Option<Decimal> {
        let (own, unit) = (number.scale?, power_of(&self.series.unit.scale)?);
        if number.sign.is_some_and(|sign| !is_sign_of(sign, &self.series.unit)) {
            return None;
        }
        let factor = |by: u8| 10_u64.checked_pow(by.into()).map(Decimal::from);
        let value = number.or.filter(|or| or.scale() == 0).unwrap_or(number.value);
        if own >= unit { value.checked_mul(factor(own - unit)?) } else { value.checked_div(factor(unit - own)?) }
    }

    /// The total year by year.
    pub fn total(&self) -> Option<&Course> {
        self.courses.total()
    }
}

/// Whether a sentence names a state that the briefing has no name of, besides those of some codes.
pub(super) fn names_strange_state(passage: &Passage<'_, '_>, codes: &[String]) -> bool {
    let mut capitals = passage.text.reading.capitals().filter(|(range, _)| passage.range.contains(&range.start));
    let known = |range: &Range<usize>| passage.is_named(range);
    let elsewhere = |code: &str| !codes.iter().any(|own| own == code);
    // Letters such as `US` stand before a sign of money.
    let is_name = |word: &str| word.chars().count() > 3 || !word.is_ascii();
    capitals.any(|(range, word)| is_name(word) && !known(&range) && states_named(word).any(elsewhere))
}

/// Whether a text gives figures that are known to many digits.
pub(super) fn tells(material: &Material<'_>, text: &Text<'_>) -> bool {
    let telling = |number: &Number| digits(number.value) >= 4 && !material.known().figures(number, true).is_empty();
    text.reading.quantities().any(|quantity| quantity.unit.is_none() && telling(&quantity.number))
}

/// The periods that a sentence names, years and parts of years, each with its place. A part without a year is of the only
/// year, or that of the part before it.
pub(super) fn periods(passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Period)> {
    let parts: Vec<&Part> = passage.parts().collect();
    let years = passage.years();
    let mut last = match years[..] {
        [(_, year)] => Some(year),
        _ => None,
    };
    let borrowed = parts.iter().any(|part| part.year.is_none()) && last.is_some();
    let mut found: Vec<(Range<usize>, Period)> = Vec::new();
    for part in &parts {
        last = part.year.or(last);
        let of_year = Part { year: last, ..(*part).clone() };
        found.extend(of_year.period().map(|period| (part.range.clone(), period)));
    }
    let is_of_part = |range: &Range<usize>, year: i16| {
        let near = |part: &&Part| passage.apart(&part.range, range).is_some_and(|words| words <= 3);
        parts.iter().filter(|part| part.year == Some(year)).any(near)
    };
    let alone = years.into_iter().filter(|(range, year)| !borrowed && !is_of_part(range, *year));
    found.extend(alone.map(|(range, year)| (range, Period::of_year(year))));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The period that a number of a sentence is of: the only one that is named, or the one beside it.
pub(super) fn period_of(passage: &Passage<'_, '_>, mention: &Mention) -> Option<Period> {
    /// So many words stand between a figure and its period.
    const NEAR: usize = 6;
    let all = periods(passage);
    let figures = passage.quantities().filter(|(_, quantity)| quantity.number.scale.is_some()).count();
    match all[..] {
        [] => None,
        [(_, one)] if figures <= 2 => Some(one),
        _ => {
            let at = passage.text.reading.mentions.iter().position(|other| other.range == mention.range)?;
            beside(passage.text, at, &all, NEAR)
        }
    }
}

/// Whether a sentence speaks of how the main series went, or stands in a text that does and is about nothing else up to a
/// place: `2024 was the highest.`
pub(super) fn are_meant_in(
    material: &Material<'_>,
    courses: &Courses<'_>,
    passage: &Passage<'_, '_>,
    place: usize,
) -> bool {
    courses.are_meant(passage) || names_no_other(passage, place) && are_around(material, courses, passage)
}

/// Whether the text around a sentence tells of the figures.
pub(super) fn are_around(material: &Material<'_>, courses: &Courses<'_>, passage: &Passage<'_, '_>) -> bool {
    tells(material, passage.text) || Passage::all(passage.text).any(|other| courses.are_meant(&other))
}

/// Whether a sentence names nothing before a place that it could be about instead: no name, no goods, no word that the
/// language is not known to have.
pub(super) fn names_no_other(passage: &Passage<'_, '_>, place: usize) -> bool {
    let span = passage.range.start..place.max(passage.range.start);
    passage.names.is_empty() && !has_other_words(passage, span)
}

/// Whether a part of a sentence has words besides names, numbers and what is read, of which it could be instead: `oil`,
/// `of food`.
pub(super) fn has_other_words(passage: &Passage<'_, '_>, span: Range<usize>) -> bool {
    /// Shorter words hold a sentence together.
    const LONG: usize = 4;
    let reading = &passage.text.reading;
    let is_read = |range: &Range<usize>| {
        let signs = passage.signs.iter().map(|sign| &sign.range);
        let mentions = passage.mentions.iter().map(|mention| &mention.range);
        signs.chain(mentions).any(|own| own.start <= range.start && range.end <= own.end) || passage.is_named(range)
    };
    // `34.3 billion`: the scale is read, though it stands behind its number.
    let counted = |(mention, quantity): (&Mention, &Quantity)| quantity.number.scale.map(|_| mention.range.end);
    let scales: Vec<usize> = passage.quantities().filter_map(counted).collect();
    let is_scale = |range: &Range<usize>| {
        scales.iter().any(|end| *end <= range.start && reading.between(*end..range.start) == Some(0))
    };
    reading.words_between(span).any(|(range, word)| {
        let long = word.chars().count() >= LONG && !reading.is_known_word(range.start, word);
        long && !is_read(&range) && !is_scale(&range)
    })
}
