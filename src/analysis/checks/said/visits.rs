//! Who had whom as a guest: whoever receives is at home where it was, and is the host in all else about the same.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::Material;
use super::super::texts::{About, Text};
use super::Passage;
use super::aligned::tellers;
use super::places::read_at;
use super::same::Subject;
use crate::analysis::cities::cities_named;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Name, Named, Says, Sign};
use crate::analysis::reference::states_named;
use crate::briefing::{Event, Key, State};

/// So many words stand between whoever acts and the verb, and between that and whoever it is done to.
const BEFORE: usize = 6;
const BEHIND: usize = 2;

/// Somebody as a host or as a guest.
struct Role<'t> {
    person: &'t Key,
    host: bool,
}

/// Whoever is told of as a host where another is at home, or as the one where all else about the same has the other.
pub(in super::super) fn exchanged<'t>(
    material: &Material<'_>,
    states: &HashMap<&Key, &Key>,
    text: &'t Text<'_>,
) -> Option<&'t Key> {
    let tells = text.claim().is_some()
        || matches!(text.about, About::Event(_) | About::Meeting | About::Sentence(_) | About::Account);
    if !tells || !may_tell(text) {
        return None;
    }
    Passage::all(text).find_map(|passage| {
        let roles = roles(material, &passage);
        away(material, states, &passage, &roles).or_else(|| elsewhere(material, &passage, &roles))
    })
}

fn may_tell(text: &Text<'_>) -> bool {
    let verb = |sign: &Sign| matches!(sign.says, Says::Receives | Says::Visits);
    text.reading.signs.iter().any(verb) && text.named(Named::Person).next().is_some()
}

/// Who is host and who is guest by the verbs of a sentence.
fn roles<'t>(material: &Material<'_>, passage: &Passage<'t, '_>) -> Vec<Role<'t>> {
    if passage.says_any(&[Says::Not, Says::Never]) {
        return Vec::new();
    }
    let verbs = passage.signs_of(&[Says::Receives, Says::Visits]);
    verbs.flat_map(|verb| of_verb(material, passage, verb)).collect()
}

fn of_verb<'t>(material: &Material<'_>, passage: &Passage<'t, '_>, verb: &Sign) -> Vec<Role<'t>> {
    let reading = &passage.text.reading;
    let people = || passage.names.iter().filter(|name| name.kind == Named::Person);
    let near = |range: Range<usize>, most: usize| reading.between(range).is_some_and(|words| words <= most);
    let behind: Vec<&Name<'_>> = people().filter(|name| name.range.start >= verb.range.end).take(2).collect();
    let (agent, patient) = if passage.language() == "ar" {
        // The verb stands first, whoever acts right behind it.
        let [agent, patient] = behind[..] else { return Vec::new() };
        let tied = near(verb.range.end..agent.range.start, 0) && near(agent.range.end..patient.range.start, 1);
        (Some(agent).filter(|_| tied), Some(patient).filter(|_| tied))
    } else {
        let agent = people().rfind(|name| name.range.end <= verb.range.start);
        let agent = agent.filter(|name| near(name.range.end..verb.range.start, BEFORE));
        let patient = behind.first().copied().filter(|name| near(verb.range.end..name.range.start, BEHIND));
        (agent, patient)
    };
    // What is somebody’s is not they, and who stands in another case does not act.
    let owns = |name: &Name<'_>| passage.text.text[name.range.end..].starts_with(['’', '\'']);
    let acts = |name: &&Name<'_>| passage.language() != "ru" || is_as_listed(material, passage, name);
    let Some(agent) = agent.filter(|name| !owns(name) && acts(name)) else { return Vec::new() };
    let patient = patient.filter(|name| !owns(name) && name.of != agent.of);
    let passive = passage.near_before(&verb.range, &[Says::Was, Says::Is, Says::Becomes], 1);
    let host = (verb.says == Says::Receives) != passive;
    // `received a letter`, `was visited last year`: of nobody else.
    let Some(patient) = patient else {
        let alone = verb.says == Says::Visits && !passive;
        return alone.then_some(Role { person: agent.of, host: false }).into_iter().collect();
    };
    vec![Role { person: agent.of, host }, Role { person: patient.of, host: !host }]
}

/// Whether a name stands as the briefing has it, and not in another case.
fn is_as_listed(material: &Material<'_>, passage: &Passage<'_, '_>, name: &Name<'_>) -> bool {
    let written = fold(&passage.part(&name.range));
    let people = material.briefing.people().iter().filter(|person| person.id == *name.of);
    let mut names = people.flat_map(|person| person.names.iter());
    names.any(|(_, own)| fold(own).split(' ').any(|word| written.split(' ').next_back() == Some(word)))
}

