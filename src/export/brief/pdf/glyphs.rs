//! What stands on a line: glyphs of one face, size and tone, each with the characters that it stands for.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::Cluster;
use unicode_normalization::UnicodeNormalization as _;

use crate::briefing::visible::{acts, is_isolate};
use crate::export::brief::document::{Link, Span, Text, Tone};

/// Glyphs of one face, size and tone.
#[derive(Clone, Debug)]
pub struct Glyphs {
    /// The face, as an index into [`Setter::font`](super::setting::Setter::font).
    pub face: usize,
    /// The size in points.
    pub size: f32,
    /// The tone, which decides the colour.
    pub tone: Tone,
    /// Where they begin.
    pub left: f32,
    /// How wide they are.
    pub width: f32,
    /// The glyphs, with advances in parts of the size.
    pub shapes: Vec<KrillaGlyph>,
    /// The characters they stand for.
    pub text: String,
    /// Where they lead.
    pub link: Option<Link>,
}

/// A character as it is set and as it is written.
#[derive(Clone, Copy)]
pub struct Character {
    /// What is set.
    pub shown: char,
    /// What it stands for.
    pub written: char,
    /// The span that it is of, by its number.
    pub span: u32,
}

impl Glyphs {
    /// Adds a cluster and returns how wide it is.
    pub fn push(&mut self, cluster: &Cluster<'_, u32>, written: &Written<'_>) -> f32 {
        let start = self.text.len();
        written.push(cluster.text_range(), &mut self.text);
        if cluster.is_ligature_continuation() {
            // The glyph of the ligature stands for this one's characters as well.
            if let Some(glyph) = self.shapes.last_mut() {
                glyph.text_range.end = self.text.len();
            }
            return 0.0;
        }
        let mut width = 0.0;
        let parts = self.parted(start, cluster.glyphs().count());
        for (glyph, range) in cluster.glyphs().zip(parts) {
            let [advance, x, y] = [glyph.advance, glyph.x, glyph.y].map(|length| length / self.size);
            self.shapes.push(KrillaGlyph::new(GlyphId::new(glyph.id), advance, x, y, 0.0, range, None));
            width += glyph.advance;
        }
        self.width += width;
        width
    }

    /// A part of the text from `start` on for each of so many glyphs: an accessible PDF wants one of each, and a letter
    /// may be drawn as another with its marks. Such a letter is written as these, which Unicode holds to be the same;
    /// where there are still too few, a joiner that nobody sees stands for the rest.
    fn parted(&mut self, start: usize, glyphs: usize) -> Vec<Range<usize>> {
        /// The combining grapheme joiner.
        const JOINER: char = '\u{34f}';
        if glyphs < 2 {
            return vec![start..self.text.len(); glyphs];
        }
        let mut letters: Vec<char> = self.text[start..].chars().collect();
        if letters.len() < glyphs {
            letters = letters.into_iter().nfd().collect();
        }
        letters.resize(letters.len().max(glyphs), JOINER);
        self.text.truncate(start);
        // What is left over belongs to the last.
        let mut parts = Vec::with_capacity(glyphs);
        for (number, letter) in letters.into_iter().enumerate() {
            let from = self.text.len();
            self.text.push(letter);
            match parts.last_mut() {
                Some(Range { end, .. }) if number >= glyphs => *end = self.text.len(),
                _ => parts.push(from..self.text.len()),
            }
        }
        parts
    }
}

/// The characters as they are written, found by where they are shown.
pub struct Written<'a> {
    characters: &'a [Character],
    /// Where each is shown.
    starts: Vec<usize>,
}

impl<'a> Written<'a> {
    /// Finds them.
    pub fn new(characters: &'a [Character]) -> Self {
        let mut at = 0;
        let start = |character: &Character| {
            let start = at;
            at += character.shown.len_utf8();
            start
        };
        Self { characters, starts: characters.iter().map(start).collect() }
    }

    fn push(&self, shown: Range<usize>, text: &mut String) {
        let first = self.starts.partition_point(|start| *start < shown.start);
        let end = self.starts.partition_point(|start| *start < shown.end);
        text.extend(self.characters.get(first..end).unwrap_or_default().iter().map(|character| character.written));
    }
}

/// The characters of a text. Those that act on others are shown as what they are, as everywhere; those that are no
/// characters are too.
pub fn characters(text: &Text) -> Vec<Character> {
    let mut characters = Vec::new();
    for (span, index) in text.spans.iter().zip(0_u32..) {
        let mut push = |shown: char| characters.push(Character { shown, written: shown, span: index });
        match span {
            Span::Mark(_) => {}
            Span::Break => push('\n'),
            Span::Words { words, .. } => {
                for character in words.chars() {
                    match character {
                        '\n' | '\r' | '\t' => push(' '),
                        _ if acts(character) && !is_isolate(character) || u32::from(character) & 0xfffe == 0xfffe => {
                            format!("[U+{:04X}]", u32::from(character)).chars().for_each(&mut push);
                        }
                        _ => push(character),
                    }
                }
            }
        }
    }
    characters
}
