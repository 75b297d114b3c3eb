//! States against what is known of them elsewhere. What is bundled is compared with and never called right: states,
//! names and regions are disputed, and an acknowledgement settles it.

use std::collections::{BTreeMap, BTreeSet};

use super::times::years;
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::reading::{Name, Named};
use crate::analysis::reference::{OF_YEAR, Reference, WORLD, kilometres, of_code, states_named, withdrawn};
use crate::briefing::{Briefing, Key, Message, Roster, State, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "state-name", needs: Needs::Nothing, holds: label!(checks::state_name), run: |m| each(m, names) },
    Check {
        key: "state-position",
        needs: Needs::Nothing,
        holds: label!(checks::state_position),
        run: |m| each(m, position),
    },
    Check { key: "state-people", needs: Needs::Nothing, holds: label!(checks::state_people), run: |m| each(m, people) },
    Check { key: "state-people-twice", needs: Needs::Nothing, holds: label!(checks::state_people_twice), run: twice },
    Check { key: "world-people", needs: Needs::Organisation, holds: label!(checks::world_people), run: world },
    Check { key: "state-withdrawn", needs: Needs::Nothing, holds: label!(checks::state_withdrawn), run: no_more },
];

/// Farther from its capital than this a state of usual size is not drawn, in kilometres, and one of the largest.
const FAR: f64 = 900.0;
const FAR_IN_THE_LARGEST: f64 = 4500.0;
/// States that are so large that their middle lies far from their capital, or that lie in several parts of the globe.
const LARGEST: &[&str] = &[
    "AR", "AU", "BR", "CA", "CD", "CL", "CN", "DK", "DZ", "FR", "GL", "ID", "IN", "KI", "KZ", "LY", "ML", "MX", "NZ",
    "PT", "RU", "SA", "SD", "US",
];
/// A slip of the pen is at home when it is put right: so near to the capital, in kilometres.
const AT_HOME: f64 = 250.0;
/// As many times as the people of a state may be more or fewer than those of 2024, at most.
const TIMES: f64 = 2.0;
/// What is counted in one year is so many times as many at most, whoever counts; each year it is farther from that of the
/// reference lets it differ by as much again.
const COUNTED: f64 = 1.2;
const EACH_YEAR: f64 = 1.02;
const WORLD_COUNTED: f64 = 1.02;
const WORLD_EACH_YEAR: f64 = 1.012;
/// Of fewer people, estimates differ more.
const FEW: u64 = 1_000_000;
/// States that are counted in very different ways: with or without a part that somebody else holds, or those who fled or
/// came to work, or without a census for decades.
const IN_DISPUTE: &[&str] = &[
    "AE", "AF", "AM", "AZ", "BA", "CD", "CU", "CY", "EH", "ER", "ET", "GE", "IQ", "KW", "LB", "LY", "MA", "MD", "MM",
    "NG", "OM", "PG", "PS", "QA", "RS", "SD", "SO", "SS", "SY", "TM", "UA", "VE", "XK", "YE",
];

/// Off by so much of itself a number of people is another’s, and so near it is its own.
const OFF: f64 = 0.25;
const NEAR: f64 = 0.12;

/// States with the number of people of another, of which the reference has others.
fn twice(material: &Material<'_>) -> Vec<Finding> {
    let mut by_number: BTreeMap<u64, Vec<(&State, f64)>> = BTreeMap::new();
    for state in material.briefing.states() {
        let known = state.code().and_then(of_code).and_then(|known| known.population);
        if let (Some(own), Some(known)) = (state.population, known) {
            by_number.entry(own).or_default().push((state, (own as f64 / known as f64 - 1.0).abs()));
        }
    }
    let of_others = by_number.into_iter().filter(|(_, states)| states.len() > 1).flat_map(|(number, states)| {
        let owner = states.iter().find(|(_, off)| *off <= NEAR).map(|(state, _)| *state);
        let wrong = states.into_iter().filter(|(_, off)| *off > OFF).map(|(state, _)| state).collect::<Vec<_>>();
        owner.map_or_else(Vec::new, |owner| wrong.into_iter().map(move |state| (number, state, owner)).collect())
    });
    of_others
        .map(|(number, state, owner)| {
            let other = material.briefing.name(&owner.names).to_owned();
            let detail = message!(findings::state_people_of_other, people = Value::Count(number), other = other);
            finding(state, label!(findings::state_people_twice), detail)
        })
        .collect()
}

