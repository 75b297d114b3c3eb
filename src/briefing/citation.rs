//! Where a statement comes from.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;
use super::{Key, Message, said};
use crate::message;

/// A place in a source that a statement rests on.
///
/// Whether something is what the document says or context from elsewhere is read from here and is stored nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The key of the source.
    pub source: Key,
    /// Paragraph and sentence, where the source is the document the briefing was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Locator>,
    /// The page, or pages, as the source numbers them, such as `12` or `xiv–xvi`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The section, chapter, table or article of a treaty, as the source calls it, such as `Annex II`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The row of a table, counted from one with its head: in a text the line on which it begins, in a workbook the row
    /// of the sheet that `section` names, in a list of JSON the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = u32::MAX))]
    pub row: Option<NonZeroU32>,
}

impl Citation {
    /// A source as a whole.
    pub const fn of(source: Key) -> Self {
        Self { source, at: None, page: None, section: None, row: None }
    }

    /// A sentence of the document that a source is.
    pub const fn of_sentence(source: Key, at: Locator) -> Self {
        Self { source, at: Some(at), page: None, section: None, row: None }
    }

    /// Where in a source that is not taken apart it stands, where that is said: page and section, or the row of a table.
    pub fn place(&self) -> Option<Message> {
        if let Some(row) = self.row {
            let row = row.to_string();
            return Some(match &self.section {
                Some(section) => message!(sources::section_and_table_row, section = section, row = row),
                None => message!(sources::table_row, row = row),
            });
        }
        Some(match (&self.section, &self.page) {
            (Some(section), Some(page)) => message!(sources::section_and_page, section = section, page = page),
            (Some(section), None) => message!(sources::section, section = section),
            (None, Some(page)) => message!(sources::page, page = page),
            (None, None) => return None,
        })
    }
}

/// Paragraph and sentence of a document, both counted from one and written `4.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locator {
    /// Paragraph, from one.
    pub paragraph: u16,
    /// Sentence within the paragraph, from one.
    pub sentence: u16,
}

impl FromStr for Locator {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| {
            let plain = part.chars().all(|c| c.is_ascii_digit()) && !part.starts_with('0');
            part.parse().ok().filter(|_| plain)
        };
        text.split_once('.')
            .and_then(|(paragraph, sentence)| Some(Self { paragraph: number(paragraph)?, sentence: number(sentence)? }))
            .ok_or_else(|| format!("`{text}` is not a place in a document: write paragraph and sentence, as in `4.2`"))
    }
}

impl TryFrom<String> for Locator {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Locator> for String {
    fn from(at: Locator) -> Self {
        at.to_string()
    }
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.paragraph, self.sentence)
    }
}

text_schema!(
    Locator,
    "Locator",
    r"^([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])\.([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$",
    "paragraph and sentence of the document, both counted from one, such as `4.2`",
    ["4.2"]
);

/// A sentence of the briefing with the places it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What is said, in the briefing's own words.
    #[serde(deserialize_with = "said::text")]
    #[schemars(regex(pattern = said::PATTERN))]
    pub text: String,
    /// What it rests on.
    pub citations: Vec<Citation>,
}

#[cfg(test)]
mod tests {
    use super::Locator;

    #[test]
    fn a_place_is_paragraph_and_sentence() {
        assert_eq!("4.2".parse(), Ok(Locator { paragraph: 4, sentence: 2 }));
        for bad in ["", "4", "4.", ".2", "0.1", "4.02", "4.2.1", "-4.2", "99999.1"] {
            assert!(bad.parse::<Locator>().is_err(), "{bad} should not be a place");
        }
    }
}
