//! What people are called and do in words, against their offices and parts: `former`, `acting` and `deputy` before an
//! office that is held in full, and host and guest exchanged.

use std::collections::BTreeSet;

use super::names_said::states_of_people;
use super::said::visits;
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::{self, fold};
use crate::analysis::reading::{Name, Named};
use crate::briefing::{Key, Meeting, Person};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "office-qualified",
        needs: Needs::Meeting,
        holds: label!(checks::office_qualified),
        run: |material| each_held(material, qualified),
    },
    Check {
        key: "host-and-guest",
        needs: Needs::Meeting,
        holds: label!(checks::host_and_guest),
        run: |material| {
            let states = states_of_people(material.briefing);
            each_held(material, |material, text| {
                let wrong = exchanged(material, text);
                let in_words = || visits::exchanged(material, &states, text);
                wrong.or_else(in_words).map(|person| as_the_other(material, text, person))
            })
        },
    },
];

/// What stands before an office that is not, or not wholly, held, folded.
const QUALIFIERS: &[&str] = &[
    "former",
    "ex",
    "acting",
    "deputy",
    "vice",
    "interim",
    "бывший",
    "бывшая",
    "экс",
    "заместитель",
    "замминистра",
    "ancien",
    "ancienne",
    "adjoint",
    "ehemaliger",
    "ehemalige",
    "stellvertretender",
    "stellvertretende",
    "exministro",
    "exministra",
    "viceministro",
    "viceministra",
];
/// Who has others come, and who comes, folded.
const HOSTS: &[&str] = &[
    "host",
    "hosts",
    "hosted",
    "hostess",
    "хозяин",
    "хозяйка",
    "hote",
    "gastgeber",
    "gastgeberin",
    "anfitrion",
    "anfitriona",
];
const GUESTS: &[&str] =
    &["guest", "visitor", "гость", "гостья", "invite", "invitee", "gast", "invitado", "invitada", "huesped"];
/// What a host does with a guest, folded.
const RECEIVES: &[&str] = &[
    "receives",
    "received",
    "hosts",
    "hosted",
    "welcomes",
    "welcomed",
    "recoit",
    "accueille",
    "empfangt",
    "empfing",
    "recibe",
    "recibio",
];
/// So many words of an office stand before a name, and so many between a name and what it is said to be.
const NEAR: usize = 4;

fn words(text: &str) -> Vec<String> {
    fold::words(&fold(text)).map(str::to_owned).collect()
}

fn people<'t, 'a>(text: &'t Text<'a>) -> impl Iterator<Item = &'t Name<'a>> {
    text.named(Named::Person)
}

/// Qualified offices before the names of those who hold them in full.
fn qualified(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    if people(text).next().is_none() || matches!(text.about, About::Person(_)) {
        return Vec::new();
    }
    let folded = fold(text.text);
    if !QUALIFIERS.iter().any(|word| folded.contains(word)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for name in people(text) {
        let Some(person) = material.briefing.people().iter().find(|person| person.id == *name.of) else { continue };
        let office = words(&person.office);
        let Some(before) = text.text.get(..name.range.start) else { continue };
        // A mark parts the name from what is said before it.
        let clause = before.rsplit([',', ';', ':', '.', '(', '，', '。']).next().unwrap_or_default();
        let clause = words(clause);
        let of_office = |word: &&String| office.iter().any(|own| alike(own, word));
        let held = clause.iter().rev().take(NEAR).take_while(of_office).count();
        let Some(word) = clause.iter().rev().nth(held).filter(|_| held > 0) else { continue };
        if QUALIFIERS.contains(&word.as_str()) && !office.contains(word) {
            let title = label!(findings::office_qualified);
            let detail = message!(
                findings::office_qualified_as,
                person = material.name(&person.id).to_owned(),
                said = word.clone(),
                office = &person.office,
                text = text.text.to_owned()
            );
            found.push(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&person.id));
        }
    }
    found
}

/// Whether two words are one but for the ending.
fn alike(own: &str, word: &str) -> bool {
    let short = own.chars().count().min(word.chars().count());
    short >= 3 && own.chars().zip(word.chars()).take_while(|(a, b)| a == b).count() + 1 >= short.max(4)
}