/// What is found of each state whose code says which it is.
fn each(material: &Material<'_>, find: fn(&Briefing, &State, &str, &Reference) -> Option<Finding>) -> Vec<Finding> {
    let briefing = material.briefing;
    let one = |state: &State| {
        let code = state.code()?;
        find(briefing, state, code, of_code(code)?)
    };
    briefing.states().filter_map(one).collect()
}

/// The code of a state that is named, or of one that is named as a place.
pub(super) fn code_of(material: &Material<'_>, name: &Name<'_>) -> Option<&'static str> {
    match name.kind {
        Named::State => material.briefing.state(name.of)?.code(),
        Named::Place => states_named(material.name(name.of)).next(),
        _ => None,
    }
}

pub(super) fn finding(state: &State, title: Message, detail: Message) -> Finding {
    Finding::new(Outcome::Warn, Subject::State(state.id.clone()), title, detail, Vec::new())
}

/// Names that are those of another state in CLDR, and of this one in none of its languages.
fn names(_: &Briefing, state: &State, code: &str, _: &Reference) -> Option<Finding> {
    let others: Vec<(&str, Vec<&str>)> = state
        .called()
        .map(|name| (name, states_named(name).collect::<Vec<_>>()))
        .filter(|(_, codes)| !codes.is_empty() && !codes.contains(&code))
        .collect();
    let (_, of) = others.first()?;
    let said: BTreeSet<&str> = others.iter().map(|(name, _)| *name).collect();
    let detail = message!(
        findings::state_name_of_another,
        names = Value::list(said.into_iter().map(str::to_owned)),
        other = Value::list(of.iter().map(|code| (*code).to_owned())),
        code = code.to_owned()
    );
    Some(finding(state, label!(findings::state_name), detail).likely_caused_by(&"column"))
}

fn position(_: &Briefing, state: &State, code: &str, own: &Reference) -> Option<Finding> {
    let at = own.capital_at?;
    let (latitude, longitude) = (state.position.latitude, state.position.longitude);
    let far = kilometres(at, (latitude, longitude));
    let turned = [(-latitude, longitude), (latitude, -longitude), (-latitude, -longitude)];
    let near = |position: &(f64, f64)| kilometres(at, *position) < AT_HOME;
    let kilometres = Value::Count((far.round().max(0.0)) as u64);
    let title = label!(findings::state_position);
    let code = code.to_owned();
    let (cause, detail) = if far < AT_HOME {
        return None;
    } else if longitude.abs() <= 90.0 && near(&(longitude, latitude)) {
        ("exchanged", message!(findings::state_position_exchanged, code = code, kilometres = kilometres))
    } else if turned.iter().any(near) {
        ("turned", message!(findings::state_position_turned, code = code, kilometres = kilometres))
    } else if far > if LARGEST.contains(&code.as_str()) { FAR_IN_THE_LARGEST } else { FAR } {
        ("far", message!(findings::state_position_far, code = code, kilometres = kilometres))
    } else {
        return None;
    };
    Some(finding(state, title, detail).likely_caused_by(&cause))
}

/// How many years lie between the reference and what notes say of numbers of people: by the years that they name, or by
/// the day of the briefing where they name none.
fn years_off<'n>(briefing: &Briefing, notes: impl Iterator<Item = &'n str>) -> i32 {
    let off = |year: i16| i32::from(year.abs_diff(OF_YEAR));
    let (of_briefing, checked) = (briefing.manifest.as_of.first_day(), briefing.manifest.checked.last_day());
    let named = notes.flat_map(|note| years(note, checked.year()));
    named.map(off).max().unwrap_or_else(|| off(of_briefing.year()))
}

