//! What stands around every tab: top bar, tab strip, status bar, what is said, and the inspector.

mod keys;
mod menu;
mod notices;
pub mod regions;
mod status_bar;
mod tab_strip;
mod top_bar;

use egui::{CentralPanel, Margin, Panel, Ui};

use self::regions::{Region, region};
use super::desk::Desk;
use super::notice::Notices;
use super::preferences::Preferences;
use super::session::Session;
use super::tabs::Tabs;
use crate::ui::dialogs::open::OpenState;
use crate::ui::inspector::{self, InspectorState};
use crate::ui::theme::{layout, tokens_of};
use crate::ui::widgets::dialog;

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
    let t = tokens_of(ui);
    let tab = tabs.there(preferences.tab);
    let bar = egui::Frame::new().fill(t.chrome);
    Panel::top("top-bar").exact_size(layout::TOP_BAR).frame(bar).show_separator_line(false).show(ui, |ui| {
        region(ui, desk.words, Region::Bar);
        top_bar::ui(ui, desk, preferences, session.folder.as_deref());
    });
    Panel::top("tab-strip").exact_size(layout::TAB_STRIP).frame(bar).show(ui, |ui| {
        region(ui, desk.words, Region::Tabs);
        tab_strip::ui(ui, desk, session, tabs, tab);
    });
    let open_tab = tabs.get_mut(tab);
    let (facts, until) = (open_tab.facts(session, desk.words), open_tab.known_until(session, desk.words));
    Panel::bottom("status-bar").exact_size(layout::STATUS_BAR).frame(bar).show(ui, |ui| {
        region(ui, desk.words, Region::Status);
        status_bar::ui(ui, desk, &facts, &until, preferences.zoom);
    });
    let line = egui::Frame::new().fill(t.raised).inner_margin(Margin::symmetric(layout::PAGE_MARGIN as i8, 6));
    open.panels_ui(ui, desk, line);
    if desk.finder.is_open() && open_tab.finds_text() {
        Panel::top("find").exact_size(40.0).frame(line.fill(t.chrome)).show(ui, |ui| desk.finder.ui(ui, desk.words));
    }
    let width = ui.ctx().content_rect().width();
    let (open, beside) = (preferences.inspector, width >= layout::FULL);
    desk.place = desk.selection().and_then(|selection| open_tab.place(selection, session, desk.words));
    if beside {
        inspector::column_ui(ui, desk, inspector, open, &mut preferences.inspector_width);
    }
    let page = ui.available_rect_before_wrap();
    CentralPanel::default().frame(egui::Frame::new().fill(t.paper)).show(ui, |ui| {
        region(ui, desk.words, Region::Page);
        inspector::page_ui(ui, desk, inspector, open && !beside, |ui, desk| open_tab.ui(ui, desk));
    });
    if open && !beside {
        inspector::overlay_ui(ui, desk, inspector, page);
    }
    if !preferences.inspector {
        regions::without(ui.ctx(), Region::Inspector);
    }
    notices::ui(ui, desk, notices);
    if *keys_shown {
        *keys_shown =
            !dialog(ui, "keys", keys::WIDTH.min(width - 72.0), |ui| keys::ui(ui, desk.words, tabs)).should_close();
    }
}
