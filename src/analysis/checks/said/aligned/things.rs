//! The things that a text speaks of, each of a kind, and the words around each.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::super::Material;
use super::super::super::people_said::called_after;
use super::super::super::reference::code_of;
use super::super::super::states_said::cities_within;
use super::super::super::texts::{About, Text};
use super::super::levels::levels;
use super::super::statuses::ROLES;
use crate::analysis::bodies::body_named;
use crate::analysis::fold::stem;
use crate::analysis::reading::{Day, Named, Office, Says, Unit, What};
use crate::analysis::reference::states_named;
use crate::briefing::{Key, State};

/// What a thing is: two of one kind can be taken for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Person,
    City,
    State,
    Body,
    Status,
    Way,
    Order,
    Day,
    Rate,
    Count,
    Office,
    Ordinal,
}

/// A thing itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'t> {
    Known(&'t Key),
    /// A state by its code, a city by what it is called first.
    Elsewhere(&'t str),
    Letters(&'t str),
    Says(Says),
    Day(Day),
    Number(Decimal, Option<Unit>),
    Office(Office),
}

impl Value<'_> {
    /// Whether it is another thing, or can be the same.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a.agrees(*b),
            (Self::Number(a, of_a), Self::Number(b, of_b)) => {
                let scale = a.scale().min(b.scale());
                of_a == of_b && (a == b || a.round_dp(scale) == b.round_dp(scale))
            }
            (Self::Office(a), Self::Office(b)) => a.can_be(*b),
            _ => self == other,
        }
    }

    /// Whether it says as much as another, which it then bears out: a year says nothing of a month.
    pub fn bears_out(&self, other: &Self) -> bool {
        let as_much = match (self, other) {
            (Self::Day(own), Self::Day(other)) => own.month.is_some() || other.month.is_none(),
            _ => true,
        };
        as_much && self.agrees(other)
    }
}

/// A thing, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Thing<'t> {
    pub range: Range<usize>,
    pub kind: Kind,
    pub value: Value<'t>,
}

/// A text of more things is a table.
const MANY: usize = 60;

const fn way(says: Says) -> Option<Says> {
    match says {
        Says::Rise => Some(Says::Rise),
        Says::Fall => Some(Says::Fall),
        _ => None,
    }
}

/// Before and after, whatever the words.
const fn order(says: Says) -> Option<Says> {
    match says {
        Says::Before => Some(Says::Before),
        Says::After => Some(Says::After),
        // `the day before`, said of whatever was told last.
        _ => None,
    }
}

/// Everything that a text speaks of, in no order.
pub(super) fn things<'t>(material: &'t Material<'_>, text: &'t Text<'_>) -> Vec<Thing<'t>> {
    let mut found = named(material, text);
    found.extend(unnamed(text));
    // A spell speaks of its state without naming it.
    if let About::Spell(spell) = text.about {
        let code = material.briefing.state(&spell.state).and_then(State::code);
        let value = code.map_or(Value::Known(&spell.state), Value::Elsewhere);
        found.push(Thing { range: 0..0, kind: Kind::State, value });
    }
    if let About::Event(event) = text.about
        && let Some(value) = city_of(&event.place)
    {
        found.push(Thing { range: 0..0, kind: Kind::City, value });
    }
    for sign in &text.reading.signs {
        let status = ROLES.contains(&sign.says).then_some((Kind::Status, sign.says));
        let turn = way(sign.says).map(|says| (Kind::Way, says));
        let before = order(sign.says).map(|says| (Kind::Order, says));
        // `first` is no day of a month, and no half or quarter of a year.
        let apart = |range: &Range<usize>| range.end <= sign.range.start || range.start >= sign.range.end;
        let is_free = || {
            text.reading.mentions.iter().all(|mention| apart(&mention.range))
                && text.reading.parts.iter().all(|part| apart(&part.range))
        };
        let which = match sign.says {
            Says::Ordinal(_) if is_free() => Some((Kind::Ordinal, sign.says)),
            _ => None,
        };
        let said = status.or(turn).or(before).or(which);
        found.extend(said.map(|(kind, says)| Thing { range: sign.range.clone(), kind, value: Value::Says(says) }));
    }
    found.extend(levels(&text.reading).into_iter().map(|(range, office)| Thing {
        range,
        kind: Kind::Office,
        value: Value::Office(office),
    }));
    for mention in &text.reading.mentions {
        let range = || mention.range.clone();
        match &mention.what {
            What::Quantity(own) => {
                let plain = own.number.scale.is_none() && own.number.sign.is_none() && own.number.or.is_none();
                let kind = if own.is_rate() { Kind::Rate } else { Kind::Count };
                let value = Value::Number(own.number.value, own.unit);
                // `the other ten` are not all of them.
                let before = text.reading.back(mention.range.start, 1)..mention.range.start;
                let others = text.reading.words_between(before).any(|(_, word)| text.reading.is_others(word));
                // `14:00` is a time of day.
                let is_mark = |word: Option<std::borrow::Cow<'_, str>>| word.is_some_and(|word| word == ":");
                let behind = text.reading.spelt(mention.range.end..text.text.len()).map(|(_, word)| word);
                let ahead = behind.take(2).collect::<Vec<_>>();
                let digits = ahead.get(1).is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
                let clock = digits && is_mark(ahead.into_iter().next());
                let counts = own.is_rate() || plain && !own.number.is_fraction() && !others && !clock;
                found.extend(counts.then(|| Thing { range: range(), kind, value }));
            }
            _ => found.extend(mention.days().map(|day| Thing {
                range: range(),
                kind: Kind::Day,
                value: Value::Day(day),
            })),
        }
    }
    found.truncate(MANY);
    found
}

