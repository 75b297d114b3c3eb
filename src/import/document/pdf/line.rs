//! Letters of a page as lines of text: which stand on one line, where a blank is between them though none was drawn, and
//! in which order they are read.

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::UnicodeNormalization as _;

use super::direction::{logical, mirrored};
use super::glyph::Glyph;
use super::initial::with_initials;

/// Before and behind what stands above the line, such as the number of a footnote.
pub(super) const RAISED: char = '\u{1}';
pub(super) const LOWERED: char = '\u{2}';

/// A stretch of a line of text without a wide gap in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its page, from nought.
    pub page: usize,
    /// Its place in points from the left and from below.
    pub left: f64,
    pub right: f64,
    pub base: f64,
    /// The size of most of it, and that of its first words.
    pub size: f64,
    pub lead: f64,
    /// Whether it begins with a number or a sign that stands apart, as an item of a list does.
    pub labelled: bool,
    /// Whether all of it is bold.
    pub bold: bool,
    pub text: String,
}

impl Line {
    pub fn top(&self) -> f64 {
        self.base + 0.75 * self.size
    }

    pub fn bottom(&self) -> f64 {
        self.base - 0.25 * self.size
    }

    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// Letters that were drawn one beside the other.
pub(super) struct Chunk {
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
    raised: bool,
    pub glyphs: Vec<Glyph>,
}

/// Letters further apart than this part of their size have a blank between them.
const BLANK: f64 = 0.17;
/// The same for letters that stand apart by themselves.
const WIDE_BLANK: f64 = 0.7;
/// A row of more stretches is none of text.
const LONGEST_ROW: usize = 500;
/// Further apart than this they are no one line.
const GAP: f64 = 0.9;

/// The lines of some letters, from above and from the left.
pub(super) fn lines(glyphs: Vec<Glyph>, page: usize) -> Vec<Line> {
    let mut rows = rows(with_initials(chunks(with_marks(glyphs))));
    raise(&mut rows);
    let drawn: Vec<(Line, Vec<String>)> = rows.into_iter().flat_map(stretches).collect();
    let mirrored = mirrored(drawn.iter().map(|(_, units)| units.as_slice()));
    let lines = drawn.into_iter().map(|(line, units)| {
        let text = logical(&units, mirrored).trim().to_owned();
        Line { page, text, ..line }
    });
    lines.filter(|line| !line.text.trim().is_empty()).collect()
}

/// Letters with the marks above and below them, which are drawn before or after: they belong behind their letter.
fn with_marks(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let is_mark =
        |glyph: &Glyph| !glyph.letters.is_empty() && glyph.letters.chars().all(|c| bidi_class(c) == BidiClass::NSM);
    let marks: Vec<usize> = (0..glyphs.len()).filter(|at| glyphs.get(*at).is_some_and(is_mark)).collect();
    for at in marks {
        let Some(mark) = glyphs.get(at).cloned() else { continue };
        let middle = f64::midpoint(mark.left, mark.right);
        let off = |other: usize| {
            let letter = glyphs.get(other).filter(|letter| !is_mark(letter) && !letter.letters.trim().is_empty())?;
            let slack = 0.1 * letter.size;
            let under = (letter.left - slack..=letter.right + slack).contains(&middle);
            let near = (letter.base - mark.base).abs() < letter.size;
            (under && near).then(|| (f64::midpoint(letter.left, letter.right) - middle).abs())
        };
        let near = at.saturating_sub(3)..at + 4;
        let best = near.filter_map(|other| Some((other, off(other)?))).min_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((letter, _)) = best {
            if let Some(letter) = glyphs.get_mut(letter) {
                letter.letters.push_str(&mark.letters);
            }
            if let Some(mark) = glyphs.get_mut(at) {
                mark.letters.clear();
                mark.turned = true;
            }
        }
    }
    glyphs.retain(|glyph| !glyph.turned);
    glyphs
}

fn chunks(glyphs: Vec<Glyph>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for glyph in glyphs {
        let joins = chunks.last().is_some_and(|chunk| {
            let gap = glyph.left - chunk.right;
            let alike = (glyph.size - chunk.size).abs() <= 0.05 * chunk.size;
            alike
                && (glyph.base - chunk.base).abs() <= 0.05 * chunk.size
                && gap > -0.6 * chunk.size
                && gap < GAP * chunk.size
        });
        if let Some(chunk) = chunks.last_mut().filter(|_| joins) {
            chunk.right = chunk.right.max(glyph.right);
            chunk.glyphs.push(glyph);
        } else {
            let Glyph { left, right, base, size, .. } = glyph;
            chunks.push(Chunk { left, right, base, size, raised: false, glyphs: vec![glyph] });
        }
    }
    // What has nothing but blanks in it parts nothing.
    chunks.retain(|chunk| chunk.glyphs.iter().any(|glyph| !glyph.letters.trim().is_empty()));
    chunks
}

/// Chunks by the line that they stand on, from above.
fn rows(mut chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    chunks.sort_by(|one, other| other.base.total_cmp(&one.base).then(one.left.total_cmp(&other.left)));
    let mut rows: Vec<Vec<Chunk>> = Vec::new();
    for chunk in chunks {
        let stands = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| (first.base - chunk.base).abs() <= 0.2 * first.size.min(chunk.size).max(1.0));
        match rows.last_mut().filter(|_| stands) {
            Some(row) => row.push(chunk),
            None => rows.push(vec![chunk]),
        }
    }
    rows
}

