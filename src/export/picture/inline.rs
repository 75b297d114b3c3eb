//! Drawings as elements of a page in a browser: the chart, the map and the marks without heading and foot, which the page
//! has of its own, in colours that its style sheet names.

use super::measure::Measure;
use super::svg::{Head, Svg};
use crate::analysis::projection::Projection;
use crate::analysis::roster::{self, region};
use crate::analysis::trade::{Figures, TradeView, sentence};
use crate::briefing::{Briefing, Members, Series};
use crate::drawing::chart::{self, ChartLook, Charted, Frame};
use crate::drawing::map::{self, Sheet, Style};
use crate::drawing::marks::Mark;
use crate::drawing::palette::{LIGHT, NAMED};
use crate::drawing::{Drawing, Part};
use crate::words::Words;

/// A width at which a drawing is laid out, in points, and the class by which a page shows it where there is that room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The class.
    pub class: &'static str,
    width: f32,
    axis: f32,
    plot: f32,
}

/// As wide as the text of a page.
pub const WIDE: Room = Room { class: "wide", width: 880.0, axis: 92.0, plot: 300.0 };
/// As wide as a telephone.
pub const NARROW: Room = Room { class: "narrow", width: 358.0, axis: 60.0, plot: 220.0 };

/// The side of a mark beside its word.
const MARK: f32 = 16.0;

/// What a chart is drawn of.
type Charting<'a> = (&'a Briefing, &'a Series, &'a Figures, &'a TradeView);

/// The chart of a view, with what can be pointed at on it. There must be a column.
pub fn chart(of: Charting<'_>, (id, room): (&str, Room), words: &Words) -> (String, Vec<Part>) {
    let drawing = drawn_chart(of, room, words);
    let scope = format!("{id}-");
    let mut svg = Svg::within(&scope, &NAMED);
    svg.paint(&drawing.shapes);
    let said = words.say(&sentence(of.0, of.1, of.3));
    (svg.inline(id, room.class, drawing.size, &said), drawing.parts)
}

/// The same as a drawing of its own in the colours of the day, with its size.
pub fn whole_chart(of: Charting<'_>, words: &Words) -> (String, (f32, f32)) {
    whole(&drawn_chart(of, WIDE, words))
}

fn drawn_chart((briefing, series, figures, view): Charting<'_>, room: Room, words: &Words) -> Drawing {
    let charted = Charted { briefing, series, figures, view, look: ChartLook::default() };
    let frame = Frame { width: room.width - room.axis, axis: room.axis, plot: room.plot, years: true, pixels: 1.0 };
    chart::chart(charted, frame, &mut Measure::new(), words).whole()
}

/// The map of a view.
pub fn map(members: Members<'_>, marks: &[roster::Mark], (id, room): (&str, Room), alt: &str, words: &Words) -> String {
    let drawing = drawn_map(members, marks, room, words);
    let scope = format!("{id}-");
    let mut svg = Svg::within(&scope, &NAMED);
    svg.paint(&drawing.shapes);
    svg.inline(id, room.class, drawing.size, alt)
}

/// The same as a drawing of its own in the colours of the day, with its size.
pub fn whole_map(members: Members<'_>, marks: &[roster::Mark], words: &Words) -> (String, (f32, f32)) {
    whole(&drawn_map(members, marks, WIDE, words))
}

fn drawn_map(members: Members<'_>, marks: &[roster::Mark], room: Room, words: &Words) -> Drawing {
    let [across, down] = Projection::DESIGNED;
    let size = [room.width, (room.width * down / across).round()];
    let style = if room == WIDE { Style::PAGE } else { Style::WINDOW };
    let drawing = map::map(&Sheet::new(&region(members), size, style), members, marks, &mut Measure::new(), words);
    Drawing { size, ..drawing }
}

fn whole(drawing: &Drawing) -> (String, (f32, f32)) {
    let mut svg = Svg::new(&LIGHT);
    svg.paint(&drawing.shapes);
    let head = Head { id: "drawing", language: "", size: drawing.size, title: "", alt: "", lines: &[] };
    (svg.finish(head), drawing.size.into())
}

/// A mark as a symbol that a page refers to wherever it stands.
pub fn symbol(mark: Mark) -> String {
    let mut svg = Svg::new(&NAMED);
    svg.paint(&mark.shapes([MARK / 2.0; 2], MARK));
    format!("<symbol id=\"{}\" viewBox=\"0 0 {MARK} {MARK}\">{}</symbol>", symbol_id(mark), svg.shapes())
}

/// What such a symbol is referred to by.
pub fn symbol_id(mark: Mark) -> String {
    match mark {
        Mark::Verdict(verdict) => format!("mark-{}", verdict.key()),
        Mark::Outcome(outcome) => format!("mark-{}", outcome.key()),
        Mark::Status(shape) => format!("mark-{}", shape.key()),
    }
}
