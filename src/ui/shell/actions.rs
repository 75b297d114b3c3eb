//! What a reader can do: one list, from which the shortcuts, the tooltips, the menus, the list of keys and the README's
//! table of keys come.
//!
//! An action is an entry here and, where the frame does it, an arm of `App::act`. What the keyboard does within a table
//! or a chart is in the list too; the table or the chart asks for it with [`Action::pressed`].

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers, Ui};

use crate::briefing::Message;
use crate::{label, message};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const ALT: Modifiers = Modifiers::ALT;
const PLAIN: Modifiers = Modifiers::NONE;

/// Copying, which arrives as the event that every platform sends for it.
const COPY: KeyboardShortcut = shortcut(CTRL, Key::C);

/// Where an action can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Wherever the keyboard is, over a dialog too.
    Everywhere,
    /// In the window, while no dialog is open.
    Window,
    /// Where something can be closed, and neither a text field nor a menu takes the key.
    Topmost,
    /// In a table that has the keyboard.
    Table,
    /// In a chart that has the keyboard.
    Chart,
}

/// What there is to do something with, at one moment.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by itself")]
pub struct Situation {
    /// A place to go back to.
    pub back: bool,
    /// A place to go forward to.
    pub forward: bool,
    /// A folder that the open briefing was read from.
    pub folder: bool,
    /// A briefing that is being loaded.
    pub loading: bool,
    /// A claim or a sentence that is selected.
    pub statement: bool,
    /// A document, of which a copy can be attached.
    pub document: bool,
    /// A copy of the document that is attached.
    pub attached: bool,
    /// A table on the open tab.
    pub table: bool,
    /// A chart or a map on the open tab.
    pub picture: bool,
}

/// An action as the list has it.
struct Entry {
    /// Its name for programs, which never changes.
    key: &'static str,
    /// Its name on a button and in a menu.
    label: fn() -> Message,
    /// What it does, for its tooltip and the list of keys.
    does: fn() -> Message,
    shortcuts: &'static [KeyboardShortcut],
    scope: Scope,
    possible: fn(&Situation) -> bool,
    /// What is said where it cannot be done.
    otherwise: Option<fn() -> Message>,
}

impl Entry {
    const WINDOW: Self = Self {
        key: "",
        label: || label!(actions::back),
        does: || label!(actions::back),
        shortcuts: &[],
        scope: Scope::Window,
        possible: |_| true,
        otherwise: None,
    };
    const EVERYWHERE: Self = Self { scope: Scope::Everywhere, ..Self::WINDOW };
    const TABLE: Self = Self { scope: Scope::Table, ..Self::WINDOW };
    const CHART: Self = Self { scope: Scope::Chart, ..Self::WINDOW };
}

const fn shortcut(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

macro_rules! actions {
    ($($action:ident = $entry:expr;)*) => {
        /// What a reader can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each says in the list what it does")]
        pub enum Action { $($action,)* }

        impl Action {
            /// All of them, in the order of the list of keys.
            pub const ALL: &'static [Self] = &[$(Self::$action,)*];

            const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$action => const { &$entry },)*
                }
            }
        }
    };
}

