//! What a reader can do: one list, from which the shortcuts, the tooltips, the menus, the list of keys and the README's
//! table of keys come.
//!
//! An action is an entry here and, where the frame does it, an arm of `App::act`. What the keyboard does within a table
//! or a chart is in the list too; the table or the chart asks for it with [`Action::pressed`].

mod asked;
mod entry;
mod shortcut;
mod situation;
#[cfg(test)]
mod tests;

use egui::Key;

use self::entry::Entry;
use self::shortcut::{ALT, COPY, CTRL, CTRL_ALT, CTRL_SHIFT, PLAIN, SHIFT, shortcut};
use crate::label;

pub use self::shortcut::tab_shortcuts;
pub use self::situation::{Scope, Situation};

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
    Redo = Entry { key: "redo", label: || label!(actions::redo), does: || label!(actions::redo_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::Z), shortcut(CTRL, Key::Y)], possible: |now| now.redo, ..Entry::PAGE };
    Undo = Entry { key: "undo", label: || label!(actions::undo), does: || label!(actions::undo_does),
        shortcuts: &[shortcut(CTRL, Key::Z)], possible: |now| now.undo, ..Entry::PAGE };
    SaveView = Entry { key: "save-view", label: || label!(actions::save_view), does: || label!(actions::save_view_does),
        shortcuts: &[shortcut(CTRL, Key::B)], ..Entry::WINDOW };
    CopyLink = Entry { key: "copy-link", label: || label!(actions::copy_link), does: || label!(actions::copy_link_does), ..Entry::WINDOW };
    Settings = Entry { key: "settings", label: || label!(actions::settings), does: || label!(actions::settings_does),
        shortcuts: &[shortcut(CTRL, Key::Comma)], ..Entry::WINDOW };
    PreviousTab = Entry { key: "previous-tab", label: || label!(actions::previous_tab), does: || label!(actions::previous_tab_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::Tab)], ..Entry::WINDOW };
    NextTab = Entry { key: "next-tab", label: || label!(actions::next_tab), does: || label!(actions::next_tab_does),
        shortcuts: &[shortcut(CTRL, Key::Tab)], ..Entry::WINDOW };
    PreviousRegion = Entry { key: "previous-region", label: || label!(actions::previous_region), does: || label!(actions::previous_region_does),
        shortcuts: &[shortcut(SHIFT, Key::F6)], ..Entry::WINDOW };
    NextRegion = Entry { key: "next-region", label: || label!(actions::next_region), does: || label!(actions::next_region_does),
        shortcuts: &[shortcut(PLAIN, Key::F6)], ..Entry::WINDOW };
    Palette = Entry { key: "palette", label: || label!(actions::palette), does: || label!(actions::palette_does),
        shortcuts: &[shortcut(CTRL, Key::K)], ..Entry::WINDOW };
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
    Suggestions = Entry { key: "suggestions", label: || label!(actions::suggestions), does: || label!(actions::suggestions_does),
        shortcuts: &[shortcut(CTRL, Key::G)], possible: |now| now.folder && now.document,
        otherwise: Some(|| label!(actions::no_suggestions)), ..Entry::WINDOW };
    NewBriefing = Entry { key: "new-briefing", label: || label!(actions::new_briefing), does: || label!(actions::new_briefing_does),
        shortcuts: &[shortcut(CTRL, Key::N)], ..Entry::WINDOW };
    Export = Entry { key: "export", label: || label!(actions::export), does: || label!(actions::export), shortcuts: &[shortcut(CTRL, Key::E)],
        ..Entry::WINDOW };
    CopyPicture = Entry { key: "copy-picture", label: || label!(actions::copy_picture), does: || label!(actions::copy_picture_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::P)], possible: |now| now.picture,
        otherwise: Some(|| label!(actions::no_picture)), ..Entry::WINDOW };
    OpenFolder = Entry { key: "open-folder", label: || label!(actions::open_folder), does: || label!(actions::open_folder_does),
        shortcuts: &[shortcut(CTRL, Key::O)], ..Entry::WINDOW };
    Reload = Entry { key: "reload", label: || label!(actions::reload), does: || label!(actions::reload_does),
        shortcuts: &[shortcut(PLAIN, Key::F5), shortcut(CTRL, Key::R)], possible: |now| now.folder,
        otherwise: Some(|| label!(actions::no_folder)), ..Entry::WINDOW };
    OpenBundled = Entry { key: "open-bundled", label: || label!(actions::open_bundled), does: || label!(actions::open_bundled_does),
        possible: |now| now.folder, ..Entry::WINDOW };
    CloseBriefing = Entry { key: "close-briefing", label: || label!(actions::close_briefing), does: || label!(actions::close_briefing_does),
        shortcuts: &[shortcut(CTRL, Key::W)], possible: |now| now.folder,
        otherwise: Some(|| label!(actions::no_folder)), ..Entry::WINDOW };
    Import = Entry { key: "import", label: || label!(actions::import), does: || label!(actions::import_does),
        shortcuts: &[shortcut(CTRL_SHIFT, Key::I)], possible: |now| now.folder,
        otherwise: Some(|| label!(actions::no_own_folder)), ..Entry::WINDOW };
    TakeOutExample = Entry { key: "take-out-example", label: || label!(actions::take_out_example),
        does: || label!(actions::take_out_example_does), possible: |now| now.folder,
        otherwise: Some(|| label!(actions::no_own_folder)), ..Entry::WINDOW };
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
    FullScreen = Entry { key: "full-screen", label: || label!(actions::full_screen), does: || label!(actions::full_screen_does),
        shortcuts: &[shortcut(PLAIN, Key::F11)], ..Entry::EVERYWHERE };
    ContextMenu = Entry { key: "context-menu", label: || label!(actions::context_menu), does: || label!(actions::context_menu_does),
        shortcuts: &[shortcut(SHIFT, Key::F10)], ..Entry::HARDWARE };
    Menu = Entry { key: "menu", label: || label!(actions::menu), does: || label!(actions::menu_does),
        shortcuts: &[shortcut(PLAIN, Key::F10)], ..Entry::WINDOW };
    About = Entry { key: "about", label: || label!(actions::about), does: || label!(actions::about_does), ..Entry::WINDOW };
    Quit = Entry { key: "quit", label: || label!(actions::quit), does: || label!(actions::quit_does),
        shortcuts: &[shortcut(CTRL, Key::Q)], ..Entry::EVERYWHERE };
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

    JoinSentences = Entry { key: "join-sentences", label: || label!(new_briefing::join), does: || label!(actions::join_sentences_does),
        shortcuts: &[shortcut(PLAIN, Key::J)], ..Entry::SENTENCES };
    SplitSentence = Entry { key: "split-sentence", label: || label!(new_briefing::split), does: || label!(actions::split_sentence_does),
        shortcuts: &[shortcut(PLAIN, Key::S)], ..Entry::SENTENCES };
    PreviousPlace = Entry { key: "previous-place", label: || label!(actions::previous_place), does: || label!(actions::previous_place_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowLeft)], ..Entry::SENTENCES };
    NextPlace = Entry { key: "next-place", label: || label!(actions::next_place), does: || label!(actions::next_place_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowRight)], ..Entry::SENTENCES };
    SettleSentence = Entry { key: "settle-sentence", label: || label!(new_briefing::settle), does: || label!(actions::settle_sentence_does),
        shortcuts: &[shortcut(PLAIN, Key::Enter)], ..Entry::SENTENCES };
    NextDoubtful = Entry { key: "next-doubtful", label: || label!(new_briefing::next_doubtful), does: || label!(actions::next_doubtful_does),
        shortcuts: &[shortcut(PLAIN, Key::N)], ..Entry::SENTENCES };
    UndoParting = Entry { key: "undo-parting", label: || label!(new_briefing::undo), does: || label!(actions::undo_parting_does),
        shortcuts: &[shortcut(CTRL, Key::Z)], ..Entry::SENTENCES };

    TakeSuggestion = Entry { key: "take-suggestion", label: || label!(suggest::take), does: || label!(actions::take_suggestion_does),
        shortcuts: &[shortcut(PLAIN, Key::T), shortcut(PLAIN, Key::Enter)], ..Entry::SUGGESTIONS };
    RefuseSuggestion = Entry { key: "refuse-suggestion", label: || label!(suggest::refuse), does: || label!(actions::refuse_suggestion_does),
        shortcuts: &[shortcut(PLAIN, Key::R), shortcut(PLAIN, Key::Delete)], ..Entry::SUGGESTIONS };
    UndoSuggestion = Entry { key: "undo-suggestion", label: || label!(suggest::undo), does: || label!(actions::undo_suggestion_does),
        shortcuts: &[shortcut(CTRL, Key::Z)], ..Entry::SUGGESTIONS };

    NextPoint = Entry { key: "next-point", label: || label!(actions::next_point), does: || label!(actions::next_point_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowRight)], ..Entry::CHART };
    PreviousPoint = Entry { key: "previous-point", label: || label!(actions::previous_point), does: || label!(actions::previous_point_does),
        shortcuts: &[shortcut(PLAIN, Key::ArrowLeft)], ..Entry::CHART };
    FirstPoint = Entry { key: "first-point", label: || label!(actions::first_point), does: || label!(actions::first_point_does),
        shortcuts: &[shortcut(PLAIN, Key::Home)], ..Entry::CHART };
    LastPoint = Entry { key: "last-point", label: || label!(actions::last_point), does: || label!(actions::last_point_does),
        shortcuts: &[shortcut(PLAIN, Key::End)], ..Entry::CHART };
}
