//! How high the rows of a list are, as far as that is known.

use std::ops::Range;

/// So many rows are summed up together.
const BLOCK: usize = 256;
/// As high a row is held to be before any was drawn.
const ROW: f32 = 40.0;

/// How high each of many rows is. One that was never drawn is held to be as high as those that were. What some rows are
/// together, and which one a distance leads to, is found without going through all of them.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    width: f32,
    /// Nothing of those that were never drawn.
    rows: Vec<Option<f32>>,
    blocks: Vec<Known>,
    all: Known,
}

/// Of some rows, how many were drawn, and how high those are together.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    count: usize,
    sum: f64,
}

impl Known {
    fn add(&mut self, height: f32) {
        self.count += 1;
        self.sum += f64::from(height);
    }

    /// How high so many rows are of which this is known.
    fn of(self, rows: usize, usual: f64) -> f64 {
        (rows - self.count) as f64 * usual + self.sum
    }
}

impl Heights {
    /// Heights of so many rows of a width. What was known of others, or of another width, is forgotten.
    pub fn fit(&mut self, rows: usize, width: f32) {
        if self.rows.len() != rows || (self.width - width).abs() >= 0.5 {
            let blocks = vec![Known::default(); rows.div_ceil(BLOCK)];
            *self = Self { width, rows: vec![None; rows], blocks, all: Known::default() };
        }
    }

    /// Notes how high a row is.
    pub fn set(&mut self, row: usize, height: f32) {
        let (Some(kept), Some(block)) = (self.rows.get_mut(row), self.blocks.get_mut(row / BLOCK)) else { return };
        for known in [block, &mut self.all] {
            match *kept {
                Some(earlier) => known.sum += f64::from(height) - f64::from(earlier),
                None => known.add(height),
            }
        }
        *kept = Some(height);
    }

    /// How high some rows are together.
    pub fn of(&self, rows: Range<usize>) -> f32 {
        let mut sum = 0.0;
        let mut at = rows.start;
        while at < rows.end {
            let (next, height) = self.step(at, rows.end);
            sum += height;
            at = next;
        }
        sum as f32
    }

    /// The first of some rows that reaches beyond a distance from where they begin; their end where none does.
    pub fn reaching(&self, rows: Range<usize>, distance: f32) -> usize {
        let mut left = f64::from(distance);
        let mut at = rows.start;
        while at < rows.end && left > 0.0 {
            let (next, height) = self.step(at, rows.end);
            if height <= left {
                left -= height;
                at = next;
            } else if next == at + 1 {
                break;
            } else {
                // It is one of this block.
                let beyond = |row: &usize| {
                    left -= self.row(*row);
                    left < 0.0
                };
                return (at..next).find(beyond).unwrap_or(next);
            }
        }
        at
    }

    /// A whole block from here on where it is one, or a row; where it ends, and how high it is.
    fn step(&self, at: usize, end: usize) -> (usize, f64) {
        if at.is_multiple_of(BLOCK) && at + BLOCK <= end {
            let known = self.blocks.get(at / BLOCK).copied().unwrap_or_default();
            (at + BLOCK, known.of(BLOCK, self.usual()))
        } else {
            (at + 1, self.row(at))
        }
    }

    fn row(&self, row: usize) -> f64 {
        self.rows.get(row).copied().flatten().map_or_else(|| self.usual(), f64::from)
    }

    /// As high as a row is held to be that was never drawn.
    fn usual(&self) -> f64 {
        if self.all.count == 0 { f64::from(ROW) } else { self.all.sum / self.all.count as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Heights, ROW};

    fn summed(heights: &Heights, rows: std::ops::Range<usize>) -> f64 {
        rows.map(|row| heights.row(row)).sum()
    }

    #[test]
    fn sums_and_distances_are_those_of_the_rows_one_by_one() {
        let mut heights = Heights::default();
        heights.fit(3000, 400.0);
        assert!((heights.of(0..3000) - 3000.0 * ROW).abs() < 0.1);
        for row in [0, 1, 255, 256, 300, 511, 512, 2999, 300] {
            heights.set(row, 10.0 + row as f32 / 8.0);
        }
        for (start, end) in [(0, 3000), (1, 256), (255, 257), (256, 512), (300, 2999), (7, 7), (2560, 3000)] {
            let sum = summed(&heights, start..end);
            assert!((f64::from(heights.of(start..end)) - sum).abs() < 0.1, "{start}..{end}");
            for part in [-5.0, 0.0, 0.1, 0.5, 0.999, 1.5] {
                let distance = f64::from((sum * part) as f32);
                let plain = (start..end).find(|row| summed(&heights, start..row + 1) > distance).unwrap_or(end);
                assert_eq!(heights.reaching(start..end, distance as f32), plain, "{start}..{end} by {distance}");
            }
        }
    }

    #[test]
    fn what_is_known_is_of_as_many_rows_and_of_one_width() {
        let mut heights = Heights::default();
        heights.fit(10, 400.0);
        heights.set(3, 77.0);
        heights.fit(10, 400.2);
        assert!((heights.of(3..4) - 77.0).abs() < 0.1);
        heights.fit(10, 500.0);
        assert!((heights.of(3..4) - ROW).abs() < 0.1);
        heights.set(3, 77.0);
        heights.fit(11, 500.0);
        assert!((heights.of(3..4) - ROW).abs() < 0.1);
        heights.set(11, 5.0);
        assert!((heights.of(0..11) - 11.0 * ROW).abs() < 0.1, "what is no row is not kept");
    }
}
