//! Who counted, how goods were valued and at what prices: as texts say it, against what the series say of themselves.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage, is_disputed};
use crate::analysis::fold::{fold, words};
use crate::analysis::reading::{Named, Reading, Says};
use crate::briefing::{Key, Message};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "basis-in-text",
    needs: Needs::Figures,
    holds: label!(checks::basis_in_text),
    run: |material| {
        let basis = Basis::of(material);
        each_passage(material, |passage| basis.of_passage(material, passage))
    },
}];

/// Bodies that count trade or gather what others counted, folded. None is called right: a text that names one of them for
/// figures which another counted is told.
const BODIES: &[&str] = &[
    "rosstat",
    "eurostat",
    "destatis",
    "insee",
    "istat",
    "elstat",
    "comtrade",
    "unctad",
    "gacc",
    "росстат",
    "евростат",
    "фтс",
    "turkstat",
    "bea",
    "kostat",
    "statcan",
];

/// How goods are valued, folded: two ways that are taken for each other.
const VALUATIONS: [(&str, &str); 2] = [("cif", "сиф"), ("fob", "фоб")];

/// What the series say of themselves.
struct Basis {
    /// The words of those who counted, the states that they are of, and whether all count at prices of the day.
    reporters: BTreeSet<String>,
    states: BTreeSet<Key>,
    current: bool,
    /// Imports and exports, each with how they are valued.
    valued: BTreeSet<(bool, usize)>,
    /// Whoever any source is of.
    publishers: BTreeSet<String>,
}

fn valuation(word: &str) -> Option<usize> {
    VALUATIONS.iter().position(|(latin, cyrillic)| *latin == word || *cyrillic == word)
}

