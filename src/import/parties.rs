//! Whom a table means: states by whichever code or name in whichever language, and others by the names they have.

use std::collections::BTreeMap;

use ahash::AHashMap;

use crate::analysis::fold::{fold, known_by, words};
use crate::analysis::reference;
use crate::briefing::{Briefing, Key, Sha256, former, iso3166};

/// Somebody whom a table names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The key: that of the state in the briefing where it has it, else one made of its name.
    pub key: Key,
    /// What it is called in the briefing's first language, else as the table has it.
    pub name: String,
    /// Who it is.
    pub who: Who,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A state of the briefing, or one that was chosen.
    OfBriefing,
    /// A state that the program knows, by its code, see [`iso3166::known_as`].
    State(String),
    /// A group or another that is no state by what it is called, such as the world.
    Group,
    /// Nobody who is known.
    Unknown,
}

/// Finds whom a table means, and remembers it.
pub struct Parties<'a> {
    briefing: &'a Briefing,
    chosen: &'a BTreeMap<String, String>,
    language: &'a str,
    /// The states of the briefing by what they go by, folded.
    own: AHashMap<String, Vec<&'a Key>>,
    by_code: AHashMap<&'static str, &'a Key>,
    found: AHashMap<(String, String), Party>,
    /// Codes and names that were asked for already, and whether they are at odds.
    odd: AHashMap<(String, String), bool>,
}

/// Codes by which statistical offices mean a state that ISO 3166 gives another, or that it leaves out.
const OTHER_CODES: &[(&str, &str)] = &[
    ("842", "US"),
    ("841", "US"),
    ("699", "IN"),
    ("251", "FR"),
    ("757", "CH"),
    ("579", "NO"),
    ("490", "TW"),
    ("S19", "TW"),
    ("381", "IT"),
    ("EL", "GR"),
    ("UK", "GB"),
    ("XKX", "XK"),
    ("KOS", "XK"),
    ("RKS", "XK"),
    ("OWID_KOS", "XK"),
    ("ROM", "RO"),
    ("WBG", "PS"),
    ("SUD", "SD"),
];

/// What tables call a state that CLDR and its further names do not.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("Other Asia, nes", "TW"),
    ("Taiwan, China", "TW"),
    ("Chinese Taipei", "TW"),
    ("Venezuela, RB", "VE"),
    ("Egypt, Arab Rep.", "EG"),
    ("Iran, Islamic Rep.", "IR"),
    ("Yemen, Rep.", "YE"),
    ("Yemen Arab Republic", "YE"),
    ("Korea, Rep.", "KR"),
    ("Rep. of Korea", "KR"),
    ("Republic of Korea", "KR"),
    ("Korea, South", "KR"),
    ("Korea, Dem. People's Rep.", "KP"),
    ("Dem. People's Rep. of Korea", "KP"),
    ("Korea, North", "KP"),
    ("Congo, Dem. Rep.", "CD"),
    ("Dem. Rep. of the Congo", "CD"),
    ("Congo, Rep.", "CG"),
    ("Gambia, The", "GM"),
    ("Bahamas, The", "BS"),
    ("Lao PDR", "LA"),
    ("Lao People's Dem. Rep.", "LA"),
    ("Kyrgyz Republic", "KG"),
    ("Slovak Republic", "SK"),
    ("Hong Kong SAR, China", "HK"),
    ("Hong Kong, China", "HK"),
    ("Macao, China", "MO"),
    ("China, Hong Kong SAR", "HK"),
    ("Macao SAR, China", "MO"),
    ("China, Macao SAR", "MO"),
    ("Micronesia, Fed. Sts.", "FM"),
    ("FS Micronesia", "FM"),
    ("United Republic of Tanzania", "TZ"),
    ("Rep. of Moldova", "MD"),
    ("St. Lucia", "LC"),
    ("St. Kitts and Nevis", "KN"),
    ("St. Vincent and the Grenadines", "VC"),
    ("West Bank and Gaza", "PS"),
    ("State of Palestine", "PS"),
    ("Central African Rep.", "CF"),
    ("Dominican Rep.", "DO"),
    ("Bosnia Herzegovina", "BA"),
    ("Solomon Isds", "SB"),
    ("Marshall Isds", "MH"),
    ("Türkiye", "TR"),
    ("Turkiye", "TR"),
    ("Czech Republic", "CZ"),
    ("Cote d'Ivoire", "CI"),
    ("Viet Nam", "VN"),
    ("Brunei Darussalam", "BN"),
    ("Russian Federation", "RU"),
    ("Syrian Arab Republic", "SY"),
    ("Swaziland", "SZ"),
    ("Cape Verde", "CV"),
    ("Macedonia", "MK"),
    ("UK", "GB"),
    ("UKingdom", "GB"),
    ("USA", "US"),
    ("China, mainland", "CN"),
    ("China (mainland)", "CN"),
    ("Mainland China", "CN"),
    ("China, P.R.: Mainland", "CN"),
    ("China, P.R.: Hong Kong", "HK"),
    ("China, P.R.: Macao", "MO"),
    ("UAE", "AE"),
];

