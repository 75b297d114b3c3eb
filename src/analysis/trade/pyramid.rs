//! A long line drawn with as few points as its picture needs: for each column of pixels the lowest and the highest.
//!
//! The points are indexed once, as a pyramid of buckets that each know their lowest and highest point. A picture then
//! asks for buckets narrower than a pixel, and what it costs depends on the pixels and not on the points. This is min–max
//! decimation; of a bucket that lies across the edge of two columns, each extreme goes to the column it stands in.

/// How many buckets the top of the pyramid has; every level below has twice as many.
const ROOTS: usize = 1024;
/// The fewest points that are worth a bucket.
const LEAF: usize = 4;

/// A place on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vertex {
    /// Along the line, in the unit of the points.
    pub x: f64,
    /// The value.
    pub y: f64,
    /// Which point it is.
    pub index: usize,
    /// Whether the line runs to it from the vertex before. It does not where a period between the two is missing.
    pub joined: bool,
}

/// The points of a line, indexed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pyramid {
    x: Vec<f64>,
    y: Vec<f64>,
    /// The points, in order, that are not joined to the one before.
    breaks: Vec<usize>,
    levels: Vec<Vec<Bucket>>,
}

/// What is known of some neighbouring points, kept together so that a picture reads one stretch of memory.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bucket {
    first_x: f64,
    last_x: f64,
    lowest: Vertex,
    highest: Vertex,
}

impl Bucket {
    fn merged(self, other: Self) -> Self {
        Self {
            first_x: self.first_x,
            last_x: other.last_x,
            lowest: if other.lowest.y < self.lowest.y { other.lowest } else { self.lowest },
            highest: if other.highest.y > self.highest.y { other.highest } else { self.highest },
        }
    }
}

impl Pyramid {
    /// Indexes points whose `x` never falls. `breaks` are the points that are not joined to the one before, in order.
    /// Values that are not numbers must be left out.
    pub fn new(points: Vec<(f64, f64)>, breaks: Vec<usize>) -> Self {
        let (x, y): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
        let mut pyramid = Self { x, y, breaks, levels: Vec::new() };
        let mut buckets = ROOTS;
        while pyramid.len() / buckets >= LEAF {
            buckets *= 2;
        }
        buckets /= 2;
        if buckets < ROOTS {
            return pyramid;
        }
        let mut level: Vec<Bucket> = (0..buckets).map(|bucket| pyramid.scanned(bucket, buckets)).collect();
        while level.len() > ROOTS {
            let above = level.chunks_exact(2).map(|two| two[0].merged(two[1])).collect();
            pyramid.levels.push(std::mem::replace(&mut level, above));
        }
        pyramid.levels.push(level);
        pyramid.levels.reverse();
        pyramid
    }

    /// How many points there are.
    pub const fn len(&self) -> usize {
        self.x.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.x.is_empty()
    }

    /// A point.
    pub fn point(&self, index: usize) -> Option<(f64, f64)> {
        Some((*self.x.get(index)?, *self.y.get(index)?))
    }

    /// The point nearest to a place.
    pub fn nearest(&self, x: f64) -> Option<usize> {
        let after = self.x.partition_point(|other| *other < x).min(self.len().checked_sub(1)?);
        let before = after.saturating_sub(1);
        Some(if (self.x[before] - x).abs() <= (self.x[after] - x).abs() { before } else { after })
    }

    /// The line from `from` to `to` as a picture `columns` pixels wide needs it: every point where they are few, else the
    /// lowest and the highest of each column; and one point beyond either end, where the line runs out of the picture.
    pub fn decimated(&self, from: f64, to: f64, columns: usize) -> Vec<Vertex> {
        let start = self.x.partition_point(|x| *x < from);
        let end = self.x.partition_point(|x| *x <= to);
        let columns = columns.max(1);
        let mut vertices = Vec::with_capacity(2 * columns + 2);
        vertices.extend(start.checked_sub(1).map(|before| self.vertex(before)));
        if end.saturating_sub(start) <= 2 * columns {
            vertices.extend((start..end).map(|index| self.vertex(index)));
        } else {
            let mut picture = Picture::new(from, (to - from) / columns as f64, columns);
            if let Some(top) = self.levels.first() {
                let [first, last] = [start, end - 1].map(|point| bucket_of(point, top.len(), self.len()));
                for bucket in first..=last {
                    self.show(0, bucket, (start, end), &mut picture);
                }
            } else {
                self.show_points(start, end, &mut picture);
            }
            picture.finish(&mut vertices);
        }
        if end < self.len() {
            vertices.push(self.vertex(end));
        }
        self.join(&mut vertices);
        vertices
    }

