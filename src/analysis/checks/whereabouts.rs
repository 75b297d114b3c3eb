//! Nobody is at two places at once: events that name one person, one within the other or on one day, in places far apart.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::said::elsewhere;
use super::texts::About;
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::cities::cities_named;
use crate::analysis::fold::known_by;
use crate::analysis::reading::Named;
use crate::analysis::reference::{kilometres, of_code, states_named};
use crate::briefing::{Event, Key, Precision};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "two-places",
    needs: Needs::Meeting,
    holds: label!(checks::two_places),
    run: |material| {
        let stays = stays(material);
        two_places(material, &stays).into_iter().chain(elsewhere(material, &stays)).collect()
    },
}];

/// Nobody travels farther in a day and does something at both ends, in kilometres.
const FAR: f64 = 2500.0;
/// A person of more events is held to the first of those beside each.
const BESIDE: usize = 8;

/// An event that somebody is at.
pub(super) struct Stay<'a> {
    pub event: &'a Event,
    pub from: civil::Date,
    pub until: civil::Date,
}

/// The stays of each person, in the order of their days.
pub(super) type Stays<'a> = BTreeMap<&'a Key, Vec<Stay<'a>>>;

/// The events of each person, those known to the day: whoever the label names, or whom alone a sentence names that the
/// event is read from.
fn stays<'a>(material: &Material<'a>) -> Stays<'a> {
    let briefing = material.briefing;
    let mut of_sentence: BTreeMap<crate::briefing::Locator, BTreeSet<&Key>> = BTreeMap::new();
    for text in &material.texts().all {
        if let Some(at) = text.paraphrase_of() {
            let people = text.named(Named::Person).map(|name| name.of);
            of_sentence.entry(at).or_default().extend(people);
        }
    }
    let mut stays: Stays<'_> = BTreeMap::new();
    for text in material.texts().all.iter().filter(|text| &*text.field == "label") {
        let About::Event(event) = text.about else { continue };
        let until = event.until.unwrap_or(event.from);
        if [event.from, until].iter().any(|date| date.precision() != Precision::Day) || event.place.trim().is_empty() {
            continue;
        }
        let labelled = text.named(Named::Person).map(|name| name.of);
        let mut people: BTreeSet<&Key> = labelled.collect();
        if people.is_empty() {
            let read = briefing.locators(&event.citations).filter_map(|at| of_sentence.get(&at));
            people.extend(read.filter(|people| people.len() == 1).flatten());
        }
        for person in people {
            let (from, until) = (event.from.first_day(), until.last_day());
            stays.entry(person).or_default().push(Stay { event, from, until });
        }
    }
    for stays in stays.values_mut() {
        stays.sort_by_key(|stay| (stay.from, stay.until));
    }
    stays
}

/// Where a place is, as far as capitals are known and the briefing says.
fn position(material: &Material<'_>, place: &str) -> Option<(f64, f64)> {
    let place = place.split(',').next().unwrap_or(place).trim();
    let listed = material.briefing.meeting.iter().flat_map(|meeting| &meeting.places).find(|own| own.name == place);
    let given = listed.and_then(|own| own.position).map(|position| (position.latitude, position.longitude));
    let capital = || {
        let city = cities_named(place).iter().find(|city| city.is_capital_in(i16::MAX))?;
        of_code(city.state)?.capital_at
    };
    given.or_else(capital)
}

/// The states that a place is in or is.
fn states(place: &str) -> BTreeSet<&'static str> {
    let parts = place.split([',', ';', '/']).map(str::trim);
    parts.flat_map(|part| cities_named(part).iter().map(|city| city.state).chain(states_named(part))).collect()
}

/// Whether two places are told apart: neither is the other, within it or in one state with it.
pub(super) fn are_apart(a: &str, b: &str) -> bool {
    let (one, other) = (known_by(a), known_by(b));
    let (of_one, of_other) = (states(a), states(b));
    !one.contains(&other) && !other.contains(&one) && of_one.is_disjoint(&of_other)
}

fn two_places(material: &Material<'_>, stays: &Stays<'_>) -> Vec<Finding> {
    let mut found: BTreeMap<(&Key, &Key), Finding> = BTreeMap::new();
    for (person, stays) in stays {
        for (at, first) in stays.iter().enumerate() {
            for second in stays.iter().skip(at + 1).take_while(|second| second.from <= first.until).take(BESIDE) {
                let (a, b) = (&first.event.place, &second.event.place);
                // On its first and on its last day one may come or go.
                let within = second.from > first.from && second.until < first.until
                    || second.from == first.from && second.until == first.until && first.from < first.until;
                let long = (second.until.min(first.until) - second.from).get_days() > 1;
                let one_day = first.from == first.until && second.from == second.until;
                let far = || {
                    let (one, other) = (position(material, a)?, position(material, b)?);
                    Some(kilometres(one, other) > FAR)
                };
                let apart =
                    (within || long || one_day) && a != b && are_apart(a, b) && (within || long || far() == Some(true));
                if !apart {
                    continue;
                }
                let detail = message!(
                    findings::two_places_of,
                    person = material.name(person).to_owned(),
                    a = first.event.label.clone(),
                    place_a = a.clone(),
                    b = second.event.label.clone(),
                    place_b = b.clone()
                );
                let subject = Subject::Event(second.event.id.clone());
                let title = label!(findings::two_places);
                let citations = second.event.citations.clone();
                let finding = Finding::new(Outcome::Warn, subject, title, detail, citations);
                found.entry((&first.event.id, &second.event.id)).or_insert_with(|| finding.apart(&first.event.id));
            }
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    fn with(from: &str, until: Option<&str>, place: &str, label: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
            let mut event = chronology[0].clone();
            event.id = "another".to_owned().try_into().expect("a key");
            (event.from, event.until) = (from.parse().expect(from), until.map(|day| day.parse().expect(day)));
            (event.place, event.label) = (place.to_owned(), label.to_owned());
            chronology.push(event);
        })
    }

    #[test]
    fn nobody_is_at_two_places_at_once() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        assert_eq!(with("2025-07-13", None, "Moscow", "Lavrov speaks"), ["Warn two-places"]);
        assert_eq!(with("2025-07-12", Some("2025-07-15"), "Bogotá", "Wang on a visit"), ["Warn two-places"]);
        assert_eq!(with("2025-07-12", None, "Vienna", "Lavrov in Vienna"), ["Warn two-places"], "he was in Wonsan");
    }

    #[test]
    fn who_travels_is_somewhere_else_afterwards() {
        for (from, until, place, label) in [
            ("2025-07-13", None, "Beijing", "Lavrov lays a wreath"),
            ("2025-07-13", Some("2025-07-14"), "Vladivostok", "Lavrov stops over"),
            ("2025-07-13", None, "Moscow", "Putin speaks"),
            ("2025-07-12", Some("2025-07-15"), "China", "Lavrov in China"),
            ("2025-07", None, "Bogotá", "Lavrov in Colombia"),
        ] {
            assert_eq!(with(from, until, place, label), [""; 0], "{from} {place}");
        }
    }
}
