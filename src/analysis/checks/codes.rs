//! The ISO codes of states: written as the standard writes them, those of one country, and each of one state only.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::briefing::iso3166::{Codes, countries, is_user_assigned};
use crate::briefing::{Message, State, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "state-code",
        needs: Needs::Organisation,
        holds: label!(checks::state_code),
        run: |material| material.briefing.states().flat_map(codes).collect(),
    },
    Check {
        key: "state-code-twice",
        needs: Needs::Organisation,
        holds: label!(checks::state_code_twice),
        run: given_twice,
    },
];

/// So many states are named that share a code.
const NAMED: usize = 5;

/// The three kinds of code, with their keys and what they are called.
const KINDS: [(&str, Message); 3] = [
    ("alpha2", label!(findings::code_alpha2)),
    ("alpha3", label!(findings::code_alpha3)),
    ("numeric", label!(findings::code_numeric)),
];

/// The codes of a state as they stand in the briefing, in the order of [`KINDS`]. One that is empty is none.
fn written(state: &State) -> [&str; 3] {
    [&state.alpha2, &state.alpha3, &state.numeric].map(|code| code.trim())
}

/// A code as the standard would write it, where that can be told: capitals, three digits.
fn normal(code: &str, kind: usize) -> Cow<'_, str> {
    if is_formed(code, kind) {
        return code.into();
    }
    let digits = code.chars().all(|c| c.is_ascii_digit());
    if kind == 2 && digits { format!("{code:0>3}").into() } else { code.to_uppercase().into() }
}

/// Whether a code has the form of its kind.
fn is_formed(code: &str, kind: usize) -> bool {
    match kind {
        0 => code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()),
        1 => code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()),
        _ => code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()),
    }
}

/// What is wrong with the codes of a state: their form, that nobody has them, or that they are of several countries.
fn codes(state: &State) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut known: Vec<(usize, &'static [Codes])> = Vec::new();
    let written = written(state);
    for (kind, code) in written.into_iter().enumerate().filter(|(_, code)| !code.is_empty()) {
        let (key, name) = KINDS[kind].clone();
        let meant = normal(code, kind);
        let of_code = countries(&meant);
        if of_code.is_empty() && is_formed(code, kind) && !is_user_assigned(code) {
            let detail = message!(findings::state_code_unknown, code = code.to_owned(), kind = name);
            found.push(finding(state, Outcome::Warn, label!(findings::state_code), detail).apart(&key));
        } else if !is_formed(code, kind) {
            let detail = if is_formed(&meant, kind) && !of_code.is_empty() {
                message!(findings::state_code_form, code = code.to_owned(), kind = name, meant = meant.into_owned())
            } else {
                no_form(code.to_owned(), kind)
            };
            let finding = finding(state, Outcome::Warn, label!(findings::state_code), detail);
            found.push(finding.apart(&key).likely_caused_by(&key));
        }
        if !of_code.is_empty() {
            known.push((kind, of_code));
        }
    }
    let belong = |countries: &'static [Codes]| {
        let of_all = |codes: &&Codes| known.iter().all(|(kind, _)| codes[*kind] == normal(written[*kind], *kind));
        countries.iter().any(|codes| of_all(&codes))
    };
    if let Some((_, first)) = known.first().filter(|(_, first)| known.len() > 1 && !belong(first)) {
        let codes = Value::list(known.iter().map(|(kind, _)| normal(written[*kind], *kind).into_owned()));
        let right = first.first().map_or_else(|| "".into(), |codes| Value::list(codes.iter().copied()));
        let detail = message!(findings::state_codes_differ, codes = codes, right = right);
        let finding = finding(state, Outcome::Fail, label!(findings::state_code), detail);
        found.push(finding.apart(&"together").likely_caused_by(&"together"));
    }
    found
}

/// What is said of a code that has not the form of its kind, and cannot be taken for another.
fn no_form(code: String, kind: usize) -> Message {
    match kind {
        0 => message!(findings::state_code_no_form_alpha2, code = code),
        1 => message!(findings::state_code_no_form_alpha3, code = code),
        _ => message!(findings::state_code_no_form_numeric, code = code),
    }
}

fn finding(state: &State, outcome: Outcome, title: Message, detail: Message) -> Finding {
    Finding::new(outcome, Subject::State(state.id.clone()), title, detail, Vec::new())
}