    /// Hands the points of a bucket that lie within a stretch to a picture: as one where it is narrower than a
    /// pixel, else by its two parts.
    fn show(&self, level: usize, bucket: usize, (start, end): (usize, usize), picture: &mut Picture) {
        let Some(known) = self.levels.get(level).and_then(|buckets| buckets.get(bucket)) else { return };
        let (first, after) = bounds(bucket, ROOTS << level, self.len());
        if after <= start || first >= end {
            return;
        }
        if first >= start && after <= end && known.last_x - known.first_x < picture.width {
            picture.take(known.lowest);
            picture.take(known.highest);
        } else if level + 1 < self.levels.len() {
            self.show(level + 1, 2 * bucket, (start, end), picture);
            self.show(level + 1, 2 * bucket + 1, (start, end), picture);
        } else {
            self.show_points(first.max(start), after.min(end), picture);
        }
    }

    fn show_points(&self, start: usize, end: usize, picture: &mut Picture) {
        for index in start..end {
            picture.take(self.vertex(index));
        }
    }

    /// Says of each vertex whether the line runs to it.
    fn join(&self, vertices: &mut [Vertex]) {
        let mut before: Option<usize> = None;
        for vertex in vertices {
            vertex.joined = before.is_some_and(|before| {
                let next = self.breaks.partition_point(|broken| *broken <= before);
                self.breaks.get(next).is_none_or(|broken| *broken > vertex.index)
            });
            before = Some(vertex.index);
        }
    }

    fn vertex(&self, index: usize) -> Vertex {
        Vertex { x: self.x[index], y: self.y[index], index, joined: false }
    }

    fn scanned(&self, bucket: usize, buckets: usize) -> Bucket {
        let (first, after) = bounds(bucket, buckets, self.len());
        let (mut lowest, mut highest) = (first, first);
        for index in first..after {
            if self.y[index] < self.y[lowest] {
                lowest = index;
            }
            if self.y[index] > self.y[highest] {
                highest = index;
            }
        }
        Bucket {
            first_x: self.x[first],
            last_x: self.x[after - 1],
            lowest: self.vertex(lowest),
            highest: self.vertex(highest),
        }
    }
}

/// The lowest and the highest of each column of pixels.
struct Picture {
    from: f64,
    width: f64,
    columns: Vec<(Vertex, Vertex)>,
}

impl Picture {
    fn new(from: f64, width: f64, columns: usize) -> Self {
        let none = |y| Vertex { x: from, y, index: usize::MAX, joined: false };
        Self { from, width, columns: vec![(none(f64::INFINITY), none(f64::NEG_INFINITY)); columns] }
    }

    fn take(&mut self, vertex: Vertex) {
        let column = ((vertex.x - self.from) / self.width) as usize;
        let last = self.columns.len() - 1;
        let (lowest, highest) = &mut self.columns[column.min(last)];
        if vertex.y < lowest.y {
            *lowest = vertex;
        }
        if vertex.y > highest.y {
            *highest = vertex;
        }
    }

    /// The extremes in the order of the line, none twice.
    fn finish(self, vertices: &mut Vec<Vertex>) {
        for (lowest, highest) in self.columns {
            let (first, second) = if lowest.index < highest.index { (lowest, highest) } else { (highest, lowest) };
            vertices.extend(
                [first, second]
                    .into_iter()
                    .take(if first.index == second.index { 1 } else { 2 })
                    .filter(|vertex| vertex.index < usize::MAX),
            );
        }
    }
}

/// The points of a bucket: from the first to before the last. Those of a bucket are those of two in the level below.
/// There are a power of two buckets, so that no division is needed.
const fn bounds(bucket: usize, buckets: usize, points: usize) -> (usize, usize) {
    let shift = buckets.trailing_zeros();
    ((bucket * points) >> shift, ((bucket + 1) * points) >> shift)
}

