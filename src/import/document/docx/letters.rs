//! The letters of a paragraph, run by run, without those that are struck out, hidden or the marks of notes.

use super::super::content::{LeftKind, Writing};
use super::super::raised::{Raised, raised};
use super::super::xml::Tag;
use super::looks::Looks;
use super::styles::Styles;

/// The letters of a paragraph that is read.
pub(super) struct Letters<'a> {
    styles: &'a Styles,
    text: String,
    /// Letters above the line, of which it is not known yet what they are.
    above: String,
    /// How the letters of the paragraph look, where their run says nothing.
    usual: Looks,
    run: Option<Run>,
    left: Vec<LeftKind>,
    /// What was left last, with nothing taken behind it.
    leaving: Option<LeftKind>,
}

#[derive(Default)]
struct Run {
    looks: Looks,
    style: Looks,
    in_text: bool,
}

impl<'a> Letters<'a> {
    pub const fn new(styles: &'a Styles) -> Self {
        let usual = Looks { struck: None, hidden: None, raised: None };
        Self { styles, text: String::new(), above: String::new(), usual, run: None, left: Vec::new(), leaving: None }
    }

    pub const fn in_run(&self) -> bool {
        self.run.is_some()
    }

    /// The length of what was taken so far.
    pub const fn len(&self) -> usize {
        self.text.len()
    }

    /// Takes up an element.
    pub fn start(&mut self, tag: &Tag<'_>) {
        let looks_of = |tag: &Tag<'_>| tag.attribute("val").map(|id| self.styles.looks(&id)).unwrap_or_default();
        match (tag.name.as_str(), self.run.as_mut()) {
            ("r", _) => self.run = Some(Run::default()),
            ("pStyle", _) => self.usual = looks_of(tag),
            ("rStyle", Some(run)) => run.style = looks_of(tag),
            ("t", Some(run)) => run.in_text = true,
            ("tab" | "br" | "cr" | "ptab", Some(_)) => self.push(" "),
            ("noBreakHyphen", _) => self.push("\u{2011}"),
            ("softHyphen", _) => self.push("\u{ad}"),
            (_, Some(run)) => run.looks.take(tag),
            _ => {}
        }
    }

    pub fn end(&mut self, name: &str) {
        match (name, self.run.as_mut()) {
            ("r", _) => self.run = None,
            ("t", Some(run)) => run.in_text = false,
            _ => {}
        }
    }

    /// Takes up a text, where it is one.
    pub fn text(&mut self, text: &str) {
        if self.run.as_ref().is_some_and(|run| run.in_text) {
            self.push(text);
        }
    }

    /// Adds a blank between paragraphs.
    pub fn part(&mut self) {
        self.settle(" ");
        self.usual = Looks::default();
        self.text.push(' ');
    }

    fn push(&mut self, text: &str) {
        let run = self.run.as_ref();
        let looks = run.map(|run| run.looks.or(run.style)).unwrap_or_default().or(self.usual);
        let left = if looks.hidden == Some(true) {
            Some(LeftKind::Hidden)
        } else {
            (looks.struck == Some(true)).then_some(LeftKind::Struck)
        };
        if let Some(kind) = left {
            // What several runs make one of is one.
            if self.leaving != left && !text.trim().is_empty() {
                self.left.push(kind);
                self.leaving = left;
            }
        } else if looks.raised == Some(true) {
            self.above.push_str(text);
        } else {
            self.settle(text);
            self.leaving = None;
            self.text.push_str(text);
        }
    }

    /// Takes what stands above the line for what it is, now that it is known what follows.
    fn settle(&mut self, behind: &str) {
        let above = std::mem::take(&mut self.above);
        if above.trim().is_empty() {
            return self.text.push_str(&above);
        }
        match raised(&above, &self.text, behind.chars().next()) {
            Raised::Mark | Raised::Label => self.left.push(LeftKind::NoteMark),
            Raised::Signs(signs) => self.text.push_str(&signs),
            Raised::Fraction | Raised::Text => self.text.push_str(&above),
        }
    }

    /// What was gathered; what was left of it is named.
    pub fn done(&mut self, writing: &mut Writing) -> String {
        self.settle("");
        for kind in self.left.drain(..) {
            writing.leave(kind, 1);
        }
        (self.leaving, self.usual) = (None, Looks::default());
        std::mem::take(&mut self.text)
    }
}
