//! The chart and the map as pictures: drawn from a view and not from the screen, so neither the window's size nor a
//! display matters.
//!
//! ```text
//! TradeView  --chart--> Picture (SVG, with title, alt text, sources and digest) --> PNG, pixels, pages of a PDF
//! RosterView --map----> Picture
//! ```

mod card;
mod chart;
mod compact;
pub mod inline;
mod map;
pub(crate) mod measure;
mod page;
mod pixels;
pub(crate) mod svg;

pub use self::card::card;
pub use self::chart::chart;
pub use self::map::map;
pub use self::pixels::Pixels;
pub use crate::drawing::chart::ChartLook;

use crate::drawing::palette::{self, Palette};

/// A picture, finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// SVG 1.1, with its text as text.
    pub svg: String,
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// Its title.
    pub title: String,
    /// What it shows, in words.
    pub alt: String,
    /// What it is and where it comes from, line by line; the SVG has it as metadata.
    pub provenance: Vec<String>,
    /// The SHA-256 of the briefing it shows.
    pub digest: String,
}

/// How a picture looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Its colours.
    pub theme: Theme,
    /// How finely it is drawn as pixels.
    pub density: Density,
    /// How a chart is drawn.
    pub chart: ChartLook,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The window's light theme.
    #[default]
    Light,
    /// The window's dark theme.
    Dark,
    /// Ink on white paper, told apart without colour as well.
    Print,
}

/// How many pixels a point has, along each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// One.
    #[default]
    One,
    /// Two, for most present screens.
    Two,
    /// Three, for print.
    Three,
}

impl Theme {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The name on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &palette::LIGHT,
            Self::Dark => &palette::DARK,
            Self::Print => &palette::PRINT,
        }
    }
}

impl Density {
    /// All densities, the coarsest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// Pixels for each point.
    pub const fn pixels(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }

    /// Its name for programs: how many pixels each point has.
    pub const fn key(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Two => "2",
            Self::Three => "3",
        }
    }
}