actions! {
    Back = Entry { key: "back", label: || label!(actions::back), does: || label!(actions::back), shortcuts: &[shortcut(ALT, Key::ArrowLeft)],
        possible: |now| now.back, ..Entry::WINDOW };
    Forward = Entry { key: "forward", label: || label!(actions::forward), does: || label!(actions::forward), shortcuts: &[shortcut(ALT, Key::ArrowRight)],
        possible: |now| now.forward, ..Entry::WINDOW };
    Find = Entry { key: "find", label: || label!(actions::find), does: || label!(actions::find_does),
        shortcuts: &[shortcut(CTRL, Key::F)], ..Entry::WINDOW };
    CopyStatement = Entry { key: "copy-statement", label: || label!(actions::copy_statement), does: || label!(actions::copy_statement),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::C)], possible: |now| now.statement,
        otherwise: Some(|| label!(actions::select_statement)), ..Entry::WINDOW };
    CopyStatementAsMarkdown = Entry { key: "copy-statement-as-markdown", label: || label!(actions::copy_statement_as_markdown),
        does: || label!(actions::copy_statement_as_markdown_does), possible: |now| now.statement,
        otherwise: Some(|| label!(actions::select_statement)), ..Entry::WINDOW };
    CopyTable = Entry { key: "copy-table", label: || label!(actions::copy_table), does: || label!(actions::copy_table_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::E)], possible: |now| now.table,
        otherwise: Some(|| label!(actions::no_table)), ..Entry::WINDOW };
    Export = Entry { key: "export", label: || label!(actions::export), does: || label!(actions::export), shortcuts: &[shortcut(CTRL, Key::E)],
        ..Entry::WINDOW };
    CopyPicture = Entry { key: "copy-picture", label: || label!(actions::copy_picture), does: || label!(actions::copy_picture_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::P)], possible: |now| now.picture,
        otherwise: Some(|| label!(actions::no_picture)), ..Entry::WINDOW };
    OpenFolder = Entry { key: "open-folder", label: || label!(actions::open_folder), does: || label!(actions::open_folder_does),
        shortcuts: &[shortcut(CTRL, Key::O)], ..Entry::WINDOW };
    Reload = Entry { key: "reload", label: || label!(actions::reload), does: || label!(actions::reload_does),
        shortcuts: &[shortcut(CTRL, Key::R)], possible: |now| now.folder,
        otherwise: Some(|| label!(actions::no_folder)), ..Entry::WINDOW };
    OpenBundled = Entry { key: "open-bundled", label: || label!(actions::open_bundled), does: || label!(actions::open_bundled_does),
        possible: |now| now.folder, ..Entry::WINDOW };
    StopLoading = Entry { key: "stop-loading", label: || label!(actions::stop_loading), does: || label!(actions::stop_loading_does),
        possible: |now| now.loading, ..Entry::WINDOW };
    Attach = Entry { key: "attach", label: || label!(actions::attach), does: || label!(actions::attach_does),
        possible: |now| now.document, otherwise: Some(|| label!(actions::no_document)), ..Entry::WINDOW };
    Detach = Entry { key: "detach", label: || label!(actions::detach), does: || label!(actions::detach_does), possible: |now| now.attached,
        ..Entry::WINDOW };
    ToggleInspector = Entry { key: "toggle-inspector", label: || label!(actions::toggle_inspector), does: || label!(actions::toggle_inspector_does),
        shortcuts: &[shortcut(CTRL, Key::I)], ..Entry::WINDOW };
    Dismiss = Entry { key: "dismiss", label: || label!(actions::dismiss), does: || label!(actions::dismiss_does),
        shortcuts: &[shortcut(PLAIN, Key::Escape)], scope: Scope::Topmost, ..Entry::WINDOW };
    ZoomIn = Entry { key: "zoom-in", label: || label!(actions::zoom_in), does: || label!(actions::zoom_in),
        shortcuts: &[shortcut(CTRL, Key::Plus), shortcut(CTRL, Key::Equals)], ..Entry::EVERYWHERE };
    ZoomOut = Entry { key: "zoom-out", label: || label!(actions::zoom_out), does: || label!(actions::zoom_out), shortcuts: &[shortcut(CTRL, Key::Minus)],
        ..Entry::EVERYWHERE };
    ZoomReset = Entry { key: "zoom-reset", label: || label!(actions::zoom_reset), does: || label!(actions::zoom_reset), shortcuts: &[shortcut(CTRL, Key::Num0)],
        ..Entry::EVERYWHERE };
    LightTheme = Entry { key: "light-theme", label: || label!(actions::light_theme), does: || label!(actions::light_theme_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::L)], ..Entry::EVERYWHERE };
    DarkTheme = Entry { key: "dark-theme", label: || label!(actions::dark_theme), does: || label!(actions::dark_theme_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::D)], ..Entry::EVERYWHERE };
    SystemTheme = Entry { key: "system-theme", label: || label!(actions::system_theme), does: || label!(actions::system_theme_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::S)], ..Entry::EVERYWHERE };
    ToggleKeys = Entry { key: "toggle-keys", label: || label!(actions::toggle_keys), does: || label!(actions::toggle_keys_does), shortcuts: &[shortcut(PLAIN, Key::F1)],
        ..Entry::EVERYWHERE };

    NextRow = Entry { key: "next-row", label: || label!(actions::next_row), does: || label!(actions::next_row),
        shortcuts: &[shortcut(PLAIN, Key::ArrowDown)], ..Entry::TABLE };
    PreviousRow = Entry { key: "previous-row", label: || label!(actions::previous_row), does: || label!(actions::previous_row),
        shortcuts: &[shortcut(PLAIN, Key::ArrowUp)], ..Entry::TABLE };
    NextPage = Entry { key: "next-page", label: || label!(actions::next_page), does: || label!(actions::next_page_does),
        shortcuts: &[shortcut(PLAIN, Key::PageDown)], ..Entry::TABLE };
    PreviousPage = Entry { key: "previous-page", label: || label!(actions::previous_page), does: || label!(actions::previous_page_does),
        shortcuts: &[shortcut(PLAIN, Key::PageUp)], ..Entry::TABLE };
    FirstRow = Entry { key: "first-row", label: || label!(actions::first_row), does: || label!(actions::first_row),
        shortcuts: &[shortcut(PLAIN, Key::Home)], ..Entry::TABLE };
    LastRow = Entry { key: "last-row", label: || label!(actions::last_row), does: || label!(actions::last_row),
        shortcuts: &[shortcut(PLAIN, Key::End)], ..Entry::TABLE };
    NextCell = Entry { key: "next-cell", label: || label!(actions::next_cell), does: || label!(actions::next_cell_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowRight)], ..Entry::TABLE };
    PreviousCell = Entry { key: "previous-cell", label: || label!(actions::previous_cell), does: || label!(actions::previous_cell_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowLeft)], ..Entry::TABLE };
    OpenRow = Entry { key: "open-row", label: || label!(actions::open_row), does: || label!(actions::open_row_does),
        shortcuts: &[shortcut(PLAIN, Key::Enter)], ..Entry::TABLE };
    CopyRow = Entry { key: "copy-row", label: || label!(actions::copy_row), does: || label!(actions::copy_row_does),
        shortcuts: &[shortcut(CTRL_ALT, Key::C)], ..Entry::TABLE };
    CopyCell = Entry { key: "copy-cell", label: || label!(actions::copy_cell), does: || label!(actions::copy_cell_does), shortcuts: &[COPY],
        ..Entry::TABLE };

    NextPoint = Entry { key: "next-point", label: || label!(actions::next_point), does: || label!(actions::next_point_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowRight)], ..Entry::CHART };
    PreviousPoint = Entry { key: "previous-point", label: || label!(actions::previous_point), does: || label!(actions::previous_point_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowLeft)], ..Entry::CHART };
    FirstPoint = Entry { key: "first-point", label: || label!(actions::first_point), does: || label!(actions::first_point_does),
        shortcuts: &[shortcut(PLAIN, Key::Home)], ..Entry::CHART };
    LastPoint = Entry { key: "last-point", label: || label!(actions::last_point), does: || label!(actions::last_point_does),
        shortcuts: &[shortcut(PLAIN, Key::End)], ..Entry::CHART };
}

