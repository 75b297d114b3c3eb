//! A text as words, runs of digits and marks, each with its place. Every Han sign is a word of its own, since nothing
//! parts two of them.

use std::borrow::Cow;
use std::ops::Range;

use super::numbers::digit;
use super::tongue::Begins;
use crate::analysis::fold::{clings, fold_onto};
use crate::analysis::script::han;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// A word, folded.
    Word(&'t str),
    /// A run of digits of whatever script, and what it is worth; none where it is too long for a date.
    Digits(Option<u32>),
    /// Anything else that shows.
    Mark(char),
}

/// A token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub range: Range<usize>,
    pub kind: Kind<'t>,
    /// Whether a blank stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// What can begin with it, once the language of the text is known.
    pub begins: Begins,
}

impl<'t> Token<'t> {
    pub const fn word(&self) -> Option<&'t str> {
        match self.kind {
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

/// The tokens of a text, in their order, put away in little room: a briefing keeps those of all its texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    list: Box<[Packed]>,
    /// The words that are not folded as they are written, each with [`END`] after it.
    folded: Box<str>,
}

/// What no word has in it.
const END: char = '\n';

/// A token in sixteen bytes.
#[derive(Clone, Copy, Debug)]
struct Packed {
    start: u32,
    end: u32,
    /// Where a folded word begins, what digits are worth, or which mark it is.
    of: u32,
    form: Form,
    spaced: bool,
    capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// A word that is folded as it is written.
    Plain,
    /// A word that is not.
    Folded,
    Digits,
    /// Too many digits to be worth anything.
    Many,
    Mark,
}

impl<'a> Tokens<'a> {
    /// Those of a text; of one that is longer than any file may be, those of its beginning.
    pub fn of(text: &'a str) -> Self {
        let (mut list, mut folded) = (Vec::with_capacity(text.len() / 5), String::new());
        let (mut spaced, mut at) = (false, 0);
        while let Some(first) = text[at..].chars().next() {
            let start = at;
            at += first.len_utf8();
            if first.is_whitespace() {
                spaced = true;
                continue;
            }
            let (form, of) = if is_han(first) {
                word(&text[start..at], &mut folded)
            } else if digit(first).is_some() {
                at = end_of(text, at, |c| digit(c).is_some());
                value(&text[start..at]).map_or((Form::Many, 0), |value| (Form::Digits, value))
            } else if first.is_alphabetic() {
                at = end_of(text, at, goes_on);
                word(&text[start..at], &mut folded)
            } else {
                (Form::Mark, first.into())
            };
            let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(at)) else { break };
            list.push(Packed { start, end, of, form, spaced, capital: first.is_uppercase() });
            spaced = false;
        }
        Self { text, list: list.into(), folded: folded.into() }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// The token of a number.
    pub fn get(&self, at: usize) -> Option<Token<'_>> {
        self.list.get(at).map(|packed| self.token(packed))
    }

    /// Some of them, in their order: those whose numbers are in a range.
    pub fn within(
        &self,
        numbers: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator + Clone {
        let end = numbers.end.min(self.list.len());
        self.list[numbers.start.min(end)..end].iter().map(|packed| self.token(packed))
    }

    /// All of them, for what looks to and fro.
    pub fn all(&self) -> Vec<Token<'_>> {
        self.within(0..self.len()).collect()
    }

    /// The words that have at least so many bytes.
    pub fn long_words(&self, least: usize) -> impl Iterator<Item = &str> {
        let may_be = move |packed: &&Packed| match packed.form {
            Form::Plain => (packed.end - packed.start) as usize >= least,
            // What is written in one character may be folded to many.
            Form::Folded => true,
            _ => false,
        };
        let words = self.list.iter().filter(may_be).filter_map(|packed| self.token(packed).word());
        words.filter(move |word| word.len() >= least)
    }

