//! Lines as headings, paragraphs, items of lists and footnotes, over columns and pages.

use std::collections::{BTreeMap, BTreeSet};

use super::joining::{Joined, Words};
use super::line::{LOWERED, Line, RAISED, is_wide};
use super::order::Region;
use crate::import::document::content::{Block, BlockKind};
use crate::import::document::raised::{Raised, raised};

/// The pages of a document, each as the stretches in which it is read; and how many marks of notes were left that stand on
/// no page with their note.
pub(super) fn blocks(pages: Vec<Vec<Region>>) -> (Vec<Set>, usize) {
    let mut left = 0;
    let body = body_size(&pages);
    let words = Words::of(pages.iter().flatten().flat_map(|region| &region.lines).map(|line| line.text.as_str()));
    let (mut parts, mut notes): (Vec<Part>, Vec<Part>) = (Vec::new(), Vec::new());
    for regions in pages {
        let mut page = Vec::new();
        let last = regions.len().saturating_sub(1);
        for (number, region) in regions.into_iter().enumerate() {
            page.extend(of_region(region, body, number > 0 && number == last));
        }
        let is_note = |part: &Part| part.kind == BlockKind::Note;
        let marks: BTreeSet<String> = page.iter().filter(|part| is_note(part)).filter_map(Part::mark).collect();
        for mut part in page {
            left += part.drop_marks(&marks);
            if is_note(&part) {
                notes.push(part);
                continue;
            }
            match parts.last_mut().filter(|last| part.opens && last.goes_on_in(&part)) {
                Some(last) => last.lines.extend(part.lines),
                None => parts.push(part),
            }
        }
    }
    let of = |part: Part| {
        let mut text = Joined::default();
        for line in &part.lines {
            text.add(&line.text, &words);
        }
        let text = text.text();
        let text = if part.kind == BlockKind::Item { without_bullet(&text).to_owned() } else { text };
        let places = part.lines.iter().map(|line| (line.page, line.base)).collect();
        Set { block: Block { kind: part.kind, text }, places }
    };
    (parts.into_iter().chain(notes).map(of).collect(), left)
}

/// A block with the places of its lines: the page, and how far above its lower edge.
pub(super) struct Set {
    pub block: Block,
    pub places: Vec<(usize, f64)>,
}

/// Lines that belong together.
struct Part {
    kind: BlockKind,
    lines: Vec<Line>,
    /// Where the lines around it end: those of a paragraph go on to there.
    edge: f64,
    /// Whether it is the first of its column.
    opens: bool,
}

impl Part {
    fn last(&self) -> Option<&Line> {
        self.lines.last()
    }

    /// What a note begins with, which stands above the line where it is cited.
    fn mark(&self) -> Option<String> {
        let text = &self.lines.first()?.text;
        let bare = text.trim_start_matches([RAISED, ' ']);
        let mark: String = bare.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡')).collect();
        Some(mark).filter(|mark| !mark.is_empty() && mark.len() <= 4)
    }

    /// Takes out where notes are cited, and what each begins with; what else stands above the line stands on it. Says how
    /// many marks are of notes that are not known.
    fn drop_marks(&mut self, marks: &BTreeSet<String>) -> usize {
        let mut left = 0;
        let own = (self.kind == BlockKind::Note).then(|| self.mark()).flatten();
        for (number, line) in self.lines.iter_mut().enumerate() {
            let mut text = String::new();
            for (at, stretch) in line.text.split(RAISED).enumerate() {
                let Some((above, rest)) = stretch.split_once(LOWERED).filter(|_| at > 0) else {
                    text.push_str(stretch);
                    continue;
                };
                if !above.split([',', ' ']).all(|one| marks.contains(one.trim())) {
                    match raised(above, &text, rest.chars().next()) {
                        Raised::Mark | Raised::Label => left += 1,
                        Raised::Signs(signs) => text.push_str(&signs),
                        Raised::Fraction | Raised::Text => text.push_str(above),
                    }
                }
                text.push_str(rest);
            }
            text.retain(|c| c != RAISED && c != LOWERED);
            if let Some(own) = own.as_ref().filter(|_| number == 0) {
                let bare = text.strip_prefix(own.as_str()).unwrap_or(&text);
                let bare = bare.trim_start_matches(['.', ')', ' ']);
                text = text.split_off(text.len() - bare.len());
            }
            line.text = text;
        }
        left
    }

