//! Where the keyboard is in a grid, and what the grid remembers from frame to frame.

/// A row and a cell in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row the keyboard is at.
    pub row: Option<usize>,
    /// The column it is at; none where it is at the row as a whole.
    pub column: Option<usize>,
}

/// What a grid remembers.
#[derive(Debug, Default)]
pub struct GridState {
    /// What was typed to go to a name, and when.
    pub(super) typed: (String, f64),
    /// How far the rows are scrolled, and how much of them is in view.
    pub(super) view: (f32, f32),
    /// The row to bring into view, with so many rows above it where it was out of view.
    pub(super) reveal: Option<(usize, f32)>,
    /// Whether it takes the keyboard in the next frame: in that of a click, the press would take it away again.
    pub(super) wants_focus: bool,
    /// Whether the keyboard was last moved across a row, so that the cell is heard and not the row.
    pub(super) at_cell: bool,
}

impl GridState {
    /// Brings a row into view with the next frame, with `above` rows over it where it was out of view.
    pub const fn reveal(&mut self, row: usize, above: f32) {
        self.reveal = Some((row, above));
    }

    /// Where to scroll to in this frame, rows being so high.
    pub(super) fn scroll_to(&mut self, row_height: f32) -> Option<f32> {
        let (row, above) = self.reveal.take()?;
        let top = row as f32 * row_height;
        let (offset, height) = self.view;
        let is_out = top < offset || top + row_height > offset + height;
        if !is_out {
            return None;
        }
        let below = (top + row_height - height).max(0.0);
        Some(if above > 0.0 || top < offset { (top - above * row_height).max(0.0) } else { below })
    }
}
