//! States as the program knows them, as a roster has them: codes, names, capital, position, region and people, each from
//! the data that it carries.

use crate::briefing::{Key, State, carried};

/// The state that the program knows by a code as a file has it, with its names in some languages; none where its position
/// is not known, without which no map can show it.
pub fn state(code: &str, id: &Key, languages: &[String]) -> Option<String> {
    carried::of_code(code)?.position()?;
    let state = State::by_code(id.clone(), code, languages);
    serde_json::to_string(&state).ok()
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
