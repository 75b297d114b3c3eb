//! What is looked at: charts, maps and marks, each laid out once into a [`Drawing`] that thin painters turn into the
//! window, SVG, pixels and pages.
//!
//! ```text
//! TradeView, RosterView --(size, Measure of text)--> Drawing --(Palette)--> window | SVG | PNG | PDF
//! ```
//!
//! A drawing knows no colour: it has [`Ink`]s, which a painter looks up in its palette. What can be pointed at, heard
//! and clicked are its [`Part`]s.

mod area;
pub mod chart;
pub mod chronology;
pub mod history;
mod ink;
pub mod labels;
pub mod locator;
pub mod map;
pub mod marks;
mod measure;
pub mod palette;
mod part;
mod shape;
mod text;

pub use self::area::Area;
pub use self::ink::{Fill, Ink, Pen};
pub use self::labels::Labels;
pub use self::measure::{Measure, cut};
pub use self::part::{Part, PartKey};
pub use self::shape::{Group, Mesh, Shape, Shapes};
pub use self::text::{Anchor, Face, Text, line_of};

/// Something laid out, in points from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width and height.
    pub size: [f32; 2],
    /// What is drawn, each over those before it.
    pub shapes: Shapes,
    /// What can be pointed at, heard and clicked; of parts that lie over each other the last is meant.
    pub parts: Vec<Part>,
}

impl Drawing {
    /// An empty one of a size.
    pub const fn new(size: [f32; 2]) -> Self {
        Self { size, shapes: Shapes(Vec::new()), parts: Vec::new() }
    }

    /// The whole area.
    pub const fn area(&self) -> Area {
        Area { left: 0.0, top: 0.0, right: self.size[0], bottom: self.size[1] }
    }

    /// Draws another over this one, its upper left corner at a place, with its parts.
    pub fn place(&mut self, at: [f32; 2], other: Self) {
        self.parts.extend(other.parts.into_iter().map(|part| Part { area: part.area.moved(at), ..part }));
        self.shapes.0.push(Shape::Group(Group { at, ..Group::default() }, other.shapes));
    }

    /// The part at a place: the last that has it.
    pub fn part_at(&self, at: [f32; 2]) -> Option<&Part> {
        self.parts.iter().rev().find(|part| part.area.has(at))
    }

    /// The part of a key.
    pub fn part(&self, key: &PartKey) -> Option<&Part> {
        self.parts.iter().find(|part| part.key == *key)
    }
}
