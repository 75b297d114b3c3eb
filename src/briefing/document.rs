//! The document a briefing was made from, sentence for sentence, without its text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;
use super::{Date, Key, Locator, said};

/// The document a briefing was made from. Its own words are here only where its licence allows that: otherwise a
/// paraphrase of each sentence, the place of the original and its hash, so that a reader who has the original can hold
/// the two side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The source that it is.
    pub source: Key,
    /// What kind of text it is, in one word of running text, such as `article` or `communiqué`.
    #[serde(deserialize_with = "said::text", default = "a_document")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub called: String,
    /// The licence under which its text may stand here, where it is not that of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Its length in characters (Unicode scalar values).
    #[schemars(range(max = u32::MAX))]
    pub length: u32,
    /// SHA-256 of the whole text in UTF-8.
    pub sha256: Sha256,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// What a document is called that says nothing else.
pub(super) const DOCUMENT: &str = "document";

fn a_document() -> String {
    DOCUMENT.to_owned()
}

/// One sentence of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Paragraph and sentence.
    pub at: Locator,
    /// First character and the one after the last, counted in characters from the start of the document.
    #[schemars(inner(range(max = u32::MAX)))]
    pub range: [u32; 2],
    /// SHA-256 of the sentence in UTF-8, exactly as it stands in that range.
    pub sha256: Sha256,
    /// What it is about, in a few words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub label: String,
    /// What it says, in the briefing's own words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub paraphrase: String,
    /// What it says in the original, exactly as it stands in its range; only where the document's licence allows it to
    /// stand here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it states nothing: a link, a heading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub boilerplate: bool,
    /// What a check can hold of its wording.
    #[serde(default, skip_serializing_if = "AsPrinted::is_empty")]
    pub as_printed: AsPrinted,
}

/// What a check can hold of a sentence's wording, which is not in the briefing itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsPrinted {
    /// Which part of a quotation it prints, where it prints quotation marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotation: Option<QuotationPart>,
    /// What is wrong with its wording as printed, in a few words; it is kept as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sic: Option<String>,
    /// Its expressions of time that mean something only on the day it was written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relative_dates: Vec<RelativeDate>,
    /// Names as it prints them, where the document spells them in more than one way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed_names: Vec<PrintedName>,
}

impl AsPrinted {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Which quotation marks a sentence prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationPart {
    /// A quotation opens in it and closes in a later one.
    Opens,
    /// A quotation that an earlier sentence opened closes in it.
    Closes,
    /// It opens a quotation and closes it.
    Whole,
}

/// An expression such as `yesterday`, and the date it is taken to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelativeDate {
    /// The expression as printed, one to three words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub words: String,
    /// How many units after the day of publication: -1 for `yesterday` and `last year`, 0 for `today`.
    pub step: i16,
    /// The unit it counts in.
    pub unit: DateUnit,
    /// The date the briefing takes it to mean.
    pub means: Date,
}

/// A unit that relative dates are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateUnit {
    /// Days.
    Day,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

impl DateUnit {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// A name as a sentence prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedName {
    /// The person, place, topic or state it names.
    pub of: Key,
    /// The word or words as printed.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub printed: String,
}

impl Document {
    /// The sentence at a place.
    pub fn sentence(&self, at: Locator) -> Option<&Sentence> {
        // A loaded document has its sentences in their order.
        let index = self.sentences.binary_search_by_key(&at, |sentence| sentence.at).ok()?;
        self.sentences.get(index)
    }
}

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256(String);

impl Sha256 {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::of_parts([bytes])
    }

    /// The digest of some bytes that come in parts.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        use sha2::Digest as _;
        let digest = parts.into_iter().fold(sha2::Sha256::new(), sha2::Digest::chain_update);
        Self::of_digest(digest.finalize().into())
    }

    /// The digest that some bytes are.
    pub(crate) fn of_digest(digest: [u8; 32]) -> Self {
        let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
        Self(digest.iter().flat_map(digits).collect())
    }

    /// All 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first and last digits, enough for a person to compare.
    pub fn short(&self) -> String {
        format!("{}…{}", &self.0[..8], &self.0[60..])
    }
}

impl TryFrom<String> for Sha256 {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            Ok(Self(text))
        } else {
            Err(format!("`{text}` is not a SHA-256: write 64 lower-case hexadecimal digits"))
        }
    }
}

impl From<Sha256> for String {
    fn from(hash: Sha256) -> Self {
        hash.0
    }
}

text_schema!(
    Sha256,
    "Sha256",
    r"^[0-9a-f]{64}$",
    "a SHA-256 digest as 64 lower-case hexadecimal digits",
    ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
);
