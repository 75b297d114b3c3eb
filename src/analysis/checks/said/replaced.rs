//! Lists of the same things of which one has another item: `UN, SCO, BRICS, G7` beside `UN, SCO, BRICS, G20`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::pool;
use super::otherwise::Read;
use super::{Passage, is_disputed};
use crate::analysis::bodies::body_named;
use crate::analysis::fold::{known_by, stem};
use crate::analysis::reading::{Mention, What};
use crate::briefing::cores;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "item-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::item_in_text),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, |text| if tells(text) { lists(text) } else { Vec::new() });
        cores::flat_map(texts, |text| {
            let held = tells(text) && !is_disputed(material, text);
            held.then(|| of_text(material, &all, text)).flatten()
        })
    },
}];

/// Fewer items are no list; more are a table.
const LEAST: usize = 3;
const MOST: usize = 24;
/// So many words an item has at most.
const WORDS: usize = 5;
/// So many items that are the same, of plain words, are no chance; of names so many.
const PLAIN: usize = 4;
const NAMES: usize = 3;

/// An item of a list.
struct Item {
    range: Range<usize>,
    /// The body that it names, or else how it is written, folded.
    written: String,
    /// The body itself.
    body: Option<&'static str>,
    /// The stems of its words.
    stems: BTreeSet<String>,
    /// Whether it is a name: a word of it has a capital or a digit.
    name: bool,
}

impl Item {
    fn is(&self, other: &Self) -> bool {
        self.written == other.written || self.stems.iter().any(|stem| other.stems.contains(stem))
    }
}

const fn tells(text: &Text<'_>) -> bool {
    text.claim().is_some() || matches!(text.about, About::Sentence(_) | About::Account)
}

/// The lists of a text: what stands between commas, with `and` before the last.
fn lists(text: &Text<'_>) -> Vec<Vec<Item>> {
    let reading = &text.reading;
    let of = |passage: &Passage<'_, '_>| {
        let mut lists: Vec<Vec<Item>> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        let mut words: Vec<(Range<usize>, Cow<'_, str>)> = Vec::new();
        let ends = |words: &mut Vec<(Range<usize>, Cow<'_, str>)>, items: &mut Vec<Item>| {
            let item = item(text, words);
            words.clear();
            items.extend(item);
        };
        let is_within = |range: &Range<usize>| {
            let mentioned = |mention: &&Mention| mention.range.start <= range.start && range.end <= mention.range.end;
            passage.mentions.iter().find(mentioned)
        };
        for (range, word) in reading.spelt(passage.range.clone()) {
            // The comma of `July 13, 2025` parts nothing, and no day is an item.
            if let Some(What::Day(day) | What::Span(day, _)) = is_within(&range).map(|mention| &mention.what)
                && day.month.is_some()
            {
                words.clear();
                lists.push(std::mem::take(&mut items));
                continue;
            }
            let parts = [",", "、", "،", "，"].contains(&word.as_ref());
            if parts || reading.is_and(&word) && word.chars().count() > 0 && !word.is_empty() && is_small(&word) {
                // `, and` parts once.
                if !words.is_empty() {
                    ends(&mut words, &mut items);
                }
            } else if [":", "：", ".", ";", "。", "；", "(", ")", "—"].contains(&word.as_ref()) {
                ends(&mut words, &mut items);
                lists.push(std::mem::take(&mut items));
            } else {
                words.push((range, word));
            }
        }
        ends(&mut words, &mut items);
        lists.push(items);
        lists
    };
    let all = Passage::all(text).flat_map(|passage| of(&passage));
    all.filter(|list| (LEAST..=MOST).contains(&list.len())).collect()
}

/// Whether two lists are written in one language: what is called otherwise in another is the same thing.
fn in_one_language(text: &Text<'_>, list: &[Item], other: &Text<'_>, theirs: &[Item]) -> bool {
    let language = |text: &Text<'_>, list: &[Item]| list.first().map(|item| text.reading.language_at(item.range.start));
    language(text, list) == language(other, theirs)
}

/// Whether a word is short enough to do nothing but join.
fn is_small(word: &str) -> bool {
    word.chars().count() <= 3
}

/// An item, of a long one its last words: what leads to a list stands before its first.
fn item(text: &Text<'_>, words: &[(Range<usize>, Cow<'_, str>)]) -> Option<Item> {
    let words = &words[words.len().saturating_sub(WORDS)..];
    let (first, last) = (words.first()?, words.last()?);
    let range = first.0.start..last.0.end;
    let written = text.text.get(range.clone())?;
    let is_telling = |(range, word): &&(Range<usize>, Cow<'_, str>)| {
        let capital = text.text.get(range.clone()).and_then(|own| own.chars().next()).is_some_and(char::is_uppercase);
        word.chars().count() >= 4 || capital && word.chars().count() > 1
    };
    let telling: Vec<&(Range<usize>, Cow<'_, str>)> = words.iter().filter(is_telling).collect();
    // `the UN`, `the G20`: its last word, or its last two.
    let body = (1..=words.len().min(2)).find_map(|length| {
        let first = words.get(words.len() - length)?;
        body_named(text.text.get(first.0.start..last.0.end)?)
    });
    let name = telling.iter().any(|(range, _)| {
        let own = text.text.get(range.clone()).unwrap_or_default();
        own.chars().next().is_some_and(char::is_uppercase) || own.chars().any(|c| c.is_ascii_digit())
    });
    let body = body_named(written).or(body);
    let written = body.map_or_else(|| known_by(written), str::to_owned);
    let stems = telling.iter().map(|(_, word)| stem(word).to_owned()).collect();
    (!telling.is_empty() || body.is_some()).then_some(Item {
        range,
        written,
        body,
        stems,
        name: name || body.is_some(),
    })
}

fn of_text(material: &Material<'_>, all: &Read<Vec<Item>>, text: &Text<'_>) -> Option<Finding> {
    let own = all.in_text(text);
    if own.is_empty() {
        return None;
    }
    let pool: Vec<&Text<'_>> = pool(material, text).into_iter().map(|(other, _)| other).collect();
    if let Some(finding) = of_bodies(material, all, text, &pool) {
        return Some(finding);
    }
    let alike = |other: &&Text<'_>| other.reading.language() == text.reading.language();
    let pool: Vec<&Text<'_>> = pool.into_iter().filter(alike).collect();
    own.iter().find_map(|list| {
        pool.iter().find_map(|other| {
            let mut there = all.in_text(other).iter().filter(|there| in_one_language(text, list, other, there));
            let (item, rival) = there.find_map(|there| replaced(list, there))?;
            // What anything else about the same has is no mistake.
            let has = |text: &Text<'_>, item: &Item| {
                let body = |range: Range<usize>| text.text.get(range).and_then(body_named);
                text.reading.words_between(0..text.text.len()).any(|(range, word)| {
                    item.stems.contains(stem(word)) || body(range).is_some_and(|body| body == item.written)
                })
            };
            if pool.iter().any(|other| has(other, item)) || has(text, rival) {
                return None;
            }
            finding(material, text, &item.range, (other, &rival.range))
        })
    })
}

