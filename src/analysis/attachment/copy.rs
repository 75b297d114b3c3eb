//! Finding the sentences of a document in a copy of it, by their hashes.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::briefing::{Document, Sentence, Sha256};

/// The bytes that are hashed at most in looking for sentences that stand elsewhere: half a second’s work.
const MOST_HASHED: usize = 128 << 20;

/// A copy as it can be held against a document.
pub(super) struct Copy {
    /// With one kind of line end and none at the end, as the places of the document are counted.
    lines: Line,
    /// Each as one line: what was wrapped at a blank, and what was wrapped between letters. Made once it is asked for.
    unwrapped: [OnceCell<Line>; 2],
}

impl Copy {
    pub fn new(text: &str, document: &Document) -> Self {
        let text = one_line_end(text);
        let last = document.sentences.iter().map(|sentence| sentence.range[1] as usize).max().unwrap_or_default();
        Self { lines: Line::new(text, last.saturating_add(1)), unwrapped: Default::default() }
    }

    fn unwrapped(&self, index: usize) -> &Line {
        let line = || Line::new(unwrapped(&self.lines.text, [" ", ""][index]), usize::MAX);
        self.unwrapped[index].get_or_init(line)
    }

    /// Whether it is the document to the last character, but for line ends at its end.
    pub fn is_whole(&self, document: &Document) -> bool {
        let text = self.lines.text.trim_end_matches('\n');
        let ends = &self.lines.text[text.len()..];
        (0..=ends.len()).any(|count| Sha256::of_parts([text.as_bytes(), &ends.as_bytes()[..count]]) == document.sha256)
            || Sha256::of_parts([text.as_bytes(), b"\n"]) == document.sha256
    }
}

/// A text and where its characters begin.
struct Line {
    text: String,
    /// Where each character begins, and the end of the text.
    starts: Vec<u32>,
}

impl Line {
    /// A text, of which the first characters are counted.
    fn new(text: String, most: usize) -> Self {
        // No copy is longer than can be attached, and none of these grows.
        let start = |start: usize| u32::try_from(start).unwrap_or(u32::MAX);
        let starts = text.char_indices().map(|(at, _)| start(at)).chain([start(text.len())]).take(most).collect();
        Self { text, starts }
    }

    /// So many characters from one on.
    fn part(&self, first: usize, length: usize) -> Option<&str> {
        let (from, to) = (*self.starts.get(first)?, *self.starts.get(first.checked_add(length)?)?);
        self.text.get(from as usize..to as usize)
    }

    /// Whether a sentence may begin or end before a character: not within a word that is set apart by blanks.
    fn is_edge(&self, character: usize) -> bool {
        let at = self.starts[character] as usize;
        let (before, after) = (self.text[..at].chars().next_back(), self.text[at..].chars().next());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c));
        !(joins(before) && joins(after))
    }
}

/// Whether a character is of a script that sets no blanks between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Looks for one sentence after the other.
pub(super) struct Finder<'a> {
    copy: &'a Copy,
    /// The hashes of the sentences of each length in characters.
    wanted: HashMap<usize, HashSet<&'a Sha256>>,
    /// By how many characters the last sentence found in each unwrapped text is off its place.
    shifts: [i64; 2],
    /// Where the last sentence found in each ends.
    ends: [usize; 2],
    /// Where each wanted hash of a length was found, by the length; all texts of a length are hashed at once.
    found: [HashMap<usize, HashMap<Sha256, usize>>; 2],
    /// How many bytes may still be hashed.
    left: usize,
}

impl<'a> Finder<'a> {
    pub fn new(copy: &'a Copy, document: &'a Document) -> Self {
        let mut wanted: HashMap<usize, HashSet<&Sha256>> = HashMap::new();
        for sentence in &document.sentences {
            let [first, end] = sentence.range;
            wanted.entry(end.saturating_sub(first) as usize).or_default().insert(&sentence.sha256);
        }
        Self { copy, wanted, shifts: [0; 2], ends: [0; 2], found: Default::default(), left: MOST_HASHED }
    }

    /// The text of a sentence, where it is in the copy.
    pub fn find(&mut self, sentence: &Sentence) -> Option<String> {
        let [first, end] = sentence.range.map(|offset| offset as usize);
        let length = end.checked_sub(first)?;
        let in_place = self.copy.lines.part(first, length).filter(|text| is(text, sentence));
        if let Some(text) = in_place {
            return Some(text.to_owned());
        }
        (0..2).find_map(|index| self.find_in(index, sentence, first, length)).map(ToOwned::to_owned)
    }

    fn find_in(&mut self, index: usize, sentence: &Sentence, first: usize, length: usize) -> Option<&'a str> {
        let line = self.copy.unwrapped(index);
        // Most follow each other as they do in the document: right behind the last, or as far off as it was.
        let shifted = usize::try_from(i64::try_from(first).ok()?.checked_add(self.shifts[index])?).ok();
        let near = (0..3).map(|gap| self.ends[index] + gap).chain(shifted);
        let there = |start: &usize| line.part(*start, length).is_some_and(|text| is(text, sentence));
        let found = near.into_iter().find(there).or_else(|| self.look_everywhere(index, length, &sentence.sha256))?;
        self.shifts[index] = i64::try_from(found).ok()? - i64::try_from(first).ok()?;
        self.ends[index] = found + length;
        line.part(found, length)
    }

    /// Where a text of a length has a hash. The texts of each length are hashed once.
    fn look_everywhere(&mut self, index: usize, length: usize, hash: &Sha256) -> Option<usize> {
        let line = self.copy.unwrapped(index);
        if length == 0 || length >= line.starts.len() {
            return None;
        }
        let (left, wanted) = (&mut self.left, self.wanted.get(&length)?);
        let found = self.found[index].entry(length).or_insert_with(|| {
            let mut places = HashMap::new();
            for start in 0..line.starts.len() - length {
                if !line.is_edge(start) || !line.is_edge(start + length) {
                    continue;
                }
                let Some(text) = line.part(start, length) else { break };
                // A block is hashed even of a short text.
                let Some(rest) = left.checked_sub(text.len() + 64) else { break };
                *left = rest;
                let hash = Sha256::of(text.as_bytes());
                if wanted.contains(&hash) {
                    places.entry(hash).or_insert(start);
                }
            }
            places
        });
        found.get(hash).copied()
    }
}

fn is(text: &str, sentence: &Sentence) -> bool {
    Sha256::of(text.as_bytes()) == sentence.sha256
}

/// A text with `\n` for every line end.
fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// A text as one line, with what is given between two lines and no blanks around it.
fn unwrapped(text: &str, between: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.split('\n').map(|part| part.trim_matches([' ', '\t', '\u{c}'])).filter(|part| !part.is_empty()) {
        if !line.is_empty() {
            line.push_str(between);
        }
        line.push_str(part);
    }
    line
}
