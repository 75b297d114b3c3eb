//! The application: the open briefing, the state of each tab, and the frame that holds them.

use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Rect, Stroke, Ui, Vec2};

use super::desk::{Command, Desk, Selection, Tab};
use super::members::MembersState;
use super::preferences::{MAX_ZOOM, MIN_ZOOM, Preferences, ZOOM_STEP};
use super::sources::SourcesState;
use super::theme::{self, layout, tokens::alpha, tokens_of};
use super::trade::TradeState;
use super::{frame, inspector, keys, members, sources, summary, trade};
use crate::briefing::Briefing;

/// The window's whole state.
pub struct App {
    briefing: Arc<Briefing>,
    preferences: Preferences,
    selection: Option<Selection>,
    keys_shown: bool,
    members: MembersState,
    trade: TradeState,
    sources: SourcesState,
}

impl App {
    /// The application over a briefing, as a reader left it.
    pub fn new(creation: &eframe::CreationContext<'_>, briefing: Arc<Briefing>) -> Self {
        let preferences = Preferences::load(creation.storage);
        Self::with_preferences(&creation.egui_ctx, briefing, preferences)
    }

    /// The application with preferences that are given and not remembered.
    pub fn with_preferences(ctx: &Context, briefing: Arc<Briefing>, preferences: Preferences) -> Self {
        egui_extras::install_image_loaders(ctx);
        theme::install(ctx);
        // The program's own keys do this, within its own bounds.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_theme(preferences.theme);
        ctx.set_zoom_factor(preferences.zoom);
        let members = MembersState::new(&briefing);
        Self {
            briefing,
            preferences,
            selection: None,
            keys_shown: false,
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

    /// What is remembered between sessions.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Does what a reader asked for.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Show(tab) => self.preferences.tab = tab,
            Command::Select(selection) => {
                self.selection = Some(selection);
                self.preferences.inspector = true;
            }
            Command::ToggleInspector => self.preferences.inspector = !self.preferences.inspector,
            Command::Dismiss => self.dismiss(),
            Command::FindMember => {
                self.preferences.tab = Tab::Members;
                self.members.focus_search();
            }
            Command::SetTheme(theme) => {
                self.preferences.theme = theme;
                ctx.set_theme(theme);
            }
            Command::ZoomIn => self.zoom(ctx, self.preferences.zoom + ZOOM_STEP),
            Command::ZoomOut => self.zoom(ctx, self.preferences.zoom - ZOOM_STEP),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::ToggleKeys => self.keys_shown = !self.keys_shown,
            Command::Copy(text) => ctx.copy_text(text),
        }
    }

    fn dismiss(&mut self) {
        if self.keys_shown {
            self.keys_shown = false;
        } else if self.preferences.tab == Tab::Members && self.members.clear_filters() {
        } else {
            self.selection = None;
            self.preferences.inspector = false;
        }
    }

    fn zoom(&mut self, ctx: &Context, zoom: f32) {
        self.preferences.zoom = ((zoom * 10.0).round() / 10.0).clamp(MIN_ZOOM, MAX_ZOOM);
        ctx.set_zoom_factor(self.preferences.zoom);
    }

    fn frame_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let t = tokens_of(ui);
        let bar = Frame::new().fill(t.chrome);
        let preferences = self.preferences;
        Panel::top("top-bar").exact_size(layout::TOP_BAR).frame(bar).show_separator_line(false).show(ui, |ui| {
            frame::top_bar_ui(ui, desk, &preferences);
        });
        Panel::top("tab-strip").exact_size(layout::TAB_STRIP).frame(bar).show(ui, |ui| {
            frame::tab_strip_ui(ui, desk, preferences.tab);
        });
        let facts = self.facts(desk.briefing);
        Panel::bottom("status-bar").exact_size(layout::STATUS_BAR).frame(bar).show(ui, |ui| {
            frame::status_bar_ui(ui, desk, preferences.tab, &facts, preferences.zoom);
        });
        let width = ui.ctx().content_rect().width();
        if preferences.inspector && width >= layout::FULL {
            self.inspector_panel_ui(ui, desk);
        }
        CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| self.tab_ui(ui, desk));
        if preferences.inspector && width < layout::FULL {
            inspector_overlay_ui(ui, desk);
        }
        if self.keys_shown {
            let alpha = if ui.visuals().dark_mode { alpha::SCRIM_DARK } else { alpha::SCRIM_LIGHT };
            let keys = egui::Modal::new(egui::Id::unique("keys")).backdrop_color(t.scrim.gamma_multiply(alpha));
            let shown = keys.show(ui.ctx(), keys::ui);
            self.keys_shown = !shown.should_close();
        }
    }

    fn inspector_panel_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let (_, min, max) = layout::INSPECTOR;
        let panel = Panel::right("inspector")
            .resizable(true)
            .default_size(self.preferences.inspector_width)
            .size_range(min..=max)
            .frame(inspector_frame(ui))
            .show(ui, |ui| inspector::ui(ui, desk));
        self.preferences.inspector_width = panel.response.rect.width().clamp(min, max);
    }

    fn tab_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        match self.preferences.tab {
            Tab::Summary => summary::ui(ui, desk),
            Tab::Members => members::ui(ui, desk, &mut self.members),
            Tab::Trade => trade::ui(ui, desk, &mut self.trade),
            Tab::Sources => sources::ui(ui, desk, &mut self.sources),
        }
    }

    /// What the status bar says of the open tab.
    fn facts(&mut self, briefing: &Briefing) -> Vec<String> {
        match self.preferences.tab {
            Tab::Summary => summary::facts(briefing),
            Tab::Members => self.members.facts(briefing),
            Tab::Trade => self.trade.facts(briefing),
            Tab::Sources => sources::facts(briefing),
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let briefing = Arc::clone(&self.briefing);
        for command in keys::pressed(ui.ctx()) {
            self.run(&ui.ctx().clone(), command);
        }
        let selection = self.selection.clone();
        let mut desk = Desk::new(&briefing, selection.as_ref());
        self.frame_ui(ui, &mut desk);
        let commands = desk.into_commands();
        if !commands.is_empty() {
            // What was asked for changes what was drawn before it in this frame.
            ui.ctx().request_repaint();
        }
        for command in commands {
            self.run(&ui.ctx().clone(), command);
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.preferences.save(storage);
    }

    /// Only what [`Preferences`] names is remembered; scroll places and the like start fresh.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// In a window too narrow for a panel beside the page, the inspector lies over its right side.
fn inspector_overlay_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let t = tokens_of(ui);
    let window = ui.ctx().content_rect();
    let width = if window.width() < layout::COMPACT { window.width() - 16.0 } else { layout::INSPECTOR.0 };
    let top = window.top() + layout::TOP_BAR + layout::TAB_STRIP;
    let rect = Rect::from_min_max(
        egui::pos2(window.right() - width, top),
        egui::pos2(window.right(), window.bottom() - layout::STATUS_BAR),
    );
    let area = egui::Area::new(egui::Id::unique("inspector-overlay")).fixed_pos(rect.min).order(egui::Order::Middle);
    area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(rect, 0.0, t.panel);
        ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(1.0, t.rule));
        let inner = rect.shrink2(Vec2::new(layout::INSPECTOR_PADDING, 12.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
        inspector::ui(&mut child, desk);
        ui.advance_cursor_after_rect(rect);
    });
}

fn inspector_frame(ui: &Ui) -> Frame {
    Frame::new().fill(tokens_of(ui).panel).inner_margin(Margin::symmetric(layout::INSPECTOR_PADDING as i8, 12))
}