/// The people, states and places that the briefing knows. A state and what is called after it are one thing.
fn named<'t>(material: &'t Material<'_>, text: &'t Text<'_>) -> Vec<Thing<'t>> {
    let of = |name: &'t crate::analysis::reading::Name<'_>| {
        let (kind, value) = match name.kind {
            Named::Person => (Kind::Person, Value::Known(name.of)),
            Named::State | Named::Place => match code_of(material, name) {
                Some(code) => (Kind::State, Value::Elsewhere(code)),
                None if name.kind == Named::State => (Kind::State, Value::Known(name.of)),
                // A city that is called as its state, `México`, may be either.
                None if states_named(&text.text[name.range.clone()]).next().is_some() => return None,
                None => (Kind::City, city_of(material.name(name.of)).unwrap_or(Value::Known(name.of))),
            },
            Named::Topic => return None,
        };
        Some(Thing { range: name.range.clone(), kind, value })
    };
    text.names.iter().filter_map(of).collect()
}

/// A city by what it is called first.
fn city_of(name: &str) -> Option<Value<'static>> {
    let [city] = crate::analysis::cities::cities_named(name) else { return None };
    city.names().next().map(Value::Elsewhere)
}

/// What the briefing has no name of: cities and states that are known elsewhere, what is called after a state, and letters
/// that stand for a body.
fn unnamed<'t>(text: &'t Text<'_>) -> Vec<Thing<'t>> {
    let mut found: Vec<Thing<'t>> = Vec::new();
    let named = |range: &Range<usize>| {
        let range = range.clone();
        text.names.iter().filter(move |name| name.range.start < range.end && range.start < name.range.end)
    };
    let is_named = |range: &Range<usize>| named(range).next().is_some();
    for (range, cities) in cities_within(text, 0..text.text.len()) {
        let capital =
            text.text[range.clone()].chars().next().is_some_and(|first| first.is_uppercase() || !first.is_lowercase());
        if let [city] = cities
            && capital
            && !is_named(&range)
            && states_named(&text.text[range.clone()]).next().is_none()
        {
            let value = city.names().next().map(Value::Elsewhere);
            found.extend(value.map(|value| Thing { range, kind: Kind::City, value }));
        }
    }
    for (range, word) in text.reading.capitals() {
        let is_there = |found: &[Thing<'_>]| {
            found.iter().any(|thing| thing.range.start <= range.start && range.end <= thing.range.end)
        };
        let written = &text.text[range.clone()];
        // A body can be a topic of the briefing as well: `APEC`, and `SCO Plus` is called after one.
        let is_large = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
        let body = is_large.then(|| body_named(written)).flatten();
        let is_topic = || body.is_some() && named(&range).all(|name| name.kind == Named::Topic);
        if is_named(&range) && !is_topic() || is_there(&found) {
            continue;
        }
        let letters = body.is_some() || is_large && written.len() > 2 && written.is_ascii();
        let state = || {
            let mut codes = states_named(word).filter(|_| word.len() > 3);
            codes.next().filter(|_| codes.next().is_none())
        };
        // The first word of a sentence has its capital for that.
        let begins = text.reading.sentences.iter().any(|sentence| sentence.start == range.start);
        // In German every noun has one: `Monate` are none of Monaco.
        let language = text.reading.language_at(range.start);
        let after = || called_after(language, word).filter(|_| !begins && (language != "de" || word.ends_with("er")));
        let thing = if letters {
            // In whatever language: `OCS` is the SCO.
            Some((Kind::Body, Value::Letters(body.unwrap_or(word))))
        } else {
            state().or_else(after).map(|code| (Kind::State, Value::Elsewhere(code)))
        };
        found.extend(thing.map(|(kind, value)| Thing { range: range.clone(), kind, value }));
    }
    found
}

