//! The shapes a drawing is made of: few, and each one that every painter can draw.

use std::sync::Arc;

use super::area::Area;
use super::ink::{Fill, Ink, Pen};
use super::text::Text;

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An upright rectangle, with a rim inside it where it has one.
    Rect {
        /// Where.
        area: Area,
        /// The radius of its corners.
        corner: f32,
        /// What it is filled with.
        fill: Option<Fill>,
        /// Its rim.
        rim: Option<Pen>,
    },
    /// A line through two points or more.
    Line {
        /// The points.
        points: Vec<[f32; 2]>,
        /// How it is drawn.
        pen: Pen,
    },
    /// Very many lines of one kind, such as a coast.
    Lines {
        /// The points of each.
        lines: Arc<[Vec<[f32; 2]>]>,
        /// How they are drawn.
        pen: Pen,
    },
    /// A convex polygon.
    Polygon {
        /// Its corners.
        points: Vec<[f32; 2]>,
        /// What it is filled with.
        fill: Option<Ink>,
        /// Its rim, half of it on each side.
        rim: Option<Pen>,
    },
    /// A circle, or a ring where it is not filled.
    Circle {
        /// Its middle.
        center: [f32; 2],
        /// Its radius.
        radius: f32,
        /// What it is filled with.
        fill: Option<Ink>,
        /// Its rim, half of it on each side.
        rim: Option<Pen>,
    },
    /// Triangles of one ink.
    Mesh(Arc<Mesh>, Ink),
    /// A line of text.
    Text(Text),
    /// Shapes that are moved, cut or dimmed together.
    Group(Group, Shapes),
}

/// Triangles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// Corners.
    pub vertices: Vec<[f32; 2]>,
    /// Three corners for each triangle, by their number.
    pub triangles: Vec<[u32; 3]>,
}

/// What holds for shapes that are drawn together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Where their upper left corner is.
    pub at: [f32; 2],
    /// Nothing is drawn beyond this area, which is measured from that corner.
    pub clip: Option<Area>,
    /// What is left of their colours, from 0 to 1.
    pub opacity: f32,
    /// The number of what they are of, by which a page for a browser finds them.
    pub of: Option<usize>,
}

impl Default for Group {
    fn default() -> Self {
        Self { at: [0.0, 0.0], clip: None, opacity: 1.0, of: None }
    }
}

/// Shapes, each drawn over those before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes(pub Vec<Shape>);

impl Shapes {
    /// An upright rectangle, with a rim inside it where it has one.
    pub fn rect(&mut self, area: Area, fill: impl Into<Option<Fill>>, rim: impl Into<Option<Pen>>) {
        self.0.push(Shape::Rect { area, corner: 0.0, fill: fill.into(), rim: rim.into() });
    }

    /// A rectangle of one ink.
    pub fn ground(&mut self, area: Area, ink: Ink) {
        self.rect(area, Fill::Flat(ink), None);
    }

    /// A line through points.
    pub fn line(&mut self, points: impl Into<Vec<[f32; 2]>>, pen: Pen) {
        self.0.push(Shape::Line { points: points.into(), pen });
    }

    /// A convex polygon.
    pub fn polygon(&mut self, points: impl Into<Vec<[f32; 2]>>, fill: Option<Ink>, rim: Option<Pen>) {
        self.0.push(Shape::Polygon { points: points.into(), fill, rim });
    }

    /// A circle.
    pub fn circle(&mut self, center: [f32; 2], radius: f32, fill: Option<Ink>, rim: Option<Pen>) {
        self.0.push(Shape::Circle { center, radius, fill, rim });
    }

    /// A line of text; nothing where there is none.
    pub fn text(&mut self, text: Text) {
        if !text.text.is_empty() {
            self.0.push(Shape::Text(text));
        }
    }

    /// Shapes that are moved, cut or dimmed together.
    pub fn group(&mut self, group: Group, draw: impl FnOnce(&mut Self)) {
        let mut shapes = Self::default();
        draw(&mut shapes);
        self.0.push(Shape::Group(group, shapes));
    }
}
