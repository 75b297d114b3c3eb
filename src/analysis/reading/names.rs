//! Names in a text: whole or in part, inflected, inverted, in any of the scripts that a briefing has them in.

use std::borrow::Cow;
use std::ops::Range;

use ahash::{AHashMap, AHashSet};

use super::beginnings::Beginnings;
use super::sounds::sound;
use super::tokens::{Token, Tokens, is_han};
use super::tongue::{ands, is_particle};
use crate::analysis::script::cyrillic;
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
    /// Whose it is; nobody's where several are written so.
    of: Option<&'a Key>,
}

/// The names that a briefing knows, for finding them in its texts.
///
/// A tree of stems, the first words of all names at its root, so that a word of a text is looked up and never compared
/// with every name.
pub(in crate::analysis) struct Names<'a> {
    nodes: Vec<Node<'a>>,
    /// What the stems at its root begin with.
    firsts: Beginnings,
    /// Every word of every name.
    words: AHashSet<String>,
    /// Whose names sound so; nobody's where several do.
    sounds: AHashMap<String, Option<&'a Key>>,
}

/// Where the words of names have led so far.
#[derive(Default)]
struct Node<'a> {
    /// Where the stem of a further word leads.
    next: AHashMap<String, usize>,
    /// The names that end here: of one stem, each written in its own way.
    forms: Vec<Form<'a>>,
}

impl Default for Names<'_> {
    fn default() -> Self {
        let (nodes, firsts) = (vec![Node::default()], Beginnings::default());
        Self { nodes, firsts, words: AHashSet::new(), sounds: AHashMap::new() }
    }
}

/// The least letters of an inflected word that stay as they are.
const LEAST_KEPT: usize = 3;
/// A name of more words than that of any state or office is not looked for in texts.
const LONGEST: usize = 24;

