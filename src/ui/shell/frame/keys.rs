//! The list of keys.

use egui::{Align, Layout, ScrollArea, Ui};

use crate::ui::shell::actions::{Action, Scope, tab_shortcut};
use crate::ui::tabs::TABS;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{hairline, heading};
use crate::words::Words;

/// What the keyboard does in every window of this kind.
const MOVING: [(&str, &str); 3] =
    [("Tab", "Next control"), ("Enter", "Press, or open in the inspector"), ("Letters", "In a table, to a name")];

/// Draws the list.
pub fn ui(ui: &mut Ui, words: &Words) {
    heading(ui, Type::Lead, "Keys");
    ui.add_space(4.0);
    let height = ui.ctx().content_rect().height() - 120.0;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for (keys, does) in MOVING {
            row_ui(ui, keys, does);
        }
        for (index, tab) in TABS.iter().enumerate() {
            if let Some(shortcut) = tab_shortcut(index) {
                row_ui(ui, &ui.ctx().format_shortcut(&shortcut), &words.say(&tab.label));
            }
        }
        let scopes: [(&str, &[Scope]); 3] = [
            ("", &[Scope::Window, Scope::Topmost, Scope::Everywhere]),
            ("In a table", &[Scope::Table]),
            ("In a chart", &[Scope::Chart]),
        ];
        for (head, scopes) in scopes {
            if !head.is_empty() {
                ui.add_space(12.0);
                heading(ui, Type::Body, head);
            }
            for action in Action::ALL.iter().filter(|action| scopes.contains(&action.scope())) {
                if let Some(keys) = action.keys(ui.ctx()) {
                    row_ui(ui, &keys, action.does());
                }
            }
        }
    });
}

fn row_ui(ui: &mut Ui, keys: &str, does: &str) {
    let t = tokens_of(ui);
    hairline(ui);
    ui.horizontal(|ui| {
        ui.label(Type::Body.text(does, t.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(Type::Caption.mono(keys, t.ink2));
        });
    });
}
