//! A text as words, runs of digits and marks, each with its place. Every Han sign is a word of its own, since nothing
//! parts two of them.

use std::ops::Range;

use super::numbers::digit;
use crate::analysis::fold::{clings, fold};
use crate::analysis::script::han;

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, folded.
    Word(String),
    /// A run of digits of whatever script, and what it is worth; none where it is too long for a date.
    Digits(Option<u32>),
    /// Anything else that shows.
    Mark(char),
}

/// A token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub range: Range<usize>,
    pub kind: Kind,
    /// Whether a blank stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub const fn digits(&self) -> Option<u32> {
        match self.kind {
            Kind::Digits(value) => value,
            _ => None,
        }
    }

    pub fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains(mark))
    }

    pub fn is_han(&self) -> bool {
        self.word().is_some_and(|word| word.chars().next().is_some_and(is_han))
    }
}

/// Whether a character is a Han sign, the nought of numbers among them.
pub(super) const fn is_han(c: char) -> bool {
    han(c) || c == '〇'
}

/// The tokens of a text, in their order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut spaced = false;
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        let mut end = start + first.len_utf8();
        let mut take = |goes_on: &dyn Fn(char) -> bool| {
            while let Some((at, c)) = characters.next_if(|(_, c)| goes_on(*c)) {
                end = at + c.len_utf8();
            }
        };
        let kind = if first.is_whitespace() {
            spaced = true;
            continue;
        } else if is_han(first) {
            Kind::Word(first.to_string())
        } else if digit(first).is_some() {
            take(&|c| digit(c).is_some());
            Kind::Digits(value(&text[start..end]))
        } else if first.is_alphabetic() {
            take(&|c| (c.is_alphabetic() || clings(c)) && !is_han(c));
            Kind::Word(fold(&text[start..end]))
        } else {
            Kind::Mark(first)
        };
        found.push(Token { range: start..end, kind, spaced, capital: first.is_uppercase() });
        spaced = false;
    }
    found
}

/// What a run of digits is worth, up to six of them.
fn value(run: &str) -> Option<u32> {
    let mut sum = 0_u32;
    for (index, c) in run.chars().enumerate() {
        if index >= 6 {
            return None;
        }
        sum = sum * 10 + digit(c)?.to_digit(10)?;
    }
    Some(sum)
}

/// Some tokens as one expression that a table is asked for: words with one blank between two, Han signs without; the
/// hyphens and points between them are left out. Empty where anything else stands among them.
pub(super) fn phrase(tokens: &[Token]) -> String {
    let mut text = String::new();
    let mut after_han = true;
    for token in tokens {
        let written = match &token.kind {
            Kind::Word(word) => word.as_str(),
            Kind::Mark('%') => "%",
            Kind::Mark('-' | '‐' | '‑' | '.') => continue,
            Kind::Digits(_) | Kind::Mark(_) => return String::new(),
        };
        if !(text.is_empty() || after_han && token.is_han()) {
            text.push(' ');
        }
        text.push_str(written);
        after_han = token.is_han();
    }
    text
}
