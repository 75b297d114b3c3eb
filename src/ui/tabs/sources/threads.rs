//! The threads between sentences, claims and checks: thin elbows across the gutters.

use egui::{Align2, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::Placed;

/// The ends of threads in one column, and the part of the column that can be seen.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    /// Those in view.
    rows: Vec<Rect>,
    /// How many there are above and below.
    beyond: [usize; 2],
    /// From where to where their rows reach.
    across: Option<Rangef>,
    column: Option<Rect>,
    /// Whether the first end is brought into view: where something else has just been selected.
    follow: bool,
}

impl Ends {
    /// No ends yet; the first will be brought into view where `follow` says so.
    pub fn new(follow: bool) -> Self {
        Self { follow, ..Self::default() }
    }

    /// Adds those rows of a list that threads end at, in their order, in the column that is being drawn. `above` is what
    /// stands in a row above that which it ends at.
    pub fn add(
        &mut self,
        ui: &Ui,
        placed: &Placed,
        linked: impl ExactSizeIterator<Item = usize> + Clone,
        above: impl Fn(usize) -> f32,
    ) {
        let at = |row: usize| {
            let rect = placed.row(row);
            rect.with_min_y(rect.top() + above(row))
        };
        let Some(first) = linked.clone().next() else { return };
        if self.across.is_none() {
            let first = at(first);
            self.across = Some(first.x_range());
            if self.follow {
                ui.scroll_to_rect(first, None);
            }
        }
        let column = ui.clip_rect();
        let seen = placed.between(column.y_range());
        for row in linked {
            let middle = if seen.contains(&row) { at(row).center().y } else { f32::NAN };
            if row < seen.start || middle < column.top() {
                self.beyond[0] += 1;
            } else if row >= seen.end || middle > column.bottom() {
                self.beyond[1] += 1;
            } else {
                self.rows.push(at(row));
            }
        }
        self.column = Some(column);
    }
}

/// Draws the threads from the ends in one column to those in the next.
pub fn ui(ui: &Ui, left: &Ends, right: &Ends) {
    let (Some(Rangef { max: from, .. }), Some(Rangef { min: to, .. })) = (left.across, right.across) else { return };
    let t = tokens_of(ui);
    let middle = f32::midpoint(from, to).round() + 0.5;
    let mut knots: Vec<f32> = Vec::new();
    for (ends, x, toward) in [(left, from, 1.0), (right, to, -1.0)] {
        for row in &ends.rows {
            let y = row.center().y.round() + 0.5;
            line(ui, t, [pos2(x, y), pos2(middle, y)]);
            ui.painter().circle_filled(pos2(x, y), 3.0, t.accent);
            knots.push(y);
        }
        let Some(column) = ends.column else { continue };
        let [above, below] = ends.beyond;
        for (count, y, up) in [(above, column.top() + 10.0, true), (below, column.bottom() - 10.0, false)] {
            if count > 0 {
                knots.push(y);
                line(ui, t, [pos2(x, y), pos2(middle, y)]);
                caret(ui, t, pos2(x + toward * 8.0, y), up, count);
            }
        }
    }
    let top = knots.iter().copied().fold(f32::INFINITY, f32::min);
    let bottom = knots.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if top < bottom {
        line(ui, t, [pos2(middle, top), pos2(middle, bottom)]);
    }
}

fn line(ui: &Ui, t: &Tokens, ends: [Pos2; 2]) {
    ui.painter().line_segment(ends, Stroke::new(1.0, t.accent));
}

/// Points to where threads end out of view, and says how many.
fn caret(ui: &Ui, t: &Tokens, at: Pos2, up: bool, count: usize) {
    let Pos2 { x, y } = at;
    let (base, tip) = if up { (y + 3.0, y - 3.0) } else { (y - 3.0, y + 3.0) };
    let points = vec![pos2(x - 5.0, base), pos2(x, tip), pos2(x + 5.0, base)];
    ui.painter().rect_filled(Rect::from_center_size(pos2(x, y), vec2(12.0, 10.0)), 0.0, t.paper);
    ui.painter().add(Shape::convex_polygon(points, t.accent, Stroke::NONE));
    let beyond_base = y + if up { 11.0 } else { -11.0 };
    let number = pos2(x, beyond_base);
    ui.painter().text(number, Align2::CENTER_CENTER, count.to_string(), Type::Caption.font(), t.accent);
}
