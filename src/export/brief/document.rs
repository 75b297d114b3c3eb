//! What a brief says, before it is known how it is written: headings, paragraphs, tables and pictures in their order.
//!
//! It is composed once; Markdown, the printed page, the page for a browser and Word are ways to write the same
//! [`Document`].

use crate::briefing::{Key, Locator, Period};
use crate::drawing::marks::Mark;
use crate::words::direction::{signs_set_apart, turns};

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its title, for the window of a reader and the list of documents.
    pub title: String,
    /// The language it is written in, a BCP 47 tag.
    pub language: String,
    /// What it is, in a sentence or two.
    pub about: String,
    /// What it is, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document that follows another.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// Figures side by side, each with its name.
    Figures(Vec<Figure>),
    /// Rows of cells.
    Grid(Grid),
    /// A drawing.
    Picture(Picture),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its rank.
    pub rank: Rank,
    /// What it says.
    pub text: String,
    /// What stands beside it, smaller.
    pub beside: String,
    /// What links to it are made of, where it is a part: `members`.
    pub key: Option<String>,
}

/// How high a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The headline of the whole.
    Headline,
    /// A part, as a tab of the window is one.
    Part,
    /// A section within a part.
    Section,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is for.
    pub style: Style,
    /// What it says.
    pub text: Text,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The line under a headline.
    Lead,
    /// Running text.
    Body,
    /// A dateline, a note, a caption.
    Caption,
}

/// One large figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it measures.
    pub label: String,
    /// The figure, with the sign of a currency.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How it was come by, with its sources.
    pub below: Text,
}

/// Rows of cells. Without titles of columns it is a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it is.
    pub kind: Kind,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
    /// Whether it is set small, as a register is that nobody reads from end to end.
    pub small: bool,
    /// What it shows as it is asked for, and a page can show otherwise.
    pub of: Option<Tabled>,
}

/// What a grid is a view of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tabled {
    /// The states of a roster, by its number in the material.
    Roster(usize),
    /// The figures of a series, by its number in the material.
    Series(usize),
}

/// What the rows of a grid are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A table with a head.
    #[default]
    Table,
    /// A list; the first cell is the number or the name of each item.
    List,
}

/// A column of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands over it in a table.
    pub title: String,
    /// Its part of the width of the page.
    pub share: f32,
    /// Where its text stands.
    pub side: Side,
    /// The language of its words, a BCP 47 tag, where it is not the document's.
    pub language: Option<String>,
    /// Its key, where it is one of the columns of the members.
    pub key: Option<String>,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At the start of its lines: words.
    Start,
    /// At the end of its lines: figures.
    End,
}

/// A row of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Text>,
    /// The number of the source that it describes, which citations lead to.
    pub source: Option<usize>,
    /// What it is the entry of, which links lead to.
    pub entry: Option<Entry>,
    /// What has an entry elsewhere that tells more.
    pub more: Option<Entry>,
}

/// What has an entry in a document: each of these one at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// A claim.
    Claim(Key),
    /// A state.
    State(Key),
    /// A source.
    Source(Key),
    /// What a check found.
    Finding(String),
    /// A sentence of the document that the briefing is of.
    Sentence(Locator),
    /// The figures of a series and a period.
    Figures(Key, Period),
}

/// A drawing with what it says in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What is drawn.
    pub subject: Drawn,
    /// The drawing, as SVG.
    pub svg: String,
    /// Its width and height in points.
    pub size: (f32, f32),
    /// What it shows, for who does not see it.
    pub alt: String,
}

/// What a drawing of a document is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// The map of a roster, by its number in the material.
    Map(usize),
    /// The chart of a series, by its number in the material.
    Chart(usize),
}

