//! The document as a whole: no sentence left out, no hash copied, nothing cited that states nothing, and no claim read from
//! a sentence that speaks of something else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use ahash::{AHashMap, AHashSet};
use rust_decimal::Decimal;

use super::texts::{About, TOGETHER, Text};
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, each_claim};
use crate::briefing::{Briefing, Document, Key, Locator, Message, Sentence, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "sentence-gap",
        needs: Needs::Document,
        holds: label!(checks::sentence_gap),
        run: |material| of_document(material, gaps),
    },
    Check {
        key: "sentence-left-out",
        needs: Needs::Document,
        holds: label!(checks::sentence_left_out),
        run: |material| of_document(material, left_out),
    },
    Check {
        key: "hash-twice",
        needs: Needs::Document,
        holds: label!(checks::hash_twice),
        run: |material| of_document(material, hashes),
    },
    Check {
        key: "boilerplate-cited",
        needs: Needs::Document,
        holds: label!(checks::boilerplate_cited),
        run: boilerplate,
    },
    Check { key: "claim-in-sentence", needs: Needs::Document, holds: label!(checks::claim_in_sentence), run: unlike },
];

fn of_document(material: &Material<'_>, find: fn(&Briefing, &Document) -> Vec<Finding>) -> Vec<Finding> {
    material.briefing.document.as_ref().map_or_else(Vec::new, |document| find(material.briefing, document))
}

fn at(briefing: &Briefing, sentence: &Sentence, outcome: Outcome, title: Message, detail: Message) -> Finding {
    Finding::new(outcome, Subject::Sentence(sentence.at), title, detail, citing(briefing, [sentence.at]))
}

/// More characters than these between two paragraphs, before the first or after the last are more than blanks.
const BLANKS: u32 = 8;

/// Characters that no sentence has. Between two sentences of a paragraph stands what stands between most of them.
fn gaps(briefing: &Briefing, document: &Document) -> Vec<Finding> {
    let sentences = &document.sentences;
    let gap = |pair: &[Sentence]| pair[1].range[0].saturating_sub(pair[0].range[1]);
    let within = |pair: &&[Sentence]| pair[0].at.paragraph == pair[1].at.paragraph;
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for pair in sentences.windows(2).filter(within) {
        *counts.entry(gap(pair)).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let usual = counts
        .iter()
        .max_by_key(|(gap, count)| (**count, u32::MAX - **gap))
        .filter(|(_, count)| **count * 5 >= all * 4);
    let usual = usual.filter(|_| all > 2).map(|(gap, _)| *gap);
    let mut found = Vec::new();
    let mut say = |sentence: &Sentence, count: u32| {
        let detail = message!(findings::sentence_gap_of, count = u64::from(count), at = sentence.at);
        found.push(at(briefing, sentence, Outcome::Warn, label!(findings::sentence_gap), detail));
    };
    for pair in sentences.windows(2) {
        let own = gap(pair);
        let odd = if within(&pair) { usual.map_or(own > BLANKS, |usual| usual != own) } else { own > BLANKS };
        if odd {
            say(&pair[1], own);
        }
    }
    if let Some(first) = sentences.first().filter(|first| first.range[0] > BLANKS) {
        say(first, first.range[0]);
    }
    if let Some(last) = sentences.last().filter(|last| document.length > last.range[1].saturating_add(BLANKS)) {
        let count = document.length - last.range[1];
        let detail = message!(findings::sentence_gap_end, count = u64::from(count), at = last.at);
        let finding = at(briefing, last, Outcome::Warn, label!(findings::sentence_gap), detail);
        found.push(finding.apart(&"end"));
    }
    found
}

/// Places that are counted over: a sentence between two of a paragraph, a paragraph between two.
fn left_out(briefing: &Briefing, document: &Document) -> Vec<Finding> {
    let mut before = Locator { paragraph: 1, sentence: 0 };
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let own = sentence.at;
        let next = if own.paragraph == before.paragraph {
            own.sentence == before.sentence.saturating_add(1)
        } else {
            own.paragraph == before.paragraph.saturating_add(1) && own.sentence == 1
        };
        if !next {
            let expected = if own.paragraph == before.paragraph {
                Locator { sentence: before.sentence.saturating_add(1), ..before }
            } else if own.paragraph == before.paragraph.saturating_add(1) {
                Locator { paragraph: own.paragraph, sentence: 1 }
            } else {
                Locator { paragraph: before.paragraph.saturating_add(1), sentence: 1 }
            };
            let detail = message!(findings::sentence_left_out_at, at = own, expected = expected);
            found.push(at(briefing, sentence, Outcome::Warn, label!(findings::sentence_left_out), detail));
        }
        before = own;
    }
    found
}

/// Hashes of one sentence that stand at another of another length or other words, or that are the whole document's.
fn hashes(briefing: &Briefing, document: &Document) -> Vec<Finding> {
    let mut seen: HashMap<&str, &Sentence> = HashMap::new();
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let length = |sentence: &Sentence| sentence.range[1].saturating_sub(sentence.range[0]);
        if sentence.sha256 == document.sha256 && length(sentence) != document.length {
            let detail = message!(findings::hash_of_document, at = sentence.at);
            found.push(at(briefing, sentence, Outcome::Fail, label!(findings::hash_twice), detail));
            continue;
        }
        let first = *seen.entry(sentence.sha256.as_str()).or_insert(sentence);
        let same = length(first) == length(sentence) && first.paraphrase == sentence.paraphrase;
        if first.at != sentence.at && !same {
            let detail = message!(findings::hash_of_another, at = sentence.at, other = first.at);
            found.push(at(briefing, sentence, Outcome::Fail, label!(findings::hash_twice), detail));
        }
    }
    found
}

