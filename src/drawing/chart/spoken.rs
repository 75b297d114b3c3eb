//! Figures in words: as a screen reader says them, and as they are copied.

use super::plan::Plan;
use super::sheet::Sheet;
use crate::analysis::trade::{Line, Point, TradeView};
use crate::briefing::{Briefing, Citation, Series};
use crate::drawing::{Part, PartKey};
use crate::message;
use crate::words::Words;

/// A part for each column.
pub(super) fn parts(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    for (column, on) in plan.view.columns.iter().enumerate() {
        let area = plan.column(plan.strips.plot, column);
        let name = said(plan.briefing, plan.series, plan.view, column, sheet.words);
        sheet.parts.push(Part { key: PartKey::Period(*on), area, name });
    }
}

/// A column with everything the chart draws for it: value, unit, status, formula, source, and growth.
pub fn said(briefing: &Briefing, series: &Series, view: &TradeView, column: usize, words: &Words) -> String {
    let Some(on) = view.columns.get(column) else { return String::new() };
    let drawn = view.drawn().iter().map(|line| of_line(briefing, series, line, column, words));
    let beside = |line: &Line| {
        let value = line.figure(line.point(column)?);
        Some(words.say(&message!(chart::said_value, name = line.name.clone(), value = value)))
    };
    let is_said = |line: &&Line| view.query.measure.said_beside.iter().any(|row| row.key == line.row.key);
    let beside = view.lines.iter().skip(view.drawn).filter(is_said).filter_map(beside);
    let values: Vec<String> = drawn.chain(beside).collect();
    words.say(&message!(chart::said_year, year = words.period(*on), values = values.join("; ")))
}

fn of_line(briefing: &Briefing, series: &Series, line: &Line, column: usize, words: &Words) -> String {
    let said = |point: &Point| of_point(briefing, series, line, point, words);
    let message = match (line.point(column), line.part_for(column)) {
        (Some(point), _) => message!(chart::said_value, name = line.name.clone(), value = said(point)),
        (None, Some(part)) => {
            message!(chart::said_part, name = line.name.clone(), period = part.period, value = said(&part.point))
        }
        (None, None) => message!(chart::said_nothing, name = line.name.clone()),
    };
    words.say(&message)
}

/// A value with its unit, how it stands, how it was computed, and where it is read.
pub(super) fn of_point(briefing: &Briefing, series: &Series, line: &Line, point: &Point, words: &Words) -> String {
    let value = line.with_unit(point, &series.unit);
    let status = point.status(briefing);
    let sources = sources(briefing, &point.citations, words);
    words.say(&match point.formula.as_ref().filter(|_| point.computed) {
        Some(formula) => {
            message!(chart::said_computed, value = value, status = status, formula = formula.clone(), sources = sources)
        }
        None => message!(chart::said_given, value = value, status = status, sources = sources),
    })
}

/// Where something is read: the places in the document, or else the publishers.
pub fn sources(briefing: &Briefing, citations: &[Citation], words: &Words) -> String {
    let places: Vec<String> = briefing.locators(citations).map(|at| words.locator(at)).collect();
    if !places.is_empty() {
        return words.list(places);
    }
    let mut publishers: Vec<&str> = Vec::new();
    for source in citations.iter().filter_map(|citation| briefing.source(&citation.source)) {
        if !publishers.contains(&source.publisher.as_str()) {
            publishers.push(&source.publisher);
        }
    }
    words.list(publishers)
}
