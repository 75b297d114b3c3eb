//! The codes of countries: ISO 3166-1 from the data of CLDR, and those withdrawn since, ISO 3166-3.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::former;

/// Each country in a line: alpha-2, alpha-3, numeric.
const TABLE: &str = include_str!("../../assets/iso3166/codes.txt");

/// The three codes of one country: alpha-2, alpha-3 and numeric. One that was never given is empty.
pub type Codes = [&'static str; 3];

/// The codes of each country by each of them. Of several that share a code, as a state and the one it became do, all: those
/// that there are before those that there were.
static BY_CODE: LazyLock<HashMap<&str, Vec<Codes>>> = LazyLock::new(|| {
    let mut by_code: HashMap<&str, Vec<Codes>> = HashMap::new();
    for codes in present().chain(former::all().iter().map(|former| former.codes)) {
        for code in codes.into_iter().filter(|code| !code.is_empty()) {
            by_code.entry(code).or_default().push(codes);
        }
    }
    by_code
});

/// The codes of the countries that there are.
fn present() -> impl Iterator<Item = Codes> {
    TABLE.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        Some([fields.next()?, fields.next()?, fields.next()?])
    })
}

/// The countries that have a code, whichever of the three it is; none where no country has or had it.
pub fn countries(code: &str) -> &'static [Codes] {
    BY_CODE.get(code).map_or(&[], Vec::as_slice)
}

/// The one code by which the program knows a country: alpha-2, or alpha-3 where its alpha-2 is another's as well, as `SK`
/// was that of Sikkim.
pub fn known_as(codes: &Codes) -> &'static str {
    let is_former = || former::all().iter().any(|former| former.codes == *codes);
    let is_another_s = countries(codes[0]).len() > 1 && is_former();
    if is_another_s { codes[1] } else { codes[0] }
}

/// The codes of the country that the program knows by a code, see [`known_as`].
pub fn codes_of(code: &str) -> Option<&'static Codes> {
    countries(code).iter().find(|codes| known_as(codes) == code)
}

/// The code by which the program knows the country that some of its codes are given of, alpha-2, alpha-3 and numeric: the
/// one of the first that agrees with most of them, so that `CS` and `200` are Czechoslovakia.
pub fn code_of(written: [&str; 3]) -> Option<&'static str> {
    let written = written.map(|code| code.trim().to_uppercase());
    let first = written.iter().find(|code| !code.is_empty())?;
    let agrees = |codes: &&Codes| codes.iter().zip(&written).filter(|(own, written)| *own == written).count();
    let countries = countries(first);
    let most = countries.iter().map(|codes| agrees(&codes)).max()?;
    countries.iter().find(|codes| agrees(codes) == most).map(known_as)
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
    use super::{code_of, codes_of, countries, is_user_assigned, known_as, present};

    #[test]
    fn every_line_is_three_codes_of_their_forms_and_none_is_twice() {
        assert_eq!(present().count(), 249, "as many as the standard lists");
        let mut seen = std::collections::HashSet::new();
        for codes in present() {
            assert_eq!(codes.map(str::len), [2, 3, 3], "{codes:?}");
            for code in codes {
                assert!(seen.insert(code) && !is_user_assigned(code), "{codes:?}");
                assert_eq!(countries(code)[0], codes, "those that there are come first");
            }
            assert_eq!((known_as(&codes), codes_of(codes[0])), (codes[0], Some(&codes)));
        }
    }

    #[test]
    fn a_code_leads_to_its_country_and_some_are_left_to_users() {
        assert_eq!(countries("NPL"), [["NP", "NPL", "524"]]);
        assert_eq!(countries("SU").len(), 1, "a state that is no more");
        assert_eq!(countries("891").len(), 2);
        assert!(countries("XK").is_empty() && is_user_assigned("XK") && is_user_assigned("XKX"));
        assert!(!is_user_assigned("UK") && countries("UK").is_empty() && countries("").is_empty());
    }

    #[test]
    fn a_country_is_known_by_what_its_codes_agree_on() {
        for (written, code) in [
            (["SK", "", ""], "SK"),
            (["SK", "SKM", ""], "SKM"),
            (["", "SVK", ""], "SK"),
            (["CS", "", ""], "SCG"),
            (["CS", "", "200"], "CSK"),
            (["cs", "csk", ""], "CSK"),
            (["SU", "", ""], "SU"),
            (["YU", "YUG", "891"], "YU"),
            (["AF", "ALB", "004"], "AF"),
        ] {
            assert_eq!(code_of(written), Some(code), "{written:?}");
        }
        assert_eq!((code_of(["", "", ""]), code_of(["ZQ", "", ""])), (None, None));
    }
}
