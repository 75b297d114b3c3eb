//! Drawing pages: text, rules, marks, pictures and links, each with its place in the structure.

use std::collections::BTreeMap;

use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::page::Page;
use krilla::tagging::{ArtifactType, ContentTag, SpanTag, Tag};

use super::glyphs::Glyphs;
use super::setting::{Line, Piece, Setter};
use super::sheet::Sheet;
use super::sizes::Size;
use super::strips::{Content, Fragment, Strip};
use super::tags::{NodeId, Tags};
use crate::export::brief::document::{Link, Picture};
use crate::message;
use crate::words::Words;

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
    pub fn strip(&mut self, sheet: &mut Sheet<'_, '_>, strip: &Strip, top: f32, repeated: bool) -> Vec<Anchor> {
        let mut anchors = Vec::new();
        for fragment in &strip.fragments {
            self.fragment(sheet, fragment, top, repeated, &mut anchors);
        }
        anchors
    }

    fn fragment(
        &mut self,
        sheet: &mut Sheet<'_, '_>,
        fragment: &Fragment,
        top: f32,
        repeated: bool,
        anchors: &mut Vec<Anchor>,
    ) {
        let (left, top) = (self.left + fragment.left, top + fragment.top);
        match (&fragment.content, fragment.node) {
            (Content::Rule(width, height, ink), _) => {
                sheet.adorn(ArtifactType::Layout, |sheet| sheet.rule((left, top), (*width, *height), *ink));
            }
            (Content::Line(line, size), Some(node)) if !repeated => {
                self.line(sheet, line, *size, (left, top), node, anchors);
            }
            (Content::Line(line, size), _) => {
                sheet.adorn(ArtifactType::PaginationOther, |sheet| sheet.line(self.setter, line, *size, (left, top)));
            }
            (Content::Picture(index, width, height), Some(node)) => {
                let Some(picture) = self.pictures.get(*index) else { return };
                let content =
                    sheet.tagged(ContentTag::Other, |sheet| sheet.picture(picture, (left, top), (*width, *height)));
                self.tags.fill(node, content);
            }
            (Content::Picture(..), None) => {}
        }
    }

    /// Draws a line: each link by itself, what stands between links together.
    fn line(
        &mut self,
        sheet: &mut Sheet<'_, '_>,
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
            let content = sheet.tagged(ContentTag::Span(SpanTag::empty()), |sheet| {
                for piece in pieces {
                    sheet.piece(self.setter, piece, size, at);
                }
            });
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
