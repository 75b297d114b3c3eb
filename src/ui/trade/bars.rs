//! Bars that say where they come from: solid from the article, hatched from context, dashed where derived.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::chart::absent;
use crate::analysis::format;
use crate::analysis::trade::{Figure, Layer, Year};
use crate::briefing::FlowRole;
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::{Tokens, Type, tokens_of};

/// Paints a year's bars into its column; `y` is where a value stands on the screen.
pub fn paint(ui: &Ui, year: &Year, roles: &[FlowRole], slot: Rect, y: &dyn Fn(f64) -> f32, layer: Layer) {
    let t = tokens_of(ui);
    let figures: Vec<(FlowRole, Figure)> = roles.iter().filter_map(|role| Some((*role, year.figure(*role)?))).collect();
    let split = roles.len() > 1;
    let width = (slot.width() * if split { 0.38 } else { 0.55 }).min(46.0);
    if figures.is_empty() {
        let at = pos2(slot.center().x, y(0.0) - 8.0);
        match year.total.filter(|_| split) {
            // The total is known although its split is not, so its outline stands for both.
            Some(total) => {
                let bar = bar_rect(slot.center().x, width * 2.0, y, total);
                ui.painter().extend(Shape::dashed_line(&outline(bar), Stroke::new(1.0, t.total), 3.0, 2.0));
                caption(ui.painter(), pos2(slot.center().x, bar.top() - 4.0), "split\nnot found", t.muted);
            }
            None => caption(ui.painter(), at, absent(layer), t.muted),
        }
        return;
    }
    for (role, figure) in &figures {
        let side = roles.iter().position(|other| other == role).unwrap_or_default();
        let offset = if split { (side as f32 - 0.5) * (width + 2.0) } else { 0.0 };
        // A figure beyond the plot is drawn as far as the plot goes.
        let bar = bar_rect(slot.center().x + offset, width, y, *figure).intersect(slot);
        paint_bar(ui.painter(), bar, color(*role, t), *figure);
        if !split {
            let about = if figure.derived { "≈ " } else { "" };
            let label = format!("{about}{}", format::printed(figure.value, if figure.in_document { 2 } else { 1 }));
            let font = if figure.in_document { Type::Caption.strong_font() } else { Type::Caption.font() };
            let galley = ui.painter().layout_no_wrap(label, font, t.ink);
            let place = Align2::CENTER_BOTTOM.anchor_size(pos2(bar.center().x, bar.top() - 3.0), galley.size());
            // A grid line through a figure makes it hard to read.
            ui.painter().rect_filled(place.shrink2(vec2(-2.0, 2.0)), 0.0, t.paper);
            ui.painter().galley(place.min, galley, t.ink);
        }
    }
}

/// The colour of a flow.
pub const fn color(role: FlowRole, t: &Tokens) -> Color32 {
    match role {
        FlowRole::Total => t.total,
        FlowRole::Forward => t.series_forward,
        FlowRole::Backward => t.series_backward,
    }
}

/// A decimal where a pixel is computed; a value too large for the screen is drawn as zero.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

fn bar_rect(center: f32, width: f32, y: &dyn Fn(f64) -> f32, figure: Figure) -> Rect {
    let (zero, value) = (y(0.0), y(float(figure.value)));
    Rect::from_min_max(pos2(center - width / 2.0, value.min(zero)), pos2(center + width / 2.0, value.max(zero)))
}

fn paint_bar(painter: &Painter, bar: Rect, color: Color32, figure: Figure) {
    if figure.in_document {
        painter.rect_filled(bar, 0.0, color);
    } else if figure.derived {
        painter.extend(Shape::dashed_line(&outline(bar), Stroke::new(1.0, color), 3.0, 2.0));
    } else {
        hatch(painter, bar, color);
        painter.rect_stroke(bar, 0.0, Stroke::new(1.0, color), StrokeKind::Inside);
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

/// Centred text that ends above a point, line by line.
fn caption(painter: &Painter, bottom: Pos2, text: &str, ink: Color32) {
    let font = Type::Caption.font();
    for (index, line) in text.lines().rev().enumerate() {
        painter.text(bottom - vec2(0.0, 14.0 * index as f32), Align2::CENTER_BOTTOM, line, font.clone(), ink);
    }
}