fn people(briefing: &Briefing, state: &State, code: &str, own: &Reference) -> Option<Finding> {
    let (given, known) = (state.population?, own.population?);
    let times = given as f64 / known.max(1) as f64;
    let off = || years_off(briefing, briefing.rosters.iter().map(|roster| &*roster.columns.population.note));
    let loose = known < FEW || IN_DISPUTE.contains(&code);
    let allowed = if loose { TIMES } else { (COUNTED * EACH_YEAR.powi(off())).min(TIMES) };
    (!(1.0 / allowed..=allowed).contains(&times)).then(|| {
        let (given, known) = (Value::Count(given), Value::Count(known));
        let detail = message!(findings::state_people_of, given = given, known = known, code = code.to_owned());
        // A column in thousands is one mistake.
        let power = times.max(f64::MIN_POSITIVE).log10().round();
        finding(state, label!(findings::state_people), detail).likely_caused_by(&power)
    })
}

/// The people of the world, and those of some states, which are no more.
fn world(material: &Material<'_>) -> Vec<Finding> {
    let one = |roster: &Roster| {
        let world = roster.world.as_ref()?;
        let times = world.population as f64 / WORLD as f64;
        let given = Value::Count(world.population);
        let off = years_off(material.briefing, std::iter::once(&*world.note));
        let allowed = WORLD_COUNTED * WORLD_EACH_YEAR.powi(off);
        let sum: u64 = roster.states.iter().filter_map(|state| state.population).fold(0, u64::saturating_add);
        let (outcome, detail) = if sum > world.population {
            (Outcome::Fail, message!(findings::world_people_fewer, given = given, sum = Value::Count(sum)))
        } else if !(1.0 / allowed..=allowed).contains(&times) {
            (Outcome::Warn, message!(findings::world_people_of, given = given, known = Value::Count(WORLD)))
        } else {
            return None;
        };
        let citations = world.citations.clone();
        let finding = Finding::new(outcome, Subject::Briefing, label!(findings::world_people), detail, citations);
        Some(finding.apart(&roster.organisation.id))
    };
    material.briefing.rosters.iter().filter_map(one).collect()
}

