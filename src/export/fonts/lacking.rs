//! What is said of characters that no face has: which they are, and the face that has them.

use std::collections::{BTreeMap, BTreeSet};

use unicode_script::{Script, UnicodeScript as _};

use crate::briefing::{Message, Value};
use crate::message;

/// As many characters of a script are named.
const NAMED: usize = 8;

/// A family of Noto and the package of Debian that has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Family {
    name: String,
    package: &'static str,
}

/// That no face has some characters, script by script with the family that has them; none where there are none.
pub fn said(characters: &BTreeSet<char>) -> Option<Message> {
    if characters.is_empty() {
        return None;
    }
    let mut families: BTreeMap<Option<Family>, Vec<char>> = BTreeMap::new();
    for character in characters {
        families.entry(family(*character)).or_default().push(*character);
    }
    let parts = families.into_iter().map(|(family, characters)| {
        let named = named(&characters);
        match family {
            Some(Family { name, package }) => {
                message!(export::lacking_family, characters = named, family = name, package = package)
            }
            None => message!(export::lacking_unknown, characters = named),
        }
    });
    let parts: Vec<Value> = parts.map(Value::from).collect();
    Some(message!(export::lacking, count = characters.len(), parts = Value::List(parts)))
}

/// The first of some characters with their numbers.
fn named(characters: &[char]) -> Value {
    let one = |character: &char| match u32::from(*character) {
        // A mark would stand on the letter before it.
        number if unicode_normalization::char::is_combining_mark(*character) => format!("U+{number:04X}"),
        number => format!("{character} U+{number:04X}"),
    };
    let mut named: Vec<String> = characters.iter().take(NAMED).map(one).collect();
    if characters.len() > NAMED {
        named.push("…".to_owned());
    }
    Value::list(named)
}

/// The family of Noto for the script of a character; none where Unicode gives it none.
fn family(character: char) -> Option<Family> {
    let core = |name: &str| Some(Family { name: name.to_owned(), package: "fonts-noto-core" });
    let script = character.script();
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Some(Family { name: "Noto Sans CJK".to_owned(), package: "fonts-noto-cjk" })
        }
        Script::Common | Script::Inherited if is_emoji(character) => {
            Some(Family { name: "Noto Color Emoji".to_owned(), package: "fonts-noto-color-emoji" })
        }
        Script::Common | Script::Inherited | Script::Braille => core("Noto Sans Symbols 2"),
        Script::Latin | Script::Greek | Script::Cyrillic => core("Noto Sans"),
        Script::Nko => core("Noto Sans NKo"),
        Script::Meroitic_Cursive | Script::Meroitic_Hieroglyphs => core("Noto Sans Meroitic"),
        // Noto has no other form of these.
        Script::Ahom
        | Script::Dogra
        | Script::Dives_Akuru
        | Script::Khitan_Small_Script
        | Script::Makasar
        | Script::Nyiakeng_Puachue_Hmong
        | Script::Old_Uyghur
        | Script::Tangut
        | Script::Tibetan
        | Script::Toto
        | Script::Vithkuqi
        | Script::Yezidi => core(&format!("Noto Serif {}", script.full_name().replace('_', " "))),
        Script::Unknown => None,
        other => core(&format!("Noto Sans {}", other.full_name().replace('_', " "))),
    }
}

const fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}

#[cfg(test)]
mod tests {
    use super::said;
    use crate::words::Words;

    #[test]
    fn characters_are_named_by_script_with_the_family_that_has_them() {
        let message = said(&"ᠠᠡ龘\u{1b05}🦀\u{f8ff}".chars().collect()).expect("some are lacking");
        let text = Words::english().say(&message);
        for part in [
            "6\u{a0}characters",
            "ᠠ U+1820, ᠡ U+1821",
            "Noto Sans Mongolian",
            "Noto Sans Balinese",
            "fonts-noto-core",
            "龘 U+9F98",
            "Noto Sans CJK",
            "fonts-noto-cjk",
            "Noto Color Emoji",
            "U+F8FF",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(said(&"".chars().collect()).is_none());
    }

    #[test]
    fn of_many_characters_the_first_are_named() {
        let text = Words::english().say(&said(&('\u{1000}'..'\u{1020}').collect()).expect("some are lacking"));
        assert!(text.contains("U+1007, …") && !text.contains("U+1008"), "{text}");
    }
}
