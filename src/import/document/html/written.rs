//! The blocks of a part of a page.

use super::super::content::{BlockKind, LeftKind, Writing};
use super::article::is_furniture;
use super::tree::{Child, Node, Tree};

/// A part of a page that is walked.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    /// Whether what is around the article is left.
    narrow: bool,
    writing: Writing,
    /// The block that is being written; a line break stands for one.
    line: String,
    kind: BlockKind,
    notes: Vec<String>,
}

impl<'a> Walk<'a> {
    pub fn new(tree: &'a Tree, narrow: bool) -> Self {
        let (line, kind) = (String::new(), BlockKind::Paragraph);
        Self { tree, narrow, writing: Writing::default(), line, kind, notes: Vec::new() }
    }

    /// What came of it.
    pub fn done(mut self) -> Writing {
        self.flush();
        for note in std::mem::take(&mut self.notes) {
            self.writing.block(BlockKind::Note, &note);
        }
        self.writing
    }

    /// Writes an element with all that is in it.
    pub fn element(&mut self, at: usize, depth: usize) {
        let Some(node) = self.tree.nodes.get(at) else { return };
        if depth > 0 && (is_aside(node) || self.narrow && is_furniture(self.tree, at)) {
            return;
        }
        match node.name.as_str() {
            "br" => return self.line.push('\n'),
            "hr" => return self.flush(),
            "img" | "picture" | "figure" => {
                self.writing.leave(LeftKind::Picture, 1);
                return;
            }
            "video" | "audio" | "iframe" | "embed" => return self.writing.leave(LeftKind::Recording, 1),
            "object" | "canvas" | "math" => return self.writing.leave(LeftKind::Object, 1),
            "svg" => {
                // One without a letter is an icon.
                let says = self.tree.text(at).chars().any(char::is_alphanumeric);
                return self.writing.leave(LeftKind::Object, usize::from(says));
            }
            "form" | "input" | "textarea" | "select" => return self.writing.leave(LeftKind::Form, 1),
            "pre" => {
                self.flush();
                return self.writing.leave(LeftKind::Code, 1);
            }
            "table" if !self.is_layout(at) => {
                self.flush();
                return self.writing.leave(LeftKind::Table, 1);
            }
            "sup" if self.is_mark(at) => return,
            "a" if is_backlink(node, &self.tree.text(at)) => return,
            _ => {}
        }
        if self.narrow && is_notes(node) {
            self.flush();
            return self.note_list(at, depth);
        }
        let outer = self.kind;
        let is_block = node.is_block();
        if is_block {
            self.flush();
            self.kind = match node.name.as_str() {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
                "blockquote" => BlockKind::Quote,
                "li" | "dd" | "dt" => BlockKind::Item,
                _ => outer,
            };
        }
        for child in &node.children {
            match child {
                Child::Text(text) => self.text(text),
                Child::Element(inner) => self.element(*inner, depth + 1),
            }
        }
        if is_block {
            self.flush();
            self.kind = outer;
        }
    }

    /// A text of the page, in which a line break is a blank.
    fn text(&mut self, text: &str) {
        self.line.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    }

    /// Writes what was gathered: one block, or several where two breaks stand together.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut part = String::new();
        let mut breaks = 0;
        for piece in line.split('\n') {
            let is_empty = piece.trim().is_empty();
            if !is_empty && breaks > 1 && !part.trim().is_empty() {
                self.writing.block(self.kind, &part);
                part.clear();
            }
            if is_empty {
                breaks += 1;
            } else {
                part.push(' ');
                part.push_str(piece);
                breaks = 1;
            }
        }
        self.writing.block(self.kind, &part);
    }

    /// Whether a table only lays a page out: no reader would call it one.
    fn is_layout(&self, at: usize) -> bool {
        let Some(node) = self.tree.nodes.get(at) else { return false };
        if node.attribute("role") == Some("presentation") {
            return true;
        }
        let mut cells = Vec::new();
        let mut nested = false;
        self.cells(at, &mut cells, &mut nested);
        let longest = cells
            .iter()
            .map(|cell| self.tree.text(*cell).split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>())
            .max();
        nested || cells.len() == 1 || longest.unwrap_or_default() > 400
    }

    fn cells(&self, at: usize, cells: &mut Vec<usize>, nested: &mut bool) {
        for child in self.tree.nodes.get(at).map(|node| node.children.as_slice()).unwrap_or_default() {
            let Child::Element(inner) = child else { continue };
            match self.tree.nodes.get(*inner).map(|node| node.name.as_str()) {
                Some("table") => *nested = true,
                Some("td" | "th") => cells.push(*inner),
                _ => {}
            }
            self.cells(*inner, cells, nested);
        }
    }

    /// Whether a raised text is the mark of a note and no part of the sentence.
    fn is_mark(&self, at: usize) -> bool {
        let text = self.tree.text(at);
        let bare = text.trim().trim_matches(['[', ']', '(', ')']);
        let short = bare.chars().count() <= 4
            && (bare.chars().all(|c| c.is_ascii_digit()) || bare.chars().all(|c| "*†‡§abcdef".contains(c)));
        short && !bare.is_empty() && self.links_within(at)
    }

    fn links_within(&self, at: usize) -> bool {
        self.tree.nodes.get(at).is_some_and(|node| {
            node.children.iter().any(|child| match child {
                Child::Element(inner) => {
                    let leads = self.tree.nodes.get(*inner).and_then(|node| node.attribute("href"));
                    leads.is_some_and(|href| href.contains('#')) || self.links_within(*inner)
                }
                Child::Text(_) => false,
            })
        })
    }

    /// Notes at the end, one an item.
    fn note_list(&mut self, at: usize, depth: usize) {
        let start = self.writing.blocks.len();
        for child in self.tree.nodes.get(at).map(|node| node.children.as_slice()).unwrap_or_default() {
            match child {
                Child::Element(inner) => self.element(*inner, depth + 1),
                Child::Text(text) => self.text(text),
            }
        }
        self.flush();
        let blocks = self.writing.blocks.split_off(start.min(self.writing.blocks.len()));
        self.notes.extend(blocks.into_iter().filter(|block| block.kind != BlockKind::Heading).map(|block| block.text));
    }
}

/// Whether an element says nothing to a reader.
fn is_aside(node: &Node) -> bool {
    matches!(node.name.as_str(), "script" | "style" | "noscript" | "template" | "head" | "title")
}

/// Whether an element holds the notes at the end.
fn is_notes(node: &Node) -> bool {
    let role = node.attribute("role").unwrap_or_default();
    matches!(role, "doc-endnotes" | "doc-footnote")
        || matches!(node.name.as_str(), "div" | "section" | "ol" | "ul")
            && node.classes().any(|word| matches!(word.as_str(), "footnotes" | "endnotes" | "footnote" | "references"))
}

/// Whether a link only leads back from a note.
fn is_backlink(node: &Node, text: &str) -> bool {
    node.attribute("role") == Some("doc-backlink")
        || node.attribute("href").is_some_and(|href| href.starts_with('#'))
            && matches!(text.trim(), "↩" | "↩︎" | "↑" | "^" | "⏎")
}
