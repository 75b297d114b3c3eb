//! The keyboard, and the thumb buttons of the mouse: what the frame is asked for by them.

use egui::{Context, PointerButton};

use super::actions::{Action, Scope, tab_shortcut};
use super::desk::Command;
use super::tabs::Tabs;

/// What holds the keyboard besides the window.
#[derive(Clone, Copy, Debug)]
pub struct Focus {
    /// A text field, which Escape only leaves.
    pub field: bool,
    /// A dialog, behind which nothing may happen.
    pub dialog: bool,
}

/// What was asked for since the last frame.
pub fn pressed(ctx: &Context, focus: Focus, tabs: &Tabs) -> Vec<Command> {
    let menu = egui::Popup::is_any_open(ctx);
    let mut commands = Vec::new();
    if !focus.dialog {
        for (index, (tab, _)) in tabs.iter().enumerate() {
            let shortcut = tab_shortcut(index);
            if shortcut.is_some_and(|shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut))) {
                commands.push(Command::Show(tab));
            }
        }
    }
    for action in Action::ALL {
        let reached = match action.scope() {
            Scope::Everywhere => true,
            Scope::Window => !focus.dialog,
            Scope::Topmost => !focus.field && !menu || focus.dialog,
            Scope::Table | Scope::Chart => false,
        };
        if reached && action.taken(ctx) {
            commands.push(Command::Act(*action));
        }
    }
    if !focus.dialog {
        // As in a browser.
        let thumbs = [(PointerButton::Extra1, Action::Back), (PointerButton::Extra2, Action::Forward)];
        let pressed = thumbs.into_iter().filter(|(button, _)| ctx.input(|input| input.pointer.button_pressed(*button)));
        commands.extend(pressed.map(|(_, action)| Command::Act(action)));
    }
    commands
}
