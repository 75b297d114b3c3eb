//! Search, date, edition and status of the members.

use egui::{Align, Layout, Ui, vec2};

use super::{MembersState, as_of, day_field, facets, since};
use crate::analysis::facets::Facet;
use crate::analysis::roster::{Edition, RosterView, Years};
use crate::briefing::Members;
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{
    Icon, SearchTexts, at_right, button, filter_chip, heading, lasting_menu, search_field, segments,
};
use crate::words::Words;

/// Room for the field of the day.
const DAY: f32 = 164.0;

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
        let filters = state.query.choice.len() + usize::from(!state.query.since.is_all());
        let label = match filters {
            0 => message!(members::filters),
            count => message!(members::filters_on, count = count),
        };
        edition_ui(ui, desk, members, state, None);
        ui.allocate_ui_with_layout(vec2(DAY, 28.0), Layout::left_to_right(Align::Center), |ui| {
            at_right(ui, "day", |ui| day_field::ui(ui, desk.words, members, state));
        });
        let opener = button(ui, Some(Icon::Filter), &desk.words.say(&label));
        lasting_menu(&opener, &desk.words.say(&message!(members::filters)), |ui| {
            ui.set_width(240.0);
            as_of::ui(ui, desk, members, state, false);
            facets_ui(ui, desk, members, state);
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
    if !state.query.since.is_all() && chip(&words.say(&since::said(state.query.since))) {
        state.query.since = Years::default();
    }
    for (facet, value) in view.facets.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    {
        let name = words.value(&value.name.said());
        // A decade alone says nothing.
        let name =
            if facet == Facet::Decade { words.say(&message!(members::since_decade, decade = name)) } else { name };
        if state.query.choice.contains(facet, &value.value) && chip(&name) {
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
    let width = ui.available_width();
    as_of::ui(ui, desk, members, state, true);
    if members.roster.has_printed_list() {
        ui.add_space(4.0);
        heading(ui, Type::Body, &desk.words.say(&message!(members::list)));
    }
    edition_ui(ui, desk, members, state, Some(width));
    facets_ui(ui, desk, members, state);
}

/// The choice of the list, where the document prints one.
fn edition_ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState, width: Option<f32>) {
    if !members.roster.has_printed_list() {
        return;
    }
    let mut edition = state.query.edition;
    let [printed, corrected] =
        [message!(members::as_printed), message!(members::corrected)].map(|m| desk.words.say(&m));
    let editions = [(Edition::Printed, &*printed), (Edition::Corrected, &*corrected)];
    if segments(ui, &desk.words.say(&message!(members::list)), width, &mut edition, &editions) {
        state.set_edition(edition, desk.briefing);
    }
}

fn facets_ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState) {
    if let Some(answer) = state.answer(members) {
        facets::ui(ui, desk.words, state, &answer.view);
    }
}
