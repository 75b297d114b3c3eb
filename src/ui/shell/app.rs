//! The application: the open briefing, the state of each tab, and the frame that holds them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, RawInput, Ui};

use super::actions::Situation;
use super::checking::Checking;
use super::desk::{Command, Contents, Desk, Selection, TabKey};
use super::find::Finder;
use super::focus::Keeper;
use super::frame::{self, Frame};
use super::history::History;
use super::keyboard::{self, Focus, MenuKeys};
use super::notice::{Notice, Notices};
use super::placement::Placement;
use super::preferences::{Left, Preferences};
use super::rehearsal::TEXTURE_SIDE;
use super::session::Session;
use super::settings::Settings;
use super::system::{Asked, System};
use super::tabs::Tabs;
use super::taken_back::TakingBack;
use super::undo::Undo;
use super::without_example::TakingOut;
use crate::analysis::attachment::Attachment;
use crate::briefing::Briefing;
use crate::briefing::visible::visible;
use crate::export::stamp::Stamp;
use crate::message;
use crate::ui::dialogs::about::AboutDialog;
use crate::ui::dialogs::attach::AttachDialog;
use crate::ui::dialogs::beginning::{BeginningDialog, Made};
use crate::ui::dialogs::export::{ExportState, Hand, Scene};
use crate::ui::dialogs::import::ImportState;
use crate::ui::dialogs::open::{OpenState, Prepared, Stamps};
use crate::ui::dialogs::palette::{self, Palette};
use crate::ui::dialogs::settings::SettingsDialog;
use crate::ui::dialogs::suggestions::SuggestionsDialog;
use crate::ui::dialogs::views::ViewsDialog;
use crate::ui::inspector::InspectorState;
use crate::ui::theme;
use crate::ui::widgets::heard::announced_ui;
use crate::words::Words;

/// The window's whole state.
pub struct App {
    pub(super) session: Session,
    /// The checks of the briefing that it opened with, until they are done.
    pub(super) checking: Option<Checking>,
    pub(super) preferences: Preferences,
    /// The words of the language that the reader chose.
    pub(super) words: Words,
    pub(super) selection: Option<Selection>,
    /// Whether what is selected has to be brought into view in the next frame.
    pub(super) reveal: bool,
    pub(super) history: History,
    pub(super) undo: Undo,
    /// What was open last, where that is not what is open.
    pub(super) awaited: Option<Left>,
    pub(super) finder: Finder,
    pub(super) inspector: InspectorState,
    pub(super) tabs: Tabs,
    pub(super) open: OpenState,
    pub(super) attach: AttachDialog,
    pub(super) beginning: BeginningDialog,
    /// A briefing that was made and is being opened.
    pub(super) begun: Option<Made>,
    pub(super) suggestions: SuggestionsDialog,
    pub(super) export: ExportState,
    pub(super) import: ImportState,
    /// What was imported and is being taken back.
    pub(super) taking_back: Option<TakingBack>,
    /// What is still the example's and is being taken out.
    pub(super) taking_out: Option<TakingOut>,
    pub(super) palette: Palette,
    pub(super) views: ViewsDialog,
    pub(super) settings_dialog: SettingsDialog,
    pub(super) about: AboutDialog,
    pub(super) keys_shown: bool,
    pub(super) notices: Notices,
    /// Where what is chosen is remembered; nowhere in pictures and tests.
    pub(super) settings: Option<Settings>,
    /// Whether a text field had the keyboard at the end of the last frame: by now Escape has taken it.
    typing: bool,
    placement: Placement,
    keeper: Keeper,
    /// What the system asks for; nothing in pictures and tests.
    pub(super) system: System,
}

impl App {
    /// The application over a briefing that is yet to be checked and the folder it was read from, as a reader left it but
    /// for the zoom, which is the window's.
    pub fn new(
        ctx: &Context,
        briefing: Arc<Briefing>,
        opened: Option<(PathBuf, Stamps)>,
        settings: Option<Settings>,
    ) -> Self {
        let preferences = settings.as_ref().map(Settings::preferences).unwrap_or_default();
        let mut app = Self::over(ctx, Session::unchecked(briefing), preferences);
        let aside = settings.as_ref().and_then(Settings::set_aside);
        if let Some(aside) = aside {
            let file = visible(&aside.display().to_string()).into_owned();
            app.notices.tell(Notice::failed(app.words.say(&message!(settings::set_aside, file = file))));
        }
        app.settings = settings;
        app.system = System::listening(ctx);
        if let Some((folder, stamps)) = opened {
            app.preferences.remember(&folder, &app.session.briefing.manifest.name);
            app.open.watch(ctx, folder.clone(), stamps);
            app.session.folder = Some(folder);
        }
        app.await_checks();
        app.come_back(ctx);
        app
    }

    /// The application over the bundled briefing, or another that is in no folder, with preferences that are given and
    /// not remembered.
    pub fn with_preferences(ctx: &Context, briefing: Arc<Briefing>, preferences: Preferences) -> Self {
        let mut app = Self::over(ctx, Session::new(briefing), preferences);
        ctx.set_zoom_factor(app.preferences.zoom);
        app.come_back(ctx);
        app
    }

