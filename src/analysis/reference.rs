//! What states are elsewhere: names in CLDR's languages, UN regions, capitals, positions, people, and codes withdrawn.
//!
//! Bundled to be compared with, never to be called right: names, states and borders are disputed, and a briefing may
//! have its reasons. `assets/reference/` says in its files where each is from, and of what year.

use std::sync::LazyLock;

use ahash::AHashMap;

use super::fold::{fold, known_by, words};
use crate::briefing::carried::{self, lines};
pub use crate::briefing::carried::{Reference, of_code, tagged_names_of};
use crate::briefing::former::{self, Former};
use crate::briefing::iso3166;

const NAMES: &str = include_str!("../../assets/reference/names.tsv");
const REGIONS: &str = include_str!("../../assets/reference/regions.tsv");

/// Of what year the people are that are carried here.
pub const OF_YEAR: i16 = 2024;

/// The people of the world in the middle of 2024: World Bank.
pub const WORLD: u64 = 8_141_808_945;

/// The codes that go by each name, and the regions, folded.
static BY_NAME: LazyLock<AHashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut by_name: AHashMap<String, Vec<&str>> = AHashMap::new();
    for (code, names) in lines(NAMES).filter_map(|line| line.split_once('\t')) {
        // `Mianmar (Birma)` is also called by what stands before the bracket.
        let bare = |name: &'static str| name.split_once(" (").map(|(bare, _)| bare);
        for name in names.split('|').chain(names.split('|').filter_map(bare)) {
            let codes = by_name.entry(known_by(name)).or_default();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    by_name
});

/// The lines of each code: its names in CLDR, and behind them further ones.
static BY_CODE: LazyLock<AHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut by_code: AHashMap<&str, Vec<&str>> = AHashMap::new();
    for (code, names) in lines(NAMES).filter_map(|line| line.split_once('\t')) {
        by_code.entry(code).or_default().push(names);
    }
    by_code
});

/// The codes of the states that are no more by each of their names, folded.
static FORMER: LazyLock<AHashMap<String, &str>> = LazyLock::new(|| {
    let named = |former: &'static Former| {
        let code = former.now.unwrap_or_else(|| iso3166::known_as(&former.codes));
        let names = former.names.iter().map(|(_, name)| name).chain(&former.further);
        names.map(move |name| (known_by(name), code))
    };
    former::all().iter().flat_map(named).collect()
});

static AROUND: LazyLock<AHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let split = |line: &'static str| line.split_once('\t').map(|(of, around)| (of, around.split('|').collect()));
    lines(REGIONS).filter_map(split).collect()
});

/// The alpha-2 codes of the states that have a name in some language of CLDR.
pub fn states_named(name: &str) -> impl Iterator<Item = &'static str> {
    let codes = BY_NAME.get(&known_by(name)).map_or(&[] as &[&str], Vec::as_slice);
    codes.iter().copied().filter(|code| !is_region(code))
}

/// The numbers of the UN M49 regions that have a name in some language of CLDR.
pub fn regions_named(name: &str) -> impl Iterator<Item = &'static str> {
    let codes = BY_NAME.get(&known_by(name)).map_or(&[] as &[&str], Vec::as_slice);
    codes.iter().copied().filter(|code| is_region(code))
}

/// What a state or a region is called in the languages of CLDR.
pub fn names_of(code: &str) -> impl Iterator<Item = &'static str> {
    line_of(code, 0)
}

/// Further names of a state and its abbreviations, such as `DPRK`.
pub fn further_names_of(alpha2: &str) -> impl Iterator<Item = &'static str> {
    line_of(alpha2, 1)
}

fn line_of(code: &str, line: usize) -> impl Iterator<Item = &'static str> {
    BY_CODE.get(code).and_then(|lines| lines.get(line)).into_iter().flat_map(|names| names.split('|'))
}

/// The names of all states in a language, with their codes.
pub fn names_in(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    carried::names().filter(move |(tag, ..)| *tag == language).map(|(_, code, name)| (code, name))
}