    /// Those that begin with a capital.
    pub fn capitals(&self) -> impl Iterator<Item = Token<'_>> {
        self.list.iter().filter(|packed| packed.capital).map(|packed| self.token(packed))
    }

    /// The number of the first that begins at a place or after it.
    pub fn first_from(&self, place: usize) -> usize {
        self.list.partition_point(|packed| (packed.start as usize) < place)
    }

    fn token(&self, packed: &Packed) -> Token<'_> {
        let range = packed.start as usize..packed.end as usize;
        let kind = match packed.form {
            Form::Plain => Kind::Word(self.text.get(range.clone()).unwrap_or_default()),
            Form::Folded => {
                let rest = self.folded.get(packed.of as usize..).unwrap_or_default();
                Kind::Word(rest.split_once(END).map_or(rest, |(word, _)| word))
            }
            Form::Digits => Kind::Digits(Some(packed.of)),
            Form::Many => Kind::Digits(None),
            Form::Mark => Kind::Mark(char::from_u32(packed.of).unwrap_or_default()),
        };
        Token { range, kind, spaced: packed.spaced, capital: packed.capital, begins: Begins::default() }
    }
}

/// Where a run of characters ends that goes on at a place.
fn end_of(text: &str, at: usize, goes_on: impl Fn(char) -> bool) -> usize {
    text[at..].find(|c| !goes_on(c)).map_or(text.len(), |length| at + length)
}

/// Whether a word goes on with a character.
fn goes_on(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { (c.is_alphabetic() || clings(c)) && !is_han(c) }
}

/// A word, which is put by where folding changes it, and where it is put.
fn word(written: &str, folded: &mut String) -> (Form, u32) {
    if written.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return (Form::Plain, 0);
    }
    let from = folded.len();
    fold_onto(folded, written);
    if folded[from..] == *written {
        folded.truncate(from);
        return (Form::Plain, 0);
    }
    folded.push(END);
    u32::try_from(from).map_or((Form::Plain, 0), |from| (Form::Folded, from))
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

/// The same, with what is cut short before an apostrophe as a word: `aujourd’hui`.
pub(super) fn elided(tokens: &[Token<'_>]) -> String {
    let is_none = |token: Option<&Token<'_>>| token.is_none_or(|token| token.word().is_none());
    if is_none(tokens.first()) || is_none(tokens.last()) {
        return String::new();
    }
    let words: Vec<Token<'_>> = tokens.iter().filter(|token| !token.is_mark("'’")).cloned().collect();
    phrase(&words).into_owned()
}

/// Some tokens as one expression that a table is asked for: words with one blank between two, Han signs without; the
/// hyphens and points between them are left out. Empty where anything else stands among them.
pub(super) fn phrase<'t>(tokens: &[Token<'t>]) -> Cow<'t, str> {
    if let [Token { kind: Kind::Word(word), .. }] = tokens {
        return Cow::Borrowed(word);
    }
    let mut text = String::new();
    let mut after_han = true;
    for token in tokens {
        let written = match token.kind {
            Kind::Word(word) => word,
            Kind::Mark('%') => "%",
            Kind::Mark('-' | '‐' | '‑' | '.') => continue,
            Kind::Digits(_) | Kind::Mark(_) => return Cow::default(),
        };
        if !(text.is_empty() || after_han && token.is_han()) {
            text.push(' ');
        }
        text.push_str(written);
        after_han = token.is_han();
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::{Kind, Packed, Tokens};

    #[test]
    fn a_token_takes_little_room() {
        assert!(size_of::<Packed>() <= 16);
    }

    #[test]
    fn words_are_read_back_folded_wherever_they_stand() {
        let text = "Die ÖSTLICHE Küste, 2024: ΟΔΟΣ и Ёлка 北京 a";
        let tokens = Tokens::of(text);
        let all: Vec<String> = tokens
            .all()
            .iter()
            .map(|token| match token.kind {
                Kind::Word(word) => word.to_owned(),
                Kind::Digits(value) => format!("{value:?}"),
                Kind::Mark(mark) => mark.to_string(),
            })
            .collect();
        let read = ["die", "ostliche", "kuste", ",", "Some(2024)", ":", "οδοσ", "и", "елка", "北", "京", "a"];
        assert_eq!(all, read);
        let third = tokens.get(2).expect("it is there");
        assert_eq!((third.word(), &text[third.range]), (Some("kuste"), "Küste"));
        assert_eq!(tokens.within(9..40).rev().filter_map(|token| token.word()).collect::<Vec<_>>(), ["a", "京", "北"]);
        assert_eq!((tokens.first_from(0), tokens.first_from(text.len())), (0, 12));
    }
}
