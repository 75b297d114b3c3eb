//! The scale at the left, the lines across the plot, and the periods under the columns.

use super::plan::{Plan, level};
use super::sheet::{Sheet, Spot};
use crate::analysis::trade::{Line, Scale};
use crate::briefing::{Period, PeriodKind};
use crate::drawing::{Area, Face, Ink, Pen};
use crate::message;

/// Between the values of the scale and the plot.
const GAP: f32 = 8.0;
/// Between the unit and the values of the scale.
const APART: f32 = 6.0;
/// Where the middle of a strip's name stands, from the top of the strip.
pub const MIDDLE: f32 = 12.0;

/// The lines across a plot.
pub fn grid(sheet: &mut Sheet<'_>, scale: Scale, plot: Area) {
    for value in scale.lines() {
        let y = level(scale, plot, value);
        sheet.shapes.line([[plot.left, y], [plot.right, y]], Pen::solid(Ink::Hairline, 1.0));
    }
}

/// The values of the scale, its unit, and the names of the strips.
pub fn names(sheet: &mut Sheet<'_>, plan: &Plan<'_>, width: f32) {
    let drawn = plan.view.drawn();
    // Where nothing is drawn, a scale would measure nothing.
    let measured = drawn.iter().chain(plan.view.whole()).any(Line::has_values);
    let unit = drawn.first().map(|line| sheet.words.say(&line.row.quantity.unit(&plan.series.unit, plan.fit)));
    values(sheet, plan, width, unit.as_deref().unwrap_or_default(), measured);
    let strips = &plan.strips;
    let (events, claims) = (message!(chart::events), message!(chart::claims));
    for (strip, name) in [(strips.events, events), (strips.claims, claims)] {
        if strip.height() > 0.0 {
            let name = sheet.words.say(&name);
            let name = sheet.measure.fit(&name, Face::CAPTION, width - GAP);
            sheet.put(Spot::right(0.0, strip.top + MIDDLE), &name, (Face::CAPTION, Ink::Muted), false);
        }
    }
}

/// The values of the scale, ending at the left of the plot, and the unit at the left of the topmost, or in its place where
/// there is no room for both.
fn values(sheet: &mut Sheet<'_>, plan: &Plan<'_>, width: f32, unit: &str, measured: bool) {
    let (scale, plot) = (plan.scale, plan.strips.plot);
    let lines: Vec<f64> = scale.lines().filter(|_| measured).collect();
    let mut texts: Vec<String> = lines.iter().map(|value| sheet.words.axis(*value, scale.step, plan.fit)).collect();
    let end = width - GAP;
    let topmost = texts.last().map_or(0.0, |text| sheet.measure.width(text, Face::CAPTION) + APART);
    let mut room = end - topmost;
    if sheet.measure.width(unit, Face::CAPTION) > room {
        texts.pop();
        room = end;
    }
    for (value, text) in lines.iter().zip(&texts) {
        let text = sheet.measure.fit(text, Face::CAPTION, end);
        sheet.put(Spot::left(end, level(scale, plot, *value)), &text, (Face::CAPTION, Ink::Muted), false);
    }
    let unit = sheet.measure.fit(unit, Face::CAPTION, room);
    sheet.put(Spot::right(0.0, plot.top), &unit, (Face::CAPTION, Ink::Muted), false);
}

/// The periods under their columns, as many as there is room for; semibold where the document prints a value.
pub fn periods(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let strip = plan.strips.years;
    if strip.height() <= 0.0 {
        return;
    }
    let named = ways(plan, sheet).into_iter().find(|names| fits(plan, sheet, names)).unwrap_or_default();
    for (column, name) in named {
        let look = look(plan, column);
        let spot = Spot::below(plan.middle(column), strip.top + 6.0);
        let half = sheet.measure.width(&name, look.0) / 2.0;
        if plan.middle(column) - half >= strip.left && plan.middle(column) + half <= strip.right {
            sheet.put(spot, &name, look, false);
        }
    }
}

fn look(plan: &Plan<'_>, column: usize) -> (Face, Ink) {
    if plan.is_printed(column) { (Face::STRONG, Ink::Text) } else { (Face::CAPTION, Ink::Secondary) }
}

/// Which columns are named and how, from the most to the fewest.
fn ways(plan: &Plan<'_>, sheet: &Sheet<'_>) -> Vec<Vec<(usize, String)>> {
    /// Every so many are named, where not all can be.
    const STEPS: [usize; 9] = [2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let (columns, words) = (&plan.view.columns, sheet.words);
    let all: Vec<(usize, String)> = columns.iter().enumerate().map(|(at, on)| (at, words.period(*on))).collect();
    let mut ways = vec![all];
    if !plan.view.in_time() {
        // In another order than that of time, at even steps.
        let first = ways[0].clone();
        ways.extend(STEPS.map(|step| first.iter().step_by(step).cloned().collect()));
        return ways;
    }
    // Those that begin a month, a quarter, a year, and then the round years.
    let begins = |same: &dyn Fn(Period, Period) -> bool| -> Vec<usize> {
        let differs = |at: &usize| at.checked_sub(1).is_none_or(|before| !same(columns[before], columns[*at]));
        (0..columns.len()).filter(differs).collect()
    };
    let month = |period: Period| Period::of_month(period.middle());
    if matches!(plan.view.kind, PeriodKind::Day | PeriodKind::Week | PeriodKind::Days) {
        let months = begins(&|one, other| month(one) == month(other));
        ways.push(months.into_iter().map(|at| (at, words.period(month(columns[at])))).collect());
    }
    if plan.view.kind != PeriodKind::Year {
        let quarter = |period: Period| (period.year(), (period.middle().month() - 1) / 3);
        let quarters = begins(&|one, other| quarter(one) == quarter(other));
        ways.push(quarters.into_iter().map(|at| (at, words.period(month(columns[at])))).collect());
    }
    let years = begins(&|one, other| one.year() == other.year());
    let named = |at: &usize| (*at, words.year(columns[*at].year()));
    ways.push(years.iter().map(named).collect());
    for step in STEPS {
        let round = |at: &&usize| usize::from(columns[**at].year().unsigned_abs()).is_multiple_of(step);
        ways.push(years.iter().filter(round).map(named).collect());
    }
    ways
}

/// Whether no two names meet.
fn fits(plan: &Plan<'_>, sheet: &mut Sheet<'_>, names: &[(usize, String)]) -> bool {
    /// Between two names.
    const SPACE: f32 = 8.0;
    let mut right = f32::NEG_INFINITY;
    for (column, name) in names {
        let half = sheet.measure.width(name, look(plan, *column).0) / 2.0;
        if plan.middle(*column) - half < right {
            return false;
        }
        right = plan.middle(*column) + half + SPACE;
    }
    !names.is_empty()
}
