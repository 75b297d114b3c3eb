//! Whose account it is: what a text says of one side, where everything else says it of the other.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::people_said::called_after;
use super::super::reference::code_of;
use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs, Outcome};
use super::Passage;
use crate::analysis::cities::cities_named;
use crate::analysis::fold::stem;
use crate::analysis::reading::{Named, Reading, Says, language};
use crate::analysis::reference::of_code;
use crate::briefing::{Locator, Message};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "side-in-text",
    needs: Needs::Meeting,
    holds: label!(checks::side_in_text),
    run: |material| Sides::of(material).map(|sides| sides.findings(material)).unwrap_or_default(),
}];

/// The sides of a meeting, each by the code of its state.
struct Sides {
    /// With the key of its ministry or whoever speaks for it, as claims mention it.
    codes: Vec<(&'static str, String)>,
    /// The sides of each text, by its number in the list of all.
    of_text: Vec<BTreeSet<usize>>,
}

impl Sides {
    /// None where fewer than two sides give an account of which the state is known.
    fn of(material: &Material<'_>) -> Option<Self> {
        let meeting = material.briefing.meeting.as_ref()?;
        let party = |party: &crate::briefing::Party| {
            let reading = Reading::of(&party.name, language([party.name.as_str()]));
            let names = reading.names_of(&material.texts().names);
            let state = names.iter().find_map(|name| code_of(material, name));
            let adjective = || reading.all_words().find_map(|word| called_after(reading.language(), word));
            Some((state.or_else(adjective)?, party.id.to_string()))
        };
        let codes: Vec<_> = meeting.readouts.parties.iter().filter_map(party).collect();
        let unlike: BTreeSet<&str> = codes.iter().map(|(code, _)| *code).collect();
        if codes.len() < 2 || unlike.len() != codes.len() {
            return None;
        }
        let mut sides = Self { codes, of_text: Vec::new() };
        for text in &material.texts().all {
            let all = Passage::all(text).flat_map(|passage| sides.named(material, &passage)).map(|(_, side)| side);
            let all = all.collect();
            sides.of_text.push(all);
        }
        Some(sides)
    }

    /// The sides of a text, in order.
    fn sides_of(&self, text: &Text<'_>) -> impl Iterator<Item = usize> {
        self.of_text.get(text.number()).into_iter().flatten().copied()
    }

    fn side(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|(own, _)| *own == code)
    }

    /// Where a sentence names a side as one that speaks: `the Russian side`, `Beijing’s read-out`, `Moscow lists`.
    fn named(&self, material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, usize)> {
        let text = passage.text;
        // What an account says is that of its party.
        if let Some(party) =
            text.field.rsplit_once(':').filter(|_| matches!(text.about, About::Account)).map(|(_, key)| key)
            && let Some(side) = self.codes.iter().position(|(_, key)| key == party)
        {
            return vec![(passage.range.clone(), side)];
        }
        let reading = &text.reading;
        let mut found = Vec::new();
        for sign in passage.signs_of(&[Says::Account]) {
            let span = reading.back(sign.range.start, 3)..reading.ahead(sign.range.end, 3);
            let named =
                passage.names.iter().filter(|name| span.start <= name.range.start && name.range.end <= span.end);
            let states = named.filter_map(|name| Some((name.range.clone(), self.side(Self::code(material, name)?)?)));
            let adjectives = reading.words_between(span.clone()).filter_map(|(range, word)| {
                let code = called_after(reading.language_at(range.start), word)?;
                Some((range, self.side(code)?))
            });
            let near = states.chain(adjectives).min_by_key(|(range, _)| reading.apart(range, &sign.range));
            found.extend(near);
        }
        // A capital with which a sentence begins, and what it says.
        let first = passage
            .names
            .first()
            .filter(|name| name.kind == Named::Place && name.range.start <= passage.range.start + 2);
        if let Some(first) = first {
            let next = reading.spelt(first.range.end..passage.range.end).next().map(|(_, word)| word);
            let goes_on = next.is_some_and(|word| {
                ["’", "'"].contains(&word.as_ref())
                    || word.chars().next().is_some_and(char::is_lowercase)
                        && !reading.is_and(&word)
                        && word.chars().count() > 3
            });
            let capital = cities_named(material.name(first.of)).iter().find(|city| city.is_capital_in(i16::MAX));
            found.extend(
                capital.filter(|_| goes_on).and_then(|city| Some((first.range.clone(), self.side(city.state)?))),
            );
        }
        found
    }

