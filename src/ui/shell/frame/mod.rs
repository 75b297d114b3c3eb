//! What stands around every tab: top bar, tab strip, status bar, what is said, and the inspector.

mod keys;
pub mod menu;
mod notices;
pub mod regions;
mod status_bar;
mod tab_strip;
mod top_bar;

use egui::accesskit::Role;
use egui::{CentralPanel, Id, Margin, Panel, Rect, Ui, UiBuilder};

use self::regions::{Region, region};
use super::desk::Desk;
use super::notice::Notices;
use super::preferences::Preferences;
use super::session::Session;
use super::tabs::Tabs;
use crate::message;
use crate::ui::dialogs::open::OpenState;
use crate::ui::inspector::{self, InspectorState};
use crate::ui::theme::{layout, tokens_of};
use crate::ui::widgets::dialog;
use crate::ui::widgets::heard::{bare, landmark};
use crate::words::Words;

/// What the frame draws besides what is on the desk, each part with its own state.
pub struct Frame<'a> {
    /// What is open.
    pub session: &'a Session,
    /// What the reader chose.
    pub preferences: &'a mut Preferences,
    /// The tabs.
    pub tabs: &'a mut Tabs,
    /// What was looked up for the inspector.
    pub inspector: &'a mut InspectorState,
    /// What is being loaded, and what could not be.
    pub open: &'a mut OpenState,
    /// Whether the list of keys is shown.
    pub keys_shown: &'a mut bool,
    /// What came of the last things that were asked for.
    pub notices: &'a mut Notices,
}

/// Draws the frame and the open tab in it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, frame: Frame<'_>) {
    let Frame { session, preferences, tabs, inspector, open, keys_shown, notices } = frame;
    let (t, words) = (tokens_of(ui), desk.words);
    let tab = tabs.there(preferences.tab);
    let said = |region: Region| words.say(&region.name());
    window_ui(ui, desk);
    // Those that only some tabs have.
    for part in [Region::Chart, Region::Table] {
        regions::without(ui.ctx(), part);
    }
    let bar = egui::Frame::new().fill(t.chrome);
    Panel::top("top-bar").exact_size(layout::TOP_BAR).frame(bar).show_separator_line(false).show(ui, |ui| {
        landmark(ui, Role::Banner, &said(Region::Bar));
        region(ui, words, Region::Bar);
        top_bar::ui(ui, desk, preferences, session.folder.as_deref());
    });
    Panel::top("tab-strip").exact_size(layout::TAB_STRIP).frame(bar).show(ui, |ui| {
        landmark(ui, Role::Navigation, &said(Region::Tabs));
        region(ui, words, Region::Tabs);
        tab_strip::ui(ui, desk, session, tabs, tab);
    });
    let open_tab = tabs.get_mut(tab);
    let (facts, until) = (open_tab.facts(session, words), open_tab.known_until(session, words));
    // The room for what stands around the page is taken first; it is drawn, read and walked after the page.
    let status = Panel::bottom("status-bar").exact_size(layout::STATUS_BAR).frame(bar).show(ui, room_of);
    let line = egui::Frame::new().fill(t.raised).inner_margin(Margin::symmetric(layout::PAGE_MARGIN as i8, 6));
    open.panels_ui(ui, desk, line);
    if desk.finder.is_open() && open_tab.finds_text() {
        Panel::top("find").exact_size(40.0).frame(line.fill(t.chrome)).show(ui, |ui| {
            landmark(ui, Role::Search, &words.say(&message!(actions::find)));
            desk.finder.ui(ui, words);
        });
    }
    let width = ui.ctx().content_rect().width();
    let (open, beside) = (preferences.inspector, width >= layout::FULL);
    desk.place = desk.selection().and_then(|selection| open_tab.place(selection, session, words));
    let column = beside.then(|| inspector::column_of(ui, desk, inspector, open, &mut preferences.inspector_width));
    let page = ui.available_rect_before_wrap();
    CentralPanel::default().frame(egui::Frame::new().fill(t.paper)).show(ui, |ui| {
        landmark(ui, Role::Main, &words.say(&tab.spec().label));
        region(ui, words, Region::Page);
        inspector::page_ui(ui, desk, inspector, (tab, open && !beside), |ui, desk| open_tab.ui(ui, desk));
    });
    if let Some(column) = column.flatten() {
        part_ui(ui, Role::Complementary, words, Region::Inspector, column, |ui| inspector::ui(ui, desk, inspector));
    } else if open {
        inspector::overlay_ui(ui, desk, inspector, page);
    }
    if !preferences.inspector {
        regions::without(ui.ctx(), Region::Inspector);
    }
    part_ui(ui, Role::ContentInfo, words, Region::Status, status.inner, |ui| {
        region(ui, words, Region::Status);
        status_bar::ui(ui, desk, &facts, &until, preferences.zoom);
    });
    notices::ui(ui, desk, notices);
    if *keys_shown {
        let (name, width) = (words.say(&message!(shell::keys)), keys::WIDTH.min(width - 72.0));
        let shown = dialog(ui, "keys", &name, width, |ui| keys::ui(ui, words, tabs));
        *keys_shown = !(shown.inner || shown.should_close());
    }
}

/// Names the window by what is open in it.
fn window_ui(ui: &Ui, desk: &Desk<'_>) {
    let name = desk.words.say(&message!(shell::window, name = &desk.briefing.manifest.name));
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// The room in a panel for what is drawn into it later.
fn room_of(ui: &mut Ui) -> Rect {
    bare(ui);
    let room = ui.max_rect();
    ui.expand_to_include_rect(room);
    room
}

/// Draws what stands around the page into the room that was kept for it.
fn part_ui(ui: &mut Ui, role: Role, words: &Words, region: Region, room: Rect, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().scope_id(Id::unique(("part", region))).max_rect(room);
    let builder = builder.accessibility_role(role).accessibility_label(words.say(&region.name()));
    let mut part = ui.new_child(builder);
    part.set_clip_rect(room.expand(layout::INSPECTOR_PADDING).intersect(part.ctx().content_rect()));
    add(&mut part);
}
