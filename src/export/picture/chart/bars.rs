//! Bars that say where they come from: solid from the document, hatched from context, dashed where derived, narrow for a
//! part of a year.

use super::canvas::{Ground, Spot, color, label, on_color, put};
use super::plan::{Plan, level};
use crate::analysis::format;
use crate::analysis::trade::Standing;
use crate::analysis::trade::bars::{Bar, WIDEST, bars};
use crate::analysis::trade::chart::{absence, unsplit};
use crate::drawing::palette::Rgb;
use crate::drawing::{Area, Labels, Measure as _};
use crate::export::picture::page::{CAPTION, Page, STRONG};
use crate::export::picture::svg::{Fill, Pen};
use crate::words::Words;

/// Draws the bars of every column and their labels.
pub fn draw(page: &mut Page, plan: &Plan<'_>, plot: Area, labels: &mut Labels) {
    let slot = plan.slot(plot);
    for column in 0..plan.view.columns.len() {
        let middle = plan.middle(plot, column);
        let bars = bars(plan.view, plan.stacked, column, slot);
        let rects: Vec<Area> = bars.iter().map(|bar| rect(plan, plot, middle, bar)).collect();
        outline_unsplit(page, plan, plot, column, labels);
        for (bar, rect) in bars.iter().zip(&rects) {
            paint(page, plan, bar, *rect);
        }
        ticks(page, plan, plot, column, rects.first().copied(), labels);
        let room = if bars.len() > 1 && !plan.stacked { slot / 2.0 - 2.0 } else { slot - 4.0 };
        for (bar, rect) in bars.iter().zip(&rects) {
            if plan.stacked {
                within(page, bar, *rect);
            } else {
                beside(page, plan, plot, bar, *rect, room, labels);
            }
        }
        if let Some(part) = bars.iter().find_map(|bar| bar.part) {
            let top = rects.iter().map(|rect| rect.top).fold(plot.bottom, f32::min);
            let above = if plan.stacked { 2.0 } else { 15.0 };
            let (face, ground) = ((CAPTION, page.palette.muted), Ground::Flat(page.palette.paper));
            let spots = [Spot::above(middle, top - above)];
            label(page, labels, &[format::months(part.period)], face, ground, slot, &spots);
        }
        explain_absence(page, plan, plot, column);
    }
}

fn rect(plan: &Plan<'_>, plot: Area, middle: f32, bar: &Bar<'_>) -> Area {
    let (from, to) = (level(plan.scale, plot, bar.from), level(plan.scale, plot, bar.to));
    let (center, half) = (middle + bar.offset, bar.width / 2.0);
    Area { left: center - half, top: from.min(to), right: center + half, bottom: from.max(to) }
}

fn paint(page: &mut Page, plan: &Plan<'_>, bar: &Bar<'_>, rect: Area) {
    let p = page.palette;
    let ink = color(bar.line.row.flow, p);
    let (fill, rim) = match (bar.part, bar.point.standing) {
        (Some(_), _) => (Some(Fill::Levels(ink)), Some(Pen::solid(ink, 1.0))),
        (None, Standing::Document) => (Some(Fill::Flat(ink)), plan.stacked.then_some(Pen::solid(p.paper, 1.0))),
        (None, Standing::Reported) => (Some(hatched(page, ink)), Some(Pen::solid(ink, 1.0))),
        (None, Standing::Derived) => (None, Some(Pen::dashed(ink, 1.0, 3.0, 2.0))),
    };
    // No grid line and no event's line runs through what is not filled.
    page.svg.rect(rect, Some(Fill::Flat(p.paper)), None);
    page.svg.rect(rect, fill, rim);
}

/// The hatching of a colour. In print that of the backward direction falls, since a printer may have no colour.
pub fn hatched(page: &Page, ink: Rgb) -> Fill {
    if page.printed && ink == page.palette.series_backward { Fill::HatchedBack(ink) } else { Fill::Hatched(ink) }
}

/// The outline of a total whose split is not known, which stands for both directions.
fn outline_unsplit(page: &mut Page, plan: &Plan<'_>, plot: Area, column: usize, labels: &mut Labels) {
    let Some(total) = unsplit(plan.view, column) else { return };
    let p = page.palette;
    let (middle, slot) = (plan.middle(plot, column), plan.slot(plot));
    let half = (slot * 0.8).min(2.0 * WIDEST) / 2.0;
    let (zero, top) = (level(plan.scale, plot, 0.0), plan.y(plot, total.value));
    let bar = Area { left: middle - half, top: top.min(zero), right: middle + half, bottom: zero.max(top) };
    page.svg.rect(bar, None, Some(Pen::dashed(p.total, 1.0, 3.0, 2.0)));
    let texts = [format!("total {}", format::brief(total.value, 1)), format::brief(total.value, 0)];
    let spots = [Spot::above(middle, bar.top - 3.0)];
    label(page, labels, &texts, (CAPTION, p.muted), Ground::Flat(p.paper), slot + 8.0, &spots);
}

