//! Bars that say where they come from: solid from the document, hatched from context, dashed where derived, as narrow as
//! the part of a year that they are of.

use super::plan::Plan;
use super::sheet::{Look, Sheet, Spot};
use super::{ink_of, ink_on, tick};
use crate::analysis::trade::Standing;
use crate::analysis::trade::bars::{Bar, WIDEST, bars, middle_of};
use crate::analysis::trade::chart::{absence, unsplit};
use crate::drawing::{Area, Face, Fill, Ink, Pen};
use crate::message;

/// Between the labels of two bars.
const APART: f32 = 4.0;

/// Draws the bars of every column and their labels.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let slot = plan.slot();
    let columns: Vec<Vec<Bar<'_>>> =
        (0..plan.view.columns.len()).map(|column| bars(plan.view, plan.stacked, column, slot)).collect();
    let rounding = rounding(sheet, plan, &columns);
    for (column, bars) in columns.iter().enumerate() {
        let middle = plan.middle(column);
        let areas: Vec<Area> = bars.iter().map(|bar| area(plan, middle, bar)).collect();
        outline_unsplit(sheet, plan, column, rounding.decimals);
        for (bar, area) in bars.iter().zip(&areas) {
            paint(sheet, plan, bar, *area, middle);
        }
        ticks(sheet, plan, column, bars, &areas);
        for (bar, area) in bars.iter().zip(&areas) {
            if plan.stacked {
                within(sheet, plan, bar, *area, rounding.decimals);
            } else {
                beside(sheet, plan, bar, *area, middle, rounding);
            }
        }
        name_parts(sheet, plan, bars, &areas, middle, rounding);
        explain_absence(sheet, plan, column);
    }
}

/// How the values of bars are written: all alike.
#[derive(Clone, Copy)]
struct Rounding {
    /// The decimals of each.
    decimals: u32,
    /// Between the middles of two values over the bars of a column.
    step: f32,
    /// The room that each has.
    room: f32,
}

/// The most decimals with which every value finds room, so that all are rounded alike. Over bars that stand side by side
/// the values stand as far apart as they need, and no further than the column allows.
fn rounding(sheet: &mut Sheet<'_>, plan: &Plan<'_>, columns: &[Vec<Bar<'_>>]) -> Rounding {
    let beside = plan.view.drawn().iter().filter(|line| !line.row.is_tick()).count().max(1);
    let bars = || columns.iter().flatten();
    let most = match bars().next() {
        Some(bar) if plan.stacked => bar.full - 2.0,
        _ => plan.slot() / beside as f32 - APART,
    };
    let mut widest = |decimals: u32| {
        let width = |bar: &Bar<'_>| {
            let text = sheet.words.mark(bar.line, bar.point, &plan.series.unit, plan.fit, decimals);
            sheet.measure.width(&text, face(bar))
        };
        bars().map(width).fold(0.0, f32::max)
    };
    let (decimals, width) = plan.decimals(most, &mut widest);
    let least = bars().map(|bar| bar.full + 2.0).fold(0.0, f32::max);
    let step = if beside > 1 { (width + APART).clamp(least, (most + APART).max(least)) } else { 0.0 };
    Rounding { decimals, step, room: most.min(if beside > 1 { step - APART } else { most }) }
}

/// The middle of what is written over a bar, right of the middle of its column.
fn over(bar: &Bar<'_>, rounding: Rounding) -> f32 {
    bar.middle / (bar.full + 2.0) * rounding.step
}

fn face(bar: &Bar<'_>) -> Face {
    if bar.part.is_none() && bar.point.standing == Standing::Document { Face::STRONG } else { Face::CAPTION }
}

fn area(plan: &Plan<'_>, middle: f32, bar: &Bar<'_>) -> Area {
    let (from, to) = (plan.level(bar.from), plan.level(bar.to));
    let (center, half) = (middle + bar.offset, bar.width / 2.0);
    Area { left: center - half, top: from.min(to), right: center + half, bottom: from.max(to) }
}

fn paint(sheet: &mut Sheet<'_>, plan: &Plan<'_>, bar: &Bar<'_>, area: Area, middle: f32) {
    /// The ends of the year that a part is of.
    const FOOT: f32 = 4.0;
    let ink = ink_of(bar.line.row);
    let (fill, rim) = match (bar.part, bar.point.standing) {
        (Some(_), _) => (Some(Fill::Levels(ink)), Some(Pen::solid(ink, 1.0))),
        (None, Standing::Document) => (Some(Fill::Flat(ink)), plan.stacked.then_some(Pen::solid(Ink::Paper, 1.0))),
        (None, Standing::Reported) => (Some(Fill::Hatched(ink)), Some(Pen::solid(ink, 1.0))),
        (None, Standing::Derived) => (None, Some(Pen::dashed(ink, 1.0, 3.0, 2.0))),
    };
    if !matches!(fill, Some(Fill::Flat(_))) {
        // No grid line and no event's line runs through what is not filled.
        sheet.shapes.ground(area, Ink::Paper);
    }
    sheet.shapes.rect(area, fill, rim);
    if bar.part.is_some() {
        let (zero, center, half) = (plan.level(bar.from), middle + bar.middle, bar.full / 2.0);
        let foot = if bar.to < bar.from { zero + FOOT } else { zero - FOOT };
        let whole = [[center - half, foot], [center - half, zero], [center + half, zero], [center + half, foot]];
        sheet.shapes.line(whole, Pen::solid(ink, 1.0));
    }
}