/// Text in one or more tones, with links and marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// What it is made of, in order.
    pub spans: Vec<Span>,
    /// Whether any of it runs from right to left.
    pub turns: bool,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words.
    Words {
        /// What is said.
        words: String,
        /// How.
        tone: Tone,
        /// Where it leads.
        link: Option<Link>,
    },
    /// A small shape; its word stands beside it.
    Mark(Mark),
    /// The end of a line.
    Break,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As they are.
    Plain,
    /// Strong.
    Strong,
    /// Less than the rest: a unit, a note.
    Quiet,
    /// A citation.
    Citation,
    /// For machines: a digest, a key.
    Code,
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a source of the document, by its number.
    Source(usize),
    /// To a sentence of the source of a number, where the sentences stand in the document as well; else to that source.
    Sentence(usize, Locator),
    /// Out, to a web address.
    Web(String),
}

impl Text {
    /// A text of what it is made of.
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut text = Self::default();
        spans.into_iter().for_each(|span| text.push(span));
        text
    }

    /// Adds to it at its end.
    pub fn push(&mut self, span: Span) {
        // Asked once of each piece: a text may be long, and is asked at each of its citations.
        self.turns |= matches!(&span, Span::Words { words, .. } if turns(words));
        self.spans.push(span);
    }

    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::default().and(Tone::Plain, words)
    }

    /// Strong words.
    pub fn strong(words: impl Into<String>) -> Self {
        Self::default().and(Tone::Strong, words)
    }

    /// Quiet words.
    pub fn quiet(words: impl Into<String>) -> Self {
        Self::default().and(Tone::Quiet, words)
    }

    /// A mark with its word.
    pub fn marked(mark: Mark, word: &str) -> Self {
        Self::of([Span::Mark(mark)]).and(Tone::Plain, format!("\u{a0}{word}"))
    }

    /// The same with more words behind it.
    pub fn and(mut self, tone: Tone, words: impl Into<String>) -> Self {
        let words = words.into();
        // A sign of a currency does not decide how anything runs.
        let words = signs_set_apart(&words).into_owned();
        if !words.is_empty() {
            self.push(Span::Words { words, tone, link: None });
        }
        self
    }

    /// The same with words that lead somewhere.
    pub fn and_link(mut self, tone: Tone, words: impl Into<String>, link: Link) -> Self {
        self.push(Span::Words { words: words.into(), tone, link: Some(link) });
        self
    }

    /// The same with a new line begun, where there is something before it.
    pub fn and_break(mut self) -> Self {
        if !self.spans.is_empty() {
            self.push(Span::Break);
        }
        self
    }

    /// The same with another text behind it.
    pub fn then(mut self, other: Self) -> Self {
        self.spans.extend(other.spans);
        self.turns |= other.turns;
        self
    }

    /// Whether it says nothing: it is empty, or a dash that stands for what is missing.
    fn is_blank(&self) -> bool {
        let words = |span: &Span| matches!(span, Span::Words { words, .. } if !matches!(words.trim(), "" | "–"));
        !self.spans.iter().any(|span| words(span) || matches!(span, Span::Mark(_)))
    }

    /// The words alone.
    pub fn words(&self) -> String {
        let words = self.spans.iter().map(|span| match span {
            Span::Words { words, .. } => words.as_str(),
            Span::Mark(_) => "",
            Span::Break => " ",
        });
        words.collect()
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, share: f32) -> Self {
        Self { title: title.into(), share, side: Side::Start, language: None, key: None }
    }

    /// The same in a language.
    pub fn in_language(self, language: &str) -> Self {
        Self { language: Some(language.to_owned()), ..self }
    }

    /// The same with a key.
    pub fn keyed(self, key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..self }
    }

    /// A column of figures.
    pub fn figures(title: impl Into<String>, share: f32) -> Self {
        Self { title: title.into(), share, side: Side::End, language: None, key: None }
    }
}

impl Row {
    /// A row of cells.
    pub const fn of(cells: Vec<Text>) -> Self {
        Self { cells, source: None, entry: None, more: None }
    }

