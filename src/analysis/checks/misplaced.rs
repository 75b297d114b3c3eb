//! States with something of another: a position at another's capital, an alias that is another's capital, a continent
//! where the column has parts of one.

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::cities::states_with_capital;
use crate::analysis::reference::{Reference, kilometres, lies_in, of_code, regions_named, states_named};
use crate::briefing::{Message, State, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "state-at-another", needs: Needs::Nothing, holds: label!(checks::state_at_another), run: positions },
    Check { key: "state-alias", needs: Needs::Nothing, holds: label!(checks::state_alias), run: aliases },
    Check { key: "state-continent", needs: Needs::Nothing, holds: label!(checks::state_continent), run: continents },
];

/// So near to a capital a position is that capital's, and so far from its own it is not its own's, in kilometres.
const AT: f64 = 60.0;
const AWAY: f64 = 150.0;
/// So many times nearer.
const NEARER: f64 = 4.0;
/// Where so many of a column, and of all of them so many in a hundred, are parts of continents, a continent is a slip.
const TELLING: usize = 3;
const MOST: usize = 75;

/// The states that are known elsewhere, by their codes.
fn known<'a>(material: &Material<'a>) -> Vec<(&'a State, &'static str, &'static Reference)> {
    let known = |state: &'a State| {
        let code = state.code()?;
        Some((state, code, of_code(code)?))
    };
    material.briefing.states().filter_map(known).collect()
}

fn finding(state: &State, title: Message, detail: Message) -> Finding {
    Finding::new(Outcome::Warn, Subject::State(state.id.clone()), title, detail, Vec::new())
}

/// Positions at the capital of another state of the briefing.
fn positions(material: &Material<'_>) -> Vec<Finding> {
    let states = known(material);
    // Of all the states there are, however many the briefing has.
    let mut capitals: Vec<(&str, (f64, f64))> =
        states.iter().filter_map(|(_, code, known)| Some((*code, known.capital_at?))).collect();
    capitals.sort_by_key(|(code, _)| *code);
    capitals.dedup_by_key(|(code, _)| *code);
    let mut found = Vec::new();
    for (state, own, reference) in &states {
        let at = (state.position.latitude, state.position.longitude);
        let Some(far) = reference.capital_at.map(|capital| kilometres(at, capital)) else { continue };
        let others = capitals.iter().filter(|(code, _)| code != own);
        let near = others.map(|(code, capital)| (kilometres(at, *capital), code)).min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((near, other)) = near else { continue };
        if near > AT || far < AWAY || far < near * NEARER {
            continue;
        }
        let count = |kilometres: f64| Value::Count(kilometres.round().max(0.0) as u64);
        let detail = message!(
            findings::state_at_another_capital,
            near = count(near),
            other = (*other).to_owned(),
            far = count(far),
            code = (*own).to_owned()
        );
        found.push(finding(state, label!(findings::state_at_another), detail).caused_by(&"exchanged"));
    }
    found
}

/// Aliases that are the capital of another state, and no name of this one.
fn aliases(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (state, own, _) in known(material) {
        for alias in &state.aliases {
            let others = states_with_capital(alias);
            let is_own = others.contains(&own) || states_named(alias).any(|code| code == own);
            if others.is_empty() || is_own {
                continue;
            }
            let other = Value::list(others.iter().map(|code| (*code).to_owned()));
            let detail = message!(findings::state_alias_capital, alias = alias, other = other, code = own.to_owned());
            found.push(finding(state, label!(findings::state_alias), detail).apart(alias));
        }
    }
    found
}

/// A continent, or the world, where the other states have the part of it that they lie in.
fn continents(material: &Material<'_>) -> Vec<Finding> {
    let states = known(material);
    let is_part = |state: &State, own: &str| regions_named(&state.region).any(|region| region == own);
    let parts = states.iter().filter(|(state, _, known)| is_part(state, known.region)).count();
    if parts < TELLING || parts * 100 < states.len() * MOST {
        return Vec::new();
    }
    let wider = |(state, own, known): &(&State, &'static str, &'static Reference)| {
        let holds = regions_named(&state.region).any(|region| lies_in(known.region, region));
        (holds && !is_part(state, known.region)).then(|| {
            let detail = message!(
                findings::state_continent_wider,
                region = &state.region,
                code = (*own).to_owned(),
                own = known.region.to_owned()
            );
            finding(state, label!(findings::state_continent), detail).likely_caused_by(&"")
        })
    };
    states.iter().filter_map(wider).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, state_after};
    use crate::briefing::{Position, State};

    fn after(key: &str, change: impl FnOnce(&mut State)) -> Vec<String> {
        state_after(CHECKS, key, change)
    }

    #[test]
    fn positions_of_neighbours_are_not_exchanged() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let exchanged = |a: &str, b: &str| {
            found_after(CHECKS, |briefing| {
                let states = &mut briefing.rosters[0].states;
                let at = |key: &str| states.iter().position(|state| state.id.as_str() == key).expect(key);
                let (a, b) = (at(a), at(b));
                let position = states[a].position;
                states[a].position = std::mem::replace(&mut states[b].position, position);
            })
        };
        for (a, b) in
            [("tajikistan", "kyrgyzstan"), ("kuwait", "qatar"), ("belarus", "mongolia"), ("armenia", "azerbaijan")]
        {
            assert_eq!(exchanged(a, b), ["Warn state-at-another", "Warn state-at-another"], "{a} {b}");
        }
        let at = |latitude, longitude| after("kyrgyzstan", |state| state.position = Position { latitude, longitude });
        assert_eq!(at(41.5, 74.6), [""; 0], "its middle");
        assert_eq!(at(40.5, 72.8), [""; 0], "another of its cities");
    }

    #[test]
    fn an_alias_is_no_other_states_capital() {
        let alias = |key: &str, alias: &str| after(key, |state| state.aliases.push(alias.to_owned()));
        for (key, other) in [("iran", "Baghdad"), ("mongolia", "Hanoi"), ("india", "Islamabad"), ("nepal", "Thimphu")] {
            assert_eq!(alias(key, other), ["Warn state-alias"], "{other}");
        }
        assert_eq!(alias("iran", "Tehran"), [""; 0]);
        assert_eq!(alias("kuwait", "Kuwait"), [""; 0]);
        assert_eq!(alias("iran", "Persia"), [""; 0]);
    }

    #[test]
    fn a_continent_is_no_part_of_one() {
        let region = |key: &str, region: &str| after(key, |state| region.clone_into(&mut state.region));
        for (key, wider) in [("russia", "Europe"), ("india", "Asia"), ("egypt", "Africa"), ("nepal", "World")] {
            assert_eq!(region(key, wider), ["Warn state-continent"], "{wider}");
        }
        let all = found_after(CHECKS, |briefing| {
            let states = &mut briefing.rosters[0].states;
            for state in states.iter_mut() {
                "Asia".clone_into(&mut state.region);
            }
        });
        assert_eq!(all, [""; 0], "a column of continents");
    }
}
