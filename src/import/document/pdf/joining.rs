//! Lines as one text: with a blank where one ends, without the hyphen that only the end of a line brought.

use std::collections::HashSet;

use super::line::is_wide;

/// So many words are kept to tell hyphens by.
const MOST: usize = 200_000;

/// The words of a document, by which a hyphen at the end of a line is told from one that belongs to its word.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: HashSet<String>,
    /// Whether what only the end of a line brought is another character than the hyphen that is typed.
    are_told_apart: bool,
}

impl Words {
    pub fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut own = Self::default();
        let mut cut = false;
        for line in lines {
            // The last of a line may be a part of one, and then the first of the next is another.
            let mut all: Vec<&str> = line.split_whitespace().skip(usize::from(cut)).collect();
            cut = line.trim_end().ends_with(HYPHENS);
            own.are_told_apart |= line.trim_end().ends_with(['\u{2010}', '\u{ad}']);
            if cut {
                all.pop();
            }
            if own.words.len() <= MOST {
                own.words.extend(all.into_iter().map(bare).filter(|word| !word.is_empty()));
            }
        }
        own
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&bare(word))
    }

    /// Whether two parts of a word that a line ends between are two words with a hyphen of their own.
    fn are_two(&self, before: &str, hyphen: char, after: &str) -> bool {
        if hyphen == '-' && self.are_told_apart {
            return true;
        }
        let is_whole = |part: &str| bare(part).chars().count() > 3 && self.has(part);
        let joined = self.has(&format!("{before}{after}"));
        !joined && (self.has(&format!("{before}-{after}")) || hyphen == '-' && is_whole(before) && is_whole(after))
    }
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).replace('\u{2010}', "-").to_lowercase()
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// Lines that are joined.
#[derive(Debug, Default)]
pub(super) struct Joined(String);

impl Joined {
    /// Adds the next line.
    pub fn add(&mut self, line: &str, words: &Words) {
        let line = line.trim();
        let text = &mut self.0;
        let (Some(last), Some(first)) = (text.chars().next_back(), line.chars().next()) else {
            text.push_str(line);
            return;
        };
        let letter_before = text.trim_end_matches(HYPHENS).chars().next_back().is_some_and(char::is_alphabetic);
        if last == '\u{ad}' || HYPHENS.contains(&last) && letter_before && first.is_lowercase() {
            let before = text.trim_end_matches(HYPHENS).rsplit(char::is_whitespace).next().unwrap_or_default();
            let after = line.split_whitespace().next().unwrap_or_default();
            if last == '\u{ad}' || !words.are_two(before, last, after) {
                text.truncate(text.trim_end_matches(HYPHENS).len());
            }
        } else if HYPHENS.contains(&last) && (letter_before || text.chars().rev().nth(1).is_some_and(char::is_numeric))
        {
            // `Belt-and-Road`, `2024-25`: it belongs there.
        } else if last == '/' && !text.ends_with(" /") || is_wide(last) && is_wide(first) {
            // An address goes on, and so does a script without blanks.
        } else {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// The whole text.
    pub fn text(self) -> String {
        // One that may be put in is none where no line ends.
        self.0.replace('\u{ad}', "")
    }
}

#[cfg(test)]
mod tests {
    use super::{Joined, Words};

    fn joined(lines: &[&str]) -> String {
        let words = Words::of(lines.iter().copied());
        let mut text = Joined::default();
        for line in lines {
            text.add(line, &words);
        }
        text.text()
    }

    #[test]
    fn a_hyphen_goes_where_only_the_line_brought_it() {
        for (lines, whole) in [
            (&["The minis-", "ters met."] as &[_], "The ministers met."),
            (&["A long-term plan, a long-", "term loan."], "A long-term plan, a long-term loan."),
            (&["The Anglo-", "Saxon world."], "The Anglo-Saxon world."),
            (&["In 2024-", "25 it rose."], "In 2024-25 it rose."),
            (&["It fell -", "and rose."], "It fell - and rose."),
            (&["soft\u{ad}", "ware"], "software"),
            (&["A Franco-", "maltese ferry is a mea\u{2010}", "sure."], "A Franco-maltese ferry is a measure."),
            (
                &["A French or Italian-", "maltese ferry, the maltese and italian one."],
                "A French or Italian-maltese ferry, the maltese and italian one.",
            ),
            (&["The ferries of inter-", "national lines."], "The ferries of international lines."),
            (&["See https://example.org/", "page."], "See https://example.org/page."),
            (&["两国签署", "协议。"], "两国签署协议。"),
        ] {
            assert_eq!(joined(lines), whole);
        }
    }
}
