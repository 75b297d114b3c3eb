//! Who did it to whom: a sentence in which the two who are named have changed places, beside one that says the same of
//! them in their right ones: `Iran is larger than Iraq` beside `Iraq is larger than Iran`. What each may do to the other
//! in turn has to be told of with the same besides.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::texts::Text;
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::otherwise::{Read, Told, is_own, told_otherwise};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Name, Named, Says};
use crate::briefing::{Key, cores};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "roles-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::roles_in_text),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, |text| if is_own(text) { acts(text) } else { Vec::new() });
        cores::flat_map(texts, |text| of_text(material, &all, text))
    },
}];

/// What one does to another, by what stands between their names.
struct Act<'t> {
    range: Range<usize>,
    first: (&'t Key, &'t str),
    second: (&'t Key, &'t str),
    /// The stems of the long words, and the short ones, as they are written.
    stems: BTreeSet<&'t str>,
    short: Vec<&'t str>,
    /// Whether names have cases, so that either can stand first.
    cases: bool,
    /// Whether the one is more than the other, which cannot be so both ways.
    compares: bool,
}

impl Act<'_> {
    fn is_same_act(&self, other: &Self) -> bool {
        !self.stems.is_empty() && self.stems == other.stems && self.short == other.short
    }
}

impl Told for Act<'_> {
    fn place(&self) -> &Range<usize> {
        &self.range
    }

    fn agrees(&self, other: &Self) -> bool {
        self.first.0 == other.first.0 && self.second.0 == other.second.0 && self.is_same_act(other)
    }

    /// Whether the two have changed places, and not only stand in another order.
    fn is_contrary(&self, other: &Self) -> bool {
        let crossed = self.first.0 == other.second.0 && self.second.0 == other.first.0;
        let other_case = self.first.1 != other.second.1 || self.second.1 != other.first.1;
        crossed && (!self.cases || other_case) && self.is_same_act(other)
    }
}

/// So many words stand between two, of whom one does something to the other.
const BETWEEN: usize = 6;
/// From so many letters on a word says what is done.
const LONG: usize = 4;

/// What two do together, or how they stand to each other whichever is named first; what is left open.
const MUTUAL: &[Says] = &[
    Says::With,
    Says::Mutual,
    Says::Meets,
    Says::Talks,
    Says::Trade,
    Says::Summit,
    Says::Signed,
    Says::Together,
    Says::Between,
    Says::Against,
    Says::Besides,
    Says::Not,
    Says::Never,
    Says::Wish,
];

/// What a text tells of two by their names.
fn acts<'t>(text: &'t Text<'_>) -> Vec<Act<'t>> {
    Passage::all(text)
        .flat_map(|passage| [Named::Person, Named::State].map(|kind| of_kind(&passage, kind)))
        .flatten()
        .collect()
}

/// What a sentence tells that names two of a kind, each once.
fn of_kind<'t>(passage: &Passage<'t, '_>, kind: Named) -> Option<Act<'t>> {
    let mut all = passage.names.iter().filter(|name| name.kind == kind);
    let (first, second) = (all.next()?, all.next()?);
    if all.next().is_some() || first.of == second.of {
        return None;
    }
    let text = passage.text;
    let between = first.range.end..second.range.start;
    let written = text.text.get(between.clone())?;
    // What is somebody’s is not they; and who acts is told of in one clause.
    let owns = |name: &Name<'_>| text.text.get(name.range.end..).is_some_and(|rest| rest.starts_with(['’', '\'']));
    let whole = text.reading.between(between.clone()).is_some_and(|words| (1..=BETWEEN).contains(&words));
    let mutual = passage.says_within(&between, MUTUAL);
    if !whole || mutual || owns(first) || owns(second) || text.reading.parts_clauses(between.clone()) {
        return None;
    }
    let (mut stems, mut short) = (BTreeSet::new(), Vec::new());
    let words: Vec<&str> = text.reading.words_between(between.clone()).map(|(_, word)| word).collect();
    if words.iter().all(|word| word.chars().count() == 1) {
        // Chinese: the whole of it.
        stems.insert(written.trim());
    } else {
        for word in words {
            if word.chars().count() >= LONG {
                stems.insert(stem(word));
            } else {
                short.push(word);
            }
        }
    }
    let cases = matches!(passage.language(), "ru" | "ar");
    let part = |name: &Name<'_>| text.text.get(name.range.clone());
    Some(Act {
        range: first.range.start..second.range.end,
        first: (first.of, part(first)?),
        second: (second.of, part(second)?),
        stems,
        short,
        cases,
        compares: passage.says_within(&between, &[Says::Than]),
    })
}

fn of_text(material: &Material<'_>, all: &Read<Act<'_>>, text: &Text<'_>) -> Option<Finding> {
    let (here, other, rival) = told_otherwise(
        material,
        all,
        text,
        |_| true,
        |about, here, (_, there, _)| !about.is_of_other_days(there) && (here.compares || about.shares_words(there)),
    )?;
    let passage = Passage::around(text, here.range.start)?;
    let said = text.part(&here.range);
    let title = message!(findings::roles_in_text, said = said.clone());
    Some(passage.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn who_does_it_to_whom_is_the_same() {
        let wrong = [
            ("Lavrov thanked Wang for the dinner.", "Wang thanked Lavrov for the dinner"),
            ("Iran is larger than Pakistan.", "Pakistan is larger than Iran"),
            ("Russia granted China a loan.", "China granted Russia a loan"),
            ("Лавров поблагодарил Ван И за ужин.", "Ван И поблагодарил Лаврова за ужин"),
            ("拉夫罗夫感谢王毅设晚宴。", "王毅感谢拉夫罗夫设晚宴"),
            ("Lavrov a remercié Wang Yi pour le dîner.", "Wang Yi a remercié Lavrov pour le dîner"),
            ("Lavrov agradeció a Wang Yi la cena.", "Wang Yi agradeció a Lavrov la cena"),
            ("Lawrow lobte Wang Yi für die Rede.", "Wang Yi lobte Lawrow für die Rede"),
        ];
        let right = [
            ("Lavrov thanked Wang for the dinner.", "Wang was thanked by Lavrov"),
            ("Lavrov met Wang in Beijing.", "Wang met Lavrov"),
            ("Russia borders China.", "China borders Russia"),
            ("Russia traded with China.", "China traded with Russia"),
            ("Lavrov thanked Wang, and Wang thanked Lavrov.", "Wang thanked Lavrov"),
            ("Ван И поблагодарил Лаврова.", "Лаврова поблагодарил Ван И"),
            ("Lavrov’s minister praised Wang.", "Wang’s minister praised Lavrov"),
            ("Lavrov did not thank Wang.", "Wang thanked Lavrov"),
            ("Russia supports China in the UN.", "China supports Russia in the UN"),
            ("Россия поддерживает Китай.", "Китай поддерживает Россию"),
            ("Putin invited Xi to Moscow.", "Xi invited Putin to Beijing"),
            ("Russia is the largest supplier of China.", "China is the largest buyer of Russia"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
