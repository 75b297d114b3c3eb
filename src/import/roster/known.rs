//! States as the program knows them, as a roster has them: codes, names, capital, position, region and people, each from
//! the data that it carries.

use std::collections::BTreeMap;

use serde_json::json;

use crate::analysis::{iso3166, reference};
use crate::briefing::Key;

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

/// A state as a file has it, with its names in some languages; none where its position is not known, without which no map
/// can show it.
pub fn state(alpha2: &str, id: &Key, languages: &[String]) -> Option<String> {
    let known = reference::of_code(alpha2)?;
    let (latitude, longitude) = known.capital_at?;
    let [_, alpha3, numeric] =
        iso3166::countries(alpha2).iter().find(|[own, ..]| *own == alpha2).copied().unwrap_or([alpha2, "", ""]);
    let tagged = reference::tagged_names_of(alpha2);
    let called = |language: &str| {
        let short = language.split('-').next().unwrap_or(language);
        tagged.iter().find(|(tag, _)| *tag == short).map(|(_, name)| *name)
    };
    let mut names: BTreeMap<&str, &str> =
        languages.iter().filter_map(|language| Some((language.as_str(), called(language)?))).collect();
    // The language that is shown first has a name, if need be the English one.
    let first = languages.first().map_or("en", String::as_str);
    names.entry(first).or_insert(called("en")?);
    let region = REGIONS.iter().find(|(code, _)| *code == known.region).map_or("", |(_, name)| *name);
    let part = |name: &str, value: serde_json::Value| format!("{}:{value}", json!(name));
    let mut parts = vec![part("id", json!(id.as_str())), part("alpha2", json!(alpha2))];
    for (name, code) in [("alpha3", alpha3), ("numeric", numeric)] {
        if !code.is_empty() {
            parts.push(part(name, json!(code)));
        }
    }
    // In the order of the briefing's languages.
    let ordered = languages.iter().filter_map(|language| Some((language.as_str(), *names.get(language.as_str())?)));
    let ordered: Vec<String> = ordered.map(|(language, name)| part(language, json!(name))).collect();
    parts.push(format!("\"names\":{{{}}}", ordered.join(",")));
    if let Some(capital) = known.capitals.first() {
        parts.push(part("capital", json!(capital)));
    }
    parts.push(part("region", json!(region)));
    if let Some(people) = known.population {
        parts.push(part("population", json!(rounded(people))));
    }
    parts.push(format!("\"position\":{{\"latitude\":{latitude:?},\"longitude\":{longitude:?}}}"));
    Some(format!("{{{}}}", parts.join(",")))
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
    use super::state;
    use crate::briefing::{Key, State};

    #[test]
    fn a_state_is_filled_from_what_the_program_carries() {
        let key = Key::try_from("viet-nam".to_owned()).expect("a key");
        let json = state("VN", &key, &["en".to_owned(), "zh".to_owned(), "el".to_owned()]).expect("a state");
        let state: State = serde_json::from_str(&json).expect("as a roster has it");
        assert_eq!(
            (state.alpha3.as_str(), state.numeric.as_str(), state.region.as_str()),
            ("VNM", "704", "South-eastern Asia")
        );
        assert_eq!(
            (state.names.get("en"), state.names.get("zh"), state.names.get("el")),
            (Some("Vietnam"), Some("越南"), None)
        );
        assert_eq!((state.capital.as_str(), state.population), ("Hanoi", Some(101_000_000)));
        let first = super::state("VN", &key, &["el".to_owned()]).expect("a state");
        assert!(first.contains("\"el\":\"Vietnam\""), "{first}");
    }
}