    /// The same as the entry of something.
    pub fn entry(self, entry: Entry) -> Self {
        Self { entry: Some(entry), ..self }
    }

    /// The same of something that has an entry elsewhere.
    pub fn more(self, more: Entry) -> Self {
        Self { more: Some(more), ..self }
    }
}

impl Grid {
    /// A table.
    pub const fn table(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { kind: Kind::Table, columns, rows, small: true, of: None }
    }

    /// The same as a view of something.
    pub const fn of(mut self, of: Tabled) -> Self {
        self.of = Some(of);
        self
    }

    /// The same without the columns of which no row has anything; the others share their room. The first stays: it says
    /// what each row is of.
    pub fn filled(mut self) -> Self {
        let all: f32 = self.columns.iter().map(|column| column.share).sum();
        let has = |at: usize| self.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_blank()));
        let kept: Vec<bool> = (0..self.columns.len()).map(|at| at == 0 || has(at)).collect();
        let is_kept = |at: usize| kept.get(at).copied().unwrap_or_default();
        self.columns =
            self.columns.into_iter().enumerate().filter_map(|(at, one)| is_kept(at).then_some(one)).collect();
        for row in &mut self.rows {
            let cells = std::mem::take(&mut row.cells).into_iter().enumerate();
            row.cells = cells.filter_map(|(at, cell)| is_kept(at).then_some(cell)).collect();
        }
        let left: f32 = self.columns.iter().map(|column| column.share).sum();
        for column in &mut self.columns {
            column.share *= all / left;
        }
        self
    }

    /// A list.
    pub const fn list(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { kind: Kind::List, columns, rows, small: false, of: None }
    }
}

impl Document {
    /// Adds a heading, where it says anything.
    pub fn head(&mut self, rank: Rank, text: impl Into<String>, beside: impl Into<String>) {
        self.heading(Heading { rank, text: text.into(), beside: beside.into(), key: None });
    }

    /// Adds the heading of a part, where it says anything, with what links to it are made of.
    pub fn part(&mut self, key: impl Into<String>, text: impl Into<String>, beside: impl Into<String>) {
        self.heading(Heading { rank: Rank::Part, text: text.into(), beside: beside.into(), key: Some(key.into()) });
    }

    /// What stands beside a heading without words is the heading; one without either would be a place to go to that
    /// nobody can name, which tagged pages may not have.
    fn heading(&mut self, mut heading: Heading) {
        if heading.text.trim().is_empty() {
            heading.text = std::mem::take(&mut heading.beside);
        }
        if !heading.text.trim().is_empty() {
            self.blocks.push(Block::Heading(heading));
        }
    }

    /// Adds a paragraph.
    pub fn say(&mut self, style: Style, text: Text) {
        self.blocks.push(Block::Paragraph(Paragraph { style, text }));
    }

    /// Adds a grid, where it has rows.
    pub fn grid(&mut self, grid: Grid) {
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Grid, Row, Text};

    #[test]
    fn a_column_that_no_row_fills_is_left_out() {
        let columns = || ["Name", "Elsewhere", "People", "Office"].map(|title| Column::words(title, 0.25)).to_vec();
        let row = |cells: [&str; 4]| Row::of(cells.map(Text::plain).to_vec());
        let grid = Grid::table(columns(), vec![row(["Ana", "", "–", "Envoy"]), row(["", " ", "–", ""])]).filled();
        let titles: Vec<&str> = grid.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(titles, ["Name", "Office"]);
        assert!(grid.rows.iter().all(|row| row.cells.len() == 2), "{:?}", grid.rows);
        let width: f32 = grid.columns.iter().map(|column| column.share).sum();
        assert!((width - 1.0).abs() < 1e-6, "the others share its room: {width}");
        let whole = Grid::table(columns(), vec![row(["Ana", "أنا", "–", ""]), row(["Bo", "", "3", "Guest"])]);
        assert_eq!(whole.clone().filled(), whole);
    }
}
