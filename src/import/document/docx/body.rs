//! The body of a document, paragraph by paragraph.

use super::super::content::{BlockKind, LeftKind, Writing};
use super::super::xml::{Event, Tag, Xml};
use super::styles::{Meaning, Styles};
use crate::briefing::progress::Progress;

/// A body that is read.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    pub writing: Writing,
    /// The notes in the order of their marks.
    pub notes: Vec<(NoteKind, String)>,
    /// The comments by their numbers in the file, each with its block and the place in it.
    pub anchors: Vec<(String, usize, usize)>,
    /// The paragraphs that are titles.
    pub titles: Vec<String>,
    paragraph: Paragraph,
    /// Where comments of the paragraph that is being read begin.
    begun: Vec<(String, usize)>,
    /// Comments that stand between paragraphs.
    waiting: Vec<String>,
    /// What is passed over, outermost first.
    aside: Vec<Aside>,
    run: Run,
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
    text: String,
    style: Option<String>,
    outline: bool,
    item: bool,
}

#[derive(Default)]
struct Run {
    open: bool,
    hidden: bool,
    in_text: bool,
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
    pub fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            writing: Writing::default(),
            notes: Vec::new(),
            anchors: Vec::new(),
            titles: Vec::new(),
            paragraph: Paragraph::default(),
            begun: Vec::new(),
            waiting: Vec::new(),
            aside: Vec::new(),
            run: Run::default(),
        }
    }

    /// Reads it; nothing where it is broken.
    pub fn read(&mut self, text: &str, progress: &Progress) -> Option<()> {
        let whole = Xml::of(text).each(|event| {
            if progress.is_cancelled() {
                return;
            }
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::End(name) => self.end(name),
                Event::Text(text) => self.text(text),
            }
        });
        self.flush();
        whole.then_some(())
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
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
            "tbl" => Some(Some(LeftKind::Table)),
            "drawing" | "pict" => Some(Some(LeftKind::Picture)),
            "object" | "oMath" | "oMathPara" => Some(Some(LeftKind::Object)),
            "del" | "moveFrom" if self.paragraph.open && !self.run.open => Some(Some(LeftKind::Deletion)),
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
            "pStyle" => self.paragraph.style = tag.attribute("val"),
            "outlineLvl" => {
                let level = tag.attribute("val").and_then(|level| level.parse::<u8>().ok());
                self.paragraph.outline = level.is_some_and(|level| level < 9);
            }
            "numId" => self.paragraph.item = tag.attribute("val").is_some_and(|id| id != "0"),
            "r" => self.run = Run { open: true, ..Run::default() },
            "vanish" if self.run.open => {
                self.run.hidden =
                    tag.attribute("val").is_none_or(|given| !matches!(given.as_str(), "0" | "false" | "off"));
            }
            "t" => self.run.in_text = true,
            "tab" | "br" | "cr" | "ptab" if self.run.open && self.paragraph.open => self.paragraph.text.push(' '),
            "noBreakHyphen" => self.paragraph.text.push('\u{2011}'),
            "softHyphen" => self.paragraph.text.push('\u{ad}'),
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
                    self.begun.push((id, self.paragraph.text.len()));
                } else {
                    self.waiting.push(id);
                }
            }
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
            "r" => self.run = Run::default(),
            "t" => self.run.in_text = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.aside.is_empty() && self.run.in_text && !self.run.hidden && self.paragraph.open {
            self.paragraph.text.push_str(text);
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let begun = std::mem::take(&mut self.begun);
        let meaning = paragraph.style.as_deref().and_then(|style| self.styles.meaning(style));
        let kind = match meaning {
            Some(Meaning::Contents) => {
                let says = paragraph.text.chars().any(char::is_alphanumeric);
                self.writing.leave(LeftKind::Furniture, usize::from(says));
                return;
            }
            Some(Meaning::Title) => BlockKind::Heading,
            Some(Meaning::Block(kind)) => kind,
            None if paragraph.outline => BlockKind::Heading,
            None if paragraph.item => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        match self.writing.block(kind, &paragraph.text) {
            Some(block) => {
                if meaning == Some(Meaning::Title)
                    && let Some(block) = self.writing.blocks.get(block)
                {
                    self.titles.push(block.text.clone());
                }
                for (id, at) in begun {
                    let before = Writing::default().line(paragraph.text.get(..at).unwrap_or_default());
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
