//! Sources and how far to trust them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::unique::unique_map;
use super::{Date, Key, Message, Sha256, said};
use crate::label;

/// A source and its own description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The key that citations name.
    pub id: Key,
    /// Who published it.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub publisher: String,
    /// Its title as published, or, as libraries do, a description in square brackets where the title is not known.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub title: String,
    /// What kind of publisher stands behind it.
    pub kind: SourceKind,
    /// Whether it is the originator's own publication and not a report of it.
    pub primary: bool,
    /// When it was published, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// When it was read for this briefing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Date>,
    /// Where it can be found: a web address, or a publisher's site and item number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whose text it carries, where that is another's: such sources are of one origin, and together they are one witness.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Where an archive keeps a copy of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<ArchivedCopy>,
    /// The licence it is published under, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What a reader should know before relying on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The table that it is, where figures or spells were imported from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<SourceTable>,
}

/// A table that was imported, and how it was read, so that its next edition is read alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceTable {
    /// The name of the file.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub file: String,
    /// The digest of the file.
    pub sha256: Sha256,
    /// The key of the layout that it was read in, such as `comtrade`.
    pub layout: Key,
    /// The heads of the columns by what they were taken as, where that was chosen, such as `value` by `Total value`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "unique_map")]
    pub columns: BTreeMap<String, String>,
    /// Whom or what a name of the table was taken to mean, where that was chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "unique_map")]
    pub names: BTreeMap<String, String>,
}

/// Whose text a source carries: that of another source of the briefing, or of somebody who is none. One of the two is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The key of the source whose text it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Key>,
    /// The name of the agency or publisher whose text it is, such as `Reuters`, where that text is no source of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// A copy of a source as it once was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchivedCopy {
    /// The web address of the copy.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub address: String,
    /// The day on which the archive took it.
    pub on: Date,
}

/// What kind of publisher stands behind a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A government, an organisation or an office speaking for itself.
    Official,
    /// A news agency.
    Agency,
    /// A newspaper, a broadcaster or a news site.
    Press,
    /// A reference work or a data set.
    Reference,
    /// No publication: known to the editors and not looked up.
    GeneralKnowledge,
}

impl SourceKind {
    /// Its name in the files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Agency => "agency",
            Self::Press => "press",
            Self::Reference => "reference",
            Self::GeneralKnowledge => "general-knowledge",
        }
    }

    /// What it is called within a sentence.
    pub const fn name(self) -> Message {
        match self {
            Self::Official => label!(sources::source_official),
            Self::Agency => label!(sources::source_agency),
            Self::Press => label!(sources::source_press),
            Self::Reference => label!(sources::source_reference),
            Self::GeneralKnowledge => label!(sources::source_general_knowledge),
        }
    }
}

/// `sources.json`: every source of a briefing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The sources, in any order.
    pub sources: Vec<Source>,
}
