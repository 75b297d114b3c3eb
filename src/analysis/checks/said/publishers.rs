//! Whoever a reason says something was read from: one of those whose evidence stands beside it.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ahash::{AHashMap, AHashSet};

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::fold::{self, fold};
use crate::analysis::reading::Says;
use crate::briefing::{Briefing, Claim, Key, Source};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "publisher-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::publisher_in_text),
    run: |material| {
        let publishers = Publishers::of(material);
        each_held(material, |material, text| publishers.of_text(material, text))
    },
}];

/// Agencies and papers that are known everywhere, folded, each by its names: what a text can name besides the briefing's
/// own.
const AGENCIES: &[&[&str]] = &[
    &["reuters", "рейтер", "路透社", "رويترز"],
    &["bloomberg", "блумберг", "彭博社"],
    &["tass", "тасс", "塔斯社", "تاس"],
    &["afp", "афп", "法新社"],
    &["xinhua", "синьхуа", "新华社", "شينخوا"],
    &["interfax", "интерфакс", "国际文传电讯社"],
    &["sputnik", "спутник"],
    &["kyodo", "киодо", "共同社"],
    &["yonhap", "ренхап", "韩联社"],
    &["bbc", "би би си"],
    &["cnn"],
    &["anadolu"],
    &["aljazeera", "al jazeera", "الجزيرة"],
    &["financial times"],
    &["new york times"],
    &["wall street journal"],
    &["washington post"],
    &["guardian"],
    &["le monde"],
    &["associated press", "美联社"],
    &["ria novosti", "риа новости"],
    &["dpa"],
    &["efe"],
    &["ansa"],
];

/// No name of more words is looked for.
const LONGEST: usize = 4;

/// The names of publishers that texts can have.
struct Publishers<'a> {
    briefing: &'a Briefing,
    /// The words with which one begins.
    first: AHashSet<String>,
    /// Each by its folded words, and the words of what it is called besides.
    names: AHashMap<Vec<String>, Vec<String>>,
    /// The words of sources that claims rest on, of which many rest on one: its publisher, title and note, and where it is
    /// from.
    words: Mutex<AHashMap<Key, Arc<BTreeSet<String>>>>,
}

fn words(text: &str) -> Vec<String> {
    fold::words(&fold(text)).filter(|word| *word != "the").map(str::to_owned).collect()
}

fn origin(source: &Source) -> impl Iterator<Item = &str> {
    source.origin.iter().filter_map(|origin| origin.agency.as_deref())
}

impl<'a> Publishers<'a> {
    fn of(material: &Material<'a>) -> Self {
        let sources = &material.briefing.sources.sources;
        let own = sources.iter().flat_map(|source| origin(source).chain([source.publisher.as_str()])).map(words);
        // What is also the name of a state, a word or a part of an address says nothing.
        let known = &material.texts().names;
        let telling = |name: &Vec<String>| {
            let long = name.len() > 1 || name.first().is_some_and(|word| word.chars().count() >= 4);
            long && name.len() <= LONGEST && !name.iter().all(|word| known.has_word(word))
        };
        let mut names: AHashMap<Vec<String>, Vec<String>> =
            own.filter(telling).map(|name| (name, Vec::new())).collect();
        for agency in AGENCIES {
            let called: Vec<Vec<String>> = agency.iter().map(|name| words(name)).collect();
            let all: Vec<String> = called.iter().flatten().cloned().collect();
            names.extend(called.into_iter().map(|name| (name, all.clone())));
        }
        let first = names.keys().filter_map(|name| name.first().cloned()).collect();
        Self { briefing: material.briefing, first, names, words: Mutex::default() }
    }

    /// The longest name that some words begin with, with the words of what it is called besides.
    fn begins(&self, words: &[(Range<usize>, &str)]) -> Option<(&Vec<String>, &Vec<String>)> {
        if !words.first().is_some_and(|(_, word)| self.first.contains(*word)) {
            return None;
        }
        let longest = words.len().min(LONGEST);
        (1..=longest).rev().find_map(|length| {
            let name: Vec<String> = words[..length].iter().map(|(_, word)| (*word).to_owned()).collect();
            self.names.get_key_value(&name)
        })
    }

