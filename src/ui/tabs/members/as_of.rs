//! The date of the roster: a line of time with a mark for every change, and the two dates asked for most.

use egui::{Align, CursorIcon, EventFilter, Key, Layout, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::{ToSpan as _, civil};

use super::{MembersState, day_field};
use crate::briefing::{Date, Members};
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::segments;
use crate::words::Words;

const HEIGHT: f32 = 30.0;
/// Within this many points of a change, the change is meant.
const SNAP: f32 = 4.0;

/// Draws the control; the field for any other day only where it stands nowhere else.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, members: Members<'_>, state: &mut MembersState, with_field: bool) {
    let t = tokens_of(ui);
    let known_until = members.roster.known_until.last_day();
    ui.horizontal(|ui| {
        ui.label(Type::Body.strong(desk.words.say(&message!(members::as_of)), t.ink));
        if with_field {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| day_field::ui(ui, desk.words, members, state));
        }
    });
    let dates = [members.manifest.as_of, members.roster.known_until].map(Date::first_day);
    let labels = dates.map(|date| desk.words.day(date));
    let mut date = state.query.as_of;
    let width = ui.available_width();
    // The two may be one day.
    let days = [(dates[0], labels[0].as_str()), (dates[1], labels[1].as_str())];
    let days = if dates[0] == dates[1] { &days[..1] } else { &days[..] };
    segments(ui, Some(width), &mut date, days);
    line_ui(ui, desk.words, members, state, &mut date);
    if date != state.query.as_of {
        state.set_date(date);
    }
    if let Some(typed) = state.day.refused() {
        let said = message!(members::no_day, typed = typed.to_owned(), example = members.manifest.as_of.first_day());
        ui.label(Type::Caption.text(desk.words.say(&said), t.bad));
    }
    if date > known_until {
        let text = desk.words.say(&message!(members::known_only, date = known_until));
        ui.label(Type::Caption.text(text, t.bad));
    }
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
    let spoken = words.say(&message!(members::as_of_spoken, date = *date));
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from((*date - first).get_days()), &spoken));

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
