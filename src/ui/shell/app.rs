//! The application: the open briefing, the state of each tab, and the frame that holds them.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use super::desk::{Command, Desk, Form, Selection, Tab};
use super::find::Finder;
use super::history::{History, Place};
use super::notice::{self, Notice};
use super::preferences::{MAX_ZOOM, MIN_ZOOM, Preferences, ZOOM_STEP};
use super::{frame, keys, window};
use crate::analysis::attachment::Attachment;
use crate::analysis::checks::Finding;
use crate::analysis::format;
use crate::briefing::Briefing;
use crate::export::findings;
use crate::export::made::Made;
use crate::export::quotation;
use crate::ui::dialogs::attach::AttachState;
use crate::ui::dialogs::export::{ExportState, Scene, Shown};
use crate::ui::dialogs::open::{self, Arrival, OpenState, Prepared, Stamps, Tallies};
use crate::ui::inspector;
use crate::ui::inspector::InspectorState;
use crate::ui::tabs::members::MembersState;
use crate::ui::tabs::sources::SourcesState;
use crate::ui::tabs::summary::SummaryState;
use crate::ui::tabs::trade::TradeState;
use crate::ui::tabs::{members, sources, summary, trade};
use crate::ui::theme::{self, layout, tokens_of};
use crate::ui::widgets::dialog;

/// The window's whole state.
pub struct App {
    briefing: Arc<Briefing>,
    findings: Arc<[Finding]>,
    tallies: Tallies,
    preferences: Preferences,
    selection: Option<Selection>,
    /// Whether what is selected has to be brought into view in the next frame.
    reveal: bool,
    history: History,
    finder: Finder,
    open: OpenState,
    attach: AttachState,
    export: ExportState,
    notice: Option<Notice>,
    inspector: InspectorState,
    keys_shown: bool,
    /// Whether a text field had the keyboard at the end of the last frame: by now Escape has taken it.
    typing: bool,
    summary: SummaryState,
    members: MembersState,
    trade: TradeState,
    sources: SourcesState,
}

impl App {
    /// The application over a briefing and the folder it was read from, as a reader left it.
    pub fn new(
        creation: &eframe::CreationContext<'_>,
        briefing: Arc<Briefing>,
        opened: Option<(PathBuf, Stamps)>,
    ) -> Self {
        let mut preferences = Preferences::load(creation.storage);
        if let Some((folder, _)) = &opened {
            preferences.remember(folder.clone());
        }
        let ctx = &creation.egui_ctx;
        Self { open: OpenState::over(ctx, opened), ..Self::with_preferences(ctx, briefing, preferences) }
    }

    /// The application with preferences that are given and not remembered.
    pub fn with_preferences(ctx: &Context, briefing: Arc<Briefing>, preferences: Preferences) -> Self {
        egui_extras::install_image_loaders(ctx);
        theme::install(ctx);
        // The program's own keys do this, within its own bounds.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_theme(preferences.theme);
        ctx.set_zoom_factor(preferences.zoom);
        let Prepared { briefing, findings, tallies, members } = Prepared::new(briefing);
        let members = MembersState::new(ctx, &briefing, members, preferences.columns.clone());
        let mut attach = AttachState::default();
        let remembered = preferences.attachment.as_ref();
        let notice = remembered.and_then(|remembered| attach.recall(&briefing.document, remembered));
        Self {
            briefing,
            findings,
            tallies,
            preferences,
            selection: None,
            reveal: false,
            history: History::default(),
            finder: Finder::default(),
            open: OpenState::default(),
            attach,
            export: ExportState::default(),
            notice,
            inspector: InspectorState::default(),
            keys_shown: false,
            typing: false,
            summary: SummaryState::default(),
            members,
            trade: TradeState::default(),
            sources: SourcesState::default(),
        }
    }

    /// The open tab.
    pub const fn tab(&self) -> Tab {
        self.preferences.tab
    }

    /// What the inspector shows.
    pub const fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    /// The open briefing.
    pub fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// The folder it was read from; the bundled one has none.
    pub fn folder(&self) -> Option<&std::path::Path> {
        self.open.folder()
    }

