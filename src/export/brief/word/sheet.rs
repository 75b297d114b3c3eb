//! A document of Word while it is written: paragraphs in styles, and what tables are made of.

use std::fmt::Write as _;

use super::inline::{Cites, Inline, begins_right};
use super::page::Page;
use super::styles::{Role, Styles, language_kind};
use super::targets::Targets;
use crate::export::brief::document::{Block, Document, Text};
use crate::export::job::{Cancelled, Job};
use crate::export::picture::svg::escaped;

/// A document that is being written.
pub struct Sheet<'a> {
    /// What its texts are written with.
    pub inline: Inline<'a>,
    /// What is written so far.
    pub xml: String,
    /// The pages it is for.
    pub page: &'a Page,
    /// The style of each role.
    pub styles: &'a Styles,
    /// What links lead to.
    pub targets: &'a Targets,
    /// Says how far it is.
    pub job: &'a Job,
    /// What the heading above says: it names the table under it.
    pub heading: String,
    /// How many lists count.
    pub lists: u32,
    bookmarks: usize,
    rows: (usize, usize),
    /// Whether the document runs from right to left, and with it the columns of its tables.
    turned: bool,
}

/// How a paragraph differs from its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Stays with what follows it.
    pub keep: bool,
    /// The list that it is an item of.
    pub list: Option<u32>,
    /// Its later lines begin so far in, in twentieths of a point, and what follows its first tab too.
    pub hanging: Option<u32>,
    /// It stands at the end of its lines.
    pub at_end: bool,
}

impl<'a> Sheet<'a> {
    /// An empty one.
    pub fn new(inline: Inline<'a>, page: &'a Page, document: &Document, job: &'a Job) -> Self {
        let rows = document.blocks.iter().map(|block| if let Block::Grid(grid) = block { grid.rows.len() } else { 1 });
        let (styles, targets, rows) = (inline.styles, inline.targets, (0, rows.sum()));
        let (xml, heading) = (String::new(), String::new());
        let turned = language_kind(&document.language) == "w:bidi";
        Self { inline, xml, page, styles, targets, job, heading, lists: 0, bookmarks: 0, rows, turned }
    }

    /// Says that a row more is written.
    ///
    /// # Errors
    /// That the reader cancelled.
    pub fn step(&mut self) -> Result<(), Cancelled> {
        self.rows.0 += 1;
        self.job.step(0.15 + 0.6 * (self.rows.0 as f32 / self.rows.1.max(1) as f32).min(1.0))
    }

    /// A text as a paragraph.
    pub fn paragraph(&mut self, role: Role, form: Form, text: &Text, cites: Cites) {
        self.begin(role, form, begins_right(text), &[]);
        self.inline.write(&mut self.xml, text, cites, None);
        self.xml.push_str("</w:p>");
    }

    /// Begins a paragraph, with the bookmarks that stand at it.
    pub fn begin(&mut self, role: Role, form: Form, from_right: bool, bookmarks: &[String]) {
        let _ = write!(self.xml, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", escaped(self.styles.id(role)));
        if form.keep {
            self.xml.push_str("<w:keepNext/>");
        }
        if let Some(list) = form.list {
            let _ = write!(self.xml, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        if let Some(hanging) = form.hanging {
            let _ = write!(self.xml, "<w:tabs><w:tab w:val=\"left\" w:pos=\"{hanging}\"/></w:tabs>");
        }
        if from_right {
            self.xml.push_str("<w:bidi/>");
        }
        if let Some(hanging) = form.hanging {
            let _ = write!(self.xml, "<w:ind w:left=\"{hanging}\" w:hanging=\"{hanging}\"/>");
        }
        if form.at_end {
            // In a paragraph from the right, its end is what Word calls its right.
            self.xml.push_str("<w:jc w:val=\"right\"/>");
        }
        self.xml.push_str("</w:pPr>");
        for bookmark in bookmarks {
            self.bookmarks += 1;
            let id = self.bookmarks;
            let _ = write!(
                self.xml,
                "<w:bookmarkStart w:id=\"{id}\" w:name=\"{bookmark}\"/><w:bookmarkEnd w:id=\"{id}\"/>"
            );
        }
    }

    /// Begins a table with columns of so many twentieths of a point.
    pub fn begin_table(&mut self, role: Role, widths: &[u32]) {
        let all: u32 = widths.iter().sum();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/>{}<w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblLayout \
             w:type=\"fixed\"/>",
            escaped(self.styles.id(role)),
            if self.turned { "<w:bidiVisual/>" } else { "" }
        );
        let is_named = role == Role::Table;
        let (look, first) = if is_named { ("0620", 1) } else { ("0600", 0) };
        let caption = if is_named { self.heading.as_str() } else { "" };
        let _ = write!(
            self.xml,
            "<w:tblLook w:val=\"{look}\" w:firstRow=\"{first}\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/>"
        );
        if !caption.is_empty() {
            /// As much of it names the table to who hears it.
            const MOST: usize = 200;
            let caption: String = caption.chars().take(MOST).collect();
            let _ = write!(self.xml, "<w:tblCaption w:val=\"{}\"/>", escaped(&caption));
        }
        self.xml.push_str("</w:tblPr><w:tblGrid>");
        for width in widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, width: u32) {
        let _ = write!(self.xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
    }
}