    fn over(ctx: &Context, session: Session, preferences: Preferences) -> Self {
        egui_extras::install_image_loaders(ctx);
        theme::install(ctx);
        ctx.add_plugin(MenuKeys::default());
        // The program's own keys do this, within its own bounds.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_theme(preferences.theme);
        theme::set_look(ctx, preferences.look(Asked::default()));
        let Prepared { session, mut tabs } = Prepared::of(ctx, session);
        tabs.recall(&preferences.tabs);
        let export = ExportState::remembered(preferences.exported_notes);
        let mut app = Self {
            tabs,
            session,
            checking: None,
            words: Words::written(preferences.language, preferences.formats).in_window(),
            preferences,
            selection: None,
            reveal: false,
            history: History::default(),
            undo: Undo::default(),
            awaited: None,
            finder: Finder::default(),
            inspector: InspectorState::default(),
            open: OpenState::default(),
            attach: AttachDialog::default(),
            beginning: BeginningDialog::default(),
            begun: None,
            suggestions: SuggestionsDialog::default(),
            export,
            import: ImportState::default(),
            taking_back: None,
            taking_out: None,
            palette: Palette::default(),
            views: ViewsDialog::default(),
            settings_dialog: SettingsDialog::default(),
            about: AboutDialog::default(),
            keys_shown: false,
            notices: Notices::default(),
            settings: None,
            typing: false,
            placement: Placement::default(),
            keeper: Keeper::default(),
            system: System::default(),
        };
        app.preferences.tab = app.tabs.there(app.preferences.tab);
        app.recall_attachment();
        app
    }

    /// The open tab.
    pub const fn tab(&self) -> TabKey {
        self.preferences.tab
    }

    /// What the inspector shows.
    pub const fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    /// The open briefing.
    pub fn briefing(&self) -> &Briefing {
        &self.session.briefing
    }

    /// The folder it was read from; the bundled one has none.
    pub fn folder(&self) -> Option<&Path> {
        self.session.folder.as_deref()
    }

    /// What is remembered between sessions.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// The reader's own copy of the document.
    pub fn attachment(&self) -> Option<&Attachment> {
        self.session.attached.as_ref().map(|attached| &attached.attachment)
    }

    /// What the last thing that was asked for came to, where that has to be said.
    pub fn notice(&self) -> Option<&Notice> {
        self.notices.last()
    }

    /// Lets every export say that it was made at one second, so that pictures of the dialog stay the same.
    pub const fn set_made(&mut self, made: Stamp) {
        self.export.set_made(made);
    }

    /// Lets what is handed to the system to be printed or shown go elsewhere.
    pub const fn set_doors(&mut self, print: Hand, show: Hand) {
        self.export.set_doors(print, show);
    }

    /// What the inspector shows in a picture of the open tab; where the tab needs the whole width, nothing.
    pub(super) fn example(&self) -> Option<Selection> {
        self.tabs.get(self.preferences.tab).example(&self.session)
    }

    /// What there is to do something with now.
    pub(super) fn situation(&self) -> Situation {
        let tab = self.tabs.get(self.preferences.tab);
        Situation {
            back: self.history.can_go_back(),
            forward: self.history.can_go_forward(),
            folder: self.session.folder.is_some(),
            undo: self.undo.can_go_back(),
            redo: self.undo.can_go_forward(),
            loading: self.open.is_loading(),
            statement: self.selection.as_ref().is_some_and(Selection::is_statement),
            document: self.session.briefing.document.is_some(),
            attached: self.session.attached.is_some(),
            table: tab.has_table(&self.session),
            picture: tab.has_picture(&self.session),
        }
    }

    const fn dialog_is_open(&self) -> bool {
        self.palette.is_open()
            || self.views.is_open()
            || self.settings_dialog.is_open()
            || self.about.is_open()
            || self.keys_shown
            || self.attach.is_open()
            || self.beginning.is_open()
            || self.suggestions.is_open()
            || self.open.dialog_is_open()
            || self.export.is_open()
            || self.import.is_open()
    }

    /// Opens the palette.
    pub(super) fn open_palette(&mut self, ctx: &Context) {
        let situation = self.situation();
        let Self { session, words, tabs, preferences, .. } = self;
        let scene = palette::Scene { session, words, tabs, situation: &situation, preferences };
        self.palette.open(ctx, &scene);
    }

