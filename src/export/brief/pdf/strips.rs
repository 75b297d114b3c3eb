//! What a document is set to: strips, each as wide as the text room of a page, that are stacked and never cut.

use super::setting::{Line, Setter};
use super::sizes::Size;
use super::tags::{NodeId, Tags};
use crate::drawing::Ink;
use crate::export::brief::document::{Block, Document, Picture, Span, Text};
use crate::export::job::{Cancelled, Job};

/// A piece of a page.
#[derive(Debug, Default)]
pub struct Strip {
    /// The space over it, which is left out at the top of a page.
    pub before: f32,
    /// Its height.
    pub height: f32,
    /// Whether the strip after it must stand on the same page.
    pub keep: bool,
    /// The head that stands over it where it comes first on a page.
    pub head: Option<usize>,
    /// What is drawn, in reading order.
    pub fragments: Vec<Fragment>,
    /// The heading that it is, with its level from one.
    pub bookmark: Option<(u16, String)>,
    /// The number of the source that it describes.
    pub source: Option<usize>,
}

/// A piece of what is drawn on a strip.
#[derive(Debug)]
pub struct Fragment {
    /// Its left edge.
    pub left: f32,
    /// Its top edge.
    pub top: f32,
    /// What is drawn.
    pub content: Content,
    /// What it is part of; nothing for what only adorns.
    pub node: Option<NodeId>,
}

/// What a fragment holds.
#[derive(Debug)]
pub enum Content {
    /// A line of text.
    Line(Line, Size),
    /// A rectangle: a rule.
    Rule(f32, f32, Ink),
    /// A picture, by its index, with its width and height.
    Picture(usize, f32, f32),
}

/// All of a document in strips.
pub struct Typeset<'a> {
    /// What sets the text.
    pub setter: Setter,
    /// The structure.
    pub tags: Tags,
    /// The strips in their order.
    pub strips: Vec<Strip>,
    /// Heads of tables, which are repeated.
    pub heads: Vec<Strip>,
    /// The pictures.
    pub pictures: Vec<&'a Picture>,
    /// The width and height of the room for text on a page.
    pub room: (f32, f32),
    job: &'a Job,
    rows: (usize, usize),
}

impl<'a> Typeset<'a> {
    /// Nothing yet of a document, for pages with so much room.
    pub fn new(setter: Setter, document: &Document, room: (f32, f32), job: &'a Job) -> Self {
        let rows = document.blocks.iter().map(|block| if let Block::Grid(grid) = block { grid.rows.len() } else { 1 });
        let rows = (0, rows.sum());
        let (strips, heads, pictures) = (Vec::new(), Vec::new(), Vec::new());
        Self { setter, tags: Tags::default(), strips, heads, pictures, room, job, rows }
    }

    /// Says that a row more is set.
    ///
    /// # Errors
    /// That the reader cancelled.
    pub fn step(&mut self) -> Result<(), Cancelled> {
        self.rows.0 += 1;
        self.job.step(0.15 + 0.45 * (self.rows.0 as f32 / self.rows.1.max(1) as f32).min(1.0))
    }
}

/// Whether a text says nothing.
pub fn is_empty(text: &Text) -> bool {
    text.spans.iter().all(|span| matches!(span, Span::Words { words, .. } if words.trim().is_empty()))
}
