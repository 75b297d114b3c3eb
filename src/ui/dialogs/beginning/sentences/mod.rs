//! The second step: where the sentences of the document end. They stand in a list, and beside it the paragraph that the one
//! at hand is in, with the place at which it would be split.

mod deeds;
mod list;
mod looking;
mod pane;

use egui::{Align, Label, Layout, Rect, Ui, pos2};

pub use self::looking::Looking;
use super::wizard::Wizard;
use super::{Intent, Scene};
use crate::export::origins::{ChoiceSpec, ENCODING};
use crate::import::table::ENCODINGS;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{choice_menu, within};

const GUTTER: f32 = 20.0;
/// From this width on the paragraph stands beside the list, else below it.
const BESIDE: f32 = 600.0;

/// The encoding of a text that says none.
const LINE: f32 = 32.0;

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, body: Rect) -> Option<Intent> {
    let along = Layout::left_to_right(Align::Center);
    let line = Rect::from_min_max(body.min, pos2(body.right(), body.top() + LINE));
    let (intent, body) = match wizard.encoding() {
        Some(encoding) => {
            let picked = within(ui, line, along, |ui| encoding_ui(ui, scene, &encoding));
            (picked.map(Intent::Encoding), body.with_min_y(line.bottom()))
        }
        None => (None, body),
    };
    let Some((_, proof)) = &mut wizard.proof else { return intent };
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
    intent
}

/// Draws in which encoding a text was read that says none itself. Returns another, if one is chosen.
fn encoding_ui(ui: &mut Ui, scene: &Scene<'_>, encoding: &str) -> Option<&'static str> {
    let (t, words) = (tokens_of(ui), scene.words);
    let choice = ChoiceSpec::find(ENCODING);
    ui.label(Type::Caption.text(words.say(&choice.label), t.ink2));
    let at = ENCODINGS.iter().position(|known| known.eq_ignore_ascii_case(encoding));
    // What is guessed may be none of the usual ones.
    let own = at.is_none().then_some(encoding);
    let options: Vec<&str> = own.into_iter().chain(ENCODINGS.iter().copied()).collect();
    let picked = choice_menu(ui, &words.say(&choice.does), &options, at.unwrap_or_default(), |name| (*name).to_owned());
    let said = words.say(&message!(new_briefing::encoding_guessed));
    ui.add(Label::new(Type::Caption.text(said, t.muted)).truncate());
    let picked = picked.and_then(|picked| options.get(picked))?;
    ENCODINGS.iter().find(|known| *known == picked).copied()
}
