//! The states and the cities of the world by their names in the languages that texts are read in.

use std::sync::LazyLock;

use crate::analysis::cities::{self, City};
use crate::analysis::reading::{Named, Names};
use crate::analysis::reference::{further_names_of, states_named, tagged_names_of};
use crate::briefing::{Key, carried};

/// What a name leads to.
pub(super) struct Known {
    key: Key,
    /// The alpha-2 code of the state, or of that in which the city lies.
    pub state: &'static str,
    /// The city; none for a state.
    pub city: Option<&'static City>,
}

static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |key: String, state, city| Some(Known { key: Key::try_from(key).ok()?, state, city });
    let states = carried::codes().filter_map(|code| known(code.to_ascii_lowercase(), code, None));
    let cities = cities::all().iter().enumerate();
    states.chain(cities.filter_map(|(at, city)| known(format!("city-{at}"), city.state, Some(city)))).collect()
});

static NAMES: LazyLock<Names<'static>> = LazyLock::new(|| {
    let mut names = Names::default();
    for known in ALL.iter() {
        let Some(city) = known.city else {
            let own = tagged_names_of(known.state).iter().map(|(_, name)| *name);
            own.chain(further_names_of(known.state)).for_each(|name| names.add(Named::State, &known.key, name));
            continue;
        };
        // What a state is called as well is that state.
        for name in city.names().filter(|name| states_named(name).next().is_none()) {
            names.add(Named::Place, &known.key, name);
        }
    }
    names
});

/// The names of all.
pub(super) fn names() -> &'static Names<'static> {
    &NAMES
}

/// What the key of a name leads to.
pub(super) fn of(key: &Key) -> Option<&'static Known> {
    ALL.iter().find(|known| known.key == *key)
}
