//! The blocks of the article of a page.

use std::collections::BTreeSet;

use super::super::content::{BlockKind, LeftKind, Writing};
use super::super::plain;
use super::super::raised::{Raised, marks, raised};
use super::article::Article;
use super::furniture::is_furniture_within;
use super::inline::{is_quoted, quotation_marks};
use super::kinds::{holds_table, is_aside, is_backlink, is_layout, is_linked_mark, is_notes, is_struck, shown_in};
use super::preformatted::is_prose;
use super::tree::{Child, Node, Tree};

/// A page that is walked.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    article: Article,
    /// The language of its quotation marks.
    language: &'a str,
    place: Place,
    writing: Writing,
    /// The block that is being written; a line break stands for one.
    line: String,
    kind: BlockKind,
    /// Whether the line began with the mark of a note, and is that note.
    is_note: bool,
    notes: Vec<String>,
    /// The marks of notes that stood in the text.
    marks: BTreeSet<String>,
    /// How many quotations are open.
    quotations: usize,
    /// What stands around the article, and where.
    around: Vec<(Place, String)>,
}

/// Where an element of a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In the article.
    Article,
    /// In what stands between its parts.
    Between,
    /// Around it.
    Around,
}

impl<'a> Walk<'a> {
    pub fn new(tree: &'a Tree, article: Article, language: &'a str) -> Self {
        Self {
            tree,
            article,
            language,
            place: Place::Around,
            writing: Writing::default(),
            line: String::new(),
            kind: BlockKind::Paragraph,
            is_note: false,
            notes: Vec::new(),
            marks: BTreeSet::new(),
            quotations: 0,
            around: Vec::new(),
        }
    }

    /// What is on the page.
    pub fn written(mut self) -> Writing {
        self.element(0, 0);
        self.flush();
        for note in std::mem::take(&mut self.notes) {
            self.writing.block(BlockKind::Note, &note);
        }
        // What was left in the article itself is told first.
        self.around.sort_by_key(|(place, _)| *place);
        for (_, text) in &self.around {
            self.writing.leave_text(LeftKind::Furniture, text);
        }
        self.writing
    }

    /// Writes an element with all that is in it.
    fn element(&mut self, at: usize, depth: usize) {
        let Some(node) = self.tree.nodes.get(at) else { return };
        if depth > 0 && is_aside(node) {
            return;
        }
        let place = self.place_of(at);
        if place == self.place {
            return self.inside(node, at, depth);
        }
        // The line goes on behind what is set in it.
        if node.is_block() {
            self.flush();
        }
        let line = std::mem::take(&mut self.line);
        let kind = std::mem::replace(&mut self.kind, BlockKind::Paragraph);
        let outer = std::mem::replace(&mut self.place, place);
        self.inside(node, at, depth);
        self.flush();
        (self.line, self.kind, self.place) = (line, kind, outer);
    }

    fn place_of(&self, at: usize) -> Place {
        match self.place {
            Place::Around if at == self.article.root || Some(at) == self.article.heading => Place::Article,
            Place::Article if at != self.article.root && is_furniture_within(self.tree, at, self.article.marked) => {
                Place::Between
            }
            place => place,
        }
    }

