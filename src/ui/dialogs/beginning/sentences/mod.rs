//! The second step: where the sentences of the document end. They stand in a list, and beside it the paragraph that the one
//! at hand is in, with the place at which it would be split.

mod deeds;
mod list;
mod looking;
mod pane;

use egui::{Align, Layout, Rect, Ui};

pub use self::looking::Looking;
use super::Scene;
use super::wizard::Wizard;
use crate::ui::widgets::within;

const GUTTER: f32 = 20.0;
/// From this width on the paragraph stands beside the list, else below it.
const BESIDE: f32 = 600.0;

/// Draws it.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, body: Rect) {
    let Some((_, proof)) = &mut wizard.proof else { return };
    let looking = &mut wizard.looking;
    if std::mem::take(&mut wizard.wants_focus) {
        looking.enter(proof);
    }
    looking.listen(ui, proof);
    let (list, beside) = if body.width() >= BESIDE {
        let (list, rest) = body.split_left_right_at_x(body.left() + body.width() * 0.54);
        (list, rest.with_min_x(rest.left() + GUTTER))
    } else {
        let (list, rest) = body.split_top_bottom_at_y(body.top() + body.height() * 0.46);
        (list, rest.with_min_y(rest.top() + 8.0))
    };
    let down = Layout::top_down(Align::Min);
    within(ui, list, down, |ui| list::ui(ui, scene.words, proof, looking));
    within(ui, beside, down, |ui| pane::ui(ui, scene.words, proof, looking, beside));
}
