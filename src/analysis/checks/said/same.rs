//! Whether two sentences can tell of the same, and how much they have in common.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::Material;
use super::super::texts::Text;
use super::Passage;
use crate::analysis::fold::stem;
use crate::analysis::reading::{Day, Mention, Named, Says};
use crate::briefing::Key;

/// From so many letters on a word says something.
const LONG: usize = 4;
/// A sentence of so few words says but one thing, and of what its text is about.
const SHORT: usize = 7;
/// What is said more often is said of many things.
const OFTEN: usize = 60;

/// Whether a character is a word of Chinese, or a part of one.
pub(super) const fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// What signs tell of what a sentence is about, in whatever language.
const TELLING: &[Says] = &[
    Says::Meets,
    Says::Talks,
    Says::Summit,
    Says::Signed,
    Says::Joins,
    Says::Exports,
    Says::Imports,
    Says::Share,
    Says::Surplus,
    Says::Deficit,
];

/// What tells one sentence from another: whom it names, when it was, and of what it speaks.
pub(super) struct Subject<'t> {
    people: BTreeSet<&'t Key>,
    states: BTreeSet<&'t Key>,
    others: BTreeSet<&'t Key>,
    days: Vec<Day>,
    numbers: BTreeSet<rust_decimal::Decimal>,
    stems: BTreeSet<&'t str>,
    /// Chinese writes no words: two characters beside each other stand for one.
    pairs: BTreeSet<&'t str>,
    signs: Vec<Says>,
    words: usize,
}

impl<'t> Subject<'t> {
    /// That of the sentence in which a range of a text stands, without what stands there.
    pub fn around(material: &Material<'_>, text: &'t Text<'_>, range: &Range<usize>) -> Option<Self> {
        let passage = Passage::around(text, range.start)?;
        Some(Self::of(material, &passage, std::slice::from_ref(range)))
    }

    /// That of a sentence, without what stands in some ranges of it.
    pub fn of(material: &Material<'_>, passage: &Passage<'t, '_>, without: &[Range<usize>]) -> Self {
        let of_kind = |is: fn(Named) -> bool| {
            passage.names.iter().filter(|name| is(name.kind)).map(|name| name.of).collect::<BTreeSet<_>>()
        };
        let reading = &passage.text.reading;
        let is_left_out = |range: &Range<usize>| without.iter().any(|o| o.start <= range.start && range.end <= o.end);
        let mut words = 0;
        let mut stems = BTreeSet::new();
        for (range, word) in reading.words_between(passage.range.clone()) {
            words += 1;
            let long = word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
            let named = passage.is_named(&range);
            if long && !named && !is_left_out(&range) && material.times_said(word) <= OFTEN {
                stems.insert(stem(word));
            }
        }
        let mut pairs = BTreeSet::new();
        let mut last: Option<Range<usize>> = None;
        for (range, word) in reading.words_between(passage.range.clone()) {
            let named = passage.is_named(&range);
            let said = passage.is_said(&range);
            let free = !named && !said && !is_left_out(&range) && word.chars().all(is_han);
            let before = last.take().filter(|last| free && last.end == range.start);
            pairs.extend(before.and_then(|last| passage.text.text.get(last.start..range.end)));
            last = free.then_some(range);
        }
        let signs = passage.signs_of(TELLING).filter(|sign| !is_left_out(&sign.range));
        Self {
            people: of_kind(|kind| kind == Named::Person),
            states: of_kind(|kind| kind == Named::State),
            others: of_kind(|kind| matches!(kind, Named::Place | Named::Topic)),
            days: passage.mentions.iter().flat_map(Mention::days).collect(),
            numbers: passage.quantities().map(|(_, quantity)| quantity.number.value.normalize()).collect(),
            stems,
            pairs,
            signs: signs.map(|sign| sign.says).collect(),
            words,
        }
    }

