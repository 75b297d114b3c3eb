//! What the program carries of states, so that it need not be typed: codes, names, capital, position, region and people,
//! each with where it is from and of what year.

use std::sync::LazyLock;

use ahash::AHashMap;
use serde::Deserialize;

use super::{Key, Position, Source, former};

const STATES: &str = include_str!("../../assets/reference/states.tsv");
/// Of few languages, and each name with the tag of its own.
const SEVEN: &str = include_str!("../../assets/fonts/state-names.tsv");
/// The sources of all this, and which columns of a roster are read there.
const SOURCES: &str = include_str!("../../assets/reference/sources.json");

/// What UN M49 calls its regions.
const REGIONS: &[(&str, &str)] = &[
    ("011", "Western Africa"),
    ("013", "Central America"),
    ("014", "Eastern Africa"),
    ("015", "Northern Africa"),
    ("017", "Middle Africa"),
    ("018", "Southern Africa"),
    ("021", "Northern America"),
    ("029", "Caribbean"),
    ("030", "Eastern Asia"),
    ("034", "Southern Asia"),
    ("035", "South-eastern Asia"),
    ("039", "Southern Europe"),
    ("053", "Australia and New Zealand"),
    ("054", "Melanesia"),
    ("057", "Micronesia"),
    ("061", "Polynesia"),
    ("143", "Central Asia"),
    ("145", "Western Asia"),
    ("151", "Eastern Europe"),
    ("154", "Northern Europe"),
    ("155", "Western Europe"),
    ("005", "South America"),
];

/// What is known of a state.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The number of its UN M49 sub-region; empty where it has none.
    pub region: &'static str,
    /// The people living in it in the middle of 2024, where they were counted.
    pub population: Option<u64>,
    /// Latitude and longitude of its capital, in degrees.
    pub capital_at: Option<(f64, f64)>,
    /// What its capital, or its capitals, are called.
    pub capitals: Vec<&'static str>,
}

impl Reference {
    /// The name of its region in English; empty where it has none.
    pub fn region_name(&self) -> &'static str {
        REGIONS.iter().find(|(code, _)| *code == self.region).map_or("", |(_, name)| *name)
    }

    /// Its people to three significant figures.
    pub fn people(&self) -> Option<u64> {
        self.population.map(rounded)
    }

    /// Where its capital is.
    pub fn position(&self) -> Option<Position> {
        self.capital_at.map(|(latitude, longitude)| Position { latitude, longitude })
    }
}

/// A source of what is carried.
#[derive(Clone, Debug, Deserialize)]
pub struct Carried {
    /// The source as a briefing lists it.
    pub source: Source,
    /// What a column of a roster that is filled from it is, in a few words, by its name in the files.
    pub columns: Vec<(String, String)>,
    /// Whether it is of states that are no more, and not of those that there are.
    #[serde(default)]
    pub former: bool,
}

impl Carried {
    /// The key under which some sources have it, by its own or by its address.
    pub fn listed_in<'s>(&self, sources: &'s [Source]) -> Option<&'s Key> {
        let own = &self.source;
        let is_it = |source: &&Source| source.id == own.id || source.address == own.address;
        sources.iter().find(is_it).map(|source| &source.id)
    }
}

static BY_CODE: LazyLock<AHashMap<&str, Reference>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut fields = line.split('\t');
        let code = fields.next()?;
        let region = fields.next()?;
        let population = fields.next()?.parse().ok();
        let (latitude, longitude) = (fields.next()?.parse().ok(), fields.next()?.parse().ok());
        let capitals = fields.next()?.split('|').filter(|name| !name.is_empty()).collect();
        Some((code, Reference { region, population, capital_at: latitude.zip(longitude), capitals }))
    };
    lines(STATES).filter_map(line).collect()
});

/// The names of states by their codes: each with the tag of its language.
static BY_LANGUAGE: LazyLock<AHashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut names: AHashMap<&str, Vec<(&str, &str)>> = AHashMap::new();
    for line in lines(SEVEN) {
        let mut fields = line.split('\t');
        let (Some(language), Some(code), Some(name)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let code = code.split('-').next().unwrap_or(code);
        names.entry(code).or_default().push((language, name));
    }
    names
});

static CARRIED: LazyLock<Vec<Carried>> = LazyLock::new(|| serde_json::from_str(SOURCES).unwrap_or_default());

/// The lines of a table that is carried, without what it says of itself.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The alpha-2 codes of all states that something is known of.
pub fn codes() -> impl Iterator<Item = &'static str> {
    lines(STATES).filter_map(|line| line.split('\t').next())
}

/// What is known of the state that the program knows by a code, see [`known_as`](super::iso3166::known_as).
pub fn of_code(code: &str) -> Option<&'static Reference> {
    BY_CODE.get(code).or_else(|| former::of_code(code).map(|former| &former.reference))
}

/// The names of a state in seven languages, each with the tag of its language.
pub fn tagged_names_of(code: &str) -> &'static [(&'static str, &'static str)] {
    let present = BY_LANGUAGE.get(code).map(Vec::as_slice);
    present.or_else(|| former::of_code(code).map(|former| former.names.as_slice())).unwrap_or(&[])
}

/// The name of a state in a language, or in what that is a form of, as `pt` is of `pt-BR`.
pub fn name_in(code: &str, language: &str) -> Option<&'static str> {
    let short = language.split('-').next().unwrap_or(language);
    tagged_names_of(code).iter().find(|(tag, _)| *tag == short).map(|(_, name)| *name)
}

/// Every name with the tag of its language and the code of its state.
pub fn names() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    BY_LANGUAGE.iter().flat_map(|(code, names)| names.iter().map(move |(tag, name)| (*tag, *code, *name)))
}

/// The sources of what is carried.
pub fn sources() -> &'static [Carried] {
    &CARRIED
}

/// To three significant figures.
const fn rounded(people: u64) -> u64 {
    let mut unit = 1;
    while people / unit >= 1000 {
        unit *= 10;
    }
    (people + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::{name_in, of_code, rounded, sources};

    #[test]
    fn a_state_is_known_by_its_code() {
        let known = of_code("VN").expect("a state");
        assert_eq!((known.region_name(), known.people()), ("South-eastern Asia", Some(101_000_000)));
        assert!(known.position().is_some_and(|at| (20.0..22.0).contains(&at.latitude)));
        assert_eq!((name_in("VN", "zh-Hans"), name_in("VN", "el")), (Some("越南"), None));
        assert!(of_code("ZQ").is_none());
    }

    #[test]
    fn three_figures_are_significant() {
        let all = [0, 999, 1004, 1005, 99_950, 8_141_808_945].map(rounded);
        assert_eq!(all, [0, 999, 1000, 1010, 100_000, 8_140_000_000]);
    }

    #[test]
    fn every_column_that_is_filled_has_a_source() {
        let filled: Vec<&str> =
            sources().iter().flat_map(|carried| &carried.columns).map(|(name, _)| name.as_str()).collect();
        for name in ["names", "capital", "region", "population", "position"] {
            // How many people lived in a state that is no more is not carried.
            let of_former = usize::from(name != "population");
            assert_eq!(filled.iter().filter(|filled| **filled == name).count(), 1 + of_former, "{name}");
        }
        assert_eq!(sources().iter().filter(|carried| carried.former).count(), 1);
    }
}
