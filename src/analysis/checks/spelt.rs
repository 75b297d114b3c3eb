//! Names in one language that are spelled as no reference spells them, and an organisation under another body’s name.

use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;

use super::reference::finding;
use super::{Check, Finding, Needs, Outcome, Subject};
use crate::analysis::bodies::{body_named, names_of};
use crate::analysis::fold::known_by;
use crate::analysis::reading::in_cyrillic;
use crate::analysis::reference::{states_called, tagged_names_of};
use crate::analysis::script::{cyrillic, han};
use crate::briefing::{Person, Roster, State, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "state-name-spelt",
        needs: Needs::Nothing,
        holds: label!(checks::state_name_spelt),
        run: |material| material.briefing.states().flat_map(misspelt).collect(),
    },
    Check {
        key: "organisation-name",
        needs: Needs::Organisation,
        holds: label!(checks::organisation_name),
        run: |material| {
            let find = |roster| of_another_body(roster).or_else(|| organisation_misspelt(roster));
            material.briefing.rosters.iter().filter_map(find).collect()
        },
    },
    Check {
        key: "person-name-spelt",
        needs: Needs::Meeting,
        holds: label!(checks::person_name_spelt),
        run: |material| material.briefing.people().iter().flat_map(person_misspelt).collect(),
    },
];

/// A shorter word is like too many others.
const LONG: usize = 5;

/// The names of a state that are, but for one letter, what CLDR calls it in the same language.
fn misspelt(state: &State) -> Vec<Finding> {
    let Some(code) = state.code() else { return Vec::new() };
    let find = |(language, name): (&str, &str)| {
        let own = language.split('-').next()?;
        // Names of traditional signs are other names in other signs.
        let of_language = || tagged_names_of(code).iter().filter(|(tag, _)| *tag == own && language != "zh-Hant");
        let meant = of_language().map(|(_, known)| *known).find(|known| is_slip(name, known))?;
        let of_others = states_called(name);
        let is_another = !of_others.is_empty() && !of_others.contains(&code);
        // What readers type besides is spelled so on purpose.
        let is_alias = state.aliases.iter().any(|alias| known_by(alias) == known_by(name));
        if is_another || is_alias || of_language().any(|(_, known)| known_by(known) == known_by(name)) {
            return None;
        }
        let (said, language) = (name.to_owned(), language.to_owned());
        let detail =
            message!(findings::state_name_nearly, name = said, language = language.clone(), known = meant.to_owned());
        let finding = finding(state, label!(findings::state_name_spelt), detail).apart(&language);
        Some(finding.likely_caused_by(&language))
    };
    state.names.iter().filter_map(find).collect()
}

/// In a name of so many letters one may have strayed far.
const FAR: usize = 9;

/// Whether two names have the same letters, in another order.
pub(super) fn is_strayed(a: &str, b: &str) -> bool {
    let letters = |name: &str| {
        let mut letters: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(a) == letters(b)
}

/// Whether a name is another but for one slip of the hand.
pub(super) fn is_slip(name: &str, known: &str) -> bool {
    let [name, known] = [name, known].map(known_by);
    let (letters, of_known) = (name.chars().count(), known.chars().count());
    let of_signs = known.chars().all(han);
    // Of two signs one may be another; one that is missing makes another name.
    let long = if of_signs { of_known >= 4 || letters == of_known && of_known >= 2 } else { of_known >= LONG };
    let slips = osa_distance(&name, &known);
    // A letter that strayed is one slip and two changes.
    long && (slips == 1 || slips == 2 && !of_signs && of_known >= FAR && is_strayed(&name, &known))
}

/// A name of an organisation that is, but for one letter, one of the names of the body that it is.
fn organisation_misspelt(roster: &Roster) -> Option<Finding> {
    let organisation = &roster.organisation;
    let body =
        organisation.names.iter().find_map(|(_, name)| body_named(name)).or_else(|| body_named(&organisation.short))?;
    let unknown = organisation.names.iter().filter(|(_, name)| body_named(name).is_none());
    let (language, name, known) = unknown.into_iter().find_map(|(language, name)| {
        let known = names_of(body).find(|known| is_slip(name, known))?;
        Some((language, name, known))
    })?;
    let detail = message!(
        findings::state_name_nearly,
        name = name.to_owned(),
        language = language.to_owned(),
        known = known.to_owned()
    );
    let (title, citations) = (label!(findings::organisation_name), organisation.citations.clone());
    let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations);
    Some(finding.apart(&format_args!("{}:{language}", organisation.id)))
}

