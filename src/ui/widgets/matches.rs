//! How many times what is looked for stands in each row of a list, as far as that is known.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};

/// A text that is looked for in lists of which not every row is drawn. What is counted in a row when it is drawn counts
/// for it from then on.
#[derive(Clone, Debug)]
pub struct Search {
    /// Tells it from one for anything else, or in anything else.
    pub key: u64,
    /// Which of the matches has to be in view, from zero.
    pub current: usize,
    /// How many have been counted so far in this frame.
    pub counted: Arc<AtomicUsize>,
    /// Whether rows are left that were never drawn.
    pub goes_on: Arc<AtomicBool>,
}

/// So many rows that are not in view are drawn in one frame in order to count in them.
pub(super) const AT_ONCE: usize = 100;

/// The matches in each row of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Matches {
    key: u64,
    /// Nothing of those that were never drawn.
    rows: Vec<Option<u32>>,
    /// All before this one are known.
    known: usize,
}

impl Matches {
    /// Those of a search in so many rows. What was known of another is forgotten.
    pub fn fit(&mut self, rows: usize, search: &Search) {
        if self.rows.len() != rows || self.key != search.key {
            *self = Self { key: search.key, rows: vec![None; rows], known: 0 };
        }
    }

    /// Notes how many there are in a row.
    pub fn set(&mut self, row: usize, count: usize) {
        if let Some(kept) = self.rows.get_mut(row) {
            *kept = Some(u32::try_from(count).unwrap_or(u32::MAX));
        }
        while self.rows.get(self.known).is_some_and(Option::is_some) {
            self.known += 1;
        }
    }

    /// The first of some rows of which nothing is known.
    pub fn unknown(&self, rows: Range<usize>) -> Option<usize> {
        let from = rows.start.max(self.known);
        let all = self.rows.get(from..rows.end)?;
        all.iter().position(Option::is_none).map(|at| from + at)
    }

    /// How many there are in some rows.
    pub fn of(&self, rows: Range<usize>) -> usize {
        self.rows.get(rows).unwrap_or_default().iter().flatten().map(|count| *count as usize).sum()
    }

    /// Which of some rows holds one of the matches in them, counted from zero.
    pub fn holding(&self, rows: Range<usize>, mut number: usize) -> Option<usize> {
        let holds = |count: &Option<u32>| {
            let count = count.unwrap_or_default() as usize;
            let here = number < count;
            number = number.saturating_sub(count);
            here
        };
        self.rows.get(rows.clone())?.iter().position(holds).map(|at| rows.start + at)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Matches, Search};

    #[test]
    fn what_was_counted_in_a_row_counts_for_it() {
        let search = |key| Search { key, current: 0, counted: Arc::default(), goes_on: Arc::default() };
        let mut matches = Matches::default();
        matches.fit(6, &search(1));
        assert_eq!((matches.unknown(0..6), matches.of(0..6)), (Some(0), 0));
        for (row, count) in [(0, 0), (1, 2), (3, 1), (5, 4)] {
            matches.set(row, count);
        }
        matches.fit(6, &search(1));
        assert_eq!([matches.of(0..6), matches.of(1..3), matches.of(2..4)], [7, 2, 1]);
        assert_eq!([matches.unknown(0..6), matches.unknown(3..6), matches.unknown(5..6)], [Some(2), Some(4), None]);
        let holding = |number| matches.holding(0..6, number);
        assert_eq!([0, 1, 2, 3, 6, 7].map(holding), [Some(1), Some(1), Some(3), Some(5), Some(5), None]);
        assert_eq!(matches.holding(2..6, 0), Some(3));
        matches.fit(6, &search(2));
        assert_eq!(matches.of(0..6), 0, "of something else");
    }
}
