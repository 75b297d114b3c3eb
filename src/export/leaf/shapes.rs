//! Shapes on a page of pixels: rules, and the marks of verdicts, checks and statuses.

use resvg::tiny_skia::{FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform};

use super::pixels::color;
use crate::drawing::palette::Palette;
use crate::drawing::{Area, Fill, Ink, Pen, Shape, Shapes};

/// Paints shapes. What stands on pages beside pictures has no text, no clip and nothing dimmed.
pub fn paint(pixmap: &mut Pixmap, shapes: &Shapes, at: Transform, palette: &Palette) {
    let mut both = |path: Option<Path>, fill: Option<Ink>, rim: Option<Pen>| {
        let Some(path) = path else { return };
        if let Some(ink) = fill {
            pixmap.fill_path(&path, &paint_of(ink, palette), FillRule::Winding, at, None);
        }
        if let Some(pen) = rim {
            pixmap.stroke_path(&path, &paint_of(pen.ink, palette), &stroke(pen), at, None);
        }
    };
    for shape in &shapes.0 {
        match shape {
            Shape::Rect { area, corner, fill, rim } => both(rounded(*area, *corner), fill.map(Fill::ink), *rim),
            Shape::Line { points, pen } => both(line(points, false), None, Some(*pen)),
            Shape::Lines { lines, pen } => {
                for points in lines.iter() {
                    both(line(points, false), None, Some(*pen));
                }
            }
            Shape::Polygon { points, fill, rim } => both(line(points, true), *fill, *rim),
            Shape::Circle { center: [x, y], radius, fill, rim } => {
                both(PathBuilder::from_circle(*x, *y, *radius), *fill, *rim);
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

fn line(points: &[[f32; 2]], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, [x, y]) in points.iter().enumerate() {
        if index == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn rounded(Area { left, top, right, bottom }: Area, corner: f32) -> Option<Path> {
    let rect = Rect::from_ltrb(left, top, right, bottom)?;
    if corner <= 0.0 {
        return Some(PathBuilder::from_rect(rect));
    }
    let mut path = PathBuilder::new();
    path.move_to(right, top + corner);
    path.line_to(right, bottom - corner);
    path.quad_to(right, bottom, right - corner, bottom);
    path.line_to(left + corner, bottom);
    path.quad_to(left, bottom, left, bottom - corner);
    path.line_to(left, top + corner);
    path.quad_to(left, top, left + corner, top);
    path.line_to(right - corner, top);
    path.quad_to(right, top, right, top + corner);
    path.close();
    path.finish()
}