/// What says of a state's name only what kind of state it is, folded.
const KINDS_OF_STATE: &[&str] = &[
    "kingdom",
    "republic",
    "state",
    "federation",
    "sultanate",
    "emirate",
    "principality",
    "union",
    "islamic",
    "peoples",
    "people",
    "s",
    "democratic",
    "socialist",
    "federal",
    "federative",
    "hashemite",
    "plurinational",
    "bolivarian",
    "cooperative",
    "of",
    "the",
    "and",
];

/// The alpha-2 codes of the states that go by a name, or by what is left of it without the kind of state: `Kingdom of
/// Saudi Arabia`.
pub fn states_called(name: &str) -> Vec<&'static str> {
    let whole: Vec<&str> = states_named(name).collect();
    if !whole.is_empty() {
        return whole;
    }
    let folded = fold(name);
    let (kinds, own): (Vec<&str>, Vec<&str>) = words(&folded).partition(|word| KINDS_OF_STATE.contains(word));
    if kinds.is_empty() || own.is_empty() { Vec::new() } else { states_named(&own.concat()).collect() }
}

/// Whether a region is another or lies in it.
pub fn lies_in(region: &str, other: &str) -> bool {
    let mut around = vec![region];
    // Regions lie in each other no deeper than this.
    for _ in 0..6 {
        if around.contains(&other) {
            return true;
        }
        around = around.iter().flat_map(|one| AROUND.get(one).cloned().unwrap_or_default()).collect();
    }
    false
}

/// The last year of a code that was withdrawn.
pub fn withdrawn(code: &str) -> Option<i16> {
    former::of_code(code).map(|former| former.until)
}

/// The code of a state that is no more, by a name of it; that of what it is called now, where it is still there.
pub fn former_named(name: &str) -> Option<&'static str> {
    FORMER.get(&known_by(name)).copied()
}

fn is_region(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The way over the globe between two positions, in kilometres.
pub fn kilometres((a, b): (f64, f64), (c, d): (f64, f64)) -> f64 {
    const RADIUS: f64 = 6371.0;
    let [a, b, c, d] = [a, b, c, d].map(f64::to_radians);
    let half = ((c - a) / 2.0).sin().powi(2) + a.cos() * c.cos() * ((d - b) / 2.0).sin().powi(2);
    2.0 * RADIUS * half.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::{kilometres, lies_in, names_in, of_code, regions_named, states_called, states_named};

    #[test]
    fn names_of_many_languages_lead_to_their_states() {
        for (name, code) in [("Deutschland", "DE"), ("Казахстан", "KZ"), ("埃及", "EG"), ("CÔTE D’IVOIRE", "CI")]
        {
            assert_eq!(states_named(name).collect::<Vec<_>>(), [code], "{name}");
        }
        assert_eq!(states_named("Nowhere").count(), 0);
        assert_eq!(regions_named("Central Asia").collect::<Vec<_>>(), ["143"]);
        assert_eq!(states_called("Kingdom of Saudi Arabia"), ["SA"]);
        assert_eq!(states_called("Islamic Republic"), [""; 0]);
        assert!(names_in("de").any(|(code, name)| (code, name) == ("NO", "Norwegen")));
    }

    #[test]
    fn regions_lie_in_regions() {
        assert!(lies_in("143", "142") && lies_in("143", "001") && lies_in("143", "143"));
        assert!(!lies_in("143", "150") && !lies_in("142", "143"));
    }

    #[test]
    fn a_state_has_its_people_and_its_capital() {
        let iceland = of_code("IS").expect("it is there");
        assert!(iceland.population.is_some_and(|people| (350_000..450_000).contains(&people)));
        let at = iceland.capital_at.expect("a position");
        assert!(kilometres(at, (64.15, -21.95)) < 30.0);
        assert!((kilometres((0.0, 0.0), (0.0, 90.0)) - 10_007.5).abs() < 1.0);
    }
}
