//! A newer edition parted into sentences as the older was, where a reader had joined or split some.

use std::collections::HashSet;

use super::draft::Draft;
use crate::briefing::{Document, Locator, Sha256};

/// No reader joins more.
const JOINED: usize = 5;
/// A longer sentence is not tried to be split, in bytes.
const LONGEST: usize = 4096;

/// Joins what stands in one sentence of a document, and splits what stands in two, as far as their texts are known.
pub(super) fn part_as_before(draft: &mut Draft, document: &Document, texts: &[Option<String>]) {
    let hashes: HashSet<&str> = document.sentences.iter().map(|sentence| sentence.sha256.as_str()).collect();
    for at in to_join(draft, &hashes).into_iter().rev() {
        draft.join(at);
    }
    let texts: HashSet<&str> = texts.iter().flatten().map(String::as_str).collect();
    for (at, character) in to_split(draft, &hashes, &texts).into_iter().rev() {
        draft.split(at, character);
    }
}

/// The sentences that belong to the one before them.
fn to_join(draft: &Draft, hashes: &HashSet<&str>) -> Vec<Locator> {
    let sentences = draft.sentences();
    let text: Vec<char> = draft.text().chars().collect();
    let between =
        |from: u32, to: u32| -> String { text.get(from as usize..to as usize).unwrap_or_default().iter().collect() };
    let mut joins = Vec::new();
    let mut at = 0;
    while let Some(first) = sentences.get(at) {
        let own = hashes.contains(Sha256::of(first.text.as_bytes()).as_str());
        let further = sentences.iter().skip(at + 1).take(JOINED - 1);
        let further = further.take_while(|next| !own && next.at.paragraph == first.at.paragraph);
        let joined = further.enumerate().filter(|(_, last)| {
            hashes.contains(Sha256::of(between(first.range[0], last.range[1]).as_bytes()).as_str())
        });
        let count = joined.last().map_or(0, |(number, _)| number + 1);
        joins.extend(sentences.iter().skip(at + 1).take(count).map(|sentence| sentence.at));
        at += 1 + count;
    }
    joins
}

/// The sentences that are two, and before which of their characters the second begins.
fn to_split(draft: &Draft, hashes: &HashSet<&str>, texts: &HashSet<&str>) -> Vec<(Locator, usize)> {
    let unknown = draft.sentences().into_iter().filter(|sentence| {
        sentence.text.len() <= LONGEST && !hashes.contains(Sha256::of(sentence.text.as_bytes()).as_str())
    });
    let found = unknown.filter_map(|sentence| {
        let blanks = sentence.text.char_indices().filter(|(_, c)| c.is_whitespace());
        let place = blanks.map(|(at, _)| at).find(|at| {
            let (first, second) = sentence.text.split_at(*at);
            texts.contains(first.trim_end()) && texts.contains(second.trim_start())
        })?;
        Some((sentence.at, sentence.text.get(..place)?.chars().count()))
    });
    found.collect()
}
