//! Very many columns as curves, drawn with as few points as can be seen.

use super::plan::Plan;
use super::sheet::Sheet;
use super::{ink_of, is_joined, line_pen};
use crate::analysis::trade::pyramid::{Pyramid, Vertex};
use crate::analysis::trade::{Line, float};
use crate::drawing::{Pen, Shapes};

/// The columns of a view, each a point of its line.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let columns = (plan.strips.plot.width() * plan.pixels) as usize;
    for (number, line) in plan.view.drawn().iter().enumerate().filter(|(_, line)| is_joined(line)) {
        let vertices = pyramid(plan, line).decimated(0.0, plan.view.columns.len() as f64, columns);
        let at = |vertex: &Vertex| [plan.slot() * vertex.x as f32, plan.level(vertex.y)];
        runs(&mut sheet.shapes, &vertices, at, line_pen(number, ink_of(line.row)));
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

/// The runs of a curve; a run of one point is a dot.
fn runs(shapes: &mut Shapes, vertices: &[Vertex], at: impl Fn(&Vertex) -> [f32; 2], pen: Pen) {
    for run in vertices.chunk_by(|_, next| next.joined) {
        match run {
            [alone] => shapes.circle(at(alone), 2.0, Some(pen.ink), None),
            run => shapes.line(run.iter().map(&at).collect::<Vec<_>>(), pen),
        }
    }
}
