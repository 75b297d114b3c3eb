//! What is said of the step that is open: how far something is, or what stands in the way.

use egui::{Label, Ui};

use super::Scene;
use super::wizard::{Step, Wizard};
use crate::briefing::visible::shown;
use crate::export::origins::Origin;
use crate::import::document::DayOf;
use crate::message;
use crate::ui::dialogs::report::{problem_ui, progress_ui};
use crate::ui::theme::{Type, tokens_of};

/// Draws it in the room that is kept for it.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &Wizard) {
    if let Some(fraction) = wizard.slow(ui.ctx()) {
        let what = match (wizard.step, wizard.origin) {
            (Step::Document | Step::Sentences, Origin::Text) => message!(new_briefing::reading_text),
            (Step::Document, Origin::Like) => message!(new_briefing::reading, name = shown(&wizard.like).into_owned()),
            (Step::Document | Step::Sentences, _) => {
                message!(new_briefing::reading, name = shown(&wizard.path).into_owned())
            }
            _ => message!(new_briefing::making),
        };
        progress_ui(ui, &scene.words.say(&what), fraction);
    } else if let Some(why) = &wizard.problem {
        problem_ui(ui, why);
    } else if wizard.step == Step::Sentences {
        let keys = scene.words.say(&message!(new_briefing::sentences_keys));
        ui.add(Label::new(Type::Caption.text(keys, tokens_of(ui).muted)).wrap());
    } else if wizard.step == Step::About
        && wizard.about.published.trim().is_empty()
        && let Some(said) = wizard.day.and_then(DayOf::remark).filter(|_| wizard.origin.is_read())
    {
        ui.add(Label::new(Type::Caption.text(scene.words.say(&said), tokens_of(ui).muted)).wrap());
    }
}
