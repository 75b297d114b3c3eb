//! The keys that the list names.

use egui::{Key, KeyboardShortcut, Modifiers};

/// The keys that open the tab at an index, the first being those that are shown; none for a tab after the ninth.
pub fn tab_shortcuts(index: usize) -> Option<[KeyboardShortcut; 2]> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.get(index).map(|key| [shortcut(CTRL, *key), shortcut(ALT, *key)])
}

/// Copying, which arrives as the event that every platform sends for it.
pub const COPY: KeyboardShortcut = shortcut(CTRL, Key::C);

/// With Ctrl, or what the platform has for it.
pub const CTRL: Modifiers = Modifiers::COMMAND;
/// With Ctrl and Shift.
pub const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
/// With Ctrl and Alt.
pub const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
/// With Alt.
pub const ALT: Modifiers = Modifiers::ALT;
/// With Shift.
pub const SHIFT: Modifiers = Modifiers::SHIFT;
/// A key alone.
pub const PLAIN: Modifiers = Modifiers::NONE;

/// A key with its modifiers.
pub const fn shortcut(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}
