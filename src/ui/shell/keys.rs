//! The keyboard: every shortcut once, for doing and for showing.

use egui::{Context, Key, KeyboardShortcut, Modifiers, PointerButton, ThemePreference, Ui};

use super::desk::{Command, Form, Tab};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{hairline, heading};

/// Copy what the open tab shows.
pub const COPY_SHOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);

struct Shortcut {
    keys: KeyboardShortcut,
    command: Command,
    /// What it does, for the list; further keys of one row have none.
    label: &'static str,
}

fn shortcuts() -> Vec<Shortcut> {
    let new = |modifiers, key, command, label| Shortcut { keys: KeyboardShortcut::new(modifiers, key), command, label };
    vec![
        new(Modifiers::ALT, Key::Num1, Command::Show(Tab::Summary), "Summary"),
        new(Modifiers::ALT, Key::Num2, Command::Show(Tab::Members), "Members"),
        new(Modifiers::ALT, Key::Num3, Command::Show(Tab::Trade), "Trade"),
        new(Modifiers::ALT, Key::Num4, Command::Show(Tab::Sources), "Sources & checks"),
        new(Modifiers::ALT, Key::ArrowLeft, Command::Back, "Back"),
        new(Modifiers::ALT, Key::ArrowRight, Command::Forward, "Forward"),
        new(Modifiers::COMMAND, Key::F, Command::Find, "Find in the summary, search members or checks"),
        new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::C,
            Command::CopySelection(Form::Plain),
            "Copy with citation",
        ),
        // Before the shorter one, which would take its keys too.
        Shortcut { keys: COPY_SHOWN, command: Command::CopyShown, label: "Copy the table of the tab" },
        new(Modifiers::COMMAND, Key::E, Command::Export, "Export"),
        new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::P,
            Command::DrawShown,
            "Copy the chart or the map as a picture",
        ),
        new(Modifiers::COMMAND, Key::O, Command::ChooseFolder, "Open a briefing"),
        new(Modifiers::COMMAND, Key::R, Command::Reload, "Read the open folder again"),
        new(Modifiers::COMMAND, Key::I, Command::ToggleInspector, "Open or close the inspector"),
        new(Modifiers::NONE, Key::Escape, Command::Dismiss, "Close what is on top"),
        new(Modifiers::COMMAND, Key::Plus, Command::ZoomIn, "Larger"),
        new(Modifiers::COMMAND, Key::Equals, Command::ZoomIn, ""),
        new(Modifiers::COMMAND, Key::Minus, Command::ZoomOut, "Smaller"),
        new(Modifiers::COMMAND, Key::Num0, Command::ZoomReset, "100 %"),
        new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::L,
            Command::SetTheme(ThemePreference::Light),
            "Light theme",
        ),
        new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D, Command::SetTheme(ThemePreference::Dark), "Dark theme"),
        new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::S,
            Command::SetTheme(ThemePreference::System),
            "The system’s theme",
        ),
        new(Modifiers::NONE, Key::F1, Command::ToggleKeys, "These keys"),
    ]
}

/// What holds the keyboard besides the window.
#[derive(Clone, Copy, Debug)]
pub struct Focus {
    /// A text field, which Escape only leaves.
    pub field: bool,
    /// A dialog, behind which nothing may happen.
    pub dialog: bool,
}

/// The commands whose keys were pressed.
pub fn pressed(ctx: &Context, focus: Focus) -> Vec<Command> {
    let menu = egui::Popup::is_any_open(ctx);
    let asked = |shortcut: &Shortcut| {
        let reached = match shortcut.command {
            Command::Dismiss => !focus.field && !menu || focus.dialog,
            Command::ToggleKeys | Command::SetTheme(_) | Command::ZoomIn | Command::ZoomOut | Command::ZoomReset => {
                true
            }
            _ => !focus.dialog,
        };
        reached && ctx.input_mut(|input| input.consume_shortcut(&shortcut.keys))
    };
    let mut commands: Vec<Command> = shortcuts().into_iter().filter(asked).map(|shortcut| shortcut.command).collect();
    if focus.dialog {
        return commands;
    }
    // The thumb buttons of a mouse, as in a browser.
    ctx.input(|input| {
        if input.pointer.button_pressed(PointerButton::Extra1) {
            commands.push(Command::Back);
        }
        if input.pointer.button_pressed(PointerButton::Extra2) {
            commands.push(Command::Forward);
        }
    });
    commands
}

/// Draws the list of keys.
pub fn ui(ui: &mut Ui) {
    let t = tokens_of(ui);
    heading(ui, Type::Lead, "Keys");
    ui.add_space(4.0);
    let moving = [
        ("Tab", "Next control"),
        ("Enter", "Press, or open in the inspector"),
        ("Arrows, Home, End", "Along a table, from cell to cell"),
        ("Letters", "In a table, to a name"),
    ];
    let mut rows: Vec<(String, &str)> = moving.map(|(keys, label)| (keys.to_owned(), label)).to_vec();
    for (shortcut, label) in crate::ui::tabs::members::COPY_KEYS {
        rows.push((ui.ctx().format_shortcut(&shortcut), label));
    }
    for shortcut in shortcuts().into_iter().filter(|shortcut| !shortcut.label.is_empty()) {
        rows.push((ui.ctx().format_shortcut(&shortcut.keys), shortcut.label));
    }
    let height = ui.ctx().content_rect().height() - 120.0;
    egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for (keys, label) in rows {
            hairline(ui);
            ui.horizontal(|ui| {
                ui.label(Type::Body.text(label, t.ink));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(Type::Caption.mono(keys, t.ink2));
                });
            });
        }
    });
}
