//! The map of a roster: coastlines, and a mark for each state, shaped and coloured by status. It draws no border.
//!
//! It is laid out in three steps, so that a window keeps what a change leaves alone: the ground, the points that the
//! marks stand at, and the marks.

mod ground;
mod land;
mod marks;
mod names;
mod points;
mod sheet;
mod spread;

pub use self::marks::{MOST_NAMES, short_name};
pub use self::points::{Points, is_gathered};
pub use self::sheet::{Sheet, Style};
use super::{Drawing, Measure};
use crate::analysis::roster::Mark;
use crate::briefing::Members;
use crate::words::Words;

/// The whole map on a sheet: ground and marks.
pub fn map(sheet: &Sheet, members: Members<'_>, marks: &[Mark], measure: &mut dyn Measure, words: &Words) -> Drawing {
    let mut drawing = sheet.ground();
    drawing.place([0.0, 0.0], sheet.marks(members, marks, &sheet.points(members, marks), measure, words));
    drawing
}
