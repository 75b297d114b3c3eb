//! What came before and after: a line to scale, and under it a column for each event, joined to its day.

use egui::{Align, Align2, Layout, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::analysis::format;
use crate::analysis::timeline::{Scale, Tense, tense};
use crate::briefing::Event;
use crate::ui::parts::{citations_ui, copy_menu};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::{found_head, within};

const AXIS: f32 = 34.0;
/// Room for the name of a month or a year.
const MARK: f32 = 64.0;
const JOINTS: f32 = 26.0;
/// A column narrower than this cannot be read; the events are listed instead.
const MIN_COLUMN: f32 = 92.0;

/// Draws the strip.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let briefing = desk.briefing;
    let events = &briefing.meeting.chronology;
    let Some(scale) = Scale::of(events) else { return };
    let written = briefing.manifest.as_of;
    let called = &briefing.document.called;
    let legend = format!("to scale; filled: known when the {called} was written, ringed: still ahead");
    found_head(ui, desk, "Chronology", &legend);
    let width = ui.available_width();
    let (axis, _) = ui.allocate_exact_size(vec2(width, AXIS), Sense::empty());
    let positions = scale.positions(events);
    axis_ui(ui, axis, scale, &positions, desk);
    let column = width / events.len() as f32;
    if column < MIN_COLUMN {
        for event in events {
            listed_ui(ui, desk, event, tense(event, written));
        }
        return;
    }
    let (joints, _) = ui.allocate_exact_size(vec2(width, JOINTS), Sense::empty());
    let page = ui.available_rect_before_wrap();
    let mut bottom = page.top();
    for (index, event) in events.iter().enumerate() {
        let left = page.left() + column * index as f32;
        let day = pos2(x(axis, positions[index]), axis.bottom());
        joint_ui(ui, day, pos2(left + 5.0, joints.bottom()), joints.top() + 4.0 + 2.0 * index as f32);
        let rect = Rect::from_min_max(pos2(left, page.top()), pos2(left + column - 12.0, page.bottom()));
        let end = within(ui, rect, Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            event_ui(ui, desk, event, briefing.meeting.is(event));
            ui.min_rect().bottom()
        });
        bottom = bottom.max(end);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), bottom)));
}

fn x(axis: Rect, position: f32) -> f32 {
    egui::lerp((axis.left() + 6.0)..=(axis.right() - 6.0), position)
}

/// The line with its months, the day the document was written, and a mark for each event.
fn axis_ui(ui: &Ui, axis: Rect, scale: Scale, positions: &[f32], desk: &Desk<'_>) {
    let t = tokens_of(ui);
    let (meeting, written) = (&desk.briefing.meeting, desk.briefing.manifest.as_of);
    let line = axis.bottom() - 6.0;
    let today = x(axis, scale.position(written.last_day()));
    ui.painter().hline((axis.left() + 6.0)..=today, line, (2.0, t.control));
    ui.painter().extend(egui::Shape::dashed_line(
        &[pos2(today, line), pos2(axis.right() - 6.0, line)],
        Stroke::new(1.0, t.control),
        3.0,
        3.0,
    ));
    for mark in scale.marks((axis.width() / MARK) as usize) {
        let at = x(axis, scale.position(mark));
        ui.painter().vline(at, (line - 5.0)..=line, (1.0, t.control));
        let name = format::month_or_year(mark);
        ui.painter().text(pos2(at + 3.0, axis.top()), Align2::LEFT_TOP, name, Type::Caption.font(), t.muted);
    }
    for (event, position) in meeting.chronology.iter().zip(positions) {
        let center = pos2(x(axis, *position), line);
        mark_ui(ui, center, tense(event, written), meeting.is(event), t);
    }
}

fn mark_ui(ui: &Ui, center: egui::Pos2, tense: Tense, meeting: bool, t: &Tokens) {
    let color = if meeting { t.accent } else { t.ink2 };
    let radius = if meeting { 6.0 } else { 4.0 };
    match tense {
        Tense::Past => ui.painter().circle(center, radius, color, (1.0, t.paper)),
        Tense::Ahead => ui.painter().circle(center, radius, t.paper, (1.5, color)),
    };
}

/// From a day on the line down to the column that tells of it.
fn joint_ui(ui: &Ui, day: egui::Pos2, column: egui::Pos2, turn: f32) {
    let stroke = Stroke::new(1.0, tokens_of(ui).stroke);
    ui.painter().line_segment([day, pos2(day.x, turn)], stroke);
    ui.painter().line_segment([pos2(day.x, turn), pos2(column.x, turn)], stroke);
    ui.painter().line_segment([pos2(column.x, turn), column], stroke);
}

fn event_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event, meeting: bool) {
    let t = tokens_of(ui);
    let ink = if meeting { t.accent } else { t.ink };
    desk.finder.label(ui, &event.place, Type::Body.strong_format(ink));
    date_ui(ui, desk, event);
    label_ui(ui, desk, event);
    ui.horizontal(|ui| citations_ui(ui, desk, &event.citations));
}

/// What happened, to copy with where it is read.
fn label_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    let label = desk.finder.label(ui, &event.label, Type::Caption.format(tokens_of(ui).ink2));
    let said = format!("{}, {}: {}", event.place, format::span(event.from, event.until), event.label);
    copy_menu(&label, desk, &said, &event.citations);
}

/// When it happened; and, for a screen reader and on hover, whether that lay ahead.
fn date_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    let date = format::span(event.from, event.until);
    let label = desk.finder.label(ui, &date, Type::Caption.format(tokens_of(ui).muted));
    if tense(event, desk.briefing.manifest.as_of) == Tense::Ahead {
        let ahead = format!("still ahead when the {} was written", desk.briefing.document.called);
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_description(ahead.as_str()));
        label.on_hover_text(format::sentence_case(&ahead));
    }
}

/// An event as a line, where there is no room for columns.
fn listed_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event, tense: Tense) {
    let t = tokens_of(ui);
    let meeting = desk.briefing.meeting.is(event);
    ui.horizontal_wrapped(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::empty());
        mark_ui(ui, mark.center(), tense, meeting, t);
        desk.finder.label(ui, &event.place, Type::Body.strong_format(if meeting { t.accent } else { t.ink }));
        date_ui(ui, desk, event);
        label_ui(ui, desk, event);
        citations_ui(ui, desk, &event.citations);
    });
}
