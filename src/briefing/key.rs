//! Readable identifiers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;

/// An identifier a person can read: lower-case letters, digits and single hyphens, such as `office-2024`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

impl Key {
    /// The key of what has none of its own until it is loaded; nothing else can have it.
    pub(super) const fn unnamed() -> Self {
        Self(String::new())
    }

    /// Whether it is none.
    pub(super) const fn is_unnamed(&self) -> bool {
        self.0.is_empty()
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        if text.split('-').all(word) {
            Ok(Self(text))
        } else {
            Err(format!(
                "`{text}` is not a key: use lower-case letters, digits and single hyphens, such as `office-2024`"
            ))
        }
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_schema!(
    Key,
    "Key",
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "a readable key of lower-case letters, digits and single hyphens, such as `office-2024`",
    ["office-2024", "harbour"]
);

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn keys_are_words_joined_by_single_hyphens() {
        for good in ["nepal", "gacc-2024", "2024"] {
            assert!(Key::try_from(good.to_owned()).is_ok(), "{good} should be a key");
        }
        for bad in ["", "-", "Nepal", "a--b", "a-", "a b", "непал", "../x"] {
            assert!(Key::try_from(bad.to_owned()).is_err(), "{bad} should not be a key");
        }
    }
}
