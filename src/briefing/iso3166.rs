//! The codes of countries, ISO 3166-1, with those withdrawn since (ISO 3166-3), from the data of CLDR.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Each country in a line: alpha-2, alpha-3, numeric, and whether they are withdrawn.
const TABLE: &str = include_str!("../../assets/iso3166/codes.txt");

/// The three codes of one country: alpha-2, alpha-3 and numeric.
pub type Codes = [&'static str; 3];

/// The codes of each country by each of them. Of two that share a code, as a state and the one it became do, both.
static BY_CODE: LazyLock<HashMap<&str, Vec<Codes>>> = LazyLock::new(|| {
    let mut by_code: HashMap<&str, Vec<Codes>> = HashMap::new();
    for line in TABLE.lines() {
        let mut fields = line.split(' ');
        let [Some(alpha2), Some(alpha3), Some(numeric)] = [fields.next(), fields.next(), fields.next()] else {
            continue;
        };
        for code in [alpha2, alpha3, numeric] {
            by_code.entry(code).or_default().push([alpha2, alpha3, numeric]);
        }
    }
    by_code
});

/// The countries that have a code, whichever of the three it is; none where no country has or had it.
pub fn countries(code: &str) -> &'static [Codes] {
    BY_CODE.get(code).map_or(&[], Vec::as_slice)
}

/// Whether a code is one that the standard leaves to its users, as `XK` for Kosovo.
pub fn is_user_assigned(code: &str) -> bool {
    matches!(
        code.as_bytes(),
        [b'A', b'A']
            | [b'Q', b'M'..=b'Z']
            | [b'X', b'A'..=b'Z']
            | [b'Z', b'Z']
            | [b'A', b'A', b'A'..=b'Z']
            | [b'Q', b'M'..=b'Z', b'A'..=b'Z']
            | [b'X', b'A'..=b'Z', b'A'..=b'Z']
            | [b'Z', b'Z', b'A'..=b'Z']
            | [b'9', b'0'..=b'9', b'0'..=b'9']
    )
}

#[cfg(test)]
mod tests {
    use super::{TABLE, countries, is_user_assigned};

    #[test]
    fn every_line_is_three_codes_of_their_forms_and_none_is_twice() {
        let current: Vec<&str> = TABLE.lines().filter(|line| !line.ends_with("withdrawn")).collect();
        assert_eq!(current.len(), 249, "as many as the standard lists");
        let mut seen = std::collections::HashSet::new();
        for line in current {
            let codes: Vec<&str> = line.split(' ').collect();
            assert_eq!(codes.iter().map(|code| code.len()).collect::<Vec<_>>(), [2, 3, 3], "{line}");
            for code in codes {
                assert!(seen.insert(code) && !is_user_assigned(code), "{line}");
                assert_eq!(countries(code).iter().filter(|codes| line.starts_with(&codes.join(" "))).count(), 1);
            }
        }
    }

    #[test]
    fn a_code_leads_to_its_country_and_some_are_left_to_users() {
        assert_eq!(countries("NPL"), [["NP", "NPL", "524"]]);
        assert_eq!(countries("SU").len(), 1, "a state that is no more");
        assert_eq!(countries("891").len(), 2);
        assert!(countries("XK").is_empty() && is_user_assigned("XK") && is_user_assigned("XKX"));
        assert!(!is_user_assigned("UK") && countries("UK").is_empty());
    }
}
