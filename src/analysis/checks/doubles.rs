//! What stands twice: a name under two keys, an event, a key point, a status; and names that changed places.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use ahash::{AHashMap, RandomState};

use super::{Check, Finding, Needs, Outcome, Subject, texts};
use crate::analysis::fold::{self, fold};
use crate::analysis::script::{arabic, cyrillic, greek, han, hangul, japanese, latin};
use crate::briefing::{Briefing, Key, Message, Names, Roster, Value, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "named-twice",
        needs: Needs::Nothing,
        holds: label!(checks::named_twice),
        run: |material| named(material.briefing),
    },
    Check {
        key: "event-twice",
        needs: Needs::Meeting,
        holds: label!(checks::event_twice),
        run: |material| events(material.briefing),
    },
    Check {
        key: "key-point-twice",
        needs: Needs::Nothing,
        holds: label!(checks::key_point_twice),
        run: |material| points(material.briefing),
    },
    Check {
        key: "status-name",
        needs: Needs::Organisation,
        holds: label!(checks::status_name),
        run: |material| material.rosters.iter().flat_map(|roster| statuses(roster.members.roster)).collect(),
    },
    Check {
        key: "name-script",
        needs: Needs::Nothing,
        holds: label!(checks::name_script),
        run: |material| scripts(material.briefing),
    },
];

/// The words of a name in an order that is one however it is written: `LAVROV, Sergey`, `Sergey Lavrov`.
fn sorted(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = fold::words(&folded).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A number that names of the same words have, in whatever order, and hardly any others; none of a name without a word.
/// Nearly all names differ, and so few need their words in order.
fn sum_of_words(name: &str) -> Option<u64> {
    static STATE: LazyLock<RandomState> = LazyLock::new(|| RandomState::with_seeds(1, 2, 3, 4));
    let folded = fold(name);
    fold::words(&folded).map(|word| STATE.hash_one(word)).reduce(u64::wrapping_add)
}

/// What is found of things that share a name, each by its subject and what it is shown as.
fn twice<'a>(
    things: impl Iterator<Item = (&'a Key, Vec<&'a str>)>,
    subject: fn(Key) -> Subject,
    title: &Message,
) -> Vec<Finding> {
    let mut by_name: AHashMap<u64, (&Key, &str)> = AHashMap::new();
    let mut found: BTreeMap<(&Key, &Key), Finding> = BTreeMap::new();
    for (key, names) in things {
        for name in names {
            let Some(sum) = sum_of_words(name) else { continue };
            let (first, other) = *by_name.entry(sum).or_insert((key, name));
            if first == key || sorted(other) != sorted(name) {
                continue;
            }
            let detail = message!(findings::named_twice_as, name = name.to_owned(), a = first, b = key);
            let finding = Finding::new(Outcome::Warn, subject(key.clone()), title.clone(), detail, Vec::new());
            found.entry((first, key)).or_insert_with(|| finding.apart(first));
        }
    }
    found.into_values().collect()
}

fn all(names: &Names) -> Vec<&str> {
    names.iter().map(|(_, name)| name).collect()
}

fn named(briefing: &Briefing) -> Vec<Finding> {
    let title = label!(findings::named_twice);
    let meeting = || briefing.meeting.iter();
    let people = briefing.people().iter().map(|person| (&person.id, all(&person.names)));
    let places = meeting().flat_map(|meeting| &meeting.places).map(|place| (&place.id, vec![place.name.as_str()]));
    let topics = meeting().flat_map(|meeting| &meeting.topics).map(|topic| (&topic.id, vec![topic.name.as_str()]));
    let mut found = twice(people, Subject::Named, &title);
    found.extend(twice(places, Subject::Named, &title));
    found.extend(twice(topics, Subject::Named, &title));
    for roster in &briefing.rosters {
        found.extend(twice(roster.states.iter().map(|state| (&state.id, all(&state.names))), Subject::State, &title));
    }
    found
}

/// Events of one day and place that are called by the same words, or of one day that are called alike.
fn events(briefing: &Briefing) -> Vec<Finding> {
    let mut seen: AHashMap<(crate::briefing::Date, String), &Key> = AHashMap::new();
    let mut found = Vec::new();
    let labels = cores::map(briefing.chronology().iter().collect(), |event| sorted(&event.label));
    for (event, label) in briefing.chronology().iter().zip(labels) {
        let first = *seen.entry((event.from, label)).or_insert(&event.id);
        if *first == event.id {
            continue;
        }
        let detail = message!(
            findings::event_twice_as,
            event = event.label.clone(),
            date = event.from,
            a = first,
            b = &event.id
        );
        let title = label!(findings::event_twice);
        let subject = Subject::Event(event.id.clone());
        found.push(Finding::new(Outcome::Warn, subject, title, detail, event.citations.clone()).apart(first));
    }
    found
}

