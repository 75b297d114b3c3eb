//! States and territories that are no more, or go by another name: those whose codes were withdrawn (ISO 3166-3).

use std::sync::LazyLock;

use super::carried::{Reference, lines};
use super::iso3166::{self, Codes};

const TABLE: &str = include_str!("../../assets/reference/former.tsv");

/// The languages of the names of a line.
const LANGUAGES: [&str; 7] = ["en", "ru", "zh", "fr", "es", "de", "ar"];

/// A state or territory whose code was withdrawn.
#[derive(Clone, Debug)]
pub struct Former {
    /// Its codes; the numeric one is empty where it never had one.
    pub codes: Codes,
    /// The year in which its code was withdrawn.
    pub until: i16,
    /// The alpha-2 code of the same state under the name that it has now, as of Myanmar for Burma; none where it is no more.
    pub now: Option<&'static str>,
    /// Where it lay, and what it was governed from.
    pub reference: Reference,
    /// Its names, each with the tag of its language.
    pub names: Vec<(&'static str, &'static str)>,
    /// What else it is called, in tables and otherwise.
    pub further: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Former>> = LazyLock::new(|| lines(TABLE).filter_map(read).collect());

/// All of them, by their alpha-2 codes; of two that shared one, the later first.
pub fn all() -> &'static [Former] {
    &ALL
}

/// The one that the program knows by a code, see [`iso3166::known_as`].
pub fn of_code(code: &str) -> Option<&'static Former> {
    let codes = iso3166::codes_of(code)?;
    all().iter().find(|former| former.codes == *codes)
}

fn read(line: &'static str) -> Option<Former> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [alpha2, alpha3, numeric, until, now, region, latitude, longitude, capital, names, further] = fields[..] else {
        return None;
    };
    let position = latitude.parse().ok().zip(longitude.parse().ok());
    let capitals = [capital].into_iter().filter(|name| !name.is_empty()).collect();
    let names = LANGUAGES.into_iter().zip(names.split('|')).filter(|(_, name)| !name.is_empty()).collect();
    Some(Former {
        codes: [alpha2, alpha3, numeric],
        until: until.parse().ok()?,
        now: Some(now).filter(|now| !now.is_empty()),
        reference: Reference { region, population: None, capital_at: position, capitals },
        names,
        further: further.split('|').filter(|name| !name.is_empty()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{LANGUAGES, TABLE, all, lines, of_code};
    use crate::briefing::iso3166::{countries, known_as};

    #[test]
    fn every_line_is_read_and_known_by_a_code_of_its_own() {
        assert_eq!(all().len(), lines(TABLE).count());
        let mut seen = HashSet::new();
        for former in all() {
            let code = known_as(&former.codes);
            assert!(seen.insert(code), "{code}");
            assert_eq!(of_code(code).map(|of_code| of_code.codes), Some(former.codes));
            assert!((1975..=2010).contains(&former.until), "{code}");
            assert!(former.now.is_none_or(|now| countries(now).len() > usize::from(now == former.codes[0])), "{code}");
            // Where nobody lived there are no names but in English.
            assert!([1, LANGUAGES.len()].contains(&former.names.len()), "{code}");
            assert_eq!(former.names.len() > 1, !former.reference.region.is_empty(), "{code}");
        }
    }

    #[test]
    fn a_state_that_is_no_more_has_names_and_a_seat() {
        let soviet = of_code("SU").expect("it is there");
        assert_eq!((soviet.codes, soviet.until, soviet.now), (["SU", "SUN", "810"], 1992, None));
        assert!(soviet.names.contains(&("ru", "Советский Союз")) && soviet.further.contains(&"СССР"));
        assert_eq!(soviet.reference.region_name(), "Eastern Europe");
        assert_eq!(of_code("BU").and_then(|burma| burma.now), Some("MM"));
        assert!(of_code("RU").is_none() && of_code("SK").is_none(), "these there are");
    }
}