impl<'a> Names<'a> {
    /// Adds a way of writing a name. A person is also found by a part of the name that no other name has.
    pub fn add(&mut self, kind: Named, of: &'a Key, written: &str) {
        let tokens = Tokens::of(written);
        let parts = tokens.all();
        let words: Vec<String> = parts.iter().filter_map(Token::word).map(str::to_owned).collect();
        if words.is_empty() || words.iter().all(|word| word.chars().count() < 2 && !word.chars().all(is_han)) {
            return;
        }
        self.words.extend(words.iter().cloned());
        let is_chinese = words[0].chars().all(is_han);
        if kind == Named::Person && words.len() > 1 && !is_chinese {
            // What stands between the parts of a name, `de la`, names nobody.
            let last = words.len() - 1;
            let telling = words
                .iter()
                .enumerate()
                .filter(|(at, word)| word.chars().count() >= 2 && (*at == 0 || *at == last || !is_particle(word)));
            for (_, word) in telling {
                self.form(kind, of, vec![word.clone()]);
                if let Some(sound) = sound(word) {
                    let heard = self.sounds.entry(sound).or_insert(Some(of));
                    *heard = heard.filter(|other| *other == of);
                }
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
        // Whatever ties two parts of a name in another language, or in words in place of a sign: `Wallis & Futuna`.
        let tie = parts.iter().position(|token| token.is_mark("&"));
        let before = |at: usize| parts[..at].iter().filter(|token| token.word().is_some()).count();
        let tie = tie.map(before).filter(|at| (1..words.len()).contains(at));
        for and in tie.iter().flat_map(|_| ands()) {
            let mut spelt = words.clone();
            spelt.insert(tie.unwrap_or(0), and);
            self.form(kind, of, spelt);
        }
        if tie.is_none() && kind != Named::Person && words.len() > 2 {
            let is_and = |at: &usize| words.get(*at).is_some_and(|word| ands().any(|and| and == *word));
            if let Some(at) = (1..words.len() - 1).find(is_and) {
                let mut signed = words.clone();
                signed.remove(at);
                self.form(kind, of, signed);
            }
        }
        self.form(kind, of, words);
    }

    fn form(&mut self, kind: Named, of: &'a Key, words: Vec<String>) {
        let Some(first) = words.first() else { return };
        let is_one_letter = words.len() == 1 && first.chars().all(is_han) && first.chars().count() < 2;
        if kind == Named::Person && is_one_letter || words.len() > LONGEST {
            return;
        }
        self.firsts.add(stem(first));
        let mut node = 0;
        for word in &words {
            let free = self.nodes.len();
            node = *self.nodes[node].next.entry(stem(word).to_owned()).or_insert(free);
            if node == free {
                self.nodes.push(Node::default());
            }
        }
        match self.nodes[node].forms.iter_mut().find(|form| form.words == words) {
            Some(form) if form.of == Some(of) => {}
            Some(form) => form.of = None,
            None => self.nodes[node].forms.push(Form { words, kind, of: Some(of) }),
        }
    }

    /// The names among the tokens of a text, in its order; of two that begin together the longer. What several have in
    /// common is none's. Where it is in a language that the names are not in, whoever sounds like a name is meant by it.
    pub(super) fn find(&self, tokens: &[Token<'_>], foreign: bool) -> Vec<Name<'a>> {
        let mut parts: Cow<'_, [Token<'_>]> = Cow::Borrowed(tokens);
        let within = |at: &usize| stands_within(&tokens[*at], tokens.get(*at + 1));
        if (0..tokens.len()).any(|at| within(&at)) {
            parts = (0..tokens.len()).filter(|at| !within(at)).map(|at| tokens[at].clone()).collect();
        }
        let tokens = &*parts;
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let heard = || if foreign { self.heard(&tokens[at]) } else { None };
            let Some((length, kind, of)) = self.at(&tokens[at..]).or_else(heard) else {
                at += 1;
                continue;
            };
            let range = tokens[at].range.start..tokens[at + length - 1].range.end;
            found.push(Name { range, kind, of });
            at += length;
        }
        found
    }

    fn at(&self, tokens: &[Token<'_>]) -> Option<(usize, Named, &'a Key)> {
        if !self.may_begin_with(tokens.first()?.word()?) {
            return None;
        }
        let fits = |form: &&Form<'_>| {
            form.words.iter().zip(tokens).enumerate().all(|(index, (own, token))| {
                let Some(word) = token.word() else { return false };
                // A name begins with a capital where its script has any.
                let cased = token.capital || !word.chars().any(char::is_lowercase);
                let cased = cased || form.kind == Named::Topic || index > 0;
                cased && (is_form_of(word, own) || bare(word) == bare(own))
            })
        };
        let all: Vec<&Form<'a>> = self.beginning(tokens).into_iter().filter(fits).collect();
        let longest = all.iter().map(|form| form.words.len()).max()?;
        let mut best: Vec<&Form<'a>> = all.into_iter().filter(|form| form.words.len() == longest).collect();
        // A word that stands as it is before one that is inflected.
        let as_it_is =
            |form: &&Form<'_>| form.words.iter().zip(tokens).all(|(own, token)| token.word() == Some(own.as_str()));
        if best.iter().any(as_it_is) {
            best.retain(as_it_is);
        }
        let first = best.first()?;
        let of = first.of.filter(|of| best.iter().all(|form| form.of == Some(*of)))?;
        Some((longest, first.kind, of))
    }

    /// Whether a name can begin with a word. Most begin none.
    pub(super) fn may_begin_with(&self, word: &str) -> bool {
        let root = &self.nodes[0];
        self.firsts.may_have(bare(word)) && stems(word).any(|stem| root.next.contains_key(stem))
    }

    /// Whom a word means that is written as another language writes the name: `Lawrow`, and `Lawrows` reise.
    fn heard(&self, token: &Token<'_>) -> Option<(usize, Named, &'a Key)> {
        let word = token.word().filter(|word| token.capital && !self.has_word(word))?;
        let sounds = |word: &str| sound(word).and_then(|sound| self.sounds.get(&sound).copied()).flatten();
        let of = sounds(word).or_else(|| sounds(word.strip_suffix('s')?))?;
        Some((1, Named::Person, of))
    }

    /// The names whose stems a text begins with.
    fn beginning(&self, tokens: &[Token<'_>]) -> Vec<&Form<'a>> {
        let mut found = Vec::new();
        let mut reached = vec![(0, tokens)];
        while let Some((node, tokens)) = reached.pop() {
            let node = &self.nodes[node];
            found.extend(&node.forms);
            let Some((token, rest)) = tokens.split_first() else { continue };
            let Some(word) = token.word().filter(|_| !node.next.is_empty()) else { continue };
            reached.extend(stems(word).filter_map(|stem| Some((*node.next.get(stem)?, rest))));
        }
        found
    }

    /// Whether a word is one of a name.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The words of all names, in an order that is the same in every run.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words
    }
}

/// Whether a mark is one that stands within names: `Côte d’Ivoire`, `谢尔盖·拉夫罗夫`, `Wallis & Futuna`, and before a word without blanks
/// `Guinea-Bissau`; dates have such marks as well.
fn stands_within(token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let joins = || !token.spaced && next.is_some_and(|next| !next.spaced && next.word().is_some());
    token.is_mark("·・‧'’&") || token.is_mark("-‐‑") && joins()
}

/// What stays of a word of a name however it is inflected.
fn stem(own: &str) -> &str {
    match kept(own) {
        Some(kept) => own.char_indices().nth(kept).map_or(own, |(end, _)| &own[..end]),
        None => bare(own),
    }
}

/// The stems that a word of a text can have.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    let beginnings = word.char_indices().skip(LEAST_KEPT).map(|(end, _)| &word[..end]);
    let inflects = word.chars().next().is_some_and(inflects);
    // No word is longer than a line; what is, is none.
    let beginnings = beginnings.take(if inflects { 64 } else { 0 });
    std::iter::once(bare(word)).chain(without_s(word)).chain(beginnings)
}

/// An Arabic word without what is written onto it: the article, `and`, `in`.
pub(super) fn bare(word: &str) -> &str {
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

/// Whether words of a letter's script are inflected by their endings.
const fn inflects(letter: char) -> bool {
    cyrillic(letter) || matches!(letter, '\u{370}'..='\u{3ff}')
}

/// How many letters of a word stay as they are when it is inflected; nothing where it is not.
fn kept(own: &str) -> Option<usize> {
    let letters = own.chars().count();
    (letters >= 4 && own.chars().all(inflects)).then(|| (letters - 1 - usize::from(letters > 5)).max(LEAST_KEPT))
}

/// A word in Latin letters without the `s` of a genitive: `Chinas` Handel.
fn without_s(word: &str) -> Option<&str> {
    word.strip_suffix('s').filter(|own| own.len() >= GENITIVE && own.is_ascii())
}

/// A name of fewer letters with an `s` behind it is another word.
const GENITIVE: usize = 5;

/// Whether a word is another, or an inflected form of it in a script whose languages inflect names.
fn is_form_of(word: &str, own: &str) -> bool {
    if word == own || without_s(word) == Some(own) {
        return true;
    }
    let Some(kept) = kept(own) else { return false };
    let mut both = own.chars().zip(word.chars());
    let longest = own.chars().count() + 3;
    both.by_ref().take(kept).filter(|(a, b)| a == b).count() == kept
        && word.chars().count() <= longest
        && word.chars().count() >= kept
}