/// Words that no state is called by: a group of states.
const GROUPS: &[&str] = &[
    "world",
    "euro",
    "area",
    "union",
    "eu",
    "eu27",
    "eu28",
    "ext",
    "income",
    "oecd",
    "asean",
    "asia",
    "africa",
    "europe",
    "america",
    "caribbean",
    "pacific",
    "developed",
    "developing",
    "countries",
    "economies",
    "all",
    "total",
    "rest",
    "other",
    "areas",
    "nes",
    "w00",
    "wld",
    "wl",
    "w",
    "мир",
    "世界",
    "欧盟",
    "东盟",
    "非洲",
    "总值",
];

/// The codes of the states that a text means, see [`iso3166::known_as`]: by one of its codes, or by a name in any language.
/// One that is no more is itself, and one of another name what it is called now.
pub fn states_meant(text: &str) -> Vec<&'static str> {
    let text = text.trim();
    let by_code = codes_meant(text);
    if !by_code.is_empty() {
        return by_code;
    }
    if known_by(text).is_empty() {
        return Vec::new();
    }
    let named = |text: &str| {
        let folded = known_by(text);
        let other = OTHER_NAMES.iter().find(|(name, _)| known_by(name) == folded);
        let there_is = other.map_or_else(|| reference::states_called(text), |(_, code)| vec![*code]);
        if there_is.is_empty() { reference::former_named(text).into_iter().collect() } else { there_is }
    };
    let found = named(text);
    if !found.is_empty() {
        return found;
    }
    // `Tanzania, United Rep. of` and `Bolivia (Plurinational State of)`.
    let written_out = abbreviations(text);
    let found = named(&written_out);
    if !found.is_empty() {
        return found;
    }
    let (before, after) = written_out.split_once(['(', ',']).unwrap_or((&written_out, ""));
    let turned = format!("{} {before}", after.trim_end_matches(')'));
    let found = if after.is_empty() { Vec::new() } else { named(&turned) };
    if found.is_empty() && text.contains('(') { named(before) } else { found }
}

/// The states of a code, where a text is one.
fn codes_meant(text: &str) -> Vec<&'static str> {
    let upper = text.to_uppercase();
    let form = match text.len() {
        1 | 2 if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{text:0>3}"),
        2 | 3 => upper.clone(),
        _ => String::new(),
    };
    if let Some((_, code)) = OTHER_CODES.iter().find(|(code, _)| *code == upper || *code == form) {
        return vec![code];
    }
    let mut codes: Vec<&str> = iso3166::countries(&form).iter().map(iso3166::known_as).collect();
    // Of a state and the one it became, the one that there is.
    if codes.len() > 1 {
        let present: Vec<&str> = codes.iter().copied().filter(|code| reference::withdrawn(code).is_none()).collect();
        codes = if present.is_empty() { codes } else { present };
    }
    for code in &mut codes {
        *code = former::of_code(code).and_then(|former| former.now).unwrap_or(code);
    }
    codes
}

/// Words of tables written out.
fn abbreviations(text: &str) -> String {
    let out = |word: &str| match word.to_lowercase().trim_end_matches('.') {
        "rep" => "Republic".to_owned(),
        "dem" => "Democratic".to_owned(),
        "isds" | "is" => "Islands".to_owned(),
        "st" => "Saint".to_owned(),
        "fed" => "Federated".to_owned(),
        "sts" => "States".to_owned(),
        _ => word.to_owned(),
    };
    text.split(' ').map(out).collect::<Vec<_>>().join(" ")
}

impl<'a> Parties<'a> {
    /// Those of a briefing, with the names whose meaning was chosen: each with a key of the briefing, a code or a name.
    pub fn of(briefing: &'a Briefing, chosen: &'a BTreeMap<String, String>) -> Self {
        let mut own: AHashMap<String, Vec<&Key>> = AHashMap::new();
        let mut by_code = AHashMap::new();
        for state in briefing.states() {
            for name in state.called() {
                let keys = own.entry(known_by(name)).or_default();
                if !keys.contains(&&state.id) {
                    keys.push(&state.id);
                }
            }
            if let Some(code) = state.code() {
                by_code.insert(code, &state.id);
            }
        }
        let language = briefing.manifest.languages.first().map_or("en", String::as_str);
        Self { briefing, chosen, language, own, by_code, found: AHashMap::new(), odd: AHashMap::new() }
    }

