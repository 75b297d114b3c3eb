//! The key: what two series of a chart are called.

use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use super::{ink_of, line_pen, swatch, tick};
use crate::analysis::trade::ChartKind;
use crate::drawing::{Area, Face, Ink, Pen};

/// Between two names.
const APART: f32 = 22.0;
/// A line of the key, and the space up to its name.
const LINE: f32 = 18.0;
const GAP: f32 = 6.0;

/// Names the colours of two series above the plot.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let strip = plan.strips.key;
    let (mut left, y) = (GAP, strip.top + 9.0);
    let room = strip.width() / plan.view.drawn().len() as f32 - LINE - GAP - APART;
    for (number, line) in plan.view.drawn().iter().enumerate() {
        let ink = ink_of(line.row.flow);
        match plan.kind {
            _ if line.row.is_tick() => tick(sheet, left + LINE / 2.0, LINE / 2.0, y),
            ChartKind::Lines => sheet.shapes.line([[left, y], [left + LINE, y]], line_pen(number, ink)),
            ChartKind::Bars | ChartKind::Stacked => {
                swatch(sheet, Area { left, top: y - 5.0, right: left + LINE - 4.0, bottom: y + 5.0 }, ink);
            }
        }
        let text = sheet.words.value(&line.name);
        left = name(sheet, &text, left, y, room);
    }
}

/// Names the lines of a plot of its own.
pub fn lines<'n>(sheet: &mut Sheet<'_>, names: impl ExactSizeIterator<Item = (&'n str, Pen)>, area: Area) {
    let (mut left, y) = (area.left, area.top + 9.0);
    let room = area.width() / names.len().max(1) as f32 - LINE - GAP - APART;
    for (text, pen) in names {
        sheet.shapes.line([[left, y], [left + LINE, y]], pen);
        left = name(sheet, text, left, y, room);
    }
}

/// Writes a name and returns where the next begins.
fn name(sheet: &mut Sheet<'_>, name: &str, left: f32, y: f32, room: f32) -> f32 {
    let name = sheet.measure.fit(name, Face::CAPTION, room);
    sheet.put(Spot::right(left + LINE + GAP, y), &name, (Face::CAPTION, Ink::Text), false).right + APART
}
