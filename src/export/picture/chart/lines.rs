//! Marks that say where they come from, joined where years follow each other: filled from the document, hollow from
//! context, a diamond where derived, a square for a part of a year.

use super::bars;
use super::canvas::{Ground, Spot, color, label};
use super::plan::Plan;
use crate::analysis::format;
use crate::analysis::trade::{Line, Row, Standing};
use crate::drawing::palette::Rgb;
use crate::drawing::{Area, Labels};
use crate::export::picture::page::{CAPTION, Page, STRONG};
use crate::export::picture::svg::{Fill, Pen};
use crate::words::Words;

const RADIUS: f32 = 4.5;

/// Whether the points of a row are joined: published growth is ticks beside what was computed.
const fn is_joined(line: &Line) -> bool {
    !line.row.is_tick()
}

/// How the line of a row is drawn, counted from nought.
pub const fn pen(number: usize, ink: Rgb) -> Pen {
    if number == 0 { Pen::solid(ink, 2.0) } else { Pen::dashed(ink, 2.0, 8.0, 5.0) }
}

/// Draws lines, marks and their labels.
pub fn draw(page: &mut Page, plan: &Plan<'_>, plot: Area, labels: &mut Labels) {
    let p = page.palette;
    let radius = RADIUS.min(plan.slot(plot) * 0.4);
    for (number, line) in plan.view.drawn().iter().enumerate().filter(|(_, line)| is_joined(line)) {
        // One line for each unbroken run: nothing is joined over a year that is missing.
        for run in plan.view.runs(line).iter().filter(|run| run.len() > 1) {
            let at = |column: &usize| Some([plan.middle(plot, *column), plan.y(plot, line.point(*column)?.value)]);
            let points: Vec<[f32; 2]> = run.iter().filter_map(at).collect();
            page.svg.polyline(&points, pen(number, color(line.row.flow, p)));
        }
    }
    for column in 0..plan.view.columns.len() {
        let middle = plan.middle(plot, column);
        for line in plan.view.drawn() {
            if let Some(point) = line.point(column) {
                let at = [middle, plan.y(plot, point.value)];
                labels.block(Area::around(at, [10.0, 10.0]));
                mark(page, at, radius, line.row, point.standing);
            }
            // Of growth, a part is a tick like the rest of what was published.
            for part in line.parts_of(column) {
                let at = [middle, plan.y(plot, part.point.value)];
                labels.block(Area::around(at, [9.0, 9.0]));
                let rim = Pen::solid(color(line.row.flow, p), 1.0);
                page.svg.rect(Area::around(at, [6.0, 6.0]), Some(Fill::Flat(p.paper)), Some(rim));
            }
        }
    }
    for column in 0..plan.view.columns.len() {
        write_values(page, plan, plot, column, labels);
        bars::explain_absence(page, plan, plot, column);
    }
}

/// The values of a column's marks: the higher one above, the lower one below.
fn write_values(page: &mut Page, plan: &Plan<'_>, plot: Area, column: usize, labels: &mut Labels) {
    let p = page.palette;
    let (middle, slot) = (plan.middle(plot, column), plan.slot(plot));
    let lines = || plan.view.drawn().iter();
    let of_line = |line| is_joined(line).then(|| line.point(column).map(|point| (line, point)))?;
    let mut known: Vec<_> = lines().filter_map(of_line).collect();
    known.sort_by_key(|(_, point)| std::cmp::Reverse(point.value));
    for (rank, (line, point)) in known.iter().enumerate() {
        let y = plan.y(plot, point.value);
        let (above, below) = (Spot::above(middle, y - 7.0), Spot::below(middle, y + 7.0));
        let higher = |other: Option<usize>| {
            other.and_then(|other| line.point(other)).is_some_and(|other| other.value > point.value)
        };
        // In a dip the line rises on both sides of a label above it.
        let dips = known.len() == 1 && higher(column.checked_sub(1)) && higher(Some(column + 1));
        let spots = if rank == 0 && !dips { [above, below] } else { [below, above] };
        let face = if point.standing == Standing::Document { STRONG } else { CAPTION };
        label(
            page,
            labels,
            &Words::english().short_texts(line, point),
            (face, p.ink),
            Ground::Flat(p.paper),
            slot - 4.0,
            &spots,
        );
    }
    for (line, part) in lines().filter_map(|line| Some((line, line.part_for(column)?))) {
        let y = plan.y(plot, part.point.value);
        let [value, ..] = Words::english().short_texts(line, &part.point);
        let texts = [format!("{} {value}", format::months(part.period)), value];
        let spots = [Spot::above(middle, y - 7.0), Spot::below(middle, y + 7.0)];
        label(page, labels, &texts, (CAPTION, p.muted), Ground::Flat(p.paper), slot - 2.0, &spots);
    }
}

fn mark(page: &mut Page, at: [f32; 2], radius: f32, row: Row, standing: Standing) {
    let p = page.palette;
    let ink = color(row.flow, p);
    if row.is_tick() {
        bars::tick(page, at[0], 11.0, at[1]);
        return;
    }
    let rim = Some(Pen::solid(ink, 1.5));
    match standing {
        Standing::Document => page.svg.circle(at, radius, Some(ink), None),
        Standing::Reported => page.svg.circle(at, radius - 0.5, Some(p.paper), rim),
        Standing::Derived => {
            let ([x, y], far) = (at, radius + 1.0);
            page.svg.polygon(&[[x, y - far], [x + far, y], [x, y + far], [x - far, y]], Some(p.paper), rim);
        }
    }
}
