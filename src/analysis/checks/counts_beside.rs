//! Counts of the same in two texts: do both come to one number?

use std::collections::BTreeSet;
use std::ops::Range;

use super::Material;
use super::counts_said::{counts, is_before, is_part};
use super::said::{Passage, is_disputed};
use super::texts::Text;
use crate::analysis::fold::stem;
use crate::analysis::reading::{Mention, Quantity, Says, Sign, Unit};
use crate::briefing::Message;
use crate::message;

/// So many of anything are counted and not just mentioned.
const FEW: u32 = 4;

/// What a number counts: the words after it, as they are compared. What is counted from something, `31 days after`, what
/// says which one, and how many times as much something is, are no such counts.
fn noun(text: &Text<'_>, mention: &Mention, quantity: &Quantity) -> Option<String> {
    /// What stands behind a number that counts nothing that is named there.
    const NO_NOUN: [Says; 8] =
        [Says::Is, Says::Was, Says::Joins, Says::Leaves, Says::Becomes, Says::Times, Says::OfWhich, Says::Than];
    let after: Vec<&str> = text.reading.words_after(mention.range.end).take(4).collect();
    let says = |sign: &Sign| matches!(sign.says, Says::Ordinal(_)) && sign.range.contains(&mention.range.start);
    if text.reading.signs.iter().any(says) {
        return None;
    }
    if let Some(unit) = quantity.unit {
        let from_something = text.reading.is_counted_from(mention.range.end);
        return (matches!(unit, Unit::Days | Unit::Weeks) && !from_something).then(|| format!("{unit:?}"));
    }
    // `the thirteen and Türkiye`: a number in words that stands for what was counted before.
    let alone = after.first().is_some_and(|word| text.reading.is_and(word));
    if alone && quantity.spelled && quantity.count().is_some_and(|count| count >= FEW) {
        return Some(String::new());
    }
    let first = after.first()?;
    let behind = text.reading.words_between(mention.range.end..text.text.len()).next()?.0;
    if text.reading.signs.iter().any(|sign| sign.range.start == behind.start && NO_NOUN.contains(&sign.says)) {
        return None;
    }
    let han: String = after.iter().take_while(|word| word.chars().count() == 1).copied().collect();
    if han.chars().count() > 1 {
        return Some(han.trim_start_matches(['个', '個', '名', '位', '国', '國']).chars().take(2).collect());
    }
    (first.chars().count() >= 4).then(|| (*first).to_owned())
}

/// Whether two nouns are one but for their endings.
fn is_one_noun(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    // A number that stands alone counts nothing that a short noun names.
    let both = a.is_empty() == b.is_empty();
    both && shared >= shorter.saturating_sub(1).max(3).min(shorter) && longer <= shorter + 3
}

/// Another text about the same that counts the same things and comes to another number.
pub(super) fn of_others(
    material: &Material<'_>,
    text: &Text<'_>,
    (mention, quantity, count): (&Mention, &Quantity, u32),
) -> Option<Message> {
    let own = noun(text, mention, quantity)?;
    let here = Passage::around(text, mention.range.start)?;
    if is_of_part_or_time(&here, mention) || is_disputed(material, text) {
        return None;
    }
    let said_here = around(&here, mention, &own);
    let mut others: Vec<u32> = Vec::new();
    for other in material.texts().around(material.briefing, text) {
        for (mention, quantity, number) in counts(other) {
            if noun(other, mention, quantity).is_some_and(|noun| is_one_noun(&noun, &own)) {
                // As many as here: that settles it.
                if number == count {
                    return None;
                }
                let there = Passage::around(other, mention.range.start)?;
                // Some of them, those of another time, or what is told of in other words, may be other things.
                if is_of_part_or_time(&there, mention) || around(&there, mention, &own).is_disjoint(&said_here) {
                    return None;
                }
                others.push(number);
            }
        }
    }
    // A text that counts two such things itself speaks of more than one.
    let same = |(mention, quantity, _): &(&Mention, &Quantity, u32)| {
        noun(text, mention, quantity).is_some_and(|noun| is_one_noun(&noun, &own))
    };
    let again = counts(text).filter(same).count();
    let other = others.first()?;
    if again > 1 || others.iter().any(|number| number != other) {
        return None;
    }
    let said = text.part(&mention.range);
    Some(message!(findings::count_elsewhere, said = said, other = u64::from(*other), text = text.text.to_owned()))
}

/// Whether a number is that of a part of what is counted or what it is a part of, or was so at another time.
fn is_of_part_or_time(here: &Passage<'_, '_>, mention: &Mention) -> bool {
    let (reading, start) = (&here.text.reading, mention.range.start);
    let of_it = reading.spelt(reading.back(start, 2)..start).any(|(range, _)| reading.ties(range));
    let changes =
        [Says::Joins, Says::Leaves, Says::Becomes, Says::Only, Says::Not, Says::Wish, Says::After, Says::Until];
    // `two countries from outside`, `two that came`: what follows picks them out.
    let picked = here.signs_of(&[Says::From, Says::Relative, Says::Except]).any(|sign| {
        let behind = mention.range.end..sign.range.start;
        behind.start <= behind.end && reading.between(behind).is_some_and(|words| words <= 2)
    });
    of_it || picked || is_part(here, mention) || is_before(here) || here.says_any(&changes)
}

/// What a sentence says besides the number and what it counts: the beginnings of its long words, or its Chinese characters
/// in pairs, and the keys of the names that it has.
fn around(here: &Passage<'_, '_>, mention: &Mention, noun: &str) -> BTreeSet<String> {
    /// From so many letters on a word says something.
    const LONG: usize = 5;
    let reading = &here.text.reading;
    let words = || reading.words_between(here.range.clone()).filter(|(range, _)| *range != mention.range);
    let long = words().filter(|(_, word)| word.chars().count() >= LONG && !is_one_noun(word, noun));
    let mut found: BTreeSet<String> = long.map(|(_, word)| stem(word).to_owned()).collect();
    let after = |(range, _): &(Range<usize>, &str)| range.start >= reading.ahead(mention.range.end, 2);
    let single: Vec<&str> = words().filter(after).map(|(_, word)| word).collect();
    let pairs = single.windows(2).filter(|pair| pair.iter().all(|word| word.chars().all(|c| c as u32 > 0x2e80)));
    found.extend(pairs.map(<[&str]>::concat));
    found.extend(here.names.iter().map(|name| name.of.as_str().to_owned()));
    found
}
