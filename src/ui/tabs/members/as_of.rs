//! The date of the roster: a line of time with a mark for every change, and the two dates asked for most.

use std::cmp::Ordering;

use egui::accesskit::{Action, ActionData};
use egui::{CursorIcon, EventFilter, Id, Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::{Timestamp, ToSpan as _, civil, tz::TimeZone};

use super::{MembersState, day_field};
use crate::analysis::typed_day::typed_day;
use crate::briefing::{Date, Members};
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::ui::widgets::{at_right, heading, segments};
use crate::words::Words;

const HEIGHT: f32 = 30.0;
/// Within this many points of a change, the change is meant.
const SNAP: f32 = 4.0;

/// Draws the control; the field for any other day only where it stands nowhere else.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState, with_field: bool) {
    let t = tokens_of(ui);
    let known_until = members.roster.known_until.last_day();
    ui.horizontal(|ui| {
        heading(ui, Type::Body, &desk.words.say(&message!(members::as_of)));
        if with_field {
            at_right(ui, "day", |ui| day_field::ui(ui, desk.words, members, state));
        }
    });
    let dates = [members.manifest.as_of, members.roster.known_until].map(Date::first_day);
    let labels = dates.map(|date| desk.words.day(date));
    let mut date = state.query.as_of;
    let width = ui.available_width();
    // The two may be one day.
    let days = [(dates[0], labels[0].as_str()), (dates[1], labels[1].as_str())];
    let days = if dates[0] == dates[1] { &days[..1] } else { &days[..] };
    segments(ui, &desk.words.say(&message!(members::as_of)), Some(width), &mut date, days);
    line_ui(ui, desk.words, members, state, &mut date);
    if date != state.query.as_of {
        state.set_date(date);
    }
    // In a place of its own whether anything is said or not: what stands below keeps its identity.
    ui.scope(|ui| {
        if let Some(typed) = state.day.refused() {
            let example = members.manifest.as_of.first_day();
            let said = desk.words.say(&message!(members::no_day, typed = typed.to_owned(), example = example));
            let label = ui.label(Type::Caption.text(&said, t.bad));
            alert(ui, &label, &said, true);
        }
        if date > known_until {
            let said = desk.words.say(&message!(members::known_only, date = known_until));
            let label = ui.label(Type::Caption.text(&said, t.bad));
            alert(ui, &label, &said, false);
        }
    });
}

/// The day that a screen reader asks for: by its number from the first on, in words, or the change after or before.
fn asked_for(ui: &Ui, id: Id, first: civil::Date, at: civil::Date, changes: &[civil::Date]) -> Option<civil::Date> {
    let (set, steps) = ui.input(|input| {
        let set = input.accesskit_action_requests(id, Action::SetValue).filter_map(|asked| asked.data.clone()).last();
        let of = |action| input.num_accesskit_action_requests(id, action);
        let steps = of(Action::Increment).cmp(&of(Action::Decrement));
        (set, steps)
    });
    let set = set.and_then(|set| match set {
        ActionData::NumericValue(days) => first.checked_add((days as i64).days()).ok(),
        ActionData::Value(typed) => typed_day(&typed, TimeZone::UTC.to_datetime(Timestamp::now()).date()),
        _ => None,
    });
    set.or_else(|| match steps {
        Ordering::Greater => changes.iter().copied().find(|change| *change > at),
        Ordering::Less => changes.iter().rev().copied().find(|change| *change < at),
        Ordering::Equal => None,
    })
}

/// A line from the founding to a year past what is known, with a handle.
fn line_ui(ui: &mut Ui, words: &Words, members: Members<'_>, state: &mut MembersState, date: &mut civil::Date) {
    let t = tokens_of(ui);
    let (roster, changes) = (members.roster, &state.facts.changes);
    let known_until = roster.known_until.last_day();
    let first = changes.first().copied().unwrap_or_else(|| roster.organisation.founded.first_day());
    let last = known_until.checked_add(1.year()).unwrap_or(known_until).max(first);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click_and_drag());
    let days = (last - first).get_days().max(1) as f32;
    let line = Rect::from_min_max(rect.min + vec2(6.0, 0.0), rect.max - vec2(6.0, 0.0));
    let x = |day: civil::Date| line.left() + line.width() * ((day - first).get_days() as f32 / days).clamp(0.0, 1.0);

    if let Some(pointer) = response.interact_pointer_pos() {
        let near =
            changes.iter().copied().min_by(|a, b| (x(*a) - pointer.x).abs().total_cmp(&(x(*b) - pointer.x).abs()));
        let pointed = ((pointer.x - line.left()) / line.width()).clamp(0.0, 1.0) * days;
        let pointed = first.checked_add((pointed as i32).days()).unwrap_or(last);
        *date = near.filter(|near| (x(*near) - pointer.x).abs() <= SNAP).unwrap_or(pointed);
    }
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        // The arrows go from change to change: what lies between is all the same.
        if ui.input(|input| input.key_pressed(Key::ArrowRight)) {
            *date = changes.iter().copied().find(|change| *change > *date).unwrap_or(*date);
        }
        if ui.input(|input| input.key_pressed(Key::ArrowLeft)) {
            *date = changes.iter().rev().copied().find(|change| *change < *date).unwrap_or(*date);
        }
    }
    if let Some(asked) = asked_for(ui, response.id, first, *date, changes) {
        *date = asked.clamp(first, last);
    }
    let spoken = words.say(&message!(members::as_of_spoken, date = *date));
    let days_to = |day: civil::Date| f64::from((day - first).get_days());
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), days_to(*date), &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(words.day(*date));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(days_to(last));
        node.add_action(Action::SetValue);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });

    let middle = rect.top() + 10.0;
    let known = x(known_until);
    ui.painter().hline(line.left()..=known, middle, Stroke::new(2.0, t.control));
    ui.painter().hline(known..=line.right(), middle, Stroke::new(1.0, t.stroke));
    // One mark for a point of the line is enough, however many changes fall on it.
    let mut drawn = f32::NEG_INFINITY;
    for change in changes {
        let at = x(*change);
        if at - drawn >= 1.0 {
            ui.painter().vline(at, (middle - 5.0)..=(middle + 5.0), Stroke::new(1.0, t.ink2));
            drawn = at;
        }
    }
    for (day, align) in [(first, egui::Align2::LEFT_TOP), (last, egui::Align2::RIGHT_TOP)] {
        let at = pos2(if day == first { rect.left() } else { rect.right() }, middle + 7.0);
        ui.painter().text(at, align, words.year(day.year()), Type::Caption.font(), t.muted);
    }
    let handle = pos2(x(*date), middle);
    ui.painter().circle(handle, 6.0, t.accent, Stroke::new(1.0, t.panel));
    if response.has_focus() {
        ui.painter().circle_stroke(handle, 10.0, Stroke::new(2.0, t.accent));
    }
    let pointed = response.hover_pos().and_then(|pointer| {
        let near =
            changes.iter().copied().min_by(|a, b| (x(*a) - pointer.x).abs().total_cmp(&(x(*b) - pointer.x).abs()));
        near.filter(|near| (x(*near) - pointer.x).abs() <= SNAP)
    });
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if let Some(day) = pointed {
        response.on_hover_text_at_pointer(state.day.named(words, members, day));
    }
}