/// Claims that two key points put, and key points that say the same.
fn points(briefing: &Briefing) -> Vec<Finding> {
    let mut claims: HashMap<&Key, usize> = HashMap::new();
    let mut texts: HashMap<String, &Key> = HashMap::new();
    let mut found = Vec::new();
    for point in &briefing.claims.key_points {
        let count = claims.entry(&point.claim).or_default();
        *count += 1;
        let same_text = *texts.entry(sorted(&point.text)).or_insert(&point.claim);
        if *count != 2 && *same_text == point.claim {
            continue;
        }
        let claim = briefing.claim(&point.claim);
        let statement = claim.map_or_else(|| point.claim.to_string(), |claim| claim.statement.clone());
        let detail = message!(findings::key_point_twice_of, claim = statement, text = point.text.clone());
        let citations = claim.map_or_else(Vec::new, |claim| claim.citations.clone());
        let subject = Subject::Claim(point.claim.clone());
        found.push(Finding::new(Outcome::Warn, subject, label!(findings::key_point_twice), detail, citations));
    }
    found
}

/// Statuses of one organisation that a reader cannot tell apart by their names.
fn statuses(roster: &Roster) -> Vec<Finding> {
    let mut seen: HashMap<String, &Key> = HashMap::new();
    let mut found = Vec::new();
    for status in &roster.statuses {
        for name in [&status.name, status.in_text(), &status.plural] {
            let first = *seen.entry(fold(name.trim())).or_insert(&status.id);
            if *first == status.id {
                continue;
            }
            let detail = message!(findings::status_name_of, name = name.to_owned(), a = first, b = &status.id);
            let title = label!(findings::status_name);
            let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, Vec::new());
            found.push(finding.apart(&roster.organisation.id).apart(&status.id));
            break;
        }
    }
    found
}

/// The letters that names of some languages are written in; of others nothing is held.
fn is_of_language(language: &str) -> Option<fn(char) -> bool> {
    let mut parts = language.split('-');
    let own = parts.next()?;
    // A tag may name the script itself.
    if let Some(script) = parts.find(|part| part.len() == 4) {
        return match script {
            "Latn" => Some(latin),
            "Cyrl" => Some(cyrillic),
            "Hans" | "Hant" => Some(han),
            "Arab" => Some(arabic),
            _ => None,
        };
    }
    Some(match own {
        "en" | "fr" | "es" | "de" | "it" | "pt" | "nl" | "pl" | "tr" | "cs" | "sv" | "fi" | "hu" | "ro" | "vi"
        | "id" => latin,
        "ru" | "uk" | "be" | "bg" | "ky" | "tg" | "mk" => cyrillic,
        "zh" => han,
        "ar" | "fa" | "ur" | "ps" => arabic,
        "el" => greek,
        "ja" => japanese,
        "ko" => hangul,
        _ => return None,
    })
}

/// Names that have no letter of their language, although they have letters: two that changed places, or one that was
/// never translated. One language in the wrong letters throughout is one cause.
fn scripts(briefing: &Briefing) -> Vec<Finding> {
    let mut found: BTreeMap<&str, Vec<(Subject, &str)>> = BTreeMap::new();
    let mut right: HashMap<&str, usize> = HashMap::new();
    for (subject, names) in texts::named(briefing) {
        for (language, name) in names.iter() {
            let Some(is_own) = is_of_language(language) else { continue };
            let letters = name.chars().filter(|c| c.is_alphabetic());
            if letters.clone().any(is_own) {
                *right.entry(language).or_default() += 1;
            // Short forms such as `EU` stand in Latin letters everywhere.
            } else if letters.clone().count() > 4 || letters.clone().any(|c| !c.is_ascii()) {
                found.entry(language).or_default().push((subject.clone(), name));
            }
        }
    }
    let mut findings = Vec::new();
    for (language, names) in found {
        let throughout = right.get(language).copied().unwrap_or_default() < names.len() && names.len() > 2;
        let title = || label!(findings::name_script);
        if throughout {
            let list = Value::list(names.iter().take(3).map(|(_, name)| (*name).to_owned()));
            let detail =
                message!(findings::name_script_all, language = language.to_owned(), count = names.len(), names = list);
            findings.push(Finding::new(Outcome::Warn, Subject::Briefing, title(), detail, Vec::new()).apart(&language));
            continue;
        }
        findings.extend(names.into_iter().map(|(subject, name)| {
            let detail = message!(findings::name_script_of, language = language.to_owned(), name = name.to_owned());
            Finding::new(Outcome::Warn, subject, title(), detail, Vec::new()).apart(&language)
        }));
    }
    findings
}
