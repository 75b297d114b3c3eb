//! The key: what the flows of a chart are called.

use super::key_size::{APART, GAP, LINE, ROW, WIDEST, in_a_row};
use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use super::{ink_of, line_pen, swatch, tick};
use crate::analysis::trade::ChartKind;
use crate::drawing::{Area, Face, Ink};

/// Names the colours of several flows above the plot.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let strip = plan.strips.key;
    let lines = plan.view.drawn();
    let each = in_a_row(strip.width(), lines.len());
    let width = if lines.len() > each { strip.width().min(WIDEST) } else { strip.width() };
    let room = width / each as f32 - LINE - GAP - APART;
    let names: Vec<String> = lines.iter().map(|line| sheet.words.value(&line.name)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let names = sheet.measure.fit_apart(&names, Face::CAPTION, room);
    let mut left = GAP;
    for ((number, line), name) in lines.iter().enumerate().zip(names) {
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
        let spot = Spot::right(left + LINE + GAP, y);
        left = sheet.put(spot, &name, (Face::CAPTION, Ink::Text), false).right + APART;
    }
}
