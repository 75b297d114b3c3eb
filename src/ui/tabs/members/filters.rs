//! Search, date, edition and status of the members.

use egui::Ui;

use super::{MembersState, as_of, facets};
use crate::analysis::roster::{Edition, RosterView};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, button, filter_chip, search_field, segments};

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
        let filters = state.query.choice.len();
        let label = if filters == 0 { "Filters".to_owned() } else { format!("Filters ({filters})") };
        let opener = button(ui, Some(Icon::Filter), &label);
        egui::Popup::menu(&opener).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(240.0);
            settings_ui(ui, desk, state);
        });
        let label = if state.map_shown { "Hide the map" } else { "Map" };
        if button(ui, Some(Icon::Map), label).clicked() {
            state.map_shown = !state.map_shown;
        }
    });
    ui.add_space(4.0);
}

/// Draws what is filtered, each filter with a button that takes it off.
pub fn chips_ui(ui: &mut Ui, state: &mut MembersState, view: &RosterView) {
    if state.query.filters() == 0 {
        return;
    }
    let search = state.query.search.trim().to_owned();
    if !search.is_empty() && filter_chip(ui, &format!("“{search}”")) {
        state.query.search.clear();
    }
    for (facet, value) in view.facets.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    {
        if state.query.choice.contains(facet, &value.value) && filter_chip(ui, &value.label) {
            state.query.choice.toggle(facet, &value.value);
        }
    }
    if ui.link(Type::Body.text("Clear all", tokens_of(ui).accent)).clicked() {
        state.clear_filters();
    }
}

fn search_ui(ui: &mut Ui, state: &mut MembersState, width: f32) {
    let (text, focus) = (&mut state.query.search, &mut state.search_wants_focus);
    search_field(ui, text, width, "Search the members", "Name, capital or code", focus);
}

fn settings_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    let width = ui.available_width();
    as_of::ui(ui, desk, state);
    ui.add_space(4.0);
    ui.label(Type::Body.strong("List", t.ink));
    let mut edition = state.query.edition;
    let editions = [(Edition::Printed, "As printed"), (Edition::Corrected, "Corrected")];
    if segments(ui, Some(width), &mut edition, &editions) {
        state.set_edition(edition, desk.briefing);
    }
    if let Some(answer) = state.answer(desk.briefing) {
        facets::ui(ui, state, &answer.view);
    }
}
