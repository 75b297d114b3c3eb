//! What is said of several in the order in which they were named: `the former … the latter`, `Minsk and Astana
//! respectively`. All that is said is true of one of them, and of another than it is said of.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::names_said::states_of_people;
use super::super::offices_said::offices_of_people;
use super::super::reference::code_of;
use super::super::states_said::cities_within;
use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::reading::{Mention, Named, Office, Says, Sign, What};
use crate::briefing::{Briefing, Key, State};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "order-of-named",
    needs: Needs::Nothing,
    holds: label!(checks::order_of_named),
    run: |material| {
        let people = People::of(material.briefing);
        each_held(material, |material, text| of_text(material, &people, text))
    },
}];

/// Of which state people are, and what they are there.
struct People<'a> {
    states: HashMap<&'a Key, &'a Key>,
    offices: HashMap<&'a Key, Vec<Office>>,
}

impl<'a> People<'a> {
    fn of(briefing: &'a Briefing) -> Self {
        Self { states: states_of_people(briefing), offices: offices_of_people(briefing) }
    }
}

/// Who is named, or what is said of them.
#[derive(Clone, Copy)]
enum Item<'t> {
    Person(&'t Key),
    State(&'t Key),
    /// The state whose capital it is.
    Seat(&'static str),
    Office(Office),
    Year(i16),
}

impl Item<'_> {
    const fn sort(&self) -> u8 {
        match self {
            Self::Person(_) => 0,
            Self::State(_) => 1,
            Self::Seat(_) => 2,
            Self::Office(_) => 3,
            Self::Year(_) => 4,
        }
    }
}

/// An item, and where it stands.
type Placed<'t> = (Range<usize>, Item<'t>);

/// What a sentence names, in its order.
fn items<'t>(passage: &Passage<'t, '_>, offices: &[(Range<usize>, Office)]) -> Vec<Placed<'t>> {
    let named = passage.names.iter().filter_map(|name| match name.kind {
        Named::Person => Some((name.range.clone(), Item::Person(name.of))),
        Named::State => Some((name.range.clone(), Item::State(name.of))),
        _ => None,
    });
    let mut found: Vec<Placed<'t>> = named.collect();
    let seats = cities_within(passage.text, passage.range.clone()).into_iter().filter_map(|(range, cities)| {
        let capital = cities.iter().find(|city| city.is_capital_in(i16::MAX))?;
        Some((range, Item::Seat(capital.state)))
    });
    let taken: Vec<Range<usize>> = found.iter().map(|(range, _)| range.clone()).collect();
    found.extend(seats.filter(|(range, _)| !taken.iter().any(|own| own.start < range.end && range.start < own.end)));
    let here =
        offices.iter().filter(|(range, office)| passage.range.contains(&range.start) && *office != Office::Other);
    found.extend(here.map(|(range, office)| (range.clone(), Item::Office(*office))));
    let year = |mention: &Mention| match mention.what {
        What::Day(day) => Some((mention.range.clone(), Item::Year(day.year?))),
        _ => None,
    };
    found.extend(passage.mentions.iter().filter_map(year));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Items of one sort that stand one after another.
fn lists<'i, 't>(items: &'i [Placed<'t>]) -> impl Iterator<Item = &'i [Placed<'t>]> {
    items.chunk_by(|(_, a), (_, b)| a.sort() == b.sort())
}