/// The codes that several states have, each with those states: they are one state that counts more than once, or one of
/// them has a wrong code.
fn given_twice(material: &Material<'_>) -> Vec<Finding> {
    let mut sharing: BTreeMap<(usize, Cow<'_, str>), Vec<&State>> = BTreeMap::new();
    for state in material.briefing.states() {
        for (kind, code) in written(state).into_iter().enumerate().filter(|(_, code)| !code.is_empty()) {
            sharing.entry((kind, normal(code, kind))).or_default().push(state);
        }
    }
    // Two states that share all three codes are said once.
    let mut said: HashSet<Vec<*const State>> = HashSet::new();
    let mut found = Vec::new();
    for ((kind, code), states) in sharing.into_iter().filter(|(_, states)| states.len() > 1) {
        let these: Vec<*const State> = states.iter().map(|state| std::ptr::from_ref(*state)).collect();
        if !said.insert(these) {
            continue;
        }
        let Some(second) = states.get(1) else { continue };
        let names = states.iter().take(NAMED).map(|state| material.briefing.name(&state.names).to_owned());
        let (count, names) = (states.len(), Value::list(names));
        let detail = message!(findings::state_code_shared, code = code.into_owned(), count = count, names = names);
        let finding = finding(second, Outcome::Fail, label!(findings::state_code_twice), detail);
        found.push(finding.apart(&KINDS[kind].0));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::findings_of;
    use crate::analysis::checks::tests::said;
    use crate::briefing::{Briefing, State};

    /// What is found once the first states have been changed.
    fn found(change: impl FnOnce(&mut [State])) -> Vec<String> {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        change(&mut briefing.rosters[0].states);
        let findings = findings_of(CHECKS, &briefing);
        findings
            .iter()
            .map(|f| format!("{} {}: {}", said(&f.outcome.name()), f.subject.key(), said(&f.detail)))
            .collect()
    }

    /// What is found of the first state, with other codes.
    fn with(codes: [&str; 3]) -> Vec<String> {
        let found = found(|states| {
            let State { alpha2, alpha3, numeric, .. } = &mut states[0];
            for (field, code) in [alpha2, alpha3, numeric].into_iter().zip(codes) {
                code.clone_into(field);
            }
        });
        found.into_iter().map(|found| found.replacen(" afghanistan:", "", 1)).collect()
    }

    #[test]
    fn codes_are_written_as_the_standard_writes_them() {
        assert_eq!(found(|_| ()), [""; 0]);
        assert_eq!(with(["af", "AFG", "004"]), ["Warn `af` is no alpha-2 code as ISO 3166 writes them; AF is meant"]);
        assert_eq!(with(["AF", "AFG", "4"]), ["Warn `4` is no numeric code as ISO 3166 writes them; 004 is meant"]);
        assert_eq!(with(["AF", "AFGH", "004"]), ["Warn `AFGH` is no alpha-3 code: ISO 3166 writes three capitals"]);
        assert_eq!(with(["UK", "AFG", "004"]), ["Warn UK is no country’s alpha-2 code"]);
        assert_eq!(with(["А", "", ""]), ["Warn `А` is no alpha-2 code: ISO 3166 writes two capitals"]);
    }

    #[test]
    fn the_codes_of_a_state_are_those_of_one_country() {
        let found = with(["AF", "ALB", "004"]);
        assert_eq!(found, ["Fail AF, ALB, 004 are codes of several countries; with the first go AF, AFG, 004"]);
        assert_eq!(with(["YU", "YUG", "891"]), [""; 0], "a state that is no more");
        assert_eq!(with(["CS", "SCG", "891"]), [""; 0], "another with the same number");
    }

    #[test]
    fn codes_left_to_users_and_no_codes_are_right() {
        for codes in [["XK", "XKX", "983"], ["XK", "XKK", ""], ["", "", ""], ["QM", "", ""]] {
            assert_eq!(with(codes), [""; 0], "{codes:?}");
        }
    }

    #[test]
    fn no_code_is_of_two_states() {
        let twice = found(|states| {
            let first = [states[0].alpha2.to_lowercase(), states[0].alpha3.clone(), states[0].numeric.clone()];
            [states[1].alpha2, states[1].alpha3, states[1].numeric] = first;
        });
        assert_eq!(
            twice,
            [
                "Warn armenia: `af` is no alpha-2 code as ISO 3166 writes them; AF is meant",
                "Fail armenia: AF is the code of 2 states: Afghanistan, Armenia",
            ]
        );
        let user = found(|states| {
            for state in &mut states[..3] {
                for field in [&mut state.alpha2, &mut state.alpha3, &mut state.numeric] {
                    "".clone_into(field);
                }
                "XK".clone_into(&mut state.alpha2);
            }
        });
        assert_eq!(user.len(), 1, "{user:?}");
        assert!(user[0].contains("XK is the code of 3 states"), "{user:?}");
    }
}
