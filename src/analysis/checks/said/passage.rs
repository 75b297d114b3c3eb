//! A sentence of a text, with what it says.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::Range;

use super::super::texts::{About, Text, each_held};
use super::super::{Finding, Material, Outcome};
use crate::analysis::bodies::body_named;
use crate::analysis::cities::{City, cities_named};
use crate::analysis::reading::{Mention, Name, Named, Part, Quantity, Says, Sign, What};
use crate::briefing::{Message, Verdict};
use crate::message;

/// A sentence of a text, or a half of one.
#[derive(Clone)]
pub(in super::super) struct Passage<'t, 'a> {
    pub text: &'t Text<'a>,
    pub range: Range<usize>,
    pub signs: &'t [Sign],
    pub mentions: &'t [Mention],
    pub names: &'t [Name<'a>],
}

/// Takes those that begin within a range of a text off a list in its order, and those that begin before.
fn taken<'l, T>(list: &mut &'l [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'l [T] {
    if list.is_empty() {
        return list;
    }
    let before = list.iter().take_while(|item| start(item) < range.start).count();
    let end = before + list[before..].iter().take_while(|item| start(item) < range.end).count();
    let (own, rest) = (&list[before..end], &list[end..]);
    *list = rest;
    own
}

impl<'t, 'a> Passage<'t, 'a> {
    /// Every sentence of a text.
    pub fn all(text: &'t Text<'a>) -> impl Iterator<Item = Self> {
        let reading = &text.reading;
        let (mut signs, mut mentions, mut names) = (&reading.signs[..], &reading.mentions[..], &text.names[..]);
        reading.sentences.iter().map(move |range| Self {
            text,
            range: range.clone(),
            signs: taken(&mut signs, range, |sign| sign.range.start),
            mentions: taken(&mut mentions, range, |mention| mention.range.start),
            names: taken(&mut names, range, |name| name.range.start),
        })
    }

    /// The sentence of a text that a place is in.
    pub fn around(text: &'t Text<'a>, place: usize) -> Option<Self> {
        Self::all(text).find(|passage| passage.range.contains(&place))
    }

    /// Whether a word stands in what a sign says, or in a name.
    pub fn is_said(&self, word: &Range<usize>) -> bool {
        self.signs.iter().any(|sign| sign.range.start <= word.start && word.end <= sign.range.end)
    }

    pub fn is_named(&self, word: &Range<usize>) -> bool {
        self.names.iter().any(|name| name.range.start <= word.start && word.end <= name.range.end)
    }

    /// What is said in a part of it.
    pub fn clause(&self, range: Range<usize>) -> Self {
        let (mut signs, mut mentions, mut names) = (self.signs, self.mentions, self.names);
        Self {
            text: self.text,
            signs: taken(&mut signs, &range, |sign| sign.range.start),
            mentions: taken(&mut mentions, &range, |mention| mention.range.start),
            names: taken(&mut names, &range, |name| name.range.start),
            range,
        }
    }

    /// Whether it names an international body that is none of those of the briefing: what it counts may be that one's.
    pub fn is_of_another_body(&self, material: &Material<'_>) -> bool {
        /// No name of a body has more words.
        const WORDS: usize = 8;
        let organisations = material.rosters.iter().map(|of| &of.members.roster.organisation);
        let names = organisations.flat_map(|own| own.names.iter().map(|(_, name)| name).chain([own.short.as_str()]));
        let own: BTreeSet<&str> = names.filter_map(body_named).collect();
        let part = self.text.text.get(self.range.clone()).unwrap_or_default();
        let words: Vec<&str> =
            part.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
        let begins = |at: &usize| words[*at].chars().next().is_some_and(|first| !first.is_lowercase());
        (0..words.len()).filter(begins).any(|at| {
            let ends = at + 1..=words.len().min(at + WORDS);
            ends.filter_map(|end| body_named(&words[at..end].join(" "))).any(|body| !own.contains(body))
        })
    }

    /// Whether it says something.
    pub fn says(&self, says: Says) -> bool {
        self.signs.iter().any(|sign| sign.says == says)
    }

    /// Whether it says any of some.
    pub fn says_any(&self, all: &[Says]) -> bool {
        self.signs.iter().any(|sign| all.contains(&sign.says))
    }

    /// Whether what it says is not so, or only wished or expected. What was not found is there for all that.
    pub fn is_open(&self) -> bool {
        let denies = self.says(Says::Not) && !matches!(self.text.about, About::Unknown);
        denies || self.says(Says::Wish)
    }

    /// Whether it says how it was, and nothing is known to be against it.
    pub fn is_told(&self, material: &Material<'_>) -> bool {
        !self.is_open() && !is_disputed(material, self.text)
    }

