//! Which lines go on in the next, and which begin a paragraph.

use super::{ends_sentence, item};

/// A line of this many characters may have been wrapped.
const WRAPPED: std::ops::RangeInclusive<usize> = 30..=140;

/// How the lines of a text were broken.
pub(super) struct Wrap {
    /// How far lines go that go on.
    width: usize,
    /// Whether lines go on in the next at all.
    is_wrapped: bool,
    /// How far the first lines of paragraphs are set in, where they are.
    indents: Vec<usize>,
}

impl Wrap {
    pub fn of(lines: &[&str]) -> Self {
        let is_prose = |line: &str| !line.trim().is_empty() && item(line.trim_start()).is_none();
        let pairs = || {
            lines
                .windows(2)
                .map(|pair| (pair[0], pair[1]))
                .filter(|(line, next)| !line.trim().is_empty() && is_prose(next))
        };
        let open = |line: &str| !ends_sentence(line.trim());
        // The widest lines may be no text: nine of ten are no wider.
        let lengths = pairs().filter(|(line, _)| open(line)).map(|(line, _)| line.chars().count());
        let mut lengths: Vec<usize> = lengths.filter(|length| WRAPPED.contains(length)).collect();
        lengths.sort_unstable();
        let width = lengths.get(lengths.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
        let mut wrap = Self { width, is_wrapped: false, indents: Vec::new() };
        let full: Vec<(&str, &str)> = pairs().filter(|(line, next)| wrap.is_full(line, next)).collect();
        let going: Vec<&str> = full.iter().filter(|(line, _)| open(line)).map(|(_, next)| *next).collect();
        let firsts = going.iter().filter_map(|next| next.chars().find(|c| c.is_alphabetic()));
        let (lower, upper): (Vec<char>, Vec<char>) =
            firsts.filter(|c| c.is_lowercase() || c.is_uppercase()).partition(|c| c.is_lowercase());
        // Lines of a list are alike to look at, but each begins anew.
        wrap.is_wrapped = going.len() * 10 >= full.len() * 4 && !going.is_empty() && lower.len() * 3 >= upper.len();
        let sets_in = full.iter().filter(|(line, next)| indent(line) >= indent(next) + 2 && is_prose(line));
        wrap.indents = sets_in.map(|(line, _)| indent(line)).collect();
        wrap.indents.sort_unstable();
        wrap.indents.dedup();
        wrap
    }

    /// Which lines stand right above a story as its heads: each by itself, with no end, and the first of the story set in.
    pub fn heads(&self, lines: &[&str]) -> Vec<bool> {
        let mut heads = Vec::with_capacity(lines.len());
        for stanza in lines.chunk_by(|one, next| one.trim().is_empty() == next.trim().is_empty()) {
            let first = stanza.iter().position(|line| self.indents.contains(&indent(line))).unwrap_or_default();
            let before = first.checked_sub(1).and_then(|at| stanza.get(at));
            let are_heads = before.is_some_and(|line| !ends_sentence(line.trim()));
            heads.extend((0..stanza.len()).map(|at| are_heads && at < first));
        }
        heads
    }

    /// Whether a line, which may be a head, goes on in the one below it.
    pub fn goes_on(&self, line: &str, next: &str, is_head: bool) -> bool {
        let lower = next.trim_start().starts_with(char::is_lowercase) && !ends_sentence(line.trim());
        self.is_wrapped && !self.begins(line, next) && (lower || !is_head && self.is_full(line, next))
    }

    /// Whether a line is as long as lines are: the first word of the next had no room on it.
    fn is_full(&self, line: &str, next: &str) -> bool {
        let length = line.chars().count();
        let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
        WRAPPED.contains(&length) && (length + 1 + word) * 10 > self.width * 7
    }

    /// Whether a line is set in as the first of a paragraph is.
    fn begins(&self, line: &str, next: &str) -> bool {
        let (own, before) = (indent(next), indent(line));
        // What is set in as far as the line above is a paragraph of one line, or a block that is set in as a whole.
        own >= before + 2 || own == before && self.indents.contains(&own) && ends_sentence(line.trim())
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
