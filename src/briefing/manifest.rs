//! The front page of a briefing's folder.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::said::Said;
use super::{Date, Key, said};

/// `briefing.json`: what the folder is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub format: u32,
    /// A short name for title bars, such as `Ferry talks, Piraeus`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub name: String,
    /// The languages of names as BCP 47 tags, the one shown first first.
    #[serde(deserialize_with = "said::list")]
    #[schemars(inner(regex(pattern = said::PATTERN)))]
    pub languages: Vec<String>,
    /// The day the document was published, or that the briefing speaks of: what is current in the briefing is current then.
    pub as_of: Date,
    /// How `as_of` is known, in a word or two, where it is not printed: `inferred`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of_note: Option<String>,
    /// The source that the briefing was made from; absent where it was made from no one document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Key>,
    /// The day on which the evidence was last looked through.
    pub checked: Date,
    /// Findings of the checks that the editors know of and leave as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acknowledged: Vec<Acknowledgement>,
}

/// A finding that is known and left as it is, with the reason. It is still shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The check, such as `duplicate-entry`.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub check: String,
    /// What the finding is about: the place, key or period that it opens, or, for one finding of several about that, its
    /// id without the check. Absent for every finding of the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Why it is left as it is.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub reason: String,
}

/// A name in several languages, by BCP 47 tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Names(
    #[serde(deserialize_with = "said::map")]
    #[schemars(with = "BTreeMap<String, Said>")]
    BTreeMap<String, String>,
);

impl Names {
    /// A name in one language.
    pub fn of(language: String, name: String) -> Self {
        Self(BTreeMap::from([(language, name)]))
    }

    /// The name in a language.
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// Gives it a name in a language that it has none in.
    pub(super) fn add(&mut self, language: &str, name: &str) {
        self.0.entry(language.to_owned()).or_insert_with(|| name.to_owned());
    }

    /// Every name with its language.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, name)| (language.as_str(), name.as_str()))
    }
}
