//! Names of people that are spelled as nobody of them is: `Puttin`, and `Wang Li` for Wang Yi.

use std::collections::BTreeSet;
use std::ops::Range;

use strsim::osa_distance;

use super::people_said::called_after;
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::{fold, words};
use crate::analysis::reading::{Named, is_title};
use crate::analysis::reference::states_named;
use crate::briefing::Person;
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "person-spelt",
    needs: Needs::Meeting,
    holds: label!(checks::person_spelt),
    run: |material| {
        let people = People::of(material);
        each_held(material, |material, text| people.of_text(material, text))
    },
}];

/// Of fewer letters a name is like too many words.
const LEAST: usize = 4;
/// So many people are held against; more are no meeting that a text could speak of.
const PEOPLE: usize = 200;

/// A person with the folded words of each of their names.
struct Known<'a> {
    person: &'a Person,
    names: Vec<Vec<String>>,
}

struct People<'a>(Vec<Known<'a>>);

/// A folded name without what is written in one way or another: `Sergei` and `Sergey`, `Kassym` and `Qasym`, `Shia` and
/// `Schia`.
pub(super) fn plain(word: &str) -> String {
    let written =
        [("sch", "sh"), ("ye", "e"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ou", "u"), ("ss", "s"), ("aa", "a")];
    let word = written.iter().fold(word.to_owned(), |word, (one, other)| word.replace(one, other));
    word.replace(['y', 'j'], "i").replace('q', "k").replace('ё', "е").replace('й', "и")
}

impl<'a> People<'a> {
    fn of(material: &Material<'a>) -> Self {
        let of = |person: &'a Person| {
            let names = person.names.iter().map(|(_, name)| words(&fold(name)).map(str::to_owned).collect()).collect();
            Known { person, names }
        };
        Self(material.briefing.people().iter().take(PEOPLE).map(of).collect())
    }

    fn of_text(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        if self.0.is_empty() {
            return None;
        }
        let capitals: Vec<(Range<usize>, &str)> = text.reading.capitals().collect();
        let unknown = |(range, word): &&(Range<usize>, &str)| {
            let within = text.names.iter().any(|name| name.range.start <= range.start && range.end <= name.range.end);
            let language = text.reading.language_at(range.start);
            !within
                && !material.texts().names.has_word(word)
                && material.times_said(word) == 1
                && !text.reading.is_known_word(range.start, word)
                && states_named(word).next().is_none()
                && called_after(language, word).is_none()
        };
        let strangers: Vec<&(Range<usize>, &str)> = capitals.iter().filter(unknown).collect();
        let (range, known) = strangers.iter().find_map(|stranger| {
            let known = self.misspelt(material, text, stranger).or_else(|| self.misnamed(text, stranger));
            let known = known.or_else(|| self.forenamed(text, &capitals, stranger))?;
            Some((stranger.0.clone(), known))
        })?;
        let said = text.part(&range);
        let title = message!(findings::person_spelt, said = said.clone());
        let name = material.briefing.name(&known.person.names).to_owned();
        let detail =
            message!(findings::person_spelt_other, said = said.clone(), name = name, text = text.text.to_owned());
        let finding = text.finding(material.briefing, Outcome::Warn, title, detail);
        Some(finding.apart(&said).likely_caused_by(&said))
    }

    /// One of those who can be meant, but for a slip in their name.
    fn misspelt(
        &self,
        material: &Material<'_>,
        text: &Text<'_>,
        (_, word): &(Range<usize>, &str),
    ) -> Option<&Known<'a>> {
        let near = |name: &String| {
            let letters = name.chars().count();
            let first = name.chars().next() == word.chars().next();
            let latin = name.is_ascii() && word.is_ascii();
            // The endings of a case are no slip.
            first
                && latin
                && letters >= LEAST
                && plain(name) != plain(word)
                && osa_distance(name, word) == 1
                && word.strip_suffix('s') != Some(name.as_str())
        };
        let like = |known: &&Known<'_>| known.names.iter().flatten().any(near);
        let known = self.0.iter().find(like)?;
        Self::is_expected(material, text, known).then_some(known)
    }

    /// Somebody whose family name stands first, with another name behind it.
    fn misnamed(&self, text: &Text<'_>, (range, word): &(Range<usize>, &str)) -> Option<&Known<'a>> {
        let before = text.named(Named::Person).rfind(|name| name.range.end <= range.start)?;
        if text.reading.between(before.range.end..range.start) != Some(0) {
            return None;
        }
        // `Sergey V. Lavrov`: what stands between two names of one person is another of theirs.
        let mut behind = text.named(Named::Person).filter(|name| name.range.start >= range.end);
        let between = |name: &crate::analysis::reading::Name<'_>| {
            let gap = text.text.get(range.end..name.range.start);
            gap.is_some_and(|gap| gap.trim_start_matches('.').trim().is_empty())
        };
        if word.chars().count() == 1 || behind.next().is_some_and(|name| name.of == before.of && between(name)) {
            return None;
        }
        let written = fold(text.text.get(before.range.clone())?);
        let known = self.0.iter().find(|known| known.person.id == *before.of)?;
        let family = |name: &Vec<String>| name.len() == 2 && name[0] == written && plain(&name[1]) != plain(word);
        let fits = known.names.iter().any(family) && word.chars().count() <= 12;
        fits.then_some(known)
    }

    /// Somebody whose family name stands behind another first name than theirs: `Andrey Lavrov`.
    fn forenamed(
        &self,
        text: &Text<'_>,
        capitals: &[(Range<usize>, &str)],
        (range, word): &(Range<usize>, &str),
    ) -> Option<&Known<'a>> {
        let reading = &text.reading;
        let after = text.named(Named::Person).find(|name| name.range.start >= range.end)?;
        let between = text.text.get(range.end..after.range.start)?;
        // What begins a sentence has its capital for that, and in German every noun has one; before a title there is another.
        let begins = reading.sentences.iter().any(|sentence| sentence.start == range.start);
        let offices = reading.offices();
        let is_office =
            |own: &Range<usize>| offices.iter().any(|(office, _)| office.start <= own.start && own.end <= office.end);
        let led = capitals.iter().any(|(own, _)| {
            own.end < range.start && text.text.get(own.end..range.start) == Some(" ") && !is_office(own)
        });
        let is_name = between == " " && !begins && !led && !is_title(word) && !is_office(range);
        if !is_name || reading.language_at(range.start) == "de" || word.chars().count() < LEAST {
            return None;
        }
        let written = fold(text.text.get(after.range.clone())?);
        let known = self.0.iter().find(|known| known.person.id == *after.of)?;
        let others = |name: &&Vec<String>| name.iter().skip(1).any(|own| *own == written);
        let names: Vec<&Vec<String>> = known.names.iter().filter(others).collect();
        // A name that is written in one language or another is like itself, and so is the second half of a first name:
        // `Kassym-Jomart`.
        let unlike = |own: &String| {
            let (own, other) = (plain(own), plain(word));
            osa_distance(&own, &other) * 2 > own.chars().count().max(other.chars().count())
        };
        let mut first = names.iter().flat_map(|name| name.iter().filter(|own| **own != written));
        (!names.is_empty() && first.all(unlike)).then_some(known)
    }

    /// Whether somebody can be meant: nobody else of the text is, and those about the same name them.
    fn is_expected(material: &Material<'_>, text: &Text<'_>, known: &Known<'_>) -> bool {
        let id = &known.person.id;
        let beside = || material.texts().around(material.briefing, text);
        let mentioned = || text.claim().is_some_and(|claim| claim.mentions.contains(id));
        let named: BTreeSet<_> = text.names.iter().map(|name| name.of).collect();
        named.contains(id) || mentioned() || beside().any(|other| other.names.iter().any(|name| name.of == id))
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn nobody_is_called_by_a_name_that_is_nearly_theirs() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (id, text) in [
            ("may-accords-discussed", "Xi and Vladimir Puttin talked."),
            ("may-accords-discussed", "Xi Jinpeng was in Russia."),
            ("by-way-of-north-korea", "Lavrow was there for three days."),
            ("ministers-satisfied", "Both said so, Wang Li first."),
            ("by-way-of-north-korea", "From there Dmitry Lavrov flew on."),
            ("by-way-of-north-korea", "А оттуда Дмитрий Лавров улетел."),
            ("by-way-of-north-korea", "De là, Nikolaï Lavrov est reparti."),
        ] {
            assert_eq!(reason_after(CHECKS, id, text), ["Warn person-spelt"], "{text}");
        }
        for (id, text) in [
            ("by-way-of-north-korea", "Sergei Lavrov was there."),
            ("by-way-of-north-korea", "Sergey V. Lavrov was there, and Sergey Viktorovich Lavrov spoke."),
            ("by-way-of-north-korea", "Lavrov’s stay was short. Monday came."),
            ("ministers-satisfied", "Wang Yi praised it; Wang Foreign Minister of China."),
            ("ministers-satisfied", "Лаврову и Вану это понравилось."),
            ("by-way-of-north-korea", "From there Serguéi Lavrov flew on with Mr Lavrov’s aides."),
            ("by-way-of-north-korea", "Moscow’s Lavrov flew on. Afterwards Lavrov rested."),
            ("by-way-of-north-korea", "Von dort flog Chefdiplomat Lawrow weiter."),
        ] {
            assert_eq!(reason_after(CHECKS, id, text), [""; 0], "{text}");
        }
    }
}
