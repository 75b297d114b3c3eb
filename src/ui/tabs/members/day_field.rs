//! The field for the day of the roster: typed in any form, stepped from change to change, or chosen in a calendar.

use std::collections::BTreeMap;

use egui::{Key, Response, TextEdit, Ui};
use jiff::{Timestamp, civil, tz::TimeZone};

use super::{MembersState, calendar};
use crate::analysis::memo::Memo;
use crate::analysis::roster::Change;
use crate::analysis::typed_day::typed_day;
use crate::briefing::{Members, Message, Value};
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{Icon, icon_button, lasting_menu};
use crate::words::{Language, Words};

/// As many states are named of one change; of more, how many there are.
const NAMED: usize = 8;

/// What is typed into the field, and what was looked up for it.
#[derive(Debug, Default)]
pub struct DayField {
    /// While it is typed, and as long as it is no day.
    text: Option<String>,
    /// Whether what was typed is no day.
    is_refused: bool,
    /// What is said of days that were looked at, in the language that is on.
    named: Memo<Language, BTreeMap<civil::Date, String>>,
    /// What the calendar shows.
    pub(super) calendar: calendar::Page,
}

impl DayField {
    /// What was typed and is no day.
    pub fn refused(&self) -> Option<&str> {
        self.text.as_deref().filter(|_| self.is_refused)
    }

    /// What changed on a day, in words.
    pub fn named(&mut self, words: &Words, members: Members<'_>, day: civil::Date) -> String {
        let named = self.named.get_mut(&words.language(), |_| BTreeMap::new());
        named.entry(day).or_insert_with(|| words.say(&named_of(members, day))).clone()
    }
}

/// Draws the field, and the button that opens the calendar.
pub fn ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState) {
    let t = tokens_of(ui);
    let mut chosen = None;
    let shown = words.day(state.query.as_of);
    let text = state.day.text.get_or_insert_with(|| shown.clone());
    let edit = TextEdit::singleline(text)
        .font(Type::Body.font())
        .text_color(if state.day.is_refused { t.bad } else { t.ink })
        .align(egui::Align2::RIGHT_CENTER)
        .desired_width(104.0)
        .char_limit(40);
    let field = ui.add(edit).accessible_name(words.say(&message!(members::as_of_field)));
    let field = field.on_hover_text(words.say(&message!(members::as_of_hint)));
    let name = words.say(&message!(members::calendar));
    let opener = icon_button(ui, Icon::CaretDown, &name);
    lasting_menu(&opener, &name, |ui| {
        chosen = calendar::ui(ui, words, members, state);
        if chosen.is_some() {
            ui.close();
        }
    });
    if field.changed() {
        state.day.is_refused = false;
    }
    if field.has_focus() || field.lost_focus() {
        let changes = &state.facts.changes;
        let at = state.query.as_of;
        let [up, down] = [Key::ArrowUp, Key::ArrowDown].map(|key| ui.input(|input| input.key_pressed(key)));
        let wheel = turned(ui, &field);
        let step = match (up || wheel > 0, down || wheel < 0) {
            (true, false) => changes.iter().find(|change| **change > at),
            (false, true) => changes.iter().rev().find(|change| **change < at),
            _ => None,
        };
        chosen = chosen.or_else(|| step.copied().filter(|_| field.has_focus()));
    }
    if field.lost_focus() {
        let typed = state.day.text.take().filter(|text| *text != shown && !text.trim().is_empty());
        let today = TimeZone::UTC.to_datetime(Timestamp::now()).date();
        match typed.map(|typed| (typed_day(&typed, today), typed)) {
            Some((Some(day), _)) => chosen = Some(day),
            // What was typed stays, to be mended.
            Some((None, typed)) => (state.day.text, state.day.is_refused) = (Some(typed), true),
            None => state.day.is_refused = false,
        }
    } else if !field.has_focus() && !state.day.is_refused {
        state.day.text = None;
    }
    if let Some(day) = chosen {
        state.set_date(day);
    }
}

/// How the wheel was turned over the field that has the keyboard: on by a notch, back by one, or not that far.
fn turned(ui: &Ui, field: &Response) -> i32 {
    /// So many points are a notch.
    const NOTCH: f32 = 40.0;
    if !field.has_focus() || !field.hovered() {
        return 0;
    }
    // Taken, so that what the field stands in does not scroll away from under the pointer.
    let delta = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
    let id = field.id.with("turned");
    let sum: f32 = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default() + delta;
    let notches = (sum / NOTCH).trunc();
    ui.data_mut(|data| data.insert_temp(id, sum - notches * NOTCH));
    (notches as i32).signum()
}

/// What changed on a day.
fn named_of(members: Members<'_>, day: civil::Date) -> Message {
    let roster = members.roster;
    let change = Change::on(roster, day);
    let states = |states: &[usize]| {
        let names = states.iter().take(NAMED).map(|state| members.name(&roster.states[*state].names).to_owned());
        let more = states.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| message!(members::and_more, count = more).into());
        Value::list(names.map(Value::from).chain(more))
    };
    let began = change.began.iter().map(|(status, of)| {
        message!(members::began, status = &roster.statuses[*status].name, states = states(of)).into()
    });
    let ended = change.ended.iter().map(|(status, of)| {
        message!(members::ended, status = &roster.statuses[*status].name, states = states(of)).into()
    });
    let what: Vec<Value> = began.chain(ended).collect();
    message!(members::change, day = day, what = Value::list(what))
}