/// Sentences that state nothing, and how much rests on each all the same.
fn boilerplate(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let sentences = briefing.sentences().iter().filter(|sentence| sentence.boilerplate);
    let mut resting: BTreeMap<Locator, (&Sentence, usize)> =
        sentences.map(|sentence| (sentence.at, (sentence, 0))).collect();
    if resting.is_empty() {
        return Vec::new();
    }
    let claims = briefing.claims.claims.iter().map(|claim| &claim.citations);
    let figures = briefing.all_series().flat_map(|series| &series.observations).map(|figure| &figure.citations);
    let spells = briefing.rosters.iter().flat_map(|roster| &roster.spells).map(|spell| &spell.citations);
    let people = briefing.people().iter().map(|person| &person.citations);
    let events = briefing.chronology().iter().map(|event| &event.citations);
    for citations in claims.chain(figures).chain(spells).chain(people).chain(events) {
        for at in briefing.locators(citations).collect::<BTreeSet<Locator>>() {
            if let Some((_, count)) = resting.get_mut(&at) {
                *count += 1;
            }
        }
    }
    let finding = |(sentence, count): (&Sentence, usize)| {
        let detail = message!(findings::boilerplate_cited_by, at = sentence.at, count = count);
        at(briefing, sentence, Outcome::Warn, label!(findings::boilerplate_cited), detail)
    };
    resting.into_values().filter(|(_, count)| *count > 0).map(finding).collect()
}

/// What a text can be recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Mark<'t> {
    Name(&'t Key),
    /// A longer word without its ending.
    Word(&'t str),
    Number(Decimal),
}

/// Claims that have no name, no figure and no longer word in common with the sentences they are read from, although they
/// have some with another sentence.
fn unlike(material: &Material<'_>) -> Vec<Finding> {
    let texts = material.texts();
    let mut of_document: Vec<(Locator, &Text<'_>)> = Vec::new();
    for text in &texts.all {
        if let About::Sentence(sentence) = text.about {
            of_document.push((sentence.at, text));
        }
    }
    let mut of_sentence: AHashMap<Locator, AHashSet<Mark<'_>>> = AHashMap::new();
    for (at, marks) in cores::map(of_document, |(at, text)| (at, marks(text).collect::<Vec<_>>())) {
        of_sentence.entry(at).or_default().extend(marks);
    }
    // Which sentences have a word: what most have tells nothing, nor what very many have.
    let mut places: AHashMap<Mark<'_>, Vec<Locator>> = AHashMap::new();
    for (at, mark) in of_sentence.iter().flat_map(|(at, marks)| marks.iter().map(move |mark| (at, mark))) {
        let places = places.entry(*mark).or_default();
        if places.len() <= TOGETHER {
            places.push(*at);
        }
    }
    let most = TOGETHER.min(of_sentence.len().max(6) / 3);
    each_claim(material, |material, claim| {
        let cited: BTreeSet<Locator> = material.briefing.locators(&claim.citations).collect();
        let own = || texts.all_of(claim).filter(|text| ["statement", "reason"].contains(&&*text.field));
        let text = own().next().filter(|_| !cited.is_empty())?;
        let is_shared =
            |mark: Mark<'_>| cited.iter().any(|at| of_sentence.get(at).is_some_and(|marks| marks.contains(&mark)));
        if own().flat_map(marks).any(is_shared) {
            return None;
        }
        let mut like: BTreeMap<Locator, usize> = BTreeMap::new();
        for mark in marks(text).collect::<AHashSet<_>>() {
            for at in places.get(&mark).filter(|places| places.len() <= most).into_iter().flatten() {
                *like.entry(*at).or_default() += 1;
            }
        }
        let (other, _) =
            like.iter().max_by_key(|(at, count)| (**count, Reverse(**at))).filter(|(_, count)| **count >= 2)?;
        let detail = message!(findings::claim_in_sentence_not, claim = claim.statement.clone(), other = *other);
        Some(text.finding(material.briefing, Outcome::Warn, label!(findings::claim_in_sentence), detail))
    })
}

/// What a text can be recognised by: its names, its numbers, its longer words without their endings.
fn marks<'t>(text: &'t Text<'_>) -> impl Iterator<Item = Mark<'t>> {
    let names = text.names.iter().map(|name| Mark::Name(name.of));
    let beginning = |word: &'t str| {
        let (last, c) = word.char_indices().nth(4)?;
        Some(Mark::Word(&word[..last + c.len_utf8()]))
    };
    let words = text.reading.long_words(5).filter_map(beginning);
    let numbers = text.reading.quantities().map(|quantity| Mark::Number(quantity.number.value.normalize()));
    let years = text.reading.years().map(|year| Mark::Number(year.into()));
    names.chain(words).chain(numbers).chain(years)
}
