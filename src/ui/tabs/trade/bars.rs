//! Bars that say where they come from: solid from the article, hatched from context, dashed where derived, narrow for a
//! part of a year.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::chart::Plan;
use super::labels::Labels;
use crate::analysis::format;
use crate::analysis::trade::bars::{self, WIDEST};
use crate::analysis::trade::chart::{absence, unsplit};
use crate::analysis::trade::{Line, Part, Point, Standing};
use crate::briefing::FlowRole;
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::words::Words;

/// One bar, ready to be painted.
struct Bar<'a> {
    rect: Rect,
    line: &'a Line,
    point: &'a Point,
    part: Option<&'a Part>,
    /// Whether it stands on another, or another on it.
    stacked: bool,
}

/// Paints the bars of the visible columns and their labels.
pub fn ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, visible: &[usize], labels: &mut Labels) {
    let t = tokens_of(ui);
    for index in visible {
        let slot = plan.slot(plot, *index);
        let bars = bars_of(plan, plot, slot, *index);
        unsplit_ui(ui, plan, plot, slot, *index, labels);
        for bar in &bars {
            paint(ui.painter(), bar, color(bar.line.row.flow, t), t);
        }
        ticks_ui(ui, plan, plot, slot, *index, bars.first().map(|bar| bar.rect), labels);
        let room = if bars.len() > 1 && !bars[0].stacked { slot.width() / 2.0 - 2.0 } else { slot.width() - 4.0 };
        for bar in &bars {
            label_ui(ui, plan, plot, bar, room, labels);
        }
        if let Some(part) = bars.iter().find_map(|bar| bar.part) {
            let above = if plan.stacked { 2.0 } else { 15.0 };
            let top = bars.iter().map(|bar| bar.rect.top()).fold(plot.bottom(), f32::min);
            let places = [(pos2(slot.center().x, top - above), Align2::CENTER_BOTTOM)];
            let months = [format::months(part.period)];
            labels.paint(ui, &months, &Type::Caption.font(), t.muted, slot.width(), &places);
        }
        if bars.is_empty() {
            absent_ui(ui, plan, plot, slot, *index);
        }
    }
}

/// The bars of a column, where they stand on the screen.
fn bars_of<'a>(plan: &Plan<'a>, plot: Rect, slot: Rect, index: usize) -> Vec<Bar<'a>> {
    let bars = bars::bars(plan.view(), plan.stacked, index, slot.width());
    let on_screen = |bar: bars::Bar<'a>| {
        let (from, to) = (plan.level(plot, bar.from), plan.level(plot, bar.to));
        let (center, half) = (slot.center().x + bar.offset, bar.width / 2.0);
        let rect = Rect::from_min_max(pos2(center - half, from.min(to)), pos2(center + half, from.max(to)));
        Bar { rect, line: bar.line, point: bar.point, part: bar.part, stacked: plan.stacked }
    };
    bars.into_iter().map(on_screen).collect()
}

/// The outline of a total whose split is not known, which stands for both directions.
fn unsplit_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, slot: Rect, index: usize, labels: &mut Labels) {
    let Some(total) = unsplit(plan.view(), index) else { return };
    let t = tokens_of(ui);
    let width = (slot.width() * 0.8).min(2.0 * WIDEST);
    let (zero, top) = (plan.level(plot, 0.0), plan.y(plot, total.value));
    let bar = Rect::from_min_max(
        pos2(slot.center().x - width / 2.0, top.min(zero)),
        pos2(slot.center().x + width / 2.0, zero.max(top)),
    );
    ui.painter().extend(Shape::dashed_line(&outline(bar), Stroke::new(1.0, t.total), 3.0, 2.0));
    let text = [format!("total {}", format::brief(total.value, 1)), format::brief(total.value, 0)];
    let places = [(pos2(slot.center().x, bar.top() - 3.0), Align2::CENTER_BOTTOM)];
    labels.paint(ui, &text, &Type::Caption.font(), t.muted, slot.width() + 8.0, &places);
}