/// Imports (true) and exports, each with the valuation that is written next to it.
fn valued(reading: &Reading<'_>, within: std::ops::Range<usize>) -> Vec<(bool, usize, std::ops::Range<usize>)> {
    let words: Vec<(std::ops::Range<usize>, Cow<'_, str>)> = reading.spelt(within).collect();
    let sign = |range: &std::ops::Range<usize>| {
        reading.signs.iter().find(|sign| sign.range.start == range.start).and_then(|sign| match sign.says {
            Says::Imports => Some(true),
            Says::Exports => Some(false),
            _ => None,
        })
    };
    let mut found = Vec::new();
    for (at, (range, word)) in words.iter().enumerate() {
        let Some(valuation) = valuation(word) else { continue };
        // What stands before a bracket that closed has its own.
        let mut near = words[..at].iter().rev().take(8).take_while(|(_, word)| word != ")");
        let before = near.find_map(|(range, _)| sign(range));
        let after = words[at + 1..].iter().take(5).find_map(|(range, _)| sign(range));
        let bracket = at.checked_sub(1).is_some_and(|before| words[before].1 == "(");
        let next_is = words.get(at + 1).and_then(|(range, _)| sign(range));
        let direction = next_is.or_else(|| if bracket || after.is_none() { before } else { before.or(after) });
        found.extend(direction.map(|imports| (imports, valuation, range.clone())));
    }
    found
}

impl Basis {
    fn of(material: &Material<'_>) -> Self {
        let mut basis = Self {
            reporters: BTreeSet::new(),
            states: BTreeSet::new(),
            current: true,
            valued: BTreeSet::new(),
            publishers: BTreeSet::new(),
        };
        for (series, _) in &material.series {
            basis.reporters.extend(words(&fold(&series.reporter)).map(str::to_owned));
            let reading = Reading::of(&series.reporter, 0);
            let names = reading.names_of(&material.texts().names);
            basis.states.extend(names.into_iter().filter(|n| n.kind == Named::State).map(|name| name.of.clone()));
            basis.current &= !Reading::of(&series.unit.prices, 0).signs.iter().any(|s| s.says == Says::ConstantPrices);
            let flows = series.flows.iter().filter_map(|flow| flow.valuation.as_deref());
            for text in flows.chain([series.valuation.as_str()]) {
                let reading = Reading::of(text, 0);
                let all = valued(&reading, 0..text.len());
                basis.valued.extend(all.into_iter().map(|(imports, valuation, _)| (imports, valuation)));
            }
        }
        for source in &material.briefing.sources.sources {
            basis.publishers.extend(words(&fold(&source.publisher)).map(str::to_owned));
        }
        basis
    }

    fn of_passage(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
        if !speaks_of_figures(passage.text) || is_disputed(material, passage.text) {
            return None;
        }
        let (said, detail) =
            self.counter(material, passage).or_else(|| self.prices(passage)).or_else(|| self.valuation(passage))?;
        let title = message!(findings::basis_in_text, said = said.clone());
        Some(passage.finding(material, &said, title, detail))
    }

    /// Whoever is said to have counted: another body than that of the series, or the customs of another state.
    fn counter(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<(String, Message)> {
        let figures = passage.quantities().filter(|(_, quantity)| quantity.unit.is_none());
        let telling = figures.filter(|(_, quantity)| {
            super::super::known::digits(quantity.number.value) >= 3
                && !material.known().figures(&quantity.number, false).is_empty()
        });
        let text = || passage.text.text.to_owned();
        let reporter = || material.series.first().map(|(series, _)| series.reporter.clone()).unwrap_or_default();
        let customs = passage.signs_of(&[Says::Customs]).find_map(|sign| {
            let owner = passage
                .states()
                .find(|name| passage.apart(&name.range, &sign.range).is_some_and(|words| words <= 2))?;
            let is_other = !self.states.is_empty() && !self.states.contains(owner.of);
            let range = owner.range.start.min(sign.range.start)..owner.range.end.max(sign.range.end);
            let denied = passage.near_before(&range, &[Says::Not], 4);
            (is_other && !denied).then(|| passage.part(&range))
        });
        let body = || {
            let capitals = passage.text.reading.capitals();
            let mut here = capitals.filter(|(range, _)| passage.range.contains(&range.start));
            let (range, _) = here.find(|(_, word)| {
                BODIES.contains(word) && !self.reporters.contains(*word) && !self.publishers.contains(*word)
            })?;
            Some(passage.part(&range))
        };
        // What a sentence says of `both figures` is of those that the text gives; one with a time of its own, `stopped
        // publishing in 2022`, tells of something else.
        let tells = telling.count() > 0;
        let of_text = || passage.all_years().is_empty() && of_text(material, passage.text);
        let said = if tells { customs.or_else(body)? } else { customs.filter(|_| of_text())? };
        let detail = message!(findings::basis_counted, said = said.clone(), reporter = reporter(), text = text());
        Some((said, detail))
    }

    fn prices(&self, passage: &Passage<'_, '_>) -> Option<(String, Message)> {
        let sign = passage.signs_of(&[Says::ConstantPrices]).next().filter(|_| self.current)?;
        if passage.near_before(&sign.range, &[Says::Not], 4) {
            return None;
        }
        let said = passage.part(&sign.range);
        let detail = message!(findings::basis_at_prices, said = said.clone(), text = passage.text.text.to_owned());
        Some((said, detail))
    }

    fn valuation(&self, passage: &Passage<'_, '_>) -> Option<(String, Message)> {
        let all = valued(&passage.text.reading, passage.range.clone());
        let wrong = |(imports, valuation, _): &&(bool, usize, std::ops::Range<usize>)| {
            let other = 1 - *valuation;
            !self.valued.contains(&(*imports, *valuation)) && self.valued.contains(&(*imports, other))
        };
        let (.., range) = all.iter().find(wrong)?;
        let said = passage.part(range);
        let detail = message!(findings::basis_valued, said = said.clone(), text = passage.text.text.to_owned());
        Some((said, detail))
    }
}

/// Whether a text gives a figure of the data to four digits.
fn of_text(material: &Material<'_>, text: &Text<'_>) -> bool {
    let telling = |quantity: &crate::analysis::reading::Quantity| {
        quantity.unit.is_none()
            && super::super::known::digits(quantity.number.value) >= 4
            && !material.known().figures(&quantity.number, false).is_empty()
    };
    text.reading.quantities().any(telling)
}

/// Whether a text can say how the figures were counted.
const fn speaks_of_figures(text: &Text<'_>) -> bool {
    matches!(
        text.about,
        About::Claim(_)
            | About::ClaimInShort(_)
            | About::Trade
            | About::Observation(_)
            | About::Meeting
            | About::Milestone(_)
    )
}
