//! The squares of a map in which the marks of a long list are gathered.

use crate::analysis::projection::Projection;
use crate::analysis::region::Region;
use crate::briefing::Position;

/// The side of a square, in points of the map as it is designed.
const SIDE: f32 = 34.0;
/// Stands for no square.
const OFF_THE_MAP: u16 = u16::MAX;

/// The square that a position lies in, counted along the rows of squares.
pub(super) fn square(region: &Region, position: Position) -> u16 {
    let [width, height] = Projection::DESIGNED;
    let [x, y] = Projection::fit(region, width, height).point(position.longitude, position.latitude);
    let on_map = (0.0..width).contains(&x) && (0.0..height).contains(&y);
    if on_map { across() * (y / SIDE) as u16 + (x / SIDE) as u16 } else { OFF_THE_MAP }
}

/// How many squares there are.
pub(super) fn count() -> usize {
    let down = (Projection::DESIGNED[1] / SIDE).ceil() as u16;
    usize::from(across() * down)
}

fn across() -> u16 {
    (Projection::DESIGNED[0] / SIDE).ceil() as u16
}
