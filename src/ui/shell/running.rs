//! What is asked of the application, done.

use crate::briefing::Message;
use crate::message;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Theme, ThemePreference, ViewportCommand};

use super::actions::Action;
use super::app::App;
use super::attached::Attached;
use super::desk::{Command, Selection};
use super::frame::{menu, regions};
use super::history::{History, Location};
use super::notice::Notice;
use super::preferences::{Chosen, ZOOM_STEP};
use super::session::Session;
use super::shown::Shown;
use super::statement;
use super::tabs::Tabs;
use super::taken_back::TakingBack;
use super::undo::Undo;
use super::without_example::TakingOut;
use crate::import::Kind;
use crate::import::document::DOCUMENT;
use crate::ui::dialogs::open;
use crate::ui::dialogs::palette::Palette;
use crate::ui::inspector::InspectorState;
use crate::ui::theme::{self, Look};
use crate::words::Words;

impl App {
    /// Does what a reader or a part of the window asked for.
    pub fn run(&mut self, ctx: &Context, command: impl Into<Command>) {
        // Whatever is asked for may be of what the checks found.
        self.finish_checks();
        match command.into() {
            Command::Act(action) => self.act(ctx, action),
            Command::Show(tab) => self.go(ctx, Location { tab, selection: self.selection.clone() }),
            Command::Select(selection) => {
                self.preferences.inspector = true;
                self.go(ctx, Location { tab: self.preferences.tab, selection: Some(selection) });
            }
            Command::Browse(selection) => self.browse(ctx, selection),
            Command::Step(selection) => {
                self.browse(ctx, selection);
                self.show_selected();
            }
            Command::Open(selection) => {
                self.preferences.inspector = true;
                let shown = self.tabs.iter().find(|(_, tab)| tab.shows(&selection));
                let tab = shown.map_or(self.preferences.tab, |(key, _)| key);
                self.go(ctx, Location { tab, selection: Some(selection) });
                self.show_selected();
            }
            Command::Follow(link) => match link.parse() {
                Ok(link) => self.follow(ctx, link),
                Err(err) => self.tell_refused(&err),
            },
            Command::Narrow(key) => {
                if let Some(tab) = self.tabs.narrow(&key) {
                    self.go(ctx, Location { tab, selection: None });
                }
            }
            Command::OpenFolder(folder) => self.open.load(ctx, Some(folder), self.session.folder.as_deref()),
            Command::Begin(file) => self.beginning.open_with(ctx, &file),
            Command::Edit(path) => self.tell_failure(open::edit(&path)),
            Command::Import(table) => self.open_import(ctx, Some(table), None),
            Command::ImportEdition(file) => self.open_import(ctx, Some(file), Kind::find(DOCUMENT)),
            Command::Imported(written) => self.show_imported(ctx, written),
            Command::TakeBack(written) => self.taking_back = Some(TakingBack::begin(ctx, written)),
            Command::Attach(path) => self.attach_file(&path),
            Command::Exported(file, beside) => {
                self.preferences.exported_to = file.parent().map(|folder| folder.to_owned().into());
                self.notices.tell(Notice::written(&self.words, file, beside.as_deref()));
            }
            Command::LookInto(file) => self.tell_failure(open::folder_of(&file)),
            Command::Copy(text) => {
                ctx.copy_text(text);
                self.notices.tell(Notice::done(self.words.say(&message!(shell::copied))));
            }
            Command::CopyPicture(picture) => {
                ctx.copy_image(Arc::unwrap_or_clone(picture));
                self.notices.tell(Notice::done(self.words.say(&message!(shell::copied_picture))));
            }
            Command::Tell(notice) => self.notices.tell(notice),
        }
    }

