//! The measures that a briefing has figures of: each is known in texts by the words of its own labels, whatever it is that
//! was measured.

use std::collections::{BTreeMap, BTreeSet};

use ahash::{AHashMap, AHashSet};
use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Material, Subject};
use super::Passage;
use super::figures::{names_no_other, names_strange_state, periods};
use super::labels::{all_words, stands_alone, states, words_of};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Named, Names, Says};
use crate::briefing::{Key, Period, Series, Trade};

/// All of them, and the names that they go by.
pub(in super::super) struct Measures<'a> {
    names: Names<'a>,
    /// Every word of their labels.
    labels: AHashSet<String>,
    by_key: AHashMap<&'a Key, Measure<'a>>,
    series: AHashMap<&'a Key, usize>,
    main: Option<Measure<'a>>,
}

/// A flow of a series.
#[derive(Clone)]
pub(super) struct Measure<'a> {
    series: usize,
    flow: usize,
    /// The states that its labels name.
    parties: BTreeSet<&'a Key>,
}

/// So many series, and flows of each, are looked for in texts.
const MANY: usize = 40;

impl<'a> Measures<'a> {
    pub fn of(material: &Material<'a>) -> Self {
        let mut own = Self {
            names: Names::default(),
            labels: AHashSet::new(),
            by_key: AHashMap::new(),
            series: AHashMap::new(),
            main: None,
        };
        let trades =
            || material.briefing.trades.iter().flat_map(|trade| trade.series.iter().map(move |of| (trade, of)));
        let all = || {
            let flows = |(number, (trade, series)): (usize, (&'a Trade, &'a Series))| {
                let flows = series.flows.iter().enumerate().take(MANY);
                flows.map(move |(flow, of)| (number, flow, trade, series, of))
            };
            trades().enumerate().take(MANY).flat_map(flows)
        };
        // A word that is the whole name of one is no part of another's.
        let whole: BTreeSet<String> = all().map(|(.., flow)| fold(&flow.name)).collect();
        let mut seen = BTreeSet::new();
        for (number, index, trade, series, flow) in all() {
            own.series.entry(&series.id).or_insert(number);
            let labels = [trade.subject.as_str(), &flow.name, &series.reporter];
            let parties = labels.iter().flat_map(|label| states(material, label)).collect();
            own.labels.extend(all_words(labels));
            let measure = Measure { series: number, flow: index, parties };
            let is_main =
                material.main_number() == Some(number) && material.series[number].1.main_total() == Some(index);
            if is_main {
                own.main = Some(measure.clone());
            }
            // What stands in two units goes by one name, which is that of the first.
            let key = [&flow.id, &series.id].into_iter().find(|key| !own.by_key.contains_key(key));
            let Some(key) = key.filter(|_| seen.insert(fold(&flow.name))) else { continue };
            own.by_key.insert(key, measure);
            own.names.add(Named::Topic, key, &flow.name);
            for word in words_of(material, trade, flow).into_iter().filter(|word| !whole.contains(word)) {
                own.names.add(Named::Topic, key, &word);
            }
        }
        own
    }

    /// The only measure that a sentence names by its label, and speaks of as the briefing does.
    fn named(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<&Measure<'a>> {
        let names = passage.text.reading.names_of(&self.names);
        let mut here = names.iter().filter(|name| passage.range.contains(&name.range.start)).peekable();
        let key = here.peek()?.of;
        let measure = self.by_key.get(key)?;
        let of_else = passage.says_any(&[Says::World, Says::Mankind, Says::People])
            || is_of_others(material, measure, passage)
            || passage.is_of_another_body(material);
        here.all(|name| name.of == key && stands_alone(&self.labels, passage, &name.range))
            .then_some(measure)
            .filter(|_| !of_else)
    }

