//! The outlines of shapes, the same for whatever draws them: on paper and on pages of pixels.

use crate::drawing::Area;

/// How far the handles of a quarter of a circle reach, in parts of its radius.
const HANDLE: f32 = 0.552_285;

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// It begins at a place.
    Move([f32; 2]),
    /// It goes on to a place.
    Line([f32; 2]),
    /// It goes on in a curve that leaves towards the first place, comes from the second and ends at the third.
    Curve([f32; 2], [f32; 2], [f32; 2]),
    /// It goes back to where it began.
    Close,
}

/// Lines from point to point.
pub fn line(points: &[[f32; 2]], closed: bool) -> Vec<Step> {
    let steps = points.iter().enumerate().map(|(index, at)| if index == 0 { Step::Move(*at) } else { Step::Line(*at) });
    steps.chain(closed.then_some(Step::Close)).collect()
}

/// A rectangle whose corners are quarters of a circle; a circle where they meet.
pub fn rounded(Area { left, top, right, bottom }: Area, corner: f32) -> Vec<Step> {
    if corner <= 0.0 {
        return line(&[[left, top], [right, top], [right, bottom], [left, bottom]], true);
    }
    let rest = corner * (1.0 - HANDLE);
    vec![
        Step::Move([right, top + corner]),
        Step::Line([right, bottom - corner]),
        Step::Curve([right, bottom - rest], [right - rest, bottom], [right - corner, bottom]),
        Step::Line([left + corner, bottom]),
        Step::Curve([left + rest, bottom], [left, bottom - rest], [left, bottom - corner]),
        Step::Line([left, top + corner]),
        Step::Curve([left, top + rest], [left + rest, top], [left + corner, top]),
        Step::Line([right - corner, top]),
        Step::Curve([right - rest, top], [right, top + rest], [right, top + corner]),
        Step::Close,
    ]
}
