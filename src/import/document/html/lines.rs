//! What the lines of a part of a page are: sentences, or what leads elsewhere.

use super::super::plain::ends_sentence;
use super::tree::{Child, Tree};

/// Whether a sentence stands in an element, and no line that only leads elsewhere or is typed into.
pub(super) fn says(tree: &Tree, at: usize) -> bool {
    let mut lines = Lines::default();
    lines.read(tree, at, false);
    lines.end();
    lines.sentence && !lines.leads
}

/// What the lines of an element are.
#[derive(Default)]
struct Lines {
    line: String,
    /// Letters of the line that are in links.
    linked: usize,
    sentence: bool,
    leads: bool,
}

impl Lines {
    /// A line that is shorter than this is no sentence.
    const LEAST: usize = 12;

    fn read(&mut self, tree: &Tree, at: usize, in_link: bool) {
        let Some(node) = tree.nodes.get(at) else { return };
        match node.name.as_str() {
            "script" | "style" | "noscript" | "template" => return,
            "form" | "input" | "textarea" => self.leads = true,
            "br" => self.end(),
            _ => {}
        }
        let linked = in_link || node.name == "a" || node.name == "button";
        if node.is_block() {
            self.end();
        }
        for child in &node.children {
            match child {
                Child::Text(text) => {
                    self.line.push_str(text);
                    self.linked += if linked { letters(text) } else { 0 };
                }
                Child::Element(inner) => self.read(tree, *inner, linked),
            }
        }
        if node.is_block() {
            self.end();
        }
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        let all = letters(&line);
        if linked * 2 > all {
            self.leads = true;
        } else if all >= Self::LEAST && ends_sentence(line.trim()) && !line.trim().ends_with([':', '：']) {
            self.sentence = true;
        }
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
