//! The marks of verdicts and of checks: a shape with a glyph, told apart without colour.

use egui::{Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::analysis::checks::Outcome;
use crate::briefing::Verdict;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Tokens, Type, tokens_of};

/// The size the marks are drawn for.
const BOX: f32 = 16.0;

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Supported; a check that passes.
    Good,
    /// Disputed.
    Disputed,
    /// Outdated.
    Outdated,
    /// Unverified.
    Unverified,
    /// A check that fails.
    Fail,
    /// A check that warns.
    Warn,
    /// A check that only tells.
    Info,
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Supported => Self::Good,
            Verdict::Disputed => Self::Disputed,
            Verdict::Outdated => Self::Outdated,
            Verdict::Unverified => Self::Unverified,
        }
    }
}

impl From<Outcome> for Mark {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Pass => Self::Good,
            Outcome::Fail => Self::Fail,
            Outcome::Warn => Self::Warn,
            Outcome::Info => Self::Info,
        }
    }
}

/// Draws a mark; its word stands beside it.
pub fn mark(ui: &mut Ui, mark: impl Into<Mark>) {
    let (rect, _) = ui.allocate_exact_size(vec2(BOX, BOX), Sense::empty());
    ui.painter().extend(shapes(mark.into(), rect, tokens_of(ui)));
}

/// Paints a mark into a square that is allocated already.
pub fn paint_mark(ui: &Ui, rect: Rect, mark: impl Into<Mark>) {
    ui.painter().extend(shapes(mark.into(), rect, tokens_of(ui)));
}

/// Draws the mark and the word of a verdict.
pub fn verdict_label(ui: &mut Ui, desk: &mut Desk<'_>, verdict: Verdict) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        mark(ui, verdict);
        desk.finder.label(ui, verdict.label(), Type::Body.format(tokens_of(ui).ink));
    });
}

fn shapes(mark: Mark, rect: Rect, t: &Tokens) -> Vec<Shape> {
    let scale = rect.width() / BOX;
    let at = |x: f32, y: f32| pos2(rect.left() + x * scale, rect.top() + y * scale);
    match mark {
        Mark::Good => {
            let tick = [at(4.8, 8.2), at(7.1, 10.5), at(11.2, 5.9)];
            vec![
                Shape::circle_filled(rect.center(), 7.0 * scale, t.good),
                Shape::line(tick.to_vec(), Stroke::new(1.6 * scale, t.on_mark)),
            ]
        }
        Mark::Disputed => {
            let square = Rect::from_min_max(at(1.5, 1.5), at(14.5, 14.5));
            let line = |from: Pos2, to: Pos2| Shape::line_segment([from, to], Stroke::new(1.4 * scale, t.on_mark));
            vec![
                Shape::rect_filled(square, 1.5 * scale, t.bad),
                line(at(4.5, 6.4), at(11.5, 6.4)),
                line(at(4.5, 9.6), at(11.5, 9.6)),
                line(at(10.0, 4.0), at(6.0, 12.0)),
            ]
        }
        // Concave, so two convex halves meet in the middle.
        Mark::Outdated => vec![
            polygon(vec![at(2.5, 1.5), at(13.5, 1.5), at(13.5, 3.6), at(8.0, 9.6), at(2.5, 3.6)], t.caution),
            polygon(vec![at(2.5, 14.5), at(2.5, 12.4), at(8.0, 6.4), at(13.5, 12.4), at(13.5, 14.5)], t.caution),
            polygon(vec![at(5.2, 12.6), at(8.0, 9.8), at(10.8, 12.6)], t.on_caution),
        ],
        Mark::Unverified => {
            let stroke = Stroke::new(1.4 * scale, t.neutral);
            let ring: Vec<Pos2> = (0..=48_u8)
                .map(|step| {
                    let angle = std::f32::consts::TAU * f32::from(step) / 48.0;
                    rect.center() + 6.4 * scale * egui::Vec2::angled(angle)
                })
                .collect();
            let mut shapes = Shape::dashed_line(&ring, stroke, 2.6 * scale, 1.9 * scale);
            // The question mark as strokes: a hook and a dot.
            let hook = [
                at(6.0, 6.4),
                at(6.4, 5.3),
                at(7.6, 4.7),
                at(8.9, 5.0),
                at(9.7, 6.1),
                at(9.2, 7.3),
                at(8.0, 8.2),
                at(8.0, 9.3),
            ];
            shapes.push(Shape::line(hook.to_vec(), Stroke::new(1.3 * scale, t.neutral)));
            shapes.push(Shape::circle_filled(at(8.0, 11.3), 0.9 * scale, t.neutral));
            shapes
        }
        Mark::Fail => {
            let square = Rect::from_min_max(at(1.5, 1.5), at(14.5, 14.5));
            let line = |from: Pos2, to: Pos2| Shape::line_segment([from, to], Stroke::new(1.6 * scale, t.on_mark));
            vec![
                Shape::rect_filled(square, 1.5 * scale, t.bad),
                line(at(5.0, 5.0), at(11.0, 11.0)),
                line(at(11.0, 5.0), at(5.0, 11.0)),
            ]
        }
        Mark::Warn => vec![
            polygon(vec![at(8.0, 1.0), at(15.4, 14.4), at(0.6, 14.4)], t.caution),
            Shape::line_segment([at(8.0, 5.6), at(8.0, 10.0)], Stroke::new(1.5 * scale, t.on_caution)),
            Shape::circle_filled(at(8.0, 12.2), 0.9 * scale, t.on_caution),
        ],
        Mark::Info => vec![
            Shape::circle_stroke(rect.center(), 6.4 * scale, Stroke::new(1.4 * scale, t.neutral)),
            Shape::line_segment([at(8.0, 7.2), at(8.0, 11.4)], Stroke::new(1.4 * scale, t.neutral)),
            Shape::circle_filled(at(8.0, 5.0), 0.9 * scale, t.neutral),
        ],
    }
}

fn polygon(points: Vec<Pos2>, fill: Color32) -> Shape {
    Shape::convex_polygon(points, fill, Stroke::NONE)
}
