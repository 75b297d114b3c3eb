//! Drawing pages: text, rules, marks, pictures and links, each with its place in the structure.

use std::collections::BTreeMap;

use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size as Extent, Transform};
use krilla::page::Page;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{Group, Node, Options, Tree};

use super::marks::{self, color_of};
use super::setting::{Glyphs, Line, Piece, Setter, baseline};
use super::sizes::Size;
use super::strips::{Content, Fragment, Strip};
use super::tags::{NodeId, Tags};
use crate::drawing::palette::{PRINT, Rgb};
use crate::export::brief::document::{Link, Picture, Tone};
use crate::export::fonts::{self, system};
use crate::message;
use crate::words::Words;
use crate::words::direction::turns;

/// The side of a mark in parts of the size of the text beside it, and how far it stands above the baseline.
const MARK: f32 = 0.88;
const RISE: f32 = 0.79;

/// What is needed to draw any page.
pub struct Pen<'a> {
    /// The faces.
    pub setter: &'a Setter,
    /// The words it is written in.
    pub words: &'a Words,
    /// The structure, which is filled.
    pub tags: &'a mut Tags,
    /// The pictures.
    pub pictures: &'a [&'a Picture],
    /// Where each source is described: page and height.
    pub sources: &'a BTreeMap<usize, (usize, f32)>,
    /// The left edge of the text.
    pub left: f32,
}

/// A link that is still to be laid over what is drawn.
pub struct Anchor {
    node: NodeId,
    area: Rect,
    link: Link,
}

impl Pen<'_> {
    /// Draws a strip with its top at a height; what leads somewhere is returned.
    pub fn strip(&mut self, surface: &mut Surface<'_>, strip: &Strip, top: f32, repeated: bool) -> Vec<Anchor> {
        let mut anchors = Vec::new();
        for fragment in &strip.fragments {
            self.fragment(surface, fragment, top, repeated, &mut anchors);
        }
        anchors
    }

    fn fragment(
        &mut self,
        surface: &mut Surface<'_>,
        fragment: &Fragment,
        top: f32,
        repeated: bool,
        anchors: &mut Vec<Anchor>,
    ) {
        let (left, top) = (self.left + fragment.left, top + fragment.top);
        match (&fragment.content, fragment.node) {
            (Content::Rule(width, height, color), _) => {
                adorn(surface, ArtifactType::Layout, |surface| fill(surface, left, top, *width, *height, *color));
            }
            (Content::Line(line, size), Some(node)) if !repeated => {
                self.line(surface, line, *size, (left, top), node, anchors);
            }
            (Content::Line(line, size), _) => {
                adorn(surface, ArtifactType::PaginationOther, |surface| {
                    for piece in &line.pieces {
                        piece_of(surface, self.setter, piece, *size, (left, top));
                    }
                });
            }
            (Content::Picture(index, width, height), Some(node)) => {
                let Some(picture) = self.pictures.get(*index) else { return };
                let content = surface.start_tagged(ContentTag::Other);
                draw_picture(surface, picture, (left, top), (*width, *height));
                surface.end_tagged();
                self.tags.fill(node, content);
            }
            (Content::Picture(..), None) => {}
        }
    }

    /// Draws a line: each link by itself, what stands between links together.
    fn line(
        &mut self,
        surface: &mut Surface<'_>,
        line: &Line,
        size: Size,
        at: (f32, f32),
        node: NodeId,
        anchors: &mut Vec<Anchor>,
    ) {
        let sources = self.sources;
        let leads = |piece: &Piece| matches!(piece, Piece::Glyphs(glyphs) if target(glyphs, sources).is_some());
        for pieces in line.pieces.chunk_by(|a, b| !leads(a) && !leads(b)) {
            let leading = pieces.first().and_then(|piece| match piece {
                Piece::Glyphs(glyphs) => target(glyphs, sources).cloned().map(|link| (link, glyphs)),
                Piece::Mark(..) => None,
            });
            let content = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            for piece in pieces {
                piece_of(surface, self.setter, piece, size, at);
            }
            surface.end_tagged();
            let Some((target, glyphs)) = leading else {
                self.tags.fill(node, content);
                continue;
            };
            let own = self.tags.add(Tag::Link, Some(node));
            self.tags.fill(own, content);
            let left = at.0 + glyphs.left;
            let area = Rect::from_xywh(left, at.1, glyphs.width.max(1.0), size.line);
            anchors.extend(area.map(|area| Anchor { node: own, area, link: target }));
        }
    }

    /// Lays links over what was drawn.
    pub fn link(&mut self, page: &mut Page<'_>, anchors: Vec<Anchor>) {
        for Anchor { node, area, link } in anchors {
            let (target, spoken) = match link {
                Link::Web(address) => (Target::Action(LinkAction::new(address.clone()).into()), address),
                Link::Source(number) | Link::Sentence(number, _) => {
                    let Some((page, height)) = self.sources.get(&number) else { continue };
                    let place = XyzDestination::new(*page, Point::from_xy(self.left, *height));
                    (Target::Destination(place.into()), self.words.say(&message!(brief::source_link, number = number)))
                }
            };
            let annotation = Annotation::new_link(LinkAnnotation::new(area, target), Some(spoken));
            let content = page.add_tagged_annotation(annotation);
            self.tags.fill(node, content);
        }
    }
}

