//! The range of years in which a status began, as a filter.

use egui::{DragValue, Ui, vec2};

use super::MembersState;
use crate::analysis::roster::{RosterView, Years};
use crate::briefing::Message;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::words::Words;

/// The size of a field.
const FIELD: [f32; 2] = [64.0, 28.0];

/// Draws the two fields, each for a year from the first to the last of the list; at its end a field leaves none out.
pub fn ui(ui: &mut Ui, words: &Words, state: &mut MembersState, view: &RosterView) {
    let Some((first, last)) = view.years.filter(|(first, last)| first < last) else { return };
    let t = tokens_of(ui);
    let Years { from, until } = state.query.since;
    let [mut low, mut high] = [from.unwrap_or(first), until.unwrap_or(last)].map(|year| year.clamp(first, last));
    ui.horizontal(|ui| {
        year_ui(ui, words, &mut low, (first, high), &message!(members::since_first));
        ui.label(Type::Caption.text(words.say(&message!(members::since_to)), t.muted));
        year_ui(ui, words, &mut high, (low, last), &message!(members::since_last));
    });
    state.query.since = Years { from: (low > first).then_some(low), until: (high < last).then_some(high) };
    ui.add_space(4.0);
}

/// The filter in words.
pub fn said(Years { from, until }: Years) -> Message {
    let year = |year: i16| year.to_string();
    match (from, until) {
        (Some(from), Some(until)) => message!(members::since_years, from = year(from), until = year(until)),
        (Some(from), None) => message!(members::since_from, from = year(from)),
        (None, until) => message!(members::since_until, until = until.map(year).unwrap_or_default()),
    }
}

fn year_ui(ui: &mut Ui, words: &Words, year: &mut i16, (least, most): (i16, i16), name: &Message) {
    let field = DragValue::new(year)
        .range(least..=most)
        .speed(0.1)
        .update_while_editing(false)
        .custom_formatter(|year, _| words.year(year as i16));
    let name = words.say(name);
    ui.add_sized(vec2(FIELD[0], FIELD[1]), field).accessible_name(&name).on_hover_text(name);
}
