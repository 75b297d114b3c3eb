//! Cities of the world, each with its state and whether it is, was or never was the capital, by their names in seven
//! languages. Compared with and never called right, as all of [`super::reference`].

use std::sync::LazyLock;

use ahash::AHashMap;

use super::fold::{fold, known_by, words};
use super::script::{cyrillic, han};

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

static ALL: LazyLock<Vec<City>> = LazyLock::new(|| {
    let of = |line: &'static str| {
        let mut fields = line.split('\t');
        let (state, standing, names) = (fields.next()?, fields.next()?, fields.next()?);
        let standing = match (standing, standing.parse()) {
            ("*", _) => Standing::Capital,
            (_, Ok(year)) => Standing::Former(year),
            _ => Standing::Other,
        };
        Some(City { state, standing, names })
    };
    CITIES.lines().filter(|line| !line.starts_with('#')).filter_map(of).collect()
});

static BY_NAME: LazyLock<AHashMap<String, Vec<City>>> = LazyLock::new(|| {
    let mut by_name: AHashMap<String, Vec<City>> = AHashMap::new();
    for city in all() {
        for name in city.names() {
            let cities = by_name.entry(known_by(name)).or_default();
            if !cities.iter().any(|other| std::ptr::eq(other.names, city.names)) {
                cities.push(*city);
            }
        }
    }
    by_name
});

/// The first words of all names, folded, each also without the last letter where that is the ending of a case, with how
/// many words the longest of the names has.
static FIRST: LazyLock<AHashMap<String, usize>> = LazyLock::new(|| {
    let mut first: AHashMap<String, usize> = AHashMap::new();
    let mut add = |word: &str, length: usize| {
        let longest = first.entry(word.to_owned()).or_default();
        *longest = length.max(*longest);
    };
    for name in BY_NAME.values().flatten().flat_map(City::names).map(fold) {
        let Some(word) = words(&name).next() else { continue };
        // A Chinese text sets no words apart: each sign is one.
        if let Some(sign) = word.chars().next().filter(|sign| han(*sign)) {
            add(sign.encode_utf8(&mut [0; 4]), name.chars().count());
            continue;
        }
        let length = words(&name).count();
        std::iter::once(word).chain(without_ending(word)).for_each(|word| add(word, length));
    }
    first
});

/// A word without its last letter, in a script whose languages inflect names.
fn without_ending(word: &str) -> Option<&str> {
    let (end, last) = word.char_indices().next_back()?;
    word.get(..end).filter(|rest| cyrillic(last) && !rest.is_empty())
}

/// How many words, or signs, the name of a city has at most that begins with a folded word, inflected or not; none where
/// none does, as with most.
pub fn longest_city(word: &str) -> usize {
    // What is written onto an Arabic name.
    let bare = word.strip_prefix(['و', 'ب', 'ل']);
    let all = std::iter::once(word).chain(without_ending(word)).chain(bare);
    all.filter_map(|word| FIRST.get(word)).max().copied().unwrap_or_default()
}

/// All cities.
pub fn all() -> &'static [City] {
    &ALL
}

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
    use super::{BY_NAME, City, Standing, cities_named, longest_city};
    use crate::analysis::fold::{fold, words};
    use crate::analysis::script::han;

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

    #[test]
    fn no_city_is_passed_over() {
        for name in BY_NAME.values().flatten().flat_map(City::names) {
            let folded = fold(name);
            let word = words(&folded).next().unwrap_or_default();
            let sign = word.chars().next().filter(|sign| han(*sign)).map(String::from);
            let length = if sign.is_some() { folded.chars().count() } else { words(&folded).count() };
            assert!(longest_city(sign.as_deref().unwrap_or(word)) >= length, "{name}");
        }
        for word in ["астане", "риги", "казани", "بالرياض", "st", "北"] {
            assert!(longest_city(word) > 0, "{word}");
        }
        for word in ["ministers", "met", "министры", "", "了"] {
            assert_eq!(longest_city(word), 0, "{word}");
        }
    }
}
