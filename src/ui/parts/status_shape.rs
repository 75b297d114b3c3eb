//! The plain solid shape that stands for a status.

use egui::{Color32, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::briefing::StatusShape;
use crate::ui::theme::{Tokens, tokens_of};

/// The size of a shape in a row of text.
const BOX: f32 = 12.0;

/// A shape with its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusLook {
    shape: StatusShape,
    color: Color32,
}

impl StatusLook {
    /// The look of a shape in a theme.
    pub const fn new(shape: StatusShape, t: &Tokens) -> Self {
        let color = match shape {
            StatusShape::Circle => t.circle,
            StatusShape::Diamond => t.diamond,
            StatusShape::Triangle => t.triangle,
            StatusShape::Square => t.square,
        };
        Self { shape, color }
    }

    /// What to paint into a square.
    pub fn paint(self, rect: Rect) -> Shape {
        let scale = rect.width() / BOX;
        let at = |x: f32, y: f32| pos2(rect.left() + x * scale, rect.top() + y * scale);
        let polygon = |points: Vec<_>| Shape::convex_polygon(points, self.color, Stroke::NONE);
        match self.shape {
            StatusShape::Circle => Shape::circle_filled(rect.center(), 4.5 * scale, self.color),
            StatusShape::Diamond => polygon(vec![at(6.0, 0.6), at(11.4, 6.0), at(6.0, 11.4), at(0.6, 6.0)]),
            StatusShape::Triangle => polygon(vec![at(6.0, 1.0), at(11.4, 10.6), at(0.6, 10.6)]),
            StatusShape::Square => {
                Shape::rect_filled(Rect::from_min_max(at(1.5, 1.5), at(10.5, 10.5)), 0.0, self.color)
            }
        }
    }
}

/// Draws the shape of a status; its name stands beside it.
pub fn status_shape(ui: &mut Ui, shape: StatusShape) {
    let (rect, _) = ui.allocate_exact_size(vec2(BOX, BOX), Sense::empty());
    let look = StatusLook::new(shape, tokens_of(ui));
    ui.painter().add(look.paint(rect));
}
