//! Very many points as curves: months and days, or years without end, drawn with as few points as can be seen.

use std::sync::Arc;

use super::axis::{grid, values};
use super::plan::{Plan, level};
use super::sheet::{Sheet, Spot};
use super::{ink_of, key, line_pen};
use crate::analysis::trade::fine::{Fine, FineLine};
use crate::analysis::trade::pyramid::{Pyramid, Vertex};
use crate::analysis::trade::{Line, Quantity, Scale, float};
use crate::briefing::Series;
use crate::drawing::{Area, Drawing, Face, Group, Ink, Labels, Measure, Pen, Shapes};
use crate::words::Words;

/// Over the plot, for its topmost value.
const TOP: f32 = 8.0;
/// Under the plot, for the years.
const YEARS: f32 = 20.0;
/// The names of several lines.
const KEY: f32 = 22.0;

/// The years of a view, each a point of its line.
pub fn years(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let plot = plan.strips.plot;
    let columns = (plot.width() * plan.pixels) as usize;
    for (number, line) in plan.view.drawn().iter().enumerate() {
        let vertices = pyramid(plan, line).decimated(0.0, plan.view.columns.len() as f64, columns);
        let at = |vertex: &Vertex| [plan.slot() * vertex.x as f32, plan.level(vertex.y)];
        draw(&mut sheet.shapes, &vertices, at, line_pen(number, ink_of(line.row.flow)));
    }
}

fn pyramid(plan: &Plan<'_>, line: &Line) -> Pyramid {
    let mut points = Vec::new();
    let mut breaks = Vec::new();
    for run in plan.view.runs(line) {
        breaks.push(points.len());
        let at = |column: &usize| Some((*column as f64 + 0.5, float(line.point(*column)?.value)));
        points.extend(run.iter().filter_map(at));
    }
    Pyramid::new(points, breaks)
}

/// A plot of months or days, laid out, with the scale that its points stand on.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What is drawn.
    pub drawing: Arc<Drawing>,
    /// Where the plot lies in it.
    pub plot: Area,
    /// The years at its left and its right.
    years: (f64, f64),
    scale: Scale,
}

impl Curve {
    /// Where a point stands: a year with its fraction, and a value.
    pub fn place(&self, (year, value): (f64, f64)) -> [f32; 2] {
        [self.x(year), level(self.scale, self.plot, value)]
    }

    /// The years at its left and its right.
    pub const fn years(&self) -> (f64, f64) {
        self.years
    }

    /// The year, with its fraction, that stands at a place across the drawing.
    pub fn year_at(&self, x: f32) -> f64 {
        let (from, to) = self.years;
        from + (to - from) * f64::from((x - self.plot.left) / self.plot.width())
    }

    fn x(&self, year: f64) -> f32 {
        let (from, to) = self.years;
        self.plot.left + self.plot.width() * ((year - from) / (to - from)) as f32
    }
}

/// The years that a plot of months or days shows within a range; none where none of them are known.
fn shown(fine: &Fine, range: (Option<i16>, Option<i16>)) -> Option<(f64, f64)> {
    let (first, last) = fine.years()?;
    let from = f64::from(range.0.unwrap_or(first).max(first));
    let to = f64::from(range.1.unwrap_or(last).min(last)) + 1.0;
    (from < to).then_some((from, to))
}

/// Lays out the months or days within a range of years, in a plot of their own; nothing where none are known. `width`
/// and `axis` are those of the whole and of the scale at its left, `height` that of the plot.
pub fn fine(
    (series, fine): (&Series, &Fine),
    range: (Option<i16>, Option<i16>),
    (width, axis, height): (f32, f32, f32),
    pixels: f32,
    measure: &mut dyn Measure,
    words: &Words,
) -> Option<Curve> {
    let years = shown(fine, range)?;
    let key_height = if fine.lines.len() > 1 { KEY } else { 0.0 };
    let top = key_height + TOP;
    let plot = Area { left: axis, top, right: width, bottom: top + height };
    let columns = (plot.width() * pixels) as usize;
    let decimated = |line: &FineLine| line.pyramid.decimated(years.0, years.1, columns);
    let drawn: Vec<Vec<Vertex>> = fine.lines.iter().map(decimated).collect();
    let inside = |vertex: &&Vertex| (years.0..=years.1).contains(&vertex.x);
    let scale = Scale::over(drawn.iter().flatten().filter(inside).map(|vertex| vertex.y));
    let mut curve = Curve { drawing: Arc::default(), plot, years, scale };

    let mut sheet = Sheet::new(measure, words, Labels::within(plot));
    let pen = |(number, line): (usize, &FineLine)| Pen { width: 1.5, ..line_pen(number, ink_of(line.role)) };
    if key_height > 0.0 {
        let names = fine.lines.iter().enumerate().map(|(number, line)| (line.name.as_str(), pen((number, line))));
        key::lines(&mut sheet, names, Area { top: 0.0, bottom: KEY, ..plot });
    }
    grid(&mut sheet, scale, plot);
    let unit = words.say(&Quantity::MONEY.unit(&series.unit));
    values(&mut sheet, scale, plot, &unit, true);
    let zero = level(scale, plot, 0.0);
    sheet.shapes.line([[plot.left, zero], [plot.right, zero]], Pen::solid(Ink::Rule, 1.0));
    name_years(&mut sheet, &curve);
    let clipped = Group { clip: Some(plot), ..Group::default() };
    sheet.shapes.group(clipped, |shapes| {
        for (number, (vertices, line)) in drawn.iter().zip(&fine.lines).enumerate() {
            draw(shapes, vertices, |vertex| curve.place((vertex.x, vertex.y)), pen((number, line)));
        }
    });
    curve.drawing = Arc::new(sheet.finish([width, plot.bottom + YEARS]));
    Some(curve)
}

/// Whole years under the plot, no nearer to each other than their names allow.
fn name_years(sheet: &mut Sheet<'_>, curve: &Curve) {
    /// Room for a year and the space after it.
    const ROOM: f64 = 44.0;
    let (plot, (from, to)) = (curve.plot, curve.years);
    let each = ((to - from) * ROOM / f64::from(plot.width())).ceil().max(1.0) as usize;
    for year in (from as i16..=to as i16).step_by(each) {
        let x = curve.x(f64::from(year));
        sheet.shapes.line([[x, plot.bottom], [x, plot.bottom + 4.0]], Pen::solid(Ink::Stroke, 1.0));
        let name = sheet.words.year(year);
        if sheet.measure.width(&name, Face::CAPTION) <= plot.right - x {
            sheet.put(Spot::right(x, plot.bottom + 12.0), &name, (Face::CAPTION, Ink::Muted), false);
        }
    }
}

/// The runs of a curve; a run of one point is a dot.
fn draw(shapes: &mut Shapes, vertices: &[Vertex], at: impl Fn(&Vertex) -> [f32; 2], pen: Pen) {
    for run in vertices.chunk_by(|_, next| next.joined) {
        match run {
            [alone] => shapes.circle(at(alone), 2.0, Some(pen.ink), None),
            run => shapes.line(run.iter().map(&at).collect::<Vec<_>>(), pen),
        }
    }
}
