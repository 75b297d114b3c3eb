//! What is said of the step that is open: how far something is, or what stands in the way.

use egui::{Label, ProgressBar, Ui};

use super::Scene;
use super::wizard::{Origin, Step, Wizard};
use crate::analysis::checks::Outcome;
use crate::briefing::visible::shown;
use crate::message;
use crate::ui::parts::mark;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;

/// Draws it in the room that is kept for it.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &Wizard) {
    let t = tokens_of(ui);
    if let Some(fraction) = wizard.slow(ui.ctx()) {
        let what = match (wizard.step, wizard.origin) {
            (Step::Document, Origin::Text) => message!(new_briefing::reading_text),
            (Step::Document, _) => message!(new_briefing::reading, name = shown(&wizard.path).into_owned()),
            _ => message!(new_briefing::making),
        };
        let what = scene.words.say(&what);
        ui.horizontal(|ui| {
            let bar = ProgressBar::new(fraction).desired_width(160.0).desired_height(8.0).fill(t.accent);
            ui.add(bar).accessible_name(&what);
            ui.add(Label::new(Type::Body.text(&what, t.ink2)).truncate());
        });
    } else if let Some(why) = &wizard.problem {
        let why = shown(why);
        ui.horizontal_top(|ui| {
            mark(ui, Outcome::Warn);
            let label = ui.add(Label::new(Type::Body.text(&*why, t.ink)).wrap());
            alert(ui, &label, &why, true);
        });
    } else if wizard.step == Step::Sentences {
        ui.add(
            Label::new(Type::Caption.text(scene.words.say(&message!(new_briefing::sentences_keys)), t.muted)).wrap(),
        );
    }
}