    /// Whom a code and a name mean; either may be empty.
    pub fn party(&mut self, code: &str, name: &str) -> Party {
        let asked = (code.to_owned(), name.to_owned());
        if let Some(party) = self.found.get(&asked) {
            return party.clone();
        }
        let party = self.looked_up(code, name);
        self.found.insert(asked, party.clone());
        party
    }

    /// Whether a code and a name mean different states, and nobody said which is meant.
    pub fn at_odds(&mut self, code: &str, name: &str) -> bool {
        if code.is_empty() || name.is_empty() {
            return false;
        }
        let asked = (code.to_owned(), name.to_owned());
        if let Some(odd) = self.odd.get(&asked) {
            return *odd;
        }
        let odd = self.are_at_odds(code, name);
        self.odd.insert(asked, odd);
        odd
    }

    fn are_at_odds(&self, code: &str, name: &str) -> bool {
        if [code, name].iter().any(|text| self.chosen.contains_key(*text)) {
            return false;
        }
        let of_code = states_meant(code);
        let own = match self.own.get(&known_by(name)).map(Vec::as_slice) {
            Some([key]) => self.by_code.iter().find(|(_, own)| *own == key).map(|(code, _)| vec![*code]),
            _ => None,
        };
        let of_name = own.unwrap_or_else(|| states_meant(name));
        !of_code.is_empty() && !of_name.is_empty() && !of_code.iter().any(|code| of_name.contains(code))
    }

    fn looked_up(&self, code: &str, name: &str) -> Party {
        let printed = if name.is_empty() { code } else { name };
        let chosen = [name, code].into_iter().filter(|text| !text.is_empty()).find_map(|text| self.chosen.get(text));
        if let Some(chosen) = chosen {
            return self.meant("", chosen).unwrap_or_else(|| Party {
                key: Key::try_from(chosen.clone()).unwrap_or_else(|_| key_of(chosen)),
                name: printed.to_owned(),
                who: Who::OfBriefing,
            });
        }
        self.meant(code, name).unwrap_or_else(|| {
            let folded = fold(printed);
            let group = words(&folded).any(|word| GROUPS.contains(&word));
            let who = if group { Who::Group } else { Who::Unknown };
            Party { key: key_of(printed), name: printed.to_owned(), who }
        })
    }

    /// The state that a code or a name means.
    fn meant(&self, code: &str, name: &str) -> Option<Party> {
        let own = |key: &Key| {
            let state = self.briefing.state(key)?;
            Some(Party { key: key.clone(), name: self.briefing.name(&state.names).to_owned(), who: Who::OfBriefing })
        };
        if let Ok(key) = Key::try_from(name.to_owned())
            && let Some(party) = own(&key)
        {
            return Some(party);
        }
        if let Some([key]) = self.own.get(&known_by(name)).filter(|_| !name.is_empty()).map(Vec::as_slice) {
            return own(key);
        }
        for text in [code, name].into_iter().filter(|text| !text.is_empty()) {
            let [state] = states_meant(text)[..] else { continue };
            if let Some(party) = self.by_code.get(state).and_then(|key| own(key)) {
                return Some(party);
            }
            let named = |language: &str| {
                let names = reference::tagged_names_of(state).iter();
                names.clone().find(|(tag, _)| *tag == language).map(|(_, name)| *name)
            };
            let Some(english) = named("en") else { continue };
            let name = named(self.language).unwrap_or(english).to_owned();
            return Some(Party { key: key_of(english), name, who: Who::State(state.to_owned()) });
        }
        None
    }
}

/// A key of a name: its letters and digits as they are typed without accents. What has none in the Latin script is known
/// by a few digits of its own.
pub fn key_of(name: &str) -> Key {
    let folded = fold(name);
    let parts: Vec<String> = words(&folded)
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let mut key = String::new();
    for part in &parts {
        if key.len() + part.len() > 60 && !key.is_empty() {
            break;
        }
        if !key.is_empty() {
            key.push('-');
        }
        key.extend(part.chars().take(60));
    }
    if key.is_empty() {
        let digest = Sha256::of(name.as_bytes());
        key = format!("x{}", digest.as_str().get(..8).unwrap_or("0"));
    }
    Key::try_from(key).unwrap_or_else(|_| unnamed())
}

/// A key of several, with hyphens between them; empty ones left out.
pub fn joined(parts: &[&str]) -> Key {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    Key::try_from(parts.join("-")).unwrap_or_else(|_| key_of(&parts.join(" ")))
}

