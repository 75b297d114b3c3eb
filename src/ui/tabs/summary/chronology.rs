//! What came before and after: a line to scale, and under it a column for each event, joined to its day.

use std::sync::Arc;

use egui::{
    Align, EventFilter, Key, Layout, Modifiers, Pos2, Rect, Sense, Stroke, TextWrapMode, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::key_points::Points;
use super::needed;
use super::state::{StripOf, SummaryState};
use crate::analysis::chronology::{Tense, tense};
use crate::briefing::{Citation, Event, Value};
use crate::drawing::chronology::{Chronology, chronology, mark};
use crate::drawing::{Drawing, Part, PartKey, Shapes};
use crate::message;
use crate::ui::paint::{WindowMeasure, paint_shapes, rect_of};
use crate::ui::parts::{citations_ui, copy_menu, found_head};
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{chosen, named_on_hover};
use crate::ui::widgets::{TallList, focus_ring, within};

/// The side of the mark of an event in a list.
const MARK: f32 = 14.0;

/// Of more marks than these none has a control of its own.
const MOST: usize = 200;
/// How much is left of an event that does not speak of what is chosen.
const DIMMED: f32 = 0.45;

/// The strip over a width.
fn strip(ui: &Ui, desk: &Desk<'_>, state: &mut SummaryState, width: f32) -> Option<Arc<Chronology>> {
    let (briefing, words) = (desk.briefing, desk.words);
    let question = StripOf { width, pixels_per_point: ui.pixels_per_point(), language: words.language() };
    let drawn = |_: &_| chronology(briefing, width, &mut WindowMeasure(ui.painter()), words).map(Arc::new);
    state.strip.get(&question, drawn).clone()
}

/// Draws the strip and what tells of its events; `in_short`, each in a line for what, when and where.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState, in_short: bool) {
    let briefing = desk.briefing;
    let events = briefing.chronology();
    let Some(strip) = strip(ui, desk, state, ui.available_width()) else { return };
    let Chronology { drawing, column } = &*strip;
    let called = &briefing.called();
    let legend = desk.words.say(&message!(summary::chronology_legend, called = called));
    let title = desk.words.say(&message!(summary::chronology));
    found_head(ui, desk, &title, &legend);
    let (strip, response) = ui.allocate_exact_size(drawing.size.into(), Sense::hover());
    let whole = drawing.part(&PartKey::Whole).map_or("", |whole| &whole.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), whole));
    state.painted.ui(ui, drawing, strip.min);
    let shown = state.points.get(&state.query, |query| Points::of(briefing, query));
    let kept = state.kept.get(&state.query, |query| (!query.about.is_empty()).then(|| shown.events(briefing))).clone();
    let before = state.pointed.take();
    if events.len() <= MOST {
        marks_ui(ui, desk, state, drawing, strip.min, before);
    } else if let Some(part) = response.hover_pos().and_then(|pointer| drawing.part_at((pointer - strip.min).into())) {
        response.on_hover_text_at_pointer(&part.name);
    }
    let Some(column) = *column else {
        let list = TallList::new(ui, "chronology", events.len());
        list.ui(ui, needed(desk, (), None), |ui, row| listed_ui(ui, desk, &events[row]));
        return;
    };
    let page = ui.available_rect_before_wrap();
    let mut bottom = page.top();
    for (index, event) in events.iter().enumerate() {
        let left = page.left() + column * index as f32;
        let rect = Rect::from_min_max(pos2(left, page.top()), pos2(left + column - 12.0, page.bottom()));
        if before == Some(index) {
            ui.painter().rect_filled(rect.with_max_y(state.foot.max(rect.top())).expand(4.0), 4.0, tokens_of(ui).hover);
        }
        if ui.rect_contains_pointer(rect.with_max_y(state.foot.max(rect.top()))) {
            state.pointed = state.pointed.or(Some(index));
        }
        let end = within(ui, rect, Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if in_short {
                // The whole of it is in the tooltip.
                ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            }
            if kept.as_ref().is_some_and(|kept| !kept.contains(&index)) {
                ui.multiply_opacity(DIMMED);
            }
            event_ui(ui, desk, event);
            ui.min_rect().bottom()
        });
        bottom = bottom.max(end);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), bottom)));
    state.foot = bottom;
    if state.pointed != before {
        ui.ctx().request_repaint();
    }
}