/// Where glyphs lead, if it is somewhere in this document or on the web.
fn target<'g>(glyphs: &'g Glyphs, sources: &BTreeMap<usize, (usize, f32)>) -> Option<&'g Link> {
    glyphs.link.as_ref().filter(|link| match link {
        Link::Source(number) | Link::Sentence(number, _) => sources.contains_key(number),
        Link::Web(_) => true,
    })
}

/// Draws what is no part of the text.
pub fn adorn(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

/// Draws a line as an artifact of a kind.
pub fn plain_line(surface: &mut Surface<'_>, setter: &Setter, line: &Line, size: Size, at: (f32, f32)) {
    for piece in &line.pieces {
        piece_of(surface, setter, piece, size, at);
    }
}

fn piece_of(surface: &mut Surface<'_>, setter: &Setter, piece: &Piece, size: Size, (left, top): (f32, f32)) {
    let base = top + baseline(size);
    match piece {
        Piece::Mark(mark, at) => {
            marks::draw(surface, *mark, left + at, base - RISE * size.points, MARK * size.points);
        }
        Piece::Glyphs(glyphs) => {
            let Some(font) = setter.font(glyphs.face) else { return };
            let color = match glyphs.tone {
                Tone::Citation => PRINT.accent,
                Tone::Quiet | Tone::Code => PRINT.muted,
                Tone::Plain | Tone::Strong if size.quiet => PRINT.muted,
                Tone::Plain | Tone::Strong => PRINT.ink,
            };
            surface.set_stroke(None);
            surface.set_fill(Some(Fill { paint: color_of(color).into(), ..Fill::default() }));
            let start = Point::from_xy(left + glyphs.left, base);
            surface.draw_glyphs(start, &glyphs.shapes, font.clone(), &glyphs.text, glyphs.size, false);
        }
    }
}

/// Fills a rectangle.
pub fn fill(surface: &mut Surface<'_>, left: f32, top: f32, width: f32, height: f32, color: Rgb) {
    let Some(area) = Rect::from_xywh(left, top, width, height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(area);
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: color_of(color).into(), ..Fill::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn draw_picture(surface: &mut Surface<'_>, picture: &Picture, (left, top): (f32, f32), (width, height): (f32, f32)) {
    let fontdb = fonts::database_for(&picture.svg);
    let options = Options { fontdb, font_family: fonts::SANS_FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&picture.svg, &options);
    let (Ok(tree), Some(size)) = (tree, Extent::from_wh(width, height)) else { return };
    surface.push_transform(&Transform::from_translate(left, top));
    // What a face of the system has, or what turns, may be drawn with glyphs that stand for no character by themselves:
    // it is drawn and not written. The picture says it in words.
    let plain = system::faces(&picture.svg).is_empty() && !turns(&picture.svg);
    let settings = SvgSettings { embed_text: plain && is_text(tree.root()), ..SvgSettings::default() };
    let drawn = surface.draw_svg(&tree, size, settings);
    debug_assert!(drawn.is_some(), "a drawing of ours can be drawn");
    surface.pop();
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