impl Action {
    /// Its name for programs, which never changes.
    pub const fn key(self) -> &'static str {
        self.entry().key
    }

    /// Its name on a button and in a menu.
    pub fn label(self) -> Message {
        (self.entry().label)()
    }

    /// What it does, in some words.
    pub fn does(self) -> Message {
        (self.entry().does)()
    }

    /// Where it can be done.
    pub const fn scope(self) -> Scope {
        self.entry().scope
    }

    /// The keys that do it, the first being the one that is shown.
    pub const fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.entry().shortcuts
    }

    /// Its keys as this system writes them; none where it has none.
    pub fn keys(self, ctx: &Context) -> Option<String> {
        self.shortcuts().first().map(|shortcut| ctx.format_shortcut(shortcut))
    }

    /// Its tooltip: what it does, with the keys that do it.
    pub fn tooltip(self, ctx: &Context) -> Message {
        match self.keys(ctx) {
            Some(keys) => message!(shell::with_keys, does = self.does(), keys = keys),
            None => self.does(),
        }
    }

    /// Whether it can be done now.
    pub fn is_possible(self, now: &Situation) -> bool {
        (self.entry().possible)(now)
    }

    /// What is said where it cannot be done.
    pub fn otherwise(self) -> Option<Message> {
        self.entry().otherwise.map(|why| why())
    }

    /// Whether its keys were pressed; they are taken, so that nothing else hears them.
    pub fn pressed(self, ui: &Ui) -> bool {
        self.taken(ui.ctx())
    }

    pub(super) fn taken(self, ctx: &Context) -> bool {
        ctx.input_mut(|input| {
            self.shortcuts().iter().any(|shortcut| {
                input.consume_shortcut(shortcut) || (*shortcut == COPY && input.events.contains(&Event::Copy))
            })
        })
    }
}