/// The control of each mark: hover says what it is, a click or Enter opens what it is read from, the arrows walk from one
/// to the next; one of them is a stop of the keyboard. `before` was pointed at in the last frame, here or in its column.
fn marks_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut SummaryState,
    drawing: &Drawing,
    corner: Pos2,
    before: Option<usize>,
) {
    let t = tokens_of(ui);
    let numbered: Vec<(usize, &Part)> = drawing.parts.iter().filter_map(|part| Some((number(part)?, part))).collect();
    let stop = state.walked.min(numbered.len().saturating_sub(1));
    let id_of = |ui: &Ui, place: usize| {
        ui.scope_id().with(("event", numbered.get(place).map_or(usize::MAX, |(number, _)| *number)))
    };
    // Before they are drawn: only the one that is the stop can take the keyboard.
    let mut stop = stop;
    if ui.memory(|memory| memory.has_focus(id_of(ui, stop))) {
        let moved = ui.input_mut(|input| {
            let right = input.consume_key(Modifiers::NONE, Key::ArrowRight);
            isize::from(right) - isize::from(input.consume_key(Modifiers::NONE, Key::ArrowLeft))
        });
        let next = stop.saturating_add_signed(moved).min(numbered.len() - 1);
        if next != stop {
            (stop, state.walked) = (next, next);
            ui.memory_mut(|memory| memory.request_focus(id_of(ui, next)));
        }
    }
    for (place, (number, part)) in numbered.iter().enumerate() {
        let rect = rect_of(part.area, corner);
        let sense = if place == stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, id_of(ui, place), sense);
        let target = desk.briefing.chronology().get(*number).and_then(|event| event.citations.first()).map(target);
        let is_selected = target.as_ref().is_some_and(|target| desk.is_selected(target));
        chosen(ui, &response, Role::Button, &part.name, is_selected);
        if response.hovered() {
            state.pointed = Some(*number);
        }
        if is_selected || response.hovered() || before == Some(*number) {
            ui.painter().circle_stroke(rect.center(), rect.width() / 2.0 + 1.0, Stroke::new(2.0, t.accent));
        }
        focus_ring(ui, &response, rect, 6);
        if response.has_focus() {
            let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        }
        let response = named_on_hover(ui, response, &part.name);
        if let (true, Some(target)) = (response.clicked(), target) {
            state.walked = place;
            desk.send(Command::Select(target));
        }
    }
}

const fn number(part: &Part) -> Option<usize> {
    if let PartKey::Event(number) = part.key { Some(number) } else { None }
}

/// What an event is read from, as the inspector shows it.
fn target(citation: &Citation) -> Selection {
    citation.at.map_or_else(|| Selection::Source(citation.source.clone()), Selection::Sentence)
}

fn event_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    place_ui(ui, desk, event);
    date_ui(ui, desk, event);
    label_ui(ui, desk, event);
    ui.horizontal(|ui| citations_ui(ui, desk, &event.citations));
}

/// Where it happened; in the accent where that is the meeting itself.
fn place_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    let t = tokens_of(ui);
    let ink = if desk.briefing.is_own_event(event) { t.accent } else { t.ink };
    desk.finder.label(ui, &event.place, Type::Body.strong_format(ink));
}

/// What happened, to copy with where it is read.
fn label_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    let label = desk.finder.label(ui, &event.label, Type::Caption.format(tokens_of(ui).ink2));
    let when = Value::Span(event.from, event.until);
    let said = message!(drawing::event, place = &event.place, when = when, what = &event.label);
    let said = desk.words.say(&said);
    copy_menu(&label, desk, &said, &event.citations);
}

/// When it happened; and, for a screen reader and on hover, whether that lay ahead.
fn date_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    let date = desk.words.span(event.from, event.until);
    let label = desk.finder.label(ui, &date, Type::Caption.format(tokens_of(ui).muted));
    if tense(event, desk.briefing.manifest.as_of) == Tense::Ahead {
        let called = &desk.briefing.called();
        let ahead = desk.words.say(&message!(summary::ahead, called = called));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_description(ahead.as_str()));
        label.on_hover_text(desk.words.say(&message!(summary::ahead_alone, called = called)));
    }
}

/// An event as a line, where there is no room for columns.
fn listed_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &Event) {
    ui.horizontal_wrapped(|ui| {
        let (square, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::empty());
        let mut shapes = Shapes::default();
        mark(&mut shapes, desk.briefing, event, [MARK / 2.0; 2]);
        paint_shapes(ui, &shapes, square.min);
        place_ui(ui, desk, event);
        date_ui(ui, desk, event);
        label_ui(ui, desk, event);
        citations_ui(ui, desk, &event.citations);
    });
}