    /// Whether it has words of its own that say what it is about.
    pub fn says_more(&self) -> bool {
        !self.stems.is_empty()
    }

    /// Whether it names no person and no state.
    pub fn names_nobody(&self) -> bool {
        self.people.is_empty() && self.states.is_empty()
    }

    /// Whether both name some person, state or place.
    pub fn names_same(&self, other: &Self) -> bool {
        let meet = |a: &BTreeSet<&Key>, b: &BTreeSet<&Key>| !a.is_disjoint(b);
        meet(&self.people, &other.people) || meet(&self.states, &other.states) || meet(&self.others, &other.others)
    }

    /// Whether both have a word that says something.
    pub fn shares_words(&self, other: &Self) -> bool {
        !self.stems.is_disjoint(&other.stems) || !self.pairs.is_disjoint(&other.pairs)
    }

    /// Whether it has no word that says something.
    pub fn says_nothing(&self) -> bool {
        self.stems.is_empty() && self.pairs.is_empty()
    }

    /// Whether the other has every word of it that says something.
    pub fn is_within(&self, other: &Self) -> bool {
        self.stems.is_subset(&other.stems)
    }

    /// Whether it says no more than one thing.
    pub const fn is_short(&self) -> bool {
        self.words <= SHORT
    }

    /// Whether the two name other people, or other states.
    pub fn is_of_others(&self, other: &Self) -> bool {
        let apart = |a: &BTreeSet<&Key>, b: &BTreeSet<&Key>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
        apart(&self.people, &other.people) || apart(&self.states, &other.states)
    }

    /// Whether the two name other days.
    pub fn is_of_other_days(&self, other: &Self) -> bool {
        let agree = |day: &Day| other.days.iter().any(|own| own.agrees(*day));
        !self.days.is_empty() && !other.days.is_empty() && !self.days.iter().any(agree)
    }

    /// Whether each names a day of the other, or neither names any.
    pub fn is_of_the_same_days(&self, other: &Self) -> bool {
        self.days.is_empty() == other.days.is_empty() && !self.is_of_other_days(other)
    }

    /// Whether the other names a day of it, or it names none.
    pub fn is_of_its_days(&self, other: &Self) -> bool {
        // A year and a day of no year have nothing in common.
        let told = |a: &Day, b: &Day| a.year.is_some() && b.year.is_some() || a.month.is_some() && b.month.is_some();
        let agree = |day: &Day| other.days.iter().any(|own| told(own, day) && own.agrees(*day));
        self.days.is_empty() || self.days.iter().any(agree)
    }

    /// Whether it names people or states that the other does not.
    pub fn names_more(&self, other: &Self) -> bool {
        !self.people.is_subset(&other.people) || !self.states.is_subset(&other.states)
    }

    /// How much the two have in common.
    pub fn shared(&self, other: &Self) -> usize {
        let keys = |a: &BTreeSet<&Key>, b: &BTreeSet<&Key>| a.intersection(b).count();
        let names =
            keys(&self.people, &other.people) + keys(&self.states, &other.states) + keys(&self.others, &other.others);
        let days = self.days.iter().filter(|day| other.days.iter().any(|own| own.agrees(**day))).count();
        let signs = self.signs.iter().filter(|says| other.signs.contains(says)).count();
        names
            + days
            + signs
            + self.stems.intersection(&other.stems).count()
            + self.numbers.intersection(&other.numbers).count()
    }

    /// Whether both have a word for what they tell of, or name the same person, state or place.
    pub fn shares_something(&self, other: &Self) -> bool {
        self.names_same(other) || self.shares_words(other)
    }

    /// Whether the two tell of the same: what one of them tells is not of others, and something ties it to the other, or
    /// it is too short to be of anything else.
    pub fn is_that_of(&self, other: &Self) -> bool {
        !self.is_of_others(other) && (self.is_short() || other.is_short() || self.shared(other) > 0)
    }
}
