//! Places that are spelled as none is: `Moscwo`, and `Kuala Lampur` in a text about what was in Kuala Lumpur.

use std::collections::BTreeSet;
use std::ops::Range;

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
        let own = places(material);
        each_held(material, |material, text| of_text(material, &own, text))
    },
}];

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

fn of_text(material: &Material<'_>, own: &BTreeSet<&str>, text: &Text<'_>) -> Option<Finding> {
    match (text.about, &*text.field) {
        (About::Event(event), "place") => {
            let place = event.place.as_str();
            let unknown = cities_named(place).is_empty() && states_named(place).next().is_none();
            let known =
                unknown.then(|| cities::all().iter().flat_map(City::names).find(|known| is_nearly(place, known)));
            known.flatten().map(|known| finding(material, text, place, known))
        }
        (About::Briefing | About::Source | About::Rejected, _) => None,
        _ => in_words(material, own, text),
    }
}

/// Whether a name is another but for a slip, which is hardly ever in its first letter.
fn is_nearly(name: &str, known: &str) -> bool {
    let first = |name: &str| known_by(name).chars().next();
    first(name) == first(known) && is_slip(name, known) && !is_variant(name, known)
}

/// A word with a capital that stands nowhere else and is nearly that of a place of the briefing.
fn in_words(material: &Material<'_>, own: &BTreeSet<&str>, text: &Text<'_>) -> Option<Finding> {
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
        let mut parts = own.iter().flat_map(|place| place.split([' ', '-']).map(move |part| (*place, part)));
        let (place, _) = parts.find(|(_, part)| known_by(part).chars().count() > 4 && is_nearly(word, part))?;
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
