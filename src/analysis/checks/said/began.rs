//! Since when something has been so: `a treaty in force since 2001` beside `the treaty took effect in 2003`, where nothing
//! about the same knows of the other year.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::tellers;
use super::otherwise::Read;
use super::same::Subject;
use super::statuses::ROLES;
use super::{Passage, repeats};
use crate::analysis::reading::{Day, Mention, Pair, Says, What};
use crate::briefing::cores;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "began-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::began_in_text),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, |text| if tells(text) { beginnings(text) } else { Vec::new() });
        cores::flat_map(texts, |text| of_text(material, &all, text))
    },
}];

/// The day, month or year in which something is said to have begun, with the word that says so.
struct Beginning {
    range: Range<usize>,
    day: Day,
    says: Says,
    /// Short words in capitals, as `EU`: they tell one thing from another.
    letters: BTreeSet<String>,
}

/// So many words stand between a word for a beginning and its day.
const NEAR: usize = 3;
/// So many capitals stand for a name.
const LETTERS: usize = 4;

/// What says that something began, or has been so from then on.
const BEGINS: &[Says] = &[Says::Since, Says::Founded, Says::InForce, Says::Either(Pair::Begun, true)];
/// What is told of a stretch of time, and not of what began with it; and what others hold against the data.
const OTHERS: &[Says] = &[
    Says::Not,
    Says::Never,
    Says::Wish,
    Says::Highest,
    Says::Lowest,
    Says::Record,
    Says::Rise,
    Says::Fall,
    Says::Growth,
    Says::Joins,
    Says::Becomes,
    Says::Again,
    Says::Each,
];

/// Whether a text says something that others can bear out.
fn tells(text: &Text<'_>) -> bool {
    match text.about {
        About::Claim(_) | About::ClaimInShort(_) | About::Account | About::Meeting | About::Milestone(_) => true,
        About::Event(_) | About::Sentence(_) => matches!(&*text.field, "label" | "paraphrase"),
        About::Source => &*text.field == "note",
        _ => false,
    }
}

/// The beginnings that a text tells of, in its order.
fn beginnings(text: &Text<'_>) -> Vec<Beginning> {
    if !text.reading.signs.iter().any(|sign| BEGINS.contains(&sign.says)) {
        return Vec::new();
    }
    Passage::all(text)
        .filter(|passage| !passage.says_any(OTHERS) && !passage.says_any(ROLES))
        .filter_map(|passage| beginning(&passage))
        .collect()
}

/// The only beginning that a sentence tells of.
fn beginning(passage: &Passage<'_, '_>) -> Option<Beginning> {
    let reading = &passage.text.reading;
    let mut dated = passage.mentions.iter().filter_map(|mention: &Mention| match mention.what {
        What::Day(day) => Some((&mention.range, day)),
        _ => None,
    });
    let (at, day) = dated.next().filter(|(_, day)| day.year.is_some())?;
    if dated.next().is_some() {
        return None;
    }
    let sign = passage.signs_of(BEGINS).find(|sign| {
        let (first, last) = if sign.range.end <= at.start { (&sign.range, at) } else { (at, &sign.range) };
        first.end <= last.start
            && passage.apart(first, last).is_some_and(|words| words <= NEAR)
            && !reading.parts_clauses(first.end..last.start)
    })?;
    let capitals = reading.capitals().filter(|(range, _)| passage.range.contains(&range.start));
    let letters = capitals
        .filter(|(range, word)| word.chars().count() <= LETTERS && passage.part(range).chars().all(char::is_uppercase));
    Some(Beginning {
        range: sign.range.start.min(at.start)..sign.range.end.max(at.end),
        day,
        says: sign.says,
        letters: letters.map(|(_, word)| word.to_owned()).collect(),
    })
}

fn of_text(material: &Material<'_>, all: &Read<Beginning>, text: &Text<'_>) -> Option<Finding> {
    let own = all.in_text(text);
    if own.is_empty() || repeats(material, text) || matches!(text.about, About::Source) {
        return None;
    }
    let pool = tellers(material, text);
    own.iter().find_map(|here| {
        let told = |other: &&Text<'_>| other.reading.days().any(|day| day.year.is_some() && day.agrees(here.day));
        if own.len() > 1 || pool.iter().any(told) {
            return None;
        }
        let about = Subject::around(material, text, &here.range)?;
        let (other, rival) = pool.iter().find_map(|other| {
            let rival = all.in_text(other).iter().filter(|rival| !rival.day.agrees(here.day)).find(|rival| {
                let there = Subject::around(material, other, &rival.range);
                // Work on a bridge begins before it is in use: all that the one tells of, the other does.
                there.is_some_and(|there| {
                    let (within, holds) = (about.is_within(&there), there.is_within(&about));
                    let same = if here.says == rival.says { within || holds } else { within && holds };
                    let of_same = !about.is_of_others(&there) && here.letters == rival.letters;
                    of_same && same && about.shares_words(&there)
                })
            });
            Some((*other, rival?))
        })?;
        let passage = Passage::around(text, here.range.start)?;
        let said = text.part(&here.range);
        let title = message!(findings::began_in_text, said = said.clone());
        Some(passage.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn the_same_began_when_all_texts_have_it_begin() {
        let wrong = [
            ("The treaty has been in force since 2001.", "treaty in force since 2003"),
            ("The blockade began in 2019.", "a blockade since 2018"),
            ("Блокада идёт с 2019 года.", "блокада с 2018 года"),
            ("Die Blockade besteht seit 2019.", "die Blockade besteht seit 2018"),
            ("Le blocus existe depuis 2019.", "le blocus existe depuis 2018"),
            ("El bloqueo existe desde 2019.", "el bloqueo existe desde 2018"),
            ("封锁自2019年开始。", "封锁自2018年开始"),
            ("الحصار قائم منذ عام 2019.", "الحصار منذ عام 2018"),
            ("The fund was set up in May 2019.", "fund set up in June 2019"),
        ];
        let right = [
            ("The treaty has been in force since May 2001.", "treaty in force since 2001"),
            ("The blockade began in 2019.", "dinners since 2018"),
            ("Trade in treaty goods has grown since 2001.", "treaty in force since 2003"),
            ("India has been a member since 2016.", "India has had a seat since 2017"),
            ("The treaty of China began in 2001.", "treaty of India began in 2003"),
            ("Sanctions have been in force since 2022.", "EU sanctions in force since 2014"),
            ("Building of the bridge began in 2016.", "bridge in use since 2022"),
            ("Der Bau der Brücke begann 2016.", "die Brücke ist seit 2022 in Betrieb"),
            ("The treaty was signed in 2001 and has been in force since 2003.", "treaty in force since 2003"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