fn of_text(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Option<Finding> {
    let orders = |sign: &Sign| matches!(sign.says, Says::InOrder | Says::OfTwo(false) | Says::Ordinal(2));
    if !text.reading.signs.iter().any(orders) {
        return None;
    }
    let offices = text.reading.offices();
    let all: Vec<Passage<'_, '_>> = Passage::all(text).collect();
    all.iter().enumerate().find_map(|(at, passage)| {
        if !passage.signs.iter().any(orders) || passage.is_open() {
            return None;
        }
        let own = items(passage, &offices);
        let pairs = if passage.says(Says::InOrder) {
            in_order(&own)
        } else {
            let before = || at.checked_sub(1).and_then(|before| all.get(before)).map(|before| items(before, &offices));
            of_two(passage, &own, before)
        }?;
        exchanged(material, people, passage, &pairs)
    })
}

/// Somebody who is named, and what is said of them.
type Pair<'t> = (Item<'t>, Placed<'t>);

/// `Lavrov and Wang, ministers of Russia and China respectively`: as many of one sort as of another.
fn in_order<'t>(items: &[Placed<'t>]) -> Option<Vec<Pair<'t>>> {
    let long: Vec<&[Placed<'t>]> = lists(items).filter(|list| list.len() > 1).collect();
    let [heads, said] = long[..] else { return None };
    let named = heads.iter().all(|(_, item)| matches!(item, Item::Person(_) | Item::State(_)));
    let pairs = heads.iter().zip(said).map(|((_, head), said)| (*head, said.clone()));
    (named && heads.len() == said.len()).then(|| pairs.collect())
}

/// `Of Lavrov and Wang, the former … the latter …`: what stands behind each.
fn of_two<'t>(
    passage: &Passage<'t, '_>,
    own: &[Placed<'t>],
    before: impl Fn() -> Option<Vec<Placed<'t>>>,
) -> Option<Vec<Pair<'t>>> {
    let sign = |first: bool, ordinal: u32| {
        let mut all = passage.signs.iter();
        all.find(|sign| sign.says == Says::OfTwo(first) || sign.says == Says::Ordinal(ordinal))
    };
    let (first, second) = (sign(true, 1)?, sign(false, 2)?);
    if first.range.end > second.range.start {
        return None;
    }
    let heads = |items: &[Placed<'t>], end: usize| {
        let of_people = lists(items).filter(|list| list.iter().all(|(range, _)| range.end <= end));
        let mut named = of_people.filter(|list| matches!(list, [(_, Item::Person(_) | Item::State(_)), _]));
        let only = named.next().filter(|_| named.next().is_none())?;
        Some([only.first()?.1, only.last()?.1])
    };
    let heads = heads(own, first.range.start).or_else(|| heads(&before()?, usize::MAX))?;
    let within = |range: Range<usize>| {
        let mut all = own.iter().filter(move |(own, _)| range.start <= own.start && own.end <= range.end);
        all.next().filter(|_| all.next().is_none()).cloned()
    };
    let said = [within(first.range.end..second.range.start)?, within(second.range.end..passage.range.end)?];
    Some(heads.into_iter().zip(said).collect())
}

/// Whether a word such as `for`, or one that says that somebody speaks for it, ties a state to whoever is of it.
fn is_tied(passage: &Passage<'_, '_>, at: &Range<usize>) -> bool {
    let reading = &passage.text.reading;
    let last = reading.spelt(passage.range.start..at.start).next_back();
    passage.says(Says::Speaks) || last.is_some_and(|(range, _)| reading.ties(range.start..at.start))
}

/// Whether something is true of somebody; none where it is not known, or may be said of them for another reason.
fn is_true(
    material: &Material<'_>,
    people: &People<'_>,
    passage: &Passage<'_, '_>,
    head: Item<'_>,
    said: &Placed<'_>,
) -> Option<bool> {
    let code = |state: &Key| material.briefing.state(state).and_then(State::code);
    match (head, &said.1) {
        (Item::Person(person), Item::State(_) | Item::Seat(_)) => {
            let own = code(people.states.get(person)?)?;
            let other = match said.1 {
                Item::Seat(state) => state,
                _ => passage.names.iter().find(|name| name.range == said.0).and_then(|name| code_of(material, name))?,
            };
            Some(own == other)
        }
        (Item::Person(person), Item::Office(office)) => {
            let own = people.offices.get(person).filter(|own| !own.is_empty())?;
            Some(own.iter().any(|own| own.can_be(*office)))
        }
        (Item::State(state), Item::Seat(other)) => {
            let seats = passage.text.reading.capitals_meant();
            let meant = seats.iter().any(|seat| passage.range.contains(&seat.start));
            Some(code(state)? == *other).filter(|_| meant)
        }
        (Item::State(state), Item::Year(year)) => {
            let joins = passage.says_any(&[Says::Joins, Says::Becomes, Says::Member]);
            let spells = material.rosters.iter().filter_map(|of| of.spells.get(state)).flatten();
            let mut days = spells.map(|spell| spell.from.first_day().year()).peekable();
            days.peek().filter(|_| joins)?;
            Some(days.any(|own| own == *year))
        }
        _ => None,
    }
}

