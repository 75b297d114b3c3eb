//! The dialog as it is drawn: the list at the left, the one at hand beside it, its buttons below, each in a place of its own.

use egui::{Align, Label, Layout, Rect, Sense, Ui, pos2, vec2};

use super::kinds::KINDS;
use super::{Intent, SuggestionsDialog, beside, list};
use crate::briefing::Message;
use crate::message;
use crate::ui::dialogs::report::problem_ui;
use crate::ui::shell::actions::Action;
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{
    WalkedList, at_right, button, choice_menu, dialog as dialog_widget, heading, quiet_button, within,
};
use crate::words::Words;

const WIDTH: f32 = 880.0;
const HEIGHT: f32 = 620.0;
const MARGINS: f32 = 40.0;
const HEAD: f32 = 28.0;
const FILTER: f32 = 32.0;
/// One line of what is said, and two of what went wrong.
const SAID: f32 = 40.0;
const FOOT: f32 = 28.0;
const GUTTER: f32 = 24.0;
/// From this width on the one at hand stands beside the list, else below it.
const BESIDE: f32 = 600.0;

/// Draws it. Returns what the reader wants.
pub fn ui(ui: &Ui, words: &Words, dialog: &mut SuggestionsDialog) -> Option<Intent> {
    let window = ui.ctx().content_rect().size();
    let around = if window.x < layout::FOLD { 24.0 } else { 72.0 };
    let size = vec2(WIDTH.min(window.x - around - MARGINS), HEIGHT.min(window.y - 24.0) - MARGINS);
    let title = words.say(&message!(suggest::title));
    let mut intent = None;
    let modal = dialog_widget(ui, "suggestions", &title, size.x, |ui| {
        let (whole, _) = ui.allocate_exact_size(size, Sense::empty());
        let (down, along) = (Layout::top_down(Align::Min), Layout::left_to_right(Align::Center));
        let part = |top: f32, height: f32| Rect::from_min_size(pos2(whole.left(), top), vec2(size.x, height));
        within(ui, part(whole.top(), HEAD), down, |ui| heading(ui, Type::Lead, &title));
        let filter = part(whole.top() + HEAD, FILTER);
        let chosen = within(ui, filter, along, |ui| filter_ui(ui, words, dialog));
        ui.painter().hline(whole.x_range(), filter.bottom() + 0.5, (1.0, tokens_of(ui).hairline));
        let foot = part(whole.bottom() - FOOT, FOOT);
        let told = part(foot.top() - SAID - 4.0, SAID);
        let body = Rect::from_min_max(pos2(whole.left(), filter.bottom() + 8.0), pos2(whole.right(), told.top() - 4.0));
        let by_key = keys(ui, dialog);
        body_ui(ui, words, dialog, body);
        within(ui, told, down, |ui| said_ui(ui, words, dialog));
        let pressed = within(ui, foot, along, |ui| foot_ui(ui, words, dialog));
        intent = chosen.or(by_key).or(pressed);
    });
    if modal.should_close() { Some(Intent::Close) } else { intent }
}

/// What the keys ask for: Enter only where the list has the keyboard, since it presses what else has it.
fn keys(ui: &Ui, dialog: &SuggestionsDialog) -> Option<Intent> {
    if egui::Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let take = if WalkedList::has_focus(ui, list::id()) {
        Action::TakeSuggestion.pressed(ui)
    } else {
        ui.input_mut(|input| input.consume_shortcut(&Action::TakeSuggestion.shortcuts()[0]))
    };
    match (take, Action::RefuseSuggestion.pressed(ui), Action::UndoSuggestion.pressed(ui)) {
        (true, ..) => Some(Intent::Take),
        (_, true, _) => Some(Intent::Refuse),
        (_, _, true) if dialog.can_undo() => Some(Intent::Undo),
        _ => None,
    }
}

