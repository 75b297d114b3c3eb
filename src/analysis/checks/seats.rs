//! Capitals and regions of states against what they are elsewhere: neither those of another state, nor another city of
//! the same, nor a region that no standard knows.

use std::collections::BTreeSet;

use strsim::osa_distance;

use super::reference::finding;
use super::spelt::{is_slip, is_strayed};
use super::{Check, Finding, Material, Needs};
use crate::analysis::cities::{self, City, cities_named};
use crate::analysis::fold::{fold, known_by};
use crate::analysis::reference::{Reference, lies_in, of_code, regions_named};
use crate::briefing::{State, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "state-capital",
        needs: Needs::Nothing,
        holds: label!(checks::state_capital),
        run: |material| {
            let year = material.briefing.manifest.as_of.first_day().year();
            column(material, |state| Capital::of(state, year), capital)
        },
    },
    Check {
        key: "state-region",
        needs: Needs::Nothing,
        holds: label!(checks::state_region),
        run: |material| column(material, Region::of, region),
    },
];

/// So many entries of a column, and of all of them so many in a hundred, are as they are elsewhere, where one that is not
/// known at all is a slip: of a column in another language or by another standard hardly any is.
const TELLING: usize = 3;
const MOST: usize = 75;

/// What an entry is to what is known.
trait Entry {
    /// Whether it is as it is elsewhere.
    fn is_right(&self) -> bool;
}

/// What is found in a column of the states, each entry with whether most of the column is as it is elsewhere.
fn column<'a, E: Entry>(
    material: &Material<'a>,
    entry: impl Fn(&'a State) -> Option<E>,
    find: impl Fn(&State, &E, bool) -> Option<Finding>,
) -> Vec<Finding> {
    let entries: Vec<(&State, E)> =
        material.briefing.states().filter_map(|state| Some((state, entry(state)?))).collect();
    let right = entries.iter().filter(|(_, entry)| entry.is_right()).count();
    let telling = right >= TELLING && right * 100 >= entries.len() * MOST;
    entries.iter().filter_map(|(state, entry)| find(state, entry, telling)).collect()
}

/// A capital as a briefing gives it.
struct Capital {
    code: &'static str,
    own: &'static Reference,
    cities: &'static [City],
    right: bool,
}

impl Capital {
    fn of(state: &State, year: i16) -> Option<Self> {
        let code = state.code()?;
        let own = of_code(code)?;
        let cities = cities_named(&state.capital);
        let is_capital = cities.iter().any(|city| city.state == code && city.is_capital_in(year));
        let right = is_capital || own.capitals.iter().any(|name| is_like(&state.capital, name));
        (!state.capital.trim().is_empty() && !own.capitals.is_empty()).then_some(Self { code, own, cities, right })
    }
}

impl Entry for Capital {
    fn is_right(&self) -> bool {
        self.right
    }
}

fn capital(state: &State, given: &Capital, telling: bool) -> Option<Finding> {
    if given.right {
        return capital_misspelt(state, given);
    }
    let own = given.own.capitals.first().copied().unwrap_or("–").to_owned();
    let (name, code) = (&state.capital, given.code.to_owned());
    let others: BTreeSet<&str> =
        given.cities.iter().filter(|city| city.is_capital_in(i16::MAX)).map(|city| city.state).collect();
    let detail = if given.cities.iter().any(|city| city.state == given.code) {
        message!(findings::state_capital_other_city, capital = name, code = code, own = own)
    } else if !others.is_empty() {
        let other = Value::list(others.into_iter().map(str::to_owned));
        message!(findings::state_capital_of_another, capital = name, other = other, code = code, own = own)
    } else if telling {
        message!(findings::state_capital_unknown, capital = name, code = code, own = own)
    } else {
        return None;
    };
    Some(finding(state, label!(findings::state_capital), detail).likely_caused_by(&"column"))
}

/// A capital that is, but for one letter, what it is called, and is called so nowhere.
fn capital_misspelt(state: &State, given: &Capital) -> Option<Finding> {
    let name = &state.capital;
    let is_known = given.cities.iter().any(|city| city.state == given.code)
        || given.own.capitals.iter().any(|own| known_by(own) == known_by(name));
    if is_known {
        return None;
    }
    let own = cities::all().iter().filter(|city| city.state == given.code && city.is_capital_in(i16::MAX));
    let mut known = own.flat_map(City::names).chain(given.own.capitals.iter().copied());
    let meant = known.find(|known| is_slip(name, known) && !is_variant(name, known))?;
    let (own, code) = (meant.to_owned(), given.code.to_owned());
    let detail = message!(findings::state_capital_unknown, capital = name, code = code, own = own);
    Some(finding(state, label!(findings::state_capital), detail).apart(&"spelling"))
}

/// Whether two spellings are those of one name in other letters: one has an `h` or a double letter more, an `i` for a `y`.
pub(super) fn is_variant(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(known_by);
    let plain = |name: &str| {
        let mut last = None;
        let letters = name.chars().filter(|c| *c != 'h' && last.replace(*c) != Some(*c));
        let like = letters.map(|c| match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            'c' | 'q' => 'k',
            'z' => 's',
            'u' => 'o',
            'e' => 'a',
            other => other,
        });
        like.collect::<String>()
    };
    // The letters of one that are those of the other in another order are a slip.
    plain(&a) == plain(&b) && !is_strayed(&a, &b)
}