/// The width of the outline of a total.
fn outline(slot: f32) -> f32 {
    (slot * 0.8).min(2.0 * WIDEST)
}

/// The outline of a total whose split is not known, which stands for both directions.
fn outline_unsplit(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize, decimals: u32) {
    let (Some(total), Some(whole)) = (unsplit(plan.view, column), plan.view.whole()) else { return };
    let (middle, slot) = (plan.middle(column), plan.slot());
    let half = outline(slot) / 2.0;
    let (zero, top) = (plan.level(0.0), plan.y(total.value));
    let bar = Area { left: middle - half, top: top.min(zero), right: middle + half, bottom: zero.max(top) };
    sheet.shapes.ground(bar, Ink::Paper);
    sheet.shapes.rect(bar, None, Pen::dashed(Ink::Total, 1.0, 3.0, 2.0));
    let words = sheet.words;
    let written = |decimals| words.mark(whole, total, &plan.series.unit, plan.fit, decimals);
    let named = words.say(&message!(chart::total, value = written(decimals)));
    let texts = [named, written(decimals)];
    let spots = [Spot::above(middle, bar.top - 3.0), Spot::below(middle, bar.bottom + 3.0)];
    sheet.label(&texts, (Face::CAPTION, Ink::Muted), slot - APART, &spots);
}

