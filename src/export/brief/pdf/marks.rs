//! The marks of verdicts, checks and statuses on paper: the shapes of the window, told apart without colour.

use krilla::geom::{Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;

use super::draw::color_of;
use crate::analysis::checks::Outcome;
use crate::briefing::{StatusShape, Verdict};
use crate::drawing::palette::{PRINT, Rgb};
use crate::export::brief::document::Mark;

/// The side of the square that the shapes are drawn in.
const BOX: f32 = 16.0;

/// Draws a mark into a square.
pub fn draw(surface: &mut Surface<'_>, mark: Mark, left: f32, top: f32, side: f32) {
    let scale = side / BOX;
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, left, top));
    let mut pen = Pen { surface };
    match mark {
        Mark::Verdict(Verdict::Supported) | Mark::Outcome(Outcome::Pass) => {
            pen.fill(circle(7.0), PRINT.good);
            pen.line(&[(4.8, 8.2), (7.1, 10.5), (11.2, 5.9)], 1.6, PRINT.on_mark);
        }
        Mark::Verdict(Verdict::Disputed) => {
            pen.fill(polygon(&[(1.5, 1.5), (14.5, 1.5), (14.5, 14.5), (1.5, 14.5)]), PRINT.bad);
            pen.line(&[(4.5, 6.4), (11.5, 6.4)], 1.4, PRINT.on_mark);
            pen.line(&[(4.5, 9.6), (11.5, 9.6)], 1.4, PRINT.on_mark);
            pen.line(&[(10.0, 4.0), (6.0, 12.0)], 1.4, PRINT.on_mark);
        }
        Mark::Verdict(Verdict::Outdated) => {
            pen.fill(
                polygon(&[(2.5, 1.5), (13.5, 1.5), (13.5, 3.6), (9.4, 8.0), (6.6, 8.0), (2.5, 3.6)]),
                PRINT.caution,
            );
            pen.fill(
                polygon(&[(2.5, 14.5), (2.5, 12.4), (6.6, 8.0), (9.4, 8.0), (13.5, 12.4), (13.5, 14.5)]),
                PRINT.caution,
            );
            pen.fill(polygon(&[(5.2, 12.6), (8.0, 9.8), (10.8, 12.6)]), PRINT.on_caution);
        }
        Mark::Verdict(Verdict::Unverified) => {
            pen.stroke(circle(6.4), 1.4, PRINT.neutral, Some([2.6, 1.9]));
            let hook = [(6.0, 6.4), (6.4, 5.3), (7.6, 4.7), (8.9, 5.0), (9.7, 6.1), (9.2, 7.3), (8.0, 8.2), (8.0, 9.3)];
            pen.line(&hook, 1.3, PRINT.neutral);
            pen.dot(8.0, 11.3, PRINT.neutral);
        }
        Mark::Outcome(Outcome::Fail) => {
            pen.fill(polygon(&[(1.5, 1.5), (14.5, 1.5), (14.5, 14.5), (1.5, 14.5)]), PRINT.bad);
            pen.line(&[(5.0, 5.0), (11.0, 11.0)], 1.6, PRINT.on_mark);
            pen.line(&[(11.0, 5.0), (5.0, 11.0)], 1.6, PRINT.on_mark);
        }
        Mark::Outcome(Outcome::Warn) => {
            pen.fill(polygon(&[(8.0, 1.0), (15.4, 14.4), (0.6, 14.4)]), PRINT.caution);
            pen.line(&[(8.0, 5.6), (8.0, 10.0)], 1.5, PRINT.on_caution);
            pen.dot(8.0, 12.2, PRINT.on_caution);
        }
        Mark::Outcome(Outcome::Info) => {
            pen.stroke(circle(6.4), 1.4, PRINT.neutral, None);
            pen.line(&[(8.0, 7.2), (8.0, 11.4)], 1.4, PRINT.neutral);
            pen.dot(8.0, 5.0, PRINT.neutral);
        }
        Mark::Status(StatusShape::Circle) => pen.fill(circle(6.0), PRINT.circle),
        Mark::Status(StatusShape::Diamond) => {
            pen.fill(polygon(&[(8.0, 0.8), (15.2, 8.0), (8.0, 15.2), (0.8, 8.0)]), PRINT.diamond);
        }
        Mark::Status(StatusShape::Triangle) => {
            pen.fill(polygon(&[(8.0, 1.3), (15.2, 14.1), (0.8, 14.1)]), PRINT.triangle);
        }
        Mark::Status(StatusShape::Square) => {
            pen.fill(polygon(&[(2.0, 2.0), (14.0, 2.0), (14.0, 14.0), (2.0, 14.0)]), PRINT.square);
        }
    }
    surface.pop();
}

struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
}

impl Pen<'_, '_> {
    fn fill(&mut self, path: Option<Path>, color: Rgb) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: color_of(color).into(), ..Fill::default() }));
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, color: Rgb, dash: Option<[f32; 2]>) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: color_of(color).into(),
            width,
            miter_limit: 4.0,
            line_cap: LineCap::Butt,
            line_join: LineJoin::Round,
            opacity: NormalizedF32::ONE,
            dash: dash.map(|dash| StrokeDash { array: dash.to_vec(), offset: 0.0 }),
        }));
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn line(&mut self, points: &[(f32, f32)], width: f32, color: Rgb) {
        self.stroke(line(points, false), width, color, None);
    }

    fn dot(&mut self, x: f32, y: f32, color: Rgb) {
        self.fill(round(x, y, 0.9), color);
    }
}

fn polygon(points: &[(f32, f32)]) -> Option<Path> {
    line(points, true)
}

fn line(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, (x, y)) in points.iter().enumerate() {
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

fn circle(radius: f32) -> Option<Path> {
    round(BOX / 2.0, BOX / 2.0, radius)
}

/// A circle as four cubic curves.
fn round(x: f32, y: f32, radius: f32) -> Option<Path> {
    /// How far the handles of a quarter reach, in parts of the radius.
    const HANDLE: f32 = 0.552_285;
    let handle = radius * HANDLE;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    path.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    path.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    path.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    path.close();
    path.finish()
}
