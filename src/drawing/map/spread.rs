//! Marks that do not cover one another.

/// Marks moved until no two are nearer than `apart`, give or take a hundredth, in the order given.
///
/// Marks with room around them stay where they are; the others give way equally and little further than they must. The
/// same marks in another order come to the same places, except that marks in one place are told apart by their order.
/// A place that is no number counts as nought.
pub(super) fn spread(places: &[[f32; 2]], apart: f32) -> Vec<[f32; 2]> {
    /// Enough for a hundred marks in one place; what has room takes a few.
    const ROUNDS: usize = 400;

    let mut spread: Vec<[f32; 2]> = places.iter().map(|place| place.map(measured)).collect();
    let apart = measured(apart);
    let mut order: Vec<usize> = (0..spread.len()).collect();
    order.sort_by(|a, b| {
        let ([ax, ay], [bx, by]) = (spread[*a], spread[*b]);
        ax.total_cmp(&bx).then(ay.total_cmp(&by))
    });
    for _ in 0..ROUNDS {
        let mut settled = true;
        for (rank, &first) in order.iter().enumerate() {
            for (after, &second) in order.iter().enumerate().skip(rank + 1) {
                let [right, below] = [0, 1].map(|axis| spread[second][axis] - spread[first][axis]);
                let distance = right.hypot(below);
                if distance >= apart * 0.99 {
                    continue;
                }
                settled = false;
                // A slight lean of its own for every pair gives marks in one place, or in one line, a way out.
                let (sine, cosine) = (GOLDEN_ANGLE * (rank + after) as f32).sin_cos();
                let lean = apart * 0.01;
                let [right, below] = [cosine.mul_add(lean, right), sine.mul_add(lean, below)];
                let length = right.hypot(below);
                let [right, below] =
                    if length > lean * 0.01 { [right / length, below / length] } else { [cosine, sine] };
                let push = (apart - distance) / 2.0;
                spread[first] = [push.mul_add(-right, spread[first][0]), push.mul_add(-below, spread[first][1])];
                spread[second] = [push.mul_add(right, spread[second][0]), push.mul_add(below, spread[second][1])];
            }
        }
        if settled {
            break;
        }
    }
    spread
}

/// Turning by it again and again comes near no earlier direction.
const GOLDEN_ANGLE: f32 = 2.399_963;

/// The number, kept to what a map can measure; nought where there is none. Both noughts become one, since they are one
/// place.
const fn measured(number: f32) -> f32 {
    const FARTHEST: f32 = 1e6;
    if number.is_nan() { 0.0 } else { number.clamp(-FARTHEST, FARTHEST) + 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::spread;
    use crate::analysis::projection::Projection;
    use crate::analysis::region::Region;
    use crate::briefing::Briefing;

    /// The distance of the design between marks.
    const APART: f32 = 11.0;

    fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
        (a[0] - b[0]).hypot(a[1] - b[1])
    }

    /// The distance of the two marks nearest to each other.
    fn closest(places: &[[f32; 2]]) -> f32 {
        let pairs = places.iter().enumerate().flat_map(|(index, a)| places[..index].iter().map(|b| distance(*a, *b)));
        pairs.fold(f32::INFINITY, f32::min)
    }

    /// The farthest that any mark was moved.
    fn moved(before: &[[f32; 2]], after: &[[f32; 2]]) -> f32 {
        before.iter().zip(after).map(|(a, b)| distance(*a, *b)).fold(0.0, f32::max)
    }

    fn capitals() -> Vec<[f32; 2]> {
        let [width, height] = Projection::DESIGNED;
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let region = Region::of(briefing.rosters[0].states.iter().map(|state| state.position));
        let projection = Projection::fit(&region, width, height);
        let states = briefing.rosters[0].states.iter().map(|state| state.position);
        states.map(|position| projection.point(position.longitude, position.latitude)).collect()
    }

    #[test]
    fn every_state_has_its_mark_whole_on_the_map() {
        let places = capitals();
        assert_eq!(places.len(), 27);
        let spread = spread(&places, APART);
        for [right, below] in places.iter().chain(&spread) {
            assert!((6.0..=378.0).contains(right) && (6.0..=158.0).contains(below), "{right} {below}");
        }
        assert!(closest(&spread) >= 0.98 * APART);
        assert!(moved(&places, &spread) < APART, "each stays near its capital: {}", moved(&places, &spread));
    }

    #[test]
    fn marks_with_room_stay_and_the_others_part_equally() {
        let apart = [[10.0, 10.0], [21.0, 10.0], [100.0, 50.0]];
        assert_eq!(spread(&apart, APART), apart);
        let near = spread(&[[10.0, 10.0], [17.0, 10.0], [100.0, 50.0]], APART);
        for (place, wanted) in near.iter().zip([[8.0, 10.0], [19.0, 10.0], [100.0, 50.0]]) {
            assert!(distance(*place, wanted) < 0.15, "{near:?}");
        }
        assert_eq!(spread(&[], APART), [[0.0; 2]; 0]);
    }

    #[test]
    fn marks_in_one_place_or_one_line_part() {
        for count in [2u8, 3, 7, 40, 100] {
            let together = vec![[50.0, 50.0]; count.into()];
            let in_line: Vec<_> = (0..count).map(|index| [50.0 + 0.1 * f32::from(index), 50.0]).collect();
            for places in [together, in_line] {
                let spread = spread(&places, APART);
                assert!(closest(&spread) >= 0.9 * APART, "{count}: {}", closest(&spread));
                let disc = APART * f32::from(count).sqrt();
                assert!(moved(&places, &spread) < disc, "{count}: {}", moved(&places, &spread));
            }
        }
    }

    #[test]
    fn what_is_no_number_does_no_harm() {
        let places = [[f32::NAN, 1.0], [f32::INFINITY, 1.0], [f32::MAX, f32::MIN], [f32::MAX, f32::MIN], [5.0, 5.0]];
        for apart in [APART, 0.0, -1.0, f32::NAN, f32::INFINITY, f32::MAX] {
            assert!(spread(&places, apart).iter().flatten().all(|axis| axis.is_finite()), "{apart}");
        }
    }

    fn marks() -> impl Strategy<Value = Vec<[f32; 2]>> {
        let anywhere = proptest::array::uniform2(0.0f32..1.0).prop_map(|[x, y]| [x * 384.0, y * 164.0]);
        let crowded = proptest::array::uniform2(0.0f32..1.0).prop_map(|[x, y]| [100.0 + x * 20.0, 50.0 + y * 20.0]);
        let marks = |place| prop::collection::vec(place, 0..=40);
        prop_oneof![marks(anywhere.boxed()), marks(crowded.boxed())]
    }

    proptest! {
        #[test]
        fn marks_come_apart_and_always_in_the_same_way(places in marks()) {
            let parted = spread(&places, APART);
            prop_assert_eq!(parted.len(), places.len());
            prop_assert!(parted.iter().flatten().all(|axis| axis.is_finite()));
            prop_assert!(closest(&parted) >= 0.9 * APART, "{}", closest(&parted));
            prop_assert_eq!(&spread(&places, APART), &parted);
            prop_assert_eq!(spread(&parted, APART * 0.9), parted);
        }

        #[test]
        fn the_order_of_marks_does_not_matter(places in marks()) {
            let mut backwards = places.clone();
            backwards.reverse();
            // Marks in one place are told apart by their order alone.
            prop_assume!(closest(&places) > 0.0);
            let mut parted = spread(&backwards, APART);
            parted.reverse();
            prop_assert_eq!(parted, spread(&places, APART));
        }
    }
}
