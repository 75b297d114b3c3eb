//! The part of the globe that a roster's states lie in.

use crate::briefing::Position;

/// The part of the globe that a map shows, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The longitude and latitude in its middle.
    pub centre: [f64; 2],
    /// How many degrees of longitude and of latitude it covers.
    pub span: [f64; 2],
}

impl Region {
    /// The globe as far as people live on it, for a roster without states.
    pub const GLOBE: Self = Self { centre: [0.0, 12.5], span: [360.0, 145.0] };

    /// The smallest region that holds all positions. It may lie across the antimeridian.
    pub fn of(positions: impl IntoIterator<Item = Position>) -> Self {
        let (mut longitudes, latitudes): (Vec<f64>, Vec<f64>) =
            positions.into_iter().map(|position| (position.longitude, position.latitude)).unzip();
        longitudes.sort_by(f64::total_cmp);
        let (Some(&west), Some(&east)) = (longitudes.first(), longitudes.last()) else { return Self::GLOBE };
        // The globe is round: what is left out is the widest gap between neighbours, wherever it lies.
        let around = (east, west + 360.0 - east);
        let gaps = longitudes.windows(2).map(|pair| (pair[0], pair[1] - pair[0]));
        let (before, gap) = gaps.fold(around, |widest, gap| if gap.1 > widest.1 { gap } else { widest });
        let width = 360.0 - gap;
        let centre = (before + gap + width / 2.0 + 180.0).rem_euclid(360.0) - 180.0;
        let south = latitudes.iter().copied().fold(f64::INFINITY, f64::min);
        let north = latitudes.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Self { centre: [centre, f64::midpoint(south, north)], span: [width, north - south] }
    }
}

/// All of it, as long as nothing lies anywhere.
impl Default for Region {
    fn default() -> Self {
        Self::GLOBE
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Region;
    use crate::briefing::{Briefing, Position};

    fn region(positions: &[(f64, f64)]) -> Region {
        Region::of(
            positions.iter().map(|(longitude, latitude)| Position { longitude: *longitude, latitude: *latitude }),
        )
    }

    #[test]
    fn it_is_the_smallest_even_across_the_antimeridian() {
        let fiji_and_samoa = region(&[(178.4, -18.1), (-171.8, -13.8)]);
        assert!((fiji_and_samoa.centre[0] - -176.7).abs() < 1e-9, "{fiji_and_samoa:?}");
        assert!((fiji_and_samoa.span[0] - 9.8).abs() < 1e-9, "{fiji_and_samoa:?}");
        let alone = region(&[(24.7, 59.4)]);
        assert!(
            (alone.centre[0] - 24.7).abs() < 1e-9
                && alone.centre[1].total_cmp(&59.4).is_eq()
                && alone.span == [0.0, 0.0],
            "{alone:?}"
        );
        assert_eq!(region(&[]), Region::GLOBE);
    }

    #[test]
    fn the_bundled_states_lie_in_asia() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let region = Region::of(briefing.rosters[0].states.iter().map(|state| state.position));
        let near = |a: f64, b: f64| assert!((a - b).abs() < 0.01, "{region:?}");
        near(region.centre[0], 72.0);
        near(region.centre[1], 30.0);
    }

    proptest! {
        #[test]
        fn it_holds_every_position(places in prop::collection::vec((-180.0..=180.0, -90.0..=90.0), 1..20)) {
            let Region { centre, span } = region(&places);
            prop_assert!((-180.0..180.0).contains(&centre[0]) && span[0] < 360.0);
            for (longitude, latitude) in places {
                let east = (longitude - centre[0] + 180.0_f64).rem_euclid(360.0) - 180.0;
                prop_assert!(east.abs() <= span[0] / 2.0 + 1e-9, "{longitude}");
                prop_assert!((latitude - centre[1]).abs() <= span[1] / 2.0 + 1e-9, "{latitude}");
            }
        }
    }
}
