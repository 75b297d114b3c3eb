//! Search, date, edition and status of the members.

use egui::Ui;

use super::{MembersState, as_of, facets};
use crate::analysis::roster::{Edition, RosterView};
use crate::briefing::Members;
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, SearchTexts, button, filter_chip, search_field, segments};
use crate::words::Words;

/// Draws the panel beside the table.
pub fn panel_ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState) {
    search_ui(ui, desk.words, state, ui.available_width());
    ui.add_space(8.0);
    settings_ui(ui, desk, members, state);
}

/// Draws the row above the table of a narrow window, where all but the search folds into a button.
pub fn bar_ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState) {
    ui.horizontal_wrapped(|ui| {
        search_ui(ui, desk.words, state, ui.available_width().min(200.0));
        let filters = state.query.choice.len();
        let label = match filters {
            0 => message!(members::filters),
            count => message!(members::filters_on, count = count),
        };
        let opener = button(ui, Some(Icon::Filter), &desk.words.say(&label));
        egui::Popup::menu(&opener).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(240.0);
            settings_ui(ui, desk, members, state);
        });
        let label = if state.map_shown { message!(members::hide_map) } else { message!(members::map) };
        if button(ui, Some(Icon::Map), &desk.words.say(&label)).clicked() {
            state.map_shown = !state.map_shown;
        }
    });
    ui.add_space(4.0);
}

/// Draws what is filtered, each filter with a button that takes it off.
pub fn chips_ui(ui: &mut Ui, words: &Words, state: &mut MembersState, view: &RosterView) {
    if state.query.filters() == 0 {
        return;
    }
    let search = state.query.search.trim().to_owned();
    let mut chip =
        |text: &str| filter_chip(ui, text, &words.say(&message!(words::remove_filter, filter = text.to_owned())));
    if !search.is_empty() && chip(&words.say(&message!(members::searched, text = &search))) {
        state.query.search.clear();
    }
    for (facet, value) in view.facets.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    {
        if state.query.choice.contains(facet, &value.value) && chip(&words.value(&value.name.said())) {
            state.query.choice.toggle(facet, &value.value);
        }
    }
    if ui.link(Type::Body.text(words.say(&message!(members::clear_all)), tokens_of(ui).accent)).clicked() {
        state.clear_filters();
    }
}

fn search_ui(ui: &mut Ui, words: &Words, state: &mut MembersState, width: f32) {
    let (text, focus) = (&mut state.query.search, &mut state.search_wants_focus);
    let (name, hint) = (words.say(&message!(members::search)), words.say(&message!(members::search_hint)));
    let clear = words.say(&message!(words::clear_search));
    search_field(ui, text, width, &SearchTexts { name: &name, hint: &hint, clear: &clear }, focus);
}

fn settings_ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    let width = ui.available_width();
    as_of::ui(ui, desk, members, state);
    // Where the document prints no list there is nothing to choose.
    if members.roster.has_printed_list() {
        ui.add_space(4.0);
        ui.label(Type::Body.strong(desk.words.say(&message!(members::list)), t.ink));
        let mut edition = state.query.edition;
        let [printed, corrected] =
            [message!(members::as_printed), message!(members::corrected)].map(|m| desk.words.say(&m));
        let editions = [(Edition::Printed, &*printed), (Edition::Corrected, &*corrected)];
        if segments(ui, Some(width), &mut edition, &editions) {
            state.set_edition(edition, desk.briefing);
        }
    }
    if let Some(answer) = state.answer(members) {
        facets::ui(ui, desk.words, state, &answer.view);
    }
}
