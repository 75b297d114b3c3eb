//! Shapes on paper: the marks of verdicts, checks and statuses as they are drawn everywhere.

use krilla::color::rgb::Color;
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{self, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;

use crate::drawing::palette::{PRINT, Rgb};
use crate::drawing::{Area, Fill, Ink, Pen, Shape, Shapes};
use crate::export::outline::{Step, line, rounded};

/// Draws shapes at a place.
pub fn draw(surface: &mut Surface<'_>, shapes: &Shapes, left: f32, top: f32) {
    surface.push_transform(&Transform::from_translate(left, top));
    paint(surface, shapes);
    surface.pop();
}

/// Paints shapes. Marks have no text, no clip and nothing dimmed; those are set by the page itself.
fn paint(surface: &mut Surface<'_>, shapes: &Shapes) {
    for shape in &shapes.0 {
        match shape {
            Shape::Rect { area, corner, fill, rim } => {
                both(surface, &rounded(*area, *corner), fill.map(Fill::ink), *rim);
            }
            Shape::Line { points, pen } => both(surface, &line(points, false), None, Some(*pen)),
            Shape::Lines { lines, pen } => {
                for points in lines.iter() {
                    both(surface, &line(points, false), None, Some(*pen));
                }
            }
            Shape::Polygon { points, fill, rim } => both(surface, &line(points, true), *fill, *rim),
            Shape::Circle { center, radius, fill, rim } => {
                let area = Area::around(*center, [2.0 * radius; 2]);
                both(surface, &rounded(area, *radius), *fill, *rim);
            }
            Shape::Group(group, shapes) => {
                surface.push_transform(&Transform::from_translate(group.at[0], group.at[1]));
                paint(surface, shapes);
                surface.pop();
            }
            Shape::Mesh(..) | Shape::Text(_) => {}
        }
    }
}

/// Fills a path and draws its rim.
fn both(surface: &mut Surface<'_>, steps: &[Step], fill: Option<Ink>, rim: Option<Pen>) {
    let Some(path) = path(steps) else { return };
    surface.set_fill(fill.map(|ink| paint::Fill { paint: color_of(PRINT.of(ink)).into(), ..paint::Fill::default() }));
    surface.set_stroke(rim.map(|pen| Stroke {
        paint: color_of(PRINT.of(pen.ink)).into(),
        width: pen.width,
        miter_limit: 4.0,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        opacity: NormalizedF32::ONE,
        dash: pen.dash.map(|dash| StrokeDash { array: dash.to_vec(), offset: 0.0 }),
    }));
    surface.draw_path(&path);
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

/// A colour as the writer of PDF has it.
pub fn color_of(color: Rgb) -> Color {
    let [_, red, green, blue] = color.0.to_be_bytes();
    Color::new(red, green, blue)
}