/// Hosts that are guests, and guests that are hosts.
fn exchanged<'t>(material: &Material<'_>, text: &'t Text<'_>) -> Option<&'t Key> {
    let names: Vec<&Name<'_>> = people(text).collect();
    let meeting = material.briefing.meeting.as_ref().filter(|_| !names.is_empty())?;
    let folded = fold(text.text);
    let said = |lists: &[&[&str]]| lists.iter().any(|list| list.iter().any(|word| folded.contains(word)));
    if !said(&[HOSTS, GUESTS, RECEIVES]) {
        return None;
    }
    let person = |key: &Key| meeting.people.iter().find(|person| person.id == *key);
    let between = |from: usize, to: usize| text.text.get(from..to).map(words).unwrap_or_default();
    names.iter().enumerate().find_map(|(at, name)| {
        let own = person(name.of)?;
        let next = names.get(at + 1);
        let after = between(name.range.end, next.map_or(text.text.len(), |next| next.range.start));
        // `was the host`, and not `thanked the host`.
        let is_said = |word: &&str| HOSTS.contains(word) || GUESTS.contains(word) || word.chars().count() <= NEAR;
        let near: BTreeSet<&str> = after.iter().take(NEAR).map(String::as_str).take_while(is_said).collect();
        if let Some(other) = next.and_then(|next| person(next.of)).filter(|_| after.len() <= NEAR)
            && let [only] = &after[..]
            && RECEIVES.contains(&only.as_str())
            && !next.is_some_and(|next| text.text[next.range.end..].starts_with(['’', '\'']))
        {
            // Whoever receives is at home where it was; what is told of other days was elsewhere.
            let days = (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day());
            let other_days = text.reading.days().any(|day| day.month.is_some() && !day.meets(days.0, days.1));
            let of_event = matches!(text.about, About::Event(_));
            if !of_event && (other_days || !about_meeting(material, text, meeting)) {
                return None;
            }
            let home = home(material, text, meeting);
            return (is_at(other, home) && !is_at(own, home)).then_some(name.of);
        }
        if !about_meeting(material, text, meeting) {
            return None;
        }
        let home = home(material, text, meeting);
        let as_host = HOSTS.iter().any(|word| near.contains(word)) && is_guest(own, meeting, home);
        let as_guest = GUESTS.iter().any(|word| near.contains(word)) && is_host(own, meeting, home);
        let clear = HOSTS.iter().any(|word| near.contains(word)) != GUESTS.iter().any(|word| near.contains(word));
        (clear && (as_host || as_guest)).then_some(name.of)
    })
}

/// What is found of somebody who is told of as the other.
fn as_the_other(material: &Material<'_>, text: &Text<'_>, person: &Key) -> Finding {
    let title = label!(findings::host_and_guest);
    let name = material.name(person).to_owned();
    let detail = message!(findings::host_and_guest_other, person = name, text = text.text.to_owned());
    text.finding(material.briefing, Outcome::Warn, title, detail).apart(person)
}

/// Whether a text is about the meeting itself.
pub(super) fn about_meeting(material: &Material<'_>, text: &Text<'_>, meeting: &Meeting) -> bool {
    let at: BTreeSet<_> = material.briefing.locators(&meeting.citations).collect();
    match text.about {
        About::Meeting => true,
        About::Event(event) => meeting.is(event),
        _ => text.locators(material.briefing).any(|own| at.contains(&own)),
    }
}

/// The state in which something was: that of the event's place, or of the meeting's city where it is a capital.
fn home<'a>(material: &Material<'a>, text: &Text<'_>, meeting: &Meeting) -> Option<&'a Key> {
    let place = match text.about {
        About::Event(event) => fold(&event.place),
        _ => fold(&meeting.place),
    };
    let is_it = |name: &str| fold(name) == place;
    let mut states = material.briefing.states();
    states.find(|state| is_it(&state.capital) || state.called().any(is_it)).map(|state| &state.id)
}

fn is_at(person: &Person, home: Option<&Key>) -> bool {
    home.is_some() && person.state.as_ref() == home
}

fn has_part(person: &Person, list: &[&str]) -> bool {
    words(&person.part).iter().any(|word| list.contains(&word.as_str()))
}

/// Whether a person came: as their part says, or because another is at home there.
fn is_guest(person: &Person, meeting: &Meeting, home: Option<&Key>) -> bool {
    has_part(person, GUESTS)
        || !has_part(person, HOSTS)
            && person.state.is_some()
            && !is_at(person, home)
            && meeting.people.iter().any(|other| other.part == person.part && is_at(other, home))
}

fn is_host(person: &Person, meeting: &Meeting, home: Option<&Key>) -> bool {
    has_part(person, HOSTS)
        || !has_part(person, GUESTS)
            && is_at(person, home)
            && meeting.people.iter().any(|other| other.part == person.part && !is_at(other, home))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Briefing;

    fn says(text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing: &mut Briefing| {
            let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
            claim.expect("a claim").reason = text.to_owned();
        })
    }

    fn event(label: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let events = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
            let event = events.iter_mut().find(|event| event.id.as_str() == "xi-receives-lavrov");
            label.clone_into(&mut event.expect("an event").label);
        })
    }

    #[test]
    fn an_office_is_held_in_full() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "Former minister Wang Yi met him.",
            "Acting foreign minister Lavrov came.",
            "The deputy foreign minister Lavrov travelled on.",
            "It was ex-minister Wang.",
        ] {
            assert_eq!(says(text), ["Warn office-qualified"], "{text}");
        }
        for text in [
            "Foreign minister Lavrov came.",
            "Lavrov’s deputy came later, and so did Wang Yi.",
            "The acting chair met Lavrov.",
            "A former partner of minister Lavrov.",
            "The deputy minister, Lavrov and Wang.",
        ] {
            assert_eq!(says(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_host_is_at_home() {
        assert_eq!(event("Lavrov receives Xi"), ["Warn host-and-guest"]);
        assert_eq!(event("Lavrov welcomed Xi"), ["Warn host-and-guest"]);
        assert_eq!(event("Xi Jinping welcomes Lavrov"), [""; 0]);
        for text in ["Lavrov was the host.", "Wang Yi was a guest there.", "Lavrov hosted the talks."] {
            assert_eq!(says(text), ["Warn host-and-guest"], "{text}");
        }
        for text in ["Wang was the host, Lavrov the guest.", "Wang Yi hosted Lavrov.", "Lavrov thanked the host."] {
            assert_eq!(says(text), [""; 0], "{text}");
        }
    }
}