/// Growth as published, as a tick across its bar; parts of a year whose whole is known, as small ticks beside it, each as
/// long as the part.
fn ticks(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize, bars: &[Bar<'_>], areas: &[Area]) {
    /// How long the tick of a whole year would be.
    const LONGEST: f32 = 12.0;
    let (middle, slot) = (plan.middle(column), plan.slot());
    let of = |row| bars.iter().zip(areas).find(|(bar, _)| bar.line.row.is_of_flow_of(row));
    for line in plan.view.drawn() {
        if line.row.is_tick() {
            let part = line.part_for(column);
            let Some(point) = line.point(column).or_else(|| part.map(|part| &part.point)) else { continue };
            let y = plan.y(point.value);
            let middle = middle + middle_of(plan.view, plan.stacked, line.row, slot);
            let half = of(line.row).map_or_else(|| (slot * 0.36).min(WIDEST * 0.65), |(bar, _)| bar.full * 0.65);
            tick(sheet, middle, half, y);
            if of(line.row).is_none() {
                let (look, value) = ((Face::CAPTION, Ink::Secondary), sheet.words.value(&line.figure(point)));
                let spots = [Spot::above(middle, y - 4.0), Spot::below(middle, y + 4.0)];
                if sheet.label(&[value], look, slot - APART, &spots)
                    && let Some(part) = part
                {
                    let months = [sheet.words.months(part.period)];
                    let spots = [Spot::above(middle, y - 17.0), Spot::below(middle, y + 17.0)];
                    sheet.label(&months, look, slot - APART, &spots);
                }
            }
        } else if let (false, Some((_, bar)), Some(_)) = (plan.stacked, of(line.row), line.point(column)) {
            let Some(whole) = plan.view.columns.get(column) else { continue };
            for part in line.parts_of(column).filter(|_| plan.view.drawn().len() == 1) {
                let (from, to) = whole.part(part.period);
                let (y, left) = (plan.y(part.point.value), bar.right + 1.0);
                let length = (LONGEST * (to - from)).min((slot - bar.width()) / 2.0 - 1.0).max(2.0);
                sheet.shapes.line([[left, y], [left + length, y]], Pen::solid(Ink::Secondary, 1.5));
            }
        }
    }
}

/// Whether a bar hangs from nought.
fn falls(plan: &Plan<'_>, bar: &Bar<'_>, area: Area) -> bool {
    area.top >= plan.level(0.0) - 0.5 && bar.point.value.is_sign_negative()
}

/// The value of a bar: above it, below it where it is negative.
fn beside(sheet: &mut Sheet<'_>, plan: &Plan<'_>, bar: &Bar<'_>, area: Area, middle: f32, rounding: Rounding) {
    let middle = middle + over(bar, rounding);
    let below = Spot::below(middle, area.bottom + 2.0);
    let spot = if falls(plan, bar, area) { below } else { Spot::above(middle, area.top - 2.0) };
    let text = sheet.words.mark(bar.line, bar.point, &plan.series.unit, plan.fit, rounding.decimals);
    sheet.label(&[text], (face(bar), Ink::Text), rounding.room, &[spot]);
}

/// A value in the bar itself, where it is high and wide enough.
fn within(sheet: &mut Sheet<'_>, plan: &Plan<'_>, bar: &Bar<'_>, area: Area, decimals: u32) {
    let solid = bar.part.is_none() && bar.point.standing == Standing::Document;
    let on = ink_on(bar.line.row).filter(|_| solid);
    let look: Look = (face(bar), on.unwrap_or(Ink::Text));
    if area.height() < 16.0 {
        return;
    }
    let [middle, center] = area.center();
    let text = sheet.words.mark(bar.line, bar.point, &plan.series.unit, plan.fit, decimals);
    sheet.label_on(&text, look, area.width() - 2.0, Spot::below(middle, center - 6.5), on.is_none());
}

/// The parts of a year that bars are of: once over all of them where it is one, else over each.
fn name_parts(
    sheet: &mut Sheet<'_>,
    plan: &Plan<'_>,
    bars: &[Bar<'_>],
    areas: &[Area],
    middle: f32,
    rounding: Rounding,
) {
    let parts: Vec<_> = bars.iter().zip(areas).filter_map(|(bar, area)| Some((bar, area, bar.part?))).collect();
    let Some((_, _, first)) = parts.first() else { return };
    let look = (Face::CAPTION, Ink::Muted);
    // Over the value of a bar, or in its place where it found no room.
    let spots = |middle: f32, top: f32, bottom: f32, falls: bool| {
        if falls {
            [Spot::below(middle, bottom + 15.0), Spot::below(middle, bottom + 2.0)]
        } else {
            let value = if plan.stacked { 0.0 } else { 13.0 };
            [Spot::above(middle, top - 2.0 - value), Spot::above(middle, top - 2.0)]
        }
    };
    if parts.iter().all(|(_, _, part)| part.period == first.period) {
        let top = parts.iter().map(|(_, area, _)| area.top).fold(plan.strips.plot.bottom, f32::min);
        let bottom = parts.iter().map(|(_, area, _)| area.bottom).fold(plan.strips.plot.top, f32::max);
        let falls = parts.iter().all(|(bar, area, _)| falls(plan, bar, **area));
        let months = [sheet.words.months(first.period)];
        let room = plan.slot() - APART;
        if !sheet.label(&months, look, room, &spots(middle, top, bottom, falls)) {
            // Where the bars reach to the top of the plot, over them.
            let within = [Spot::above(middle, bottom - 4.0), Spot::below(middle, top + 4.0)];
            sheet.label(&months, look, room, &within);
        }
    } else {
        for (bar, area, part) in parts {
            let months = [sheet.words.months(part.period)];
            let spots = spots(middle + over(bar, rounding), area.top, area.bottom, falls(plan, bar, *area));
            sheet.label(&months, look, rounding.room, &spots);
        }
    }
}

/// Says why a column has no mark: over nought, or under it where nought is at the top.
pub fn explain_absence(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize) {
    /// A narrower column says nothing: the table does.
    const NARROWEST: f32 = 30.0;
    let called = &plan.briefing.called();
    let Some(why) = absence(plan.view, column, called).filter(|_| plan.slot() >= NARROWEST) else { return };
    // Within the outline of a total, or in the whole column.
    let outlined = unsplit(plan.view, column).is_some();
    let room = if outlined { outline(plan.slot()) - APART } else { plan.slot() - APART };
    let said = sheet.words.say(&why);
    let lines: Option<Vec<Vec<String>>> = said.lines().map(|line| broken(sheet, line, room)).collect();
    // Half a word tells nothing.
    let Some(lines) = lines.map(|lines| lines.concat()) else { return };
    let (middle, zero) = (plan.middle(column), plan.level(0.0));
    sheet.block(
        &lines,
        (Face::CAPTION, Ink::Muted),
        &[Spot::above(middle, zero - 8.0), Spot::below(middle, zero + 8.0)],
    );
}

/// A line in as many as are no wider than `room`; none where a single word is.
fn broken(sheet: &mut Sheet<'_>, line: &str, room: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        let longer = lines.last().map(|last| format!("{last} {word}"));
        match longer.filter(|longer| sheet.measure.width(longer, Face::CAPTION) <= room) {
            Some(longer) => *lines.last_mut()? = longer,
            None if sheet.measure.width(word, Face::CAPTION) <= room => lines.push(word.to_owned()),
            None => return None,
        }
    }
    Some(lines)
}
