//! Marks that say where they come from, joined where periods follow each other: filled from the document, hollow from
//! context, a diamond where derived, a square for a part of a year, filled as far as the part goes.

use super::bars::explain_absence;
use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use super::{ink_of, is_joined, line_pen, tick};
use crate::analysis::trade::{Line, Point, Row, Standing};
use crate::briefing::Value;
use crate::drawing::{Area, Face, Fill, Ink, Pen};
use crate::message;

const RADIUS: f32 = 4.5;
/// Between the values of two columns.
const APART: f32 = 4.0;

/// Draws lines, marks and their labels, and the name of each line beside it. Returns whether all names found a place.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) -> bool {
    let radius = RADIUS.min(plan.slot() * 0.4);
    for (number, line) in plan.view.drawn().iter().enumerate().filter(|(_, line)| is_joined(line)) {
        // One line for each unbroken run: nothing is joined over a period that is missing.
        for run in plan.view.runs(line).iter().filter(|run| run.len() > 1) {
            let at = |column: &usize| Some([plan.middle(*column), plan.y(line.point(*column)?.value)]);
            let points: Vec<[f32; 2]> = run.iter().filter_map(at).collect();
            sheet.shapes.line(points, line_pen(number, ink_of(line.row)));
        }
    }
    for column in 0..plan.view.columns.len() {
        let middle = plan.middle(column);
        for line in plan.view.drawn() {
            if let Some(point) = line.point(column) {
                let at = [middle, plan.y(point.value)];
                sheet.labels.block(Area::around(at, [10.0, 10.0]));
                mark(sheet, at, radius, line.row, point.standing);
            }
            // Of growth, a part is a tick like the rest of what was published.
            for part in line.parts_of(column) {
                let at = [middle, plan.y(part.point.value)];
                sheet.labels.block(Area::around(at, [11.0, 11.0]));
                let (square, ink) = (Area::around(at, [8.0, 8.0]), ink_of(line.row));
                sheet.shapes.rect(square, Fill::Flat(Ink::Paper), Pen::solid(ink, 1.0));
                if let Some(whole) = plan.view.columns.get(column) {
                    let (from, to) = whole.part(part.period);
                    let [left, right] = [from, to].map(|part| square.left + square.width() * part);
                    sheet.shapes.rect(Area { left, right, ..square }, Fill::Flat(ink), None);
                }
            }
        }
    }
    let decimals = decimals(sheet, plan);
    for column in 0..plan.view.columns.len() {
        write_values(sheet, plan, column, decimals);
        explain_absence(sheet, plan, column);
    }
    write_names(sheet, plan)
}

/// The most decimals with which every value finds room, so that all are rounded alike.
fn decimals(sheet: &mut Sheet<'_>, plan: &Plan<'_>) -> u32 {
    let joined = || plan.view.drawn().iter().filter(|line| is_joined(line));
    let mut widest = |decimals: u32| {
        let points = joined().flat_map(|line| line.points.iter().flatten().map(move |point| (line, point)));
        let width = |(line, point): (&Line, &Point)| {
            let text = sheet.words.mark(line, point, &plan.series.unit, plan.fit, decimals);
            sheet.measure.width(&text, face(point))
        };
        points.map(width).fold(0.0, f32::max)
    };
    plan.decimals(plan.slot() - APART, &mut widest).0
}

fn face(point: &Point) -> Face {
    if point.standing == Standing::Document { Face::STRONG } else { Face::CAPTION }
}

