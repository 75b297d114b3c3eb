//! A page that is being drawn: into the file, and noted as it is drawn where it is to be looked at as well.

use std::sync::Arc;

use krilla::geom::{PathBuilder, Point, Rect, Size as Extent, Transform};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{Group, Node, Options, Tree};

use super::glyphs::Glyphs;
use super::marks::{self, color_of};
use super::setting::{Line, Piece, Setter, baseline};
use super::sizes::Size;
use crate::drawing::palette::PRINT;
use crate::drawing::{Area, Ink, Shapes};
use crate::export::brief::document::{Picture, Tone};
use crate::export::fonts::{self, system};
use crate::export::leaf::{Leaf, Letters, Pasted, Trace};
use crate::words::direction::turns;

/// The side of a mark in parts of the size of the text beside it, and how far it stands above the baseline.
const MARK: f32 = 0.88;
const RISE: f32 = 0.79;

/// A page that is being drawn.
pub struct Sheet<'a, 'p> {
    surface: &'a mut Surface<'p>,
    /// What was drawn, where that is asked for.
    leaf: Option<Leaf>,
}

impl<'a, 'p> Sheet<'a, 'p> {
    /// An empty one; `noted`, where what is drawn is to be looked at.
    pub fn new(surface: &'a mut Surface<'p>, noted: bool) -> Self {
        Self { surface, leaf: noted.then(Leaf::default) }
    }

    /// What was drawn, where it was noted.
    pub fn finish(self) -> Option<Leaf> {
        self.leaf
    }

    fn note(&mut self, trace: impl FnOnce() -> Trace) {
        if let Some(leaf) = &mut self.leaf {
            leaf.traces.push(trace());
        }
    }

    /// Draws what is part of the structure.
    pub fn tagged(&mut self, tag: ContentTag<'_>, draw: impl FnOnce(&mut Self)) -> Identifier {
        let content = self.surface.start_tagged(tag);
        draw(self);
        self.surface.end_tagged();
        content
    }

    /// Draws what is no part of the text.
    pub fn adorn(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.tagged(ContentTag::Artifact(Artifact::with_kind(kind)), draw);
    }

    /// Draws a line of text with its top left at a place.
    pub fn line(&mut self, setter: &Setter, line: &Line, size: Size, at: (f32, f32)) {
        for piece in &line.pieces {
            self.piece(setter, piece, size, at);
        }
    }

    /// Draws a piece of a line.
    pub fn piece(&mut self, setter: &Setter, piece: &Piece, size: Size, (left, top): (f32, f32)) {
        let base = top + baseline(size);
        match piece {
            Piece::Mark(mark, at) => {
                let points = size.points;
                let shapes = mark.shapes([MARK * points / 2.0; 2], MARK * points);
                self.shapes((left + at, base - RISE * points), &shapes);
            }
            Piece::Glyphs(glyphs) => {
                self.letters(setter, glyphs, ink_of(glyphs.tone, size), [left + glyphs.left, base]);
            }
        }
    }

    fn letters(&mut self, setter: &Setter, glyphs: &Glyphs, ink: Ink, at: [f32; 2]) {
        let Some(font) = setter.font(glyphs.face) else { return };
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: color_of(PRINT.of(ink)).into(), ..Fill::default() }));
        let start = Point::from_xy(at[0], at[1]);
        self.surface.draw_glyphs(start, &glyphs.shapes, font.clone(), &glyphs.text, glyphs.size, false);
        self.note(|| {
            let (mut right, size) = (0.0, glyphs.size);
            let mut place = |glyph: &krilla::text::KrillaGlyph| {
                let at = [right + glyph.x_offset * size, -glyph.y_offset * size];
                right += glyph.x_advance * size;
                (glyph.glyph_id.to_u32(), at)
            };
            let placed = glyphs.shapes.iter().map(&mut place).collect();
            let (face, width, text) = (glyphs.face, glyphs.width, glyphs.text.clone());
            Trace::Letters(Letters { face, size, ink, at, width, glyphs: placed, text })
        });
    }

    /// Fills a rectangle: a rule.
    pub fn rule(&mut self, (left, top): (f32, f32), (width, height): (f32, f32), ink: Ink) {
        let Some(area) = Rect::from_xywh(left, top, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(area);
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: color_of(PRINT.of(ink)).into(), ..Fill::default() }));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
        self.note(|| {
            let mut shapes = Shapes::default();
            shapes.ground(Area { left: 0.0, top: 0.0, right: width, bottom: height }, ink);
            Trace::Shapes([left, top], shapes)
        });
    }

    /// Draws shapes.
    pub fn shapes(&mut self, (left, top): (f32, f32), shapes: &Shapes) {
        marks::draw(self.surface, shapes, left, top);
        self.note(|| Trace::Shapes([left, top], shapes.clone()));
    }

    /// Draws a picture.
    pub fn picture(&mut self, picture: &Picture, (left, top): (f32, f32), (width, height): (f32, f32)) {
        let fontdb = fonts::database_for(&picture.svg);
        let options = Options { fontdb, font_family: fonts::SANS_FAMILY.to_owned(), ..Options::default() };
        let tree = Tree::from_str(&picture.svg, &options);
        let (Ok(tree), Some(size)) = (tree, Extent::from_wh(width, height)) else { return };
        self.surface.push_transform(&Transform::from_translate(left, top));
        // What a face of the system has, or what turns, may be drawn with glyphs that stand for no character by
        // themselves: it is drawn and not written. The picture says it in words.
        let plain = system::faces(&picture.svg).is_empty() && !turns(&picture.svg);
        let settings = SvgSettings { embed_text: plain && is_text(tree.root()), ..SvgSettings::default() };
        let drawn = self.surface.draw_svg(&tree, size, settings);
        debug_assert!(drawn.is_some(), "a drawing of ours can be drawn");
        self.surface.pop();
        self.note(|| {
            let (svg, alt) = (Arc::from(picture.svg.as_str()), picture.alt.clone());
            Trace::Picture(Pasted { svg, alt, at: [left, top], size: [width, height] })
        });
    }
}

/// What words are drawn with.
const fn ink_of(tone: Tone, size: Size) -> Ink {
    match tone {
        Tone::Citation => Ink::Accent,
        Tone::Quiet | Tone::Code => Ink::Muted,
        Tone::Plain | Tone::Strong if size.quiet => Ink::Muted,
        Tone::Plain | Tone::Strong => Ink::Text,
    }
}

/// Whether each glyph of a drawing stands for some text: none is of a character that no face has, or one of several that
/// a letter with marks is drawn as.
fn is_text(group: &Group) -> bool {
    group.children().iter().all(|node| match node {
        Node::Group(group) => is_text(group),
        Node::Text(text) => {
            let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            glyphs.all(|glyph| glyph.id.0 != 0 && !glyph.text.is_empty())
        }
        Node::Path(_) | Node::Image(_) => true,
    })
}
