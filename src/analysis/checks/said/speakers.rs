//! Who said what is quoted: the same words in quotation marks are one person’s in all texts.

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::AHashMap;

use super::super::texts::{TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Name, Named, Says};
use crate::briefing::Key;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] =
    &[Check { key: "person-unheard", needs: Needs::Meeting, holds: label!(checks::person_unheard), run: exchanged }];

/// Fewer words are said by many; of Chinese each sign counts.
const WORDS: usize = 6;
const SIGNS: usize = 9;
/// So many words stand between somebody and that they said something.
const NEAR: usize = 1;

/// A quotation with whoever is said to have said it.
struct Quoted<'t, 'a> {
    text: &'t Text<'a>,
    passage: Passage<'t, 'a>,
    speaker: &'t Name<'a>,
}

fn exchanged(material: &Material<'_>) -> Vec<Finding> {
    let mut by_words: AHashMap<String, Vec<Quoted<'_, '_>>> = AHashMap::new();
    for text in material.texts().all.iter().filter(|text| !is_disputed(material, text)) {
        for (words, quoted) in quotations(text) {
            let all = by_words.entry(words).or_default();
            if all.len() < TOGETHER {
                all.push(quoted);
            }
        }
    }
    let mut found: Vec<(usize, Finding)> = by_words.values().flat_map(|all| of_one(material, all)).collect();
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// What is found of one quotation, with the numbers of the texts.
fn of_one(material: &Material<'_>, all: &[Quoted<'_, '_>]) -> Vec<(usize, Finding)> {
    let speakers: BTreeSet<&Key> = all.iter().map(|quoted| quoted.speaker.of).collect();
    if speakers.len() != 2 {
        return Vec::new();
    }
    let find = |own: &Quoted<'_, '_>| {
        let other = all.iter().find(|other| other.speaker.of != own.speaker.of)?;
        let said = own.passage.part(&own.speaker.range);
        let title = message!(findings::person_unheard, said = said.clone());
        let there = other.passage.part(&other.speaker.range);
        let finding = own.passage.finding_beside(material, &said, title, (there, other.text.text));
        Some((own.text.number(), finding))
    };
    all.iter().filter(|quoted| quoted.text.is_held()).filter_map(find).collect()
}

/// The quotations of a text, by their words, each with the only person whom its sentence has beside a word for saying.
fn quotations<'t, 'a>(text: &'t Text<'a>) -> Vec<(String, Quoted<'t, 'a>)> {
    let says = |passage: &Passage<'_, '_>| passage.says(Says::Said);
    if text.named(Named::Person).next().is_none() {
        return Vec::new();
    }
    let of = |quotation: Range<usize>| {
        let words: Vec<&str> = text.reading.words_between(quotation.clone()).map(|(_, word)| word).collect();
        let passage = Passage::around(text, quotation.start).filter(says)?;
        let outside = |range: &Range<usize>| range.end <= quotation.start || range.start >= quotation.end;
        let people = passage.names.iter().filter(|name| name.kind == Named::Person && outside(&name.range));
        let people: Vec<&Name<'a>> = people.collect();
        let speaker = *people.first().filter(|first| people.iter().all(|other| other.of == first.of))?;
        let mut verbs = passage.signs_of(&[Says::Said]).filter(|sign| outside(&sign.range));
        let tied = verbs.any(|sign| passage.apart(&sign.range, &speaker.range).is_some_and(|words| words <= NEAR));
        let least = if passage.language() == "zh" { SIGNS } else { WORDS };
        let told = tied && !passage.says_any(&[Says::Not, Says::Never]) && words.len() >= least;
        told.then(|| (words.join(" "), Quoted { text, passage: passage.clone(), speaker }))
    };
    marked(text.text).into_iter().filter_map(of).collect()
}

/// What stands in quotation marks, without these.
fn marked(text: &str) -> Vec<Range<usize>> {
    let closes = |mark: char| match mark {
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '「' => Some('」'),
        '『' => Some('』'),
        '"' => Some('"'),
        _ => None,
    };
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices() {
        match open {
            Some((from, end)) if mark == end => {
                found.push(from..at);
                open = None;
            }
            Some(_) => {}
            None => open = closes(mark).map(|end| (at + mark.len_utf8(), end)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn the_same_words_are_said_by_one_person() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let wrong = [
            ("“We shall go on together as before,” said Wang.", "Lavrov said: “We shall go on together as before”"),
            (
                "„Wir gehen gemeinsam weiter wie bisher“, sagte Wang.",
                "Lawrow sagte: „Wir gehen gemeinsam weiter wie bisher“",
            ),
            (
                "«Мы и дальше пойдём вместе, как прежде», сказал Ван И.",
                "Лавров сказал: «Мы и дальше пойдём вместе, как прежде»",
            ),
            (
                "« Nous continuerons dans la même voie », a dit Wang.",
                "Lavrov a dit : « Nous continuerons dans la même voie »",
            ),
            (
                "«Seguiremos juntos por el mismo camino», dijo Wang.",
                "Lavrov dijo: «Seguiremos juntos por el mismo camino»",
            ),
            ("王毅说：“我们将继续共同前进。”", "拉夫罗夫说：“我们将继续共同前进。”"),
        ];
        let right = [
            ("“We shall go on together as before,” said Wang.", "Wang said: “We shall go on together as before”"),
            ("“We shall go on together as before,” said Wang.", "Lavrov said: “We shall go on together as ever”"),
            (
                "“We shall go on together as before,” Lavrov heard from Wang.",
                "Lavrov said: “We shall go on together as before”",
            ),
            (
                "“We shall go on together as before,” said Wang.",
                "Lavrov never said “We shall go on together as before”",
            ),
            ("“With one voice and regret,” said Wang.", "“With one voice and regret,” said Lavrov."),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
