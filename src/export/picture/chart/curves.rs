//! Very many points as curves: months and days, or years without end, drawn with as few points as can be seen.

use super::canvas::{Ground, Spot, color, put};
use super::lines::pen;
use super::plan::{Plan, level};
use crate::analysis::trade::fine::Fine;
use crate::analysis::trade::pyramid::{Pyramid, Vertex};
use crate::analysis::trade::{Quantity, Scale, float};
use crate::briefing::{PeriodKind, Series};
use crate::drawing::palette::Rgb;
use crate::drawing::{Area, Measure as _};
use crate::export::picture::page::{CAPTION, MARGIN, Page, STRONG, WIDTH};
use crate::export::picture::svg::{Group, Pen};
use crate::words::Words;

const HEIGHT: f32 = 220.0;
const SCALE: f32 = 92.0;

/// The years of a view, each a point of its line.
pub fn years(page: &mut Page, plan: &Plan<'_>, plot: Area) {
    let (slot, view) = (plan.slot(plot), plan.view);
    for (number, line) in view.drawn().iter().enumerate() {
        let mut points = Vec::new();
        let mut breaks = Vec::new();
        for run in view.runs(line) {
            breaks.push(points.len());
            let at = |column: &usize| Some((*column as f64 + 0.5, float(line.point(*column)?.value)));
            points.extend(run.iter().filter_map(at));
        }
        let pyramid = Pyramid::new(points, breaks);
        let vertices = pyramid.decimated(0.0, view.columns.len() as f64, (plot.right - plot.left) as usize);
        let at = |vertex: &Vertex| [slot.mul_add(vertex.x as f32, plot.left), level(plan.scale, plot, vertex.y)];
        draw(page, &vertices, at, pen(number, color(line.row.flow, page.palette)));
    }
}

/// The months or days within the range of years, in a plot of their own.
pub fn fine(page: &mut Page, series: &Series, fine: &Fine, range: (Option<i16>, Option<i16>)) {
    let Some((first, last)) = fine.years() else { return };
    let from = f64::from(range.0.unwrap_or(first).max(first));
    let to = f64::from(range.1.unwrap_or(last).min(last)) + 1.0;
    if from >= to {
        return;
    }
    let p = page.palette;
    page.y += 8.0;
    let title = if fine.kind == PeriodKind::Day { "By day" } else { "By month" };
    page.paragraph(title, STRONG, p.ink, 1);
    let names: Vec<(&str, Rgb)> = fine.lines.iter().map(|line| (line.name.as_str(), color(line.role, p))).collect();
    if names.len() > 1 {
        let mut left = MARGIN + SCALE;
        let room = (WIDTH - MARGIN - left) / names.len() as f32 - 40.0;
        for (number, (name, ink)) in names.iter().enumerate() {
            let y = page.y + 8.0;
            page.svg.line([[left, y], [left + 18.0, y]], Pen { width: 1.5, ..pen(number, *ink) });
            let name = page.measure.fit(name, CAPTION, room);
            let width = page.measure.width(&name, CAPTION);
            put(page, Spot::right(left + 24.0, y), &name, width, (CAPTION, p.ink), Ground::None);
            left += width + 46.0;
        }
        page.y += 20.0;
    }
    let plot = Area { left: MARGIN + SCALE, top: page.y + 8.0, right: WIDTH - MARGIN, bottom: page.y + 8.0 + HEIGHT };
    let width = plot.right - plot.left;
    let drawn: Vec<Vec<Vertex>> =
        fine.lines.iter().map(|line| line.pyramid.decimated(from, to, width as usize)).collect();
    let inside = |vertex: &&Vertex| (from..=to).contains(&vertex.x);
    let scale = Scale::over(drawn.iter().flatten().filter(inside).map(|vertex| vertex.y));
    grid(page, plot, scale, &Words::english().say(&Quantity::MONEY.unit(&series.unit)));
    // Whole years, no nearer to each other than their names allow.
    let each = ((to - from) * 44.0 / f64::from(width)).ceil().max(1.0) as usize;
    let x = |x: f64| width.mul_add(((x - from) / (to - from)) as f32, plot.left);
    for year in (from as i64..=to as i64).step_by(each) {
        let left = x(year as f64);
        page.svg.line([[left, plot.bottom], [left, plot.bottom + 4.0]], Pen::solid(p.stroke, 1.0));
        let (name, room) = (year.to_string(), plot.right - left);
        let text_width = page.measure.width(&name, CAPTION);
        if text_width <= room {
            put(page, Spot::right(left, plot.bottom + 12.0), &name, text_width, (CAPTION, p.muted), Ground::None);
        }
    }
    let before = std::mem::take(&mut page.svg);
    for (number, (vertices, (_, ink))) in drawn.iter().zip(&names).enumerate() {
        let at = |vertex: &Vertex| [x(vertex.x), level(scale, plot, vertex.y)];
        draw(page, vertices, at, Pen { width: 1.5, ..pen(number, *ink) });
    }
    let lines = std::mem::replace(&mut page.svg, before);
    page.svg.group(Group::Clipped(plot), |svg| svg.append(lines));
    page.y = plot.bottom + 28.0;
}

/// Grid lines with their values, the unit, and the line at zero.
pub fn grid(page: &mut Page, plot: Area, scale: Scale, unit: &str) {
    let p = page.palette;
    for value in scale.lines() {
        let y = level(scale, plot, value);
        page.svg.line([[plot.left, y], [plot.right, y]], Pen::solid(p.hairline, 1.0));
        let text = scale.label(value);
        let width = page.measure.width(&text, CAPTION);
        put(page, Spot::left(plot.left - 8.0, y), &text, width, (CAPTION, p.muted), Ground::None);
    }
    let unit = page.measure.fit(unit, CAPTION, SCALE - 44.0);
    let width = page.measure.width(&unit, CAPTION);
    put(page, Spot::right(MARGIN, plot.top), &unit, width, (CAPTION, p.muted), Ground::None);
}

/// The runs of a curve; a run of one point is a dot.
fn draw(page: &mut Page, vertices: &[Vertex], at: impl Fn(&Vertex) -> [f32; 2], pen: Pen) {
    for run in vertices.chunk_by(|_, next| next.joined) {
        match run {
            [alone] => page.svg.circle(at(alone), 2.0, Some(pen.ink), None),
            run => page.svg.polyline(&run.iter().map(&at).collect::<Vec<_>>(), pen),
        }
    }
}
