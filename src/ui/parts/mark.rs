//! The marks of verdicts, checks and statuses beside their words.

use egui::{Rect, Sense, Ui, vec2};

use crate::briefing::{StatusShape, Verdict};
use crate::drawing::marks::Mark;
use crate::ui::paint::paint_shapes;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};

/// The size of a mark in a row of text.
const MARK: f32 = 16.0;
/// The size of the shape of a status there.
const STATUS: f32 = 12.0;

/// Draws the mark of a verdict or a check; its word stands beside it.
pub fn mark(ui: &mut Ui, mark: impl Into<Mark>) {
    let (rect, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::empty());
    paint_mark(ui, rect, mark);
}

/// Draws the shape of a status; its name stands beside it.
pub fn status_shape(ui: &mut Ui, shape: StatusShape) {
    let (rect, _) = ui.allocate_exact_size(vec2(STATUS, STATUS), Sense::empty());
    paint_mark(ui, rect, shape);
}

/// Paints a mark into a square that is allocated already.
pub fn paint_mark(ui: &Ui, rect: Rect, mark: impl Into<Mark>) {
    let side = rect.width();
    paint_shapes(ui, &mark.into().shapes([side / 2.0; 2], side), rect.min);
}

/// Draws the mark and the word of a verdict.
pub fn verdict_label(ui: &mut Ui, desk: &mut Desk<'_>, verdict: Verdict) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        mark(ui, verdict);
        desk.finder.label(ui, &desk.words.say(&verdict.name()), Type::Body.format(tokens_of(ui).ink));
    });
}