    /// Calls the export with what the tabs show.
    pub(super) fn with_export<T>(&mut self, call: impl FnOnce(&mut ExportState, &Scene<'_>) -> T) -> T {
        let Contents { query, chart } = self.tabs.contents(&self.session);
        let scene = Scene {
            words: &self.words,
            briefing: &self.session.briefing,
            findings: &self.session.findings,
            tab: self.preferences.tab,
            query,
            chart,
            folder: self.preferences.exported_to.as_deref(),
            source: self.session.folder.as_deref(),
        };
        call(&mut self.export, &scene)
    }

    /// Looks at what is shown, so that it can be undone.
    fn look_back(&mut self, ctx: &Context) {
        if only_moved(ctx) {
            return;
        }
        let shown = self.shown();
        self.undo.look(shown, ctx.input(|input| input.time));
    }

    /// Remembers what has been chosen.
    fn remember(&mut self, ctx: &Context, frame: &eframe::Frame) {
        if only_moved(ctx) || self.settings.is_none() {
            return;
        }
        self.keep_left(ctx);
        let Some(settings) = &mut self.settings else { return };
        self.preferences.tabs = self.tabs.remembered();
        self.preferences.exported_notes = self.export.notes();
        settings.keep(&self.preferences, ctx, frame);
    }

    /// Draws the window before it is there; what is asked for in it is asked for again when it is.
    pub(super) fn rehearse(&mut self, ui: &mut Ui) {
        let reveal = self.reveal;
        self.window_ui(ui);
        self.reveal = reveal;
    }

    /// Draws the window. Returns what was asked for in it.
    fn window_ui(&mut self, ui: &mut Ui) -> Vec<Command> {
        theme::keep_tooltips_within(ui.ctx());
        let situation = self.situation();
        let reveal = std::mem::take(&mut self.reveal);
        self.finder.begin();
        let mut desk =
            Desk::new(&self.session, &self.words, &mut self.finder, situation, self.selection.as_ref(), reveal);
        desk.second_names = self.preferences.second_names;
        frame::ui(
            ui,
            &mut desk,
            Frame {
                session: &self.session,
                preferences: &mut self.preferences,
                tabs: &mut self.tabs,
                inspector: &mut self.inspector,
                open: &mut self.open,
                keys_shown: &mut self.keys_shown,
                notices: &mut self.notices,
            },
        );
        let mut commands = desk.into_commands();
        let Self { session, words, tabs, preferences, .. } = self;
        self.about.ui(ui, words, &session.briefing);
        let scene = palette::Scene { session, words, tabs, situation: &situation, preferences };
        commands.extend(self.palette.ui(ui, &scene));
        let chosen = self.preferences.chosen();
        let (set, asked) = self.settings_dialog.ui(ui, &self.words, chosen);
        commands.extend(asked);
        if let Some(set) = set {
            self.choose(ui.ctx(), set);
        }
        let link = if self.views.is_open() { self.link().to_string() } else { String::new() };
        let Self { views, words, preferences, .. } = self;
        commands.extend(views.ui(ui, words, preferences, &link));
        if let Some(document) = &self.session.briefing.document {
            commands.extend(self.attach.ui(ui, &self.words, document).map(Command::Attach));
        }
        commands.extend(self.open.dialog_ui(ui, &self.words, &self.preferences.recent).map(Command::OpenFolder));
        commands.extend(self.beginning_ui(ui));
        if self.suggestions.is_busy() {
            self.suggestions_ui(ui);
        }
        commands.extend(self.import.ui(ui, &self.words));
        if self.export.is_busy() {
            commands.extend(self.with_export(|export, scene| export.ui(ui, scene)));
        }
        commands
    }
}

/// Whether nothing happened but that the pointer moved, by which nothing is chosen.
fn only_moved(ctx: &Context) -> bool {
    let moves = |event: &egui::Event| matches!(event, egui::Event::PointerMoved(_) | egui::Event::MouseMoved(_));
    ctx.input(|input| !input.events.is_empty() && input.events.iter().all(moves))
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.follow_checks(&ctx);
        self.placement.look(&ctx, frame);
        self.follow_system(&ctx);
        if let Some(arrival) = self.open.poll(&ctx, self.session.folder.as_deref()) {
            self.arrive(&ctx, arrival);
        }
        self.take_back(&ctx);
        self.show_without_example(&ctx);
        self.keeper.begin(&ctx);
        let (asked_from, was_open) = (Keeper::now(&ctx), self.dialog_is_open());
        let finding = self.finder.is_open() && self.tabs.get(self.preferences.tab).finds_text();
        let focus = Focus { field: self.typing && !finding, dialog: self.dialog_is_open() };
        for command in keyboard::pressed(&ctx, focus, &self.tabs) {
            self.run(&ctx, command);
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            let command = self.dropped(path);
            self.run(&ctx, command);
        }
        let by_key = self.dialog_is_open() && !was_open;
        if self.dialog_is_open() {
            // What lies beneath is dimmed by the dialog itself. Were it not disabled, a tooltip open there would stay.
            let faded = std::mem::replace(&mut ui.visuals_mut().disabled_alpha, 1.0);
            ui.disable();
            ui.visuals_mut().disabled_alpha = faded;
        }
        let commands = self.window_ui(ui);
        let asked_from = if by_key { asked_from } else { Keeper::now(&ctx) };
        if self.finder.needs_repaint() || !commands.is_empty() {
            // What was asked for changes what was drawn before it in this frame.
            ctx.request_repaint();
        }
        for command in commands {
            self.run(&ctx, command);
        }
        self.keeper.end(&ctx, asked_from, self.dialog_is_open());
        self.typing = ctx.text_edit_focused();
        announced_ui(&ctx);
        self.look_back(&ctx);
        self.remember(&ctx, frame);
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    /// Only what [`Preferences`] names is remembered; scroll places and the like start fresh.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}
