//! The languages there are words in.

use icu_locale_core::{Locale, locale};
use serde::{Deserialize, Serialize};
use unic_langid::{LanguageIdentifier, langid};

/// A language of the program. To add one, write its folder in `assets/locales/` and a line in each list here.
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

impl Language {
    /// The key by which settings name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Pseudo => "en-x-pseudo",
        }
    }

    /// The folder of its messages.
    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "en",
        }
    }

    /// What chooses how its numbers and dates are written. Australian English is the one in which CLDR writes a weekday
    /// without a comma and is British otherwise.
    pub(super) const fn locale(self) -> Locale {
        match self {
            Self::English | Self::Pseudo => locale!("en-AU"),
        }
    }

    /// What stands between the items of a list.
    pub(super) const fn comma(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => ", ",
        }
    }
}

/// What chooses the plurals of a language.
pub(super) const fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::English | Language::Pseudo => langid!("en"),
    }
}