/// The keys that open the tab at an index.
pub fn tab_shortcut(index: usize) -> Option<KeyboardShortcut> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    DIGITS.get(index).map(|key| shortcut(ALT, *key))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use egui::{KeyboardShortcut, ModifierNames};

    use super::{Action, Scope, tab_shortcut};
    use crate::ui::tabs::TABS;
    use crate::words::Words;

    fn written(shortcut: KeyboardShortcut) -> String {
        let modifiers = ModifierNames::NAMES.format(&shortcut.modifiers, false);
        let plus = if modifiers.is_empty() { "" } else { "+" };
        format!("{modifiers}{plus}{}", shortcut.logical_key.name())
    }

    /// The table of keys as the README has it.
    fn table() -> String {
        let mut lines = vec!["| Where | Key | Does |".to_owned(), "| --- | --- | --- |".to_owned()];
        for (index, tab) in TABS.iter().enumerate() {
            let keys = tab_shortcut(index).map_or_else(String::new, written);
            lines.push(format!("| Window | {keys} | {} |", Words::english().say(&tab.label)));
        }
        for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
            let keys: Vec<String> = action.shortcuts().iter().copied().map(written).collect();
            let place = match action.scope() {
                Scope::Table => "Table",
                Scope::Chart => "Chart",
                Scope::Window => "Window",
                Scope::Everywhere | Scope::Topmost => "Anywhere",
            };
            lines.push(format!("| {place} | {} | {} |", keys.join(", "), Words::english().say(&action.does())));
        }
        lines.join("\n")
    }

    #[test]
    fn the_readme_has_the_keys_of_the_list() {
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(&table()), "the README’s table of keys should be:\n{}", table());
    }

    #[test]
    fn no_key_and_no_name_stands_twice() {
        let keys: HashSet<&str> = Action::ALL.iter().map(|action| action.key()).collect();
        assert_eq!(keys.len(), Action::ALL.len());
        for (index, one) in Action::ALL.iter().enumerate() {
            for other in &Action::ALL[..index] {
                let both = one.shortcuts().iter().find(|shortcut| other.shortcuts().contains(shortcut));
                assert!(both.is_none() || one.scope() != other.scope(), "{one:?} and {other:?} share {both:?}");
            }
        }
    }

    /// Egui takes Ctrl+Shift+E for Ctrl+E as well, so that the longer one has to be asked for first.
    #[test]
    fn longer_keys_come_before_shorter_ones() {
        for (index, one) in Action::ALL.iter().enumerate() {
            for later in &Action::ALL[index + 1..] {
                for (short, long) in one.shortcuts().iter().flat_map(|a| later.shortcuts().iter().map(move |b| (a, b)))
                {
                    let hidden = short.logical_key == long.logical_key
                        && one.scope() == later.scope()
                        && short.modifiers != long.modifiers
                        && long.modifiers.contains(short.modifiers);
                    assert!(!hidden, "{one:?} takes the keys of {later:?}");
                }
            }
        }
    }
}