/// Draws the kind that is shown, and how many are left.
fn filter_ui(ui: &mut Ui, words: &Words, dialog: &SuggestionsDialog) -> Option<Intent> {
    let t = tokens_of(ui);
    let all = [(None, message!(suggest::all))].into_iter();
    let options: Vec<(Option<&'static str>, Message)> =
        all.chain(KINDS.iter().map(|(key, name)| (Some(*key), name.clone()))).collect();
    let at = options.iter().position(|(key, _)| *key == dialog.kind).unwrap_or_default();
    let spoken = words.say(&message!(suggest::kind));
    let picked = choice_menu(ui, &spoken, &options, at, |(key, name)| {
        words.say(&message!(suggest::kind_count, kind = name, count = dialog.count(*key)))
    });
    let (taken, refused) = dialog.decided();
    let counted = message!(suggest::counted, left = dialog.count(None), taken = taken, refused = refused);
    let counted = words.say(&counted);
    announce_change(ui, "suggestions", &counted);
    at_right(ui, "counted", |ui| {
        if dialog.offers.is_some() {
            ui.label(Type::Caption.text(&counted, t.ink2));
        }
    });
    picked.and_then(|picked| options.get(picked)).map(|(key, _)| Intent::Show(*key))
}

fn body_ui(ui: &mut Ui, words: &Words, dialog: &mut SuggestionsDialog, body: Rect) {
    let t = tokens_of(ui);
    let (list, beside) = if body.width() >= BESIDE {
        let (list, rest) = body.split_left_right_at_x(body.left() + body.width() * 0.46);
        (list, rest.with_min_x(rest.left() + GUTTER))
    } else {
        let (list, rest) = body.split_top_bottom_at_y(body.top() + body.height() * 0.46);
        (list, rest.with_min_y(rest.top() + 8.0))
    };
    let down = Layout::top_down(Align::Min);
    within(ui, list, down, |ui| list::ui(ui, words, dialog));
    // Where nothing is listed it is said across both; the list stays, for it keeps the keyboard.
    let Some(offer) = dialog.offer() else {
        within(ui, body, down, |ui| ui.label(Type::Body.text(words.say(&why_empty(dialog)), t.ink2)));
        return;
    };
    within(ui, beside, down, |ui| beside::ui(ui, words, offer));
}

/// Why nothing is listed.
fn why_empty(dialog: &SuggestionsDialog) -> Message {
    let is_undecided = dialog.past.is_empty() && dialog.decided().1 == 0;
    match (&dialog.offers, dialog.count(None), is_undecided) {
        (None, ..) => message!(suggest::looking),
        (_, 0, true) => message!(suggest::nothing),
        (_, 0, false) => message!(suggest::done),
        _ => message!(suggest::nothing_of_kind),
    }
}

/// Draws what went wrong, else what all of it is.
fn said_ui(ui: &mut Ui, words: &Words, dialog: &SuggestionsDialog) {
    if let Some(why) = &dialog.problem {
        problem_ui(ui, why);
    } else {
        let why = words.say(&message!(suggest::why));
        ui.add(Label::new(Type::Caption.text(why, tokens_of(ui).muted)).wrap());
    }
}

fn foot_ui(ui: &mut Ui, words: &Words, dialog: &SuggestionsDialog) -> Option<Intent> {
    let mut intent = None;
    let has_one = dialog.offer().is_some();
    for (action, can, wants) in [
        (Action::TakeSuggestion, has_one, Intent::Take),
        (Action::RefuseSuggestion, has_one, Intent::Refuse),
        (Action::UndoSuggestion, dialog.can_undo(), Intent::Undo),
    ] {
        let pressed = ui.add_enabled_ui(can, |ui| {
            let tooltip = words.say(&action.tooltip(ui.ctx()));
            button(ui, None, &words.say(&action.label())).on_hover_text(tooltip).clicked()
        });
        if pressed.inner {
            intent = Some(wants);
        }
    }
    let has_refused = dialog.decided().1 > 0;
    let back = ui.add_enabled_ui(has_refused, |ui| {
        let does = words.say(&message!(suggest::bring_back_does));
        button(ui, None, &words.say(&message!(suggest::bring_back))).on_hover_text(does).clicked()
    });
    if back.inner {
        intent = Some(Intent::BringBack);
    }
    at_right(ui, "close", |ui| {
        if quiet_button(ui, None, &words.say(&message!(suggest::close))).clicked() {
            intent = Some(Intent::Close);
        }
    });
    intent
}
