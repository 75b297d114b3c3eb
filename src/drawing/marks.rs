//! The shapes of statuses and the marks of verdicts, told apart without colour.

use super::{Area, Fill, Ink, Pen, Shapes};
use crate::briefing::{StatusShape, Verdict};

/// Draws the shape of a status in a square of this side around a point.
pub fn status(shapes: &mut Shapes, shape: StatusShape, [x, y]: [f32; 2], side: f32) {
    let ink = Some(Ink::Status(shape));
    let scale = side / 12.0;
    let at = |dx: f32, dy: f32| [(dx - 6.0).mul_add(scale, x), (dy - 6.0).mul_add(scale, y)];
    match shape {
        StatusShape::Circle => shapes.circle([x, y], 4.5 * scale, ink, None),
        StatusShape::Diamond => shapes.polygon([at(6.0, 0.6), at(11.4, 6.0), at(6.0, 11.4), at(0.6, 6.0)], ink, None),
        StatusShape::Triangle => shapes.polygon([at(6.0, 1.0), at(11.4, 10.6), at(0.6, 10.6)], ink, None),
        StatusShape::Square => shapes.ground(Area::around([x, y], [9.0 * scale; 2]), Ink::Status(shape)),
    }
}

/// Draws the mark of a verdict in a square of this side around a point.
pub fn verdict(shapes: &mut Shapes, verdict: Verdict, [x, y]: [f32; 2], side: f32) {
    let scale = side / 16.0;
    let at = |dx: f32, dy: f32| [(dx - 8.0).mul_add(scale, x), (dy - 8.0).mul_add(scale, y)];
    let pen = |ink: Ink, width: f32| Pen::solid(ink, width * scale);
    match verdict {
        Verdict::Supported => {
            shapes.circle([x, y], 7.0 * scale, Some(Ink::Good), None);
            shapes.line([at(4.8, 8.2), at(7.1, 10.5), at(11.2, 5.9)], pen(Ink::OnMark, 1.6));
        }
        Verdict::Disputed => {
            let area = Area::around([x, y], [13.0 * scale; 2]);
            let square = super::Shape::Rect { area, corner: 1.5 * scale, fill: Some(Fill::Flat(Ink::Bad)), rim: None };
            shapes.0.push(square);
            shapes.line([at(4.5, 6.4), at(11.5, 6.4)], pen(Ink::OnMark, 1.4));
            shapes.line([at(4.5, 9.6), at(11.5, 9.6)], pen(Ink::OnMark, 1.4));
            shapes.line([at(10.0, 4.0), at(6.0, 12.0)], pen(Ink::OnMark, 1.4));
        }
        // Concave, so two convex halves meet in the middle.
        Verdict::Outdated => {
            let upper = [at(2.5, 1.5), at(13.5, 1.5), at(13.5, 3.6), at(8.0, 9.6), at(2.5, 3.6)];
            let lower = [at(2.5, 14.5), at(2.5, 12.4), at(8.0, 6.4), at(13.5, 12.4), at(13.5, 14.5)];
            shapes.polygon(upper, Some(Ink::Caution), None);
            shapes.polygon(lower, Some(Ink::Caution), None);
            shapes.polygon([at(5.2, 12.6), at(8.0, 9.8), at(10.8, 12.6)], Some(Ink::OnCaution), None);
        }
        Verdict::Unverified => {
            shapes.circle(
                [x, y],
                6.4 * scale,
                None,
                Some(Pen::dashed(Ink::Neutral, 1.4 * scale, 2.6 * scale, 1.9 * scale)),
            );
            // The question mark as strokes: a hook and a dot.
            let hook = [
                at(6.0, 6.4),
                at(6.4, 5.3),
                at(7.6, 4.7),
                at(8.9, 5.0),
                at(9.7, 6.1),
                at(9.2, 7.3),
                at(8.0, 8.2),
                at(8.0, 9.3),
            ];
            shapes.line(hook, pen(Ink::Neutral, 1.3));
            shapes.circle(at(8.0, 11.3), 0.9 * scale, Some(Ink::Neutral), None);
        }
    }
}
