//! How the names of a key stand: so many in a row.

/// Between two names.
pub const APART: f32 = 22.0;
/// A line of the key.
pub const LINE: f32 = 18.0;
/// The space from a line up to its name.
pub const GAP: f32 = 6.0;
/// A name has at least as much room; where there are many, they stand in several rows.
const ROOM: f32 = 120.0;
/// The key is no wider, so that it is seen whole while wider columns are scrolled.
pub const WIDEST: f32 = 640.0;
/// The height of a row of names.
pub const ROW: f32 = 22.0;

/// How many names stand in a row.
pub fn in_a_row(width: f32, names: usize) -> usize {
    let most = (width.min(WIDEST) / (LINE + GAP + ROOM + APART)) as usize;
    names.min(most.max(1)).max(1)
}

/// The height of a key of so many names.
pub fn height(width: f32, names: usize) -> f32 {
    names.div_ceil(in_a_row(width, names)).max(1) as f32 * ROW
}