/// A word or a thing beside another thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item<'t> {
    Word(&'t str),
    Says(Says),
    /// Another thing of the same kind.
    Beside(Value<'t>),
    Thing(Kind, Value<'t>),
}

/// So many words to either side of a thing tell what is said of it.
const AROUND: usize = 5;
/// From so many letters on a word says something.
const LONG: usize = 4;

/// What signs tell of what is said, in whatever language.
const TELLING: &[Says] = &[
    Says::Meets,
    Says::Talks,
    Says::Summit,
    Says::Joins,
    Says::Founder,
    Says::Exports,
    Says::Imports,
    Says::Surplus,
    Says::Deficit,
    Says::Share,
    Says::CameFrom,
    Says::LeftFor,
];

/// What stands around a thing in its clause.
pub(super) fn around<'t>(text: &'t Text<'_>, all: &[Thing<'t>], thing: &Thing<'t>) -> Vec<Item<'t>> {
    let reading = &text.reading;
    beside(text, all, thing, &(reading.back(thing.range.start, AROUND)..reading.ahead(thing.range.end, AROUND)))
}

/// What stands behind a thing in its clause.
pub(super) fn behind<'t>(text: &'t Text<'_>, all: &[Thing<'t>], thing: &Thing<'t>) -> Vec<Item<'t>> {
    let said: Vec<Thing<'t>> = all.iter().filter(|thing| !thing.range.is_empty()).cloned().collect();
    beside(text, &said, thing, &(thing.range.end..text.reading.ahead(thing.range.end, AROUND)))
}

/// What stands within a span around a thing.
fn beside<'t>(text: &'t Text<'_>, all: &[Thing<'t>], thing: &Thing<'t>, span: &Range<usize>) -> Vec<Item<'t>> {
    let reading = &text.reading;
    let within = |range: &Range<usize>| range.start >= span.start && range.end <= span.end;
    let apart = |range: &Range<usize>| range.end <= thing.range.start || range.start >= thing.range.end;
    let mut items: Vec<Item<'t>> = Vec::new();
    // What a text speaks of without naming it stands around everything that it says.
    let ambient = |other: &Thing<'_>| other.range.is_empty();
    let others = all.iter().filter(|other| {
        ambient(other) && other.kind != thing.kind
            || !other.range.is_empty()
                && within(&other.range)
                && apart(&other.range)
                && !other.value.agrees(&thing.value)
    });
    items.extend(others.clone().map(|other| {
        if other.kind == thing.kind { Item::Beside(other.value) } else { Item::Thing(other.kind, other.value) }
    }));
    let taken: BTreeSet<(usize, usize)> = others.map(|other| (other.range.start, other.range.end)).collect();
    let is_taken = |range: &Range<usize>| taken.iter().any(|(start, end)| *start <= range.start && range.end <= *end);
    let signs =
        reading.signs.iter().filter(|sign| TELLING.contains(&sign.says) && within(&sign.range) && apart(&sign.range));
    items.extend(signs.clone().map(|sign| Item::Says(sign.says)));
    let is_sign =
        |range: &Range<usize>| signs.clone().any(|sign| sign.range.start <= range.start && range.end <= sign.range.end);
    let is_measure = |range: &Range<usize>| {
        let is_quantity = |what: &What| matches!(what, What::Quantity(_));
        let within = |own: &Range<usize>| own.start <= range.start && range.end <= own.end;
        reading.mentions.iter().any(|mention| is_quantity(&mention.what) && within(&mention.range))
    };
    let rounds = [Says::Round, Says::Nearly, Says::Over, Says::Under, Says::Bound];
    let is_about = |range: &Range<usize>| {
        let within = |own: &Range<usize>| own.start <= range.start && range.end <= own.end;
        reading.signs.iter().any(|sign| rounds.contains(&sign.says) && within(&sign.range))
    };
    let words = reading.words_between(span.clone()).filter(|(range, word)| {
        let long = word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
        long && !is_measure(range)
            && !is_about(range)
            && !reading.is_unit(word)
            && apart(range)
            && !is_taken(range)
            && !is_sign(range)
    });
    // What stands there twice is one word.
    for (_, word) in words {
        if !items.contains(&Item::Word(word)) {
            items.push(Item::Word(word));
        }
    }
    items
}

/// What stands around two things alike: how many words and things, and how much they say: a word that is often said counts
/// for half of one that is not.
pub(super) struct Alike {
    pub items: usize,
    pub shared: usize,
}

/// What of it is the same. None where what stands beside the one is of another person, state or day than what stands beside the other.
pub(super) fn alike(material: &Material<'_>, a: &[Item<'_>], b: &[Item<'_>]) -> Option<Alike> {
    let (mut items, mut shared) = (0, 0);
    for item in a {
        let so_far = shared;
        match item {
            Item::Thing(kind, value) => {
                let others = || {
                    b.iter().filter_map(|other| match other {
                        Item::Thing(own, value) if own == kind => Some(value),
                        _ => None,
                    })
                };
                let agree = others().any(|other| other.agrees(value));
                if !agree && others().next().is_some() {
                    return None;
                }
                shared += usize::from(agree);
            }
            Item::Beside(value) => {
                shared += usize::from(b.iter().any(|other| matches!(other, Item::Beside(own) if own.agrees(value))));
            }
            Item::Says(_) => shared += usize::from(b.contains(item)),
            Item::Word(word) => {
                let is_there = b.iter().any(|other| matches!(other, Item::Word(own) if stem(own) == stem(word)));
                let rare = material.times_said(word) <= OFTEN;
                shared += if is_there { 1 + usize::from(rare) } else { 0 };
            }
        }
        items += usize::from(shared > so_far);
    }
    Some(Alike { items, shared })
}

/// What is said more often is said of many things.
const OFTEN: usize = 24;
