//! A document taken apart, before anything is made of it: data that a reader looks at, joins and splits.

use std::ops::Range;

use super::content::{BlockKind, Comment, Content, LeftOut, Metadata};
use super::sentences::{Boundary, boundaries, language_of};
use crate::briefing::{Locator, Message, Sha256};
use crate::message;

/// The longest sentence, in bytes: what a text of a briefing can hold.
pub(super) const LONGEST: usize = 32 << 10;

/// A document taken apart into paragraphs and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The name of its file; empty for a text that was pasted.
    pub file: String,
    /// What the file says of it; its language is found out where it does not.
    pub metadata: Metadata,
    /// What reviewers wrote in its margin, by paragraphs.
    pub comments: Vec<Comment>,
    /// What of the file is not in it.
    pub left: Vec<LeftOut>,
    /// What a reader should know of it before anything is made of it.
    pub remarks: Vec<Message>,
    /// The name of the encoding of a text that says none, where it is a guess.
    pub guessed: Option<&'static str>,
    paragraphs: Vec<Paragraph>,
}

/// A paragraph with the places at which its sentences end or might.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Paragraph {
    kind: BlockKind,
    text: String,
    boundaries: Vec<Boundary>,
}

/// A sentence of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftSentence<'a> {
    /// Paragraph and sentence.
    pub at: Locator,
    /// First character and the one after the last, counted from the start of the text.
    pub range: [u32; 2],
    /// What it says.
    pub text: &'a str,
    /// What its paragraph is.
    pub kind: BlockKind,
    /// Whether it is doubtful that it ends where it does, or goes on where it might end.
    pub doubtful: bool,
}

/// Where a sentence of a draft stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Paragraph and sentence.
    pub at: Locator,
    /// First character and the one after the last, counted from the start of the text.
    pub range: [u32; 2],
    /// The same in bytes of its paragraph.
    pub bytes: Range<usize>,
    /// What its paragraph is.
    pub kind: BlockKind,
    /// Whether it is doubtful that it ends where it does, or goes on where it might end.
    pub doubtful: bool,
}

impl Draft {
    /// What was read, taken apart.
    pub fn of(content: Content) -> Self {
        let (mut metadata, mut remarks) = (content.metadata, content.remarks);
        let all: Vec<&str> = content.blocks.iter().map(|block| block.text.as_str()).take(200).collect();
        if metadata.language.is_none() {
            metadata.language = language_of(&all.join("\n")).map(str::to_owned);
            remarks.extend(metadata.language.is_none().then(|| message!(document::language_unknown)));
        }
        let language = metadata.language.clone().unwrap_or_else(|| "en".to_owned());
        let paragraphs = content.blocks.into_iter().map(|block| {
            let mut boundaries =
                if block.kind == BlockKind::Heading { Vec::new() } else { boundaries(&block.text, &language) };
            cut(&block.text, &mut boundaries);
            Paragraph { kind: block.kind, text: block.text, boundaries }
        });
        Self {
            file: content.file,
            metadata,
            comments: content.comments,
            left: content.left,
            remarks,
            guessed: content.guessed,
            paragraphs: paragraphs.collect(),
        }
    }

    /// The whole text, a paragraph a line: what the ranges of its sentences count in.
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// SHA-256 of the whole text.
    pub fn sha256(&self) -> Sha256 {
        Sha256::of(self.text().as_bytes())
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> Vec<DraftSentence<'_>> {
        let spans = self.spans().into_iter();
        let told = spans.map(|span| {
            let Span { at, range, ref bytes, kind, doubtful } = span;
            let text = self.paragraph_text(at.paragraph).get(bytes.clone()).unwrap_or_default();
            DraftSentence { at, range, text, kind, doubtful }
        });
        told.collect()
    }