/// Lists of bodies that have all but one in common, in whatever language and with whatever else.
fn of_bodies(material: &Material<'_>, all: &Read<Vec<Item>>, text: &Text<'_>, pool: &[&Text<'_>]) -> Option<Finding> {
    /// So many bodies that are the same are no chance.
    const SAME: usize = 3;
    let bodies = |text: &Text<'_>| -> Vec<(&str, Range<usize>)> {
        all.in_text(text).iter().flatten().filter_map(|item| Some((item.body?, item.range.clone()))).collect()
    };
    let own = bodies(text);
    if own.len() <= SAME {
        return None;
    }
    let only = |a: &[(&str, Range<usize>)], b: &[(&str, Range<usize>)]| -> Vec<usize> {
        (0..a.len()).filter(|at| !b.iter().any(|(body, _)| *body == a[*at].0)).collect()
    };
    pool.iter().find_map(|other| {
        let there = bodies(other);
        let ([mine], [theirs]) = (&only(&own, &there)[..], &only(&there, &own)[..]) else { return None };
        let told = pool.iter().any(|other| bodies(other).iter().any(|(body, _)| *body == own[*mine].0));
        if told {
            return None;
        }
        finding(material, text, &own[*mine].1, (other, &there[*theirs].1))
    })
}

/// What is wrong with an item, in whose place another text has another.
fn finding(
    material: &Material<'_>,
    text: &Text<'_>,
    item: &Range<usize>,
    (other, rival): (&Text<'_>, &Range<usize>),
) -> Option<Finding> {
    let said = text.part(item);
    let title = message!(findings::item_in_text, said = said.clone());
    Some(Passage::all(text).next()?.finding_beside(material, &said, title, (other.part(rival), other.text)))
}

/// The only item of a list that another of as many has not, and the one that it has instead.
fn replaced<'l>(list: &'l [Item], other: &'l [Item]) -> Option<(&'l Item, &'l Item)> {
    if list.len() != other.len() {
        return None;
    }
    let missing = |a: &'l [Item], b: &[Item]| -> Vec<&'l Item> {
        a.iter().filter(|item| !b.iter().any(|other| item.is(other))).collect()
    };
    let ([item], [rival]) = (&missing(list, other)[..], &missing(other, list)[..]) else { return None };
    let least = if item.name && rival.name { NAMES } else { PLAIN };
    (list.len() > least && item.name == rival.name).then_some((*item, *rival))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_list_has_the_same_items() {
        let wrong = [
            ("Named are the UN, the OSCE, NATO and the WTO.", "UN, OSCE, NATO, IMF"),
            (
                "Sie nannten Energie, Klima, Verkehr, Handel und Sicherheit.",
                "Energie, Klima, Verkehr, Handel und Kultur",
            ),
            ("Ils ont cité Paris, Madrid, Rome et Vienne.", "Paris, Madrid, Rome et Berlin"),
            ("Они назвали Париж, Мадрид, Рим и Вену.", "Париж, Мадрид, Рим и Берлин"),
            (
                "Nombraron energía, clima, transporte, comercio y seguridad.",
                "energía, clima, transporte, comercio y cultura",
            ),
            (
                "The five are trade, climate, technology, crime and rights.",
                "trade, defence, technology, crime and rights",
            ),
        ];
        let right = [
            ("Named are the UN, the OSCE, NATO and the G20.", "G20, NATO, OSCE, UN"),
            ("Named are the UN, the OSCE, NATO and the G20.", "UN, OSCE and NATO"),
            ("The five are trade, climate, technology, crime and rights.", "trade, climate, tech, crime and law"),
            ("Sie nannten Energie, Klima und Verkehr.", "Energie, Klima und Transport"),
            ("They named Paris, Madrid, Rome and Vienna, and then Berlin.", "Paris, Madrid, Rome and Berlin"),
            ("Named are the UN, the OSCE and NATO.", "UN, OSCE, NATO and others"),
            (
                "Russia’s and China’s ministers met on July 13, 2025, to talk of energy and world problems.",
                "They met the day before, on 13 July, about working together and about world problems",
            ),
            (
                "On July 13, 2025, they met on trade, energy and climate.",
                "On 14 July 2025, they met on trade, energy and climate",
            ),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
