//! The sizes of type on paper, in points: the scale of the window, three quarters as large, on paper's finer lines.

use crate::export::brief::document::{Rank, Style};

/// A size of type with the height of its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// The size.
    pub points: f32,
    /// The height of a line.
    pub line: f32,
    /// How large citations are in it, in points.
    pub citation: f32,
    /// Space added between letters.
    pub tracking: f32,
    /// Whether all of it is semibold.
    pub strong: bool,
    /// Whether it stands back: captions.
    pub quiet: bool,
}

/// How much smaller citations and digests are than running text.
pub const CITATION: f32 = 0.86;

const fn size(size: f32, line: f32) -> Size {
    Size { points: size, line, citation: size * CITATION, tracking: 0.0, strong: false, quiet: false }
}

/// Running text and lists.
pub const BODY: Size = size(9.25, 12.75);
/// Tables.
pub const TABLE: Size = size(8.25, 11.0);
/// Captions, notes, heads of columns and the foot of a page.
pub const CAPTION: Size = Size { quiet: true, ..size(7.75, 10.5) };
/// The line under a headline.
pub const LEAD: Size = Size { citation: 8.0, ..size(11.25, 15.5) };
/// A large figure.
pub const FIGURE: Size = Size { tracking: -0.2, strong: true, ..size(17.0, 21.0) };

/// The size of a heading.
pub const fn of_rank(rank: Rank) -> Size {
    match rank {
        Rank::Headline => Size { tracking: -0.3, strong: true, ..size(21.0, 25.5) },
        Rank::Part => Size { tracking: -0.1, strong: true, ..size(15.0, 19.0) },
        Rank::Section => Size { strong: true, ..size(11.25, 15.0) },
    }
}

/// The size of a paragraph.
pub const fn of_style(style: Style) -> Size {
    match style {
        Style::Lead => LEAD,
        Style::Body => BODY,
        Style::Caption => CAPTION,
    }
}
