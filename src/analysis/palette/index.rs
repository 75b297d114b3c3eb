//! What can be found, folded once.

use std::cmp::Reverse;
use std::ops::Range;

use super::pattern::{Letters, Pattern, Score};
use crate::analysis::search_text::SearchText;
use crate::briefing::cores;

/// So many rows are gone through by one thread at a time.
const CHUNK: usize = 8192;

/// Rows with the texts by which each is found, of which the first is its name.
#[derive(Clone, Debug)]
pub struct Index<T> {
    rows: Vec<T>,
    text: SearchText,
    letters: Vec<Letters>,
}

/// What was found of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits<T> {
    /// The best, the best first.
    pub best: Vec<T>,
    /// How well the first fits.
    pub score: u32,
    /// How many there are, with those that are no longer named.
    pub all: usize,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), text: SearchText::default(), letters: Vec::new() }
    }
}

impl<T: Copy + Send + Sync> Index<T> {
    /// Adds a row.
    pub fn push<'a>(&mut self, row: T, texts: impl IntoIterator<Item = &'a str>) {
        let before = self.text.text().len();
        self.text.push(texts);
        self.letters.push(Letters::of(self.text.text().get(before..).unwrap_or_default()));
        self.rows.push(row);
    }

    /// All rows, in the order in which they were added.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// The best rows of each of so many groups, at most so many of each, and how many fit. Those for which `is_first` is
    /// true go before the others. Where nothing was typed, every row fits; where nothing fits, a long word may have one
    /// letter wrong.
    pub fn search(
        &self,
        typed: &str,
        shape: (usize, usize),
        group: impl Fn(T) -> usize + Send + Sync,
        is_first: impl Fn(T) -> bool + Send + Sync,
    ) -> Vec<Hits<T>> {
        let hits = self.matching(&Pattern::new(typed), shape, &group, &is_first);
        match Pattern::forgiving(typed) {
            Some(pattern) if hits.iter().all(|hits| hits.all == 0) => self.matching(&pattern, shape, &group, &is_first),
            _ => hits,
        }
    }

    fn matching(
        &self,
        pattern: &Pattern,
        (groups, most): (usize, usize),
        group: &(impl Fn(T) -> usize + Send + Sync),
        is_first: &(impl Fn(T) -> bool + Send + Sync),
    ) -> Vec<Hits<T>> {
        let starts = (0..self.rows.len()).step_by(CHUNK);
        let chunks: Vec<Range<usize>> = starts.map(|start| start..(start + CHUNK).min(self.rows.len())).collect();
        let found = cores::map(chunks, |rows| {
            let mut pattern = pattern.clone();
            let mut found = vec![Found::default(); groups];
            for row in rows {
                let of = self.rows[row];
                let (Some(score), Some(found)) = (self.score(&mut pattern, row), found.get_mut(group(of))) else {
                    continue;
                };
                found.add((Reverse(is_first(of)), Reverse(score), row), most);
            }
            found
        });
        (0..groups).map(|group| self.together(found.iter().map(|found| &found[group]), most)).collect()
    }

    fn score(&self, pattern: &mut Pattern, row: usize) -> Option<Score> {
        if pattern.is_empty() {
            return Some(0);
        }
        if !pattern.may_fit(self.letters[row]) {
            return None;
        }
        pattern.score(&self.text.texts(row))
    }

    fn together<'a>(&self, parts: impl Iterator<Item = &'a Found>, most: usize) -> Hits<T> {
        let mut whole = Found::default();
        for part in parts {
            whole.all += part.all;
            part.best.iter().for_each(|place| whole.put(*place, most));
        }
        let score = whole.best.iter().map(|(_, Reverse(score), _)| *score).max().unwrap_or_default();
        Hits { best: whole.best.iter().map(|(.., row)| self.rows[*row]).collect(), score, all: whole.all }
    }
}

/// Where a row comes: first what is to go before the others, then what fits best, then what was added first.
type Place = (Reverse<bool>, Reverse<Score>, usize);

/// The best of a group so far.
#[derive(Clone, Debug, Default)]
struct Found {
    best: Vec<Place>,
    all: usize,
}

impl Found {
    fn add(&mut self, place: Place, most: usize) {
        self.all += 1;
        self.put(place, most);
    }

