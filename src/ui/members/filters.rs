//! Search, date, edition and status of the members.

use egui::{Align, Layout, Rect, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::MembersState;
use crate::analysis::format;
use crate::analysis::roster::{Edition, StatusCount};
use crate::briefing::{Date, Status};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{
    Icon, button, filter_chip, focus_ring, hairline, icon_button, segments, status_shape, within,
};

/// Draws the panel beside the table.
pub fn panel_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    search_ui(ui, state, ui.available_width());
    ui.add_space(8.0);
    settings_ui(ui, desk, state);
}

/// Draws the row above the table of a narrow window, where all but the search folds into a button.
pub fn bar_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    ui.horizontal(|ui| {
        search_ui(ui, state, 200.0);
        let filters = state.query.statuses.len();
        let label = if filters == 0 { "Filters".to_owned() } else { format!("Filters ({filters})") };
        let opener = button(ui, Some(Icon::Filter), &label);
        egui::Popup::menu(&opener).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(240.0);
            settings_ui(ui, desk, state);
        });
    });
    ui.add_space(4.0);
}

/// Draws what is filtered, each filter with a button that takes it off.
pub fn chips_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    if state.query.filters() == 0 {
        return;
    }
    let search = state.query.search.trim().to_owned();
    if !search.is_empty() && filter_chip(ui, &format!("“{search}”")) {
        state.query.search.clear();
    }
    let statuses = desk.briefing.roster.statuses.iter();
    for status in statuses.filter(|status| state.query.statuses.contains(&status.id)).collect::<Vec<_>>() {
        if filter_chip(ui, &status.name) {
            state.query.statuses.remove(&status.id);
        }
    }
    if ui.link(Type::Body.text("Clear all", tokens_of(ui).accent)).clicked() {
        state.clear_filters();
    }
}

fn search_ui(ui: &mut Ui, state: &mut MembersState, width: f32) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 32.0), Sense::empty());
    let id = ui.scope_id().with("search");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let border = if focused || ui.rect_contains_pointer(rect) { t.ink } else { t.control };
    ui.painter().rect(rect, radius::CONTROL, t.field, (1.0, border), egui::StrokeKind::Inside);
    Icon::Search.paint(
        ui,
        Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), vec2(16.0, 16.0)),
        t.muted,
    );
    let text = Rect::from_min_max(pos2(rect.left() + 30.0, rect.top() + 2.0), rect.max - vec2(30.0, 2.0));
    let field = within(ui, text, Layout::left_to_right(Align::Center), |ui| {
        let edit = TextEdit::singleline(&mut state.query.search)
            .id(id)
            .frame(egui::Frame::NONE)
            .hint_text(Type::Body.text("Name, имя, 名称", t.muted))
            .desired_width(text.width())
            .font(Type::Body.font());
        ui.add(edit).accessible_name("Search the members")
    });
    if std::mem::take(&mut state.search_wants_focus) {
        field.request_focus();
    }
    if field.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), radius::CONTROL + 2, (2.0, t.accent), egui::StrokeKind::Outside);
    }
    if !state.query.search.is_empty() {
        let clear = Rect::from_min_max(pos2(rect.right() - 30.0, rect.top() + 2.0), rect.max - vec2(2.0, 2.0));
        within(ui, clear, Layout::left_to_right(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, "Clear the search", false).clicked() {
                state.query.search.clear();
            }
        });
    }
}

fn settings_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let width = ui.available_width();
    ui.label(Type::Body.strong("As of", t.ink));
    let dates = [briefing.manifest.as_of, briefing.roster.known_until].map(Date::first_day);
    let labels = dates.map(|date| format::date(Date::day(date)));
    let mut date = state.query.as_of;
    if segments(ui, Some(width), &mut date, &[(dates[0], &labels[0]), (dates[1], &labels[1])]) {
        state.set_date(date);
    }
    ui.add_space(8.0);
    ui.label(Type::Body.strong("List", t.ink));
    let mut edition = state.query.edition;
    let editions = [(Edition::Printed, "As printed"), (Edition::Corrected, "Corrected")];
    if segments(ui, Some(width), &mut edition, &editions) {
        state.set_edition(edition, briefing);
    }
    ui.add_space(8.0);
    hairline(ui);
    ui.horizontal(|ui| {
        ui.label(Type::Body.strong("Status", t.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let set = !state.query.statuses.is_empty();
            if set && ui.link(Type::Caption.text("Clear", t.accent)).clicked() {
                state.query.statuses.clear();
            }
        });
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    let view = state.view(briefing);
    for count in &view.statuses {
        facet_ui(ui, state, &briefing.roster.statuses[count.status], *count);
    }
}

/// A box to tick, the shape and name of a status, and how many rows it would show.
fn facet_ui(ui: &mut Ui, state: &mut MembersState, status: &Status, count: StatusCount) {
    let t = tokens_of(ui);
    let on = state.query.statuses.contains(&status.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let numbers = if count.matching == count.all {
        count.all.to_string()
    } else {
        format!("{} of {}", count.matching, count.all)
    };
    let spoken = format!("{}, {numbers}", status.name);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let tick = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
    if on {
        ui.painter().rect_filled(tick, 3, t.accent);
        Icon::Check.paint(ui, tick.shrink(1.0), t.on_accent);
    } else {
        ui.painter().rect(tick, 3, t.field, (1.0, t.control), egui::StrokeKind::Inside);
    }
    within(ui, rect.with_min_x(tick.right() + 8.0), Layout::left_to_right(Align::Center), |ui| {
        status_shape(ui, status.shape);
        let ink = if count.matching == 0 { t.muted } else { t.ink };
        let name = if on { Type::Body.strong(&status.name, ink) } else { Type::Body.text(&status.name, ink) };
        ui.add(egui::Label::new(name).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ink = if count.matching == 0 { t.muted } else { t.ink2 };
            ui.add(egui::Label::new(Type::Caption.text(numbers, ink)).selectable(false));
        });
    });
    focus_ring(ui, &response, rect, radius::CHIP);
    if response.clicked() && !state.query.statuses.remove(&status.id) {
        state.query.statuses.insert(status.id.clone());
    }
}
