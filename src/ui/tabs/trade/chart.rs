//! The chart in the window: the drawing of it, and the parts of the drawing that answer the pointer and the keyboard.

use egui::{EventFilter, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2};

use super::columns::Columns;
use super::state::TradeState;
use super::{column, readout};
use crate::briefing::{Citation, Key, Period};
use crate::drawing::{Part, PartKey};
use crate::ui::paint::rect_of;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;
use crate::ui::widgets::heard::{chosen, named_on_hover};
use crate::ui::widgets::{focus_asked, focus_ring, reachable};

/// Draws the columns.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, columns: &Columns<'_>, reveal: Option<Period>) {
    state.pointed = None;
    let corner = columns.rect.min;
    // What is pointed at is tinted under the drawing, what has the keyboard is ringed over it.
    let mut answers: Vec<(Response, Rect, u8)> = Vec::new();
    let mut index = 0;
    let walk = Walk::new(ui, columns, state);
    for part in &columns.chart.columns.parts {
        let rect = rect_of(part.area, corner);
        match &part.key {
            PartKey::Whole => whole_ui(ui, part, rect),
            PartKey::Period(_) => {
                column::ui(ui, desk, state, columns, (index, walk.sense(part)), part, reveal);
                index += 1;
            }
            PartKey::Event(number) => {
                let sense = walk.sense(part);
                answers.push((event_ui(ui, desk, columns, part, *number, (rect, sense)), rect, 9));
            }
            PartKey::Claim(period, key) => {
                let sense = walk.sense(part);
                answers.push((claim_ui(ui, desk, part, (*period, key), (rect, sense)), rect, 4));
            }
            PartKey::State(_) | PartKey::Place(_) | PartKey::Sentence(_) => {}
        }
    }
    if columns.chart.is_curve {
        column::curve_ui(ui, desk, state, columns);
    }
    column::dragged_ui(ui, state, columns);

    state.painted.columns.ui(ui, &columns.chart.columns, corner);
    // The key stays in view while the columns are scrolled.
    let left = corner.x.max(ui.clip_rect().left());
    state.painted.key.ui(ui, &columns.chart.key, pos2(left, corner.y));

    for (response, rect, corner) in &answers {
        if response.hovered() && *corner > 4 {
            ui.painter().circle_stroke(rect.center(), rect.width() / 2.0, Stroke::new(2.0, tokens_of(ui).accent));
        }
        focus_ring(ui, response, *rect, *corner);
    }
    column::focus_ui(ui, columns);
    if let Some(index) = state.pointed.filter(|_| state.dragged.is_none()) {
        if columns.chart.is_curve {
            let slot = columns.slot(index);
            ui.painter().vline(slot.center().x, slot.y_range(), (1.0, tokens_of(ui).accent));
        }
        readout::ui(ui, desk, columns, index);
    }
}

/// The chart as one stop of the keyboard: the arrows walk its points, and after them its events and the claims on it.
struct Walk {
    ids: Vec<Id>,
    stop: Option<Id>,
}

impl Walk {
    fn new(ui: &Ui, columns: &Columns<'_>, state: &TradeState) -> Self {
        let parts = &columns.chart.columns.parts;
        let ids: Vec<Id> = parts.iter().filter_map(|part| id_of(&part.key)).collect();
        focus_asked(ui, &ids);
        let focused = ids.iter().copied().find(|id| ui.memory(|memory| memory.has_focus(*id)));
        let Some(at) = focused.and_then(|focused| ids.iter().position(|id| *id == focused)) else {
            // Tab leads to the point that is selected, or else to the first. A curve has a stop of its own.
            let selected = state.selected.and_then(|period| id_of(&PartKey::Period(period)));
            let selected = selected.filter(|id| ids.contains(id));
            let first = ids.first().copied().filter(|_| !columns.chart.is_curve);
            return Self { ids, stop: selected.or(first) };
        };
        let last = ids.len() - 1;
        // The first and the last point; what stands on the chart besides comes after them.
        let points = |part: &&Part| matches!(part.key, PartKey::Period(_));
        let of = |part: Option<&Part>| {
            let id = part.and_then(|part| id_of(&part.key));
            ids.iter().position(|one| Some(*one) == id).unwrap_or(at)
        };
        let (first_point, last_point) = (of(parts.iter().find(points)), of(parts.iter().rfind(points)));
        let steps = [
            (Action::PreviousPoint, at.saturating_sub(1)),
            (Action::NextPoint, (at + 1).min(last)),
            (Action::FirstPoint, first_point),
            (Action::LastPoint, last_point),
        ];
        let next = steps.into_iter().find(|(action, _)| action.pressed(ui)).map_or(at, |(_, next)| next);
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| {
            if next != at {
                memory.request_focus(ids[next]);
            }
            memory.set_focus_lock_filter(ids[next], arrows);
        });
        Self { stop: Some(ids[next]), ids }
    }

    /// What a part of the chart answers to: one of them is the stop.
    fn sense(&self, part: &Part) -> Sense {
        let id = id_of(&part.key).filter(|id| self.ids.contains(id));
        if id.is_some() && id == self.stop { Sense::click() } else { Sense::CLICK }
    }
}

/// The identity of a part that can be walked to.
fn id_of(key: &PartKey) -> Option<Id> {
    match key {
        PartKey::Period(period) => Some(column::id_of(*period)),
        PartKey::Event(number) => Some(Id::unique(("trade-note", *number))),
        PartKey::Claim(period, key) => Some(Id::unique(("trade-claim", *period, key.as_str()))),
        _ => None,
    }
}

/// A screen reader hears the whole chart as one sentence, and then each column.
fn whole_ui(ui: &Ui, part: &Part, rect: Rect) {
    let response = ui.interact(rect, Id::unique("trade-chart"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &part.name));
}

/// The number of an event; a click opens what it is read from.
fn event_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    columns: &Columns<'_>,
    part: &Part,
    number: usize,
    (rect, sense): (Rect, Sense),
) -> Response {
    let response = ui.interact(rect, Id::unique(("trade-note", number)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &part.name));
    reachable(ui, &response);
    let response = named_on_hover(ui, response, &part.name);
    let note = columns.chart.notes.iter().find(|note| note.number == number);
    if response.clicked()
        && let Some(citation) = note.and_then(|note| note.citations.first())
    {
        desk.send(Command::Select(target(citation)));
    }
    response
}

fn target(citation: &Citation) -> Selection {
    citation.at.map_or_else(|| Selection::Source(citation.source.clone()), Selection::Sentence)
}

/// The verdict of a claim that rests on the figures of a column; a click opens the claim.
fn claim_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    part: &Part,
    (period, key): (Period, &Key),
    (rect, sense): (Rect, Sense),
) -> Response {
    let t = tokens_of(ui);
    let target = Selection::Claim(key.clone());
    let selected = desk.is_selected(&target);
    let response = ui.interact(rect, Id::unique(("trade-claim", period, key.as_str())), sense);
    chosen(ui, &response, Role::Button, &part.name, selected);
    reachable(ui, &response);
    if selected || response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), 4.0, if selected { t.selected } else { t.hover });
    }
    let response = named_on_hover(ui, response, &part.name);
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    response
}
