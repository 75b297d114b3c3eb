//! What a chart is drawn onto while it is laid out: shapes, parts, and the labels that find room.

use crate::drawing::{Anchor, Area, Drawing, Face, Ink, Labels, Measure, Part, Shapes, Text};
use crate::words::Words;

/// The height of a label's letters, with what hangs below them.
const HIGH: f32 = 13.0;

/// A drawing in the making.
pub struct Sheet<'a> {
    /// What is drawn.
    pub shapes: Shapes,
    /// What can be pointed at.
    pub parts: Vec<Part>,
    /// The labels.
    pub labels: Labels,
    /// How wide text is.
    pub measure: &'a mut dyn Measure,
    /// The language.
    pub words: &'a Words,
}

/// The face and the ink of a text.
pub type Look = (Face, Ink);

/// A point, and on which side of it a label stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    at: [f32; 2],
    side: Side,
}

#[derive(Clone, Copy, Debug)]
enum Side {
    Above,
    Below,
    Left,
    Right,
}

impl Spot {
    /// Over a point.
    pub const fn above(x: f32, y: f32) -> Self {
        Self { at: [x, y], side: Side::Above }
    }

    /// Under a point.
    pub const fn below(x: f32, y: f32) -> Self {
        Self { at: [x, y], side: Side::Below }
    }

    /// Left of a point.
    pub const fn left(x: f32, y: f32) -> Self {
        Self { at: [x, y], side: Side::Left }
    }

    /// Right of a point.
    pub const fn right(x: f32, y: f32) -> Self {
        Self { at: [x, y], side: Side::Right }
    }

    fn area(self, width: f32) -> Area {
        let ([x, y], half) = (self.at, HIGH / 2.0);
        match self.side {
            Side::Above => Area { left: x - width / 2.0, top: y - HIGH, right: x + width / 2.0, bottom: y },
            Side::Below => Area { left: x - width / 2.0, top: y, right: x + width / 2.0, bottom: y + HIGH },
            Side::Left => Area { left: x - width, top: y - half, right: x, bottom: y + half },
            Side::Right => Area { left: x, top: y - half, right: x + width, bottom: y + half },
        }
    }
}

impl<'a> Sheet<'a> {
    /// An empty one.
    pub fn new(measure: &'a mut dyn Measure, words: &'a Words, labels: Labels) -> Self {
        Self { shapes: Shapes::default(), parts: Vec::new(), labels, measure, words }
    }

    /// What was drawn.
    pub fn finish(self, size: [f32; 2]) -> Drawing {
        Drawing { size, shapes: self.shapes, parts: self.parts }
    }

    /// Draws the first of some texts that is no wider than `room` and finds a free place, on a ground that no line runs
    /// through. Returns whether one did.
    pub fn label<T: AsRef<str>>(&mut self, texts: &[T], (face, ink): (Face, Ink), room: f32, spots: &[Spot]) -> bool {
        for text in texts.iter().map(AsRef::as_ref).filter(|text| !text.is_empty()) {
            let width = self.measure.width(text, face);
            if width > room {
                continue;
            }
            let place = |spot: &Spot| spot.area(width);
            let free = self.labels.take(spots.iter().map(place));
            let Some(spot) = free.and_then(|number| spots.get(number)) else { continue };
            self.put(*spot, text, (face, ink), true);
            return true;
        }
        false
    }

    /// Draws a text at its only place where that is free and no narrower than the text, on a ground where it asks for one.
    pub fn label_on(&mut self, text: &str, (face, ink): Look, room: f32, spot: Spot, ground: bool) {
        let width = self.measure.width(text, face);
        if width <= room && self.labels.take([spot.area(width)]).is_some() {
            self.put(spot, text, (face, ink), ground);
        }
    }

    /// Draws several lines of text over each other where all of them find a free place. Returns whether they did.
    pub fn block(&mut self, lines: &[String], (face, ink): Look, spots: &[Spot]) -> bool {
        let width = lines.iter().map(|line| self.measure.width(line, face)).fold(0.0, f32::max);
        let height = (HIGH + 1.0) * lines.len() as f32;
        let place = |spot: &Spot| {
            let area = spot.area(width);
            match spot.side {
                Side::Below => Area { bottom: area.top + height, ..area },
                _ => Area { top: area.bottom - height, ..area },
            }
        };
        let places: Vec<Area> = spots.iter().map(place).collect();
        let Some(place) = self.labels.take(places.iter().copied()).and_then(|number| places.get(number)) else {
            return false;
        };
        for (number, line) in lines.iter().enumerate() {
            let top = place.top + (HIGH + 1.0) * number as f32;
            self.put(Spot::below(place.center()[0], top), line, (face, ink), true);
        }
        true
    }

    /// Writes a text at a place, whatever is there; on a ground that no line runs through, where it asks for one. Returns
    /// where it stands.
    pub fn put(&mut self, spot: Spot, text: &str, (face, ink): (Face, Ink), ground: bool) -> Area {
        let area = spot.area(self.measure.width(text, face));
        if ground {
            self.shapes.ground(area.expanded([1.0, -1.0]), Ink::Paper);
        }
        let (x, anchor) = match spot.side {
            Side::Above | Side::Below => (area.center()[0], Anchor::Middle),
            Side::Left => (area.right, Anchor::End),
            Side::Right => (area.left, Anchor::Start),
        };
        self.shapes.text(Text::new([x, area.bottom - 2.5], anchor, face, ink, text));
        area
    }
}
