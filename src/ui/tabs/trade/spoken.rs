//! Figures in words: as a screen reader says them, and as they are copied.

use super::chart::Plan;
use crate::analysis::format;
use crate::analysis::trade::{Line, Point};
use crate::briefing::{Citation, Unit};
use crate::ui::shell::desk::Desk;
use crate::words::Words;

/// A year with everything the chart draws for it: value, unit, status, formula, source, and growth.
pub fn column(desk: &Desk<'_>, plan: &Plan<'_>, index: usize) -> String {
    let view = plan.view();
    let (words, unit) = (Words::english(), &plan.series.unit);
    let mut said: Vec<String> = view.drawn().iter().map(|line| of_line(desk, line, unit, index)).collect();
    let beside = |row| {
        let line = view.line(row)?;
        let point = line.point(index)?;
        Some(format!("{}: {}", words.value(&line.name), words.value(&line.figure(point))))
    };
    said.extend(view.query.measure.said_beside.iter().filter_map(|row| beside(*row)));
    format!("{}: {}", view.columns[index], said.join("; "))
}

fn of_line(desk: &Desk<'_>, line: &Line, unit: &Unit, index: usize) -> String {
    let name = Words::english().value(&line.name);
    if let Some(point) = line.point(index) {
        return format!("{name}: {}", of_point(desk, line, unit, point));
    }
    match line.part_for(index) {
        Some(part) => {
            let said = of_point(desk, line, unit, &part.point);
            format!("{name}: none for the whole year; {}: {said}", format::period(part.period))
        }
        None => format!("{name}: no figure"),
    }
}

/// A value with its unit, how it stands, how it was computed, and where it is read.
fn of_point(desk: &Desk<'_>, line: &Line, unit: &Unit, point: &Point) -> String {
    let words = Words::english();
    let value = words.value(&line.row.quantity.with_unit(point.value, unit));
    let formula = point.formula.as_ref().filter(|_| point.computed);
    let formula = formula.map_or(String::new(), |formula| format!(", {}", words.value(formula)));
    format!(
        "{value}, {}{formula}, {}",
        words.say(&point.status(&desk.briefing.document.called)),
        sources(desk, &point.citations)
    )
}

/// Where something is read: the places in the document, or else the publishers.
pub fn sources(desk: &Desk<'_>, citations: &[Citation]) -> String {
    let places: Vec<String> = desk.briefing.places(citations).map(format::locator).collect();
    if !places.is_empty() {
        return places.join(", ");
    }
    let mut publishers: Vec<&str> = Vec::new();
    for source in citations.iter().filter_map(|citation| desk.briefing.source(&citation.source)) {
        if !publishers.contains(&source.publisher.as_str()) {
            publishers.push(&source.publisher);
        }
    }
    publishers.join(", ")
}
