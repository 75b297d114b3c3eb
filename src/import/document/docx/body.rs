//! The body of a document, paragraph by paragraph.

use super::super::content::{BlockKind, LeftKind, Writing};
use super::super::xml::{Event, Tag, Xml};
use super::layout::layouts;
use super::letters::Letters;
use super::numbering::{Mark, Numbering};
use super::styles::{Meaning, Styles};
use crate::briefing::progress::Progress;

/// A body that is read.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    /// Of each table, in the order in which they begin, whether it only lays the page out.
    layouts: std::vec::IntoIter<bool>,
    pub writing: Writing,
    /// The notes in the order of their marks.
    pub notes: Vec<(NoteKind, String)>,
    /// The comments by their numbers in the file, each with its block and the place in it.
    pub anchors: Vec<(String, usize, usize)>,
    /// The paragraphs that are titles.
    pub titles: Vec<String>,
    paragraph: Paragraph,
    letters: Letters<'a>,
    /// Where comments of the paragraph that is being read begin.
    begun: Vec<(String, usize)>,
    /// Comments that stand between paragraphs.
    waiting: Vec<String>,
    /// What is passed over, outermost first.
    aside: Vec<Aside>,
}

/// At the foot of a page, or at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}

#[derive(Default)]
struct Paragraph {
    open: bool,
    style: Option<String>,
    outline: bool,
    /// The list that it is an item of, and the level.
    list: Option<String>,
    level: Option<usize>,
}

/// Something that is passed over.
struct Aside {
    name: String,
    kind: Option<LeftKind>,
    /// How many elements of its name are open in it.
    depth: usize,
    /// Whether there is anything in it.
    says: bool,
}