    /// Whether it is not at its end where its column is, and goes on in the next.
    fn goes_on_in(&self, next: &Self) -> bool {
        let (Some(last), Some(first)) = (self.last(), next.lines.first()) else { return false };
        let text = last.text.trim_end();
        let lower = first.text.chars().find(|c| !"“«\"'(".contains(*c)).is_some_and(char::is_lowercase);
        let prose = matches!(self.kind, BlockKind::Paragraph | BlockKind::Item) && next.kind == BlockKind::Paragraph;
        let alike = (last.size - first.size).abs() <= 0.06 * last.size;
        let hyphen = text.ends_with(['-', '\u{2010}', '\u{ad}']);
        let full = last.right >= self.edge - 0.12 * (self.edge - last.left).max(1.0) || self.lines.len() == 1;
        let caseless =
            first.text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
        prose && alike && !ends(text) && (hyphen || lower || full || caseless) || prose && alike && lower && full
    }
}

/// Whether a text ends as a sentence does.
fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）', RAISED, LOWERED]);
    let bare = match bare.rfind(RAISED) {
        Some(at) => bare.get(..at).unwrap_or(bare),
        None => bare,
    };
    bare.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '؟', '۔'])
}

/// The size that most letters have.
fn body_size(pages: &[Vec<Region>]) -> f64 {
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for line in pages.iter().flatten().flat_map(|region| &region.lines) {
        *sizes.entry((line.size * 4.0).round().clamp(0.0, 1e6) as u32).or_default() += line.letters();
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(10.0, |(size, _)| f64::from(size) / 4.0)
}

/// The lines of a column, taken apart; those of the lowest may all be notes.
fn of_region(region: Region, body: f64, lowest: bool) -> Vec<Part> {
    // What is read from the right is seen in a mirror.
    let mirrored = super::order::is_from_right(&region.lines);
    let turned = |line: Line| if mirrored { Line { left: -line.right, right: -line.left, ..line } } else { line };
    let lines: Vec<Line> = region.lines.into_iter().map(turned).collect();
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let edge = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let leading = leading(&lines, body);
    let mut parts: Vec<Part> = Vec::new();
    let count = lines.len();
    for (number, line) in lines.into_iter().enumerate() {
        let low = lowest || number > 0 && number * 2 >= count.min(number + 12);
        let kind = kind(&line, body, low, parts.last());
        let joins = parts
            .last()
            .is_some_and(|part| part.last().is_some_and(|last| joins(last, &line, part, kind, leading, edge)));
        if let Some(part) = parts.last_mut().filter(|_| joins) {
            part.lines.push(line);
        } else {
            let opens = parts.is_empty() && line.left <= left + 0.8 * line.size;
            parts.push(Part { kind, lines: vec![line], edge, opens });
        }
    }
    // What is bold and goes on for long is a paragraph.
    for part in &mut parts {
        let letters: usize = part.lines.iter().map(Line::letters).sum();
        let plain = part.lines.iter().all(|line| line.size < 1.12 * body);
        if part.kind == BlockKind::Heading && (letters > 300 || plain && (letters > 120 || part.lines.len() > 2)) {
            part.kind = BlockKind::Paragraph;
        }
    }
    parts
}

/// The distance of lines in a paragraph: that which most have, of those that are no more than two lines.
fn leading(lines: &[Line], body: f64) -> f64 {
    let mut distances: Vec<f64> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(one, other)| (one.size - other.size).abs() < 0.06 * one.size)
        .map(|(one, other)| one.base - other.base)
        .filter(|distance| *distance > 0.5 * body && *distance < 2.4 * body)
        .collect();
    distances.sort_by(f64::total_cmp);
    let usual = distances.get(distances.len() / 3).copied().unwrap_or(1.3 * body);
    usual.max(body)
}

