//! The list of keys.

use crate::briefing::Message;
use crate::label;
use crate::message;
use egui::{Align, Layout, ScrollArea, Ui};

use crate::ui::shell::actions::{Action, Scope};
use crate::ui::shell::tabs::Tabs;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, hairline, heading, text_at_right};
use crate::words::Words;

/// What the keyboard does in every window of this kind.
const MOVING: [(Message, Message); 3] = [
    (label!(shell::key_tab), label!(shell::key_tab_does)),
    (label!(shell::key_enter), label!(shell::key_enter_does)),
    (label!(shell::key_letters), label!(shell::key_letters_does)),
];

/// How wide the list is where there is room.
pub const WIDTH: f32 = 400.0;

/// Draws the list. Returns whether the reader closes it.
pub fn ui(ui: &mut Ui, words: &Words, tabs: &Tabs) -> bool {
    heading(ui, Type::Lead, &words.say(&message!(shell::keys)));
    ui.add_space(4.0);
    let height = ui.ctx().content_rect().height() - 156.0;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for (keys, does) in MOVING {
            row_ui(ui, &words.say(&keys), &words.say(&does));
        }
        for (tab, _) in tabs.iter() {
            if let Some(keys) = tabs.keys(ui.ctx(), tab) {
                row_ui(ui, &keys, &words.say(&tab.spec().label));
            }
        }
        let scopes: [(Option<Message>, &[Scope]); 5] = [
            (None, &[Scope::Window, Scope::Page, Scope::Topmost, Scope::Pointed, Scope::Everywhere]),
            (Some(message!(shell::keys_in_table)), &[Scope::Table]),
            (Some(message!(shell::keys_in_chart)), &[Scope::Chart]),
            (Some(message!(shell::keys_in_sentences)), &[Scope::Sentences]),
            (Some(message!(shell::keys_in_suggestions)), &[Scope::Suggestions]),
        ];
        for (head, scopes) in scopes {
            if let Some(head) = head {
                ui.add_space(12.0);
                heading(ui, Type::Body, &words.say(&head));
            }
            for action in Action::ALL.iter().filter(|action| scopes.contains(&action.scope())) {
                if let Some(keys) = action.keys(ui.ctx()) {
                    row_ui(ui, &keys, &words.say(&action.does()));
                }
            }
        }
    });
    ui.add_space(8.0);
    button(ui, None, &words.say(&message!(actions::dismiss))).clicked()
}

fn row_ui(ui: &mut Ui, keys: &str, does: &str) {
    let t = tokens_of(ui);
    hairline(ui);
    ui.horizontal(|ui| {
        // The keys stand whole; what they do has as many lines as it needs.
        text_at_right(ui, Type::Caption.mono(keys, t.ink2), |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
                ui.label(Type::Body.text(does, t.ink));
            });
        });
    });
}
