//! What can be done with the sentence at hand, as buttons.

use egui::{Align, Layout, Rect, Ui};

use super::Looking;
use super::looking::Deed;
use crate::import::document::Proof;
use crate::ui::widgets::{ControlRows, button, within};
use crate::words::Words;

/// The room for them: two rows.
pub const HEIGHT: f32 = 62.0;

/// Draws them, and does what is pressed.
pub fn ui(ui: &mut Ui, words: &Words, proof: &mut Proof, looking: &mut Looking, room: Rect) {
    within(ui, room, Layout::top_down(Align::Min), |ui| {
        let mut rows = ControlRows::new(ui);
        for (deed, action) in Deed::ALL {
            let can = looking.can(proof, deed);
            let mut pressed = false;
            rows.add(ui, action.key(), |ui| {
                ui.add_enabled_ui(can, |ui| {
                    let tooltip = words.say(&action.tooltip(ui.ctx()));
                    pressed = button(ui, None, &words.say(&action.label())).on_hover_text(tooltip).clicked();
                });
            });
            if pressed {
                looking.act(proof, deed);
            }
        }
        rows.end(ui);
    });
}
