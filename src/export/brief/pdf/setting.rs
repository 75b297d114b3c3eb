//! Setting text: from words in their tones to lines of glyphs, broken to a width.
//!
//! Parley shapes and breaks; what it makes is at once reduced to what a page needs, so that a brief of any length holds
//! no more than its lines. A character that no face has is set as [`MISSING`], visibly, and is still the
//! character itself to whoever copies the text or hears it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use krilla::text::Font;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty, TextWrapMode};
use parley::{FontContext, InlineBox, InlineBoxKind, Layout, LayoutContext, PositionedLayoutItem, Run};

use super::glyphs::{Character, Glyphs, Written, characters};
use super::sizes::{CITATION, Size};
use super::stretches::stretches;
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Span, Text, Tone};
use crate::export::fonts;
use crate::export::leaf::Face;
use crate::export::unparted::unparted;

/// What stands for a character that no face has.
const MISSING: char = '\u{fffd}';

/// The height of capitals and the depth of descenders of IBM Plex, in parts of the size.
const ASCENT: f32 = 1.025;
const DESCENT: f32 = 0.275;

/// How much smaller words are that stand beside a heading or a large figure.
const BESIDE: f32 = 0.72;

/// A line of text.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// From its start to the end of its last word.
    pub width: f32,
    /// What stands on it.
    pub pieces: Vec<Piece>,
}

/// What stands on a line.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Glyphs of one face, size and tone.
    Glyphs(Glyphs),
    /// A mark, with the place of its left edge.
    Mark(Mark, f32),
}

/// Sets text in the bundled faces, and in those of the system where these lack a character.
pub struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<u32>,
    layout: Layout<u32>,
    /// The faces, as the file of pages has them, and where they are from.
    faces: Vec<(Face, Font)>,
    /// The families of the system's faces.
    families: Vec<String>,
    /// Characters that no face has, each once.
    missing: std::collections::BTreeSet<char>,
}