/// Two letters of a person’s name in the wrong order, against the same name written letter by letter from another script:
/// `Лаворв` for Lavrov.
fn person_misspelt(person: &Person) -> Vec<Finding> {
    let latin = person.names.iter().filter(|(_, name)| name.is_ascii()).filter_map(|(_, name)| in_cyrillic(name));
    let latin: Vec<String> = latin.collect();
    let words = |name: &str| name.split([' ', '-', '·']).map(known_by).collect::<Vec<String>>();
    let find = |(language, name): (&str, &str)| {
        if !name.chars().all(|c| cyrillic(c) || !c.is_alphabetic()) {
            return None;
        }
        let others: Vec<String> = latin.iter().flat_map(|name| words(name)).collect();
        let own = words(name).into_iter().find(|word| {
            let long = word.chars().count() >= LONG;
            let strayed = |other: &&String| *other != word && osa_distance(word, other) == 1 && is_strayed(word, other);
            long && !others.contains(word) && others.iter().any(|other| strayed(&other))
        })?;
        let known = others.into_iter().find(|other| is_strayed(&own, other))?;
        let detail = message!(
            findings::state_name_nearly,
            name = name.to_owned(),
            language = language.to_owned(),
            known = known
        );
        let subject = Subject::Named(person.id.clone());
        let title = label!(findings::person_name_spelt);
        let finding = Finding::new(Outcome::Warn, subject, title, detail, person.citations.clone());
        Some(finding.apart(&language))
    };
    person.names.iter().filter_map(find).collect()
}

/// An organisation some of whose names are those of another body than the rest.
fn of_another_body(roster: &Roster) -> Option<Finding> {
    let organisation = &roster.organisation;
    let called = organisation.names.iter().map(|(_, name)| name);
    let mut bodies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut unknown: Vec<&str> = Vec::new();
    for name in called.chain([organisation.short.as_str()]) {
        match body_named(name) {
            Some(body) => bodies.entry(body).or_default().push(name),
            None => unknown.push(name),
        }
    }
    let (body, names) = match bodies.len() {
        0 => return None,
        1 => {
            let (body, names) = bodies.into_iter().next()?;
            let says_short = names.contains(&organisation.short.as_str());
            // Its abbreviation, or the name that goes with it, is another’s. Two bodies may share an abbreviation.
            let odd = !unknown.is_empty()
                && if says_short {
                    names.len() == 1 && !unknown.iter().any(|name| abbreviates(&organisation.short, name))
                } else {
                    unknown.contains(&organisation.short.as_str())
                        && !names.iter().any(|name| abbreviates(&organisation.short, name))
                };
            odd.then_some((body, names))?
        }
        _ => bodies.into_iter().min_by_key(|(_, names)| names.len())?,
    };
    let names: BTreeSet<&str> = names.into_iter().collect();
    let detail = message!(
        findings::organisation_name_of_another,
        names = Value::list(names.into_iter().map(str::to_owned)),
        body = body.to_owned(),
        short = &organisation.short
    );
    let (title, citations) = (label!(findings::organisation_name), organisation.citations.clone());
    Some(Finding::new(Outcome::Warn, Subject::Briefing, title, detail, citations).apart(&organisation.id))
}

/// Whether the letters of an abbreviation begin the words of a name, in their order, small words left out.
fn abbreviates(short: &str, name: &str) -> bool {
    let initials = name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    let mut initials = initials.map(|c| c.to_lowercase().collect::<String>());
    let mut letters = short.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_lowercase().collect::<String>());
    letters.all(|letter| initials.any(|initial| initial == letter))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Briefing, Names};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    fn names(text: &str) -> Names {
        serde_json::from_str(text).expect(text)
    }

    fn tajikistan(text: &str) -> Vec<String> {
        after(|b| {
            let states = &mut b.rosters[0].states;
            states.iter_mut().find(|state| state.id.as_str() == "tajikistan").expect("a state").names = names(text);
        })
    }

    #[test]
    fn a_name_with_one_letter_wrong_is_misspelt_in_its_language() {
        assert_eq!(after(|_| ()), [""; 0]);
        for wrong in [
            r#"{"en": "Tajikstan", "ru": "Таджикистан", "zh": "塔吉克斯坦"}"#,
            r#"{"en": "Tajikistan", "ru": "Таджикестан", "zh": "塔吉克斯坦"}"#,
            r#"{"en": "Tajikistan", "ru": "Таджикистан", "zh": "塔吉克斯但"}"#,
        ] {
            assert_eq!(tajikistan(wrong), ["Warn state-name-spelt"], "{wrong}");
        }
        let other = r#"{"en": "Republic of Tajikistan", "ru": "Республика Таджикистан", "zh": "塔吉克"}"#;
        assert_eq!(tajikistan(other), [""; 0]);
    }

    #[test]
    fn an_organisation_has_the_names_of_one_body() {
        let named = |text: &str, short: &str| {
            after(|b| {
                let organisation = &mut b.rosters[0].organisation;
                organisation.names = names(text);
                short.clone_into(&mut organisation.short);
            })
        };
        for (text, short) in [
            (r#"{"en": "Collective Security Treaty Organization", "ru": "ШОС", "zh": "上海合作组织"}"#, "SCO"),
            (r#"{"en": "Shanghai Cooperation Organisation"}"#, "CIS"),
            (r#"{"en": "North Atlantic Treaty Organization"}"#, "AFL"),
            (r#"{"en": "Aegean Ferry League"}"#, "EU"),
        ] {
            assert_eq!(named(text, short), ["Warn organisation-name"], "{text} {short}");
        }
        for (text, short) in [
            (r#"{"en": "Aegean Ferry League"}"#, "AFL"),
            (r#"{"en": "Economic Club of Orkney"}"#, "ECO"),
            (r#"{"en": "Arab League"}"#, "LAS"),
            (r#"{"en": "African Union"}"#, "AU"),
        ] {
            assert_eq!(named(text, short), [""; 0], "{text} {short}");
        }
    }
}