/// The values of a column's marks: the higher one above, the lower one below.
fn write_values(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize, decimals: u32) {
    let (middle, slot) = (plan.middle(column), plan.slot());
    let lines = || plan.view.drawn().iter();
    let of_line = |line| is_joined(line).then(|| line.point(column).map(|point| (line, point)))?;
    let mut known: Vec<_> = lines().filter_map(of_line).collect();
    known.sort_by_key(|(_, point)| std::cmp::Reverse(point.value));
    for (rank, (line, point)) in known.iter().enumerate() {
        let y = plan.y(point.value);
        let (above, below) = (Spot::above(middle, y - 7.0), Spot::below(middle, y + 7.0));
        let higher = |other: Option<usize>| {
            other.and_then(|other| line.point(other)).is_some_and(|other| other.value > point.value)
        };
        // In a dip the line rises on both sides of a label above it.
        let dips = known.len() == 1 && higher(column.checked_sub(1)) && higher(Some(column + 1));
        let spots = if rank == 0 && !dips { [above, below] } else { [below, above] };
        let text = sheet.words.mark(line, point, &plan.series.unit, plan.fit, decimals);
        sheet.label(&[text], (face(point), Ink::Text), slot - APART, &spots);
    }
    for (line, part) in lines().filter_map(|line| Some((line, line.part_for(column)?))) {
        let y = plan.y(part.point.value);
        let value = sheet.words.mark(line, &part.point, &plan.series.unit, plan.fit, decimals);
        let named =
            sheet.words.say(&message!(chart::part_of_year, months = Value::Months(part.period), value = &value));
        let spots = [Spot::above(middle, y - 7.0), Spot::below(middle, y + 7.0)];
        let look = (Face::CAPTION, Ink::Muted);
        if !sheet.label(&[named], look, slot - APART, &spots) {
            // In two lines where one has no room: a value without its months would be taken for a year's.
            let lines = [sheet.words.months(part.period), value];
            if !sheet.block(&lines, look, &spots) {
                // The months stand at the other line of the column.
                let [_, value] = lines;
                sheet.label(&[value], look, slot - APART, &spots);
            }
        }
    }
}

/// Writes the name of each line beside it, before its first point or after its last. Returns whether all found a place;
/// where one did not, none is written, since the key names them all.
fn write_names(sheet: &mut Sheet<'_>, plan: &Plan<'_>) -> bool {
    let (drawn, labels) = (sheet.shapes.0.len(), sheet.labels.clone());
    let lines = plan.view.drawn();
    let written = lines.iter().all(|line| is_joined(line) && write_name(sheet, plan, line));
    if !written && lines.len() > 1 {
        sheet.shapes.0.truncate(drawn);
        sheet.labels = labels;
    }
    written
}

fn write_name(sheet: &mut Sheet<'_>, plan: &Plan<'_>, line: &Line) -> bool {
    let (view, plot) = (plan.view, plan.strips.plot);
    let known: Vec<usize> = (0..view.columns.len()).filter(|column| line.point(*column).is_some()).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return true };
    let at = |column: usize| {
        let y = line.point(column).map_or(plot.bottom, |point| plan.y(point.value));
        [plan.middle(column), y]
    };
    let ([left, start], [right, end]) = (at(*first), at(*last));
    let ink = if view.drawn().len() > 1 { ink_of(line.row) } else { Ink::Secondary };
    let name = sheet.words.value(&line.name);
    let inward = right - sheet.measure.width(&name, Face::STRONG) / 2.0;
    let spots = [
        Spot::left(left - 10.0, start),
        Spot::right(right + 10.0, end),
        Spot::below(inward, end + 24.0),
        Spot::above(inward, end - 24.0),
    ];
    sheet.label(&[name], (Face::STRONG, ink), plot.width(), &spots)
}

fn mark(sheet: &mut Sheet<'_>, at: [f32; 2], radius: f32, row: Row, standing: Standing) {
    let ink = ink_of(row);
    if row.is_tick() {
        tick(sheet, at[0], 11.0, at[1]);
        return;
    }
    let rim = Some(Pen::solid(ink, 1.5));
    match standing {
        Standing::Document => sheet.shapes.circle(at, radius, Some(ink), None),
        Standing::Reported => sheet.shapes.circle(at, radius - 0.5, Some(Ink::Paper), rim),
        Standing::Derived => {
            let ([x, y], far) = (at, radius + 1.0);
            sheet.shapes.polygon([[x, y - far], [x + far, y], [x, y + far], [x - far, y]], Some(Ink::Paper), rim);
        }
    }
}
