//! The chart in the window: the drawing of it, and the parts of the drawing that answer the pointer and the keyboard.

use egui::{Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2};

use super::columns::Columns;
use super::state::TradeState;
use super::{column, readout};
use crate::briefing::{Citation, Key, Period};
use crate::drawing::{Part, PartKey};
use crate::ui::paint::rect_of;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;
use crate::ui::widgets::focus_ring;

/// Draws the columns.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, columns: &Columns<'_>, reveal: Option<Period>) {
    state.pointed = None;
    let corner = columns.rect.min;
    // What is pointed at is tinted under the drawing, what has the keyboard is ringed over it.
    let mut answers: Vec<(Response, Rect, u8)> = Vec::new();
    let mut index = 0;
    for part in &columns.chart.columns.parts {
        let rect = rect_of(part.area, corner);
        match &part.key {
            PartKey::Whole => whole_ui(ui, part, rect),
            PartKey::Period(_) => {
                column::ui(ui, desk, state, columns, index, part, reveal);
                index += 1;
            }
            PartKey::Event(number) => answers.push((event_ui(ui, desk, columns, part, *number, rect), rect, 9)),
            PartKey::Claim(period, key) => answers.push((claim_ui(ui, desk, part, (*period, key), rect), rect, 4)),
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

/// A screen reader hears the whole chart as one sentence, and then each column.
fn whole_ui(ui: &Ui, part: &Part, rect: Rect) {
    let response = ui.interact(rect, Id::unique("trade-chart"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &part.name));
}

/// The number of an event; a click opens what it is read from.
fn event_ui(ui: &Ui, desk: &mut Desk<'_>, columns: &Columns<'_>, part: &Part, number: usize, rect: Rect) -> Response {
    let response = ui.interact(rect, Id::unique(("trade-note", number)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &part.name));
    let response = response.on_hover_text(&part.name);
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
fn claim_ui(ui: &Ui, desk: &mut Desk<'_>, part: &Part, (period, key): (Period, &Key), rect: Rect) -> Response {
    let t = tokens_of(ui);
    let target = Selection::Claim(key.clone());
    let selected = desk.is_selected(&target);
    let response = ui.interact(rect, Id::unique(("trade-claim", period, key.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &part.name));
    if selected || response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), 4.0, if selected { t.selected } else { t.hover });
    }
    let response = response.on_hover_text(&part.name);
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    response
}
