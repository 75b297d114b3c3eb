//! The document a briefing was made from, sentence for sentence, without its text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;
use super::{Key, Locator};

/// The document a briefing was made from. Its own words are not here: only a paraphrase of each sentence, the place
/// of the original and its hash, so that a reader who has the original can hold the two side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Where the JSON Schema of this file lies, for the reader's editor; this program does not look there.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The source that it is.
    pub source: Key,
    /// What kind of text it is, in one word of running text, such as `article` or `communiqué`.
    #[serde(default = "a_document")]
    pub called: String,
    /// Its length in characters (Unicode scalar values).
    pub length: u32,
    /// SHA-256 of the whole text in UTF-8.
    pub sha256: Sha256,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

fn a_document() -> String {
    "document".to_owned()
}

/// One sentence of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Paragraph and sentence.
    pub at: Locator,
    /// First character and the one after the last, counted in characters from the start of the document.
    pub range: [u32; 2],
    /// SHA-256 of the sentence in UTF-8, exactly as it stands in that range.
    pub sha256: Sha256,
    /// What it is about, in a few words.
    pub label: String,
    /// What it says, in the briefing's own words.
    pub paraphrase: String,
    /// Whether it states nothing: a link, a heading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub boilerplate: bool,
}

impl Document {
    /// The sentence at a place.
    pub fn sentence(&self, at: Locator) -> Option<&Sentence> {
        self.sentences.iter().find(|sentence| sentence.at == at)
    }
}

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
        Self(digest.finalize().iter().flat_map(digits).collect())
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