/// The bucket that holds a point.
const fn bucket_of(point: usize, buckets: usize, points: usize) -> usize {
    ((point + 1) * buckets - 1) / points
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Pyramid, Vertex, bounds, bucket_of};

    /// A line that swings, with a spike that must not be lost.
    fn swinging(count: usize, spike: usize) -> Pyramid {
        let value = |i: usize| if i == spike { 1000.0 } else { (i as f64 * 0.37).sin() * 10.0 };
        Pyramid::new((0..count).map(|i| (i as f64, value(i))).collect(), Vec::new())
    }

    fn span(vertices: &[Vertex]) -> (f64, f64) {
        vertices.iter().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v.y), high.max(v.y)))
    }

    #[test]
    fn a_single_spike_among_a_million_is_drawn() {
        for spike in [0, 1, 499_999, 777_777, 999_999] {
            let line = swinging(1_000_000, spike);
            let drawn = line.decimated(0.0, 999_999.0, 800);
            assert!(drawn.iter().any(|vertex| vertex.index == spike), "the spike at {spike}");
            assert!(drawn.len() <= 1602, "{} vertices for 800 columns", drawn.len());
        }
    }

    #[test]
    fn few_points_are_all_drawn() {
        let line = swinging(100, 50);
        assert_eq!(line.decimated(0.0, 99.0, 800).len(), 100);
        let part = line.decimated(10.0, 20.0, 800);
        assert_eq!(
            (part.first().map(|v| v.index), part.last().map(|v| v.index)),
            (Some(9), Some(21)),
            "and one beyond"
        );
        assert!(Pyramid::default().decimated(0.0, 1.0, 10).is_empty());
        assert_eq!(Pyramid::default().nearest(1.0), None);
    }

    #[test]
    fn the_line_is_never_joined_over_what_is_missing() {
        let points: Vec<(f64, f64)> = (0..10).map(|i| (f64::from(i), 1.0)).collect();
        let line = Pyramid::new(points, vec![4, 7]);
        let apart: Vec<usize> =
            line.decimated(0.0, 9.0, 100).iter().filter(|vertex| !vertex.joined).map(|vertex| vertex.index).collect();
        assert_eq!(apart, [0, 4, 7]);
        let long: Vec<(f64, f64)> = (0..100_000).map(|i| (f64::from(i), f64::from(i % 7))).collect();
        let drawn = Pyramid::new(long, vec![50_000]).decimated(0.0, 99_999.0, 500);
        assert_eq!(drawn.iter().filter(|vertex| !vertex.joined).count(), 2, "the start and the gap");
    }

    #[test]
    fn the_nearest_point_is_found() {
        let line = swinging(10, 3);
        assert_eq!([-5.0, 2.4, 2.6, 99.0].map(|x| line.nearest(x)), [0, 2, 3, 9].map(Some));
    }

    proptest! {
        #[test]
        fn a_bucket_holds_its_points(points in 1usize..100_000, level in 0u32..12, at in 0.0f64..1.0) {
            let buckets = 1 << level;
            let point = (at * points as f64) as usize;
            let (first, after) = bounds(bucket_of(point, buckets, points), buckets, points);
            prop_assert!((first..after).contains(&point));
        }
    }

    proptest! {
        // Long lines take long to check point by point.
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Of whatever stretch, the lowest and the highest point are drawn, in order, and every point lies between what
        /// is drawn in its own column and those beside it.
        #[test]
        fn extremes_are_never_lost(
            values in proptest::collection::vec(-1000i32..1000, 4096..20_000),
            from in 0.0f64..0.9,
            part in 0.01f64..1.0,
            columns in 20usize..600,
        ) {
            let count = values.len() as f64;
            let (from, to) = (from * count, (from + part).min(1.0) * count);
            let points = values.iter().enumerate().map(|(i, value)| (i as f64, f64::from(*value))).collect();
            let drawn = Pyramid::new(points, Vec::new()).decimated(from, to, columns);
            prop_assert!(drawn.windows(2).all(|two| two[0].index < two[1].index), "in order, none twice");
            let inside = |index: usize| (from..=to).contains(&(index as f64));
            let seen: Vec<Vertex> = drawn.iter().copied().filter(|vertex| inside(vertex.index)).collect();
            let within: Vec<f64> =
                values.iter().enumerate().filter(|(i, _)| inside(*i)).map(|(_, value)| f64::from(*value)).collect();
            if within.is_empty() {
                return Ok(());
            }
            let low = within.iter().copied().fold(f64::MAX, f64::min);
            let high = within.iter().copied().fold(f64::MIN, f64::max);
            prop_assert_eq!(span(&seen), (low, high));
            let width = (to - from) / columns as f64;
            let column = |x: f64| (((x - from) / width) as usize).min(columns - 1);
            for (index, value) in values.iter().enumerate().filter(|(i, _)| inside(*i)) {
                let here = column(index as f64);
                let near: Vec<Vertex> = seen.iter().copied().filter(|v| column(v.x).abs_diff(here) <= 1).collect();
                let (low, high) = span(&near);
                prop_assert!(low <= f64::from(*value) && f64::from(*value) <= high, "point {} is outside", index);
            }
        }
    }
}
