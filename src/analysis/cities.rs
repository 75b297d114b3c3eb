//! Cities of the world, each with its state and whether it is, was or never was the capital, by their names in seven
//! languages. Compared with and never called right, as all of [`super::reference`].

use std::sync::LazyLock;

use ahash::AHashMap;

use super::fold::known_by;

const CITIES: &str = include_str!("../../assets/reference/cities.tsv");

/// What a city is to its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the capital, or one of several.
    Capital,
    /// It was, up to a year.
    Former(i16),
    /// It never was.
    Other,
}

/// A city.
#[derive(Clone, Copy, Debug)]
pub struct City {
    /// The alpha-2 code of its state.
    pub state: &'static str,
    /// What it is to that state.
    pub standing: Standing,
    names: &'static str,
}

impl City {
    /// What it is called in English, then in other languages.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.split('|')
    }

    /// Whether it was the capital in a year, or is.
    pub const fn is_capital_in(&self, year: i16) -> bool {
        match self.standing {
            Standing::Capital => true,
            Standing::Former(last) => year <= last,
            Standing::Other => false,
        }
    }
}

static BY_NAME: LazyLock<AHashMap<String, Vec<City>>> = LazyLock::new(|| {
    let mut by_name: AHashMap<String, Vec<City>> = AHashMap::new();
    for line in CITIES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(state), Some(standing), Some(names)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let standing = match (standing, standing.parse()) {
            ("*", _) => Standing::Capital,
            (_, Ok(year)) => Standing::Former(year),
            _ => Standing::Other,
        };
        let city = City { state, standing, names };
        for name in city.names() {
            let cities = by_name.entry(known_by(name)).or_default();
            if !cities.iter().any(|other| std::ptr::eq(other.names, names)) {
                cities.push(city);
            }
        }
    }
    by_name
});

/// The cities that have a name.
pub fn cities_named(name: &str) -> &'static [City] {
    BY_NAME.get(&known_by(name)).map_or(&[], Vec::as_slice)
}

/// The alpha-2 codes of the states whose capital has a name.
pub fn states_with_capital(name: &str) -> Vec<&'static str> {
    let capitals = cities_named(name).iter().filter(|city| city.standing == Standing::Capital);
    capitals.map(|city| city.state).collect()
}

#[cfg(test)]
mod tests {
    use super::{Standing, cities_named};

    #[test]
    fn a_city_is_known_by_its_names_in_several_languages() {
        for (name, state, standing) in [
            ("Пекин", "CN", Standing::Capital),
            ("拉合尔", "PK", Standing::Other),
            ("Wien", "AT", Standing::Capital),
            ("الرياض", "SA", Standing::Capital),
            ("Rangoon", "MM", Standing::Former(2006)),
        ] {
            let cities = cities_named(name);
            assert!(matches!(cities, [city] if city.state == state && city.standing == standing), "{name}: {cities:?}");
        }
        assert!(cities_named("Atlantis").is_empty());
        assert!(cities_named("Rangoon")[0].is_capital_in(1999) && !cities_named("Rangoon")[0].is_capital_in(2024));
    }
}
