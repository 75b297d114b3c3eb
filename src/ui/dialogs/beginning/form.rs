//! The dialog as it is drawn: its head with the steps, the step that is open, what is said, and its buttons, each in a place
//! of its own whatever is in the others.

use egui::{Align, Key, Layout, Modifiers, Rect, Sense, Ui, pos2, vec2};

use super::wizard::{Step, Wizard};
use super::{Intent, Scene, about, document, folder, foot, report, sentences, strip};
use crate::message;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::{dialog as dialog_widget, heading, within};

/// Its size where there is room, with the margins of the dialog.
const WIDTH: f32 = 880.0;
const HEIGHT: f32 = 620.0;
/// The margins of the dialog itself.
const MARGINS: f32 = 40.0;
const HEAD: f32 = 28.0;
const STRIP: f32 = 32.0;
const GAP: f32 = 12.0;
/// Two lines of what is said.
const SAID: f32 = 40.0;
const FOOT: f32 = 28.0;

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &Ui, scene: &Scene<'_>, wizard: &mut Wizard, is_choosing: bool) -> Option<Intent> {
    let window = ui.ctx().content_rect().size();
    let around = if window.x < layout::FOLD { 24.0 } else { 72.0 };
    let size = vec2(WIDTH.min(window.x - around - MARGINS), HEIGHT.min(window.y - 24.0) - MARGINS);
    let title = scene.words.say(&message!(new_briefing::title));
    let mut intent = None;
    let modal = dialog_widget(ui, "beginning", &title, size.x, |ui| {
        let (whole, _) = ui.allocate_exact_size(size, Sense::empty());
        let (down, along) = (Layout::top_down(Align::Min), Layout::left_to_right(Align::Center));
        let part = |top: f32, height: f32| Rect::from_min_size(pos2(whole.left(), top), vec2(size.x, height));
        within(ui, part(whole.top(), HEAD), down, |ui| heading(ui, Type::Lead, &title));
        let strip = part(whole.top() + HEAD, STRIP);
        let went =
            within(ui, strip.with_min_x(strip.left() - strip::PADDING), along, |ui| strip::ui(ui, scene, wizard));
        let line = strip.bottom() + 0.5;
        ui.painter().hline(whole.x_range(), line, (1.0, tokens_of(ui).hairline));
        let foot = part(whole.bottom() - FOOT, FOOT);
        let told = part(foot.top() - SAID - 4.0, SAID);
        let body = Rect::from_min_max(pos2(whole.left(), strip.bottom() + GAP), pos2(whole.right(), told.top() - 4.0));
        let goes_on = within(ui, body, down, |ui| {
            ui.shrink_clip_rect(body.expand(4.0));
            ui.add_enabled_ui(!wizard.is_busy(), |ui| step_ui(ui, scene, wizard, is_choosing, body)).inner
        });
        within(ui, told, down, |ui| report::ui(ui, scene, wizard));
        let pressed = within(ui, foot, along, |ui| foot::ui(ui, scene, wizard));
        let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let next = (by_key && !wizard.is_busy()).then_some(Intent::Next);
        intent = went.or(goes_on).or(pressed).or(next);
    });
    if modal.should_close() { Some(Intent::Close) } else { intent }
}

fn step_ui(ui: &mut Ui, scene: &Scene<'_>, wizard: &mut Wizard, is_choosing: bool, body: Rect) -> Option<Intent> {
    match wizard.step {
        Step::Document => document::ui(ui, scene, wizard, is_choosing),
        Step::Sentences => sentences::ui(ui, scene, wizard, body),
        Step::About => about::ui(ui, scene, wizard),
        Step::Folder => folder::ui(ui, scene, wizard, is_choosing),
    }
}
