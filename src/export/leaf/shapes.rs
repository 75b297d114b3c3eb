//! Shapes on a page of pixels: rules, and the marks of verdicts, checks and statuses.

use resvg::tiny_skia::{FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::pixels::color;
use crate::drawing::palette::Palette;
use crate::drawing::{Area, Fill, Ink, Pen, Shape, Shapes};
use crate::export::outline::{Step, line, rounded};

/// Paints shapes. What stands on pages beside pictures has no text, no clip and nothing dimmed.
pub fn paint(pixmap: &mut Pixmap, shapes: &Shapes, at: Transform, palette: &Palette) {
    let mut both = |steps: &[Step], fill: Option<Ink>, rim: Option<Pen>| {
        let Some(path) = path(steps) else { return };
        if let Some(ink) = fill {
            pixmap.fill_path(&path, &paint_of(ink, palette), FillRule::Winding, at, None);
        }
        if let Some(pen) = rim {
            pixmap.stroke_path(&path, &paint_of(pen.ink, palette), &stroke(pen), at, None);
        }
    };
    for shape in &shapes.0 {
        match shape {
            Shape::Rect { area, corner, fill, rim } => both(&rounded(*area, *corner), fill.map(Fill::ink), *rim),
            Shape::Line { points, pen } => both(&line(points, false), None, Some(*pen)),
            Shape::Lines { lines, pen } => {
                for points in lines.iter() {
                    both(&line(points, false), None, Some(*pen));
                }
            }
            Shape::Polygon { points, fill, rim } => both(&line(points, true), *fill, *rim),
            Shape::Circle { center, radius, fill, rim } => {
                both(&rounded(Area::around(*center, [2.0 * radius; 2]), *radius), *fill, *rim);
            }
            Shape::Group(..) | Shape::Mesh(..) | Shape::Text(_) => {}
        }
    }
}

fn paint_of(ink: Ink, palette: &Palette) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(color(palette.of(ink)));
    paint
}

fn stroke(pen: Pen) -> Stroke {
    let dash = pen.dash.and_then(|dash| StrokeDash::new(dash.to_vec(), 0.0));
    Stroke { width: pen.width, line_join: LineJoin::Round, dash, ..Stroke::default() }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move([x, y]) => path.move_to(x, y),
            Step::Line([x, y]) => path.line_to(x, y),
            Step::Curve([x1, y1], [x2, y2], [x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}
