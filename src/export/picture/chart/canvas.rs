//! Drawing on a chart or a map: labels that find room, and the colours of what is drawn.

use crate::briefing::FlowRole;
use crate::drawing::palette::{Palette, Rgb};
use crate::drawing::{Anchor, Area, Face, Labels, Measure as _};
use crate::export::picture::page::Page;
use crate::export::picture::svg::Fill;

/// The height of a label's letters, with what hangs below them.
const HIGH: f32 = 13.0;

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

/// What keeps the lines behind a label away from it.
#[derive(Clone, Copy, Debug)]
pub enum Ground {
    /// Nothing, since there are none.
    None,
    /// A rectangle of this colour.
    Flat(Rgb),
}

/// Draws the first of some texts that is no wider than `room` and finds a free place, on a ground that no line runs
/// through. Returns whether one did.
pub fn label<T: AsRef<str>>(
    page: &mut Page,
    labels: &mut Labels,
    texts: &[T],
    (face, ink): (Face, Rgb),
    ground: Ground,
    room: f32,
    spots: &[Spot],
) -> bool {
    for text in texts.iter().map(AsRef::as_ref).filter(|text| !text.is_empty()) {
        let width = page.measure.width(text, face);
        if width > room {
            continue;
        }
        let place = |spot: &Spot| spot.area(width);
        let Some(spot) = labels.take(spots.iter().map(place)).and_then(|number| spots.get(number)) else { continue };
        put(page, *spot, text, width, (face, ink), ground);
        return true;
    }
    false
}

/// Draws a text at a place, whatever is there.
pub fn put(page: &mut Page, spot: Spot, text: &str, width: f32, (face, ink): (Face, Rgb), ground: Ground) {
    let area = spot.area(width);
    if let Ground::Flat(ground) = ground {
        let behind =
            Area { left: area.left - 1.0, top: area.top + 1.0, right: area.right + 1.0, bottom: area.bottom - 1.0 };
        page.svg.rect(behind, Some(Fill::Flat(ground)), None);
    }
    let (x, anchor) = match spot.side {
        Side::Above | Side::Below => (f32::midpoint(area.left, area.right), Anchor::Middle),
        Side::Left => (area.right, Anchor::End),
        Side::Right => (area.left, Anchor::Start),
    };
    page.svg.text([x, area.bottom - 2.5], anchor, face, ink, text);
}

/// The colour of a row of a flow.
pub const fn color(flow: FlowRole, p: &Palette) -> Rgb {
    match flow {
        FlowRole::Forward => p.series_forward,
        FlowRole::Backward => p.series_backward,
        FlowRole::Total => p.total,
    }
}

/// The colour of a text on a row's colour.
pub fn on_color(flow: FlowRole, p: &Palette) -> Rgb {
    if color(flow, p) == p.series_backward { p.on_backward } else { p.on_series }
}
