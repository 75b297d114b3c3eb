//! Labels that never lie on each other: each takes the first of its places that is free, or is left out. What is left
//! out of a chart or a map stands beside it in words.

use super::area::Area;

/// Between two labels that stand side by side.
const APART: f32 = 4.0;

/// The labels of one chart or map.
#[derive(Clone, Debug)]
pub struct Labels {
    area: Area,
    blocked: Vec<Area>,
    taken: Vec<Area>,
}

impl Labels {
    /// Labels within an area.
    pub const fn within(area: Area) -> Self {
        Self { area, blocked: Vec::new(), taken: Vec::new() }
    }

    /// Keeps a place free of labels, such as that of a mark, beside which its own label stands.
    pub fn block(&mut self, place: Area) {
        self.blocked.push(place);
    }

    /// The first of some places that is free, by its number; it is taken then.
    pub fn take(&mut self, places: impl IntoIterator<Item = Area>) -> Option<usize> {
        // Two that stand side by side are not read as one.
        let around = |place: &Area| place.expanded([APART, 0.0]);
        let alone = |place: &Area| !self.taken.iter().any(|taken| taken.meets(&around(place)));
        let free = |place: &Area| !self.blocked.iter().any(|blocked| blocked.meets(place)) && alone(place);
        let fits = |place: &Area| self.area.contains(place) && free(place);
        let (number, place) = places.into_iter().enumerate().find(|(_, place)| fits(place))?;
        self.taken.push(place);
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Area, Labels};

    fn area(left: f32, top: f32, width: f32, height: f32) -> Area {
        Area { left, top, right: left + width, bottom: top + height }
    }

    #[test]
    fn a_label_takes_the_first_place_that_is_free_or_none() {
        let mut labels = Labels::within(area(0.0, 0.0, 100.0, 50.0));
        let places = [area(30.0, 13.0, 40.0, 12.0), area(30.0, 25.0, 40.0, 12.0)];
        assert_eq!(labels.take(places), Some(0));
        assert_eq!(labels.take(places), Some(1));
        assert_eq!(labels.take(places), None);
        assert_eq!(labels.take([area(75.0, 30.0, 40.0, 12.0)]), None, "it would leave the chart");
    }

    proptest! {
        #[test]
        fn no_two_labels_overlap(wanted in proptest::collection::vec((0.0f32..800.0, 0.0f32..300.0, 5.0f32..90.0), 1..60)) {
            let mut labels = Labels::within(area(0.0, 0.0, 800.0, 300.0));
            let mut placed: Vec<Area> = Vec::new();
            for (x, y, width) in wanted {
                let places = [-13.0, 0.0, 13.0].map(|down| area(x, y + down, width, 13.0));
                placed.extend(labels.take(places).map(|number| places[number]));
            }
            for (index, one) in placed.iter().enumerate() {
                for other in &placed[..index] {
                    let across = one.right.min(other.right) - one.left.max(other.left);
                    let down = one.bottom.min(other.bottom) - one.top.max(other.top);
                    prop_assert!(across <= 0.51 || down <= 0.51, "{one:?} {other:?}");
                }
            }
        }
    }
}
