//! Texts that changed places: a label that shares nothing with its sentence, a reason that shares nothing with its claim,
//! and much with another's.

use std::collections::BTreeMap;

use ahash::AHashMap;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::fold::stem;
use crate::briefing::{Claim, Locator, Value, cores};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "text-of-another",
    needs: Needs::Nothing,
    holds: label!(checks::text_of_another),
    run: |material| {
        let mut found = labels(material);
        found.extend(reasons(material));
        found
    },
}];

/// From so many letters on a word says something.
const LONG: usize = 4;
/// So many words in common are no chance: of a label, and of a reason.
const LABEL: usize = 3;
const REASON: usize = 5;
/// A word that so many have says of none that it is meant.
const COMMON: usize = 4;

/// The stems of the telling words of a text, each once and in their order.
fn stems<'t>(text: &'t Text<'_>) -> Vec<&'t str> {
    once(all_stems(text).collect())
}

fn once(mut stems: Vec<&str>) -> Vec<&str> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn all_stems<'t>(text: &'t Text<'_>) -> impl Iterator<Item = &'t str> {
    let long = |word: &&str| word.chars().count() >= LONG || word.chars().any(|c| c as u32 > 0x2e80);
    text.reading.all_words().filter(long).map(stem)
}

/// Which of some owners have each stem.
#[derive(Default)]
struct Owners<'t> {
    of: AHashMap<&'t str, Vec<usize>>,
}

impl<'t> Owners<'t> {
    fn add(&mut self, owner: usize, stems: &[&'t str]) {
        for stem in stems {
            let list = self.of.entry(*stem).or_default();
            if list.last() != Some(&owner) && list.len() <= COMMON {
                list.push(owner);
            }
        }
    }

    /// The owner that shares most with a text, where that is at least so much, and its own share nothing at all.
    fn other(&self, own: usize, stems: &[&str], own_stems: &[&str], least: usize) -> Option<usize> {
        if stems.is_empty() || stems.iter().any(|stem| own_stems.binary_search(stem).is_ok()) {
            return None;
        }
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for stem in stems {
            for owner in self.of.get(*stem).into_iter().flatten().filter(|owner| **owner != own) {
                *counts.entry(*owner).or_default() += 1;
            }
        }
        counts.into_iter().filter(|(_, count)| *count >= least).max_by_key(|(_, count)| *count).map(|(owner, _)| owner)
    }
}

fn finding(material: &Material<'_>, text: &Text<'_>, other: Value) -> Option<Finding> {
    let title = label!(findings::text_of_another);
    let detail = message!(findings::text_of_another_one, other = other, text = text.text.to_owned());
    Some(Passage::all(text).next()?.finding(material, &"place", title, detail))
}

/// Labels that are those of another sentence.
fn labels(material: &Material<'_>) -> Vec<Finding> {
    let (mut labels, mut sentences) = (Vec::new(), Vec::new());
    for text in material.texts().held() {
        match (text.about, &*text.field) {
            (About::Sentence(sentence), "label") => labels.push((sentence.at, text)),
            (About::Sentence(sentence), "paraphrase") => sentences.push((sentence.at, text)),
            _ => {}
        }
    }
    if labels.len() != sentences.len() {
        return Vec::new();
    }
    let own: Vec<Vec<&str>> = cores::map(sentences.iter().map(|(_, text)| *text).collect(), stems);
    let mut owners = Owners::default();
    for (number, stems) in own.iter().enumerate() {
        owners.add(number, stems);
    }
    cores::flat_map(&labels.into_iter().enumerate().collect::<Vec<_>>(), |(number, (_, text))| {
        let other = owners.other(*number, &stems(text), &own[*number], LABEL)?;
        finding(material, text, sentences[other].0.into())
    })
}

/// Reasons that are those of another claim.
fn reasons(material: &Material<'_>) -> Vec<Finding> {
    let claims: Vec<&Claim> = material.briefing.claims.claims.iter().collect();
    let paraphrases = material.texts().held().filter_map(|text| Some((text.paraphrase_of()?, text)));
    let sentences: AHashMap<Locator, &Text<'_>> = paraphrases.collect();
    let all = cores::map(claims.clone(), |claim| {
        let (mut stems_of, mut reason) = (Vec::new(), None);
        for text in material.texts().all_of(claim) {
            match &*text.field {
                "reason" => reason = Some(text),
                _ => stems_of.extend(all_stems(text)),
            }
        }
        for at in material.briefing.locators(&claim.citations) {
            stems_of.extend(sentences.get(&at).into_iter().flat_map(|text| all_stems(text)));
        }
        (once(stems_of), reason)
    });
    let mut owners = Owners::default();
    for (number, (stems, _)) in all.iter().enumerate() {
        owners.add(number, stems);
    }
    cores::flat_map(&all.iter().enumerate().collect::<Vec<_>>(), |(number, (own, reason))| {
        let text = (*reason)?;
        let other = owners.other(*number, &stems(text), own, REASON)?;
        finding(material, text, claims[other].statement.clone().into())
    })
}
