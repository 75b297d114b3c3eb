//! Where a position of the globe stands on a map.

use super::region::Region;

/// Degrees to points: equirectangular, so that both axes are straight and a mesh can be scaled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    centre: [f64; 2],
    middle: [f64; 2],
    /// Points for each degree of longitude and of latitude.
    scale: [f64; 2],
}

impl Projection {
    /// The width and height the map is drawn for, in points.
    pub const DESIGNED: [f32; 2] = [384.0, 164.0];
    /// What is kept free around the states of the region, in points of the designed size.
    const MARGIN: f64 = 12.0;
    /// The coast is drawn to about a degree; enlarged further than this, in points for each degree, it would be corners.
    const LARGEST: f64 = 8.0;
    /// Degrees beyond which a map of this kind would only be wide.
    const FARTHEST_PARALLEL: f64 = 70.0;

    /// The map of a region in a rectangle of this width and height: all that the designed size shows, as large as it
    /// fits. East and north have the same scale at the middle of the region.
    pub fn fit(region: &Region, width: f32, height: f32) -> Self {
        let size = [width, height].map(|side| if side.is_finite() { f64::from(side.max(0.0)) } else { 0.0 });
        let [across, down] = Self::DESIGNED.map(f64::from);
        let parallel = region.centre[1].clamp(-Self::FARTHEST_PARALLEL, Self::FARTHEST_PARALLEL).to_radians().cos();
        let fitting = |room: f64, degrees: f64| (room - 2.0 * Self::MARGIN) / degrees.max(f64::EPSILON);
        let designed = fitting(across, region.span[0] * parallel).min(fitting(down, region.span[1]));
        let north = designed.min(Self::LARGEST) * (size[0] / across).min(size[1] / down);
        Self { centre: region.centre, middle: size.map(|side| side / 2.0), scale: [north * parallel, north] }
    }

    /// Where a position is, in points right of and below the map's top left corner, at the turn of the globe at which it
    /// is nearest to the middle.
    pub fn point(&self, longitude: f64, latitude: f64) -> [f32; 2] {
        let east = (longitude - self.centre[0] + 180.0).rem_euclid(360.0) - 180.0;
        self.point_at(0.0, self.centre[0] + east, latitude)
    }

    /// The same, so many degrees further round the globe: for shapes that must not be torn.
    pub fn point_at(&self, turn: f64, longitude: f64, latitude: f64) -> [f32; 2] {
        let right = (longitude + turn - self.centre[0]).mul_add(self.scale[0], self.middle[0]);
        let below = (self.centre[1] - latitude).mul_add(self.scale[1], self.middle[1]);
        [right as f32, below as f32]
    }

    /// How far round the globe it has to be drawn for every part of the map to have its land: 0 degrees, and 360 east or
    /// west where the map reaches across the antimeridian.
    pub fn turns(&self) -> impl Iterator<Item = f64> {
        let reach = if self.scale[0] > 0.0 { self.middle[0] / self.scale[0] } else { 0.0 };
        let (west, east) = (self.centre[0] - reach, self.centre[0] + reach);
        [-360.0, 0.0, 360.0].into_iter().filter(move |turn| west < 180.0 + turn && east > -180.0 + turn)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Projection, Region};

    /// A region of the size that the design shows.
    const ASIA: Region = Region { centre: [74.0, 30.0], span: [88.0, 51.5] };

    #[test]
    fn the_map_is_scaled_as_designed() {
        let near = |a: [f32; 2], b: [f32; 2]| assert!((a[0] - b[0]).hypot(a[1] - b[1]) < 0.01, "{a:?} {b:?}");
        let projection = Projection::fit(&ASIA, 384.0, 164.0);
        near(projection.point(74.0, 30.0), [192.0, 82.0]);
        // 140 points hold 51.5 degrees of latitude.
        near(projection.point(74.0, 40.0), [192.0, 54.816]);
        near(projection.point(84.0, 30.0), [215.542, 82.0]);
        // Half the size is half the scale, and a wider or higher place leaves the scale as it is.
        near(Projection::fit(&ASIA, 192.0, 82.0).point(84.0, 40.0), [107.771, 27.408]);
        near(Projection::fit(&ASIA, 584.0, 164.0).point(84.0, 40.0), [315.542, 54.816]);
        near(Projection::fit(&ASIA, 384.0, 264.0).point(84.0, 40.0), [215.542, 104.816]);
    }

    #[test]
    fn neighbours_across_the_antimeridian_stand_beside_each_other() {
        let region = Region { centre: [-176.7, -16.0], span: [9.8, 4.3] };
        let projection = Projection::fit(&region, 384.0, 164.0);
        let (fiji, samoa) = (projection.point(178.4, -18.1), projection.point(-171.8, -13.8));
        assert!(fiji[0] > 0.0 && samoa[0] < 384.0 && fiji[0] < samoa[0], "{fiji:?} {samoa:?}");
        assert_eq!(projection.turns().collect::<Vec<_>>(), [-360.0, 0.0], "land on both sides of it");
        assert_eq!(Projection::fit(&ASIA, 384.0, 164.0).turns().collect::<Vec<_>>(), [0.0]);
        let globe = Projection::fit(&Region::GLOBE, 384.0, 164.0);
        assert!(globe.point(-179.0, 80.0)[0] > 0.0 && globe.point(179.0, -55.0)[1] < 164.0);
    }

    #[test]
    fn what_is_no_number_does_no_harm() {
        let nowhere = Projection::fit(&ASIA, f32::NAN, -1.0).point(74.0, 31.0);
        assert!(nowhere.iter().all(|axis| axis.is_finite()));
    }

    proptest! {
        #[test]
        fn north_is_up_and_east_is_right(longitude in -105.0..252.0, latitude in -60.0..84.0, width in 1.0f32..2000.0) {
            let projection = Projection::fit(&ASIA, width, width);
            let [x, y] = projection.point(longitude, latitude);
            let [east, north] = projection.point(longitude + 1.0, latitude + 1.0);
            prop_assert!(east > x && north < y);
        }
    }
}