impl Setter {
    /// Reads the faces. None where one of them cannot be read.
    pub fn new() -> Option<Self> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut faces = Vec::new();
        for (bytes, family, weight) in [
            (fonts::SANS, fonts::SANS_FAMILY, FontWeight::NORMAL),
            (fonts::SANS_SEMIBOLD, fonts::SANS_FAMILY, FontWeight::SEMI_BOLD),
            (fonts::MONO, fonts::MONO_FAMILY, FontWeight::NORMAL),
            (fonts::CHINESE, fonts::CHINESE_FAMILY, FontWeight::NORMAL),
            (fonts::ARABIC, fonts::ARABIC_FAMILY, FontWeight::NORMAL),
        ] {
            let blob = Blob::new(Arc::new(bytes));
            faces.push((Face { file: blob.clone(), index: 0 }, Font::new(bytes.into(), 0)?));
            let named =
                FontInfoOverride { family_name: Some(family), weight: Some(weight), ..FontInfoOverride::default() };
            collection.register_fonts(blob, Some(named));
        }
        // Not what is there by default, which would ask the system for all it has.
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        let (layouts, layout) = (LayoutContext::new(), Layout::new());
        let (families, missing) = (Vec::new(), std::collections::BTreeSet::new());
        Some(Self { fonts, layouts, layout, faces, families, missing })
    }

    /// A face by its index.
    pub fn font(&self, face: usize) -> Option<&Font> {
        self.faces.get(face).map(|(_, font)| font)
    }

    /// Where the faces are from, in the order of their indices.
    pub fn faces(&self) -> Vec<Face> {
        self.faces.iter().map(|(face, _)| face.clone()).collect()
    }

    /// The characters that were asked for and that no face has.
    pub const fn missing(&self) -> &std::collections::BTreeSet<char> {
        &self.missing
    }

    /// Sets a text to a width.
    pub fn set(&mut self, text: &Text, size: Size, width: f32) -> Vec<Line> {
        stretches(text).iter().flat_map(|stretch| self.set_stretch(stretch, size, width)).collect()
    }

    fn set_stretch(&mut self, text: &Text, size: Size, width: f32) -> Vec<Line> {
        let mut characters = characters(text);
        loop {
            let shown: String = characters.iter().map(|character| character.shown).collect();
            self.break_lines(&shown, &characters, text, size, width);
            let holes = self.holes();
            if holes.is_empty() {
                break;
            }
            // A face is chosen for a whole cluster, so replacing one character may leave another without a face. Where
            // the hole itself is replaced already, whatever of the text is not plain goes too.
            if !self.fill(&mut characters, |at| holes.iter().any(|hole| hole.start < at.end && at.start < hole.end))
                && !self.fill(&mut characters, |_| true)
            {
                break;
            }
        }
        self.lines(&characters, text)
    }

    /// Puts [`MISSING`] in place of what is not plain and stands in a hole. Returns whether there was anything.
    fn fill(&mut self, characters: &mut [Character], is_hole: impl Fn(Range<usize>) -> bool) -> bool {
        let (mut at, mut filled) = (0, false);
        for character in characters {
            let next = at + character.shown.len_utf8();
            if character.shown != MISSING && !character.shown.is_ascii() && is_hole(at..next) {
                self.missing.insert(character.written);
                character.shown = MISSING;
                filled = true;
            }
            at = next;
        }
        filled
    }

    /// The width of the longest stretch of a text that should not be broken.
    pub fn longest(&mut self, text: &Text, size: Size) -> f32 {
        let longest = |stretch: &Cow<'_, Text>| {
            let characters = characters(stretch);
            let shown: String = characters.iter().map(|character| character.shown).collect();
            self.break_lines(&shown, &characters, stretch, size, f32::MAX);
            self.layout.calculate_content_widths().min
        };
        stretches(text).iter().map(longest).fold(0.0, f32::max)
    }

    fn break_lines(&mut self, shown: &str, characters: &[Character], text: &Text, size: Size, width: f32) {
        self.take_faces(shown);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, shown, 1.0, false);
        builder.push_default(family(fonts::SANS_FAMILY, &self.families));
        builder.push_default(StyleProperty::FontSize(size.points));
        builder.push_default(StyleProperty::LetterSpacing(size.tracking));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(size.line)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        let mut at = 0;
        let mut rest = characters;
        for (span, index) in text.spans.iter().zip(0_u32..) {
            let length = rest.iter().take_while(|character| character.span == index).count();
            let (own, others) = rest.split_at(length);
            rest = others;
            let range = at..at + own.iter().map(|character| character.shown.len_utf8()).sum::<usize>();
            match span {
                Span::Words { tone, .. } if !range.is_empty() => {
                    builder.push(StyleProperty::Brush(index), range.clone());
                    match tone {
                        Tone::Citation => {
                            builder.push(StyleProperty::FontSize(size.citation), range.clone());
                        }
                        Tone::Code => {
                            builder.push(family(fonts::MONO_FAMILY, &self.families), range.clone());
                            builder.push(StyleProperty::FontSize(size.points * CITATION), range.clone());
                        }
                        Tone::Quiet if size.strong => {
                            builder.push(StyleProperty::FontSize(size.points * BESIDE), range.clone());
                        }
                        _ => {}
                    }
                    if *tone == Tone::Strong || size.strong && *tone != Tone::Quiet {
                        builder.push(StyleProperty::FontWeight(FontWeight::SEMI_BOLD), range.clone());
                    }
                }
                Span::Mark(_) => builder.push_inline_box(InlineBox {
                    id: u64::from(index),
                    kind: InlineBoxKind::InFlow,
                    index: at,
                    width: size.points,
                    height: size.points * 0.8,
                }),
                Span::Words { .. } | Span::Break => {}
            }
            at = range.end;
        }
        for range in unparted(shown) {
            builder.push(StyleProperty::TextWrapMode(TextWrapMode::NoWrap), range);
        }
        builder.build_into(&mut self.layout, shown);
        self.layout.break_all_lines(Some(width.max(size.points)));
    }

    /// Takes in the faces of the system that a text needs.
    fn take_faces(&mut self, text: &str) {
        for face in fonts::system::faces(text) {
            if self.families.contains(&face.name) {
                continue;
            }
            let named = FontInfoOverride { family_name: Some(&face.name), ..FontInfoOverride::default() };
            let file = face.blob.clone().into_raw_parts().0;
            for (_, fonts) in self.fonts.collection.register_fonts(face.blob.clone(), Some(named)) {
                let read = |index: u32| {
                    Some((Face { file: face.blob.clone(), index }, Font::new(Arc::clone(&file).into(), index)?))
                };
                self.faces.extend(fonts.iter().filter_map(|font| read(font.index())));
            }
            self.families.push(face.name.clone());
        }
    }

    /// The places of glyphs that are none.
    fn holes(&self) -> Vec<Range<usize>> {
        let mut holes = Vec::new();
        for line in self.layout.lines() {
            for run in line.runs() {
                let mut hollow = false;
                for cluster in run.visual_clusters().filter(|cluster| !cluster.is_hard_line_break()) {
                    // What has no glyph of its own belongs to the one before it.
                    hollow = if cluster.is_ligature_continuation() {
                        hollow
                    } else {
                        cluster.glyphs().any(|glyph| glyph.id == 0)
                    };
                    holes.extend(hollow.then(|| cluster.text_range()));
                }
            }
        }
        holes
    }

    fn lines(&self, characters: &[Character], text: &Text) -> Vec<Line> {
        let written = Written::new(characters);
        let mut lines = Vec::new();
        for line in self.layout.lines() {
            let metrics = line.metrics();
            let mut set = Line { width: metrics.advance - metrics.trailing_whitespace, pieces: Vec::new() };
            let mut done = None;
            for item in line.items() {
                match item {
                    PositionedLayoutItem::GlyphRun(run) if done != Some(run.run().index()) => {
                        // One run may come in several parts, one for each style; it is set when its first part comes.
                        done = Some(run.run().index());
                        self.run(run.run(), run.offset(), &written, text, &mut set.pieces);
                    }
                    PositionedLayoutItem::GlyphRun(_) => {}
                    PositionedLayoutItem::InlineBox(place) => {
                        if let Some(Span::Mark(mark)) = text.spans.get(place.id as usize) {
                            set.pieces.push(Piece::Mark(*mark, place.x));
                        }
                    }
                }
            }
            lines.push(set);
        }
        lines
    }

    fn run(&self, run: &Run<'_, u32>, left: f32, written: &Written<'_>, text: &Text, pieces: &mut Vec<Piece>) {
        let (id, index) = (run.font().data.id(), run.font().index);
        let is_it = |(face, _): &(Face, Font)| (face.file.id(), face.index) == (id, index);
        let Some(face) = self.faces.iter().position(is_it) else { return };
        let size = run.font_size();
        let mut at = left;
        let mut set: Option<(u32, Glyphs)> = None;
        for cluster in run.visual_clusters() {
            if cluster.is_hard_line_break() {
                continue;
            }
            let span = cluster.first_style().brush;
            if set.as_ref().is_some_and(|(of, _)| *of != span) {
                pieces.extend(set.take().map(|(_, glyphs)| Piece::Glyphs(glyphs)));
            }
            let (tone, link) = match text.spans.get(span as usize) {
                Some(Span::Words { tone, link, .. }) => (*tone, link),
                _ => (Tone::Plain, &None),
            };
            let (_, glyphs) = set.get_or_insert_with(|| {
                let (link, text) = (link.clone(), String::new());
                (span, Glyphs { face, size, tone, left: at, width: 0.0, shapes: Vec::new(), text, link })
            });
            at += glyphs.push(&cluster, written);
        }
        pieces.extend(set.map(|(_, glyphs)| Piece::Glyphs(glyphs)));
    }
}

