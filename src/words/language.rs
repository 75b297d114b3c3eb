//! The languages there are words in.

use std::borrow::Cow;

use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};
use unic_langid::{LanguageIdentifier, langid};

use super::pseudo;

/// A language of the program. To add one, write its folder in `assets/locales/`, its `Spec`, and a line in the enum and in
/// `spec`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// British English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// English, accented and longer by half: for tests, which see what would be cut off and what nobody can translate.
    #[serde(rename = "en-x-pseudo")]
    Pseudo,
}

/// What there is to know of a language.
pub(super) struct Spec {
    /// The key by which settings name it; that of `serde` is the same.
    key: &'static str,
    /// The folder of its messages.
    pub folder: &'static str,
    /// What chooses the plurals of its messages.
    pub plurals: LanguageIdentifier,
    /// What chooses how its numbers and dates are written.
    pub locale: Locale,
    /// What stands between the items of a list.
    pub comma: &'static str,
    /// What a text of the folder becomes before it is said.
    pub transform: Option<fn(&str) -> Cow<'_, str>>,
}

static ENGLISH: Spec = Spec {
    key: "en",
    folder: "en",
    plurals: langid!("en"),
    // The English in which CLDR writes a weekday without a comma and is British otherwise.
    locale: locale!("en-AU"),
    comma: ", ",
    transform: None,
};

static PSEUDO: Spec = Spec {
    key: "en-x-pseudo",
    folder: "en",
    plurals: langid!("en"),
    locale: locale!("en-AU"),
    comma: ", ",
    transform: Some(pseudo::transform),
};

impl Language {
    /// The key by which settings name it.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }

    pub(super) const fn spec(self) -> &'static Spec {
        match self {
            Self::English => &ENGLISH,
            Self::Pseudo => &PSEUDO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_language_is_stored_by_its_key() {
        for language in [Language::English, Language::Pseudo] {
            let stored = serde_json::to_value(language).expect("a key");
            assert_eq!(stored, language.key());
        }
    }
}
