//! The key: what the flows of a chart are called.

use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use super::{ink_of, line_pen, swatch, tick};
use crate::analysis::trade::ChartKind;
use crate::drawing::{Area, Face, Ink};

/// Between two names.
const APART: f32 = 22.0;
/// A line of the key, and the space up to its name.
const LINE: f32 = 18.0;
const GAP: f32 = 6.0;
/// A name has at least as much room; where there are many, they stand in several rows.
const ROOM: f32 = 120.0;
/// The key is no wider, so that it is seen whole while wider columns are scrolled.
const WIDEST: f32 = 640.0;
/// The height of a row of names.
pub const ROW: f32 = 22.0;

/// How many names stand in a row.
fn in_a_row(width: f32, names: usize) -> usize {
    let most = (width.min(WIDEST) / (LINE + GAP + ROOM + APART)) as usize;
    names.min(most.max(1)).max(1)
}

/// The height of a key of so many names.
pub fn height(width: f32, names: usize) -> f32 {
    names.div_ceil(in_a_row(width, names)).max(1) as f32 * ROW
}

/// Names the colours of several flows above the plot.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let strip = plan.strips.key;
    let lines = plan.view.drawn();
    let each = in_a_row(strip.width(), lines.len());
    let width = if lines.len() > each { strip.width().min(WIDEST) } else { strip.width() };
    let room = width / each as f32 - LINE - GAP - APART;
    let mut left = GAP;
    for (number, line) in lines.iter().enumerate() {
        if number % each == 0 {
            left = GAP;
        }
        let y = strip.top + ROW * (number / each) as f32 + 9.0;
        let ink = ink_of(line.row);
        match plan.kind {
            _ if line.row.is_tick() => tick(sheet, left + LINE / 2.0, LINE / 2.0, y),
            ChartKind::Lines => sheet.shapes.line([[left, y], [left + LINE, y]], line_pen(number, ink)),
            ChartKind::Bars | ChartKind::Stacked => {
                swatch(sheet, Area { left, top: y - 5.0, right: left + LINE - 4.0, bottom: y + 5.0 }, ink);
            }
        }
        let name = sheet.measure.fit(&sheet.words.value(&line.name), Face::CAPTION, room);
        let spot = Spot::right(left + LINE + GAP, y);
        left = sheet.put(spot, &name, (Face::CAPTION, Ink::Text), false).right + APART;
    }
}