/// Growth as published, as a tick across its bar; parts of a year whose whole is known, as small ticks beside it.
fn ticks(page: &mut Page, plan: &Plan<'_>, plot: Area, column: usize, bar: Option<Area>, labels: &mut Labels) {
    let p = page.palette;
    let (middle, slot) = (plan.middle(plot, column), plan.slot(plot));
    for line in plan.view.drawn() {
        if line.row.is_tick() {
            let part = line.part_for(column);
            let Some(point) = line.point(column).or_else(|| part.map(|part| &part.point)) else { continue };
            let y = plan.y(plot, point.value);
            tick(page, middle, (slot * 0.36).min(WIDEST * 0.65), y);
            if bar.is_none() {
                let value = Words::english().value(&line.figure(point));
                let ink = (CAPTION, p.ink2);
                let spots = [Spot::above(middle, y - 4.0)];
                if label(page, labels, &[value], ink, Ground::Flat(p.paper), slot, &spots)
                    && let Some(part) = part
                {
                    let spots = [Spot::above(middle, y - 17.0)];
                    label(page, labels, &[format::months(part.period)], ink, Ground::Flat(p.paper), slot, &spots);
                }
            }
        } else if let (false, Some(bar), Some(_)) = (plan.stacked, bar, line.point(column)) {
            for part in line.parts_of(column).filter(|_| plan.view.drawn().len() == 1) {
                let y = plan.y(plot, part.point.value);
                page.svg.line([[bar.right + 1.0, y], [bar.right + 7.0, y]], Pen::solid(p.ink2, 1.5));
            }
        }
    }
}

/// A tick with a rim of paper, so that it is seen on a solid bar as well.
pub fn tick(page: &mut Page, middle: f32, half: f32, y: f32) {
    let ends = [[middle - half, y], [middle + half, y]];
    page.svg.line(ends, Pen::solid(page.palette.paper, 4.0));
    page.svg.line(ends, Pen::solid(page.palette.ink, 2.0));
}

/// The value of a bar: above it, below it where it is negative.
fn beside(page: &mut Page, plan: &Plan<'_>, plot: Area, bar: &Bar<'_>, rect: Area, room: f32, labels: &mut Labels) {
    let p = page.palette;
    let face = if bar.point.standing == Standing::Document { STRONG } else { CAPTION };
    let middle = f32::midpoint(rect.left, rect.right);
    let falls = rect.top >= level(plan.scale, plot, 0.0) - 0.5 && bar.point.value.is_sign_negative();
    let spot = if falls { Spot::below(middle, rect.bottom + 2.0) } else { Spot::above(middle, rect.top - 2.0) };
    let texts = Words::english().short_texts(bar.line, bar.point);
    label(page, labels, &texts, (face, p.ink), Ground::Flat(p.paper), room.max(rect.right - rect.left), &[spot]);
}

/// A value in the bar itself, where it is high and wide enough.
fn within(page: &mut Page, bar: &Bar<'_>, rect: Area) {
    let p = page.palette;
    let solid = bar.part.is_none() && bar.point.standing == Standing::Document;
    let (face, ink) = if solid { (STRONG, on_color(bar.line.row.flow, p)) } else { (CAPTION, p.ink) };
    if rect.bottom - rect.top < 16.0 {
        return;
    }
    let room = rect.right - rect.left - 2.0;
    let (middle, center) = (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom));
    for text in Words::english().short_texts(bar.line, bar.point) {
        let width = page.measure.width(&text, face);
        if width <= room {
            let ground = if solid { Ground::None } else { Ground::Flat(p.paper) };
            put(page, Spot::below(middle, center - 6.5), &text, width, (face, ink), ground);
            return;
        }
    }
}

/// Says why a column has no mark.
pub fn explain_absence(page: &mut Page, plan: &Plan<'_>, plot: Area, column: usize) {
    let called = &plan.briefing.document.called;
    let Some(why) = absence(plan.view, column, called).filter(|_| plan.slot(plot) >= 30.0) else { return };
    let why = Words::english().say(&why);
    let (p, room) = (page.palette, plan.slot(plot) - 4.0);
    let mut bottom = level(plan.scale, plot, 0.0) - 8.0;
    for line in why.lines().rev() {
        let text = page.measure.fit(line, CAPTION, room);
        let width = page.measure.width(&text, CAPTION);
        let spot = Spot::above(plan.middle(plot, column), bottom);
        put(page, spot, &text, width, (CAPTION, p.muted), Ground::Flat(p.paper));
        bottom -= 14.0;
    }
}
