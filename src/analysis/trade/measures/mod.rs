//! The measures of the trade, one file each. A new one is a file here and a line in [`MEASURES`].

mod balance;
mod direction;
mod growth;
mod index;
mod share;
mod total;

use super::measure::{Measure, MeasureSpec};

/// All measures.
static MEASURES: &[&MeasureSpec] = &[
    // In the order they are offered; the first is shown first.
    &total::TOTAL,
    &direction::DIRECTION,
    &balance::BALANCE,
    &growth::GROWTH,
    &share::SHARE,
    &index::INDEX,
];

impl Measure {
    /// All measures, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        MEASURES.iter().map(|spec| Self::new(spec))
    }

    /// The measure with a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::all().find(|measure| measure.key == key)
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::new(MEASURES[0])
    }
}

/// The measure with a key that there is.
#[cfg(test)]
#[expect(clippy::missing_panics_doc, reason = "for tests")]
pub fn measure(key: &str) -> Measure {
    Measure::of_key(key).expect(key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Measure;

    #[test]
    fn every_measure_draws_something_and_no_row_twice() {
        for measure in Measure::all() {
            let keys: BTreeSet<_> = measure.rows().map(|row| row.key).collect();
            assert!(!measure.drawn.is_empty());
            assert_eq!(keys.len(), measure.rows().count(), "{measure:?} lists a row twice, or two with one key");
            assert!(measure.said_beside.iter().all(|row| measure.beside.contains(row)), "{measure:?}");
            assert!(measure.meanings.iter().all(|meaning| measure.draws(meaning.row)), "{measure:?}");
        }
    }

    #[test]
    fn keys_stay_as_they_are() {
        for key in ["total", "direction", "balance", "growth", "share", "index"] {
            assert_eq!(Measure::of_key(key).map(|measure| measure.key), Some(key));
        }
        assert!(Measure::all().all(|measure| Measure::of_key(measure.key) == Some(measure)));
    }
}
