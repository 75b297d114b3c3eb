//! The keyboard, and the thumb buttons of the mouse: what the frame is asked for by them.

use egui::{Context, Event, Key, Modifiers, PointerButton, RawInput, plugin::Plugin};

use super::actions::{Action, Scope, tab_shortcuts};
use super::desk::Command;
use super::frame::regions;
use super::tabs::Tabs;
use crate::ui::widgets::{Scrolled, grid};

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
            let mut shortcuts = tab_shortcuts(index).into_iter().flatten();
            if shortcuts.any(|shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut))) {
                commands.push(Command::Show(tab));
            }
        }
    }
    for action in Action::ALL {
        let reached = match action.scope() {
            Scope::Everywhere => true,
            Scope::Window => !focus.dialog,
            Scope::Page => !focus.dialog && !focus.field,
            Scope::Topmost => !focus.field && !menu || focus.dialog,
            Scope::Table | Scope::Chart | Scope::Pointed | Scope::Sentences | Scope::Suggestions => false,
        };
        if reached && action.taken(ctx) {
            commands.push(Command::Act(*action));
        }
    }
    if !focus.dialog {
        if !focus.field && !menu {
            scrolled(ctx);
        }
        // As in a browser.
        let thumbs = [(PointerButton::Extra1, Action::Back), (PointerButton::Extra2, Action::Forward)];
        let pressed = thumbs.into_iter().filter(|(button, _)| ctx.input(|input| input.pointer.button_pressed(*button)));
        commands.extend(pressed.map(|(_, action)| Command::Act(action)));
    }
    commands
}

/// Scrolls by pages where nothing else hears the keys: a table walks by its rows, and Space presses what has the keyboard.
fn scrolled(ctx: &Context) {
    // A part of the window that was gone to scrolls as if nothing had the keyboard.
    let nobody = ctx.memory(|memory| memory.focused().is_none()) || regions::is_at_one(ctx);
    if !nobody {
        return;
    }
    let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    let back = pressed(Modifiers::SHIFT, Key::Space) || pressed(Modifiers::NONE, Key::PageUp);
    let on = pressed(Modifiers::NONE, Key::Space) || pressed(Modifiers::NONE, Key::PageDown);
    if pressed(Modifiers::NONE, Key::Home) {
        Scrolled::by_pages(ctx, f32::NEG_INFINITY);
    } else if pressed(Modifiers::NONE, Key::End) {
        Scrolled::by_pages(ctx, f32::INFINITY);
    } else if back || on {
        Scrolled::by_pages(ctx, if back { -1.0 } else { 1.0 });
    }
}

/// Turns the keys that ask for the menu of what has the keyboard into what the pointer would have done, before a frame
/// begins.
#[derive(Debug, Default)]
pub struct MenuKeys {
    /// Whether Alt is held and nothing else was pressed meanwhile.
    alt_alone: bool,
    /// Whether anything was held before what is held now.
    held: bool,
}

impl Plugin for MenuKeys {
    fn debug_name(&self) -> &'static str {
        "menu-keys"
    }

    fn input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        menu_keys(ctx, raw);
        self.alt(raw);
    }
}

impl MenuKeys {
    /// Makes Alt, pressed and let go by itself, the key that opens the menu.
    fn alt(&mut self, raw: &mut RawInput) {
        let mut asked = false;
        for event in &raw.events {
            match event {
                Event::ModifiersChanged(held) => {
                    asked |= !held.alt && self.alt_alone;
                    self.alt_alone = *held == Modifiers::ALT && !self.held;
                    self.held = held.any();
                }
                // The key itself, which says no more than what is held.
                Event::Key { key: Key::AltLeft | Key::AltRight, .. } => {}
                Event::Key { .. }
                | Event::Text(_)
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
                | Event::WindowFocused(_) => (asked, self.alt_alone) = (false, false),
                _ => {}
            }
        }
        if asked {
            let key = |pressed| Event::Key {
                key: Key::F10,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers: Modifiers::NONE,
            };
            raw.events.extend([key(true), key(false)]);
        }
    }
}

fn menu_keys(ctx: &Context, raw: &mut RawInput) {
    let asks = |event: &Event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
        *key == Key::Menu && !modifiers.any() || *key == Key::F10 && modifiers.shift_only()
    };
    if !raw.events.iter().any(asks) {
        return;
    }
    raw.events.retain(|event| !asks(event));
    let Some(pos) = focused_at(ctx) else { return };
    let button =
        |pressed| Event::PointerButton { pos, button: PointerButton::Secondary, pressed, modifiers: Modifiers::NONE };
    raw.events.extend([Event::PointerMoved(pos), button(true), button(false)]);
}

/// Where what has the keyboard stands: of a table the row.
fn focused_at(ctx: &Context) -> Option<egui::Pos2> {
    let id = ctx.memory(egui::Memory::focused)?;
    let rect = grid::row_with_keyboard(ctx, id).or_else(|| Some(ctx.read_response(id)?.rect))?;
    Some(rect.intersect(ctx.content_rect()).center())
}