/// Growth as published, as a tick across its bar; parts of a year whose whole is known, as small ticks beside it.
fn ticks_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, slot: Rect, index: usize, bar: Option<Rect>, labels: &mut Labels) {
    let t = tokens_of(ui);
    for line in plan.view().drawn() {
        if line.row.is_tick() {
            let part = line.part_for(index);
            let Some(point) = line.point(index).or_else(|| part.map(|part| &part.point)) else { continue };
            let half = (slot.width() * 0.36).min(WIDEST * 0.65);
            let y = plan.y(plot, point.value);
            tick(ui.painter(), slot.center().x - half..=slot.center().x + half, y, t);
            if bar.is_none() {
                let text = part.map_or_else(String::new, |part| format!("{}\n", format::months(part.period)));
                let value = Words::english().value(&line.figure(point));
                let texts = [format!("{text}{value}"), value];
                let places = [(pos2(slot.center().x, y - 4.0), Align2::CENTER_BOTTOM)];
                labels.paint(ui, &texts, &Type::Caption.font(), t.ink2, slot.width(), &places);
            }
        } else if let (false, Some(bar), Some(_)) = (plan.stacked, bar, line.point(index)) {
            for part in line.parts_of(index).filter(|_| plan.view().drawn().len() == 1) {
                let y = plan.y(plot, part.point.value);
                ui.painter().hline(bar.right() + 1.0..=bar.right() + 7.0, y, (1.5, t.ink2));
            }
        }
    }
}

fn tick(painter: &Painter, x: std::ops::RangeInclusive<f32>, y: f32, t: &Tokens) {
    // A rim of paper, so that it is seen on a solid bar as well.
    painter.hline(x.clone(), y, (4.0, t.paper));
    painter.hline(x, y, (2.0, t.ink));
}

/// The value of a bar: above it, below it where it is negative, within it where bars stand on each other.
fn label_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, bar: &Bar<'_>, room: f32, labels: &mut Labels) {
    let t = tokens_of(ui);
    let texts = Words::english().short_texts(bar.line, bar.point);
    let printed = bar.point.standing == Standing::Document;
    let font = if printed { Type::Caption.strong_font() } else { Type::Caption.font() };
    let middle = bar.rect.center().x;
    if bar.stacked {
        within_ui(ui, bar, &texts, &font, printed);
        return;
    }
    let zero = plan.level(plot, 0.0);
    let above = (pos2(middle, bar.rect.top() - 2.0), Align2::CENTER_BOTTOM);
    let below = (pos2(middle, bar.rect.bottom() + 2.0), Align2::CENTER_TOP);
    let places = if bar.rect.top() >= zero - 0.5 && bar.point.value.is_sign_negative() {
        [below, above]
    } else {
        [above, below]
    };
    labels.paint(ui, &texts, &font, t.ink, room.max(bar.rect.width()), &places[..1]);
}

/// A value in the bar itself, where it is high and wide enough.
fn within_ui(ui: &Ui, bar: &Bar<'_>, texts: &[String], font: &egui::FontId, solid: bool) {
    let t = tokens_of(ui);
    let ink = if solid { t.on_series } else { t.ink };
    let galleys = texts.iter().map(|text| ui.painter().layout_no_wrap(text.clone(), font.clone(), ink));
    let fits = |size: egui::Vec2| size.x <= bar.rect.width() - 2.0 && size.y <= bar.rect.height();
    let Some(galley) = galleys.into_iter().find(|galley| fits(galley.size())) else { return };
    let place = Align2::CENTER_CENTER.anchor_size(bar.rect.center(), galley.size());
    if !solid {
        ui.painter().rect_filled(place.shrink2(vec2(-1.0, 1.0)), 0.0, t.paper);
    }
    ui.painter().galley(place.min, galley, ink);
}

/// Says why a column has no mark.
pub fn absent_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, slot: Rect, index: usize) {
    let Some(why) = absence(plan.view(), index, plan.called) else { return };
    let why = Words::english().say(&why);
    let t = tokens_of(ui);
    let mut bottom = pos2(slot.center().x, plan.level(plot, 0.0) - 8.0);
    for line in why.lines().rev() {
        let galley = ui.painter().layout_no_wrap(line.to_owned(), Type::Caption.font(), t.muted);
        let place = Align2::CENTER_BOTTOM.anchor_size(bottom, galley.size());
        // No event's line runs through the words.
        ui.painter().rect_filled(place.shrink2(vec2(-2.0, 1.0)), 0.0, t.paper);
        ui.painter().galley(place.min, galley, t.muted);
        bottom.y -= 14.0;
    }
}