    /// The state that a name stands for as one that speaks.
    fn code(material: &Material<'_>, name: &crate::analysis::reading::Name<'_>) -> Option<&'static str> {
        let capital = || {
            let city = cities_named(material.name(name.of)).iter().find(|city| city.is_capital_in(i16::MAX))?;
            of_code(city.state).map(|_| city.state)
        };
        code_of(material, name).or_else(|| if name.kind == Named::Place { capital() } else { None })
    }

    fn findings(&self, material: &Material<'_>) -> Vec<Finding> {
        let of = |text: &Text<'_>| {
            let own = self.by_texts(material, text).or_else(|| self.by_matter(material, text));
            own.or_else(|| self.of_account(material, text))
        };
        material.texts().held().filter_map(of).collect()
    }

    /// The stems of a sentence that say what a side spoke of.
    fn matter<'t>(material: &Material<'_>, passage: &Passage<'t, '_>) -> BTreeSet<&'t str> {
        /// What is said more often is said of many things.
        const OFTEN: usize = 14;
        let named = |range: &Range<usize>| {
            let place = passage.names.iter().filter(|name| matches!(name.kind, Named::Place));
            place.into_iter().any(|name| name.range.start <= range.start && range.end <= name.range.end)
        };
        let sign = |range: &Range<usize>| passage.signs.iter().any(|sign| sign.range == *range);
        let reading = &passage.text.reading;
        let words = reading.words_between(passage.range.clone());
        let telling = words.filter(|(range, word)| {
            let long = word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
            // What the sides are called says nothing of what they said.
            let side = called_after(reading.language_at(range.start), word).is_some() && word.chars().count() < 9;
            long && !named(range) && !sign(range) && !side && material.times_said(word) <= OFTEN
        });
        telling.map(|(_, word)| stem(word)).collect()
    }

    /// A sentence that says of one side what other texts about the same say of the other alone.
    fn by_matter(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        /// So much of what one side alone spoke of is no chance.
        const LEAST: usize = 2;
        text.claim()?;
        // The whole claim is of one side: its texts are held by the side alone.
        let denies = |passage: &Passage<'_, '_>| passage.says_any(&[Says::Not, Says::Unnamed, Says::Wish]);
        let one = |passage: &Passage<'_, '_>| {
            let sides: BTreeSet<usize> = self.named(material, passage).into_iter().map(|(_, side)| side).collect();
            let only = sides.len() == 1;
            sides.into_iter().next().filter(|_| only)
        };
        let own: Vec<(Passage<'_, '_>, usize)> = Passage::all(text)
            .filter(|passage| !denies(passage))
            .filter_map(|passage| one(&passage).map(|side| (passage, side)))
            .collect();
        if own.is_empty() {
            return None;
        }
        let beside = material.texts().beside(material.briefing, text);
        let mut told: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); self.codes.len()];
        for there in beside.iter().flat_map(|other| Passage::all(other)).filter(|there| !denies(there)) {
            if let Some(side) = one(&there) {
                told[side].extend(Self::matter(material, &there));
            }
        }
        own.iter().find_map(|(passage, side)| {
            let words = Self::matter(material, passage);
            let alone = |side: usize| {
                let others = told.iter().enumerate().filter(|(other, _)| *other != side);
                let others: BTreeSet<&&str> = others.flat_map(|(_, words)| words).collect();
                words.iter().filter(|word| told[side].contains(*word) && !others.contains(word)).count()
            };
            let other = (0..told.len()).find(|other| other != side && alone(*other) >= LEAST)?;
            let range = self.named(material, passage).into_iter().next()?.0;
            (alone(*side) == 0).then(|| self.finding(material, text, (&range, *side), other))
        })
    }

    /// An account that begins with the other side: `Brazil’s ministry calls it …`, as the account of Argentina’s.
    fn of_account(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        let (_, key) = text.field.rsplit_once(':').filter(|_| matches!(text.about, About::Account))?;
        let own =
            self.codes.iter().position(|(_, party)| party == key).filter(|_| text.field.starts_with("difference"))?;
        let passage = Passage::all(text).next()?;
        let sign = passage.signs_of(&[Says::Account]).next()?;
        let begins = |range: &Range<usize>| {
            text.reading.between(passage.range.start..range.start).is_some_and(|words| words <= 1)
        };
        let near = |range: &Range<usize>| passage.apart(range, &sign.range).is_some_and(|words| words <= 3);
        let named = passage.names.iter().filter(|name| begins(&name.range) && near(&name.range));
        let states = named.filter_map(|name| Some((name.range.clone(), self.side(Self::code(material, name)?)?)));
        let adjectives =
            text.reading.words_between(passage.range.start..sign.range.start).filter_map(|(range, word)| {
                let code = called_after(text.reading.language_at(range.start), word).filter(|_| begins(&range))?;
                Some((range, self.side(code)?))
            });
        let (range, side) = states.chain(adjectives).next()?;
        let names_own =
            passage.names.iter().any(|name| Self::code(material, name).and_then(|code| self.side(code)) == Some(own));
        (side != own && !names_own).then(|| self.finding(material, text, (&range, side), own))
    }

    /// A text that has the side which no other about the same has, and not the one that they have.
    fn by_texts(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        let claim = text.claim()?;
        let [side] = self.sides_of(text).collect::<Vec<_>>()[..] else { return None };
        let here: BTreeSet<Locator> = material.briefing.locators(&claim.citations).collect();
        let sentences = here.iter().flat_map(|at| material.texts().at(*at));
        let sentences = sentences.filter(|other| matches!(other.about, About::Sentence(_)));
        let told = material.texts().of_claim(text).chain(sentences);
        let mut sides: BTreeSet<usize> = told.flat_map(|other| self.sides_of(other)).collect();
        let mentioned = |key: &String| claim.mentions.iter().any(|mention| mention.as_str() == key);
        sides.extend(self.codes.iter().enumerate().filter(|(_, (_, key))| mentioned(key)).map(|(at, _)| at));
        let other = sides.iter().copied().next().filter(|_| sides.len() == 1 && !sides.contains(&side))?;
        let range = Passage::all(text).flat_map(|passage| self.named(material, &passage)).next()?.0;
        Some(self.finding(material, text, (&range, side), other))
    }

    fn finding(
        &self,
        material: &Material<'_>,
        text: &Text<'_>,
        (range, side): (&Range<usize>, usize),
        other: usize,
    ) -> Finding {
        let name = |side: usize| {
            let (code, _) = &self.codes[side];
            let state = material.briefing.states().find(|state| state.alpha2 == *code);
            state.map_or_else(|| (*code).to_owned(), |state| material.briefing.name(&state.names).to_owned())
        };
        let said = text.part(range);
        let title = label!(findings::side_in_text);
        let detail: Message =
            message!(findings::side_other, said = name(side), meant = name(other), text = text.text.to_owned());
        text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said).likely_caused_by(&"side")
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn an_account_is_that_of_its_side() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (id, right, wrong) in [
            (
                "ministers-satisfied",
                "The Russian foreign ministry said so of both.",
                "The Chinese foreign ministry said so of both.",
            ),
            ("ministers-satisfied", "Так сообщил российский МИД.", "Так сообщил китайский МИД."),
            ("ministers-satisfied", "Le ministère russe l’a dit des deux.", "Le ministère chinois l’a dit des deux."),
            (
                "ministers-satisfied",
                "Das russische Außenministerium sagte es von beiden.",
                "Das chinesische Außenministerium sagte es von beiden.",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, id, right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, id, wrong), ["Warn side-in-text"], "{wrong}");
        }
    }
}