/// What is said of each, where all of it is true of them in another order and not in this.
fn exchanged(
    material: &Material<'_>,
    people: &People<'_>,
    passage: &Passage<'_, '_>,
    pairs: &[Pair<'_>],
) -> Option<Finding> {
    /// So many are held against each other.
    const MANY: usize = 12;
    let (_, (first, item)) = pairs.first().filter(|_| pairs.len() <= MANY)?;
    let of_state = matches!(item, Item::State(_) | Item::Seat(_)) && matches!(pairs[0].0, Item::Person(_));
    if of_state && !is_tied(passage, first) {
        return None;
    }
    let truth = |head: Item<'_>, said: &Placed<'_>| is_true(material, people, passage, head, said);
    let right = pairs.iter().map(|(head, said)| truth(*head, said)).collect::<Option<Vec<bool>>>()?;
    let meant: Vec<Option<usize>> = pairs
        .iter()
        .map(|(_, said)| {
            let mut all = (0..pairs.len()).filter(|at| truth(pairs[*at].0, said) == Some(true));
            all.next().filter(|_| all.next().is_none())
        })
        .collect();
    let unlike: BTreeSet<usize> = meant.iter().flatten().copied().collect();
    let at = right.iter().position(|right| !right).filter(|_| unlike.len() == pairs.len())?;
    let name = |item: Item<'_>| match item {
        Item::Person(key) | Item::State(key) => material.name(key).to_owned(),
        _ => String::new(),
    };
    let said = passage.part(&pairs[at].1.0);
    let title = message!(findings::order_of_named, said = said.clone());
    let detail = message!(
        findings::order_of_named_other,
        said = said.clone(),
        name = name(pairs[at].0),
        meant = name(pairs[meant[at]?].0),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn what_is_said_in_order_is_said_of_each() {
        let wrong = [
            ("Putin and Xi met; the former spoke for China, the latter for Russia.", "so"),
            ("Of Xi and Putin, the former represents Moscow and the latter Beijing.", "so"),
            ("Lavrov and Xi met. The former is a president and the latter a foreign minister.", "so"),
            ("Iran and Belarus joined the SCO in 2024 and 2023 respectively.", "so"),
            ("Belarus and Kazakhstan have their capital in Astana and Minsk, respectively.", "so"),
            ("拉夫罗夫和王毅分别代表北京和莫斯科。", "so"),
            ("Лавров и Ван И представляли соответственно Китай и Россию.", "so"),
            ("Lawrow und Wang Yi sprachen; ersterer vertrat China, letzterer Russland.", "so"),
            ("Lavrov et Wang Yi parlaient au nom de la Chine et de la Russie, respectivement.", "so"),
            ("Lavrov y Wang Yi eran ministros de China y de Rusia, respectivamente.", "so"),
        ];
        let right = [
            ("Putin and Xi met; the former spoke for Russia, the latter for China.", "so"),
            ("Putin and Xi met; the former thanked China, the latter Russia.", "so"),
            ("Lavrov and Wang flew to Beijing and Moscow, respectively.", "so"),
            ("Iran and Belarus joined the SCO in 2023 and 2024 respectively.", "so"),
            ("Belarus and Kazakhstan met in Astana and Minsk, respectively.", "so"),
            ("The former president of Russia was named first, then Xi of China.", "so"),
            ("Lawrow und Wang Yi sprachen; ersterer vertrat Russland, letzterer China.", "so"),
            ("拉夫罗夫和王毅分别代表莫斯科和北京。", "so"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
