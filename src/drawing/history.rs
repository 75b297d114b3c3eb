//! The history of a state's status, as a line down which each of its spells has a stop.

use super::{Drawing, Ink, Pen, marks};
use crate::briefing::StatusShape;

/// How wide the line with its stops is.
pub const WIDTH: f32 = 12.0;
/// How far below the upper end of its text a stop stands.
const DROP: f32 = 10.0;
/// What is left free between a stop and the line.
const GAP: f32 = 3.0;

/// The stop of a spell, as high as what is written beside it, with the line on to the spell before it, if there is one.
pub fn stop(shape: StatusShape, height: f32, leads_on: bool) -> Drawing {
    let mut drawing = Drawing::new([WIDTH, height]);
    let x = WIDTH / 2.0;
    marks::status(&mut drawing.shapes, shape, [x, DROP], WIDTH);
    if leads_on {
        let top = DROP + WIDTH / 2.0 + GAP;
        drawing.shapes.line([[x, top], [x, height.max(top)]], Pen::solid(Ink::Stroke, 1.0));
    }
    drawing
}
