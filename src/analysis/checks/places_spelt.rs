//! Places that are spelled as none is: `Moscwo`, and `Kuala Lampur` in a text about what was in Kuala Lumpur.

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::AHashMap;

use super::seats::is_variant;
use super::spelt::is_slip;
use super::texts::{About, TOGETHER, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::cities::{self, City, cities_named};
use crate::analysis::fold::{fold, known_by};
use crate::analysis::reference::states_named;
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "place-spelt",
    needs: Needs::Meeting,
    holds: label!(checks::place_spelt),
    run: |material| {
        let known = Known::of(material);
        each_held(material, |material, text| of_text(material, &known, text))
    },
}];

/// What places can be meant.
struct Known<'a> {
    /// All cities.
    cities: Nearly<'static, &'static str>,
    /// The words of the places of the briefing, each with its place.
    parts: Nearly<'a, &'a str>,
}

impl<'a> Known<'a> {
    fn of(material: &Material<'a>) -> Self {
        let cities = cities::all().iter().flat_map(City::names).map(|name| (name, name));
        let parts =
            places(material).into_iter().flat_map(|place| place.split([' ', '-']).map(move |part| (part, place)));
        let parts = parts.filter(|(part, _)| known_by(part).chars().count() > 4);
        Self { cities: Nearly::of(cities), parts: Nearly::of(parts) }
    }
}

/// Names with what each is of, found by their first letter and how long they are: a slip is hardly ever in the first letter,
/// and makes a name longer or shorter by one letter at most.
struct Nearly<'n, T> {
    names: Vec<(&'n str, T)>,
    by_beginning: AHashMap<(char, usize), Vec<usize>>,
}

impl<'n, T: Copy> Nearly<'n, T> {
    fn of(names: impl Iterator<Item = (&'n str, T)>) -> Self {
        let names: Vec<(&str, T)> = names.collect();
        let mut by_beginning: AHashMap<(char, usize), Vec<usize>> = AHashMap::new();
        for (number, (name, _)) in names.iter().enumerate() {
            if let Some(beginning) = beginning(name) {
                by_beginning.entry(beginning).or_default().push(number);
            }
        }
        Self { names, by_beginning }
    }

    /// What the first is of that a name is but for a slip.
    fn find(&self, name: &str) -> Option<T> {
        let (first, letters) = beginning(name)?;
        let lengths = letters.saturating_sub(1)..=letters + 1;
        let near = lengths.filter_map(|length| self.by_beginning.get(&(first, length))).flatten();
        let meant = near.filter(|number| self.names.get(**number).is_some_and(|(known, _)| is_nearly(name, known)));
        self.names.get(*meant.min()?).map(|(_, of)| *of)
    }
}

/// The first letter of a name, and how many it has.
fn beginning(name: &str) -> Option<(char, usize)> {
    let name = known_by(name);
    Some((name.chars().next()?, name.chars().count()))
}

/// Whether a name is another but for a slip, and no other spelling of it.
fn is_nearly(name: &str, known: &str) -> bool {
    is_slip(name, known) && !is_variant(name, known)
}

/// So many places of a briefing are held against.
const MANY: usize = 300;

/// The cities that the briefing puts events in, lists, or has as capitals, each as it is written.
fn places<'a>(material: &Material<'a>) -> BTreeSet<&'a str> {
    let meeting = material.briefing.meeting.iter();
    let listed = meeting.clone().flat_map(|meeting| &meeting.places).map(|place| place.name.as_str());
    let held = meeting.flat_map(|meeting| &meeting.chronology).map(|event| event.place.as_str());
    let capitals = material.briefing.states().map(|state| state.capital.as_str());
    let all = listed.chain(held).chain(capitals).filter(|place| !cities_named(place).is_empty());
    all.take(MANY * 10).collect::<BTreeSet<_>>().into_iter().take(MANY).collect()
}

fn finding(material: &Material<'_>, text: &Text<'_>, said: &str, known: &str) -> Finding {
    let title = message!(findings::place_spelt, said = said.to_owned());
    let (name, of) = (known.to_owned(), text.text.to_owned());
    let detail = message!(findings::place_spelt_other, said = said.to_owned(), known = name, text = of);
    text.finding(material.briefing, Outcome::Warn, title, detail).apart(&fold(said)).likely_caused_by(&fold(said))
}

fn of_text(material: &Material<'_>, known: &Known<'_>, text: &Text<'_>) -> Option<Finding> {
    match (text.about, &*text.field) {
        (About::Event(event), "place") => {
            let place = event.place.as_str();
            let unknown = cities_named(place).is_empty() && states_named(place).next().is_none();
            let meant = unknown.then(|| known.cities.find(place)).flatten()?;
            Some(finding(material, text, place, meant))
        }
        (About::Briefing | About::Source | About::Rejected, _) => None,
        _ => in_words(material, &known.parts, text),
    }
}

/// A word with a capital that stands nowhere else and is nearly that of a place of the briefing.
fn in_words(material: &Material<'_>, own: &Nearly<'_, &str>, text: &Text<'_>) -> Option<Finding> {
    let unknown = |(range, word): &(Range<usize>, &str)| {
        let within = text.names.iter().any(|name| name.range.start <= range.start && range.end <= name.range.end);
        !within
            && word.len() > 4
            && material.times_said(word) == 1
            && !material.texts().names.has_word(word)
            && !text.reading.is_known_word(range.start, word)
            && cities_named(word).is_empty()
            && states_named(word).next().is_none()
    };
    let strangers: Vec<(Range<usize>, &str)> = text.reading.capitals().filter(unknown).take(TOGETHER).collect();
    strangers.into_iter().find_map(|(range, word)| {
        let place = own.find(word)?;
        // What is a name of something else is none misspelt: it stands beside a part of the place, or where places do.
        let beside = place.contains([' ', '-']) || text.reading.is_led_in(range.start) || place.split(' ').count() == 1;
        beside.then(|| finding(material, text, &text.part(&range), place))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_place_is_spelled_as_it_is_known() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let place = |place: &str| {
            found_after(CHECKS, |briefing| {
                place.clone_into(&mut briefing.meeting.as_mut().expect("a meeting").chronology[0].place);
            })
        };
        for wrong in ["Moscwo", "Kuala Lumpour", "Beijng"] {
            assert_eq!(place(wrong), ["Warn place-spelt"], "{wrong}");
        }
        for right in ["Moscow", "Москва", "Peking", "Port Zafran", "The Kremlin", "Moskau"] {
            assert_eq!(place(right), [""; 0], "{right}");
        }
        let reason = |text| reason_after(CHECKS, "council-in-tianjin", text);
        assert_eq!(reason("The council met in Tianijn."), ["Warn place-spelt"]);
        assert_eq!(reason("He came by way of Kuala Lampur."), ["Warn place-spelt"]);
        for right in
            ["The council met in Tientsin.", "Die Minister waren in Moskau.", "Ils étaient à Pékin.", "Kabir spoke."]
        {
            assert_eq!(reason(right), [""; 0], "{right}");
        }
    }
}
