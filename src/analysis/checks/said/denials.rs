//! What one text denies and whatever else is about the same says: `the list is not complete` beside `complete`.

use std::ops::Range;

use super::super::people_said::called_after;
use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Named, Says};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "denied-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::denied_in_text),
    run: |material| each_held(material, of_text),
}];

/// A word that stands more often in a briefing is no matter of one claim.
const OFTEN: usize = 24;
/// From so many letters on a word says something.
const LONG: usize = 4;

/// The words of a text that are denied, or that are not: with where they stand.
fn words<'t>(text: &'t Text<'_>, denied: bool) -> Vec<(Range<usize>, &'t str)> {
    let all = 0..text.text.len();
    let long = |(_, word): &(Range<usize>, &str)| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let signs = &text.reading.signs;
    let is_ordinal =
        |range: &Range<usize>| signs.iter().any(|s| s.range.start == range.start && matches!(s.says, Says::Ordinal(_)));
    let is_denied = |range: &Range<usize>| {
        signs.iter().filter(|sign| sign.says == Says::Not && sign.range.end <= range.start).any(|sign| {
            let between = sign.range.end..range.start;
            text.reading.between(between.clone()).is_some_and(|words| words <= 2)
                && !text.reading.words_between(between).any(|word| long(&word))
        })
    };
    // `no other figure` denies something of figures, if not all: it says of none that it is there.
    let is_touched = |range: &Range<usize>| {
        let mut before = signs.iter().filter(|sign| sign.says == Says::Not && sign.range.end <= range.start);
        before.any(|sign| text.reading.between(sign.range.end..range.start).is_some_and(|words| words <= 3))
    };
    let counts = |range: &Range<usize>| if denied { is_denied(range) } else { !is_touched(range) };
    let words = text.reading.words_between(all).filter(long);
    words.filter(|(range, _)| counts(range) && !is_ordinal(range)).collect()
}

/// The states that a sentence speaks of by a word made of their names: `the Kazakh account`.
fn adjectives(passage: &Passage<'_, '_>) -> Vec<&'static str> {
    let reading = &passage.text.reading;
    let words = reading.words_between(passage.range.clone());
    words.filter_map(|(range, word)| called_after(reading.language_at(range.start), word)).collect()
}

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let denies = text.reading.signs.iter().any(|sign| sign.says == Says::Not);
    if !denies || !text.is_of_document() || text.field.starts_with("evidence:") || is_disputed(material, text) {
        return None;
    }
    let mut rare = words(text, true);
    rare.retain(|(_, word)| material.times_said(word) <= OFTEN);
    if rare.is_empty() {
        return None;
    }
    let own: Vec<(Range<usize>, &str)> = words(text, false);
    let beside = material.texts().beside(material.briefing, text);
    let telling = |other: &&&Text<'_>| other.is_short() || other.paraphrase_of().is_some();
    let short: Vec<&&Text<'_>> = beside.iter().filter(telling).collect();
    rare.into_iter().find_map(|(range, word)| {
        // What is denied of one may be so of another: `Nawras Rocks has not signed` beside `three states have signed`.
        let here = Passage::all(text).find(|passage| passage.range.contains(&range.start))?;
        let of: Vec<_> = here.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Person)).collect();
        let codes = adjectives(&here);
        let says = |passage: &Passage<'_, '_>| {
            let mut words = passage.text.reading.words_between(passage.range.clone());
            words.any(|(_, other)| stem(other) == stem(word))
        };
        let names = |passage: &Passage<'_, '_>| {
            of.is_empty() || passage.names.iter().any(|name| of.iter().any(|of| of.of == name.of))
        };
        let calls =
            |passage: &Passage<'_, '_>| codes.is_empty() || adjectives(passage).iter().any(|code| codes.contains(code));
        let names_nobody = of.is_empty() && codes.is_empty();
        let is_of = |other: &Text<'_>| {
            names_nobody || Passage::all(other).any(|passage| says(&passage) && names(&passage) && calls(&passage))
        };
        let is_it = |other: &str| stem(other) == stem(word);
        if own.iter().any(|(_, other)| is_it(other)) {
            return None;
        }
        let has = |text: &Text<'_>, denied| words(text, denied).iter().any(|(_, other)| is_it(other));
        let said = short.iter().any(|other| is_of(other) && has(other, false));
        if !said || beside.iter().any(|other| has(other, true)) {
            return None;
        }
        let start =
            text.reading.signs.iter().rev().find(|sign| sign.says == Says::Not && sign.range.end <= range.start)?;
        let said = text.part(&(start.range.start..range.end));
        let title = message!(findings::denied_in_text, said = said.clone());
        let detail = message!(findings::denied_other, said = said.clone(), text = text.text.to_owned());
        Some(Passage::all(text).next()?.finding(material, &said, title, detail))
    })
}