    /// Where its sentences stand, in order.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut first = 0_u32;
        for (number, paragraph) in (1..=u16::MAX).zip(&self.paragraphs) {
            let (mut start, mut from, mut sentence, mut doubtful) = (0, first, 1_u16, false);
            let last = Boundary { at: paragraph.text.len(), ends: true, doubtful: false };
            for boundary in paragraph.boundaries.iter().chain([&last]) {
                doubtful |= boundary.doubtful;
                if !boundary.ends {
                    continue;
                }
                let whole = paragraph.text.get(start..boundary.at).unwrap_or_default();
                let text = whole.trim_end();
                let at = Locator { paragraph: number, sentence };
                let (range, bytes) = ([from, from + count(text)], start..start + text.len());
                spans.push(Span { at, range, bytes, kind: paragraph.kind, doubtful });
                from += count(whole);
                (start, doubtful) = (boundary.at, false);
                sentence = sentence.saturating_add(1);
            }
            first += count(&paragraph.text) + 1;
        }
        spans
    }

    /// What a paragraph says, by its number from one.
    pub fn paragraph_text(&self, number: u16) -> &str {
        let paragraph = usize::from(number).checked_sub(1).and_then(|at| self.paragraphs.get(at));
        paragraph.map_or("", |paragraph| paragraph.text.as_str())
    }

    /// The places of a paragraph at which its sentences end or might, in order.
    pub fn boundaries(&self, number: u16) -> &[Boundary] {
        let paragraph = usize::from(number).checked_sub(1).and_then(|at| self.paragraphs.get(at));
        paragraph.map_or(&[], |paragraph| paragraph.boundaries.as_slice())
    }

    /// Puts another boundary, or none, at a place of a paragraph. Returns what was there.
    pub(super) fn set_boundary(&mut self, number: u16, at: usize, to: Option<Boundary>) -> Option<Boundary> {
        let boundaries = &mut self.paragraphs.get_mut(usize::from(number).checked_sub(1)?)?.boundaries;
        let place = boundaries.partition_point(|boundary| boundary.at < at);
        let before = boundaries.get(place).copied().filter(|boundary| boundary.at == at);
        if before.is_some() {
            boundaries.remove(place);
        }
        if let Some(to) = to {
            boundaries.insert(place, to);
        }
        before
    }

    /// Whether reviewers wrote anything in its margin.
    pub fn is_commented(&self) -> bool {
        self.comments.iter().any(|comment| !comment.text.trim().is_empty())
    }

    /// The sentence that stands at a place in a paragraph, in bytes; paragraphs are counted from nought.
    pub fn sentence_at(&self, paragraph: usize, place: usize) -> Option<Locator> {
        let before =
            self.paragraphs.get(paragraph)?.boundaries.iter().filter(|one| one.ends && one.at <= place).count();
        let number = |from_nought: usize| u16::try_from(from_nought + 1).ok();
        Some(Locator { paragraph: number(paragraph)?, sentence: number(before)? })
    }

    /// Joins a sentence to the one before it in its paragraph; false where there is none.
    pub fn join(&mut self, at: Locator) -> bool {
        let Some(paragraph) = self.paragraph(at) else { return false };
        let Some(before) = usize::from(at.sentence).checked_sub(2) else { return false };
        match paragraph.boundaries.iter_mut().filter(|boundary| boundary.ends).nth(before) {
            Some(boundary) => {
                *boundary = Boundary { at: boundary.at, ends: false, doubtful: false };
                true
            }
            None => false,
        }
    }

    /// Splits a sentence before one of its characters, counted from nought; false where it has no such place within it.
    pub fn split(&mut self, at: Locator, character: usize) -> bool {
        let Some(Span { bytes, .. }) = self.spans().into_iter().find(|span| span.at == at) else { return false };
        let text = self.paragraph_text(at.paragraph).get(bytes.clone()).unwrap_or_default();
        let Some((offset, _)) = text.char_indices().nth(character).filter(|(offset, _)| *offset > 0) else {
            return false;
        };
        let place = bytes.start + offset;
        // What a blank stands before begins behind it.
        let rest = self.paragraph_text(at.paragraph).get(place..).unwrap_or_default();
        let place = place + rest.len() - rest.trim_start().len();
        self.set_boundary(at.paragraph, place, Some(Boundary { at: place, ends: true, doubtful: false }));
        true
    }

    fn paragraph(&mut self, at: Locator) -> Option<&mut Paragraph> {
        self.paragraphs.get_mut(usize::from(at.paragraph).checked_sub(1)?)
    }
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// Cuts what is longer than any sentence, at a blank where there is one.
fn cut(text: &str, boundaries: &mut Vec<Boundary>) {
    let mut start = 0;
    let ends: Vec<usize> = boundaries.iter().filter(|one| one.ends).map(|one| one.at).chain([text.len()]).collect();
    for end in ends {
        while end - start > LONGEST {
            let most = (start + 1..=start + LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end);
            let blank = text.get(start..most).and_then(|part| part.rfind(' ')).map(|at| start + at + 1);
            let at = blank.filter(|at| *at > start).unwrap_or(most);
            if at >= end {
                break;
            }
            boundaries.push(Boundary { at, ends: true, doubtful: true });
            start = at;
        }
        start = end;
    }
    boundaries.sort_by_key(|boundary| (boundary.at, !boundary.ends));
    boundaries.dedup_by_key(|boundary| boundary.at);
}

#[cfg(test)]
mod tests;
