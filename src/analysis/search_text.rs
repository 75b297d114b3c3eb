//! The text of many rows, folded once and laid end to end, so that a search is one scan and allocates nothing for a
//! row.

use std::ops::Range;

use memchr::memmem;

use unicode_normalization::UnicodeNormalization as _;

use super::find::typed;
use super::fold::is_accent;

/// Stands between the texts of one row. No text holds it, so nothing is found across two of them.
const BETWEEN: char = '\n';

/// The folded texts of rows in one buffer.
#[derive(Clone, Debug, Default)]
pub struct SearchText {
    text: String,
    /// Where each row ends in the text.
    ends: Vec<usize>,
}

/// What is searched for, folded as the text is.
#[derive(Debug)]
pub struct Needle {
    /// `None` where nothing is searched for, which is found everywhere.
    finder: Option<memmem::Finder<'static>>,
    /// How much of it stands before the text it is found in.
    before: usize,
}

impl Needle {
    /// What a reader typed; white space around it does not count.
    pub fn new(typed: &str) -> Self {
        let mut folded = String::new();
        fold_into(typed.trim(), &mut folded);
        Self { finder: (!folded.is_empty()).then(|| memmem::Finder::new(&folded).into_owned()), before: 0 }
    }

    /// How a text has to begin.
    pub fn beginning(typed: &str) -> Self {
        let mut folded = BETWEEN.to_string();
        fold_into(typed.trim_start(), &mut folded);
        let before = BETWEEN.len_utf8();
        Self { finder: (folded.len() > before).then(|| memmem::Finder::new(&folded).into_owned()), before }
    }

    /// Whether a text begins so; everything does, as long as nothing is searched for.
    pub fn begins(&self, text: &str) -> bool {
        let mut folded = String::new();
        fold_into(text, &mut folded);
        let needle = self.finder.as_ref().map_or(&[][..], memmem::Finder::needle);
        folded.as_bytes().starts_with(&needle[self.before.min(needle.len())..])
    }

    /// Whether nothing is searched for, which is found everywhere.
    pub const fn is_empty(&self) -> bool {
        self.finder.is_none()
    }
}

impl SearchText {
    /// The texts of each row.
    pub fn new<'a, Texts: IntoIterator<Item = &'a str>>(rows: impl IntoIterator<Item = Texts>) -> Self {
        let mut all = Self::default();
        for texts in rows {
            all.push(texts);
        }
        all.text.shrink_to_fit();
        all.ends.shrink_to_fit();
        all
    }

    /// Adds the texts of a row.
    pub fn push<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        if self.text.is_empty() {
            // The first text, too, follows a separator.
            self.text.push(BETWEEN);
        }
        for text in texts {
            fold_into(text, &mut self.text);
            self.text.push(BETWEEN);
        }
        self.ends.push(self.text.len());
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The folded text of all rows.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The memory it takes, in bytes.
    pub const fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<usize>()
    }

    /// The folded texts of a row.
    pub fn texts(&self, row: usize) -> impl Iterator<Item = &str> + Clone {
        self.text[self.start(row)..self.ends[row]].split_terminator(BETWEEN)
    }

    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(BETWEEN.len_utf8(), |before| self.ends[before])
    }

    /// Visits the rows of a range in which the needle is found, in order. The range lies within the rows.
    pub fn scan(&self, needle: &Needle, rows: Range<usize>, mut found: impl FnMut(usize)) {
        let Some(finder) = &needle.finder else {
            rows.for_each(found);
            return;
        };
        let text = self.text.as_bytes();
        let mut row = rows.start;
        // The separator before a row belongs to its first text, for a needle that asks how a text begins.
        let mut from = self.start(row) - BETWEEN.len_utf8();
        let end = rows.end.checked_sub(1).map_or(0, |last| self.ends[last]);
        while from < end {
            let Some(at) = finder.find(&text[from..end]) else { return };
            let at = from + at + needle.before;
            while self.ends[row] <= at {
                row += 1;
            }
            found(row);
            // One find is enough for a row.
            from = self.ends[row] - needle.before;
            row += 1;
        }
    }
}