impl<'a> Body<'a> {
    pub fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            layouts: Vec::new().into_iter(),
            letters: Letters::new(styles),
            writing: Writing::default(),
            notes: Vec::new(),
            anchors: Vec::new(),
            titles: Vec::new(),
            paragraph: Paragraph::default(),
            begun: Vec::new(),
            waiting: Vec::new(),
            aside: Vec::new(),
        }
    }

    /// Reads it; nothing where it is broken.
    pub fn read(&mut self, text: &str, progress: &Progress) -> Option<()> {
        self.layouts = layouts(text).into_iter();
        let whole = Xml::of(text).each(|event| {
            if progress.is_cancelled() {
                return;
            }
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::End(name) => self.end(name),
                Event::Text(text) if self.aside.is_empty() && self.paragraph.open => self.letters.text(text),
                Event::Text(_) => {}
            }
        });
        self.flush();
        whole.then_some(())
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        let is_layout = name == "tbl" && self.layouts.next().unwrap_or_default();
        if let Some(aside) = self.aside.last_mut() {
            if aside.name == name {
                aside.depth += 1;
            }
            match name {
                // What a drawing is shows in what it holds.
                "txbxContent" if aside.kind.is_some_and(|kind| kind != LeftKind::Table) => {
                    aside.kind = Some(LeftKind::TextBox);
                }
                "chart" | "relIds" | "oMath" if aside.kind == Some(LeftKind::Picture) => {
                    aside.kind = Some(LeftKind::Object);
                }
                "t" | "delText" | "tc" | "blip" | "imagedata" => aside.says = true,
                _ => {}
            }
            return;
        }
        let passed = match name {
            "tbl" if !is_layout => Some(Some(LeftKind::Table)),
            "drawing" | "pict" => Some(Some(LeftKind::Picture)),
            "object" | "oMath" | "oMathPara" => Some(Some(LeftKind::Object)),
            "del" | "moveFrom" if self.paragraph.open && !self.letters.in_run() => Some(Some(LeftKind::Deletion)),
            "Fallback" | "sectPr" | "tabs" | "pPrChange" | "rPrChange" | "sdtPr" => Some(None),
            _ => None,
        };
        if let Some(kind) = passed {
            if kind == Some(LeftKind::Table) {
                self.flush();
            }
            self.aside.push(Aside { name: name.to_owned(), kind, depth: 1, says: false });
            return;
        }
        match name {
            "p" => {
                self.flush();
                self.paragraph.open = true;
                let waiting = std::mem::take(&mut self.waiting);
                self.begun.extend(waiting.into_iter().map(|id| (id, 0)));
            }
            "pStyle" => {
                self.paragraph.style = tag.attribute("val");
                self.letters.start(tag);
            }
            "outlineLvl" => {
                let level = tag.attribute("val").and_then(|level| level.parse::<u8>().ok());
                self.paragraph.outline = level.is_some_and(|level| level < 9);
            }
            "numId" => self.paragraph.list = tag.attribute("val"),
            "ilvl" => self.paragraph.level = tag.attribute("val").and_then(|level| level.parse().ok()),
            // A document in the document, of whatever kind.
            "altChunk" | "subDoc" => self.writing.leave(LeftKind::Inserted, 1),
            "sym" => self.writing.leave(LeftKind::Unreadable, 1),
            "footnoteReference" | "endnoteReference" => {
                let kind = if name == "footnoteReference" { NoteKind::Foot } else { NoteKind::End };
                self.notes.extend(tag.attribute("id").map(|id| (kind, id)));
            }
            "commentRangeStart" | "commentReference" => {
                let Some(id) = tag.attribute("id") else { return };
                let known = self.begun.iter().any(|(own, _)| *own == id)
                    || self.anchors.iter().any(|(own, ..)| *own == id)
                    || self.waiting.contains(&id);
                if known {
                } else if self.paragraph.open {
                    self.begun.push((id, self.letters.len()));
                } else {
                    self.waiting.push(id);
                }
            }
            _ if self.paragraph.open => self.letters.start(tag),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(aside) = self.aside.last_mut() {
            if aside.name == name {
                aside.depth -= 1;
            }
            if aside.depth == 0
                && let Some(aside) = self.aside.pop()
                && let Some(kind) = aside.kind
            {
                let any = aside.says || !matches!(kind, LeftKind::Deletion);
                self.writing.leave(kind, usize::from(any));
            }
            return;
        }
        match name {
            "p" => self.flush(),
            _ => self.letters.end(name),
        }
    }

    /// The list that a paragraph is an item of and its level, by itself or by its style; not where it says that it is none.
    fn list_of(&self, paragraph: &Paragraph) -> Option<(String, usize)> {
        let style = paragraph.style.as_deref();
        let by_style = || style.and_then(|style| self.styles.list(style));
        let list = paragraph.list.clone().or_else(by_style).filter(|list| list != "0")?;
        let by_style = || style.and_then(|style| self.numbering.level_of(&list, style));
        let level = paragraph.level.or_else(by_style).unwrap_or_default();
        Some((list, level))
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let begun = std::mem::take(&mut self.begun);
        let mut text = self.letters.done(&mut self.writing);
        let list = self.list_of(&paragraph);
        // What stands before it is counted though it may be empty.
        let number = list.as_ref().map_or(Mark::None, |(list, level)| self.numbering.next(list, *level));
        let mut shift = 0;
        if !text.trim().is_empty() {
            match number {
                Mark::Number(number) => {
                    text.insert_str(0, &format!("{number} "));
                    shift = number.len() + 1;
                }
                Mark::Unknown => self.writing.leave(LeftKind::Number, 1),
                Mark::None => {}
            }
        }
        let meaning = paragraph.style.as_deref().and_then(|style| self.styles.meaning(style));
        let kind = match meaning {
            Some(Meaning::Contents) => {
                let says = text.chars().any(char::is_alphanumeric);
                self.writing.leave(LeftKind::Furniture, usize::from(says));
                return;
            }
            Some(Meaning::Title) => BlockKind::Heading,
            Some(Meaning::Block(kind)) => kind,
            None if paragraph.outline => BlockKind::Heading,
            None if list.is_some() => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        match self.writing.block(kind, &text) {
            Some(block) => {
                if meaning == Some(Meaning::Title)
                    && let Some(block) = self.writing.blocks.get(block)
                {
                    self.titles.push(block.text.clone());
                }
                for (id, at) in begun {
                    let before = Writing::default().line(text.get(..at + shift).unwrap_or_default());
                    let all = self.writing.blocks.get(block).map(|block| block.text.as_str()).unwrap_or_default();
                    let rest = all.get(before.len()..).unwrap_or_default();
                    let at = before.len() + rest.len() - rest.trim_start().len();
                    self.anchors.push((id, block, if all.is_char_boundary(at) { at } else { 0 }));
                }
            }
            // What an empty paragraph has in its margin is about the next.
            None => self.waiting.extend(begun.into_iter().map(|(id, _)| id)),
        }
    }
}