/// The state that an event was in.
fn home(event: &Event) -> Option<&'static str> {
    let place = event.place.split([',', ';']).next().unwrap_or(&event.place).trim();
    let city = || cities_named(place).iter().map(|city| city.state);
    let all: BTreeSet<&'static str> = states_named(place).chain(city()).collect();
    all.first().copied().filter(|_| all.len() == 1)
}

/// A host who was where the guest is at home.
fn away<'t>(
    material: &Material<'_>,
    states: &HashMap<&Key, &Key>,
    passage: &Passage<'t, '_>,
    roles: &[Role<'t>],
) -> Option<&'t Key> {
    let [first, second] = roles else { return None };
    let (host, guest) = if first.host { (first, second) } else { (second, first) };
    let code = |person: &Key| material.briefing.state(states.get(person)?).and_then(State::code);
    let (of_host, of_guest) = (code(host.person)?, code(guest.person)?);
    let chronology = material.briefing.chronology();
    let events: Vec<&Event> = if let About::Event(event) = passage.text.about {
        vec![event]
    } else {
        // Those that are read here and are of both.
        let both = |number: &usize| {
            let of = |person: &Key| material.events_of(person).contains(number);
            of(host.person) && of(guest.person)
        };
        let here = read_at(material, passage.text).into_iter().filter(both);
        here.filter_map(|number| chronology.get(number)).collect()
    };
    let homes: BTreeSet<&'static str> = events.into_iter().map(home).collect::<Option<_>>()?;
    (of_host != of_guest && homes.len() == 1 && homes.contains(of_guest)).then_some(host.person)
}

/// Somebody who is a guest here and a host in all else about the same, or the other way round.
fn elsewhere<'t>(material: &Material<'_>, passage: &Passage<'t, '_>, own: &[Role<'t>]) -> Option<&'t Key> {
    if own.is_empty() {
        return None;
    }
    let here = Subject::of(material, passage, &[]);
    let mut told: Vec<(&Key, bool)> = Vec::new();
    for other in tellers(material, passage.text).into_iter().filter(|other| may_tell(other)) {
        for there in Passage::all(other) {
            let of = roles(material, &there);
            if !of.is_empty() && !here.is_of_other_days(&Subject::of(material, &there, &[])) {
                told.extend(of.into_iter().map(|role| (role.person, role.host)));
            }
        }
    }
    let wrong = |role: &&Role<'_>| {
        let mut all = told.iter().filter(|(person, _)| *person == role.person).peekable();
        all.peek().is_some() && all.all(|(_, host)| *host != role.host)
    };
    // `Putin received Xi, and Xi received Putin`: each was both.
    let both = |role: &Role<'_>| own.iter().any(|other| other.person == role.person && other.host != role.host);
    own.iter().filter(|role| !both(role)).find(wrong).map(|role| role.person)
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::hosts::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    fn event(label: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let events = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
            let event = events.iter_mut().find(|event| event.id.as_str() == "xi-receives-lavrov");
            label.clone_into(&mut event.expect("an event").label);
        })
    }

    #[test]
    fn whoever_receives_is_at_home() {
        for label in [
            "Xi is received by Lavrov",
            "Xi was then invited by Lavrov",
            "Xi visits Lavrov",
            "Лавров принял Си Цзиньпина",
            "Lawrow empfängt Xi mit den anderen Ministern",
            "Lavrov a reçu Xi Jinping et les autres ministres",
            "Lavrov recibió a Xi y a los otros ministros",
            "拉夫罗夫接见习近平",
            "استقبل لافروف شي جين بينغ",
        ] {
            assert_eq!(event(label), ["Warn host-and-guest"], "{label}");
        }
        for label in [
            "Lavrov is received by Xi",
            "Lavrov visits Xi",
            "Си Цзиньпин принял Лаврова",
            "Лаврова принял Си Цзиньпин",
            "Xi empfängt Lawrow mit den anderen Ministern",
            "Xi recibe a Lavrov y a los otros ministros",
            "习近平接见拉夫罗夫",
            "Lavrov received Xi’s answer",
            "Xi did not visit Lavrov",
        ] {
            assert_eq!(event(label), [""; 0], "{label}");
        }
    }

    #[test]
    fn host_and_guest_are_the_same_in_all_texts() {
        let wrong = [
            ("Putin visited Xi in the summer.", "Putin was visited by Xi"),
            ("Wang invited Putin in the summer.", "Putin invited Wang"),
        ];
        let right = [
            ("Putin visited Xi in the summer.", "Xi was visited by Putin"),
            ("Putin visited Xi in May 2024.", "Xi visited Putin in May 2025"),
            ("Putin visited Xi in the summer.", "Xi had not visited Putin"),
            ("Putin received Xi, and Xi received Putin.", "Putin received by Xi"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