    fn put(&mut self, place: Place, most: usize) {
        if self.best.len() >= most && self.best.last().is_none_or(|last| *last <= place) {
            return;
        }
        let at = self.best.partition_point(|other| *other <= place);
        self.best.insert(at, place);
        self.best.truncate(most);
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    fn index(rows: &[&[&'static str]]) -> Index<usize> {
        let mut index = Index::default();
        for (number, texts) in rows.iter().enumerate() {
            index.push(number, texts.iter().copied());
        }
        index
    }

    fn found(index: &Index<usize>, typed: &str) -> Vec<usize> {
        index.search(typed, (1, 10), |_| 0, |_| false).remove(0).best
    }

    #[test]
    fn letters_find_what_they_stand_in_whatever_the_script_and_the_accents() {
        let rows = index(&[&["Türkiye", "Турция", "土耳其"], &["Turkmenistan", "Туркменистан"], &["Peru", "Перу"]]);
        assert_eq!(found(&rows, "turk"), [0, 1]);
        assert_eq!(found(&rows, "TÜRKM"), [1]);
        assert_eq!(found(&rows, "турц"), [0]);
        assert_eq!(found(&rows, "耳其"), [0]);
        assert_eq!(found(&rows, "tkmn"), [1], "letters in their order, with others between them");
        assert_eq!(found(&rows, "turkmenistam"), [1], "one letter of a long word may be wrong");
        assert_eq!(found(&rows, "zzz"), [0_usize; 0]);
        assert_eq!(found(&rows, " "), [0, 1, 2], "nothing typed finds all, in their order");
    }

    #[test]
    fn words_are_found_in_any_order_and_in_any_text_of_a_row() {
        let rows = index(&[&["2022", "Ferry freight", "Trade"], &["2021", "Ferry freight", "Trade"], &["Trade fair"]]);
        assert_eq!(found(&rows, "trade 2022"), [0]);
        assert_eq!(found(&rows, "2022 trade"), [0]);
        assert_eq!(found(&index(&[&["2026-02 / 2"], &["2022-02"]]), "2022"), [1], "a number stands together");
        assert_eq!(found(&rows, "trade")[0], 2, "a name goes before other texts");
    }

    #[test]
    fn letters_strewn_over_a_long_text_are_no_match() {
        let rows = index(&[&["The ministers underlined that all remaining questions would be kept under review"]]);
        assert_eq!(found(&rows, "turk"), [0_usize; 0]);
        assert_eq!(found(&rows, "review"), [0]);
    }

    #[test]
    fn of_each_group_the_best_are_named_and_all_are_counted() {
        let mut rows = Index::default();
        let names: Vec<String> = (0..30_000).map(|number| format!("Port {number}")).collect();
        for (number, name) in names.iter().enumerate() {
            rows.push(number, [name.as_str()]);
        }
        let hits = rows.search("port", (2, 3), |row| row % 2, |row| row == 29_999);
        assert_eq!((hits[0].all, hits[1].all), (15_000, 15_000), "over all chunks");
        assert_eq!(hits[0].best, [0, 2, 4]);
        assert_eq!(hits[1].best, [29_999, 1, 3], "what is to go before the others does");
    }

    /// Prints how long a key takes: `cargo test --release --lib palette::index -- --ignored --nocapture`.
    #[test]
    #[ignore = "it measures, and a machine may be busy"]
    #[expect(clippy::print_stdout, reason = "what it measured is all that it is for")]
    fn how_long_a_key_takes() {
        let mut rows = Index::default();
        let syllables = ["ka", "zan", "mi", "ter", "go", "lu", "shen", "var", "ös", "ny", "pre", "tal"];
        for number in 0..1_000_000_usize {
            let pick = |at: usize| syllables[(number / syllables.len().pow(at as u32)) % syllables.len()];
            let name = format!("{}{}{} {}{} {number}", pick(0), pick(1), pick(2), pick(3), pick(4));
            rows.push(number, [name.as_str(), pick(5)]);
        }
        for typed in ["k", "ka", "kaz", "kazan", "kazan m", "99", "shenös", "qx"] {
            let began = std::time::Instant::now();
            let hits = rows.search(typed, (1, 6), |_| 0, |_| false);
            println!("{typed}: {} of a million in {:?}", hits[0].all, began.elapsed());
        }
    }
}