/// Folds a text as [`find`](super::find) does, with a space for whatever does not show.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    if text.is_ascii() {
        folded.extend(text.chars().map(|letter| shown(letter.to_ascii_lowercase())));
    } else {
        for letter in text.chars() {
            if letter.is_ascii() {
                folded.push(shown(letter.to_ascii_lowercase()));
            } else {
                folded.extend(typed(letter).map(shown));
            }
        }
    }
}

/// The signs that fold otherwise than by Unicode alone, each with what it folds to: for who folds where this program is
/// not at hand, by decomposing a sign for compatibility, leaving the accents out and taking the small letters.
pub fn unusual() -> Vec<(char, String)> {
    /// Behind these there is nothing that is typed as something else.
    const LAST: u32 = 0xab30;
    let mut unusual = Vec::new();
    for sign in (0x80..LAST).filter_map(char::from_u32) {
        let mut folded = String::new();
        fold_into(sign.encode_utf8(&mut [0; 4]), &mut folded);
        let parts = sign.nfkd().filter(|part| !is_accent(*part));
        let usual: String = parts.flat_map(char::to_lowercase).collect();
        if folded != usual {
            unusual.push((sign, folded));
        }
    }
    unusual
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Needle, SearchText};

    fn rows(text: &SearchText, typed: &str) -> Vec<usize> {
        let mut found = Vec::new();
        text.scan(&Needle::new(typed), 0..text.len(), |row| found.push(row));
        found
    }

    #[test]
    fn each_row_is_found_once_and_nothing_is_found_across_two_texts() {
        let text = SearchText::new([vec!["Türkiye", "Turkey", "TUR"], vec!["Орёл"], vec![], vec!["tur", "key"]]);
        assert_eq!(rows(&text, "tur"), [0, 3]);
        assert_eq!(rows(&text, " TÜR "), [0, 3]);
        assert_eq!(rows(&text, "орел"), [1]);
        assert_eq!(rows(&text, "turkey"), [0], "not `tur` and `key`");
        assert_eq!(rows(&text, "tur\nkey"), [0_usize; 0]);
        assert_eq!(rows(&text, ""), [0, 1, 2, 3], "nothing is found everywhere");
    }

    #[test]
    fn what_the_keyboard_has_one_key_for_is_one() {
        let text = SearchText::new([["Côte d’Ivoire"], ["Guinea–Bissau"]]);
        assert_eq!(rows(&text, "cote d'ivoire"), [0]);
        assert_eq!(rows(&text, "guinea-bissau"), [1]);
    }

    #[test]
    fn a_text_is_found_by_how_it_begins() {
        let text = SearchText::new([vec!["Nepal", "Непал"], vec!["Kathmandu"], vec!["Palau", "Nepal"]]);
        let begins = |typed: &str| {
            let mut found = Vec::new();
            text.scan(&Needle::beginning(typed), 0..text.len(), |row| found.push(row));
            found
        };
        assert_eq!(begins("ne"), [0, 2]);
        assert_eq!(begins("не"), [0]);
        assert_eq!(begins("pal"), [2], "Nepal only holds it");
        assert_eq!(begins("k"), [1]);
        assert_eq!(text.texts(0).collect::<Vec<_>>(), ["nepal", "непал"]);
    }

    proptest! {
        #[test]
        fn a_scan_in_parts_finds_what_one_scan_finds(
            texts in prop::collection::vec(prop::collection::vec("[abЁё \n]{0,4}", 0..3), 0..20),
            typed in "[abеё]{1,2}",
            cut in 0usize..20,
        ) {
            let text = SearchText::new(texts.iter().map(|row| row.iter().map(String::as_str)));
            let cut = cut.min(text.len());
            let mut parts = Vec::new();
            for range in [0..cut, cut..text.len()] {
                text.scan(&Needle::new(&typed), range, |row| parts.push(row));
            }
            prop_assert_eq!(&parts, &rows(&text, &typed));
            let folded = |text: &str| crate::analysis::fold::fold(text).replace('\n', " ");
            let naive: Vec<usize> = (0..texts.len())
                .filter(|row| texts[*row].iter().any(|text| folded(text).contains(&folded(&typed))))
                .collect();
            prop_assert_eq!(parts, naive);
        }
    }
}
