//! The threads between sentences, claims and checks: thin elbows across the gutters.

use egui::{Align2, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::ui::theme::{Tokens, Type, tokens_of};

/// The ends of threads in one column, and the part of the column that can be seen.
#[derive(Clone, Debug, Default)]
pub struct Ends {
    rows: Vec<Rect>,
    column: Option<Rect>,
    /// Whether the first end is brought into view: where something else has just been selected.
    follow: bool,
}

impl Ends {
    /// No ends yet; the first will be brought into view where `follow` says so.
    pub fn new(follow: bool) -> Self {
        Self { follow, ..Self::default() }
    }

    /// Adds a row that a thread ends at, in the column that is being drawn.
    pub fn add(&mut self, ui: &Ui, row: Rect) {
        if self.follow && self.rows.is_empty() {
            ui.scroll_to_rect(row, None);
        }
        self.rows.push(row);
        self.column = Some(ui.clip_rect());
    }

    /// Where threads end in view, and how many end above and below it.
    fn visible(&self) -> (Vec<Rect>, usize, usize) {
        let Some(column) = self.column else { return (Vec::new(), 0, 0) };
        let middle = |row: &Rect| row.center().y;
        let above = self.rows.iter().filter(|row| middle(row) < column.top()).count();
        let below = self.rows.iter().filter(|row| middle(row) > column.bottom()).count();
        (self.rows.iter().copied().filter(|row| column.y_range().contains(middle(row))).collect(), above, below)
    }
}

/// Draws the threads from the ends in one column to those in the next.
pub fn ui(ui: &Ui, left: &Ends, right: &Ends) {
    if left.rows.is_empty() || right.rows.is_empty() {
        return;
    }
    let (Some(from), Some(to)) = (edge(left, Rect::right), edge(right, Rect::left)) else { return };
    let t = tokens_of(ui);
    let middle = f32::midpoint(from, to).round() + 0.5;
    let mut knots: Vec<f32> = Vec::new();
    for (ends, x, toward) in [(left, from, 1.0), (right, to, -1.0)] {
        let (rows, above, below) = ends.visible();
        for row in rows {
            let y = row.center().y.round() + 0.5;
            line(ui, t, [pos2(x, y), pos2(middle, y)]);
            ui.painter().circle_filled(pos2(x, y), 3.0, t.accent);
            knots.push(y);
        }
        let Some(column) = ends.column else { continue };
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

/// The edge of a column that its threads leave from.
fn edge(ends: &Ends, side: impl Fn(&Rect) -> f32) -> Option<f32> {
    ends.rows.first().map(side)
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