/// The place of the baseline of a line, from its top.
pub fn baseline(size: Size) -> f32 {
    let height = (ASCENT + DESCENT) * size.points;
    (size.line - height) / 2.0 + ASCENT * size.points
}

/// A family, and after it those that have what it lacks.
fn family(first: &'static str, others: &[String]) -> StyleProperty<'static, u32> {
    let bundled = [first, fonts::SANS_FAMILY, fonts::CHINESE_FAMILY, fonts::ARABIC_FAMILY].map(Cow::Borrowed);
    let names = bundled.into_iter().chain(others.iter().cloned().map(Cow::Owned)).map(FontFamilyName::Named);
    StyleProperty::FontFamily(FontFamily::List(Cow::Owned(names.collect())))
}

#[cfg(test)]
mod tests {
    use super::{Piece, Setter};
    use crate::export::brief::document::{Text, Tone};
    use crate::export::brief::pdf::sizes::BODY;

    #[test]
    fn no_line_parts_a_number_from_its_groups_or_its_unit() {
        let mut setter = Setter::new().expect("the bundled faces can be read");
        let text = Text::plain("Dues from 39\u{a0}623\u{a0}456\u{a0}789 to ")
            .and(Tone::Strong, "48\u{a0}746\u{a0}913")
            .and(Tone::Quiet, "\u{a0}crore are 12.5\u{a0}% more");
        for width in 95_u8..240 {
            let lines = setter.set(&text, BODY, width.into());
            assert!(lines.len() > 1, "{width}");
            for line in lines {
                let glyphs = line.pieces.iter().filter_map(|piece| match piece {
                    Piece::Glyphs(glyphs) => Some(glyphs.text.as_str()),
                    Piece::Mark(..) => None,
                });
                let read: String = glyphs.collect();
                let read = read.trim_end_matches(' ');
                assert!(!read.ends_with('\u{a0}') && !read.starts_with('\u{a0}'), "{width}: {read}");
            }
        }
    }

    #[test]
    fn a_paragraph_of_thousands_of_names_is_set_whole_and_each_in_its_tone() {
        let mut setter = Setter::new().expect("the bundled faces can be read");
        let mut text = Text::plain("");
        for number in 0..35_000 {
            text = text.and(Tone::Plain, format!("n{number} ")).and(Tone::Citation, "¶8 ");
        }
        let mut read = String::new();
        for line in setter.set(&text, BODY, 400.0) {
            for piece in line.pieces {
                let Piece::Glyphs(glyphs) = piece else { continue };
                assert_eq!(glyphs.tone == Tone::Citation, glyphs.text.starts_with('¶'), "{}", glyphs.text);
                read.push_str(&glyphs.text);
            }
        }
        let written: Vec<String> = (0..35_000).map(|number| format!("n{number} ¶8 ")).collect();
        assert!(read == written.concat(), "all of it is there");
    }
}