/// The key of what cannot be named, which does not come about.
fn unnamed() -> Key {
    key_of("unnamed")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Parties, Who, key_of, states_meant};
    use crate::briefing::Briefing;

    #[test]
    fn a_state_is_one_by_whichever_code_or_name() {
        for text in ["Viet Nam", "VN", "VNM", "704", "Вьетнам", "越南", "Vietnam", "vietnam"] {
            assert_eq!(states_meant(text), ["VN"], "{text}");
        }
        for (text, code) in [
            ("Korea, Rep.", "KR"),
            ("Korea, Dem. People's Rep.", "KP"),
            ("Bolivia (Plurinational State of)", "BO"),
            ("Iran (Islamic Republic of)", "IR"),
            ("United Republic of Tanzania", "TZ"),
            ("Tanzania, United Rep. of", "TZ"),
            ("Russian Federation", "RU"),
            ("842", "US"),
            ("EL", "GR"),
            ("4", "AF"),
            ("Côte d'Ivoire", "CI"),
            ("Cote d’Ivoire", "CI"),
            ("Hong Kong SAR, China", "HK"),
            ("Hong Kong, China", "HK"),
            ("Macao, China", "MO"),
            ("unitedstates", "US"),
            ("USSR", "SU"),
            ("Fmr USSR", "SU"),
            ("Союз Советских Социалистических Республик", "SU"),
            ("810", "SU"),
            ("CSK", "CSK"),
            ("200", "CSK"),
            ("Serbia and Montenegro", "SCG"),
            ("东德", "DD"),
            ("Zaire", "CD"),
            ("ZAR", "CD"),
            ("Burma", "MM"),
            ("Upper Volta", "BF"),
            ("SK", "SK"),
            ("SKM", "SKM"),
            ("112", "BY"),
            ("BYS", "BY"),
        ] {
            assert_eq!(states_meant(text), [code], "{text}");
        }
        for text in ["World", "Atlantis", "", "Euro area", "WLD", "0"] {
            assert_eq!(states_meant(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_code_of_another_state_than_the_name_is_at_odds() {
        let briefing = Briefing::bundled().expect("it loads");
        let chosen = BTreeMap::from([("Niger".to_owned(), "NE".to_owned())]);
        let mut parties = Parties::of(&briefing, &chosen);
        for (code, name) in [("CH", "China"), ("AU", "Austria"), ("040", "Australia"), ("KP", "Korea, Rep.")] {
            assert!(parties.at_odds(code, name), "{code} {name}");
        }
        let agreeing =
            [("CHN", "中国"), ("RUS", "Russian Federation"), ("842", "USA"), ("ZAR", "Zaire"), ("CS", "CSK")];
        let of_one = [("", "China"), ("CH", ""), ("XX", "China"), ("CH", "Atlantis")];
        // Whom Niger is was said.
        for (code, name) in agreeing.into_iter().chain(of_one).chain([("NG", "Niger")]) {
            assert!(!parties.at_odds(code, name), "{code} {name}");
        }
    }

    #[test]
    fn a_name_can_be_said_to_be_a_state_that_the_briefing_has_not() {
        let briefing = Briefing::bundled().expect("it loads");
        for (said, key, code) in
            [("BR", "brazil", "BR"), ("bra", "brazil", "BR"), ("Peru", "peru", "PE"), ("604", "peru", "PE")]
        {
            let chosen = BTreeMap::from([("Celestia".to_owned(), said.to_owned())]);
            let mut parties = Parties::of(&briefing, &chosen);
            for (code_of_table, name) in [("", "Celestia"), ("Celestia", ""), ("KE", "Celestia")] {
                let party = parties.party(code_of_table, name);
                assert_eq!((party.key.as_str(), party.who), (key, Who::State(code.to_owned())), "{said}");
            }
        }
    }

    #[test]
    fn a_state_of_the_briefing_keeps_its_key_and_its_name() {
        let briefing = Briefing::bundled().expect("it loads");
        let chosen = BTreeMap::from([("Celestia".to_owned(), "CN".to_owned())]);
        let mut parties = Parties::of(&briefing, &chosen);
        for (code, name) in [("CHN", "China"), ("", "中国"), ("156", ""), ("", "Celestia"), ("", "china")] {
            let party = parties.party(code, name);
            assert_eq!((party.key.as_str(), party.name.as_str(), party.who), ("china", "China", Who::OfBriefing));
        }
        let brazil = parties.party("BRA", "Brazil");
        assert_eq!((brazil.key.as_str(), brazil.who), ("brazil", Who::State("BR".to_owned())));
        assert_eq!(parties.party("W00", "World").who, Who::Group);
        let unknown = parties.party("", "Атлантида");
        assert_eq!((unknown.who, unknown.name.as_str()), (Who::Unknown, "Атлантида"));
    }

    proptest! {
        #[test]
        fn every_name_has_a_key(name in "\\PC{0,80}") {
            prop_assert!(!key_of(&name).as_str().is_empty());
        }
    }
}
