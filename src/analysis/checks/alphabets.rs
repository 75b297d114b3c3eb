//! Names in the letters of a neighbouring language: one of the same script, with letters that the language they are
//! entered under has not.

use super::texts::named;
use super::{Check, Finding, Material, Needs, Outcome};
use crate::briefing::Value;
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "name-alphabet", needs: Needs::Nothing, holds: label!(checks::name_alphabet), run: names }];

/// A language, and whether it has not a letter that its neighbours of the same script have. In Latin letters a name keeps
/// those of its own language: `Radosław`.
type Alphabet = (&'static str, fn(char) -> bool);

const ALPHABETS: &[Alphabet] = &[
    ("ru", |c| !matches!(c, 'а'..='я' | 'ё') && is_cyrillic(c)),
    ("uk", |c| matches!(c, 'ы' | 'э' | 'ё' | 'ъ' | 'ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'қ' | 'ғ' | 'ә' | 'ө')),
    ("be", |c| matches!(c, 'и' | 'щ' | 'ъ' | 'ї' | 'є' | 'ґ' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ')),
    ("bg", |c| !matches!(c, 'а'..='я') && is_cyrillic(c) || matches!(c, 'ы' | 'э')),
    ("sr", |c| matches!(c, 'ы' | 'э' | 'ё' | 'ъ' | 'ь' | 'й' | 'щ' | 'ю' | 'я' | 'і' | 'ї' | 'є')),
    ("ar", |c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' | 'ۍ' | 'ې')),
    ("fa", |c| matches!(c, 'ي' | 'ك' | 'ة' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے')),
    // Characters that were simplified, of those that names of states and people are made of.
    ("zh", |c| TRADITIONAL.contains(c)),
];
const TRADITIONAL: &str =
    "亞國羅聯馬爾納蘭緬烏魯達頓華賴諾澤衛獅島門貝寧岡幾義團蘇聖薩葉門約與內廣東張劉陳楊趙黃吳鄭謝韓馮鄧許蔣賈陸寶貞";

const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Names of people, states and bodies that have letters which are none of their language.
fn names(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (subject, names) in named(material.briefing) {
        for (language, name) in names.iter() {
            let Some((_, is_foreign)) = ALPHABETS.iter().find(|(tag, _)| *tag == language) else { continue };
            let mut foreign: Vec<char> = name.chars().flat_map(char::to_lowercase).filter(|c| is_foreign(*c)).collect();
            foreign.dedup();
            if foreign.is_empty() {
                continue;
            }
            let letters = Value::list(foreign.into_iter().map(String::from));
            let detail = message!(
                findings::name_alphabet_other,
                name = name.to_owned(),
                language = language.to_owned(),
                letters = letters
            );
            let title = label!(findings::name_alphabet);
            let finding = Finding::new(Outcome::Warn, subject.clone(), title, detail, Vec::new());
            found.push(finding.apart(&language).likely_caused_by(&language));
        }
    }
    found.extend(mixed(material));
    found
}

/// Whether a word has letters of two scripts that look alike: `Лaвров` with a Latin `a`.
fn is_mixed(word: &str) -> bool {
    let (mut latin, mut other) = (false, false);
    for c in word.chars() {
        latin |= c.is_ascii_alphabetic();
        other |= is_cyrillic(c) || matches!(c, '\u{370}'..='\u{3ff}');
    }
    latin && other
}

/// Names with a word in two scripts.
fn mixed(material: &Material<'_>) -> Vec<Finding> {
    let all = named(material.briefing).flat_map(|(subject, names)| {
        names.iter().map(|(language, name)| (subject.clone(), language.to_owned(), name.to_owned())).collect::<Vec<_>>()
    });
    let finding = |(subject, language, name): (super::Subject, String, String)| {
        let word = name.split(|c: char| !c.is_alphabetic()).find(|word| is_mixed(word))?;
        let minority = |c: &char| if is_cyrillic_word(word) { c.is_ascii_alphabetic() } else { !c.is_ascii() };
        let letters = Value::list(word.chars().filter(minority).map(String::from));
        let detail = message!(
            findings::name_alphabet_other,
            name = name.clone(),
            language = language.clone(),
            letters = letters
        );
        let finding = Finding::new(Outcome::Warn, subject, label!(findings::name_alphabet), detail, Vec::new());
        Some(finding.apart(&language).apart(&"mixed"))
    };
    all.filter_map(finding).collect()
}

/// Whether most letters of a word are Cyrillic or Greek.
fn is_cyrillic_word(word: &str) -> bool {
    word.chars().filter(|c| !c.is_ascii()).count() * 2 > word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Names;

    fn state(names: &str) -> Vec<String> {
        let names: Names = serde_json::from_str(names).expect(names);
        found_after(CHECKS, |briefing| briefing.rosters[0].states[2].names = names)
    }

    #[test]
    fn a_name_has_the_letters_of_its_language() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for names in [
            r#"{"en": "Armenia", "ru": "Вірменія"}"#,
            r#"{"en": "Egypt", "ru": "Єгипет"}"#,
            r#"{"en": "Belarus", "ru": "Беларусь", "zh": "亞美尼亞"}"#,
            r#"{"en": "Kazakhstan", "ru": "Қазақстан"}"#,
            r#"{"en": "Serbia", "ru": "Србија"}"#,
            r#"{"en": "Iran", "ar": "ایران"}"#,
            r#"{"en": "Poland", "be": "Польща"}"#,
        ] {
            assert_eq!(state(names), ["Warn name-alphabet"], "{names}");
        }
        for names in [
            r#"{"en": "Türkiye", "ru": "Ёлкино", "zh": "巴林"}"#,
            r#"{"en": "Côte d’Ivoire", "uk": "Вірменія", "fr": "Île de Pâques"}"#,
            r#"{"en": "Łódź", "fr": "Poznań", "es": "Žilina"}"#,
            r#"{"en": "São Tomé", "kk": "Қазақстан", "ar": "إيران"}"#,
        ] {
            assert_eq!(state(names), [""; 0], "{names}");
        }
    }
}