/// Whether a name is another, spelled in another way or with something added: `Katmandu City` for `Kathmandu`.
fn is_like(name: &str, own: &str) -> bool {
    /// A shorter word is like too many others.
    const LONG: usize = 5;
    let near = |a: &str, b: &str| osa_distance(a, b) <= (b.chars().count() / 4).max(1);
    let (whole, of_own) = (known_by(name), known_by(own));
    let long = |text: &String| text.chars().count() >= LONG;
    let [words, of_words] = [name, own].map(|text| {
        let words = text.split_whitespace().map(known_by).filter(|word| long(word));
        words.collect::<Vec<String>>()
    });
    near(&whole, &of_own)
        || [&whole, &of_own].into_iter().all(long) && (whole.contains(&of_own) || of_own.contains(&whole))
        || words.iter().any(|word| of_words.iter().any(|own| near(word, own)))
}

/// A region as a briefing gives it.
struct Region {
    code: &'static str,
    own: &'static str,
    named: Vec<&'static str>,
    /// Whether it is what the program itself fills in where it is absent.
    filled: bool,
}

impl Region {
    fn of(state: &State) -> Option<Self> {
        let code = state.code()?;
        let known = of_code(code)?;
        let own = known.region;
        (!own.is_empty() && !fold(&state.region).trim().is_empty()).then(|| Self {
            code,
            own,
            named: regions_named(&state.region).collect(),
            filled: state.region == known.region_name(),
        })
    }
}

impl Entry for Region {
    fn is_right(&self) -> bool {
        self.filled || self.named.iter().any(|one| lies_in(self.own, one))
    }
}

fn region(state: &State, given: &Region, telling: bool) -> Option<Finding> {
    if given.is_right() || given.named.is_empty() && !telling {
        return None;
    }
    let (name, code, own) = (&state.region, given.code.to_owned(), given.own.to_owned());
    let detail = if given.named.is_empty() {
        message!(findings::state_region_unknown, region = name, code = code, own = own)
    } else {
        message!(findings::state_region_of_others, region = name, code = code, own = own)
    };
    Some(finding(state, label!(findings::state_region), detail).likely_caused_by(&"column"))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, state_after};
    use crate::briefing::State;

    fn after(key: &str, change: impl FnOnce(&mut State)) -> Vec<String> {
        state_after(CHECKS, key, change)
    }

    fn capital(key: &str, name: &str) -> Vec<String> {
        after(key, |state| name.clone_into(&mut state.capital))
    }

    #[test]
    fn a_capital_is_neither_that_of_another_state_nor_another_city() {
        for (key, name) in [
            ("nepal", "Thimphu"),
            ("kazakhstan", "Almaty"),
            ("pakistan", "Karachi"),
            ("myanmar", "Yangon"),
            ("turkiye", "Istanbul"),
            ("kuwait", "Jahra"),
        ] {
            assert_eq!(capital(key, name), ["Warn state-capital"], "{key} {name}");
        }
    }

    #[test]
    fn a_capital_may_be_spelled_as_others_spell_it() {
        for (key, name) in [
            ("nepal", "Katmandu City"),
            ("kazakhstan", "Nur-Sultan"),
            ("china", "Pekín"),
            ("mongolia", "Ulan Bator"),
            ("sri-lanka", "Colombo"),
            ("russia", "Москва"),
            ("maldives", "Male"),
        ] {
            assert_eq!(capital(key, name), [""; 0], "{key} {name}");
        }
    }

    #[test]
    fn a_former_capital_was_right_in_its_time() {
        let found = found_after(CHECKS, |briefing| {
            briefing.manifest.as_of = "1996-05-01".parse().expect("a day");
            let states = &mut briefing.rosters[0].states;
            let state = states.iter_mut().find(|state| state.id.as_str() == "kazakhstan").expect("a state");
            "Almaty".clone_into(&mut state.capital);
        });
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn a_region_is_one_of_the_standard_where_most_are() {
        let region = |name: &str| after("nepal", |state| name.clone_into(&mut state.region));
        for wrong in ["Western Asia", "The Himalayas", "Middle East", "Souhtern Asia"] {
            assert_eq!(region(wrong), ["Warn state-region"], "{wrong}");
        }
        for right in ["Asia", "South Asia", ""] {
            assert_eq!(region(right), [""; 0], "{right}");
        }
        let filled = state_after(CHECKS, "nepal", |state| {
            (state.alpha2, state.alpha3, state.numeric) = ("GU".to_owned(), "GUM".to_owned(), "316".to_owned());
            "Micronesia".clone_into(&mut state.region);
            state.capital.clear();
        });
        assert_eq!(filled, [""; 0], "what the program fills in itself");
        let another = found_after(CHECKS, |briefing| {
            for state in &mut briefing.rosters[0].states {
                "Sphere of the first kind".clone_into(&mut state.region);
            }
        });
        assert_eq!(another, [""; 0], "a column of another standard");
    }
}