    fn inside(&mut self, node: &Node, at: usize, depth: usize) {
        if node.name == "figure"
            && let Some(kind) = shown_in(self.tree, at)
        {
            return self.leave(kind);
        }
        match node.name.as_str() {
            "br" => return self.line.push('\n'),
            "hr" => return self.flush(),
            "img" | "picture" => return self.leave(LeftKind::Picture),
            "video" | "audio" | "iframe" | "embed" => return self.leave(LeftKind::Recording),
            "object" | "canvas" | "math" => return self.leave(LeftKind::Object),
            "svg" => {
                // One without a letter is an icon.
                if self.tree.text(at).chars().any(char::is_alphanumeric) {
                    self.leave(LeftKind::Object);
                }
                return;
            }
            "form" | "input" | "textarea" | "select" => return self.leave(LeftKind::Form),
            // How the signs before it are read.
            "rt" | "rp" | "rtc" => return,
            "pre" => return self.preformatted(at),
            "table" if !is_layout(self.tree, at) => {
                self.flush();
                return self.leave(LeftKind::Table);
            }
            "q" if !is_quoted(&self.tree.text(at)) => return self.quotation(node, depth),
            "a" if is_backlink(node, &self.tree.text(at)) => return,
            _ if is_struck(node) => {
                if self.tree.text(at).chars().any(char::is_alphanumeric) {
                    self.leave(LeftKind::Struck);
                }
                return;
            }
            _ => {}
        }
        if self.place == Place::Article && is_notes(node) {
            self.flush();
            return self.note_list(node, depth);
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
        self.children(node, depth);
        if is_block {
            self.flush();
            self.kind = outer;
        }
    }

    fn children(&mut self, node: &Node, depth: usize) {
        let goes_on = |from: usize| {
            let mut rest = node.children.iter().skip(from + 1);
            rest.any(|child| matches!(child, Child::Text(text) if !text.trim().is_empty()))
        };
        for (number, child) in node.children.iter().enumerate() {
            let at = match child {
                Child::Text(text) => {
                    self.text(text);
                    continue;
                }
                Child::Element(at) => *at,
            };
            let Some(inner) = self.tree.nodes.get(at) else { continue };
            match inner.name.as_str() {
                "sup" => {
                    let behind = node.children.get(number + 1).and_then(|next| match next {
                        Child::Text(text) => text.chars().next(),
                        Child::Element(_) => None,
                    });
                    self.raised(at, behind, depth);
                }
                // A table is told of by what is said of it.
                "figcaption" if holds_table(self.tree, node) => {}
                // One within a line is a word of it that explains itself.
                "button" if self.place == Place::Article && goes_on(number) => self.inside(inner, at, depth + 1),
                _ => self.element(at, depth + 1),
            }
        }
    }

    /// Leaves a thing, where it is the article's.
    fn leave(&mut self, kind: LeftKind) {
        if self.place == Place::Article {
            self.writing.leave(kind, 1);
        }
    }

    /// A text of the page, in which a line break is a blank.
    fn text(&mut self, text: &str) {
        self.line.extend(text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
    }

    /// A text that is raised: no mark of a note becomes a digit of the figure before it.
    fn raised(&mut self, at: usize, behind: Option<char>, depth: usize) {
        let text = self.tree.text(at);
        if is_linked_mark(self.tree, at) {
            return self.marks.extend(marks(&text).map(str::to_owned));
        }
        let before = self.line.rsplit('\n').next().unwrap_or_default();
        let before = if before.trim().is_empty() { "" } else { before };
        match raised(&text, before, behind) {
            Raised::Mark => {
                self.marks.extend(marks(&text).map(str::to_owned));
                self.leave(LeftKind::NoteMark);
            }
            Raised::Label if marks(&text).all(|mark| self.marks.contains(mark)) => {
                self.flush();
                self.is_note = true;
            }
            Raised::Label => {
                self.line.push_str(text.trim());
                self.line.push(' ');
            }
            Raised::Signs(signs) => self.line.push_str(&signs),
            Raised::Fraction => {
                if self.line.ends_with(|c: char| c.is_ascii_digit()) {
                    self.line.push(' ');
                }
                self.line.push_str(text.trim());
            }
            Raised::Text => self.element(at, depth + 1),
        }
    }

    fn quotation(&mut self, node: &Node, depth: usize) {
        let (open, close) = quotation_marks(self.language, self.quotations % 2 == 1);
        self.line.push_str(open);
        self.quotations += 1;
        self.children(node, depth);
        self.quotations -= 1;
        self.line.push_str(close);
    }

    /// What a program would write so, or a text that was set so, where the page has hardly any other.
    fn preformatted(&mut self, at: usize) {
        self.flush();
        if self.place == Place::Article && self.article.preformatted && is_prose(self.tree, at) {
            return plain::blocks(&self.tree.text(at), &mut self.writing);
        }
        self.leave(LeftKind::Code);
    }

    /// Writes what was gathered: one block, or several where two breaks stand together.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut part = String::new();
        let mut breaks = 0;
        for piece in line.split('\n') {
            let is_empty = piece.trim().is_empty();
            if !is_empty && breaks > 1 && !part.trim().is_empty() {
                self.write(&part);
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
        self.write(&part);
        if !part.trim().is_empty() {
            self.is_note = false;
        }
    }

    fn write(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        match self.place {
            Place::Article if self.is_note => self.notes.push(text.to_owned()),
            Place::Article => {
                self.writing.block(self.kind, text);
            }
            place => self.around.push((place, text.to_owned())),
        }
    }

    /// Notes at the end, one an item.
    fn note_list(&mut self, node: &Node, depth: usize) {
        let start = self.writing.blocks.len();
        self.children(node, depth);
        self.flush();
        let blocks = self.writing.blocks.split_off(start.min(self.writing.blocks.len()));
        self.notes.extend(blocks.into_iter().filter(|block| block.kind != BlockKind::Heading).map(|block| block.text));
    }
}
