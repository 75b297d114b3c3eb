//! Sea, land and coast.

use std::sync::{Arc, OnceLock};

use super::land::Land;
use super::sheet::Sheet;
use crate::drawing::{Area, Drawing, Fill, Group, Ink, Mesh, Pen, Shape, Shapes};

/// The radius of the corners of the sea.
const CORNER: f32 = 6.0;

impl Sheet {
    /// Sea, land and coast, as far as the sheet shows them.
    pub fn ground(&self) -> Drawing {
        let frame = self.frame();
        let mut drawing = Drawing::new(self.size);
        let fill = Some(Fill::Flat(Ink::Panel));
        drawing.shapes.0.push(Shape::Rect { area: frame, corner: CORNER, fill, rim: None });
        let clip = Group { clip: Some(frame), ..Group::default() };
        drawing.shapes.group(clip, |shapes| self.projection.turns().for_each(|turn| land(shapes, self, turn)));
        drawing
    }
}

/// The land at a turn of the globe.
fn land(shapes: &mut Shapes, sheet: &Sheet, turn: f64) {
    static LAND: OnceLock<Land> = OnceLock::new();
    let land = LAND.get_or_init(Land::bundled);
    let frame = sheet.frame();
    let point = |[longitude, latitude]: [f32; 2]| sheet.projection.point_at(turn, longitude.into(), latitude.into());
    let mut mesh = Mesh::default();
    let mut numbers: Vec<Option<u32>> = vec![None; land.vertices.len()];
    for triangle in &land.triangles {
        let corners = triangle.map(|corner| land.vertices.get(corner as usize).copied().map_or([f32::NAN; 2], point));
        if !is_seen(&corners, frame) {
            continue;
        }
        let mut number = |(corner, at): (u32, [f32; 2])| {
            let next = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
            let Some(known) = numbers.get_mut(corner as usize) else { return next };
            *known.get_or_insert_with(|| {
                mesh.vertices.push(at);
                next
            })
        };
        let [a, b, c] = [0, 1, 2].map(|side| number((triangle[side], corners[side])));
        mesh.triangles.push([a, b, c]);
    }
    shapes.0.push(Shape::Mesh(Arc::new(mesh), Ink::Land));
    let lines = land.coast.iter().map(|line| line.iter().copied().map(point).collect::<Vec<_>>());
    let lines = lines.filter(|line| is_seen(line, frame)).collect();
    shapes.0.push(Shape::Lines { lines, pen: Pen::solid(Ink::Coast, 1.0) });
}

/// Whether any of what lies between these points may be within a frame.
fn is_seen(points: &[[f32; 2]], frame: Area) -> bool {
    let reaches = |axis: usize, low: f32, high: f32| {
        points.iter().any(|point| point[axis] >= low) && points.iter().any(|point| point[axis] <= high)
    };
    reaches(0, frame.left, frame.right) && reaches(1, frame.top, frame.bottom)
}
