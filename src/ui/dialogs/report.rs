//! What a dialog says of work while it goes on, and where it failed.

use egui::{Label, ProgressBar, Ui};

use crate::analysis::checks::Outcome;
use crate::briefing::Message;
use crate::briefing::visible::shown;
use crate::message;
use crate::ui::parts::mark;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::words::Words;

/// A message as a sentence.
pub fn sentence(said: &Message, words: &Words) -> String {
    let said = words.sentence_case(&words.say(said));
    words.say(&message!(dialogs::sentence, said = said))
}

/// Draws how far something is.
pub fn progress_ui(ui: &mut Ui, what: &str, fraction: f32) {
    let t = tokens_of(ui);
    ui.horizontal(|ui| {
        ui.add(ProgressBar::new(fraction).desired_width(160.0).desired_height(8.0).fill(t.accent))
            .accessible_name(what);
        ui.add(Label::new(Type::Body.text(what, t.ink2)).truncate());
    });
}

/// Draws why something was not made, and has it read out.
pub fn problem_ui(ui: &mut Ui, why: &str) {
    let t = tokens_of(ui);
    let why = shown(why);
    ui.horizontal_top(|ui| {
        mark(ui, Outcome::Warn);
        let label = ui.add(Label::new(Type::Body.text(&*why, t.ink)).wrap());
        alert(ui, &label, &why, true);
    });
}