/// Puts what is small and stands right beside a letter of a line a little above or below it on that line.
fn raise(rows: &mut Vec<Vec<Chunk>>) {
    for at in 0..rows.len() {
        let Some(row) = rows.get_mut(at).map(std::mem::take) else { continue };
        let mut stay = Vec::new();
        for mut chunk in row {
            let beside = |other: &Chunk| {
                let near = (other.base - chunk.base).abs() <= 0.7 * other.size;
                let gap = if chunk.left >= other.left { chunk.left - other.right } else { other.left - chunk.right };
                near && chunk.size <= 0.8 * other.size && gap < 0.35 * other.size && gap > -0.5 * other.size
            };
            let from = at.saturating_sub(2);
            let found = (from..(at + 3).min(rows.len())).find(|place| {
                *place != at && rows.get(*place).is_some_and(|row| row.len() <= LONGEST_ROW && row.iter().any(beside))
            });
            match found.and_then(|place| rows.get_mut(place)) {
                Some(row) => {
                    chunk.raised = row.first().is_some_and(|first| chunk.base > first.base);
                    row.push(chunk);
                }
                None => stay.push(chunk),
            }
        }
        if let Some(row) = rows.get_mut(at) {
            *row = stay;
        }
    }
    rows.retain(|row| !row.is_empty());
}

/// The stretches of a row between wide gaps, from the left.
fn stretches(mut row: Vec<Chunk>) -> Vec<(Line, Vec<String>)> {
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut lines = Vec::new();
    let mut here: Vec<Chunk> = Vec::new();
    let mut right = f64::NEG_INFINITY;
    for chunk in row {
        // The same drawn again a little aside is how some draw what is bold.
        let again = here.iter().rev().take(3).any(|own| {
            (own.left - chunk.left).abs() < 0.12 * chunk.size
                && (own.right - chunk.right).abs() < 0.12 * chunk.size
                && own.glyphs.iter().map(|glyph| &glyph.letters).eq(chunk.glyphs.iter().map(|glyph| &glyph.letters))
        });
        if again {
            continue;
        }
        if chunk.left - right > GAP * chunk.size && !here.is_empty() {
            lines.push(line(std::mem::take(&mut here)));
            right = f64::NEG_INFINITY;
        }
        right = right.max(chunk.right);
        here.push(chunk);
    }
    if !here.is_empty() {
        lines.push(line(here));
    }
    lines
}

/// A line without its text, and the letters of that as they are seen from the left.
fn line(chunks: Vec<Chunk>) -> (Line, Vec<String>) {
    let base = chunks.iter().max_by(|one, other| one.size.total_cmp(&other.size)).map_or(0.0, |chunk| chunk.base);
    let left = chunks.iter().map(|chunk| chunk.left).fold(f64::INFINITY, f64::min);
    let right = chunks.iter().map(|chunk| chunk.right).fold(f64::NEG_INFINITY, f64::max);
    let size = most(&chunks);
    let lead = chunks.first().filter(|first| first.glyphs.len() > 2).map_or(size, |first| first.size);
    let seen = |glyph: &&Glyph| !glyph.letters.trim().is_empty();
    let bold = chunks.iter().flat_map(|chunk| &chunk.glyphs).filter(seen).all(|glyph| glyph.bold);
    let mut units: Vec<String> = Vec::new();
    let mut before: Option<(f64, bool)> = None;
    for chunk in chunks {
        let is_mark = chunk.raised;
        if is_mark {
            units.push(RAISED.to_string());
        }
        for (number, glyph) in chunk.glyphs.into_iter().enumerate() {
            let letters = plain(&glyph.letters);
            let spaced = units.last().is_none_or(|last| last.ends_with(char::is_whitespace));
            let apart = letters.chars().next().is_some_and(is_wide);
            if let Some((right, was_wide)) = before
                && !spaced
                && !letters.starts_with(char::is_whitespace)
                && !(is_mark && number == 0)
                && glyph.left - right > if apart && was_wide { WIDE_BLANK } else { BLANK } * glyph.size
            {
                units.push(" ".to_owned());
            }
            if !letters.is_empty() {
                before = Some((glyph.right.max(before.map_or(glyph.right, |(right, _)| right)), apart));
                units.push(letters);
            }
        }
        if is_mark {
            units.push(LOWERED.to_string());
        }
    }
    let text = String::new();
    (Line { page: 0, left, right, base, size, lead, labelled: false, bold, text }, units)
}

/// The size of most letters.
fn most(chunks: &[Chunk]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = chunks.iter().map(|chunk| (chunk.size, chunk.glyphs.len())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, count)| {
        seen += count;
        seen > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

/// Letters without what is only a shape of them: ligatures and forms of Arabic; nothing for what is none.
fn plain(letters: &str) -> String {
    let is_shape = |c: char| matches!(c, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{2e80}'..='\u{2fdf}');
    let mut plain = String::with_capacity(letters.len());
    for letter in letters.chars().take(64) {
        if is_shape(letter) {
            plain.extend([letter].into_iter().nfkc());
        } else if letter.is_whitespace() {
            plain.push(if letter == '\u{a0}' { letter } else { ' ' });
        } else if !letter.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&letter) {
            plain.push(letter);
        }
    }
    plain
}

/// Whether a letter stands without blanks beside its neighbours.
pub(super) const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}
