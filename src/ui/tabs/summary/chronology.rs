//! What came before and after: a line to scale, and under it a column for each event, joined to its day.

use std::sync::Arc;

use egui::{Align, Layout, Rect, Sense, Ui, pos2, vec2};

use super::needed;
use super::state::{StripOf, SummaryState};
use crate::analysis::chronology::{Tense, tense};
use crate::briefing::{Event, Value};
use crate::drawing::Shapes;
use crate::drawing::chronology::{Chronology, chronology, mark};
use crate::message;
use crate::ui::paint::{WindowMeasure, paint_shapes};
use crate::ui::parts::{citations_ui, copy_menu, found_head};
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{TallList, within};

/// The side of the mark of an event in a list.
const MARK: f32 = 14.0;

/// Draws the strip.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut SummaryState) {
    let (briefing, words) = (desk.briefing, desk.words);
    let events = briefing.chronology();
    let (width, pixels_per_point) = (ui.available_width(), ui.pixels_per_point());
    let strip = StripOf { width, pixels_per_point, language: words.language() };
    let strip =
        state.strip.get(&strip, |_| chronology(briefing, width, &mut WindowMeasure(ui.painter()), words).map(Arc::new));
    let Some(strip) = strip.clone() else { return };
    let Chronology { drawing, column } = &*strip;
    let called = &briefing.called();
    let legend = desk.words.say(&message!(summary::chronology_legend, called = called));
    let title = desk.words.say(&message!(summary::chronology));
    found_head(ui, desk, &title, &legend);
    let (strip, response) = ui.allocate_exact_size(drawing.size.into(), Sense::hover());
    state.painted.ui(ui, drawing, strip.min);
    let part = response.hover_pos().and_then(|pointer| drawing.part_at((pointer - strip.min).into()));
    if let Some(part) = part {
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
        let end = within(ui, rect, Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            event_ui(ui, desk, event);
            ui.min_rect().bottom()
        });
        bottom = bottom.max(end);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), bottom)));
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
