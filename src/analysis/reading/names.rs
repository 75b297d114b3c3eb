//! Names in a text: whole or in part, inflected, inverted, in any of the scripts that a briefing has them in.

use std::collections::HashMap;
use std::ops::Range;

use super::Reading;
use super::tokens::{Token, is_han, tokens};
use crate::briefing::Key;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::analysis) enum Named {
    Person,
    Place,
    State,
    Topic,
}

/// A name that a text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Name<'a> {
    pub range: Range<usize>,
    pub kind: Named,
    pub of: &'a Key,
}

/// One way of writing a name, as its folded words.
struct Form<'a> {
    words: Vec<String>,
    kind: Named,
    of: &'a Key,
}

/// The names that a briefing knows, for finding them in its texts.
#[derive(Default)]
pub(in crate::analysis) struct Names<'a> {
    /// By the beginning of the first word.
    forms: HashMap<String, Vec<Form<'a>>>,
    /// Every word of every name.
    words: HashMap<String, usize>,
}

/// So much of a word's beginning it is looked up by; what is shorter, by the whole of it.
const BEGINNING: usize = 3;

impl<'a> Names<'a> {
    /// Adds a way of writing a name. A person is also found by a part of the name that no other name has.
    pub fn add(&mut self, kind: Named, of: &'a Key, written: &str) {
        let parts = tokens(written);
        let words: Vec<String> = parts.iter().filter_map(Token::word).map(str::to_owned).collect();
        if words.is_empty() || words.iter().all(|word| word.chars().count() < 2 && !word.chars().all(is_han)) {
            return;
        }
        for word in &words {
            *self.words.entry(word.clone()).or_default() += 1;
        }
        let is_chinese = words[0].chars().all(is_han);
        if kind == Named::Person && words.len() > 1 && !is_chinese {
            for word in words.iter().filter(|word| word.chars().count() >= 2) {
                self.form(kind, of, vec![word.clone()]);
            }
        }
        // `谢尔盖·拉夫罗夫` is also called `拉夫罗夫`.
        if kind == Named::Person
            && is_chinese
            && let Some(dot) = parts.iter().rposition(|token| token.is_mark("·・‧"))
        {
            let family = parts[dot + 1..].iter().filter_map(Token::word).map(str::to_owned).collect();
            self.form(kind, of, family);
        }
        self.form(kind, of, words);
    }

    fn form(&mut self, kind: Named, of: &'a Key, words: Vec<String>) {
        let Some(first) = words.first() else { return };
        if kind == Named::Person && words.len() == 1 && first.chars().all(is_han) && first.chars().count() < 2 {
            return;
        }
        let forms = self.forms.entry(beginning(bare(first))).or_default();
        if !forms.iter().any(|form| form.words == words && form.of == of) {
            forms.push(Form { words, kind, of });
        }
    }

    /// The names of a text, in its order; of two that begin together the longer. What several have in common is none's.
    pub fn find(&self, reading: &Reading) -> Vec<Name<'a>> {
        let tokens: Vec<&Token> = reading.tokens.iter().filter(|token| !token.is_mark("·・‧'’")).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((length, kind, of)) = self.at(&tokens[at..]) else {
                at += 1;
                continue;
            };
            let range = tokens[at].range.start..tokens[at + length - 1].range.end;
            found.push(Name { range, kind, of });
            at += length;
        }
        found
    }

    fn at(&self, tokens: &[&Token]) -> Option<(usize, Named, &'a Key)> {
        let word = tokens.first()?.word()?;
        let list = self.forms.get(&beginning(bare(word)))?;
        let fits = |form: &&Form<'_>| {
            form.words.len() <= tokens.len()
                && form.words.iter().zip(tokens).enumerate().all(|(index, (own, token))| {
                    let Some(word) = token.word() else { return false };
                    // A name begins with a capital where its script has any.
                    let cased = token.capital || !word.chars().any(char::is_lowercase);
                    let cased = cased || form.kind == Named::Topic || index > 0;
                    cased && (is_form_of(word, own) || bare(word) == bare(own))
                })
        };
        let all: Vec<&Form<'a>> = list.iter().filter(fits).collect();
        let longest = all.iter().map(|form| form.words.len()).max()?;
        let mut best: Vec<&Form<'a>> = all.into_iter().filter(|form| form.words.len() == longest).collect();
        // A word that stands as it is before one that is inflected.
        if best.iter().any(|form| form.words.iter().zip(tokens).all(|(own, token)| token.word() == Some(own))) {
            best.retain(|form| form.words.iter().zip(tokens).all(|(own, token)| token.word() == Some(own)));
        }
        let first = best.first()?;
        best.iter().all(|form| form.of == first.of).then_some((longest, first.kind, first.of))
    }

    /// Whether a word is one of a name.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The longer words of all names.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

fn beginning(word: &str) -> String {
    word.chars().take(if word.chars().next().is_some_and(is_han) { 1 } else { BEGINNING }).collect()
}

/// An Arabic word without what is written onto it: the article, `and`, `in`.
fn bare(word: &str) -> &str {
    if !word.starts_with(|c| matches!(c, '\u{620}'..='\u{64a}')) {
        return word;
    }
    let mut bare = word;
    for _ in 0..2 {
        let rest = bare.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']).filter(|rest| rest.chars().count() >= 3);
        bare = rest.unwrap_or(bare);
    }
    bare.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(bare)
}

/// Whether a word is another, or an inflected form of it in a script whose languages inflect names.
fn is_form_of(word: &str, own: &str) -> bool {
    if word == own {
        return true;
    }
    let inflects = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}');
    let letters = own.chars().count();
    if !own.chars().all(inflects) || letters < 4 {
        return false;
    }
    let kept: usize = (letters - 1 - usize::from(letters > 5)).max(3);
    let mut both = own.chars().zip(word.chars());
    let longest = letters + 3;
    both.by_ref().take(kept).filter(|(a, b)| a == b).count() == kept
        && word.chars().count() <= longest
        && word.chars().count() >= kept
}
