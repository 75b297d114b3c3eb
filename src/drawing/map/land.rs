//! The land of the map: coastlines and no borders, so it takes no side in any dispute about one.

use serde::{Deserialize, Serialize};

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
        serde_json::from_str(include_str!("../../../assets/map/land.json")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Land;

    fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
        (a[0] - b[0]).hypot(a[1] - b[1])
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
}