    /// What a sentence can be of up to a place: the measure that it names, that its note is of, or that what it goes on
    /// about names.
    pub(super) fn meant(
        &self,
        material: &Material<'_>,
        passage: &Passage<'_, '_>,
        place: usize,
    ) -> Option<&Measure<'a>> {
        let directions = [Says::Exports, Says::Imports, Says::Surplus, Says::Deficit, Says::Share, Says::Growth];
        if passage.says_any(&directions) {
            return None;
        }
        let named = self.of_itself(material, passage);
        if named.is_some() || !names_no_other(passage, place) {
            return named;
        }
        if let About::Observation(_) = passage.text.about {
            return self.of_note(material, passage);
        }
        let before = before(passage).and_then(|before| self.of_itself(material, &before));
        before.or_else(|| self.of_itself(material, &statement(material, passage)?))
    }

    /// The measure that a sentence is of by itself.
    fn of_itself(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<&Measure<'a>> {
        let main = || self.main.as_ref().filter(|main| self.is_meant(material, main, passage));
        self.named(material, passage).or_else(main)
    }

    /// Whether a sentence speaks of the main series without its label, and of nobody else's.
    fn is_meant(&self, material: &Material<'_>, main: &Measure<'_>, passage: &Passage<'_, '_>) -> bool {
        material.courses().is_some_and(|courses| courses.are_meant(passage))
            && !is_of_others(material, main, passage)
            && passage.signs_of(&[Says::Trade]).all(|sign| stands_alone(&self.labels, passage, &sign.range))
            && !passage.is_of_another_body(material)
    }

    /// The measure that a note is of.
    fn of_note(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<&Measure<'a>> {
        let (About::Observation(own), Subject::Period(series, _)) = (passage.text.about, &passage.text.subject) else {
            return None;
        };
        let number = *self.series.get(series)?;
        let flow = material.series.get(number)?.1.flow_of(&own.flow)?;
        self.by_key.values().find(|measure| measure.series == number && measure.flow == flow)
    }

    /// The period that a sentence speaks of besides some that it names: the only other one, that of its note, or the only
    /// one of the sentence before or of the statement of its claim, where that is of figures as well.
    pub(super) fn own_period(
        &self,
        material: &Material<'_>,
        passage: &Passage<'_, '_>,
        others: &[Period],
    ) -> Option<Period> {
        let of = |own: &Passage<'_, '_>| {
            let all = periods(own).into_iter().map(|(_, period)| period).filter(|period| !others.contains(period));
            all.collect::<BTreeSet<Period>>()
        };
        let only = |all: BTreeSet<Period>| all.first().copied().filter(|_| all.len() == 1);
        let here = of(passage);
        if !here.is_empty() || passage.mentions.iter().any(|mention| mention.days().any(|day| day.month.is_some())) {
            return only(here);
        }
        if let About::Observation(own) = passage.text.about {
            return Some(own.period);
        }
        let of_figures = |own: &Passage<'_, '_>| self.of_itself(material, own).is_some();
        if let Some(before) = before(passage).filter(|before| !of(before).is_empty()) {
            return only(of(&before)).filter(|_| of_figures(&before));
        }
        if let Some(period) = passage.text.claim().and_then(|claim| claim.forecast.as_ref()?.period) {
            return Some(period).filter(|period| !others.contains(period));
        }
        only(of(&statement(material, passage).filter(of_figures)?))
    }

    /// Whether a sentence names what another series than the main one is of.
    pub(super) fn are_of_others(&self, passage: &Passage<'_, '_>) -> bool {
        let main = self.main.as_ref().map(|main| main.series);
        let names = passage.text.reading.names_of(&self.names);
        let mut here = names.iter().filter(|name| passage.range.contains(&name.range.start));
        here.any(|name| self.by_key.get(name.of).is_some_and(|measure| Some(measure.series) != main))
    }

    /// Whether a measure is the one that is meant where none is named.
    pub(super) fn is_main(&self, measure: &Measure<'_>) -> bool {
        self.main.as_ref().is_some_and(|main| main.series == measure.series && main.flow == measure.flow)
    }
}

impl Measure<'_> {
    /// What it was in a period.
    pub fn value(&self, material: &Material<'_>, period: Period) -> Option<Decimal> {
        material.series.get(self.series)?.1.value(self.flow, period)
    }

    /// What it was in each period that is as long as another.
    pub fn values(&self, material: &Material<'_>, like: Period) -> BTreeMap<Period, Decimal> {
        let periods = material.series.get(self.series).into_iter().flat_map(|(_, periods)| periods.iter());
        let alike = periods.map(|(period, _)| period).filter(|period| period.kind() == like.kind());
        alike.filter_map(|period| Some((period, self.value(material, period)?))).collect()
    }
}

/// Whether a sentence names a state that the labels of a measure do not.
fn is_of_others(material: &Material<'_>, measure: &Measure<'_>, passage: &Passage<'_, '_>) -> bool {
    let codes = || measure.parties.iter().filter_map(|key| material.briefing.state(key)?.code());
    passage.states().any(|state| !measure.parties.contains(state.of))
        || names_strange_state(passage, &codes().map(str::to_owned).collect::<Vec<_>>())
}

/// The sentence before one in its text.
fn before<'t, 'a>(passage: &Passage<'t, 'a>) -> Option<Passage<'t, 'a>> {
    Passage::all(passage.text).take_while(|other| other.range.start < passage.range.start).last()
}

/// The statement of the claim that a sentence is of.
fn statement<'m, 'a>(material: &'m Material<'a>, passage: &Passage<'_, '_>) -> Option<Passage<'m, 'a>> {
    let claim = passage.text.claim()?;
    let statement = material.texts().all_of(claim).find(|text| &*text.field == "statement")?;
    Passage::all(statement).next().filter(|_| statement.number() != passage.text.number())
}
