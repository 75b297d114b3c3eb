//! What is drawn with: inks by their meaning, and what is made of them.

use crate::briefing::StatusShape;

/// A colour by what it means; a [`Palette`](super::palette::Palette) says which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// What is drawn on.
    Paper,
    /// Sea.
    Panel,
    /// Grid lines.
    Hairline,
    /// The line at zero.
    Rule,
    /// Marks of an axis.
    Stroke,
    /// A line that carries what is drawn.
    Control,
    /// Main text.
    Text,
    /// Secondary text.
    Secondary,
    /// Captions, counts, units.
    Muted,
    /// Annotations; the only accent.
    Accent,
    /// The status that is drawn as a shape.
    Status(StatusShape),
    /// Supported, pass.
    Good,
    /// Disputed, fail.
    Bad,
    /// Outdated, warn.
    Caution,
    /// Unverified, info.
    Neutral,
    /// A glyph on good and bad.
    OnMark,
    /// A glyph on caution.
    OnCaution,
    /// Both directions together.
    Total,
    /// The forward direction.
    Forward,
    /// The backward direction.
    Backward,
    /// A further flow where several play one part, by its number from nought.
    Further(u8),
    /// A label on the forward direction or on the total.
    OnSeries,
    /// A label on the backward direction.
    OnBackward,
    /// Land of a map.
    Land,
    /// Coastline of a map.
    Coast,
}

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// One ink.
    Flat(Ink),
    /// Parallel lines at 45 degrees.
    Hatched(Ink),
    /// Level lines, as of something that is filling up.
    Levels(Ink),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Its ink.
    pub ink: Ink,
    /// Its width in points.
    pub width: f32,
    /// Drawn and left out, in points.
    pub dash: Option<[f32; 2]>,
}

impl Pen {
    /// An unbroken line.
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: None }
    }

    /// A dashed line.
    pub const fn dashed(ink: Ink, width: f32, drawn: f32, left_out: f32) -> Self {
        Self { ink, width, dash: Some([drawn, left_out]) }
    }
}

impl Fill {
    /// Between two lines of hatching, across them, in points.
    pub const HATCH_PITCH: f32 = 5.0;
    /// How wide a line of hatching is.
    pub const HATCH_WIDTH: f32 = 1.5;
    /// Between two level lines.
    pub const LEVEL_PITCH: f32 = 4.0;
    /// How wide a level line is.
    pub const LEVEL_WIDTH: f32 = 1.0;

    /// What it is drawn with.
    pub const fn ink(self) -> Ink {
        match self {
            Self::Flat(ink) | Self::Hatched(ink) | Self::Levels(ink) => ink,
        }
    }
}
