//! What stands in a cell of the roster, before anybody words it.

use std::borrow::Cow;

use crate::briefing::Date;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue<'a> {
    /// Nothing is known; it is not zero.
    Missing,
    /// Text, as the briefing has it.
    Text(Cow<'a, str>),
    /// So many of what is counted.
    Number(u64),
    /// A date as far as it is known, and by how many days it may be wrong.
    Date(Date, Option<u8>),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    List(Vec<Cow<'a, str>>),
}

/// What the values of a column are, where they are not missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A date as far as it is known.
    Date,
    /// Yes or no.
    Flag,
    /// Several texts.
    List,
}

impl<'a> CellValue<'a> {
    /// Text; missing where there is none.
    pub fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(text.into()) }
    }

    /// A number; missing where there is none.
    pub fn number(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Missing, |number| Self::Number(number.into()))
    }

    /// It as plain text: digits without grouping, dates as ISO writes them.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Missing => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => number.to_string().into(),
            Self::Date(date, _) => date.to_string().into(),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "yes" } else { "no" }),
            Self::List(texts) => texts.join("; ").into(),
        }
    }
}
