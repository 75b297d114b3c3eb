//! The labels of figures: the words by which a text knows what was measured, whatever that is.

use std::ops::Range;

use ahash::AHashSet;

use super::super::Material;
use super::Passage;
use crate::analysis::reading::{Named, Reading, Says};
use crate::briefing::{Flow, FlowRole, Key, Trade};

/// Shorter words of a label stand for nothing by themselves.
const LONG: usize = 4;
/// A label itself may be as short as this.
const SHORT: usize = 3;

/// The words by which a flow is known besides its whole name: what its name is of, or where a total is called nothing else,
/// what its figures are of.
pub(super) fn words_of(material: &Material<'_>, trade: &Trade, flow: &Flow) -> Vec<String> {
    let own = head(material, &flow.name);
    if own.is_some() || flow.role != FlowRole::Total || flow.of.is_some() {
        return own.into_iter().collect();
    }
    // `Harbour dues of Oman` are `harbour dues`.
    let reading = Reading::of(&trade.subject, 0);
    let all = reading.words_between(0..trade.subject.len());
    let first: Vec<&str> = all.take_while(|(range, _)| !reading.ties(range.clone())).map(|(_, word)| word).collect();
    let phrase = first.join(" ");
    Some(phrase).filter(|phrase| telling(material, phrase).len() == first.len()).into_iter().collect()
}

/// The word of a name that the others say more of, where it can stand for it alone: `quota` of `tuna quota`, `output` of
/// `output of wheat`, `добыча` of `добыча газа`.
fn head(material: &Material<'_>, name: &str) -> Option<String> {
    let reading = Reading::of(name, 0);
    let all = reading.words_between(0..name.len());
    let first: Vec<&str> = all.take_while(|(range, _)| !reading.ties(range.clone())).map(|(_, word)| word).collect();
    let head = if matches!(reading.language(), "en" | "de") { first.last() } else { first.first() };
    head.filter(|head| telling(material, name).iter().any(|word| word == *head)).map(|head| (*head).to_owned())
}

/// Whether no word beside a label makes it that of something else: `gas prices`, `output of steel`.
pub(super) fn stands_alone(labels: &AHashSet<String>, passage: &Passage<'_, '_>, label: &Range<usize>) -> bool {
    let reading = &passage.text.reading;
    let strange = |range: &Range<usize>, word: &str| {
        let said = passage.is_said(range);
        let named = passage.is_named(range);
        let known = said || named || labels.contains(word) || reading.is_known_word(range.start, word);
        !known && word.chars().count() >= LONG
    };
    let beside = |a: &Range<usize>, b: &Range<usize>| reading.apart(a, b) == Some(0);
    // `hatte der Handel`: in German `der` ties nothing to a verb.
    let is_noun = |range: &Range<usize>| {
        let first = passage.text.text[range.clone()].chars().next();
        passage.language() != "de" || first.is_some_and(char::is_uppercase)
    };
    let before: Vec<_> = reading.words_between(passage.range.start..label.start).collect();
    let after: Vec<_> = reading.words_between(label.end..passage.range.end).take(2).collect();
    let led = match &before[..] {
        [.., (far, word), (near, of)] if beside(near, label) => {
            strange(near, of) || reading.ties(near.clone()) && beside(far, near) && strange(far, word) && is_noun(far)
        }
        [(near, word)] => beside(near, label) && strange(near, word),
        _ => false,
    };
    let verbs = [Says::Is, Says::Was, Says::Rise, Says::Fall, Says::Highest, Says::Lowest];
    let followed = match &after[..] {
        [(near, of), (far, word)] if beside(label, near) => {
            let verb = passage.signs_of(&verbs).any(|sign| sign.range.start == far.start);
            strange(near, of) && verb || reading.ties(near.clone()) && beside(near, far) && strange(far, word)
        }
        _ => false,
    };
    !led && !followed
}

/// Every word of some labels.
pub(super) fn all_words<'l>(labels: impl IntoIterator<Item = &'l str>) -> Vec<String> {
    let words = |label: &str| Reading::of(label, 0).all_words().map(str::to_owned).collect::<Vec<_>>();
    labels.into_iter().flat_map(words).collect()
}

/// The states that a label names.
pub(super) fn states<'a>(material: &Material<'a>, label: &str) -> Vec<&'a Key> {
    let names = Reading::of(label, 0).names_of(&material.texts().names);
    names.into_iter().filter(|name| name.kind == Named::State).map(|name| name.of).collect()
}

/// The words of a label that can stand for it alone.
fn telling(material: &Material<'_>, label: &str) -> Vec<String> {
    let reading = Reading::of(label, 0);
    let names = reading.names_of(&material.texts().names);
    let is_other = |range: &Range<usize>| {
        reading.signs.iter().any(|sign| sign.range.start <= range.start && range.end <= sign.range.end)
            || names.iter().any(|name| name.range.start <= range.start && range.end <= name.range.end)
    };
    // A quota is what is foretold, and what is measured.
    let is_quota =
        |range: &Range<usize>| reading.signs.iter().any(|sign| sign.says == Says::Foretold && sign.range == *range);
    let all = reading.words_between(0..label.len());
    let long = |word: &str| word.chars().count() >= SHORT && word.chars().all(char::is_alphabetic);
    let is_free = |range: &Range<usize>, word: &str| !is_other(range) && !reading.is_known_word(range.start, word);
    let alone = all.filter(|(range, word)| long(word) && (is_quota(range) || is_free(range, word)));
    alone.map(|(_, word)| word.to_owned()).collect()
}