    /// Does an action of the list, or says why it cannot be done.
    fn act(&mut self, ctx: &Context, action: Action) {
        if !action.is_possible(&self.situation()) {
            self.refuse(action);
            return;
        }
        match action {
            Action::Back => self.walk(ctx, History::back),
            Action::Forward => self.walk(ctx, History::forward),
            Action::PreviousTab => self.show_beside(ctx, false),
            Action::NextTab => self.show_beside(ctx, true),
            Action::PreviousRegion => regions::step(ctx, false),
            Action::NextRegion => regions::step(ctx, true),
            Action::CloseBriefing | Action::OpenBundled => self.open.load(ctx, None, self.session.folder.as_deref()),
            Action::FullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen == Some(true));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Action::About => self.about.open(),
            Action::Menu => menu::open(ctx),
            Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Action::Settings => {
                let file = self.settings.as_ref().map(|settings| settings.file().to_owned());
                self.settings_dialog.open(file);
            }
            Action::Undo => self.undo_or_redo(Undo::back),
            Action::Redo => self.undo_or_redo(Undo::forward),
            Action::SaveView => self.views.open(),
            Action::CopyLink => self.run(ctx, Command::Copy(self.link().to_string())),
            Action::Palette => self.open_palette(ctx),
            Action::Find => self.find(ctx),
            Action::CopyStatement => self.copy_statement(ctx, statement::plain),
            Action::CopyStatementAsMarkdown => self.copy_statement(ctx, statement::markdown),
            Action::CopyTable => match self.tabs.get_mut(self.preferences.tab).table(&self.session, &self.words) {
                Some(text) => self.run(ctx, Command::Copy(text)),
                None => self.refuse(action),
            },
            Action::CopyPicture => {
                if let Err(why) = self.with_export(|export, scene| export.copy_picture(ctx, scene)) {
                    self.notices.tell(Notice::done(why));
                }
            }
            Action::Export => self.with_export(|export, scene| export.open(ctx, scene)),
            Action::Suggestions => self.suggest(),
            Action::NewBriefing => self.beginning.open(),
            Action::OpenFolder => self.open.open_dialog(),
            Action::Reload => self.open.load(ctx, self.session.folder.clone(), self.session.folder.as_deref()),
            Action::Import => self.open_import(ctx, None, None),
            Action::TakeOutExample => {
                self.taking_out = self.session.folder.clone().map(|folder| TakingOut::begin(ctx, folder));
            }
            Action::StopLoading => {
                self.open.stop();
            }
            Action::Attach => self.attach.open(),
            Action::Detach => (self.session.attached, self.preferences.attachment) = (None, None),
            Action::ToggleInspector => self.preferences.inspector = !self.preferences.inspector,
            Action::Dismiss => self.dismiss(ctx),
            Action::ZoomIn => self.zoom(ctx, self.preferences.zoom + ZOOM_STEP),
            Action::ZoomOut => self.zoom(ctx, self.preferences.zoom - ZOOM_STEP),
            Action::ZoomReset => self.zoom(ctx, 1.0),
            Action::LightTheme => self.set_theme(ctx, ThemePreference::Light),
            Action::DarkTheme => self.set_theme(ctx, ThemePreference::Dark),
            Action::SystemTheme => self.set_theme(ctx, ThemePreference::System),
            Action::ToggleKeys => self.keys_shown = !self.keys_shown,
            // A table, a chart or a list does these itself, while it has the keyboard, and the menu opens as by the pointer.
            Action::ContextMenu
            | Action::NextRow
            | Action::PreviousRow
            | Action::NextPage
            | Action::PreviousPage
            | Action::FirstRow
            | Action::LastRow
            | Action::NextCell
            | Action::PreviousCell
            | Action::OpenRow
            | Action::CopyRow
            | Action::CopyCell
            | Action::JoinSentences
            | Action::SplitSentence
            | Action::PreviousPlace
            | Action::NextPlace
            | Action::SettleSentence
            | Action::NextDoubtful
            | Action::UndoParting
            | Action::TakeSuggestion
            | Action::RefuseSuggestion
            | Action::UndoSuggestion
            | Action::NextPoint
            | Action::PreviousPoint
            | Action::FirstPoint
            | Action::LastPoint => {}
        }
    }

    /// Opens the import into the folder that is open, at a table where one is known, as what it is of where that is.
    fn open_import(&mut self, ctx: &Context, table: Option<PathBuf>, kind: Option<&'static Kind>) {
        match self.session.folder.clone() {
            Some(folder) => {
                let copy = self.session.attached.as_ref().map(|attached| attached.path.clone());
                self.import.open(ctx, folder, (table, kind), copy);
            }
            None => self.refuse(Action::Import),
        }
    }

    fn refuse(&mut self, action: Action) {
        if let Some(why) = action.otherwise() {
            self.notices.tell(Notice::done(self.words.say(&why)));
        }
    }

    fn tell_failure(&mut self, done: Result<(), Message>) {
        if let Err(why) = done {
            self.notices.tell(Notice::failed(self.words.say(&why)));
        }
    }

    fn find(&mut self, ctx: &Context) {
        let tab = self.tabs.get_mut(self.preferences.tab);
        if tab.search() {
            return;
        }
        if tab.finds_text() {
            self.finder.open();
        } else {
            // What it has is found by its names.
            let name = self.words.say(&self.preferences.tab.spec().label);
            self.open_palette(ctx);
            self.palette.type_in(&format!("{name} "));
        }
    }

    fn undo_or_redo(&mut self, step: fn(&mut Undo) -> Option<Shown>) {
        if let Some(shown) = step(&mut self.undo) {
            self.show_again(&shown);
            self.undo.settle(self.shown());
        }
    }

    fn show_beside(&mut self, ctx: &Context, after: bool) {
        let tab = self.tabs.beside(self.preferences.tab, after);
        self.run(ctx, Command::Show(tab));
    }

    fn copy_statement(&mut self, ctx: &Context, quote: fn(&Session, &Selection, &Words) -> Option<String>) {
        if let Some(text) = self.selection.as_ref().and_then(|selection| quote(&self.session, selection, &self.words)) {
            self.run(ctx, Command::Copy(text));
        }
    }

    fn attach_file(&mut self, path: &Path) {
        let Some(document) = &self.session.briefing.document else { return self.refuse(Action::Attach) };
        match Attached::read(document, path) {
            Ok(attached) => {
                self.notices.tell(attached.notice(&self.words, document));
                self.preferences.attachment = Some(attached.remembered(document));
                self.session.attached = Some(attached);
                self.attach.close();
            }
            // What was attached and remembered stays: its disk may only be out of reach.
            Err(err) => {
                let why = self.words.say(&err.message(&document.called));
                self.attach.refuse(&why);
                self.notices.tell(Notice::failed(why));
            }
        }
    }

    /// Closes the topmost thing that can be closed.
    fn dismiss(&mut self, ctx: &Context) {
        let tab = self.preferences.tab;
        let closed = self.palette.close()
            || self.settings_dialog.close()
            || self.views.close()
            || self.about.close()
            || std::mem::take(&mut self.keys_shown)
            || self.beginning.close()
            || self.suggestions.close()
            || self.export.close(ctx)
            || self.import.close(ctx)
            || self.attach.close()
            || self.open.close_topmost()
            || (self.tabs.get(tab).finds_text() && self.finder.close())
            || self.notices.close_last()
            || self.tabs.get_mut(tab).clear();
        if !closed {
            self.go(ctx, Location { tab, selection: None });
            self.preferences.inspector = false;
        }
    }

    /// Takes what was set in the dialog, at once.
    pub(super) fn choose(&mut self, ctx: &Context, chosen: Chosen) {
        let (before, look) = (self.preferences.chosen(), self.look());
        self.preferences.choose(chosen);
        let Chosen { theme, formats, .. } = self.preferences.chosen();
        ctx.set_theme(theme);
        self.look_otherwise(ctx, look);
        ctx.set_zoom_factor(self.preferences.zoom);
        if formats != before.formats {
            self.words = Words::written(self.preferences.language, formats).in_window();
            self.say_anew(ctx);
        }
        ctx.request_repaint();
    }

    /// Lays out anew what was laid out in other words, and shows it as it was.
    fn say_anew(&mut self, ctx: &Context) {
        let shown = self.shown();
        let earlier = std::mem::replace(&mut self.tabs, Tabs::open(ctx, &self.session));
        self.tabs.resume(earlier, &self.session);
        self.show_again(&shown);
        (self.inspector, self.palette) = (InspectorState::default(), Palette::default());
    }

    fn zoom(&mut self, ctx: &Context, zoom: f32) {
        self.preferences.set_zoom(zoom);
        ctx.set_zoom_factor(self.preferences.zoom);
    }

    fn set_theme(&mut self, ctx: &Context, theme: ThemePreference) {
        let before = self.look();
        self.preferences.theme = theme;
        ctx.set_theme(theme);
        self.look_otherwise(ctx, before);
    }

    /// Looks as the system asks, where that changed.
    pub(super) fn follow_system(&mut self, ctx: &Context) {
        let before = self.look();
        let Some(asked) = self.system.changed() else { return };
        // What egui hears of the system itself goes before; where nobody says, it is dark, as egui has it.
        ctx.options_mut(|options| options.fallback_theme = asked.theme.unwrap_or(Theme::Dark));
        self.look_otherwise(ctx, before);
        ctx.request_repaint();
    }

    fn look(&self) -> Look {
        self.preferences.look(self.system.asked())
    }

    fn look_otherwise(&self, ctx: &Context, before: Look) {
        let look = self.look();
        if look != before {
            theme::set_look(ctx, look);
        }
    }
}