fn kind(line: &Line, body: f64, low: bool, before: Option<&Part>) -> BlockKind {
    let counted = line.labelled || is_counted(&line.text) && line.size < 1.12 * body && !line.bold;
    if bullet(&line.text).is_some() || counted && line.size > 0.92 * body {
        return BlockKind::Item;
    }
    let notes_begun = before.is_some_and(|part| part.kind == BlockKind::Note);
    let marked =
        line.text.starts_with(RAISED) || line.text.starts_with(|c: char| c.is_ascii_digit() || "*†‡".contains(c));
    if line.size <= 0.92 * body && (notes_begun || marked && low) {
        return BlockKind::Note;
    }
    let short = line.letters() <= 120;
    if short && line.text.chars().any(char::is_alphabetic) && is_head(line, body) {
        return BlockKind::Heading;
    }
    BlockKind::Paragraph
}

/// Whether a line is a heading by its looks: large, or larger or bold and no sentence.
fn is_head(line: &Line, body: f64) -> bool {
    let size = line.size.max(line.lead);
    let says = ends(&line.text) || line.text.contains(". ");
    size >= 2.0 * body || !says && (size >= 1.2 * body || line.bold) || line.bold && size >= 1.4 * body
}

/// Whether a line goes on where the one before it stopped.
fn joins(last: &Line, line: &Line, part: &Part, kind: BlockKind, leading: f64, edge: f64) -> bool {
    let size = last.size.max(line.size);
    let distance = last.base - line.base;
    let usual = if (last.size - line.size).abs() < 0.06 * size { leading * (last.size / size) } else { 1.3 * size };
    let near = distance > -0.1 * size && distance <= (1.28 * usual).max(usual + 0.2 * size);
    match (part.kind, kind) {
        (BlockKind::Heading, BlockKind::Heading) => {
            distance <= 1.6 * size && (last.size - line.size).abs() < 0.06 * size && last.bold == line.bold
        }
        (BlockKind::Note, BlockKind::Note) => near && !begins_note(line, part),
        // An item goes on in lines that stand as far in as its text.
        (BlockKind::Item, BlockKind::Paragraph) => {
            let first = part.lines.first().map_or(0.0, |first| first.left);
            near && line.left > first - 0.2 * size && (line.left > first + 0.4 * size || is_full(last, edge))
        }
        (BlockKind::Paragraph, BlockKind::Paragraph) => {
            let indented = line.left > last.left + 0.8 * size && part.lines.len() > 1 || {
                line.left > last.left + 0.8 * size
                    && part.lines.len() == 1
                    && line.left - last.left < 4.0 * size
                    && ends(&last.text)
            };
            let same = (last.size - line.size).abs() < 0.1 * size;
            // A short line that ends a sentence ends its paragraph.
            let over = ends(&last.text) && !is_full(last, edge);
            near && same && !indented && !over
        }
        _ => false,
    }
}

/// Whether a line goes on as far as those around it.
fn is_full(line: &Line, edge: f64) -> bool {
    line.right >= edge - 0.2 * (edge - line.left).max(1.0)
}

fn begins_note(line: &Line, part: &Part) -> bool {
    let mark = |text: &str| {
        let digits: String = text.trim_start_matches([RAISED, ' ']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    if line.text.starts_with(RAISED) {
        return true;
    }
    // The next note has the next number.
    let first = part.lines.first().and_then(|first| mark(&first.text));
    matches!((first, mark(&line.text)), (Some(one), Some(other)) if other == one + 1)
}

/// What stands before an item of a list, where something does.
fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let is_bullet = matches!(first, '•' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '·' | '∙' | '►' | '▶' | '➢' | '✓' | '❖');
    let is_dash = matches!(first, '–' | '—' | '-' | '*') && text.chars().nth(1) == Some(' ');
    (is_bullet || is_dash).then_some(first.len_utf8())
}

fn without_bullet(text: &str) -> &str {
    bullet(text).and_then(|length| text.get(length..)).map_or(text, str::trim_start)
}

/// Whether a text begins as an item with a number does: `1.`, `(a)`, `iv)`.
fn is_counted(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(' ') else { return false };
    let bare = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let closed = mark.ends_with(')') || mark.ends_with('.');
    let short = !bare.is_empty() && bare.chars().count() <= 3;
    let counts = bare.chars().all(|c| c.is_ascii_digit())
        || mark.ends_with(')') && bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        || mark.ends_with(')') && bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    closed && short && counts && rest.chars().any(char::is_alphabetic) && !mark.chars().any(is_wide)
}
