//! What links of a document lead to: sources by their numbers, sentences, claims, each a bookmark where it stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::briefing::Locator;
use crate::export::brief::document::{Block, Document, Entry, Grid, Link, Row, Span, Text};

/// The bookmarks of a document, by what each is of.
#[derive(Debug, Default)]
pub struct Targets {
    sources: BTreeSet<usize>,
    sentences: BTreeSet<Locator>,
    /// The claims that something else leads to, each with its number.
    claims: BTreeMap<Entry, usize>,
}

impl Targets {
    /// Those that stand in a document and that something leads to.
    pub fn of(document: &Document) -> Self {
        let mut cited = BTreeSet::new();
        let mut wanted = BTreeSet::new();
        for text in texts(document) {
            for span in &text.spans {
                if let Span::Words { link: Some(Link::Sentence(_, at)), .. } = span {
                    cited.insert(*at);
                }
            }
        }
        for row in rows(document) {
            wanted.extend(row.more.clone());
        }
        let mut targets = Self::default();
        for row in rows(document) {
            targets.sources.extend(row.source);
            match &row.entry {
                Some(Entry::Sentence(at)) if cited.contains(at) => {
                    targets.sentences.insert(*at);
                }
                Some(claim @ Entry::Claim(_)) if wanted.contains(claim) => {
                    let number = targets.claims.len() + 1;
                    targets.claims.entry(claim.clone()).or_insert(number);
                }
                _ => {}
            }
        }
        targets
    }

    /// The bookmark that a link within the document leads to.
    pub fn anchor(&self, link: &Link) -> Option<String> {
        match link {
            Link::Sentence(_, at) if self.sentences.contains(at) => Some(sentence(*at)),
            Link::Source(number) | Link::Sentence(number, _) => {
                self.sources.contains(number).then(|| format!("source_{number}"))
            }
            Link::Web(_) => None,
        }
    }

    /// The bookmark of what has its entry elsewhere.
    pub fn more(&self, entry: &Entry) -> Option<String> {
        self.claims.get(entry).map(|number| format!("claim_{number}"))
    }

    /// The bookmarks of a row.
    pub fn bookmarks(&self, row: &Row) -> Vec<String> {
        let source = row.source.map(|number| format!("source_{number}"));
        let entry = row.entry.as_ref().and_then(|entry| match entry {
            Entry::Sentence(at) => self.sentences.contains(at).then(|| sentence(*at)),
            entry => self.more(entry),
        });
        source.into_iter().chain(entry).collect()
    }
}

fn sentence(at: Locator) -> String {
    format!("sentence_{}_{}", at.paragraph, at.sentence)
}

fn grids(document: &Document) -> impl Iterator<Item = &Grid> {
    document.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None })
}

fn rows(document: &Document) -> impl Iterator<Item = &Row> {
    grids(document).flat_map(|grid| &grid.rows)
}

/// The texts of a document that can cite.
fn texts(document: &Document) -> impl Iterator<Item = &Text> {
    document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![&paragraph.text],
        Block::Figures(figures) => figures.iter().map(|figure| &figure.below).collect(),
        Block::Grid(grid) => grid.rows.iter().flat_map(|row| &row.cells).collect(),
        Block::Heading(_) | Block::Picture(_) => Vec::new(),
    })
}

/// What is said of each source first: whose it is, what it is called, when it was published and where.
pub fn sources(document: &Document) -> BTreeMap<usize, Text> {
    let described = |row: &Row| {
        let text = row.cells.get(1)?;
        let spans = text.spans.iter().take_while(|span| !matches!(span, Span::Break)).cloned();
        Some((row.source?, Text::of(spans)))
    };
    rows(document).filter_map(described).collect()
}