    fn of_text(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        if matches!(text.about, About::Account) {
            return self.of_account(material, text);
        }
        let About::Claim(claim) = text.about else { return None };
        if &*text.field != "reason" || claim.evidence.is_empty() {
            return None;
        }
        let capitals: Vec<(Range<usize>, &str)> = text.reading.capitals().collect();
        let own = LazyCell::new(|| said_of(claim));
        for (at, (range, _)) in capitals.iter().enumerate() {
            let Some((name, other)) = self.begins(&capitals[at..]) else { continue };
            // The words of sources are known, and those of the claim have yet to be read.
            let all = || name.iter().chain(other);
            if all().any(|word| self.sources(claim).any(|words| words.contains(word)))
                || all().any(|word| own.contains(word))
            {
                continue;
            }
            let end = capitals.get(at + name.len() - 1).map_or(range.end, |(range, _)| range.end);
            if other.is_empty() && !is_told_by(text, &(range.start..end)) {
                continue;
            }
            let said = text.part(&(range.start..end));
            let title = message!(findings::publisher_in_text, said = said.clone());
            let detail = message!(findings::publisher_other, said = said.clone(), text = text.text.to_owned());
            let passage = Passage::all(text).next()?;
            return Some(passage.finding(material, &said, title, detail));
        }
        None
    }

    /// `AFP’s report`, of an account that no source of AFP is cited for.
    fn of_account(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        let cited = || text.citations.iter().filter(|citation| !self.briefing.is_document(citation));
        cited().next()?;
        let capitals: Vec<(Range<usize>, &str)> = text.reading.capitals().collect();
        capitals.iter().enumerate().find_map(|(at, (range, _))| {
            let (name, other) = self.begins(&capitals[at..])?;
            let mut all = name.iter().chain(other);
            let read = |word: &String| {
                let mut words = cited().filter_map(|citation| self.words_of(&citation.source));
                let told = || {
                    let mut texts = cited().flat_map(|citation| material.texts().of_source(citation.source.as_str()));
                    texts.any(|other| {
                        other.number() != text.number() && other.reading.all_words().any(|own| own == word)
                    })
                };
                words.any(|words| words.contains(word)) || told()
            };
            if all.any(read) {
                return None;
            }
            let end = capitals.get(at + name.len() - 1).map_or(range.end, |(range, _)| range.end);
            let said = text.part(&(range.start..end));
            let title = message!(findings::publisher_in_text, said = said.clone());
            let detail = message!(findings::publisher_other, said = said.clone(), text = text.text.to_owned());
            Some(Passage::all(text).next()?.finding(material, &said, title, detail))
        })
    }

    /// The words of each source that a claim rests on.
    fn sources(&self, claim: &Claim) -> impl Iterator<Item = Arc<BTreeSet<String>>> {
        let evidence = claim.evidence.iter().map(|evidence| &evidence.source);
        evidence.chain(claim.citations.iter().map(|citation| &citation.source)).filter_map(|key| self.words_of(key))
    }

    fn words_of(&self, key: &Key) -> Option<Arc<BTreeSet<String>>> {
        let known = self.known().get(key).cloned();
        known.or_else(|| {
            let words = Arc::new(of_source(self.briefing, self.briefing.source(key)?));
            self.known().insert(key.clone(), Arc::clone(&words));
            Some(words)
        })
    }

    fn known(&self) -> MutexGuard<'_, AHashMap<Key, Arc<BTreeSet<String>>>> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a name is that of whoever tells something: a body that also acts is named for other things as well, `together
/// with the OECD`.
fn is_told_by(text: &Text<'_>, range: &Range<usize>) -> bool {
    /// So many words stand between a name and what says that it tells.
    const NEAR: usize = 2;
    let telling = [Says::Tells, Says::Sources, Says::Account];
    let passage = Passage::around(text, range.start);
    passage.is_some_and(|passage| passage.near(range, &telling, NEAR))
}

fn of_source(briefing: &Briefing, source: &Source) -> BTreeSet<String> {
    let of_origin = source.origin.iter().filter_map(|origin| briefing.source(origin.source.as_ref()?));
    let publishers = of_origin.map(|source| source.publisher.as_str()).chain([source.publisher.as_str()]);
    let texts = publishers.chain(origin(source)).chain([source.title.as_str()]).chain(source.note.as_deref());
    texts.flat_map(words).collect()
}

/// The words that a claim says itself, and that its evidence says.
fn said_of(claim: &Claim) -> BTreeSet<String> {
    let texts = claim.evidence.iter().map(|evidence| evidence.says.as_str());
    texts.chain([claim.statement.as_str(), claim.note.as_str()]).flat_map(words).collect()
}