/// States with a code that was withdrawn before the day that the briefing speaks of, and that have a status on it.
fn no_more(material: &Material<'_>) -> Vec<Finding> {
    let as_of = material.briefing.manifest.as_of.first_day();
    let held: BTreeSet<&Key> = material
        .briefing
        .rosters
        .iter()
        .flat_map(|roster| &roster.spells)
        .filter(|spell| spell.until.is_none_or(|until| until.first_day() > as_of))
        .map(|spell| &spell.state)
        .collect();
    let one = |state: &State| {
        let code = state.code()?;
        let year = withdrawn(code).filter(|year| *year < as_of.year() && held.contains(&state.id))?;
        let detail = message!(findings::state_withdrawn_in, code = code.to_owned(), year = year.to_string());
        Some(finding(state, label!(findings::state_withdrawn), detail))
    };
    material.briefing.states().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, state_after};
    use crate::briefing::{Names, Position, State};

    fn after(key: &str, change: impl FnOnce(&mut State)) -> Vec<String> {
        state_after(CHECKS, key, change)
    }

    fn names(names: &str) -> Names {
        serde_json::from_str(names).expect(names)
    }

    #[test]
    fn the_bundled_states_are_as_they_are_elsewhere() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
    }

    #[test]
    fn a_state_has_no_name_of_another_in_any_language() {
        let named = |text: &str| after("qatar", |state| state.names = names(text));
        assert_eq!(named(r#"{"en": "Oman", "ru": "Катар", "zh": "卡塔尔"}"#), ["Warn state-name"]);
        assert_eq!(named(r#"{"en": "Qatar", "ru": "Катар", "zh": "阿曼"}"#), ["Warn state-name"]);
        assert_eq!(
            named(r#"{"en": "State of Qatar", "ru": "Катар", "zh": "卡塔尔"}"#),
            [""; 0],
            "another name is none of another"
        );
        assert_eq!(after("qatar", |state| state.aliases.push("Bahreïn".to_owned())), ["Warn state-name"]);
    }

    #[test]
    fn a_position_is_not_exchanged_turned_or_far() {
        let at = |key: &str, latitude, longitude| after(key, |state| state.position = Position { latitude, longitude });
        for (latitude, longitude) in [(51.5, 25.3), (-25.3, 51.5), (25.3, -51.5), (48.9, 2.4)] {
            assert_eq!(at("qatar", latitude, longitude), ["Warn state-position"], "{latitude} {longitude}");
        }
        assert_eq!(at("qatar", 25.0, 51.0), [""; 0]);
        assert_eq!(at("russia", 61.5, 105.3), [""; 0], "its middle");
        assert_eq!(at("india", 22.0, 79.0), [""; 0]);
    }

    #[test]
    fn people_are_in_proportion() {
        let people = |key: &str, people| after(key, |state| state.population = Some(people));
        for wrong in [30_000, 31_000_000, 287_000] {
            assert_eq!(people("qatar", wrong), ["Warn state-people"], "{wrong}");
        }
        assert_eq!(people("qatar", 2_100_000), [""; 0], "some years ago");
        // Digits turned, another state's, a digit too many or too few.
        for (key, wrong) in
            [("sri-lanka", 12_900_000), ("turkiye", 58_500_000), ("pakistan", 152_000_000), ("russia", 251_500_000)]
        {
            assert_eq!(people(key, wrong), ["Warn state-people"], "{key} {wrong}");
        }
        for (key, right) in [
            ("sri-lanka", 23_300_000),
            ("turkiye", 79_800_000),
            ("pakistan", 241_500_000),
            ("russia", 146_200_000),
            ("russia", 142_000_000),
            ("afghanistan", 34_300_000),
            ("azerbaijan", 8_700_000),
            ("maldives", 383_000),
            ("china", 1_420_000_000),
            ("myanmar", 51_300_000),
        ] {
            assert_eq!(people(key, right), [""; 0], "{key} {right}: others count otherwise");
        }
        let of_2005 = |people| {
            found_after(CHECKS, |briefing| {
                let roster = &mut briefing.rosters[0];
                "Mid-2005, World Bank.".clone_into(&mut roster.columns.population.note);
                let state = roster.states.iter_mut().find(|state| state.id.as_str() == "pakistan");
                state.expect("a state").population = Some(people);
            })
        };
        assert_eq!(of_2005(170_000_000), [""; 0]);
        assert_eq!(of_2005(17_000_000), ["Warn state-people"]);
        let world = |people| {
            found_after(CHECKS, |briefing| briefing.rosters[0].world.as_mut().expect("a world").population = people)
        };
        assert_eq!(world(814_000_000), ["Fail world-people"]);
        assert_eq!(world(18_000_000_000), ["Warn world-people"]);
        assert_eq!(world(8_410_000_000), ["Warn world-people"], "digits turned");
        for right in [8_100_000_000, 8_000_000_000, 8_200_000_000] {
            assert_eq!(world(right), [""; 0], "{right}");
        }
        let of_2019 = found_after(CHECKS, |briefing| {
            let world = briefing.rosters[0].world.as_mut().expect("a world");
            (world.population, world.note) = (7_700_000_000, "In the middle of 2019".to_owned());
        });
        assert_eq!(of_2019, [""; 0]);
    }

    #[test]
    fn a_code_that_was_withdrawn_is_of_a_state_that_is_no_more() {
        let code = |codes: [&str; 3]| {
            after("mongolia", |state| {
                [state.alpha2, state.alpha3, state.numeric] = codes.map(str::to_owned);
            })
        };
        assert!(code(["YU", "YUG", "891"]).contains(&"Warn state-withdrawn".to_owned()));
    }
}