/// The colour of a row of a flow.
pub const fn color(flow: FlowRole, t: &Tokens) -> Color32 {
    match flow {
        FlowRole::Forward => t.series_forward,
        FlowRole::Backward => t.series_backward,
        FlowRole::Total => t.total,
    }
}

fn paint(painter: &Painter, bar: &Bar<'_>, color: Color32, t: &Tokens) {
    let rect = bar.rect;
    let rim = Stroke::new(1.0, color);
    match (bar.part, bar.point.standing) {
        (Some(_), _) => {
            level_lines(painter, rect, color);
            painter.rect_stroke(rect, 0.0, rim, StrokeKind::Inside);
        }
        (None, Standing::Document) => {
            painter.rect_filled(rect, 0.0, color);
            if bar.stacked {
                painter.rect_stroke(rect, 0.0, Stroke::new(1.0, t.paper), StrokeKind::Inside);
            }
        }
        (None, Standing::Reported) => {
            hatch(painter, rect, color);
            painter.rect_stroke(rect, 0.0, rim, StrokeKind::Inside);
        }
        (None, Standing::Derived) => {
            painter.extend(Shape::dashed_line(&outline(rect), Stroke::new(1.0, color), 3.0, 2.0));
        }
    }
}

fn outline(bar: Rect) -> [Pos2; 5] {
    [bar.left_bottom(), bar.left_top(), bar.right_top(), bar.right_bottom(), bar.left_bottom()]
}

/// Parallel lines at 45 degrees, cut to the bar.
fn hatch(painter: &Painter, bar: Rect, color: Color32) {
    const PITCH: f32 = 5.0;
    let stroke = Stroke::new(1.5, color.gamma_multiply(alpha::HATCH));
    // A line of x + y = sum crosses the bar between these sums.
    let first = bar.left() + bar.top();
    let lines = ((bar.width() + bar.height()) * std::f32::consts::FRAC_1_SQRT_2 / PITCH) as u32;
    for line in 1..=lines {
        let sum = first + line as f32 * PITCH * std::f32::consts::SQRT_2;
        let left = (sum - bar.bottom()).max(bar.left());
        let right = (sum - bar.top()).min(bar.right());
        if left < right {
            painter.line_segment([pos2(left, sum - left), pos2(right, sum - right)], stroke);
        }
    }
}

/// Level lines, as of something that is filling up.
fn level_lines(painter: &Painter, bar: Rect, color: Color32) {
    const PITCH: f32 = 4.0;
    let stroke = Stroke::new(1.0, color.gamma_multiply(alpha::HATCH));
    let lines = (bar.height() / PITCH) as u32;
    for line in 1..=lines {
        painter.hline(bar.x_range(), bar.bottom() - line as f32 * PITCH, stroke);
    }
}

/// Names the colours of two series above the plot, where nothing else stands.
pub fn key_ui(ui: &Ui, plan: &Plan<'_>, strip: Rect) {
    let t = tokens_of(ui);
    // It stays in view while the columns are scrolled.
    let mut left = strip.left().max(ui.clip_rect().left()) + 8.0;
    for line in plan.view().drawn() {
        let swatch = Rect::from_center_size(pos2(left + 7.0, strip.center().y), vec2(14.0, 10.0));
        if line.row.is_tick() {
            tick(ui.painter(), swatch.x_range().into(), swatch.center().y, t);
        } else {
            ui.painter().rect_filled(swatch, 0.0, color(line.row.flow, t));
        }
        let galley = ui.painter().layout_no_wrap(Words::english().value(&line.name), Type::Caption.font(), t.ink);
        let width = galley.size().x;
        ui.painter().galley(pos2(swatch.right() + 6.0, strip.center().y - galley.size().y / 2.0), galley, t.ink);
        left = swatch.right() + width + 22.0;
    }
}