    /// What is remembered between sessions.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// The reader's own copy of the document.
    pub fn attachment(&self) -> Option<&Attachment> {
        self.attach.attachment()
    }

    /// What the last thing that was asked for came to, where that has to be said.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Lets every export say that it was made at one second, so that pictures of the dialog stay the same.
    pub const fn set_made(&mut self, made: Made) {
        self.export.set_made(made);
    }

    /// Does what a reader asked for.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Show(tab) => self.go(Place { tab, selection: self.selection.clone() }),
            Command::Select(selection) => {
                self.preferences.inspector = true;
                self.go(Place { tab: self.preferences.tab, selection: Some(selection) });
            }
            Command::Browse(selection) => {
                self.preferences.inspector = true;
                let place = Place { tab: self.preferences.tab, selection: Some(selection) };
                let here = self.here();
                if here != place {
                    self.history.leave_along(here);
                    self.settle(place);
                }
            }
            Command::Open(tab, selection) => {
                self.preferences.inspector = true;
                self.go(Place { tab, selection: Some(selection) });
                self.show_selected();
            }
            Command::Back => self.walk(History::back),
            Command::Forward => self.walk(History::forward),
            Command::ToggleInspector => self.preferences.inspector = !self.preferences.inspector,
            Command::Dismiss => self.dismiss(ctx),
            Command::Find => match self.preferences.tab {
                Tab::Members => self.members.focus_search(),
                Tab::Summary => self.finder.open(),
                Tab::Sources => self.sources.focus_search(),
                Tab::Trade => {
                    self.run(ctx, Command::Show(Tab::Summary));
                    self.finder.open();
                }
            },
            Command::Export => self.with_export(|export, scene| export.open(ctx, scene)),
            Command::Exported(file) => {
                self.preferences.exported_to = file.parent().map(ToOwned::to_owned);
                self.notice = Some(Notice::written(file));
            }
            Command::LookInto(file) => {
                if let Err(why) = open::folder_of(&file) {
                    self.notice = Some(Notice::failed(why));
                }
            }
            Command::CopyShown => match self.shown_table() {
                Some(text) => self.run(ctx, Command::Copy(text)),
                None => self.notice = Some(Notice::done("There is no table on this tab to copy.".to_owned())),
            },
            Command::DrawShown => {
                if let Err(why) = self.with_export(|export, scene| export.copy_picture(ctx, scene)) {
                    self.notice = Some(Notice::done(why));
                }
            }
            Command::CopyPicture(picture) => {
                ctx.copy_image(Arc::unwrap_or_clone(picture));
                self.notice = Some(Notice::done("Copied as a picture.".to_owned()));
            }
            Command::Tell(notice) => self.notice = Some(notice),
            Command::ChooseFolder => self.open.open_dialog(),
            Command::OpenFolder(folder) => self.open.load(ctx, Some(folder)),
            Command::OpenBundled => self.open.load(ctx, None),
            Command::Reload => match self.open.folder().map(ToOwned::to_owned) {
                Some(folder) => self.open.load(ctx, Some(folder)),
                None => {
                    self.notice = Some(Notice::done("The bundled briefing has no folder to read again.".to_owned()));
                }
            },
            Command::StopLoading => {
                self.open.stop();
            }
            Command::Edit(path) => {
                if let Err(why) = open::edit(&path) {
                    self.notice = Some(Notice::failed(why));
                }
            }
            Command::ChooseAttachment => self.attach.open_dialog(),
            Command::Attach(path) => {
                let notice = self.attach.attach(&self.briefing.document, &path);
                self.notice = Some(notice);
                // Where nothing could be attached, what was remembered stays: its disk may only be out of reach.
                self.preferences.attachment =
                    self.attach.remembered(&self.briefing.document).or_else(|| self.preferences.attachment.take());
            }
            Command::Detach => {
                self.attach.detach();
                self.preferences.attachment = None;
            }
            Command::CopySelection(form) => match self.quotation(form) {
                Some(text) => self.run(ctx, Command::Copy(text)),
                None => self.notice = Some(Notice::done("Select a claim or a sentence to copy it.".to_owned())),
            },
            Command::SetTheme(theme) => {
                self.preferences.theme = theme;
                ctx.set_theme(theme);
            }
            Command::ZoomIn => self.zoom(ctx, self.preferences.zoom + ZOOM_STEP),
            Command::ZoomOut => self.zoom(ctx, self.preferences.zoom - ZOOM_STEP),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::ToggleKeys => self.keys_shown = !self.keys_shown,
            Command::Copy(text) => {
                ctx.copy_text(text);
                self.notice = Some(Notice::done("Copied.".to_owned()));
            }
        }
    }

    /// Shows what has been loaded: another briefing from its beginning, the same folder where the reader is.
    fn arrive(&mut self, ctx: &Context, arrival: Arrival) {
        let (again, prepared) = match arrival {
            Arrival::Opened(prepared) => (false, prepared),
            Arrival::Changed(prepared) => (true, prepared),
        };
        let Prepared { briefing, findings, tallies, members } = *prepared;
        let before = std::mem::replace(&mut self.briefing, briefing);
        (self.findings, self.tallies) = (findings, tallies);
        self.inspector = InspectorState::default();
        let fresh = MembersState::new(ctx, &self.briefing, members, self.members.columns().clone());
        let earlier = std::mem::replace(&mut self.members, fresh);
        if again {
            self.members.ask_as(earlier, &self.briefing);
        }
        self.trade = if again { self.trade.over_another() } else { TradeState::default() };
        self.notice = None;
        if again {
            self.summary.keep_in(&self.briefing);
            self.sources.forget_links();
            self.selection = self.selection.take().filter(|selection| selection.is_in(&self.briefing, &self.findings));
        } else {
            (self.summary, self.sources, self.selection) = (SummaryState::default(), SourcesState::default(), None);
            (self.history, self.finder) = (History::default(), Finder::default());
            if let Some(folder) = self.open.folder() {
                self.preferences.remember(folder.to_owned());
            }
        }
        if before.document != self.briefing.document {
            let attached = self.attach.path().map(ToOwned::to_owned);
            self.attach.detach();
            self.notice = match (attached, &self.preferences.attachment) {
                (Some(path), _) if again => Some(self.attach.attach(&self.briefing.document, &path)),
                (_, Some(remembered)) => self.attach.recall(&self.briefing.document, remembered),
                _ => None,
            };
        }
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(window::title(&self.briefing)));
    }

    fn here(&self) -> Place {
        Place { tab: self.preferences.tab, selection: self.selection.clone() }
    }

    /// Goes to a place and remembers the way back.
    fn go(&mut self, place: Place) {
        let here = self.here();
        if here != place {
            self.history.leave(here);
            self.settle(place);
        }
    }

    fn walk(&mut self, step: impl FnOnce(&mut History, Place) -> Option<Place>) {
        let here = self.here();
        if let Some(place) = step(&mut self.history, here) {
            self.preferences.inspector |= place.selection.is_some();
            self.settle(place);
            self.reveal = true;
        }
    }

    fn settle(&mut self, place: Place) {
        self.preferences.tab = place.tab;
        self.selection = place.selection;
        self.notice = None;
    }

    /// Brings what is selected into view on the tab that is open, out from behind any filter.
    fn show_selected(&mut self) {
        self.reveal = true;
        match (self.preferences.tab, &self.selection) {
            (Tab::Members, Some(Selection::State(key))) => self.members.reveal(key),
            (Tab::Sources, Some(selection)) => self.sources.reveal(selection, &self.briefing, &self.findings),
            _ => {}
        }
    }

    /// Calls the export with what the tabs show.
    fn with_export<T>(&mut self, call: impl FnOnce(&mut ExportState, &Scene<'_>) -> T) -> T {
        let scene = Scene {
            briefing: &self.briefing,
            findings: &self.findings,
            tab: self.preferences.tab,
            shown: Shown {
                roster: self.members.query().clone(),
                trade: self.trade.query(),
                chart: self.trade.chart(),
                claims: self.sources.claims().clone(),
                checks: self.sources.checks().clone(),
            },
            folder: self.preferences.exported_to.as_deref(),
        };
        call(&mut self.export, &scene)
    }

    /// The table of the open tab, with tabs.
    fn shown_table(&mut self) -> Option<String> {
        match self.preferences.tab {
            Tab::Members => self.members.tsv(&self.briefing),
            Tab::Trade => self.trade.tsv(&self.briefing),
            Tab::Sources => Some(findings::tsv(&self.findings, self.sources.checks())),
            Tab::Summary => None,
        }
    }

    /// The statement that is selected with its citation.
    fn quotation(&self, form: Form) -> Option<String> {
        let briefing = &*self.briefing;
        match self.selection.as_ref()? {
            Selection::Claim(key) => briefing.claim(key).map(|claim| match form {
                Form::Plain => quotation::claim_plain(briefing, claim),
                Form::Markdown => quotation::claim_markdown(briefing, claim),
            }),
            Selection::Sentence(at) => briefing.document.sentence(*at).map(|sentence| {
                let citations = [briefing.document_citation(*at)];
                match form {
                    Form::Plain => quotation::plain(briefing, &sentence.paraphrase, &citations),
                    Form::Markdown => quotation::markdown(briefing, &sentence.paraphrase, &citations),
                }
            }),
            Selection::Source(_) | Selection::State(_) | Selection::Period(..) | Selection::Finding(..) => None,
        }
    }

    /// Closes the topmost thing that can be closed.
    fn dismiss(&mut self, ctx: &Context) {
        let closed = std::mem::take(&mut self.keys_shown)
            || self.export.close(ctx)
            || self.attach.close_dialog()
            || self.open.close_topmost()
            || (self.preferences.tab == Tab::Summary && self.finder.close())
            || self.notice.take().is_some()
            || match self.preferences.tab {
                Tab::Summary => self.summary.clear_filters(),
                Tab::Members => self.members.clear_filters(),
                Tab::Sources => self.sources.clear_filters(),
                Tab::Trade => false,
            };
        if !closed {
            self.go(Place { tab: self.preferences.tab, selection: None });
            self.preferences.inspector = false;
        }
    }

    fn zoom(&mut self, ctx: &Context, zoom: f32) {
        self.preferences.zoom = ((zoom * 10.0).round() / 10.0).clamp(MIN_ZOOM, MAX_ZOOM);
        ctx.set_zoom_factor(self.preferences.zoom);
    }

    const fn dialog_is_open(&self) -> bool {
        self.keys_shown || self.attach.dialog_is_open() || self.open.dialog_is_open() || self.export.is_open()
    }

    fn frame_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let t = tokens_of(ui);
        let bar = Frame::new().fill(t.chrome);
        let Preferences { tab, zoom, inspector, .. } = self.preferences;
        let (back, forward) = (self.history.can_go_back(), self.history.can_go_forward());
        Panel::top("top-bar").exact_size(layout::TOP_BAR).frame(bar).show_separator_line(false).show(ui, |ui| {
            frame::top_bar_ui(ui, desk, &self.preferences, self.open.folder(), [back, forward]);
        });
        Panel::top("tab-strip").exact_size(layout::TAB_STRIP).frame(bar).show(ui, |ui| {
            frame::tab_strip_ui(ui, desk, tab);
        });
        let (facts, until) = (self.facts(desk.briefing), self.known_until(desk.briefing));
        Panel::bottom("status-bar").exact_size(layout::STATUS_BAR).frame(bar).show(ui, |ui| {
            frame::status_bar_ui(ui, desk, &facts, &until, zoom);
        });
        let notice_frame = Frame::new().fill(t.raised).inner_margin(Margin::symmetric(layout::PAGE_MARGIN as i8, 6));
        self.open.panels_ui(ui, desk, notice_frame);
        if let Some(notice) = &self.notice {
            let panel = Panel::bottom("notice").frame(notice_frame).show(ui, |ui| notice::ui(ui, desk, notice));
            if panel.inner {
                self.notice = None;
            }
        }
        if desk.finder.is_open() && tab == Tab::Summary {
            Panel::top("find").exact_size(40.0).frame(notice_frame.fill(t.chrome)).show(ui, |ui| desk.finder.ui(ui));
        }
        let width = ui.ctx().content_rect().width();
        // The years of the Trade tab scroll sideways in what room there is; under an overlay the last would be hidden.
        let beside = width >= layout::FULL || (tab == Tab::Trade && width >= layout::COMPACT);
        if inspector && beside {
            inspector::panel_ui(ui, desk, &mut self.inspector, &mut self.preferences.inspector_width);
        }
        let page = ui.available_rect_before_wrap();
        CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| self.tab_ui(ui, desk));
        if inspector && !beside {
            inspector::overlay_ui(ui, desk, &mut self.inspector, page);
        }
        if self.keys_shown {
            self.keys_shown = !dialog(ui, "keys", 320.0, keys::ui).should_close();
        }
    }

    fn tab_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        match self.preferences.tab {
            Tab::Summary => summary::ui(ui, desk, &mut self.summary),
            Tab::Members => members::ui(ui, desk, &mut self.members),
            Tab::Trade => trade::ui(ui, desk, &mut self.trade),
            Tab::Sources => sources::ui(ui, desk, &mut self.sources),
        }
    }

    /// How far what the open tab shows is known.
    fn known_until(&mut self, briefing: &Briefing) -> String {
        match self.preferences.tab {
            Tab::Summary | Tab::Members => format!("Roster known to {}", format::date(briefing.roster.known_until)),
            Tab::Trade => self.trade.known_until(briefing),
            Tab::Sources => format!("Evidence checked on {}", format::date(briefing.manifest.checked)),
        }
    }

    /// What the status bar says of the open tab.
    fn facts(&mut self, briefing: &Briefing) -> Vec<String> {
        match self.preferences.tab {
            Tab::Summary => self.summary.facts(briefing),
            Tab::Members => self.members.facts(briefing),
            Tab::Trade => self.trade.facts(briefing),
            Tab::Sources => sources::facts(briefing),
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if let Some(arrival) = self.open.poll(&ctx) {
            self.arrive(&ctx, arrival);
        }
        let finding = self.finder.is_open() && self.preferences.tab == Tab::Summary;
        let focus = keys::Focus { field: self.typing && !finding, dialog: self.dialog_is_open() };
        for command in keys::pressed(&ctx, focus) {
            self.run(&ctx, command);
        }
        // A folder dropped on the window is a briefing, a file a copy of the document.
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.run(&ctx, if path.is_dir() { Command::OpenFolder(path) } else { Command::Attach(path) });
        }
        let (briefing, findings) = (Arc::clone(&self.briefing), Arc::clone(&self.findings));
        let selection = self.selection.clone();
        let reveal = std::mem::take(&mut self.reveal);
        let dialog = self.dialog_is_open();
        // Taken for the frame, so that the tabs can draw from them while they change their own state.
        let mut finder = std::mem::take(&mut self.finder);
        let mut attach = std::mem::take(&mut self.attach);
        let tallies = std::mem::take(&mut self.tallies);
        finder.begin();
        let attached = attach.path().zip(attach.attachment());
        let mut desk = Desk::new(&briefing, &findings, &tallies, attached, &mut finder, selection.as_ref(), reveal);
        if dialog {
            // What lies beneath is dimmed by the dialog itself. Were it not disabled, a tooltip open there would stay.
            let faded = std::mem::replace(&mut ui.visuals_mut().disabled_alpha, 1.0);
            ui.disable();
            ui.visuals_mut().disabled_alpha = faded;
        }
        self.frame_ui(ui, &mut desk);
        let mut commands = desk.into_commands();
        commands.extend(attach.dialog_ui(ui, &briefing.document).map(Command::Attach));
        commands.extend(self.open.dialog_ui(ui, &self.preferences.recent).map(Command::OpenFolder));
        if self.export.is_busy() {
            commands.extend(self.with_export(|export, scene| export.ui(ui, scene)));
        }
        (self.finder, self.attach, self.tallies) = (finder, attach, tallies);
        self.typing = ctx.text_edit_focused();
        if self.finder.needs_repaint() || !commands.is_empty() {
            // What was asked for changes what was drawn before it in this frame.
            ctx.request_repaint();
        }
        for command in commands {
            self.run(&ctx, command);
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.preferences.columns = self.members.columns().clone();
        self.preferences.save(storage);
    }

    /// Only what [`Preferences`] names is remembered; scroll places and the like start fresh.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}
