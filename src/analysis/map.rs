//! Where things stand on the map: its land, its projection, and marks that do not cover one another.
//!
//! The map has coastlines and no borders, so it takes no side in any dispute about one.

use serde::{Deserialize, Serialize};

use super::region::Region;

/// The land that the map shows, in degrees of longitude and latitude, made by `script/map`.
///
/// The map is drawn from it as it is: triangles for the land, lines for the coast.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Land {
    /// Corners of the triangles.
    pub vertices: Vec<[f32; 2]>,
    /// Each triangle as three indices into the vertices.
    pub triangles: Vec<[u32; 3]>,
    /// Lines along the coast; a closed one ends where it begins.
    pub coast: Vec<Vec<[f32; 2]>>,
}

impl Land {
    /// The land in the program. It is parsed at every call, so a caller keeps it.
    ///
    /// A map without land still shows its marks, so a file that does not parse is an empty sea; a test refuses it.
    pub fn bundled() -> Self {
        serde_json::from_str(include_str!("../../assets/map/land.json")).unwrap_or_default()
    }
}

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
    pub fn place(&self, longitude: f64, latitude: f64) -> [f32; 2] {
        let east = (longitude - self.centre[0] + 180.0).rem_euclid(360.0) - 180.0;
        self.place_at(0.0, self.centre[0] + east, latitude)
    }

    /// The same, so many degrees further round the globe: for shapes that must not be torn.
    pub fn place_at(&self, turn: f64, longitude: f64, latitude: f64) -> [f32; 2] {
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

/// Marks moved until no two are nearer than `apart`, give or take a hundredth, in the order given.
///
/// Marks with room around them stay where they are; the others give way equally and little further than they must. The
/// same marks in another order come to the same places, except that marks in one place are told apart by their order.
/// A place that is no number counts as nought.
pub fn spread(places: &[[f32; 2]], apart: f32) -> Vec<[f32; 2]> {
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

    use super::{Land, Projection, Region, spread};
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
        let region = Region::of(briefing.roster.states.iter().map(|state| state.position));
        let projection = Projection::fit(&region, width, height);
        let states = briefing.roster.states.iter().map(|state| state.position);
        states.map(|position| projection.place(position.longitude, position.latitude)).collect()
    }

    /// Whether a position is on land, by the triangles.
    fn is_land(land: &Land, longitude: f32, latitude: f32) -> bool {
        land.triangles.iter().any(|triangle| {
            let [a, b, c] = triangle.map(|index| land.vertices[index as usize]);
            let side = |from: [f32; 2], to: [f32; 2]| {
                (to[0] - from[0]) * (latitude - from[1]) - (to[1] - from[1]) * (longitude - from[0])
            };
            let sides = [side(a, b), side(b, c), side(c, a)];
            sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
        })
    }

    #[test]
    fn the_bundled_land_is_sound() {
        let land = Land::bundled();
        assert!(land.triangles.len() > 1000 && land.coast.len() > 50, "the file parses");
        for [longitude, latitude] in land.vertices.iter().chain(land.coast.iter().flatten()) {
            assert!((-180.0..=180.0).contains(longitude) && (-60.0..=85.0).contains(latitude));
        }
        for triangle in &land.triangles {
            let [a, b, c] = triangle.map(|index| land.vertices[index as usize].map(f64::from));
            let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
            // The least there is, on a grid of hundredths of a degree, is one ten-thousandth.
            assert!(area.abs() > 0.5e-4, "{triangle:?} covers nothing");
        }
        assert!(land.coast.iter().all(|line| line.len() > 1));
    }

    #[test]
    fn land_is_land_and_inland_water_is_not() {
        let land = Land::bundled();
        for (name, longitude, latitude) in [
            ("Moscow", 37.6, 55.8),
            ("Beijing", 116.4, 39.9),
            ("Delhi", 77.2, 28.6),
            ("Anadyr", 177.0, 65.5),
            ("Brasília", -47.9, -15.8),
        ] {
            assert!(is_land(&land, longitude, latitude), "{name}");
        }
        for (name, longitude, latitude) in [
            ("Caspian Sea", 51.0, 42.0),
            ("Black Sea", 34.0, 43.5),
            ("Arabian Sea", 64.0, 15.0),
            ("Arctic", 90.0, 84.0),
            ("Pacific", -150.0, 0.0),
        ] {
            assert!(!is_land(&land, longitude, latitude), "{name}");
        }
    }

    #[test]
    fn no_coast_runs_along_the_frame_or_the_antimeridian() {
        let frame = [(0, -180.0), (0, 180.0), (1, -60.0), (1, 85.0)];
        for edge in Land::bundled().coast.iter().flat_map(|line| line.windows(2)) {
            let runs_along = |(axis, side): (usize, f32)| edge.iter().all(|end| (end[axis] - side).abs() < 1e-3);
            assert!(!frame.into_iter().any(runs_along), "{edge:?}");
            assert!(distance(edge[0], edge[1]) < 20.0, "no line crosses the map: {edge:?}");
        }
    }

    /// A region of the size that the design shows.
    const ASIA: Region = Region { centre: [74.0, 30.0], span: [88.0, 51.5] };

    #[test]
    fn the_map_is_scaled_as_designed() {
        let near = |a: [f32; 2], b: [f32; 2]| assert!(distance(a, b) < 0.01, "{a:?} {b:?}");
        let projection = Projection::fit(&ASIA, 384.0, 164.0);
        near(projection.place(74.0, 30.0), [192.0, 82.0]);
        // 140 points hold 51.5 degrees of latitude.
        near(projection.place(74.0, 40.0), [192.0, 54.816]);
        near(projection.place(84.0, 30.0), [215.542, 82.0]);
        // Half the size is half the scale, and a wider or higher place leaves the scale as it is.
        near(Projection::fit(&ASIA, 192.0, 82.0).place(84.0, 40.0), [107.771, 27.408]);
        near(Projection::fit(&ASIA, 584.0, 164.0).place(84.0, 40.0), [315.542, 54.816]);
        near(Projection::fit(&ASIA, 384.0, 264.0).place(84.0, 40.0), [215.542, 104.816]);
    }

    #[test]
    fn neighbours_across_the_antimeridian_stand_beside_each_other() {
        let region = Region { centre: [-176.7, -16.0], span: [9.8, 4.3] };
        let projection = Projection::fit(&region, 384.0, 164.0);
        let (fiji, samoa) = (projection.place(178.4, -18.1), projection.place(-171.8, -13.8));
        assert!(fiji[0] > 0.0 && samoa[0] < 384.0 && fiji[0] < samoa[0], "{fiji:?} {samoa:?}");
        assert_eq!(projection.turns().collect::<Vec<_>>(), [-360.0, 0.0], "land on both sides of it");
        assert_eq!(Projection::fit(&ASIA, 384.0, 164.0).turns().collect::<Vec<_>>(), [0.0]);
        let globe = Projection::fit(&Region::GLOBE, 384.0, 164.0);
        assert!(globe.place(-179.0, 80.0)[0] > 0.0 && globe.place(179.0, -55.0)[1] < 164.0);
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
        let nowhere = Projection::fit(&ASIA, f32::NAN, -1.0).place(74.0, 31.0);
        assert!(nowhere.iter().all(|axis| axis.is_finite()));
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

        #[test]
        fn north_is_up_and_east_is_right(longitude in -105.0..252.0, latitude in -60.0..84.0, width in 1.0f32..2000.0) {
            let projection = Projection::fit(&ASIA, width, width);
            let [x, y] = projection.place(longitude, latitude);
            let [east, north] = projection.place(longitude + 1.0, latitude + 1.0);
            prop_assert!(east > x && north < y);
        }
    }
}