    /// Where it says any of some.
    pub fn signs_of<'s>(&'s self, all: &'s [Says]) -> impl DoubleEndedIterator<Item = &'t Sign> + 's {
        self.signs.iter().filter(|sign| all.contains(&sign.says))
    }

    /// Whether one of some is said within so many words before or after a range.
    pub fn near(&self, range: &Range<usize>, all: &[Says], most: usize) -> bool {
        self.signs_of(all).any(|sign| self.apart(&sign.range, range).is_some_and(|words| words <= most))
    }

    /// The same, before a range alone.
    pub fn near_before(&self, range: &Range<usize>, all: &[Says], most: usize) -> bool {
        let before = |sign: &&Sign| sign.range.end <= range.start;
        self.signs_of(all).filter(before).any(|sign| self.apart(&sign.range, range).is_some_and(|words| words <= most))
    }

    /// Whether a city is named as the place of something, `in Moscow`, and not as the government that sits in it: `Moscow
    /// said`.
    pub fn is_place(&self, range: &Range<usize>, cities: &[City]) -> bool {
        let seat = cities.iter().any(|city| city.is_capital_in(i16::MAX));
        // In Arabic `in` may be written onto the name.
        let written = || self.part(range).strip_prefix('ب').is_some_and(|bare| !cities_named(bare).is_empty());
        !seat || self.near_before(range, &[Says::At], 0) || written()
    }

    /// Whether something is denied behind it, as in German: `unterzeichneten den Vertrag nicht`.
    pub fn is_denied_behind(&self, range: &Range<usize>) -> bool {
        let reading = &self.text.reading;
        let denies = |not: &&Sign| {
            let between = range.end..not.range.start;
            let joined = || reading.words_between(between.clone()).any(|(_, word)| reading.is_and(word));
            not.range.start >= range.end && !reading.parts_clauses(between.clone()) && !joined()
        };
        self.language() == "de" && self.signs_of(&[Says::Not, Says::Never]).any(|not| denies(&not))
    }

    /// Whether one of some is said within a range.
    pub fn says_within(&self, range: &Range<usize>, all: &[Says]) -> bool {
        self.signs_of(all).any(|sign| range.start <= sign.range.start && sign.range.end <= range.end)
    }

    /// How many words and marks stand between two ranges.
    pub fn apart(&self, a: &Range<usize>, b: &Range<usize>) -> Option<usize> {
        self.text.reading.apart(a, b)
    }

    /// The states that it names.
    pub fn states(&self) -> impl DoubleEndedIterator<Item = &'t Name<'a>> {
        self.names.iter().filter(|name| name.kind == Named::State)
    }

    /// The parts of years that it names.
    pub fn parts(&self) -> impl Iterator<Item = &'t Part> {
        let range = self.range.clone();
        self.text.reading.parts.iter().filter(move |part| range.contains(&part.range.start))
    }

    /// The years that it names alone, each with its place.
    pub fn years(&self) -> Vec<(Range<usize>, i16)> {
        self.mentions.iter().filter_map(|mention| Some((mention.range.clone(), mention.year()?))).collect()
    }

    /// The years that it names, alone or as part of a day.
    pub fn all_years(&self) -> BTreeSet<i16> {
        let of = |mention: &Mention| match mention.what {
            What::Day(day) => [day.year, None],
            What::Span(from, until) => [from.year, until.year],
            _ => [None, None],
        };
        self.mentions.iter().flat_map(of).flatten().collect()
    }

    /// Its numbers, with their places.
    pub fn quantities(&self) -> impl DoubleEndedIterator<Item = (&'t Mention, &'t Quantity)> {
        self.mentions.iter().filter_map(|mention| match &mention.what {
            What::Quantity(quantity) => Some((mention, quantity)),
            _ => None,
        })
    }

    /// The tag of the language that it was read in.
    pub fn language(&self) -> &'static str {
        self.text.reading.language_at(self.range.start)
    }

    /// A part of it.
    pub fn part(&self, range: &Range<usize>) -> String {
        self.text.part(range)
    }

    /// What is wrong with something that it says.
    pub fn finding(&self, material: &Material<'_>, said: &dyn Display, title: Message, detail: Message) -> Finding {
        let finding = self.text.finding(material.briefing, Outcome::Warn, title, detail);
        finding.apart(said).likely_caused_by(said)
    }

    /// The same, of something that another text tells otherwise: what it has instead, and the text.
    pub fn finding_beside(
        &self,
        material: &Material<'_>,
        said: &str,
        title: Message,
        (other, beside): (String, &str),
    ) -> Finding {
        let (said_so, beside, text) = (said.to_owned(), beside.to_owned(), self.text.text.to_owned());
        let detail = message!(findings::opposite_other, said = said_so, other = other, beside = beside, text = text);
        self.finding(material, &said, title, detail)
    }
}

/// Whether a text repeats what the evidence is against: it is known to be wrong.
pub(in super::super) fn is_disputed(material: &Material<'_>, text: &Text<'_>) -> bool {
    let disputed = |claim: &crate::briefing::Claim| claim.verdict != Verdict::Supported;
    match text.about {
        About::ClaimInShort(claim) => disputed(claim) && &*text.field != "note",
        About::Sentence(_) => {
            let around = material.texts().around(material.briefing, text);
            around.filter_map(Text::claim).any(disputed)
        }
        _ => false,
    }
}

/// Whether a text only repeats what is disputed: a key point that denies something says itself how it is.
pub(super) fn repeats(material: &Material<'_>, text: &Text<'_>) -> bool {
    let denies = || text.reading.signs.iter().any(|sign| sign.says == Says::Not);
    is_disputed(material, text) && !(matches!(&*text.field, "key-point" | "lead") && denies())
}

/// What is found in each sentence that says how it was, and that nothing is against.
pub(in super::super) fn each_told<F: IntoIterator<Item = Finding>>(
    material: &Material<'_>,
    find: impl Fn(&Passage<'_, '_>) -> F + Send + Sync,
) -> Vec<Finding> {
    let told = |passage: &Passage<'_, '_>| passage.is_told(material).then(|| find(passage));
    each_passage(material, |passage| told(passage).into_iter().flatten().collect::<Vec<_>>())
}

/// What is found in each sentence that is held against the data.
pub(in super::super) fn each_passage<F: IntoIterator<Item = Finding>>(
    material: &Material<'_>,
    find: impl Fn(&Passage<'_, '_>) -> F + Send + Sync,
) -> Vec<Finding> {
    each_held(material, |_, text| Passage::all(text).flat_map(|passage| find(&passage)).collect::<Vec<_>>())
}
