//! Breaking a paragraph into lines, in the order in which it is read.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_bidi::Level;

use super::atoms::{Atom, Kind, Setter};

/// A line, in the order in which it is read.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// What stands on it.
    pub(super) atoms: Vec<Atom>,
    /// The level of its paragraph.
    pub(super) level: Level,
    /// How far from the left it begins, in points.
    pub(super) indent: f32,
    /// Whether its paragraph ends with it, and another follows.
    pub(super) ends_paragraph: bool,
    /// The section that gives the height of a line on which nothing stands.
    pub(super) section: usize,
}

impl Line {
    /// How wide what stands on it is, but for white space at its end.
    pub(super) fn width(&self) -> f32 {
        let shown = self.atoms.len() - self.trailing();
        self.atoms.iter().take(shown).map(|atom| atom.width).sum()
    }

    /// How many atoms that are not seen stand at its end.
    pub(super) fn trailing(&self) -> usize {
        self.atoms.iter().rev().take_while(|atom| matches!(atom.kind, Kind::Space | Kind::Hidden)).count()
    }
}

/// The lines of a job, and whether what it says was cut off.
pub(super) fn lines(setter: &mut Setter<'_, '_>) -> (Vec<Line>, bool) {
    let wrap = setter.job.wrap.clone();
    // As egui has it: what was rounded when it was measured must not break now.
    let room = wrap.max_width + 0.5;
    let mut lines: Vec<Line> = Vec::new();
    let paragraphs = paragraphs(setter);
    let last = paragraphs.len().saturating_sub(1);
    for (index, paragraph) in paragraphs.into_iter().enumerate() {
        let section = setter.section_at(paragraph.start);
        let (atoms, level) = setter.atoms(paragraph);
        let indent = match setter.job.sections.first() {
            Some(first) if lines.is_empty() => first.leading_space,
            _ => 0.0,
        };
        let empty = Line { atoms: Vec::new(), level, indent: 0.0, ends_paragraph: false, section };
        let mut line = Line { indent, ..empty.clone() };
        let mut rest: VecDeque<Atom> = atoms.into();
        loop {
            let is_last = lines.len() + 1 >= wrap.max_rows;
            fill(setter, &mut line, &mut rest, room, wrap.break_anywhere);
            if is_last && (!rest.is_empty() || index < last) {
                let mut all: VecDeque<Atom> = std::mem::take(&mut line.atoms).into();
                all.append(&mut rest);
                elide(setter, &mut line, all, room);
                lines.push(line);
                return (lines, true);
            }
            let done = rest.is_empty();
            line.ends_paragraph = done && index < last;
            lines.push(std::mem::replace(&mut line, empty.clone()));
            if done {
                break;
            }
        }
    }
    (lines, false)
}

/// Where the paragraphs of a job stand in its text.
fn paragraphs(setter: &Setter<'_, '_>) -> Vec<Range<usize>> {
    let text = &setter.job.text;
    let breaks = |character: char| character == '\n' && setter.job.break_on_newline;
    let mut at = 0;
    let paragraph = |paragraph: &str| {
        let start = at;
        at += paragraph.len() + 1;
        start..start + paragraph.len()
    };
    text.split(breaks).map(paragraph).collect()
}

/// Moves to a line what there is room for.
fn fill(setter: &mut Setter<'_, '_>, line: &mut Line, rest: &mut VecDeque<Atom>, room: f32, anywhere: bool) {
    let mut width = line.indent;
    while !rest.is_empty() {
        let ends = (1..rest.len()).find(|next| rest[next - 1].may_end_line(&rest[*next])).unwrap_or(rest.len());
        let unit = rest.range(..ends);
        let space: f32 = unit.clone().rev().take_while(|atom| atom.kind == Kind::Space).map(|atom| atom.width).sum();
        let whole: f32 = unit.map(|atom| atom.width).sum();
        if width + whole - space <= room {
            line.atoms.extend(rest.drain(..ends));
            width += whole;
        } else if line.atoms.is_empty() && line.indent == 0.0 || anywhere {
            // Wider than any line: it is broken where the line is full.
            while let Some(atom) = rest.pop_front() {
                if width + atom.width <= room {
                    width += atom.width;
                    line.atoms.push(atom);
                    continue;
                }
                let (first, left) = setter.cut(&atom, room - width, line.atoms.is_empty());
                line.atoms.extend(first);
                if let Some(left) = left {
                    rest.push_front(left);
                }
                return;
            }
        } else {
            return;
        }
    }
}

/// Fills a line as far as there is room, and says with an ellipsis that it goes on.
fn elide(setter: &mut Setter<'_, '_>, line: &mut Line, all: VecDeque<Atom>, room: f32) {
    let section = all.front().map_or(line.section, |atom| atom.section);
    let end = all.back().map_or(0, |atom| atom.bytes.end);
    let ellipsis = setter.ellipsis(end, line.level, section);
    let room = room - ellipsis.as_ref().map_or(0.0, |atom| atom.width);
    let mut width = line.indent;
    for atom in all {
        if width + atom.width <= room {
            width += atom.width;
            line.atoms.push(atom);
        } else {
            line.atoms.extend(setter.cut(&atom, room - width, false).0);
            break;
        }
    }
    line.atoms.truncate(line.atoms.len() - line.trailing());
    line.atoms.extend(ellipsis);
}
