//! Bars that say where they come from: solid from the document, hatched from context, dashed where derived, narrow for a
//! part of a year.

use super::plan::Plan;
use super::sheet::{Sheet, Spot};
use super::{ink_of, ink_on, tick};
use crate::analysis::trade::Standing;
use crate::analysis::trade::bars::{Bar, WIDEST, bars};
use crate::analysis::trade::chart::{absence, unsplit};
use crate::drawing::{Area, Face, Fill, Ink, Pen};
use crate::message;

/// Draws the bars of every column and their labels.
pub fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let slot = plan.slot();
    for column in 0..plan.view.columns.len() {
        let middle = plan.middle(column);
        let bars = bars(plan.view, plan.stacked, column, slot);
        let areas: Vec<Area> = bars.iter().map(|bar| area(plan, middle, bar)).collect();
        outline_unsplit(sheet, plan, column);
        for (bar, area) in bars.iter().zip(&areas) {
            paint(sheet, plan, bar, *area);
        }
        ticks(sheet, plan, column, areas.first().copied());
        let room = if bars.len() > 1 && !plan.stacked { slot / 2.0 - 2.0 } else { slot - 4.0 };
        for (bar, area) in bars.iter().zip(&areas) {
            if plan.stacked {
                within(sheet, bar, *area);
            } else {
                beside(sheet, plan, bar, *area, room);
            }
        }
        if let Some(part) = bars.iter().find_map(|bar| bar.part) {
            let top = areas.iter().map(|area| area.top).fold(plan.strips.plot.bottom, f32::min);
            let above = if plan.stacked { 2.0 } else { 15.0 };
            let months = [sheet.words.months(part.period)];
            sheet.label(&months, (Face::CAPTION, Ink::Muted), slot, &[Spot::above(middle, top - above)]);
        }
        explain_absence(sheet, plan, column);
    }
}

fn area(plan: &Plan<'_>, middle: f32, bar: &Bar<'_>) -> Area {
    let (from, to) = (plan.level(bar.from), plan.level(bar.to));
    let (center, half) = (middle + bar.offset, bar.width / 2.0);
    Area { left: center - half, top: from.min(to), right: center + half, bottom: from.max(to) }
}

fn paint(sheet: &mut Sheet<'_>, plan: &Plan<'_>, bar: &Bar<'_>, area: Area) {
    let ink = ink_of(bar.line.row.flow);
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
}

/// The outline of a total whose split is not known, which stands for both directions.
fn outline_unsplit(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize) {
    let Some(total) = unsplit(plan.view, column) else { return };
    let (middle, slot) = (plan.middle(column), plan.slot());
    let half = (slot * 0.8).min(2.0 * WIDEST) / 2.0;
    let (zero, top) = (plan.level(0.0), plan.y(total.value));
    let bar = Area { left: middle - half, top: top.min(zero), right: middle + half, bottom: zero.max(top) };
    sheet.shapes.ground(bar, Ink::Paper);
    sheet.shapes.rect(bar, None, Pen::dashed(Ink::Total, 1.0, 3.0, 2.0));
    let words = sheet.words;
    let named = words.say(&message!(chart::total, value = words.brief(total.value, 1)));
    let texts = [named, words.brief(total.value, 0)];
    sheet.label(&texts, (Face::CAPTION, Ink::Muted), slot + 8.0, &[Spot::above(middle, bar.top - 3.0)]);
}

/// Growth as published, as a tick across its bar; parts of a year whose whole is known, as small ticks beside it.
fn ticks(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize, bar: Option<Area>) {
    let (middle, slot) = (plan.middle(column), plan.slot());
    for line in plan.view.drawn() {
        if line.row.is_tick() {
            let part = line.part_for(column);
            let Some(point) = line.point(column).or_else(|| part.map(|part| &part.point)) else { continue };
            let y = plan.y(point.value);
            tick(sheet, middle, (slot * 0.36).min(WIDEST * 0.65), y);
            if bar.is_none() {
                let (look, value) = ((Face::CAPTION, Ink::Secondary), sheet.words.value(&line.figure(point)));
                if sheet.label(&[value], look, slot, &[Spot::above(middle, y - 4.0)])
                    && let Some(part) = part
                {
                    let months = [sheet.words.months(part.period)];
                    sheet.label(&months, look, slot, &[Spot::above(middle, y - 17.0)]);
                }
            }
        } else if let (false, Some(bar), Some(_)) = (plan.stacked, bar, line.point(column)) {
            for part in line.parts_of(column).filter(|_| plan.view.drawn().len() == 1) {
                let y = plan.y(part.point.value);
                sheet.shapes.line([[bar.right + 1.0, y], [bar.right + 7.0, y]], Pen::solid(Ink::Secondary, 1.5));
            }
        }
    }
}

/// The value of a bar: above it, below it where it is negative.
fn beside(sheet: &mut Sheet<'_>, plan: &Plan<'_>, bar: &Bar<'_>, area: Area, room: f32) {
    let face = if bar.point.standing == Standing::Document { Face::STRONG } else { Face::CAPTION };
    let middle = area.center()[0];
    let falls = area.top >= plan.level(0.0) - 0.5 && bar.point.value.is_sign_negative();
    let spot = if falls { Spot::below(middle, area.bottom + 2.0) } else { Spot::above(middle, area.top - 2.0) };
    let texts = sheet.words.short_texts(bar.line, bar.point);
    sheet.label(&texts, (face, Ink::Text), room.max(area.width()), &[spot]);
}

/// A value in the bar itself, where it is high and wide enough.
fn within(sheet: &mut Sheet<'_>, bar: &Bar<'_>, area: Area) {
    let solid = bar.part.is_none() && bar.point.standing == Standing::Document;
    let look = if solid { (Face::STRONG, ink_on(bar.line.row.flow)) } else { (Face::CAPTION, Ink::Text) };
    if area.height() < 16.0 {
        return;
    }
    let [middle, center] = area.center();
    let texts = sheet.words.short_texts(bar.line, bar.point);
    let fitting = texts.iter().find(|text| sheet.measure.width(text, look.0) <= area.width() - 2.0);
    if let Some(text) = fitting {
        sheet.put(Spot::below(middle, center - 6.5), text, look, !solid);
    }
}

/// Says why a column has no mark.
pub fn explain_absence(sheet: &mut Sheet<'_>, plan: &Plan<'_>, column: usize) {
    /// A narrower column says nothing: the table does.
    const NARROWEST: f32 = 30.0;
    let called = &plan.briefing.document.called;
    let Some(why) = absence(plan.view, column, called).filter(|_| plan.slot() >= NARROWEST) else { return };
    let mut bottom = plan.level(0.0) - 8.0;
    for line in sheet.words.say(&why).lines().rev() {
        let text = sheet.measure.fit(line, Face::CAPTION, plan.slot() - 4.0);
        sheet.put(Spot::above(plan.middle(column), bottom), &text, (Face::CAPTION, Ink::Muted), true);
        bottom -= 14.0;
    }
}
