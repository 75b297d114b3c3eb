//! Lines as one text: with a blank where one ends, without the hyphen that only the end of a line brought.

use std::collections::HashSet;

use super::line::is_wide;

/// So many words are kept to tell hyphens by.
const MOST: usize = 200_000;

/// The words of a document, by which a hyphen at the end of a line is told from one that belongs to its word.
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

impl Words {
    pub fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            // The last of a line may be a part of one.
            let mut all: Vec<&str> = line.split_whitespace().collect();
            if all.last().is_some_and(|last| last.ends_with(HYPHENS)) {
                all.pop();
            }
            words.extend(all.into_iter().map(bare).filter(|word| !word.is_empty()));
            if words.len() > MOST {
                break;
            }
        }
        Self(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&bare(word))
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
            let parted = words.has(&format!("{before}-{after}")) && !words.has(&format!("{before}{after}"));
            if last == '\u{ad}' || !parted {
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
            (&["See https://example.org/", "page."], "See https://example.org/page."),
            (&["两国签署", "协议。"], "两国签署协议。"),
        ] {
            assert_eq!(joined(lines), whole);
        }
    }
}
