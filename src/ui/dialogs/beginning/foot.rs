//! The buttons at the foot, each where it is in every step.

use egui::Ui;

use super::wizard::{Step, Wizard};
use super::{Intent, Scene};
use crate::message;
use crate::ui::widgets::{at_right, button, quiet_button};

/// Draws them. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &Wizard) -> Option<Intent> {
    let words = scene.words;
    let mut intent = None;
    let (before, is_busy) = (wizard.before(), wizard.is_busy());
    let back = ui.add_enabled_ui(before.is_some() && !is_busy, |ui| {
        button(ui, None, &words.say(&message!(new_briefing::back))).clicked()
    });
    if back.inner {
        intent = before.map(Intent::Go);
    }
    let name = match wizard.step {
        Step::Folder => message!(new_briefing::make),
        _ => message!(new_briefing::next),
    };
    if ui.add_enabled_ui(!is_busy, |ui| button(ui, None, &words.say(&name)).clicked()).inner {
        intent = Some(Intent::Next);
    }
    at_right(ui, "end", |ui| {
        if wizard.is_begun() && quiet_button(ui, None, &words.say(&message!(new_briefing::begin_anew))).clicked() {
            intent = Some(Intent::Anew);
        }
        if quiet_button(ui, None, &words.say(&message!(new_briefing::cancel))).clicked() {
            intent = Some(if is_busy { Intent::Stop } else { Intent::Discard });
        }
    });
    intent
}
